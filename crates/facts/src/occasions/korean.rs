//! Occasions in Korean sentences, whose verb comes last.

use std::ops::Range;

use entente_corpus::{EngagementStatus, EntityKind};
use entente_language::values::DateMention as When;

use crate::view::Sentence;

/// What the verb after an occasion says: whether it was held, or will be. `None` if no verb of taking place follows.
pub(crate) fn status_after(sentence: &Sentence, words: Range<usize>) -> Option<EngagementStatus> {
    let takes_place = |at: &usize| {
        let word = sentence.words[*at].text;
        word.contains("개최")
            || word.starts_with('열')
            || word.contains("참석")
            || word.contains("가졌")
            || word.contains("갖")
    };
    let at = words.into_iter().find(takes_place)?;
    let rest = &sentence.text[sentence.words[at].start..sentence.range.end];
    if rest.contains("않") || rest.contains("취소") {
        return None;
    }
    let future = ["예정", "한다", "될", "열린다", "하기로"].iter().any(|ending| rest.contains(ending));
    Some(if future { EngagementStatus::Planned } else { EngagementStatus::Held })
}

/// The dates said of an occasion: those after its name, else those before it.
pub(crate) fn dates_around<'a>(sentence: &'a Sentence, name: &Range<usize>, next: usize) -> Vec<&'a When> {
    let start = sentence.words.get(name.start).map_or(0, |word| word.start);
    let end = sentence.words.get(next).map_or(sentence.range.end, |word| word.start);
    let after = sentence.dates.iter().filter(|date| date.range.start >= start && date.range.end <= end);
    let after: Vec<&When> = after.collect();
    if !after.is_empty() {
        return after;
    }
    sentence.dates.iter().rev().filter(|date| date.range.end <= start).take(1).collect()
}

/// A place with the particle of place: "서울에서".
pub(crate) fn place(sentence: &Sentence, words: Range<usize>) -> Option<Range<usize>> {
    let start = sentence.words.get(words.start.saturating_sub(8)).map_or(0, |word| word.start);
    let end = sentence.words.get(words.end).map_or(sentence.range.end, |word| word.start);
    let named = sentence.named.iter().find(|name| {
        let rest = sentence.text.get(name.range.end..).unwrap_or("");
        name.kind == EntityKind::Place && start <= name.range.start && name.range.end <= end && rest.starts_with("에서")
    });
    named.map(|name| name.range.clone())
}

/// The byte at which the name of an occasion ends: before the particle of its last word.
pub(crate) fn name_end(sentence: &Sentence, head: usize) -> Option<usize> {
    let word = sentence.words.get(head)?;
    crate::occasion::korean_head(word.text).map(|(_, end)| word.start + end)
}
