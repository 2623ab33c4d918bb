//! The export tables.
//!
//! In: a corpus and the name of a table. Out: its columns and rows, as JSON Lines or CSV. This crate extracts nothing and
//! opens no files.

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
pub use write::{csv, csv_in_parts, jsonl, jsonl_in_parts};

use entente_corpus::Corpus;

/// The names of all tables.
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

/// A table: its columns, and rows with one cell for each column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Names of the columns, in their order.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// Returns the table called `name`, one of [`TABLES`]; `None` if there is no such table. An empty corpus gives a table with
/// columns and without rows. The table `corpus` has one row with one cell: the whole corpus as JSON. The page has no such
/// table; it carries that JSON as it is.
///
/// ```
/// use entente_corpus::Corpus;
/// use entente_tables::{csv, table};
///
/// let links = table(&Corpus::default(), "links").expect("there is such a table");
/// assert_eq!(links.columns[..3], ["kind", "from", "to"]);
/// assert!(csv(&links, false).starts_with("kind,from,to,from_file,from_line,to_file,to_line,score"));
/// assert_eq!(table(&Corpus::default(), "poems"), None);
/// ```
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
