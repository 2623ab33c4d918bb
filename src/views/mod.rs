//! One file a screen: a view composes components from what the explorer said.

pub(crate) mod about;
pub(crate) mod acronyms;
pub(crate) mod amounts;
pub(crate) mod commitments;
pub(crate) mod compare;
pub(crate) mod documents;
pub(crate) mod engagements;
pub(crate) mod name;
pub(crate) mod names;
pub(crate) mod not_found;
pub(crate) mod notes;
pub(crate) mod overview;
pub(crate) mod pairs;
mod preview;
pub(crate) mod reader;
pub(crate) mod search;
pub(crate) mod series;
pub(crate) mod statements;

#[cfg(test)]
mod tests;
