//! Verbs of headlines: a line with one of them reports something.

use std::sync::OnceLock;

use entente_text::WordSet;

use super::super::head_words::{List, words};

/// True if a verb of headlines stands in `folded`.
pub(crate) fn tells(folded: &str) -> bool {
    folded.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').any(is_verb)
}

/// True if `word`, folded, is a form of one of [`List::Verb`].
pub(crate) fn is_verb(word: &str) -> bool {
    static FORMS: OnceLock<WordSet<String>> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let regular = words(List::Verb).iter().flat_map(|verb| {
            let silent = verb.strip_suffix('e').unwrap_or(verb);
            [format!("{verb}s"), format!("{verb}es"), format!("{verb}ed"), format!("{silent}ed")]
        });
        regular.chain(words(List::VerbForm).iter().map(|&form| form.to_owned())).collect()
    });
    forms.contains(word)
}
