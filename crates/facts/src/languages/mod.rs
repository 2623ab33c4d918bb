//! Statements of sentences in Korean, Japanese and French: the verb and who says it, by each language's own order.
//!
//! Korean and Japanese put the verb last and mark the subject by a particle; French has its subject in front, and its
//! past in two words. In: a sentence. Out: its statements. It reads no other language, and of these only sentences whose
//! subject is somebody who can speak. Verbs are rows of tables; the tests
//! have for each row a sentence that it is found in and one that it is not.

mod french;
mod japanese;
mod korean;

use std::ops::Range;

use entente_corpus::{Modality, Strength};

use super::actors::Subject;
use super::lexicon::Act;
use super::speech::{By, Said};
use super::view::Sentence;

const fn act(modality: Modality, strength: Option<Strength>) -> Act {
    Act { modality, strength }
}

const NOTED: Act = act(Modality::Assessment, Some(Strength::Noted));
const ASSESSED: Act = act(Modality::Assessment, Some(Strength::Assessed));
const CONCURRED: Act = act(Modality::Agreement, Some(Strength::Concurred));
const DECIDED: Act = act(Modality::Agreement, None);
const APPROVED: Act = act(Modality::Agreement, Some(Strength::Approved));
const REAFFIRMED: Act = act(Modality::Reaffirmation, Some(Strength::Reaffirmed));
const PLEDGED: Act = act(Modality::Pledge, Some(Strength::Pledged));
const ANNOUNCED: Act = act(Modality::Announcement, None);
const NEEDED: Act = act(Modality::Need, None);
const OFFERED: Act = act(Modality::Offer, None);
const DONE: Act = act(Modality::MeasureUndertaken, None);

/// What a sentence in one of these languages says. `None` for every other sentence.
pub(super) fn said(sentence: &Sentence) -> Option<Vec<Said>> {
    let text = sentence.as_str();
    if text.contains(|c| matches!(c, '\u{ac00}'..='\u{d7a3}')) {
        return korean::said(sentence).map(|said| vec![said]);
    }
    if text.contains(|c| matches!(c, '\u{3040}'..='\u{30ff}')) {
        return japanese::said(sentence).map(|said| vec![said]);
    }
    french::said(sentence)
}

/// Endings by which Korean and Japanese deny a verb.
const DENIED: &[&str] =
    &["지 않", "지 못", "지는 않", "지도 않", "なかった", "ていない", "しない", "せず", "ません", "ておらず"];

/// The last stem in the tail of a sentence, and its bytes there.
fn last_stem(text: &str, stems: &[(&str, Act)], tail: usize) -> Option<(Act, Range<usize>)> {
    let trimmed = text.trim_end_matches(['.', ' ', '”', '"', '’', '。', '」']);
    let from = trimmed.char_indices().rev().nth(tail - 1).map_or(0, |(at, _)| at);
    // "합의하지 않았다", "合意しなかった": what is denied is not said.
    if DENIED.iter().any(|denied| trimmed[from..].contains(denied)) {
        return None;
    }
    // What is said earlier belongs to clauses inside.
    let found = stems.iter().filter_map(|(stem, act)| trimmed[from..].rfind(stem).map(|at| (from + at, *act)));
    let (at, act) = found.reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    Some((act, at..trimmed.len()))
}

/// A statement of the subject in `words`, where that is somebody: a role or a name at its end.
fn spoken(
    sentence: &Sentence,
    words: Range<usize>,
    roles: &[&str],
    act: Act,
    verb: Range<usize>,
    rule: &'static str,
) -> Option<Said> {
    let printed = sentence.text.get(words.clone())?;
    let named: Vec<_> = sentence.actors_in(&words).collect();
    let named_last = named.last().is_some_and(|name| name.range.end >= words.end);
    let speaks = roles.iter().any(|role| printed.trim_end().ends_with(role)) || named_last;
    let entity = if let [one] = named.as_slice() { Some(one.entity) } else { None };
    let subject = Subject { range: words, entity, plural: true, first: 0, owner: None };
    let from = sentence.range.start;
    let verb = from + verb.start..from + verb.end;
    speaks.then_some(Said { act, verb, by: By::Subject(subject), rule })
}
