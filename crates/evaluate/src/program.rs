//! What the programs of this crate share: the values of options, and how a program ends.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "tools for people")]

use std::process::ExitCode;

/// Arguments from the command line, taken one after the other.
#[derive(Debug)]
pub struct Arguments<'a> {
    rest: std::slice::Iter<'a, String>,
    usage: &'static str,
}

/// An argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// A word that is not an option.
    Word(&'a str),
    /// An option, with its dashes, and the word after it.
    Option(&'a str, &'a str),
}

impl<'a> Arguments<'a> {
    /// All of `arguments`. `usage` is a line that errors end with.
    #[must_use]
    pub fn new(arguments: &'a [String], usage: &'static str) -> Self {
        Self { rest: arguments.iter(), usage }
    }

    /// The next argument; `None` after the last.
    ///
    /// # Errors
    ///
    /// Returns a sentence if an option is the last word.
    pub fn read_next(&mut self) -> Result<Option<Argument<'a>>, String> {
        let Some(word) = self.rest.next() else { return Ok(None) };
        if !word.starts_with("--") {
            return Ok(Some(Argument::Word(word)));
        }
        match self.rest.next() {
            Some(value) => Ok(Some(Argument::Option(word, value))),
            None => Err(format!("{word} wants a value; {}", self.usage)),
        }
    }
}

/// The number that an option has as its value.
///
/// # Errors
///
/// Returns a sentence if `value` is not a whole number.
pub fn number(option: &str, value: &str) -> Result<u64, String> {
    value.parse().map_err(|_| format!("{option} wants a number, not “{value}”"))
}

/// Calls `run` with the program's arguments and prints what it returns. An error is printed after the program's name.
pub fn finish(program: &str, run: fn(&[String]) -> Result<String, String>) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Argument, Arguments, number};

    #[test]
    fn options_have_a_value() {
        let words = ["seeds", "--seed", "7", "--facts"].map(str::to_owned);
        let mut arguments = Arguments::new(&words, "wanted: FOLDER");
        assert_eq!(arguments.read_next(), Ok(Some(Argument::Word("seeds"))));
        assert_eq!(arguments.read_next(), Ok(Some(Argument::Option("--seed", "7"))));
        assert_eq!(arguments.read_next(), Err("--facts wants a value; wanted: FOLDER".to_owned()));
        assert_eq!(arguments.read_next(), Ok(None));
        assert_eq!((number("--seed", "7"), number("--seed", "x").is_err()), (Ok(7), true));
    }
}
