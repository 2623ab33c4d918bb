//! Letters become lines, in the order in which a person reads them.
//!
//! In: the letters of a page. Out: its lines: down the left column, then down the next; a line across all columns
//! parts them. It joins no paragraphs.

mod ruled;

use entente_structure::opens_signature;
use entente_text::order;

use super::content::{Glyph, Turn};
use super::grid;
use super::rules::Rule;

use self::ruled::{RuledTable, with_tables};

/// A gap wider than this part of the letters' size is a space.
const SPACE: f32 = 0.18;
/// A gap wider than this parts a line into runs, which may stand in different columns.
const APART: f32 = 0.8;
/// A gap wider than this is a cell's edge.
pub(super) const CELL: f32 = 1.6;
/// Strips of a page's width in which its columns are looked for.
const STRIPS: usize = 360;
/// Fewest runs of a column.
const MIN_COLUMN_RUNS: usize = 8;
/// Fewest characters of a column's run, in the middle.
const NARROWEST: usize = 10;
/// Share of its letters, in tenths, that make a page sideways.
const SIDEWAYS: usize = 8;
/// What stands in for a letter that the font does not tell.
const UNKNOWN: char = '\u{fffd}';

/// Letters without a gap between them.
#[derive(Clone, Debug)]
struct Fragment {
    text: String,
    /// The gap before each letter but the first, and where it stands in the text.
    gaps: Vec<(usize, f32)>,
    /// Where the last letter ends.
    ink: f32,
    x0: f32,
    x1: f32,
    y: f32,
    size: f32,
    bold: usize,
    letters: usize,
}

/// A line as it is printed.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) cells: Vec<PageCell>,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// Lines of one column, between lines that stand across all, have one number.
    pub(super) run: usize,
    /// Surrounds the text, as its maker has marked or as it is set.
    pub(super) aside: bool,
    /// A blank is printed at its end.
    pub(super) blank: bool,
    /// A row of a table that is drawn with rules.
    pub(super) ruled: bool,
}

/// Words of a line between wide gaps.
#[derive(Clone, Debug)]
pub(super) struct PageCell {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
}

impl Line {
    /// Its words.
    pub(super) fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("   ")
    }
}

/// A page before its columns are known.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    body: Vec<Fragment>,
    aside: Vec<Fragment>,
    turned: Option<Line>,
    /// Where its columns part.
    columns: Vec<f32>,
    /// Its tables that are drawn with rules.
    tables: Vec<RuledTable>,
    /// True if the page has more fragments than were asked for.
    is_cut: bool,
}

/// What stands together on a page: at most `most` fragments.
pub(super) fn sheet(mut glyphs: Vec<Glyph>, rules: &[Rule], most: usize) -> Sheet {
    // Rules are not turned with a page that is set sideways.
    let rules = if set_upright(&mut glyphs) { &[] } else { rules };
    let Some((rest, grids)) = grid::take(&glyphs, rules) else { return untabled(&glyphs, most) };
    let sheet = untabled(&rest, most);
    // What stands beside a table in columns is read as it is printed.
    if !sheet.columns.is_empty() {
        return untabled(&glyphs, most);
    }
    Sheet { tables: grids.into_iter().map(RuledTable::of).collect(), ..sheet }
}

/// A page without tables that are drawn with rules.
fn untabled(glyphs: &[Glyph], most: usize) -> Sheet {
    let mut sheet = Sheet { turned: turned(glyphs), ..Sheet::default() };
    let upright = |glyph: &&Glyph| glyph.turned == Turn::No;
    let text = glyphs.iter().filter(upright).filter(|glyph| !glyph.artifact);
    sheet.is_cut = !fragments(text, most, &mut sheet.body);
    let around = glyphs.iter().filter(upright).filter(|glyph| glyph.artifact);
    sheet.is_cut |= !fragments(around, most.saturating_sub(sheet.body.len()), &mut sheet.aside);
    sheet.columns = columns(&sheet.body);
    sheet
}

