//! When and where an occasion is: the dates and places that its own verb or noun governs.

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_language::values::DateMention as When;
use entente_language::{AtomKind, Class, Gap, Shape, Tag};
use entente_language::{ClauseKind, Governor, Slot, SlotRole};

use super::frames::is_in_set;
use crate::view::Sentence;

/// Words in which the noun of a place's name is looked for: "the Royal Norwegian Embassy".
const MAX_PLACE_WORDS: usize = 5;

/// Words of a dateline before its date: "NEW YORK CITY,".
const MAX_DATELINE_WORDS: usize = 4;

/// What may give an occasion its date, its place and those who take part: a clause's verb, a noun, or both.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    /// The clause whose verb reports it.
    pub(crate) clause: Option<usize>,
    /// The tokens of its noun and of the nouns coordinated with it.
    pub(crate) noun: Range<usize>,
}

impl Scope {
    /// The slots that belong to it, those after its verb or noun first, then those that lead the sentence.
    pub(crate) fn slots<'a>(&self, sentence: &'a Sentence) -> Vec<&'a Slot> {
        let parsed = &sentence.parse().parsed;
        let mut after: Vec<&Slot> = Vec::new();
        let mut leading: Vec<&Slot> = Vec::new();
        for (at, clause) in parsed.clauses.iter().enumerate() {
            for slot in &clause.slots {
                let own = match slot.governor {
                    Governor::Noun(noun) => self.noun.contains(&noun),
                    Governor::Verb => self.clause == Some(at),
                };
                if own && !(slot.leading && slot.governor == Governor::Verb) {
                    after.push(slot);
                } else if own {
                    leading.push(slot);
                }
            }
        }
        // What leads a sentence is said of everything that it coordinates.
        let mut at = self.clause;
        while let Some(clause) = at.and_then(|at| parsed.clauses.get(at)) {
            let parent = clause.parent.filter(|parent| Some(*parent) < at);
            at = parent.filter(|_| clause.kind == ClauseKind::Coordinate && clause.subject.is_empty());
            if let Some(first) = at.and_then(|at| parsed.clauses.get(at)) {
                leading.extend(first.slots.iter().filter(|slot| slot.leading && slot.governor == Governor::Verb));
            }
        }
        after.extend(leading);
        after
    }
}

/// The bytes of a news agency's dateline at the start of a sentence: "BALI, 9 July 2022 (TON):", "Asmara, 1 February 2017 -".
/// Its date is the date of the report, not of the event in the sentence. Empty if the sentence has no dateline.
pub(crate) fn dateline(sentence: &Sentence) -> Range<usize> {
    let start = sentence.range.start;
    let none = start..start;
    let Some(date) = sentence.dates.first() else { return none };
    let place = sentence.text.get(start..date.range.start).unwrap_or("").trim_end();
    let is_place =
        is_dateline_place(place) && (place.ends_with(',') || !place.is_empty() && !begins_with_time(sentence));
    let rest = sentence.text.get(date.range.end..sentence.range.end).unwrap_or("");
    let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix('(').and_then(|rest| Some(rest.split_once(')')?.1)).unwrap_or(rest).trim_start();
    let ends = rest.starts_with([':', '-', '\u{2013}', '\u{2014}']);
    if is_place && ends { start..date.range.end } else { none }
}

/// True if `place`, which stands before a date, can be the place of a dateline: a few capitalised words.
fn is_dateline_place(place: &str) -> bool {
    place.split_whitespace().count() <= MAX_DATELINE_WORDS
        && place.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
}

/// True if the sentence begins with a word that leads to a time and not to a place: "On Monday, 3 May, …".
fn begins_with_time(sentence: &Sentence) -> bool {
    let parse = sentence.parse();
    matches!(parse.parsed.tag(0), Some(Tag::Preposition | Tag::Subordinator | Tag::Time | Tag::Adverb))
        || parse.tokens.has(0, Class::Weekday)
}

