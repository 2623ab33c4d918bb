//! What pages repeat at their edges: running heads and feet, page numbers.
//!
//! In: the lines of all pages. Out: the same, with those set aside. A line counts by its words without numbers.

use std::collections::BTreeMap;

use super::page::Line;
use entente_structure::running::{MAX_RUNNING_HEAD_CHARS, is_number, without_numbers};
use entente_text::order;

/// Lines at each edge of a page that may be its head or foot.
const REACH: usize = 4;
/// Lines this far apart stand at one place of their pages.
const SAME_PLACE: f32 = 9.0;

/// Sets aside what is printed at the edges of pages again and again.
pub(super) fn set_apart(pages: &mut [Vec<Line>]) {
    let mut seen: BTreeMap<(bool, String), Vec<f32>> = BTreeMap::new();
    let edges: Vec<Vec<(usize, bool, String)>> = pages.iter().map(|lines| edge(lines)).collect();
    for (lines, edge) in pages.iter().zip(&edges) {
        for (at, top, words) in edge {
            seen.entry((*top, words.clone())).or_default().push(lines[*at].y);
        }
    }
    for places in seen.values_mut() {
        order::sort_by(places, f32::total_cmp);
    }
    let enough = if pages.len() <= 4 { 2 } else { 3 };
    for (number, (lines, edge)) in pages.iter_mut().zip(edges).enumerate() {
        for (at, top, words) in edge {
            let y = lines[at].y;
            let often = seen.get(&(top, words)).is_some_and(|places| {
                let upto = |y: f32| places.partition_point(|place| *place < y);
                upto(y + SAME_PLACE) - upto(y - SAME_PLACE) >= enough
            });
            let text = lines[at].text();
            let alone = first_or_last(lines, at) && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
            let own = alone || is_number(&text, number + 1) || ends_with_number(lines, at, number + 1);
            lines[at].aside |= often || own;
        }
    }
}

/// The lines at the edges of a page, with their words.
fn edge(lines: &[Line]) -> Vec<(usize, bool, String)> {
    let mut order: Vec<usize> = (0..lines.len()).filter(|n| !lines[*n].aside).collect();
    order::sort_by(&mut order, |a, b| lines[*a].y.total_cmp(&lines[*b].y));
    let top = order.iter().take(REACH).map(|n| (*n, true));
    let bottom = order.iter().rev().take(REACH.min(order.len().saturating_sub(REACH))).map(|n| (*n, false));
    top.chain(bottom)
        .map(|(n, top)| (n, top, without_page_number(&lines[n].text())))
        .filter(|(_, _, words)| words.chars().count() <= MAX_RUNNING_HEAD_CHARS && !words.ends_with([',', ';']))
        .collect()
}

/// The words of a line without numbers; a page's number stands before the words on one page and after them on the next.
fn without_page_number(line: &str) -> String {
    let words = without_numbers(line);
    let bare = words.trim_matches(['#', ' ', '|', '-', '–', '—', '/']);
    if bare.is_empty() { words } else { bare.to_owned() }
}

/// Least part of its letters' size between a line and its neighbours, where it is set apart from the text.
const MIN_GAP: f32 = 1.8;

/// True for the highest or lowest line of a page after the first, set apart, whose last cell is the number of the page: what only later pages
/// print, as those of a letter do.
fn ends_with_number(lines: &[Line], at: usize, page: usize) -> bool {
    let line = &lines[at];
    let numbered = line.cells.len() >= 2 && line.cells.last().is_some_and(|cell| is_number(&cell.text, page));
    let beside = |other: &Line| (other.y - line.y).abs() < MIN_GAP * line.size;
    page > 1
        && numbered
        && first_or_last(lines, at)
        && !lines.iter().enumerate().any(|(n, other)| n != at && beside(other))
}

/// True for the highest or the lowest line of a page.
fn first_or_last(lines: &[Line], at: usize) -> bool {
    let mut others = lines.iter().enumerate().filter(|(n, line)| *n != at && line.y < f32::MAX);
    let y = lines[at].y;
    others.clone().all(|(_, line)| line.y >= y - 1.0) || others.all(|(_, line)| line.y <= y + 1.0)
}
