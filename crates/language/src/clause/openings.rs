//! Where a clause begins, and of what kind it is.

use super::{ClauseKind, Opening, Parser};
use crate::class::Class;
use crate::tag::Tag;
use crate::token::Gap;
use crate::verb_group::VerbGroup;

/// How far back from a coordinator the first of two subjects may begin.
const MAX_SUBJECT_TOKENS: usize = 60;

impl Parser<'_> {
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

    pub(super) fn open_finite(&self, group: &VerbGroup, from: usize) -> Opening {
        let start = group.tokens.start;
        let first = self.clauses.is_empty();
        let mut opening =
            Opening { kind: ClauseKind::Main, start: from, marker: None, shares_subject: false, fresh: false };
        // The nearest word before the verb that opens a clause.
        let markers = (from..start).rev().find(|at| {
            matches!(self.tag(*at), Some(Tag::Relative | Tag::Subordinator))
                || matches!(self.tag(*at), Some(Tag::Preposition)) && self.opens_time_clause(*at, start)
        });
        let coordinator = self.coordinator_before(from, start);
        // A list between the word that opens a clause and its verb: "which A, B **and C** launched".
        let lists = |marker: usize, coordinator: usize| {
            let member = self.subject_in(coordinator + 1..start).is_some();
            coordinator < marker || member && self.subject_in(marker + 1..coordinator).is_some()
        };
        match (markers, coordinator) {
            (Some(marker), coordinator) if coordinator.is_none_or(|coordinator| lists(marker, coordinator)) => {
                opening.start = marker;
                opening.marker = Some(marker);
                opening.kind = self.kind_of_marker(marker, first);
                // "After they had met, the ministers signed": a comma and a new subject end the marked clause.
                if let Some(comma) = self.comma_before_subject(marker, start) {
                    // The marker has no verb of its own: "Following talks, they signed".
                    opening.start = if first { from } else { comma };
                    opening.marker = None;
                    opening.kind = if first { ClauseKind::Main } else { ClauseKind::Coordinate };
                }
                return opening;
            }
            (_, Some(coordinator)) => {
                let own = self.subject_in(coordinator + 1..start).is_some();
                opening.start = coordinator;
                opening.kind = if first { ClauseKind::Main } else { ClauseKind::Coordinate };
                opening.shares_subject = !own;
                if first {
                    opening.start = from;
                }
                return opening;
            }
            _ => {}
        }
        if first {
            return opening;
        }
        let last = self.clauses.last();
        let temporal_before = last.is_some_and(|last| {
            matches!(
                last.kind,
                ClauseKind::Temporal | ClauseKind::Adverbial | ClauseKind::Participial | ClauseKind::Infinitive
            )
        });
        if let Some(pronoun) = self.pronoun_after_mark(from, start).filter(|_| temporal_before) {
            opening.start = pronoun;
            opening.fresh = true;
            return opening;
        }
        if self.pending.is_some() {
            return opening;
        }
        // "…; the ministers met", "…: they agreed".
        if let Some(at) = (from..start).rev().find(|at| self.tokens.follows_stop(*at) && *at > self.sentence.start) {
            opening.start = at;
            opening.kind = ClauseKind::Coordinate;
            opening.shares_subject = self.subject_in(at..start).is_none();
            return opening;
        }
        if let Some(comma) = self.comma_before_subject(from, start).filter(|_| temporal_before) {
            // "After meeting them, **the minister left**".
            opening.start = comma;
            return opening;
        }
        // "He said **the ministers met**", "the paper **he signed**".
        let coordinator = (from..start).rev().find(|at| matches!(self.tag(*at), Some(Tag::Coordinator)));
        let listed = coordinator.is_some_and(|at| self.joins_subjects(from, at)) && self.follows_report(from);
        opening.start = if listed { from } else { self.noun_phrase_start(from, start) };
        // "We think **this is** right": a demonstrative alone is the subject of the verb right after it.
        let demonstrative = start.checked_sub(1).filter(|at| *at >= from && self.tokens.has(*at, Class::Demonstrative));
        if let Some(at) = demonstrative.filter(|at| opening.start == start && self.follows_report(*at)) {
            opening.start = at;
        }
        opening.kind = ClauseKind::Complement;
        if opening.start == start {
            opening.kind = ClauseKind::Coordinate;
            opening.shares_subject = true;
        }
        opening
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
