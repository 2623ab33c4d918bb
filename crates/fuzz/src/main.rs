//! Runs targets with random inputs: `cargo run --release -p entente-fuzz -- SECONDS [TARGET]`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a person")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use entente_fuzz::explore;
use entente_fuzz::target::TARGETS;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Cases between two checks of the clock.
const CASES_PER_ROUND: u32 = 200;

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
        let (start, mut cases) = (Instant::now(), 0_u64);
        while start.elapsed() < Duration::from_secs(seconds) {
            let config = Config {
                cases: CASES_PER_ROUND,
                failure_persistence: None,
                rng_seed: RngSeed::Random,
                ..Config::default()
            };
            if let Err(fault) = explore(target, &mut TestRunner::new(config)) {
                println!("{}: {fault}", target.name);
                status = ExitCode::FAILURE;
                break;
            }
            cases += u64::from(CASES_PER_ROUND);
        }
        println!("{}: {cases} cases in {} s", target.name, start.elapsed().as_secs());
    }
    status
}
