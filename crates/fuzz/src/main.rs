//! Runs targets with random inputs: `cargo run --profile fuzz -p entente-fuzz -- SECONDS [TARGET]`.
//!
//! The input that is being read is kept in a file, which is there after a crash of the process. So is the one that took longest.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a person")]

use std::cell::RefCell;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use entente_fuzz::explore;
use entente_fuzz::target::TARGETS;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Cases between two checks of the clock.
const CASES_PER_ROUND: u32 = 200;

/// Follows which input is being read, and for how long.
struct Watch {
    /// The file with the input that is being read, and the one with the input that took longest.
    reading: PathBuf,
    slowest: PathBuf,
    now: RefCell<Option<(Instant, Vec<u8>)>>,
    longest: RefCell<Duration>,
}

impl Watch {
    fn new(target: &str) -> Self {
        let file =
            |what: &str| std::env::temp_dir().join(format!("entente-fuzz-{target}-{}-{what}", std::process::id()));
        let (reading, slowest) = (file("reading"), file("slowest"));
        println!("{target}: the input that is being read is in {}", reading.display());
        Self { reading, slowest, now: RefCell::default(), longest: RefCell::default() }
    }

    /// The input before was read to its end, and this one is next.
    fn next(&self, extension: &str, input: &[u8]) {
        self.end();
        let kept = [extension.as_bytes(), b"\n", input].concat();
        // Without the file a crash is harder to repeat, and nothing else is lost.
        let _ = fs::write(&self.reading, &kept);
        *self.now.borrow_mut() = Some((Instant::now(), kept));
    }

    fn end(&self) {
        let Some((start, kept)) = self.now.take() else { return };
        if start.elapsed() > *self.longest.borrow() {
            *self.longest.borrow_mut() = start.elapsed();
            let _ = fs::write(&self.slowest, &kept);
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(seconds) = arguments.first().and_then(|seconds| seconds.parse().ok()) else {
        eprintln!("SECONDS for each target, and the name of one target, if only one is wanted");
        return ExitCode::from(2);
    };
    // The report contains the message of a failure.
    std::panic::set_hook(Box::new(|_| {}));
    let mut status = ExitCode::SUCCESS;
    for target in TARGETS.iter().filter(|target| arguments.get(1).is_none_or(|name| name == target.name)) {
        let watch = Watch::new(target.name);
        let (start, mut cases) = (Instant::now(), 0_u64);
        while start.elapsed() < Duration::from_secs(seconds) {
            let config = Config {
                cases: CASES_PER_ROUND,
                failure_persistence: None,
                rng_seed: RngSeed::Random,
                ..Config::default()
            };
            let before = |extension: &str, input: &[u8]| watch.next(extension, input);
            if let Err(fault) = explore(target, &mut TestRunner::new(config), &before) {
                println!("{}: {fault}", target.name);
                status = ExitCode::FAILURE;
                break;
            }
            cases += u64::from(CASES_PER_ROUND);
        }
        watch.end();
        println!(
            "{}: {cases} cases in {} s, the slowest {} ms",
            target.name,
            start.elapsed().as_secs(),
            watch.longest.borrow().as_millis()
        );
    }
    status
}
