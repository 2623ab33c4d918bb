//! A parse in words, for people who want to know how a sentence was read.

use std::fmt::Write;
use std::ops::Range;

use crate::clause::{Clause, ClauseKind, ParsedSentence};
use crate::slot::{Governor, SlotRole};
use crate::token::Tokens;
use crate::verb_group::{Factuality, VerbGroup};

impl ClauseKind {
    /// Its name, as `entente why` prints it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Coordinate => "coordinate",
            Self::Complement => "complement",
            Self::Relative => "relative",
            Self::Participial => "participial",
            Self::Infinitive => "infinitive",
            Self::Temporal => "temporal",
            Self::Adverbial => "adverbial",
            Self::Nominal => "nominal",
        }
    }
}

impl Factuality {
    /// Its name, as `entente why` prints it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Present => "present",
            Self::Planned => "planned",
            Self::Negated => "negated",
            Self::Hypothetical => "hypothetical",
            Self::Open => "open",
        }
    }
}

/// A line for each clause: its kind, its subject, its verb with its factuality, its slots.
#[must_use]
pub fn describe(parsed: &ParsedSentence, tokens: &Tokens) -> Vec<String> {
    (0..parsed.clauses.len()).map(|at| describe_clause(parsed, at, tokens)).collect()
}

fn describe_clause(parsed: &ParsedSentence, at: usize, tokens: &Tokens) -> String {
    let clause = &parsed.clauses[at];
    let words = |range: &Range<usize>| tokens.text.get(tokens.bytes(range.clone())).unwrap_or("").to_owned();
    let mut out = clause.kind.name().to_owned();
    let subject = parsed.subject_of(at);
    if !subject.is_empty() {
        let shared = if clause.subject.is_empty() { "shared subject" } else { "subject" };
        // Writing to a string cannot fail.
        let _ = write!(out, " | {shared}: {}", words(&subject));
    }
    if let Some(verb) = &clause.verb {
        let _ = write!(out, " | verb: {} ({})", words(&verb.tokens), describe_verb(verb));
    }
    for slot in slots_in_order(clause) {
        let name = match slot.role {
            SlotRole::Subject => continue,
            SlotRole::Object => "object".to_owned(),
            SlotRole::Complement(at) if slot.phrase.start == at => "beside".to_owned(),
            SlotRole::Complement(at) => small_word(tokens, at),
            SlotRole::Time(Some(at)) => format!("time, {}", small_word(tokens, at)),
            SlotRole::Time(None) => "time".to_owned(),
        };
        let _ = write!(out, " | {name}: {}", words(&slot.phrase));
        if let Governor::Noun(noun) = slot.governor {
            let _ = write!(out, " (of {})", tokens.printed(noun));
        }
    }
    out
}

/// A small word in lower case, with the marks that folding takes from kana: "で".
fn small_word(tokens: &Tokens, at: usize) -> String {
    tokens.printed(at).to_lowercase()
}

fn slots_in_order(clause: &Clause) -> impl Iterator<Item = &crate::slot::Slot> {
    clause.slots.iter()
}

fn describe_verb(verb: &VerbGroup) -> String {
    let mut parts = Vec::new();
    if !verb.lemma().is_empty() {
        parts.push(verb.lemma());
    }
    parts.push(verb.factuality().name());
    if verb.passive {
        parts.push("passive");
    }
    parts.join(", ")
}
