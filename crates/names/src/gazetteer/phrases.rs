//! Phrases of known words, found at a word of a text in a time that does not depend on how many are known.
//!
//! In: phrases, each word folded; a `*` at a word's end stands for any ending. Out: the longest phrase
//! that begins at a word. Scripts without spaces are kept apart: there a phrase begins anywhere in a run.

use std::collections::BTreeMap;
use std::ops::{Bound, Range};

use entente_text::WordMap;
use entente_text::order;
pub(crate) use entente_text::script::is_hangul_syllable as is_hangul;
use entente_text::words::{Word, words};

/// Shortest stem that may come before a `*`, in bytes: shorter ones would match half a dictionary.
const MIN_STEM_BYTES: usize = 3;

/// Known phrases and what each stands for.
pub struct Phrases<T> {
    /// By first word, without its star.
    spaced: WordMap<String, Bucket<T>>,
    /// Those of them that have a star in one of their phrases, by their first bytes, the shortest first: most words begin with none.
    stems: WordMap<[u8; MIN_STEM_BYTES], Vec<String>>,
    /// In scripts without spaces, white space taken out.
    glued: WordMap<String, T>,
    /// Characters of the longest of them.
    longest_glued: usize,
}

/// The phrases with one first word, in the order in which they were added.
struct Bucket<T> {
    phrases: Vec<Phrase<T>>,
    /// Phrases without a stem after the first word, by [`Phrase::key`].
    by_key: BTreeMap<String, usize>,
    /// The other phrases.
    with_stems: Vec<usize>,
}

impl<T> Default for Bucket<T> {
    fn default() -> Self {
        Self { phrases: Vec::new(), by_key: BTreeMap::new(), with_stems: Vec::new() }
    }
}

/// Phrases of a bucket that are compared one by one. More of them are looked up by their words: settings may have thousands of names with
/// one first word.
const MAX_COMPARED: usize = 32;
/// Separates the words of a key. No word contains it.
const WORD_END: char = '\u{1f}';

struct Phrase<T> {
    /// Words after the first.
    rest: Vec<Part>,
    first_is_stem: bool,
    value: T,
}

/// A word of a phrase.
#[derive(PartialEq)]
struct Part {
    folded: String,
    /// Any ending may follow.
    is_stem: bool,
    /// A comma comes before it.
    comma: bool,
}

/// A phrase found.
pub struct Match<T> {
    /// How many words it takes.
    pub count: usize,
    /// What it stands for.
    pub value: T,
    /// True if every word is matched whole.
    pub(crate) whole: bool,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        let (spaced, stems) = (WordMap::default(), WordMap::default());
        Self { spaced, stems, glued: WordMap::default(), longest_glued: 0 }
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
        let mut after = 0;
        let mut parts = all.iter().map(|word| {
            let comma = phrase[after..word.start].contains(',');
            after = word.end;
            Part {
                folded: word.folded.to_string(),
                is_stem: stem(word) && word.end - word.start >= MIN_STEM_BYTES,
                comma,
            }
        });
        let Some(Part { folded: first, is_stem: first_is_stem, .. }) = parts.next() else { return };
        let rest: Vec<Part> = parts.collect();
        if first_is_stem && first.chars().count() >= MIN_STEM_BYTES {
            self.add_stem(&first);
        }
        self.spaced.entry(first).or_default().add(Phrase { rest, first_is_stem, value });
    }

    /// The longest phrase that begins at word `at` of `text`.
    pub fn at(&self, text: &str, words: &[Word], at: usize) -> Option<Match<T>> {
        let word = words.get(at)?;
        let mut best: Option<Match<T>> = None;
        let mut consider = |bucket: &Bucket<T>, is_whole: bool| {
            for phrase in bucket.candidates(text, &words[at..], is_whole) {
                let Some(rest_whole) = follows(text, &words[at..], &phrase.rest) else { continue };
                let found = Match { count: phrase.rest.len() + 1, value: phrase.value, whole: is_whole && rest_whole };
                if best.as_ref().is_none_or(|best| (found.count, found.whole) > (best.count, best.whole)) {
                    best = Some(found);
                }
            }
        };
        if let Some(bucket) = self.spaced.get(&*word.folded) {
            consider(bucket, true);
        }
        for stem in self.stems_of(&word.folded) {
            if let Some(bucket) = self.spaced.get(stem) {
                consider(bucket, false);
            }
        }
        best
    }

    fn add_stem(&mut self, stem: &str) {
        let Some(first) = stem.as_bytes().first_chunk() else { return };
        let stems = self.stems.entry(*first).or_default();
        if !stems.iter().any(|known| known == stem) {
            stems.push(stem.to_owned());
            order::sort_by_key(stems, String::len);
        }
    }

    /// The stems that `word` begins with and goes on after, the shortest first.
    fn stems_of<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a String> {
        let stems = word.as_bytes().first_chunk().and_then(|first| self.stems.get(first));
        let stems = stems.into_iter().flatten();
        stems.filter(|stem| stem.len() < word.len() && word.starts_with(stem.as_str()))
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

impl<T> Phrase<T> {
    /// The words after the first as one string; `None` if one of them is a stem.
    fn key(&self) -> Option<String> {
        let mut key = key_start(self.first_is_stem).to_owned();
        for part in &self.rest {
            if part.is_stem {
                return None;
            }
            push_key(&mut key, part.comma, &part.folded);
        }
        Some(key)
    }
}

/// The start of a key.
fn key_start(first_is_stem: bool) -> &'static str {
    if first_is_stem { "stem" } else { "word" }
}

