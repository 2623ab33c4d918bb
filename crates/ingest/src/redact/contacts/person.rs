//! The words of a person's name, by script.

use std::ops::Range;

use entente_names::gazetteer::persons::PERSONS;
use entente_text::fold::fold;
use entente_text::script::{is_han, is_hangul_syllable, is_kana};

use super::super::words::{Class, is, is_ordinary};
use super::OWNER_WINDOW_BYTES;

/// Most words of a name.
const MAX_NAME_WORDS: usize = 5;
/// Most words between a Korean label and the name after it.
const MAX_HANGUL_LABEL_WORDS: usize = 7;

/// Endings of Korean and Chinese offices.
const OFFICE_ENDINGS: &[char] =
    &['과', '국', '실', '팀', '처', '청', '부', '課', '部', '局', '室', '係', '科', '处', '處', '司', '会', '会'];

/// True if `words`, a name as printed, very likely name a person: they have a given name, a Korean surname or an initial. In a
/// script without capitals, only the words around it identify a name, so any word with letters counts.
pub(in super::super) fn is_likely(words: &str) -> bool {
    let folded = fold(words);
    let parts: Vec<&str> =
        folded.split(|c: char| c.is_whitespace() || ",.-".contains(c)).filter(|part| !part.is_empty()).collect();
    let cased = words.contains(char::is_lowercase) || words.contains(char::is_uppercase);
    if !cased {
        return words.contains(char::is_alphabetic);
    }
    // "ACO" in "Seattle ACO" is not a surname.
    let short = |word: &str| word.chars().count() <= 4 && word.chars().all(char::is_uppercase);
    let acronym =
        words.split(' ').skip(1).filter(|word| !word.contains('.')).any(short) && words.contains(char::is_lowercase);
    let korean = (2..=4).contains(&parts.len())
        && (PERSONS.is_surname(parts[0]) || PERSONS.is_surname(parts[parts.len() - 1]))
        && !parts.iter().any(|part| is_ordinary(part) && !PERSONS.is_surname(part));
    // "M. Kowalczyk"; "B. HALTING TERRORIST FINANCING" is a heading.
    let long: Vec<&&str> = parts.iter().filter(|part| part.chars().count() > 1).collect();
    let initial = long.len() == 1 && parts.len() >= 2 && long[0].chars().count() > 2 && !is_ordinary(long[0]);
    let given = parts.len() >= 2 && parts.iter().any(|part| PERSONS.is_given(part));
    given || (korean || initial) && !acronym
}

/// The person whose name begins at `at`, titles aside.
pub(super) fn person(text: &str, at: usize, surely: bool) -> Option<Range<usize>> {
    let near = &text[at..text.floor_char_boundary((at + OWNER_WINDOW_BYTES).min(text.len()))];
    let first = near.chars().find(|c| c.is_alphabetic())?;
    let found = if is_hangul_syllable(first) {
        hangul(near)
    } else if is_han(first) || is_kana(first) {
        ideographs(near)
    } else if first.is_lowercase() || first.is_uppercase() {
        cased(near, surely)
    } else {
        uncased(near)
    }?;
    Some(at + found.start..at + found.end)
}

/// The words of a line between blanks, with the offsets of their first bytes.
fn tokens(line: &str) -> Vec<(usize, &str)> {
    line.split([' ', '\u{a0}'])
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

/// "Jan Doe", "Ms. Anna van der Berg", "DOE, Jan", "Mr Doe".
fn cased(near: &str, surely: bool) -> Option<Range<usize>> {
    let line = near
        .split([
            '\n', '\t', '|', '(', ')', ';', '<', '>', '[', ']', '/', '"', '"', '&', ':', '{', '}', '!', '?', '=', '@',
        ])
        .next()?;
    let (mut start, mut end) = (None, 0);
    let (mut count, mut titled, mut commas) = (0, false, 0);
    for (at, word) in tokens(line) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let folded = fold(bare);
        if start.is_none() && (PERSONS.is_courtesy(&folded) || PERSONS.is_title(&folded)) {
            titled = true;
            continue;
        }
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        let particle = start.is_some()
            && matches!(
                folded.as_str(),
                "van"
                    | "von"
                    | "der"
                    | "den"
                    | "de"
                    | "da"
                    | "di"
                    | "del"
                    | "bin"
                    | "al"
                    | "el"
                    | "la"
                    | "le"
                    | "dos"
                    | "ter"
            );
        let name_like = bare.chars().next().is_some_and(char::is_uppercase)
            && letters > 0
            && bare.chars().all(|c| c.is_alphabetic() || "-'.".contains(c));
        // "Mary Bishop" is a name, "Mary Poole Bishop" a name with an office after it.
        let office = is(&folded, Class::OfficeWord) || PERSONS.is_title(&folded) && count > 1;
        if !(particle || name_like && !office) || count == MAX_NAME_WORDS {
            break;
        }
        let from = at + word.find(bare).unwrap_or(0);
        start.get_or_insert(from);
        end = from + bare.len();
        count += usize::from(!particle);
        let closes = word[word.find(bare).unwrap_or(0) + bare.len()..].chars().next();
        // "Doe, Jan" goes on; "Jan Doe, Director" does not.
        match closes {
            Some(',') if count == 1 && commas == 0 => commas = 1,
            Some('.') if letters == 1 => {}
            None => {}
            _ => break,
        }
    }
    let start = start?;
    let words: Vec<String> = line[start..end].split(' ').map(fold).collect();
    let written = line[start..end].split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().count() > 2);
    let named = written && count >= 2 && !words.iter().all(|word| is_ordinary(word.trim_matches(',')));
    let lone = count == 1
        && line[start..end].chars().count() >= 3
        && !words.iter().any(|word| is_ordinary(word.trim_matches(',')));
    let end = if count == 1 { start + line[start..end].trim_end_matches(',').len() } else { end };
    let after = near[end..].trim_start_matches(' ');
    let ends = after.is_empty() || after.starts_with(['\n', '\t', '(', ',', '|']);
    (named || lone && (titled || surely && ends)).then_some(start..end)
}

