//! Installs pinned tools that are missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::script::write_script;
use crate::step::{is_there, output, run, run_beside, step};
use crate::{Fault, place};

/// The version of trunk, with which the page can be built as well.
const TRUNK: &str = "0.21.14";
/// The target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs what the build needs and is missing. Returns folders to put before the search path.
pub(crate) fn ensure() -> Result<Vec<PathBuf>, Fault> {
    let bindgen = locked_version("wasm-bindgen")?;
    // Without --locked, because its own lock file pins a package that was withdrawn.
    let flags = ["--no-default-features", "--bin", "wasm-bindgen"];
    let mut folders = vec![ensure_cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &bindgen, &flags)?];
    folders.extend(ensure_wasm_opt()?);
    Ok(folders)
}

/// Installs trunk, with which the page can be built as well. Returns its folder.
pub(crate) fn ensure_trunk() -> Result<PathBuf, Fault> {
    ensure_cargo_tool("trunk", "trunk", TRUNK, &["--locked", "--no-default-features"])
}

/// Installs the packages of package-lock.json, exactly as it names them, and returns their folder. The folder is named after the
/// digest of the lock file, so another lock file gets another folder. `None` without node and npm.
pub(crate) fn npm_packages() -> Result<Option<PathBuf>, Fault> {
    if !is_there("npm") || !is_there("node") {
        return Ok(None);
    }
    let lock = fs::read(place::root().join("package-lock.json"))?;
    let digest: String = Sha256::digest(&lock).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let folder = place::tools().join(format!("npm-{digest}"));
    let done = folder.join("installed");
    if !done.exists() {
        step("install the npm packages of package-lock.json", || {
            fs::create_dir_all(&folder)?;
            for file in ["package.json", "package-lock.json", ".npmrc"] {
                fs::copy(place::root().join(file), folder.join(file))?;
            }
            run_beside("tools", Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
            Ok(fs::write(&done, "")?)
        })?;
    }
    Ok(Some(folder))
}

/// Adds the target of the page if it is missing.
pub(crate) fn ensure_wasm_target() -> Result<(), Fault> {
    let has = |out: String| out.lines().any(|line| line == WASM);
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib").exists() {
        return Ok(());
    }
    if !is_there("rustup") {
        return Err(format!(
            "rustc lacks the target {WASM} and there is no rustup; install the target by your own means"
        )
        .into());
    }
    if output(Command::new("rustup").args(["target", "list", "--installed"])).is_some_and(has) {
        return Ok(());
    }
    step(&format!("add the target {WASM}"), || run(Command::new("rustup").args(["target", "add", WASM])))
}

/// Installs `binary` of `package` in `version` if it is missing. Returns its folder.
fn ensure_cargo_tool(package: &str, binary: &str, version: &str, flags: &[&str]) -> Result<PathBuf, Fault> {
    let folder = place::tools().join(format!("{binary}-{version}"));
    let says = |path: &Path| output(Command::new(path).arg("--version")).unwrap_or_default();
    let path = folder.join("bin").join(binary);
    // The program is asked for its version, because an interrupted installation leaves a folder too.
    if !says(&path).contains(version) {
        step(&format!("install {package} {version} (some minutes, once)"), || {
            let mut install = Command::new("cargo");
            install.args(["install", package, "--version", version, "--force", "--root"]).arg(&folder).args(flags);
            install.env("CARGO_TARGET_DIR", place::tools().join("build"));
            // Tools run for seconds and build for minutes, so optimising them is not worth the time.
            install.env("CARGO_PROFILE_RELEASE_LTO", "off");
            install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
            install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
            run_beside("tools", &mut install)?;
            let _ = fs::remove_dir_all(place::tools().join("build"));
            Ok(())
        })?;
        let found = says(&path);
        if !found.contains(version) {
            return Err(format!("{binary} should say version {version}, it says {found:?}").into());
        }
    }
    Ok(folder.join("bin"))
}

/// The version of `package` in Cargo.lock.
fn locked_version(package: &str) -> Result<String, Fault> {
    let lock = fs::read_to_string(place::root().join("Cargo.lock"))?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    let version =
        lock.split_once(&entry).and_then(|(_, rest)| rest.split_once('"')).map(|(version, _)| version.to_owned());
    Ok(version.ok_or(format!("Cargo.lock does not name {package}"))?)
}

/// Installs `wasm-opt` and returns its folder. Prints a line and returns `None` without node.
fn ensure_wasm_opt() -> Result<Option<PathBuf>, Fault> {
    let Some(packages) = npm_packages()? else {
        println!("node and npm are not there: the page will be some 10 % larger");
        return Ok(None);
    };
    let bin = packages.join("bin");
    fs::create_dir_all(&bin)?;
    // npm's program is a node script. trunk and its hook need a program with this name.
    let wrapper = "#!/bin/sh\nexec node \"$(dirname \"$0\")/../node_modules/binaryen/bin/wasm-opt\" \"$@\"\n";
    write_script(&bin.join("wasm-opt"), wrapper)?;
    Ok(Some(bin))
}
