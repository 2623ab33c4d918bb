//! Statements of sentences in Korean, Japanese and French, read off the clauses that the grammar of the language gives.
//!
//! In: a sentence. Out: its statements: a verb of `data/statement-verbs.tsv` whose clause is so, and whose subject is
//! somebody who can speak. Sentences of other languages give none here.

mod statements;

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_language::grammars::{Reading, Relation};
use entente_language::lexicon::classes_of;
use entente_language::{
    AtomKind, Class, Classes, Clause, ClauseKind, Factuality, Gap, Language, Shape, Slot, SlotRole, Tag, VerbGroup,
};
use entente_text::fold::fold;

use self::statements::{StatementVerb, statement_verbs};
use super::actors::Subject;
use super::occasions::frames::is_in_set;
use super::speech::{By, Said};
use super::view::Sentence;

/// Words for people and bodies: what can speak.
const PEOPLE: Classes =
    Classes::all_of(&[Class::Role, Class::PartyNoun, Class::Body, Class::StateBody, Class::Organisation]);
/// How a Korean verb made of a noun says what is meant.
const INTENT: &str = "하기로";
/// The French pronoun of verbs that nobody does.
const IMPERSONAL: &str = "il";
/// Letters of a person's name after an office in Chinese, at most.
const MAX_NAME_CHARS: usize = 8;
/// Words between a French verb and the preposition that opens what it is about, at most.
const MAX_OBJECT_TOKENS: usize = 8;
/// Letters of such a word, at most.
const MAX_PEOPLE_CHARS: usize = 7;

/// What a sentence in one of these languages says. `None` for a sentence that English is to read.
pub(super) fn said(sentence: &Sentence) -> Option<Vec<Said>> {
    let reading = sentence.reading()?;
    let Some(rule) = rule_of(reading.tokens.language) else { return Some(Vec::new()) };
    let clauses = &reading.parsed.clauses;
    let read = |at: usize| Statement { sentence, reading, clause: &clauses[at], rule }.read();
    Some((0..clauses.len()).filter_map(read).collect())
}

/// The rule by which sentences in `language` make statements here; `None` for a language in which they make none.
fn rule_of(language: Language) -> Option<&'static str> {
    match language {
        Language::Korean => Some("korean-verb"),
        Language::Japanese => Some("japanese-verb"),
        Language::French => Some("french-verb"),
        Language::English
        | Language::German
        | Language::Spanish
        | Language::Italian
        | Language::Portuguese
        | Language::Chinese => None,
    }
}

/// A clause that may be a statement.
struct Statement<'a, 't> {
    sentence: &'a Sentence<'t>,
    reading: &'a Reading<'t>,
    clause: &'a Clause,
    rule: &'static str,
}

impl Statement<'_, '_> {
    fn read(&self) -> Option<Said> {
        let verb = self.clause.verb.as_ref()?;
        let language = self.reading.tokens.language;
        let (row, object) = self.row(verb)?;
        if !self.is_said(verb, row) {
            return None;
        }
        // "Il convient de noter": nobody agrees on anything.
        let pronoun = self.sentence.reading_bytes(self.reading, &self.clause.subject);
        let pronoun = fold(self.sentence.text.get(pronoun).unwrap_or(""));
        if language == Language::French && pronoun == IMPERSONAL && is_in_set("impersonal-fr", verb.lemma()) {
            return None;
        }
        let by = self.by(verb)?;
        let mut start = object.min(verb.tokens.start);
        // "S'est engagé", "se félicite": the pronoun is part of the verb.
        while language == Language::French
            && start > self.clause.subject.end
            && matches!(self.reading.parsed.tag(start - 1), Some(Tag::Pronoun))
        {
            start -= 1;
        }
        let mut range = self.sentence.reading_bytes(self.reading, &(start..verb.tokens.end));
        // "강화하기로 했다": the noun of the verb is what is agreed.
        let intent = self.reading.tokens.printed(start);
        if start < verb.head && intent.ends_with(INTENT) {
            range.start += intent.len() - INTENT.len();
        }
        Some(Said { act: row.act, verb: range, by, rule: self.rule })
    }

