//! The word table: which classes a word has in which language.
//!
//! `data/words.tsv` has a line a word: the folded word, its language (`*` for any) and its classes. Months, numbers,
//! scales and currencies come from the tables of their values.
//!
//! The grammars of values need a fifth of that table only. `build.rs` takes out what they ask for (`data/value-classes.tsv`), so
//! that a program that reads values and no clauses, such as the page, does not carry the rest.

use std::sync::OnceLock;

use entente_text::{WordMap, order};

use crate::class::{Class, Classes};
use crate::language::Language;
use crate::values::tables::{CURRENCIES, MONTHS, NUMBERS, SCALES, rows};

/// The table as written.
const WORDS: &str = include_str!("../data/words.tsv");
// `VALUE_WORDS`: classes, tag of the language (`*` for any), and the words, parted by spaces.
include!(concat!(env!("OUT_DIR"), "/value_words.rs"));
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

/// A word that values are read with, its language (`None` for any), and classes of it.
type ValueWord = (&'static str, Option<Language>, Classes);

/// The words that values are read with, sorted: a map of them would cost the page more than the search takes.
fn value_lexicon() -> &'static [ValueWord] {
    static LEXICON: OnceLock<Vec<ValueWord>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon: Vec<ValueWord> = Vec::new();
        for (classes, tag, words) in VALUE_WORDS {
            for word in words.split(' ') {
                lexicon.push((word, Language::from_tag(tag), Classes::all_of(classes)));
            }
        }
        each_value_word(&mut |word, language, classes| lexicon.push((word, language, classes)));
        order::sort_by(&mut lexicon, |one, other| one.0.cmp(other.0));
        lexicon
    })
}

/// The rows of `word`, folded.
fn value_words(word: &str) -> impl Iterator<Item = &'static ValueWord> {
    let lexicon = value_lexicon();
    let from = lexicon.partition_point(|row| row.0 < word);
    lexicon[from..].iter().take_while(move |row| row.0 == word)
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

/// Classes by word and language.
pub(crate) type Lookup = fn(&str, Language) -> WordClasses;

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

/// Those of the classes of `word`, folded, that the grammars of values ask for, in `language`, which is one that values are read
/// in, and in all languages: dates are found in every language, whatever the text's own.
pub(crate) fn value_word_classes_of(word: &str, language: Language) -> WordClasses {
    let mut classes = WordClasses::default();
    for (_, own, row) in value_words(word) {
        classes.anywhere = classes.anywhere.with(*row);
        if own.is_none_or(|own| own == language) {
            classes.own = classes.own.with(*row);
        }
    }
    classes
}

/// Those of the classes of `word`, folded, that the grammars of values ask for; `language` is one that values are read in.
pub(crate) fn value_classes_of(word: &str, language: Language) -> Classes {
    value_word_classes_of(word, language).own
}

/// Those of the classes of `word`, folded, in all languages together that the grammars of values ask for.
pub(crate) fn value_classes_anywhere(word: &str) -> Classes {
    value_word_classes_of(word, Language::English).anywhere
}

#[cfg(test)]
mod tests {
    use entente_text::fold::fold;

    use std::collections::BTreeSet;

    use super::{WORDS, classes_anywhere, classes_of, parse_row, value_classes_anywhere, value_classes_of};
    use crate::{Class, Classes, Language, tokenize};

    /// The languages that texts are read in for values alone, as `build.rs` names them.
    const VALUE_LANGUAGES: [Language; 4] = [Language::English, Language::Korean, Language::Japanese, Language::Chinese];

    /// The classes that the grammars of values ask for: for a word in its language, and for a word in any language.
    fn value_classes() -> [BTreeSet<Class>; 2] {
        let mut out = [BTreeSet::new(), BTreeSet::new()];
        for row in include_str!("../data/value-classes.tsv").lines().skip(1) {
            let (name, asked) = row.split_once('\t').unwrap();
            out[usize::from(asked == "anywhere")].insert(Class::from_name(name).unwrap());
            assert!(matches!(asked, "own" | "anywhere"), "{row}");
        }
        out
    }

    #[test]
    fn the_grammars_of_values_ask_for_the_classes_that_their_words_have() {
        let [own, anywhere] = value_classes();
        // "Class::" and the name, after `has(` of a reader of dates, which asks for a word in any language.
        let of_dates =
            [include_str!("values/date.rs"), include_str!("values/interval.rs"), include_str!("values/when.rs")];
        let others = [
            include_str!("values/amount.rs"),
            include_str!("values/currency.rs"),
            include_str!("values/number.rs"),
            include_str!("values/number/in_words.rs"),
            include_str!("values/number/literal.rs"),
            include_str!("values/ordinal.rs"),
            include_str!("values/quantity.rs"),
            include_str!("values/range.rs"),
            include_str!("token.rs"),
        ];
        // The words of these come from the tables of values.
        let of_tables = ["Month", "NumberWord", "OrdinalWord", "Scale"];
        let mut asked: BTreeSet<String> = BTreeSet::new();
        for source in of_dates.iter().chain(&others) {
            let code = source.split("#[cfg(test)]").next().unwrap();
            for part in code.split("Class::").skip(1) {
                let name: String = part.chars().take_while(char::is_ascii_alphabetic).collect();
                let is_table = of_tables.contains(&name.as_str());
                if !is_table {
                    asked.insert(name);
                }
            }
        }
        let known: BTreeSet<String> = own.iter().chain(&anywhere).map(|class| format!("{class:?}")).collect();
        assert_eq!(asked, known);
        for source in of_dates {
            let code = source.split("#[cfg(test)]").next().unwrap();
            for part in code.split("self.has(").flat_map(|part| part.split("reader.has(")).skip(1) {
                let name = part.split("Class::").nth(1).map(|rest| rest.chars().take_while(char::is_ascii_alphabetic));
                let name: String = name.into_iter().flatten().collect();
                let is_known =
                    of_tables.contains(&name.as_str()) || anywhere.iter().any(|class| format!("{class:?}") == name);
                assert!(is_known, "{name}");
            }
        }
    }

    #[test]
    fn a_word_has_the_same_classes_for_values() {
        let [own, anywhere] = value_classes();
        let list = |classes: Classes, of: &BTreeSet<Class>| -> Vec<Class> {
            of.iter().copied().filter(|class| classes.has(*class)).collect()
        };
        let both: BTreeSet<Class> = own.union(&anywhere).copied().collect();
        for (word, ..) in WORDS.lines().filter_map(parse_row) {
            for language in VALUE_LANGUAGES {
                let (all, for_values) = (classes_of(word, language), value_classes_of(word, language));
                assert_eq!(list(all, &both), list(for_values, &both), "{word}");
            }
            let (all, for_values) = (classes_anywhere(word), value_classes_anywhere(word));
            assert_eq!(list(all, &anywhere), list(for_values, &anywhere), "{word}");
        }
    }

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
