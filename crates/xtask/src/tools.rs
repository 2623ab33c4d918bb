//! Pinned tools, installed where they are missing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::step::{is_there, output, run, run_beside, step};
use crate::{Fault, place};

/// Builds the page from the manifest's `wasm32` package; its hook does the rest.
const TRUNK: &str = "0.21.14";
/// The target of the page.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs what the build needs and is missing; folders to put before the search path.
pub(crate) fn ensure() -> Result<Vec<PathBuf>, Fault> {
    let bindgen = locked_version("wasm-bindgen")?;
    // Without --locked: the lock file it was published with pins a package that is no longer there.
    let flags = ["--no-default-features", "--bin", "wasm-bindgen"];
    let mut folders = vec![cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &bindgen, &flags)?];
    folders.extend(wasm_opt()?);
    Ok(folders)
}

/// Installs trunk, with which the page can be built, too; its folder.
pub(crate) fn ensure_trunk() -> Result<PathBuf, Fault> {
    cargo_tool("trunk", "trunk", TRUNK, &["--locked", "--no-default-features"])
}

/// The folder with the packages of package-lock.json; `None` without node and npm.
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

/// Adds the target of the page where it is missing.
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

/// The folder with `binary` of `package` in `version`, installed where it is not.
fn cargo_tool(package: &str, binary: &str, version: &str, flags: &[&str]) -> Result<PathBuf, Fault> {
    let folder = place::tools().join(format!("{binary}-{version}"));
    let says = |path: &Path| output(Command::new(path).arg("--version")).unwrap_or_default();
    let path = folder.join("bin").join(binary);
    // By what it says, not by where it lies: an interrupted installation leaves a folder behind.
    if !says(&path).contains(version) {
        step(&format!("install {package} {version} (some minutes, once)"), || {
            let mut install = Command::new("cargo");
            install.args(["install", package, "--version", version, "--force", "--root"]).arg(&folder).args(flags);
            install.env("CARGO_TARGET_DIR", place::tools().join("build"));
            // Tools are run for seconds and built for minutes: their own release profile is not worth its time.
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

/// A folder with `wasm-opt`; `None`, with a line, without node.
fn wasm_opt() -> Result<Option<PathBuf>, Fault> {
    let Some(packages) = npm_packages()? else {
        println!("node and npm are not there: the page will be some 10 % larger");
        return Ok(None);
    };
    let bin = packages.join("bin");
    fs::create_dir_all(&bin)?;
    // npm's program is a node script; trunk and the hook want a program by this name.
    let wrapper = "#!/bin/sh\nexec node \"$(dirname \"$0\")/../node_modules/binaryen/bin/wasm-opt\" \"$@\"\n";
    let path = bin.join("wasm-opt");
    if fs::read_to_string(&path).is_ok_and(|text| text == wrapper) {
        return Ok(Some(bin));
    }
    fs::write(&path, wrapper)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    }
    Ok(Some(bin))
}
