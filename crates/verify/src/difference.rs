//! The words that differ, for showing: runs of both sides, and each change by itself.

use crate::align::Hunk;
use crate::matching::{Match, Sought};
use crate::report::{Change, ChangeKind, Difference, Run, Side};
use entente_text::order;

/// Words between two changes that may belong to one change of order.
const MAX_WORDS_BETWEEN: usize = 6;

/// Changes that one change of order may consist of.
const MAX_HUNKS_OF_ORDER: usize = 8;

/// How `found` differs from what was sought.
pub(crate) fn difference(sought: &Sought, found: &Match) -> Difference {
    let alignment = &found.alignment;
    let mut runs: Vec<Run> = Vec::new();
    let mut push = |text: String, side: Side| {
        if !text.is_empty() {
            runs.push(Run { text, side });
        }
    };
    let mut at = 0;
    for hunk in &alignment.hunks {
        push(sought.words(at..hunk.left.start).to_owned(), Side::Both);
        push(sought.words(hunk.left.clone()).to_owned(), Side::Text);
        push(found.words(hunk.right.clone()), Side::Source);
        at = hunk.left.end;
    }
    push(sought.words(at..sought.tokens.len()).to_owned(), Side::Both);
    Difference { runs, changes: changes(sought, found), words: found.differing }
}

fn changes(sought: &Sought, found: &Match) -> Vec<Change> {
    let hunks = &found.alignment.hunks;
    let mut out = Vec::new();
    let mut n = 0;
    while n < hunks.len() {
        let (change, taken) =
            reordered(sought, found, &hunks[n..]).unwrap_or_else(|| (single(sought, found, &hunks[n]), 1));
        out.push(change);
        n += taken;
    }
    out
}

fn single(sought: &Sought, found: &Match, hunk: &Hunk) -> Change {
    let kind = match (hunk.left.is_empty(), hunk.right.is_empty()) {
        (true, _) => ChangeKind::LeftOut,
        (_, true) => ChangeKind::Inserted,
        _ => ChangeKind::Replaced,
    };
    Change { kind, text: sought.words(hunk.left.clone()).to_owned(), source: found.words(hunk.right.clone()) }
}

/// Changes that are one change of order: from the first to the last of them both sides have the same words.
fn reordered(sought: &Sought, found: &Match, hunks: &[Hunk]) -> Option<(Change, usize)> {
    let first = hunks.first()?;
    for (n, last) in hunks.iter().enumerate().take(MAX_HUNKS_OF_ORDER) {
        if n > 0 && last.left.start.saturating_sub(hunks[n - 1].left.end) > MAX_WORDS_BETWEEN {
            return None;
        }
        let left = first.left.start..last.left.end;
        let right = first.right.start..last.right.end;
        if left.len() != right.len() || left.len() < 2 {
            continue;
        }
        let mut one: Vec<&str> = sought.tokens[left.clone()].iter().map(|token| token.folded.as_str()).collect();
        let there = found.source.tokens.get(right.clone())?;
        let mut other: Vec<&str> = there.iter().map(|word| word.token.folded.as_str()).collect();
        order::sort_by(&mut one, Ord::cmp);
        order::sort_by(&mut other, Ord::cmp);
        if one == other {
            let text = sought.words(left).to_owned();
            return Some((Change { kind: ChangeKind::Reordered, text, source: found.words(right) }, n + 1));
        }
    }
    None
}