/// True if `date` is the day of a message, which it has after its place: "CANBERRA, 12 March 1946, 5.30 p.m."
pub(crate) fn dates_message(sentence: &Sentence, date: &When) -> bool {
    if date.range.end <= dateline(sentence).end {
        return true;
    }
    let place = sentence.text.get(sentence.range.start..date.range.start).unwrap_or("").trim_end();
    place.ends_with(',') && is_dateline_place(place) && !begins_with_time(sentence)
}

/// True if `date` is one of several that share what it has alone: "on 3, 5 and **7 May**", "on **May 3**, 5 and 7".
pub(crate) fn is_one_of_several(sentence: &Sentence, date: &When) -> bool {
    let tokens = &sentence.parse().tokens;
    let first = tokens.token_at(date.range.start.saturating_sub(sentence.range.start));
    let next = tokens.token_at(date.range.end.saturating_sub(sentence.range.start));
    let is_day = |at: usize| {
        let day = tokens.printed(at).parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
        day && matches!(tokens.shape(at), Some(Shape::Number))
    };
    let is_and = |at: usize| tokens.has(at, Class::And);
    let before = first.checked_sub(1).is_some_and(|at| {
        let day = if is_and(at) { at.checked_sub(1) } else { Some(at).filter(|_| tokens.gap(first) == Gap::Comma) };
        day.is_some_and(is_day)
    });
    let starts_with_month = !is_day(first);
    let after = starts_with_month
        && (tokens.gap(next) == Gap::Comma && is_day(next) || is_and(next) && is_day(next + 1))
        && tokens.gap(next + 1) != Gap::Break;
    before || after
}

/// The dates among `slots`, those after the verb or noun first. A target ("by 2030") is not the date of an occasion.
pub(crate) fn find_dates<'a>(sentence: &'a Sentence, slots: &[&Slot]) -> Vec<&'a When> {
    let tokens = &sentence.parse().tokens;
    let aims = |slot: &Slot| match slot.role {
        SlotRole::Time(Some(at)) => {
            matches!(tokens.folded(at), "by" | "through" | "until" | "till" | "before" | "after" | "for")
        }
        _ => false,
    };
    let mut out: Vec<&When> = Vec::new();
    for leading in [false, true] {
        for slot in
            slots.iter().filter(|slot| slot.leading == leading && matches!(slot.role, SlotRole::Time(_)) && !aims(slot))
        {
            let bytes = sentence.bytes(&slot.phrase);
            let found = sentence.dates.iter().find(|date| date.range.start < bytes.end && bytes.start < date.range.end);
            out.extend(found.filter(|date| !out.contains(date) && !dates_message(sentence, date)));
        }
        if !out.is_empty() {
            break;
        }
    }
    // "Its 3rd and 4th meetings held on 3 May and 5 June, **respectively**": which is of which, the order alone says.
    let each = sentence.words.iter().any(|word| word.folded == "respectively");
    if each && sentence.dates.len() > 1 {
        out.clear();
    }
    out.retain(|date| !is_one_of_several(sentence, date));
    out
}

/// True if "today" or "this morning" says when: the day of the document.
pub(crate) fn is_today(sentence: &Sentence, clause: Option<usize>) -> bool {
    let parse = sentence.parse();
    let Some(clause) = clause.and_then(|at| parse.parsed.clauses.get(at)) else { return false };
    let mut tokens = clause.before_verb.clone().chain(clause.after_verb.clone());
    tokens.any(|at| {
        parse.tokens.is(at, "today")
            || parse.tokens.is(at, "this") && is_in_set("part-of-day", parse.tokens.folded(at + 1))
    })
}

/// Where it is: "in Seoul, Korea", else "at the Ministry of Defence". Bytes of the passage's reading text.
pub(crate) fn find_place(sentence: &Sentence, slots: &[&Slot]) -> Option<Range<usize>> {
    ["in", "at", "near", "aboard", "off"].iter().find_map(|preposition| {
        let led = |slot: &&&Slot| {
            matches!(slot.role, SlotRole::Complement(at) if sentence.parse().tokens.is(at, preposition))
        };
        let of_person = |slot: &&&Slot| *preposition == "at" && follows_person(sentence, slot);
        let places = slots.iter().filter(led).filter(|slot| !of_person(slot) && !is_of_situation(sentence, slot));
        let places = places.filter(|slot| !lists_places(sentence, &slot.phrase));
        places.filter_map(|slot| place_of(sentence, &slot.phrase)).find(|place| !is_region(sentence, place))
    })
}

