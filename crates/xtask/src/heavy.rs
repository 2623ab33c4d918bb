//! `cargo xtask check-heavy`: what takes too long for every change.
//!
//! Two clean builds of the last commit in folders of different names, which have to give the same page and the same command line;
//! and an hour and a half of inputs that nobody wrote, at random.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::step::{run as run_program, step};
use crate::{Fault, place};

/// Folders of the two builds: names of different lengths would show in whatever holds a path.
const BUILDS: [&str; 2] = ["one", "another-build"];
/// Files that have to be the same.
const FILES: [&str; 3] = ["dist/entente.html", "dist/web/entente.wasm", "target/release/entente"];
/// Seconds for each target of inputs that nobody wrote.
const FUZZ_SECONDS: &str = "600";

/// Does all of it.
pub(crate) fn run() -> Result<(), Fault> {
    reproduce()?;
    fuzz(FUZZ_SECONDS)
}

/// Builds the last commit twice and compares.
pub(crate) fn reproduce() -> Result<(), Fault> {
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

fn clean_build(folder: &PathBuf) -> Result<(), Fault> {
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

/// Runs every target of `entente-fuzz` at random for `seconds`.
pub(crate) fn fuzz(seconds: &str) -> Result<(), Fault> {
    step("inputs that nobody wrote, at random", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["run", "--release", "--locked", "--package", "entente-fuzz", "--", seconds]);
        run_program(cargo.current_dir(place::root()))
    })
}
