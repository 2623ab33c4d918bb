//! Looks for input that a reader or a rule stumbles over: `cargo run --release -p entente-ingest --example fuzz -- FOLDER
//! SECONDS [SEED]`.
//!
//! Takes the files of a folder, cuts, repeats and mixes pieces of them, and reads each mixture whole: structure, names,
//! facts. Prints each mistake once, and writes its input beside the folder given by the system for temporary files.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "it reads a folder and prints what it finds")]

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use entente_corpus::check;
use entente_ingest::{Settings, Source, ingest};

/// Where the last panic was.
static AT: Mutex<String> = Mutex::new(String::new());

/// What is put between the pieces: characters of every width, marks that open something, ends of lines.
const SPICE: [&str; 24] = [
    "\u{a0}", "가", "é", "\u{200f}", "\u{301}", "\u{fffd}", "😀", "(", "[", "“", "\"", "**", "|", "\n", "\r\n",
    "\u{c}", "\n\n", "- ", "1. ", "\\u00", "<td>", "</table>", "&#", "No. ",
];

/// A generator of Marsaglia's (xorshift, 2003): the same seed gives the same mixtures.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or(0)
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, seconds, rest @ ..] = arguments.as_slice() else { panic!("usage: fuzz FOLDER SECONDS [SEED]") };
    let seconds = Duration::from_secs(seconds.parse().expect("SECONDS is a number"));
    let seed = rest.first().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        *AT.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }));
    let files = std::fs::read_dir(folder).expect("the folder can be read").filter_map(Result::ok);
    let mut files: Vec<(String, Vec<u8>)> = files
        .filter_map(|file| Some((file.file_name().into_string().ok()?, std::fs::read(file.path()).ok()?)))
        .collect();
    files.sort();
    let (mut chance, mut seen, mut tried, mut bytes) = (Chance(seed), BTreeSet::new(), 0, 0);
    let started = Instant::now();
    while started.elapsed() < seconds {
        let (file, source) = mixture(&files, &mut chance);
        tried += 1;
        bytes += source.len();
        let sources = [Source { file: file.clone(), bytes: source.clone() }];
        let before = Instant::now();
        let done = catch_unwind(AssertUnwindSafe(|| check(&ingest(&sources, &Settings::default()))));
        let at = std::mem::take(&mut *AT.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        let slow = before.elapsed() > Duration::from_secs(5);
        let fault = match done {
            _ if !at.is_empty() => at,
            Ok(wrong) if wrong.is_empty() && !slow => continue,
            Ok(wrong) => wrong.first().cloned().unwrap_or_else(|| "more than five seconds".to_owned()),
            Err(_) => "stopped".to_owned(),
        };
        // The same mistake in another file, of another thing, is one.
        let kind = fault.split_once(": ").map_or(fault.as_str(), |(_, kind)| kind);
        if seen.insert(kind.split('"').step_by(2).collect::<String>()) {
            let path = std::env::temp_dir().join(format!("entente-fuzz-{}-{file}", seen.len()));
            let kept = std::fs::write(&path, &source).is_ok();
            println!("{fault}{}", if kept { format!(" ({})", path.display()) } else { String::new() });
        }
    }
    println!("{tried} mixtures, {} MB, {} mistakes", bytes / 1_000_000, seen.len());
}

/// Pieces of one file, mostly, under its name or that of another format.
fn mixture(files: &[(String, Vec<u8>)], chance: &mut Chance) -> (String, Vec<u8>) {
    let (file, first) = &files[chance.below(files.len())];
    let packaged = first.starts_with(b"PK") || first.starts_with(b"%PDF");
    if packaged {
        let mut bytes = first.clone();
        for _ in 0..1 + chance.below(8) {
            let at = chance.below(bytes.len());
            bytes[at] = u8::try_from(chance.below(256)).unwrap_or(0);
        }
        return (file.clone(), bytes);
    }
    let mut out = Vec::new();
    for _ in 0..1 + chance.below(12) {
        let (_, from) =
            if chance.below(4) == 0 { &files[chance.below(files.len())] } else { &(file.clone(), first.clone()) };
        let start = chance.below(from.len());
        let most = if chance.below(3) == 0 { 4_000 } else { 300 };
        let length = chance.below(most);
        out.extend_from_slice(&from[start..(start + length).min(from.len())]);
        for _ in 0..chance.below(3) {
            out.extend_from_slice(SPICE[chance.below(SPICE.len())].as_bytes());
        }
    }
    let endings = ["txt", "md", "html", "jsonl", "csv"];
    let name = if chance.below(3) > 0 { file.clone() } else { format!("x.{}", endings[chance.below(endings.len())]) };
    (name, out)
}
