//! The project's own commands: `cargo xtask build | test | format | growth | …`.
//!
//! They install what is missing (pinned, outside `target/`), say what they do as they go, and are
//! quick when nothing is missing. They know nothing of documents.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a build command says what it does")]

mod bench;
mod browsers;
mod budget;
mod build;
mod evaluate;
mod failures;
mod format;
mod growth;
mod heavy;
mod place;
mod readers;
mod script;
mod step;
mod supply;
mod test;
mod tools;

use std::process::ExitCode;

/// An error that stops a command, as a sentence that says what to do.
type Fault = Box<dyn std::error::Error>;

const USAGE: &str = "\
cargo xtask build [--no-open]      install what is missing, build page and command line, say where they lie
cargo xtask build --quick          build the page alone in little time, larger than it could be, to look at it while working
cargo xtask test [--native]        run every test; --native leaves the browsers out
cargo xtask budget [--readers]     check sizes, outside addresses and machine paths of what was built, and the size of the
                                   readers as a module of their own (--readers: that alone)
cargo xtask format [--write]       that scripts and style sheets have one form; or gives it to them
cargo xtask growth [NAME]          that no input of data/generators.tsv takes steps out of proportion to its size
cargo xtask growth --time BINARY [NAME]
                                   seconds and memory of a release build for the same inputs up to 1 MB
cargo xtask licences [--write]     that static/licences.txt names everything in page and binary; or writes it
cargo xtask deny                   licences, duplicates and sources against deny.toml, without a network
cargo xtask sbom                   bills of materials (CycloneDX) of page and binary
cargo xtask check-heavy            two clean builds of the last commit give the same bytes; random inputs
cargo xtask check-heavy --builds | --fuzz SECONDS
                                   one of the two; seconds are for each target
cargo xtask evaluate FOLDER… [ANNOTATIONS…] [--mistakes]
                                   precision and recall of what is found, beside annotations (files or folders of
                                   JSON Lines; else the project's own)
cargo xtask audit FOLDER… [--facts 200] [--seed 7] [--verdicts SHEET]
                                   a sheet of facts drawn at random with their sentences, for a person to judge
cargo xtask audit --score SHEET    what the verdicts of a sheet come to
cargo xtask evaluate-verify FOLDER [--seed N]
                                   how well a text is checked against a folder: quotations, precedents, speakers
cargo xtask bench --collections FOLDER how well the engine ranks, on every collection below FOLDER
cargo xtask bench --latency DOCS QUERIES how long queries take, by class
cargo xtask bench --driver FOLDER      the engine as WebAssembly with a module that browser benches load";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["build"] => build::run(true),
        ["build", "--no-open"] => build::run(false),
        ["build", "--quick"] => build::run_quick(),
        ["test"] => test::run(true),
        ["test", "--native"] => test::run(false),
        ["budget"] => budget::run().and_then(|()| readers::run()),
        ["budget", "--readers"] => readers::run(),
        ["licences"] => supply::licences(false),
        ["licences", "--write"] => supply::licences(true),
        ["deny"] => supply::deny(),
        ["sbom"] => supply::bills(),
        ["check-heavy"] => heavy::run(),
        ["check-heavy", "--builds"] => heavy::compare_builds(),
        ["check-heavy", "--fuzz", seconds] => heavy::fuzz(seconds),
        ["format"] => format::run(false),
        ["format", "--write"] => format::run(true),
        ["growth"] => growth::run(None),
        ["growth", "--time", binary] => growth::time(binary, None),
        ["growth", "--time", binary, name] => growth::time(binary, Some(name)),
        ["growth", name] => growth::run(Some(name)),
        [tool @ ("evaluate" | "audit" | "evaluate-verify"), arguments @ ..] if !arguments.is_empty() => {
            evaluate::run(tool, arguments)
        }
        ["bench", "--driver", folder] => bench::build_driver(folder),
        ["bench", arguments @ ..] => bench::run(arguments),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}
