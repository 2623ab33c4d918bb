//! Who speaks in a whole document: the speaker of a speech, the parties of a joint text.

use std::ops::Range;

use entente_corpus::{DocumentKind, EntityKind, Party};
use entente_text::Span;

use super::{HEAD, HEAD_LINE, Source, Speaker, actors_in, heads, is_office, is_person, party};
use crate::view::{Named, View};

/// Words of a title that name one group without saying who of it speaks, at most.
const MAX_GROUP_WORDS: usize = 3;

/// Who speaks in the whole document, as its head says.
pub(super) fn read_head(view: &View) -> Option<Speaker> {
    let head: Vec<u32> = view.passages().take(HEAD as usize).filter(|at| view.text(*at).len() <= HEAD_LINE).collect();
    for at in &head {
        let text = view.text(*at);
        if let Some(range) = heads::speech_by(text, &entente_text::words(text))
            && let Some(speaker) = giver(view, *at, range)
        {
            return Some(speaker);
        }
    }
    if let Some((title, start)) = bare_title(view)
        && let Some(range) = heads::speech_by(title, &entente_text::words(title))
        && let Some(party) = named_anywhere(view, title, start, range)
    {
        return Some(Speaker { party, on_behalf_of: None, source: Source::Speech });
    }
    read_joint(view, &head)
}

/// Who gives a speech: the person in `range`, else the state or body, else the office.
fn giver(view: &View, at: u32, range: Range<usize>) -> Option<Speaker> {
    let names: Vec<&Named> = actors_in(view, at, &range).collect();
    let words = view.text(at).get(range.clone())?;
    let office = words.split_whitespace().any(is_office);
    let people: Vec<&&Named> = names.iter().filter(|name| is_person(name)).collect();
    let others: Vec<&&Named> = names.iter().filter(|name| !is_person(name)).collect();
    let of = |name: &Named| party(view, at, name.range.clone(), Some(name.entity));
    let (party, behalf) = match (people.as_slice(), others.as_slice()) {
        ([person], [one]) => (of(person)?, of(one)),
        ([person], _) => (of(person)?, None),
        ([], [one]) if office => (party(view, at, range, None)?, of(one)),
        ([], [one]) => (of(one)?, None),
        ([], _) if office => (party(view, at, range, None)?, None),
        _ => return None,
    };
    Some(Speaker { party, on_behalf_of: behalf, source: Source::Speech })
}

/// A title that stands in no passage, as one before the text does, and where it begins in the source.
fn bare_title<'v>(view: &'v View) -> Option<(&'v str, usize)> {
    let place = view.record.title.as_ref()?.evidence.first()?;
    if place.passage.is_some() {
        return None;
    }
    let printed = place.span.of(&view.body.text);
    // A field before the text: its name and its marks are no words of the title.
    let title = printed.strip_prefix("title:").unwrap_or(printed).trim_start_matches([' ', '"', '\'']);
    Some((title, place.span.start as usize + printed.len() - title.len()))
}

/// What a range of a title names, by the names that the text has elsewhere.
fn named_anywhere(view: &View, title: &str, start: usize, range: Range<usize>) -> Option<Party> {
    let words = title.get(range.clone())?;
    let office = words.split_whitespace().any(is_office);
    let mut best: Option<(usize, usize, u32, bool)> = None;
    for at in view.passages() {
        for name in view.named(at).iter().filter(|name| name.acts()) {
            let Some(printed) = view.text(at).get(name.range.clone()).filter(|printed| printed.len() >= 4) else {
                continue;
            };
            let Some(found) = words.find(printed) else { continue };
            let rank = |length: usize, person: bool| (person, length);
            if best.is_none_or(|(_, length, _, person)| rank(printed.len(), is_person(name)) > rank(length, person)) {
                best = Some((found, printed.len(), name.entity, is_person(name)));
            }
        }
    }
    let (found, length, entity, person) = best?;
    let from = start + range.start;
    let (from, to, entity) = if person || !office {
        (from + found, from + found + length, Some(entity))
    } else {
        (from, from + words.len(), None)
    };
    Some(Party { span: Span::new(from, to), entity })
}