    /// The row of the verb, the one with a noun first, and the token at which its words begin.
    fn row(&self, verb: &VerbGroup) -> Option<(&'static StatementVerb, usize)> {
        let language = self.reading.tokens.language;
        let rows = || statement_verbs().iter().filter(move |row| row.language == language);
        let beside = |word: &str| verb.tokens.clone().find(|at| self.reading.tokens.printed(*at).starts_with(word));
        let auxiliary = rows().find_map(|row| Some((row, beside(row.verb.strip_prefix('+')?)?)));
        if auxiliary.is_some() {
            return auxiliary;
        }
        let own = || rows().filter(|row| !verb.lemma().is_empty() && row.verb == verb.lemma());
        let completed = own().filter(|row| !row.object.is_empty()).find_map(|row| {
            if language == Language::French {
                return self.leads_to(verb, row.object).then_some((row, verb.tokens.start));
            }
            let slot = self.clause.slots.iter().find(|slot| self.ends_with(slot, row.object))?;
            Some((row, slot.phrase.end.checked_sub(1)?))
        });
        // "협력하기로 했다": what was agreed begins before the verb that says so.
        let start = match language {
            Language::French => verb.tokens.start,
            _ if verb.lemma() == "기로 하다" => verb.head.saturating_sub(1),
            _ => verb.head,
        };
        completed.or_else(|| own().find(|row| row.object.is_empty()).map(|row| (row, start)))
    }

    /// True if a preposition among the next words opens what the verb is about: "appelle **à** la paix", "appelle les parties
    /// **à** coopérer".
    fn leads_to(&self, verb: &VerbGroup, preposition: &str) -> bool {
        let after = verb.tokens.end..self.reading.tokens.len().min(verb.tokens.end + MAX_OBJECT_TOKENS);
        let opens = |at: usize| {
            let word = self.reading.tokens.printed(at);
            word == preposition || preposition == "à" && matches!(word, "au" | "aux")
        };
        after.take_while(|at| self.reading.tokens.gap(*at) != Gap::Comma).any(opens)
    }

    fn ends_with(&self, slot: &Slot, noun: &str) -> bool {
        slot.phrase.end.checked_sub(1).is_some_and(|at| self.reading.tokens.printed(at).ends_with(noun))
    }

    /// True if the clause states something, and does not only say which thing is meant.
    fn is_said(&self, verb: &VerbGroup, row: &StatementVerb) -> bool {
        let told = match self.clause.kind {
            ClauseKind::Main | ClauseKind::Coordinate => true,
            // "합의했다고 밝혔다": somebody reports it.
            ClauseKind::Complement => self.clause.parent.is_some_and(|parent| {
                let around = self.reading.parsed.clauses.get(parent).and_then(|clause| clause.verb.as_ref());
                verb.finite && around.and_then(|around| around.verb).is_some_and(|verb| verb.government.report)
            }),
            _ => false,
        };
        let planned = row.verb.starts_with('+');
        told && match verb.factuality() {
            Factuality::Happened | Factuality::Present => !planned,
            Factuality::Planned => planned,
            Factuality::Negated | Factuality::Hypothetical | Factuality::Open => false,
        }
    }

    /// "岸田大臣**から**、…を歓迎した": in Japanese who speaks may be marked as where the words come from.
    fn giver(&self) -> Option<Range<usize>> {
        let from =
            |slot: &&Slot| self.reading.relation(slot) == Relation::From && !matches!(slot.role, SlotRole::Time(_));
        let japanese = self.reading.tokens.language == Language::Japanese;
        let slot = self.clause.slots.iter().filter(|_| japanese).find(from)?;
        is_people(self.reading, &slot.phrase).then(|| slot.phrase.clone())
    }

