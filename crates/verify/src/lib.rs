//! Checks a text against the documents: are its quotations, numbers and names there, and was it said before?
//!
//! In: an [`Explorer`](entente_explore::Explorer) and a text. Out: sentences with verdicts as plain data, from which page,
//! text, rows and report are drawn. It does no IO, knows no elements, and never fails. Time is in line with the text's
//! length, and for each sentence with the passages that come close to it.
//!
//! What is not in the documents may still be true: a verdict is about the documents alone.
//!
//! ```
//! use entente_explore::Explorer;
//! use entente_ingest::{Settings, Source, ingest};
//! use entente_verify::Checker;
//! use entente_verify::report::QuotationVerdict;
//!
//! let source = Source { file: "a.txt".into(), bytes: "The two sides agreed to share information.\n".into() };
//! let explorer = Explorer::new(ingest(&[source], &Settings::default()).into());
//! let mut sentences = Checker::new(&explorer, "They “agreed to share information”.");
//! let sentence = sentences.next().expect("the text has a sentence");
//! assert_eq!(sentence.quotations[0].verdict, QuotationVerdict::WordForWord);
//! ```

mod align;
mod attribution;
mod checker;
mod difference;
mod familiar;
mod folding;
mod history;
mod matching;
mod names;
pub mod notes;
mod portions;
mod precedents;
mod quotation;
mod quotations;
pub mod report;
mod reuse;
pub mod rows;
mod said_by;
mod search;
mod speaker;
mod target;
pub mod text;
mod tokens;
mod values;
mod word_sets;
pub mod wording;

pub use checker::{Check, Checker, MAX_SENTENCES, Step};
pub use familiar::is_unfamiliar;
pub use folding::{Folding, foldings};
pub use history::history;
pub use portions::MAX_TEXT_BYTES;
pub use quotations::{Quote, find_quotations};
pub use report::{CheckedSentence, Counts, History};
