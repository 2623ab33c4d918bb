//! Answers as plain data, ready to be drawn or exported. They know nothing of how they are found.

pub(crate) mod facts;
pub(crate) mod ledger;
pub(crate) mod listing;
pub(crate) mod overview;
pub(crate) mod reading;
pub(crate) mod results;
