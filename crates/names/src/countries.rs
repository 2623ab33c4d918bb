//! Countries in running text, precise before complete.

use std::ops::Range;

use entente_corpus::EntityKind;
use entente_text::script::{is_hangul, is_katakana};
use entente_text::words::Word;

use super::candidate::{Candidate, Key};
use super::known::is_capitals;
use super::lexicon::Lexicon;
use super::scan::{Gap, Scan};
use super::state_signs;
use crate::gazetteer::classes::Class;
use crate::gazetteer::countries::{COUNTRIES, Form};

/// Words between a country and the head of an office's name.
const REACH: usize = 5;

/// The countries named in a passage, in order, not overlapping.
pub(crate) fn find(scan: &Scan, lexicon: &Lexicon) -> Vec<Candidate> {
    let (text, words) = (scan.text, &scan.words);
    let mut out: Vec<Candidate> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(end) = languages(scan, at) {
            at = end;
            continue;
        }
        if is_given_name(scan, lexicon, at) || follows_quotation(scan, at) {
            at += 1;
            continue;
        }
        at += match longest(text, words, at) {
            Some((count, found)) => {
                out.extend(found);
                count
            }
            None => 1,
        };
    }
    in_pairs(text, &mut out);
    out
}

/// True for a Korean word right after what is quoted: "“사이버공격”**이란** …" says what a term means, and names no country.
fn follows_quotation(scan: &Scan, at: usize) -> bool {
    let word = &scan.words[at];
    let mut before = scan.text[..word.start].chars().rev();
    let closes = before.next().is_some_and(|c| matches!(c, '"' | '”' | '\'' | '’' | '」' | '』'));
    let quoted = before.next().is_some_and(|c| c.is_alphanumeric() || c == ')');
    closes && quoted && word.text.starts_with(is_hangul)
}

/// Words of the longest list of languages.
const MAX_LANGUAGE_LIST_WORDS: usize = 24;

/// "in English, **Spanish and Russian**": the word after the languages that begin at word `at`, if they are languages there
/// and no peoples.
fn languages(scan: &Scan, at: usize) -> Option<usize> {
    let is_language = |at: usize| scan.has(at, Class::Language) && scan.is_capital(at);
    if !is_language(at) {
        return None;
    }
    // Items of a list, with a comma or "and" between them.
    let (mut end, mut pure) = (at + 1, scan.has(at, Class::PureLanguage));
    while end - at < MAX_LANGUAGE_LIST_WORDS {
        let small = matches!(scan.folded(end), "and" | "or");
        let next = if small { end + 1 } else { end };
        let joins = small || scan.gap(end) == Gap::Comma || scan.gap(end) == Gap::Break && slash(scan, end);
        if !joins || !is_language(next) {
            break;
        }
        pure |= scan.has(next, Class::PureLanguage);
        end = next + 1;
    }
    let before = at.checked_sub(1).map_or("", |before| scan.folded(before));
    let led = Class::LanguageLead.has(before) && matches!(scan.gap(at), Gap::Space | Gap::Break);
    let noun = scan.has(end, Class::LanguageNoun) && matches!(scan.gap(end), Gap::Space | Gap::Join);
    let alone = !matches!(scan.gap(end), Gap::Space | Gap::Join | Gap::Possessive | Gap::Plural)
        || scan.has(end, Class::LanguageAfter);
    let listed = pure && end > at + 1;
    (noun || (led || listed) && alone).then_some(end)
}

fn slash(scan: &Scan, at: usize) -> bool {
    at > 0 && scan.words.get(at).is_some_and(|word| scan.text[scan.words[at - 1].end..word.start].trim() == "/")
}

/// "**Jordan** Smith": a country's name that people bear as well, before one or two words that can be a surname.
fn is_given_name(scan: &Scan, lexicon: &Lexicon, at: usize) -> bool {
    if !scan.has(at, Class::GivenOrCountry) || !scan.is_capital(at) {
        return false;
    }
    let mut end = at + 1;
    while scan.gap(end) == Gap::Space && scan.is_capital(end) && end < at + 4 {
        end += 1;
    }
    let names = |at: usize| {
        let word = scan.folded(at);
        let surname = Class::NameAlso.has(word) || lexicon.can_name_a_person(word) && !lexicon.is_small(word);
        surname && !known_as_country(scan, at) && !is_capitals(scan.words[at].text)
    };
    (at + 2..at + 4).contains(&end) && (at + 1..end).all(names) && !scan.has(end - 1, Class::CountryInNameHead)
}

