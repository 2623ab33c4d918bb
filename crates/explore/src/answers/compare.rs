//! Two texts side by side, word by word.

use std::collections::BTreeMap;

use entente_corpus::{Evidence, PassageKind};
use entente_text::fold::fold;

use crate::desk::passages::PassageAt;
use crate::desk::{Desk, resolve};
use crate::models::facts::Source;

/// How a run of words relates to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// On both sides.
    Same,
    /// On both sides, but for case, punctuation or marks.
    Formatting,
    /// Only on this side.
    Only,
}

/// A run of words of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How it relates to the other side.
    pub change: Change,
}

/// A passage of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Where.
    pub source: Source,
    /// Its words.
    pub runs: Vec<Run>,
}

/// What became of a passage from the left text to the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// The same words.
    Identical,
    /// Other words.
    Changed,
    /// Only on the right.
    Added,
    /// Only on the left.
    Gone,
}

impl Became {
    /// The word for style sheets.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Gone => "gone",
        }
    }
}

/// Two passages that belong together. One side is missing if only the other has the passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Facing {
    /// Left.
    pub left: Option<Side>,
    /// Right.
    pub right: Option<Side>,
}

impl Facing {
    /// What became of the passage. Other case, punctuation or marks change no words.
    #[must_use]
    pub fn became(&self) -> Became {
        let has_only = |side: &Side| side.runs.iter().any(|run| run.change == Change::Only);
        match (&self.left, &self.right) {
            (Some(left), Some(right)) if has_only(left) || has_only(right) => Became::Changed,
            (Some(_), None) => Became::Gone,
            (None, Some(_)) => Became::Added,
            (Some(_), Some(_)) | (None, None) => Became::Identical,
        }
    }
}

/// What a text that the reader has pasted is called in an address.
pub const PASTED: &str = "text:";

/// A comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What is compared: places of the first passages.
    pub left: Source,
    /// See `left`.
    pub right: Source,
    /// Passages in order.
    pub facing: Vec<Facing>,
    /// Words that both sides have, of all words, in per cent.
    pub same: usize,
    /// Words that only one side has.
    pub differing: usize,
}

/// Two texts with more pairs of words than this are not aligned; both are shown as they are.
const MAX_WORD_PAIRS: usize = 4_000_000;
/// Two passages with at least this share of common words are taken for versions of each other.
const MIN_ALIKE_PERCENT: usize = 40;

/// Compares two passages (`DOC:PASSAGE`), sections (`DOC:sN-…`), documents, or one of these with the text `pasted`, which is called
/// [`PASTED`]; `None` if one is not in the file.
pub(crate) fn compare(desk: &Desk, one: &str, other: &str, pasted: &str) -> Option<Comparison> {
    let side = |address: &str| if address == PASTED { pasted_text(pasted) } else { texts(desk, address) };
    let (left, right) = (side(one)?, side(other)?);
    let facing = pair_paragraphs(&left, &right);
    let runs = |pick: fn(&Facing) -> &Option<Side>| facing.iter().filter_map(move |facing| pick(facing).as_ref());
    let count = |change: Change| {
        let sides = runs(|facing| &facing.left).chain(runs(|facing| &facing.right));
        let of = sides.flat_map(|side| &side.runs).filter(|run| run.change == change);
        of.map(|run| run.text.split_whitespace().count()).sum::<usize>()
    };
    let (same, differing) = (count(Change::Same) + count(Change::Formatting), count(Change::Only));
    let all = (same + differing).max(1);
    Some(Comparison {
        left: left.first()?.0.clone(),
        right: right.first()?.0.clone(),
        same: same * 100 / all,
        differing,
        facing,
    })
}

/// The words that differ between two texts: those only on the left, those only on the right.
pub(crate) fn differing(left: &str, right: &str) -> (Vec<Run>, Vec<Run>) {
    words_apart(left, right)
}

/// Lines of a text that was pasted; `None` if it has no words.
fn pasted_text(pasted: &str) -> Option<Vec<(Source, String)>> {
    let lines = (1_u32..).zip(pasted.lines());
    let words = lines.map(|(line, text)| (line, text.split_whitespace().collect::<Vec<_>>().join(" ")));
    let list: Vec<(Source, String)> = words
        .filter(|(_, text)| !text.is_empty())
        .map(|(line, text)| (Source { lines: (line, line), titled: true, ..Source::default() }, text))
        .collect();
    (!list.is_empty()).then_some(list)
}

