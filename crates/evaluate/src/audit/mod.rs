//! An audit: facts drawn at random, each with its sentence, for a person to judge.
//!
//! Every filled slot is a fact of its own, because a true occasion with a false date misleads as much as a false
//! occasion. Facts are drawn from the exported tables: what a user sees is what is judged.

mod draw;
mod facts;
mod sheet;
mod summary;

pub use draw::{Drawn, draw};
pub use facts::{Fact, KINDS, Kind, facts};
pub use sheet::{Judged, Verdict, parse, write};
pub use summary::summary;
