//! `cargo xtask test`: every test there is.

use std::process::Command;

use crate::step::{run as run_command, step};
use crate::{Fault, browsers, build, place, tools};

/// The package with the tests in real browsers.
const BROWSER: &str = "entente-browser";

/// Runs the native tests and, where `browsers` is set, those in real browsers on what was built.
pub(crate) fn run(in_browsers: bool) -> Result<(), Fault> {
    step("native tests", || {
        run_command(cargo().args(["test", "--quiet", "--locked", "--workspace", "--exclude", BROWSER]))
    })?;
    if !in_browsers {
        return Ok(());
    }
    browsers::ensure()?;
    let (page, binary) = build::build()?;
    let packages = tools::npm_packages()?.ok_or("the accessibility tests need node and npm")?;
    step("tests in browsers", || {
        let mut tests = cargo();
        tests.args(["test", "--quiet", "--locked", "--package", BROWSER]);
        run_command(tests.env("ENTENTE_PAGE", page).env("ENTENTE_BIN", binary).env("ENTENTE_TOOLS", packages))
    })
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(place::root());
    cargo
}
