//! Lines of a table of contents: a heading, a leader and a page's number.
//!
//! In: a line. Out: whether it is one. Such lines repeat the headings and are not headings themselves.

/// Fewest dots of a leader, close or with blanks between them.
const DOTS: usize = 4;
/// Fewest dots of a leader that leads to no number: fewer are a form's blank.
const MIN_LEADER_DOTS: usize = 10;
/// Longest page number, in letters or digits.
const MAX_PAGE_NUMBER_CHARS: usize = 6;

/// True for "1.2 Clients ....... 5", "Annexes . . . . . iv", "Résumé………3".
pub fn is_line(line: &str) -> bool {
    let counts = |c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'l');
    let line = line.trim_end();
    let led = line.trim_end_matches(counts);
    let number = line.len() - led.len();
    let mut dots = 0;
    for c in led.chars().rev() {
        dots += match c {
            '.' | '·' | '․' => 1,
            '‥' => 2,
            '…' => 3,
            ' ' | '\u{a0}' => 0,
            _ => break,
        };
    }
    number <= MAX_PAGE_NUMBER_CHARS && if number > 0 { dots >= DOTS } else { dots >= MIN_LEADER_DOTS }
}

#[cfg(test)]
mod tests {
    use super::is_line;

    #[test]
    fn leaders_with_a_page_make_a_line_of_contents() {
        for line in [
            "1.  INTRODUCTION ...............................................    4",
            "Annexes . . . . . . iv",
            "Résumé………3",
            "제1장 총칙 ·········· 12",
            "2. Message Format . . . . . . . . . . . . . . . . . . . . . . .   2",
            "Foreword ....................",
        ] {
            assert!(is_line(line), "{line}");
        }
        for line in [
            "He waited... and 4",
            "They met. . . . and left.",
            "See Article 5.",
            "1.2.3.4.5",
            "wait....",
            "",
            "Name: ....",
            "…and 3",
        ] {
            assert!(!is_line(line), "{line}");
        }
    }
}
