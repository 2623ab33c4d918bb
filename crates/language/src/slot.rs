//! What a clause's verb governs: objects, complements by preposition, times.
//!
//! A phrase belongs to the nearest word before it that can govern it. A verb can govern anything; a noun of an occasion or
//! of a paper governs the place and the time right after it, if it is an object or a complement itself.

use std::ops::Range;

use crate::class::Class;
use crate::clause::Clause;
use crate::tag::{Atom, AtomKind, Tag};
use crate::token::{Gap, Shape, Tokens};

/// What a phrase is to its governor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotRole {
    /// A noun phrase without a preposition, before the verb.
    Subject,
    /// A noun phrase without a preposition, after the verb.
    Object,
    /// A noun phrase with a preposition, whose token this is.
    Complement(usize),
    /// A date, with the token of its preposition if it has one.
    Time(Option<usize>),
}

/// What governs a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Governor {
    /// The verb of the clause.
    Verb,
    /// A noun, by its token.
    Noun(usize),
}

/// A phrase that a clause governs. Ranges are of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What it is.
    pub role: SlotRole,
    /// What it belongs to.
    pub governor: Governor,
    /// Its words, without the preposition; coordinated noun phrases and their "of" complements are one.
    pub phrase: Range<usize>,
    /// Its last noun before any "of".
    pub head: usize,
    /// It comes before the verb, and so is said of all that its sentence coordinates.
    pub leading: bool,
}

/// How far an "and" may stand from the comma that its list goes on after.
const MAX_LIST_TOKENS: usize = 160;

/// Words that govern a place and a time of their own.
fn governs_setting(tokens: &Tokens, at: usize) -> bool {
    tokens.has(at, Class::Occasion)
        || tokens.has(at, Class::PluralOccasion)
        || tokens.has(at, Class::Forum)
        || tokens.has(at, Class::Instrument)
}

/// The slots of `clause`, those before its verb first.
pub(crate) fn read_slots(
    tokens: &Tokens,
    sentence: &Range<usize>,
    tags: &[Tag],
    atoms: &[Atom],
    clause: &Clause,
) -> Vec<Slot> {
    let mut reader = SlotReader { tokens, sentence, tags, atoms, out: Vec::new(), governor: Governor::Verb };
    let marker = clause.marker.map_or(clause.before_verb.start, |marker| marker + 1);
    reader.read(marker.max(clause.before_verb.start)..clause.before_verb.end, true);
    reader.governor = Governor::Verb;
    reader.read(clause.after_verb.clone(), false);
    reader.out
}

struct SlotReader<'a> {
    tokens: &'a Tokens<'a>,
    sentence: &'a Range<usize>,
    tags: &'a [Tag],
    atoms: &'a [Atom],
    out: Vec<Slot>,
    governor: Governor,
}

