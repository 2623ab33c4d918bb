//! How a document, a passage, or words of a passage are cited: one model, five forms.
//!
//! In: a corpus and a place in it. Out: a [`Citation`], as text, BibTeX, RIS and CSL-JSON, and of a passage as a Web Annotation. What
//! no document prints is not in a citation; what the packer has supplied stands in square brackets where the form allows it.

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
