//! Waiting for a condition.

use std::time::{Duration, Instant};

/// The longest time that anything may take. It is generous, because everything takes many times as long on a busy machine, and
/// waiting in vain is rare.
pub const PATIENCE: Duration = Duration::from_secs(240);
/// The time between two attempts.
const PAUSE: Duration = Duration::from_millis(20);

/// Calls `look` until it returns something, and returns that.
///
/// # Errors
/// After [`PATIENCE`], a sentence that contains `what`.
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
