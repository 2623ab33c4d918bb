//! Pages set in two columns: their lines are read down the left one, then down the right one.
//!
//! In: the lines of a text. Out: the same lines, those of two-column pages cut at the gutter and
//! put in reading order. A table is left alone: its columns hold values, not running text.

use std::ops::Range;

use entente_text::Span;

use super::line::Line;
use super::signatures::opens_signature;

/// Fewest lines of a page before its shape says anything.
const MIN_PAGE_LINES: usize = 15;
/// A column of running text has lines of at least this many characters, in the middle.
const NARROWEST: usize = 24;

/// `lines` in reading order.
pub(super) fn unfold(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out = Vec::with_capacity(lines.len());
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
    let mut end = 0;
    for line in lines {
        let start = line.content.start as usize;
        if text.get(end..start).is_some_and(|between| between.contains('\u{c}')) {
            pages.push(Vec::new());
        }
        end = line.content.end as usize;
        pages.last_mut().into_iter().for_each(|page| page.push(line));
    }
    let gutters: Vec<Option<usize>> = pages.iter().map(|page| gutter(text, page)).collect();
    let common = gutters.iter().flatten().min().copied();
    for (page, own) in pages.into_iter().zip(gutters) {
        // A last page with little text is set like the others.
        let shared = common.filter(|gutter| is_open(text, &page, *gutter));
        match own.or(shared) {
            Some(gutter) => read_page(text, &page, gutter, &mut out),
            None => read_signatures(text, &page, &mut out),
        }
    }
    out
}

/// Blank lines inside a block of signatures, one after the other: people sign there.
const MAX_BLANK_LINES: usize = 8;

/// Takes over the lines of `page`; signatures that stand side by side, and columns of a few lines, are read one after the other.
fn read_signatures(text: &str, page: &[Line], out: &mut Vec<Line>) {
    let mut at = 0;
    while at < page.len() {
        let found = signatures(text, page, at).or_else(|| short_columns(text, page, at));
        let Some((gutter, end)) = found else {
            out.push(page[at]);
            at += 1;
            continue;
        };
        let mut right = Vec::new();
        for line in &page[at..end] {
            if let Some((left, after)) = cut(text, line, gutter) {
                out.push(left);
                right.push(after);
            }
        }
        // Both are texts of their own.
        out.extend(
            right
                .iter()
                .map(|line| Line {
                    content: Span::new(line.content.start as usize, line.content.start as usize),
                    indent: 0,
                    width: 0,
                })
                .take(1),
        );
        out.append(&mut right);
        at = end;
    }
}

/// Where the right column of the two signatures that begin at line `at` begins, and the line after their last.
fn signatures(text: &str, page: &[Line], at: usize) -> Option<(usize, usize)> {
    let first = page.get(at).filter(|line| !line.is_blank())?;
    let gutter = *starts(text, first).first()?;
    let (left, right) = cut(text, first, gutter)?;
    if !opens_signature(left.content.of(text)) || !opens_signature(right.content.of(text)) {
        return None;
    }
    let (mut end, mut blank) = (at + 1, 0);
    for (n, line) in page.iter().enumerate().skip(at + 1) {
        if line.is_blank() {
            blank += 1;
            if blank > MAX_BLANK_LINES {
                break;
            }
            continue;
        }
        let Some((_, right)) = cut(text, line, gutter) else { break };
        // A line on the left alone after a blank one is the next paragraph.
        if right.is_blank() && blank > 0 {
            break;
        }
        (end, blank) = (n + 1, 0);
    }
    (end > at + 1).then_some((gutter, end))
}

/// Fewest lines of two columns on a page that is not set in columns.
const MIN_COLUMN_LINES: usize = 4;