    /// Who says it: the subject of the clause if it is somebody. Officials leave themselves out, and end in the form of a
    /// noun: "지출할 예정임".
    fn by(&self, verb: &VerbGroup) -> Option<By> {
        let subject = self.giver().unwrap_or_else(|| self.clause.subject.clone());
        let subject = without_number(self.reading, &without_clauses(self.reading, &subject));
        if subject.is_empty() || !is_people(self.reading, &subject) {
            let last = self.reading.tokens.printed(verb.tokens.end.saturating_sub(1));
            let noted = verb.tokens.end == self.reading.tokens.len()
                && self.reading.tokens.language == Language::Korean
                && last.chars().next_back().is_some_and(|c| matches!(c, '음' | '함' | '임' | '됨'));
            return noted.then_some(By::Nobody);
        }
        let range = self.sentence.reading_bytes(self.reading, &subject);
        let named: Vec<_> = self.sentence.actors_in(&range).collect();
        let mut persons = named.iter().filter(|name| name.kind == EntityKind::Person);
        let entity = match (named.as_slice(), persons.next(), persons.next()) {
            ([one], ..) => Some(one.entity),
            (_, Some(person), None) => Some(person.entity),
            _ => None,
        };
        Some(By::Subject(Subject { range, entity, plural: true, first: 0, owner: None }))
    }
}

/// A phrase without the number of the paragraph that it opens: "3 **両者**は".
pub(crate) fn without_number(reading: &Reading, phrase: &Range<usize>) -> Range<usize> {
    let numbered = phrase.start == 0
        && phrase.len() > 1
        && matches!(reading.tokens.shape(0), Some(Shape::Number))
        && reading.tokens.gap(1) == Gap::Space;
    phrase.start + usize::from(numbered)..phrase.end
}

/// The last of the phrases that commas part: what stands before is said of something else.
fn without_clauses(reading: &Reading, phrase: &Range<usize>) -> Range<usize> {
    let coordinated =
        phrase.clone().any(|at| matches!(reading.parsed.tag(at), Some(Tag::Coordinator | Tag::Preposition)));
    let comma = (phrase.start + 1..phrase.end).rev().find(|at| reading.tokens.gap(*at) == Gap::Comma);
    comma.filter(|_| !coordinated).map_or(phrase.start, |at| at)..phrase.end
}

/// True if a phrase ends with a name of somebody who can act, or with a word for people.
pub(crate) fn is_people(reading: &Reading, phrase: &Range<usize>) -> bool {
    let Some(last) = phrase.end.checked_sub(1).filter(|last| phrase.contains(last)) else { return false };
    if reading.tokens.language == Language::French {
        return is_people_in_french(reading, phrase);
    }
    if matches!(reading.parsed.tag(last), Some(Tag::Name(AtomKind::Party | AtomKind::Person))) {
        return true;
    }
    let folded = fold(reading.tokens.printed(last));
    let language = reading.tokens.language;
    let ends = |word: &str| {
        let starts = word.char_indices().rev().take(MAX_PEOPLE_CHARS).map(|(at, _)| at);
        starts.into_iter().any(|at| classes_of(&word[at..], language).meets(PEOPLE))
    };
    // In Chinese the office stands before the name: "外长王毅".
    let name = if language == Language::Chinese { MAX_NAME_CHARS } else { 0 };
    let cuts = folded.char_indices().rev().take(name).map(|(at, _)| at);
    ends(&folded) || cuts.into_iter().any(|at| ends(&folded[..at]))
}

/// As [`is_people`]; in French the noun comes first: "les ministres des Affaires étrangères".
fn is_people_in_french(reading: &Reading, phrase: &Range<usize>) -> bool {
    let is_name = |at: &usize| matches!(reading.parsed.tag(*at), Some(Tag::Name(AtomKind::Party | AtomKind::Person)));
    let people = |at: &usize| {
        is_name(at)
            || reading.tokens.has_any(*at, PEOPLE)
            || phrase.len() == 1 && reading.tokens.has(*at, Class::PersonalPronoun)
    };
    // The nouns before the first genitive; after it somebody is only the owner.
    let of = |at: &usize| matches!(reading.parsed.tag(*at), Some(Tag::Preposition | Tag::Relative));
    phrase.clone().take_while(|at| !of(at)).any(|at| people(&at))
}
