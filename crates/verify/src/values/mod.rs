//! Numbers, amounts, dates and ordinals: how they are read where two texts are compared, and what is said of them.

mod atoms;
mod check;
mod dates;
mod number;
mod read;
mod same;
mod table;

pub(crate) use check::{Sentence, ValuesCheck};