/// Where the right one of two columns of running text that begin at line `at` begins, and the line after their last. Of a few
/// lines each goes on with a sentence: the cells of a table begin with capitals or numbers.
fn short_columns(text: &str, page: &[Line], at: usize) -> Option<(usize, usize)> {
    let opens = at.checked_sub(1).and_then(|above| page.get(above)).is_none_or(Line::is_blank);
    // Only a first line is looked at any further: the lines of its block are counted once, not once each.
    if !opens {
        return None;
    }
    let block_end = |from: usize| from + page[from..].iter().take_while(|line| !line.is_blank()).count();
    let first = at..block_end(at);
    if first.len() < MIN_COLUMN_LINES {
        return None;
    }
    let mut gutters: Vec<usize> = page[first.clone()].iter().flat_map(|line| starts(text, line)).collect();
    gutters.sort_unstable();
    let gutter = gutters.chunk_by(|a, b| a == b).max_by_key(|chunk| chunk.len())?[0];
    let halves = |lines: Range<usize>| -> Option<Vec<(Line, Line)>> {
        page[lines].iter().map(|line| cut(text, line, gutter)).collect()
    };
    let runs = |lines: &mut dyn Iterator<Item = Line>| {
        let lines: Vec<Line> = lines.filter(|line| !line.is_blank()).collect();
        let words = |line: &&Line| line.content.of(text).split_whitespace().count() >= MIN_LINE_WORDS;
        let goes_on = lines.iter().skip(1).filter(|line| line.content.of(text).starts_with(char::is_lowercase)).count();
        let wide = lines.iter().filter(|line| line.width >= NARROWEST).count();
        let last = lines.len().saturating_sub(1);
        lines.len() >= MIN_COLUMN_LINES - 1
            && goes_on * 2 >= last
            && wide * 2 >= last
            && lines.iter().filter(words).count() >= last
    };
    let found = halves(first.clone())?;
    if !runs(&mut found.iter().map(|(left, _)| *left)) || !runs(&mut found.iter().map(|(_, right)| *right)) {
        return None;
    }
    // Paragraphs below go on in the same columns.
    let mut end = first.end;
    while page.get(end).is_some_and(Line::is_blank) && page.get(end + 1).is_some_and(|line| !line.is_blank()) {
        let next = end + 1..block_end(end + 1);
        let both = |pair: &&(Line, Line)| !pair.0.is_blank() && !pair.1.is_blank();
        let Some(below) = halves(next.clone()).filter(|found| found.iter().filter(both).count() * 2 > found.len())
        else {
            break;
        };
        end = next.start + below.len();
    }
    Some((gutter, end))
}

/// Words of a line of running text in a column.
const MIN_LINE_WORDS: usize = 3;

/// True if hardly a line of `page` crosses `gutter`, and some lines stand on both sides of it.
fn is_open(text: &str, page: &[Line], gutter: usize) -> bool {
    let printed = page.iter().filter(|line| !line.is_blank());
    let (mut all, mut crossing, mut both) = (0, 0, 0);
    for line in printed {
        all += 1;
        match cut(text, line, gutter) {
            None => crossing += 1,
            Some((left, right)) => both += usize::from(!left.is_blank() && !right.is_blank()),
        }
    }
    crossing * 6 <= all && both * 4 >= all
}

fn read_page(text: &str, page: &[Line], gutter: usize, out: &mut Vec<Line>) {
    let printed = |n: &usize| !page[*n].is_blank();
    // The page's head and foot stand across both columns.
    let first = (0..page.len()).find(printed);
    let last = (0..page.len()).rfind(printed);
    let mut right: Vec<Line> = Vec::new();
    for (n, line) in page.iter().enumerate() {
        let apart = |other: Option<&Line>| other.is_none_or(Line::is_blank);
        let edge = (Some(n) == first && apart(page.get(n + 1)))
            || (Some(n) == last && apart(n.checked_sub(1).and_then(|before| page.get(before))));
        match cut(text, line, gutter).filter(|_| !edge) {
            Some((left, after)) => {
                out.push(left);
                right.push(after);
            }
            None => {
                out.append(&mut right);
                out.push(*line);
            }
        }
    }
    out.append(&mut right);
}

/// The column in which the right half begins, where `page` has two halves of running text.
fn gutter(text: &str, page: &[Line]) -> Option<usize> {
    let printed: Vec<&Line> = page.iter().filter(|line| !line.is_blank()).collect();
    if printed.len() < MIN_PAGE_LINES {
        return None;
    }
    let mut starts: Vec<usize> = printed.iter().flat_map(|line| starts(text, line)).collect();
    starts.sort_unstable();
    let best = starts.chunk_by(|a, b| a == b).max_by_key(|chunk| chunk.len())?;
    let gutter = best[0];
    let halves: Vec<(Line, Line)> = printed.iter().filter_map(|line| cut(text, line, gutter)).collect();
    let crossing = printed.len() - halves.len();
    let middle = |mut widths: Vec<usize>| {
        widths.sort_unstable();
        widths.get(widths.len() / 2).copied().unwrap_or(0)
    };
    let widths =
        |half: &dyn Fn(&(Line, Line)) -> usize| middle(halves.iter().map(half).filter(|width| *width > 0).collect());
    let running = widths(&|(left, _)| left.width) >= NARROWEST && widths(&|(_, right)| right.width) >= NARROWEST;
    (best.len() * 5 >= printed.len() * 2 && crossing * 6 <= printed.len() && running).then_some(gutter)
}

