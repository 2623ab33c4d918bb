//! What is made of the texts once, as bytes: an explorer opened from it
//!
//! 1. answers everything as one that has read the texts, to the last digit of a score;
//! 2. looks at no record, name or text before it has to show one;
//! 3. with changed or missing bytes is refused, or answers without a panic.

use std::cell::RefCell;
use std::rc::Rc;

use entente_corpus::late::{self, Failures};
use entente_corpus::{Corpus, Parts, Unavailable};
use entente_explore::{Axis, Explorer, Filter, Packed, Query};
use entente_ingest::{Settings, Source, ingest};
use entente_search::Blob;
use proptest::prelude::*;

fn corpus(texts: &[String]) -> Corpus {
    let source = |(n, text): (usize, &String)| Source { file: format!("{n}.md"), bytes: text.clone().into_bytes() };
    let sources: Vec<Source> = texts.iter().enumerate().map(source).collect();
    ingest(&sources, &Settings::default())
}

fn texts() -> Vec<String> {
    let mut out: Vec<String> = [
        "# Joint Statement\n\n29 June 2016\n\nKorea and Japan agreed on cyber cooperation in Seoul.\n\n## Measures\n\nThey will meet in 2017.\n",
        "# Press Release\n\nAustralia and Korea met in March 2015. Cyber was discussed by the Ministry of Foreign Affairs (MOFA).\n",
        "# Communique\n\nJapan hosted the 3rd meeting on cyber policy in Tokyo, and paid 500,000 dollars.\n\n- one item\n- another item on policy\n",
    ]
    .map(str::to_owned)
    .to_vec();
    out.extend(
        (0..12).map(|n| format!("# Note {n}\n\n{}\n", format!("Cyber policy number {n} is agreed. ").repeat(n + 1))),
    );
    out
}

/// What was reached for: "record", "name" or "text", and its number.
type Asked = Rc<RefCell<Vec<(&'static str, usize)>>>;

/// `parts` out of reach, and noted in `asked` when they are reached for.
fn out_of_reach<T: Clone + Default + 'static>(parts: &Parts<T>, what: &'static str, asked: &Asked) -> Parts<T> {
    let (noted, parts) = (asked.clone(), parts.clone());
    let count = parts.len();
    let source = late::Source::new(&Failures::default(), move |at| {
        noted.borrow_mut().push((what, at));
        parts.get(at).cloned().ok_or(Unavailable::NotYet)
    });
    Parts::of_source(&source, count)
}

/// `corpus` with its records, names and texts out of reach, and what was reached for.
fn far(corpus: &Corpus) -> (Corpus, Asked) {
    let asked = Asked::default();
    let bodies = out_of_reach(&corpus.bodies, "text", &asked);
    let documents = out_of_reach(&corpus.catalogue.documents, "record", &asked);
    let entities = out_of_reach(&corpus.catalogue.entities, "name", &asked);
    let catalogue = entente_corpus::Catalogue { documents, entities, ..corpus.catalogue.clone() };
    (Corpus::new(catalogue, bodies), asked)
}

fn open(corpus: Corpus, packed: &Packed) -> Option<Explorer> {
    let (lists, places) = (packed.lists.clone(), packed.places.clone());
    Explorer::open(Rc::new(corpus), &packed.tables, Blob::here(lists), Blob::later(move || Some(places.clone())))
}

const QUERIES: [&str; 9] = [
    "cyber",
    "\"cyber cooperation\"",
    "korea -japan",
    "polic*",
    "cybre",
    "policy NEAR/3 cyber",
    "MOFA",
    "title:note",
    "",
];

fn queries() -> Vec<Query> {
    let mut out: Vec<Query> = QUERIES.iter().map(|text| Query::default().with_text(text)).collect();
    let filter = Filter::default().with(Axis::From, "2015").with(Axis::Country, "kr");
    out.push(Query::default().with_text("cyber").with_filter(filter));
    out.push(Query::default().with_filter(Filter::default().with(Axis::Modality, "agreement")));
    out
}