/// A page that is set sideways, as wide tables are, is read as it is turned to be read. True for such a page.
fn set_upright(glyphs: &mut [Glyph]) -> bool {
    let count = |turn: Turn| glyphs.iter().filter(|glyph| glyph.turned == turn).count();
    let sideways =
        [Turn::Up, Turn::Down, Turn::Over].into_iter().find(|turn| count(*turn) * 10 > glyphs.len() * SIDEWAYS);
    let Some(sideways) = sideways else { return false };
    for glyph in glyphs {
        if glyph.turned == sideways {
            let [x0, x1, y] = glyph.own;
            (glyph.x0, glyph.x1, glyph.y, glyph.turned) = (x0, x1, y, Turn::No);
        } else {
            glyph.turned = Turn::Slanted;
        }
    }
    true
}

/// The lines of every page. A page with little text is set in the columns of the one before it.
pub(super) fn lines(sheets: Vec<Sheet>) -> Vec<Vec<Line>> {
    let first = sheets.iter().map(|sheet| &sheet.columns).find(|columns| !columns.is_empty());
    let mut known = first.cloned().unwrap_or_default();
    let mut out = Vec::with_capacity(sheets.len());
    for mut sheet in sheets {
        if !sheet.columns.is_empty() {
            known.clone_from(&sheet.columns);
        } else if sheet.tables.is_empty() && sheet.body.len() < 4 * MIN_COLUMN_RUNS && fits(&sheet.body, &known) {
            sheet.columns.clone_from(&known);
        }
        out.push(sheet.lines());
    }
    out
}

/// True if little of a page crosses `columns`, and something stands in two of them.
fn fits(fragments: &[Fragment], columns: &[f32]) -> bool {
    let crosses = |f: &&Fragment| columns.iter().any(|at| f.x0 < at - 2.0 && f.x1 > at + 2.0);
    let crossing = fragments.iter().filter(crosses).count();
    let mut used: Vec<usize> = fragments
        .iter()
        .filter(|f| !crosses(f))
        .map(|f| columns.iter().filter(|at| f.x0 >= **at - 2.0).count())
        .collect();
    used.sort_unstable();
    used.dedup();
    crossing * 4 <= fragments.len() && used.len() >= 2
}

impl Sheet {
    /// Fragments on it.
    pub(super) fn fragments(&self) -> usize {
        self.body.len() + self.aside.len()
    }

    /// True if the page has more fragments.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    fn lines(self) -> Vec<Line> {
        let Self { body, aside, turned, columns, tables, .. } = self;
        let mut out = Vec::new();
        let mut waiting: Vec<Vec<Fragment>> = vec![Vec::new(); columns.len() + 1];
        let mut run = 0;
        let mut flush = |waiting: &mut Vec<Vec<Fragment>>, out: &mut Vec<Line>| {
            for column in waiting.iter_mut().filter(|column| !column.is_empty()) {
                run += 1;
                out.extend(rows(std::mem::take(column)).into_iter().map(|row| line(row, run, false)));
            }
        };
        for row in rows(body) {
            let across =
                row.iter().any(|fragment| columns.iter().any(|at| fragment.x0 < at - 2.0 && fragment.x1 > at + 2.0));
            if across {
                flush(&mut waiting, &mut out);
                waiting[0].extend(row);
                // A line across the columns stands with others of its kind, not with what is in a column below.
                flush(&mut waiting, &mut out);
            } else {
                for fragment in row {
                    let column = columns.iter().filter(|at| fragment.x0 >= **at - 2.0).count();
                    waiting[column].push(fragment);
                }
            }
        }
        flush(&mut waiting, &mut out);
        if columns.is_empty() {
            out.iter_mut().for_each(|line| line.run = 1);
        }
        if !tables.is_empty() {
            out = with_tables(out, tables);
        }
        let before = out.first().map_or(f32::MAX, |line| line.y);
        let (above, below): (Vec<_>, Vec<_>) = rows(aside).into_iter().partition(|row| row[0].y <= before);
        let mut whole: Vec<Line> = above.into_iter().map(|row| line(row, 0, true)).collect();
        whole.append(&mut out);
        whole.extend(below.into_iter().map(|row| line(row, 0, true)));
        whole.extend(turned);
        whole.retain(|line| line.cells.iter().any(|cell| !cell.text.trim().is_empty()));
        signatures_apart(whole)
    }
}

