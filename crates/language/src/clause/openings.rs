//! Where a clause begins, and of what kind it is.

use super::{ClauseKind, Opening, Parser};
use crate::class::Class;
use crate::tag::Tag;
use crate::token::Gap;
use crate::verb_group::VerbGroup;

/// How far back from a coordinator the first of two subjects may begin.
const MAX_SUBJECT_TOKENS: usize = 60;

impl Opening {
    /// A main clause that begins at `start`, with a subject of its own and no word that opens it.
    fn main(start: usize) -> Self {
        Self { kind: ClauseKind::Main, start, marker: None, shares_subject: false, fresh: false }
    }
}

impl Parser<'_> {
    /// How the clause of an infinitive, a participle or a gerund begins.
    pub(super) fn open_nonfinite(&self, group: &VerbGroup, from: usize) -> Opening {
        let mut start = group.tokens.start;
        while start > from && self.tokens.gap(start) == Gap::Join && matches!(self.tag(start - 1), Some(Tag::Adverb)) {
            start -= 1;
        }
        // "By swiftly signing": an adverb may be between.
        let adverbs = (from..start).rev().take_while(|at| matches!(self.tag(*at), Some(Tag::Adverb))).count();
        let before = (start - adverbs).checked_sub(1).filter(|at| *at >= from);
        let mut opening =
            Opening { kind: ClauseKind::Participial, start, marker: None, shares_subject: true, fresh: false };
        if matches!(self.tag(start), Some(Tag::To | Tag::Not)) {
            opening.kind = ClauseKind::Infinitive;
            return opening;
        }
        if let Some(at) =
            before.filter(|at| matches!(self.tag(*at), Some(Tag::Preposition | Tag::Subordinator | Tag::To)))
        {
            opening.start = at;
            opening.marker = Some(at);
            if self.tokens.has(at, Class::Temporal) {
                opening.kind = ClauseKind::Temporal;
            }
        }
        if let Some(at) = before.filter(|at| matches!(self.tag(*at), Some(Tag::Coordinator))) {
            opening.start = at;
        }
        opening
    }

    /// How the clause of a finite verb begins: with the word that opens it, a coordinator, or its subject.
    pub(super) fn open_finite(&self, group: &VerbGroup, from: usize) -> Opening {
        let start = group.tokens.start;
        // The nearest word before the verb that opens a clause.
        let marker = (from..start).rev().find(|at| {
            matches!(self.tag(*at), Some(Tag::Relative | Tag::Subordinator))
                || matches!(self.tag(*at), Some(Tag::Preposition)) && self.opens_time_clause(*at, start)
        });
        let coordinator = self.coordinator_before(from, start);
        // A list between the word that opens a clause and its verb: "which A, B **and C** launched".
        let lists = |marker: usize, coordinator: usize| {
            let member = self.subject_in(coordinator + 1..start).is_some();
            coordinator < marker || member && self.subject_in(marker + 1..coordinator).is_some()
        };
        match (marker, coordinator) {
            (Some(marker), coordinator) if coordinator.is_none_or(|coordinator| lists(marker, coordinator)) => {
                self.open_with_marker(marker, from, start)
            }
            (_, Some(coordinator)) => self.open_with_coordinator(coordinator, from, start),
            _ if self.clauses.is_empty() => Opening::main(from),
            _ => self.open_with_subject(from, start),
        }
    }

    /// "**which** the ministers signed", "**after** they had met".
    fn open_with_marker(&self, marker: usize, from: usize, verb: usize) -> Opening {
        let first = self.clauses.is_empty();
        // "After they had met, the ministers signed": a comma and a new subject end the marked clause.
        let Some(comma) = self.comma_before_subject(marker, verb) else {
            return Opening {
                start: marker,
                marker: Some(marker),
                kind: self.kind_of_marker(marker, first),
                ..Opening::main(from)
            };
        };
        // The marker has no verb of its own: "Following talks, they signed".
        if first {
            return Opening::main(from);
        }
        Opening { start: comma, kind: ClauseKind::Coordinate, ..Opening::main(from) }
    }

    /// "**and** signed a treaty".
    fn open_with_coordinator(&self, coordinator: usize, from: usize, verb: usize) -> Opening {
        let shares_subject = self.subject_in(coordinator + 1..verb).is_none();
        if self.clauses.is_empty() {
            return Opening { shares_subject, ..Opening::main(from) };
        }
        Opening { start: coordinator, kind: ClauseKind::Coordinate, shares_subject, ..Opening::main(from) }
    }

    /// A clause after another one that no word opens.
    fn open_with_subject(&self, from: usize, verb: usize) -> Opening {
        let last = self.clauses.last();
        let temporal_before = last.is_some_and(|last| {
            matches!(
                last.kind,
                ClauseKind::Temporal | ClauseKind::Adverbial | ClauseKind::Participial | ClauseKind::Infinitive
            )
        });
        if let Some(pronoun) = self.pronoun_after_mark(from, verb).filter(|_| temporal_before) {
            return Opening { fresh: true, ..Opening::main(pronoun) };
        }
        if self.pending.is_some() {
            return Opening::main(from);
        }
        // "…; the ministers met", "…: they agreed".
        if let Some(start) = (from..verb).rev().find(|at| self.tokens.follows_stop(*at) && *at > self.sentence.start) {
            let shares_subject = self.subject_in(start..verb).is_none();
            return Opening { kind: ClauseKind::Coordinate, shares_subject, ..Opening::main(start) };
        }
        // "After meeting them, **the minister left**".
        if let Some(comma) = self.comma_before_subject(from, verb).filter(|_| temporal_before) {
            return Opening::main(comma);
        }
        // "He said **the ministers met**", "the paper **he signed**".
        let coordinator = (from..verb).rev().find(|at| matches!(self.tag(*at), Some(Tag::Coordinator)));
        let listed = coordinator.is_some_and(|at| self.joins_subjects(from, at)) && self.follows_report(from);
        let mut start = if listed { from } else { self.noun_phrase_start(from, verb) };
        // "We think **this is** right": a demonstrative alone is the subject of the verb right after it.
        let demonstrative = verb.checked_sub(1).filter(|at| *at >= from && self.tokens.has(*at, Class::Demonstrative));
        if let Some(at) = demonstrative.filter(|at| start == verb && self.follows_report(*at)) {
            start = at;
        }
        if start == verb {
            return Opening { kind: ClauseKind::Coordinate, shares_subject: true, ..Opening::main(start) };
        }
        Opening { kind: ClauseKind::Complement, ..Opening::main(start) }
    }

    /// "After **the ministers met**": a preposition of time whose noun phrase is the subject of the verb right after it.
    fn opens_time_clause(&self, at: usize, verb: usize) -> bool {
        self.tokens.has(at, Class::Temporal)
            && self.tokens.has(at, Class::Subordinator)
            && !(at + 1..verb).any(|token| self.tokens.gap(token) == Gap::Comma)
            && self.noun_phrase_start(at + 1, verb) <= at + 2
    }

    pub(super) fn kind_of_marker(&self, marker: usize, first: bool) -> ClauseKind {
        match self.tag(marker) {
            Some(Tag::Relative) => ClauseKind::Relative,
            _ if self.tokens.has(marker, Class::Temporal) => ClauseKind::Temporal,
            _ if self.tokens.is(marker, "that") && !first => {
                let dative = self
                    .clauses
                    .last()
                    .and_then(|clause| clause.verb.as_ref()?.verb)
                    .is_some_and(|verb| verb.government.dative);
                let dative = dative || self.is_reported_within(marker);
                let right_after_noun = marker.checked_sub(1).and_then(|at| self.tag(at)).is_some_and(Tag::is_nominal)
                    && self.tokens.gap(marker) == Gap::Space;
                if dative || !right_after_noun { ClauseKind::Complement } else { ClauseKind::Relative }
            }
            _ if self.tokens.is(marker, "that") => ClauseKind::Relative,
            _ => ClauseKind::Adverbial,
        }
    }

    /// True if only a phrase with a preposition is between a verb of saying and the "that" at `marker`: "added in his
    /// statement **that**".
    fn is_reported_within(&self, marker: usize) -> bool {
        let verb = self.clauses.last().and_then(|clause| clause.verb.as_ref());
        verb.is_some_and(|verb| {
            verb.verb.is_some_and(|verb| verb.government.report)
                && matches!(self.tag(verb.tokens.end), Some(Tag::Preposition))
                && (verb.tokens.end..marker).all(|at| self.tokens.gap(at) == Gap::Space)
        })
    }

    /// True if token `at` comes right after a verb of saying that has no other object: "said **Kenya and Peru** agreed".
    fn follows_report(&self, at: usize) -> bool {
        let verb = self.clauses.last().and_then(|clause| clause.verb.as_ref());
        verb.is_some_and(|verb| {
            let government = verb.verb.map(|verb| verb.government).unwrap_or_default();
            verb.tokens.end == at && government.report && !government.dative
        })
    }

    /// The coordinator before the verb at `verb` that parts its clause from the one before.
    fn coordinator_before(&self, from: usize, verb: usize) -> Option<usize> {
        let all: Vec<usize> = (from..verb).filter(|at| matches!(self.tag(*at), Some(Tag::Coordinator))).collect();
        let last = *all.last()?;
        // "… and signed": the verb follows at once, adverbs and times apart.
        let at_once = (last + 1..verb).all(|at| matches!(self.tag(at), Some(Tag::Adverb | Tag::Not | Tag::Time)));
        if at_once && !self.clauses.is_empty() {
            return Some(last);
        }
        if self.clauses.is_empty() || self.pending.is_some() {
            return None;
        }
        // "…, and the ministers met": a comma before it; else the only one, if a subject follows it.
        let comma = all.iter().copied().find(|at| self.tokens.gap(*at) == Gap::Comma || self.tokens.follows_stop(*at));
        // "Including Kenya and Peru, have": a comma before the verb closes a list, and no clause begins in it.
        let closed = matches!(self.tokens.gap(verb), Gap::Comma | Gap::Break);
        let opens =
            |at: &usize| !closed && self.noun_phrase_start(*at + 1, verb) == at + 1 && !self.joins_subjects(from, *at);
        let candidate = comma.or_else(|| all.iter().copied().find(opens))?;
        self.subject_in(candidate + 1..verb).map(|_| candidate)
    }

    /// "After the talks, the minister **and** the president met": what comes before the coordinator begins after a comma that
    /// ends the words before the clause, so that it joins two subjects.
    fn joins_subjects(&self, from: usize, coordinator: usize) -> bool {
        let mut at = coordinator;
        let from = from.max(coordinator.saturating_sub(MAX_SUBJECT_TOKENS));
        while at > from {
            let Some(tag) = self.tag(at - 1) else { return false };
            let of = self.tokens.is(at - 1, "of");
            if !(tag.is_nominal() || tag.opens_noun_phrase() || of) {
                return false;
            }
            at -= 1;
            if matches!(self.tokens.gap(at), Gap::Comma | Gap::Break) {
                return true;
            }
        }
        at == from && self.follows_report(from)
    }

    /// The pronoun that comes right before the verb at `verb`, after a mark: "Recalling the treaty, **we** commit".
    fn pronoun_after_mark(&self, from: usize, verb: usize) -> Option<usize> {
        let before = (from..verb).rev().find(|at| !matches!(self.tag(*at), Some(Tag::Adverb | Tag::Not)))?;
        let alone = matches!(self.tag(before), Some(Tag::Pronoun))
            && matches!(self.tokens.gap(before), Gap::Comma | Gap::Break)
            && before > self.sentence.start;
        alone.then_some(before)
    }

    /// True if a comma comes before token `at`, perhaps after a bracket or a quotation mark.
    fn follows_comma(&self, at: usize) -> bool {
        let between = at.checked_sub(1).map_or("", |before| self.tokens.between(before));
        self.tokens.gap(at) == Gap::Comma || between.contains(',') && !self.tokens.follows_stop(at)
    }

    /// The token after the last comma between `from` and the verb, if a subject is between that comma and the verb.
    fn comma_before_subject(&self, from: usize, verb: usize) -> Option<usize> {
        let comma = (from + 1..verb).find(|at| self.follows_comma(*at) && self.subject_in(*at..verb).is_some())?;
        Some(comma)
    }
}
