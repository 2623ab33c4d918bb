//! Parses a query and looks its words up: the passages that they find, and the filters that it asks for.

use entente_corpus::PassageKind;
use entente_search::eval::Filters;
use entente_search::{Plan, Query as Tree};

use super::labels;
use crate::desk::dates::{Days, days, is_since, is_until};
use crate::desk::name_forms::CalledNames;
use crate::desk::{Desk, resolve};
use crate::query::{Axis, Filter, Query, parse_query, passage_axis};

/// Factor for the score of furniture (menus, running heads), so that it comes after the text itself.
const FURNITURE_WEIGHT: f32 = 0.3;
/// Factor for the score of a heading, so that the text below it comes first.
const HEADING_WEIGHT: f32 = 0.8;

/// A parsed query, and what its words found before any filter.
pub(crate) struct Asked {
    /// The filters of the query and those written in its words.
    pub(crate) filter: Filter,
    /// Passages found, in order, with their scores.
    pub(crate) scores: Vec<(u32, f32)>,
    /// Remarks on the query, one sentence each.
    pub(crate) remarks: Vec<String>,
    pub(crate) plan: Plan,
    /// The query as it was read, filters and all.
    pub(crate) tree: Tree,
    /// The same without the filters that hold for the whole query; its last word may still be typed.
    pub(crate) words: Tree,
    pub(crate) called: CalledNames,
    pub(crate) did_you_mean: Option<String>,
    /// The canonical form of the query; `None` if that is what was typed.
    pub(crate) read_as: Option<String>,
}

/// Parses `query` and looks its words up. A query without words finds every passage.
pub(crate) fn ask(desk: &Desk, query: &Query) -> Asked {
    let typed = parse_query(&query.text, true);
    let mut filter: Filter = query.filter.clone();
    // The filter of an axis lets through what has any of its values. Words are all wanted: of an axis that has values already, a
    // further one stays among the words.
    let mut taken: Vec<Axis> = filter.include.keys().copied().collect();
    let (lifted, words) = typed.query.lifted(|name, is_excluded| match passage_axis(name) {
        Some(axis) if is_excluded || !taken.contains(&axis) => {
            if !is_excluded {
                taken.push(axis);
            }
            true
        }
        _ => false,
    });
    for (name, value, excluded) in &lifted {
        if let Some(axis) = passage_axis(name) {
            let id = resolve::canonical(desk, axis, value);
            filter = if *excluded { filter.excluding(axis, &id) } else { filter.with(axis, &id) };
        }
    }
    let mut remarks = typed.remarks;
    remarks.extend(typed.query.filters().into_iter().filter_map(|(name, value)| unknown_value(desk, name, value)));
    let plan = plan(desk, &words);
    let canonical = parse_query(&query.text, false).query;
    let said = canonical.said();
    let called = if said.is_empty() {
        CalledNames::default()
    } else {
        desk.name_forms().called(&desk.analyser, &said).valued(&desk.values.of_entity)
    };
    let scores: Vec<(u32, f32)> = if words.is_empty() {
        (0_u32..).zip(&desk.passages.all).map(|(number, _)| (number, 0.0)).collect()
    } else {
        let filters: Filters = &|name, value| Some(passages_with(desk, name, value));
        let found = plan.search(desk.index(), filters);
        remarks.extend(found.remarks);
        let weighed = |(number, score): (u32, f32)| {
            let at = number as usize;
            (number, score * kind_weight(desk, at).0 * called.factor(desk.values.of_passage(at)))
        };
        found.passages.into_iter().map(weighed).collect()
    };
    let did_you_mean = (!plan.meant.is_empty())
        .then(|| plan.meant.iter().fold(canonical.clone(), |query, (from, to)| query.with_word(from, to)).to_string());
    let as_typed: Vec<&str> = query.text.split_whitespace().collect();
    let read_as = Some(canonical.to_string()).filter(|written| {
        !matches!(canonical, Tree::Closest(_)) && !written.is_empty() && *written != as_typed.join(" ")
    });
    Asked { filter, scores, remarks, plan, tree: canonical, words, called, did_you_mean, read_as }
}

/// The plan by which the words of `query` are marked in a passage.
pub(crate) fn marking_plan(desk: &Desk, query: &Query) -> Plan {
    plan(desk, &parse_query(&query.text, true).query.lifted(|name, _| passage_axis(name).is_some()).1)
}

/// A remark on a filter whose value this file does not have, with the nearest one that it has; `None` if it has the value.
fn unknown_value(desk: &Desk, name: &str, value: &str) -> Option<String> {
    let axis = passage_axis(name)?;
    if labels::value_label(desk, axis, &resolve::canonical(desk, axis, value)).is_some() {
        return None;
    }
    if axis.is_date() {
        return Some(format!(
            "{name}: needs a date like 2014, 2014-05 or 2014-05-31; \u{201c}{value}\u{201d} is not one."
        ));
    }
    let nearest = resolve::nearest(desk, axis, value);
    let nearest = nearest.map(|(id, label)| format!(" The nearest value is {name}:{id} ({label})."));
    Some(format!("{name}:{value} is not in these documents.{}", nearest.unwrap_or_default()))
}

/// Which passages a filter written inside the words of a query lets through.
pub(crate) fn passages_with(desk: &Desk, name: &str, value: &str) -> Vec<bool> {
    let values = &desk.values;
    let passages = desk.passages.all.iter().enumerate();
    let dated = |fits: &dyn Fn(Days) -> bool| -> Vec<bool> {
        let any = |number, document| values.dates_of(number, document).iter().any(|days| fits(*days));
        passages.clone().map(|(number, at)| any(number, at.document as usize)).collect()
    };
    match (name, days(value), passage_axis(name)) {
        ("after" | "from", Some((first, _)), _) => dated(&|days| is_since(days, first)),
        // The day itself is left out: `before:2016` ends with 2015.
        ("before", Some((first, _)), _) => dated(&|days| is_until(days, first.saturating_sub(1))),
        ("to", Some((_, last)), _) => dated(&|days| is_until(days, last)),
        (_, _, Some(axis)) => {
            let found = values.find(axis, &resolve::canonical(desk, axis, value));
            let has = |row: &[u32]| found.is_some_and(|value| row.contains(&value));
            let own = |number, document| has(values.of_passage(number)) || has(values.of_document(document));
            passages.map(|(number, at)| own(number, at.document as usize)).collect()
        }
        (_, _, None) => vec![false; desk.passages.all.len()],
    }
}

/// The factor that a passage's kind puts on its score, and why.
pub(crate) fn kind_weight(desk: &Desk, number: usize) -> (f32, &'static str) {
    match desk.passages.kinds.get(number).copied().flatten() {
        Some(PassageKind::Furniture) => (FURNITURE_WEIGHT, "it surrounds the text"),
        Some(PassageKind::Heading | PassageKind::Question) => (HEADING_WEIGHT, "a heading or question"),
        Some(
            PassageKind::Paragraph
            | PassageKind::Item
            | PassageKind::Row
            | PassageKind::Answer
            | PassageKind::Quote
            | PassageKind::Caption
            | PassageKind::Note
            | PassageKind::Code,
        )
        | None => (1.0, ""),
    }
}

fn plan(desk: &Desk, tree: &Tree) -> Plan {
    let searched = desk.searched_if(!tree.is_empty());
    Plan::new(&searched.index, tree, &searched.synonyms)
}
