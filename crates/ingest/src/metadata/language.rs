//! The language of a document, by its script and its commonest words.

use entente_corpus::{Basis, Evidence, Fact, PassageKind};
use entente_text::Span;

use super::Line;

/// Letters looked at.
const SAMPLE: usize = 20_000;
/// Commonest words of languages in Latin script.
const WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "in", "that", "for", "with", "is", "on"]),
    ("fr", &["le", "la", "les", "des", "et", "du", "une", "dans", "que", "est"]),
    ("de", &["der", "die", "und", "das", "den", "von", "mit", "ist", "für", "auf"]),
    ("es", &["el", "los", "las", "del", "que", "una", "para", "con", "por", "y"]),
    ("pt", &["os", "das", "dos", "uma", "não", "com", "para", "que", "em", "e"]),
    ("it", &["il", "della", "che", "di", "per", "una", "con", "delle", "gli", "è"]),
    ("id", &["yang", "dan", "dengan", "untuk", "dari", "pada", "dalam", "ini", "di", "oleh"]),
];
/// A language's common words make up at least this part of all words.
const COMMON: f32 = 0.08;

/// The language, where it shows.
pub(crate) fn detect(lines: &[Line]) -> Option<Fact<String>> {
    let running = || lines.iter().filter(|line| line.kind != PassageKind::Furniture);
    let text: String = running().flat_map(|line| line.reading.text.chars().chain([' '])).take(SAMPLE).collect();
    let longest = running().max_by_key(|line| line.reading.text.len())?;
    let span = longest.reading.to_source(0..longest.reading.text.len()).unwrap_or(Span::default());
    let evidence = Evidence { passage: Some(longest.index), span };
    let (tag, rule) =
        by_script(&text).map(|tag| (tag, "script")).or_else(|| by_words(&text).map(|tag| (tag, "common-words")))?;
    Some(Fact::new(tag.to_owned(), Basis::Inferred, rule, evidence))
}

fn by_script(text: &str) -> Option<&'static str> {
    let (mut letters, mut hangul, mut kana, mut han, mut cyrillic, mut arabic) =
        (0_u32, 0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        match c {
            '\u{ac00}'..='\u{d7a3}' | '\u{3131}'..='\u{318e}' => hangul += 1,
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            '\u{600}'..='\u{6ff}' => arabic += 1,
            _ => {}
        }
    }
    // A syllable or an ideograph says as much as two letters.
    let most = |count: u32| letters > 0 && count * 10 >= letters * 3;
    if most(hangul) {
        Some("ko")
    } else if kana * 20 >= letters && most(kana + han) {
        Some("ja")
    } else if most(han) {
        Some("zh")
    } else if most(cyrillic) {
        Some("ru")
    } else if most(arabic) {
        Some("ar")
    } else {
        None
    }
}

fn by_words(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let share =
        |common: &[&str]| words.iter().filter(|word| common.contains(word)).count() as f32 / words.len().max(1) as f32;
    let shares = WORDS.iter().map(|(tag, common)| (*tag, share(common)));
    let best = shares.fold(("", 0.0_f32), |best, next| if next.1 > best.1 { next } else { best });
    (best.1 >= COMMON).then_some(best.0)
}

#[cfg(test)]
mod tests {
    use super::{by_script, by_words};

    #[test]
    fn languages_show_by_script_or_words() {
        assert_eq!(by_script("외교부는 ROK와 협의"), Some("ko"));
        assert_eq!(by_script("日本の防衛"), Some("ja"));
        assert_eq!(by_script("新华社北京电"), Some("zh"));
        assert_eq!(by_script("The ministry (외교부)"), None);
        assert_eq!(by_words("The heads of the two states met in Seoul and agreed to the plan."), Some("en"));
        assert_eq!(by_words("Les ministres des deux pays et le président de la République"), Some("fr"));
        assert_eq!(by_words("Die Minister der beiden Staaten und das Parlament"), Some("de"));
        assert_eq!(by_words("xyz abc"), None);
    }
}
