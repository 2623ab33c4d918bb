//! `cargo xtask check-heavy`: checks that take too long for every change.
//!
//! Two clean builds of the last commit in different folders have to give the same page and the same command line. After that, random
//! inputs are read for over an hour.

use std::fs;
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::step::{run as run_program, step};
use crate::{Fault, place};

/// The folders of the two builds. Their names have different lengths, so that a path in an output would change it.
const BUILDS: [&str; 2] = ["one", "another-build"];
/// The files that have to be the same.
const FILES: [&str; 3] = ["dist/entente.html", "dist/web/entente.wasm", "target/release/entente"];
/// Seconds for each target of random inputs.
const FUZZ_SECONDS: &str = "600";

/// Runs both checks.
pub(crate) fn run() -> Result<(), Fault> {
    compare_builds()?;
    fuzz(FUZZ_SECONDS)
}

/// Builds the last commit twice and compares the files. Prints their digests.
pub(crate) fn compare_builds() -> Result<(), Fault> {
    let folder = place::target().join("reproduce");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let builds = BUILDS.map(|name| folder.join(name));
    for build in &builds {
        step(&format!("build the last commit in {}", build.display()), || clean_build(build))?;
    }
    let mut faults = Vec::new();
    for file in FILES {
        let [one, other] = [digest(&builds[0].join(file))?, digest(&builds[1].join(file))?];
        println!("{file}\n  {one}\n  {other}");
        if one != other {
            faults.push(format!("{file} differs between two builds"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

fn clean_build(folder: &Path) -> Result<(), Fault> {
    run_program(Command::new("git").args(["clone", "--quiet", "--local"]).arg(place::root()).arg(folder))?;
    let mut cargo = Command::new("cargo");
    cargo.args(["xtask", "build", "--no-open"]).current_dir(folder);
    cargo.env_remove("CARGO_TARGET_DIR").env_remove("ENTENTE_TEMPLATE");
    run_program(&mut cargo)
}

fn digest(path: &Path) -> Result<String, Fault> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Runs every target of `entente-fuzz` with random inputs for `seconds` each.
pub(crate) fn fuzz(seconds: &str) -> Result<(), Fault> {
    step("random inputs", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["run", "--profile", "fuzz", "--locked", "--package", "entente-fuzz", "--", seconds]);
        run_program(cargo.current_dir(place::root()))
    })
}
