//! How sentences are read: tokens, word classes, values.
//!
//! In: reading text. Out: tokens with their classes, and the numbers, dates and amounts printed in it. Pure and total:
//! any text gives a result, in linear time, with the same bytes on every machine. It knows no document and no fact.

pub mod class;
pub mod clause;
pub mod describe;
pub mod grammars;
pub mod language;
pub mod lexicon;
pub mod slot;
pub mod speech_words;
pub mod tag;
pub mod token;
pub mod values;
pub mod verb_group;
pub mod verbs;

pub use class::{Class, Classes};
pub use clause::{Clause, ClauseKind, ParsedSentence, parse_sentence};
pub use language::Language;
pub use slot::{Governor, Slot, SlotRole};
pub use tag::{Atom, AtomKind, Tag};
pub use token::{Gap, Shape, Token, Tokens, tokenize, tokenize_in};
pub use verb_group::{Factuality, Time, VerbGroup};