/// True if `phrase` lists several places: "in **Niamey and Lusaka**". In which of them it was, nothing says.
fn lists_places(sentence: &Sentence, phrase: &Range<usize>) -> bool {
    let tokens = &sentence.parse().tokens;
    let covering = |at: usize| {
        let bytes = sentence.bytes(&(at..at + 1));
        sentence.named.iter().find(move |name| name.range.start <= bytes.start && bytes.end <= name.range.end)
    };
    let is_place = |at: usize| {
        covering(at)
            .is_some_and(|name| matches!(name.kind, EntityKind::Place | EntityKind::Country | EntityKind::Region))
    };
    // "The Ministry of Trade and Industry", "Bosnia and Herzegovina": inside one name "and" lists nothing.
    let ends_body = phrase.end.checked_sub(1).is_some_and(|last| {
        let body = [Class::Body, Class::StateBody, Class::Organisation, Class::Place];
        body.into_iter().any(|class| tokens.has(last, class)) || is_in_set("place-noun", tokens.folded(last))
    });
    let parts = |at: &usize| {
        let alone = *at == phrase.start + 1 && tokens.is_capital(phrase.start) && !ends_body;
        tokens.has(*at, Class::And)
            && covering(*at).is_none()
            && tokens.is_capital(at + 1)
            && (is_place(at - 1) && (is_place(at + 1) || !ends_body) || alone)
    };
    (phrase.start + 1..phrase.end.saturating_sub(1)).any(|at| parts(&at))
}

/// "On the situation **in Guinea**": where something is the case, about which people meet elsewhere.
fn is_of_situation(sentence: &Sentence, slot: &Slot) -> bool {
    let SlotRole::Complement(preposition) = slot.role else { return false };
    let before = preposition.checked_sub(1);
    before.is_some_and(|at| is_in_set("situation-noun", sentence.parse().tokens.folded(at)))
}

/// "In Africa": a part of the world is where something is the case, not where people meet.
fn is_region(sentence: &Sentence, place: &Range<usize>) -> bool {
    let mut names =
        sentence.named.iter().filter(|name| place.start <= name.range.start && name.range.end <= place.end).peekable();
    names.peek().is_some() && names.all(|name| matches!(name.kind, EntityKind::Region | EntityKind::Bloc))
}

/// "Ms X, Coordinator **at the Council**": what stands right after somebody's name or role says where that person works.
fn follows_person(sentence: &Sentence, slot: &Slot) -> bool {
    let SlotRole::Complement(preposition) = slot.role else { return false };
    let Some(before) = preposition.checked_sub(1) else { return false };
    let parse = sentence.parse();
    let person =
        matches!(parse.parsed.tag(before), Some(entente_language::Tag::Name(entente_language::AtomKind::Person)));
    let is_role = |at: usize| parse.tokens.has(at, entente_language::Class::Role) && parse.tokens.is_capital(at);
    // "X, Coordinator **for the Indo-Pacific** at the Council": the role and what it is for stand between.
    let of_role = |other: &Slot| {
        let begins = match other.role {
            SlotRole::Complement(at) => at.saturating_sub(1),
            SlotRole::Subject | SlotRole::Object | SlotRole::Time(_) => other.phrase.start,
        };
        let is_person = |at: &usize| {
            matches!(parse.parsed.tag(*at), Some(entente_language::Tag::Name(entente_language::AtomKind::Person)))
        };
        let after_name = (begins..other.phrase.end).rev().find(is_person).map_or(begins, |person| person + 1);
        other.phrase.end == preposition && (after_name..preposition).any(is_role)
    };
    let role = is_role(before) || parse.parsed.clauses.iter().flat_map(|clause| &clause.slots).any(of_role);
    let by = parse.parsed.clauses.iter().flat_map(|clause| &clause.slots).any(|other| {
        other.phrase.end == preposition
            && matches!(other.role, SlotRole::Complement(at) if parse.tokens.is(at, "by") || parse.tokens.is(at, "for"))
    });
    person && by || role
}

