//! A passage's reading text, cut into words once for all that look for names in it.

use std::ops::Range;

pub(crate) use entente_language::Gap;
use entente_language::lexicon::classes_of;
use entente_language::{Language, Token, tokenize};
use entente_text::words::Word;

use crate::gazetteer::classes::{Class, ClassSet};
use crate::gazetteer::head_nouns::{Head, head_in};
use crate::gazetteer::phrases::is_unspaced;

/// The text and its words.
pub(crate) struct Scan<'a> {
    /// Reading text.
    pub(crate) text: &'a str,
    /// Its words.
    pub(crate) words: Vec<Word<'a>>,
    /// The gap before each.
    pub(crate) gaps: Vec<Gap>,
    /// The classes of each when names are looked for.
    classes: Vec<ClassSet>,
    /// True if most long words are written in capitals: names are looked for in another way then, word after word.
    is_shouted: bool,
}

impl<'a> Scan<'a> {
    /// Cuts `text`.
    pub(crate) fn new(text: &'a str) -> Self {
        let tokens = tokenize(text).tokens;
        let gaps = tokens.iter().map(|token| token.gap).collect();
        let word = |token: Token<'a>| Word {
            start: token.span.start,
            end: token.span.end,
            text: token.text,
            folded: token.folded,
        };
        let words: Vec<Word> = tokens.into_iter().map(word).collect();
        let classes = words.iter().map(|word| ClassSet::of(&word.folded)).collect();
        let is_shouted = are_shouted(&words);
        Self { text, words, gaps, classes, is_shouted }
    }

    /// The classes of word `at`; none after the last.
    fn classes(&self, at: usize) -> ClassSet {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// The kind that word `at` gives to a name that ends in it.
    pub(crate) fn head(&self, at: usize) -> Option<Head> {
        head_in(self.classes(at))
    }

    /// True if word `at` has `class`; false after the last.
    pub(crate) fn has(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    /// The gap before word `at`; a break after the last.
    pub(crate) fn gap(&self, at: usize) -> Gap {
        self.gaps.get(at).copied().unwrap_or(Gap::Break)
    }

    /// Folded word, empty after the last.
    pub(crate) fn folded(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &*word.folded)
    }

    /// True if the full stop after the word belongs to it: "Mr.", "Gen.".
    pub(crate) fn is_abbreviation(&self, at: usize) -> bool {
        classes_of(self.folded(at), Language::English).has(entente_language::Class::Abbreviation)
    }

    /// True if the word begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.text.starts_with(char::is_uppercase))
    }

    /// True if a sentence begins with the word, as far as its stop shows.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        match at.checked_sub(1) {
            None => true,
            Some(before) => {
                self.gap(at) == Gap::Break
                    && self.text[self.words[before].end..self.words[at].start].contains(['.', '!', '?', ':', '•', '°'])
            }
        }
    }

    /// True if most long words are written in capitals.
    pub(crate) fn is_shouted(&self) -> bool {
        self.is_shouted
    }

    /// The bytes of the words from `from` up to but not including `to`; empty at the start of `from` if there are none.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.words.get(from).map_or(self.text.len(), |word| word.start);
        let end = to.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.end);
        start..end.max(start)
    }

    /// Goes over the words from left to right. `glued` gets the run of a word in a script without spaces and says after which
    /// byte to go on; `spaced` gets the index of any other word and says how many words are done.
    pub(crate) fn walk(&self, glued: &mut dyn FnMut(Range<usize>) -> usize, spaced: &mut dyn FnMut(usize) -> usize) {
        let (mut at, mut after) = (0, 0);
        while let Some(word) = self.words.get(at) {
            if word.start < after {
                at += 1;
            } else if !word.text.is_ascii() && word.text.chars().any(is_unspaced) {
                after = glued(word.start..word.end);
                at += 1;
            } else {
                at += spaced(at).max(1);
            }
        }
    }

    /// The index of the first word that starts at or after byte `at`.
    pub(crate) fn word_at(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.start < at)
    }
}

/// True if most long words of a passage are written in capitals.
fn are_shouted(words: &[Word]) -> bool {
    let long = words.iter().filter(|word| word.text.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let (shouted, all) = long.fold((0, 0), |(shouted, all), word| {
        (shouted + usize::from(!word.text.chars().any(char::is_lowercase)), all + 1)
    });
    all > 1 && shouted * 2 > all
}
