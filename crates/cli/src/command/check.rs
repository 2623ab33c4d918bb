//! `entente check`: how each document was read, and its anomalies.

use std::path::Path;

use entente_corpus::{Anomaly, Body, Lines};
use entente_pack::inspect;

use crate::arguments::Check;
use crate::command::counted;
use crate::progress::Progress;
use crate::terminal::{complain, say};
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Check) -> Outcome {
    if arguments.redact {
        return list_masked(&arguments.source);
    }
    let loaded = super::load(&arguments.source)?;
    let catalogue = &loaded.corpus.catalogue;
    let mut notes = 0;
    let mut passages = 0;
    for (_, record, body) in loaded.corpus.documents() {
        let count = counted(body.passages.len(), "passage", "passages");
        let file = &record.file;
        say(&format!("{file}: ok {} {count}", record.kind.value));
        let lines = Lines::of(&body.text);
        for anomaly in &body.anomalies {
            let page = page_of(body, anomaly).map_or_else(String::new, |page| format!(" (page {page})"));
            let line = lines.line(anomaly.span.start);
            say(&format!("{file}:{line}: {}: {}{page}", anomaly.kind, anomaly.detail));
        }
        notes += body.anomalies.len();
        passages += body.passages.len();
    }
    for unread in &catalogue.unread {
        say(&format!("{}: not read: {}", unread.file, unread.reason));
    }
    say(&format!(
        "{}, {}, {}, {} not read",
        counted(catalogue.documents.len(), "document", "documents"),
        counted(passages, "passage", "passages"),
        counted(notes, "note", "notes"),
        catalogue.unread.len(),
    ));
    super::print_contacts(entente_pack::contacts::count_persons(&loaded.corpus));
    super::print_markings(entente_pack::markings::describe_mix(&loaded.corpus).as_deref());
    let mut as_packed = true;
    if let Some(head) = &loaded.head {
        let inspection = inspect(&arguments.source, head, &loaded.corpus)?;
        say(&format!("application {}", inspection.application));
        say(&format!("corpus {}", head.sha256));
        say(&format!("page {}", inspection.page));
        say(&format!("version {}, format {}, schema {}", head.program, head.format, head.schema));
        for difference in &inspection.differences {
            complain(&format!("entente: {}: {difference}", arguments.source.display()));
        }
        as_packed = inspection.differences.is_empty();
    }
    if catalogue.documents.is_empty() {
        complain(&format!("entente: {}: nothing in it could be read", arguments.source.display()));
    }
    let whole = as_packed && catalogue.unread.is_empty() && !catalogue.documents.is_empty();
    Ok(if whole { DONE } else { PARTLY })
}

/// Lists everything that would be masked: file, line, kind, rule, words.
fn list_masked(source: &Path) -> Outcome {
    let progress = Progress::new();
    let report = entente_pack::redactions(source, &|done, of| progress.set(done, of));
    progress.clear();
    let report = report?;
    for place in &report.places {
        let line = if place.line > 0 { format!(":{}", place.line) } else { String::new() };
        say(&format!("{}{line}: {} ({}): {}", place.file, place.kind, place.rule, place.words));
    }
    super::print_redacted(&report);
    for kind in &report.left {
        complain(&format!(
            "entente: more names of kind {kind} are found each time they are masked; list them in `names`"
        ));
    }
    Ok(if report.left.is_empty() { DONE } else { PARTLY })
}

/// The page of an anomaly; `None` if the format has no pages.
fn page_of(body: &Body, anomaly: &Anomaly) -> Option<u32> {
    let passage = body.passages.get(anomaly.passage? as usize)?;
    passage.pieces.iter().find(|piece| piece.span.end > anomaly.span.start)?.page
}
