//! Compares who says a quotation in the checked text with who says it in the documents.
//!
//! Only where both are known, and of one kind, is anything said. A person stands for the state or body that the documents give
//! them.

use std::collections::BTreeSet;
use std::ops::Range;

use entente_corpus::{Entity, EntityKind};
use entente_explore::{Explorer, PassageAt};
use entente_text::{Word, fold::fold, order, words};

use crate::matching::{Match, MatchPart, SourcePassage};
use crate::report::Attribution;
use crate::said_by::said_by;
use crate::speaker::{Speaker, is_title};
use crate::target::target;

/// Most places of a quotation whose speakers are looked for.
const MAX_PLACES: usize = 8;
/// Fewest letters of a word by which two names are compared: fewer are an initial.
const MIN_NAME_LETTERS: usize = 2;
/// Bytes beside a name in which the rest of it is looked for.
const MAX_WIDENED_BYTES: usize = 60;

/// Compares `speaker` with the speakers at the places of the quotation.
pub(crate) fn attribution(
    explorer: &Explorer,
    text: &str,
    speaker: &Speaker,
    places: &[&Match],
) -> Option<Attribution> {
    let mut other: Option<Attribution> = None;
    for found in places.iter().take(MAX_PLACES) {
        let MatchPart { passage, range } = found.parts().first()?.clone();
        let SourcePassage { at, reading } = &found.source.passages[passage];
        // Where one place does not say who speaks, it may be the one that is meant.
        let source = said_by(explorer, *at, reading, range.clone())?;
        let agrees = agree(explorer, *at, &speaker.entities, &source)?
            || is_named_in(explorer, widened(text, speaker.range.clone()), &source);
        let names: Vec<&str> = entities(explorer, &source).map(|entity| entity.name.as_str()).collect();
        let here = Attribution {
            range: speaker.range.clone(),
            text: text[speaker.range.clone()].to_owned(),
            source: names.join(", "),
            agrees,
            target: target(explorer, *at, reading, range)?,
        };
        if agrees {
            return Some(here);
        }
        other.get_or_insert(here);
    }
    other
}

fn entities<'a>(explorer: &'a Explorer, list: &'a BTreeSet<u32>) -> impl Iterator<Item = &'a Entity> {
    let all = &explorer.corpus().catalogue.entities;
    list.iter().filter_map(|at| all.get(*at as usize))
}

/// True if one of `named` is one of `source`, or stands for it; `None` if that cannot be said.
fn agree(explorer: &Explorer, at: PassageAt, named: &BTreeSet<u32>, source: &BTreeSet<u32>) -> Option<bool> {
    let people = |list: &BTreeSet<u32>| -> BTreeSet<u32> {
        let all = &explorer.corpus().catalogue.entities;
        let is_person =
            |entity: &u32| all.get(*entity as usize).is_some_and(|entity| entity.kind == EntityKind::Person);
        order::set(list.iter().copied().filter(is_person))
    };
    let (own, theirs) = (people(named), people(source));
    if !own.is_empty() && !theirs.is_empty() {
        return Some(!own.is_disjoint(&theirs) || can_be_same(explorer, &own, &theirs));
    }
    let above = |list: &BTreeSet<u32>| -> BTreeSet<u32> {
        order::set(list.iter().flat_map(|entity| lineage(explorer, at, *entity)))
    };
    let (named_above, source_above) = (above(named), above(source));
    if named.iter().any(|entity| source_above.contains(entity))
        || source.iter().any(|entity| named_above.contains(entity))
    {
        return Some(true);
    }
    // A person of whom it is not known for whom they speak may speak for anybody.
    let kinds = |list: &BTreeSet<u32>| entities(explorer, list).map(|entity| entity.kind).collect::<Vec<EntityKind>>();
    let (own, theirs) = (kinds(&named_above), kinds(&source_above));
    own.iter().any(|kind| *kind != EntityKind::Person && theirs.contains(kind)).then_some(false)
}

/// True if two names can be those of one person: "Mr. Rossi" and "ROSSI Paola", but not "Anna Rossi" and "Anna Berg".
fn can_be_same(explorer: &Explorer, one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> bool {
    entities(explorer, one).any(|entity| is_named_in(explorer, &entity.name, other))
}

/// The words with a capital letter around `range`: a title may be known as a name, and the name after it not.
fn widened(text: &str, range: Range<usize>) -> &str {
    let from = text.ceil_char_boundary(range.start.saturating_sub(MAX_WIDENED_BYTES));
    let to = text.floor_char_boundary((range.end + MAX_WIDENED_BYTES).min(text.len()));
    let goes_on = |between: &str| between.trim().chars().all(|c| matches!(c, '-' | '.' | '’' | '\''));
    let is_capital = |word: &Word| word.text.starts_with(char::is_uppercase);
    let (mut start, mut end) = (range.start, range.end);
    for word in words(&text[range.end..to]) {
        if !is_capital(&word) || !goes_on(&text[end..range.end + word.start]) {
            break;
        }
        end = range.end + word.end;
    }
    for word in words(&text[from..range.start]).iter().rev() {
        if !is_capital(word) || !goes_on(&text[from + word.end..start]) {
            break;
        }
        start = from + word.start;
    }
    &text[start..end]
}

/// True if `text` has all words of the name of a person in `list`, or that name all words of `text`, without titles.
fn is_named_in(explorer: &Explorer, text: &str, list: &BTreeSet<u32>) -> bool {
    let printed = own_words(text);
    let people = entities(explorer, list).filter(|entity| entity.kind == EntityKind::Person);
    let has_all = |one: &[String], other: &[String]| !one.is_empty() && one.iter().all(|word| other.contains(word));
    people.map(|entity| own_words(&entity.name)).any(|own| has_all(&own, &printed) || has_all(&printed, &own))
}

/// The words of a name without titles and initials, folded.
fn own_words(name: &str) -> Vec<String> {
    let folded = words(name).into_iter().map(|word| fold(word.text));
    folded.filter(|word| word.chars().count() >= MIN_NAME_LETTERS && !is_title(word)).collect()
}

/// An entity, those it belongs to, and those a person stands for in this document.
fn lineage(explorer: &Explorer, at: PassageAt, entity: u32) -> BTreeSet<u32> {
    let corpus = explorer.corpus();
    let mut out = BTreeSet::new();
    let mut open = vec![entity];
    if let Some(body) = corpus.bodies.get(at.document as usize) {
        open.extend(
            body.mentions.iter().filter(|mention| mention.entity == entity).filter_map(|mention| mention.affiliation),
        );
    }
    while let Some(next) = open.pop() {
        if out.insert(next) {
            open.extend(corpus.catalogue.entities.get(next as usize).and_then(|entity| entity.parent));
        }
    }
    out
}
