//! `cargo xtask audit SOURCE… --facts N --seed S [--verdicts SHEET]` and `cargo xtask audit --score SHEET`.
//!
//! In: folders of documents or packed pages. Out: a sheet of facts drawn at random, with an empty column for verdicts;
//! or what the verdicts of a filled sheet come to. `--verdicts` takes over the verdicts of an earlier sheet for facts
//! that are the same.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool for people")]

use std::path::Path;
use std::process::ExitCode;

use entente_evaluate::audit::{Judged, draw, facts, parse, summary, write};

const USAGE: &str = "wanted: FOLDER… [--facts N] [--seed S] [--verdicts SHEET], or --score SHEET";
const DEFAULT_FACTS: usize = 200;
const DEFAULT_SEED: u64 = 7;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("audit: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<String, String> {
    let mut sources: Vec<&str> = Vec::new();
    let (mut count, mut seed, mut before) = (DEFAULT_FACTS, DEFAULT_SEED, Vec::new());
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        if !argument.starts_with("--") {
            sources.push(argument);
            continue;
        }
        let value = rest.next().ok_or_else(|| format!("{argument} wants a value; {USAGE}"))?;
        let number = || value.parse::<u64>().map_err(|_| format!("{argument} wants a number, not “{value}”"));
        match argument {
            "--score" => return Ok(summary(&sheet(value)?)),
            "--facts" => count = usize::try_from(number()?).unwrap_or(usize::MAX),
            "--seed" => seed = number()?,
            "--verdicts" => before = sheet(value)?,
            _ => return Err(format!("{argument} is not an option; {USAGE}")),
        }
    }
    if sources.is_empty() {
        return Err(USAGE.to_owned());
    }
    let mut all = Vec::new();
    for source in sources {
        let loaded = entente_pack::load(Path::new(source), &|_, _| {}).map_err(|error| error.to_string())?;
        all.extend(facts(&loaded.corpus, source));
    }
    Ok(write(&draw(&all, count, seed), &before))
}

fn sheet(path: &str) -> Result<Vec<Judged>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    parse(&text).map_err(|error| format!("{path}: {error}"))
}