#[test]
fn it_answers_as_one_that_has_read_the_texts() {
    let corpus = corpus(&texts());
    let whole = Explorer::new(Rc::new(corpus.clone()));
    let opened = open(far(&corpus).0, &Packed::new(&corpus)).expect("just packed");
    for query in queries() {
        assert_eq!(opened.search(&query, 10), whole.search(&query, 10), "{query:?}");
        assert_eq!(opened.search_rows(&query, 100), whole.search_rows(&query, 100), "{query:?}");
        assert_eq!(opened.documents(&query), whole.documents(&query), "{query:?}");
    }
    assert_eq!((opened.summary(), opened.contents()), (whole.summary(), whole.contents()));
    assert_eq!(opened.picture(), whole.picture());
    for typed in ["cy", "ko", "note 1"] {
        assert_eq!(opened.suggest(typed, 9), whole.suggest(typed, 9));
    }
    let id = whole.documents(&Query::default()).documents[0].id.clone();
    let query = Query::default().with_text("cyber");
    assert_eq!(opened.reading(&id, None, &query), whole.reading(&id, None, &query));
    assert_eq!(opened.names(&query, &Default::default()).rows, whole.names(&query, &Default::default()).rows);
}

#[test]
fn nothing_is_looked_at_before_it_is_shown() {
    let corpus = corpus(&texts());
    let (far, asked) = far(&corpus);
    let opened = open(far, &Packed::new(&corpus)).expect("just packed");
    let reached = |what: &str| asked.borrow().iter().filter(|(kind, _)| *kind == what).count();
    assert!(opened.summary().words > 100 && opened.summary().names.iter().any(|name| name.passages > 1));
    assert!(!opened.picture().timeline.periods.is_empty() && opened.contents().statements > 0);
    assert_eq!(asked.borrow().len(), 0, "counts need nothing");
    let results = opened.search(&Query::default().with_text("cyber policy"), 3);
    assert!(results.total > 10);
    assert!((1..=3).contains(&reached("text")) && reached("record") <= 4, "only of what is shown");
    assert!(reached("name") < corpus.catalogue.entities.len(), "and what is named in it");
    let id = corpus.catalogue.documents.get(9).expect("it is here").id.to_string();
    assert!(opened.reading(&id, None, &Query::default()).is_some());
    assert!(reached("text") <= 4 && reached("record") <= 7, "a document and its neighbours");
    assert_eq!(opened.documents(&Query::default()).documents.len(), 15);
    assert!(!opened.suggest("cyb", 5).is_empty() && reached("text") <= 4, "lists and suggestions need no text");
    let packed = Packed::new(&corpus);
    let (twice, again) = (corpus.clone(), Packed::new(&corpus));
    assert_eq!((packed, twice.bodies.len()), (again, 15), "the same bytes");
}

/// Everything that a page asks.
fn ask(explorer: &Explorer) {
    for query in queries() {
        let results = explorer.search(&query, 10);
        let _ = explorer.documents(&query);
        for group in results.groups {
            let _ = explorer.reading(&group.document, None, &query);
            let _ = explorer.explain(&query, &group.document, &group.hits[0].place.passage);
        }
    }
    let _ = explorer.summary();
    let _ = explorer.suggest("cy", 5);
}

#[test]
fn bytes_changed_or_cut_anywhere_are_refused_or_answer() {
    let corpus = corpus(&texts());
    let packed = Packed::new(&corpus);
    let try_it = |changed: &Packed| {
        if let Some(explorer) = open(corpus.clone(), changed) {
            ask(&explorer);
        }
    };
    for (part, step) in [(0_usize, 37), (1, 61), (2, 61)] {
        let length = [packed.tables.len(), packed.lists.len(), packed.places.len()][part];
        for at in (0..length).step_by(step) {
            for cut in [false, true] {
                let mut changed = packed.clone();
                let bytes = [&mut changed.tables, &mut changed.lists, &mut changed.places];
                let bytes = bytes.into_iter().nth(part).expect("one of three");
                if cut {
                    bytes.truncate(at);
                } else {
                    bytes[at] ^= 0xff;
                }
                try_it(&changed);
            }
        }
    }
}

