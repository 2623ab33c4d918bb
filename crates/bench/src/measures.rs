//! Standard measures of a ranked list against judgements (Voorhees and Harman, TREC).

use std::collections::BTreeMap;

/// Gains of the documents judged for each query: query, document, gain.
pub(crate) type Judgements = BTreeMap<String, BTreeMap<String, f64>>;

/// Means over the queries that have judgements.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Measures {
    /// nDCG@10: gain of the first ten, discounted by rank, relative to the best possible order.
    pub(crate) ndcg: f64,
    /// MAP@100: mean of the precisions at each relevant document among the first hundred.
    pub(crate) map: f64,
    /// Recall@100: share of the relevant documents that are among the first hundred.
    pub(crate) recall: f64,
    /// Queries judged.
    pub(crate) queries: usize,
}

/// Measures `runs`, which has the ids found for each query, best first. A query without answers counts as 0.
pub(crate) fn measure(runs: &BTreeMap<String, Vec<String>>, judgements: &Judgements) -> Measures {
    let mut sum = Measures { queries: judgements.len(), ..Measures::default() };
    for (query, judged) in judgements {
        let found = runs.get(query).map_or(&[][..], Vec::as_slice);
        let gain = |id: &String| judged.get(id).copied().unwrap_or(0.0);
        let mut best: Vec<f64> = judged.values().copied().collect();
        best.sort_by(|a, b| b.total_cmp(a));
        let ideal = discounted(best.into_iter());
        sum.ndcg += if ideal > 0.0 { discounted(found.iter().map(gain)) / ideal } else { 0.0 };
        let right = judged.values().filter(|gain| **gain > 0.0).count().max(1) as f64;
        let (mut seen, mut precisions) = (0.0, 0.0);
        for (rank, id) in (1..=100_u32).zip(found) {
            if gain(id) > 0.0 {
                seen += 1.0;
                precisions += seen / f64::from(rank);
            }
        }
        sum.map += precisions / right;
        sum.recall += seen / right;
    }
    let count = judgements.len().max(1) as f64;
    Measures { ndcg: sum.ndcg / count, map: sum.map / count, recall: sum.recall / count, ..sum }
}

fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    (2..12_u32).zip(gains).map(|(rank, gain)| gain / f64::from(rank).log2()).sum()
}

#[cfg(test)]
mod tests {
    use super::{Judgements, measure};

    #[test]
    fn measures_are_those_of_the_field() {
        let judgements: Judgements = [("1", &[("a", 4.0), ("b", 1.0)][..]), ("2", &[("c", 1.0)]), ("3", &[("d", 2.0)])]
            .into_iter()
            .map(|(query, judged)| {
                (query.to_owned(), judged.iter().map(|(id, gain)| ((*id).to_owned(), *gain)).collect())
            })
            .collect();
        let run = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let runs = [("1", run(&["x", "a", "b"])), ("2", run(&["c"]))];
        let measures = measure(&runs.into_iter().map(|(query, ids)| (query.to_owned(), ids)).collect(), &judgements);
        let first = (4.0 / 3_f64.log2() + 1.0 / 2.0) / (4.0 + 1.0 / 3_f64.log2());
        assert!((measures.ndcg - (first + 1.0) / 3.0).abs() < 1e-9);
        assert!((measures.map - ((0.5 + 2.0 / 3.0) / 2.0 + 1.0) / 3.0).abs() < 1e-9);
        assert!((measures.recall - 2.0 / 3.0).abs() < 1e-9 && measures.queries == 3);
    }
}
