//! Every table of a small folder as `entente export` writes it, kept as snapshots: one file a table, one row a line.
//!
//! `INSTA_UPDATE=always cargo test -p entente-tables` accepts what has changed; read the difference before you keep it.

use std::rc::Rc;

use entente_corpus::Corpus;
use entente_ingest::{Settings, Source, ingest};
use entente_tables::{Cell, TABLES, jsonl, table};

/// A form, a press release, and a report that says in part the same.
const FOLDER: [(&str, &str); 3] = [
    ("form.md", include_str!("folder/form.md")),
    ("news.txt", include_str!("folder/news.txt")),
    ("report.txt", include_str!("folder/report.txt")),
];

fn folder() -> Corpus {
    let sources = FOLDER.map(|(file, text)| Source { file: file.to_owned(), bytes: text.into() });
    ingest(&sources, &Settings::default())
}

#[test]
fn tables_of_a_small_folder_are_as_they_were() {
    let corpus = folder();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    // The table `corpus` is the whole JSON in one cell; the others say the same in rows.
    for name in TABLES.iter().filter(|name| **name != "corpus") {
        let table = table(&corpus, name).expect("one of the tables");
        settings.bind(|| insta::assert_snapshot!(*name, jsonl(&table)));
    }
}

/// A path of a thousand headings stands beside each passage below them.
#[test]
fn the_path_of_a_section_is_bounded_and_shared() {
    let heading = |level: usize| format!("{} {}{level}\n\n", "#".repeat(level), "Word ".repeat(190));
    let text = format!("{}text\n\nmore\n", (1..=6).map(heading).collect::<String>());
    let source = Source { file: "a.md".to_owned(), bytes: text.into_bytes() };
    let passages = table(&ingest(&[source], &Settings::default()), "passages").expect("one of the tables");
    let column = passages.columns.iter().position(|name| *name == "section").expect("a column");
    let path = |row: &Vec<Cell>| match &row[column] {
        Cell::Shared(path) => path.clone(),
        other => panic!("{other:?} is not shared"),
    };
    let [.., text, more] = &passages.rows[..] else { panic!("no rows") };
    assert!(Rc::ptr_eq(&path(text), &path(more)));
    assert!(path(text).starts_with("… > Word ") && path(text).ends_with("Word 6"), "{}", path(text));
    assert!(path(text).len() <= 4_100);
}
