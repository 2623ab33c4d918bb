//! Tables that are drawn with rules: which letter is in which of their cells.
//!
//! In: the letters of a page and the rules on it. Out: the letters outside such tables, and those of each cell. A table whose
//! rows are not parted by rules stays as it is printed, line by line.

use entente_text::order;

use super::content::{Glyph, Turn};
use super::rules::Rule;

/// Rules closer than this are one.
const MAX_SPREAD_POINTS: f32 = 3.0;
/// Rules that end this far apart end at one place.
const MAX_OFFSET_POINTS: f32 = 6.0;
/// Most rules of one direction of a page, after those that are one were joined.
const MAX_LINES: usize = 600;
/// Most tables of a page.
const MAX_TABLES: usize = 24;
/// Least width of a table.
const MIN_WIDTH_POINTS: f32 = 100.0;
/// Fewest lines of two cells side by side that may be rows without rules between them.
const MIN_ROW_LINES: usize = 3;
/// Letters of a line in the middle of a cell, from which on it is running text.
const MIN_LINE_LETTERS: usize = 18;

/// The letters of one table: of each of its rows, of each of its cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) bottom: f32,
    pub(super) rows: Vec<Vec<Vec<Glyph>>>,
}

/// Where a table stands: its rows, from the top down.
#[derive(Debug)]
struct Frame {
    left: f32,
    right: f32,
    bands: Vec<Band>,
}

/// A row: where it begins and ends, and the edges of its cells, from the left.
#[derive(Debug)]
struct Band {
    top: f32,
    bottom: f32,
    edges: Vec<f32>,
}

/// The letters outside of tables, and the tables, from the top down; nothing for a page without tables.
pub(super) fn take(glyphs: &[Glyph], rules: &[Rule]) -> Option<(Vec<Glyph>, Vec<Grid>)> {
    let frames = frames(rules);
    let places: Vec<Option<Place>> = glyphs.iter().map(|glyph| place(&frames, glyph)).collect();
    let empty = |frame: &Frame| Grid {
        bottom: frame.bands.last().map_or(0.0, |band| band.bottom),
        rows: frame.bands.iter().map(|band| vec![Vec::new(); band.edges.len().saturating_sub(1)]).collect(),
    };
    let mut grids: Vec<Grid> = frames.iter().map(empty).collect();
    for (glyph, place) in glyphs.iter().zip(&places) {
        if let Some(Place { table, row, column }) = place {
            grids[*table].rows[*row][*column].push(glyph.clone());
        }
    }
    let kept: Vec<bool> = grids.iter().map(Grid::is_table).collect();
    let is_outside = |place: &Option<Place>| place.as_ref().is_none_or(|place| !kept[place.table]);
    let rest = glyphs.iter().zip(&places).filter(|(_, place)| is_outside(place)).map(|(glyph, _)| glyph.clone());
    let tables: Vec<Grid> = grids.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(grid, _)| grid).collect();
    (!tables.is_empty()).then(|| (rest.collect(), tables))
}

impl Grid {
    /// True if its cells have words side by side, and its rows are parted by rules.
    fn is_table(&self) -> bool {
        let filled = |row: &&Vec<Vec<Glyph>>| row.iter().filter(|cell| !lines(cell).is_empty()).count();
        let printed = self.rows.iter().filter(|row| filled(row) > 0).count();
        let beside = self.rows.iter().filter(|row| filled(row) > 1).count();
        beside >= 1 && beside * 2 >= printed && !self.rows.iter().any(|row| has_rows(row))
    }
}

/// True if the cells of a row have lines of a few letters side by side: rows of their own, without rules between them.
fn has_rows(row: &[Vec<Glyph>]) -> bool {
    let mut short = row.iter().map(|cell| lines(cell)).filter(|lines| {
        let mut letters: Vec<usize> = lines.iter().map(|line| line.1).collect();
        letters.sort_unstable();
        lines.len() >= MIN_ROW_LINES && letters[letters.len() / 2] < MIN_LINE_LETTERS
    });
    let Some(first) = short.next() else { return false };
    short.any(|other| {
        let beside = |line: &&(f32, usize)| other.iter().any(|other| (other.0 - line.0).abs() < MAX_SPREAD_POINTS);
        first.len().abs_diff(other.len()) <= 1 && first.iter().take(MAX_LINES).filter(beside).count() + 1 >= first.len()
    })
}

/// The baselines of `cell`, and the letters on each.
fn lines(cell: &[Glyph]) -> Vec<(f32, usize)> {
    let printed = |glyph: &&Glyph| glyph.shows.as_ref().is_none_or(|shows| !shows.trim().is_empty());
    let mut places: Vec<f32> = cell.iter().filter(printed).map(|glyph| glyph.y).collect();
    order::sort_by(&mut places, f32::total_cmp);
    let mut out: Vec<(f32, usize)> = Vec::new();
    for y in places {
        match out.last_mut().filter(|last| y - last.0 < MAX_SPREAD_POINTS) {
            Some(last) => last.1 += 1,
            None => out.push((y, 1)),
        }
    }
    out.truncate(MAX_LINES);
    out
}

/// The cell of a letter.
struct Place {
    table: usize,
    row: usize,
    column: usize,
}

