//! Tables drawn with pipes.

use entente_corpus::{PassageKind, Piece};
use entente_text::Span;

use super::blocks::PassageDraft;
use super::line::Line;

/// True when `group` is a table: its second line separates heads from rows.
pub(crate) fn is_table(text: &str, group: &[Line]) -> bool {
    group.len() >= 2 && group[0].content.of(text).contains('|') && is_separator(group[1].content.of(text))
}

/// The rows; each cell is a piece.
pub(crate) fn rows(text: &str, group: &[Line], table: u32) -> Vec<PassageDraft> {
    let lines = group.iter().enumerate().filter(|(n, _)| *n != 1);
    lines
        .map(|(n, line)| {
            let mut draft = PassageDraft::new(PassageKind::Row, line.content);
            let cells = cells(text, line.content);
            if !cells.is_empty() {
                draft.passage.pieces = cells.into_iter().map(|span| Piece { span, page: None }).collect();
            }
            draft.passage.table = Some(table);
            draft.passage.header = n == 0;
            draft
        })
        .collect()
}

fn is_separator(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// The cells between unescaped pipes, white space aside; the outer pipes make none.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let words = line.of(text);
    let mut bounds = vec![];
    let mut escaped = false;
    for (at, c) in words.char_indices() {
        if c == '|' && !escaped {
            bounds.push(at);
        }
        escaped = c == '\\' && !escaped;
    }
    let mut starts: Vec<usize> = Vec::new();
    if !words.starts_with('|') {
        starts.push(0);
    }
    starts.extend(bounds.iter().map(|at| at + 1));
    let mut ends: Vec<usize> = bounds.iter().copied().filter(|at| *at > 0).collect();
    ends.push(words.len());
    let mut out = Vec::new();
    for (start, end) in starts.into_iter().zip(ends) {
        let cell = words.get(start..end).unwrap_or("");
        if cell.trim().is_empty() && end == words.len() && words.ends_with('|') {
            continue;
        }
        let from = start + cell.len() - cell.trim_start().len();
        let base = line.start as usize;
        out.push(Span::new(base + from.min(end), base + (from + cell.trim().len()).min(end)));
    }
    out
}
