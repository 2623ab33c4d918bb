//! Where somebody takes the floor: labels of turns, and whom they name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_corpus::{Party, PassageKind};
use entente_language::speech_words::is_speech_word;
use entente_text::fold::fold;
use entente_text::order;

use super::{Source, Speaker, actors_in, is_person, party};
use crate::speakers::turns::{Label, Shape, parse_label};
use crate::view::{Named, View};

/// Labels of persons that make a record of turns, at least.
const MIN_PERSON_LABELS: usize = 2;

/// Labels of states that make one, at least: facts about states are listed the same way.
const MIN_STATE_LABELS: usize = 3;

/// A label found, before it is known whether the document is a record of turns.
pub(super) struct Found {
    pub(super) passage: u32,
    pub(super) start: usize,
    label: Label,
    /// "Q:": somebody who is not named.
    key: String,
}

/// Where somebody takes the floor.
pub(super) fn read_turns(view: &View) -> BTreeMap<(u32, usize), Option<Speaker>> {
    let mut found: Vec<Found> = Vec::new();
    for at in view.passages() {
        let Some(passage) = view.passage(at) else { continue };
        if !matches!(
            passage.kind,
            PassageKind::Paragraph
                | PassageKind::Item
                | PassageKind::Answer
                | PassageKind::Quote
                | PassageKind::Question
        ) {
            continue;
        }
        let text = view.text(at);
        let mut free = 0;
        for start in starts(text) {
            let Some(label) = text.get(start..).filter(|_| start >= free).and_then(parse_label) else { continue };
            let shift = |range: &Range<usize>| range.start + start..range.end + start;
            let label = Label {
                outside: shift(&label.outside),
                brackets: label.brackets.iter().map(shift).collect(),
                end: label.end + start,
                ..label
            };
            let fits = match label.shape {
                Shape::Titled | Shape::Capitals => true,
                // Inside a paragraph only a title or capital letters show a label.
                Shape::Name => {
                    let several = text[label.outside.clone()].contains(' ');
                    start == 0
                        && (several || actors_in(view, at, &label.outside).any(|name| covers(name, &label.outside)))
                }
            };
            if fits {
                free = label.end;
                let key = fold(&text[label.outside.clone()]);
                found.push(Found { passage: at, start, label, key });
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for found in &found {
        *counts.entry(&found.key).or_default() += 1;
    }
    let is_state = |found: &Found| {
        actors_in(view, found.passage, &found.label.outside)
            .any(|name| !is_person(name) && covers(name, &found.label.outside))
    };
    // Names that stand before brackets, or in those of an office.
    let introduced: BTreeSet<String> =
        order::set(found.iter().filter(|found| !found.label.brackets.is_empty()).flat_map(|found| {
            let offices = found.label.brackets.iter().filter(|_| found.label.is_office);
            let inside = offices.filter_map(|range| view.text(found.passage).get(range.clone())).map(fold);
            inside.chain((!found.label.is_office).then(|| found.key.clone())).collect::<Vec<_>>()
        }));
    let persons_called = if found.is_empty() { BTreeMap::new() } else { surnames(view) };
    let strong = |found: &Found| match found.label.shape {
        Shape::Titled => true,
        // "SUMMARY:" names a part of the document; "ANN LUND:" is a label where it stands once, too.
        Shape::Capitals => {
            let person = persons_called.get(&found.key).is_some_and(Option::is_some)
                || is_speech_word("office-short", &found.key);
            let again = counts.get(found.key.as_str()).is_some_and(|count| *count >= 2);
            let field = found.key.split_whitespace().any(|word| is_speech_word("field-label", word));
            !is_state(found) && (person || again && !field)
        }
        // "Owen Smith (Ponty):", a person's name, and what another label names so.
        Shape::Name => {
            let range = &found.label.outside;
            let person = actors_in(view, found.passage, range).any(|name| is_person(name) && covers(name, range));
            !is_state(found) && (person || introduced.contains(&found.key))
        }
    };
    let persons = found.iter().filter(|found| strong(found)).count();
    let states = found.iter().filter(|found| is_state(found)).count();
    // "Question: …" is another's voice, as a second label is.
    let asked = view.passages().any(|at| view.passage(at).is_some_and(|passage| passage.kind == PassageKind::Question));
    let spoken = persons >= MIN_PERSON_LABELS && (counts.len() >= 2 || asked);
    let states_speak = states >= MIN_STATE_LABELS;
    let kept: Vec<&Found> =
        found.iter().filter(|found| strong(found) && spoken || is_state(found) && states_speak).collect();
    let known = Known::of(view, &kept, persons_called);
    let mut out: BTreeMap<(u32, usize), Option<Speaker>> =
        order::map(kept.iter().map(|found| ((found.passage, found.start), known.speaker(view, found))));
    if out.is_empty() {
        return out;
    }
    // A heading and a question of nobody end a turn.
    for at in view.passages() {
        let ends = view.passage(at).is_some_and(|passage| {
            matches!(passage.kind, PassageKind::Heading | PassageKind::Question | PassageKind::Answer)
        });
        if ends {
            out.entry((at, 0)).or_insert(None);
        }
    }
    out
}

/// The starts of a passage and of the sentences in it.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let after = text.match_indices(['.', '?', '!', ')', '…', '”', '"', '\n']).filter_map(|(at, mark)| {
        let rest = &text[at + mark.len()..];
        let next = rest.trim_start();
        let spaced = next.len() < rest.len() || mark == "\n";
        (spaced && next.starts_with(char::is_uppercase)).then_some(text.len() - next.len())
    });
    std::iter::once(0).chain(after)
}

