//! Readings of a string: as it is, without escapes, without tags, with hyphenated words joined.

/// The longest tag, in bytes.
const MAX_TAG_BYTES: usize = 4_000;

/// Every reading of `text` that a person or a program could make.
pub(super) fn readings(text: &str) -> Vec<String> {
    let mut out = vec![text.to_owned()];
    let mut next = text.to_owned();
    for _ in 0..2 {
        let plain = resolve_escapes(&next);
        if plain == next {
            break;
        }
        next = plain;
        out.push(next.clone());
    }
    if next.contains('<') {
        for between in ["", " "] {
            out.push(replace_tags(&next, between));
        }
    }
    if next.contains("-\n") || next.contains("-\r") {
        out.push(join_hyphenated_lines(&next));
    }
    out
}

/// Resolves percent encoding, character references and `\u` escapes in `text`.
fn resolve_escapes(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text.as_bytes()[at..];
        let found = match rest[0] {
            b'%' => hex(rest.get(1..3)).and_then(|code| Some((vec![u8::try_from(code).ok()?], 3))),
            b'&' => reference(rest),
            b'\\' if rest.get(1) == Some(&b'u') => hex(rest.get(2..6)).and_then(|code| letter(code, 6)),
            _ => None,
        };
        match found {
            Some((letters, length)) => {
                out.extend(letters);
                at += length;
            }
            None => {
                out.push(rest[0]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex(digits: Option<&[u8]>) -> Option<u32> {
    u32::from_str_radix(std::str::from_utf8(digits?).ok()?, 16).ok()
}

fn letter(code: u32, length: usize) -> Option<(Vec<u8>, usize)> {
    Some((char::from_u32(code)?.to_string().into_bytes(), length))
}

fn reference(rest: &[u8]) -> Option<(Vec<u8>, usize)> {
    let end = rest.iter().take(12).position(|byte| *byte == b';')?;
    let name = std::str::from_utf8(&rest[1..end]).ok()?;
    let code = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        },
        None => match name {
            "amp" => 38,
            "lt" => 60,
            "gt" => 62,
            "quot" => 34,
            "apos" => 39,
            "nbsp" => 32,
            "shy" => 0xad,
            _ => return None,
        },
    };
    letter(code, end + 1)
}

/// Replaces each tag in `text` by `replacement`.
fn replace_tags(text: &str, replacement: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let near = &tag[..tag.floor_char_boundary(MAX_TAG_BYTES)];
        match near
            .find('>')
            .filter(|_| near[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!'))
        {
            Some(end) => {
                out.push_str(replacement);
                rest = &tag[end + 1..];
            }
            None => {
                out.push('<');
                rest = &tag[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Joins words that are hyphenated at the end of a line.
fn join_hyphenated_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.trim_end().strip_suffix('-') {
            Some(begun) => out.push_str(begun),
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}
