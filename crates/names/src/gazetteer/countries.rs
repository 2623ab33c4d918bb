//! Countries and territories: codes, names, demonyms, abbreviations.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use entente_text::fold::fold;
use entente_text::words::words;
use entente_text::{WordMap, order};

/// What sort of form a country's name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// "Republic of Korea", "한국".
    Name,
    /// "Korean".
    Demonym,
}

/// Former states, by the codes that they had: ISO 3166-1 no longer lists them.
pub(crate) const FORMER: &[&str] = &["CS", "DD", "SU", "YU"];

/// Letters of the longest sign of a state.
const MAX_SIGN_CHARS: usize = 2;

/// The table, ready to be asked.
pub struct Countries {
    /// Folded words, joined by a space, to code and form.
    phrases: WordMap<String, (&'static str, Form)>,
    /// Abbreviations as printed, without a last full stop.
    shorts: WordMap<&'static str, &'static str>,
    /// Names in scripts without spaces between words, or with endings glued to them.
    glued: WordMap<&'static str, &'static str>,
    /// All names and codes of a country, folded, for filters.
    known: BTreeMap<&'static str, Vec<String>>,
    /// Languages with the folded names and abbreviations that they have for countries.
    by_language: BTreeMap<&'static str, BTreeSet<String>>,
    /// The shortest name of a country in English.
    labels: BTreeMap<&'static str, &'static str>,
    /// Words before a name that make another place of it.
    before: BTreeMap<&'static str, Vec<&'static str>>,
    /// Korean words of one syllable a state, the longest first, with the states' codes.
    pairs: Vec<(&'static str, Vec<&'static str>)>,
    /// Letters that stand for a state beside another state, with the state's code.
    signs: BTreeMap<&'static str, &'static str>,
    /// Words of the longest phrase that begins with a word.
    longest: WordMap<String, usize>,
}

/// The table of this build.
pub static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut countries = Countries {
        phrases: WordMap::default(),
        shorts: WordMap::default(),
        glued: WordMap::default(),
        known: BTreeMap::new(),
        by_language: BTreeMap::new(),
        labels: BTreeMap::new(),
        before: BTreeMap::new(),
        pairs: Vec::new(),
        signs: BTreeMap::new(),
        longest: WordMap::default(),
    };
    // Our own rows go first: they say what an everyday word means ("Korea").
    countries.read(include_str!("../../data/countries-own.tsv"));
    countries.read(include_str!("../../data/countries.tsv"));
    countries.read_words(include_str!("../../data/country-words.tsv"));
    countries
});

impl Countries {
    /// Code and form of a phrase of folded words.
    pub fn phrase(&self, words: &str) -> Option<(&'static str, Form)> {
        self.phrases.get(words).copied()
    }

    /// Words of the longest phrase that begins with `word` (folded); 0 if none does.
    pub(crate) fn longest_with(&self, word: &str) -> usize {
        self.longest.get(word).copied().unwrap_or_default()
    }

    /// Code of an abbreviation, as printed.
    pub fn short(&self, word: &str) -> Option<&'static str> {
        self.shorts.get(word).copied()
    }

    /// The longest name in an unspaced script that `text` starts with, and its code.
    pub(crate) fn glued(&self, text: &str) -> Option<(usize, &'static str)> {
        let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(16);
        ends.filter_map(|end| self.glued.get(&text[..end]).map(|code| (end, *code))).last()
    }

    /// True for a code of the table, in any case.
    #[cfg(test)]
    pub(crate) fn is_code(&self, code: &str) -> bool {
        self.known.contains_key(code.to_uppercase().as_str())
    }

    /// The code that `code` is in any case.
    pub(crate) fn code(&self, code: &str) -> Option<&'static str> {
        self.known.get_key_value(code.to_uppercase().as_str()).map(|(code, _)| *code)
    }

    /// The country's shortest name in English.
    pub(crate) fn label(&self, code: &str) -> Option<&'static str> {
        self.labels.get(code).copied()
    }

    /// True if `language`, such as "en", calls a country by these words.
    pub(crate) fn is_name_in(&self, language: &str, words: &str) -> bool {
        self.by_language.get(language).is_some_and(|names| names.contains(&fold(words)))
    }

    /// Everything by which a filter may call the country.
    pub(crate) fn known_as(&self, code: &str) -> Vec<String> {
        let mut known = self.known.get(code).cloned().unwrap_or_default();
        known.push(code.to_lowercase());
        order::sort(&mut known);
        known.dedup();
        known
    }

    /// True if `before` makes another place of the folded name after it: "New Mexico".
    pub(crate) fn is_other_after(&self, name: &str, before: &str) -> bool {
        self.before.get(name).is_some_and(|words| words.contains(&before))
    }

    /// The pair of states that a Korean word begins with, and their codes.
    pub(crate) fn pair(&self, word: &str) -> Option<(&'static str, &[&'static str])> {
        self.pairs.iter().find(|(pair, _)| word.starts_with(pair)).map(|(pair, codes)| (*pair, codes.as_slice()))
    }

    /// The letter or letters that `text` begins with and that stand for a state beside another one: their bytes and the state's code.
    pub(crate) fn sign(&self, text: &str) -> Option<(usize, &'static str)> {
        let ends = text.char_indices().skip(1).map(|(at, _)| at).chain([text.len()]).take(MAX_SIGN_CHARS);
        ends.filter_map(|end| Some((end, *self.signs.get(text.get(..end)?)?))).last()
    }

    fn read_words(&mut self, table: &'static str) {
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            if let (Some(kind), Some(word), Some(values)) = (cells.next(), cells.next(), cells.next()) {
                let values: Vec<&str> = values.split(' ').collect();
                match kind {
                    "before" => {
                        self.before.insert(word, values);
                    }
                    "sign" => {
                        self.signs.extend(values.first().map(|code| (word, *code)));
                    }
                    _ => self.pairs.push((word, values)),
                }
            }
        }
        order::sort_by_key(&mut self.pairs, |(pair, _)| std::cmp::Reverse(pair.len()));
    }

    fn read(&mut self, table: &'static str) {
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (Some(code), Some(language), Some(form), Some(text)) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                continue;
            };
            if form != "demonym" {
                self.by_language.entry(language).or_default().insert(fold(text));
                self.known.entry(code).or_default().push(fold(text));
            }
            if form == "name" && language == "en" {
                let label = self.labels.entry(code).or_insert(text);
                if text.len() < label.len() {
                    *label = text;
                }
            }
            match form {
                "short" => {
                    self.shorts.entry(text).or_insert(code);
                }
                "name" if matches!(language, "ko" | "ja" | "zh") => {
                    self.glued.entry(text).or_insert(code);
                }
                "name" | "demonym" => {
                    let kind = if form == "name" { Form::Name } else { Form::Demonym };
                    let folded: Vec<String> = words(text).iter().map(|word| word.folded.to_string()).collect();
                    if let Some(first) = folded.first() {
                        let longest = self.longest.entry(first.clone()).or_default();
                        *longest = folded.len().max(*longest);
                    }
                    self.phrases.entry(folded.join(" ")).or_insert((code, kind));
                }
                _ => {}
            }
        }
    }
}
