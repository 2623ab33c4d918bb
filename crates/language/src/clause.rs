//! Clauses: the verbs of a sentence, each with the words that it governs.
//!
//! A finite-state cascade (Abney 1996; FASTUS, Hobbs et al. 1997): tags, verb groups, clause boundaries, slots. Every
//! token belongs to one clause at most, and every phrase to the nearest word that can govern it.

use std::ops::Range;

use crate::class::Class;
use crate::slot::{Slot, SlotRole, read_slots};
use crate::tag::{Atom, Tag, tag_sentence};
use crate::token::{Gap, Tokens};
use crate::verb_group::{Time, VerbGroup, find_verb_groups};
use crate::verbs::Form;

/// What a clause is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// It stands by itself.
    Main,
    /// It stands beside another, after "and" or a semicolon.
    Coordinate,
    /// What is said or thought: "said **that they met**".
    Complement,
    /// "**who met** the minister".
    Relative,
    /// "the meeting **held in Oslo**", "**by signing** a treaty".
    Participial,
    /// "**to discuss** trade": what something is done for.
    Infinitive,
    /// "**after they had met**", "**following** talks".
    Temporal,
    /// "because", "although", "if", "while" and the rest.
    Adverbial,
    /// No verb: a title, a label, a fragment.
    Nominal,
}

/// A clause. All ranges are of tokens.
#[derive(Clone, Debug)]
pub struct Clause {
    /// What it is in its sentence.
    pub kind: ClauseKind,
    /// The clause that it is part of or stands beside; `None` for the first.
    pub parent: Option<usize>,
    /// Tokens before its verb, the subject among them.
    pub before_verb: Range<usize>,
    /// Its verb.
    pub verb: Option<VerbGroup>,
    /// Tokens after its verb.
    pub after_verb: Range<usize>,
    /// Its subject. Empty if it has none.
    pub subject: Range<usize>,
    /// The clause whose subject is its own, where it has none: "met A **and visited** B".
    pub subject_of: Option<usize>,
    /// The token of the word that opens it ("that", "after", "who", "if").
    pub marker: Option<usize>,
    /// What it governs: objects, complements by preposition, times, in the order of the text.
    pub slots: Vec<Slot>,
}

/// A sentence read.
#[derive(Clone, Debug, Default)]
pub struct ParsedSentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// A tag for each token.
    pub tags: Vec<Tag>,
    /// Its clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
}

impl ParsedSentence {
    /// The tag of token `at`; `None` outside.
    #[must_use]
    pub fn tag(&self, at: usize) -> Option<Tag> {
        at.checked_sub(self.tokens.start).and_then(|at| self.tags.get(at)).copied()
    }

    /// The clause that token `at` belongs to.
    #[must_use]
    pub fn clause_at(&self, at: usize) -> Option<usize> {
        let owns = |clause: &Clause| {
            clause.before_verb.contains(&at)
                || clause.after_verb.contains(&at)
                || clause.verb.as_ref().is_some_and(|verb| verb.tokens.contains(&at))
        };
        // Of nested ones the last is the innermost.
        self.clauses.iter().rposition(owns)
    }

    /// The tokens of the subject of clause `at`, its own or the one that it shares. Empty if nobody is named.
    #[must_use]
    pub fn subject_of(&self, at: usize) -> Range<usize> {
        let mut at = at;
        for _ in 0..=self.clauses.len() {
            let Some(clause) = self.clauses.get(at) else { break };
            match clause.subject_of {
                Some(other) if clause.subject.is_empty() && other < at => at = other,
                _ => return clause.subject.clone(),
            }
        }
        0..0
    }
}

