//! Names that are known beforehand: a gazetteer finds, it never names.
//!
//! In: tables of the folder `data`. Out: lookups by folded words. What is shown is always the form
//! that the documents print.

pub(crate) mod classes;
pub mod countries;
pub mod head_nouns;
pub(crate) mod offices;
pub(crate) mod organisations;
pub mod persons;
pub mod phrases;
pub mod places;
pub(crate) mod topics;

/// True for a code of ISO 3166-1 alpha-2, in any case: what `code` of a name may be.
#[must_use]
pub fn is_country_code(code: &str) -> bool {
    countries::COUNTRIES.code(code).is_some_and(|code| !countries::FORMER.contains(&code))
}
