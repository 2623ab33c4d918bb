//! The first passages that have runs of words, without scores: reading ends with the last of them.

use entente_text::order::sort_by_key;

use crate::eval::begins;
use crate::index::Index;
use crate::plan::{Node, Plan, Run};

/// Passages of the rarest word that are looked at first. Each turn after it looks at twice as many.
const FIRST_TURN_PASSAGES: usize = 64;

impl Plan {
    /// The first passages that match the whole query, in order: at most `limit` of those for which `is_wanted` is true. No weaker
    /// match is tried. Of runs of words in the passages' own text no more is read than that takes.
    #[must_use]
    pub fn first(&self, index: &Index, limit: usize, is_wanted: &dyn Fn(u32) -> bool) -> Vec<u32> {
        if let Some(runs) = runs(&self.root) {
            return first_with_runs(index, &runs, limit, is_wanted);
        }
        let all = crate::eval::scores(index, &self.root, &|_, _| None);
        all.into_iter().map(|(passage, _)| passage).filter(|passage| is_wanted(*passage)).take(limit).collect()
    }
}

/// The runs that a passage has to have, if nothing else is asked for.
fn runs(node: &Node) -> Option<Vec<&Run>> {
    match node {
        Node::Run(run) => run.field.is_none().then(|| vec![run]),
        Node::All(parts) if !parts.is_empty() => {
            Some(parts.iter().map(runs).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect())
        }
        Node::All(_)
        | Node::Words(_)
        | Node::Near(..)
        | Node::Filter(..)
        | Node::Closest(_)
        | Node::Any(_)
        | Node::Best(_)
        | Node::Not(_) => None,
    }
}

fn first_with_runs(index: &Index, runs: &[&Run], limit: usize, is_wanted: &dyn Fn(u32) -> bool) -> Vec<u32> {
    let postings = &index.text;
    if runs.iter().any(|run| run.slots.is_empty()) {
        return Vec::new();
    }
    let mut slots: Vec<&Vec<u32>> = runs.iter().flat_map(|run| &run.slots).collect();
    sort_by_key(&mut slots, |slot| slot.iter().map(|word| postings.frequency(*word)).sum::<usize>());
    let Some((rarest, others)) = slots.split_first() else { return Vec::new() };
    let mut passages: Box<dyn Iterator<Item = u32>> = match rarest.as_slice() {
        [only] => Box::new(postings.list(*only).map(|(passage, _)| passage)),
        several => {
            let lists = several.iter().flat_map(|word| postings.list(*word));
            let mut all: Vec<u32> = lists.map(|(passage, _)| passage).collect();
            all.sort_unstable();
            all.dedup();
            Box::new(all.into_iter())
        }
    };
    let mut out = Vec::new();
    let mut turn = FIRST_TURN_PASSAGES;
    while out.len() < limit {
        let mut texts: Vec<u32> = passages.by_ref().take(turn).collect();
        if texts.is_empty() {
            break;
        }
        turn *= 2;
        for slot in others {
            texts = postings.having(slot, &texts);
        }
        for run in runs {
            texts = begins(postings, &run.slots, Some(&texts)).into_iter().map(|(passage, _)| passage).collect();
            texts.dedup();
        }
        out.extend(texts.into_iter().filter(|passage| is_wanted(*passage)));
    }
    out.truncate(limit);
    out
}

#[cfg(test)]
mod tests {
    use crate::query::Query;
    use crate::{Builder, Fields, Index, Plan, Synonyms};

    fn index(passages: u32) -> Index {
        let mut builder = Builder::default();
        for n in 0..passages {
            let text = format!("The ministers of Japan met in Paris in {}. Seoul {}.", 1990 + n % 30, n % 7);
            builder.add(Fields { title: "", section: "", text: &text });
        }
        builder.finish()
    }

    fn plan(index: &Index, runs: &[&str]) -> Plan {
        let run = |words: &&str| Query::Phrase(words.split(' ').map(str::to_owned).collect());
        Plan::new(index, &Query::And(runs.iter().map(run).collect()), &Synonyms::default())
    }

    #[test]
    fn the_first_passages_are_those_of_the_whole_search() {
        let index = index(500);
        for (runs, wanted) in [
            (&["ministers of Japan", "1995"][..], true),
            (&["met in Paris"], true),
            (&["met in Paris", "Seoul 3", "in 2001"], true),
            (&["Japan ministers"], false),
            (&["met in Paris", "unheard of"], false),
            (&["met in Paris", "..."], false),
        ] {
            let plan = plan(&index, runs);
            let all: Vec<u32> = plan.search(&index, &|_, _| None).passages.into_iter().map(|found| found.0).collect();
            let first = |limit| plan.first(&index, limit, &|_| true);
            assert_eq!(!first(1).is_empty(), wanted, "{runs:?}");
            if wanted {
                assert_eq!((first(usize::MAX), first(2).as_slice()), (all.clone(), &all[..2]), "{runs:?}");
                let odd: Vec<u32> = all.into_iter().filter(|passage| passage % 2 == 1).take(3).collect();
                assert_eq!(plan.first(&index, 3, &|passage| passage % 2 == 1), odd, "{runs:?}");
            }
        }
    }

    #[test]
    fn no_more_is_read_than_the_first_passages_take() {
        let visited = |passages: u32| {
            let index = index(passages);
            let plan = plan(&index, &["ministers of Japan", "met in Paris"]);
            let before = index.visited();
            assert_eq!(plan.first(&index, 10, &|_| true), (0..10).collect::<Vec<u32>>());
            index.visited() - before
        };
        assert_eq!(visited(1_000), visited(8_000));
    }
}
