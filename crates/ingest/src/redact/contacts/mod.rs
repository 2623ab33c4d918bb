//! Contact persons: after a label, before or after an address, in a section that announces them.
//!
//! In: a text as it is read, and where its addresses and numbers are. Out: places of names. An official who is only mentioned
//! belongs to the text; a name is a contact only if the text says to turn to that person.

mod labels;
mod owners;
mod person;
mod sections;

use std::ops::Range;

pub(super) use person::is_likely;

/// Bytes before a name in which its label is looked for.
const LABEL_BYTES: usize = 120;
/// Bytes around an address in which the name of its owner is looked for.
const OWNER_WINDOW_BYTES: usize = 200;
/// Bytes after a name in which contact details have to follow if its label has no colon.
const DETAIL_BYTES: usize = 160;

/// The contact persons of `text`. `details` are the places of its addresses and numbers, sorted.
pub(super) fn persons(text: &str, addresses: &[Range<usize>], details: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out = labels::labelled(text, details);
    for address in addresses {
        out.extend(owners::owners(text, address));
    }
    out.extend(sections::in_sections(text));
    for detail in details {
        out.extend(owners::before_detail(text, detail.start));
    }
    out
}

/// Bytes of blanks, quotes and marks of emphasis before a value.
fn opening(rest: &str) -> usize {
    let near = &rest[..rest.floor_char_boundary(24)];
    near.len() - near.trim_start_matches(|c: char| c.is_whitespace() || "\"'*_|>([{:：-".contains(c)).len()
}

#[cfg(test)]
mod tests;
