//! `entente check`: how each document was read, and what is odd in it.

use entente_corpus::{Anomaly, Body, Lines};
use entente_pack::load;

use crate::arguments::Check;
use crate::command::{counted, printable};
use crate::progress::Progress;
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Check) -> Outcome {
    let progress = Progress::new();
    let loaded = load(&arguments.source, &mut |done, of| progress.at(done, of))?;
    progress.clear();
    let catalogue = &loaded.corpus.catalogue;
    let mut notes = 0;
    let mut passages = 0;
    for (record, body) in catalogue.documents.iter().zip(&loaded.corpus.bodies) {
        let count = counted(body.passages.len(), "passage", "passages");
        let file = printable(&record.file);
        println!("{file}: ok {} {count}", record.kind.value);
        let lines = Lines::of(&body.text);
        for anomaly in &body.anomalies {
            let page = page(body, anomaly).map_or_else(String::new, |page| format!(" (page {page})"));
            let line = lines.line(anomaly.span.start);
            println!("{file}:{line}: {}: {}{page}", anomaly.kind, printable(&anomaly.detail));
        }
        notes += body.anomalies.len();
        passages += body.passages.len();
    }
    for unread in &catalogue.unread {
        println!("{}: not read: {}", printable(&unread.file), unread.reason);
    }
    println!(
        "{}, {}, {}, {} not read",
        counted(catalogue.documents.len(), "document", "documents"),
        counted(passages, "passage", "passages"),
        counted(notes, "note", "notes"),
        catalogue.unread.len(),
    );
    super::name_contacts(&loaded.corpus);
    super::name_markings(&loaded.corpus);
    if let Some(head) = &loaded.head {
        println!("application {}", head.application);
        println!("corpus {}", head.sha256);
        println!("version {}, format {}, schema {}", head.program, head.format, head.schema);
    }
    if catalogue.documents.is_empty() {
        eprintln!("entente: {}: nothing in it could be read", arguments.source.display());
    }
    let whole = catalogue.unread.is_empty() && !catalogue.documents.is_empty();
    Ok(if whole { DONE } else { PARTLY })
}

/// The page that what is odd stands on, where the format keeps pages.
fn page(body: &Body, anomaly: &Anomaly) -> Option<u32> {
    let passage = body.passages.get(anomaly.passage? as usize)?;
    passage.pieces.iter().find(|piece| piece.span.end > anomaly.span.start)?.page
}
