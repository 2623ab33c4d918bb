//! Prints on standard output and standard error.
//!
//! In: lines that may contain words of documents. Out: the same lines without anything that moves a cursor, reverses a line or ends
//! it. A closed pipe (`| head`) or a full disk does not stop a command: its other work is done all the same, and the exit status
//! tells.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::sync::Mutex;

/// The error after which nothing more is printed on standard output.
static FAILURE: Mutex<Option<io::Error>> = Mutex::new(None);

/// Prints `text` as one line on standard output.
pub(crate) fn say(text: &str) {
    print(&format!("{}\n", printable(text)));
}

/// The longest line on standard error, in bytes. A value that is wrong may be as long as the settings.
const MAX_COMPLAINT_BYTES: usize = 4_000;

/// Prints `text` as one line on standard error. Of a longer line than [`MAX_COMPLAINT_BYTES`] the middle is left out: it begins with
/// the place and ends with what to do.
pub(crate) fn complain(text: &str) {
    // If this fails too, there is no way left to report it.
    let _ = io::stderr().lock().write_all(format!("{}\n", printable(&shortened(text))).as_bytes());
}

fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_COMPLAINT_BYTES {
        return Cow::Borrowed(text);
    }
    let head = &text[..text.floor_char_boundary(MAX_COMPLAINT_BYTES / 2)];
    let tail = &text[text.ceil_char_boundary(text.len() - MAX_COMPLAINT_BYTES / 2)..];
    Cow::Owned(format!("{head} … {tail}"))
}

/// Prints rows on standard output as they are, but on a terminal with escapes for everything that controls it.
pub(crate) fn print_rows(text: &str) {
    if io::stdout().is_terminal() {
        print(
            &text
                .split_inclusive('\n')
                .map(|line| match line.strip_suffix('\n') {
                    Some(line) => format!("{}\n", printable(line.strip_suffix('\r').unwrap_or(line))),
                    None => printable(line),
                })
                .collect::<String>(),
        );
    } else {
        print(text);
    }
}

/// Prints JSON on standard output. Control characters that JSON allows are written as escapes, which mean the same; on a terminal
/// also everything else that controls it.
pub(crate) fn print_json(text: &str) {
    let escaped: fn(char) -> bool = if io::stdout().is_terminal() {
        |c| !c.is_ascii() && controls_terminal(c) || c == '\u{7f}'
    } else {
        is_upper_control
    };
    print(&escape_json(text, escaped));
}

/// True for control characters that JSON allows without an escape.
fn is_upper_control(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}')
}

fn escape_json(text: &str, escaped: fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(escaped) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if escaped(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn print(text: &str) {
    let mut failure = FAILURE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if failure.is_none() {
        *failure = io::stdout().lock().write_all(text.as_bytes()).err();
    }
}

/// The error if not everything could be printed on standard output. A closed pipe is not an error.
pub(crate) fn failure() -> Option<io::Error> {
    let flushed = io::stdout().lock().flush();
    let mut failure = FAILURE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    failure.take().or(flushed.err()).filter(|error| error.kind() != io::ErrorKind::BrokenPipe)
}

/// Escapes everything in `text` that controls a terminal or ends a line.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if controls_terminal(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// True for control characters, line ends, direction marks and tag characters, which are invisible.
fn controls_terminal(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{MAX_COMPLAINT_BYTES, controls_terminal, escape_json, is_upper_control, printable, shortened};

    #[test]
    fn nothing_that_steers_a_terminal_is_printed() {
        for (text, expected) in [
            ("Séoul 한국", "Séoul 한국"),
            ("\u{1b}[2J", "\\u{1b}[2J"),
            ("\u{9b}2J", "\\u{9b}2J"),
            ("a\r\nb\tc\u{8}", "a\\r\\nb\\tc\\u{8}"),
            ("a\u{202e}b\u{2066}c\u{2028}", "a\\u{202e}b\\u{2066}c\\u{2028}"),
            ("\u{e0041}\u{7f}", "\\u{e0041}\\u{7f}"),
        ] {
            assert_eq!(printable(text), expected);
        }
    }

    #[test]
    fn of_a_long_line_the_middle_is_left_out() {
        let at_most = "가".repeat(MAX_COMPLAINT_BYTES / 3);
        assert_eq!(shortened(&at_most), at_most);
        let longer = shortened(&format!("in/entente.toml, line 1: {}: write a tag", at_most.repeat(100))).into_owned();
        assert!(longer.len() <= MAX_COMPLAINT_BYTES + 5, "{}", longer.len());
        assert!(longer.starts_with("in/entente.toml, line 1: 가") && longer.ends_with("가: write a tag"));
    }

    #[test]
    fn what_json_may_hold_is_escaped_and_means_the_same() {
        let text = "\"a\u{9b}b\u{202e}c\u{e0041}한국\"";
        for (escaped, expected) in [
            (is_upper_control as fn(char) -> bool, "\"a\\u009bb\u{202e}c\u{e0041}한국\""),
            (|c| !c.is_ascii() && controls_terminal(c), "\"a\\u009bb\\u202ec\\udb40\\udc41한국\""),
        ] {
            let out = escape_json(text, escaped);
            assert_eq!(out, expected);
            assert_eq!(serde_json::from_str::<String>(&out).expect("it is JSON"), text.trim_matches('"'));
        }
    }
}
