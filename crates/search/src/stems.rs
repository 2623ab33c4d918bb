//! Stems of French, Spanish and German words: plural, gender and the commonest endings come off.
//!
//! In: a folded word, its accents off. Out: its stem, at once the name of all words that have it. They are the light
//! stemmers of Savoy (2006), which find what Snowball's find at a hundredth of the code. English has its own, in the
//! index; a word of another language is looked for in the documents of that language only.

use crate::index::Index;

/// A language with a stemmer of its own here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// German.
    German,
}

impl Language {
    /// The language of a tag like "fr" or "es-MX".
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)? {
            "fr" => Some(Self::French),
            "es" => Some(Self::Spanish),
            "de" => Some(Self::German),
            _ => None,
        }
        .filter(|_| tag.len() == 2 || tag.as_bytes()[2] == b'-')
    }

    /// The stem of a folded word.
    #[must_use]
    pub fn stem(self, word: &str) -> String {
        let mut stem = word.to_owned();
        if word.bytes().all(|b| b.is_ascii_lowercase()) {
            match self {
                Self::French => french(&mut stem),
                Self::Spanish => spanish(&mut stem),
                Self::German => german(&mut stem),
            }
        }
        stem
    }
}

/// The words with the same stem as `surface` that some passage of one of `ranges` has.
pub(crate) fn family(index: &Index, language: Language, ranges: &[std::ops::Range<u32>], surface: &str) -> Vec<u32> {
    let stem = language.stem(surface);
    // An ending may change the letter before it ("nationaux", "voces"): the letters before that are the same.
    let Some(begins) = stem.get(..stem.len().saturating_sub(1)).filter(|begins| begins.len() + 1 >= MIN_STEM_CHARS)
    else {
        return Vec::new();
    };
    let spoken = |word: u32| {
        let inside = |passage: u32| ranges.iter().any(|range| range.contains(&passage));
        index.passages_with(word).any(inside)
    };
    let words = index.words.beginning(begins).filter(|word| {
        let known = index.words.get(*word);
        known.len() <= surface.len() + MAX_ENDING_CHARS && language.stem(known) == stem && spoken(*word)
    });
    words.collect()
}

/// A stem has at least this many letters.
const MIN_STEM_CHARS: usize = 4;
/// An ending has at most this many letters.
const MAX_ENDING_CHARS: usize = 4;

fn cut(word: &mut String, ending: &str) -> bool {
    let ends = word.len() >= MIN_STEM_CHARS + ending.len() - 1 && word.ends_with(ending);
    if ends {
        word.truncate(word.len() - ending.len());
    }
    ends
}

fn french(word: &mut String) {
    if word.len() < 5 {
        return;
    }
    if word.ends_with("aux") && !word.ends_with("eaux") {
        word.truncate(word.len() - 2);
        word.push('l');
        return;
    }
    // "signées", "signés", "signer" and "signé" are one; "européenne" is "européen".
    for ending in ["x", "s", "r", "e", "e"] {
        cut(word, ending);
    }
    let bytes = word.as_bytes();
    if let [.., a, b] = bytes
        && a == b
    {
        word.pop();
    }
}

fn spanish(word: &mut String) {
    if word.len() < 5 {
        return;
    }
    if word.ends_with("ces") {
        // "voces" is "voz".
        word.truncate(word.len() - 3);
        return word.push('z');
    }
    let _ = ["os", "as", "es", "o", "a", "e"].iter().any(|ending| cut(word, ending));
}

fn german(word: &mut String) {
    if word.len() > 5 {
        let _ = ["ern", "nen", "em", "en", "er", "es", "e", "n", "s"].iter().any(|ending| cut(word, ending));
        let _ = word.len() > 5 && ["est", "er", "en"].iter().any(|ending| cut(word, ending));
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn forms_of_a_word_have_one_stem_and_other_words_another() {
        for (tag, words) in [
            ("fr", &["negociation", "negociations"][..]),
            ("fr", &["national", "nationaux", "nationale", "nationales"]),
            ("fr", &["europeen", "europeenne", "europeens"]),
            ("fr", &["signe", "signee", "signees", "signer"]),
            ("es", &["acuerdo", "acuerdos"]),
            ("es", &["reunion", "reuniones"]),
            ("es", &["conjunta", "conjuntas", "conjunto"]),
            ("es", &["capaz", "capaces"]),
            ("de", &["verhandlung", "verhandlungen"]),
            ("de", &["abkommen", "abkommens"]),
            ("de", &["gemeinsame", "gemeinsamen", "gemeinsamer"]),
        ] {
            let language = Language::from_tag(tag).expect("one of them");
            for word in words {
                assert_eq!(language.stem(word), language.stem(words[0]), "{tag} {word}");
            }
        }
        for (tag, one, other) in [("fr", "accord", "accueil"), ("es", "mar", "mal"), ("de", "see", "seen")] {
            let language = Language::from_tag(tag).expect("one of them");
            assert_ne!(language.stem(one), language.stem(other), "{tag}");
        }
        assert_eq!(Language::from_tag("en"), None);
        assert_eq!(Language::from_tag("fra"), None);
        assert_eq!(Language::from_tag("es-MX"), Some(Language::Spanish));
    }
}