/// A month without a year that the slots give ("in April"), and its bytes.
pub(crate) fn find_month(sentence: &Sentence, slots: &[&Slot]) -> Option<(u8, Range<usize>)> {
    let tokens = &sentence.parse().tokens;
    slots.iter().find_map(|slot| {
        let led = matches!(slot.role, SlotRole::Complement(at) if tokens.is(at, "in") || tokens.is(at, "during"));
        let alone = led && slot.phrase.len() == 1 && tokens.is_capital(slot.phrase.start);
        let month = sentence
            .words
            .get(slot.phrase.start)
            .filter(|_| alone)
            .and_then(|word| entente_language::values::month(word.text))?;
        Some((month, sentence.bytes(&slot.phrase)))
    })
}

/// True if token `at` is an "of" after which somebody's office stands: "the visit to Kenya **of** the Minister of Benin".
pub(crate) fn is_guest_at(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let article = usize::from(parse.tokens.has(at + 1, Class::Article));
    let person = matches!(parse.parsed.tag(at + 1), Some(Tag::Name(entente_language::AtomKind::Person)));
    let next = at + 1 + article;
    let role = parse.tokens.has(next, Class::Role) || parse.tokens.has(next, Class::RoleModifier);
    // "The US Department of State": inside a name it leads to nobody.
    let parts = matches!(parse.parsed.tag(at), Some(Tag::Preposition));
    parts && parse.tokens.is(at, "of") && (person || role)
}

/// True if the name of a place begins at token `at`, after an article: "Abu Dhabi, the **United Arab Emirates**". "To Asia, the
/// **U.S.-Togo Deal** says": a deal of two states is not a place.
fn begins_place_name(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.parse().tokens;
    let Some(word) = sentence.words.get(at).filter(|_| tokens.is_capital(at)) else { return false };
    let begins = |kinds: &[EntityKind]| {
        sentence.named.iter().find(|name| name.range.start == word.start && kinds.contains(&name.kind))
    };
    let is_place = begins(&[EntityKind::Place, EntityKind::Country, EntityKind::Region]).is_some_and(|name| {
        let next = tokens.token_at(name.range.end.saturating_sub(sentence.range.start));
        tokens.gap(next) != Gap::Join
    });
    let of_place = tokens.has(at, Class::Place)
        || (at..at + MAX_PLACE_WORDS).any(|at| is_in_set("place-noun", tokens.folded(at)) && tokens.is_capital(at));
    is_place || of_place
}

