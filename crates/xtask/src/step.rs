//! A step prints its name, runs, and prints how long it took.

use std::process::Command;
use std::time::Instant;

use crate::Fault;

/// Runs `what` under `name`.
pub(crate) fn step<T>(name: &str, what: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    println!("== {name}");
    let started = Instant::now();
    let done = what();
    println!("== {name}: {} in {:.1} s", if done.is_ok() { "done" } else { "failed" }, started.elapsed().as_secs_f32());
    done
}

/// Runs a program to its end.
pub(crate) fn run(command: &mut Command) -> Result<(), Fault> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}").into()) }
}

/// What a program prints, in one line for each; `None` where it cannot be run or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// True when `program` is on the path.
pub(crate) fn is_there(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", &format!("command -v {program} >/dev/null")])
        .status()
        .is_ok_and(|status| status.success())
}
