//! Two sorts of values against each other: in how many passages both are.
//!
//! In: passages, and what rows and columns are. Out: the values of most passages with the passages that have both. Three walks over
//! numbers, whatever the size of the file; no text is read.

use std::collections::BTreeMap;

use entente_text::order::sort_by_key;

use super::ask::ask;
use super::filter_passages::filter_passages;
use crate::desk::Desk;
use crate::desk::dates::counted_days;
use crate::models::overview::{CrossTable, Grid, GridName};
use crate::query::{Axis, Query, TableSide};

/// Rows, and columns.
const MAX_ROWS: usize = 24;
const MAX_COLUMNS: usize = 12;
/// More than the largest year.
const YEARS: usize = 10_000;

/// The passages under `query` by the values of two sides; empty for sides that have no table with each other.
pub(crate) fn cross_table(desk: &Desk, query: &Query, rows: TableSide, columns: TableSide) -> CrossTable {
    if !rows.has_table_with(columns) {
        return CrossTable::default();
    }
    let mut asked = ask(desk, query);
    // A passage whose text has not arrived yet cannot be opened.
    asked.scores.retain(|(number, _)| desk.passages.kinds.get(*number as usize).copied().flatten().is_some());
    let found = filter_passages(desk, asked.scores, &asked.filter).through;
    let passages: Vec<usize> = found.into_iter().map(|(number, _)| number as usize).collect();
    let keys = |side: TableSide| Keys { desk, axes: side.axes(), left_out: &[] };
    if rows == columns {
        with_itself(&keys(rows), &passages, MAX_COLUMNS)
    } else {
        crossed(&keys(rows), &keys(columns), &passages, (MAX_ROWS, MAX_COLUMNS))
    }
}

/// The values of a side, as numbers: places of the file's values, or years.
pub(super) struct Keys<'a> {
    pub(super) desk: &'a Desk,
    /// The filters whose values it has; without any it has years.
    pub(super) axes: &'a [Axis],
    /// Values that it does not have, ascending.
    pub(super) left_out: &'a [usize],
}

impl Keys<'_> {
    /// The values of a passage, each once.
    fn of_passage(&self, number: usize) -> Vec<usize> {
        let (values, Some(at)) = (&self.desk.values, self.desk.passages.all.get(number)) else { return Vec::new() };
        let document = at.document as usize;
        if self.axes.is_empty() {
            let days = values.dates_of(number, document).iter().filter_map(|days| counted_days(*days));
            let mut years: Vec<usize> = days.map(|(first, _)| first as usize / 10_000).collect();
            years.retain(|year| *year < YEARS);
            years.sort_unstable();
            years.dedup();
            return years;
        }
        let own = values.of_document(document).iter().chain(values.of_passage(number)).map(|at| *at as usize);
        own.filter(|at| self.axes.contains(&values.all[*at].axis) && self.left_out.binary_search(at).is_err()).collect()
    }

    /// One more than the largest number.
    fn bound(&self) -> usize {
        if self.axes.is_empty() { YEARS } else { self.desk.values.all.len() }
    }

    /// The values of most passages, at most so many, and how many there are.
    fn most(&self, passages: &[usize], most: usize) -> (Vec<usize>, usize) {
        let mut counts = vec![0_usize; self.bound()];
        for key in passages.iter().flat_map(|number| self.of_passage(*number)) {
            counts[key] += 1;
        }
        let mut keys: Vec<usize> = (0..counts.len()).filter(|key| counts[*key] > 0).collect();
        let of = keys.len();
        sort_by_key(&mut keys, |key| (usize::MAX - counts[*key], *key));
        keys.truncate(most);
        if self.axes.is_empty() {
            keys.sort_unstable();
        }
        (keys, of)
    }

    /// Where a table with these values has each of all; `None`: nowhere.
    fn places(&self, keys: &[usize]) -> Vec<Option<usize>> {
        let mut out = vec![None; self.bound()];
        for (place, key) in keys.iter().enumerate() {
            out[*key] = Some(place);
        }
        out
    }

    /// The head of a row or column.
    pub(super) fn name(&self, key: usize) -> GridName {
        if self.axes.is_empty() {
            let year = format!("{key:04}");
            return GridName { kind: Axis::From.as_str().to_owned(), id: year.clone(), name: year, documents: 0 };
        }
        let value = &self.desk.values.all[key];
        GridName {
            kind: value.axis.as_str().to_owned(),
            id: value.id.clone(),
            name: value.label.clone(),
            documents: value.documents as usize,
        }
    }
}

/// The columns of most passages, and the rows that share most passages with them.
pub(super) fn crossed(rows: &Keys<'_>, columns: &Keys<'_>, passages: &[usize], most: (usize, usize)) -> CrossTable {
    let (column_keys, of_columns) = columns.most(passages, most.1);
    let place_of = columns.places(&column_keys);
    let mut counts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for number in passages {
        let places: Vec<usize> = columns.of_passage(*number).into_iter().filter_map(|key| place_of[key]).collect();
        if places.is_empty() {
            continue;
        }
        for row in rows.of_passage(*number) {
            let row = counts.entry(row).or_insert_with(|| vec![0; column_keys.len()]);
            for place in &places {
                row[*place] += 1;
            }
        }
    }
    let of_rows = counts.len();
    let mut kept: Vec<(usize, Vec<usize>)> = counts.into_iter().collect();
    sort_by_key(&mut kept, |(at, row)| (usize::MAX - row.iter().sum::<usize>(), *at));
    kept.truncate(most.0);
    if rows.axes.is_empty() {
        sort_by_key(&mut kept, |(year, _)| (*year, 0));
    }
    let grid = Grid {
        rows: kept.iter().map(|(key, _)| rows.name(*key)).collect(),
        columns: column_keys.iter().map(|key| columns.name(*key)).collect(),
        cells: kept.into_iter().map(|(_, row)| row).collect(),
        left_out: Vec::new(),
    };
    CrossTable { grid, of_rows, of_columns }
}

/// The lower half of the table of a side with itself.
fn with_itself(keys: &Keys<'_>, passages: &[usize], most: usize) -> CrossTable {
    let (kept, of) = keys.most(passages, most);
    let place_of = keys.places(&kept);
    let mut cells: Vec<Vec<usize>> = (0..kept.len()).map(|row| vec![0; row]).collect();
    for number in passages {
        let mut places: Vec<usize> = keys.of_passage(*number).into_iter().filter_map(|key| place_of[key]).collect();
        places.sort_unstable();
        for (n, row) in places.iter().enumerate() {
            for column in &places[..n] {
                cells[*row][*column] += 1;
            }
        }
    }
    let rows: Vec<GridName> = kept.iter().map(|key| keys.name(*key)).collect();
    let columns = rows[..rows.len().saturating_sub(1)].to_vec();
    CrossTable { grid: Grid { rows, columns, cells, left_out: Vec::new() }, of_rows: of, of_columns: of }
}