/// An index may have all its checksums right and be of other texts: search would find nothing, or what is not there.
#[test]
fn an_index_that_does_not_fit_its_texts_is_noticed() {
    let corpus = self::corpus(&texts());
    let packed = Packed::new(&corpus);
    let fits = |packed: &Packed| open(corpus.clone(), packed).is_some_and(|explorer| explorer.is_whole());
    assert!(fits(&packed));
    for byte in [0x00, 0x55, 0xff] {
        let all = |bytes: &[u8]| vec![byte; bytes.len()];
        assert!(!fits(&Packed { lists: all(&packed.lists), ..packed.clone() }), "lists of {byte:x}");
        assert!(!fits(&Packed { places: all(&packed.places), ..packed.clone() }), "places of {byte:x}");
    }
    // Texts of the same form with other words.
    let other: Vec<String> =
        texts().iter().map(|text| text.replace("Cyber", "Sugar").replace("Note", "Beet")).collect();
    assert!(!fits(&Packed::new(&self::corpus(&other))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_byte_may_be_another(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let corpus = corpus(&texts()[..3]);
        let mut packed = Packed::new(&corpus);
        for (at, byte) in changes {
            let length = packed.tables.len();
            packed.tables[at.index(length)] = byte;
        }
        if let Some(explorer) = open(corpus, &packed) {
            ask(&explorer);
        }
    }
}

/// FNV-1a (Fowler, Noll and Vo): enough to tell that bytes are others.
fn sum(streams: [&[u8]; 3]) -> u64 {
    let bytes = streams.into_iter().flatten();
    bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Pages keep their index: one that reads these bytes otherwise has to say so by its version, so that an older page's index is
/// made again instead of misread. Whoever changes the bytes raises the version and notes the sum here.
#[test]
fn other_bytes_are_another_version() {
    let texts = ["Water runs down.\n\nStones stay where water runs, and where it ran.\n", "Snow falls on stones.\n"];
    let packed = Packed::new(&corpus(&texts.map(str::to_owned)));
    let found = (entente_explore::packed::VERSION, sum([&packed.tables, &packed.lists, &packed.places]));
    assert_eq!(found, (5, 10_612_327_281_193_808_004), "raise packed::VERSION with every change of the format");
}

/// A page is mailed and copied: its index may not outgrow the texts. The texts have words as frequent as in any language.
#[test]
fn an_index_takes_less_than_a_quarter_of_the_room_of_its_texts() {
    let mut seed = 1_u64;
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The first few words are half of the text, and most words occur in it once or twice.
        let rank = 20_000 / (1 + (seed >> 40) % 20_000) + (seed >> 20) % 40;
        let letters = |n: u64| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
        [letters(rank), letters(rank / 26 + 3), letters(rank * 7), letters(rank / 676 + 8), letters(rank / 5)]
            .iter()
            .collect::<String>()
    };
    let mut paragraph = || (0..60).map(|_| word()).collect::<Vec<_>>().join(" ") + ".\n\n";
    let texts: Vec<String> =
        (0..80).map(|n| format!("# Note {n}\n\n") + &(0..30).map(|_| paragraph()).collect::<String>()).collect();
    let packed = Packed::new(&corpus(&texts));
    let room: usize = [&packed.tables, &packed.lists, &packed.places].iter().map(|part| part.len()).sum();
    let text: usize = texts.iter().map(String::len).sum();
    assert!(room * 4 < text, "{room} bytes for {text} bytes of text");
}