/// The cell in which a letter stands.
fn place(frames: &[Frame], glyph: &Glyph) -> Option<Place> {
    if glyph.turned != Turn::No || glyph.artifact {
        return None;
    }
    let x = (glyph.x0 + glyph.x1) / 2.0;
    frames.iter().enumerate().find_map(|(table, frame)| {
        let row = frame.bands.partition_point(|band| band.bottom < glyph.y);
        let band = frame.bands.get(row).filter(|band| band.top <= glyph.y)?;
        let column = band.edges.partition_point(|edge| *edge <= x).checked_sub(1)?;
        let inside = frame.left <= x && x <= frame.right;
        (inside && column + 1 < band.edges.len()).then_some(Place { table, row, column })
    })
}

/// The tables that `rules` draw: rows of one width, one below the other, with cells side by side.
fn frames(rules: &[Rule]) -> Vec<Frame> {
    let (across, upright) = (merged(rules, false), merged(rules, true));
    if across.len() > MAX_LINES || upright.len() > MAX_LINES {
        return Vec::new();
    }
    let mut widths: Vec<(f32, f32, Vec<f32>)> = Vec::new();
    for rule in across.iter().filter(|rule| rule.to - rule.from >= MIN_WIDTH_POINTS) {
        let same = |width: &(f32, f32, Vec<f32>)| {
            (width.0 - rule.from).abs() <= MAX_OFFSET_POINTS && (width.1 - rule.to).abs() <= MAX_OFFSET_POINTS
        };
        match widths.iter().position(same) {
            Some(at) => widths[at].2.push(rule.at),
            None if widths.len() < MAX_TABLES => widths.push((rule.from, rule.to, vec![rule.at])),
            None => {}
        }
    }
    let mut out: Vec<Frame> = Vec::new();
    for (left, right, mut places) in widths {
        let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { continue };
        // A cell at the left may reach down beside several rows.
        let partial = |rule: &&Rule| {
            let ends = (rule.to - right).abs() <= MAX_OFFSET_POINTS && rule.from > left + MAX_OFFSET_POINTS;
            ends && (rule.to - rule.from) * 2.0 >= right - left && first < rule.at && rule.at < last
        };
        places.extend(across.iter().filter(partial).map(|rule| rule.at));
        order::sort_by(&mut places, f32::total_cmp);
        places.dedup_by(|b, a| *b - *a <= MAX_SPREAD_POINTS);
        let mut bands: Vec<Band> = Vec::new();
        for pair in places.windows(2) {
            match band(left, right, (pair[0], pair[1]), &upright) {
                Some(band) => bands.push(band),
                None => out.extend(frame(left, right, std::mem::take(&mut bands))),
            }
        }
        out.extend(frame(left, right, bands));
    }
    order::sort_by(&mut out, |a, b| a.bands[0].top.total_cmp(&b.bands[0].top).then(a.left.total_cmp(&b.left)));
    // A table inside a cell of another stays in it.
    out.dedup_by(|b, a| a.bands.last().is_some_and(|last| b.bands[0].top < last.bottom - MAX_SPREAD_POINTS));
    out.truncate(MAX_TABLES);
    out
}

/// The table of these rows, if most of them have several cells.
fn frame(left: f32, right: f32, bands: Vec<Band>) -> Option<Frame> {
    let cells = bands.iter().filter(|band| band.edges.len() > 2).count();
    (cells >= 1 && cells * 2 >= bands.len()).then_some(Frame { left, right, bands })
}

/// The row between two rules, if rules run down it.
fn band(left: f32, right: f32, (top, bottom): (f32, f32), upright: &[Rule]) -> Option<Band> {
    let covers = |rule: &&Rule| rule.from <= top + MAX_OFFSET_POINTS && rule.to >= bottom - MAX_OFFSET_POINTS;
    let within = |rule: &&Rule| rule.at >= left - MAX_OFFSET_POINTS && rule.at <= right + MAX_OFFSET_POINTS;
    let mut edges: Vec<f32> = upright.iter().filter(within).filter(covers).map(|rule| rule.at).collect();
    if edges.is_empty() {
        return None;
    }
    edges.extend([left, right]);
    order::sort_by(&mut edges, f32::total_cmp);
    edges.dedup_by(|b, a| *b - *a < MAX_OFFSET_POINTS);
    Some(Band { top, bottom, edges })
}

/// The rules of one direction in the order of their places, with parts of one rule joined.
fn merged(rules: &[Rule], is_upright: bool) -> Vec<Rule> {
    let mut sorted: Vec<Rule> = rules.iter().filter(|rule| rule.is_upright == is_upright).copied().collect();
    order::sort_by(&mut sorted, |a, b| a.at.total_cmp(&b.at));
    let mut out: Vec<Rule> = Vec::new();
    let mut at = 0;
    while at < sorted.len() {
        let count = sorted[at..].iter().take_while(|rule| rule.at - sorted[at].at <= MAX_SPREAD_POINTS).count().max(1);
        let one = &mut sorted[at..at + count];
        order::sort_by(one, |a, b| a.from.total_cmp(&b.from));
        let place = one[0].at;
        let first = out.len();
        for rule in one {
            match out[first..].last_mut().filter(|last| rule.from <= last.to + MAX_OFFSET_POINTS) {
                Some(last) => last.to = last.to.max(rule.to),
                None => out.push(Rule { at: place, ..*rule }),
            }
        }
        at += count;
    }
    out
}
