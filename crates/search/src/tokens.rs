//! The one analyser: what is indexed and what is asked are cut and folded alike.

use entente_text::each_word;
use entente_text::fold::fold_into;
use rust_stemmers::{Algorithm, Stemmer};

use crate::korean;

/// A word as it is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As written, folded; dots of abbreviations left out ("us"). Chinese and Japanese are cut into pairs of
    /// characters, each beginning one character later.
    pub surface: String,
    /// Offset of its first byte in the text.
    pub start: usize,
    /// Byte after it.
    pub end: usize,
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

/// There is one kind.
impl PartialEq for Analyser {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Default for Analyser {
    fn default() -> Self {
        Self { stemmer: Stemmer::create(Algorithm::English) }
    }
}

/// Words shorter than this are their own stem: "us", "un", "nk".
const MIN_STEMMED_CHARS: usize = 4;

impl Analyser {
    /// The tokens of `text`.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut out: Vec<Token> = Vec::new();
        self.each(text, |surface, start, end| out.push(Token { surface: surface.to_owned(), start, end }));
        out
    }

    /// The words of `text` as they are looked up.
    #[must_use]
    pub fn surfaces(&self, text: &str) -> Vec<String> {
        let mut out = Vec::new();
        self.each(text, |surface, _, _| out.push(surface.to_owned()));
        out
    }

    /// The words of `text` as a query has them: the "s" of a genitive is not a word. In a text it takes a place, so that
    /// "military readiness" is not found in "the military's readiness".
    #[must_use]
    pub fn asked(&self, text: &str) -> Vec<String> {
        let mut out = Vec::new();
        self.each(text, |surface, start, _| {
            let genitive = surface == "s" && matches!(text[..start].chars().next_back(), Some('\'' | '’'));
            if !genitive {
                out.push(surface.to_owned());
            }
        });
        out
    }

    /// Calls `found` with each token of `text`: surface, first byte, byte after it.
    pub fn each(&self, text: &str, mut found: impl FnMut(&str, usize, usize)) {
        let mut folded = String::new();
        each_word(text, |start, end| {
            let word = &text[start..end];
            if word.is_ascii() {
                // Most words need no tables.
                folded.clear();
                folded.extend(word.chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase()));
            } else {
                fold_into(word, &mut folded);
                folded.retain(|c| c != '.');
                if folded.chars().any(is_ideographic) {
                    return ideographs(text, start, end, &mut folded, &mut found);
                }
            }
            if !folded.is_empty() {
                found(&folded, start, end);
            }
        });
    }

    /// The stem of a folded word; Korean loses its particle.
    #[must_use]
    pub fn stem(&self, surface: &str) -> String {
        if surface.is_ascii() {
            let plain = surface.len() >= MIN_STEMMED_CHARS && surface.bytes().all(|b| b.is_ascii_lowercase());
            return if plain { self.stemmer.stem(surface).into_owned() } else { surface.to_owned() };
        }
        korean::without_particle(surface).to_owned()
    }
}

/// Cuts a run with Chinese or Japanese in it: pairs of characters there, whole stretches of anything else.
fn ideographs(text: &str, start: usize, end: usize, folded: &mut String, found: &mut impl FnMut(&str, usize, usize)) {
    let chars: Vec<(usize, char)> = text[start..end].char_indices().map(|(at, c)| (start + at, c)).collect();
    let after = |n: usize| chars.get(n).map_or(end, |(at, _)| *at);
    let mut n = 0;
    while n < chars.len() {
        let like = is_ideographic(chars[n].1);
        let len = chars[n..].iter().take_while(|(_, c)| is_ideographic(*c) == like).count();
        let (step, pair) = if like && len > 1 { (1, 2) } else { (len, len) };
        let mut at = n;
        while at + pair <= n + len {
            fold_into(&text[chars[at].0..after(at + pair)], folded);
            if !folded.is_empty() {
                found(folded, chars[at].0, after(at + pair));
            }
            at += step;
        }
        n += len;
    }
}

/// Characters of scripts that set no spaces between words: Chinese and Japanese.
#[must_use]
pub fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}')
}

/// True for scripts whose words carry endings or are not set apart: they are found by their parts.
#[must_use]
pub fn is_unspaced(word: &str) -> bool {
    word.chars().any(|c| is_ideographic(c) || korean::is_syllable(c) || matches!(c, '\u{e00}'..='\u{e7f}'))
}

#[cfg(test)]
mod tests {
    use super::Analyser;

    #[test]
    fn words_fold_and_stem_and_abbreviations_lose_their_dots() {
        let analyser = Analyser::default();
        let found = |text: &str| -> Vec<(String, String)> {
            analyser.surfaces(text).into_iter().map(|surface| (surface.clone(), analyser.stem(&surface))).collect()
        };
        let plain = |words: &[(&str, &str)]| -> Vec<(String, String)> {
            words.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        assert_eq!(
            found("The U.S.–ROK Consultations, Zürich’s E.U"),
            plain(&[
                ("the", "the"),
                ("us", "us"),
                ("rok", "rok"),
                ("consultations", "consult"),
                ("zurich", "zurich"),
                ("s", "s"),
                ("eu", "eu")
            ])
        );
        assert_eq!(analyser.asked("Zürich’s E.U, s"), ["zurich", "eu", "s"]);
        assert_eq!(found("외교부는 제4차"), plain(&[("외교부는", "외교부"), ("제4차", "제4차")]));
    }

    #[test]
    fn chinese_and_japanese_are_cut_into_pairs() {
        let tokens = Analyser::default().tokens("日本の外務省は2016年 東");
        let surfaces: Vec<&str> = tokens.iter().map(|token| token.surface.as_str()).collect();
        assert_eq!(surfaces, ["日本", "本の", "の外", "外務", "務省", "省は", "2016", "年", "東"]);
        assert_eq!((tokens[3].start, tokens[3].end), (9, 15));
    }
}