/// Numbers of runs from which on signatures count theirs.
const FIRST_SIGNATURE: usize = 1 << 20;
/// Between two lines of a signature there is at most this much, in sizes of its letters.
const SIGNED: f32 = 8.0;

/// `lines` with signatures that stand side by side one after the other.
fn signatures_apart(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    let mut run = FIRST_SIGNATURE;
    while let Some(first) = lines.next() {
        if first.aside
            || first.ruled
            || first.cells.len() < 2
            || !first.cells.iter().all(|cell| opens_signature(&cell.text))
        {
            out.push(first);
            continue;
        }
        let starts: Vec<f32> = first.cells.iter().map(|cell| cell.x0).collect();
        let (size, own) = (first.size, first.run);
        let column = |cell: &PageCell| starts.iter().position(|start| (cell.x0 - start).abs() <= size);
        let mut columns: Vec<Vec<Line>> = vec![Vec::new(); starts.len()];
        let mut next = Some(first);
        while let Some(line) = next {
            let y = line.y;
            for cell in &line.cells {
                let Some(column) = column(cell) else { continue };
                let (x0, x1) = (cell.x0, cell.x1);
                let Line { y, size, bold, aside, blank, .. } = line;
                let cells = vec![cell.clone()];
                columns[column].push(Line {
                    cells,
                    x0,
                    x1,
                    y,
                    size,
                    bold,
                    run: run + column,
                    aside,
                    blank,
                    ruled: false,
                });
            }
            next = lines.next_if(|line| {
                let beside = line.run == own && !line.aside && line.y - y <= SIGNED * size;
                beside && line.cells.iter().all(|cell| column(cell).is_some())
            });
        }
        run += columns.len();
        out.extend(columns.into_iter().flatten());
    }
    out
}

/// What is set across the page's direction, as one line.
fn turned(glyphs: &[Glyph]) -> Option<Line> {
    let mut text = String::new();
    for glyph in glyphs.iter().filter(|glyph| glyph.turned != Turn::No) {
        text.push_str(glyph.shows.as_deref().unwrap_or("\u{fffd}"));
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let first = glyphs.iter().find(|glyph| glyph.turned != Turn::No)?;
    let cell = PageCell { text, x0: first.x0, x1: first.x1 };
    let Glyph { x0, x1, size, .. } = *first;
    Some(Line {
        cells: vec![cell],
        x0,
        x1,
        y: f32::MAX,
        size,
        bold: false,
        run: 0,
        aside: true,
        blank: false,
        ruled: false,
    })
}

/// Letters that stand close together, in the order of drawing: at most `most` fragments. False if there are more.
fn fragments<'g>(glyphs: impl Iterator<Item = &'g Glyph>, most: usize, out: &mut Vec<Fragment>) -> bool {
    let mut last: Option<Fragment> = None;
    for glyph in glyphs {
        let shows = glyph.shows.clone().unwrap_or_else(|| UNKNOWN.to_string());
        let blank = shows.trim().is_empty();
        let size = glyph.size.max(0.5);
        let goes_on = last.as_ref().is_some_and(|last| {
            let gap = glyph.x0 - last.x1;
            (glyph.y - last.y).abs() < 0.5 * last.size.max(size)
                && gap > -0.6 * size
                && gap < APART * last.size.max(size)
        });
        if !goes_on {
            out.extend(last.take().filter(|last| !last.text.trim().is_empty()).map(untracked));
            if blank {
                continue;
            }
            if out.len() >= most {
                return false;
            }
        }
        match last.as_mut() {
            Some(last) => {
                // The same letter at the same place again is a bold one's shadow.
                if last.text.ends_with(&shows) && (glyph.x1 - last.x1).abs() < 0.1 * size && !blank {
                    continue;
                }
                let spaced = last.text.ends_with(' ');
                if !spaced && (blank || glyph.x0 - last.x1 > SPACE * size) {
                    last.text.push(' ');
                }
                if !blank {
                    last.gaps.push((last.text.len(), glyph.x0 - last.ink));
                    last.ink = last.ink.max(glyph.x1);
                    let raised = size < RAISED_SIZE * last.size && glyph.y < last.y - RAISED_BY * last.size;
                    match raised.then(|| raised_digit(&shows)).flatten() {
                        Some(digit) => last.text.push(digit),
                        None => last.text.push_str(&shows),
                    }
                    // Raised numbers do not set a line's height, and neither does a large bullet before it.
                    let bullet = last.letters == 1 && !last.text.starts_with(char::is_alphanumeric);
                    if size > last.size || bullet {
                        (last.size, last.y) = (size, glyph.y);
                    }
                }
                last.x1 = last.x1.max(glyph.x1);
                last.bold += usize::from(glyph.bold && !blank);
                last.letters += usize::from(!blank);
            }
            None => {
                let Glyph { x0, x1, y, bold, .. } = *glyph;
                let bold = usize::from(bold);
                last = Some(Fragment { text: shows, gaps: Vec::new(), ink: x1, x0, x1, y, size, bold, letters: 1 });
            }
        }
    }
    out.extend(last.filter(|last| !last.text.trim().is_empty()).map(untracked));
    true
}

