//! Which noun phrase before a verb is its subject.

use std::ops::Range;

use super::{Parser, governed_time};
use crate::class::Class;
use crate::tag::Tag;
use crate::token::Gap;

impl Parser<'_> {
    /// The word in `range` that opens a clause whose subject comes after it in `range`.
    pub(super) fn marked_subject(&self, range: Range<usize>) -> Option<usize> {
        let marker = range.clone().find(|at| matches!(self.tag(*at), Some(Tag::Subordinator)))?;
        self.subject_in(marker + 1..range.end).map(|_| marker)
    }

    /// True if the tokens of `range` hold a noun that a verb to come may have as its subject.
    pub(super) fn opens_subject(&self, range: Range<usize>, first: bool) -> bool {
        let starts_clause = first
            || range
                .clone()
                .next()
                .is_some_and(|at| matches!(self.tag(at), Some(Tag::Coordinator)) || self.tokens.follows_stop(at));
        starts_clause && self.subject_in(range).is_some()
    }

    /// Where the noun phrase begins that ends right before token `verb`; `verb` if none does.
    pub(super) fn noun_phrase_start(&self, from: usize, verb: usize) -> usize {
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
    pub(super) fn subject_in(&self, range: Range<usize>) -> Option<Range<usize>> {
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
}
