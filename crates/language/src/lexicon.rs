//! The word table: which classes a word has in which language.
//!
//! `data/words.tsv` has a line a word: the folded word, its language (`*` for any) and its classes. Months, numbers,
//! scales and currencies come from the tables of their values.

use std::sync::OnceLock;

use entente_text::WordMap;

use crate::class::{Class, Classes};
use crate::language::Language;
use crate::values::tables::{CURRENCIES, MONTHS, NUMBERS, SCALES, rows};

/// The table as written.
const WORDS: &str = include_str!("../data/words.tsv");
/// How many languages the table has.
const LANGUAGES: usize = Language::ALL.len();

/// The classes of a word of the table.
#[derive(Default)]
struct Entry {
    /// By [`Language::index`], with those that it has in any language.
    own: [Classes; LANGUAGES],
    /// In all languages together.
    anywhere: Classes,
}

impl Entry {
    /// Adds classes that the word has in `language`, or in any if that is `None`.
    fn add(&mut self, language: Option<Language>, classes: Classes) {
        self.anywhere = self.anywhere.with(classes);
        let own = match language {
            Some(language) => &mut self.own[language.index()..=language.index()],
            None => &mut self.own[..],
        };
        for set in own {
            *set = set.with(classes);
        }
    }
}

/// The classes of a word, looked up once for all that ask for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordClasses {
    /// In the language that it is read in, and in any language.
    pub(crate) own: Classes,
    /// In all languages together.
    pub(crate) anywhere: Classes,
}

/// All entries: a lookup takes the same time however many words there are.
type Lexicon = WordMap<&'static str, Entry>;

fn read_lexicon() -> Lexicon {
    let mut lexicon = Lexicon::default();
    let mut add = |word, language, classes| {
        let entry: &mut Entry = lexicon.entry(word).or_default();
        entry.add(language, classes);
    };
    for (word, language, classes) in WORDS.lines().filter_map(parse_row) {
        add(word, language, classes);
    }
    each_value_word(&mut add);
    lexicon
}

/// Word, language (`None` for any) and classes of a line; `None` for a comment or a line that is not one of the table.
fn parse_row(line: &'static str) -> Option<(&'static str, Option<Language>, Classes)> {
    let mut columns = line.split('\t');
    let (word, tag, names) = (columns.next()?, columns.next()?, columns.next()?);
    let language = if tag == "*" { None } else { Some(Language::from_tag(tag)?) };
    let mut classes = Classes::NONE;
    for name in names.split(',') {
        classes = classes.with(Classes::of(Class::from_name(name)?));
    }
    Some((word, language, classes))
}

/// Calls `add` for each word that the tables of values have, with its language and classes.
fn each_value_word(add: &mut dyn FnMut(&'static str, Option<Language>, Classes)) {
    for [word, _, _] in rows(MONTHS) {
        add(word, None, Classes::of(Class::Month));
    }
    for [word, tag, kind, _] in rows(NUMBERS) {
        let class = match kind {
            "cardinal" | "native" => Class::NumberWord,
            "ordinal" => Class::OrdinalWord,
            _ => continue,
        };
        if let Some(language) = Language::from_tag(tag) {
            add(word, Some(language), Classes::of(class));
        }
    }
    for [word, tag, _, written] in rows(SCALES) {
        // "m" and "b" are scales beside a currency only.
        if matches!(written, "word" | "glued") {
            add(word, Language::from_tag(tag), Classes::of(Class::Scale));
        }
    }
    for [form, _, written, _, _] in rows(CURRENCIES) {
        if written == "word" && !form.contains(' ') {
            add(form, None, Classes::of(Class::Currency));
        }
    }
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(read_lexicon)
}

/// The classes of `word`, folded, in `language`.
#[must_use]
pub fn classes_of(word: &str, language: Language) -> Classes {
    word_classes_of(word, language).own
}

/// The classes of `word`, folded, in `language` and in all languages.
pub(crate) fn word_classes_of(word: &str, language: Language) -> WordClasses {
    let Some(entry) = lexicon().get(word) else { return WordClasses::default() };
    let own = entry.own.get(language.index()).copied().unwrap_or_default();
    WordClasses { own, anywhere: entry.anywhere }
}

/// The classes of `word`, folded, in all languages together.
#[must_use]
pub fn classes_anywhere(word: &str) -> Classes {
    lexicon().get(word).map_or(Classes::NONE, |entry| entry.anywhere)
}

#[cfg(test)]
mod tests {
    use entente_text::fold::fold;

    use super::{WORDS, classes_of, parse_row};
    use crate::{Class, Language, tokenize};

    #[test]
    fn the_table_is_sorted_unique_and_every_line_is_understood() {
        let mut last = ("", "");
        for line in WORDS.lines().skip(1) {
            assert!(parse_row(line).is_some(), "not understood: {line}");
            let mut columns = line.split('\t');
            let key = (columns.next().unwrap(), columns.next().unwrap());
            assert!(last < key, "{line:?} stands after {last:?}");
            assert_eq!(fold(key.0), key.0, "folded in the table");
            let printed = if key.0.contains('.') { key.0.to_uppercase() } else { key.0.to_owned() };
            assert_eq!(tokenize(&printed).len(), 1, "{} is one token", key.0);
            let names: Vec<&str> = columns.next().unwrap().split(',').collect();
            assert!(names.is_sorted_by(|a, b| a < b), "classes of {key:?} are sorted and unique");
            assert_eq!(columns.next(), None, "{line}");
            last = key;
        }
    }

    #[test]
    fn a_word_has_the_classes_of_its_language() {
        assert!(classes_of("the", Language::English).has(Class::Article));
        assert!(classes_of("der", Language::German).has(Class::Article));
        assert!(!classes_of("der", Language::English).has(Class::Article));
        assert!(classes_of("xyzzy", Language::English).is_empty());
        assert!(classes_of("", Language::English).is_empty());
    }
}
