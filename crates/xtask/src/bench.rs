//! `cargo xtask bench …`: measures how well and how fast the search engine ranks public collections.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::step::run as run_program;
use crate::{Fault, build, place, tools};

/// The crate with the engine as WebAssembly.
const DRIVER: &str = "entente-bench-driver";

/// Runs a release build of the measuring program with `arguments`.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Fault> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "entente-bench", "--"]).args(arguments);
    run_program(&mut command)
}

/// Builds the engine as WebAssembly, as the page is built, and puts it into `folder` with the module that loads it.
pub(crate) fn build_driver(folder: &str) -> Result<(), Fault> {
    tools::ensure_wasm_target()?;
    let folders = tools::ensure()?;
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--profile", "web", "--target", tools::WASM, "--package", DRIVER]);
    run_program(&mut build)?;
    let wasm = place::target().join(tools::WASM).join("web").join(format!("{DRIVER}.wasm"));
    let mut bind = Command::new(build::find_program(&folders, "wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir", folder]).arg(&wasm);
    run_program(&mut bind)?;
    let module = place::root().join("crates/bench-driver/entente.mjs");
    fs::copy(module, Path::new(folder).join("entente.mjs"))?;
    // The index is made by the native program.
    let mut native = Command::new("cargo");
    native.args(["build", "--quiet", "--release", "--package", "entente-bench"]);
    run_program(&mut native)?;
    fs::copy(place::target().join("release/entente-bench"), Path::new(folder).join("entente-bench"))?;
    println!("driver: {}", Path::new(folder).join("entente.mjs").display());
    Ok(())
}
