//! Who speaks together: the entities that the words of a speaker name as one list.
//!
//! In: the statements of a document, whose speakers are words. Out: for "Norway and Ghana", "the Leaders of Norway and Ghana" or
//! "Minister Lund and President Mensah" these states or persons. Words that name one of something else ("the treaty between
//! Norway and Ghana", "companies from Norway and Ghana") name no speakers.

use std::ops::Range;

use entente_corpus::{EntityKind, Mention, Party, Statement};
use entente_language::speech_words::is_speech_word;
use entente_text::fold::fold;
use entente_text::order;

use super::{actors_in, is_person};
use crate::occasions::frames::is_in_set;
use crate::view::{Named, View};

/// Names those who speak together in each statement whose speaker is not one entity.
pub(crate) fn name_speakers(view: &View, statements: &mut [Statement]) {
    let mut mentions: Vec<&Mention> = view.body.mentions.iter().collect();
    order::sort_by_key(&mut mentions, |mention| mention.span.start);
    let mut known: Option<(Party, Vec<u32>)> = None;
    for statement in statements {
        let Some(party) = statement.speaker.filter(|party| party.entity.is_none()) else { continue };
        if known.as_ref().is_none_or(|(before, _)| *before != party) {
            known = Some((party, named_together(view, &mentions, party)));
        }
        if let Some((_, entities)) = &known {
            statement.speakers.clone_from(entities);
        }
    }
}

/// The entities that the words of `party` name together; none if they name fewer than two, or something of theirs.
fn named_together(view: &View, mentions: &[&Mention], party: Party) -> Vec<u32> {
    let from = mentions.partition_point(|mention| mention.span.start < party.span.start);
    let first = mentions.get(from).filter(|mention| mention.span.end <= party.span.end);
    let Some(first) = first else { return holders(view, party) };
    let Some(range) = view.reading_range(first.passage, party.span) else { return Vec::new() };
    let text = view.text(first.passage);
    let names: Vec<&Named> = actors_in(view, first.passage, &range).collect();
    let persons: Vec<&Named> = names.iter().copied().filter(|name| is_person(name)).collect();
    let list = match persons.len() {
        0 if is_list(view, text, &range, &names) => names,
        0 | 1 => Vec::new(),
        _ => persons,
    };
    let mut out: Vec<u32> = Vec::new();
    for name in list {
        if !out.contains(&name.entity) {
            out.push(name.entity);
        }
    }
    if out.len() < 2 { Vec::new() } else { out }
}

/// True if names are the members of one list, with nothing but those who stand for them beside it: "the **Leaders of** A, B and
/// C", "the A and B **sides**".
fn is_list(view: &View, text: &str, range: &Range<usize>, names: &[&Named]) -> bool {
    let (Some(first), Some(last)) = (names.first(), names.last()) else { return false };
    let words = |range: Range<usize>| text.get(range).unwrap_or("-").split(|c: char| !c.is_alphanumeric());
    let stands = |word: &str| {
        let word = fold(word);
        word.is_empty() || is_in_set("joins-parties", &word)
    };
    let group = |word: &str| is_in_set("groups", &fold(word)) || is_speech_word("collective", &fold(word));
    let joined = names.windows(2).all(|pair| {
        pair[1].range.start < pair[0].range.end || words(pair[0].range.end..pair[1].range.start).all(stands)
    });
    let after_all = words(last.range.end..range.end).all(|word| stands(word) || group(word));
    // "Foreign Ministers of": the words before the list say who of them speaks.
    let before: Vec<&str> = words(range.start..first.range.start).collect();
    let leads = before.iter().all(|word| stands(word)) || before.iter().any(|word| group(word));
    let is_occasion = before.iter().any(|word| view.patterns.frames.noun(&fold(word)).is_some());
    joined && after_all && leads && !is_occasion && names.iter().all(|name| name.kind != EntityKind::Company)
}

/// The persons whom a list of offices means: "The President and the Prime Minister"; none if one of them is not known.
fn holders(view: &View, party: Party) -> Vec<u32> {
    let words = party.span.of(&view.body.text);
    let passage = view
        .body
        .passages
        .partition_point(|passage| passage.pieces.first().is_some_and(|piece| piece.span.start <= party.span.start));
    let passage = u32::try_from(passage.saturating_sub(1)).unwrap_or(u32::MAX);
    let offices = words.split(" and ").map(|office| view.holder(passage, office, None));
    let known: Option<Vec<u32>> = offices.collect();
    known.filter(|known| known.len() == 2 && known[0] != known[1]).unwrap_or_default()
}
