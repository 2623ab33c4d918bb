//! Where a French clause begins, and of what kind it is.

use super::phrases::{noun_before, subject_in};
use super::verb_groups::Group;
use super::words::Word;
use crate::class::Class;
use crate::clause::ClauseKind;
use crate::grammars::tables::Mark;
use crate::token::{Gap, Tokens};
use crate::verbs;

/// Tokens before a verb among which its clause begins, at most.
const MAX_LEAD_TOKENS: usize = 160;

/// How a clause begins.
pub(super) struct Opening {
    pub(super) kind: ClauseKind,
    pub(super) start: usize,
    /// Where its subject may begin.
    pub(super) from: usize,
    pub(super) marker: Option<usize>,
    /// Its subject is the noun before it.
    pub(super) antecedent: bool,
}

pub(super) fn open(tokens: &Tokens, words: &[Word], from: usize, found: &Group, first: bool) -> Opening {
    let verb = found.group.tokens.start;
    let verb = first_of_verb(words, verb);
    let first = first && verb < MAX_LEAD_TOKENS;
    let from = from.max(verb.saturating_sub(MAX_LEAD_TOKENS));
    if !found.group.finite {
        let participle = found.group.form == verbs::Form::Participle;
        let start = found.marker.unwrap_or(verb).max(from);
        let temporal = found.marker.is_some_and(|at| tokens.has(at, Class::Temporal));
        let kind = match () {
            () if participle => ClauseKind::Participial,
            () if temporal => ClauseKind::Temporal,
            () => ClauseKind::Infinitive,
        };
        return Opening { kind, start, from: start, marker: found.marker, antecedent: participle };
    }
    let marker = (from..verb).rev().find(|at| matches!(words[*at], Word::Mark(Mark::Relative | Mark::Condition)));
    let stop = (from.max(1)..verb).rev().find(|at| tokens.follows_stop(*at));
    if let Some(marker) = marker.filter(|marker| stop.is_none_or(|stop| stop <= *marker)) {
        let adverbial = matches!(words[marker], Word::Mark(Mark::Condition));
        let after_verb = marker == from || (from..marker).all(|at| matches!(words[at], Word::Adverb));
        // "Qui s'est tenue": its subject is the noun before it. "Que le conseil approuve": it has one of its own.
        let own = !tokens.is(marker, "qui");
        let kind = match () {
            () if tokens.is(marker, "mais") => ClauseKind::Coordinate,
            () if adverbial => ClauseKind::Adverbial,
            () if own && after_verb && !first => ClauseKind::Complement,
            () if tokens.has(marker, Class::Temporal) => ClauseKind::Temporal,
            () => ClauseKind::Relative,
        };
        // "Qui s'est tenue à Paris, a adopté": a comma and a verb end the relative clause; the first subject goes on.
        return Opening { kind, start: marker, from: marker + 1, marker: Some(marker), antecedent: !own };
    }
    if let Some(stop) = stop {
        return Opening { kind: ClauseKind::Coordinate, start: stop, from: stop, marker: None, antecedent: false };
    }
    if first {
        return Opening { kind: ClauseKind::Main, start: 0, from: 0, marker: None, antecedent: false };
    }
    // "… et a signé": the verb follows at once.
    if verb > from && matches!(words[verb - 1], Word::Mark(Mark::And)) {
        return Opening { kind: ClauseKind::Coordinate, start: verb - 1, from: verb, marker: None, antecedent: false };
    }
    // ", a annoncé la présidence": a verb right after a comma has its subject after it, or shares one.
    if verb > from && tokens.gap(verb) == Gap::Comma {
        return Opening { kind: ClauseKind::Coordinate, start: verb, from: verb, marker: None, antecedent: false };
    }
    let comma = (from.max(1)..=verb).find(|at| {
        tokens.gap(*at) == Gap::Comma && (*at == verb || !subject_in(tokens, words, &(*at..verb)).is_empty())
    });
    let and = (from..verb).rev().find(|at| {
        matches!(words[*at], Word::Mark(Mark::And)) && !subject_in(tokens, words, &(*at + 1..verb)).is_empty()
    });
    let start = comma.or(and).unwrap_or_else(|| noun_before(tokens, words, verb).start.max(from).min(verb));
    let start = if start == 0 { from } else { start };
    Opening { kind: ClauseKind::Coordinate, start, from: start, marker: None, antecedent: false }
}

/// The first of the pronouns and negations before the verb at `at`.
fn first_of_verb(words: &[Word], at: usize) -> usize {
    let mut at = at;
    while at > 0 && matches!(words[at - 1], Word::Mark(Mark::Negation) | Word::Reflexive) {
        at -= 1;
    }
    at
}