fn known_as_country(scan: &Scan, at: usize) -> bool {
    spelled(scan.text, &scan.words, at).is_some() || COUNTRIES.short(scan.words[at].text).is_some()
}

/// The country whose name or adjective begins at word `at`, also where it is part of another name: how many words
/// it takes, and its code.
pub(crate) fn at(scan: &Scan, at: usize) -> Option<(usize, &'static str)> {
    let word = scan.words.get(at)?;
    if let Some(key) = COUNTRIES.short(word.text) {
        return Some((1, key));
    }
    let (count, key, _) = spelled(scan.text, &scan.words, at)?;
    Some((count, key))
}

/// What begins at word `at`: how many words it takes, and the countries in them (none for a trap).
fn longest(text: &str, words: &[Word], at: usize) -> Option<(usize, Vec<Candidate>)> {
    let word = &words[at];
    if word
        .text
        .chars()
        .any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'))
    {
        if hands_over(words, at) {
            return Some((1, Vec::new()));
        }
        if let Some(joined) = state_signs::joined(text, words, at) {
            return Some(joined);
        }
        return Some((1, paired(word).unwrap_or_else(|| glued(text, word))));
    }
    if let Some(key) = COUNTRIES.short(word.text) {
        let dot = usize::from(word.text.contains('.') && text[word.end..].starts_with('.'));
        let found = found(key, word.start..word.end + dot, "country-abbreviation", true);
        // "US$12" is money.
        let money = text[word.end..].starts_with('$');
        return Some((1, if money || is_trap(text, words, at, 1) { Vec::new() } else { vec![found] }));
    }
    let (count, key, form) = spelled(text, words, at)?;
    if is_trap(text, words, at, count) {
        return Some((count, Vec::new()));
    }
    let (rule, names) = if form == Form::Demonym { ("country-demonym", false) } else { ("country-name", true) };
    Some((count, vec![found(key, word.start..words[at + count - 1].end, rule, names)]))
}

fn found(code: &str, range: Range<usize>, rule: &'static str, names: bool) -> Candidate {
    Candidate { names, ..Candidate::new(Key::new(EntityKind::Country, code), range, rule) }
}

/// The longest name or adjective that begins at word `at`: its words, code and form.
fn spelled(text: &str, words: &[Word], at: usize) -> Option<(usize, &'static str, Form)> {
    let word = &words[at];
    if !word.text.starts_with(char::is_uppercase) {
        return None;
    }
    let most = COUNTRIES.longest_with(&word.folded).min(words.len() - at);
    let mut phrase = String::new();
    let mut best = None;
    for count in 1..=most {
        let next = &words[at + count - 1];
        if count > 1 {
            phrase.push(' ');
        }
        phrase.push_str(&next.folded);
        // A sentence's end is between no two words of one name.
        let before = count.checked_sub(2).map(|n| &words[at + n]);
        let parts = |before: &Word| {
            // "St. Lucia", "N.Korea": the stop belongs to the short form.
            let between = &text[before.end..next.start];
            let is_initial = before.text.chars().nth(1).is_none();
            let is_address = between.starts_with(". ") && Class::AddressWithStop.has(&before.folded);
            let short = is_address || is_initial && between.starts_with('.');
            between[usize::from(short)..].contains(['.', ',', ';', '(', ')', ':', '/'])
        };
        if before.is_some_and(parts) {
            break;
        }
        if let Some((key, form)) = COUNTRIES.phrase(&phrase).filter(|_| !Class::EverydayNotCountry.has(&phrase)) {
            best = Some((count, key, form));
        }
    }
    best
}

