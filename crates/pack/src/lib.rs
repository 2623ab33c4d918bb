//! Folders and packed pages as sources of documents; the single page written from them.
//!
//! In: paths. Out: a corpus with what could not be read named, a page's text, files of an
//! unpacked page. This is where files are read and written; it parses no command line and prints
//! nothing.

pub mod contacts;
pub mod draft;
pub mod error;
pub mod exclude;
pub mod file_name;
pub mod files;
pub mod inspect;
pub mod markings;
pub mod origin;
pub mod pack;
mod parallel;
mod patterns;
pub mod plain;
pub mod proof;
pub mod settings;
pub mod source;
pub mod unpack;
pub mod walk;
pub mod why;

pub use entente_ingest::{Report, Stops};
pub use error::PackError;
pub use inspect::{Inspection, inspect};
pub use pack::{Options, page};
pub use source::{Loaded, Reading, folder, load, redactions};
pub use unpack::unpack;
