//! The file that a document was read from: its format, what is odd in it, who cites it.

use std::collections::BTreeMap;

use entente_corpus::{AnomalyKind, End, LinkKind};
use entente_text::order::{set, sort_by_key};
use entente_text::saturating_u32;

use crate::desk::Desk;
use crate::models::reading::{Block, CitingDocument, Origin, ProblemCount};

/// Formats by the last part of a file's name.
const FORMATS: &[(&str, &str)] = &[
    ("csv", "CSV"),
    ("docx", "Word (DOCX)"),
    ("htm", "HTML"),
    ("html", "HTML"),
    ("hwpx", "Hangul (HWPX)"),
    ("json", "JSON Lines"),
    ("jsonl", "JSON Lines"),
    ("markdown", "Markdown"),
    ("md", "Markdown"),
    ("ndjson", "JSON Lines"),
    ("pdf", "PDF"),
    ("tsv", "CSV"),
    ("xhtml", "HTML"),
];
/// Any other file.
const TEXT: &str = "Text";
/// A file with pages whose name has no known ending.
const PDF: &str = "PDF";

/// How document number `document` was read.
pub(crate) fn origin(desk: &Desk, document: usize, blocks: &[Block]) -> Origin {
    let corpus = &desk.corpus;
    let (Some(record), Some(body)) = (corpus.catalogue.documents.get(document), corpus.bodies.get(document)) else {
        return Origin::default();
    };
    let mut counts: BTreeMap<AnomalyKind, usize> = BTreeMap::new();
    for anomaly in &body.anomalies {
        *counts.entry(anomaly.kind).or_default() += 1;
    }
    let mut problems: Vec<ProblemCount> =
        counts.into_iter().map(|(kind, count)| ProblemCount { kind, count }).collect();
    sort_by_key(&mut problems, |problem| (usize::MAX - problem.count, problem.kind));
    let here = saturating_u32(document);
    let cites = corpus
        .catalogue
        .links
        .get()
        .into_iter()
        .flatten()
        .filter(|link| link.kind == LinkKind::Cites && link.to == End::Document(here));
    let citing = set(cites.filter_map(|link| link.from.document()).filter(|from| *from != here));
    let named = |at: u32| {
        let record = corpus.catalogue.documents.get(at as usize)?;
        Some(CitingDocument { id: record.id.to_string(), title: corpus.title_of(at as usize).to_owned() })
    };
    let pages = blocks.iter().filter_map(|block| Some(block.pages?.1)).max();
    Origin {
        format: format(&record.file, record.text_form && pages.is_some()),
        text_form: record.text_form,
        pages,
        problems,
        cited_by: citing.into_iter().filter_map(named).collect(),
    }
}

/// The format by the name of the file.
fn format(file: &str, has_pages: bool) -> &'static str {
    let end = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end.to_ascii_lowercase());
    let known = end.and_then(|end| FORMATS.iter().find(|(known, _)| *known == end));
    known.map_or(if has_pages { PDF } else { TEXT }, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, format};

    #[test]
    fn the_end_of_a_name_tells_the_format() {
        assert!(FORMATS.is_sorted(), "in the order of their ends");
        for (file, has_pages, expected) in [
            ("a/b.PDF", true, "PDF"),
            ("a.docx", false, "Word (DOCX)"),
            ("a.txt", false, "Text"),
            ("a.b/c", false, "Text"),
            ("scan", true, "PDF"),
        ] {
            assert_eq!(format(file, has_pages), expected, "{file}");
        }
    }
}
