//! Which participles of a sentence are finite verbs, and which are beside a noun.

use super::{Reader, Time, VerbGroup};
use crate::class::Class;
use crate::tag::Tag;
use crate::token::Gap;
use crate::verbs::Form;

impl Reader<'_> {
    /// Makes those past forms participles that no clause can have as its verb: "the meeting **held** in Oslo was chaired by …",
    /// "welcomed the agreement **reached** in Oslo".
    pub(super) fn find_participles(&self, groups: &mut [VerbGroup]) {
        for at in 0..groups.len() {
            let group = &groups[at];
            let simple = group.finite && group.form == Form::Past && group.tokens.len() == 1 && !group.passive;
            if !simple || !matches!(self.tag(group.head), Some(Tag::Verb(..))) {
                continue;
            }
            let next = self.skip(group.tokens.end);
            // "organised by", "presided over by".
            let by = self.tokens.is(next, "by")
                || matches!(self.tag(next), Some(Tag::Preposition)) && self.tokens.is(next + 1, "by");
            if self.has_late_object(next) || self.opens_quotation(next) {
                continue;
            }
            let no_object = by
                || next >= self.sentence.end
                || matches!(self.tag(next), Some(Tag::Preposition | Tag::Time | Tag::Not))
                || matches!(self.tag(next), Some(Tag::To)) && !self.is_infinitive(next)
                || !matches!(self.tokens.gap(next), Gap::Space);
            if !no_object || by && at == 0 && self.is_last_of(groups, at) && !self.follows_comma(group.head) {
                continue;
            }
            let before = at.checked_sub(1).map(|before| &groups[before]);
            let noun_before = group.head.checked_sub(1).and_then(|at| self.tag(at)).is_some_and(|tag| {
                // "We committed in May to …": no participle belongs to a pronoun.
                tag.is_nominal() && !matches!(tag, Tag::Pronoun)
            });
            let after_verb = before.is_some_and(|before| {
                let parted = self.parts_clauses(before.tokens.end, group.head);
                let said = before.verb.is_some_and(|verb| verb.government.bare);
                !parted && !said && noun_before
            });
            let before_verb = groups.get(at + 1).is_some_and(|after| {
                after.finite && !self.parts_clauses(group.tokens.end, after.tokens.start) && noun_before
            });
            let inserted = by && self.follows_comma(group.head);
            // "As described in …", "when held in …".
            let marked =
                group.head.checked_sub(1).filter(|before| *before >= self.sentence.start).is_some_and(|before| {
                    matches!(self.tag(before), Some(Tag::Subordinator)) && !self.tokens.is(before, "that")
                        || self.tokens.is(before, "as")
                        || self.tokens.is(before, "than")
                });
            if marked || after_verb || before_verb || inserted {
                let group = &mut groups[at];
                group.finite = false;
                group.passive = true;
                group.form = Form::Participle;
                group.time = Time::Open;
            }
        }
    }

    /// "Noted **with satisfaction** the progress": an object follows the words that say how.
    fn has_late_object(&self, at: usize) -> bool {
        if !matches!(self.tag(at), Some(Tag::Preposition)) {
            return false;
        }
        let mut end = at + 1;
        while matches!(self.tag(end), Some(Tag::Noun | Tag::Adjective))
            && self.tokens.gap(end) == Gap::Space
            && !self.tokens.is_capital(end)
        {
            end += 1;
        }
        end > at + 1 && matches!(self.tag(end), Some(Tag::Determiner)) && self.tokens.gap(end) == Gap::Space
    }

    /// "Stressed, **“The** treaty stands.”": what was said follows in quotation marks.
    fn opens_quotation(&self, at: usize) -> bool {
        let between = at.checked_sub(1).map_or("", |before| self.tokens.between(before));
        between.contains(['“', '"', '«']) && self.tokens.gap(at) != Gap::Space
    }

    fn is_last_of(&self, groups: &[VerbGroup], at: usize) -> bool {
        at + 1 == groups.len()
    }

    /// True if a comma comes before the token and its prefix and adverbs.
    fn follows_comma(&self, at: usize) -> bool {
        let mut at = at;
        while at > self.sentence.start && matches!(self.tag(at - 1), Some(Tag::Adverb)) {
            at -= 1;
        }
        self.tokens.gap(at) == Gap::Comma
    }

    /// True if a word or a mark between the tokens can part two clauses.
    fn parts_clauses(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| {
            matches!(self.tag(at), Some(Tag::Relative | Tag::Subordinator))
                || matches!(self.tag(at), Some(Tag::Coordinator)) && self.coordinates_verb(from, at, to)
                || at > from && self.tokens.follows_stop(at)
                || self.tokens.has(at, Class::Temporal) && self.tokens.has(at, Class::Subordinator)
        })
    }

    /// True if the coordinator at `at` comes right before the verb at `verb`, or before a comma and a clause of its own.
    /// Not the last comma of a list: "visits to Fiji, Samoa, and Tonga **pledged** in May".
    fn coordinates_verb(&self, from: usize, at: usize, verb: usize) -> bool {
        let at_once = (at + 1..verb).all(|token| matches!(self.tag(token), Some(Tag::Adverb | Tag::Not | Tag::Time)));
        let listed = (from + 1..at).any(|token| self.tokens.gap(token) == Gap::Comma);
        at_once || self.tokens.gap(at) == Gap::Comma && !listed
    }

    pub(super) fn group_end(&self, group: &VerbGroup) -> usize {
        group.head + 1
    }
}
