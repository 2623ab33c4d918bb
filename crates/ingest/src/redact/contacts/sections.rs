//! Persons below a heading that announces contacts.

use std::ops::Range;

use entente_text::fold::fold;

use super::super::words::{Class, is};
use super::person::{is_likely, person};
use super::{DETAIL_BYTES, LABEL_BYTES, opening};

/// Lines of a section of contacts that are looked at.
const MAX_SECTION_LINES: usize = 16;

/// Names that have a line for themselves below a heading that announces contacts.
pub(super) fn in_sections(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    let mut left = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let words = line.trim_matches(|c: char| c.is_whitespace() || "#*_:".contains(c));
        let folded = if words.len() <= LABEL_BYTES { fold(words) } else { String::new() };
        if is(&folded, Class::ContactLabel) {
            left = MAX_SECTION_LINES;
            continue;
        }
        if line.starts_with('#') {
            left = 0;
        }
        if left == 0 || words.is_empty() {
            continue;
        }
        left -= 1;
        let from = start + opening(line);
        if from >= at {
            continue;
        }
        if let Some(name) = person(text, from, false).filter(|name| name.end <= at) {
            let lead = text[start..name.start].chars().filter(|c| c.is_alphanumeric()).count();
            let ends = text[name.end..].trim_start_matches(' ').starts_with(['\n', ',', '(', '|', '\t', '-', ';', '/'])
                || text[name.end..].trim().is_empty();
            let after = &text[name.end..text.floor_char_boundary((name.end + DETAIL_BYTES).min(text.len()))];
            let details = after.contains('@') || after.chars().filter(char::is_ascii_digit).count() >= 7;
            let surely = details && is_likely(&text[name.clone()]);
            if lead <= 12 && ends && surely {
                out.push(name);
            }
        }
    }
    out
}