/// Reads the tokens of one sentence. `atoms` are sorted names and dates; `headline` is true for a title, in which capital
/// letters show nothing.
#[must_use]
pub fn parse_sentence(tokens: &Tokens, sentence: Range<usize>, atoms: &[Atom], headline: bool) -> ParsedSentence {
    let tags = tag_sentence(tokens, sentence.clone(), atoms, headline);
    let groups = find_verb_groups(tokens, sentence.clone(), &tags);
    let mut parser = Parser { tokens, sentence: sentence.clone(), tags: &tags, clauses: Vec::new(), pending: None };
    for (n, group) in groups.iter().enumerate() {
        let from = n.checked_sub(1).map_or(sentence.start, |before| groups[before].tokens.end);
        parser.add(group.clone(), from);
    }
    let clauses = parser.finish(atoms);
    ParsedSentence { tokens: sentence, tags, clauses }
}

/// How far back from a coordinator the first of two subjects may begin.
const MAX_SUBJECT_TOKENS: usize = 60;

/// A noun phrase whose verb has not come yet: "The meeting, held in Oslo, **adopted** …".
struct Pending {
    /// Its tokens.
    tokens: Range<usize>,
    /// The first clause that stands between it and its verb.
    inside: usize,
    /// What the clause is that it opens.
    kind: ClauseKind,
    /// The word that opens that clause, if one does.
    marker: Option<usize>,
}

struct Parser<'a> {
    tokens: &'a Tokens<'a>,
    sentence: Range<usize>,
    tags: &'a [Tag],
    clauses: Vec<Clause>,
    pending: Option<Pending>,
}

/// How a clause begins.
struct Opening {
    kind: ClauseKind,
    /// The first token of the clause.
    start: usize,
    marker: Option<usize>,
    /// It takes its subject from another clause.
    shares_subject: bool,
    /// It begins with a subject of its own, whatever stood before.
    fresh: bool,
}

