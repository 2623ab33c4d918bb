//! Which row of the frames of statements the verb of a clause is.

use std::ops::Range;

use entente_language::verbs::{Form, Government};
use entente_language::{Gap, Tag};

use super::Match;
use crate::occasions::frames::is_in_set;
use crate::statements::frames::{StatementFrame, StatementTrigger, completed_frame, find_frame};
use crate::view::Parse;

/// Tokens of what is put in between a verb and what belongs to it, at most.
const MAX_INSERTED: usize = 16;

/// Looks for the frame of one clause.
pub(super) struct Matcher<'s, 'a> {
    pub(super) parse: Parse<'s, 'a>,
    pub(super) clause: usize,
}

impl Matcher<'_, '_> {
    pub(super) fn read(&self) -> Option<Match> {
        let clause = &self.parse.parsed.clauses[self.clause];
        let group = clause.verb.as_ref()?.tokens.clone();
        self.modal(&group)
            .or_else(|| self.state(&group))
            .or_else(|| self.be_to(&group))
            .or_else(|| self.progress(&group))
            .or_else(|| self.verb(&group))
            .or_else(|| self.perfect(&group))
            .or_else(|| self.passive(&group))
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.parse.parsed.tag(at)
    }

    fn word(&self, at: usize) -> &str {
        self.parse.tokens.folded(at)
    }

    fn matched(&self, frame: &'static StatementFrame, verb: Range<usize>, trigger: usize) -> Match {
        Match { frame, clause: self.clause, verb, trigger, outer: Vec::new(), polite: false }
    }

    /// The first token from `at` that is not an adverb; `not` is passed over, too.
    fn skip(&self, at: usize) -> usize {
        let mut at = at;
        while matches!(self.tag(at), Some(Tag::Adverb | Tag::Not)) {
            at += 1;
        }
        at
    }

