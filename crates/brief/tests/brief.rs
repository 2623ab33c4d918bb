//! A brief of made-up documents: what is in it, in what order, and what the file does not hold about it.

use std::rc::Rc;

use entente_brief::{Draft, Entry, ItemKind, Part, Reference, With, compose, rich_text};
use entente_explore::Selection;
use entente_explore::{Explorer, Query};
use entente_ingest::{Settings, Source, ingest};
use entente_rich_text::{docx, html, markdown};

const DOCUMENTS: &[(&str, &str)] = &[
    (
        "a.txt",
        "Korea and the US to Hold their 4th Cyber Policy Consultation\n\nPress Release\n\n28 June 2016\n\nThe fourth Republic of \
         Korea-United States Cyber Policy Consultation will take place at the US Department of State on June 29.\n\nThe two \
         sides committed to maintain close communication in the cyber domain.\n",
    ),
    (
        "b.txt",
        "Action Plan of Korea\n\nIt held consultations on cyber security with the United States in Seoul in August 2014.\n\nSince October 2012, Korea has held \
         bilateral consultations on cyber security and policy with concerned countries.\n\nKorea signed the Budapest Convention on Cybercrime.\n\nKorea and the United \
         States held the third Cyber Policy Consultation in Seoul on 3 May 2015.\n",
    ),
    (
        "c.txt",
        "Report\n\nSince October 2012, Korea has held bilateral consultations on cyber security and policy with its neighbouring \
         countries.\n\nNothing else of note happened in this year of plenty.\n",
    ),
];

fn explorer() -> Explorer {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    let sources: Vec<Source> = DOCUMENTS.iter().map(source).collect();
    Explorer::new(Rc::new(ingest(&sources, &Settings::default())))
}

/// The public name of the passage that contains `words`.
fn passage(explorer: &Explorer, words: &str) -> String {
    let corpus = explorer.corpus();
    for (_, record, body) in corpus.documents() {
        for passage in &body.passages {
            if passage.extent().of(&body.text).contains(words) {
                return format!("{}:{}", record.id, passage.anchor);
            }
        }
    }
    panic!("no passage has {words:?}");
}

fn item(reference: &str) -> Entry {
    Entry::Item(Reference::read(reference))
}

