//! Runs a plan: finds passages with all of the words, else with all but the small ones, else with some of them.
//!
//! The order is that of passages. Ranking by nearness and kind of passage is done elsewhere (`nearness`, `ranking`).

use crate::eval::{Filters, Scores, both, scores, without};
use crate::index::Index;
use crate::plan::{Node, Plan, distinct};
use crate::small;

/// The share of its score that a passage adds to its document, beside the best one: 0 adds nothing, 1 all of it.
const OTHER_PASSAGES_WEIGHT: f32 = 0.1;

/// The result of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResult {
    /// Passages in order, with their scores before nearness counts.
    pub passages: Scores,
    /// Remarks for the reader, one sentence each.
    pub remarks: Vec<String>,
}

impl Plan {
    /// Searches. If no passage has all of the words, the result has passages with some of them, and a remark that says so.
    #[must_use]
    pub fn search(&self, index: &Index, filters: Filters) -> SearchResult {
        let mut remarks = self.remarks.clone();
        let mut passages = scores(index, &self.root, filters);
        if passages.is_empty()
            && let Some(parts) = self.parts()
        {
            // "When was the consultation held?": a missing small word of a question must not empty the result.
            if !parts.small.is_empty() && !parts.said.is_empty() {
                let words: Vec<&str> = parts.small.iter().filter_map(|part| word_of(part)).collect();
                let said = parts.said.iter().chain(&parts.kept).copied().cloned().collect();
                passages = scores(index, &Node::All(said), filters);
                if !passages.is_empty() {
                    let words = words.join(", ");
                    remarks.push(format!("No passage has all of these words; small ones were left out: {words}."));
                }
            }
            if passages.is_empty() && parts.small.len() + parts.said.len() > 1 {
                passages = scores(index, &parts.any(), filters);
                if !passages.is_empty() {
                    remarks.push("No passage has all of these words; passages with some of them are shown.".to_owned());
                }
            }
        }
        if let Node::Closest(_) = &self.root
            && !passages.is_empty()
        {
            remarks.push("A sentence was asked for; the passages that come closest to it are shown.".to_owned());
        }
        SearchResult { passages, remarks: distinct(remarks) }
    }

    /// Passages that have some of the words only, in order: what follows those of [`Plan::search`], which are `found`.
    #[must_use]
    pub fn search_some(&self, index: &Index, filters: Filters, found: &[(u32, f32)]) -> Scores {
        let Some(parts) = self.parts().filter(|parts| parts.small.len() + parts.said.len() > 1) else {
            return Vec::new();
        };
        let mut out = scores(index, &parts.any(), filters);
        out.retain(|(passage, _)| found.binary_search_by_key(passage, |(known, _)| *known).is_err());
        out
    }

    /// Groups of passages (documents) that have all of the words between them: number of a group and its score, in
    /// order. `group` says to which one a passage belongs; passages of a group follow each other.
    ///
    /// A word counts as much as in the passage of the group with the highest score for it; the other passages add a little.
    #[must_use]
    pub fn search_groups(&self, index: &Index, filters: Filters, group: &dyn Fn(u32) -> u32) -> Scores {
        let grouped = |node: &Node| -> Scores {
            let mut out: Vec<(u32, f32, f32)> = Vec::new();
            for (passage, score) in scores(index, node, filters) {
                let number = group(passage);
                match out.last_mut() {
                    Some((last, most, sum)) if *last == number => {
                        *most = most.max(score);
                        *sum += score;
                    }
                    _ => out.push((number, score, score)),
                }
            }
            out.into_iter().map(|(number, most, sum)| (number, most + OTHER_PASSAGES_WEIGHT * (sum - most))).collect()
        };
        let Node::All(parts) = &self.root else { return grouped(&self.root) };
        // Passages that have all of it by themselves say most.
        let together = grouped(&self.root);
        let (unwanted, wanted): (Vec<&Node>, Vec<&Node>) = parts.iter().partition(|part| matches!(part, Node::Not(_)));
        let mut out: Option<Scores> = None;
        for part in wanted {
            let next = grouped(part);
            let known = out.take();
            out = Some(known.map_or(next.clone(), |known| both(&known, &next, |_, a, b| Some(a + b))));
        }
        let mut out = out.unwrap_or_else(|| together.clone());
        for part in unwanted {
            if let Node::Not(inner) = part {
                out = without(out, &grouped(inner));
            }
        }
        for (number, score) in &mut out {
            *score += together.binary_search_by_key(number, |(known, _)| *known).map_or(0.0, |at| together[at].1);
        }
        out
    }

    fn parts(&self) -> Option<Parts<'_>> {
        let Node::All(all) = &self.root else { return None };
        let mut out = Parts::default();
        for part in all {
            let list = match part {
                Node::Not(_) | Node::Filter(..) => &mut out.kept,
                part if word_of(part).is_some_and(small::is_small) => &mut out.small,
                _ => &mut out.said,
            };
            list.push(part);
        }
        Some(out)
    }
}

/// The parts of a query that wants them all.
#[derive(Default)]
struct Parts<'a> {
    /// Filters and exclusions, which every passage has to fulfil.
    kept: Vec<&'a Node>,
    /// Words such as "the" that do not narrow the question.
    small: Vec<&'a Node>,
    /// The rest.
    said: Vec<&'a Node>,
}

impl Parts<'_> {
    /// A node that wants any of the parts that matter, or any of the small words if there are no others.
    fn any(&self) -> Node {
        let wanted = if self.said.is_empty() { &self.small } else { &self.said };
        let mut all = vec![Node::Any(wanted.iter().map(|part| apart(part)).collect())];
        all.extend(self.kept.iter().copied().cloned());
        Node::All(all)
    }
}

/// Splits a compound: "shock-induced" also matches "shock" and "induced". Other parts stay as they are.
fn apart(part: &Node) -> Node {
    let run = match part {
        Node::Run(run) => run,
        Node::Best(parts) => match parts.first() {
            Some(Node::Run(run)) => run,
            _ => return part.clone(),
        },
        _ => return part.clone(),
    };
    let parts = run.parts.iter().cloned().map(Node::Words);
    if run.parts.is_empty() { part.clone() } else { Node::Any(std::iter::once(part.clone()).chain(parts).collect()) }
}

/// The word of a part as typed; `None` if the part is not a word.
fn word_of(part: &Node) -> Option<&str> {
    match part {
        Node::Words(leaf) => Some(&leaf.shown),
        Node::Best(parts) => parts.first().and_then(word_of),
        _ => None,
    }
}
