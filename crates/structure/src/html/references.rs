//! Character references: `&eacute;`, `&#233;`, `&#xe9;`.

/// Names of HTML 4, one a line: name, tab, code point in hexadecimal. Sorted by name.
const NAMES: &str = include_str!("references.tsv");
/// Longest name or number.
const LONGEST: usize = 10;

/// Length in bytes and meaning of the reference at the start of `text`, which begins with `&`.
pub(super) fn reference(text: &str) -> Option<(usize, char)> {
    let rest = text.strip_prefix('&')?;
    let length = rest.bytes().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let name = &rest[..length];
    let closed = rest[length..].starts_with(';');
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        // Without its semicolon a name is one only where no value of an address follows.
        None if closed || !rest[length..].starts_with('=') => named(name)?,
        None => return None,
    };
    Some((1 + length + usize::from(closed), c))
}

/// `text` with all references resolved.
pub(crate) fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let (length, shows) = reference(&text[at..]).unwrap_or((c.len_utf8(), c));
        out.push(shows);
        at += length;
    }
    out
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Old editors wrote numbers of Windows' own table: 150 is a dash.
    if let Ok(byte @ 0x80..=0x9f) = u8::try_from(code) {
        return encoding_rs::WINDOWS_1252.decode(&[byte]).0.chars().next();
    }
    char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())
}

fn named(name: &str) -> Option<char> {
    if name.len() < 2 {
        return None;
    }
    let line = NAMES.lines().find(|line| line.split('\t').next() == Some(name))?;
    u32::from_str_radix(line.split('\t').nth(1)?, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn references_read_as_their_characters() {
        for (text, shows) in [
            ("S&eacute;oul &amp; Tokyo", "Séoul & Tokyo"),
            ("2014&ndash;2015", "2014–2015"),
            ("2014&#150;2015", "2014–2015"),
            ("&#xd55c;&#44397;", "한국"),
            ("R&D, AT&T", "R&D, AT&T"),
            ("a&nbsp b", "a\u{a0} b"),
            ("?a=1&copy=2", "?a=1&copy=2"),
            ("&#0; &#xd800; &unknown; &", "&#0; &#xd800; &unknown; &"),
        ] {
            assert_eq!(resolve(text), shows, "{text}");
        }
    }
}
