//! Phrases of known words, found at a word of a text in a time that does not depend on how many are known.
//!
//! In: phrases, each word folded; a `*` at a word's end stands for any ending. Out: the longest phrase
//! that begins at a word. Scripts without spaces are kept apart: there a phrase begins anywhere in a run.

use std::ops::Range;

use entente_text::WordMap;
pub(crate) use entente_text::script::is_hangul_syllable as is_hangul;
use entente_text::words::{Word, words};

/// Shortest stem that may stand before a `*`, in bytes: shorter ones would match half a dictionary.
const SHORTEST_STEM: usize = 3;

/// Known phrases and what each stands for.
pub struct Phrases<T> {
    /// By first word, without its star.
    spaced: WordMap<String, Vec<Phrase<T>>>,
    /// Those of them whose first word has a star, once more: that a word begins with a stem is asked at each of its letters.
    stems: WordMap<String, Vec<Phrase<T>>>,
    /// Bytes of the longest stem.
    longest_stem: usize,
    /// In scripts without spaces, white space taken out.
    glued: WordMap<String, T>,
    /// Characters of the longest of them.
    longest_glued: usize,
}

#[derive(Clone)]
struct Phrase<T> {
    /// Words behind the first.
    rest: Vec<Part>,
    first_is_stem: bool,
    value: T,
}

/// A word of a phrase.
#[derive(Clone, PartialEq)]
struct Part {
    folded: String,
    /// Any ending may follow.
    is_stem: bool,
    /// A comma stands before it.
    comma: bool,
}

/// A phrase found.
pub struct Match<T> {
    /// How many words it takes.
    pub count: usize,
    /// What it stands for.
    pub value: T,
    /// True where every word is matched whole.
    pub(crate) whole: bool,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        let (spaced, stems) = (WordMap::default(), WordMap::default());
        Self { spaced, stems, longest_stem: 0, glued: WordMap::default(), longest_glued: 0 }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; what was added first stays.
    pub(crate) fn add(&mut self, phrase: &str, value: T) {
        let phrase = phrase.trim();
        if phrase.chars().any(is_unspaced) {
            let glued: String = phrase.chars().filter(|c| !c.is_whitespace()).collect();
            self.longest_glued = self.longest_glued.max(glued.chars().count());
            self.glued.entry(glued).or_insert(value);
            return;
        }
        let stem = |word: &Word| phrase[word.end..].starts_with('*');
        let all = words(phrase);
        let mut behind = 0;
        let mut parts = all.iter().map(|word| {
            let comma = phrase[behind..word.start].contains(',');
            behind = word.end;
            Part { folded: word.folded.clone(), is_stem: stem(word) && word.end - word.start >= SHORTEST_STEM, comma }
        });
        let Some(Part { folded: first, is_stem: first_is_stem, .. }) = parts.next() else { return };
        let rest: Vec<Part> = parts.collect();
        let phrase = Phrase { rest, first_is_stem, value };
        let is_new = add_unknown(self.spaced.entry(first.clone()).or_default(), &phrase);
        if is_new && first_is_stem {
            self.longest_stem = self.longest_stem.max(first.len());
            self.stems.entry(first).or_default().push(phrase);
        }
    }

    /// The longest phrase that begins at word `at` of `text`.
    pub fn at(&self, text: &str, words: &[Word], at: usize) -> Option<Match<T>> {
        let word = words.get(at)?;
        let mut best: Option<Match<T>> = None;
        let mut consider = |list: &[Phrase<T>], is_whole: bool| {
            for phrase in list {
                let Some(rest_whole) = follows(text, &words[at..], &phrase.rest) else { continue };
                let found = Match { count: phrase.rest.len() + 1, value: phrase.value, whole: is_whole && rest_whole };
                if best.as_ref().is_none_or(|best| (found.count, found.whole) > (best.count, best.whole)) {
                    best = Some(found);
                }
            }
        };
        if let Some(list) = self.spaced.get(&word.folded) {
            consider(list, true);
        }
        // A stem is as long as the shortest or longer; words are short, so these are few look-ups.
        for (end, _) in word.folded.char_indices().skip(SHORTEST_STEM).take_while(|(end, _)| *end <= self.longest_stem)
        {
            if let Some(list) = self.stems.get(&word.folded[..end]) {
                consider(list, false);
            }
        }
        best
    }

