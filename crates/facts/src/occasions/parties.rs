//! Who takes part in an occasion: those whom its own clause and its own noun phrase name.

use std::ops::Range;

use entente_corpus::{EntityKind, Party};
use entente_language::{AtomKind, Class, ClauseKind, Gap, Slot, SlotRole, Tag};

use entente_language::values::DateMention as When;

use super::draft::Speakers;
use super::frames::is_in_set;
use super::verbs::absolute_subject;
use crate::posting::is_destination;
use crate::view::{Named, Sentence, View};

/// Somebody named in `sentence` as a party.
pub(crate) fn party_of(view: &View, sentence: &Sentence, name: &Named) -> Option<Party> {
    Some(Party { span: view.span(sentence.passage, name.range.clone())?, entity: Some(name.entity) })
}

/// Parties in the order in which they are named, each once.
#[derive(Debug, Default)]
pub(crate) struct Parties {
    all: Vec<Party>,
}

impl Parties {
    /// Adds a party unless it is known.
    pub(crate) fn add(&mut self, party: Party) {
        let known = self.all.iter().any(|known| match (known.entity, party.entity) {
            (Some(a), Some(b)) => a == b,
            _ => known.span == party.span,
        });
        if !known {
            self.all.push(party);
        }
    }

    /// Adds every party of `parties`.
    pub(crate) fn extend(&mut self, parties: impl IntoIterator<Item = Party>) {
        for party in parties {
            self.add(party);
        }
    }

    /// Takes out the words that name nobody, if somebody is named: "**the two sides**, Norway and Ghana".
    pub(crate) fn drop_groups(&mut self, view: &View, sentence: &Sentence) {
        if !self.all.iter().any(|party| party.entity.is_some()) {
            return;
        }
        let tokens = sentence.parse().tokens;
        self.all.retain(|party| {
            let range = view.reading_range(sentence.passage, party.span).filter(|_| party.entity.is_none());
            let own = range.filter(|range| sentence.range.start <= range.start && range.end <= sentence.range.end);
            !own.is_some_and(|range| {
                let start = tokens.token_at(range.start - sentence.range.start);
                let end = tokens.token_at(range.end - sentence.range.start - 1) + 1;
                is_group(sentence, &(start..end))
            })
        });
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.all.len()
    }

    /// All of them.
    pub(crate) fn into_vec(self) -> Vec<Party> {
        self.all
    }
}

/// The names in `phrase` (tokens) of those who can act. Of a person's title only the state is kept: "the Minister of Defence
/// of Norway, X" is X and Norway, not the ministry.
pub(crate) fn names_in<'a>(sentence: &'a Sentence, phrase: &Range<usize>) -> Vec<&'a Named> {
    let bytes = sentence.bytes(phrase);
    let tokens = &sentence.parse().tokens;
    let named: Vec<&Named> = sentence.actors_in(&bytes).filter(|name| name.kind != EntityKind::Forum).collect();
    let mut out: Vec<&Named> = Vec::new();
    for name in &named {
        let at = tokens.token_at(name.range.start.saturating_sub(sentence.range.start));
        let member = member_around(sentence, phrase, at);
        // "Harbour Office **Director and** Senior Adviser Lund": one person has both offices.
        let office = member.end.checked_sub(1).filter(|last| *last >= at && member.end < phrase.end);
        let shares = office.is_some_and(|last| {
            tokens.has(last, Class::Role) && tokens.is_capital(last) && !tokens.folded(last).ends_with('s')
        });
        let next = if shares { member_around(sentence, phrase, member.end + 1).end } else { member.end };
        let of_person = member.start..next;
        let person = named.iter().any(|other| {
            other.kind == EntityKind::Person
                && of_person.contains(&tokens.token_at(other.range.start.saturating_sub(sentence.range.start)))
        });
        let body = matches!(name.kind, EntityKind::Agency | EntityKind::Organisation | EntityKind::Company);
        let beside = person && body
            || is_mere_owner(sentence, &member, name)
            || is_destination(sentence, name)
            || is_of_private(sentence, name)
            || body_or_bloc(name) && is_in_apposition(sentence, phrase, at);
        if !beside {
            out.push(name);
        }
    }
    out
}

fn body_or_bloc(name: &Named) -> bool {
    matches!(name.kind, EntityKind::Agency | EntityKind::Organisation | EntityKind::Bloc)
}

/// Words between a country's name and the noun that it belongs to: "**Norwegian** small harbour firms".
const MAX_MODIFIERS: usize = 3;

