//! What is printed before a passage: bullets and numbers.

/// A mark at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Bytes of the mark and the white space after it.
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

const BULLETS: &[char] = &[
    '-', '*', '•', '∙', '°', '·', '●', '○', '◦', '▪', '■', '□', '◇', '◆', 'ㅇ', '–', '—', '+', '‣', '▶', '▷', '➢', '❍',
    '◎', '✓', '✔', '✘', '✗', '►', '➔', '\u{fffd}', 'o',
];

/// Fewest words after a number in parts that it numbers.
const MIN_WORDS_AFTER_NUMBER: usize = 5;

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
    // A letter is a bullet only where it stands apart, as in old typescripts.
    if mark == 'o' && !line[1..].starts_with("  ") {
        return None;
    }
    if next.is_whitespace() {
        return spaced(line, mark.len_utf8(), MarkerKind::Bullet(mark));
    }
    // "-The two countries", "*Established": a mark without its space, unless markup or a number begins.
    let glued = matches!(mark, '-' | '*' | '•' | '∙' | '°' | '□' | '○' | 'ㅇ') && next.is_alphabetic();
    let closes = mark == '*' && line[mark.len_utf8()..].contains('*');
    (glued && !closes).then_some(Marker {
        length: mark.len_utf8(),
        mark: mark.len_utf8(),
        kind: MarkerKind::Bullet(mark),
    })
}

