//! Names that are known beforehand: a gazetteer finds, it never names.
//!
//! In: tables of the folder `data`. Out: lookups by folded words. What is shown is always the form
//! that the documents print.

pub(crate) mod countries;
pub(crate) mod heads;
pub(crate) mod offices;
pub(crate) mod organisations;
pub(crate) mod persons;
pub(crate) mod phrases;
pub(crate) mod places;
pub(crate) mod topics;