/// Passages of what an address means.
fn texts(desk: &Desk, address: &str) -> Option<Vec<(Source, String)>> {
    let (document, place) =
        address.split_once(':').map_or((address, None), |(document, place)| (document, Some(place)));
    let (document, _) = resolve::document(desk, document, place)?;
    let body = desk.corpus.bodies.get(document)?;
    let number = u32::try_from(document).ok()?;
    let passage = |at: usize| {
        let found = body.passages.get(at)?;
        let at = u32::try_from(at).ok()?;
        let source = desk.source(number, Evidence { passage: Some(at), span: found.extent() });
        Some((source, desk.reading_text(PassageAt { document: number, passage: at })))
    };
    let whole = |at: &usize| body.passages[*at].kind != PassageKind::Furniture;
    let list: Vec<_> = match place {
        None => (0..body.passages.len()).filter(whole).filter_map(passage).collect(),
        Some(place) if place.starts_with('s') => {
            let (heading, _) = resolve::passage(desk, document, place)?;
            let section = body.passages.get(heading)?.section?;
            let level = body.sections.get(section as usize)?.level;
            let end = body.sections.iter().skip(section as usize + 1).find(|next| next.level <= level);
            let end = end.map_or(body.passages.len(), |next| next.heading as usize);
            (heading..end).filter(whole).filter_map(passage).collect()
        }
        Some(place) => {
            let (at, _) = resolve::passage(desk, document, place)?;
            passage(at).into_iter().collect()
        }
    };
    (!list.is_empty()).then_some(list)
}

/// Puts passages that are the same, or versions of one another, opposite each other.
fn pair_paragraphs(left: &[(Source, String)], right: &[(Source, String)]) -> Vec<Facing> {
    let keys = |list: &[(Source, String)]| list.iter().map(|(_, text)| key(text)).collect::<Vec<String>>();
    let common = if left.len() == 1 && right.len() == 1 { Vec::new() } else { align(&keys(left), &keys(right)) };
    let mut out = Vec::new();
    let (mut a, mut b) = (0, 0);
    for (next_a, next_b) in common.into_iter().chain([(left.len(), right.len())]) {
        between(&left[a..next_a], &right[b..next_b], left.len() == 1 && right.len() == 1, &mut out);
        if let (Some(one), Some(other)) = (left.get(next_a), right.get(next_b)) {
            out.push(facing(one, other));
        }
        (a, b) = ((next_a + 1).min(left.len()), (next_b + 1).min(right.len()));
    }
    out
}

/// Passages between two that are the same: versions of one another in their order, the others alone.
fn between(left: &[(Source, String)], right: &[(Source, String)], always: bool, out: &mut Vec<Facing>) {
    let mut b = 0;
    for one in left {
        let partner = right[b..].iter().position(|other| always || are_versions(&one.1, &other.1));
        match partner {
            Some(skip) => {
                out.extend(right[b..b + skip].iter().map(|other| Facing { left: None, right: Some(only_side(other)) }));
                out.push(facing(one, &right[b + skip]));
                b += skip + 1;
            }
            None => out.push(Facing { left: Some(only_side(one)), right: None }),
        }
    }
    out.extend(right[b..].iter().map(|other| Facing { left: None, right: Some(only_side(other)) }));
}

fn facing(one: &(Source, String), other: &(Source, String)) -> Facing {
    let (left, right) = words_apart(&one.1, &other.1);
    Facing {
        left: Some(Side { source: one.0.clone(), runs: left }),
        right: Some(Side { source: other.0.clone(), runs: right }),
    }
}

fn only_side((source, text): &(Source, String)) -> Side {
    Side { source: source.clone(), runs: vec![Run { text: text.clone(), change: Change::Only }] }
}

/// Share of words that two texts have in common, whatever their order.
fn are_versions(one: &str, other: &str) -> bool {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut total = 0;
    for word in one.split_whitespace().map(key) {
        *counts.entry(word).or_default() += 1;
        total += 1;
    }
    let mut common = 0;
    for word in other.split_whitespace().map(key) {
        total += 1;
        if let Some(count) = counts.get_mut(&word).filter(|count| **count > 0) {
            *count -= 1;
            common += 2;
        }
    }
    common * 100 >= MIN_ALIKE_PERCENT * total.max(1)
}

/// What two words or passages are compared by: letters and digits, folded.
fn key(text: &str) -> String {
    let folded = fold(text);
    let letters: String = folded.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect();
    // A dash or a bullet alone is compared unfolded.
    if letters.trim().is_empty() { folded } else { letters.trim().to_owned() }
}

