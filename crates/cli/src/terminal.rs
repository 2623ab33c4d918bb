//! What is said on standard output and standard error.
//!
//! In: lines that may hold other people's words. Out: the same lines with nothing in them that moves a cursor, turns a line
//! round or ends it. A pipe that was closed (`| head`) or a disk that is full is no reason to stop: what a command does
//! beside its output is done all the same, and the status says so.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::sync::Mutex;

/// Why standard output takes nothing more.
static FAILURE: Mutex<Option<io::Error>> = Mutex::new(None);

/// Prints `text` as one line on standard output.
pub(crate) fn say(text: &str) {
    print(&format!("{}\n", printable(text)));
}

/// Prints `text` as one line on standard error.
pub(crate) fn complain(text: &str) {
    // Where nobody can be told, nothing is left to do.
    let _ = io::stderr().lock().write_all(format!("{}\n", printable(text)).as_bytes());
}

/// Prints rows on standard output as they are; on a terminal without what would steer it.
pub(crate) fn rows(text: &str) {
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

/// Prints JSON on standard output. Control characters that JSON allows are written as escapes, which say the same; on a terminal
/// so is all else that would steer it.
pub(crate) fn json(text: &str) {
    let escaped: fn(char) -> bool =
        if io::stdout().is_terminal() { |c| !c.is_ascii() && steers(c) || c == '\u{7f}' } else { is_late_control };
    print(&json_escaped(text, escaped));
}

/// True for control characters that may stand in JSON as they are.
fn is_late_control(c: char) -> bool {
    matches!(c, '\u{7f}'..='\u{9f}')
}

fn json_escaped(text: &str, escaped: fn(char) -> bool) -> Cow<'_, str> {
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

/// Why not everything could be printed on standard output. A reader that took only the first lines is no reason.
pub(crate) fn failure() -> Option<io::Error> {
    let flushed = io::stdout().lock().flush();
    let mut failure = FAILURE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    failure.take().or(flushed.err()).filter(|error| error.kind() != io::ErrorKind::BrokenPipe)
}

/// `text` on one line of a terminal: what a document or a file's name says moves no cursor and turns no line round.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if steers(c) { out.extend(c.escape_default()) } else { out.push(c) }
    }
    out
}

/// True for control characters, line ends, direction marks and letters that are never seen (tags).
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{is_late_control, json_escaped, printable, steers};

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
    fn what_json_may_hold_is_escaped_and_means_the_same() {
        let text = "\"a\u{9b}b\u{202e}c\u{e0041}한국\"";
        for (escaped, expected) in [
            (is_late_control as fn(char) -> bool, "\"a\\u009bb\u{202e}c\u{e0041}한국\""),
            (|c| !c.is_ascii() && steers(c), "\"a\\u009bb\\u202ec\\udb40\\udc41한국\""),
        ] {
            let out = json_escaped(text, escaped);
            assert_eq!(out, expected);
            assert_eq!(serde_json::from_str::<String>(&out).expect("it is JSON"), text.trim_matches('"'));
        }
    }
}
