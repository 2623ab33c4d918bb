//! Folding: the form in which two spellings of one word are the same.
//!
//! Compatibility forms become what they stand for (full-width to half-width, ligatures apart), lower case,
//! diacritics off, Hangul put together, every quote and dash to its ASCII form, every run of white space to one
//! space, zero-width characters dropped. It does not stem and does not cut words.

use std::borrow::Cow;

use crate::decompose::{composed, decompose};

/// Folds `text`, with white space at both ends taken off.
///
/// ```
/// use entente_text::fold::fold;
///
/// assert_eq!(fold(" Zürich’s  ＡＰＥＣ "), "zurich's apec");
/// assert_eq!(fold(""), "");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    // Most texts have nothing to fold but capitals.
    if text.is_ascii() && is_evenly_spaced(text) {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// True if ASCII `text` has no white space but single blanks between words.
fn is_evenly_spaced(text: &str) -> bool {
    let mut after_blank = true;
    let even = text.bytes().all(|byte| {
        let is_blank = byte == b' ';
        let fits = !(is_blank && after_blank || matches!(byte, b'\t'..=b'\r'));
        after_blank = is_blank;
        fits
    });
    even && !after_blank
}

/// The folded form of a word. A word that is folded already, as most are, is not copied.
#[must_use]
pub fn fold_word(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(fold(word))
}

/// Like [`fold`], into a string that is used again and again.
pub fn fold_into(text: &str, out: &mut String) {
    out.clear();
    for original in text.chars() {
        // Most characters are ASCII: they need no tables.
        if original.is_ascii() {
            let c = if original.is_ascii_whitespace() { ' ' } else { original.to_ascii_lowercase() };
            if !(c == ' ' && (out.is_empty() || out.ends_with(' '))) {
                out.push(c);
            }
            continue;
        }
        fold_char(original, |c| {
            if !(c == ' ' && (out.is_empty() || out.ends_with(' '))) {
                let syllable = put_together(out, c);
                out.push(syllable.unwrap_or(c));
            }
        });
    }
    out.truncate(out.trim_end().len());
}

/// The syllable that `c` makes with the last letter of `out`, which is taken off.
fn put_together(out: &mut String, c: char) -> Option<char> {
    // Single letters of Hangul are rare, and only they need the character before.
    let syllable = matches!(c, '\u{1161}'..='\u{11c2}').then(|| composed(out.chars().next_back()?, c)).flatten()?;
    out.pop();
    Some(syllable)
}

/// Calls `emit` with each folded character of `original`, which is not ASCII; not at all if it is dropped.
fn fold_char(original: char, mut emit: impl FnMut(char)) {
    if let Some(c) = punctuation(original) {
        return emit(c);
    }
    if is_zero_width(original) {
        return;
    }
    decompose(original, |c| emit(punctuation(c).unwrap_or(c)));
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
    use std::borrow::Cow;

    use super::{fold, fold_word};

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
            ("The Two Sides", "the two sides"),
            (" The\tTwo  Sides\r\n", "the two sides"),
            ("the\u{b}two\u{b}", "the\u{b}two"),
            (" ", ""),
            ("", ""),
        ] {
            assert_eq!(fold(left), right, "{left:?}");
        }
    }

    #[test]
    fn a_word_that_is_folded_is_not_copied() {
        for (word, folded, is_copied) in
            [("ports", "ports", false), ("g20", "g20", false), ("Ports", "ports", true), ("ＡＰＥＣ", "apec", true)]
        {
            let found = fold_word(word);
            assert_eq!((found.as_ref(), matches!(found, Cow::Owned(_))), (folded, is_copied), "{word}");
        }
    }
}
