//! `cargo xtask test`: every test there is.

use std::process::Command;

use crate::failures::Failures;
use crate::step::step;
use crate::{Fault, browsers, build, place, tools};

/// The package with the tests in real browsers.
const BROWSER: &str = "entente-browser";

/// Runs the native tests and, where `browsers` is set, those in real browsers on what was built. All of them are run, and
/// then all that failed are listed.
pub(crate) fn run(in_browsers: bool) -> Result<(), Fault> {
    let mut failures = Failures::default();
    // A step says by itself that it failed; the list says what.
    let _ = step("native tests", || {
        let mut tests = cargo_test();
        tests.args(["--workspace", "--exclude", BROWSER, "--", "--quiet"]);
        failures.run(&mut tests, &[])
    });
    let prepared = if in_browsers { test_in_browsers(&mut failures) } else { Ok(()) };
    let listed = failures.report();
    prepared.and(listed)
}

/// An error if the tests could not be run.
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
        failures.add("trunk build --release".to_owned());
    }
    let packages = tools::npm_packages()?.ok_or("the accessibility tests need node and npm")?;
    let mut variables = vec![("ENTENTE_TOOLS", packages.display().to_string())];
    if place::target() != place::root().join("target") {
        variables.push(("ENTENTE_BIN", built.binary.display().to_string()));
    }
    let _ = step("tests in browsers", || failures.run(cargo_test().args(["--package", BROWSER]), &variables));
    Ok(())
}

/// One failing target does not hide the others.
fn cargo_test() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--no-fail-fast", "--locked"]).current_dir(place::root());
    // What was built is tested, whatever a shell has set.
    cargo.env_remove("ENTENTE_PAGE").env_remove("ENTENTE_BIN");
    cargo
}
