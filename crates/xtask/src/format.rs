//! `cargo xtask format`: scripts and style sheets in one form.

use std::process::Command;

use crate::step::{run as run_program, step};
use crate::{Fault, place, tools};

/// What is formatted, as paths below the project's root.
const FILES: [&str; 4] =
    ["static/**/*.js", "static/**/*.css", "crates/bench-driver/*.mjs", "crates/cli/src/command/verify/*.css"];

/// Checks that every script and style sheet has the form that prettier gives it; gives it to them if `write` is set.
///
/// # Errors
/// If a file has another form, or node and npm are not installed.
pub(crate) fn run(write: bool) -> Result<(), Fault> {
    let packages = tools::npm_packages()?.ok_or("formatting scripts and style sheets needs node and npm")?;
    step("form of scripts and style sheets", || {
        let mut prettier = Command::new("node");
        prettier.arg(packages.join("node_modules/prettier/bin/prettier.cjs"));
        prettier.args(["--log-level", "warn", if write { "--write" } else { "--check" }]).args(FILES);
        run_program(prettier.current_dir(place::root()))
            .map_err(|fault| format!("{fault}; cargo xtask format --write gives the files their form").into())
    })
}
