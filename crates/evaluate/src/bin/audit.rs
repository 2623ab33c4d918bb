//! `cargo xtask audit SOURCE… --facts N --seed S [--verdicts SHEET]` and `cargo xtask audit --score SHEET`.
//!
//! In: folders of documents or packed pages. Out: a sheet of facts drawn at random, with an empty column for verdicts;
//! or what the verdicts of a filled sheet come to. `--verdicts` takes over the verdicts of an earlier sheet for facts
//! that are the same.

use std::path::Path;
use std::process::ExitCode;

use entente_evaluate::audit::{Judged, draw, facts, parse, summary, write};
use entente_evaluate::program::{Argument, Arguments, finish, number};

const USAGE: &str = "wanted: FOLDER… [--facts N] [--seed S] [--verdicts SHEET], or --score SHEET";
const DEFAULT_FACTS: usize = 200;
const DEFAULT_SEED: u64 = 7;

fn main() -> ExitCode {
    finish("audit", run)
}

fn run(arguments: &[String]) -> Result<String, String> {
    let mut sources: Vec<&str> = Vec::new();
    let (mut count, mut seed, mut before) = (DEFAULT_FACTS, DEFAULT_SEED, Vec::new());
    let mut arguments = Arguments::new(arguments, USAGE);
    while let Some(argument) = arguments.read_next()? {
        match argument {
            Argument::Word(source) => sources.push(source),
            Argument::Option("--score", value) => return Ok(summary(&sheet(value)?)),
            Argument::Option(option @ "--facts", value) => {
                count = usize::try_from(number(option, value)?).unwrap_or(usize::MAX);
            }
            Argument::Option(option @ "--seed", value) => seed = number(option, value)?,
            Argument::Option("--verdicts", value) => before = sheet(value)?,
            Argument::Option(option, _) => return Err(format!("{option} is not an option; {USAGE}")),
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
