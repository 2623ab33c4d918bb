//! What is printed before a passage: bullets and numbers.

/// A mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Bytes of the mark and the white space behind it.
    pub(crate) length: usize,
    /// Bytes of the mark alone.
    pub(crate) mark: usize,
    /// What it is.
    pub(crate) kind: MarkerKind,
}

/// The kinds of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MarkerKind {
    /// A bullet, with its character.
    Bullet(char),
    /// A number or letter that orders passages: "15.", "(3)", "가.".
    Number,
    /// A note's mark: "※", an asterisk set off by a backslash.
    Note,
}

const BULLETS: &[char] =
    &['-', '*', '•', '°', '·', '●', '○', '◦', '▪', '■', '□', '◇', '◆', 'ㅇ', '–', '—', '+', '‣', '▶', '❍'];

/// Fewest words behind a number in parts that it numbers.
const FEWEST_WORDS: usize = 5;

/// The mark at the start of `line`, which has no white space before it.
pub(crate) fn marker(line: &str) -> Option<Marker> {
    note(line).or_else(|| number(line)).or_else(|| bullet(line))
}

fn note(line: &str) -> Option<Marker> {
    let mark = ["※", "\\*", "* Note", "†"].iter().find(|mark| line.starts_with(**mark))?;
    let mark = if *mark == "* Note" { 1 } else { mark.len() };
    spaced(line, mark, MarkerKind::Note)
}

fn bullet(line: &str) -> Option<Marker> {
    let mut characters = line.chars();
    let mark = characters.next().filter(|c| BULLETS.contains(c))?;
    let next = characters.next()?;
    if next.is_whitespace() {
        return spaced(line, mark.len_utf8(), MarkerKind::Bullet(mark));
    }
    // "-The two countries", "*Established": a mark without its space, unless markup or a number begins.
    let glued = matches!(mark, '-' | '*' | '•' | '°' | '□' | '○' | 'ㅇ') && next.is_alphabetic();
    let closes = mark == '*' && line[mark.len_utf8()..].contains('*');
    (glued && !closes).then_some(Marker {
        length: mark.len_utf8(),
        mark: mark.len_utf8(),
        kind: MarkerKind::Bullet(mark),
    })
}

/// "15.", "15\.", "15)", "(15)", "(a)", "iv)", "가.", "①"
fn number(line: &str) -> Option<Marker> {
    let circled = line.chars().next().filter(|c| matches!(c, '①'..='⑳' | '㉠'..='㉭' | '➀'..='➉'));
    if let Some(circled) = circled {
        return spaced(line, circled.len_utf8(), MarkerKind::Number);
    }
    if let Some(length) = parts(line) {
        return spaced(line, length, MarkerKind::Number);
    }
    let open = usize::from(line.starts_with('('));
    let body = &line[open..];
    let digits = body.chars().take_while(char::is_ascii_digit).count();
    let length = if (1..=3).contains(&digits) {
        digits
    } else if digits > 3 {
        return None;
    } else {
        let letters: String = body.chars().take_while(|c| c.is_alphabetic()).take(5).collect();
        let single = letters.chars().count() == 1;
        let roman = letters.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        let hangul = single && letters.chars().all(|c| "가나다라마바사아자차카타파하".contains(c));
        let lower = single && letters.chars().all(|c| c.is_ascii_lowercase());
        if letters.is_empty() || !(hangul || (open == 1 || body[letters.len()..].starts_with(')')) && (roman || lower))
        {
            return None;
        }
        letters.len()
    };
    let rest = &body[length..];
    let close = if open == 1 {
        usize::from(rest.starts_with(')'))
    } else if rest.starts_with("\\.") {
        2
    } else {
        usize::from(rest.starts_with(['.', ')']))
    };
    if close == 0 {
        return None;
    }
    spaced(line, open + length + close, MarkerKind::Number)
}

/// Bytes of "1.2" or "4.1.3." before a sentence: the number of a paragraph in parts. A date or a share is none.
fn parts(line: &str) -> Option<usize> {
    let length = line.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let bare = line[..length].trim_end_matches('.');
    let parts: Vec<&str> = bare.split('.').collect();
    let counts = (2..=4).contains(&parts.len()) && parts.iter().all(|part| (1..=2).contains(&part.len()));
    let rest = line[length..].trim_start();
    // "3.5 Million" is a number of what follows, "9.19 Military Agreement" a date.
    let sentence = rest.starts_with(char::is_uppercase) && rest.split_whitespace().count() >= FEWEST_WORDS;
    let dated = parts.len() == 2 && parts[0].parse().is_ok_and(|month: u8| month <= 12) && parts[1].len() == 2;
    (counts && sentence && !dated && !parts[0].starts_with('0')).then_some(length)
}

/// A mark of `mark` bytes that white space must follow, with something behind it.
fn spaced(line: &str, mark: usize, kind: MarkerKind) -> Option<Marker> {
    let rest = &line[mark..];
    let text = rest.trim_start();
    (text.len() < rest.len() && !text.is_empty()).then_some(Marker {
        length: mark + rest.len() - text.len(),
        mark,
        kind,
    })
}

#[cfg(test)]
mod tests {
    use super::{MarkerKind, marker};

    #[test]
    fn marks_of_the_field_are_found() {
        let cases: &[(&str, Option<(&str, &str)>)] = &[
            ("15. The Minister", Some(("number", "15."))),
            ("1\\. \"정보통신망\"", Some(("number", "1\\."))),
            ("(a) take steps", Some(("number", "(a)"))),
            ("iv) steps", Some(("number", "iv)"))),
            ("가. 국군부대", Some(("number", "가."))),
            ("① 국가정보원장은", Some(("number", "①"))),
            ("° So far", Some(("bullet", "°"))),
            ("- Korea", Some(("bullet", "-"))),
            ("-The two countries", Some(("bullet", "-"))),
            ("*Established a plan", Some(("bullet", "*"))),
            ("**Asia-Pacific", None),
            ("*emphasis* here", None),
            ("※ WCO DM", Some(("note", "※"))),
            ("\\* unofficial translation", Some(("note", "\\*"))),
            ("1.2 The notes for guidance are no provisions.", Some(("number", "1.2"))),
            ("4.1.3. The Parties shall consult on it.", Some(("number", "4.1.3."))),
            ("9.19 Military Agreement of the two sides", None),
            ("3.5 Million people live there", None),
            ("2016. June", None),
            ("2.5 percent", None),
            ("-", None),
            ("--", None),
            ("a cat", None),
            ("I. The", None),
        ];
        for (line, expected) in cases {
            let found = marker(line).map(|marker| {
                let kind = match marker.kind {
                    MarkerKind::Bullet(_) => "bullet",
                    MarkerKind::Number => "number",
                    MarkerKind::Note => "note",
                };
                (kind, &line[..marker.mark])
            });
            assert_eq!(found, *expected, "{line}");
        }
    }
}
