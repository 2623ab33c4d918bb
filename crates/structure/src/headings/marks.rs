//! Lines that show by what is printed on them that they are headings: marks, numbers, capitals, bold letters.

use entente_text::fold::fold;

use super::Class;
use crate::word_lists::word_list;

/// Longest heading in capitals; longer ones are a form's questions.
const MAX_CAPITALS_CHARS: usize = 110;

/// Digits of a number's part.
pub(super) const MAX_PART_DIGITS: usize = 2;

/// Words of a heading that ends with a colon.
const MAX_LABEL_WORDS: usize = 4;

/// Longest heading without any mark.
pub(super) const MAX_PLAIN_CHARS: usize = 110;

/// Level, start and end of the words of `## words ##`.
pub(crate) fn atx(line: &str) -> Option<(u8, usize, usize)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let rest = &line[level..];
    // "##Ports" is meant as a heading; "#ports" is a word with a mark.
    let spaced = rest.starts_with([' ', '\t']) || level >= 2 && rest.starts_with(char::is_alphanumeric);
    if !(1..=6).contains(&level) || !spaced || rest.trim().is_empty() {
        return None;
    }
    let from = line.len() - rest.trim_start().len();
    let to = line.trim_end_matches('#').trim_end().len().max(from);
    Some((u8::try_from(level).unwrap_or(6), from, to))
}

/// The class of a line that is a heading by what is printed on it alone.
pub(crate) fn class(line: &str) -> Option<Class> {
    let bare = bare(line);
    let width = bare.chars().count();
    named(&bare)
        .filter(|_| width <= MAX_PLAIN_CHARS)
        .or_else(|| lettered(&bare).filter(|_| width <= MAX_CAPITALS_CHARS))
        .or_else(|| numbered(&bare).filter(|_| width <= MAX_PLAIN_CHARS))
        .or_else(|| capitals(&bare))
        .or_else(|| bold(line).filter(|_| width <= MAX_PLAIN_CHARS))
}

/// `line` without emphasis and underlining.
pub(super) fn bare(line: &str) -> String {
    line.replace("<u>", "").replace("</u>", "").trim_matches('*').trim().to_owned()
}

fn named(line: &str) -> Option<Class> {
    let folded = fold(line);
    let mut words = folded.split([' ', '.', ':', '-', '–', '—']);
    if let (Some(word), Some(number)) = (words.next(), words.next())
        && let Some(known) = word_list("numbered-part").iter().find(|known| **known == word)
    {
        let counts = number.chars().all(|c| c.is_ascii_digit() || "ivxlc".contains(c)) && !number.is_empty();
        let after = folded[word.len() + 1..].strip_prefix(number).unwrap_or("");
        // "Annex A": a letter alone, or set off from its title; "Part a" of a sentence is neither.
        let lettered = number.len() == 1 && (after.is_empty() || after.starts_with(['.', ':']));
        let ends = !line.ends_with(['.', ';', ',']) || folded.len() < word.len() + 8;
        return ((counts || lettered) && ends).then_some(Class::Named(known));
    }
    let asian = line.strip_prefix(['제', '第'])?;
    let digits = asian.chars().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十百".contains(*c)).count();
    let unit = asian.chars().nth(digits).filter(|_| digits > 0)?;
    // "제1조(시행일) 이 영은 … 시행한다.": the article's text stands beside its number.
    let after = asian.find([')', '）']).map_or("", |close| asian[close..].trim_start_matches([')', '）']).trim());
    if after.ends_with(['.', '。', ':', '：']) && after.contains(' ') || after.ends_with('。') {
        return None;
    }
    let known = [('장', "장"), ('절', "절"), ('조', "조"), ('章', "章"), ('条', "条"), ('條', "條"), ('編', "編")];
    known.iter().find(|(c, _)| *c == unit).map(|(_, word)| Class::Named(word))
}

/// "A. ENHANCING THE SECURE FLOW", "A.1 Protect Cargo:"
fn lettered(line: &str) -> Option<Class> {
    let mut bytes = line.bytes();
    let letter = bytes.next().filter(u8::is_ascii_uppercase)?;
    let rest = line[1..].strip_prefix('.')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let words = &rest[digits..];
    let title = words.trim_start();
    if digits > 0 {
        let named = title.starts_with(char::is_alphabetic) && words.starts_with([' ', '.']);
        return named.then_some(Class::Parts(2));
    }
    let is_title = words.starts_with(' ') && (is_capitals(title) || title.ends_with(':'));
    is_title.then_some(Class::Letter(letter - b'A'))
}

/// "1.2 Names", "4.1.3 Oper message", "1. INTRODUCTION"
fn numbered(line: &str) -> Option<Class> {
    let number: String = line.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    let title = line[number.len()..].trim_start();
    let parts = number.split('.').filter(|part| !part.is_empty()).count();
    if title.len() == line.len() - number.len() || parts == 0 || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // "12.6.2019" is a date.
    if parts > 1 && number.split('.').any(|part| part.len() > MAX_PART_DIGITS) {
        return None;
    }
    // "1.6 Nothing in this Code is to detract from:" begins a list; it heads nothing.
    let leads = title.ends_with(':') && title.split_whitespace().count() > MAX_LABEL_WORDS;
    let many = parts >= 2 && title.starts_with(char::is_uppercase) && !title.ends_with(['.', ';', ',']) && !leads;
    if many && !title.contains("....") {
        return Some(Class::Parts(u8::try_from(parts).unwrap_or(u8::MAX)));
    }
    let first = number.trim_end_matches('.').parse().ok()?;
    (parts == 1 && number.ends_with('.') && is_capitals(title)).then_some(Class::Number(first))
}

fn capitals(line: &str) -> Option<Class> {
    let value = line.split_once(": ").is_some_and(|(_, value)| value.contains(|c: char| c.is_ascii_digit()));
    // Names of a program's parts, and columns of them, are not words.
    if !is_capitals(line) || value || line.contains('_') {
        return None;
    }
    let question = line.contains('?') || line.chars().count() > MAX_CAPITALS_CHARS;
    Some(if question { Class::Question } else { Class::Capitals })
}

/// All letters that have a case are capitals, what stands in parentheses aside; at least two words or five letters.
fn is_capitals(line: &str) -> bool {
    let mut depth = 0_u32;
    let (mut upper, mut lower, mut digits, mut uncased) = (0_u32, 0_u32, 0_u32, 0_u32);
    for c in line.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_uppercase() => upper += 1,
            _ if c.is_lowercase() => lower += 1,
            _ if c.is_ascii_digit() => digits += 1,
            // A script without capitals shows nothing by them, whatever acronyms it contains.
            _ if c.is_alphabetic() => uncased += 1,
            _ => {}
        }
    }
    upper >= 5 && lower == 0 && digits * 2 <= upper && uncased * 2 <= upper
}

pub(super) fn bold(line: &str) -> Option<Class> {
    let inside = line.trim_end().strip_prefix("**")?.strip_suffix("**")?;
    (!inside.contains("**") && !inside.ends_with('.') && !inside.trim().is_empty()).then_some(Class::Bold)
}
