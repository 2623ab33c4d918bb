//! A passage's reading text, cut into words once for all that look for names in it.

use std::ops::Range;

use entente_text::words::{Word, words};

use crate::gazetteer::classes::Class;
use crate::gazetteer::phrases::is_unspaced;

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// White space, or an abbreviation's full stop and white space.
    Space,
    /// A hyphen, an apostrophe or an ampersand: the words are one.
    Join,
    /// A plural's apostrophe: "Ministers' Meeting".
    Plural,
    /// The apostrophe before a possessive "s".
    Possessive,
    /// A comma.
    Comma,
    /// Anything else, and the beginning.
    Break,
}

/// The text and its words.
pub(crate) struct Scan<'a> {
    /// Reading text.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) words: Vec<Word<'a>>,
    /// What stands before each.
    pub(crate) gaps: Vec<Gap>,
}

impl<'a> Scan<'a> {
    /// Cuts `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        let words = words(text);
        let mut gaps = Vec::with_capacity(words.len());
        for (n, word) in words.iter().enumerate() {
            gaps.push(n.checked_sub(1).map_or(Gap::Break, |n| gap(text, &words[n], word)));
        }
        Self { text, words, gaps }
    }

    /// What stands before word `at`; a break behind the last.
    pub(crate) fn gap(&self, at: usize) -> Gap {
        self.gaps.get(at).copied().unwrap_or(Gap::Break)
    }

    /// Folded word, empty behind the last.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.folded.as_str())
    }

    /// True where the word begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.text.starts_with(char::is_uppercase))
    }

    /// True where a sentence begins with the word, as far as its stop shows.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        match at.checked_sub(1) {
            None => true,
            Some(before) => {
                self.gap(at) == Gap::Break
                    && self.text[self.words[before].end..self.words[at].start].contains(['.', '!', '?', ':', '•', '°'])
            }
        }
    }

    /// True where most long words are written in capitals.
    pub(crate) fn is_shouted(&self) -> bool {
        let long = self.words.iter().filter(|word| word.text.chars().filter(|c| c.is_alphabetic()).count() > 3);
        let (shouted, all) = long.fold((0, 0), |(shouted, all), word| {
            (shouted + usize::from(!word.text.chars().any(char::is_lowercase)), all + 1)
        });
        all > 1 && shouted * 2 > all
    }

    /// The bytes of the words from `from` up to but not including `to`; empty at the start of `from` if there are none.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.words.get(from).map_or(self.text.len(), |word| word.start);
        let end = to.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.end);
        start..end.max(start)
    }

    /// Goes over the words from left to right. `glued` gets the run of a word in a script without spaces and says behind which
    /// byte to go on; `spaced` gets the index of any other word and says how many words are done.
    pub(crate) fn walk(&self, glued: &mut dyn FnMut(Range<usize>) -> usize, spaced: &mut dyn FnMut(usize) -> usize) {
        let (mut at, mut behind) = (0, 0);
        while let Some(word) = self.words.get(at) {
            if word.start < behind {
                at += 1;
            } else if word.text.chars().any(is_unspaced) {
                behind = glued(word.start..word.end);
                at += 1;
            } else {
                at += spaced(at).max(1);
            }
        }
    }

    /// The index of the first word that starts at or behind byte `at`.
    pub(crate) fn word_at(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.start < at)
    }
}

fn gap(text: &str, before: &Word, word: &Word) -> Gap {
    let between = &text[before.end..word.start];
    match between {
        "-" | "‐" | "‑" | "–" | "&" => return Gap::Join,
        "'" | "’" if word.text == "s" || word.text == "S" => return Gap::Possessive,
        "'" | "’" => return Gap::Join,
        _ => {}
    }
    let trimmed = between.trim();
    if trimmed.is_empty() {
        return Gap::Space;
    }
    match trimmed {
        ".-" | ".–" if is_abbreviation(before) => Gap::Join,
        "." if between.starts_with('.') && between.len() > 1 && is_abbreviation(before) => Gap::Space,
        "&" => Gap::Join,
        "'" | "’" if !between.starts_with(' ') => Gap::Plural,
        "," => Gap::Comma,
        _ => Gap::Break,
    }
}

fn is_abbreviation(word: &Word) -> bool {
    let initial = word.text.chars().count() == 1 && word.text.starts_with(char::is_uppercase);
    initial || word.text.contains('.') || Class::Abbreviation.has(&word.folded)
}
