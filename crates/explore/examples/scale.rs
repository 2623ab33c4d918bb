//! How fast the desk answers over many passages: `cargo run --release -p entente-explore --example scale -- 100000`.
//!
//! In: a number of passages. Out: time to build, time and work of a list of queries with facets and snippets, memory.
//! The corpus is made up, the same each time: words as frequent as in any language (Zipf), documents of 100 passages.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "it measures, and says what it measured")]

use std::time::{Duration, Instant};

use entente_corpus::{
    Basis, Body, Catalogue, Corpus, DocumentId, DocumentKind, Entity, EntityKind, Fact, Form, Mention, Passage,
    PassageKind, Record, Section, id,
};
use entente_explore::{Axis, Explorer, Filter, Growing, Query};
use entente_text::Span;

/// Words of the made-up language; the last ones are printed once or twice.
const WORDS: u64 = 60_000;
/// Passages of a document.
const PASSAGES: usize = 100;
/// Names, some of each kind.
const NAMES: u64 = 400;
/// Times each query is asked: the system counts in steps of some milliseconds, the mean is finer.
const TIMES: u32 = 20;

fn main() {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let corpus = made(count);
    let bytes: usize = corpus.bodies.iter().flatten().map(|body| body.text.len()).sum();
    let before = resident();
    let start = Clock::now();
    let explorer = Explorer::new(corpus.into());
    let built = start.elapsed();
    println!("{count} passages, {:.1} MB of text", bytes as f64 / 1e6);
    println!(
        "built in {} ms; index {:.1} MB; memory {:.1} MB more, {:.1} MB in all",
        built.as_millis(),
        mega(explorer.index_bytes()),
        mega(resident() - before),
        mega(resident())
    );
    let mut times: Vec<Duration> = Vec::new();
    for (text, filter) in queries() {
        let query = Query::default().with_text(&text).with_filter(filter);
        let mut total = 0;
        let start = Clock::now();
        for _ in 0..TIMES {
            total = explorer.search(&query, 50).total;
        }
        let time = start.elapsed() / TIMES;
        println!("{:8.2} ms {total:8} {}", millis(time), text.chars().take(70).collect::<String>());
        times.push(time);
    }
    times.sort();
    println!(
        "p50 {:.2} ms, p95 {:.2} ms, most {:.2} ms",
        millis(times[times.len() / 2]),
        millis(times[times.len() * 95 / 100]),
        millis(times[times.len() - 1])
    );
    for looks in [0, 8] {
        println!("text by text, looked at {looks} times on the way: {} ms", grow(made(count), looks).as_millis());
    }
    let first = Clock::now();
    let _ = explorer.suggest("ba", 8);
    let then = Clock::now();
    let _ = explorer.suggest("bab", 8);
    println!("suggestions {:.2} ms, then {:.2} ms", millis(first.until(then)), millis(then.elapsed()));
}

/// Takes the texts in one by one, looked at so many times on the way.
fn grow(corpus: Corpus, looks: usize) -> Duration {
    let start = Clock::now();
    let count = corpus.bodies.len();
    let mut growing = Growing::new(corpus.catalogue);
    for (document, body) in corpus.bodies.into_iter().enumerate() {
        growing.put(document, body.into_inner().expect("it is here")).expect("it fits its record");
        growing.index(document);
        if (document + 1) * looks / count > document * looks / count {
            growing.explorer();
        }
    }
    growing.finish().expect("it holds together");
    start.elapsed()
}

fn queries() -> Vec<(String, Filter)> {
    let none = Filter::default;
    let named = || Filter::default().with(Axis::Person, "n007").with(Axis::Country, "n000");
    let mut out: Vec<(String, Filter)> = vec![
        (String::new(), none()),
        (String::new(), Filter::default().with(Axis::Country, "n000")),
        (word(0), none()),
        (format!("{} {}", word(0), word(1)), none()),
        (format!("{} {} {}", word(0), word(1), word(2)), none()),
        (format!("\"{} {}\"", word(0), word(1)), none()),
        (format!("{} NEAR/3 {}", word(0), word(2)), none()),
        (format!("{} OR {}", word(3), word(4)), named()),
        (format!("{} -{}", word(3), word(4)), none()),
        (format!("{}x", word(300)), none()),
        ("b".to_owned(), none()),
        ("ba".to_owned(), none()),
        ("bab".to_owned(), none()),
        (format!("title:{}", word(9)), none()),
        ("after:2010 before:2012".to_owned(), none()),
        (format!("({} country:n000) OR {}", word(50), word(60)), none()),
    ];
    for n in [5, 20, 80, 300, 1000, 4000, 15_000, 40_000] {
        out.push((word(n), none()));
        out.push((format!("{} {}", word(n), word(n / 3)), none()));
        out.push((format!("{} {} {}", word(n), word(n / 2), word(7)), named()));
        out.push((format!("\"{} {}\"", word(n), word(1)), none()));
    }
    let sentence: Vec<String> = (0..30).map(|n| word(n * n)).collect();
    out.push((sentence.join(" "), none()));
    out
}

