//! Tables in plain text whose columns are set apart by blanks alone.
//!
//! In: a run of lines without a blank one. Out: its rows, each cell a piece; nothing where the lines are no table. Lines in two
//! parts are a letterhead or a signature as often as a table, so two columns need a rule under their heads.

use std::ops::Range;

use entente_corpus::{PassageKind, Piece};
use entente_text::Span;

use super::blocks::PassageDraft;
use super::line::Line;

/// Fewest rows of a table, its heads included.
const MIN_ROWS: usize = 3;
/// Fewest columns where no rule stands under the heads.
const MIN_COLUMNS: usize = 3;
/// Widest cell, in characters, of half of all cells: wider ones are columns of running text.
const MAX_CELL_CHARS: usize = 30;
/// Widest line, in characters: a table set by blanks is one on paper.
const MAX_LINE_CHARS: usize = 200;
/// Most lines of a table that is looked at as a whole.
const MAX_ROWS: usize = 2_000;

/// The rows of `group` as table number `table`.
pub(super) fn rows(text: &str, group: &[Line], table: u32) -> Option<Vec<PassageDraft>> {
    let printed = |line: &&Line| !is_rule(line.content.of(text));
    if group.len() < MIN_ROWS || group.len() > MAX_ROWS || group.iter().any(|line| is_wide(text, line)) {
        return None;
    }
    let ruled = group.get(1).is_some_and(|line| is_rule(line.content.of(text)));
    let lines: Vec<&Line> = group.iter().filter(printed).collect();
    let columns = columns(text, &lines);
    let fewest = if ruled { 2 } else { MIN_COLUMNS };
    let cells: Vec<Vec<Span>> =
        lines.iter().map(|line| cells(text, line, &columns).into_iter().map(|(_, span)| span).collect()).collect();
    let whole = cells.iter().filter(|row| row.len() >= fewest).count();
    let heads = cells.first().is_some_and(|row| row.len() == columns.len());
    // A cell that goes on in the next line leaves the others empty there.
    let mut widths: Vec<usize> = cells.iter().flatten().map(|cell| cell.of(text).chars().count()).collect();
    widths.sort_unstable();
    let narrow = widths.get(widths.len() / 2).is_some_and(|width| *width <= MAX_CELL_CHARS);
    if columns.len() < fewest || whole < MIN_ROWS || whole * 3 < cells.len() * 2 || !heads || !narrow {
        return None;
    }
    // "209 RPL_TRACE   217 RPL_STATS" is a row like the others.
    let named = ruled || cells[0].iter().all(|cell| !cell.of(text).starts_with(|c: char| c.is_ascii_digit()));
    let row = |(n, line): (usize, &&Line)| {
        let cells = whole_row(text, line, &columns);
        let mut draft = PassageDraft::new(PassageKind::Row, cells.first().copied().unwrap_or_default());
        draft.passage.pieces = cells.into_iter().map(|span| Piece { span, page: None }).collect();
        draft.passage.table = Some(table);
        draft.passage.header = n == 0 && named;
        draft
    };
    let mut out: Vec<PassageDraft> = lines.iter().enumerate().map(row).collect();
    // A rule shows nothing, but every letter of a text stands in a passage.
    let rules = group.iter().filter(|line| !printed(line));
    out.extend(rules.map(|line| PassageDraft::new(PassageKind::Furniture, line.content)));
    out.sort_by_key(|draft| draft.passage.extent().start);
    Some(out)
}

/// True if `line` is too wide for paper. Its own width leaves out addresses of links.
fn is_wide(text: &str, line: &Line) -> bool {
    line.content.of(text).chars().nth(MAX_LINE_CHARS).is_some()
}

/// "-----   ----": runs of strokes that stand under the heads.
fn is_rule(line: &str) -> bool {
    let runs = || line.split_whitespace();
    runs().count() >= 2 && runs().all(|run| run.len() >= 2 && run.chars().all(|c| matches!(c, '-' | '=' | '_' | '─')))
}

