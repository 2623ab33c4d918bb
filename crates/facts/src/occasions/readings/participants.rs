//! Who takes part in an occasion: whom the phrases of its clause name, and who stands there without a name.

use std::ops::Range;

use entente_corpus::{EntityKind, Party};
use entente_language::{Class, Gap, Language, Tag};

use super::Event;
use crate::occasions::frames::{is_in_set, set_words};
use crate::occasions::parties::{Parties, party_of};
use crate::view::Named;

/// Characters between the name of an office and that of its holder, at most.
const MAX_OFFICE_CHARS: usize = 8;

impl Event<'_, '_> {
    /// Adds whom the subject names; of a pronoun, whom the nearest subject before it names: "Lund se rendra à Lomé, où **il**
    /// rencontrera".
    pub(super) fn add_subject(&self, parties: &mut Parties) {
        let subject = self.own_phrase(&self.clause().subject);
        let pronoun = subject.len() == 1 && matches!(self.reading.parsed.tag(subject.start), Some(Tag::Pronoun));
        if pronoun {
            let before = self.reading.parsed.clauses[..self.at].iter().rev();
            let named =
                before.map(|clause| self.names_in(&self.bytes(&clause.subject))).find(|names| !names.is_empty());
            self.add_all(parties, named.unwrap_or_default());
            return;
        }
        self.add_members(parties, &subject);
    }

    /// Adds whom each member of a coordination names, and who stands there without a name.
    pub(super) fn add_members(&self, parties: &mut Parties, phrase: &Range<usize>) {
        let parts = |at: &usize| matches!(self.reading.parsed.tag(*at), Some(Tag::Coordinator));
        let mut start = phrase.start;
        for end in (phrase.start..phrase.end).filter(parts).chain([phrase.end]) {
            let member = start..end.max(start);
            self.add_all(parties, self.names_in(&self.bytes(&member)));
            parties.extend(self.unnamed_party(&member));
            start = end + 1;
        }
    }

    /// A phrase without the clause that describes its noun: "로메를 방문 중인 **룬드 장관**".
    pub(super) fn own_phrase(&self, phrase: &Range<usize>) -> Range<usize> {
        let tokens = &self.reading.tokens;
        let ends_clause = |at: &usize| {
            let particle = matches!(self.reading.parsed.tag(*at), Some(Tag::Preposition));
            particle && is_in_set("particles-of-clauses", tokens.printed(*at))
                || is_in_set("adnominal-ko", tokens.printed(*at))
        };
        let last = phrase.end.saturating_sub(1);
        let cut = (phrase.start..last).rev().find(ends_clause).map_or(phrase.start, |at| at + 1);
        cut..phrase.end
    }

    pub(super) fn add_all(&self, parties: &mut Parties, names: Vec<&Named>) {
        parties.extend(names.into_iter().filter_map(|name| party_of(self.view, self.sentence, name)));
    }

    /// The names in `bytes` of those who can act. Of somebody's office only the state is kept: "일본 외무성 사무차관" is Japan.
    pub(super) fn names_in(&self, bytes: &Range<usize>) -> Vec<&Named> {
        let all: Vec<&Named> = self.sentence.actors_in(bytes).filter(|name| name.kind != EntityKind::Forum).collect();
        let body = |name: &Named| {
            matches!(name.kind, EntityKind::Agency | EntityKind::Organisation | EntityKind::Company | EntityKind::Media)
        };
        let beside = |a: &Named, b: &Named| {
            let (first, second) = if a.range.start < b.range.start { (a, b) } else { (b, a) };
            let gap = self.sentence.text.get(first.range.end..second.range.start).unwrap_or(",");
            !gap.contains([',', '、', '，']) && gap.chars().count() <= MAX_OFFICE_CHARS
        };
        let is_office = |name: &Named| {
            all.iter().any(|other| {
                matches!(other.kind, EntityKind::Person | EntityKind::Country)
                    && beside(name, other)
                    && self.is_one_member(name, other)
            })
        };
        // "외교부 **장관**", "外務省**局長**": the office of somebody whom no list knows.
        let of_office = |name: &Named| {
            let at = self.reading.tokens.token_at(name.range.end.saturating_sub(self.sentence.range.start));
            let near =
                self.sentence.text.get(name.range.end..).is_some_and(|rest| !rest.starts_with([',', '、', '，']));
            self.language() != Language::French && near && self.reading.tokens.has(at, Class::Role)
        };
        all.iter()
            .copied()
            .filter(|name| !(body(name) && (is_office(name) || of_office(name) || self.is_of_french_office(name))))
            .collect()
    }

    /// "Les ministres des **Affaires étrangères**": what a French office is of.
    fn is_of_french_office(&self, name: &Named) -> bool {
        if self.language() != Language::French {
            return false;
        }
        let at = self.reading.tokens.token_at(name.range.start.saturating_sub(self.sentence.range.start));
        let links = |at: &usize| matches!(self.reading.parsed.tag(*at), Some(Tag::Preposition | Tag::Determiner));
        let office = (0..at).rev().find(|at| !links(at));
        office.is_some_and(|office| office + 1 < at && self.reading.tokens.has(office, Class::Role))
    }

    /// True if no particle or coordinator parts the two names.
    pub(super) fn is_one_member(&self, a: &Named, b: &Named) -> bool {
        let shift = self.sentence.range.start;
        let from = a.range.end.min(b.range.end).saturating_sub(shift);
        let to = a.range.start.max(b.range.start).saturating_sub(shift);
        let tokens = &self.reading.tokens;
        let inside = tokens.token_at(from)..tokens.token_at(to);
        !inside.into_iter().any(|at| {
            matches!(self.reading.parsed.tag(at), Some(Tag::Preposition | Tag::Coordinator))
                && tokens.printed(at) != "의"
                && tokens.printed(at) != "の"
                && tokens.printed(at) != "的"
        })
    }

    /// The words of a phrase that name nobody who is known, as a party of their own: "石破総理". "양측" says too little.
    pub(super) fn unnamed_party(&self, phrase: &Range<usize>) -> Option<Party> {
        let pronoun = phrase.len() == 1 && matches!(self.reading.parsed.tag(phrase.start), Some(Tag::Pronoun));
        if pronoun || phrase.is_empty() || !self.has_people(phrase) || !self.names_in(&self.bytes(phrase)).is_empty() {
            return None;
        }
        let last = self.reading.tokens.printed(phrase.end.checked_sub(1)?);
        if set_words("unnamed-parties").iter().any(|word| last.ends_with(word)) {
            return None;
        }
        let start = (phrase.start..phrase.end).rev().take_while(|at| {
            !matches!(self.reading.parsed.tag(*at), Some(Tag::Preposition | Tag::Coordinator | Tag::Time))
                && self.reading.tokens.gap(at + 1) != Gap::Comma
        });
        let start = start.last()?;
        // "1 安倍総理は": the number of a paragraph does not belong to who acts.
        let own = crate::languages::without_number(self.reading, &(start..phrase.end));
        let span = self.view.span(self.sentence.passage, self.bytes(&own))?;
        Some(Party { span, entity: None })
    }

    /// True if the phrase ends with a word for people: "양 장관".
    pub(super) fn has_people(&self, phrase: &Range<usize>) -> bool {
        crate::languages::is_people(self.reading, phrase)
    }
}
