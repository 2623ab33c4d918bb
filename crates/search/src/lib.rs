//! A small information-retrieval engine.
//!
//! In: passages as plain fields, queries as typed. Out: matching passages with scores, ranges of the
//! words that matched, snippets. It knows no corpus and no diplomacy, does no IO and has no clock;
//! the same input gives the same order natively and in WebAssembly.
//!
//! ```
//! use entente_search::{Builder, Fields, Plan, Synonyms, parse_query, snippet};
//!
//! let texts = ["Both sides agreed to share information.", "The ministers met in Tokyo."];
//! let mut builder = Builder::default();
//! for text in texts {
//!     builder.add(Fields { title: "A communiqué", section: "", text });
//! }
//! let index = builder.finish();
//! let query = parse_query("sharing information", &[], false).query;
//! let plan = Plan::new(&index, &query, &Synonyms::default());
//! let found = plan.search(&index, &|_, _| None).passages;
//! assert_eq!(found.iter().map(|(passage, _)| *passage).collect::<Vec<_>>(), [0]);
//! let marks = plan.marks(&index, texts[0]);
//! assert_eq!(marks.iter().map(|mark| &texts[0][mark.clone()]).collect::<Vec<_>>(), ["share", "information"]);
//! assert_eq!(&texts[0][snippet(texts[0], &marks, 20)], "to share information");
//! ```

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
mod first;
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

pub use answer::SearchResult;
pub use blob::Blob;
pub use explain::Part;
pub use index::{Builder, Fields, Index, Packed};
pub use parse::{ParsedQuery, parse_query};
pub use plan::Plan;
pub use query::Query;
pub use ranking::{add_nearness, rank_best};
pub use small::is_small;
pub use snippet::snippet;
pub use stems::Language;
pub use synonyms::Synonyms;
