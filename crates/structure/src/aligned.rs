//! Tables in plain text whose columns are set apart by blanks alone.
//!
//! In: a run of lines without a blank one. Out: its rows, each cell a piece; nothing where the lines are no table. Lines in two
//! parts are a letterhead or a signature as often as a table, so two columns need a rule under their heads.

use std::ops::Range;

use entente_corpus::{PassageKind, Piece};
use entente_text::{Span, order, saturating_u32};

use super::blocks::PassageDraft;
use super::line::Line;
use super::wrapped::{Joint, starts_with_digit};

/// Fewest rows of a table, its heads included.
const MIN_ROWS: usize = 3;
/// Fewest columns where no rule stands under the heads.
const MIN_COLUMNS: usize = 3;
/// Widest cell, in characters, of half of all cells: wider ones are columns of running text.
const MAX_CELL_CHARS: usize = 30;
/// Widest line, in characters: a table set by blanks is one on paper.
const MAX_LINE_CHARS: usize = 200;
/// Fewest blanks between two columns.
const GAP: usize = 2;
/// Most lines of the heads above a rule.
const MAX_HEAD_LINES: usize = 3;
/// Most lines of a table that is looked at as a whole.
const MAX_ROWS: usize = 2_000;

/// The rows of `group` as table number `table`.
pub(super) fn rows(text: &str, group: &[Line], table: u32) -> Option<Vec<PassageDraft>> {
    let printed = |line: &&Line| !is_rule(line.content.of(text));
    if group.len() < MIN_ROWS || group.len() > MAX_ROWS || group.iter().any(|line| is_wide(text, line)) {
        return None;
    }
    // Lines above the rule are the heads, which may be set over several lines.
    let heads = group.iter().take(MAX_HEAD_LINES + 1).position(|line| is_rule(line.content.of(text))).unwrap_or(0);
    let ruled = heads > 0;
    let lines: Vec<&Line> = group.iter().filter(printed).collect();
    let columns = columns(text, &lines);
    let fewest = if ruled { 2 } else { MIN_COLUMNS };
    let mut widths: Vec<usize> = Vec::new();
    let mut rows: Vec<TableRow> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let cells = cells(text, line, &columns);
        widths.extend(cells.iter().map(|cell| cell.span.of(text).chars().count()));
        match rows.last_mut().filter(|row| n < heads || row.goes_on(text, &cells, &columns)) {
            Some(row) => row.take(cells),
            None => rows.push(TableRow::of(line, cells, columns.len())),
        }
    }
    let whole = rows.iter().filter(|row| row.filled() >= fewest).count();
    let headed = rows.first().is_some_and(|row| row.filled() == columns.len());
    // A cell that goes on in the next line leaves the others empty there.
    widths.sort_unstable();
    let narrow = widths.get(widths.len() / 2).is_some_and(|width| *width <= MAX_CELL_CHARS);
    if columns.len() < fewest || whole < MIN_ROWS || whole * 3 < rows.len() * 2 || !headed || !narrow {
        return None;
    }
    // "209 RPL_TRACE   217 RPL_STATS" is a row like the others.
    let figure = |cell: &Vec<Cell>| cell.first().is_some_and(|cell| starts_with_digit(cell.span.of(text)));
    let named = ruled || !rows[0].cells.iter().any(figure);
    let mut out: Vec<PassageDraft> =
        rows.iter().enumerate().map(|(n, row)| row.draft(table, n == 0 && named)).collect();
    // A rule shows nothing, but every letter of a text stands in a passage.
    let rules = group.iter().filter(|line| !printed(line));
    out.extend(rules.map(|line| PassageDraft::new(PassageKind::Furniture, line.content)));
    order::sort_by_key(&mut out, |draft| draft.passage.extent().start);
    Some(out)
}

/// The words of a cell on one line.
#[derive(Clone, Copy)]
struct Cell {
    column: usize,
    span: Span,
    /// The column of characters after its last one.
    end: usize,
}

/// A row, whose cells may stand on several lines.
struct TableRow {
    /// Where its first line begins.
    start: usize,
    /// The lines of each cell, one cell for each column.
    cells: Vec<Vec<Cell>>,
}

impl TableRow {
    fn of(line: &Line, cells: Vec<Cell>, columns: usize) -> Self {
        let mut row = Self { start: line.content.start as usize, cells: vec![Vec::new(); columns] };
        row.take(cells);
        row
    }

    fn take(&mut self, cells: Vec<Cell>) {
        cells.into_iter().for_each(|cell| self.cells[cell.column].push(cell));
    }

