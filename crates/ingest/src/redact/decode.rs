//! Resolves escapes: character references, percent signs, backslashes, quoted-printable.
//!
//! In: a view. Out: the view in which every escape is the letter that it stands for. A text without
//! escapes has no such view. A text that only seems to have some is searched in both views.

use super::view::View;

/// Names of characters other than letters with a mark.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("colon", ':'),
    ("comma", ','),
    ("commat", '@'),
    ("dash", '-'),
    ("gt", '>'),
    ("hyphen", '-'),
    ("lowbar", '_'),
    ("lpar", '('),
    ("lt", '<'),
    ("mdash", '-'),
    ("nbsp", ' '),
    ("ndash", '-'),
    ("num", '#'),
    ("percnt", '%'),
    ("period", '.'),
    ("plus", '+'),
    ("quot", '"'),
    ("rpar", ')'),
    ("shy", '\u{ad}'),
    ("sol", '/'),
    ("szlig", 'ß'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];
/// Endings of the names of letters with a mark: `eacute` reads as e.
const MARKS: &[&str] = &[
    "acute", "breve", "caron", "cedil", "circ", "dot", "grave", "macr", "ogon", "ring", "slash", "strok", "tilde",
    "uml",
];
/// Longest name of a character.
const MAX_NAME_BYTES: usize = 12;

/// `view` with one layer of escapes resolved; `None` if it has none.
pub(super) fn decoded(view: &View) -> Option<View> {
    let text = view.text.as_str();
    let mut out = View::default();
    let mut folded = String::new();
    let (mut from, mut at) = (0, 0);
    while let Some(start) = text[at..].find(['&', '%', '\\', '=']).map(|n| at + n) {
        let Some((length, shows)) = escape(&text[start..]) else {
            at = start + 1;
            continue;
        };
        out.copy(view, from..start);
        let place = view.extent(start..start + length);
        for c in shows.chars() {
            out.put(c, place.clone(), &mut folded);
        }
        at = start + length;
        from = at;
    }
    if from == 0 {
        return None;
    }
    out.copy(view, from..text.len());
    Some(out)
}

/// Bytes of the escape at the start of `rest`, and what it shows.
fn escape(rest: &str) -> Option<(usize, String)> {
    match rest.as_bytes().first()? {
        b'&' => reference(rest),
        b'%' => bytes(rest, b'%'),
        b'=' if rest.starts_with("=\n") => Some((2, String::new())),
        b'=' => bytes(rest, b'='),
        _ => backslash(rest),
    }
}

/// `&#74;`, `&#x4a;`, `&amp;`, `&eacute;`.
fn reference(rest: &str) -> Option<(usize, String)> {
    if let Some(number) = rest.strip_prefix("&#") {
        let (digits, radix, skipped) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let c = char::from_u32(u32::from_str_radix(&digits[..length], radix).ok()?)?;
        let closed = usize::from(digits[length..].starts_with(';'));
        return Some((skipped + length + closed, c.to_string()));
    }
    let end = rest.bytes().take(MAX_NAME_BYTES).position(|byte| byte == b';')?;
    let name = &rest[1..end];
    let known = NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, c)| *c);
    let letter = || {
        let first = name.chars().next().filter(char::is_ascii_alphabetic)?;
        MARKS.contains(&&name[1..]).then_some(first)
    };
    Some((end + 1, known.or_else(letter)?.to_string()))
}

/// `%C3%A9` and `=C3=A9`: bytes in hexadecimal, of UTF-8, else of Latin-1.
fn bytes(rest: &str, mark: u8) -> Option<(usize, String)> {
    let all = rest.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while all.get(at) == Some(&mark) {
        let digit = |n: usize| all.get(n).and_then(|byte| char::from(*byte).to_digit(16));
        let Some(byte) = digit(at + 1).zip(digit(at + 2)).map(|(high, low)| high * 16 + low) else { break };
        found.push(u8::try_from(byte).ok()?);
        at += 3;
    }
    let latin = |bytes: &[u8]| bytes.iter().map(|byte| char::from(*byte)).collect();
    let shows = String::from_utf8(found).unwrap_or_else(|error| latin(error.as_bytes()));
    (at > 0).then_some((at, shows))
}

/// `\u00e9`, `\x4a`, `\u{4a}`, `\n`, and a backslash before punctuation.
fn backslash(rest: &str) -> Option<(usize, String)> {
    let after = &rest[1..];
    let hex = |from: usize, digits: usize| {
        let digits = after.get(from..from + digits)?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
    };
    let first = after.chars().next()?;
    let (length, code) = match first {
        'u' if after.starts_with("u{") => {
            let end = after.bytes().take(10).position(|byte| byte == b'}')?;
            (end + 1, u32::from_str_radix(&after[2..end], 16).ok()?)
        }
        'u' => {
            let high = hex(1, 4)?;
            let low = if after.get(5..7) == Some("\\u") { hex(7, 4) } else { None };
            match low.filter(|low| (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(low)) {
                Some(low) => (11, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)),
                None => (5, high),
            }
        }
        'U' => (9, hex(1, 8)?),
        'x' => (3, hex(1, 2)?),
        'n' | 'r' => (1, 10),
        't' => (1, 32),
        c if c.is_ascii_punctuation() => (1, u32::from(c)),
        _ => return None,
    };
    Some((1 + length, char::from_u32(code)?.to_string()))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn escapes_read_as_what_they_stand_for_and_others_are_left() {
        for (text, shows) in [
            ("&#74;x", Some((5, "J"))),
            ("&#x4Ax", Some((5, "J"))),
            ("&eacute;", Some((8, "e"))),
            ("&copy;", None),
            ("&", None),
            ("%C3%A9t", Some((6, "é"))),
            ("%E9t", Some((3, "é"))),
            ("%zz", None),
            ("100% of", None),
            ("=\nx", Some((2, ""))),
            ("=C3=A9", Some((6, "é"))),
            ("\\u00e9", Some((6, "é"))),
            ("\\ud83d\\ude00", Some((12, "😀"))),
            ("\\_", Some((2, "_"))),
            ("\\", None),
            ("\\u12", None),
        ] {
            let text = text.strip_prefix("100").unwrap_or(text);
            assert_eq!(escape(text), shows.map(|(length, words)| (length, words.to_owned())), "{text}");
        }
    }
}
