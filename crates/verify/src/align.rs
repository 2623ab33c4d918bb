//! Aligns two lists of words: finds where the first one fits into the second with the fewest words changed.

use std::ops::Range;

use entente_text::order;

/// Words of both sides that differ. One of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hunk {
    /// Indices of the first list.
    pub(crate) left: Range<usize>,
    /// Indices of the second list.
    pub(crate) right: Range<usize>,
}

/// How the first list fits into the second one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// Indices of the second list that belong to the first one.
    pub(crate) right: Range<usize>,
    /// Where they differ, in order.
    pub(crate) hunks: Vec<Hunk>,
}

impl Alignment {
    /// Words that differ: of each hunk the longer side.
    pub(crate) fn differing(&self) -> usize {
        self.hunks.iter().map(|hunk| hunk.left.len().max(hunk.right.len())).sum()
    }
}

/// Most pairs of words that are weighed against each other; of a longer second list, the likeliest part is taken.
const MAX_PAIRS: usize = 400_000;
/// Width of the bands in which places of common pairs are counted.
const BAND_WORDS: usize = 32;
/// Places of one pair of words in the first list that count.
const MAX_PLACES: usize = 8;

/// Fits `left` into `right`: fewest words left out, added or replaced; `right` may begin and end anywhere. Numbers of
/// words; 0 is a word that the other list does not have. Time is in line with the product of the lengths, up to a bound
/// beyond which it is in line with their sum.
pub(crate) fn fit(left: &[u32], right: &[u32]) -> Alignment {
    let window = if left.len().saturating_mul(right.len()) > MAX_PAIRS { window(left, right) } else { 0..right.len() };
    let from = window.start;
    let mut out = fit_all(left, &right[window]);
    out.right = out.right.start + from..out.right.end + from;
    for hunk in &mut out.hunks {
        hunk.right = hunk.right.start + from..hunk.right.end + from;
    }
    out
}

/// The part of `right` in which most pairs of neighbours of `left` have the same distance.
fn window(left: &[u32], right: &[u32]) -> Range<usize> {
    let mut places: Vec<((u32, u32), usize)> =
        left.windows(2).enumerate().map(|(at, pair)| ((pair[0], pair[1]), at)).collect();
    order::sort_by(&mut places, Ord::cmp);
    let mut votes = vec![0_usize; (left.len() + right.len()) / BAND_WORDS + 2];
    for (at, pair) in right.windows(2).enumerate() {
        if pair[0] == 0 || pair[1] == 0 {
            continue;
        }
        let pair = (pair[0], pair[1]);
        let same = &places[places.partition_point(|(known, _)| *known < pair)..];
        for (_, place) in same.iter().take(MAX_PLACES).take_while(|(known, _)| *known == pair) {
            votes[(at + left.len() - place) / BAND_WORDS] += 1;
        }
    }
    let sum = |band: usize| votes[band] + votes.get(band + 1).copied().unwrap_or(0);
    let best = (0..votes.len()).rev().max_by_key(|band| sum(*band)).unwrap_or(0);
    let start = (best * BAND_WORDS).saturating_sub(left.len() + BAND_WORDS);
    let room = (MAX_PAIRS / left.len().max(1)).max(BAND_WORDS);
    let start = start.min(right.len());
    start..right.len().min(start + room.min(left.len() * 2 + 4 * BAND_WORDS))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Stop,
    Same,
    Replaced,
    OnlyLeft,
    OnlyRight,
}

/// Cost of a changed word. Among places with as few changes, the one with more words in common wins: each is worth 1.
const EDIT_COST: i32 = 4_096;