/// True if a country only says whose people or firms somebody met: "families of **Norwegian** hostages", "the **Norway-Togo**
/// Chamber of Commerce". Neither is the state.
fn is_of_private(sentence: &Sentence, name: &Named) -> bool {
    if name.kind != EntityKind::Country {
        return false;
    }
    let tokens = &sentence.parse().tokens;
    let next = tokens.token_at(name.range.end.saturating_sub(sentence.range.start));
    let run = (next..next + MAX_MODIFIERS).take_while(|at| matches!(tokens.gap(*at), Gap::Space | Gap::Join));
    let named = |at: usize| {
        sentence.named.iter().any(|it| it.acts() && it.range.contains(&sentence.bytes(&(at..at + 1)).start))
    };
    let is_private = |at: usize| {
        let set = if tokens.is_capital(at) { "private-bodies" } else { "private-people" };
        is_in_set(set, tokens.folded(at))
    };
    run.take_while(|at| tokens.is_capital(*at) || !is_public(sentence, *at)).any(|at| is_private(at) && !named(at))
}

/// True for a word that stands for a state: "officials", "minister", "delegation".
fn is_public(sentence: &Sentence, at: usize) -> bool {
    let tokens = &sentence.parse().tokens;
    [Class::Role, Class::PartyNoun, Class::Body, Class::StateBody].into_iter().any(|class| tokens.has(at, class))
        || matches!(sentence.parse().parsed.tag(at), Some(Tag::Preposition | Tag::Coordinator))
}

/// "President Lund of Togo, Chair **of the African Union**": a second office after a comma does not bring its body along.
fn is_in_apposition(sentence: &Sentence, phrase: &Range<usize>, at: usize) -> bool {
    let tokens = &sentence.parse().tokens;
    let article = usize::from(at > phrase.start && tokens.has(at - 1, Class::Article));
    let Some(of) = (at - article).checked_sub(1).filter(|of| *of > phrase.start && tokens.is(*of, "of")) else {
        return false;
    };
    let role = of - 1;
    let first = (phrase.start..=role).rev().find(|at| tokens.gap(*at) == Gap::Comma);
    let office = first.is_some_and(|first| role - first < MAX_MODIFIERS && first > phrase.start);
    office && tokens.has(role, Class::Role) && !tokens.folded(role).ends_with('s')
}

/// "**The EU's** partnership policy": whose thing it is takes no part; "the EU's foreign ministers" stand for the EU.
fn is_mere_owner(sentence: &Sentence, member: &Range<usize>, name: &Named) -> bool {
    let parse = sentence.parse();
    let end = parse.tokens.token_at(name.range.end.saturating_sub(sentence.range.start));
    let owns = matches!(parse.parsed.tag(end), Some(Tag::Genitive)) && end + 1 < member.end;
    let stands_for = (end + 1..member.end).any(|at| {
        let classes = [
            Class::Role,
            Class::RoleModifier,
            Class::PartyNoun,
            Class::Body,
            Class::StateBody,
            Class::Organisation,
            Class::Honorific,
        ];
        classes.into_iter().any(|class| parse.tokens.has(at, class))
            || matches!(parse.parsed.tag(at), Some(Tag::Name(AtomKind::Person | AtomKind::Party)))
            || sentence.frames.noun(parse.tokens.folded(at)).is_some()
    });
    owns && !stands_for
}

/// The member of a coordination that token `at` belongs to.
fn member_around(sentence: &Sentence, phrase: &Range<usize>, at: usize) -> Range<usize> {
    let parse = sentence.parse();
    let parts = |token: &usize| matches!(parse.parsed.tag(*token), Some(Tag::Coordinator));
    let start = (phrase.start..at).rev().find(parts).map_or(phrase.start, |token| token + 1);
    let end = (at..phrase.end).find(parts).unwrap_or(phrase.end);
    start..end
}