    /// The longest phrase that `text`, in a script without spaces, begins with; white space in it is skipped.
    pub(crate) fn glued(&self, text: &str) -> Option<(usize, T)> {
        let mut phrase = String::new();
        let mut best = None;
        let mut gap = false;
        for (at, c) in text.char_indices() {
            if c == ' ' {
                if gap {
                    break;
                }
                gap = true;
                continue;
            }
            gap = false;
            phrase.push(c);
            if let Some(value) = self.glued.get(&phrase) {
                best = Some((at + c.len_utf8(), *value));
            }
            if !is_unspaced(c) && !c.is_ascii_alphanumeric() || phrase.chars().count() >= self.longest_glued {
                break;
            }
        }
        best
    }
}

/// Adds `phrase` to `list` unless it is there; the value tells whether it was added.
fn add_unknown<T: Copy>(list: &mut Vec<Phrase<T>>, phrase: &Phrase<T>) -> bool {
    let is_new = !list.iter().any(|known| known.rest == phrase.rest && known.first_is_stem == phrase.first_is_stem);
    if is_new {
        list.push(phrase.clone());
    }
    is_new
}

/// Phrases at any place of a run in a script without spaces, and those that run over a space behind it; `fits` says, of the
/// rest of the text and the bytes of a phrase, whether it may stand inside the run.
pub(crate) fn inside<T: Copy>(
    phrases: &Phrases<T>,
    text: &str,
    run: Range<usize>,
    fits: &dyn Fn(&str, usize) -> bool,
) -> Vec<(Range<usize>, T)> {
    let mut out = Vec::new();
    let mut at = run.start;
    while at < run.end {
        let rest = &text[at..];
        match phrases.glued(rest) {
            Some((length, value)) if at == run.start || fits(rest, length) => {
                out.push((at..at + length, value));
                at += length;
            }
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    out
}

/// Characters of the first `length` bytes of `text`, spaces left out.
pub(crate) fn letters(text: &str, length: usize) -> usize {
    text[..length].chars().filter(|c| *c != ' ').count()
}

/// True where the words behind the first are `rest`; the value tells whether all are matched whole.
fn follows(text: &str, words: &[Word], rest: &[Part]) -> Option<bool> {
    let mut whole = true;
    for (n, part) in rest.iter().enumerate() {
        let (before, word) = (&words[n], words.get(n + 1)?);
        let between = &text[before.end..word.start];
        if !joins(between) || between.contains(',') != part.comma {
            return None;
        }
        if word.folded != part.folded {
            if !(part.is_stem && word.folded.starts_with(part.folded.as_str())) {
                return None;
            }
            whole = false;
        }
    }
    Some(whole)
}

/// True for what may stand between two words of one phrase: space, a hyphen, an apostrophe, one comma.
pub(crate) fn joins(between: &str) -> bool {
    between.len() <= 4
        && between
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '\'' | '’' | ',' | '.' | '/'))
        && !between.contains(". ")
}

/// True for letters of scripts that put no space between words, or glue endings to them.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::Phrases;
    use entente_text::words::words;

    #[test]
    fn the_longest_phrase_wins_and_stems_take_endings() {
        let mut phrases = Phrases::default();
        for (phrase, value) in
            [("cyber security", 1), ("cyber secur* threat*", 2), ("terroris*", 3), ("사이버 안보", 4)]
        {
            phrases.add(phrase, value);
        }
        let cases: &[(&str, Option<(usize, i32)>)] = &[
            ("cyber security", Some((2, 1))),
            ("Cyber-security threats", Some((3, 2))),
            ("cyber, and security", None),
            ("cyber. Security", None),
            ("terrorists", Some((1, 3))),
            ("terror", None),
        ];
        for (text, expected) in cases {
            let found = phrases.at(text, &words(text), 0).map(|found| (found.count, found.value));
            assert_eq!(&found, expected, "{text}");
        }
        assert_eq!(phrases.glued("사이버안보는"), Some(("사이버안보".len(), 4)));
        assert_eq!(phrases.glued("사이버 안보 협력"), Some(("사이버 안보".len(), 4)));
    }
}
