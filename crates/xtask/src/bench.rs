//! `cargo xtask bench …`: how well the search engine ranks, and how fast, on collections that are not the product's.

use std::process::Command;

use crate::Fault;
use crate::step::run as run_program;

/// Hands `arguments` to the measuring program, built for speed.
pub(crate) fn run(arguments: &[&str]) -> Result<(), Fault> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "entente-bench", "--"]).args(arguments);
    run_program(&mut command)
}