/// Adds a word to a key.
fn push_key(key: &mut String, comma: bool, folded: &str) {
    if comma {
        key.push(',');
    }
    key.push_str(folded);
    key.push(WORD_END);
}

impl<T> Bucket<T> {
    /// Adds a phrase unless it is known.
    fn add(&mut self, phrase: Phrase<T>) {
        let at = self.phrases.len();
        let is_known = match phrase.key() {
            Some(key) => *self.by_key.entry(key).or_insert(at) != at,
            None => {
                let same = |known: &Phrase<T>| known.rest == phrase.rest && known.first_is_stem == phrase.first_is_stem;
                let is_known = self.with_stems.iter().any(|known| same(&self.phrases[*known]));
                if !is_known {
                    self.with_stems.push(at);
                }
                is_known
            }
        };
        if !is_known {
            self.phrases.push(phrase);
        }
    }

    /// The phrases that may begin at the first of `words`, in the order in which they were added. If the first word is not matched whole,
    /// they have a stem as their first word.
    fn candidates(&self, text: &str, words: &[Word], is_whole: bool) -> Vec<&Phrase<T>> {
        if self.phrases.len() <= MAX_COMPARED {
            return self.phrases.iter().filter(|phrase| is_whole || phrase.first_is_stem).collect();
        }
        let mut found: Vec<usize> = self.with_stems.clone();
        found.retain(|at| is_whole || self.phrases[*at].first_is_stem);
        self.look_up(true, text, words, &mut found);
        if is_whole {
            self.look_up(false, text, words, &mut found);
        }
        found.sort_unstable();
        found.into_iter().map(|at| &self.phrases[at]).collect()
    }

    /// Adds the phrases without further stems whose words are the first of `words`.
    fn look_up(&self, first_is_stem: bool, text: &str, words: &[Word], found: &mut Vec<usize>) {
        let mut key = key_start(first_is_stem).to_owned();
        found.extend(self.by_key.get(&key));
        for pair in words.windows(2) {
            let between = &text[pair[0].end..pair[1].start];
            if !joins(between) {
                break;
            }
            push_key(&mut key, between.contains(','), &pair[1].folded);
            let next = self.by_key.range::<str, _>((Bound::Included(key.as_str()), Bound::Unbounded)).next();
            match next {
                Some((known, at)) if *known == key => found.push(*at),
                Some((known, _)) if known.starts_with(&key) => {}
                _ => break,
            }
        }
    }
}

/// Phrases at any place of a run in a script without spaces, and those that run over a space after it; `fits` says, of the
/// rest of the text and the bytes of a phrase, whether it may be inside the run.
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

/// True if the words after the first are `rest`; the value is true if all are matched whole.
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

/// True for what may be between two words of one phrase: space, a hyphen, an apostrophe, one comma.
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

    #[test]
    fn many_phrases_with_one_first_word_are_found_as_few_are() {
        let given =
            [("council", 1), ("council of alpha", 2), ("council of alph*", 3), ("counci*", 4), ("council, alpha", 5)];
        let (mut few, mut many) = (Phrases::default(), Phrases::default());
        for (phrase, value) in given {
            few.add(phrase, value);
            many.add(phrase, value);
        }
        for n in 0..100 {
            many.add(&format!("council of beta {n}"), 1_000 + n);
            many.add("council of alpha", 9);
        }
        for text in [
            "Council of Alpha",
            "council of alphabets",
            "councils of alpha",
            "council",
            "Council, Alpha",
            "council alpha",
            "Council of Alpha Beta",
        ] {
            let found = |phrases: &Phrases<i32>| {
                phrases.at(text, &words(text), 0).map(|found| (found.count, found.value, found.whole))
            };
            assert_eq!(found(&many), found(&few), "{text}");
        }
        let found = many.at("Council of Beta 57", &words("Council of Beta 57"), 0);
        assert_eq!(found.map(|found| (found.count, found.value)), Some((4, 1_057)));
    }
}