/// True if the words are part of another name.
fn is_trap(text: &str, words: &[Word], at: usize, count: usize) -> bool {
    let first = &words[at];
    let before = at.checked_sub(1).map(|n| &words[n]);
    let adjoins = |a: &Word, b: &Word| text[a.end..b.start].trim().is_empty() || &text[a.end..b.start] == "-";
    if let Some(before) = before
        && adjoins(before, first)
    {
        let is_cased = before.text.starts_with(char::is_uppercase);
        if is_cased && COUNTRIES.is_other_after(&first.folded, &before.folded) {
            return true;
        }
        // "Bank of Korea", "Sea of Japan".
        let head = at.checked_sub(2).map(|n| &words[n]);
        if before.folded == "of"
            && head
                .is_some_and(|head| Class::OfCountryHead.has(&head.folded) && head.text.starts_with(char::is_uppercase))
        {
            return true;
        }
    }
    let after = &words[at + count..];
    let mut last = &words[at + count - 1];
    for word in after.iter().take(REACH) {
        let joins = adjoins(last, word) && !text[last.end..word.start].contains('-');
        let small = matches!(&*word.folded, "and" | "of" | "for" | "the");
        let capital = word.text.starts_with(char::is_uppercase);
        if !joins || !(capital || small) {
            return false;
        }
        // Another country begins a name of its own.
        if capital && (COUNTRIES.short(word.text).is_some() || COUNTRIES.phrase(&word.folded).is_some()) {
            return false;
        }
        if capital && Class::CountryInNameHead.has(&word.folded) {
            return true;
        }
        last = word;
    }
    false
}

/// True if the word hands somebody over and is not India: "범죄인 인도".
fn hands_over(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words[before].text);
    words[at].text.starts_with("인도")
        && ["범죄인", "수형자", "인력", "물품", "시설", "자의"].iter().any(|end| before.ends_with(end))
}

/// The states of a word like "한미동맹".
fn paired(word: &Word) -> Option<Vec<Candidate>> {
    let (pair, codes) = COUNTRIES.pair(word.text)?;
    let rest = &word.text[pair.len()..];
    // "북미" is a continent, too.
    let fits = if rest.is_empty() { pair != "북미" } else { state_signs::goes_on_as_pair(rest) };
    let places = pair.char_indices().map(|(at, c)| word.start + at..word.start + at + c.len_utf8());
    fits.then(|| places.zip(codes).map(|(range, code)| found(code, range, "country-in-pair", false)).collect())
}

