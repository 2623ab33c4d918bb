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
use crate::speaker::Speaker;
use crate::target::target;

/// Most places of a quotation whose speakers are looked for.
const MAX_PLACES: usize = 8;
/// Letters of a word that two names of one person have in common, at least.
const MIN_COMMON_LETTERS: usize = 3;
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
        return Some(!own.is_disjoint(&theirs) || have_common_word(explorer, &own, &theirs));
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

/// True if two names have a word in common: "Mr. Rossi" and "ROSSI Paola".
fn have_common_word(explorer: &Explorer, one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> bool {
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

/// True if `words` have a word of the name of a person in `list`.
fn is_named_in(explorer: &Explorer, text: &str, list: &BTreeSet<u32>) -> bool {
    let printed = long_words(text);
    let people = entities(explorer, list).filter(|entity| entity.kind == EntityKind::Person);
    people.flat_map(|entity| long_words(&entity.name)).any(|word| printed.contains(&word))
}

fn long_words(text: &str) -> Vec<String> {
    let folded = words(text).into_iter().map(|word| fold(word.text));
    folded.filter(|word| word.chars().count() >= MIN_COMMON_LETTERS).collect()
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
