//! Partners beside topics: in how many passages both are named.

use std::collections::BTreeMap;

use entente_text::order::sort_by_key;

use crate::desk::Desk;
use crate::desk::values::Value;
use crate::models::overview::{Grid, GridName};
use crate::query::Axis;

/// Rows and columns.
const SIDE: usize = 8;
/// Who can be a partner.
const PARTNERS: &[Axis] = &[Axis::Country, Axis::Bloc, Axis::Organisation];
/// In a file of so many documents a name that more than four fifths of them have is left out.
const MIN_DOCUMENTS_TO_LEAVE_OUT: usize = 50;

/// The grid of the file; empty without partners or topics.
pub(crate) fn grid(desk: &Desk) -> Grid {
    let values = &desk.values;
    let documents = desk.corpus.catalogue.documents.len();
    let mut topics: Vec<usize> = values.range(Axis::Topic).filter(|at| values.all[*at].passages > 0).collect();
    sort_by_key(&mut topics, |at| (u32::MAX - values.all[*at].passages, *at));
    topics.truncate(SIDE);
    let is_everywhere =
        |value: &Value| documents >= MIN_DOCUMENTS_TO_LEAVE_OUT && value.documents as usize * 5 > documents * 4;
    let mut counts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut left_out = Vec::new();
    let mut column_of: Vec<Option<usize>> = vec![None; values.all.len()];
    let mut is_partner = vec![false; values.all.len()];
    for (column, at) in topics.iter().enumerate() {
        column_of[*at] = Some(column);
    }
    for at in PARTNERS.iter().flat_map(|axis| values.range(*axis)) {
        if is_everywhere(&values.all[at]) {
            left_out.push(at);
        } else {
            is_partner[at] = true;
        }
    }
    for number in 0..desk.passages.all.len() {
        let own = values.of_passage(number);
        let columns: Vec<usize> = own.iter().filter_map(|at| column_of[*at as usize]).collect();
        if columns.is_empty() {
            continue;
        }
        for at in own.iter().map(|at| *at as usize).filter(|at| is_partner[*at]) {
            let row = counts.entry(at).or_insert_with(|| vec![0; topics.len()]);
            for column in &columns {
                row[*column] += 1;
            }
        }
    }
    let mut rows: Vec<(usize, Vec<usize>)> = counts.into_iter().collect();
    sort_by_key(&mut rows, |(at, row)| (usize::MAX - row.iter().sum::<usize>(), *at));
    rows.truncate(SIDE);
    let name = |at: &usize| {
        let value = &values.all[*at];
        GridName {
            kind: value.axis.as_str().to_owned(),
            id: value.id.clone(),
            name: value.label.clone(),
            documents: value.documents as usize,
        }
    };
    Grid {
        rows: rows.iter().map(|(at, _)| name(at)).collect(),
        columns: topics.iter().map(name).collect(),
        cells: rows.into_iter().map(|(_, row)| row).collect(),
        left_out: left_out.iter().map(name).collect(),
    }
}
