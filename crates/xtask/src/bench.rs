//! `cargo xtask bench …`: how well the search engine ranks, and how fast, on collections that are not the product's.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::step::run as run_program;
use crate::{Fault, build, place, tools};

/// The crate that is the engine in a page of its own.
const DRIVER: &str = "entente-bench-driver";

/// Hands `arguments` to the measuring program, built for speed.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Fault> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "entente-bench", "--"]).args(arguments);
    run_program(&mut command)
}

/// Builds the engine as WebAssembly, as the page is built, and puts it into `folder` with the module that loads it.
pub(crate) fn driver(folder: &str) -> Result<(), Fault> {
    tools::ensure_wasm_target()?;
    let folders = tools::ensure()?;
    let mut build = Command::new("cargo");
    build.args(["build", "--quiet", "--profile", "web", "--target", tools::WASM, "--package", DRIVER]);
    run_program(&mut build)?;
    let wasm = place::target().join(tools::WASM).join("web").join(format!("{DRIVER}.wasm"));
    let mut bind = Command::new(build::program(&folders, "wasm-bindgen"));
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
