//! One file for each command.

pub(crate) mod check;
pub(crate) mod export;
pub(crate) mod pack;
pub(crate) mod search;
pub(crate) mod unpack;
pub(crate) mod verify;
pub(crate) mod why;

use std::path::Path;

use entente_corpus::Corpus;
use entente_pack::{Loaded, PackError, Report};

use crate::progress::Progress;
use crate::terminal::{complain, say};

/// Reads `source` with a progress bar, and prints the remarks on a folder.
pub(crate) fn load(source: &Path) -> Result<Loaded, PackError> {
    let progress = Progress::new();
    let loaded = entente_pack::load(source, &|done, of| progress.set(done, of));
    progress.clear();
    let loaded = loaded?;
    print_remarks(&loaded);
    Ok(loaded)
}

/// Prints the remarks on a folder: what was left out, which settings were not used.
pub(crate) fn print_remarks(loaded: &Loaded) {
    loaded.remarks.iter().for_each(|remark| complain(remark));
}

/// Prints the files that could not be read on standard error. True if there are any.
pub(crate) fn print_unread(corpus: &Corpus) -> bool {
    for unread in &corpus.catalogue.unread {
        complain(&format!("{}: not read: {}. {}", unread.file, unread.reason, unread.hint));
    }
    !corpus.catalogue.unread.is_empty()
}

/// Prints that the documents contain the contact details of `count` persons. Prints nothing for 0.
pub(crate) fn print_contacts(count: usize) {
    if count > 0 {
        let whose = if count == 1 { "1 person's".to_owned() } else { format!("{count} persons'") };
        say(&format!("contact details: {whose} are in; pack with --redact personal-data masks them"));
    }
}

/// Prints a table of what was masked: rule, kind, number of places, number of documents.
pub(crate) fn print_redacted(report: &Report) {
    for entry in &report.unused {
        complain(&format!(
            "entente: [redact] {entry}, masks nothing in these documents; check how they print it, and write it so"
        ));
    }
    if report.removed.is_empty() {
        say("masked: nothing; no rule found anything");
        return;
    }
    let head = ["masked by", "kind", "places", "documents"].map(str::to_owned);
    let rows = report.removed.iter().map(|removed| {
        [removed.rule.clone(), removed.kind.clone(), removed.places.to_string(), removed.documents.to_string()]
    });
    let rows: Vec<[String; 4]> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let [first, second, third] = [width(0), width(1), width(2)];
    for [rule, kind, places, documents] in &rows {
        say(&format!("{rule:first$}  {kind:second$}  {places:>third$}  {documents}"));
    }
    if report.renamed() > 0 {
        let files = counted(report.renamed(), "file is", "files are");
        say(&format!("{files} called document-N in the page"));
    }
}

/// Prints which handling markings are mixed, if they are.
pub(crate) fn print_markings(mix: Option<&str>) {
    if let Some(mix) = mix {
        say(mix);
    }
}

/// A number with its noun: "1 page", "2 pages".
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
