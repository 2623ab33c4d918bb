//! `cargo xtask build`: the page and the command line.
//!
//! It does the same as `trunk build --release`, but without trunk, which takes longer to compile than the page. The test command
//! compares the results of the two (`crates/xtask/src/test.rs`).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::step::{is_there, run as run_program, run_beside, step};
use crate::{Fault, place, tools};

/// The package and the binary of the page.
const PAGE: &str = "entente-app";
/// The profile of the page, as `index.html` names it for trunk.
const PROFILE: &str = "web";
/// The profile of the page that is compiled in little time.
const QUICK_PROFILE: &str = "quick";

/// Builds everything and prints the paths. Opens the page if `open` is set and there is a desktop.
pub(crate) fn run(open: bool) -> Result<(), Fault> {
    let built = build(tools::ensure)?;
    println!("\nThe page:          {}", built.page.display());
    println!("The command line:  {}", built.binary.display());
    if open && has_desktop() {
        // The build has succeeded even if the desktop cannot open the page.
        let _ = Command::new("xdg-open").arg(&built.page).spawn();
    }
    Ok(())
}

/// Builds the page alone, in little time and larger than it could be, into `target/quick/page`: for looking at it while working.
pub(crate) fn run_quick() -> Result<(), Fault> {
    tools::ensure_wasm_target()?;
    let tools = tools::ensure()?;
    step("compile the page and the program that makes it", || {
        let mut page = cargo_build();
        run_program(page.args(["--profile", QUICK_PROFILE, "--target", tools::WASM, "--bin", PAGE]))?;
        run_program(cargo_build().args(["--package", "entente-stage"]))
    })?;
    let folder = place::target().join("quick").join("page");
    fs::create_dir_all(&folder)?;
    let stage = place::target().join("debug").join("entente-stage");
    step("make the page", || make_page(&tools, &stage, QUICK_PROFILE, &folder))?;
    println!("\nThe page:          {}", folder.join("entente.html").display());
    Ok(())
}

/// What was built.
pub(crate) struct Built {
    /// The single page.
    pub(crate) page: PathBuf,
    /// The command line.
    pub(crate) binary: PathBuf,
    /// Folders of the tools, to be put before the search path.
    pub(crate) tools: Vec<PathBuf>,
}

/// Builds everything; `install_tools` returns the folders of the tools.
pub(crate) fn build(install_tools: impl FnOnce() -> Result<Vec<PathBuf>, Fault>) -> Result<Built, Fault> {
    let tools = step("compile page, programs and tools (minutes the first time)", || compile(install_tools))?;
    let dist = place::root().join("dist");
    let page = dist.join("entente.html");
    let stage = place::target().join("release").join("entente-stage");
    step("make the page", || make_page(&tools, &stage, PROFILE, &dist))?;
    step("build the command line with the page inside", || {
        run_program(cargo_build_programs().env("ENTENTE_TEMPLATE", &page))
    })?;
    Ok(Built { page, binary: place::target().join("release").join("entente"), tools })
}

/// Builds the page with trunk, into a folder of its own, and compares it with the one that `cargo xtask build` made.
pub(crate) fn compare_with_trunk(built: &Built) -> Result<(), Fault> {
    let dist = place::target().join("trunk");
    let mut trunk = Command::new(find_program(&built.tools, "trunk"));
    trunk.args(["build", "--release", "--dist"]).arg(&dist).current_dir(place::root());
    // trunk takes NO_COLOR for its own flag and refuses the value 1.
    trunk.env_remove("NO_COLOR").env("PATH", place::path_with(&built.tools));
    keep_paths_out(&mut trunk);
    run_program(&mut trunk)?;
    for name in ["index.html", "entente.html"] {
        if fs::read(dist.join(name))? != fs::read(&built.page)? {
            return Err(format!("{} is not {}", dist.join(name).display(), built.page.display()).into());
        }
    }
    Ok(())
}

