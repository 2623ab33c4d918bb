//! Writes the page as a plain document, which is shown before the application starts and without it.
//!
//! In: a corpus. Out: escaped HTML. Title and list come first. The texts are inside `noscript`, so that they cost nothing if
//! scripts run.

use std::fmt::Write;

use entente_corpus::{Body, Corpus, PassageKind, ReadingText, Record};
use entente_page::escape;
use entente_text::number::count_documents;

/// The most bytes of text. If there are more, only titles are written.
pub const MAX_TEXT_BYTES: usize = 1_000_000;

/// The most documents in the list. It fills a screen until the application lists all of them.
pub const MAX_LISTED: usize = 50;

/// The start of a line that says what was masked. Text of documents is escaped, so no other line starts like this.
pub(crate) const MASKED: &str = "<p>Masked: ";

/// Title, list and (up to [`MAX_TEXT_BYTES`]) texts.
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
            count_of(removed.places, "place"),
            count_of(removed.documents, "document"),
            escape::text(&removed.rule)
        );
    }
    out.push_str("<ol>\n");
    let documents = &corpus.catalogue.documents;
    for (n, record) in documents.numbered().take(MAX_LISTED) {
        let _ = writeln!(out, "<li data-document=\"{n}\">{}</li>", list_item(record));
    }
    out.push_str("</ol>\n");
    if documents.len() > MAX_LISTED {
        let _ = writeln!(out, "<p>{MAX_LISTED} of {}</p>", count_documents(documents.len()));
    }
    out.push_str("<noscript>\n");
    let whole = corpus.bodies.iter().flatten().map(|body| body.text.len()).sum::<usize>() <= MAX_TEXT_BYTES;
    let says = if whole {
        "Scripts are off. The texts are below; search and cross-references need scripts."
    } else {
        "Scripts are off, and the texts are too long to be shown without them. Turn scripts on, or take \
         the texts out with: entente unpack"
    };
    let _ = writeln!(out, "<p role=\"note\">{says}</p>");
    if whole {
        for (_, record, body) in corpus.documents() {
            push_document(&mut out, record, body);
        }
    }
    out.push_str("</noscript>\n");
    out.push_str(&marked);
    out.push_str("</main>\n");
    out
}

/// "1 place", "3 places".
fn count_of(n: u32, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

/// An item of the list: title or first words, then kind, publisher and date if they are known.
fn list_item(record: &Record) -> String {
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

fn push_document(out: &mut String, record: &Record, body: &Body) {
    let language =
        record.language.as_ref().map_or(String::new(), |fact| format!(" lang=\"{}\"", escape::text(&fact.value)));
    let _ = writeln!(out, "<article{language}>\n<h2>{}</h2>", heading(record));
    let title = record.title.as_ref().map_or("", |fact| fact.value.as_str());
    let mut titled = false;
    for passage in &body.passages {
        let reading = ReadingText::of(body, passage);
        // The title is already written above.
        if !titled && passage.kind == PassageKind::Heading && reading.text == title {
            titled = true;
            continue;
        }
        let text = escape::text(&reading.text);
        // The mark of a heading ("##") is markup. A number or a bullet is the author's.
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
