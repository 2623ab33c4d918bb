//! The desk as a reader uses it: what is asked, what is answered.

mod asking;
mod facets;
mod made;
