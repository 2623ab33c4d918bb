//! Pictures that stand inside a page's drawing instructions are left out before these are followed.
//!
//! In: instructions. Out: the same without `BI … ID … EI` (ISO 32000-1, 8.9.7). The parser looks for the end of each
//! picture anew, to the end of the page, which a damaged page can make it do thousands of times; here every byte is
//! looked at a few times at most.

/// How many bytes after an `EI` show that drawing goes on: a picture's own bytes can spell it, too.
const LOOK: usize = 12;

/// The instructions without pictures. They are moved together where they are: a copy could be a hundred megabytes.
pub(super) fn without_pictures(mut content: Vec<u8>) -> Vec<u8> {
    // What is kept is written at `to`. This never overtakes reading: `to` is at most `at`, and only the byte before `at` is read again.
    let (mut at, mut to, mut open) = (0, 0, 0_usize);
    while at < content.len() {
        let byte = content[at];
        let next = match byte {
            b'\\' if open > 0 => (at + 2).min(content.len()),
            b'B' if open == 0 && is_word(&content, at, b"BI") => {
                at = end(&content, at + 2);
                content[to] = b' ';
                to += 1;
                continue;
            }
            b'(' => {
                open += 1;
                at + 1
            }
            b')' => {
                open = open.saturating_sub(1);
                at + 1
            }
            _ => at + 1,
        };
        if to < at {
            content.copy_within(at..next, to);
        }
        to += next - at;
        at = next;
    }
    content.truncate(to);
    content
}

/// Where the picture whose dictionary begins at `from` ends; what has no end is a picture to the end.
fn end(content: &[u8], from: usize) -> usize {
    let Some(data) = (from..content.len()).find(|at| is_word(content, *at, b"ID")) else { return content.len() };
    let ends = |at: &usize| {
        let drawn = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
        is_word(content, *at, b"EI") && content[at + 2..].iter().take(LOOK).all(drawn)
    };
    (data + 3..content.len()).find(ends).map_or(content.len(), |at| at + 2)
}

/// True if `word` stands at `at` between blanks.
fn is_word(content: &[u8], at: usize, word: &[u8]) -> bool {
    let blank = |byte: &u8| matches!(byte, 0 | b'\t' | b'\n' | 0xc | b'\r' | b' ');
    content[at..].starts_with(word)
        && content.get(at + word.len()).is_none_or(blank)
        && at.checked_sub(1).and_then(|before| content.get(before)).is_none_or(blank)
}

#[cfg(test)]
mod tests {
    use super::without_pictures;

    #[test]
    fn pictures_are_left_out_and_words_that_look_like_them_stay() {
        for (content, kept) in [
            ("q BI /W 1 /H 1 ID \u{1}\u{2} EI Q", "q   Q"),
            ("BI /W 1 ID x EI\u{3}y EI BT (BI ID) Tj ET", "  BT (BI ID) Tj ET"),
            ("(a BI \\) b ID ) Tj EI", "(a BI \\) b ID ) Tj EI"),
            ("/BI Do (x) Tj BI /W 1 ID no end (y) Tj", "/BI Do (x) Tj  "),
            ("(x) Tj BI /W 1", "(x) Tj  "),
        ] {
            assert_eq!(String::from_utf8_lossy(&without_pictures(content.as_bytes().to_vec())), kept, "{content}");
        }
    }
}
