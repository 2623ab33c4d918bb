//! The second guard: ends long reading by time or memory, if the packer asked for it.
//!
//! In: the limits of the command line. Out: [`Stops`], which a thread beside the work requests. The bounds that always hold are
//! counts in the readers. This guard depends on the machine, so it is off by default.

use std::thread;
use std::time::{Duration, Instant};

use entente_pack::Stops;
use memory_stats::memory_stats;

/// The time between two checks of clock and memory.
const PAUSE: Duration = Duration::from_millis(10);
const BYTES_PER_MEGABYTE: u64 = 1_000_000;

/// The limits that the packer set.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Limits {
    /// Time for reading and finding.
    pub(crate) seconds: Option<u64>,
    /// Memory of the whole program.
    pub(crate) megabytes: Option<u64>,
}

/// Starts the guard. Half of the time is for reading, all of it for reading and finding. A third of the memory is for reading,
/// two thirds for reading and finding, because the page is made of copies of all texts.
pub(crate) fn start(limits: Limits) -> Stops {
    let stops = Stops::default();
    let memory = memory_limits(limits.megabytes);
    if limits.seconds.is_none() && memory.is_empty() {
        return stops;
    }
    let asked = stops.clone();
    let start = Instant::now();
    // Without a thread there is no second guard; the counts still bound the work.
    let _ = thread::Builder::new().name("guard".to_owned()).spawn(move || {
        // Threads reserve address space that they never use.
        let reserved: Vec<u64> = memory.iter().map(|limit| if limit.of_addresses { limit.used() } else { 0 }).collect();
        while asked.finding.reason().is_none() {
            if let Some(seconds) = limits.seconds {
                let reason = format!("the limit of {seconds} s was reached (--max-seconds)");
                request(&asked, start.elapsed() * 2, Duration::from_secs(seconds), start.elapsed(), &reason);
            }
            for (limit, reserved) in memory.iter().zip(&reserved) {
                let used = limit.used().saturating_sub(*reserved).saturating_mul(3);
                request(&asked, used, limit.bytes.saturating_sub(*reserved), used / 2, &limit.reason);
            }
            thread::sleep(PAUSE);
        }
    });
    stops
}

/// Requests the stops whose used amount has reached `most`.
fn request<T: PartialOrd>(stops: &Stops, used_of_reading: T, most: T, used_of_finding: T, reason: &str) {
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
    /// Bytes in use; 0 if the system does not say.
    fn used(&self) -> u64 {
        let stats = memory_stats();
        stats.map_or(0, |stats| if self.of_addresses { stats.virtual_mem } else { stats.physical_mem } as u64)
    }
}

/// The packer's limit, and the system's own limit of the address space: an allocation beyond that one would end the program.
fn memory_limits(megabytes: Option<u64>) -> Vec<Limit> {
    let packers = megabytes.map(|megabytes| Limit {
        bytes: megabytes.saturating_mul(BYTES_PER_MEGABYTE),
        of_addresses: false,
        reason: format!("the limit of {megabytes} MB was reached (--max-memory)"),
    });
    let system = address_space().map(|bytes| Limit {
        bytes,
        of_addresses: true,
        reason: format!("the system's limit of {} MB was close (ulimit -v)", bytes / BYTES_PER_MEGABYTE),
    });
    packers.into_iter().chain(system).collect()
}

/// The limit of the address space in bytes; `None` if there is no limit, or the system does not say.
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
    use super::{Stops, request, soft_limit};

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
            request(&stops, used * 2, 10, used, "enough");
            assert_eq!((stops.reading.reason().is_some(), stops.finding.reason().is_some()), (reading, finding));
        }
    }
}
