//! The second guard: ends long reading by the clock or by memory, where the packer asked for it.
//!
//! In: what the command line allows. Out: [`Stops`] that a thread beside the work asks for in time. The bounds that always
//! hold are counts and live with the readers; what this guard does differs from machine to machine, so it is off by default.

use std::thread;
use std::time::{Duration, Instant};

use entente_pack::Stops;
use memory_stats::memory_stats;

/// Time between two looks at the clock and at the memory.
const PAUSE: Duration = Duration::from_millis(10);
const BYTES_PER_MEGABYTE: u64 = 1_000_000;

/// What the packer allows.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Allowed {
    /// Time for reading and finding.
    pub(crate) seconds: Option<u64>,
    /// Memory of the whole program.
    pub(crate) megabytes: Option<u64>,
}

/// Starts the guard. Half of the time is for reading, all of it for reading and finding. A third of the memory is for reading,
/// two thirds for reading and finding, because the page is made of copies of all texts.
pub(crate) fn start(allowed: Allowed) -> Stops {
    let stops = Stops::default();
    let memory = memory_limits(allowed.megabytes);
    if allowed.seconds.is_none() && memory.is_empty() {
        return stops;
    }
    let asked = stops.clone();
    let start = Instant::now();
    // Without the thread there is no second guard; the counts still hold.
    let _ = thread::Builder::new().name("guard".to_owned()).spawn(move || {
        // Threads reserve addresses that they never use.
        let reserved: Vec<u64> = memory.iter().map(|limit| if limit.of_addresses { limit.used() } else { 0 }).collect();
        while asked.finding.reason().is_none() {
            if let Some(seconds) = allowed.seconds {
                let reason = format!("the limit of {seconds} s was reached (--max-seconds)");
                ask(&asked, start.elapsed() * 2, Duration::from_secs(seconds), start.elapsed(), &reason);
            }
            for (limit, reserved) in memory.iter().zip(&reserved) {
                let used = limit.used().saturating_sub(*reserved).saturating_mul(3);
                ask(&asked, used, limit.bytes.saturating_sub(*reserved), used / 2, &limit.reason);
            }
            thread::sleep(PAUSE);
        }
    });
    stops
}

/// Asks for the stops whose `used` amount has reached `most`.
fn ask<T: PartialOrd>(stops: &Stops, used_of_reading: T, most: T, used_of_finding: T, reason: &str) {
    if used_of_reading >= most {
        stops.reading.request(reason);
    }
    if used_of_finding >= most {
        stops.finding.request(reason);
    }
}

/// A limit of memory.
struct Limit {
    bytes: u64,
    /// Address space, used or not, as opposed to memory in use.
    of_addresses: bool,
    reason: String,
}

impl Limit {
    /// Bytes in use; 0 where the system does not say.
    fn used(&self) -> u64 {
        let stats = memory_stats();
        stats.map_or(0, |stats| if self.of_addresses { stats.virtual_mem } else { stats.physical_mem } as u64)
    }
}

/// The packer's limit, and the system's own limit of the address space: an allocation beyond that one would end the program.
fn memory_limits(megabytes: Option<u64>) -> Vec<Limit> {
    let asked = megabytes.map(|megabytes| Limit {
        bytes: megabytes.saturating_mul(BYTES_PER_MEGABYTE),
        of_addresses: false,
        reason: format!("the limit of {megabytes} MB was reached (--max-memory)"),
    });
    let system = address_space().map(|bytes| Limit {
        bytes,
        of_addresses: true,
        reason: format!("the system's limit of {} MB was close (ulimit -v)", bytes / BYTES_PER_MEGABYTE),
    });
    asked.into_iter().chain(system).collect()
}

/// Bytes of address space that the system allows; `None` without a limit, or where the system does not say.
fn address_space() -> Option<u64> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    soft_limit(&limits, "Max address space")
}

/// The first number in the row `name` of a table of limits as Linux prints it; `None` for "unlimited".
fn soft_limit(limits: &str, name: &str) -> Option<u64> {
    limits.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{Stops, ask, soft_limit};

    #[test]
    fn limits_of_the_system_are_read_from_its_table() {
        let table = "Limit                     Soft Limit           Hard Limit           Units     \n\
                     Max cpu time              unlimited            unlimited            seconds   \n\
                     Max address space         300000000            unlimited            bytes     \n";
        assert_eq!(soft_limit(table, "Max address space"), Some(300_000_000));
        assert_eq!(soft_limit(table, "Max cpu time"), None);
        assert_eq!(soft_limit("", "Max address space"), None);
    }

    #[test]
    fn reading_stops_before_finding() {
        for (used, reading, finding) in [(4, false, false), (5, true, false), (10, true, true)] {
            let stops = Stops::default();
            ask(&stops, used * 2, 10, used, "enough");
            assert_eq!((stops.reading.reason().is_some(), stops.finding.reason().is_some()), (reading, finding));
        }
    }
}
