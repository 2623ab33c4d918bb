//! Everything that reads foreign bytes, with the properties that have to hold for any bytes.

use std::cell::OnceCell;
use std::rc::Rc;

use entente_app::route::Route;
use entente_corpus::{Corpus, Lines, check};
use entente_explore::{Explorer, Packed, Query};
use entente_formats::testing::package;
use entente_ingest::{Settings, Source, ingest};
use entente_language::describe::describe;
use entente_language::values::{AmountContext, find_amounts, find_dates};
use entente_language::{parse_sentence, tokenize};
use entente_page::{Application, Assets, Contents, Index, Payload};
use entente_search::Blob;

/// A reader under test.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and the name of its folder in `corpus`.
    pub name: &'static str,
    /// Reads an input with this extension. Panics if a property does not hold.
    pub read: fn(&str, &[u8]),
    /// Further inputs, which are made when they are needed.
    pub made: fn() -> Vec<(String, Vec<u8>)>,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "reading", read: reading, made: Vec::new },
    Target { name: "packages", read: packages, made: Vec::new },
    Target { name: "sentences", read: sentences, made: Vec::new },
    Target { name: "query", read: query, made: Vec::new },
    Target { name: "route", read: route, made: Vec::new },
    Target { name: "container", read: container, made: pages },
    Target { name: "settings", read: settings, made: Vec::new },
    Target { name: "index", read: index, made: tables },
];

/// A file becomes a consistent corpus that can be indexed, or is named as unread.
fn reading(extension: &str, bytes: &[u8]) {
    let source = Source { file: format!("a.{extension}"), bytes: bytes.to_vec() };
    let corpus = ingest(&[source], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new());
    assert_eq!(corpus.bodies.len() + corpus.catalogue.unread.len(), 1, "it is read or named");
    let unread = corpus.catalogue.unread.first();
    assert!(unread.is_none_or(|unread| !unread.reason.contains("error of its own")), "{unread:?}");
    let _ = Packed::new(&corpus);
}

/// As [`reading`], for files that are packages: the input is their parts as text, each below a line with its name.
fn packages(extension: &str, bytes: &[u8]) {
    let text = format!("\n{}", String::from_utf8_lossy(bytes));
    let parts = text.split("\n=== ").filter_map(|part| part.split_once('\n'));
    let parts: Vec<(&str, &[u8])> = parts.map(|(name, part)| (name, part.as_bytes())).collect();
    reading(extension.trim_end_matches("-parts"), &package(&parts));
}

/// Sentences, tokens, values and clauses of any text are ranges of it.
fn sentences(_: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for range in entente_text::sentences(&text) {
        let sentence = text.get(range).expect("a sentence lies in its text");
        let tokens = tokenize(sentence);
        let dates = find_dates(&tokens);
        assert!(dates.iter().all(|date| sentence.get(date.range.clone()).is_some()));
        let spans: Vec<_> = dates.into_iter().map(|date| date.range).collect();
        let amounts = find_amounts(&tokens, AmountContext { country: None, dates: &spans });
        assert!(amounts.iter().all(|amount| sentence.get(amount.span.clone()).is_some()));
        let parsed = parse_sentence(&tokens, 0..tokens.len(), &[], false);
        let _ = describe(&parsed, &tokens);
    }
}

thread_local! {
    static EXPLORER: OnceCell<Explorer> = const { OnceCell::new() };
}

fn corpus() -> Corpus {
    const TEXT: &str = "# Joint Statement\n\n29 June 2016\n\nKorea and Japan agreed on cyber cooperation in Seoul.\n\n\
        - The Ministry of Foreign Affairs (MOFA) paid USD 5 million.\n";
    ingest(&[Source { file: "a.md".to_owned(), bytes: TEXT.into() }], &Settings::default())
}

/// Any query is answered, and its canonical form is read as the same query.
fn query(_: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let first = entente_search::parse_query(&text, &["country"], false).query;
    let canonical = first.to_string();
    let again = entente_search::parse_query(&canonical, &["country"], false);
    assert!(again.query == first && again.remarks.is_empty(), "{canonical:?}: {:?}", again.remarks);
    EXPLORER.with(|explorer| {
        let explorer = explorer.get_or_init(|| Explorer::new(Rc::new(corpus())));
        let query = Query::default().with_text(&text);
        let _ = (explorer.search(&query, 10), explorer.documents(&query), explorer.suggest(&text, 5));
    });
}

/// Any fragment is a route, and what is written of it is read as the same route.
fn route(_: &str, bytes: &[u8]) {
    let route = Route::read(&String::from_utf8_lossy(bytes));
    let written = route.to_string();
    assert_eq!(Route::read(&written).to_string(), written);
}

/// Any page is read or refused; what is read can be written again.
fn container(_: &str, bytes: &[u8]) {
    let page = String::from_utf8_lossy(bytes);
    let _ = (entente_page::begins_page(bytes), entente_page::application_digest(&page));
    let Ok((_, payload)) = entente_page::payload_of(&page) else { return };
    let contents = Contents { payload: payload.clone(), ..Contents::default() };
    let Ok(again) = entente_page::with_contents(&page, &contents, &Index::default) else { return };
    let (_, other) = entente_page::payload_of(&again).expect("a page that was just written");
    assert_eq!((payload.bodies, payload.records), (other.bodies, other.records));
}

/// Settings are read, or the error names a line of them.
fn settings(_: &str, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Err((line, what)) = entente_pack::settings::parse(&text) {
        let last = Lines::of(&text).line(u32::MAX) as usize;
        assert!(line <= last && !what.is_empty(), "{line} {what}");
    }
}

/// An explorer opens with any tables, or does not; it answers without a panic.
fn index(_: &str, bytes: &[u8]) {
    let corpus = corpus();
    let packed = Packed::new(&corpus);
    let places = packed.places.clone();
    let opened =
        Explorer::open(Rc::new(corpus), bytes, Blob::here(packed.lists), Blob::later(move || Some(places.clone())));
    let Some(explorer) = opened else { return };
    for text in ["cyber", "\"cyber cooperation\"", "kor*", "cybre", ""] {
        let query = Query::default().with_text(text);
        let _ = (explorer.search(&query, 10), explorer.documents(&query), explorer.suggest(text, 5));
    }
}

fn tables() -> Vec<(String, Vec<u8>)> {
    vec![(String::new(), Packed::new(&corpus()).tables)]
}

/// A page with clear texts, and one with deflated ones.
fn pages() -> Vec<(String, Vec<u8>)> {
    let skeleton = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><!-- entente:policy --><title>E</title></head>\
        <body><!-- entente:static --><!-- entente:data --><!-- entente:application --></body></html>";
    let application = Application::Inside { wasm: b"\0asm", glue: "function initSync() {}\n", boot: "start();" };
    let template = entente_page::template(&Assets { skeleton, style: "", application }).expect("a whole skeleton");
    let page = |compress| {
        let payload = entente_pack::pack::payload(&corpus(), &entente_pack::Options::default());
        let contents = Contents { payload: Payload { ..payload }, compress, ..Contents::default() };
        let page = entente_page::with_contents(&template, &contents, &Index::default).expect("a template");
        ("html".to_owned(), page.into_bytes())
    };
    vec![page(false), page(true)]
}
