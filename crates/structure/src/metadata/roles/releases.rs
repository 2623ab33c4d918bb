//! Words without which no line says that it is a release.

use std::sync::LazyLock;

use entente_corpus::DocumentKind;
use entente_text::WordSet;
use entente_text::words::words;

use super::super::head_words::{self, List};
use super::super::kind;
use super::is_eastern;

/// False for a line that is neither a note on the release nor the words for one: it has none of their words. Most lines have not,
/// and to find the role of a line takes a hundred times as long.
pub(crate) fn has_word_of_release(line: &str) -> bool {
    line.contains(is_eastern) || words(line).iter().any(|word| WORDS.contains(&*word.folded))
}

/// The first word of each note on the release and of each name of a release, and the last word of each name that ends a line.
static WORDS: LazyLock<WordSet<String>> = LazyLock::new(|| {
    let named = kind::words_of_titles(DocumentKind::PressRelease);
    let first = head_words::words(List::ReleaseNote).iter().copied().chain(named);
    let first = first.filter_map(|name| words(name).into_iter().next());
    let last = head_words::words(List::ReleaseEnd).iter().filter_map(|end| words(end).into_iter().next_back());
    first.chain(last).map(|word| word.folded.into_owned()).collect()
});

#[cfg(test)]
mod tests {
    use entente_corpus::DocumentKind;

    use super::super::super::head_words::{List, words};
    use super::super::super::kind::words_of_titles;
    use super::super::{Role, role};
    use super::has_word_of_release;

    #[test]
    fn every_line_that_says_that_it_is_a_release_has_one_of_the_words() {
        let notes = words(List::ReleaseNote).iter().map(|note| format!("{note} 2 May 2014"));
        let titles = words_of_titles(DocumentKind::PressRelease).map(|title| format!("2 May 2014 {title}"));
        let ends = words(List::ReleaseEnd).iter().map(|end| format!("MINISTER OF PORTS {}", end.to_uppercase()));
        let lines: Vec<String> = notes.chain(titles).chain(ends).collect();
        let is_release =
            |line: &&String| matches!(role(line), Role::ReleaseNote | Role::Kind(DocumentKind::PressRelease));
        let found: Vec<&String> = lines.iter().filter(is_release).collect();
        assert!(found.len() * 3 > lines.len(), "{found:?}");
        assert!(found.into_iter().all(|line| has_word_of_release(line)));
        assert!(!has_word_of_release("The ports of the two states are open."));
    }
}