    /// The end of the word at `at` with what a hyphen joins to it: "re-open".
    fn word_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.parse.tokens.len() && self.parse.tokens.gap(end) == Gap::Join {
            end += 1;
        }
        end
    }

    /// "Shall share", "will also remove".
    fn modal(&self, group: &Range<usize>) -> Option<Match> {
        let at = group.clone().find(|at| matches!(self.tag(*at), Some(Tag::Modal)))?;
        let frame = find_frame(StatementTrigger::Modal, self.word(at))
            .or_else(|| find_frame(StatementTrigger::ReportedModal, self.word(at)))?;
        let verb = self.skip(at + 1);
        // "Will be held": what is done to somebody nobody promises. A sentence may break off before its verb.
        let active = matches!(self.tag(verb), Some(Tag::Verb(..) | Tag::Do(_) | Tag::Noun | Tag::Adjective))
            && !is_in_set("no-plan", self.word(verb));
        let wished = frame.trigger == StatementTrigger::ReportedModal && is_in_set("courteous", self.word(verb));
        // Of "we’ll" only the verb is a word.
        let start = if self.parse.tokens.gap(at) == Gap::Join { verb } else { at };
        (active && !wished).then(|| self.matched(frame, start..self.word_end(verb), at))
    }

    /// "Is committed to", "remains deeply concerned about".
    fn state(&self, group: &Range<usize>) -> Option<Match> {
        let link = group.clone().find(|at| is_in_set("is", self.word(*at)) || is_in_set("was", self.word(*at)))?;
        let at = self.skip(link + 1);
        let frame = find_frame(StatementTrigger::State, self.word(at))?;
        // "Committed, where applicable, to": the word after what is put in between.
        let inserted = matches!(self.parse.tokens.gap(at + 1), Gap::Comma | Gap::Break);
        let closes = (at + 2..self.parse.tokens.len())
            .take(MAX_INSERTED)
            .find(|end| matches!(self.parse.tokens.gap(*end), Gap::Comma | Gap::Break));
        let next = closes.filter(|_| inserted).unwrap_or(at + 1);
        frame.is_completed_by(self.word(next)).then(|| self.matched(frame, link..at + 1, at))
    }

    /// "Are to remove".
    fn be_to(&self, group: &Range<usize>) -> Option<Match> {
        let at =
            group.clone().find(|at| matches!(self.tag(*at), Some(Tag::Be(_))) && self.parse.tokens.is(at + 1, "to"))?;
        let frame = find_frame(StatementTrigger::BeTo, self.word(at))?;
        let verb = self.skip(at + 2);
        matches!(self.tag(verb), Some(Tag::Verb(..) | Tag::Do(_)))
            .then(|| self.matched(frame, at..self.word_end(verb), at))
    }

    /// "Are building".
    fn progress(&self, group: &Range<usize>) -> Option<Match> {
        let link = group.start;
        if !is_in_set("is", self.word(link)) {
            return None;
        }
        let at = self.skip(link + 1);
        let Some(Tag::Verb(Form::Gerund, Some(verb))) = self.tag(at) else { return None };
        let frame = find_frame(StatementTrigger::Progress, verb.lemma)?;
        Some(self.matched(frame, link..at + 1, at))
    }

    /// A verb of a frame among those of the group: "pledged", "has agreed to hold", "continue to call on".
    fn verb(&self, group: &Range<usize>) -> Option<Match> {
        let clause = &self.parse.parsed.clauses[self.clause];
        let whole = clause.verb.as_ref()?;
        let mut outer: Vec<Government> = Vec::new();
        let mut polite = false;
        for at in group.clone() {
            let Some(Tag::Verb(form, Some(verb))) = self.tag(at) else { continue };
            // "Are encouraged to": what is done to the subject it does not do.
            let auxiliary = (group.start..at).rev().find(|at| !matches!(self.tag(*at), Some(Tag::Adverb | Tag::Not)));
            let after_be = auxiliary.is_some_and(|at| matches!(self.tag(at), Some(Tag::Be(_))));
            let passive = whole.passive && at == whole.head || after_be && form != Form::Gerund;
            let found = if passive { None } else { self.frame_at(at, verb.lemma, form, group) };
            if let Some((frame, last)) = found {
                let start = group.start + usize::from(matches!(self.tag(group.start), Some(Tag::Not)));
                let verb = start..last + 1;
                return Some(Match { outer, polite, ..self.matched(frame, verb, at) });
            }
            // "Hopes to welcome" welcomes nobody; "continues to" and "would like to" do.
            if passive || at != whole.head && !is_in_set("carries-on", verb.lemma) {
                return None;
            }
            polite |= is_in_set("courteous", verb.lemma);
            outer.push(verb.government);
        }
        None
    }

    /// The frame of the active verb at `at`, and the last token of what completes it.
    fn frame_at(
        &self,
        at: usize,
        lemma: &str,
        form: Form,
        group: &Range<usize>,
    ) -> Option<(&'static StatementFrame, usize)> {
        if let Some((frame, last, _)) = completed_frame(self.parse.tokens, at) {
            return Some((frame, last));
        }
        if let Some(frame) = find_frame(StatementTrigger::Verb, lemma) {
            return Some((frame, at));
        }
        if let Some(frame) =
            find_frame(StatementTrigger::Plan, lemma).filter(|frame| frame.is_completed_by(self.word(at + 1)))
        {
            return Some((frame, at + 1));
        }
        let past = form == Form::Past && at == group.start;
        find_frame(StatementTrigger::Deed, lemma).filter(|_| past).map(|frame| (frame, at))
    }

    /// "Has repaired", "have been working".
    fn perfect(&self, group: &Range<usize>) -> Option<Match> {
        let Some(Tag::Have(_)) = self.tag(group.start) else { return None };
        let at = self.skip(group.start + 1);
        if matches!(self.tag(at), Some(Tag::Be(_))) {
            let at = self.skip(at + 1);
            let frame = find_frame(StatementTrigger::Perfect, "")?;
            let gerund = matches!(self.tag(at), Some(Tag::Verb(Form::Gerund, _)));
            return gerund.then(|| self.matched(frame, group.start..at + 1, at));
        }
        let Some(Tag::Verb(_, verb)) = self.tag(at) else { return None };
        let word = self.word(at);
        let participle = word.ends_with("ed") || is_in_set("deed-participle", word);
        let lemma = verb.map_or("", |verb| verb.lemma);
        let frame = find_frame(StatementTrigger::Perfect, lemma)?;
        let named = frame.words.contains(&lemma);
        (named || participle && !is_in_set("no-deed", word)).then(|| self.matched(frame, group.start..at + 1, at))
    }

    /// "Was agreed".
    fn passive(&self, group: &Range<usize>) -> Option<Match> {
        let whole = self.parse.parsed.clauses[self.clause].verb.as_ref()?;
        if !whole.passive || !is_in_set("was", self.word(group.start)) {
            return None;
        }
        let at = self.skip(group.start + 1);
        let Some(Tag::Verb(_, Some(verb))) = self.tag(at) else { return None };
        let frame = find_frame(StatementTrigger::Passive, verb.lemma)?;
        Some(self.matched(frame, group.start..at + 1, at))
    }
}
