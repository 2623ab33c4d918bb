//! Who vouches for what a sentence says: the document itself, somebody who is quoted, or hearsay.
//!
//! In: a sentence, and the subject of a verb in it. Out: whether the document states it at all, who reports it, and for
//! whom the speaker speaks. "According to the opposition, the President promised" is not a promise of the President: the
//! document does not say that it was made. It judges nobody's truthfulness.

use std::ops::Range;

use super::actors::Subject;
use super::occasions::frames::is_in_set;
use super::view::{Named, Sentence};

/// Words of a source at most, after "according to".
const SOURCE: usize = 8;

/// True if the sentence passes on what others say: "according to" somebody rather than to a paper.
pub(super) fn is_hearsay(sentence: &Sentence) -> bool {
    let according = (1..sentence.words.len())
        .filter(|at| sentence.word(*at) == "to" && matches!(sentence.word(at - 1), "according"));
    for at in according {
        let mut end = at + 1;
        while end < sentence.words.len() && end - at <= SOURCE && (end == at + 1 || sentence.gap_after(end - 1) == " ")
        {
            end += 1;
        }
        if !(at + 1..end).any(|at| is_in_set("vouching-paper", sentence.word(at))) {
            return true;
        }
    }
    false
}

/// "“We commit to peace,” said President Wanjala": who is quoted, where the subject stands in a quote.
pub(super) fn quoted(sentence: &Sentence, subject: &Subject) -> Option<Subject> {
    let before = &sentence.text[sentence.range.start..subject.range.start];
    let inside = before.rfind(['“', '”', '"'])?;
    let straight = before.matches('"').count() % 2 == 1;
    if !(before[inside..].starts_with('“') || before[inside..].starts_with('"') && straight) {
        return None;
    }
    let said = (0..sentence.words.len()).find(|at| is_in_set("quotes", sentence.word(*at)))?;
    let verb = &sentence.words[said];
    let near = |gap: &str| gap.split_whitespace().count() <= 4 && !gap.contains(['“', '”', '"']);
    let named = sentence.named.iter().filter(|name| name.acts()).find(|name| {
        let (from, to) =
            if name.range.start > verb.end { (verb.end, name.range.start) } else { (name.range.end, verb.start) };
        near(sentence.text.get(from..to).unwrap_or("\""))
    })?;
    let (range, entity) = (named.range.clone(), Some(named.entity));
    Some(Subject { range, entity, plural: false, first: subject.first, owner: None })
}

/// For whom a speaker speaks: "on behalf of the Nordic countries", the state or body beside a role, a person's own.
pub(super) fn on_behalf_of(sentence: &Sentence, speaker: &Subject) -> Option<(Range<usize>, Option<u32>)> {
    let named_in = |range: &Range<usize>| sentence.named.iter().find(|name| name.range == *range);
    if let Some(principal) =
        principal(sentence, speaker).filter(|(_, entity)| entity.is_none() || *entity != speaker.entity)
    {
        return Some(principal);
    }
    if let Some(owner) = &speaker.owner {
        return Some((owner.clone(), named_in(owner).map(|name| name.entity)));
    }
    let within = |name: &&Named| speaker.range.start <= name.range.start && name.range.end <= speaker.range.end;
    let person = sentence.named.iter().filter(within).find(|name| Some(name.entity) == speaker.entity)?;
    let body = sentence.named.iter().find(|name| Some(name.entity) == person.affiliation)?;
    Some((body.range.clone(), Some(body.entity)))
}

/// Whom "on behalf of" names: a name, else the words to the end of their part of the sentence.
fn principal(sentence: &Sentence, speaker: &Subject) -> Option<(Range<usize>, Option<u32>)> {
    let of = (2..sentence.words.len())
        .find(|at| sentence.word(*at) == "of" && sentence.word(at - 1) == "behalf" && sentence.word(at - 2) == "on")?;
    // "The work that you do on behalf of consumers": another verb's.
    let parsed = sentence.parse().parsed;
    let own = sentence.words.iter().position(|word| word.start >= speaker.range.start);
    if own.is_some_and(|own| of > own && parsed.clause_at(own) != parsed.clause_at(of)) {
        return None;
    }
    let first = of + 1 + usize::from(sentence.word(of + 1) == "the");
    let from = sentence.words.get(first)?.start;
    if let Some(named) = sentence.named.iter().find(|name| name.acts() && name.range.start == from) {
        return Some((named.range.clone(), Some(named.entity)));
    }
    let end = (first..sentence.words.len()).take(SOURCE).find(|at| sentence.gap_after(*at) != " ")?;
    let range = from..sentence.words[end].end;
    let inside: Vec<u32> = sentence.actors_in(&range).map(|name| name.entity).collect();
    Some((range, if let [one] = inside.as_slice() { Some(*one) } else { None }))
}
