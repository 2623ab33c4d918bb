//! The language of a document, by its script and its commonest words.

use std::sync::OnceLock;

use entente_corpus::{Basis, Evidence, Fact, MetadataField, Metadatum, PassageKind};
use entente_text::{Span, WordMap};

use super::PassageText;

/// Letters looked at.
const SAMPLE: usize = 20_000;
/// The commonest words of languages in Latin script: a line a language.
const COMMON_WORDS: &str = include_str!("../../data/common-words.tsv");
/// A language's common words make up at least this part of all words.
const COMMON: f32 = 0.08;

/// A part in another language has at least this many letters, an ideograph or a syllable counting as two.
const PART: usize = 60;
/// Fewest words before the commonest of them show a part's language.
const PART_WORDS: usize = 20;
/// Parts in another language that are reported, at most.
const MAX_PARTS: usize = 40;

/// The language, where it shows.
pub(super) fn detect(lines: &[PassageText]) -> Option<Fact<String>> {
    let running = || lines.iter().filter(|line| line.kind != PassageKind::Furniture);
    let text: String = running().flat_map(|line| line.reading.text.chars().chain([' '])).take(SAMPLE).collect();
    let longest = running().max_by_key(|line| line.reading.text.len())?;
    let span = longest.reading.to_source(0..longest.reading.text.len()).unwrap_or(Span::default());
    let evidence = Evidence { passage: Some(longest.index), span };
    let (tag, rule) =
        by_script(&text).map(|tag| (tag, "script")).or_else(|| by_words(&text).map(|tag| (tag, "common-words")))?;
    Some(Fact::new(tag.to_owned(), Basis::Inferred, rule, evidence))
}

/// Parts of the text in another language than `whole`, each at its first passage.
pub(super) fn parts(lines: &[PassageText], whole: &str, all: &mut Vec<Metadatum>) {
    let whole = whole.split('-').next().unwrap_or(whole);
    let mut open: Option<(&str, &str, usize, &PassageText)> = None;
    let mut found = Vec::new();
    for line in lines.iter().filter(|line| line.kind != PassageKind::Furniture) {
        let text = line.reading.text.as_str();
        let Some((tag, rule)) = part(text) else { continue };
        open = match open {
            Some((known, rule, letters, first)) if known == tag => Some((tag, rule, letters + weight(text), first)),
            before => {
                found.extend(before);
                Some((tag, rule, weight(text), line))
            }
        };
    }
    found.extend(open);
    let told = found.into_iter().filter(|(tag, _, letters, _)| *tag != whole && *letters >= PART).take(MAX_PARTS);
    for (tag, rule, _, line) in told {
        super::add(all, MetadataField::LanguageOfPart, line.whole(tag.to_owned(), Basis::Inferred, rule));
    }
}

/// The language of one passage, where it has enough words to tell.
fn part(text: &str) -> Option<(&'static str, &'static str)> {
    if let Some(tag) = by_script(text) {
        return Some((tag, "script"));
    }
    let enough = text.split_whitespace().nth(PART_WORDS - 1).is_some();
    enough.then(|| by_words(text)).flatten().map(|tag| (tag, "common-words"))
}

fn weight(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum()
}

/// Scripts that one language, or hardly another, is written in.
const SCRIPTS: &[(&str, std::ops::RangeInclusive<char>)] = &[
    ("el", '\u{370}'..='\u{3ff}'),
    ("ru", '\u{400}'..='\u{4ff}'),
    ("hy", '\u{530}'..='\u{58f}'),
    ("he", '\u{590}'..='\u{5ff}'),
    ("ar", '\u{600}'..='\u{6ff}'),
    ("hi", '\u{900}'..='\u{97f}'),
    ("bn", '\u{980}'..='\u{9ff}'),
    ("ta", '\u{b80}'..='\u{bff}'),
    ("th", '\u{e00}'..='\u{e7f}'),
    ("lo", '\u{e80}'..='\u{eff}'),
    ("my", '\u{1000}'..='\u{109f}'),
    ("ka", '\u{10a0}'..='\u{10ff}'),
    ("am", '\u{1200}'..='\u{137f}'),
    ("km", '\u{1780}'..='\u{17ff}'),
];
/// Letters of Persian that Arabic has not, and of Ukrainian that Russian has not.
const PERSIAN: &str = "پچژگ";
const UKRAINIAN: &str = "іїєґ";

fn by_script(text: &str) -> Option<&'static str> {
    let (mut letters, mut hangul, mut kana, mut han) = (0_u32, 0_u32, 0_u32, 0_u32);
    let mut others = [0_u32; SCRIPTS.len()];
    let (mut persian, mut ukrainian) = (0_u32, 0_u32);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        match c {
            '\u{ac00}'..='\u{d7a3}' | '\u{3131}'..='\u{318e}' => hangul += 1,
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => han += 1,
            '\u{370}'..='\u{17ff}' => {
                persian += u32::from(PERSIAN.contains(c));
                ukrainian += u32::from(UKRAINIAN.contains(c));
                if let Some(at) = SCRIPTS.iter().position(|(_, range)| range.contains(&c)) {
                    others[at] += 1;
                }
            }
            _ => {}
        }
    }
    // A syllable or an ideograph says as much as two letters.
    let most = |count: u32| letters > 0 && count * 10 >= letters * 3;
    if most(hangul) {
        return Some("ko");
    }
    if kana * 20 >= letters && most(kana + han) {
        return Some("ja");
    }
    if most(han) {
        return Some("zh");
    }
    let at = others.iter().position(|count| most(*count))?;
    match SCRIPTS[at].0 {
        "ar" if persian * 100 >= letters => Some("fa"),
        "ru" if ukrainian * 50 >= letters => Some("uk"),
        tag => Some(tag),
    }
}

