//! Are the words of a text those of the documents at all? A text in another language, or on another subject, is reported.

use entente_explore::Explorer;
use entente_text::order;

use crate::tokens::tokenize;

/// Bytes of a text whose words are looked up.
const MAX_BYTES: usize = 20_000;
/// Different words that are looked up.
const MAX_WORDS: usize = 300;
/// Different words from which on a share says something.
const MIN_WORDS: usize = 6;

/// True if the documents have fewer than a third of the words of `text`. Numbers, small words, and scripts without spaces do not
/// count, because they do not show the language of a text. False for a text of few words.
///
/// ```
/// use entente_explore::Explorer;
/// use entente_ingest::{Settings, Source, ingest};
/// use entente_verify::is_unfamiliar;
///
/// let text = "The ministers discussed maritime security, fisheries and trade in Tokyo.";
/// let explorer = Explorer::new(ingest(&[Source { file: "a.txt".into(), bytes: text.into() }], &Settings::default()).into());
/// assert!(!is_unfamiliar(&explorer, text));
/// assert!(is_unfamiliar(&explorer, "Pinguine brüten früher, weil das Meereis immer später gefriert."));
/// ```
#[must_use]
pub fn is_unfamiliar(explorer: &Explorer, text: &str) -> bool {
    let end = text.floor_char_boundary(MAX_BYTES.min(text.len()));
    let tokens = tokenize(&text[..end]);
    let tells = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    let sought = tokens
        .iter()
        .filter(|token| token.is_content() && !token.is_solid() && tells(&token.folded))
        .map(|token| token.folded.as_str())
        .take(MAX_WORDS);
    let words = order::set(sought);
    let known = words.iter().filter(|word| explorer.passages_with_word(word) > 0).count();
    words.len() >= MIN_WORDS && known * 3 < words.len()
}