impl SlotReader<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        at.checked_sub(self.sentence.start).and_then(|at| self.tags.get(at)).copied()
    }

    /// Reads the phrases of `range`; `leading` if they come before the verb.
    fn read(&mut self, range: Range<usize>, leading: bool) {
        let mut at = range.start;
        let mut preposition: Option<usize> = None;
        while at < range.end {
            at = match self.tag(at) {
                Some(Tag::Time) => self.read_time(at, &range, preposition.take(), leading),
                // "On the 8th".
                Some(Tag::Determiner) if matches!(self.tag(at + 1), Some(Tag::Time)) => at + 1,
                // "Together with", "prior to", "in line with": the last of several is the one that governs.
                Some(Tag::Preposition | Tag::To) => {
                    preposition = Some(at);
                    at + 1
                }
                Some(tag) if tag.is_nominal() || tag.opens_noun_phrase() => {
                    self.read_phrase(at, range.end, preposition.take(), leading)
                }
                Some(Tag::Coordinator) => at + 1,
                _ => {
                    preposition = None;
                    at + 1
                }
            };
        }
    }

    /// Adds the date that begins at `at`; returns the token after it.
    fn read_time(&mut self, at: usize, range: &Range<usize>, preposition: Option<usize>, leading: bool) -> usize {
        let end = self.atom_end(at).min(range.end);
        let governor = self.governor_of_time(at, range.start, end, leading);
        self.out.push(Slot { role: SlotRole::Time(preposition), governor, phrase: at..end, head: end - 1, leading });
        end
    }

    /// Adds the noun phrase that begins at `at`; returns the token after it.
    fn read_phrase(&mut self, at: usize, limit: usize, preposition: Option<usize>, leading: bool) -> usize {
        let end = self.phrase_end(at, limit, preposition);
        let head = self.head_of(at..end);
        let role = match preposition {
            Some(token) => SlotRole::Complement(token),
            None if leading => SlotRole::Subject,
            None => SlotRole::Object,
        };
        // "Met Minister X, head of Y": what follows the comma says who that is.
        if role == SlotRole::Object
            && self.starts_apposition(at)
            && let Some(last) = self.out.last_mut().filter(|last| !last.leading)
        {
            last.phrase.end = end;
            return end;
        }
        // "Called the meeting **to order** at noon": what follows is said of the verb again.
        let with_verb = matches!(role, SlotRole::Complement(token) if self.tokens.is(token, "to"))
            && end == at + 1
            && self.tokens.has(at, Class::NounAfterTo);
        if leading && role == SlotRole::Subject || with_verb {
            self.governor = Governor::Verb;
        }
        self.out.push(Slot { role, governor: self.governor, phrase: at..end, head, leading });
        if let Some(noun) = self.governing_noun(at..end, head, role).filter(|_| !with_verb) {
            self.governor = Governor::Noun(noun);
        }
        end
    }

    /// The noun of a phrase that governs the phrases after it; `None` if these go on with what governed it.
    fn governing_noun(&self, phrase: Range<usize>, head: usize, role: SlotRole) -> Option<usize> {
        // "on the margins of the summit": the last noun governs as well.
        let last = phrase.rev().find(|at| self.tag(*at).is_some_and(Tag::is_nominal)).unwrap_or(head);
        // The verb's own object leaves what follows to the verb.
        let inside_name = if role == SlotRole::Object { 0..0 } else { self.names_around(head) };
        let mut nouns = [last, head].into_iter().chain(inside_name);
        nouns.find(|noun| governs_setting(self.tokens, *noun)).or_else(|| {
            let SlotRole::Complement(token) = role else { return None };
            // "Since its establishment **in 2001**": the year is that of the establishment.
            let temporal = self.tokens.has(token, Class::Temporal);
            // "Signed with A as well as new investments **in** B": what follows is said of what was added.
            let added = self.tokens.is(token, "as") && token > 0 && self.tokens.is(token - 1, "well");
            (temporal || added).then_some(head)
        })
    }

    /// What the date at `at..end` belongs to.
    fn governor_of_time(&self, at: usize, from: usize, end: usize, leading: bool) -> Governor {
        let before = at.checked_sub(1).filter(|before| *before >= from);
        let bracketed = before.is_some_and(|before| self.tokens.between(before).contains('('));
        match before {
            // "investors (August 2010)": a date in brackets belongs to the words before them.
            Some(before) if bracketed => Governor::Noun(before),
            // "the April 2023 Declaration": after a determiner a date is part of what follows.
            Some(before)
                if matches!(self.tag(before), Some(Tag::Determiner | Tag::Genitive)) && self.is_premodifier(end) =>
            {
                Governor::Noun(end)
            }
            // "by 2027": a time that something is done by is the verb's.
            _ if self.tokens.has(at, Class::Until) => Governor::Verb,
            _ if leading && self.out.is_empty() => Governor::Verb,
            _ => self.governor,
        }
    }

    /// True if a noun phrase goes on at token `end` after a date: "the April 2023 **Declaration**", not "on the 8th **to** …".
    fn is_premodifier(&self, end: usize) -> bool {
        self.starts_phrase(end) && !matches!(self.tag(end), Some(Tag::Determiner)) && self.tokens.gap(end) == Gap::Space
    }

    fn starts_apposition(&self, at: usize) -> bool {
        // A colon opens a list of its own.
        let parted = at.checked_sub(1).is_some_and(|before| self.tokens.between(before).contains([':', ';']));
        matches!(self.tokens.gap(at), Gap::Comma | Gap::Break) && !parted
    }

    fn atom_end(&self, at: usize) -> usize {
        let place = self.atoms.partition_point(|atom| atom.tokens.end <= at);
        self.atoms.get(place).filter(|atom| atom.tokens.contains(&at)).map_or(at + 1, |atom| atom.tokens.end)
    }

    /// The tokens of the name of which token `at` is part: "the **Conference** on the Recovery of Ukraine" is a conference. Empty
    /// outside names.
    fn names_around(&self, at: usize) -> Range<usize> {
        let place = self.atoms.partition_point(|atom| atom.tokens.end <= at);
        self.atoms.get(place).filter(|atom| atom.tokens.contains(&at)).map_or(0..0, |atom| atom.tokens.clone())
    }

    fn kind_at(&self, at: usize) -> Option<AtomKind> {
        match self.tag(at) {
            Some(Tag::Name(kind)) => Some(kind),
            _ => None,
        }
    }

    /// The token after the noun phrase that begins at `at`: its words, "of" and what follows, and the phrases that "and" and
    /// commas coordinate with it.
    fn phrase_end(&self, at: usize, limit: usize, preposition: Option<usize>) -> usize {
        let mut end = self.simple_end(at, limit);
        let pair = preposition.is_some_and(|at| self.tokens.is(at, "between"));
        loop {
            // "of A", "for Foreign Affairs" inside a title are part of the phrase.
            if end < limit && self.tokens.gap(end) == Gap::Space && self.tokens.is(end, "of") {
                let next = end + 1;
                if next < limit && self.starts_phrase(next) {
                    end = self.simple_end(next, limit);
                    continue;
                }
            }
            // "Ambassador for Cyber Issues X": a role and its field are one phrase with the name.
            if end < limit && self.tokens.gap(end) == Gap::Space && self.goes_on_as_title(at..end, end) {
                end = self.simple_end(end + 1, limit);
                continue;
            }
            // ", B and C": every member must begin a phrase.
            let comma = end < limit && matches!(self.tokens.gap(end), Gap::Comma);
            let and = end < limit && matches!(self.tag(end), Some(Tag::Coordinator)) && !self.tokens.is(end, "but");
            let close = end < limit && !self.tokens.follows_stop(end);
            if and
                && close
                && end + 1 < limit
                && self.starts_phrase(end + 1)
                && (pair || self.coordinates(at..end, end + 1))
            {
                end = self.simple_end(end + 1, limit);
                continue;
            }
            if comma
                && close
                && self.starts_phrase(end)
                && (self.is_listed(end, limit) || self.is_place_in_place(end))
                && self.coordinates(at..end, end)
            {
                end = self.simple_end(end, limit);
                continue;
            }
            return end.max(at + 1);
        }
    }

    /// True if "for" or "to" at `end` is inside a title: a role before it and a capital after it.
    fn goes_on_as_title(&self, before: Range<usize>, end: usize) -> bool {
        let role = before
            .end
            .checked_sub(1)
            .is_some_and(|last| self.tokens.has(last, Class::Role) && self.tokens.is_capital(last));
        role && (self.tokens.is(end, "for") || self.tokens.is(end, "to"))
            && self.tokens.is_capital(end + 1)
            && self.starts_phrase(end + 1)
    }

    /// True if the phrase that begins at `next` is of the sort of the one before it, so that they are members of one list.
    fn coordinates(&self, before: Range<usize>, next: usize) -> bool {
        let last = before.end.saturating_sub(1);
        match (self.kind_at(last), self.kind_at(next)) {
            // "in Seoul, Korea": a place and its country are not a list but one phrase.
            (Some(AtomKind::Time), _) | (_, Some(AtomKind::Time)) => false,
            (Some(_), Some(_)) => true,
            // "Foreign Minister X and Defence Minister Y", "the President and the Prime Minister".
            (Some(_), None) | (None, Some(_)) => {
                self.tokens.gap(next) != Gap::Comma
                    || self.tokens.is_capital(next)
                    || self.tokens.has(next, Class::Determiner)
            }
            (None, None) => matches!(self.tag(next - 1), Some(Tag::Coordinator)) || self.tokens.gap(next) == Gap::Comma,
        }
    }

    /// True if the phrases from `at` on, parted by commas, come to an "and": "A, B and C".
    fn is_listed(&self, at: usize, limit: usize) -> bool {
        let mut at = at;
        let limit = limit.min(at + MAX_LIST_TOKENS);
        while at < limit {
            if matches!(self.tag(at), Some(Tag::Coordinator)) {
                return true;
            }
            let of = self.tokens.is(at, "of") && self.tokens.gap(at) == Gap::Space;
            if !of && !self.starts_phrase(at) || self.tokens.follows_stop(at) {
                return false;
            }
            at += 1;
        }
        false
    }

    /// "in Seoul, Korea": a place and its country.
    fn is_place_in_place(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.kind_at(before));
        before == Some(AtomKind::Place) && matches!(self.kind_at(at), Some(AtomKind::Place | AtomKind::Party))
    }

    fn starts_phrase(&self, at: usize) -> bool {
        self.tag(at).is_some_and(|tag| tag.is_nominal() || tag.opens_noun_phrase())
    }

    /// The token after the words without a gap from `at`.
    fn simple_end(&self, at: usize, limit: usize) -> usize {
        let mut end = at + 1;
        while end < limit
            && self.starts_phrase(end)
            && (matches!(self.tokens.gap(end), Gap::Space | Gap::Join | Gap::Possessive | Gap::Plural)
                || self.inside_atom(end)
                || self.is_bracketed(end))
        {
            // A new determiner begins a new phrase: "gave the minister the letter".
            let inside = matches!(self.tag(end - 1), Some(Tag::Determiner | Tag::Adjective));
            if matches!(self.tag(end), Some(Tag::Determiner)) && self.tokens.gap(end) == Gap::Space && !inside {
                break;
            }
            end += 1;
        }
        end
    }

    /// "(NCG)": a short form in brackets belongs to the words before it.
    fn is_bracketed(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.tokens.between(before));
        before.trim() == "("
            && self.tokens.between(at).starts_with(')')
            && matches!(self.tokens.shape(at), Some(Shape::Upper | Shape::Mixed))
    }

    fn inside_atom(&self, at: usize) -> bool {
        let place = self.atoms.partition_point(|atom| atom.tokens.end <= at);
        self.atoms.get(place).is_some_and(|atom| atom.tokens.start < at && at < atom.tokens.end)
    }

    /// The last noun of the first part of a phrase: of what comes before any "of" or comma.
    fn head_of(&self, range: Range<usize>) -> usize {
        let end = (range.start + 1..range.end)
            .find(|at| {
                self.tokens.is(*at, "of")
                    || matches!(self.tokens.gap(*at), Gap::Comma | Gap::Break)
                    || matches!(self.tag(*at), Some(Tag::Coordinator))
            })
            .unwrap_or(range.end);
        (range.start..end).rev().find(|at| self.tag(*at).is_some_and(Tag::is_nominal)).unwrap_or(end - 1)
    }
}
