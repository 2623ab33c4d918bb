//! What was found, as rows.
//!
//! In: a corpus and the name of a table. Out: its columns and rows, as JSON Lines or CSV. It extracts
//! nothing and opens no files.

mod cell;
mod columns;
mod content;
mod documents;
mod engagements;
mod links;
mod names;
mod number;
mod source;
mod statements;
mod write;

pub use cell::{Cell, Row};
pub use number::written;
pub use write::{csv, jsonl};

use entente_corpus::Corpus;

/// Every table, by the name under which it is asked for.
pub const TABLES: &[&str] = &[
    "documents",
    "metadata",
    "text",
    "sections",
    "passages",
    "entities",
    "mentions",
    "acronyms",
    "engagements",
    "series",
    "statements",
    "amounts",
    "links",
    "anomalies",
    "corpus",
];

/// A table: columns, and rows of as many cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Names of the columns, in their order.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// The table of this name; `None` where there is no such table. `corpus` is not one of rows: it is
/// written by [`jsonl`] of [`whole`].
#[must_use]
pub fn table(corpus: &Corpus, name: &str) -> Option<Table> {
    let files = source::Files::of(corpus);
    Some(match name {
        "documents" => documents::documents(&files),
        "metadata" => documents::metadata(&files),
        "text" => content::text(&files),
        "sections" => content::sections(&files),
        "passages" => content::passages(&files),
        "anomalies" => content::anomalies(&files),
        "entities" => names::entities(&files),
        "mentions" => names::mentions(&files),
        "acronyms" => names::acronyms(&files),
        "engagements" => engagements::engagements(&files),
        "series" => engagements::series(&files),
        "statements" => statements::statements(&files),
        "amounts" => statements::amounts(&files),
        "links" => links::links(&files),
        #[cfg(not(target_arch = "wasm32"))]
        "corpus" => whole(corpus),
        _ => return None,
    })
}

/// The corpus JSON as one row of one object. The page carries that JSON as it is; writing it there
/// would cost 30 KB.
#[cfg(not(target_arch = "wasm32"))]
fn whole(corpus: &Corpus) -> Table {
    let json = serde_json::to_string(corpus).unwrap_or_default();
    Table { columns: vec!["corpus"], rows: vec![vec![Cell::Json(json)]] }
}