impl Parser<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        at.checked_sub(self.sentence.start).and_then(|at| self.tags.get(at)).copied()
    }

    /// Adds the clause of `group`; `from` is the token after the verb group before.
    fn add(&mut self, group: VerbGroup, from: usize) {
        let opening = if group.finite { self.open_finite(&group, from) } else { self.open_nonfinite(&group, from) };
        let first = self.clauses.is_empty();
        // Words before a clause that is no main one are the subject of a clause to come.
        let embedded = !matches!(opening.kind, ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Complement);
        let marked =
            embedded.then(|| self.marked_subject(from..opening.start)).flatten().filter(|_| self.pending.is_none());
        if let Some(marker) = marked {
            // "Agreed **that the measures**, announced in May, **are** under way".
            let kind = self.kind_of_marker(marker, first);
            if let Some(last) = self.clauses.last_mut() {
                last.after_verb.end = marker.max(last.after_verb.start);
            }
            self.pending =
                Some(Pending { tokens: marker..opening.start, inside: self.clauses.len(), kind, marker: Some(marker) });
        } else {
            if embedded && self.pending.is_none() && self.opens_subject(from..opening.start, first) {
                let (tokens, inside) = (from..opening.start, self.clauses.len());
                self.pending = Some(Pending { tokens, inside, kind: ClauseKind::Main, marker: None });
            }
            if let Some(last) = self.clauses.last_mut() {
                last.after_verb.end = opening.start.max(last.after_verb.start);
            }
        }
        if opening.fresh {
            self.pending = None;
        }
        let resumed = group.finite && opening.kind == ClauseKind::Main && self.pending.is_some();
        let mut resumed_from = None;
        let mut opening = opening;
        let (before_verb, parent) = match self.pending.take_if(|_| resumed) {
            Some(pending) => {
                opening.kind = pending.kind;
                opening.marker = pending.marker;
                if let Some(last) = self.clauses.last_mut() {
                    last.after_verb.end = group.tokens.start.max(last.after_verb.start);
                }
                // The words turn out to be the subject of this clause, and belong to none before it.
                if let Some(before) = pending.inside.checked_sub(1).and_then(|at| self.clauses.get_mut(at)) {
                    before.after_verb.end =
                        before.after_verb.end.min(pending.tokens.start).max(before.after_verb.start);
                }
                resumed_from = Some(pending.inside);
                let around = pending.inside.checked_sub(1).filter(|_| pending.kind != ClauseKind::Main);
                (pending.tokens, around)
            }
            None => (opening.start..group.tokens.start, self.parent_of(opening.kind)),
        };
        let at = self.clauses.len();
        if let Some(inside) = resumed_from {
            // What stands between the subject and its verb is part of the clause that goes on.
            for clause in self.clauses.iter_mut().skip(inside) {
                if clause.parent.is_none_or(|parent| parent < inside) {
                    clause.parent = Some(at);
                }
            }
        }
        let subject_of = opening.shares_subject.then_some(parent).flatten();
        let end = group.tokens.end;
        self.clauses.push(Clause {
            kind: opening.kind,
            parent,
            before_verb,
            verb: Some(group),
            after_verb: end..self.sentence.end,
            subject: 0..0,
            subject_of,
            marker: opening.marker,
            slots: Vec::new(),
        });
    }

    /// The word in `range` that opens a clause whose subject stands after it in `range`.
    fn marked_subject(&self, range: Range<usize>) -> Option<usize> {
        let marker = range.clone().find(|at| matches!(self.tag(*at), Some(Tag::Subordinator)))?;
        self.subject_in(marker + 1..range.end).map(|_| marker)
    }

    /// True if the tokens of `range` hold a noun that a verb to come may have as its subject.
    fn opens_subject(&self, range: Range<usize>, first: bool) -> bool {
        let starts_clause = first
            || range
                .clone()
                .next()
                .is_some_and(|at| matches!(self.tag(at), Some(Tag::Coordinator)) || self.tokens.follows_stop(at));
        starts_clause && self.subject_in(range).is_some()
    }

    /// The clause that one of `kind` is part of.
    fn parent_of(&self, kind: ClauseKind) -> Option<usize> {
        let last = self.clauses.len().checked_sub(1)?;
        match kind {
            ClauseKind::Main => None,
            ClauseKind::Coordinate => self
                .clauses
                .iter()
                .rposition(|clause| clause.verb.as_ref().is_some_and(|verb| verb.finite))
                .or(Some(last)),
            _ => Some(last),
        }
    }

    fn open_nonfinite(&self, group: &VerbGroup, from: usize) -> Opening {
        let mut start = group.tokens.start;
        while start > from && self.tokens.gap(start) == Gap::Join && matches!(self.tag(start - 1), Some(Tag::Adverb)) {
            start -= 1;
        }
        // "By swiftly signing": an adverb may stand between.
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

    fn open_finite(&self, group: &VerbGroup, from: usize) -> Opening {
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

    fn kind_of_marker(&self, marker: usize, first: bool) -> ClauseKind {
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

    /// True if only a phrase with a preposition stands between a verb of saying and the "that" at `marker`: "added in his
    /// statement **that**".
    fn is_reported_within(&self, marker: usize) -> bool {
        let verb = self.clauses.last().and_then(|clause| clause.verb.as_ref());
        verb.is_some_and(|verb| {
            verb.verb.is_some_and(|verb| verb.government.report)
                && matches!(self.tag(verb.tokens.end), Some(Tag::Preposition))
                && (verb.tokens.end..marker).all(|at| self.tokens.gap(at) == Gap::Space)
        })
    }

    /// True if token `at` stands right after a verb of saying that has no other object: "said **Kenya and Peru** agreed".
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

    /// "After the talks, the minister **and** the president met": what stands before the coordinator begins after a comma that
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

    /// The pronoun that stands right before the verb at `verb`, after a mark: "Recalling the treaty, **we** commit".
    fn pronoun_after_mark(&self, from: usize, verb: usize) -> Option<usize> {
        let before = (from..verb).rev().find(|at| !matches!(self.tag(*at), Some(Tag::Adverb | Tag::Not)))?;
        let alone = matches!(self.tag(before), Some(Tag::Pronoun))
            && matches!(self.tokens.gap(before), Gap::Comma | Gap::Break)
            && before > self.sentence.start;
        alone.then_some(before)
    }

    /// True if a comma stands before token `at`, perhaps after a bracket or a quotation mark.
    fn follows_comma(&self, at: usize) -> bool {
        let between = at.checked_sub(1).map_or("", |before| self.tokens.between(before));
        self.tokens.gap(at) == Gap::Comma || between.contains(',') && !self.tokens.follows_stop(at)
    }

    /// The token after the last comma between `from` and the verb, if a subject stands between that comma and the verb.
    fn comma_before_subject(&self, from: usize, verb: usize) -> Option<usize> {
        let comma = (from + 1..verb).find(|at| self.follows_comma(*at) && self.subject_in(*at..verb).is_some())?;
        Some(comma)
    }

    /// Where the noun phrase begins that ends right before token `verb`; `verb` if none does.
    fn noun_phrase_start(&self, from: usize, verb: usize) -> usize {
        let mut at = verb;
        let mut nouns = false;
        while at > from {
            let Some(tag) = self.tag(at - 1) else { break };
            let ok = match tag {
                Tag::Adverb | Tag::Not => !nouns,
                tag if tag.is_nominal() => {
                    nouns = true;
                    true
                }
                tag if tag.opens_noun_phrase() => nouns,
                _ => false,
            };
            if !ok
                || at < verb && !matches!(self.tokens.gap(at), Gap::Space | Gap::Join | Gap::Possessive | Gap::Plural)
            {
                break;
            }
            at -= 1;
        }
        if nouns { at } else { verb }
    }

    /// The pronoun that ends `range`, if all before it is a phrase with a preposition: "in Oslo **we** agreed".
    fn pronoun_after_phrase(&self, range: &Range<usize>) -> Option<usize> {
        let led = matches!(self.tag(range.start), Some(Tag::Preposition));
        let last = range.clone().rev().find(|at| !matches!(self.tag(*at), Some(Tag::Adverb | Tag::Not)))?;
        let after_noun = last > range.start && matches!(self.tag(last - 1), Some(Tag::Noun | Tag::Name(_)));
        let pronoun = matches!(self.tag(last), Some(Tag::Pronoun)) && self.tokens.gap(last) == Gap::Space;
        (led && after_noun && pronoun).then_some(last)
    }

    /// The noun phrase among `range` that no preposition governs: the subject of a verb after it.
    fn subject_in(&self, range: Range<usize>) -> Option<Range<usize>> {
        if let Some(pronoun) = self.pronoun_after_phrase(&range) {
            return Some(pronoun..self.without_adverbs(pronoun, range.end));
        }
        let mut governed = false;
        let mut at = range.start;
        while at < range.end {
            match self.tag(at) {
                Some(Tag::Preposition | Tag::To | Tag::Subordinator) => governed = true,
                // "On 3 May Korea met": a date ends what its preposition governs, unless it only opens a noun phrase.
                Some(Tag::Time) => {
                    let opens = at > range.start && matches!(self.tag(at - 1), Some(Tag::Determiner | Tag::Time));
                    governed &= opens && governed_time(&self.tags[..at - self.sentence.start]);
                }
                Some(tag) if tag.is_nominal() || tag.opens_noun_phrase() => {
                    let start = at;
                    let mut nominal = tag.is_nominal();
                    while at + 1 < range.end
                        && matches!(self.tokens.gap(at + 1), Gap::Space | Gap::Join | Gap::Possessive | Gap::Plural)
                        && self.tag(at + 1).is_some_and(|tag| tag.is_nominal() || tag.opens_noun_phrase())
                    {
                        at += 1;
                        nominal |= self.tag(at).is_some_and(Tag::is_nominal);
                    }
                    // "**This** is": right before its verb a demonstrative stands for a noun.
                    nominal |= start == at && at + 1 == range.end && self.tokens.has(at, Class::Demonstrative);
                    if !governed && nominal {
                        return Some(start..self.without_adverbs(start, range.end));
                    }
                    // "In Oslo, the ministers met": a comma sets the subject free.
                    governed &= at + 1 < range.end && !matches!(self.tokens.gap(at + 1), Gap::Comma | Gap::Break);
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// The end of `start..end` without the adverbs and marks of other phrases that stand last.
    fn without_adverbs(&self, start: usize, end: usize) -> usize {
        let mut end = end;
        while end > start + 1 && matches!(self.tag(end - 1), Some(Tag::Adverb | Tag::Not | Tag::Coordinator)) {
            end -= 1;
        }
        end
    }

    fn finish(mut self, atoms: &[Atom]) -> Vec<Clause> {
        if self.clauses.is_empty() {
            self.clauses.push(Clause {
                kind: ClauseKind::Nominal,
                parent: None,
                before_verb: self.sentence.clone(),
                verb: None,
                after_verb: self.sentence.end..self.sentence.end,
                subject: 0..0,
                subject_of: None,
                marker: None,
                slots: Vec::new(),
            });
        }
        let mut clauses = std::mem::take(&mut self.clauses);
        for clause in &mut clauses {
            let from = clause.marker.map_or(clause.before_verb.start, |marker| marker + 1);
            let own = from.max(clause.before_verb.start)..clause.before_verb.end;
            if clause.verb.is_some() {
                clause.subject = self.subject_in(own).unwrap_or(0..0);
            }
            // Who a relative clause or a participle after a noun speaks of is that noun.
            if clause.subject.is_empty() && matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participial) {
                let passive = clause.verb.as_ref().is_some_and(|verb| verb.form != Form::Gerund);
                if clause.kind == ClauseKind::Relative || passive && clause.marker.is_none() {
                    let end = clause.before_verb.start;
                    let end =
                        if end > 0 && self.tokens.gap(end) == Gap::Comma { end } else { clause.before_verb.start };
                    let start = self.noun_phrase_start(self.sentence.start, end);
                    if start < end {
                        clause.subject = start..end;
                        clause.subject_of = None;
                    }
                }
            }
            clause.slots = read_slots(self.tokens, &self.sentence, self.tags, atoms, clause);
        }
        for at in 0..clauses.len() {
            govern(&mut clauses, at);
        }
        clauses
    }
}

/// True if a determiner stands before the date that ends `tags`.
fn governed_time(tags: &[Tag]) -> bool {
    let before = tags.iter().rev().find(|tag| !matches!(tag, Tag::Time));
    matches!(before, Some(Tag::Determiner))
}

/// Lets the clause around clause `at` say what it makes of it: "said they **would meet**" is a future, "invited her **to
/// attend**" is hers and may never happen.
fn govern(clauses: &mut [Clause], at: usize) {
    let Some(parent) = clauses[at].parent.filter(|parent| *parent < at) else { return };
    let Some(around) = clauses[parent].verb.clone() else { return };
    let object =
        clauses[parent].slots.iter().find(|slot| slot.role == SlotRole::Object).map(|slot| slot.phrase.clone());
    let clause = &mut clauses[at];
    let Some(verb) = &mut clause.verb else { return };
    match clause.kind {
        ClauseKind::Complement => {
            if verb.would && around.time == Time::Past {
                verb.conditional = false;
                verb.time = Time::Future;
            }
            if let Some(governor) = around.verb.filter(|verb| verb.government.deny || verb.government.hypothetical) {
                verb.governors.insert(0, governor.government);
            }
        }
        ClauseKind::Infinitive => {
            let government = around.verb.map(|verb| verb.government).unwrap_or_default();
            if let Some(object) = object.filter(|_| government.hypothetical || government.negative || government.future)
            {
                verb.governors.insert(0, government);
                clause.subject = object;
                clause.subject_of = None;
            }
        }
        _ => {}
    }
}
