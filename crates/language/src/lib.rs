//! How sentences are read: tokens, word classes, values.
//!
//! In: reading text. Out: tokens with their classes, and the numbers, dates and amounts printed in it. Pure and total:
//! any text gives a result, in linear time, with the same bytes on every machine. It knows no document and no fact.

pub mod class;
pub mod language;
pub mod lexicon;
pub mod token;
pub mod values;

pub use class::{Class, Classes};
pub use language::Language;
pub use token::{Gap, Shape, Token, Tokens, tokenize, tokenize_in};
