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
    /// True where the sum of the parts before is multiplied by it.
    pub factor: bool,
}

impl Plan {
    /// The parts of a passage's score: the sum of those that are none, times each factor, is the score.
    #[must_use]
    pub fn explain(&self, index: &Index, passage: u32) -> Vec<Part> {
        let mut parts = Vec::new();
        gather(index, &self.root, passage, &mut parts);
        let nearness = self.nearness(index, &[passage])[0];
        if self.most() > 1.0 {
            parts.push(Part { what: "words standing together".to_owned(), value: nearness, factor: true });
        }
        parts
    }
}

fn gather(index: &Index, node: &Node, passage: u32, parts: &mut Vec<Part>) {
    let at = |scores: eval::Scores| {
        scores.binary_search_by_key(&passage, |(known, _)| *known).ok().map(|found| scores[found].1)
    };
    let mut add = |what: String, value: Option<f32>| {
        parts.extend(value.map(|value| Part { what, value, factor: false }));
    };
    match node {
        Node::Words(leaf) => add(named(index, leaf, passage), at(eval::words(index, leaf, Some(&[passage])))),
        Node::Run(run) => add(format!("\u{201c}{}\u{201d} side by side", run.shown), at(eval::run(index, run))),
        Node::Closest(sentence) => add("words of the sentence".to_owned(), at(sentence.scores(index))),
        Node::Near(..) => add("words near each other".to_owned(), at(eval::scores(index, node, &|_, _| None))),
        Node::Best(alternatives) => {
            let mut best: Vec<Part> = Vec::new();
            for alternative in alternatives {
                let mut these = Vec::new();
                gather(index, alternative, passage, &mut these);
                let sum = |parts: &[Part]| parts.iter().map(|part| part.value).sum::<f32>();
                if best.is_empty() || sum(&these) > sum(&best) {
                    best = these;
                }
            }
            parts.extend(best);
        }
        Node::All(inner) | Node::Any(inner) => inner.iter().for_each(|part| gather(index, part, passage, parts)),
        Node::Not(_) | Node::Filter(..) => {}
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