/// Who the subject of clause `at` is. A pronoun is who was spoken of before; words that name nobody ("the steering group")
/// stand for themselves if they can be people.
pub(crate) fn subject_parties(view: &View, sentence: &Sentence, at: usize, before: &Speakers) -> Vec<Party> {
    let parse = sentence.parse();
    let subject = absolute_subject(sentence, at).unwrap_or_else(|| parse.parsed.subject_of(at));
    if subject.is_empty() {
        return Vec::new();
    }
    // "MINISTER LUND: It will arrive": the label says who speaks, and does not belong to the subject.
    let labelled = (subject.start + 1..subject.end).rev().find(|at| parse.tokens.between(*at - 1).contains(':'));
    let first = labelled.unwrap_or(subject.start);
    let first = without_country_of_place(sentence, first);
    let subject = first..subject.end.max(first);
    if labelled.is_some() && subject.len() == 1 && is_in_set("thing-pronoun", parse.tokens.folded(first)) {
        return Vec::new();
    }
    // "You met": who is spoken to is not who was spoken of.
    if subject.len() == 1 && is_in_set("second-person", parse.tokens.folded(first)) {
        return Vec::new();
    }
    if subject.len() <= 2 && parse.tokens.has(first, Class::PersonalPronoun) {
        // "He" and "she" are one person, never a state.
        let of_person = is_in_set("one-person-pronoun", parse.tokens.folded(first));
        let is_person = |party: &&Party| party.entity.and_then(|entity| view.kind(entity)) == Some(EntityKind::Person);
        // "It" is a ship, a body or a state, never the person who speaks of it.
        let of_thing = is_in_set("thing-pronoun", parse.tokens.folded(first));
        let fits = (!of_person || before.parties.len() == 1 && before.parties.iter().all(|party| is_person(&party)))
            && !(of_thing && before.parties.iter().any(|party| is_person(&party)));
        return if fits { before.parties.clone() } else { Vec::new() };
    }
    // "The two sides", "both leaders": those who were spoken of, if they are several.
    if is_group(sentence, &subject) {
        let known = if before.parties.len() > 1 { &before.parties } else { &before.together };
        if known.len() > 1 {
            return known.clone();
        }
    }
    // "The ministers, in Oslo for talks, met": what a preposition governs is not a subject, except after "of", "from" and "and".
    let limit = (first..subject.end).find(|at| {
        matches!(parse.parsed.tag(*at), Some(Tag::Preposition | Tag::To))
            && !matches!(parse.tokens.folded(*at), "of" | "from" | "between" | "for" | "with" | "alongside" | "and")
    });
    // "The ministers of the neighbours of A, including B and C": the members are those that are listed.
    let listed = limit.filter(|at| is_in_set("lists-members", parse.tokens.folded(*at)));
    if let Some(at) = listed {
        let members = names_in(sentence, &(at + 1..subject.end)).into_iter();
        let members: Vec<Party> = members.filter_map(|name| party_of(view, sentence, name)).collect();
        if members.len() > 1 {
            return members;
        }
    }
    // "The **Adviser to the Minister**, Dr Lund, met": what follows the office belongs to it, and the person stands after.
    let served = limit.filter(|at| *at > first && parse.tokens.has(at - 1, Class::Role));
    let holders = served.map(|at| names_in(sentence, &(at + 1..subject.end))).unwrap_or_default().into_iter();
    let holders: Vec<&Named> = holders.filter(|name| name.kind == EntityKind::Person).collect();
    let subject = first..limit.unwrap_or(subject.end);
    let mut names = names_in(sentence, &subject);
    if !holders.is_empty() {
        let office = sentence.bytes(&member_around(sentence, &subject, subject.end - 1));
        names.retain(|name| !(body_or_bloc(name) && office.start <= name.range.start));
        names.extend(holders);
    }
    // "A Kenyan arrested in Togo **who** was planning to travel": the place before "who" is not who travels.
    let marker = parse.parsed.clauses.get(at).filter(|clause| clause.kind == ClauseKind::Relative);
    let of_person = marker.and_then(|clause| clause.marker).is_some_and(|at| parse.tokens.is(at, "who"));
    let is_role = |at: usize| parse.tokens.has(at, Class::Role) || parse.tokens.has(at, Class::PartyNoun);
    let is_person = |name: &&Named| name.kind == EntityKind::Person;
    // "The President **of Togo**, who": what comes before "of" belongs to the subject, too.
    let from = if parse.tokens.is(subject.start.saturating_sub(1), "of") {
        subject.start.saturating_sub(2)
    } else {
        subject.start
    };
    if of_person && !names.iter().any(is_person) && !(from..subject.end).any(is_role) {
        return Vec::new();
    }
    let named: Vec<Party> = names.into_iter().filter_map(|name| party_of(view, sentence, name)).collect();
    if !named.is_empty() {
        return named;
    }
    let people = subject.clone().any(|at| {
        parse.tokens.has(at, Class::PartyNoun)
            || parse.tokens.has(at, Class::Role)
            || parse.tokens.has(at, Class::Body)
            || parse.tokens.has(at, Class::StateBody)
    });
    let occasion = subject.clone().any(|at| sentence.frames.noun(parse.tokens.folded(at)).is_some());
    if !people || occasion {
        return Vec::new();
    }
    // "In the talks with X, Minister of Y, the delegation said": what stands before a comma says who somebody else is.
    let comma = |at: &usize| parse.tokens.gap(*at) == Gap::Comma;
    let own = subject.clone().rev().find(|at| comma(at) && *at > subject.start).unwrap_or(subject.start);
    let listed = subject.clone().any(|at| matches!(parse.parsed.tag(at), Some(Tag::Coordinator)));
    let bytes = sentence.bytes(&(if listed { subject.start } else { own }..subject.end));
    // "The Ministry of Ports (MoP) opened": the short form in brackets is left out.
    let words = sentence.text.get(bytes.clone()).unwrap_or("");
    let open = words.rfind(" (").filter(|at| !words[*at..].contains(')'));
    let bytes = bytes.start..open.map_or(bytes.end, |at| bytes.start + at);
    view.span(sentence.passage, bytes).map(|span| Party { span, entity: None }).into_iter().collect()
}

