//! Waiting for a condition.

use std::time::{Duration, Instant};

/// How long anything may take. Generous: on a machine that is busy with something else everything takes many times as
/// long, and what never comes is the exception.
pub const PATIENCE: Duration = Duration::from_secs(240);
/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Looks until there is something, which is returned.
///
/// # Errors
/// After [`PATIENCE`]: a sentence with `what` was waited for.
pub fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> Result<T, String> {
    until_limit(PATIENCE, what, look)
}

fn until_limit<T>(limit: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> Result<T, String> {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return Ok(found);
        }
        let waited = started.elapsed();
        if waited > limit {
            return Err(format!("waited {} s in vain for {what}", waited.as_secs()));
        }
        std::thread::sleep(PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_returns_as_soon_as_there_is_something() {
        let mut looks = 0;
        let found = until("the third look", || {
            looks += 1;
            (looks == 3).then_some(looks)
        });
        assert_eq!(found, Ok(3));
    }

    #[test]
    fn what_was_waited_for_is_named() {
        let found: Result<(), String> = until_limit(Duration::ZERO, "a sign", || None);
        assert_eq!(found, Err("waited 0 s in vain for a sign".to_owned()));
    }
}
