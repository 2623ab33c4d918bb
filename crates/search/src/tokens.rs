//! The one analyser: what is indexed and what is asked are cut and folded alike.

use entente_text::words;
use rust_stemmers::{Algorithm, Stemmer};

/// A word as it is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As written, folded; dots of abbreviations left out ("us").
    pub surface: String,
    /// Its stem, for words in Latin script; else the surface.
    pub stem: String,
    /// Byte where it starts.
    pub start: usize,
    /// Byte behind it.
    pub end: usize,
    /// A hyphen or dash and nothing else lies between it and the word before.
    pub joined: bool,
}

/// Cuts and folds texts.
pub struct Analyser {
    stemmer: Stemmer,
}

impl std::fmt::Debug for Analyser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Analyser")
    }
}

impl Default for Analyser {
    fn default() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English) }
    }
}

/// Words shorter than this are their own stem: "us", "un", "nk".
const SHORTEST_STEMMED: usize = 4;

impl Analyser {
    /// The tokens of `text`.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut out: Vec<Token> = Vec::new();
        let mut end = 0;
        for word in words(text) {
            let joined = !out.is_empty() && matches!(&text[end..word.start], "-" | "–" | "‑" | "‐");
            end = word.end;
            let surface = word.folded.replace('.', "");
            // The "s" of a genitive is no word.
            let genitive = surface == "s" && matches!(text[..word.start].chars().next_back(), Some('\'' | '’'));
            if genitive || surface.is_empty() {
                continue;
            }
            let stem = self.stem(&surface);
            out.push(Token { surface, stem, start: word.start, end: word.end, joined });
        }
        out
    }

    /// The stem of a folded word.
    #[must_use]
    pub fn stem(&self, surface: &str) -> String {
        let plain = surface.len() >= SHORTEST_STEMMED && surface.bytes().all(|b| b.is_ascii_lowercase());
        if plain { self.stemmer.stem(surface).into_owned() } else { surface.to_owned() }
    }
}

/// True for scripts whose words carry endings or are not set apart: they are found by their parts.
#[must_use]
pub fn is_unspaced(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{e00}'..='\u{e7f}'))
}

#[cfg(test)]
mod tests {
    use super::Analyser;

    #[test]
    fn words_fold_and_stem_and_abbreviations_lose_their_dots() {
        let tokens = Analyser::default().tokens("The U.S.–ROK Consultations, Zürich’s E.U");
        let found: Vec<(&str, &str, bool)> =
            tokens.iter().map(|t| (t.surface.as_str(), t.stem.as_str(), t.joined)).collect();
        assert_eq!(
            found,
            [
                ("the", "the", false),
                ("us", "us", false),
                ("rok", "rok", false),
                ("consultations", "consult", false),
                ("zurich", "zurich", false),
                ("eu", "eu", false)
            ]
        );
    }
}