/// The bytes of `phrase` if it can be a place: it begins with a capital after its determiner and names nobody.
pub(crate) fn place_of(sentence: &Sentence, phrase: &Range<usize>) -> Option<Range<usize>> {
    let tokens = &sentence.parse().tokens;
    let mut start = phrase.start;
    while start < phrase.end && tokens.has(start, Class::Determiner) {
        start += 1;
    }
    // "In Hanoi, Deputy Prime Minister Lund met": a role after a comma is somebody, and no part of the place.
    let somebody_next = |at: &usize| {
        matches!(tokens.gap(*at), Gap::Comma | Gap::Break)
            && (tokens.has(*at, Class::Role)
                || tokens.has(*at, Class::RoleModifier)
                // "A visit to Kenya, **his** first", "to Togo, **the** first": what follows says what the visit was.
                || tokens.has(*at, Class::Possessive)
                || tokens.has(*at, Class::Article) && tokens.has(*at + 1, Class::OrdinalWord)
                // "In East Africa, Dr. Lund met", "to Togo, the primary hub": neither is the place.
                || tokens.has(*at, Class::Honorific)
                || matches!(sentence.parse().parsed.tag(*at), Some(Tag::Name(AtomKind::Person)))
                || tokens.has(*at, Class::Article) && !begins_place_name(sentence, *at + 1))
    };
    // "Visited the Ministry of Ports **and its** offices", "the visit to Togo **and the** pledges made there".
    let own_next = |at: &usize| {
        let thing = tokens.has(at + 1, Class::Article) && !begins_place_name(sentence, at + 2);
        tokens.has(*at, Class::And) && (thing || tokens.has(at + 1, Class::Possessive))
    };
    let end = (start + 1..phrase.end).find(|at| somebody_next(at) || own_next(at)).unwrap_or(phrase.end);
    // "A visit to Kenya **of the Minister** of Benin": the visitor is not part of the place.
    let end = (start + 1..end).find(|at| is_guest_at(sentence, *at)).unwrap_or(end);
    // "In New Zealand **I** will attend": before a verb it is a pronoun, and no number.
    let pronoun = |at: usize| {
        tokens.printed(at) == "I"
            && matches!(
                sentence.parse().parsed.tag(at + 1),
                Some(Tag::Modal | Tag::Verb(..) | Tag::Be(_) | Tag::Have(_))
            )
    };
    let end = if end > start + 1 && pronoun(end - 1) { end - 1 } else { end };
    // "Tema Port, a set of", "a visit to Togo and": an article or "and" ends no place.
    let ends = |end: &usize| !tokens.has(*end - 1, Class::Article) && !tokens.has(*end - 1, Class::And);
    let end = (start + 1..=end).rev().find(ends).unwrap_or(end);
    let words = start..end;
    // "Inspected Unknown X-260": a number that a hyphen joins is not part of a place.
    if words.clone().any(|at| matches!(tokens.shape(at), Some(Shape::Number)) && tokens.gap(at) == Gap::Join) {
        return None;
    }
    if words.is_empty() || !tokens.is_capital(start) {
        return None;
    }
    let bytes = sentence.bytes(&words);
    // "the Republic of Korea (ROK": the short form is not part of the place.
    let open =
        sentence.text.get(bytes.clone()).and_then(|text| text.rfind(" (").filter(|at| !text[*at..].contains(')')));
    let bytes = bytes.start..open.map_or(bytes.end, |at| bytes.start + at);
    // "Washington, D.C.": the stop belongs to the short form.
    let dotted = sentence
        .text
        .get(bytes.clone())
        .and_then(|text| text.rsplit(' ').next())
        .is_some_and(|word| word.contains('.'));
    let stop = dotted && sentence.text.get(bytes.end..).is_some_and(|rest| rest.starts_with('.'));
    let bytes = bytes.start..bytes.end + usize::from(stop);
    let inside = |name: &&crate::view::Named| bytes.start <= name.range.start && name.range.end <= bytes.end;
    let mut names = sentence.named.iter().filter(inside);
    let somebody = sentence.named.iter().filter(inside).any(|name| {
        matches!(name.kind, EntityKind::Person | EntityKind::Instrument | EntityKind::Forum | EntityKind::Operation)
    });
    let somewhere = names.any(|name| matches!(name.kind, EntityKind::Place | EntityKind::Country | EntityKind::Region));
    let general = words.len() == 1
        && (is_in_set("general-place", tokens.folded(start))
            || entente_names::gazetteer::head_nouns::is_generic(tokens.folded(start)));
    let dated = sentence.dates.iter().any(|date| date.range.start < bytes.end && bytes.start < date.range.end);
    let month = sentence.words.get(start).is_some_and(|word| entente_language::values::month(word.text).is_some());
    // "At the Deputy Prime Minister level", "in the GERD issue": a phrase that only begins like a name.
    let last = words.end - 1;
    let headed = tokens.is_capital(last)
        || !matches!(tokens.shape(last), Some(Shape::Lower))
        || tokens.has(last, Class::Place)
        || is_in_set("place-noun", tokens.folded(last));
    // "As part of the Investing in **Togo tour**".
    if !somewhere && !headed || is_in_set("no-place-noun", tokens.folded(last)) {
        return None;
    }
    let occasion = month || words.clone().any(|at| sentence.frames.noun(tokens.folded(at)).is_some());
    (!general && !dated && !occasion && bytes.len() > 1 && (somewhere || !somebody)).then_some(bytes)
}
