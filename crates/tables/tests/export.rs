//! Every table of a small folder as `entente export` writes it, kept as snapshots: one file a table, one row a line.
//!
//! `INSTA_UPDATE=always cargo test -p entente-tables` accepts what has changed; read the difference before you keep it.

use entente_corpus::Corpus;
use entente_ingest::{Settings, Source, ingest};
use entente_tables::{TABLES, jsonl, table};

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