/// A raised letter is smaller than this part of the line's size, and stands higher by at least this part of it.
const RAISED_SIZE: f32 = 0.8;
const RAISED_BY: f32 = 0.2;
/// The raised digits.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// The raised form of a digit, so that the number of a note fuses with no number before it.
fn raised_digit(shows: &str) -> Option<char> {
    let digit = shows.chars().next().filter(|_| shows.len() == 1)?.to_digit(10)?;
    RAISED.chars().nth(digit as usize)
}

/// Fewest letters of words that are set with wide gaps between them.
const MIN_TRACKED_LETTERS: usize = 5;
/// A gap this many times as wide as that between letters parts words.
const PARTS_WORDS: f32 = 1.6;

/// Words whose letters are set apart ("C O M M U N I Q U E") as words: each letter but few stands alone, and the gaps
/// between words are wider than those between letters.
fn untracked(mut fragment: Fragment) -> Fragment {
    let parts = || fragment.text.split(' ').filter(|part| !part.is_empty());
    let single = parts().filter(|part| part.chars().count() == 1).count();
    let letters = fragment.text.chars().any(char::is_alphabetic);
    if !letters || single < MIN_TRACKED_LETTERS || single * 5 < parts().count() * 4 {
        return fragment;
    }
    let mut widths: Vec<f32> = fragment.gaps.iter().map(|gap| gap.1).collect();
    order::sort_by(&mut widths, f32::total_cmp);
    // Words have more letters than there are words: a low one of the gaps stands between letters.
    let Some(between) = widths.get(widths.len() / 3).copied().filter(|gap| *gap > 0.0) else { return fragment };
    let mut text = String::with_capacity(fragment.text.len());
    let mut from = 0;
    for (at, width) in &fragment.gaps {
        text.extend(fragment.text[from..*at].split(' '));
        if *width > PARTS_WORDS * between {
            text.push(' ');
        }
        from = *at;
    }
    text.extend(fragment.text[from..].split(' '));
    fragment.text = text;
    fragment
}