/// The columns of `lines`, in characters from the margin: what no gap of two blanks or more in every line parts.
fn columns(text: &str, lines: &[&Line]) -> Vec<Range<usize>> {
    let mut filled: Vec<bool> = Vec::new();
    for line in lines {
        for span in parts(line.content.of(text)) {
            let (start, end) = (line.indent + span.start, line.indent + span.end);
            filled.resize(filled.len().max(end), false);
            filled[start..end].fill(true);
        }
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, _) in filled.iter().enumerate().filter(|(_, filled)| **filled) {
        match out.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}

/// The parts of `line` that gaps of two blanks or more set apart, in characters.
fn parts(line: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.chars().enumerate().filter(|(_, c)| !c.is_whitespace()) {
        match out.last_mut() {
            Some(last) if at <= last.end + 1 => last.end = at + 1,
            _ => out.push(at..at + 1),
        }
    }
    out
}

/// The cells of `line`, one for each of `columns`: one without words is empty, so that each cell stands below its head.
fn whole_row(text: &str, line: &Line, columns: &[Range<usize>]) -> Vec<Span> {
    let printed = cells(text, line, columns);
    let mut end = line.content.start as usize;
    (0..columns.len())
        .map(|column| {
            let span = printed.iter().find(|(at, _)| *at == column).map_or(Span::new(end, end), |(_, span)| *span);
            end = span.end as usize;
            span
        })
        .collect()
}

/// The cells of `line` that print something, each with the number of its column.
fn cells(text: &str, line: &Line, columns: &[Range<usize>]) -> Vec<(usize, Span)> {
    let words = line.content.of(text);
    let start = line.content.start as usize;
    let mut out: Vec<(usize, Span)> = Vec::new();
    for (at, (byte, letter)) in words.char_indices().enumerate().filter(|(_, (_, letter))| !letter.is_whitespace()) {
        let Some(column) = columns.iter().position(|column| column.contains(&(line.indent + at))) else { continue };
        let end = start + byte + letter.len_utf8();
        match out.last_mut() {
            Some((last, span)) if *last == column => span.end = Span::new(0, end).end,
            _ => out.push((column, Span::new(start + byte, end))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::rows;

    fn read(text: &str) -> Option<Vec<String>> {
        let rows = rows(text, &lines(text), 0)?;
        let printed = |draft: &super::PassageDraft| {
            let cells: Vec<&str> = draft.passage.pieces.iter().map(|piece| piece.span.of(text)).collect();
            cells.join("|")
        };
        Some(rows.iter().filter(|draft| draft.passage.table.is_some()).map(printed).collect())
    }

    #[test]
    fn a_gap_wider_than_the_words_is_a_gap() {
        let gap = " ".repeat(60);
        let line = format!("Kim{gap}Seoul{gap}1999\n");
        assert_eq!(read(&line.repeat(3)), Some(vec!["Kim|Seoul|1999".to_owned(); 3]));
        assert_eq!(read(&format!("Two{gap}said that\nit would grow\nby 5%\n")), None);
        assert_eq!(read(&line.replace(&gap, &gap.repeat(4)).repeat(3)), None);
    }

    #[test]
    fn what_looks_like_the_address_of_a_link_is_as_wide_as_it_is_printed() {
        let text =
            format!("Q: What was agreed?\n](A: The two{}ers, Mr. Kim said that\ntrade would grow.\n", " ".repeat(56));
        let read = super::super::blocks::blocks(&text, &lines(&text), true);
        assert!(!read.is_empty() && read.iter().all(|draft| draft.passage.table.is_none()));
    }

    #[test]
    fn columns_set_by_blanks_are_a_table() {
        let ruled = "State          Ports      Tons\n-----------    -----      ----\n\
                     Fiji              12     1,200\nChad               3        40\n";
        assert_eq!(read(ruled).unwrap(), ["State|Ports|Tons", "Fiji|12|1,200", "Chad|3|40"]);
        let gaps = "State          Ports      Tons\n-----------    -----      ----\n\
                    Fiji              12     1,200\nChad                        40\nMalta              5\n";
        assert_eq!(read(gaps).unwrap(), ["State|Ports|Tons", "Fiji|12|1,200", "Chad||40", "Malta|5|"]);
        let named = "Name             Office of            State\nJane Roe         Ports                Fiji\n\
                     John Doe         Boats and Nets       Chad\nÁna Porter       Fish                 Fiji\n";
        let expected =
            ["Name|Office of|State", "Jane Roe|Ports|Fiji", "John Doe|Boats and Nets|Chad", "Ána Porter|Fish|Fiji"];
        assert_eq!(read(named).unwrap(), expected);
    }

    #[test]
    fn letterheads_columns_of_text_and_verses_are_no_table() {
        for text in [
            "United Nations                  A/70/174\nGeneral Assembly                Distr.: General\n\
             Third Committee                 22 July 2015\n",
            "The ports of the north are open again    The ports of the south are closed\n\
             since Monday, said the harbour master    until May, because of the storm that\n\
             of the town, who was glad about that.    broke the quay and all its boats.\n",
            "Ports   of   the   north\nare open to all  who come  by boat\nand stay so until May of next year\n",
            "One line  of   a table\n",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
