//! The tables `text`, `sections`, `passages` and `anomalies`: the content of documents.

use entente_corpus::{AnomalyKind, Evidence, ReadingText};
use entente_text::{Span, order, saturating_u32};

use crate::cell::collect;
use crate::columns;
use crate::source::Files;
use crate::{Row, Table};

/// One row for each line of the source text.
pub(crate) fn text(files: &Files) -> Table {
    let row = |document: Option<String>, line: u32, page: Option<u32>, text: &str| {
        Row::new().with("document", document).with("line", line).with("page", page).with("text", text)
    };
    let mut rows = Vec::new();
    for (n, record, body) in files.each() {
        let pieces = body.passages.iter().flat_map(|passage| &passage.pieces).filter(|piece| piece.page.is_some());
        let mut paged: Vec<(u32, Option<u32>)> = pieces.map(|piece| (piece.span.start, piece.page)).collect();
        // A passage that goes on over a page's foot has pieces on both sides of it.
        order::sort(&mut paged);
        let count = saturating_u32(files.line_count(n));
        let mut start = 0;
        for line in 1..=count {
            let end = files.line_start(n, line + 1).unwrap_or(body.text.len());
            let words = body.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r', '\x0c']);
            // After the last line end there is no further line.
            if line < count || !words.is_empty() {
                let before = paged.partition_point(|(at, _)| (*at as usize) < end.max(1));
                let page = before.checked_sub(1).and_then(|at| paged[at].1);
                rows.push(row(Some(record.id.to_string()), line, page, words));
            }
            start = end;
        }
    }
    collect(columns::TEXT, rows)
}

/// One row for each heading.
pub(crate) fn sections(files: &Files) -> Table {
    let row = |document: usize, at: u32| {
        let section = files.body(document).and_then(|body| body.sections.get(at as usize));
        let heading = section.map(|section| section.heading);
        let row = Row::new()
            .with("id", files.section_id(document, at))
            .with("document", files.record(document).map(|record| record.id.to_string()))
            .with("parent", section.and_then(|section| section.parent).and_then(|at| files.section_id(document, at)))
            .with("level", section.map(|section| u32::from(section.level)))
            .with("heading", files.heading(document, at));
        files.evidence(row, document, evidence(files, document, heading).as_ref(), "section")
    };
    let rows = files.each().flat_map(|(n, _, body)| (0..).zip(&body.sections).map(move |(at, _)| (n, at)));
    collect(columns::SECTIONS, rows.map(|(n, at)| row(n, at)))
}

/// One row for each passage.
pub(crate) fn passages(files: &Files) -> Table {
    let row = |document: usize, at: u32| {
        let body = files.body(document);
        let passage = body.and_then(|body| body.passages.get(at as usize));
        let number = body.zip(passage).and_then(|(body, passage)| Some(passage.number?.of(&body.text).to_owned()));
        let text = body.zip(passage).map(|(body, passage)| ReadingText::of(body, passage).text);
        let row = Row::new()
            .with("id", files.passage_id(document, at))
            .with("document", files.record(document).map(|record| record.id.to_string()))
            .with("section", files.section_path(document, passage.and_then(|passage| passage.section)))
            .with("kind", passage.map(|passage| passage.kind.as_str()))
            .with("number", number)
            .with("text", text);
        files.evidence(row, document, evidence(files, document, Some(at)).as_ref(), "passage")
    };
    let rows = files.each().flat_map(|(n, _, body)| (0..).zip(&body.passages).map(move |(at, _)| (n, at)));
    collect(columns::PASSAGES, rows.map(|(n, at)| row(n, at)))
}

/// One row for each note on the source.
pub(crate) fn anomalies(files: &Files) -> Table {
    let row = |kind: &str, detail: &str| Row::new().with("kind", kind).with("detail", detail);
    let mut rows = Vec::new();
    for (n, _, body) in files.each() {
        for anomaly in &body.anomalies {
            let place = Evidence { passage: anomaly.passage, span: anomaly.span };
            rows.push(files.evidence(row(anomaly.kind.as_str(), &anomaly.detail), n, Some(&place), &anomaly.rule));
        }
    }
    for unread in &files.corpus.catalogue.unread {
        let row = row(AnomalyKind::UnsupportedFormat.as_str(), &unread.reason);
        rows.push(Files::without_evidence(row, &unread.file, "unread"));
    }
    collect(columns::ANOMALIES, rows)
}

/// A whole passage as evidence.
fn evidence(files: &Files, document: usize, passage: Option<u32>) -> Option<Evidence> {
    let at = passage?;
    let found = files.body(document)?.passages.get(at as usize)?;
    let Span { start, end } = found.extent();
    // What the source prints before the text belongs to it: its mark and its number.
    let start = found.marker.iter().chain(&found.number).map(|span| span.start).fold(start, u32::min);
    Some(Evidence { passage: Some(at), span: Span { start, end } })
}