/// A word by its rank: syllables, so that beginnings are shared as in a language.
fn word(rank: u64) -> String {
    const SYLLABLES: &[&str] = &["ba", "ke", "ri", "to", "mu", "san", "vel", "dor", "pin", "lus", "gra", "chi"];
    let mut rest = rank + 1;
    let mut out = String::new();
    while rest > 0 {
        out.push_str(SYLLABLES[(rest % 12) as usize]);
        rest /= 12;
    }
    out
}

/// A row of numbers that looks like chance and is the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    /// A rank: each as likely as one over it, roughly.
    fn rank(&mut self) -> u64 {
        let range = 1 << self.next(17);
        (range + self.next(range)).min(WORDS) - 1
    }
}

fn made(count: usize) -> Corpus {
    let mut chance = Chance(7);
    let entities: Vec<Entity> = (0..NAMES)
        .map(|n| {
            let name = format!("Name {}", word(n));
            let form = Form { text: name.clone(), count: 1 };
            Entity {
                id: format!("n{n:03}"),
                kind: EntityKind::ALL[(n % EntityKind::ALL.len() as u64) as usize],
                name,
                code: None,
                parent: None,
                forms: vec![form],
                known_as: Vec::new(),
            }
        })
        .collect();
    let (mut documents, mut bodies) = (Vec::new(), Vec::new());
    for document in 0..count.div_ceil(PASSAGES) {
        let (record, body) = one(document, PASSAGES.min(count - document * PASSAGES), &mut chance);
        documents.push(record);
        bodies.push(body);
    }
    let (documents, entities) = (documents.into(), entities.into());
    let catalogue = Catalogue { schema: entente_corpus::SCHEMA, documents, entities, ..Catalogue::default() };
    Corpus::new(catalogue, bodies)
}

fn one(number: usize, passages: usize, chance: &mut Chance) -> (Record, Body) {
    let mut body = Body::default();
    for n in 0..passages {
        let start = body.text.len();
        let heading = n % 10 == 0;
        let words = if heading { 5 } else { 20 + chance.next(60) };
        for at in 0..words {
            if at > 0 {
                body.text.push(' ');
            }
            body.text.push_str(&word(chance.rank()));
        }
        let span = Span::new(start, body.text.len());
        body.text.push_str(".\n");
        let at = u32::try_from(n).unwrap_or(0);
        if heading {
            body.sections.push(Section { anchor: format!("s{n}-000000"), parent: None, level: 1, heading: at });
        }
        for _ in 0..chance.next(4) {
            let entity = u32::try_from(chance.next(NAMES).min(chance.next(NAMES))).unwrap_or(0);
            body.mentions.push(Mention {
                entity,
                passage: at,
                span,
                role: None,
                affiliation: None,
                rule: String::new(),
            });
        }
        let kind = if heading { PassageKind::Heading } else { PassageKind::Paragraph };
        body.passages.push(Passage {
            anchor: format!("p{}-000000", n + 1),
            section: Some(u32::try_from(n / 10).unwrap_or(0)),
            ..Passage::new(kind, span)
        });
    }
    let title = format!("{} {} {number}", word(chance.rank()), word(chance.rank()));
    let year = 1990 + chance.next(35);
    let record = serde_json::json!({
        "id": DocumentId::new(&title, &id::sha256(title.as_bytes())),
        "file": format!("{number:06}.txt"),
        "title": fact(&title),
        "begins": title,
        "kind": fact(DocumentKind::ALL[number % DocumentKind::ALL.len()].as_str()),
        "publisher": fact(&format!("Publisher {}", number % 40)),
        "language": fact("en"),
        "date": fact(&year.to_string()),
        "sha256": "",
        "bytes": 0,
        "encoding": fact("UTF-8"),
        "passages": passages,
        "words": 0,
    });
    (entente_corpus::json::parse(&record.to_string()).expect("a record"), body)
}

fn fact(value: &str) -> Fact<String> {
    Fact { value: value.to_owned(), basis: Basis::Stated, rule: String::new(), evidence: Vec::new() }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn mega(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// Processor time if the system gives it, so that other work on the machine does not count; else wall-clock time.
#[derive(Clone, Copy)]
struct Clock(Instant, Option<u64>);

impl Clock {
    fn now() -> Self {
        let told = std::fs::read_to_string("/proc/self/schedstat").ok();
        Self(Instant::now(), told.and_then(|told| told.split(' ').next()?.parse().ok()))
    }

    fn until(self, end: Self) -> Duration {
        match (self.1, end.1) {
            (Some(from), Some(to)) => Duration::from_nanos(to.saturating_sub(from)),
            _ => end.0 - self.0,
        }
    }

    fn elapsed(self) -> Duration {
        self.until(Self::now())
    }
}

/// Bytes of memory of this process, if the system says so.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).map_or(0, |pages| pages * 4096)
}
