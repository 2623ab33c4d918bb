//! Which verbs state something, and how firmly, as a table: `data/statement-frames.tsv`, one row a sense.
//!
//! Each row has an example, in which its statement is found, and a counter-example, in which it is not; both are tests
//! (`crates/ingest/tests/examples`). The order
//! of strengths is that of the interfaces: noted < assessed < concurred < reaffirmed < committed < pledged < approved. A verb
//! that has no row is not a statement: precision before completeness.

use std::sync::OnceLock;

use entente_corpus::{Modality, Strength};
use entente_language::verbs::{Form, inflections};
use entente_language::{Class, Tokens};
use entente_text::WordMap;
use entente_text::order;

use crate::lexicon::Act;
use crate::occasions::frames::is_occasion_noun;

/// The table as written.
const FRAMES: &str = include_str!("../../data/statement-frames.tsv");
/// In the column of words: any verb.
const ANY_VERB: &str = "*";
/// Stands for every person in a list of what changes a verb's sense.
const ANY_PERSON: &str = "@person";
/// In the column of words that change the sense: any noun of an occasion.
const ANY_OCCASION: &str = "@occasion";

/// What calls a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementTrigger {
    /// A verb: "welcome".
    Verb,
    /// A verb with a noun that completes it: "take note".
    WithNoun,
    /// A verb with a noun that belongs to who says it: "underscored **their commitment**". The verb alone is shown.
    WithOwnNoun,
    /// A verb with a small word that completes it: "call on".
    WithWord,
    /// A verb that leads to another with "to": "intend to".
    Plan,
    /// "Are to", before a verb.
    BeTo,
    /// An auxiliary: "shall".
    Modal,
    /// An auxiliary that states something only in the words of somebody who reports it: "would".
    ReportedModal,
    /// What somebody is said to be: "committed to".
    State,
    /// What somebody is doing: "are building".
    Progress,
    /// What somebody has done, in the past: "established".
    Deed,
    /// What somebody has done: "has repaired".
    Perfect,
    /// "Was agreed".
    Passive,
    /// A state of mind with which a recital begins: "Concerned about".
    Recital,
}

impl StatementTrigger {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "verb" => Self::Verb,
            "with-noun" => Self::WithNoun,
            "with-own-noun" => Self::WithOwnNoun,
            "with-word" => Self::WithWord,
            "plan" => Self::Plan,
            "be-to" => Self::BeTo,
            "modal" => Self::Modal,
            "reported-modal" => Self::ReportedModal,
            "state" => Self::State,
            "progress" => Self::Progress,
            "deed" => Self::Deed,
            "perfect" => Self::Perfect,
            "passive" => Self::Passive,
            "recital" => Self::Recital,
            _ => return None,
        })
    }
}

/// A row of the table.
#[derive(Clone, Debug)]
pub struct StatementFrame {
    /// Its name, as `entente why` prints it.
    pub id: &'static str,
    /// What calls it.
    pub trigger: StatementTrigger,
    /// Verbs in their base form; auxiliaries, adjectives and participles as they are printed.
    pub words: Vec<&'static str>,
    /// Words one of which completes it.
    pub with: Vec<&'static str>,
    /// How many words may stand before the one that completes it.
    pub within: usize,
    /// Words of the object that make the verb mean something else.
    unless: Vec<&'static str>,
    /// What it states, and how firmly.
    act: Act,
    /// Where those stand to whom it is directed: "object", or a preposition.
    pub slots: Vec<&'static str>,
}

impl StatementFrame {
    /// What it states.
    #[must_use]
    pub fn modality(&self) -> Modality {
        self.act.modality
    }

    /// How firmly it states it.
    #[must_use]
    pub fn strength(&self) -> Option<Strength> {
        self.act.strength
    }

    pub(crate) fn act(&self) -> Act {
        self.act
    }

    fn has_word(&self, word: &str) -> bool {
        self.words.binary_search(&word).is_ok() || self.has_any_verb()
    }

