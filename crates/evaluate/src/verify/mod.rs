//! How well a text is checked: sentences of a folder's own documents, word for word, changed, given to somebody else, and
//! sentences of documents that were left out.
//!
//! In: a folder and a seed. Out: the share of right verdicts of each kind, with what went wrong. What is right is known from
//! how a sentence was made, by code that shares nothing with the checker.

mod make;
mod measure;
mod pool;

pub use make::{Change, Changed, Control, Said, Tests, make};
pub use measure::{Measure, Outcome, measure, summary};
pub use pool::{Folder, read_folder};
