//! Folders and packed pages as sources of documents; the single page written from them.
//!
//! In: paths. Out: a corpus that names the files that could not be read, the text of a page, the files of an unpacked page. All
//! reading and writing of files is here. This crate parses no command line and prints nothing.

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