/// Compiles the page, the programs and the tools at the same time, because each of them waits for single crates at times. Each builds
/// in a folder of its own, so that none waits for the lock of another. Returns the folders of the tools.
fn compile(install_tools: impl FnOnce() -> Result<Vec<PathBuf>, Fault>) -> Result<Vec<PathBuf>, Fault> {
    tools::ensure_wasm_target()?;
    thread::scope(|scope| {
        let job = |label: &'static str, mut command: Command| {
            // A `Fault` cannot be sent from a thread.
            scope.spawn(move || run_beside(label, &mut command).map_err(|fault| format!("{label}: {fault}")))
        };
        let jobs = [job("page", cargo_build_page()), job("programs", cargo_build_programs())];
        let folders = install_tools();
        for job in jobs {
            job.join().map_err(|_| "a job of the build has panicked")??;
        }
        folders
    })
}

fn cargo_build_page() -> Command {
    let mut cargo = cargo_build();
    cargo.args(["--profile", PROFILE, "--target", tools::WASM, "--bin", PAGE]);
    cargo
}

/// The command line, and the program that makes the page: built together, so that what they share is built once.
fn cargo_build_programs() -> Command {
    let mut cargo = cargo_build();
    cargo.args(["--release", "--package", "entente-stage", "--package", "entente-cli"]);
    cargo
}

fn cargo_build() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--locked"]).current_dir(place::root());
    keep_paths_out(&mut cargo);
    cargo
}

/// Fills the folder `dist` through a staging folder, as trunk does. The program `stage` makes the page that was compiled with `profile`.
fn make_page(folders: &[PathBuf], stage: &Path, profile: &str, dist: &Path) -> Result<(), Fault> {
    let staging = dist.join(".stage");
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::create_dir_all(&staging)?;
    let wasm = place::target().join(tools::WASM).join(profile).join(format!("{PAGE}.wasm"));
    let mut bindgen = Command::new(find_program(folders, "wasm-bindgen"));
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", PAGE, "--out-dir"]).arg(&staging).arg(&wasm);
    run_program(&mut bindgen)?;
    let mut stage = Command::new(stage);
    // The name that trunk has for the profile of a release.
    let named = if profile == PROFILE { "release" } else { profile };
    stage.env("PATH", place::path_with(folders));
    stage.env("TRUNK_PROFILE", named).env("TRUNK_SOURCE_DIR", place::root()).env("TRUNK_STAGING_DIR", &staging);
    run_program(&mut stage)?;
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        if path != staging {
            remove(&path)?;
        }
    }
    for entry in fs::read_dir(&staging)? {
        let entry = entry?;
        fs::rename(entry.path(), dist.join(entry.file_name()))?;
    }
    Ok(fs::remove_dir(&staging)?)
}

fn remove(path: &Path) -> Result<(), Fault> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    Ok(removed?)
}

/// The path of `name` in the first of `folders` that has it, or else `name` itself. A full path is needed because the search path
/// of the child does not decide which program is started.
pub(crate) fn find_program(folders: &[PathBuf], name: &str) -> PathBuf {
    folders.iter().map(|folder| folder.join(name)).find(|path| path.exists()).unwrap_or_else(|| name.into())
}

/// Sets flags that keep the paths of this machine out of what is built.
pub(crate) fn keep_paths_out(command: &mut Command) {
    let mut flags: Vec<String> = std::env::var("CARGO_ENCODED_RUSTFLAGS")
        .map(|flags| flags.split('\u{1f}').map(str::to_owned).collect())
        .or_else(|_| std::env::var("RUSTFLAGS").map(|flags| flags.split_whitespace().map(str::to_owned).collect()))
        .unwrap_or_default();
    flags.push(format!("--remap-path-prefix={}=entente", place::root().display()));
    if let Some(home) = place::cargo_home() {
        flags.push(format!("--remap-path-prefix={}=cargo", home.display()));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
}

fn has_desktop() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    (set("DISPLAY") || set("WAYLAND_DISPLAY")) && !set("CI") && is_there("xdg-open")
}
