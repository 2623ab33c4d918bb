//! Runs `cargo test` and reads from what it prints which tests failed, so that the end of a long run can list them.
//!
//! In: a command. Out: what it prints, as it comes, and a line for each failure: the command that runs it alone.

use std::fmt::Write as _;
use std::io::{self, BufRead, BufReader, Write as _};
use std::process::Command;

use crate::Fault;
use crate::step::close_pipe;

/// Failures of all runs so far.
#[derive(Default)]
pub(crate) struct Failures {
    /// Commands, one for each failure.
    commands: Vec<String>,
}

impl Failures {
    /// Runs `command`, a `cargo test --no-fail-fast`. `variables` are set for it, and stand before the commands of its
    /// failures.
    pub(crate) fn run(&mut self, command: &mut Command, variables: &[(&str, String)]) -> Result<(), Fault> {
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        let before = self.commands.len();
        let mut report = Report::new(variables);
        let done = self.read_run(command, &mut report);
        if done.is_err() && self.commands.len() == before {
            // Neither a test nor a target failed, so cargo itself did.
            let arguments: Vec<_> = command.get_args().map(|argument| argument.to_string_lossy()).collect();
            self.commands.push(report.alone(&arguments.join(" ")));
        }
        done
    }

    /// Runs `command`, prints what it prints, and reads it with `report`.
    fn read_run(&mut self, command: &mut Command, report: &mut Report) -> Result<(), Fault> {
        // One pipe for both: cargo's line about a target follows what the target printed.
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let mut child = command.spawn().map_err(|error| format!("cargo cannot be started: {error}"))?;
        close_pipe(command);
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        loop {
            let piece = reader.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            // Shown at once: the dots of a quiet run are a line that takes minutes.
            let mut out = io::stdout().lock();
            out.write_all(piece)?;
            out.flush()?;
            let read = piece.len();
            for part in piece.split_inclusive(|byte| *byte == b'\n') {
                line.extend_from_slice(part);
                if line.ends_with(b"\n") {
                    self.commands.extend(report.read(String::from_utf8_lossy(&line).trim_end()));
                    line.clear();
                }
            }
            reader.consume(read);
        }
        let status = child.wait()?;
        if status.success() { Ok(()) } else { Err(format!("cargo ended with {status}").into()) }
    }

    /// Adds a failure by the command that shows it.
    pub(crate) fn add(&mut self, command: String) {
        self.commands.push(command);
    }

    /// Prints a line for each failure. An error if there are any.
    pub(crate) fn report(&self) -> Result<(), Fault> {
        if self.commands.is_empty() {
            return Ok(());
        }
        println!("\nWhat failed, each with the command that runs it alone:");
        for command in &self.commands {
            println!("  {command}");
        }
        Err(format!("{} failed; see the list above", self.commands.len()).into())
    }
}

/// What one run has printed so far.
struct Report {
    /// Variables of the commands, each with a space after it.
    prefix: String,
    /// Indented lines after the last `failures:`, which name tests unless more is said of them.
    names: Vec<String>,
    /// Tests that failed in the target that has just ended.
    failed: Vec<String>,
}

impl Report {
    fn new(variables: &[(&str, String)]) -> Self {
        let mut prefix = String::new();
        for (name, value) in variables {
            let _ = write!(prefix, "{name}={} ", quoted(value));
        }
        Self { prefix, names: Vec::new(), failed: Vec::new() }
    }

    /// Reads the next line; commands of the failures that it completes.
    fn read(&mut self, line: &str) -> Vec<String> {
        /// How cargo names a target with failures, before the arguments that choose it.
        const TARGET_FAILED: &str = "to rerun pass `";
        if line == "failures:" {
            self.names.clear();
        } else if let Some(name) = line.strip_prefix("    ") {
            self.names.push(name.to_owned());
        } else if line.starts_with("test result: FAILED") {
            self.failed = std::mem::take(&mut self.names);
        } else if let Some((_, rest)) = line.split_once(TARGET_FAILED) {
            let target = rest.split('`').next().unwrap_or_default();
            let failed = std::mem::take(&mut self.failed);
            if failed.is_empty() {
                return vec![self.alone(&format!("test {target}"))];
            }
            return failed
                .iter()
                .map(|name| self.alone(&format!("test {target} -- --exact {}", quoted(name))))
                .collect();
        } else if let Some(rest) = line.strip_prefix("error: could not compile `") {
            let package = rest.split('`').next().unwrap_or_default();
            return vec![self.alone(&format!("test --package {package} --no-run"))];
        }
        Vec::new()
    }

    fn alone(&self, arguments: &str) -> String {
        format!("{}cargo {arguments}", self.prefix)
    }
}

/// `text` as one word of a shell.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "_-./:=,".contains(c);
    if text.chars().all(plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commands(printed: &str, variables: &[(&str, String)]) -> Vec<String> {
        let mut report = Report::new(variables);
        printed.lines().flat_map(|line| report.read(line)).collect()
    }

    #[test]
    fn each_failed_test_is_listed_with_its_target() {
        let printed = "
running 3 tests
.F.
failures:

---- fold::tests::accents stdout ----
thread 'fold::tests::accents' panicked at crates/text/src/fold.rs:9:1:
    left: 1
failures:
    is what the text says

failures:
    fold::tests::accents
    fold::tests::width

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

error: test failed, to rerun pass `-p entente-text --lib`

running 1 test
.
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

error: test failed, to rerun pass `-p entente-text --test properties`

Caused by:
  process didn't exit successfully: `properties` (signal: 6, SIGABRT: process abort signal)
failures:
    crates/text/src/lib.rs - fold (line 12)

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

error: doctest failed, to rerun pass `-p entente-text --doc`
error: 2 targets failed:
    `-p entente-text --lib`
    `-p entente-text --test properties`
";
        assert_eq!(
            commands(printed, &[]),
            [
                "cargo test -p entente-text --lib -- --exact fold::tests::accents",
                "cargo test -p entente-text --lib -- --exact fold::tests::width",
                "cargo test -p entente-text --test properties",
                "cargo test -p entente-text --doc -- --exact 'crates/text/src/lib.rs - fold (line 12)'",
            ]
        );
    }

    #[test]
    fn what_does_not_compile_is_listed() {
        let printed = "error: could not compile `entente-text` (lib test) due to 1 previous error\n";
        assert_eq!(commands(printed, &[]), ["cargo test --package entente-text --no-run"]);
    }

    #[test]
    fn variables_that_a_test_needs_stand_before_its_command() {
        let printed = "failures:\n    lists::axe\n\ntest result: FAILED. 0 passed\nerror: test failed, to rerun pass `-p entente-browser --test page`\n";
        let variables = [("ENTENTE_TOOLS", "/home/a reader/tools".to_owned())];
        assert_eq!(
            commands(printed, &variables),
            ["ENTENTE_TOOLS='/home/a reader/tools' cargo test -p entente-browser --test page -- --exact lists::axe"]
        );
    }
}
