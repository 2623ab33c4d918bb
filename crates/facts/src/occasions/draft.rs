//! An occasion as one sentence reports it, before tellings of the same occasion are brought together.

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, Evidence, Fact, Party};
use entente_text::PartialDate;

/// An occasion as one sentence reports it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EventDraft {
    /// Index of the passage.
    pub(crate) passage: u32,
    /// Bytes of the reading text that name it.
    pub(crate) name: Range<usize>,
    /// The name's words without its number, year and small words, folded.
    pub(crate) key: Vec<String>,
    /// The key without the words of those who meet and of how many they are.
    pub(crate) matter: Vec<String>,
    /// True if it opens its sentence: "**The Meeting** took place in Oslo".
    pub(crate) opens: bool,
    /// What kind of occasion.
    pub(crate) kind: EngagementKind,
    /// Its number in its series.
    pub(crate) ordinal: Option<u16>,
    /// True if it has a name of its own.
    pub(crate) named: bool,
    /// True if it refers to an occasion reported before ("the dialogue").
    pub(crate) definite: bool,
    /// True if a verb alone reports it ("signed an MOU").
    pub(crate) deed: bool,
    /// States and blocs in its name.
    pub(crate) states: Vec<u32>,
    /// True if nothing but another telling of it shows that it is an occasion.
    pub(crate) weak: bool,
    /// When it was or will be.
    pub(crate) date: Option<Fact<PartialDate>>,
    /// Whether it took place, if the text says.
    pub(crate) status: Option<EngagementStatus>,
    /// Bytes of the reading text that say where.
    pub(crate) place: Option<Range<usize>>,
    /// Who took part.
    pub(crate) participants: Vec<Party>,
    /// Topics, as indices of entities.
    pub(crate) topics: Vec<u32>,
    /// The sentence.
    pub(crate) evidence: Evidence,
    /// Further sentences that tell of it: who came.
    pub(crate) also: Vec<Evidence>,
    /// Folded words that show the level.
    pub(crate) about: String,
    /// The rule by which it was found.
    pub(crate) rule: String,
}

/// Who a pronoun stands for, as far as it is known where a passage begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speakers {
    /// The parties of the passage so far.
    pub(crate) parties: Vec<Party>,
    /// Those whom the document last named together: who "the two sides" are.
    pub(crate) together: Vec<Party>,
}