/// Names at the start of a word in an unspaced script: all of it in Han and kana, before a particle in Hangul.
fn glued(text: &str, word: &Word) -> Vec<Candidate> {
    let mut out = Vec::new();
    let hangul = word.text.chars().any(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
    let mut at = 0;
    while at < word.text.len() {
        let rest = &word.text[at..];
        match COUNTRIES.glued(rest) {
            Some((length, key))
                if !Class::EverydayNotCountry.has(&rest[..length])
                    && (hangul || !is_inside_katakana(word.text, at, at + length))
                    && (!hangul
                        || rest.len() == length
                        || Class::AfterCountry.has(&rest[length..])
                        || COUNTRIES.glued(&rest[length..]).is_some()) =>
            {
                let range = word.start + at..word.start + at + length;
                out.push(found(key, range, "country-name", true));
                at += length;
            }
            _ if hangul => break,
            _ => match state_signs::in_run(text, word, at) {
                Some((end, states)) => {
                    out.extend(states);
                    at = end;
                }
                None => at += rest.chars().next().map_or(1, char::len_utf8),
            },
        }
    }
    out
}

/// True if a name in katakana is only a part of a longer word: "タイ" of "タイトル".
fn is_inside_katakana(word: &str, start: usize, end: usize) -> bool {
    let name = &word[start..end];
    name.starts_with(is_katakana) && word[..start].ends_with(is_katakana)
        || name.ends_with(is_katakana) && word[end..].starts_with(is_katakana)
}

/// "Korea-Japan", "US–ROK.–Japan": both halves are read as a pair of countries.
fn in_pairs(text: &str, found: &mut [Candidate]) {
    for n in 1..found.len() {
        let between = text[found[n - 1].range.end..found[n].range.start].trim_matches(['.', ' ']);
        if matches!(between, "-" | "–" | "—" | "‑" | "·") {
            found[n - 1].rule = "country-in-pair";
            found[n].rule = "country-in-pair";
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Scan, find};

    #[test]
    fn countries_are_found_as_they_are_written() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            (
                "The Republic of Korea and the United States met.",
                &[("Republic of Korea", "KR"), ("United States", "US")],
            ),
            (
                "The fourth Republic of Korea-United States Consultation",
                &[("Republic of Korea", "KR"), ("United States", "US")],
            ),
            ("the ROK-US summit talks", &[("ROK", "KR"), ("US", "US")]),
            ("“사이버공격”이란 해킹을 말한다. \"위협\"이란 공격이다.", &[]),
            ("“이란”과 \"한국\"이 만났다.", &[("이란", "IR"), ("한국", "KR")]),
            ("US–ROK.–Japan trilateral", &[("US", "US"), ("ROK", "KR"), ("Japan", "JP")]),
            ("Korea-U.S.-Japan Security Directors", &[("Korea", "KR"), ("U.S.", "US"), ("Japan", "JP")]),
            ("the U.K., the U.S., the Netherlands", &[("U.K.", "GB"), ("U.S.", "US"), ("Netherlands", "NL")]),
            ("tell us what is in it, as we are", &[]),
            ("ROK’s dedication and Korea's plan", &[("ROK", "KR"), ("Korea", "KR")]),
            ("North Korea’s continued violation", &[("North Korea", "KP")]),
            ("the Korea Customs Service and the Bank of Korea", &[]),
            ("Korea Hydro and Nuclear Power", &[]),
            ("Korea Internet and Security Agency of the ROK", &[("ROK", "KR")]),
            ("the South China Sea and the East China Sea", &[]),
            ("New Mexico and Latin America", &[]),
            (
                "Papua New Guinea, Guinea and Equatorial Guinea",
                &[("Papua New Guinea", "PG"), ("Guinea", "GN"), ("Equatorial Guinea", "GQ")],
            ),
            ("Niger and Nigeria", &[("Niger", "NE"), ("Nigeria", "NG")]),
            ("New St. Kitts and Nevis Envoy. St. Lucia", &[("St. Kitts and Nevis", "KN"), ("St. Lucia", "LC")]),
            ("Mr Jordan Smith went to Jordan.", &[("Jordan", "JO")]),
            ("between Korea and China(June, 2013)", &[("Korea", "KR"), ("China", "CN")]),
            ("a Korean warship and Japanese officials", &[("Korean", "KR"), ("Japanese", "JP")]),
            ("Korea Japan", &[("Korea", "KR"), ("Japan", "JP")]),
            ("외교부는 한국과 미국의 협의를 대한민국에서 개최", &[("한국", "KR"), ("미국", "US"), ("대한민국", "KR")]),
            ("한미동맹과 한미일 협력", &[("한", "KR"), ("미", "US"), ("한", "KR"), ("미", "US"), ("일", "JP")]),
            ("このタイトルはタイの首都に", &[("タイ", "TH")]),
            ("日本と米国、中国の外相", &[("日本", "JP"), ("米国", "US"), ("中国", "CN")]),
            ("la République de Corée et les États-Unis", &[("République de Corée", "KR"), ("États-Unis", "US")]),
            ("los Estados Unidos y Francia", &[("Estados Unidos", "US"), ("Francia", "FR")]),
            ("the State Department in Washington and Seoul", &[]),
            ("UNITED STATES OF AMERICA", &[("UNITED STATES OF AMERICA", "US")]),
            ("Jeju Island and Maurice, New Jersey", &[]),
            ("이를 위한 수단과 범죄인 인도에 인도는", &[("인도", "IN")]),
            ("The text is in English, Spanish and Russian.", &[]),
            ("the Spanish version and the Russian-language texts; Languages: French, Arabic", &[]),
            ("Arabic, Chinese and French are spoken; he speaks Portuguese.", &[]),
            (
                "in Spanish waters and in French and German cities",
                &[("Spanish", "ES"), ("French", "FR"), ("German", "DE")],
            ),
            ("Actor India Hollis, Jordan Smith, Chad Brown and Georgia Miller spoke", &[]),
            (
                "India Hosts the Jordan Foreign Minister in Georgia.",
                &[("India", "IN"), ("Jordan", "JO"), ("Georgia", "GE")],
            ),
            ("England, Scotland, Wales and Northern Ireland in the United Kingdom", &[("United Kingdom", "GB")]),
            ("turkey is a bird, Turkey is not", &[("Turkey", "TR")]),
            ("N.Korea and S. Korea", &[("N.Korea", "KP"), ("S. Korea", "KR")]),
            ("Plan A. Korea is for it", &[("Korea", "KR")]),
        ];
        for (text, expected) in cases {
            let found = find(&Scan::new(text), &Lexicon::default());
            let found: Vec<(&str, &str)> =
                found.iter().map(|found| (&text[found.range.clone()], found.key.name.as_str())).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