    fn has_any_verb(&self) -> bool {
        self.words.first() == Some(&ANY_VERB)
    }

    pub(crate) fn is_completed_by(&self, word: &str) -> bool {
        self.with.binary_search(&word).is_ok()
    }

    /// True if `word` in the object gives the verb another sense: "opened **the meeting**", "observed a minute of **silence**".
    pub(crate) fn is_another_with(&self, word: &str) -> bool {
        self.unless.binary_search(&word).is_ok() || self.unless.first() == Some(&ANY_OCCASION) && is_occasion_noun(word)
    }

    /// True if a person as the object gives the verb another sense: "welcomed **Minister Lund** to Oslo".
    pub(crate) fn is_another_with_persons(&self) -> bool {
        self.unless.first() == Some(&ANY_PERSON)
    }

    pub(crate) fn has_slot(&self, slot: &str) -> bool {
        self.slots.contains(&slot)
    }
}

/// All rows, in the order of the table: of two that fit the same words the first is taken.
#[must_use]
pub fn statement_frames() -> &'static [StatementFrame] {
    static TABLE: OnceLock<Vec<StatementFrame>> = OnceLock::new();
    TABLE.get_or_init(|| FRAMES.lines().skip(1).filter_map(parse_row).collect())
}

fn parse_row(line: &'static str) -> Option<StatementFrame> {
    let columns: Vec<&'static str> = line.split('\t').collect();
    let [id, trigger, words, with, within, unless, modality, strength, slots] = columns[..] else {
        return None;
    };
    let list = |text: &'static str| text.split_whitespace().collect::<Vec<_>>();
    let strength = if strength.is_empty() { None } else { Some(Strength::from_word(strength)?) };
    Some(StatementFrame {
        id,
        trigger: StatementTrigger::from_name(trigger)?,
        words: list(words),
        with: list(with),
        within: if within.is_empty() { 0 } else { within.parse().ok()? },
        unless: list(unless),
        act: Act { modality: Modality::from_word(modality)?, strength },
        slots: list(slots),
    })
}

/// The rows that have `word`, by their numbers: those that name it, and those for any verb.
fn rows_with(word: &str) -> (&'static [usize], &'static [usize]) {
    static ROWS: OnceLock<WordMap<&'static str, Vec<usize>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let mut rows: WordMap<&'static str, Vec<usize>> = WordMap::default();
        for (at, frame) in statement_frames().iter().enumerate() {
            for word in &frame.words {
                rows.entry(word).or_default().push(at);
            }
        }
        rows
    });
    let of = |word: &str| rows.get(word).map_or(&[] as &[usize], Vec::as_slice);
    (of(word), of(ANY_VERB))
}

/// The row of `trigger` that has `word`: a verb's base form, or the word itself.
pub(crate) fn find_frame(trigger: StatementTrigger, word: &str) -> Option<&'static StatementFrame> {
    let (named, any) = rows_with(word);
    let fits = |rows: &'static [usize]| rows.iter().copied().find(|at| statement_frames()[*at].trigger == trigger);
    let first = fits(named).into_iter().chain(fits(any)).min()?;
    statement_frames().get(first)
}

/// What the verb `word` (folded) states by itself, and its form. `None` for every other word.
pub(crate) fn verb_frame(word: &str) -> Option<(&'static StatementFrame, Form)> {
    inflections(word).iter().find_map(|found| Some((find_frame(StatementTrigger::Verb, found.verb.lemma)?, found.form)))
}

/// True if the word is a verb that states something by itself.
pub(crate) fn states(word: &str) -> bool {
    verb_frame(word).is_some()
}

