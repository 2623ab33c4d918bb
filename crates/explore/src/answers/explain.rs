//! The score of a passage, taken apart.

use entente_search::Part;

use super::ask::{ask, kind_weight};
use crate::desk::{Desk, resolve};
use crate::models::results::Explanation;
use crate::query::Query;

/// The score of a passage under `query`; `None` if the query does not find it.
pub(crate) fn explain(desk: &Desk, query: &Query, document: &str, passage: &str) -> Option<Explanation> {
    let (document, _) = resolve::document(desk, document, Some(passage))?;
    let (passage, _) = resolve::passage(desk, document, passage)?;
    let number = u32::try_from(desk.passages.number(document, passage)).ok()?;
    let asked = ask(desk, query);
    let at = asked.scores.binary_search_by_key(&number, |(known, _)| *known).ok()?;
    let mut parts = asked.plan.explain(&desk.index, number);
    let (weight, what) = kind_weight(desk, number as usize);
    if weight < 1.0 {
        parts.push(Part { what: what.to_owned(), value: weight, factor: true });
    }
    let named = asked.called.factor(desk.values.of_passage(number as usize));
    if named > 1.0 {
        let what = "it names, in whatever words, what is asked for".to_owned();
        parts.push(Part { what, value: named, factor: true });
    }
    let score = asked.scores[at].1 * asked.plan.nearness(&desk.index, &[number])[0];
    Some(Explanation { parts, score })
}
