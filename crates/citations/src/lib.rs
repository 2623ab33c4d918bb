//! How a document, a passage, or words of a passage are cited: one model, five forms.
//!
//! In: a corpus and a place in it. Out: a [`Citation`], as text, BibTeX, RIS and CSL-JSON, and of a passage as a Web Annotation. What
//! no document prints is not in a citation; what the packer has supplied stands in square brackets where the form allows it.
//!
//! ```
//! use entente_citations::Citation;
//! use entente_ingest::{Settings, Source, ingest};
//!
//! let file = Source { file: "a.md".to_owned(), bytes: b"# Trade in the Gulf\n\nThe ministers met.\n".to_vec() };
//! let corpus = ingest(&[file], &Settings::default());
//! let citation = Citation::document(&corpus, 0).expect("there is one document");
//! assert_eq!((citation.title.as_str(), citation.date), ("Trade in the Gulf", None));
//! assert!(citation.text().contains("Trade in the Gulf"));
//! assert!(citation.ris().ends_with("ER  - \r\n"));
//! assert!(Citation::document(&corpus, 1).is_none());
//! ```

mod annotation;
mod bibtex;
mod csl;
mod date;
mod model;
mod ris;
mod text;
mod types;

pub use date::{DateForm, date_words};
pub use model::{Citation, CitedDate, Place, Position};
pub use text::place;
