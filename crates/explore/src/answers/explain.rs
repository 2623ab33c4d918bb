//! Scores of passages, taken apart.

use entente_search::Part;

use super::ask::{ask, kind_weight};
use crate::desk::{Desk, resolve};
use crate::models::results::Explanation;
use crate::query::Query;

/// The scores of passages under `query`, each by its document and its own id; `None` for one that the query does not find.
pub(crate) fn explain(desk: &Desk, query: &Query, places: &[(&str, &str)]) -> Vec<Option<Explanation>> {
    let asked = ask(desk, query);
    let found = |(document, passage): &(&str, &str)| {
        let (document, _) = resolve::document(desk, document, Some(passage))?;
        let (passage, _) = resolve::passage(desk, document, passage)?;
        let number = u32::try_from(desk.passages.number(document, passage)).ok()?;
        let at = asked.scores.binary_search_by_key(&number, |(known, _)| *known).ok()?;
        Some((number, asked.scores[at].1))
    };
    let found: Vec<Option<(u32, f32)>> = places.iter().map(found).collect();
    let numbers: Vec<u32> = found.iter().flatten().map(|(number, _)| *number).collect();
    let mut parts = asked.plan.explain(desk.index_of(&asked.plan), &numbers).into_iter();
    let mut explained = |(number, score): (u32, f32)| {
        let mut parts = parts.next().unwrap_or_default();
        let (weight, what) = kind_weight(desk, number as usize);
        if weight < 1.0 {
            parts.push(Part { what: what.to_owned(), value: weight, factor: true });
        }
        let named = asked.called.factor(desk.values.of_passage(number as usize));
        if named > 1.0 {
            let what = "it names, in whatever words, what is asked for".to_owned();
            parts.push(Part { what, value: named, factor: true });
        }
        Explanation { parts, score: score * asked.plan.nearness(desk.index_of(&asked.plan), &[number])[0] }
    };
    found.into_iter().map(|found| found.map(&mut explained)).collect()
}
