//! `cargo xtask evaluate-verify FOLDER [--seed N] [--count N] [--worst N]`: how well a text is checked against a folder.
//!
//! In: any folder of documents. Out: the measures with their aims, and what went wrong. Another seed makes another test. How long a
//! page of forty sentences takes is written to standard error.
#![expect(clippy::print_stderr, reason = "a tool for people")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use entente_evaluate::program::{Argument, Arguments, finish, number};
use entente_evaluate::verify::{make, measure, read_folder, summary};
use entente_explore::Explorer;
use entente_verify::{Check, Step};

const USAGE: &str = "wanted: FOLDER [--seed N] [--count N] [--worst N]";
const DEFAULT_SEED: u64 = 7;
const DEFAULT_COUNT: usize = 60;
const DEFAULT_WORST: usize = 8;
/// Sentences of a page.
const PAGE_SENTENCES: usize = 40;

fn main() -> ExitCode {
    finish("evaluate-verify", run)
}

fn run(arguments: &[String]) -> Result<String, String> {
    let (mut folder, mut seed, mut count, mut worst) = (None, DEFAULT_SEED, DEFAULT_COUNT, DEFAULT_WORST);
    let mut arguments = Arguments::new(arguments, USAGE);
    let count_of =
        |option: &str, value: &str| Ok::<_, String>(usize::try_from(number(option, value)?).unwrap_or(usize::MAX));
    while let Some(argument) = arguments.read_next()? {
        match argument {
            Argument::Word(path) if folder.is_none() => folder = Some(path),
            Argument::Word(word) => return Err(format!("{word} is one folder too many; {USAGE}")),
            Argument::Option(option @ "--seed", value) => seed = number(option, value)?,
            Argument::Option(option @ "--count", value) => count = count_of(option, value)?,
            Argument::Option(option @ "--worst", value) => worst = count_of(option, value)?,
            Argument::Option(option, _) => return Err(format!("{option} is not an option; {USAGE}")),
        }
    }
    let folder = read_folder(Path::new(folder.ok_or(USAGE)?), seed)?;
    let tests = make(&folder, count, seed);
    let (own, foreign, left_out) = (folder.own.len(), folder.foreign.len(), folder.left_out);
    let head = format!(
        "{} documents with {own} sentences; {left_out} left out with {foreign}. {} sentences of those are not taken as \
         controls: kept documents have nearly the same words.\n",
        folder.kept.catalogue.documents.len(),
        tests.restated
    );
    let folder_sentences: Vec<String> =
        tests.changed.iter().map(|changed| changed.text.clone()).chain(folder.foreign.clone()).collect();
    let explorer = Explorer::new(folder.kept.into());
    // Forty sentences, as a page of a draft has them.
    let draft: Vec<&str> = folder_sentences.iter().map(String::as_str).take(PAGE_SENTENCES).collect();
    eprintln!("{}", timed(&explorer, &draft.join("\n\n")));
    Ok(format!("{head}{}", summary(&measure(&explorer, &tests), worst)))
}

/// How long a text takes, twice: what is made of the documents once is ready the second time.
fn timed(explorer: &Explorer, text: &str) -> String {
    let mut out = String::new();
    for turn in ["first", "second"] {
        let mut check = Check::new(text.into());
        let begun = Instant::now();
        let (mut longest_step, mut longest_sentence, mut since) = (0.0_f64, 0.0_f64, Instant::now());
        loop {
            let step = Instant::now();
            let brought = check.step(explorer, None);
            longest_step = longest_step.max(step.elapsed().as_secs_f64());
            match brought {
                Step::Working => {}
                Step::Sentence(_) => {
                    longest_sentence = longest_sentence.max(since.elapsed().as_secs_f64());
                    since = Instant::now();
                }
                Step::Done => break,
            }
        }
        out.push_str(&format!(
            "{turn}: {} sentences in {:.2} s, the slowest in {:.0} ms, its longest step {:.0} ms\n",
            check.checked(),
            begun.elapsed().as_secs_f64(),
            longest_sentence * 1000.0,
            longest_step * 1000.0
        ));
    }
    out
}
