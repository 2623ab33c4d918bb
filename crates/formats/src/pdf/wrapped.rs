//! Rows of tables whose cells are set over several lines, or go on at the top of the next page.
//!
//! In: the lines of all pages. Out: the same, with such lines taken into the row above them, each cell as one text. What goes
//! on over the break of a page counts as of the page where it begins.

use entente_structure::begins_list;
use entente_structure::contents::is_line as is_contents;
use entente_structure::wrapped::Joint;

use super::page::{CELL, Line, PageCell};
use super::paragraphs::{MIN_TABLE_LINES, shares_edge};

/// Edges closer than this are one.
const MAX_OFFSET_POINTS: f32 = 4.0;
/// Most of the letters' size from one line of a cell to the next.
const LEADING: f32 = 1.6;

/// What a line is beside the row above it.
struct Segment {
    /// Page and number of its rows.
    rows: Vec<(usize, usize)>,
    /// Lines that go on with one of the rows: page and number of each, and the row's number in `rows`.
    later: Vec<((usize, usize), usize)>,
}

/// Takes lines that go on with the row above them into that row.
pub(super) fn join(pages: &mut [Vec<Line>]) {
    let mut found: Vec<Segment> = Vec::new();
    let mut open: Option<(Segment, Line)> = None;
    for (page, lines) in pages.iter().enumerate() {
        let right = lines.iter().filter(|line| !line.aside).map(|line| line.x1).fold(f32::MIN, f32::max);
        for (n, line) in lines.iter().enumerate().filter(|(_, line)| !line.aside) {
            if line.ruled {
                found.extend(open.take().map(|(segment, _)| segment));
                continue;
            }
            if let Some((segment, row)) = open.as_mut() {
                let over = segment.last().is_some_and(|last| last.0 != page);
                if goes_on(row, line, right, over) {
                    segment.later.push(((page, n), segment.rows.len() - 1));
                    take(row, line);
                    continue;
                }
                if is_row(line) && !over && line.run == row.run && shares_edge(row, line) {
                    segment.rows.push((page, n));
                    *row = line.clone();
                    continue;
                }
            }
            found.extend(open.take().map(|(segment, _)| segment));
            open = is_row(line).then(|| (Segment { rows: vec![(page, n)], later: Vec::new() }, line.clone()));
        }
    }
    found.extend(open.map(|(segment, _)| segment));
    let tables = found.into_iter().filter(|segment| segment.rows.len() >= MIN_TABLE_LINES);
    let mut gone: Vec<(usize, usize)> = Vec::new();
    for segment in tables {
        for (at, row) in segment.later {
            let line = pages[at.0][at.1].clone();
            let (page, n) = segment.rows[row];
            take(&mut pages[page][n], &line);
            gone.push(at);
        }
    }
    for (page, lines) in pages.iter_mut().enumerate() {
        let of_page = gone.partition_point(|at| at.0 < page)..gone.partition_point(|at| at.0 <= page);
        let mut gone = gone[of_page].iter().map(|at| at.1).peekable();
        let mut n = 0;
        lines.retain(|_| {
            n += 1;
            gone.next_if_eq(&(n - 1)).is_none()
        });
    }
}

impl Segment {
    /// Its last line.
    fn last(&self) -> Option<(usize, usize)> {
        self.rows.last().copied().max(self.later.last().map(|(at, _)| *at))
    }
}

/// True for a line of several cells that is neither an entry of a list nor one of a table of contents.
fn is_row(line: &Line) -> bool {
    let text = line.text();
    line.cells.len() >= 2 && !begins_list(&text) && !is_contents(&text)
}

/// True if `line` goes on with `row`: it leaves cells empty, and each of its cells stands below one that it goes on with.
/// `over` says whether the break of a page is between them, where only words show it.
fn goes_on(row: &Line, line: &Line, right: f32, over: bool) -> bool {
    let gap = line.y - row.y;
    let near = over || line.run == row.run && gap > 0.0 && gap <= LEADING * row.size;
    if !near || line.cells.len() >= row.cells.len() || (line.size - row.size).abs() > 0.1 * row.size {
        return false;
    }
    let mut told = false;
    for cell in &line.cells {
        let Some(column) = row.cells.iter().position(|above| (above.x0 - cell.x0).abs() < MAX_OFFSET_POINTS) else {
            return false;
        };
        let joint = joint(row, column, cell, right);
        let small = column > 0 && joint.is_in_sentence();
        told |= small || joint.is_open();
        if !(small || joint.is_open() || !over && joint.is_full()) {
            return false;
        }
    }
    told || line.cells.len() + 1 < row.cells.len()
}

/// The words of `column` of `row`, and those of `cell` below them.
fn joint<'a>(row: &'a Line, column: usize, cell: &'a PageCell, right: f32) -> Joint<'a> {
    let above = &row.cells[column];
    let letter = (cell.x1 - cell.x0) / cell.text.chars().count().max(1) as f32;
    let letter = letter.max(0.1);
    let limit = row.cells.get(column + 1).map_or(right, |next| next.x0 - CELL * row.size);
    let letters = |width: f32| (width.max(0.0) / letter).ceil() as usize;
    Joint {
        above: &above.text,
        below: &cell.text,
        used: letters(above.x1 - above.x0),
        width: letters(limit - above.x0),
    }
}

/// Takes the cells of `line` into those of `row` above them.
fn take(row: &mut Line, line: &Line) {
    for cell in &line.cells {
        let Some(above) = row.cells.iter_mut().find(|above| (above.x0 - cell.x0).abs() < MAX_OFFSET_POINTS) else {
            continue;
        };
        if !above.text.ends_with('-') {
            above.text.push(' ');
        }
        above.text.push_str(&cell.text);
        above.x1 = cell.x1;
    }
    row.y = line.y;
    row.x1 = row.x1.max(line.x1);
    row.blank = line.blank;
}
