//! Tables that are drawn with rules, as lines of a page.
//!
//! In: the letters of their cells. Out: a line a row, with each cell as one text; of long cells, their own lines, cell by cell.

use super::super::content::Glyph;
use super::super::grid::Grid;
use super::{Line, PageCell, fragments, line, rows};

/// Longest cell of a row, in bytes: the parts of a longer one are passages of their own.
const MAX_CELL_BYTES: usize = 600;

/// The lines of a table: of each row, of each cell.
#[derive(Debug)]
pub(super) struct RuledTable {
    bottom: f32,
    rows: Vec<Vec<Vec<Line>>>,
}

impl RuledTable {
    /// The lines of the letters in `grid`.
    pub(super) fn of(grid: Grid) -> Self {
        let cell = |glyphs: Vec<Glyph>| {
            let mut inside = Vec::new();
            fragments(glyphs.iter(), usize::MAX, &mut inside);
            rows(inside).into_iter().map(|row| line(row, 0, false)).collect()
        };
        let rows = grid.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
        Self { bottom: grid.bottom, rows }
    }

    /// Adds its rows to `out`. The words of long cells follow one another, each cell as a column of its own, and so do those of a cell
    /// that is alone, and all of a table with one row. `run` is the last number of a column.
    fn write(self, out: &mut Vec<Line>, run: &mut usize) {
        let filled = |row: &Vec<Vec<Line>>| row.iter().filter(|cell| !cell.is_empty()).count();
        let several = self.rows.iter().filter(|row| filled(row) > 1).count() > 1;
        let bytes = |cell: &Vec<Line>| cell.iter().map(|line| line.text().len()).sum::<usize>();
        let mut is_open = false;
        for row in self.rows {
            let is_row = several && filled(&row) > 1 && row.iter().all(|cell| bytes(cell) <= MAX_CELL_BYTES);
            *run += usize::from(is_row && !is_open);
            is_open = is_row;
            if is_row {
                out.extend(ruled(row, *run));
                continue;
            }
            for cell in row {
                *run += 1;
                out.extend(cell.into_iter().map(|line| Line { run: *run, ..line }));
            }
        }
        *run += 1;
    }
}

/// A row of a table, with each cell as one text.
fn ruled(row: Vec<Vec<Line>>, run: usize) -> Option<Line> {
    let lines = || row.iter().flatten();
    let first = lines().next()?.clone();
    let cell = |lines: &Vec<Line>| {
        let mut text = String::new();
        for line in lines {
            if !text.is_empty() && !text.ends_with('-') {
                text.push(' ');
            }
            text.push_str(&line.text().split_whitespace().collect::<Vec<_>>().join(" "));
        }
        let x0 = lines.iter().map(|line| line.x0).fold(f32::MAX, f32::min);
        let x1 = lines.iter().map(|line| line.x1).fold(f32::MIN, f32::max);
        (!text.is_empty()).then_some(PageCell { text, x0, x1 })
    };
    let cells: Vec<PageCell> = row.iter().filter_map(cell).collect();
    Some(Line {
        x0: cells.first()?.x0,
        x1: cells.last()?.x1,
        y: lines().map(|line| line.y).fold(f32::MAX, f32::min),
        bold: lines().all(|line| line.bold),
        blank: false,
        ruled: true,
        cells,
        run,
        ..first
    })
}

/// The lines of a page with its tables where they stand. What stands beside a table is read before it.
pub(super) fn with_tables(lines: Vec<Line>, tables: Vec<RuledTable>) -> Vec<Line> {
    let mut out = Vec::new();
    let mut lines = lines.into_iter().peekable();
    let mut run = 1;
    for table in tables {
        while let Some(line) = lines.next_if(|line| line.y <= table.bottom) {
            out.push(Line { run, ..line });
        }
        table.write(&mut out, &mut run);
    }
    out.extend(lines.map(|line| Line { run, ..line }));
    out
}
