//! The table of decompositions says what the crate says that it was made from.

use entente_text::decompose::{decompose, is_covered, is_mark};
use entente_text::fold::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

fn expected(c: char) -> String {
    let lower = |c: char| c.to_lowercase().filter(|c| !is_combining_mark(*c));
    std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(lower).collect()
}

#[test]
fn every_character_covered_is_taken_apart_as_the_standard_does() {
    let mut count = 0;
    for c in ('\0'..=char::MAX).filter(|c| is_covered(*c)) {
        let mut found = String::new();
        decompose(c, |c| found.push(c));
        assert_eq!(found, expected(c), "{c:?}");
        assert!(!is_combining_mark(c) || is_mark(c), "{c:?}");
        count += 1;
    }
    assert!(count > 50_000);
}

#[test]
fn hangul_taken_apart_folds_to_the_same_as_hangul_whole() {
    for c in '\u{ac00}'..='\u{d7a3}' {
        let apart: String = std::iter::once(c).nfd().collect();
        assert_eq!(fold(&apart), c.to_string());
    }
}

#[test]
fn texts_fold_alike_composed_or_not() {
    for text in ["Zürich", "Việt Nam", "Ἀθήνα", "외교부는 한·미", "Åland", "ガンダム", "naïve façade"]
    {
        let apart: String = text.nfd().collect();
        assert_eq!(fold(&apart), fold(text), "{text}");
    }
}
