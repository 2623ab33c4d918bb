//! The command line: `entente pack | export | search | check | unpack | why | verify`.
//!
//! In: arguments. Out: files, lines on standard output, problems on standard error, and an exit
//! status: 0 done, 1 some input could not be used, 2 wrong usage. It computes nothing itself.

mod arguments;
mod command;
mod guard;
mod interrupt;
mod progress;
mod template;
mod terminal;

use std::process::ExitCode;

use clap::Parser;
use entente_pack::PackError;

use crate::arguments::{Arguments, Command};

/// Exit status if everything was done.
const DONE: u8 = 0;
/// Exit status if some input could not be used. It is named on standard error.
const PARTLY: u8 = 1;
/// Exit status if the command was called wrongly.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    interrupt::listen();
    // The message of a panic may quote a document.
    std::panic::set_hook(Box::new(|fault| terminal::complain(&format!("entente: an error of its own: {fault}"))));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return print_usage(&error),
    };
    let outcome = match arguments.command {
        Command::Pack(arguments) => command::pack::run(&arguments),
        Command::Export(arguments) => command::export::run(&arguments),
        Command::Check(arguments) => command::check::run(&arguments),
        Command::Search(arguments) => command::search::run(&arguments),
        Command::Unpack(arguments) => command::unpack::run(&arguments),
        Command::Why(arguments) => command::why::run(&arguments),
        Command::Verify(arguments) => command::verify::run(&arguments),
    };
    let status = outcome.unwrap_or_else(|error| {
        terminal::complain(&format!("entente: {error}"));
        if error.is_usage() { USAGE } else { PARTLY }
    });
    ExitCode::from(status_after_printing(status))
}

/// `status`, or [`PARTLY`] with a sentence if not everything could be printed.
fn status_after_printing(status: u8) -> u8 {
    match terminal::failure() {
        None => status,
        Some(error) => {
            terminal::complain(&format!("entente: standard output: {error}; not everything was printed"));
            status.max(PARTLY)
        }
    }
}

/// Prints the help, the version, or the error in the call.
fn print_usage(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if error.use_stderr() {
        text.trim_end().lines().for_each(terminal::complain);
        ExitCode::from(USAGE)
    } else {
        text.trim_end().lines().for_each(terminal::say);
        ExitCode::from(status_after_printing(DONE))
    }
}

/// The result of a command: an exit status, or the reason why it did nothing.
type Outcome = Result<u8, PackError>;