/// The languages in the table, in its order.
fn languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    COMMON_WORDS.lines().skip(1).filter_map(|line| line.split_once('\t'))
}

/// For each common word the places in [`languages`] of the languages that have it.
fn languages_of_words() -> &'static WordMap<&'static str, Vec<usize>> {
    static LANGUAGES: OnceLock<WordMap<&'static str, Vec<usize>>> = OnceLock::new();
    LANGUAGES.get_or_init(|| {
        let mut languages_of: WordMap<&'static str, Vec<usize>> = WordMap::default();
        for (at, (_, common)) in languages().enumerate() {
            for word in common.split(' ') {
                languages_of.entry(word).or_default().push(at);
            }
        }
        languages_of
    })
}

fn by_words(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let mut counts = vec![0_usize; languages().count()];
    for places in words.iter().filter_map(|word| languages_of_words().get(word)) {
        places.iter().for_each(|at| counts[*at] += 1);
    }
    let shares = languages().zip(counts).map(|((tag, _), count)| (tag, count as f32 / words.len().max(1) as f32));
    let best = shares.fold(("", 0.0_f32), |best, next| if next.1 > best.1 { next } else { best });
    (best.1 >= COMMON).then_some(best.0)
}

#[cfg(test)]
mod tests {
    use super::{by_script, by_words};

    #[test]
    fn parts_in_another_language_are_told_where_they_begin() {
        let korean =
            "양측은 항만 안전에 관한 협력을 강화하기로 하였으며, 다음 회의를 내년 봄에 서울에서 개최하기로 합의하였다.";
        let text = format!(
            "JOINT STATEMENT\n\nThe heads of the two states met in Seoul and agreed on the plan of the ports.\n\n{korean}\n\n{korean}\n\nOne word: 외교부.\n\n{}\n",
            "The end of the statement is in English. ".repeat(9)
        );
        let source = entente_ingest::Source { file: "x.txt".into(), bytes: text.into_bytes() };
        let (record, body) = entente_ingest::read(&source, &entente_ingest::Settings::default()).expect("a text");
        let parts: Vec<(&str, &str)> = body
            .metadata
            .iter()
            .filter(|datum| datum.field == entente_corpus::MetadataField::LanguageOfPart)
            .map(|datum| (datum.fact.value.as_str(), datum.fact.evidence[0].span.of(&body.text)))
            .collect();
        assert_eq!(parts, [("ko", korean)]);
        assert_eq!(record.language.map(|fact| fact.value).as_deref(), Some("en"));
    }

    #[test]
    fn a_text_that_changes_its_language_without_end_tells_the_first_parts() {
        let korean =
            "양측은 항만 안전에 관한 협력을 강화하기로 하였으며, 다음 회의를 내년 봄에 서울에서 개최하기로 합의하였다.";
        let pair = format!("{korean}\n\n{}\n\n", "The end of the statement is in English. ".repeat(3));
        let source = entente_ingest::Source { file: "x.txt".into(), bytes: pair.repeat(100).into_bytes() };
        let (_, body) = entente_ingest::read(&source, &entente_ingest::Settings::default()).expect("a text");
        let is_part = |datum: &&entente_corpus::Metadatum| datum.field == entente_corpus::MetadataField::LanguageOfPart;
        assert_eq!(body.metadata.iter().filter(is_part).count(), super::MAX_PARTS);
    }

    #[test]
    fn languages_show_by_script_or_words() {
        assert_eq!(by_script("외교부는 ROK와 협의"), Some("ko"));
        assert_eq!(by_script("日本の防衛"), Some("ja"));
        assert_eq!(by_script("新华社北京电"), Some("zh"));
        assert_eq!(by_script("عقد الوزيران اجتماعا في الرباط"), Some("ar"));
        assert_eq!(by_script("وزیران خارجه گفتگو کردند چون پیمان"), Some("fa"));
        assert_eq!(by_script("השרים נפגשו בירושלים"), Some("he"));
        assert_eq!(by_script("Міністри зустрілися в Києві"), Some("uk"));
        assert_eq!(by_script("The ministry (외교부)"), None);
        assert_eq!(by_words("The heads of the two states met in Seoul and agreed to the plan."), Some("en"));
        assert_eq!(by_words("Les ministres des deux pays et le président de la République"), Some("fr"));
        assert_eq!(by_words("Die Minister der beiden Staaten und das Parlament"), Some("de"));
        assert_eq!(by_words("xyz abc"), None);
    }
}
