//! Explorers that several tests ask.

use entente_explore::Explorer;
use entente_ingest::{Settings, Source, ingest};

/// An explorer of files, each given by its path and its text.
pub(crate) fn explorer(files: &[(&str, &str)]) -> Explorer {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    let corpus = ingest(&files.iter().map(source).collect::<Vec<_>>(), &Settings::default());
    Explorer::new(corpus.into())
}

/// An explorer of the five given documents.
pub(crate) fn seeds() -> Explorer {
    explorer(&[
        ("0.txt", include_str!("../../../../seeds/000_cede19f12f8b50b1.txt")),
        ("1.txt", include_str!("../../../../seeds/001_35786128aa01aab2.txt")),
        ("2.txt", include_str!("../../../../seeds/002_84c0b2401288784c.txt")),
        ("3.txt", include_str!("../../../../seeds/003_5ee81abf99b99bdd.txt")),
        ("4.txt", include_str!("../../../../seeds/004_643633df317a56d9.txt")),
    ])
}
