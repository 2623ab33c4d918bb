//! Folding: the form in which two spellings of one word are the same.
//!
//! NFKC (full-width to half-width, ligatures apart), lower case, diacritics off, every quote and
//! dash to its ASCII form, every run of white space to one space, zero-width characters dropped.
//! It does not stem and does not cut words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A folded text with the way back to the one it was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each **byte** of `text`, the byte offset in the original of the character it came from;
    /// one more entry at the end holds the original's length.
    pub offsets: Vec<u32>,
}

/// Folds `text` and keeps, for every byte, where it came from.
#[must_use]
pub fn fold_with_offsets(text: &str) -> Folded {
    let mut out = Folded { text: String::with_capacity(text.len()), offsets: Vec::with_capacity(text.len() + 1) };
    for (at, original) in text.char_indices() {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        fold_char(original, |c| {
            if c == ' ' && out.text.ends_with(' ') {
                return;
            }
            out.text.push(c);
            out.offsets.extend(std::iter::repeat_n(at, c.len_utf8()));
        });
    }
    out.offsets.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    out
}

/// Folds `text`, with white space at both ends taken off.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for original in text.chars() {
        fold_char(original, |c| {
            if !(c == ' ' && (out.is_empty() || out.ends_with(' '))) {
                out.push(c);
            }
        });
    }
    out.truncate(out.trim_end().len());
    out
}

/// Calls `emit` with each folded character of `original`: none for what folds away.
fn fold_char(original: char, mut emit: impl FnMut(char)) {
    // Most text is ASCII: it needs no tables.
    if original.is_ascii() {
        return emit(if original.is_ascii_whitespace() { ' ' } else { original.to_ascii_lowercase() });
    }
    if let Some(c) = punctuation(original) {
        return emit(c);
    }
    if is_zero_width(original) {
        return;
    }
    // Hangul syllables would fall apart into letters under NFKD and are their own folded form.
    if matches!(original, '\u{AC00}'..='\u{D7A3}') {
        return emit(original);
    }
    for c in std::iter::once(original).nfkd() {
        if is_combining_mark(c) {
            continue;
        }
        for c in c.to_lowercase() {
            if !is_combining_mark(c) {
                emit(punctuation(c).unwrap_or(if c.is_whitespace() { ' ' } else { c }));
            }
        }
    }
}

fn punctuation(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '＇' | '′' => '\'',
        '“' | '”' | '„' | '‟' | '＂' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' | '﹣' => '-',
        'º' | '˚' => '°',
        c if c.is_whitespace() => ' ',
        _ => return None,
    })
}

/// Characters that take no room and change no word: they would hide a match from a reader.
#[must_use]
pub fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{fold, fold_with_offsets};

    #[test]
    fn spellings_of_one_word_fold_to_one_form() {
        for (left, right) in [
            ("Zürich", "zurich"),
            ("ＡＰＥＣ", "apec"),
            ("ROK–US", "rok-us"),
            ("Leaders’", "leaders'"),
            ("cyber\u{200B}security", "cybersecurity"),
            ("a\u{A0}\n b", "a b"),
            ("외교부", "외교부"),
        ] {
            assert_eq!(fold(left), right, "{left:?}");
        }
    }

    #[test]
    fn every_folded_byte_knows_where_it_came_from() {
        let text = "Zü\u{200B}rich  ok";
        let folded = fold_with_offsets(text);
        assert_eq!(folded.text, "zurich ok");
        assert_eq!(folded.offsets.len(), folded.text.len() + 1);
        let r = folded.text.find('r').unwrap();
        assert_eq!(&text[folded.offsets[r] as usize..][..1], "r");
    }
}
