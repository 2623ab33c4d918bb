//! Lines become paragraphs, headings, rows and notes, over the breaks of columns and pages.
//!
//! In: the lines of all pages, in reading order. Out: groups of lines. It writes no text.

use super::page::Line;
use entente_structure::contents::is_line as is_contents;
use entente_structure::{begins_list, heading_class};
use entente_text::order;

/// A gap this much larger than the usual one parts paragraphs.
const GAP: f32 = 1.32;
/// Sizes closer than this are one.
const SAME: f32 = 0.08;
/// Letters this much larger than the text's make a heading.
const LARGE: f32 = 1.12;
/// Letters smaller than this part of the text's may be a note's.
const SMALL: f32 = 0.92;
/// Fewest gaps between lines before a column shows its own usual one.
const MIN_LINE_GAPS: usize = 6;
/// Most cells of a row that are compared.
const MAX_ROW_CELLS: usize = 24;
/// Furniture and notes between two parts of a paragraph are passed over up to this many.
const MAX_PASSAGES_BETWEEN: usize = 80;
/// Part of a column's width from which on a line of a heading may go on below.
const WRAPPED_HEADING_SHARE: f32 = 0.6;
/// Most lines of a long heading.
const MAX_HEADING_LINES: usize = 3;
/// Marks that begin an entry of a list wherever a line begins with one. A letter that the font does not tell is one, too.
const PLAIN_BULLETS: [char; 11] = ['•', '●', '■', '□', '○', '▪', '✓', '✔', '✘', '➢', '\u{fffd}'];
/// Fewest lines of a table.
pub(super) const MIN_TABLE_LINES: usize = 3;

/// What a group of lines is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// Larger than the text, with the rank of its size, from 1 for the largest.
    Large(u8),
    /// In bold letters alone.
    Bold,
    Note,
    /// Its cells are a table's.
    Row,
    Furniture,
}

/// Lines that belong together: page and number of each.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) kind: Kind,
    pub(super) lines: Vec<(usize, usize)>,
    /// Number of its table.
    pub(super) table: usize,
}

/// The groups of `pages`, in the order of their first lines.
pub(super) fn groups(pages: &[Vec<Line>]) -> Vec<Group> {
    let sizes = TextSizes::of(pages);
    let ranks = ranks(pages, sizes.largest);
    let usual = leading(pages);
    let mut out: Vec<Group> = Vec::new();
    let mut tables = 0;
    for (page, lines) in pages.iter().enumerate() {
        let bottom = lines.iter().filter(|line| line.y < f32::MAX).map(|line| line.y).fold(0.0, f32::max);
        let mut from = 0;
        while from < lines.len() {
            let to =
                (from..lines.len()).find(|n| lines[*n].run != lines[from].run || lines[*n].aside != lines[from].aside);
            let to = to.unwrap_or(lines.len());
            let run = TextGroup { bottom, ..TextGroup::of(lines, from, to, usual) };
            if lines[from].aside {
                let one = |n| Group { kind: Kind::Furniture, lines: vec![(page, n)], table: 0 };
                out.extend((from..to).map(one));
            } else {
                let first = out.len();
                run.groups(page, &sizes, &ranks, &mut tables, &mut out);
                join(pages, &mut out, first);
            }
            from = to;
        }
    }
    out
}

/// Lines of one column, with what is usual in it.
struct TextGroup<'l> {
    lines: &'l [Line],
    from: usize,
    to: usize,
    left: f32,
    right: f32,
    leading: f32,
    /// The page's lowest line.
    bottom: f32,
    /// The usual gap between the document's lines, as a part of their size.
    usual: f32,
}

