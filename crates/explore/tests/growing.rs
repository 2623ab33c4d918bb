//! An explorer that grows text by text: what it can be asked meanwhile, and that it ends as any other.

use std::rc::Rc;

use entente_corpus::Corpus;
use entente_explore::{Axis, Explorer, Filter, Growing, Query};
use entente_ingest::{Settings, Source, ingest};

const TEXTS: [(&str, &str); 3] = [
    ("a.md", "# Joint Statement\n\nKorea and Japan agreed on cyber cooperation.\n\n## Measures\n\nThey will meet.\n"),
    ("b.md", "# Press Release\n\nAustralia and Korea met. Cyber was discussed.\n"),
    ("c.md", "# Communique\n\nJapan hosted a meeting on cyber in Tokyo.\n"),
];

fn corpus() -> Corpus {
    let sources: Vec<Source> =
        TEXTS.iter().map(|(file, text)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() }).collect();
    ingest(&sources, &Settings::default())
}

fn found(explorer: &Explorer, query: &Query) -> Vec<(String, f32)> {
    explorer.search_rows(query, 100).into_iter().map(|row| (row.passage, row.score)).collect()
}

#[test]
fn texts_in_any_order_end_as_all_at_once() {
    let corpus = corpus();
    let whole = Explorer::new(Rc::new(corpus.clone()));
    let mut growing = Growing::new(corpus.catalogue.clone());
    for document in [1, 0, 2] {
        growing.put(document, (*corpus.bodies.get(document).expect("it is here")).clone()).expect("it fits");
        // Asked between two texts, the index is closed and taken up again.
        growing.index(document);
        growing.explorer();
    }
    growing.index(1);
    growing.index(2);
    let grown = growing.finish().expect("it holds together");
    for text in ["cyber", "\"cyber cooperation\"", "korea -japan", "meet*", ""] {
        let query = Query::default().with_text(text);
        assert_eq!(found(&grown, &query), found(&whole, &query), "{text:?}");
        assert_eq!(grown.documents(&query), whole.documents(&query), "{text:?}");
    }
    assert_eq!(grown.summary(), whole.summary());
}

#[test]
fn the_list_is_there_before_any_text_and_search_knows_what_is_in() {
    let corpus = corpus();
    let mut growing = Growing::new(corpus.catalogue.clone());
    let all = Query::default();
    assert_eq!(growing.explorer().documents(&all).documents.len(), 3);
    assert_eq!(growing.explorer().search(&all, 10).total, 0, "passages that are not in are not shown");
    let kind = growing.explorer().documents(&all).facets;
    assert!(kind.iter().any(|group| group.axis == Axis::Document && group.values.len() == 3));
    growing.put(0, (*corpus.bodies.get(0).expect("it is here")).clone()).expect("it fits");
    growing.index(0);
    let cyber = Query::default().with_text("cyber");
    let results = growing.explorer().search(&cyber, 10);
    assert_eq!((results.total, results.documents), (1, 1));
    let korea = Query::default().with_filter(Filter::default().with(Axis::Country, "kr"));
    assert_eq!(growing.explorer().search(&korea, 10).documents, 1);
    // A text can be read before its turn.
    growing.put(2, (*corpus.bodies.get(2).expect("it is here")).clone()).expect("it fits");
    let id = corpus.catalogue.documents.get(2).expect("it is here").id.to_string();
    let reading = growing.explorer().reading(&id, None, &cyber).expect("it is in");
    assert!(reading.blocks.len() >= 2 && growing.has(2) && !growing.has(1));
}

#[test]
fn a_text_that_is_not_its_records_is_refused() {
    let corpus = corpus();
    let mut growing = Growing::new(corpus.catalogue.clone());
    let wrong = growing.put(1, (*corpus.bodies.get(0).expect("it is here")).clone()).expect_err("another text");
    assert!(wrong.contains("b.md"), "{wrong}");
    assert!(growing.put(9, (*corpus.bodies.get(0).expect("it is here")).clone()).is_err());
}
