//! A small information-retrieval engine.
//!
//! In: passages as plain fields, queries as typed. Out: matching passages with scores, ranges of the
//! words that matched, snippets. It knows no corpus and no diplomacy, does no IO and has no clock;
//! the same input gives the same order natively and in WebAssembly.

mod answer;
mod bits;
mod blob;
mod closest;
mod compound;
pub mod dictionary;
pub mod eval;
pub mod expand;
pub mod explain;
mod families;
pub mod fuzzy;
pub mod index;
pub mod korean;
mod lex;
mod marks;
mod nearness;
pub mod parse;
pub mod plan;
pub mod postings;
pub mod query;
mod ranking;
pub mod runs;
pub mod score;
mod small;
pub mod snippet;
mod stems;
pub mod synonyms;
pub mod tokens;
pub mod varint;

pub use answer::Found;
pub use blob::Blob;
pub use explain::Part;
pub use index::{Builder, Fields, Index, Packed};
pub use parse::{Read, read};
pub use plan::Plan;
pub use query::Query;
pub use ranking::{best, brought_near};
pub use small::is_small;
pub use snippet::snippet;
pub use stems::Language;
pub use synonyms::Synonyms;