/// Fragments on one baseline, from the top down, each row from left to right.
fn rows(mut fragments: Vec<Fragment>) -> Vec<Vec<Fragment>> {
    order::sort_by(&mut fragments, |a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    let mut out: Vec<Vec<Fragment>> = Vec::new();
    for fragment in fragments {
        match out.last_mut() {
            Some(row)
                if {
                    let tallest = row.iter().map(|other| other.size).fold(fragment.size, f32::max);
                    let base = row.iter().map(|other| other.y).fold(f32::MIN, f32::max);
                    fragment.y - base < 0.4 * tallest && row.len() < 400
                } =>
            {
                row.push(fragment)
            }
            _ => out.push(vec![fragment]),
        }
    }
    for row in &mut out {
        order::sort_by(row, |a, b| a.x0.total_cmp(&b.x0));
        row.dedup_by(|b, a| a.text == b.text && (a.x0 - b.x0).abs() < 0.15 * a.size);
    }
    out
}

fn line(row: Vec<Fragment>, run: usize, aside: bool) -> Line {
    let size = row.iter().max_by_key(|fragment| fragment.letters).map_or(1.0, |fragment| fragment.size);
    let (bold, letters) = row.iter().fold((0, 0), |(bold, letters), f| (bold + f.bold, letters + f.letters));
    let mut cells: Vec<PageCell> = Vec::new();
    for fragment in &row {
        let Fragment { x0, x1, .. } = *fragment;
        match cells.last_mut().filter(|last| x0 - last.x1 < CELL * size) {
            Some(last) => {
                if x0 - last.x1 > SPACE * size && !last.text.ends_with(' ') {
                    last.text.push(' ');
                }
                last.text.push_str(&fragment.text);
                last.x1 = last.x1.max(x1);
            }
            None => cells.push(PageCell { text: fragment.text.clone(), x0, x1 }),
        }
    }
    let blank = cells.last().is_some_and(|cell| cell.text.ends_with(' '));
    for cell in &mut cells {
        cell.text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    cells.retain(|cell| !cell.text.is_empty());
    let x0 = row.iter().map(|fragment| fragment.x0).fold(f32::MAX, f32::min);
    let x1 = row.iter().map(|fragment| fragment.x1).fold(f32::MIN, f32::max);
    let y = row.iter().map(|fragment| fragment.y).fold(f32::MIN, f32::max);
    Line { cells, x0, x1, y, size, bold: letters > 0 && bold * 10 >= letters * 9, run, aside, blank, ruled: false }
}

/// Where columns of running text part: nothing or hardly anything crosses there, and lines fill both sides.
fn columns(fragments: &[Fragment]) -> Vec<f32> {
    let left = fragments.iter().map(|fragment| fragment.x0).fold(f32::MAX, f32::min);
    let right = fragments.iter().map(|fragment| fragment.x1).fold(f32::MIN, f32::max);
    let width = right - left;
    if fragments.len() < 2 * MIN_COLUMN_RUNS || width <= 1.0 {
        return Vec::new();
    }
    let strip = |x: f32| (((x - left) / width * STRIPS as f32) as usize).min(STRIPS - 1);
    let mut covered = vec![0_usize; STRIPS];
    for fragment in fragments {
        for count in &mut covered[strip(fragment.x0)..=strip(fragment.x1)] {
            *count += 1;
        }
    }
    let most = covered.iter().copied().max().unwrap_or(0);
    let open = |count: usize| count * 7 <= most;
    let mut sizes: Vec<f32> = fragments.iter().map(|fragment| fragment.size).collect();
    order::sort_by(&mut sizes, f32::total_cmp);
    let gap = (0.6 * sizes[sizes.len() / 2] / width * STRIPS as f32).max(1.0) as usize;
    let mut gutters: Vec<f32> = Vec::new();
    let mut at = 0;
    while at < STRIPS {
        let length = covered[at..].iter().take_while(|count| open(**count)).count();
        if length >= gap && at > 0 && at + length < STRIPS {
            // Right columns are set flush left: the gutter is taken close to them.
            gutters.push(left + width * ((at + length) as f32 - 0.5) / STRIPS as f32);
        }
        at += length.max(1);
    }
    // Where the parts are not columns the page stays as it is: it may be a table.
    let mut bounds = vec![left];
    bounds.extend(&gutters);
    bounds.push(right);
    let running = bounds.windows(2).all(|side| {
        let inside: Vec<&Fragment> =
            fragments.iter().filter(|f| f.x0 >= side[0] - 2.0 && f.x1 <= side[1] + 2.0).collect();
        let mut widths: Vec<f32> = inside.iter().map(|fragment| fragment.x1 - fragment.x0).collect();
        order::sort_by(&mut widths, f32::total_cmp);
        let mut letters: Vec<usize> = inside.iter().map(|fragment| fragment.letters).collect();
        letters.sort_unstable();
        inside.len() >= MIN_COLUMN_RUNS
            && widths[widths.len() / 2] >= 0.5 * (side[1] - side[0])
            && letters[letters.len() / 2] >= NARROWEST
    });
    if running { gutters } else { Vec::new() }
}
