//! The status of what a clause reports: held, planned, recurring.

use std::ops::Range;

use entente_corpus::EngagementStatus;
use entente_language::verbs::Form;
use entente_language::{Class, Clause, ClauseKind, Factuality, Gap, Slot, SlotRole, Tag};

use crate::occasions::frames::is_in_set;
use crate::occasions::guards;
use crate::view::Sentence;

/// True if the sentence says how often something takes place: "annually", "at least once a year", "twice every month".
pub(super) fn says_how_often(sentence: &Sentence) -> bool {
    let tokens = &sentence.parse().tokens;
    let is_rate = |at: usize| {
        is_in_set("how-often", sentence.word(at))
            && is_in_set("per", sentence.word(at + 1))
            && tokens.has(at + 2, Class::TimeUnit)
    };
    (0..sentence.words.len()).any(|at| is_in_set("recurring", sentence.word(at)) || is_rate(at))
}

/// The status that clause `at` gives what it reports; `None` if it does not report a fact.
pub(crate) fn status_of_clause(sentence: &Sentence, at: usize) -> Option<EngagementStatus> {
    let clauses = &sentence.parse().parsed.clauses;
    let clause = clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    if guards::is_rescheduled(sentence, at) {
        return Some(EngagementStatus::Planned);
    }
    if guards::is_subjunctive(sentence, at) {
        return guards::is_agreed(sentence, at).then_some(EngagementStatus::Planned);
    }
    if let Some(ruling) = ruling_clause(sentence, at) {
        return status_of_clause(sentence, ruling);
    }
    match verb.factuality() {
        Factuality::Happened => Some(EngagementStatus::Held),
        Factuality::Planned => Some(EngagementStatus::Planned),
        // "Is planned for Monday".
        Factuality::Present if verb.passive && is_in_set("schedules", verb.lemma()) => Some(EngagementStatus::Planned),
        // A headline reports in the present tense what has happened.
        Factuality::Present if verb.progressive || sentence.headline => Some(EngagementStatus::Held),
        Factuality::Present => Some(EngagementStatus::Recurring),
        Factuality::Negated | Factuality::Hypothetical => None,
        Factuality::Open => {
            let around = clause.parent.filter(|parent| *parent < at);
            let around = around.and_then(|parent| status_of_clause(sentence, parent));
            match clause.kind {
                ClauseKind::Infinitive if verb.passive => Some(EngagementStatus::Planned),
                // "Will work **towards** A signing the treaty": what is aimed at was not done.
                ClauseKind::Participial if !verb.passive && is_aimed_at(sentence, at) => None,
                // "Spoke of their plans, **with Togo hosting** the summit in May": when, the clause around it does not say.
                ClauseKind::Participial if absolute_subject(sentence, at).is_some() => None,
                // "Will welcome the leaders for a summit**, held** for the first time in Oslo": it is still to come.
                ClauseKind::Participial
                    if verb.passive
                        && around == Some(EngagementStatus::Planned)
                        && follows_comma(sentence, verb.tokens.start)
                        && !clause.slots.iter().any(|slot| matches!(slot.role, SlotRole::Time(_))) =>
                {
                    around
                }
                // "By signing a treaty": what was done to reach something was done. "Committed to opening a chapter": it was not.
                ClauseKind::Participial if clause.marker.is_some() => finite_status(sentence, at),
                // "Travelled to Oslo to meet X": whether it came to that, the sentence does not say.
                ClauseKind::Infinitive => around.filter(|status| *status == EngagementStatus::Planned),
                // "The summit hosted by Norway **next month**".
                _ if verb.passive && is_ahead(sentence, clause) => Some(EngagementStatus::Planned),
                // "Will meet, with the first session **scheduled** for May".
                _ if verb.passive && around != Some(EngagementStatus::Held) && is_in_set("schedules", verb.lemma()) => {
                    Some(EngagementStatus::Planned)
                }
                _ if verb.passive => Some(EngagementStatus::Held),
                _ => around,
            }
        }
    }
}

/// The phrase that a participle of clause `at` has as its subject after "with": "with **Togo** hosting the summit".
pub(crate) fn absolute_subject(sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(at)?;
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive)?;
    if clause.kind != ClauseKind::Participial || clause.marker.is_some() {
        return None;
    }
    let before = at.checked_sub(1).into_iter().flat_map(|before| &parse.parsed.clauses[before].slots);
    let with = |slot: &&Slot| match slot.role {
        SlotRole::Complement(with) => slot.phrase.end == verb.tokens.start && parse.tokens.is(with, "with"),
        SlotRole::Subject | SlotRole::Object | SlotRole::Time(_) => false,
    };
    let slot = before.into_iter().find(with)?;
    (parse.tokens.gap(verb.tokens.start) == Gap::Space).then(|| slot.phrase.clone())
}

/// True if a clause says of a time that it is still to come: "next month", "tomorrow".
fn is_ahead(sentence: &Sentence, clause: &Clause) -> bool {
    let tokens = sentence.parse().tokens;
    clause
        .after_verb
        .clone()
        .any(|at| tokens.is(at, "tomorrow") || tokens.is(at, "next") && tokens.has(at + 1, Class::TimeUnit))
}

/// True if a comma stands right before token `at`.
fn follows_comma(sentence: &Sentence, at: usize) -> bool {
    sentence.parse().tokens.gap(at) == Gap::Comma
}

/// The clause whose auxiliary or "to" rules the bare verb of clause `at` as well: "plans **to convene** leaders and host a summit".
fn ruling_clause(sentence: &Sentence, at: usize) -> Option<usize> {
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    let bare = clause.kind == ClauseKind::Coordinate
        && clause.subject.is_empty()
        && verb.form == Form::Base
        && verb.tokens.len() == 1;
    let before = at.checked_sub(1).filter(|_| bare)?;
    let ruled = parse.parsed.clauses[before].verb.as_ref()?;
    let rules = ruled.tokens.clone().any(|at| matches!(parse.parsed.tag(at), Some(Tag::To | Tag::Modal)));
    rules.then_some(before)
}

/// True if the subject of clause `at` stands after a preposition of purpose: "**towards** Togo signing the treaty".
fn is_aimed_at(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let clauses = &parse.parsed.clauses;
    let Some(verb) = clauses.get(at).and_then(|clause| clause.verb.as_ref()) else { return false };
    let before = at.checked_sub(1).into_iter().flat_map(|before| &clauses[before].slots);
    before.into_iter().any(|slot| match slot.role {
        SlotRole::Complement(aim) => {
            slot.phrase.end == verb.tokens.start && is_in_set("towards", parse.tokens.folded(aim))
        }
        SlotRole::Subject | SlotRole::Object | SlotRole::Time(_) => false,
    })
}

/// The status of the nearest clause around clause `at` that has a verb of its own, if every gerund up to it reports something
/// that was done to reach it.
fn finite_status(sentence: &Sentence, at: usize) -> Option<EngagementStatus> {
    let parse = sentence.parse();
    let clauses = &parse.parsed.clauses;
    let mut at = at;
    loop {
        let clause = clauses.get(at)?;
        let was_done = |marker: usize| is_in_set("opens-what-was-done", parse.tokens.folded(marker));
        if clause.kind == ClauseKind::Participial && clause.marker.is_some_and(|marker| !was_done(marker)) {
            return None;
        }
        at = clause.parent.filter(|parent| *parent < at)?;
        if clauses[at].verb.as_ref().is_some_and(|verb| verb.finite) {
            return status_of_clause(sentence, at);
        }
    }
}