/// What the verb at token `at` states together with the word that completes it, and the token of that word: "take note", "call
/// on", "expressed their deep concern".
pub(crate) fn completed_frame(tokens: &Tokens, at: usize) -> Option<(&'static StatementFrame, usize, Form)> {
    let readings = inflections(tokens.folded(at));
    if readings.is_empty() {
        return None;
    }
    let completed = |frame: &&StatementFrame| {
        matches!(frame.trigger, StatementTrigger::WithNoun | StatementTrigger::WithOwnNoun | StatementTrigger::WithWord)
    };
    let mut rows: Vec<usize> = Vec::new();
    for found in readings {
        let (named, any) = rows_with(found.verb.lemma);
        rows.extend(named.iter().chain(any));
    }
    order::sort(&mut rows);
    rows.dedup();
    let frames = rows.into_iter().filter_map(|at| statement_frames().get(at));
    frames.filter(completed).find_map(|frame| {
        let reading = readings.iter().find(|found| frame.has_word(found.verb.lemma))?;
        let own = frame.trigger == StatementTrigger::WithOwnNoun;
        if own && !tokens.has(at + 1, Class::Possessive) {
            return None;
        }
        let last = (at + 1..tokens.len().min(at + 2 + frame.within))
            .take_while(|next| !tokens.follows_stop(*next))
            .find(|next| frame.is_completed_by(tokens.folded(*next)))?;
        Some((frame, if own { at } else { last }, reading.form))
    })
}

#[cfg(test)]
mod tests {
    use super::{ANY_OCCASION, ANY_VERB, FRAMES, StatementTrigger, completed_frame, statement_frames, verb_frame};
    use entente_corpus::Strength::{self, *};
    use entente_language::tokenize;
    use entente_language::verbs::{Form, verb};

    #[test]
    fn every_row_is_understood_and_sorted() {
        assert_eq!(statement_frames().len(), FRAMES.lines().count() - 1);
        for frame in statement_frames() {
            for list in [&frame.words, &frame.with, &frame.unless, &frame.slots] {
                assert!(list.is_sorted_by(|a, b| a < b), "{}: {list:?}", frame.id);
            }
            let of_verbs = !matches!(
                frame.trigger,
                StatementTrigger::Modal
                    | StatementTrigger::ReportedModal
                    | StatementTrigger::State
                    | StatementTrigger::Recital
                    | StatementTrigger::BeTo
            );
            for word in frame.words.iter().filter(|word| of_verbs && **word != ANY_VERB) {
                assert!(verb(word).is_some(), "{}: {word} is no verb that the language knows", frame.id);
            }
            assert!(frame.unless.first() != Some(&ANY_OCCASION) || frame.unless.len() == 1, "{}", frame.id);
        }
        let mut ids: Vec<&str> = statement_frames().iter().map(|frame| frame.id).collect();
        ids.sort_unstable();
        assert!(ids.is_sorted_by(|a, b| a < b), "an id stands twice");
    }

    type Expected = Option<(Option<Strength>, Form)>;

    #[test]
    fn verbs_are_known_in_the_forms_that_documents_print() {
        let cases: &[(&str, Expected)] = &[
            ("reaffirmed", Some((Some(Reaffirmed), Form::Past))),
            ("notes", Some((Some(Noted), Form::Third))),
            ("stresses", Some((None, Form::Third))),
            ("committing", Some((Some(Committed), Form::Gerund))),
            ("commit", Some((Some(Committed), Form::Base))),
            ("concurred", Some((Some(Concurred), Form::Past))),
            ("ratified", Some((Some(Approved), Form::Past))),
            ("vowed", Some((Some(Committed), Form::Past))),
            ("agreement", None),
            ("notice", None),
        ];
        for (word, expected) in cases {
            let found = verb_frame(word).map(|(frame, form)| (frame.strength(), form));
            assert_eq!(found, *expected, "{word}");
        }
    }

    #[test]
    fn verbs_that_need_a_word_are_nothing_without_it() {
        let found = |text: &str| completed_frame(&tokenize(text), 0).map(|(frame, last, _)| (frame.id, last));
        assert_eq!(found("shared the opinion that"), Some(("share-view", 2)));
        assert_eq!(found("shared information on attacks"), None);
        assert_eq!(found("took note of"), Some(("take-note", 1)));
        assert_eq!(found("took the train"), None);
        assert_eq!(found("took it. Note that"), None);
    }
}
