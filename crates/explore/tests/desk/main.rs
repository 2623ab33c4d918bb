//! The desk as a reader uses it: what is asked, what is answered.

mod asking;
mod counting;
mod facets;
mod made;
mod reading;
