//! Pages printed into a text: running heads and feet, and text set with a blank line after every line.
//!
//! In: blocks. Out: the same, with what pages repeat as furniture. It joins nothing itself.

use super::blocks::PassageDraft;
use super::headings::Class;
use super::running::{MAX_RUNNING_HEAD_CHARS, is_foot, without_numbers};
use entente_corpus::PassageKind;

/// Blocks above and below a page's edge that may be its head or foot.
const REACH: usize = 2;
/// Fewest lines in capitals before they may be a text's own way of writing.
const MIN_CAPITAL_LINES: usize = 20;
/// Lines in capitals among the first blocks are a letterhead's all the same.
const LETTERHEAD: usize = 6;
/// Fewest lines that stand apart before a text counts as set so.
const MIN_SPACED_LINES: usize = 12;
/// Widths of a full line of running text.
const FULL: std::ops::RangeInclusive<usize> = 30..=95;

/// Marks as furniture the lines that pages repeat at their edges.
pub(super) fn set_apart(text: &str, drafts: &mut [PassageDraft]) {
    let edges = edges(text, drafts);
    if edges.len() < 3 {
        return;
    }
    let mut beside: Vec<usize> = Vec::new();
    for edge in &edges {
        beside.extend(edge.saturating_sub(REACH)..(edge + REACH).min(drafts.len()));
    }
    beside.sort_unstable();
    beside.dedup();
    let heads: Vec<(usize, String)> = beside
        .into_iter()
        .filter(|n| {
            let draft = &drafts[*n];
            let fits = matches!(draft.passage.kind, PassageKind::Paragraph | PassageKind::Heading);
            fits && draft.alone && draft.passage.marker.is_none()
        })
        .map(|n| (n, without_numbers(&drafts[n].text(text))))
        .filter(|(_, words)| {
            words.chars().count() <= MAX_RUNNING_HEAD_CHARS
                && words.chars().any(char::is_alphabetic)
                && !words.ends_with([':', '.', ';'])
        })
        .collect();
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    heads.iter().for_each(|(_, words)| *counts.entry(words).or_default() += 1);
    for (n, words) in &heads {
        let numbered = words.contains('#');
        let often = counts.get(words.as_str()).copied().unwrap_or(0);
        if often >= if numbered { 2 } else { 3 } {
            drafts[*n].passage.kind = PassageKind::Furniture;
            drafts[*n].passage.number = None;
            drafts[*n].class = None;
        }
    }
}

/// Blocks that begin a page: the first, and those after a form feed or a page's foot.
fn edges(text: &str, drafts: &[PassageDraft]) -> Vec<usize> {
    let foot = |draft: &PassageDraft| draft.passage.kind == PassageKind::Furniture && is_foot(&draft.text(text));
    let fed = |before: &PassageDraft, after: &PassageDraft| {
        let (from, to) = (before.passage.extent().end as usize, after.passage.extent().start as usize);
        text.get(from..to).is_some_and(|between| between.contains('\u{c}'))
    };
    let after = drafts.windows(2).enumerate().filter(|(_, pair)| foot(&pair[0]) || fed(&pair[0], &pair[1]));
    std::iter::once(0).chain(after.map(|(n, _)| n + 1)).collect()
}

/// The width of a full line, where `drafts` is a text whose every line stands between blank lines.
pub(super) fn spaced(text: &str, drafts: &[PassageDraft]) -> Option<usize> {
    let running = drafts.iter().filter(|draft| draft.passage.kind == PassageKind::Paragraph && draft.class.is_none());
    let (mut apart, mut all) = (Vec::new(), 0_usize);
    for draft in running {
        let words = draft.text(text);
        // "Telephone Number: 555 Fax Number: 556" is a row of a form: how long it is depends on its values, and these may be masked.
        if words.matches(": ").count() > 1 {
            continue;
        }
        let width = words.chars().count();
        all += usize::from(width >= *FULL.start());
        let ends = words.trim_end().ends_with(['.', '!', '?', ':', ';']);
        if draft.alone && FULL.contains(&width) && !ends && draft.passage.marker.is_none() {
            apart.push(width);
        }
    }
    apart.sort_unstable();
    (apart.len() >= MIN_SPACED_LINES && apart.len() * 3 >= all).then(|| apart[apart.len() / 2])
}

/// A speech typed in capitals has none that head anything: they become running text.
pub(super) fn lower_capitals(drafts: &mut [PassageDraft]) {
    let capitals = |draft: &&PassageDraft| draft.class == Some(Class::Capitals);
    let count = drafts.iter().filter(capitals).count();
    if count < MIN_CAPITAL_LINES || count * 5 < drafts.len() {
        return;
    }
    let head = drafts.iter().take_while(|draft| draft.passage.kind == PassageKind::Furniture).count() + LETTERHEAD;
    for draft in drafts.iter_mut().skip(head).filter(|draft| draft.class == Some(Class::Capitals)) {
        draft.class = None;
        draft.passage.kind = PassageKind::Paragraph;
    }
}

#[cfg(test)]
mod tests {
    use crate::{TextFormat, structure};

    #[test]
    fn rows_of_labels_do_not_make_a_text_one_of_spaced_lines() {
        let row = "Telephone Number: █████ Fax Number: █████ Email Address: █████\n\n";
        let text =
            format!("{}Ports of the northern coast and all of their harbours\n\nGuards and boats\n", row.repeat(20));
        let found = structure(&text, TextFormat::Plain);
        let last: Vec<&str> = found.texts.iter().rev().take(2).map(|text| text.text.as_str()).collect();
        assert_eq!(last, ["Guards and boats", "Ports of the northern coast and all of their harbours"]);
    }
}
