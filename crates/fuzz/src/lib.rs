//! Fuzz tests for everything that reads foreign bytes.
//!
//! In: the small inputs of `corpus`, one folder for each [`Target`]. Inputs that once made a target fail are kept there. Out: these
//! inputs damaged, joined and repeated, each read by its target, which panics if a property does not hold. `tests/targets.rs` runs a
//! bounded number of cases, the same on every machine. `cargo run --profile fuzz -p entente-fuzz -- SECONDS [TARGET]` runs random cases.

pub mod mutate;
pub mod target;

use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use proptest::test_runner::{TestCaseError, TestError, TestRunner};

use crate::target::Target;

/// The kept inputs of `target`, in the order of their names: extension and bytes.
///
/// # Errors
/// If the folder cannot be read.
pub fn seeds(target: &Target) -> io::Result<Vec<(String, Vec<u8>)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    paths.sort();
    let extension = |path: &Path| path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let mut seeds: Vec<(String, Vec<u8>)> =
        paths.iter().map(|path| Ok((extension(path), fs::read(path)?))).collect::<io::Result<_>>()?;
    seeds.extend((target.made)());
    Ok(seeds)
}

/// Reads as many damaged inputs as the configuration of `runner` says. `before` is called with each input before it is read: what
/// ends the process leaves no other trace.
///
/// # Errors
/// A sentence with the smallest input that fails, or the reason why there are no inputs.
pub fn explore(target: &Target, runner: &mut TestRunner, before: &dyn Fn(&str, &[u8])) -> Result<(), String> {
    let seeds = seeds(target).map_err(|error| format!("{}: {error}", target.name))?;
    let holds = |extension: &str, input: &[u8]| {
        before(extension, input);
        catch_unwind(AssertUnwindSafe(|| (target.read)(extension, input))).is_ok()
    };
    for (extension, seed) in &seeds {
        if !holds(extension, seed) {
            return Err(described(target, extension, seed));
        }
    }
    let result = runner.run(&mutate::inputs(seeds), |(extension, input)| {
        if holds(&extension, &input) { Ok(()) } else { Err(TestCaseError::fail("it fails")) }
    });
    match result {
        Ok(()) => Ok(()),
        Err(TestError::Abort(reason)) => Err(format!("{}: {reason}", target.name)),
        Err(TestError::Fail(_, (extension, input))) => Err(described(target, &extension, &input)),
    }
}

/// A sentence with the input that makes `target` fail.
fn described(target: &Target, extension: &str, input: &[u8]) -> String {
    format!("{} fails: .{extension}, {} bytes: {:?}", target.name, input.len(), String::from_utf8_lossy(input))
}
