//! The search for places of words: exactly, or as close as they come.
//!
//! In: the words that are sought. Out: their places, the best first. The index says which passages are worth a look; each of
//! them is read in a step of its own, so that a page can stop between two.

use std::ops::Range;

use entente_explore::{Explorer, PassageAt, PassageSet};
use entente_text::order;

use crate::matching::{MAX_RUNS, Match, Sought, SourceText, read};

/// Passages that are looked at for one quotation or sentence.
const MAX_CANDIDATES: usize = 48;
/// Share of the weight of the words, in per cent, from which a passage is like them.
const MIN_LIKE_PERCENT: u32 = 50;
/// Passages unlike the words that are read one after the other: those after them promise even less, and reading one of a large page
/// takes milliseconds.
const MAX_UNLIKE: usize = 12;
/// Passages that the search gives.
const MAX_CLOSEST: usize = 40;
/// Most passages that a run gives. A run in more passages than this distinguishes none of them.
const MAX_RUN_PASSAGES: usize = 64;
/// Words of the longest quotation that is looked for in one piece.
const MAX_WHOLE_WORDS: usize = 48;

/// A search for the places where words occur exactly. It goes on step by step, because each passage has to be read.
#[derive(Debug)]
pub(crate) struct Exact {
    /// Passages that are not read yet, the first last.
    open: Vec<PassageAt>,
    found: Vec<Match>,
    /// Bytes of the passages that were read.
    pub(crate) read_bytes: usize,
}

impl Exact {
    /// Looks for all of `sought` in at most `limit` passages; nowhere if it has no words.
    pub(crate) fn new(sought: &Sought, explorer: &Explorer, limit: usize) -> Self {
        let mut open = explorer.passages_with_run(sought.all(), limit);
        open.reverse();
        Self { open, found: Vec::new(), read_bytes: 0 }
    }

    /// Reads one passage; false if there was none left.
    pub(crate) fn step(&mut self, sought: &Sought, explorer: &Explorer) -> bool {
        let Some(at) = self.open.pop() else { return false };
        let source = read(explorer, &[at]);
        self.read_bytes += source.as_ref().map_or(0, SourceText::bytes);
        let found = source.map(|source| sought.fit(source));
        self.found.extend(found.filter(|found| found.differing == 0));
        true
    }

    /// The places in the order of the file.
    pub(crate) fn finish(self) -> Vec<Match> {
        self.found
    }

    /// A place of `sought`; `None` if there is none.
    pub(crate) fn any(sought: &Sought, explorer: &Explorer) -> Option<Match> {
        let mut search = Self::new(sought, explorer, 1);
        while search.step(sought, explorer) {}
        search.found.pop()
    }
}

/// A search for the places where words come closest. It goes on step by step, so that a page can stop between two.
#[derive(Debug, Default)]
pub(crate) struct Closest {
    stage: Stage,
    /// Passages with how many runs of the words were found in them at once.
    votes: Vec<(PassageAt, usize)>,
    found: Vec<Match>,
    /// Passages that were read since the last one that has half of the words.
    unlike: usize,
    /// Bytes of the passages that were read.
    pub(crate) read_bytes: usize,
}

/// What the next step of [`Closest`] does.
#[derive(Debug, Default)]
enum Stage {
    /// Looks for the words as one run.
    #[default]
    Whole,
    /// Looks for these parts of them, the last first.
    Runs(Vec<Range<usize>>),
    /// Asks the search for passages that share rare words.
    Shared,
    /// Fits the words into these passages, the last first.
    Fit(Vec<PassageAt>),
}

impl Closest {
    /// Does a small part of the work; false if there was nothing left to do. Passages outside of `within` are not looked at.
    pub(crate) fn step(&mut self, sought: &Sought, explorer: &Explorer, within: Option<&PassageSet>) -> bool {
        match &mut self.stage {
            Stage::Whole => {
                if sought.tokens.len() <= MAX_WHOLE_WORDS {
                    for at in explorer.passages_with_run(sought.all(), MAX_RUN_PASSAGES) {
                        self.votes.push((at, MAX_RUNS));
                    }
                }
                let is_enough = self.votes.len() >= MAX_CANDIDATES / 2;
                self.stage = if is_enough { Stage::Shared } else { Stage::Runs(sought.runs()) };
            }
            Stage::Runs(runs) => match runs.pop() {
                // A run of words that are in nearly every passage distinguishes little and takes long.
                Some(run) if sought.is_common(run.clone(), explorer) => {}
                Some(run) => {
                    for at in explorer.passages_with_run(sought.words(run), MAX_RUN_PASSAGES) {
                        self.votes.push((at, 1));
                    }
                }
                None => self.stage = Stage::Shared,
            },
            Stage::Shared => {
                let shared = explorer.closest_passages(sought.all(), MAX_CLOSEST, within);
                self.stage = Stage::Fit(ranked(&self.votes, shared, explorer, within));
            }
            Stage::Fit(open) => {
                let Some(at) = open.pop() else { return false };
                if let Some(found) = sought.fit_at(explorer, at) {
                    self.read_bytes += found.source.bytes();
                    self.unlike = if found.share < MIN_LIKE_PERCENT { self.unlike + 1 } else { 0 };
                    self.found.push(found);
                }
                if self.unlike >= MAX_UNLIKE {
                    open.clear();
                }
            }
        }
        true
    }

    /// The places that were found, the best first; at most `limit`.
    pub(crate) fn finish(self, limit: usize) -> Vec<Match> {
        let mut out = self.found;
        order::sort_by(&mut out, |a, b| {
            (a.differing.cmp(&b.differing))
                .then(b.share.cmp(&a.share))
                .then(a.one_sided().cmp(&b.one_sided()))
                .then(a.place().cmp(&b.place()))
        });
        // Neighbours that were read together are found from each of them.
        let mut seen: Vec<(PassageAt, bool)> = Vec::new();
        out.retain(|found| {
            let own = (found.place(), found.parts().len() > 1);
            let is_new = !seen.contains(&own);
            seen.push(own);
            is_new
        });
        out.truncate(limit);
        out
    }
}

/// The passages that are worth a look, the best last: by the runs of the words that they have, and by their rank among those that
/// share rare words.
fn ranked(
    votes: &[(PassageAt, usize)],
    shared: Vec<(PassageAt, f32)>,
    explorer: &Explorer,
    within: Option<&PassageSet>,
) -> Vec<PassageAt> {
    // One run is worth three ranks.
    let mut all: Vec<(PassageAt, usize, usize)> = votes.iter().map(|(at, votes)| (*at, MAX_CLOSEST, *votes)).collect();
    all.extend(shared.into_iter().enumerate().map(|(rank, (at, _))| (at, rank, 0)));
    order::sort_by(&mut all, |one, other| one.0.cmp(&other.0));
    let mut out: Vec<(usize, PassageAt)> = Vec::new();
    for same in all.chunk_by(|one, other| one.0 == other.0) {
        let at = same[0].0;
        if within.is_none_or(|within| explorer.is_within(within, at)) {
            let rank = same.iter().map(|row| row.1).min().unwrap_or(MAX_CLOSEST);
            let votes: usize = same.iter().map(|row| row.2).sum();
            out.push((rank + 3 * (MAX_RUNS + 1) - 3 * votes.min(MAX_RUNS), at));
        }
    }
    order::sort_by(&mut out, Ord::cmp);
    out.truncate(MAX_CANDIDATES);
    out.into_iter().rev().map(|(_, at)| at).collect()
}
