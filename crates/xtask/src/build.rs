//! `cargo xtask build`: the page and the command line.

use std::path::PathBuf;
use std::process::Command;

use crate::step::{self, is_there, step};
use crate::{Fault, place, tools};

/// Builds everything, says where it lies and, where there is a desktop and `open` is set, opens the page.
pub(crate) fn run(open: bool) -> Result<(), Fault> {
    let (page, binary) = build()?;
    println!("\nThe page:          {}", page.display());
    println!("The command line:  {}", binary.display());
    if open && desktop() {
        // A desktop that cannot open it is no failure of the build.
        let _ = Command::new("xdg-open").arg(&page).spawn();
    }
    Ok(())
}

/// Builds everything: paths of the page and of the command line.
pub(crate) fn build() -> Result<(PathBuf, PathBuf), Fault> {
    let folders = step("check the tools", tools::ensure)?;
    let page = place::root().join("dist").join("entente.html");
    step("build the page (minutes the first time)", || {
        let mut trunk = Command::new("trunk");
        trunk.args(["build", "--release"]).current_dir(place::root());
        // trunk takes NO_COLOR for its own flag and refuses the value 1.
        trunk.env_remove("NO_COLOR").env("PATH", place::path_with(&folders));
        command_flags(&mut trunk);
        run_program(trunk, &folders)
    })?;
    step("build the command line with the page inside", || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--release", "--locked", "--package", "entente-cli"]).current_dir(place::root());
        cargo.env("ENTENTE_TEMPLATE", &page);
        command_flags(&mut cargo);
        run_command(&mut cargo)
    })?;
    Ok((page, place::target().join("release").join("entente")))
}

/// Runs `program` by its path in the first of `folders` that has it: the search path of a child does not
/// decide which program is started.
fn run_program(program: Command, folders: &[PathBuf]) -> Result<(), Fault> {
    let name = program.get_program().to_owned();
    let path = folders.iter().map(|folder| folder.join(&name)).find(|path| path.exists());
    let mut by_path = Command::new(path.unwrap_or_else(|| name.into()));
    by_path.args(program.get_args());
    if let Some(folder) = program.get_current_dir() {
        by_path.current_dir(folder);
    }
    for (key, value) in program.get_envs() {
        match value {
            Some(value) => by_path.env(key, value),
            None => by_path.env_remove(key),
        };
    }
    run_command(&mut by_path)
}

fn run_command(command: &mut Command) -> Result<(), Fault> {
    step::run(command)
}

/// Flags that keep the paths of this machine out of what is built.
fn command_flags(command: &mut Command) {
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

fn desktop() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    (set("DISPLAY") || set("WAYLAND_DISPLAY")) && !set("CI") && is_there("xdg-open")
}