/// Columns in which words begin after a gap of two or more.
fn starts(text: &str, line: &Line) -> Vec<usize> {
    let mut out = Vec::new();
    let mut gap = line.indent;
    for (n, c) in line.content.of(text).chars().enumerate() {
        if c == ' ' {
            gap += 1;
        } else {
            if gap >= 2 && line.indent + n >= NARROWEST {
                out.push(line.indent + n);
            }
            gap = 0;
        }
    }
    out
}

/// The two halves of `line`, where nothing crosses the gutter. A half may be blank.
fn cut(text: &str, line: &Line, gutter: usize) -> Option<(Line, Line)> {
    let words = line.content.of(text);
    let start = line.content.start as usize;
    let part = |from: usize, to: usize, indent: usize| {
        let words = &words[from..to];
        let before = words.len() - words.trim_start().len();
        let content = words.trim();
        let at = start + from + if content.is_empty() { 0 } else { before };
        Line {
            content: Span::new(at, at + content.len()),
            indent: indent + words[..before].chars().count(),
            width: content.chars().count(),
        }
    };
    if gutter <= line.indent {
        return Some((part(0, 0, 0), part(0, words.len(), line.indent - gutter)));
    }
    let column = gutter - line.indent;
    let Some((at, _)) = words.char_indices().nth(column) else {
        return Some((part(0, words.len(), line.indent), part(words.len(), words.len(), 0)));
    };
    // One blank is enough at the gutter: a full line of the left half reaches close to it.
    words[..at].ends_with(' ').then(|| (part(0, at, line.indent), part(at, words.len(), 0)))
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::unfold;

    fn read(text: &str) -> Vec<&str> {
        let unfolded = unfold(text, lines(text));
        unfolded.iter().filter(|line| !line.is_blank()).map(|line| line.content.of(text)).collect()
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let row = |n: usize| format!("left column words number {n:<2}      right column words number {n}\n");
        let text = format!("HEAD OF THE PAGE                          7\n\n{}", (10..30).map(row).collect::<String>());
        let lines = read(&text);
        assert_eq!(lines[0], "HEAD OF THE PAGE                          7");
        assert_eq!((lines[1], lines[20]), ("left column words number 10", "left column words number 29"));
        assert_eq!((lines[21], lines[40]), ("right column words number 10", "right column words number 29"));
    }

    #[test]
    fn columns_of_a_few_lines_are_read_one_after_the_other() {
        let text = "PORTS OF THE NORTH\n\n\
            The ports of the north are open      The ports of the south are shut\n\
            again since Monday, as the head      until the end of May, because of\n\
            of the harbour said to all who       the storm that broke the quay of\n\
            came there by boat.                  the town.\n\n\
            They stay so until the winter        The boats lie in the north now.\n\nIn one column again.\n";
        let lines = read(text);
        assert_eq!(lines[1], "The ports of the north are open");
        assert_eq!(lines[5..7], ["They stay so until the winter", "The ports of the south are shut"]);
        assert_eq!(lines[10..], ["The boats lie in the north now.", "In one column again."]);
        let table = "The office of the harbour master     Suva, the capital of the state\n\
            The office of the port police        Suva, the capital of the state\n\
            The office of the fish market        Lautoka, a town of the west\n\
            The office of all the boats          Labasa, a town of the north\n";
        assert_eq!(read(table).len(), 4);
    }

    #[test]
    fn signatures_side_by_side_are_read_one_after_the_other() {
        let text = "Signed in Oslo.\n\nFor the Ministry of the Interior        For the Police Directorate\n\
                    of the Republic of Ghana                of the Kingdom of Norway\n\n\
                    Kwame Asare-Boadu                       Ingrid Solbakken\n\nDone in two copies.\n";
        assert_eq!(
            read(text),
            [
                "Signed in Oslo.",
                "For the Ministry of the Interior",
                "of the Republic of Ghana",
                "Kwame Asare-Boadu",
                "For the Police Directorate",
                "of the Kingdom of Norway",
                "Ingrid Solbakken",
                "Done in two copies.",
            ]
        );
        let table = "For the ports of the north, see      Page 12\nof this report                       Page 14\n";
        assert_eq!(read(table).len(), 2);
    }

    #[test]
    fn tables_and_plain_pages_stay_as_they_are() {
        let table: String = (0..20).map(|n| format!("Item {n:<30} {:>8}\n", n * 100)).collect();
        let plain: String =
            (0..20).map(|n| format!("A line of running  text that is number {n} of the page.\n")).collect();
        for text in [table, plain] {
            assert_eq!(read(&text), text.lines().map(str::trim).collect::<Vec<_>>());
        }
    }
}
