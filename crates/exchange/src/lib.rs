//! Everything that was found, in the forms that other programs load.
//!
//! In: a corpus. Out: text, one line after another, made of the export tables (`entente_tables`): entities of `FollowTheMoney`, rows
//! for the bulk loading of search engines, a script for `PostgreSQL`. This crate extracts nothing and opens no files.

mod entity;
mod ftm;
mod load;
mod postgresql;
mod rows;

use std::collections::BTreeMap;

use entente_corpus::Corpus;

/// A form that another program loads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Entities of `FollowTheMoney`, one JSON object a line.
    Ftm,
    /// Pairs of lines for `_bulk` of Elasticsearch and OpenSearch.
    Bulk,
    /// One JSON object a row, with the name of its table.
    Quickwit,
    /// A script for `psql` that makes the tables and fills them.
    Postgresql,
}

/// Writes all of `corpus` in `form`. An empty corpus gives no lines, or a script that makes empty tables. The same corpus gives the
/// same bytes.
///
/// ```
/// use entente_corpus::Corpus;
/// use entente_exchange::{Form, write};
///
/// assert_eq!(write(&Corpus::default(), Form::Ftm), "");
/// assert!(write(&Corpus::default(), Form::Postgresql).contains("CREATE TABLE \"documents\""));
/// ```
#[must_use]
pub fn write(corpus: &Corpus, form: Form) -> String {
    let mut out = String::new();
    write_in_parts(corpus, form, &mut |part| out.push_str(part));
    out
}

/// Calls `write` with the text of [`write`] in parts that consist of whole lines.
pub fn write_in_parts(corpus: &Corpus, form: Form, write: &mut dyn FnMut(&str)) {
    match form {
        Form::Ftm => ftm::write(corpus, write),
        Form::Bulk => load::bulk(corpus, write),
        Form::Quickwit => load::quickwit(corpus, write),
        Form::Postgresql => postgresql::write(corpus, write),
    }
}

/// The tables that are written: all but the corpus itself, which does not consist of rows.
fn tables() -> impl Iterator<Item = &'static str> {
    entente_tables::TABLES.iter().copied().filter(|name| *name != "corpus")
}

/// First and second column of a table of words; lines that start with `#` are comments.
fn pairs(text: &'static str) -> BTreeMap<&'static str, &'static str> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
}
