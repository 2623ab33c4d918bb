//! Who says a quotation: the name that the text puts beside it, held against the speaker that the documents have there.
//!
//! Only where both are known is anything said. A person stands for the state or body that the documents give them.

use entente_text::order;
use std::collections::BTreeSet;
use std::ops::Range;

use entente_corpus::{EntityKind, Party, Statement};
use entente_explore::{Explorer, PassageAt};
use entente_language::speech_words::is_quotation_verb;
use entente_text::words;

use crate::matching::{Match, MatchPart, SourcePassage};
use crate::names::{Name, find_names};
use crate::quotations::Quote;
use crate::report::Attribution;
use crate::target::target;
use crate::word_sets::is_in;

/// Words that name who speaks, in the checked text.
#[derive(Clone, Debug)]
pub(crate) struct Speaker {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// The entities that the words can mean.
    pub(crate) entities: BTreeSet<u32>,
}

/// Bytes before and after a quotation in which its speaker is named.
const MAX_SPEAKER_DISTANCE_BYTES: usize = 300;
/// Bytes between a verb of saying and the name that is its subject.
const MAX_APART: usize = 90;
/// Bytes between names that are one subject: "Foreign Minister Park of the Republic of Korea".
const MAX_JOINED: usize = 40;

fn is_saying(word: &str) -> bool {
    is_in("verb", word) || is_quotation_verb(word)
}

/// Who says `quote`, by the words beside it. `sentence` is the one it begins in, `end` where the sentence ends in which it
/// ends; `others` are all quotations of the text.
pub(crate) fn speaker(
    explorer: &Explorer,
    text: &str,
    quote: &Quote,
    sentence: &Range<usize>,
    end: usize,
    others: &[Quote],
) -> Option<Speaker> {
    let at = others.partition_point(|other| other.outer.start < quote.outer.start);
    let before_end = at.checked_sub(1).map_or(0, |before| others[before].outer.end);
    let next_start = others.get(at + 1).map_or(text.len(), |next| next.outer.start);
    let from = sentence.start.max(before_end).max(quote.outer.start.saturating_sub(MAX_SPEAKER_DISTANCE_BYTES));
    let from = text.ceil_char_boundary(from.min(quote.outer.start));
    let to = text.floor_char_boundary(
        end.max(quote.outer.end).min(next_start).min(quote.outer.end + MAX_SPEAKER_DISTANCE_BYTES),
    );
    after(explorer, text, quote.outer.end.min(to)..to).or_else(|| before(explorer, text, from..quote.outer.start))
}

/// A word that says that somebody speaks, by its place: a verb, or "according to".
struct Cue {
    range: Range<usize>,
    is_verb: bool,
}

fn cues(text: &str, range: &Range<usize>) -> Vec<Cue> {
    words(&text[range.clone()])
        .into_iter()
        .filter_map(|word| {
            let (is_verb, is_preposition) = (is_saying(&word.folded), is_in("according", &word.folded));
            let place = range.start + word.start..range.start + word.end;
            (is_verb || is_preposition).then_some(Cue { range: place, is_verb })
        })
        .collect()
}

/// "…,” said X", "…,” X said", "…” — X".
fn after(explorer: &Explorer, text: &str, range: Range<usize>) -> Option<Speaker> {
    let part = &text[range.clone()];
    let names = speakers(explorer, text, &range);
    let first = names.first()?;
    if part.trim_start().starts_with(['—', '–', '―']) {
        return joined(text, &names);
    }
    let cue = cues(text, &range).into_iter().find(|cue| cue.range.start < range.start + MAX_APART * 2)?;
    // "said X", "according to X": the first name after it; "X said": the last before it.
    if first.range.end <= cue.range.start && cue.is_verb {
        let before: Vec<Name> = names.iter().filter(|name| name.range.end <= cue.range.start).cloned().collect();
        return joined(text, &before);
    }
    let follow: Vec<Name> = names.into_iter().filter(|name| name.range.start >= cue.range.end).collect();
    let is_near = follow.first().is_some_and(|name| name.range.start - cue.range.end <= MAX_APART);
    // The cue comes right after the quotation: else it is the verb of another clause.
    let is_inverted = text[range.start..cue.range.start].split_whitespace().count() <= 2;
    if is_near && is_inverted { joined(text, &follow) } else { None }
}

