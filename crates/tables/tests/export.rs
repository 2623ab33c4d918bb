//! Every table of a small folder as `entente export` writes it, kept as snapshots: one file a table, one row a line.
//!
//! `INSTA_UPDATE=always cargo test -p entente-tables` accepts what has changed; read the difference before you keep it.

use std::fs;
use std::path::Path;

use entente_corpus::Corpus;
use entente_ingest::{Settings, Source, ingest};
use entente_tables::{TABLES, jsonl, table};

fn folder() -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folder");
    let files = fs::read_dir(folder).expect("the folder is there").flatten();
    let source = |entry: fs::DirEntry| Source {
        file: entry.file_name().to_string_lossy().into_owned(),
        bytes: fs::read(entry.path()).expect("a document can be read"),
    };
    ingest(&files.map(source).collect::<Vec<_>>(), &Settings::default())
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
