//! Persons after a label: "Contact person: Jan Doe", "Attn: …", "please contact Jan Doe on …".

use std::ops::Range;

use entente_structure::personal::BAR;
use entente_text::fold::fold;

use super::super::words::{Class, is, is_ordinary};
use super::person::{is_likely, is_titled, person};
use super::{DETAIL_BYTES, LABEL_BYTES, OWNER_WINDOW_BYTES, opening};

/// Most words of a label.
const MAX_LABEL_WORDS: usize = 7;
/// Most persons after one label.
const MAX_PERSONS: usize = 8;

/// Words between two names.
const ANDS: &[&str] =
    &["and", "et", "und", "y", "e", "en", "i", "or", "oder", "ou", "&", "/", ",", ";", "및", "、", "，"];

/// Persons after a label: "Contact person: Jan Doe", "Attn: …", "please contact Jan Doe on …".
pub(super) fn labelled(text: &str, details: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, mark) in text.match_indices([':', '：', '\t', '|', '\n', '=', '-']) {
        let after = at + mark.len();
        if matches!(mark, "-") && !(text[..at].ends_with(' ') && text[after..].starts_with(' ')) {
            continue;
        }
        let Some(label) = label(text, at) else { continue };
        let whole = matches!(mark, "\n" | "\t" | "|" | "=");
        if whole && !label.alone {
            continue;
        }
        let kind = label.kind;
        let start = after + opening(&text[after..]);
        let found = match kind {
            Label::Contact => people(text, start, true),
            Label::Name => people(text, start, true),
        };
        let near = |found: &Range<usize>| {
            details.iter().any(|detail| {
                detail.start >= found.end && detail.start <= found.end + OWNER_WINDOW_BYTES + DETAIL_BYTES
            })
        };
        match kind {
            // The line below a label may belong to a menu.
            Label::Contact if whole => {
                out.extend(found.into_iter().filter(|name| is_likely(&text[name.clone()])));
            }
            Label::Contact => out.extend(found.into_iter().filter(|name| {
                let shown = &text[name.clone()];
                let titled = is_titled(&text[start..name.start.max(start)]);
                titled || is_likely(shown) || !fold(shown).split(|c: char| !c.is_alphanumeric()).any(is_ordinary)
            })),
            // "Name: Jan Doe … E-mail: …": the field of a form names a contact if contact details follow.
            Label::Name => out.extend(found.into_iter().filter(near)),
        }
    }
    // Without a colon, "contact" announces a person only if contact details follow.
    for (at, _) in text.match_indices(['c', 'C']) {
        let is_word = text[at..].get(..7).is_some_and(|word| word.eq_ignore_ascii_case("contact"))
            && text[at + 7..].starts_with([' ', '\n'])
            && !text[..at].ends_with(char::is_alphanumeric);
        if is_word {
            let start = at + 8 + opening(&text[at + 8..]);
            let near = |found: &Range<usize>| {
                details.iter().any(|detail| detail.start >= found.end && detail.start <= found.end + DETAIL_BYTES)
            };
            let titled = |name: &Range<usize>| is_titled(&text[start..name.start]);
            let surely = |name: &Range<usize>| titled(name) || is_likely(&text[name.clone()]);
            out.extend(people(text, start, false).into_iter().filter(near).filter(surely));
        }
    }
    out
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Contact,
    Name,
}

struct FoundLabel {
    kind: Label,
    /// True if nothing else is on its line or in its cell.
    alone: bool,
}

/// The label that ends at `at`.
fn label(text: &str, at: usize) -> Option<FoundLabel> {
    let from = text.floor_char_boundary(at.saturating_sub(LABEL_BYTES));
    let line = text[from..at].rsplit(['\n', '\t', '|', '{', ';']).next().unwrap_or_default();
    let words = line.trim_matches(|c: char| c.is_whitespace() || "\"'*_#>()[]:：-.·•○ㅇ☎".contains(c));
    // A label with a bar has its value already: what follows is something else.
    if words.is_empty() || words.contains(BAR) {
        return None;
    }
    let folded = fold(words);
    let kind = |words: &str| {
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let bare = words.strip_suffix("(s)").unwrap_or(words);
        if is(bare, Class::ContactLabel) {
            Some(Label::Contact)
        } else if is(bare, Class::NameColumn) || is(bare, Class::PersonColumn) {
            Some(Label::Name)
        } else {
            None
        }
    };
    if let Some(kind) = kind(&folded) {
        return Some(FoundLabel { kind, alone: true });
    }
    // The last words before the colon.
    let starts = folded.char_indices().filter(|(at, c)| {
        c.is_alphanumeric() && folded[..*at].chars().next_back().is_some_and(|before| !before.is_alphanumeric())
    });
    let mut starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    starts.reverse();
    let found = starts.into_iter().take(MAX_LABEL_WORDS).find_map(|start| kind(&folded[start..]))?;
    Some(FoundLabel { kind: found, alone: false })
}

/// The persons whose names begin at `start`. With `surely`, a single word may be a name.
fn people(text: &str, start: usize, surely: bool) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = start;
    while out.len() < MAX_PERSONS {
        let Some(name) = person(text, at, surely && out.is_empty()) else { break };
        // "Jan Doe, Manager, Port Branch" is one person.
        if !out.is_empty() && !is_likely(&text[name.clone()]) {
            break;
        }
        at = name.end;
        out.push(name);
        // "Jan Doe (Desk), Mary Major"
        let rest = &text[at..];
        let skipped = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let note =
            if rest.starts_with('(') { rest.find(')').filter(|end| *end < 60).map_or(0, |end| end + 1) } else { 0 };
        let after = &rest[note..];
        let gap = after.len() - after.trim_start().len();
        let after = after.trim_start();
        let Some(and) = ANDS.iter().find(|and| {
            let length = and.len();
            after.get(..length).is_some_and(|word| word.eq_ignore_ascii_case(and))
                && (!and.ends_with(char::is_alphanumeric) || after[length..].starts_with(char::is_whitespace))
        }) else {
            break;
        };
        at += skipped + note + gap + and.len();
        at += opening(&text[at..]);
    }
    out
}
