//! Writes a folder of made-up documents to measure with: `cargo run --release -p entente-pack --example synthetic -- FOLDER
//! --documents 10016 --bytes 50000000`.
//!
//! In: how many documents, how many bytes in all. Out: Markdown files, the same on every machine: headings, numbered
//! paragraphs, lists, names of countries, and words that grow rarer as words do.
#![expect(clippy::print_stderr, reason = "a program run by hand")]

use std::fmt::Write;
use std::path::PathBuf;

/// Words that hold sentences together, the most frequent first.
const COMMON: [&str; 24] = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "on",
    "for",
    "with",
    "both",
    "sides",
    "cooperation",
    "security",
    "will",
    "cyber",
    "their",
    "continue",
    "dialogue",
    "agreed",
    "regional",
    "exchange",
    "support",
    "issues",
    "joint",
    "measures",
];
/// Places that the gazetteer knows.
const COUNTRIES: [&str; 12] = [
    "Korea",
    "Japan",
    "Australia",
    "Singapore",
    "the United States",
    "Canada",
    "Viet Nam",
    "Thailand",
    "Indonesia",
    "Malaysia",
    "New Zealand",
    "Chile",
];
/// Syllables of the rare words.
const SYLLABLES: [&str; 20] = [
    "ba", "cor", "di", "fen", "gar", "hel", "in", "jo", "kal", "lum", "mer", "nor", "os", "pre", "quin", "ras", "ser",
    "tol", "ver", "zan",
];
/// Different rare words.
const RARE: u64 = 60_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let usage = "usage: synthetic FOLDER --documents N --bytes N";
    let folder = PathBuf::from(arguments.next().expect(usage));
    let (mut documents, mut bytes) = (100_usize, 1_000_000_usize);
    while let Some(name) = arguments.next() {
        let value = arguments.next().and_then(|value| value.parse().ok()).expect(usage);
        match name.as_str() {
            "--documents" => documents = value,
            "--bytes" => bytes = value,
            _ => panic!("{usage}"),
        }
    }
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut written = 0;
    for number in 0..documents {
        // What is left, shared among those left: the sum comes out as asked.
        let share = bytes.saturating_sub(written) / (documents - number);
        let text = document(&mut random, number, share);
        written += text.len();
        let below = folder.join(format!("{:03}", number / 100));
        std::fs::create_dir_all(&below).expect("the folder can be made");
        std::fs::write(below.join(format!("{number:05}.md")), text).expect("the file can be written");
    }
    eprintln!("{documents} documents, {written} bytes, in {}", folder.display());
}

/// The generator of Marsaglia (2003): no dependency, the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or(0)
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

fn document(random: &mut Random, number: usize, bytes: usize) -> String {
    let (one, other) = (random.of(&COUNTRIES), random.of(&COUNTRIES));
    let mut out = format!("# Consultation {} of {one} and {other} on {}\n\n", number + 1, rare(random));
    let _ =
        writeln!(out, "{} {} {}\n", 1 + random.below(28), ["March", "June", "October"][number % 3], 1990 + number % 36);
    let mut paragraph = 0;
    while out.len() < bytes {
        match random.below(8) {
            0 => {
                let heading = format!("{} {}", rare(random), random.of(&COMMON));
                let _ = writeln!(out, "## {heading}\n");
            }
            1 => {
                for _ in 0..3 {
                    let _ = writeln!(out, "- {}", sentence(random));
                }
                out.push('\n');
            }
            _ => {
                paragraph += 1;
                let _ = write!(out, "{paragraph}.");
                for _ in 0..2 + random.below(3) {
                    let _ = write!(out, " {}", sentence(random));
                }
                out.push_str("\n\n");
            }
        }
    }
    out
}

fn sentence(random: &mut Random) -> String {
    let mut words = vec![random.of(&COUNTRIES).to_owned()];
    for _ in 0..8 + random.below(14) {
        // The product of two is small more often than large: first words are frequent, last ones rare.
        words.push(match random.below(10) {
            0..6 => COMMON[random.below(COMMON.len()) * random.below(COMMON.len()) / COMMON.len()].to_owned(),
            6 => random.of(&COUNTRIES).to_owned(),
            _ => rare(random),
        });
    }
    let mut out = words.join(" ");
    out[..1].make_ascii_uppercase();
    out.push('.');
    out
}

/// A made-up word, one of [`RARE`], low numbers far more often than high ones.
fn rare(random: &mut Random) -> String {
    let drawn = (random.next() % RARE) * (random.next() % RARE) / RARE * (random.next() % RARE) / RARE;
    let mut number = usize::try_from(drawn).unwrap_or(0) + SYLLABLES.len();
    let mut out = String::new();
    while number > 0 {
        out.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    out
}