impl<'l> TextGroup<'l> {
    fn of(lines: &'l [Line], from: usize, to: usize, usual: f32) -> Self {
        let run = &lines[from..to];
        let mut gaps: Vec<f32> = run.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|gap| *gap > 0.5).collect();
        order::sort_by(&mut gaps, f32::total_cmp);
        // The usual gap is the one between lines of a paragraph: a small one of those printed.
        let own = gaps.get(gaps.len() * 2 / 5).copied().filter(|_| gaps.len() >= MIN_LINE_GAPS);
        let leading = own.unwrap_or(usual * lines[from].size);
        let left = run.iter().map(|line| line.x0).fold(f32::MAX, f32::min);
        let right = run.iter().map(|line| line.x1).fold(f32::MIN, f32::max);
        Self { lines, from, to, left, right, leading, bottom: 0.0, usual }
    }

    fn groups(&self, page: usize, sizes: &TextSizes, ranks: &[i32], tables: &mut usize, out: &mut Vec<Group>) {
        let mut at = self.from;
        while at < self.to {
            let ruled = self.lines[at..self.to].iter().take_while(|line| line.ruled).count();
            if ruled > 0 {
                *tables += 1;
                let table = *tables;
                out.extend((at..at + ruled).map(|n| Group { kind: Kind::Row, lines: vec![(page, n)], table }));
                at += ruled;
                continue;
            }
            let rows = self.rows(at);
            if rows >= MIN_TABLE_LINES {
                *tables += 1;
                let table = *tables;
                out.extend((at..at + rows).map(|n| Group { kind: Kind::Row, lines: vec![(page, n)], table }));
                at += rows;
                continue;
            }
            let hanging = begins_list(&self.lines[at].text());
            let parts = |n: &usize| self.rows(*n) >= MIN_TABLE_LINES || self.parts(at, hanging, *n);
            let end = (at + 1..self.to).find(parts).unwrap_or(self.to);
            let kind = self.kind(at, end, sizes, ranks);
            out.push(Group { kind, lines: (at..end).map(|n| (page, n)).collect(), table: 0 });
            at = end;
        }
    }

    /// How many lines from `at` on are a table's rows.
    fn rows(&self, at: usize) -> usize {
        // A leader to a page's number is not the edge of a cell.
        if self.lines[at].cells.len() < 2 || is_contents(&self.lines[at].text()) {
            return 0;
        }
        let count = self.lines[at..self.to]
            .windows(2)
            .take_while(|pair| shares_edge(&pair[0], &pair[1]) && !is_contents(&pair[1].text()))
            .count();
        if count + 1 >= MIN_TABLE_LINES { count + 1 } else { 0 }
    }

    /// True if line `n` begins a paragraph of its own, and does not belong to the one whose first line is `first`. `hanging` says
    /// whether that one is an entry of a list, whose further lines are indented below its mark.
    fn parts(&self, first: usize, hanging: bool, n: usize) -> bool {
        let (a, b, begin) = (&self.lines[n - 1], &self.lines[n], &self.lines[first]);
        let size = a.size;
        let gap = b.y - a.y;
        let (before, behind) = (a.text(), b.text());
        if self.wraps_heading(a, b, &before, &behind) {
            return false;
        }
        if gap < 0.0 || (self.leading > 0.0 && gap > GAP * self.leading.max(size)) || gap > 3.0 * size {
            return true;
        }
        if differ(a.size, b.size) || is_contents(&before) || is_contents(&behind) {
            return true;
        }
        let width = (self.right - self.left).max(1.0);
        let full = a.x1 > self.right - 0.12 * width;
        // The next line's first word would have had room: the break is meant.
        let word = behind.split_whitespace().next().map_or(0, |word| word.chars().count()) + 1;
        let letter = (b.x1 - b.x0) / behind.chars().count().max(1) as f32;
        let short = a.x1 + word as f32 * letter < self.right - 0.04 * width;
        let ended = ends(&before);
        let lower = behind.starts_with(|c: char| c.is_lowercase());
        let heading = |text: &str| heading_class(text) && text.chars().count() < 100;
        let indent = b.x0 - a.x0;
        // An entry that is set in from the line above it is not a number that a sentence happens to put first.
        let set_in = !hanging && indent > 0.5 * size;
        if begins_list(&behind) && (!full || ended || set_in || behind.starts_with(PLAIN_BULLETS)) {
            return true;
        }
        if a.bold != b.bold && !lower && (ended || !full) {
            return true;
        }
        // "3.1 The Ministry of Ports of the Republic": a line that had no room for the next word is not a heading by its words alone.
        let headed = n == first + 1 && heading(&before) && (short || a.bold != b.bold);
        if (heading(&behind) && (ended || !full && short) && !heading(&before))
            || (headed && !heading(&behind) && !lower)
        {
            return true;
        }
        if hanging {
            // What hangs below a mark belongs to it; after a stop, what stands left of it does not.
            return (b.x0 < begin.x0 - 0.5 * size && (short || ended)) || (short && ended);
        }
        let centred = ((a.x0 + a.x1) - (b.x0 + b.x1)).abs() < size && short;
        if indent > 0.8 * size && !centred && (ended || n > first + 1) {
            return true;
        }
        if indent < -0.8 * size && n > first + 1 && !centred {
            return true;
        }
        short && !centred && (ended || !lower)
    }

    /// True if `b` goes on with the heading `a`: both are bold and of one size, and `a` is long.
    fn wraps_heading(&self, a: &Line, b: &Line, before: &str, behind: &str) -> bool {
        let gap = b.y - a.y;
        let near = gap > 0.0 && gap <= GAP * self.leading.min(self.usual * a.size).max(a.size);
        let (center, next) = (a.x0 + a.x1, b.x0 + b.x1);
        let aligned = (a.x0 - b.x0).abs() < a.size || (center - next).abs() < 2.0 * a.size;
        let long = a.x1 - a.x0 >= WRAPPED_HEADING_SHARE * (self.right - self.left);
        let one_cell = a.cells.len() == 1 && b.cells.len() == 1;
        a.bold
            && b.bold
            && !differ(a.size, b.size)
            && near
            && aligned
            && long
            && one_cell
            && !ends(before)
            && !begins_list(behind)
    }

    fn kind(&self, from: usize, to: usize, sizes: &TextSizes, ranks: &[i32]) -> Kind {
        let lines = &self.lines[from..to];
        let first = &lines[0];
        let text: String = lines.iter().map(|line| line.text() + " ").collect();
        let text = text.trim();
        let count = text.chars().count();
        let lettered = text.chars().filter(|c| c.is_alphabetic()).count() >= 2;
        if is_contents(text) {
            return Kind::Furniture;
        }
        // "Excellencies," is not a heading, however short it is.
        let said = text.ends_with(['.', ';', '。']) && text.contains(' ') || text.ends_with(',');
        if first.size >= sizes.largest * LARGE && count <= 240 && lettered && !said {
            let rank = ranks.partition_point(|rank| *rank > rounded(first.size));
            return Kind::Large(u8::try_from(rank + 1).unwrap_or(u8::MAX).min(6));
        }
        let marked = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | '※' | '['));
        if first.size <= sizes.commonest * SMALL && marked && first.y > self.bottom * 0.5 && lettered {
            return Kind::Note;
        }
        // A heading over a few lines is longer than one that stands on one, and its text follows it on its page.
        let short = count <= if lines.len() <= MAX_HEADING_LINES && to < self.to { 240 } else { 140 };
        if lines.iter().all(|line| line.bold) && short && lettered && !said {
            return Kind::Bold;
        }
        Kind::Text
    }
}

