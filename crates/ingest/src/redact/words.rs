//! Words that announce contact details.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_language::Classes;
use entente_language::lexicon::classes_anywhere;
use entente_names::gazetteer::countries::COUNTRIES;
use entente_names::gazetteer::head_nouns;
use entente_text::fold::fold;
use entente_text::order;

/// What a word is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Says "@" in an address that is written out.
    AtWord,
    /// Stands before the name of a person to turn to.
    ContactLabel,
    /// Says "." in an address that is written out.
    DotWord,
    /// Stands before an extension.
    Extension,
    /// Stands before an e-mail address.
    MailLabel,
    /// Heads a column of names, not only of persons.
    NameColumn,
    /// Is never a part of a person's name.
    OfficeWord,
    /// Heads a column of persons.
    PersonColumn,
    /// Stands before a telephone or fax number.
    PhoneLabel,
    /// Is a surname and an ordinary word.
    SurnameWord,
}

const CLASSES: &[(&str, Class)] = &[
    ("at-word", Class::AtWord),
    ("contact-label", Class::ContactLabel),
    ("dot-word", Class::DotWord),
    ("extension", Class::Extension),
    ("mail-label", Class::MailLabel),
    ("name-column", Class::NameColumn),
    ("office-word", Class::OfficeWord),
    ("person-column", Class::PersonColumn),
    ("phone-label", Class::PhoneLabel),
    ("surname-word", Class::SurnameWord),
];

static TABLE: &str = include_str!("../../data/redact-words.tsv");

/// Words, folded, with their classes.
static WORDS: LazyLock<BTreeMap<String, Vec<Class>>> = LazyLock::new(|| {
    let mut words: BTreeMap<String, Vec<Class>> = BTreeMap::new();
    for (word, classes) in rows() {
        let classes = classes.split(',').filter_map(|name| CLASSES.iter().find(|(known, _)| *known == name));
        words.entry(fold(word)).or_default().extend(classes.map(|(_, class)| *class));
    }
    words
});

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// True if `word`, folded, is of `class`.
pub(super) fn is(word: &str, class: Class) -> bool {
    WORDS.get(word).is_some_and(|classes| classes.contains(&class))
}

/// The folded words of `class`, the longest first.
pub(super) fn longest_first(class: Class) -> Vec<&'static str> {
    let of_class = WORDS.iter().filter(|(_, classes)| classes.contains(&class));
    let mut words: Vec<&'static str> = of_class.map(|(word, _)| word.as_str()).collect();
    order::sort_by_key(&mut words, |word| std::cmp::Reverse(word.len()));
    words
}

/// True if `word`, folded, is never a part of a person's name.
pub(super) fn is_thing(word: &str) -> bool {
    !is(word, Class::SurnameWord) && (is(word, Class::OfficeWord) || head_nouns::is_generic(word))
}

/// True if `word`, folded, is common in ordinary text, so that it is not a name when it is alone.
pub(super) fn is_ordinary(word: &str) -> bool {
    is(word, Class::SurnameWord)
        || is(word, Class::OfficeWord)
        || head_nouns::is_generic(word)
        || head_nouns::is_opener(word)
        || COUNTRIES.phrase(word).is_some()
        || classes_anywhere(word) != Classes::NONE
}

#[cfg(test)]
mod tests {
    use super::{CLASSES, Class, is, is_ordinary, rows};

    #[test]
    fn the_table_is_sorted_and_unique_and_its_classes_are_known() {
        let words: Vec<&str> = rows().map(|(word, _)| word).collect();
        assert!(words.is_sorted_by(|a, b| a < b), "sorted, each once");
        for (word, classes) in rows() {
            let classes: Vec<&str> = classes.split(',').collect();
            assert!(classes.is_sorted_by(|a, b| a < b), "{word}");
            assert!(classes.iter().all(|class| CLASSES.iter().any(|(known, _)| known == class)), "{word}");
        }
        for (_, class) in CLASSES {
            assert!(rows().any(|(word, _)| is(&entente_text::fold::fold(word), *class)), "{class:?}");
        }
    }

    #[test]
    fn ordinary_words_are_told_from_names() {
        assert!(["green", "japan", "the", "office"].iter().all(|word| is_ordinary(word)));
        assert!(["kowalczyk", "doerr", "홍길동"].iter().all(|word| !is_ordinary(word)));
        assert!(is("attn", Class::ContactLabel) && !is("attn", Class::PhoneLabel));
    }
}