/// Who "we" are in a joint text.
fn read_joint(view: &View, head: &[u32]) -> Option<Speaker> {
    let joint = |party: Party| Speaker { party, on_behalf_of: None, source: Source::JointText };
    for at in view.passages().take(HEAD as usize).filter(|at| !view.is_mute(*at)) {
        let text = view.text(at);
        let lettered = |range: &Range<usize>| text[range.clone()].contains(char::is_alphabetic);
        let Some(first) = entente_text::sentences(text).into_iter().find(lettered) else { continue };
        let sentence = text.get(first.clone()).unwrap_or("");
        if let Some(range) = heads::joint_lead(sentence, &entente_text::words(sentence)) {
            return together(view, at, range.start + first.start..range.end + first.start).map(joint);
        }
    }
    for at in head {
        let text = view.text(*at);
        if let Some(range) = heads::joint_title(text, &entente_text::words(text))
            && (actors_in(view, *at, &range).take(2).count() == 2 || stands_for_group(view, *at, &range))
        {
            return together(view, *at, range).map(joint);
        }
    }
    let is_joint = matches!(view.record.kind.value, DocumentKind::JointStatement | DocumentKind::Communique);
    if is_joint
        && let Some((title, start)) = bare_title(view)
        && let Some(range) = heads::joint_title(title, &entente_text::words(title))
    {
        let span = Span::new(start + range.start, start + range.end);
        let words = title.get(range.clone()).unwrap_or("");
        let group = heads::is_collective(words) || words.split_whitespace().count() <= MAX_GROUP_WORDS;
        let entity = if group { group_called(view, words) } else { None };
        return Some(joint(Party { span, entity }));
    }
    None
}

/// True if one bloc or forum is all that `range` names: "**G10** Leaders".
fn stands_for_group(view: &View, at: u32, range: &Range<usize>) -> bool {
    let mut names = actors_in(view, at, range);
    let group = names
        .next()
        .is_some_and(|name| matches!(name.kind, EntityKind::Bloc | EntityKind::Forum | EntityKind::Organisation));
    group && names.next().is_none()
}

/// The bloc or forum that `words` of a title name, by the names that the text has.
fn group_called(view: &View, words: &str) -> Option<u32> {
    let groups = view.passages().flat_map(|at| view.named(at).iter().map(move |name| (at, name)));
    let groups =
        groups.filter(|(_, name)| matches!(name.kind, EntityKind::Bloc | EntityKind::Forum | EntityKind::Organisation));
    let called = |at: u32, name: &Named| {
        let printed = view.text(at).get(name.range.clone()).unwrap_or("");
        printed.len() > 1 && words.split(|c: char| !c.is_alphanumeric()).any(|word| word == printed)
    };
    groups.into_iter().find(|(at, name)| called(*at, name)).map(|(_, name)| name.entity)
}

/// The parties in `range` as one: the body for which they stand, where it is one.
fn together(view: &View, at: u32, range: Range<usize>) -> Option<Party> {
    let text = view.text(at);
    let closes = text.get(range.end..).is_some_and(|rest| rest.starts_with(')'));
    let range = range.start..range.end + usize::from(closes);
    let mut entities: Vec<u32> = Vec::new();
    let mut end = None;
    for name in actors_in(view, at, &range) {
        // "… of Norway and Kenya Norway-Kenya Partnership": what is named again begins something else.
        if entities.contains(&name.entity) && view.text(at).get(end.unwrap_or(0)..name.range.start) == Some(" ") {
            break;
        }
        if !entities.contains(&name.entity) {
            entities.push(name.entity);
        }
        end = Some(name.range.end);
    }
    // Words after the last name are those of the title: "Norway and Kenya Reaffirming Our Pact".
    let range = match end {
        Some(end) if entities.len() > 1 => range.start..end,
        _ => range,
    };
    let stands = heads::is_collective(text.get(range.clone())?);
    let entity = if let ([one], true) = (entities.as_slice(), stands) { Some(*one) } else { None };
    party(view, at, range, entity)
}