/// True if a cell of `one`, its first apart, begins or ends where one of `other` does.
pub(super) fn shares_edge(one: &Line, other: &Line) -> bool {
    let near = |a: f32, b: f32| (a - b).abs() < 4.0;
    let edges =
        |line: &Line| line.cells.iter().skip(1).take(MAX_ROW_CELLS).map(|cell| (cell.x0, cell.x1)).collect::<Vec<_>>();
    let others = edges(other);
    edges(one).iter().any(|a| others.iter().any(|b| near(a.0, b.0) || near(a.1, b.1)))
}

/// Joins the first group of a column to the text that goes on in it.
fn join(pages: &[Vec<Line>], out: &mut Vec<Group>, first: usize) {
    let Some(next) = out.get(first).filter(|next| next.kind == Kind::Text) else { return };
    let line = |at: (usize, usize)| &pages[at.0][at.1];
    let between = |group: &&Group| matches!(group.kind, Kind::Furniture | Kind::Note);
    let passed = out[..first].iter().rev().take_while(between).take(MAX_PASSAGES_BETWEEN).count();
    let Some(previous) = first.checked_sub(passed + 1) else { return };
    let (Some(last), Some(begin)) = (out[previous].lines.last(), next.lines.first()) else { return };
    let (last, begin) = (line(*last), line(*begin));
    let (before, behind) = (last.text(), begin.text());
    let lower = behind.starts_with(|c: char| c.is_lowercase());
    let fits = out[previous].kind == Kind::Text
        && !differ(last.size, begin.size)
        && !ends(&before)
        && !begins_list(&behind)
        && !heading_class(&behind)
        && !heading_class(&before)
        && (lower || before.chars().count() >= 20 && behind.chars().count() >= 20);
    if fits {
        let lines = out.remove(first).lines;
        out[previous].lines.extend(lines);
    }
}