/// True for words that mean those who were spoken of and name nobody: "the two sides", "both leaders", "the delegations".
pub(crate) fn is_group(sentence: &Sentence, phrase: &Range<usize>) -> bool {
    let parse = sentence.parse();
    let Some(last) = phrase.end.checked_sub(1).filter(|last| phrase.contains(last)) else { return false };
    let groups = is_in_set("groups", parse.tokens.folded(last));
    let alone = phrase.clone().all(|at| {
        at == last
            || matches!(parse.parsed.tag(at), Some(Tag::Determiner | Tag::Number))
            || at + 1 == last && is_in_set("offices-of-groups", parse.tokens.folded(at))
            || parse.tokens.has(at, Class::Quantifier)
    });
    groups && alone && phrase.len() > 1
}

/// The first token of a subject after the country of a place that stands before it: "In Lome, **Togo**, Minister Lund met".
fn without_country_of_place(sentence: &Sentence, first: usize) -> usize {
    let tokens = &sentence.parse().tokens;
    let starts = |name: &&Named| name.range.start == sentence.bytes(&(first..first + 1)).start;
    let Some(country) = sentence.named.iter().find(starts).filter(|name| name.kind == EntityKind::Country) else {
        return first;
    };
    let next = tokens.token_at(country.range.end.saturating_sub(sentence.range.start));
    let ends_place = first.checked_sub(1).is_some_and(|before| {
        let last = sentence.bytes(&(before..first));
        sentence.named.iter().any(|name| name.range.end == last.end && name.kind == EntityKind::Place)
    });
    let parted = tokens.gap(first) == Gap::Comma && tokens.gap(next) == Gap::Comma;
    if parted && ends_place { next } else { first }
}

/// Those whom `slots` name after one of `prepositions`.
pub(crate) fn complement_parties(
    view: &View,
    sentence: &Sentence,
    slots: &[&Slot],
    prepositions: &[&str],
) -> Vec<Party> {
    let tokens = &sentence.parse().tokens;
    let led = |slot: &&&Slot| match slot.role {
        SlotRole::Complement(at) => prepositions.contains(&tokens.folded(at)),
        _ => false,
    };
    // "Were, **among others**, the plans of A".
    let others = |slot: &&&Slot| is_in_set("others", tokens.folded(slot.phrase.start));
    let phrases =
        slots.iter().filter(led).filter(|slot| !others(slot)).map(|slot| before_topic(sentence, &slot.phrase));
    let named = phrases.flat_map(|phrase| names_in(sentence, &phrase)).filter(|name| name.kind != EntityKind::Place);
    named.filter_map(|name| party_of(view, sentence, name)).collect()
}

/// `phrase` without what is spoken about: "with leaders **about the plans of Togo**".
pub(crate) fn before_topic(sentence: &Sentence, phrase: &Range<usize>) -> Range<usize> {
    let tokens = sentence.parse().tokens;
    let topic = phrase.clone().find(|at| is_in_set("before-topics", tokens.folded(*at)));
    phrase.start..topic.unwrap_or(phrase.end)
}

/// Those whom the object of a verb names.
pub(crate) fn object_parties(view: &View, sentence: &Sentence, slots: &[&Slot]) -> Vec<Party> {
    let objects = slots.iter().filter(|slot| slot.role == SlotRole::Object).map(|slot| slot.phrase.clone());
    let named = objects.flat_map(|phrase| names_in(sentence, &phrase));
    named.filter_map(|name| party_of(view, sentence, name)).collect()
}

/// "With the EU in May 2014, Russia in May 2014": partners among the tokens of `range` that have a date each.
pub(crate) fn partners_with_dates<'a>(sentence: &'a Sentence, range: &Range<usize>) -> Vec<(&'a Named, &'a When)> {
    let bytes = sentence.bytes(range);
    let text = sentence.text;
    let names: Vec<&Named> = sentence.actors_in(&bytes).filter(|name| name.kind != EntityKind::Person).collect();
    let mut out = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let end = names.get(n + 1).map_or(bytes.end, |next| next.range.start);
        let date = sentence.dates.iter().find(|date| date.range.start >= name.range.end && date.range.end <= end);
        let near = date.filter(|date| text[name.range.end..date.range.start].split_whitespace().count() <= 3);
        let led =
            text[bytes.start..name.range.start].split_whitespace().any(|word| word == "with" || word == "between");
        match near {
            Some(date) if n > 0 || led => out.push((*name, date)),
            _ => break,
        }
    }
    out
}