/// "15.", "15\.", "15)", "(15)", "(a)", "a.", "iv)", "가.", "①", "１．", "（三）", "二、"
fn number(line: &str) -> Option<Marker> {
    let circled = line.chars().next().filter(|c| matches!(c, '①'..='⑳' | '㉠'..='㉭' | '➀'..='➉'));
    if let Some(circled) = circled {
        return spaced(line, circled.len_utf8(), MarkerKind::Number);
    }
    if let Some(mark) = article(line) {
        return closed(line, mark);
    }
    if let Some(length) = parts(line) {
        return spaced(line, length, MarkerKind::Number);
    }
    if let Some(mark) = wide(line) {
        return closed(line, mark);
    }
    let open = usize::from(line.starts_with('('));
    let body = &line[open..];
    let digits = body.chars().take_while(char::is_ascii_digit).count();
    // "02) 748 - 6350" is a telephone's number.
    let length = if (1..=3).contains(&digits) && !body.starts_with('0') {
        digits
    } else if digits > 0 {
        return None;
    } else {
        let letters: String = body.chars().take_while(|c| c.is_alphabetic()).take(5).collect();
        let single = letters.chars().count() == 1;
        let roman = letters.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        let hangul = single && letters.chars().all(|c| "가나다라마바사아자차카타파하".contains(c));
        let lower = single && letters.chars().all(|c| c.is_ascii_lowercase());
        let bracketed = open == 1 || body[letters.len()..].starts_with(')');
        let counted = bracketed && (roman || lower) || open == 0 && is_dotted(&letters, &body[letters.len()..]);
        if letters.is_empty() || !(hangul || counted) {
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

/// "a. reports;", "ii. maps": a letter or a Roman number with a stop before words, but not "a. m.", "v. Roe" or "c. 1850".
fn is_dotted(letters: &str, rest: &str) -> bool {
    let Some(words) = rest.strip_prefix(". ") else { return false };
    let counts =
        matches!(letters.as_bytes(), [b'a'..=b'i']) || matches!(letters, "ii" | "iii" | "iv" | "vi" | "vii" | "viii");
    let mut characters = words.chars();
    counts && characters.next().is_some_and(char::is_alphabetic) && characters.next() != Some('.')
}

/// Bytes of "제2조의3" or "第二条" right before an article's title or text.
fn article(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['제', '第'])?;
    let digit = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(*c);
    let length = |rest: &str| rest.chars().take_while(digit).map(char::len_utf8).sum::<usize>();
    let counted = Some(length(rest)).filter(|length| *length > 0)?;
    let rest = rest[counted..].strip_prefix(['조', '条', '條'])?;
    let further = rest.strip_prefix(['의', 'の', '之']).map_or(0, length);
    let rest = if further > 0 { &rest['의'.len_utf8() + further..] } else { rest };
    rest.starts_with(['(', '（', ' ', '\u{3000}']).then_some(line.len() - rest.len())
}

/// Bytes of a number as Chinese and Japanese print it: "１　", "（１）", "二、", "(三)". No blank need follow.
fn wide(line: &str) -> Option<usize> {
    let body = line.strip_prefix(['（', '(']).unwrap_or(line);
    let open = line.len() - body.len();
    let is = |c: &char| matches!(c, '０'..='９') || "一二三四五六七八九十".contains(*c);
    let length: usize = body.chars().take_while(is).take(4).map(char::len_utf8).sum();
    let narrow = body.bytes().take_while(u8::is_ascii_digit).take(3).count();
    let length = if length == 0 && open == '（'.len_utf8() { narrow } else { length };
    let (number, rest) = body.split_at(length);
    let next = rest.chars().next().filter(|_| length > 0)?;
    let fits = match next {
        '）' | ')' => open > 0,
        '、' | '．' => open == 0,
        '.' | '\u{3000}' => open == 0 && number.starts_with(|c| matches!(c, '０'..='９')),
        _ => false,
    };
    let mark = if next == '\u{3000}' { 0 } else { next.len_utf8() };
    fits.then_some(open + length + mark)
}

/// A number whose mark takes `mark` bytes, with something after it.
fn closed(line: &str, mark: usize) -> Option<Marker> {
    let text = line[mark..].trim_start();
    (!text.is_empty()).then_some(Marker { length: line.len() - text.len(), mark, kind: MarkerKind::Number })
}

/// Bytes of "1.2" or "4.1.3." before a sentence: the number of a paragraph in parts. A date or a share is not one.
fn parts(line: &str) -> Option<usize> {
    let length = line.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let bare = line[..length].trim_end_matches('.');
    let parts: Vec<&str> = bare.split('.').collect();
    let counts = (2..=4).contains(&parts.len()) && parts.iter().all(|part| (1..=2).contains(&part.len()));
    let rest = line[length..].trim_start();
    // "3.5 Million" is a number of what follows, "9.19 Military Agreement" a date.
    let sentence = rest.starts_with(char::is_uppercase) && rest.split_whitespace().count() >= MIN_WORDS_AFTER_NUMBER;
    let dated = parts.len() == 2 && parts[0].parse().is_ok_and(|month: u8| month <= 12) && parts[1].len() == 2;
    (counts && sentence && !dated && !parts[0].starts_with('0')).then_some(length)
}

/// The number in the mark `mark`, brackets and stops aside, as a range of it.
pub(crate) fn bare(mark: &str) -> std::ops::Range<usize> {
    let inside = mark.trim_start_matches(['(', '（']);
    let start = mark.len() - inside.len();
    start..start + inside.trim_end_matches([')', '）', '.', '．', '、', '\\']).len()
}

/// A mark of `mark` bytes that white space must follow, with something after it.
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
            ("a. reports;", Some(("number", "a."))),
            ("ii. Maps", Some(("number", "ii."))),
            ("a. m. on Monday", None),
            ("v. Roe", None),
            ("c. 1850", None),
            ("가. 국군부대", Some(("number", "가."))),
            ("① 국가정보원장은", Some(("number", "①"))),
            ("° So far", Some(("bullet", "°"))),
            ("- Korea", Some(("bullet", "-"))),
            ("-The two countries", Some(("bullet", "-"))),
            ("✔ Rental of boats", Some(("bullet", "✔"))),
            ("\u{fffd} Rental of boats", Some(("bullet", "\u{fffd}"))),
            ("*Established a plan", Some(("bullet", "*"))),
            ("**Asia-Pacific", None),
            ("*emphasis* here", None),
            ("※ WCO DM", Some(("note", "※"))),
            ("\\* unofficial translation", Some(("note", "\\*"))),
            ("1.2 The notes for guidance are no provisions.", Some(("number", "1.2"))),
            ("4.1.3. The Parties shall consult on it.", Some(("number", "4.1.3."))),
            ("9.19 Military Agreement of the two sides", None),
            ("3.5 Million people live there", None),
            ("１　両首脳は、", Some(("number", "１"))),
            ("（１）情報を共有する。", Some(("number", "（１）"))),
            ("二、双方同意", Some(("number", "二、"))),
            ("（三）加强合作", Some(("number", "（三）"))),
            ("제2조의3(정의) 이 영은 시행한다.", Some(("number", "제2조의3"))),
            ("第二条　締約国は、", Some(("number", "第二条"))),
            ("제2조제1항에 따라", None),
            ("一九九八年", None),
            ("（株）", None),
            ("o  a header of four octets;", Some(("bullet", "o"))),
            ("o that", None),
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