/// True if a sentence, a clause or a list's entry ends.
fn ends(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['"', '”', '’', ')', ']', '»', ' ']);
    bare.ends_with(['.', '?', '!', ';', ':', '。', '！', '？', '…', '；', '：'])
}

fn differ(a: f32, b: f32) -> bool {
    (a - b).abs() > SAME * a.max(b)
}

fn rounded(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

/// The usual gap between lines, as a part of the letters' size.
fn leading(pages: &[Vec<Line>]) -> f32 {
    let mut gaps = Vec::new();
    for lines in pages {
        for pair in lines.windows(2).filter(|pair| pair[0].run == pair[1].run && !pair[0].aside && !pair[1].aside) {
            gaps.push((pair[1].y - pair[0].y) / pair[1].size.max(1.0));
        }
    }
    gaps.retain(|gap| (0.8..3.0).contains(gap));
    order::sort_by(&mut gaps, f32::total_cmp);
    gaps.get(gaps.len() * 2 / 5).copied().unwrap_or(1.2)
}

/// A size with one letter in this many, and this many letters, is a size of text beside the commonest: a law may be set in
/// larger letters than the statement that explains it.
const TEXT_SHARE: usize = 5;
const MIN_TEXT_BYTES: usize = 2_000;

/// The sizes in which a document sets its text.
struct TextSizes {
    /// That of most letters.
    commonest: f32,
    /// The largest.
    largest: f32,
}

impl TextSizes {
    fn of(pages: &[Vec<Line>]) -> Self {
        let mut counts: std::collections::BTreeMap<i32, usize> = std::collections::BTreeMap::new();
        for line in pages.iter().flatten().filter(|line| !line.aside) {
            let letters = line.cells.iter().map(|cell| cell.text.len()).sum::<usize>();
            *counts.entry(rounded(line.size)).or_default() += letters;
        }
        let all: usize = counts.values().sum();
        let is_text = |count: usize| count * TEXT_SHARE >= all && count >= MIN_TEXT_BYTES;
        let largest = counts.iter().rev().find(|(_, count)| is_text(**count)).map_or(0, |(size, _)| *size);
        let commonest = counts.into_iter().max_by_key(|(_, count)| *count).map_or(20, |(size, _)| size);
        Self { commonest: commonest as f32 / 2.0, largest: commonest.max(largest) as f32 / 2.0 }
    }
}

/// Sizes larger than the text's, the largest first.
fn ranks(pages: &[Vec<Line>], body: f32) -> Vec<i32> {
    let large = pages.iter().flatten().filter(|line| !line.aside && line.size >= body * LARGE);
    let mut sizes: Vec<i32> = large.map(|line| rounded(line.size)).collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes.reverse();
    sizes
}