/// "홍길동 사무관", "북미1과 홍길동 서기관", "과장 홍길동", "홍 길 동".
fn hangul(near: &str) -> Option<Range<usize>> {
    let line = near.split(['\n', '\t', '|', ';', '<', '"', ':', '@']).next()?;
    let mut before_title = true;
    let words: Vec<(usize, &str)> = line
        .split(|c: char| c.is_whitespace() || "(),/·☎".contains(c))
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + line[start + word.len()..].chars().next().map_or(0, char::len_utf8);
            Some((start, word))
        })
        .filter(|(_, word)| !word.is_empty())
        .take(MAX_HANGUL_LABEL_WORDS)
        .collect();
    for (n, (at, word)) in words.iter().enumerate() {
        let syllables = word.chars().count();
        let all = word.chars().all(is_hangul_syllable);
        let surname = word.chars().next().is_some_and(|c| PERSONS.is_hangul_surname(c));
        let next = words.get(n + 1).map(|(_, next)| *next);
        let titled = next.is_some_and(is_hangul_title) || n > 0 && is_hangul_title(words[n - 1].1);
        let details = next.is_none_or(|next| next.starts_with(|c: char| c.is_ascii_digit() || c == '+'));
        let office = word.ends_with(OFFICE_ENDINGS);
        let shape = all && surname && (2..=4).contains(&syllables) && !is_hangul_title(word) && !is_known(word);
        // Most words of two syllables are not names.
        let alone = syllables == 3 && !office && (before_title || details);
        if shape && (titled || alone) {
            return Some(*at..at + word.len());
        }
        // Set with blanks.
        let letters: Vec<&(usize, &str)> = words[n..]
            .iter()
            .take_while(|(_, word)| word.chars().count() == 1 && word.chars().all(is_hangul_syllable))
            .collect();
        if surname && letters.len() == 3 {
            let last = letters[letters.len() - 1];
            return Some(*at..last.0 + last.1.len());
        }
        before_title = is_hangul_title(word);
    }
    None
}

/// True if `word` is a label, so that the name comes after it.
fn is_known(word: &str) -> bool {
    let word = fold(word);
    [Class::ContactLabel, Class::NameColumn, Class::PersonColumn, Class::PhoneLabel, Class::MailLabel]
        .into_iter()
        .any(|class| is(&word, class))
}

pub(super) fn is_hangul_title(word: &str) -> bool {
    PERSONS.hangul_titles.contains(word)
        || ["주무관", "사무관", "서기관", "행정관", "연구관", "연구원", "팀장", "국장", "과장", "계장", "담당관"]
            .contains(&word)
}

/// "田中 太郎", "王小明".
fn ideographs(near: &str) -> Option<Range<usize>> {
    let line = near.split(['\n', '\t', '|', '(', ';', '<', ',', ':', '/', '"', '、', '，', '。']).next()?;
    let is = |word: &str| word.chars().all(|c| is_han(c) || is_kana(c));
    let words = tokens(line);
    for (n, (at, word)) in words.iter().enumerate().take(4) {
        let length = word.chars().count();
        if !is(word) || word.ends_with(OFFICE_ENDINGS) {
            continue;
        }
        let next = words.get(n + 1).filter(|(_, next)| is(next) && (1..=3).contains(&next.chars().count()));
        if (1..=3).contains(&length)
            && let Some((from, next)) = next
        {
            return Some(*at..from + next.len());
        }
        if (2..=4).contains(&length) {
            return Some(*at..at + word.len());
        }
    }
    None
}

/// A name in a script without capitals: the words up to what ends them.
fn uncased(near: &str) -> Option<Range<usize>> {
    let line = near.split(|c: char| "\n\t|()،؛,;<>:\"/@-–—.".contains(c) || c.is_numeric()).next()?;
    let words = tokens(line);
    let last = words.iter().take(4).next_back()?;
    let count = words.len().min(4);
    let letters = words.iter().take(4).all(|(_, word)| word.chars().all(char::is_alphabetic));
    (letters && (2..=4).contains(&count) && words.len() <= MAX_NAME_WORDS).then_some(words[0].0..last.0 + last.1.len())
}

/// True if `words`, which come before a name, end with a title.
pub(super) fn is_titled(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let last = fold(last.trim_matches(|c: char| !c.is_alphanumeric()));
    PERSONS.is_courtesy(&last) || PERSONS.is_title(&last)
}
