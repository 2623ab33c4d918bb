//! Numbers of chapters and their parts, which distinguish numbered headings from numbered paragraphs.

use entente_text::order;

use super::super::blocks::PassageDraft;
use super::Class;
use super::lines::plain;
use super::marks::MAX_PART_DIGITS;

/// The chapters of a text whose parts are numbered below them: "2." where there is a "2.1".
pub(super) struct Chapters {
    numbers: std::collections::BTreeSet<u16>,
    indent: usize,
}

/// Chapters with parts that show that those without are chapters too.
const MIN_CHAPTERS: usize = 3;

/// Words of the longest title of a part.
const MAX_PART_TITLE_WORDS: usize = 12;

impl Chapters {
    pub(super) fn of(text: &str, drafts: &[PassageDraft]) -> Self {
        let parts = || drafts.iter().filter(|draft| matches!(draft.class, Some(Class::Parts(_))));
        let chapter = |draft: &PassageDraft| draft.text(text).split('.').next().and_then(|number| number.parse().ok());
        Self {
            numbers: order::set(parts().filter_map(chapter)),
            indent: parts().map(|draft| draft.indent).min().unwrap_or(0),
        }
    }

    /// The class of `draft`, where it is the heading of a chapter or of a part of one.
    pub(super) fn class(&self, text: &str, draft: &PassageDraft) -> Option<Class> {
        if !draft.alone || draft.indent != self.indent || self.numbers.is_empty() {
            return None;
        }
        let words = draft.text(text);
        self.part(&words, draft.passage.number.map(|number| number.of(text)))
            .or_else(|| self.number(text, draft).map(Class::Number))
    }

    /// "6.1 Error Replies.", "8.1 Network protocol: TCP": a part's title may end on a stop where chapters have parts.
    fn part(&self, words: &str, number: Option<&str>) -> Option<Class> {
        let length = words.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let (number, title) = match number {
            Some(number) => (number, words),
            None => (words[..length].trim_end_matches('.'), words[length..].trim_start()),
        };
        let parts: Vec<&str> = number.split('.').collect();
        let chapter = parts.first().and_then(|first| first.parse().ok())?;
        let counts = parts.len() >= 2 && parts.iter().all(|part| (1..=MAX_PART_DIGITS).contains(&part.len()));
        let short = title.split_whitespace().count() <= MAX_PART_TITLE_WORDS && title.starts_with(char::is_uppercase);
        let titled = short && !title.trim_end_matches('.').contains(". ") && !title.ends_with([';', ',']);
        let near = self.numbers.last().is_some_and(|last| (1..=last + 1).contains(&chapter));
        let known = near && self.numbers.len() >= MIN_CHAPTERS;
        (counts && titled && known).then(|| Class::Parts(u8::try_from(parts.len()).unwrap_or(u8::MAX)))
    }

    /// The number of `draft`, where it is a chapter's heading.
    fn number(&self, text: &str, draft: &PassageDraft) -> Option<u16> {
        let number = draft.passage.number?.of(text).parse().ok()?;
        let words = draft.text(text);
        let titled = plain(words.trim_end_matches('.'));
        let known = self.numbers.contains(&number) || self.numbers.len() >= MIN_CHAPTERS;
        (titled && known).then_some(number)
    }
}
