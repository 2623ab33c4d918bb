//! What a run of text is.
//!
//! For: byte spans, folding for comparison, words, sentences and partial dates, as every other
//! crate needs them. In: `&str`. Out: spans into that same string, or folded copies with a map back.
//! It does not know documents, queries or the page, and does no IO.

pub mod checkpoint;
pub mod date;
pub mod decompose;
pub mod executor;
pub mod fold;
pub mod number;
pub mod order;
pub mod script;
pub mod sentence;
pub mod span;
mod word_lists;
pub mod word_map;
pub mod words;

pub use checkpoint::checkpoint;
pub use date::{PartialDate, Precision};
pub use number::saturating_u32;
pub use sentence::sentences;
pub use span::Span;
pub use word_lists::WordLists;
pub use word_map::{WordMap, WordSet};
pub use words::{Word, each_word, words};
