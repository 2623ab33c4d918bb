//! `cargo xtask test`: runs every test.

use std::process::Command;

use crate::failures::Failures;
use crate::step::step;
use crate::{Fault, browsers, build, place, tools};

/// The package with the tests in real browsers.
const BROWSER: &str = "entente-browser";

/// Runs the native tests and, if `in_browsers` is set, those in real browsers with what was built. A failure stops no other test. All
/// failures are listed at the end.
pub(crate) fn run(in_browsers: bool) -> Result<(), Fault> {
    let mut failures = Failures::default();
    // The step prints that it failed, and the list at the end names the tests.
    let _ = step("native tests", || {
        let mut tests = cargo_test();
        tests.args(["--workspace", "--exclude", BROWSER, "--", "--quiet"]);
        failures.run(&mut tests, &[])
    });
    let prepared = if in_browsers { test_in_browsers(&mut failures) } else { Ok(()) };
    let listed = failures.report();
    prepared.and(listed)
}

/// Builds everything and runs the tests in browsers. The error is one of preparing them; failed tests are added to `failures`.
fn test_in_browsers(failures: &mut Failures) -> Result<(), Fault> {
    browsers::ensure()?;
    let built = build::build(|| {
        let mut folders = tools::ensure()?;
        folders.push(tools::ensure_trunk()?);
        Ok(folders)
    })?;
    let trunk = step("build the page with trunk, too", || build::compare_with_trunk(&built));
    if let Err(fault) = trunk {
        println!("{fault}");
        failures.add("trunk", &["build", "--release"]);
    }
    let packages = tools::npm_packages()?.ok_or("the accessibility tests need node and npm")?;
    let mut variables = vec![("ENTENTE_TOOLS", packages.display().to_string())];
    if place::target() != place::root().join("target") {
        variables.push(("ENTENTE_BIN", built.binary.display().to_string()));
    }
    let _ = step("tests in browsers", || {
        failures.run_with_second_try(cargo_test().args(["--package", BROWSER]), &variables)
    });
    Ok(())
}

/// A `cargo test` that runs all targets even if one fails.
fn cargo_test() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--no-fail-fast", "--locked"]).current_dir(place::root());
    // The tests use what was built here, not what the shell has set.
    cargo.env_remove("ENTENTE_PAGE").env_remove("ENTENTE_BIN");
    cargo
}
