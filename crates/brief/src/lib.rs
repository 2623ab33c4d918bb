//! A brief: what a reader has collected from a file of documents, in an order and with headings of the reader's own.
//!
//! In: an explorer and a [`Draft`]. Out: a [`Brief`] as plain data, each item with its words, one line of facts and numbered sources,
//! and what the file lacks about them; and the same as a text that `entente_rich_text` writes as Word file, Markdown or HTML.

mod compose;
mod draft;
mod facts;
mod gaps;
mod model;
mod reference;
mod wording;
mod write;

pub use compose::compose;
pub use draft::{Draft, Entry, MAX_LINKED};
pub use model::{Brief, Cited, Item, ItemKind, Origin, Part, Source, Step};
pub use reference::Reference;
pub use write::{With, rich_text};
