//! Character references by the table of the HTML standard: `&eacute;`, `&#233;`, `&#xe9;`, `&notin;`.
//!
//! The longest name that fits counts, with or without its semicolon where the standard knows it so ("&AMPx" is "&x"). In
//! an attribute a name without its semicolon is not a reference before `=`, a letter or a digit, so that addresses stay as they are.

/// The standard's names, one a line: name, tab, code points in hexadecimal. Sorted by the bytes of the name; a name that
/// ends in no semicolon counts without one.
const NAMES: &str = include_str!("references.tsv");
/// Longest name, its semicolon included, in bytes.
const MAX_NAME_BYTES: usize = 32;
/// Digits of a number after which it is too large for any character.
const MAX_NUMBER_DIGITS: usize = 8;

/// What a reference shows: one character or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown(char, Option<char>);

impl Shown {
    /// The characters.
    pub(super) fn chars(self) -> impl Iterator<Item = char> {
        std::iter::once(self.0).chain(self.1)
    }

    /// The first character.
    pub(super) fn first(self) -> char {
        self.0
    }
}

/// Where a reference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// Among the words of the page.
    Text,
    /// In the value of an attribute.
    Attribute,
}

/// Length in bytes and meaning of the reference at the start of `text`, which begins with `&`.
pub(super) fn reference(text: &str, within: Within) -> Option<(usize, Shown)> {
    let rest = text.strip_prefix('&')?;
    if let Some(number) = rest.strip_prefix('#') {
        return numbered(number).map(|(length, c)| (2 + length, Shown(c, None)));
    }
    let bytes = rest.as_bytes();
    let letters = bytes.iter().take(MAX_NAME_BYTES).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let closed = bytes.get(letters) == Some(&b';');
    if closed && let Some(shown) = named(&rest[..=letters]) {
        return Some((2 + letters, shown));
    }
    let (length, shown) = (2..=letters).rev().find_map(|length| Some((length, named(&rest[..length])?)))?;
    let goes_on = bytes.get(length).is_some_and(|byte| *byte == b'=' || byte.is_ascii_alphanumeric());
    (within == Within::Text || !goes_on).then_some((1 + length, shown))
}

/// `text`, the value of an attribute, with all references resolved.
pub(crate) fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = text[at..].find('&') {
        out.push_str(&text[at..at + found]);
        at += found;
        match reference(&text[at..], Within::Attribute) {
            Some((length, shown)) => {
                out.extend(shown.chars());
                at += length;
            }
            None => {
                out.push('&');
                at += 1;
            }
        }
    }
    out.push_str(&text[at..]);
    out
}

/// Length and character of a number after `&#`.
fn numbered(number: &str) -> Option<(usize, char)> {
    let (radix, prefix) = if number.starts_with(['x', 'X']) { (16, 1) } else { (10, 0) };
    let digits = number[prefix..].bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    if digits == 0 {
        return None;
    }
    let length = prefix + digits;
    let significant = number[prefix..length].trim_start_matches('0');
    let code = if significant.len() > MAX_NUMBER_DIGITS {
        u32::MAX
    } else {
        u32::from_str_radix(significant, radix).unwrap_or(0)
    };
    let closed = usize::from(number.as_bytes().get(length) == Some(&b';'));
    Some((length + closed, character(code)))
}

/// The character with this number; U+FFFD if no character has it.
fn character(code: u32) -> char {
    // Old editors wrote numbers of Windows' own table: 150 is a dash.
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(code) {
        return encoding_rs::WINDOWS_1252.decode(&[byte]).0.chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
    }
    char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// What the standard's table gives for `name`, its semicolon included where it has one.
fn named(name: &str) -> Option<Shown> {
    let (mut low, mut high) = (0, NAMES.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = NAMES[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = NAMES[middle..].find('\n').map_or(NAMES.len(), |at| middle + at);
        let (known, codes) = NAMES[start..end].split_once('\t')?;
        match known.as_bytes().cmp(name.as_bytes()) {
            std::cmp::Ordering::Equal => {
                let mut shown = codes.split(' ').filter_map(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
                return Some(Shown(shown.next()?, shown.next()));
            }
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{NAMES, Within, named, reference, resolve};

    /// `text` as a page shows it.
    fn shown(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            match reference(&text[at..], Within::Text) {
                Some((length, shown)) => {
                    out.extend(shown.chars());
                    at += length;
                }
                None => {
                    out.push(c);
                    at += c.len_utf8();
                }
            }
        }
        out
    }

    #[test]
    fn references_read_as_their_characters() {
        for (text, expected) in [
            ("S&eacute;oul &amp; Tokyo", "Séoul & Tokyo"),
            ("2014&ndash;2015", "2014–2015"),
            ("2014&#150;2015", "2014–2015"),
            ("&#xd55c;&#44397;", "한국"),
            ("R&D, AT&T", "R&D, AT&T"),
            ("a&nbsp b", "a\u{a0} b"),
            ("&#41BAR", ")BAR"),
            ("&AElig=", "Æ="),
            ("&notit; &notin;", "¬it; ∉"),
            ("&NotEqualTilde;", "≂̸"),
            ("&hellip; &rarr; &hearts;", "… → ♥"),
            ("&hellip", "&hellip"),
            ("&#0; &#xd800; &#99999999999; &unknown; & &#; &#x;", "\u{fffd} \u{fffd} \u{fffd} &unknown; & &#; &#x;"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
        for (text, expected) in [("?a=1&copy=2", "?a=1&copy=2"), ("?a&copyb", "?a&copyb"), ("a&copy b&lt;", "a© b<")] {
            assert_eq!(resolve(text), expected, "{text}");
        }
    }

    #[test]
    fn names_are_sorted_and_found() {
        let lines: Vec<&str> = NAMES.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
        assert!(lines.is_sorted_by(|one, other| one.as_bytes() < other.as_bytes()));
        assert!(lines.iter().all(|name| named(name).is_some()));
    }
}