fn fit_all(left: &[u32], right: &[u32]) -> Alignment {
    let width = right.len() + 1;
    let mut steps = vec![Step::Stop; (left.len() + 1) * width];
    let mut before = vec![0_i32; width];
    let mut here = vec![0_i32; width];
    for (i, word) in left.iter().enumerate() {
        let row = (i + 1) * width;
        here[0] = before[0] + EDIT_COST;
        steps[row] = Step::OnlyLeft;
        for (j, other) in right.iter().enumerate() {
            let is_same = word == other && *word != 0;
            let diagonal = before[j] + if is_same { -1 } else { EDIT_COST };
            let only_left = before[j + 1] + EDIT_COST;
            let only_right = here[j] + EDIT_COST;
            let (cost, step) = if diagonal <= only_left && diagonal <= only_right {
                (diagonal, if is_same { Step::Same } else { Step::Replaced })
            } else if only_left <= only_right {
                (only_left, Step::OnlyLeft)
            } else {
                (only_right, Step::OnlyRight)
            };
            here[j + 1] = cost;
            steps[row + j + 1] = step;
        }
        std::mem::swap(&mut before, &mut here);
    }
    // The last of equals: a word replaced at the end then has its counterpart.
    let mut at = (left.len(), (0..width).rev().min_by_key(|j| before[*j]).unwrap_or(0));
    let end = at.1;
    let mut changes: Vec<(usize, usize, Step)> = Vec::new();
    while at.0 > 0 {
        let step = steps[at.0 * width + at.1];
        match step {
            Step::Stop => break,
            Step::Same => at = (at.0 - 1, at.1 - 1),
            Step::Replaced => {
                at = (at.0 - 1, at.1 - 1);
                changes.push((at.0, at.1, step));
            }
            Step::OnlyLeft => {
                at.0 -= 1;
                changes.push((at.0, at.1, step));
            }
            Step::OnlyRight => {
                at.1 -= 1;
                changes.push((at.0, at.1, step));
            }
        }
    }
    let mut hunks: Vec<Hunk> = Vec::new();
    for (i, j, step) in changes.into_iter().rev() {
        let left = i..i + usize::from(step != Step::OnlyRight);
        let right = j..j + usize::from(step != Step::OnlyLeft);
        match hunks.last_mut().filter(|last| last.left.end == left.start && last.right.end == right.start) {
            Some(last) => (last.left.end, last.right.end) = (left.end, right.end),
            None => hunks.push(Hunk { left, right }),
        }
    }
    trim(Alignment { right: at.1..end, hunks })
}

/// Most words at an end of the first list that may have counterparts in the second one.
const MAX_END_WORDS: usize = 3;

/// If more words than that differ at an end of the first list, they have no counterpart: `right` shrinks to what is common.
fn trim(mut out: Alignment) -> Alignment {
    if let Some(first) = out.hunks.first_mut().filter(|first| first.right.start == out.right.start) {
        let has_counterpart = first.left.start > 0 || first.left.len() <= MAX_END_WORDS;
        let kept = if has_counterpart { first.right.len().min(first.left.len()) } else { 0 };
        first.right.start = first.right.end - kept;
        out.right.start = first.right.start;
    }
    if let Some(last) = out.hunks.last_mut().filter(|last| last.right.end == out.right.end) {
        let kept = if last.left.len() <= MAX_END_WORDS { last.right.len().min(last.left.len()) } else { 0 };
        last.right.end = last.right.start + kept;
        out.right.end = last.right.end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Hunk, fit};

    fn numbers(left: &str, right: &str) -> (Vec<u32>, Vec<u32>) {
        let words: Vec<&str> = left.split(' ').filter(|word| !word.is_empty()).collect();
        let number = |word: &str| words.iter().position(|known| *known == word).map_or(0, |at| at as u32 + 1);
        let list = |text: &str| text.split(' ').filter(|word| !word.is_empty()).map(number).collect();
        (list(left), list(right))
    }

    #[test]
    fn the_place_with_the_fewest_changes_is_found() {
        for (left, right, place, hunks) in [
            ("b c d", "a b c d e", 1..4, vec![]),
            ("b x d", "a b c d e", 1..4, vec![Hunk { left: 1..2, right: 2..3 }]),
            ("b d", "a b c d e", 1..4, vec![Hunk { left: 1..1, right: 2..3 }]),
            ("b c c2 d", "a b c d e", 1..4, vec![Hunk { left: 2..3, right: 3..3 }]),
            ("", "a b", 0..0, vec![]),
        ] {
            let (left, right) = numbers(left, right);
            let found = fit(&left, &right);
            assert_eq!((found.right.len(), found.hunks), (place.len(), hunks), "{left:?} {right:?}");
        }
    }

    #[test]
    fn a_long_list_is_searched_where_pairs_agree() {
        let right: Vec<u32> =
            (0..200_000_u32).map(|n| if (150_000..150_060).contains(&n) { n } else { n % 7 }).collect();
        let left: Vec<u32> = (150_000..150_060).collect();
        let found = fit(&left, &right);
        assert_eq!((found.right, found.hunks), (150_000..150_060, vec![]));
    }

    #[test]
    fn long_lists_take_no_longer_than_their_lengths() {
        let left: Vec<u32> = (0..20_000_u32).map(|n| n % 3 + 1).collect();
        let right: Vec<u32> = (0..200_000_u32).map(|n| n % 5 + 1).collect();
        assert!(fit(&left, &right).right.end <= right.len());
    }
}