#[test]
fn items_stand_in_their_order_with_words_facts_and_numbered_sources() {
    let explorer = explorer();
    let (one, other) = (passage(&explorer, "concerned"), passage(&explorer, "neighbouring"));
    let draft = Draft {
        title: "Korea and the US".to_owned(),
        entries: vec![
            Entry::Heading("Consultations so far".to_owned()),
            item(&passage(&explorer, "fourth Republic")),
            Entry::Note("Ask for the outcome.".to_owned()),
            item(&format!("pair:{one}~{other}")),
            item(&passage(&explorer, "Nothing else")),
            item("statement-of-nobody-00000000:p3-abcdef"),
        ],
    };
    let brief = compose(&explorer, &draft, Some("12ab34cd"), Some("29 Nov 2026"));
    let items: Vec<_> = brief.items().collect();
    assert_eq!(items.len(), 3);
    let ItemKind::Quotation(words) = &items[0].kind else { panic!("{:?}", items[0]) };
    assert!(words.starts_with("The fourth Republic of Korea-United States"), "{words}");
    assert!(items[0].facts.starts_with("Consultation, number 4, 29 Jun [2016], planned"), "{}", items[0].facts);
    assert!(items[0].facts.contains("Korea and United States"), "{}", items[0].facts);
    assert_eq!(items[0].cited[0].label(), "[1] l. 7");
    let ItemKind::Pair(runs) = &items[1].kind else { panic!("{:?}", items[1]) };
    let set: Vec<&str> =
        runs.iter().filter(|run| run.style.strike || run.style.underline).map(|run| run.text.as_str()).collect();
    assert_eq!(set, ["concerned", "its neighbouring"]);
    assert_eq!(items[1].facts, "[2] l. 5 has “concerned”, [3] l. 3 “its neighbouring”; the rest is the same.");
    assert_eq!(items[2].facts, "Report, date not printed.");
    assert_eq!(items.iter().map(|item| item.number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(brief.sources.len(), 3);
    assert_eq!(brief.absent, ["statement-of-nobody-00000000:p3-abcdef"]);
    assert!(matches!(&brief.parts[0], (0, Part::Heading(_))) && matches!(&brief.parts[2], (2, Part::Note(_))));
}

#[test]
fn it_is_said_what_the_file_does_not_hold() {
    let explorer = explorer();
    let draft = Draft {
        entries: vec![
            item(&passage(&explorer, "fourth Republic")),
            item(&passage(&explorer, "Budapest")),
            item(&passage(&explorer, "Nothing else")),
        ],
        ..Draft::default()
    };
    let brief = compose(&explorer, &draft, None, None);
    let has = |words: &str| assert!(brief.gaps.iter().any(|gap| gap.contains(words)), "{words}: {:?}", brief.gaps);
    has("Numbers 1 to 3 of the series “");
    has("to which item 1 belongs.");
    has("went: item 1 only announces it.");
    has("Budapest Convention");
    has("A date for item");
}

#[test]
fn a_meeting_that_is_reported_is_not_called_missing() {
    let explorer = explorer();
    let held = passage(&explorer, "August 2014");
    let draft = Draft { entries: vec![item(&held)], ..Draft::default() };
    let brief = compose(&explorer, &draft, None, None);
    assert!(brief.gaps.iter().all(|gap| !gap.contains("went:")), "{:?}", brief.gaps);
    assert!(brief.items().all(|item| item.facts.contains("Aug 2014")));
}

#[test]
fn facts_are_collected_by_their_own_names() {
    let explorer = explorer();
    let meetings = explorer.engagements(&Query::default(), &Selection::default());
    let statements = explorer.statements(&Query::default(), &Selection::default());
    let threads = explorer.threads(None, 1);
    let thread: Vec<String> = threads
        .iter()
        .flat_map(|thread| thread.names.iter().chain(&thread.topic))
        .map(|name| name.id.clone())
        .collect();
    assert!(!meetings.rows.is_empty() && !statements.list.rows.is_empty() && thread.len() > 1, "{thread:?}");
    let entries = vec![
        Entry::Item(Reference::Engagement(meetings.rows[0].id.clone())),
        Entry::Item(Reference::Statement(statements.list.rows[0].id.clone())),
        Entry::Item(Reference::Thread(thread)),
        item("engagement:none-000000"),
        item("statement:none-000000"),
        item("amount:none-000000"),
        item("thread:xx~yy"),
        item("pair:a~b"),
        item("무엇"),
    ];
    let brief = compose(&explorer, &Draft { entries, ..Draft::default() }, None, None);
    assert_eq!((brief.items().count(), brief.absent.len()), (3, 6), "{:?}", brief.absent);
    let Some(ItemKind::Thread(steps)) = brief.items().last().map(|item| item.kind.clone()) else { panic!() };
    assert_eq!(steps.len(), threads[0].steps.len());
}

#[test]
fn the_written_brief_has_sources_in_full_marking_edition_and_what_is_not_held() {
    let explorer = explorer();
    let draft = Draft {
        title: "Korea & US".to_owned(),
        entries: vec![
            Entry::Heading("So far".to_owned()),
            item(&passage(&explorer, "fourth Republic")),
            item("nothing"),
        ],
    };
    let mut brief = compose(&explorer, &draft, Some("12ab34cd"), Some("29 Nov 2026"));
    brief.origin.marking = Some("FOR OFFICIAL USE".to_owned());
    brief.origin.edition = Some("2".to_owned());
    let text = rich_text(&brief, With::default());
    let written = markdown(&text);
    for words in [
        "**FOR OFFICIAL USE**\n\n# Korea \\& US",
        "Collected 29 Nov 2026 from “3 documents”.",
        "## So far",
        "> **1** “The fourth Republic",
        "\\[1\\] l. 7",
        "## This file does not hold",
        "- The item nothing of the link.",
        "1. *Korea and the US to Hold their 4th Cyber Policy Consultation*, press release, 28 Jun 2016, l. 7. a.txt, SHA-256 ",
        "3 documents, edition 2, corpus 12ab34cd",
    ] {
        assert!(written.contains(words), "{words}\n{written}");
    }
    assert!(html(&text).contains("<h2>Sources</h2>") && docx(&text).len() > 4_000);
    let bare = markdown(&rich_text(&brief, With { facts: false, gaps: false, files: false }));
    assert!(!bare.contains("SHA-256") && !bare.contains("does not hold") && !bare.contains("Consultation, number 4"));
    assert!(bare.contains("\\[1\\] l. 7"), "a quotation keeps its source: {bare}");
}

#[test]
fn an_empty_brief_and_a_file_without_documents_can_be_written() {
    let explorer = Explorer::new(Rc::new(ingest(&[], &Settings::default())));
    let brief =
        compose(&explorer, &Draft { entries: vec![item("a-00000000:p1-abcdef")], ..Draft::default() }, None, None);
    assert_eq!((brief.items().count(), brief.absent.len()), (0, 1));
    assert!(!markdown(&rich_text(&brief, With::default())).is_empty());
}