    /// How many cells print something.
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// True if a line with `cells` goes on with this row: it leaves cells empty that this row fills, and each of its
    /// cells goes on with the one above it.
    fn goes_on(&self, text: &str, cells: &[Cell], columns: &[Range<usize>]) -> bool {
        let mut told = false;
        for cell in cells {
            let Some(above) = self.cells[cell.column].last() else { return false };
            let joint = Joint {
                above: above.span.of(text),
                below: cell.span.of(text),
                used: above.end - columns[cell.column].start,
                width: columns.get(cell.column + 1).map_or(columns[cell.column].end, |next| next.start - GAP)
                    - columns[cell.column].start,
            };
            // The first column names the row: a small letter may begin the name of the next one.
            let small = cell.column > 0 && joint.is_in_sentence();
            told |= small || joint.is_open();
            if !(small || joint.is_open() || joint.is_full()) {
                return false;
            }
        }
        // Of cells that only break where their column ends, each may be a row of its own below a name for all.
        let beside = self.cells.iter().skip(1).filter(|cell| !cell.is_empty()).count();
        !cells.is_empty() && cells.len() < self.filled() && (told || cells.len() < beside)
    }

    fn draft(&self, table: u32, header: bool) -> PassageDraft {
        let mut draft = PassageDraft::new(PassageKind::Row, Span::default());
        let passage = &mut draft.passage;
        passage.pieces.clear();
        let mut end = self.start;
        for cell in &self.cells {
            // One without words is empty, so that each cell stands below its head.
            let first = cell.first().map_or(Span::new(end, end), |cell| cell.span);
            end = first.end as usize;
            passage.pieces.push(Piece { span: first, page: None });
            for line in cell.iter().skip(1) {
                passage.continued.push(saturating_u32(passage.pieces.len()));
                passage.pieces.push(Piece { span: line.span, page: None });
            }
        }
        passage.table = Some(table);
        passage.header = header;
        draft
    }
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

/// The cells of `line` that print something.
fn cells(text: &str, line: &Line, columns: &[Range<usize>]) -> Vec<Cell> {
    let words = line.content.of(text);
    let start = line.content.start as usize;
    let mut out: Vec<Cell> = Vec::new();
    for (at, (byte, letter)) in words.char_indices().enumerate().filter(|(_, (_, letter))| !letter.is_whitespace()) {
        let at = line.indent + at;
        let Some(column) = columns.iter().position(|column| column.contains(&at)) else { continue };
        let span = Span::new(start + byte, start + byte + letter.len_utf8());
        match out.last_mut() {
            Some(last) if last.column == column => (last.span.end, last.end) = (span.end, at + 1),
            _ => out.push(Cell { column, span, end: at + 1 }),
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
            let passage = &draft.passage;
            let mut out = String::new();
            for (n, piece) in passage.pieces.iter().enumerate() {
                out += if n == 0 {
                    ""
                } else if passage.goes_on(n) {
                    " "
                } else {
                    "|"
                };
                out += piece.span.of(text);
            }
            out
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
    fn a_cell_goes_on_in_the_next_line() {
        let text = "Name of the      Office             Year of\nperson                              entry\n\
                    -----------      ------             -------\n\
                    Jane Roe         Ministry of Ports  1999\n                 and Fish\n\
                    John Doe         Harbour Office of  2001\n                 the North\n\
                    Ana Porter       Fish               2014\n";
        let expected = [
            "Name of the person|Office|Year of entry",
            "Jane Roe|Ministry of Ports and Fish|1999",
            "John Doe|Harbour Office of the North|2001",
            "Ana Porter|Fish|2014",
        ];
        assert_eq!(read(text).unwrap(), expected);
        // The first column goes on as well where its words have filled it, or are open.
        let text = "State                Ports          Tons\nIslands of the       12             1,200\nNorth\n\
                    Republic of          Suva, Nadi     40\nHarbours             and others\nChad                 3              5\n";
        let expected = [
            "State|Ports|Tons",
            "Islands of the North|12|1,200",
            "Republic of Harbours|Suva, Nadi and others|40",
            "Chad|3|5",
        ];
        assert_eq!(read(text).unwrap(), expected);
    }

    #[test]
    fn rows_below_a_shared_name_and_rows_with_empty_cells_stay_rows() {
        for (text, expected) in [
            (
                "State     Port      Since\nFiji      Suva      1999\n          Nadi      2001\nChad      Bol       1980\n",
                vec!["State|Port|Since", "Fiji|Suva|1999", "|Nadi|2001", "Chad|Bol|1980"],
            ),
            (
                "Fruit     Colour    Taste\napple     red       sweet\npear      green\nplum      blue      sour\n",
                vec!["Fruit|Colour|Taste", "apple|red|sweet", "pear|green|", "plum|blue|sour"],
            ),
            (
                "State     Port      Tons\nFiji      12        40\nAsia\nChad      3         5\nMali      1         2\n",
                vec!["State|Port|Tons", "Fiji|12|40", "Asia||", "Chad|3|5", "Mali|1|2"],
            ),
        ] {
            assert_eq!(read(text), Some(expected.into_iter().map(str::to_owned).collect()), "{text}");
        }
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
