//! `cargo xtask evaluate` and `cargo xtask audit`: how well documents are read.

use std::process::Command;

use crate::Fault;
use crate::step::run as run_program;

/// Runs the tool `name` of `crates/evaluate`: `evaluate` or `audit`.
pub(crate) fn run(name: &str, arguments: &[&str]) -> Result<(), Fault> {
    let mut command = Command::new("cargo");
    command.args(["run", "--quiet", "--release", "--package", "entente-evaluate", "--bin", name, "--"]);
    run_program(command.args(arguments))
}
