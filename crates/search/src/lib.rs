//! A small information-retrieval engine.
//!
//! In: passages as plain fields, queries as typed. Out: matching passages with scores, ranges of the
//! words that matched, snippets. It knows no corpus and no diplomacy, does no IO and has no clock;
//! the same input gives the same order natively and in WebAssembly.

pub mod expand;
pub mod fuzzy;
pub mod index;
pub mod marks;
pub mod matching;
pub mod parse;
pub mod query;
pub mod score;
pub mod snippet;
pub mod tokens;

pub use index::{Builder, Fields, Index};
pub use marks::marks;
pub use matching::{Found, search};
pub use parse::{Read, read};
pub use query::Query;
pub use snippet::snippet;
