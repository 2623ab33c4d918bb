//! Persons in Chinese characters and katakana, beside an office: "岸田文雄外務大臣", "ジョン・ケリー米国国務長官", "外交部长王毅".
//!
//! In: a scanned passage. Out: mentions of persons. These scripts put no space around a name, so only an office right beside it
//! and what a name can be made of show where it begins and ends. Where they do not, nothing is found.

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_text::script::{is_han, is_kana, is_katakana};

use super::candidate::{Candidate, Key};
use super::scan::Scan;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::persons::PERSONS;
use crate::gazetteer::places::PLACES;

/// Letters of the longest office of the list.
const MAX_TITLE_CHARS: usize = 8;
/// Letters of the longest country before an office.
const MAX_COUNTRY_CHARS: usize = 12;
/// Letters of a name's reading in brackets, at most.
const MAX_READING_CHARS: usize = 30;
/// Letters of a Japanese name in Chinese characters that is not only a surname.
const FULL_NAME_CHARS: std::ops::RangeInclusive<usize> = 3..=4;
/// Letters of a surname.
const SURNAME_CHARS: usize = 2;
/// Letters of the shortest name in katakana.
const MIN_KATAKANA_CHARS: usize = 3;
/// Letters of a name of another language in Chinese characters.
const FOREIGN_NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=10;
/// Letters of the longest name in katakana, with its dots.
const MAX_KATAKANA_CHARS: usize = 30;

/// The persons of a passage, in order.
pub(crate) fn find(scan: &Scan) -> Vec<Candidate> {
    let text = scan.text;
    if text.is_ascii() {
        return Vec::new();
    }
    let japanese = text.chars().any(is_kana);
    let mut out = Vec::new();
    let mut after = 0;
    for (at, c) in text.char_indices() {
        if at < after || !is_han(c) {
            continue;
        }
        let Some(end) = title_at(text, at) else { continue };
        after = end;
        let found = if japanese { before_title(text, at..end) } else { after_title(text, at..end) };
        out.extend(found);
    }
    out
}

/// The byte after the longest office that begins at byte `at`.
fn title_at(text: &str, at: usize) -> Option<usize> {
    let ends = text[at..].char_indices().skip(1).map(|(next, _)| at + next).chain([text.len()]).take(MAX_TITLE_CHARS);
    ends.filter(|end| PERSONS.han_titles.contains(&text[at..*end])).last()
}

fn person(text: &str, name: Range<usize>, title: Range<usize>, is_surname: bool, state: Option<&str>) -> Candidate {
    let printed = &text[name.clone()];
    let key = if is_surname { format!("~{printed}") } else { printed.to_owned() };
    let within = state.map(|code| Key::new(EntityKind::Country, code));
    let found = Candidate::new(Key::printed(EntityKind::Person, key), name, "person-in-han");
    Candidate { role: Some(title), within, ..found }
}

/// Japanese: the name comes before the office, perhaps with its state between them.
fn before_title(text: &str, title: Range<usize>) -> Option<Candidate> {
    let (end, state) = without_state(text, title.start);
    let end = without_reading(text, end);
    let role = title.start..title.end;
    if text[..end].ends_with(is_katakana) {
        let name = katakana_before(text, end)?;
        let whole = text[name.clone()].contains(is_dot);
        return Some(person(text, name, role, !whole, state));
    }
    if PERSONS.kana_titles.contains(&text[title]) {
        return None;
    }
    let starts = text[..end].char_indices().rev().take_while(|(_, c)| is_han(*c)).map(|(at, _)| at);
    let starts: Vec<usize> = starts.take(FULL_NAME_CHARS.end() + 1).collect();
    let name = starts.last().copied().unwrap_or(end)..end;
    let count = starts.len();
    let fits = (FULL_NAME_CHARS.contains(&count) || count == SURNAME_CHARS) && can_name(&text[name.clone()]);
    fits.then(|| person(text, name, role, count == SURNAME_CHARS, state))
}

/// The byte before the state that ends right before `end`, and its code: "ケリー**米国**国務長官", "ティラソン**米**国務長官".
fn without_state(text: &str, end: usize) -> (usize, Option<&'static str>) {
    let starts = text[..end].char_indices().rev().take(MAX_COUNTRY_CHARS).map(|(at, _)| at);
    let whole = |at: usize| COUNTRIES.glued(&text[at..end]).filter(|(length, _)| at + length == end);
    let found = starts.into_iter().filter_map(|at| Some((at, whole(at)?.1))).last();
    if let Some((at, code)) = found {
        return (at, Some(code));
    }
    let last = text[..end].char_indices().next_back();
    let sign = last.and_then(|(at, _)| Some((at, COUNTRIES.sign(&text[at..end])?.1)));
    match sign.filter(|(at, _)| text[..*at].ends_with(is_katakana)) {
        Some((at, code)) => (at, Some(code)),
        None => (end, None),
    }
}

