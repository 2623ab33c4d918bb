//! Runs `cargo test` and reads from what it prints which tests failed, so that the end of a long run can list them.
//!
//! In: a command. Out: what it prints, as it comes, and a line for each failure: the command that runs it alone.

use std::fmt;
use std::io::{self, BufRead, BufReader, Write as _};
use std::process::Command;

use crate::step::close_pipe;
use crate::{Fault, place};

/// Failures of all runs so far.
#[derive(Default)]
pub(crate) struct Failures {
    /// Commands, one for each failure.
    commands: Vec<Alone>,
    /// Commands of the tests that failed and then passed by themselves.
    unsteady: Vec<Alone>,
}

/// A command that runs one thing that failed.
#[derive(Clone, Debug, PartialEq)]
struct Alone {
    /// The program, `cargo` for tests.
    program: String,
    /// Variables that are set for it.
    variables: Vec<(String, String)>,
    /// Arguments of the program.
    arguments: Vec<String>,
    /// True if it runs a single test, and not a whole target.
    is_test: bool,
}

impl Alone {
    /// The command itself, in the folder of the project.
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(place::root());
        command.env_remove("ENTENTE_PAGE").env_remove("ENTENTE_BIN");
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// As it is typed into a shell.
impl fmt::Display for Alone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.variables {
            write!(f, "{name}={} ", quoted(value))?;
        }
        f.write_str(&self.program)?;
        self.arguments.iter().try_for_each(|argument| write!(f, " {}", quoted(argument)))
    }
}

impl Failures {
    /// Runs `command`, a `cargo test --no-fail-fast`. `variables` are set for it, and stand before the commands of its
    /// failures.
    pub(crate) fn run(&mut self, command: &mut Command, variables: &[(&str, String)]) -> Result<(), Fault> {
        command.envs(variables.iter().map(|(name, value)| (name, value)));
        let before = self.commands.len();
        let mut report = Report::new(&command.get_program().to_string_lossy(), variables);
        let done = self.read_run(command, &mut report);
        if done.is_err() && self.commands.len() == before {
            // Neither a test nor a target failed, so cargo itself did.
            let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned()).collect();
            self.commands.push(report.alone(arguments, false));
        }
        done
    }

    /// Like [`Failures::run`], but each test that failed runs once more, by itself. One that passes then does not count as a failure; it is
    /// listed as unsteady. This is for tests that depend on the time that other programs take, as those in browsers do: on a busy
    /// machine, one of a hundred fails now and then for reasons that have nothing to do with the change under test.
    pub(crate) fn run_with_second_try(
        &mut self,
        command: &mut Command,
        variables: &[(&str, String)],
    ) -> Result<(), Fault> {
        let before = self.commands.len();
        let done = self.run(command, variables);
        let failed = self.commands.split_off(before);
        self.try_again(failed);
        if self.commands.len() == before { Ok(()) } else { done }
    }

    /// Runs each test of `failed` by itself, and keeps it as unsteady if it passes, else as failed.
    fn try_again(&mut self, failed: Vec<Alone>) {
        for alone in failed {
            println!("\nOnce more, by itself: {alone}");
            if alone.is_test && alone.command().status().is_ok_and(|status| status.success()) {
                self.unsteady.push(alone);
            } else {
                self.commands.push(alone);
            }
        }
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
    pub(crate) fn add(&mut self, program: &str, arguments: &[&str]) {
        let arguments = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        self.commands.push(Alone { program: program.to_owned(), variables: Vec::new(), arguments, is_test: false });
    }

    /// Prints a line for each failure, and for each test that passed only at its second try. An error if there are failures.
    pub(crate) fn report(&self) -> Result<(), Fault> {
        if !self.unsteady.is_empty() {
            println!("\nUnsteady: failed among the others, passed alone. Find out why:");
            self.unsteady.iter().for_each(|command| println!("  {command}"));
        }
        if self.commands.is_empty() {
            return Ok(());
        }
        println!("\nWhat failed, each with the command that runs it alone:");
        self.commands.iter().for_each(|command| println!("  {command}"));
        Err(format!("{} failed; see the list above", self.commands.len()).into())
    }
}

/// What one run has printed so far.
struct Report {
    /// The program that runs.
    program: String,
    /// Variables of the commands.
    variables: Vec<(String, String)>,
    /// Indented lines after the last `failures:`, which name tests unless more is said of them.
    names: Vec<String>,
    /// Tests that failed in the target that has just ended.
    failed: Vec<String>,
}

impl Report {
    fn new(program: &str, variables: &[(&str, String)]) -> Self {
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { program: program.to_owned(), variables, names: Vec::new(), failed: Vec::new() }
    }

    /// Reads the next line; commands of the failures that it completes.
    fn read(&mut self, line: &str) -> Vec<Alone> {
        /// How cargo names a target with failures, before the arguments that choose it.
        const TARGET_FAILED: &str = "to rerun pass `";
        if line == "failures:" {
            self.names.clear();
        } else if let Some(name) = line.strip_prefix("    ") {
            self.names.push(name.to_owned());
        } else if line.starts_with("test result: FAILED") {
            self.failed = std::mem::take(&mut self.names);
        } else if let Some((_, rest)) = line.split_once(TARGET_FAILED) {
            let target: Vec<&str> = rest.split('`').next().unwrap_or_default().split_whitespace().collect();
            let arguments = |more: &[&str]| -> Vec<String> {
                ["test"].iter().chain(&target).chain(more).map(|argument| (*argument).to_owned()).collect()
            };
            let failed = std::mem::take(&mut self.failed);
            if failed.is_empty() {
                return vec![self.alone(arguments(&[]), false)];
            }
            return failed.iter().map(|name| self.alone(arguments(&["--", "--exact", name]), true)).collect();
        } else if let Some(rest) = line.strip_prefix("error: could not compile `") {
            let package = rest.split('`').next().unwrap_or_default();
            let arguments = ["test", "--package", package, "--no-run"].map(str::to_owned).to_vec();
            return vec![self.alone(arguments, false)];
        }
        Vec::new()
    }

    fn alone(&self, arguments: Vec<String>, is_test: bool) -> Alone {
        Alone { program: self.program.clone(), variables: self.variables.clone(), arguments, is_test }
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
        let mut report = Report::new("cargo", variables);
        printed.lines().flat_map(|line| report.read(line)).map(|alone| alone.to_string()).collect()
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

    #[cfg(unix)]
    #[test]
    fn a_test_that_passes_by_itself_is_unsteady_and_no_failure() {
        let alone = |program: &str, is_test| Alone {
            program: program.to_owned(),
            variables: Vec::new(),
            arguments: Vec::new(),
            is_test,
        };
        let mut failures = Failures::default();
        failures.try_again(vec![alone("true", true)]);
        assert!(failures.report().is_ok(), "it passed");
        assert_eq!(failures.unsteady, [alone("true", true)], "and is listed all the same");
        // A whole target that failed has no single test to run again.
        failures.try_again(vec![alone("false", true), alone("true", false)]);
        assert_eq!(failures.commands, [alone("false", true), alone("true", false)]);
        assert!(failures.report().is_err());
    }
}
