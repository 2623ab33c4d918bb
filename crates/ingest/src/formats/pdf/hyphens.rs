//! What is hidden between two lines of a paragraph: hyphens that only part a word, breaks inside words.
//!
//! In: two lines. Out: how many bytes of the first one's end are hidden with the break, or nothing where a blank
//! stands there. Whether a word is written with its hyphen is told by how the document writes it elsewhere.

use std::collections::BTreeSet;

use super::page::Line;

/// Of this many lines that end inside Korean words, one with a blank at its end shows that blanks are printed.
const BLANKS: usize = 12;

/// The words of a document.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: BTreeSet<String>,
    /// Lines that end with a word print the blank behind it.
    blanks: bool,
}

impl Words {
    /// The words of `pages`, those at the ends of lines aside.
    pub(super) fn of(pages: &[Vec<Line>]) -> Self {
        let mut out = Self::default();
        let (mut blanks, mut lines) = (0, 0);
        for line in pages.iter().flatten() {
            let text = line.text().to_lowercase();
            let mut words: Vec<&str> = text.split_whitespace().collect();
            words.pop();
            let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
            out.known.extend(words.into_iter().map(bare).filter(|word| !word.is_empty()));
            if text.ends_with(is_hangul) {
                lines += 1;
                blanks += usize::from(line.blank);
            }
        }
        out.blanks = blanks * BLANKS >= lines && blanks > 0;
        out
    }

    /// Bytes hidden at the end of `a`, where it and `b` are read without a blank between them.
    pub(super) fn hides(&self, a: &Line, b: &Line) -> Option<usize> {
        let (before, behind) = (a.text(), b.text());
        let last = before.chars().next_back()?;
        let first = behind.chars().next()?;
        if last == '\u{ad}' {
            return Some(last.len_utf8());
        }
        if matches!(last, '-' | '\u{2010}') {
            let head = before[..before.len() - last.len_utf8()].split_whitespace().next_back()?;
            let tail = behind.split_whitespace().next()?;
            let parts = head.ends_with(char::is_alphabetic) && first.is_lowercase();
            let written = |joint: &str| {
                let word = format!("{head}{joint}{tail}").to_lowercase();
                self.known.contains(word.trim_matches(|c: char| !c.is_alphanumeric()))
            };
            // "Korea-\nrelated" keeps its hyphen, and a word written with one elsewhere too.
            let name = head
                .rsplit(['-', '/'])
                .next()
                .is_some_and(|part| part.chars().filter(|c| c.is_uppercase()).count() >= 2);
            let keeps = !parts || name || (written("-") && !written(""));
            return if keeps { head.ends_with(char::is_alphanumeric).then_some(0) } else { Some(last.len_utf8()) };
        }
        let solid = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '、' | '。' | '，');
        let korean = is_hangul(last) && is_hangul(first) && self.blanks && !a.blank;
        ((solid(last) && solid(first)) || korean).then_some(0)
    }
}

fn is_hangul(c: char) -> bool {
    ('\u{ac00}'..='\u{d7a3}').contains(&c)
}
