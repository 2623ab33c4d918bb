//! Every target reads its kept inputs and a bounded number of damaged ones, the same on every machine.

use entente_fuzz::explore;
use entente_fuzz::target::TARGETS;
use proptest::test_runner::{Config, RngSeed, TestRunner};

/// Damaged inputs of each target.
const CASES: u32 = 80;

#[test]
fn what_nobody_wrote_is_read_or_refused() {
    let faults: Vec<String> = TARGETS
        .iter()
        .filter_map(|target| {
            let config =
                Config { cases: CASES, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..Config::default() };
            explore(target, &mut TestRunner::new(config), &|_, _| {}).err()
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
