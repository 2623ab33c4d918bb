//! Which clauses of a sentence state something: frames over verbs, guards, and who says it.

pub(crate) mod clauses;
pub mod frames;
pub mod guards;
pub mod rules;
mod senses;