/// "X said: “…", "According to X, “…", "X: “…".
fn before(explorer: &Explorer, text: &str, range: Range<usize>) -> Option<Speaker> {
    let names = speakers(explorer, text, &range);
    let Some(cue) = cues(text, &range).into_iter().next_back() else {
        // A label.
        let is_label = text[range].trim_end().ends_with([':', '：']);
        return if is_label { joined_last(text, &names) } else { None };
    };
    let (earlier, later): (Vec<Name>, Vec<Name>) =
        names.into_iter().partition(|name| name.range.end <= cue.range.start);
    if cue.is_verb {
        let near = earlier.last().filter(|name| cue.range.start - name.range.end <= MAX_APART);
        return near.and_then(|_| joined_last(text, &earlier));
    }
    joined(text, &later)
}

/// Names of those who can speak.
fn speakers(explorer: &Explorer, text: &str, range: &Range<usize>) -> Vec<Name> {
    let entities = &explorer.corpus().catalogue.entities;
    let speaks = |at: &u32| {
        entities.get(*at as usize).is_some_and(|entity| {
            matches!(
                entity.kind,
                EntityKind::Country
                    | EntityKind::Bloc
                    | EntityKind::Organisation
                    | EntityKind::Agency
                    | EntityKind::Company
                    | EntityKind::Media
                    | EntityKind::Person
                    | EntityKind::Forum
            )
        })
    };
    let mut names = find_names(explorer, text, range.clone());
    names.retain_mut(|name| {
        name.entities.retain(speaks);
        !name.entities.is_empty()
    });
    names
}

/// The first names, as far as they follow each other closely.
fn joined(text: &str, names: &[Name]) -> Option<Speaker> {
    let first = names.first()?;
    let mut out = Speaker { range: first.range.clone(), entities: order::set(first.entities.iter().copied()) };
    for name in &names[1..] {
        let between = &text[out.range.end..name.range.start];
        if between.len() > MAX_JOINED || between.contains(['.', ';', ':']) {
            break;
        }
        out.range.end = name.range.end;
        out.entities.extend(&name.entities);
    }
    Some(out)
}

/// The last names, as far as they follow each other closely.
fn joined_last(text: &str, names: &[Name]) -> Option<Speaker> {
    let mut from = names.len().checked_sub(1)?;
    while from > 0 {
        let between = &text[names[from - 1].range.end..names[from].range.start];
        if between.len() > MAX_JOINED
            || between.contains(['.', ';', ':'])
            || words(between).iter().any(|word| is_saying(&word.folded))
        {
            break;
        }
        from -= 1;
    }
    joined(text, &names[from..])
}

/// Compares `speaker` with the speakers at the places of the quotation.
pub(crate) fn attribution(explorer: &Explorer, text: &str, speaker: &Speaker, places: &[Match]) -> Option<Attribution> {
    let mut other: Option<Attribution> = None;
    for found in places.iter().take(8) {
        let MatchPart { passage, range } = found.parts().first()?.clone();
        let SourcePassage { at, reading } = &found.source.passages[passage];
        let Some(source) = speaker_at(explorer, *at, found, passage, range.clone()) else {
            // Where one place does not say who speaks, it may be the one that is meant.
            return None;
        };
        let agrees = related(explorer, *at, &speaker.entities, &source);
        let names: Vec<&str> = source
            .iter()
            .filter_map(|entity| explorer.corpus().catalogue.entities.get(*entity as usize))
            .map(|entity| entity.name.as_str())
            .collect();
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

/// The entities that say the words at a place; `None` if the documents do not name them there.
fn speaker_at(
    explorer: &Explorer,
    at: PassageAt,
    found: &Match,
    passage: usize,
    range: Range<usize>,
) -> Option<BTreeSet<u32>> {
    let body = explorer.corpus().bodies.get(at.document as usize)?;
    let span = found.source.passages.get(passage)?.reading.to_source(range)?;
    let says = |statement: &&Statement| {
        statement.evidence.passage == Some(at.passage) && statement.evidence.span.overlaps(span)
    };
    let mut out = BTreeSet::new();
    for statement in body.statements.iter().filter(says) {
        let entity = |party: &Option<Party>| party.and_then(|party| party.entity);
        if statement.speakers.is_empty() {
            out.insert(entity(&statement.speaker)?);
        }
        out.extend(&statement.speakers);
        out.extend(entity(&statement.on_behalf_of));
    }
    (!out.is_empty()).then_some(out)
}

/// True if one of `named` is, stands for, or belongs to one of `source`, or the other way round.
fn related(explorer: &Explorer, at: PassageAt, named: &BTreeSet<u32>, source: &BTreeSet<u32>) -> bool {
    let above = |list: &BTreeSet<u32>| -> BTreeSet<u32> {
        order::set(list.iter().flat_map(|entity| lineage(explorer, at, *entity)))
    };
    let (named_above, source_above) = (above(named), above(source));
    named.iter().any(|entity| source_above.contains(entity)) || source.iter().any(|entity| named_above.contains(entity))
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