/// The byte before the brackets that end at `end`: "尹炳世**（ユンビョンセ）**外相".
fn without_reading(text: &str, end: usize) -> usize {
    if !text[..end].ends_with(['）', ')']) {
        return end;
    }
    let mut before = text[..end].char_indices().rev().take(MAX_READING_CHARS);
    before.find(|(_, c)| matches!(c, '（' | '(')).map_or(end, |(at, _)| at)
}

fn is_dot(c: char) -> bool {
    matches!(c, '・' | '＝' | '=' | '･')
}

/// The name in katakana that ends at byte `end`.
fn katakana_before(text: &str, end: usize) -> Option<Range<usize>> {
    let letters = text[..end].char_indices().rev().take_while(|(_, c)| is_katakana(*c) || is_dot(*c));
    let starts: Vec<usize> = letters.map(|(at, _)| at).take(MAX_KATAKANA_CHARS).collect();
    let start = starts.last().copied()?;
    let name = &text[start..end];
    let known = name.split(is_dot).any(|part| {
        COUNTRIES.glued(part).is_some_and(|(length, _)| length == part.len())
            || PLACES.glued(part).is_some_and(|(length, _)| length == part.len())
    });
    let fits = starts.len() >= MIN_KATAKANA_CHARS && !name.starts_with(is_dot) && !name.ends_with(is_dot) && !known;
    fits.then_some(start..end)
}

/// True for Chinese characters that can be a name: neither states nor an ordinary word is among them.
fn can_name(name: &str) -> bool {
    let states = name.chars().all(|c| COUNTRIES.sign(c.encode_utf8(&mut [0; 4])).is_some());
    let word = PERSONS.han_words.iter().any(|word| name.contains(word));
    !states && !word && COUNTRIES.glued(name).is_none()
}

/// Chinese: the name comes after the office.
fn after_title(text: &str, title: Range<usize>) -> Option<Candidate> {
    let rest = &text[title.end..];
    let state = without_state(text, title.start).1;
    let is_foreign = |c: char| PERSONS.foreign_letters.contains(&c) || matches!(c, '·' | '•' | '‧');
    let letters = rest.chars().take_while(|c| is_foreign(*c));
    let foreign: String = letters.take(FOREIGN_NAME_CHARS.end() + 1).collect();
    let foreign = foreign.trim_end_matches(['·', '•', '‧']);
    if FOREIGN_NAME_CHARS.contains(&foreign.chars().count()) && COUNTRIES.glued(foreign).is_none() {
        return Some(person(text, title.end..title.end + foreign.len(), title, false, state));
    }
    let length = chinese_name(rest)?;
    Some(person(text, title.end..title.end + length, title, false, state))
}

/// The bytes of a Chinese name that `rest` begins with: a surname and one or two letters, before something that ends it.
fn chinese_name(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices();
    let (_, surname) = letters.next()?;
    if !PERSONS.han_surnames.contains(&surname) {
        return None;
    }
    let ends = |c: Option<char>| c.is_none_or(|c| !is_han(c) || PERSONS.after_han_name.contains(&c));
    let (_, given) = letters.next().filter(|(_, c)| is_han(*c) && !PERSONS.after_han_name.contains(c))?;
    let two = surname.len_utf8() + given.len_utf8();
    let third = rest[two..].chars().next();
    if ends(third) {
        return Some(two);
    }
    let three = two + third?.len_utf8();
    ends(rest[three..].chars().next()).then_some(three)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::scan::Scan;

    #[test]
    fn persons_beside_their_offices_are_found() {
        let cases: &[(&str, &[&str])] = &[
            ("出張中の高橋太郎外務大臣は", &["高橋太郎"]),
            ("ジョン・スミス米国国務長官（The Honorable John Smith）と", &["ジョン・スミス"]),
            ("スミス長官から、スミス米国防長官に", &["スミス", "スミス"]),
            ("ノルウェー外相とフランス・パリ市長は", &[]),
            ("日米韓外相、両外相、各国首相、次期大統領は", &[]),
            ("中国の李明（リ・メイ）外相と", &["李明"]),
            ("環境大臣と経済産業大臣が", &[]),
            ("外交部长王小明在北京会见挪威首相斯托尔贝格。", &["王小明", "斯托尔贝格"]),
            ("总理李明将访问", &["李明"]),
            ("外交部长会议、总统选举、总理府", &[]),
            ("法国总统马克龙会谈", &["马克龙"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = find(&Scan::new(text)).into_iter().map(|found| &text[found.range]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
