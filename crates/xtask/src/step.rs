//! Runs steps and programs. A step prints its name before it starts, and its time at its end.

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::Fault;

/// Runs `work` as a step called `name`.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    println!("== {name}");
    let started = Instant::now();
    let done = work();
    println!("== {name}: {} in {:.1} s", if done.is_ok() { "done" } else { "failed" }, started.elapsed().as_secs_f32());
    done
}

/// Runs a program to its end.
pub(crate) fn run(command: &mut Command) -> Result<(), Fault> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name} cannot be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}").into()) }
}

/// Runs a program to its end while others run too. Each line that it prints gets the prefix `label`.
pub(crate) fn run_beside(label: &str, command: &mut Command) -> Result<(), Fault> {
    let name = command.get_program().to_string_lossy().into_owned();
    let (reader, writer) = io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().map_err(|error| format!("{name} cannot be started: {error}"))?;
    close_pipe(command);
    for line in BufReader::new(reader).split(b'\n') {
        println!("{label}: {}", String::from_utf8_lossy(&line?).trim_end());
    }
    let status = child.wait()?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}").into()) }
}

/// Closes the pipe that a started `command` still has, so that the pipe ends with the program.
pub(crate) fn close_pipe(command: &mut Command) {
    command.stdout(Stdio::null()).stderr(Stdio::null());
}

/// Returns what a program prints on standard output; `None` if it cannot be run, fails, or prints something that is not UTF-8.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// True if `program` is on the search path.
pub(crate) fn is_there(program: &str) -> bool {
    Command::new("sh")
        .args(["-c", &format!("command -v {program} >/dev/null")])
        .status()
        .is_ok_and(|status| status.success())
}
