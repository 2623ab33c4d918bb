//! The page as a plain document: what is read before the application starts, and without it.
//!
//! In: a corpus. Out: escaped HTML. Title and list stand first on every opening; the texts lie in
//! `noscript`, so that they cost nothing where scripts run.

use std::fmt::Write;

use entente_corpus::{Body, Corpus, PassageKind, ReadingText, Record};
use entente_page::escape;

/// Bytes of text beyond which only titles are given.
pub const TEXT_LIMIT: usize = 1_000_000;

/// Documents that are listed: what a reader sees before the application is there. It lists all of them.
pub const LISTED: usize = 50;

/// How a line begins that says what was masked; no document's words begin so.
pub(crate) const MASKED: &str = "<p>Masked: ";

/// Title, list and (up to [`TEXT_LIMIT`]) texts.
#[must_use]
pub fn html(corpus: &Corpus, title: &str) -> String {
    let mut out = String::new();
    let _ = write!(out, "\n<main class=\"plain\">\n<h1 dir=\"auto\">{}</h1>\n", escape::text(title));
    let marking = corpus.catalogue.marking.as_ref();
    let marked = marking.map(|marking| format!("<p class=\"marking\" dir=\"auto\">{}</p>\n", escape::text(marking)));
    let marked = marked.unwrap_or_default();
    out.push_str(&marked);
    if let Some(edition) = &corpus.catalogue.edition {
        let _ = writeln!(out, "<p dir=\"auto\">Edition {}</p>", escape::text(edition));
    }
    if let Some(description) = &corpus.catalogue.description {
        let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escape::text(description));
    }
    for removed in &corpus.catalogue.redacted {
        let _ = writeln!(
            out,
            "{MASKED}{}, {} in {}, by the rule {}</p>",
            escape::text(&removed.kind),
            counted(removed.places, "place"),
            counted(removed.documents, "document"),
            escape::text(&removed.rule)
        );
    }
    out.push_str("<ol>\n");
    let documents = &corpus.catalogue.documents;
    for (n, record) in documents.iter().take(LISTED).enumerate() {
        let _ = writeln!(out, "<li data-document=\"{n}\">{}</li>", line(record));
    }
    out.push_str("</ol>\n");
    if documents.len() > LISTED {
        let _ = writeln!(out, "<p>{LISTED} of {} documents</p>", documents.len());
    }
    out.push_str("<noscript>\n");
    let whole = corpus.bodies.iter().map(|body| body.text.len()).sum::<usize>() <= TEXT_LIMIT;
    let says = if whole {
        "Scripts are off. The texts are below; search and cross-references need scripts."
    } else {
        "Scripts are off, and the texts are too long to be shown without them. Turn scripts on, or take \
         the texts out with: entente unpack"
    };
    let _ = writeln!(out, "<p role=\"note\">{says}</p>");
    if whole {
        for (record, body) in corpus.catalogue.documents.iter().zip(&corpus.bodies) {
            document(&mut out, record, body);
        }
    }
    out.push_str("</noscript>\n");
    out.push_str(&marked);
    out.push_str("</main>\n");
    out
}

/// "1 place", "3 places".
fn counted(n: u32, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// One line of the list: title or first words, and what is known of kind, publisher and date.
fn line(record: &Record) -> String {
    let mut out = heading(record);
    out.push_str(" <small>");
    let mut facts = Vec::new();
    if record.kind.value != entente_corpus::DocumentKind::Other {
        facts.push(record.kind.value.as_str().replace('-', " "));
    }
    facts.extend(record.publisher.as_ref().map(|fact| fact.value.clone()));
    facts.extend(record.marking.as_ref().map(|fact| fact.value.clone()));
    facts.push(match &record.date {
        Some(fact) => fact.value.to_string(),
        None => "date not printed".to_owned(),
    });
    let facts: Vec<String> = facts.iter().map(|fact| format!("<bdi>{}</bdi>", escape::text(fact))).collect();
    let _ = write!(out, "{}</small>", facts.join(" · "));
    out
}

fn heading(record: &Record) -> String {
    match &record.title {
        Some(fact) if fact.is_supplied() => format!("<cite dir=\"auto\">[{}]</cite>", escape::text(&fact.value)),
        Some(fact) => format!("<cite dir=\"auto\">{}</cite>", escape::text(&fact.value)),
        None => format!("No title printed. Begins: <cite dir=\"auto\">{}</cite>", escape::text(&record.begins)),
    }
}

fn document(out: &mut String, record: &Record, body: &Body) {
    let language =
        record.language.as_ref().map_or(String::new(), |fact| format!(" lang=\"{}\"", escape::text(&fact.value)));
    let _ = writeln!(out, "<article{language}>\n<h2>{}</h2>", heading(record));
    let title = record.title.as_ref().map_or("", |fact| fact.value.as_str());
    let mut titled = false;
    for passage in &body.passages {
        let reading = ReadingText::of(body, passage);
        // It stands above already.
        if !titled && passage.kind == PassageKind::Heading && reading.text == title {
            titled = true;
            continue;
        }
        let text = escape::text(&reading.text);
        // A heading's own mark ("##") is markup; a number or a bullet is the author's.
        let marker = passage.marker.map(|span| span.of(&body.text).replace('\\', ""));
        let marker = marker.filter(|mark| passage.kind != PassageKind::Heading || mark.contains(char::is_alphanumeric));
        let marker = marker.map_or_else(String::new, |mark| format!("{} ", escape::text(&mark)));
        let _ = match passage.kind {
            PassageKind::Heading => writeln!(out, "<h3 dir=\"auto\">{marker}{text}</h3>"),
            _ => writeln!(out, "<p dir=\"auto\">{marker}{text}</p>"),
        };
    }
    out.push_str("</article>\n");
}
