//! A score taken apart.

use crate::eval;
use crate::index::{Field, Index};
use crate::plan::{Leaf, Node, Plan};

/// One part of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is for: "“cyber”: 2 times in the text, in the headings".
    pub what: String,
    /// What it gives.
    pub value: f32,
    /// True if the sum of the parts before is multiplied by it.
    pub factor: bool,
}

impl Plan {
    /// The parts of each passage's score: the sum of those that are not factors, times each factor, is the score. What of the plan has to be
    /// looked for in the whole index is looked for once.
    #[must_use]
    pub fn explain(&self, index: &Index, passages: &[u32]) -> Vec<Vec<Part>> {
        let mut sorted = passages.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        let mut found = gather(index, &self.root, &sorted);
        if self.most() > 1.0 {
            for (parts, nearness) in found.iter_mut().zip(self.nearness(index, &sorted)) {
                parts.push(Part { what: "words standing together".to_owned(), value: nearness, factor: true });
            }
        }
        let of = |passage: &u32| sorted.binary_search(passage).map(|at| found[at].clone()).unwrap_or_default();
        passages.iter().map(of).collect()
    }
}

/// The parts that `node` gives to each of `passages`, which are in order.
fn gather(index: &Index, node: &Node, passages: &[u32]) -> Vec<Vec<Part>> {
    let part = |what: String, value: f32| Part { what, value, factor: false };
    let said = |scores: eval::Scores, what: &dyn Fn(u32) -> String| {
        let score = |passage: &u32| {
            let at = scores.binary_search_by_key(passage, |(known, _)| *known).ok()?;
            Some(part(what(*passage), scores[at].1))
        };
        passages.iter().map(|passage| score(passage).into_iter().collect()).collect()
    };
    match node {
        Node::Words(leaf) => said(eval::words(index, leaf, Some(passages)), &|passage| named(index, leaf, passage)),
        Node::Run(run) => said(eval::run(index, run), &|_| format!("\u{201c}{}\u{201d} side by side", run.shown)),
        Node::Closest(sentence) => said(sentence.scores(index), &|_| "words of the sentence".to_owned()),
        Node::Near(..) => said(eval::scores(index, node, &|_, _| None), &|_| "words near each other".to_owned()),
        Node::Best(alternatives) => {
            let sum = |parts: &[Part]| parts.iter().map(|part| part.value).sum::<f32>();
            let mut best: Vec<Vec<Part>> = vec![Vec::new(); passages.len()];
            for alternative in alternatives {
                for (best, these) in best.iter_mut().zip(gather(index, alternative, passages)) {
                    if best.is_empty() || sum(&these) > sum(best) {
                        *best = these;
                    }
                }
            }
            best
        }
        Node::All(inner) | Node::Any(inner) => {
            let mut out = vec![Vec::new(); passages.len()];
            for part in inner {
                out.iter_mut().zip(gather(index, part, passages)).for_each(|(parts, more)| parts.extend(more));
            }
            out
        }
        Node::Not(_) | Node::Filter(..) => vec![Vec::new(); passages.len()],
    }
}

/// "“cyber”: 2 times in the text, in the headings".
fn named(index: &Index, leaf: &Leaf, passage: u32) -> String {
    let place = passage as usize;
    let count = |field: Field| {
        let text = match index.shared(Some(field)) {
            Some(of) => of.get(place).copied().unwrap_or(u32::MAX),
            None => passage,
        };
        let postings = index.postings(Some(field));
        let mut count = 0;
        for (word, _) in &leaf.words {
            postings.list(*word).meet(&[text], |_, cursor| count += cursor.count());
        }
        count
    };
    let counts = [
        (count(Field::Text), "in the text"),
        (count(Field::Section), "in the headings"),
        (count(Field::Title), "in the title"),
    ];
    let said: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, place)| format!("{count}\u{d7} {place}")).collect();
    format!("\u{201c}{}\u{201d}: {}", leaf.shown, said.join(", "))
}
