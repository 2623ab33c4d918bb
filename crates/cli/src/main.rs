//! The command line: `entente pack | export | search | check | unpack | why`.
//!
//! In: arguments. Out: files, lines on standard output, problems on standard error, and an exit
//! status: 0 done, 1 some input could not be used, 2 wrong usage. It computes nothing itself.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "printing is what a command line is for")]

mod arguments;
mod command;
mod progress;
mod template;

use std::process::ExitCode;

use clap::Parser;
use entente_pack::PackError;

use crate::arguments::{Arguments, Command};

/// Everything was done.
const DONE: u8 = 0;
/// Some input could not be used, and is named.
const PARTLY: u8 = 1;
/// The command was called wrongly.
const USAGE: u8 = 2;

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Pack(arguments) => command::pack::run(&arguments),
        Command::Export(arguments) => command::export::run(&arguments),
        Command::Check(arguments) => command::check::run(&arguments),
        Command::Search(arguments) => command::search::run(&arguments),
        Command::Unpack(arguments) => command::unpack::run(&arguments),
        Command::Why(arguments) => command::why::run(&arguments),
    };
    ExitCode::from(outcome.unwrap_or_else(|error| {
        eprintln!("entente: {error}");
        if error.is_usage() { USAGE } else { PARTLY }
    }))
}

/// What a command comes to: an exit status, or why it could do nothing.
type Outcome = Result<u8, PackError>;
