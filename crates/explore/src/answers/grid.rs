//! Partners beside topics: in how many passages both are named.

use super::cross_table::{Keys, crossed};
use crate::desk::Desk;
use crate::desk::values::Value;
use crate::models::overview::Grid;
use crate::query::Axis;

/// Rows and columns.
const SIDE: usize = 8;
/// Who can be a partner.
const PARTNERS: &[Axis] = &[Axis::Country, Axis::Bloc, Axis::Organisation];
/// In a file of so many documents a name that more than four fifths of them have is left out.
const MIN_DOCUMENTS_TO_LEAVE_OUT: usize = 50;

/// The grid of the file; empty without partners or topics.
pub(crate) fn grid(desk: &Desk) -> Grid {
    let documents = desk.corpus.catalogue.documents.len();
    let is_everywhere =
        |value: &Value| documents >= MIN_DOCUMENTS_TO_LEAVE_OUT && value.documents as usize * 5 > documents * 4;
    let partners = PARTNERS.iter().flat_map(|axis| desk.values.range(*axis));
    let left_out: Vec<usize> = partners.filter(|at| is_everywhere(&desk.values.all[*at])).collect();
    let rows = Keys { desk, axes: PARTNERS, left_out: &left_out };
    let columns = Keys { desk, axes: &[Axis::Topic], left_out: &[] };
    let passages: Vec<usize> = (0..desk.passages.all.len()).collect();
    let grid = crossed(&rows, &columns, &passages, (SIDE, SIDE)).grid;
    Grid { left_out: left_out.iter().map(|at| rows.name(*at)).collect(), ..grid }
}
