//! Filters: which passages or documents they let through, and what each value would give.
//!
//! Any of the values within an axis, all of the axes, none of the excluded. An axis's own counts are made under all
//! **other** axes, so that a second value of it can be chosen; the years under all but the dates.

use super::compiled_filter::{AxisBits, CompiledFilter, date_bits};
use super::facet_groups::facet_groups;
use super::tally::{CountOf, Tally};
use crate::desk::Desk;
use crate::models::listing::{FacetGroup, Years};
use crate::query::Filter;

/// What a filter lets through, and what it could be widened or narrowed to.
#[derive(Debug, Default)]
pub(crate) struct Filtered {
    /// Passages or documents in order, with the scores they came with.
    pub(crate) through: Vec<(u32, f32)>,
    pub(crate) groups: Vec<FacetGroup>,
    pub(crate) years: Years,
}

/// Which of `passages` (in order) the filter lets through, with counts of passages.
pub(crate) fn filter_passages(desk: &Desk, passages: Vec<(u32, f32)>, filter: &Filter) -> Filtered {
    apply(desk, passages, filter, CountOf::Passages)
}

/// The same with counts of the documents that the passages are in.
pub(crate) fn filter_passages_of_documents(desk: &Desk, passages: Vec<(u32, f32)>, filter: &Filter) -> Filtered {
    apply(desk, passages, filter, CountOf::Documents)
}

/// Which of `documents` (in order) the filter lets through, with counts of documents. A document has the values of all
/// its passages, wherever they are, but of dates only its own.
pub(crate) fn filter_documents(desk: &Desk, documents: Vec<(u32, f32)>, filter: &Filter) -> Filtered {
    let values = &desk.values;
    let compiled = CompiledFilter::new(values, filter);
    let (open, dated) = (filter.is_empty(), compiled.is_dated());
    let mut tally = Tally::new(values, CountOf::Documents);
    let mut through = Vec::new();
    for (document, score) in documents {
        let numbers = desk.passages.numbers(document as usize);
        let date = values.date_of_document(document as usize);
        let mut state = compiled.add(AxisBits::default(), values.of_document(document as usize));
        if !open {
            state = numbers.clone().fold(state, |state, number| compiled.add(state, values.of_passage(number)));
        }
        if dated {
            state = compiled.date(state, date.as_slice());
        }
        let failing = compiled.failing(state);
        if failing == 0 {
            through.push((document, score));
        }
        if failing.count_ones() <= 1 {
            tally.add(document, values.of_document(document as usize), failing, 1);
            for number in numbers {
                tally.add(document, values.of_passage(number), failing, 1);
            }
        }
        if failing & !date_bits() == 0 {
            tally.add_years(document, date.as_slice());
        }
    }
    finish(desk, tally, filter, through)
}

fn apply(desk: &Desk, passages: Vec<(u32, f32)>, filter: &Filter, count_of: CountOf) -> Filtered {
    let values = &desk.values;
    let compiled = CompiledFilter::new(values, filter);
    let (open, dated) = (filter.is_empty(), compiled.is_dated());
    let mut tally = Tally::new(values, count_of);
    let mut through = Vec::new();
    let mut of_document = (u32::MAX, AxisBits::default());
    for (number, score) in passages {
        let Some(at) = desk.passages.all.get(number as usize) else { continue };
        if of_document.0 != at.document {
            of_document = (at.document, compiled.add(AxisBits::default(), values.of_document(at.document as usize)));
        }
        let own = values.of_passage(number as usize);
        let dates = values.dates_of(number as usize, at.document as usize);
        let mut state = of_document.1;
        if !open {
            state = compiled.add(state, own);
        }
        if dated {
            state = compiled.date(state, dates);
        }
        let failing = compiled.failing(state);
        if failing == 0 {
            through.push((number, score));
        }
        // Counted if it passes all axes, or all but this one.
        if failing.count_ones() <= 1 {
            tally.add_for_document(at.document, failing);
            tally.add(at.document, own, failing, 1);
        }
        if failing & !date_bits() == 0 {
            tally.add_years(at.document, dates);
        }
    }
    tally.flush();
    finish(desk, tally, filter, through)
}

fn finish(desk: &Desk, tally: Tally<'_>, filter: &Filter, through: Vec<(u32, f32)>) -> Filtered {
    let groups = facet_groups(desk, &tally.counts, filter);
    Filtered { through, groups, years: tally.into_years() }
}
