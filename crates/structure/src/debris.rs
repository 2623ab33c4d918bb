//! What a conversion left in the text: traces of tracked changes, struck-out words, links to nowhere, escapes.
//!
//! In: a structured body. Out: one note for each run or sort of trace, at its first place, with how often it stands:
//! a reader who reads the same notice ten times stops reading.

use std::collections::BTreeSet;

use entente_corpus::{Anomaly, AnomalyKind, Body, Passage, PassageKind, StyleKind};
use entente_text::Span;
use entente_text::order;

use super::nesting::{is_inside, outermost};

/// Labels that a word processor prints beside tracked changes.
const TRACKED: &[&str] = &["Formatted:", "Formatted Table", "Deleted:", "Inserted:", "Comment [", "Commented ["];
/// Words of buttons that a conversion glues to the line after them.
const BUTTONS: &[&str] = &["List", "Home", "Menu", "Print", "Share"];

/// Adds a note for every sort of debris in `body`.
pub(super) fn note(body: &Body, anomalies: &mut Vec<Anomaly>) {
    anomalies.extend(tracked(body));
    let told = |span: Span| anomalies.iter().any(|known| known.span.overlaps(span));
    // A format that keeps tracked changes has reported its deletions.
    let struck: Vec<Anomaly> = struck(body).into_iter().filter(|struck| !told(struck.span)).collect();
    anomalies.extend(struck);
    anomalies.extend(links(body));
    anomalies.extend(escapes(body));
    anomalies.extend(glued(body));
}

fn noted(passage: usize, span: Span, detail: String, rule: &str) -> Anomaly {
    Anomaly {
        kind: AnomalyKind::ConversionDebris,
        passage: u32::try_from(passage).ok(),
        span,
        detail,
        rule: rule.to_owned(),
    }
}

/// Runs of lines such as "Formatted: Font: (Asian) Korean".
fn tracked(body: &Body) -> Vec<Anomaly> {
    let trace = |passage: &Passage| {
        let words = passage.extent().of(&body.text).trim_start();
        TRACKED.iter().any(|label| words.starts_with(label))
    };
    let mut out: Vec<Anomaly> = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for n in 0..=body.passages.len() {
        match (body.passages.get(n).is_some_and(trace), run) {
            (true, None) => run = Some((n, n)),
            (true, Some((from, _))) => run = Some((from, n)),
            (false, Some((from, to))) => {
                let first = body.passages[from].extent();
                let detail = match to - from {
                    0 => "a line of tracked changes stands in the text".to_owned(),
                    more => format!("{} lines of tracked changes stand in the text", more + 1),
                };
                let span = Span { start: first.start, end: first.end };
                out.push(noted(from, span, detail, "tracked-changes-residue"));
                run = None;
            }
            (false, None) => {}
        }
    }
    out
}

/// Words struck out in the source, and whether they are read: where a format does not say what is struck for good, nobody
/// can tell whether they should be.
fn struck(body: &Body) -> Vec<Anomaly> {
    let each = body.passages.iter().enumerate();
    each.flat_map(|(n, passage)| {
        let hidden = outermost(passage.markup.iter().map(|markup| markup.span));
        // What Markdown strikes is hidden as a whole; what is hidden otherwise has been reported.
        let bare = passage.markup.iter().filter(|markup| markup.shows.is_empty()).map(|markup| markup.span);
        let alone: BTreeSet<Span> = order::set(bare);
        let struck = passage.styles.iter().filter(|style| style.kind == StyleKind::Deleted).filter_map(|style| {
            let is_alone = alone.contains(&style.span);
            if is_inside(&hidden, style.span) && !is_alone {
                return None;
            }
            let read = if is_alone { "not read" } else { "still read" };
            let detail = format!("“{}” is struck out in the source and {read}", style.span.of(&body.text));
            Some(noted(n, style.span, detail, "struck-out"))
        });
        struck.collect::<Vec<_>>()
    })
    .collect()
}

fn links(body: &Body) -> Option<Anomaly> {
    let nowhere = |span: Span| matches!(span.of(&body.text), "](#)" | "]()");
    let mut found = body.passages.iter().enumerate().flat_map(|(n, passage)| {
        let links = passage.markup.iter().filter(|markup| nowhere(markup.span));
        links.map(move |markup| (n, markup.span))
    });
    let first = found.next()?;
    let detail = match found.count() {
        0 => "a link leads nowhere".to_owned(),
        more => format!("{} links lead nowhere", more + 1),
    };
    Some(noted(first.0, first.1, detail, "empty-links"))
}

fn escapes(body: &Body) -> Option<Anomaly> {
    let running = body.passages.iter().enumerate().filter(|(_, passage)| passage.kind != PassageKind::Furniture);
    let mut found = running.flat_map(|(n, passage)| {
        let escaped = passage.markup.iter().filter(|markup| markup.span.of(&body.text) == "\\");
        escaped.map(move |markup| (n, markup.span))
    });
    let first = found.next()?;
    let after = body.text.get(first.1.start as usize..).unwrap_or("");
    let span = Span::new(
        first.1.start as usize,
        first.1.start as usize + after.chars().take(2).map(char::len_utf8).sum::<usize>(),
    );
    let detail = match found.count() {
        0 => "a character is escaped with a backslash".to_owned(),
        more => format!("{} characters are escaped with a backslash", more + 1),
    };
    Some(noted(first.0, span, detail, "escaped-characters"))
}

/// "ListPage 83": a button's word before the first words of a passage.
fn glued(body: &Body) -> Vec<Anomaly> {
    let glued = |(n, passage): (usize, &Passage)| {
        let start = passage.extent().start;
        let hidden = passage.markup.first().filter(|markup| markup.span.start == start)?.span;
        let word = hidden.of(&body.text);
        let detail = format!("“{word}” is glued to the words behind it; it is not read with them");
        BUTTONS.contains(&word).then(|| noted(n, hidden, detail, "button-glued-to-text"))
    };
    body.passages.iter().enumerate().filter_map(glued).collect()
}