fn words_apart(left: &str, right: &str) -> (Vec<Run>, Vec<Run>) {
    let (left, right): (Vec<&str>, Vec<&str>) = (left.split_whitespace().collect(), right.split_whitespace().collect());
    let keys = |list: &[&str]| list.iter().map(|word| key(word)).collect::<Vec<String>>();
    let common = align(&keys(&left), &keys(&right));
    let mut sides = (Vec::new(), Vec::new());
    let (mut a, mut b) = (0, 0);
    for (next_a, next_b) in common.into_iter().chain([(left.len(), right.len())]) {
        push(&mut sides.0, &left[a..next_a], Change::Only);
        push(&mut sides.1, &right[b..next_b], Change::Only);
        if let (Some(one), Some(other)) = (left.get(next_a), right.get(next_b)) {
            let change = if one == other { Change::Same } else { Change::Formatting };
            push(&mut sides.0, &[one], change);
            push(&mut sides.1, &[other], change);
        }
        (a, b) = ((next_a + 1).min(left.len()), (next_b + 1).min(right.len()));
    }
    sides
}

fn push(runs: &mut Vec<Run>, words: &[&str], change: Change) {
    if words.is_empty() {
        return;
    }
    match runs.last_mut().filter(|run| run.change == change) {
        Some(run) => {
            run.text.push(' ');
            run.text.push_str(&words.join(" "));
        }
        None => runs.push(Run { text: words.join(" "), change }),
    }
}

/// Longest common subsequence of two lists: pairs of indices, ascending.
fn align(left: &[String], right: &[String]) -> Vec<(usize, usize)> {
    let head = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let most = left.len().min(right.len()) - head;
    let tail = left.iter().rev().zip(right.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let (a, b) = (&left[head..left.len() - tail], &right[head..right.len() - tail]);
    let mut out: Vec<(usize, usize)> = (0..head).map(|n| (n, n)).collect();
    if !a.is_empty() && !b.is_empty() && a.len().saturating_mul(b.len()) <= MAX_WORD_PAIRS {
        let width = b.len() + 1;
        let mut longest = vec![0_u32; (a.len() + 1) * width];
        for i in (0..a.len()).rev() {
            for j in (0..b.len()).rev() {
                longest[i * width + j] = if a[i] == b[j] {
                    longest[(i + 1) * width + j + 1] + 1
                } else {
                    longest[(i + 1) * width + j].max(longest[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < a.len() && j < b.len() {
            if a[i] == b[j] {
                out.push((head + i, head + j));
                (i, j) = (i + 1, j + 1);
            } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
    let (from_a, from_b) = (left.len() - tail, right.len() - tail);
    out.extend((0..tail).map(|n| (from_a + n, from_b + n)));
    out
}

#[cfg(test)]
mod tests {
    use super::{Change, Run, differing, pair_paragraphs, pasted_text};

    fn written(runs: &[Run]) -> String {
        let one = |run: &Run| match run.change {
            Change::Same => run.text.clone(),
            Change::Formatting => format!("~{}~", run.text),
            Change::Only => format!("[{}]", run.text),
        };
        runs.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_stand_apart_where_they_differ_and_only_there() {
        for (left, right, on_left, on_right) in [
            (
                "with concerned countries.",
                "with its neighbouring countries.",
                "with [concerned] countries.",
                "with [its neighbouring] countries.",
            ),
            ("Korean has held it", "Korea has held it", "[Korean] has held it", "[Korea] has held it"),
            ("the “U.S.” and", "the US and", "the ~“U.S.”~ and", "the ~US~ and"),
            ("", "all of it", "", "[all of it]"),
            ("same words", "same words", "same words", "same words"),
            ("500,000 dollars", "500,001 dollars", "[500,000] dollars", "[500,001] dollars"),
        ] {
            let (a, b) = differing(left, right);
            assert_eq!((written(&a), written(&b)), (on_left.to_owned(), on_right.to_owned()), "{left} / {right}");
        }
    }

    #[test]
    fn what_became_of_each_paragraph_is_told() {
        let text = |lines: &[&str]| pasted_text(&lines.join("\n")).expect("it has words");
        let left = text(&["A title", "Ports are safe and open to ships.", "This goes away altogether.", "The end."]);
        let right = text(&["A TITLE", "Ports are safe and closed to ships.", "The end.", "New words come last."]);
        let became: Vec<&str> = pair_paragraphs(&left, &right).iter().map(|facing| facing.became().as_str()).collect();
        assert_eq!(became, ["identical", "changed", "gone", "identical", "added"]);
        assert!(pasted_text(" \n\n\t").is_none(), "nothing to compare");
    }
}
