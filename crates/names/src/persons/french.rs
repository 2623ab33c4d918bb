//! Holders of French offices: "le ministre arménien de la Défense **Suren Papikyan**".

use super::between;
use super::name::{Lead, count_parts, name_end};
use super::role::MAX_ROLE_WORDS;
use crate::gazetteer::classes::Class;
use crate::lexicon::Lexicon;
use crate::scan::Scan;

/// Letters of the longest small word inside the field of an office: "des", "la".
const MAX_LINK_CHARS: usize = 3;

/// Where the name begins and ends that follows the office at word `at` and its field.
pub(super) fn after_field(scan: &Scan, lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    if !scan.has(at, Class::OfficeBeforeField) {
        return None;
    }
    let joins = |at: usize| matches!(between(scan, at).trim(), "" | "'" | "’");
    let is_link = |at: usize| {
        let word = scan.folded(at);
        !scan.is_capital(at) && (1..=MAX_LINK_CHARS).contains(&word.chars().count())
    };
    // "Le ministre **arménien** de la Défense": whose minister it is stands before the field.
    let adjective = !scan.is_capital(at + 1) && !is_link(at + 1) && joins(at + 1);
    let first = at + 1 + usize::from(adjective);
    if !scan.has(first, Class::RoleLink) || !joins(first) {
        return None;
    }
    let mut probe = first;
    let mut has_field = false;
    while probe < scan.words.len() && probe - at < MAX_ROLE_WORDS && joins(probe) {
        let field = scan.has(probe, Class::OfficeField);
        if !field && !is_link(probe) {
            break;
        }
        has_field |= field;
        probe += 1;
    }
    if !has_field || !joins(probe) || !scan.has(probe - 1, Class::OfficeField) {
        return None;
    }
    let end = name_end(scan, lexicon, probe, Lead::Title)?;
    (count_parts(scan, probe, end) > 1).then_some((probe, end))
}