/// True if a label, without its brackets, consists of a name.
fn covers(name: &Named, outside: &Range<usize>) -> bool {
    name.range.start <= outside.start + 1 && outside.end <= name.range.end + 1
}

/// Whom the labels of a document name, so that those that say less are understood: an office after "The President (Mary Brown)".
#[derive(Default)]
struct Known {
    /// By the label's words, and by the name in them. A surname alone may be another's.
    parties: BTreeMap<String, Option<(Party, Option<Party>)>>,
    surnames: BTreeMap<String, Option<u32>>,
}

impl Known {
    fn of(view: &View, all: &[&Found], surnames: BTreeMap<String, Option<u32>>) -> Self {
        let mut out = Self { surnames, ..Self::default() };
        for found in all {
            let Some(told) = told(view, found) else { continue };
            let name = fold(told.0.span.of(&view.body.text));
            for key in [found.key.clone(), name] {
                let same = |known: &Option<(Party, Option<Party>)>| {
                    known.is_some_and(|(party, _)| {
                        party.entity.is_some() && party.entity == told.0.entity
                            || fold(party.span.of(&view.body.text)) == fold(told.0.span.of(&view.body.text))
                    })
                };
                match out.parties.get_mut(&key) {
                    // Two of one name: nothing says which of them a label means.
                    Some(known) if !same(known) => *known = None,
                    Some(_) => {}
                    None => {
                        out.parties.insert(key, Some(told));
                    }
                }
            }
        }
        out
    }

    fn speaker(&self, view: &View, found: &Found) -> Option<Speaker> {
        let speaker = |(party, on_behalf_of)| Speaker { party, on_behalf_of, source: Source::Turn };
        if let Some(told) = told(view, found) {
            let known = self.parties.get(&found.key).copied().flatten();
            let behalf = told.1.or(known.and_then(|known| known.1));
            return Some(speaker((told.0, behalf)));
        }
        let known = self.parties.get(&found.key).copied().flatten();
        let known = known.or_else(|| Some((self.holder(view, found)?, behalf(view, found))));
        // The words of the label itself name who speaks, even where they name nothing that is known.
        let own = || party(view, found.passage, found.label.outside.clone(), None);
        match known {
            Some((known, behalf)) => {
                let span = own().map_or(known.span, |own| if known.entity.is_some() { own.span } else { known.span });
                Some(speaker((Party { span, ..known }, behalf)))
            }
            None => Some(speaker((own()?, behalf(view, found)))),
        }
    }
}

impl Known {
    /// The person whom the words of a label mean by an office ("PRIME MINISTER:", "PM:") or by a surname ("LUND:"), if the
    /// document names only one such person.
    fn holder(&self, view: &View, found: &Found) -> Option<Party> {
        let is_office = |word: &str| is_speech_word("office", word);
        let (first, rest) = found.key.split_once(' ').unwrap_or((found.key.as_str(), ""));
        let entity = if is_speech_word("office-short", &found.key) {
            view.holder(u32::MAX, "prime minister", None)
        } else if is_office(first) && rest.is_empty()
            || found.key.split_whitespace().all(|word| word == "prime" || is_office(word))
        {
            view.holder(u32::MAX, &found.key, None)
        } else {
            let surname = if is_speech_word("courtesy", first.trim_end_matches('.')) || is_office(first) {
                rest
            } else {
                &found.key
            };
            *self.surnames.get(surname)?
        };
        party(view, found.passage, found.label.outside.clone(), Some(entity?))
    }
}

/// Persons by their full names and by the last word of these, folded; `None` where two have the same.
fn surnames(view: &View) -> BTreeMap<String, Option<u32>> {
    let mut out: BTreeMap<String, Option<u32>> = BTreeMap::new();
    for at in view.passages() {
        for name in view.named(at).iter().filter(|name| is_person(name)) {
            let words = view.text(at).get(name.range.clone()).unwrap_or("");
            let words = fold(words.trim());
            let Some((_, surname)) = words.rsplit_once(' ') else { continue };
            for key in [surname, &words] {
                let known = out.entry(key.to_owned()).or_insert(Some(name.entity));
                if *known != Some(name.entity) {
                    *known = None;
                }
            }
        }
    }
    out
}

/// Whom a label names by itself.
pub(super) fn told(view: &View, found: &Found) -> Option<(Party, Option<Party>)> {
    let at = found.passage;
    let label = &found.label;
    let of = |name: &Named| party(view, at, name.range.clone(), Some(name.entity));
    if let Some(person) = actors_in(view, at, &label.outside).find(|name| is_person(name)) {
        return Some((of(person)?, behalf(view, found)));
    }
    if label.is_office {
        for range in &label.brackets {
            if let Some(person) = actors_in(view, at, range).find(|name| is_person(name)) {
                return Some((of(person)?, None));
            }
            let words = view.text(at).get(range.clone())?;
            let proper = |word: &str| word.starts_with(char::is_uppercase);
            let names_state = actors_in(view, at, range).next().is_some();
            if !names_state
                && (2..=5).contains(&words.split_whitespace().count())
                && words.split_whitespace().all(proper)
            {
                return Some((party(view, at, range.clone(), None)?, None));
            }
        }
        return None;
    }
    let whole = actors_in(view, at, &label.outside).find(|name| covers(name, &label.outside))?;
    Some((of(whole)?, None))
}

/// The state or body in a label's brackets.
pub(super) fn behalf(view: &View, found: &Found) -> Option<Party> {
    let named =
        found.label.brackets.iter().find_map(|range| {
            actors_in(view, found.passage, range).find(|name| name.is_state() && covers(name, range))
        })?;
    party(view, found.passage, named.range.clone(), Some(named.entity))
}

// Quotations
