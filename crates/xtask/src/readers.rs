//! Builds the readers and finders as a module of their own, and checks its size and that it contains no engine for regular expressions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::{output, run as run_program, step};
use crate::{Fault, budget, build, place, tools};

/// The package of the module, and its name as a library.
const PACKAGE: &str = "entente-reader-module";
const MODULE: &str = "entente_reader_module";
/// The most bytes of the module, gzipped.
const MAX_GZIPPED_BYTES: u64 = 1_500_000;
/// Engines for regular expressions: document text is read in linear time, by tables and grammars.
const ENGINES: &[&str] = &["fancy-regex", "onig", "pcre2", "regex", "regex-automata", "regex-lite", "regress"];

/// Builds the module as the page is built, prints its size and checks it and what it depends on.
pub(crate) fn run() -> Result<(), Fault> {
    step("no regular expressions in the readers", check_dependencies)?;
    step("size of the readers", || {
        let module = build_module()?;
        let (bytes, gzipped) = (fs::metadata(&module)?.len(), budget::gzipped_bytes(&module)? as u64);
        println!("readers and finders: {bytes} bytes, gzipped {gzipped} (at most {MAX_GZIPPED_BYTES})");
        if gzipped > MAX_GZIPPED_BYTES { Err("the readers are over their budget".into()) } else { Ok(()) }
    })
}

fn check_dependencies() -> Result<(), Fault> {
    let mut tree = Command::new("cargo");
    tree.args(["tree", "--locked", "--offline", "--edges", "normal", "--prefix", "none", "--format", "{p}"]);
    tree.args(["--target", tools::WASM, "--package", PACKAGE]).current_dir(place::root());
    let tree = output(&mut tree).ok_or("cargo tree failed")?;
    match engine_in(&tree) {
        Some(engine) => {
            Err(format!("{engine} is in the readers; see cargo tree --package {PACKAGE} --invert {engine}").into())
        }
        None => Ok(()),
    }
}

/// The first engine for regular expressions that a list of packages names.
fn engine_in(tree: &str) -> Option<&str> {
    tree.lines().filter_map(|line| line.split_whitespace().next()).find(|name| ENGINES.contains(name))
}

/// Builds the module with `wasm-bindgen` and, if it is found, `wasm-opt`. Returns its path.
fn build_module() -> Result<PathBuf, Fault> {
    tools::ensure_wasm_target()?;
    let folders = tools::ensure()?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--locked", "--profile", "web", "--target", tools::WASM, "--package", PACKAGE]);
    cargo.current_dir(place::root());
    build::keep_paths_out(&mut cargo);
    run_program(&mut cargo)?;
    let folder = place::target().join("readers");
    fs::create_dir_all(&folder)?;
    let wasm = place::target().join(tools::WASM).join("web").join(format!("{MODULE}.wasm"));
    let mut bind = Command::new(build::find_program(&folders, "wasm-bindgen"));
    bind.args(["--target", "web", "--no-typescript", "--out-name", "readers", "--out-dir"]).arg(&folder).arg(&wasm);
    run_program(&mut bind)?;
    let bound = folder.join("readers_bg.wasm");
    optimise(&folders, &bound)?;
    Ok(bound)
}

/// Makes the module smaller as the page's is.
fn optimise(folders: &[PathBuf], module: &Path) -> Result<(), Fault> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--locked", "--release", "--package", "entente-stage"]).current_dir(place::root());
    build::keep_paths_out(&mut cargo);
    run_program(&mut cargo)?;
    let mut stage = Command::new(place::target().join("release").join("entente-stage"));
    run_program(stage.arg("optimise").arg(module).env("PATH", place::path_with(folders)))
}

#[cfg(test)]
mod tests {
    use super::engine_in;

    #[test]
    fn an_engine_is_known_by_its_whole_name() {
        assert_eq!(engine_in("serde v1.0.0\nregex-lite v0.1.6 (*)\n"), Some("regex-lite"));
        assert_eq!(engine_in("serde v1.0.0\nregexless v0.1.6\n"), None);
    }
}
