//! The evidence columns that tables share: document, passage, file, lines, page, quote and rule.

use std::cell::RefCell;
use std::rc::Rc;

use entente_corpus::{Body, Corpus, End, Entity, EntityKind, Evidence, Lines, Party, ReadingText, Record};
use entente_text::fold::fold;
use entente_text::{Span, saturating_u32};

use crate::{Cell, Row};

/// Longest path of a section, in bytes. Each passage of the section is exported with it.
const MAX_PATH_BYTES: usize = 4_000;

/// A document and a section of it.
type Place = (usize, Option<u32>);

/// The corpus with its line numbers, by document.
pub(crate) struct Files<'a> {
    pub(crate) corpus: &'a Corpus,
    lines: Vec<Lines>,
    /// Reading text of every document's headings, by section.
    headings: Vec<Vec<String>>,
    /// Of each document whose passages begin one after the other, how far the text reaches up to each passage.
    ends: Vec<Option<Vec<u32>>>,
    /// The path of the section that was asked for last.
    last_path: RefCell<Option<(Place, Rc<str>)>>,
}

/// The largest end of a passage up to each; `None` if a passage begins before the one before it.
fn running_ends(body: &Body) -> Option<Vec<u32>> {
    let (mut start, mut end) = (0, 0);
    body.passages
        .iter()
        .map(|passage| {
            let extent = passage.extent();
            let in_order = extent.start >= start;
            (start, end) = (extent.start, end.max(extent.end));
            in_order.then_some(end)
        })
        .collect()
}

impl<'a> Files<'a> {
    pub(crate) fn of(corpus: &'a Corpus) -> Self {
        let lines = corpus.bodies.iter().map(|body| Lines::of(body.map_or("", |body| &body.text))).collect();
        let heading = |body: &Body, at: u32| {
            body.passages.get(at as usize).map_or_else(String::new, |passage| ReadingText::of(body, passage).text)
        };
        let headings = |body: Option<&Body>| {
            body.map_or_else(Vec::new, |body| {
                body.sections.iter().map(|section| heading(body, section.heading)).collect()
            })
        };
        let headings = corpus.bodies.iter().map(headings).collect();
        let ends = corpus.bodies.iter().map(|body| body.and_then(running_ends)).collect();
        Self { corpus, lines, headings, ends, last_path: RefCell::default() }
    }

    /// Index, record and body of each document.
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, &'a Record, &'a Body)> {
        self.corpus.documents()
    }

    pub(crate) fn record(&self, document: usize) -> Option<&'a Record> {
        self.corpus.catalogue.documents.get(document)
    }

    pub(crate) fn body(&self, document: usize) -> Option<&'a Body> {
        self.corpus.bodies.get(document)
    }

    pub(crate) fn entity(&self, at: u32) -> Option<&'a Entity> {
        self.corpus.catalogue.entities.get(at as usize)
    }

    /// First and last line of `span`.
    pub(crate) fn lines(&self, document: usize, span: Span) -> (u32, u32) {
        self.lines.get(document).map_or((0, 0), |lines| lines.range(span))
    }

    /// Number of lines of a document.
    pub(crate) fn line_count(&self, document: usize) -> usize {
        self.lines.get(document).map_or(0, Lines::count)
    }

    /// Offset in bytes of the start of line `line`, counted from 1; `None` after the last line.
    pub(crate) fn line_start(&self, document: usize, line: u32) -> Option<usize> {
        self.lines.get(document).and_then(|lines| lines.start(line)).map(|start| start as usize)
    }

    /// `DOCUMENT:PASSAGE`.
    pub(crate) fn passage_id(&self, document: usize, passage: u32) -> Option<String> {
        let anchor = &self.body(document)?.passages.get(passage as usize)?.anchor;
        Some(format!("{}:{anchor}", self.record(document)?.id))
    }

    /// `DOCUMENT:SECTION`.
    pub(crate) fn section_id(&self, document: usize, section: u32) -> Option<String> {
        let anchor = &self.body(document)?.sections.get(section as usize)?.anchor;
        Some(format!("{}:{anchor}", self.record(document)?.id))
    }

    /// Headings from the top, joined by ` > `. Passages of a section share it. Of a path longer than [`MAX_PATH_BYTES`] the
    /// headings next to the passage are kept.
    pub(crate) fn section_path(&self, document: usize, section: Option<u32>) -> Cell {
        let key = (document, section);
        if let Some((_, path)) = self.last_path.borrow().as_ref().filter(|(last, _)| *last == key) {
            return Cell::Shared(path.clone());
        }
        let mut path: Vec<&str> = Vec::new();
        let (mut at, mut bytes) = (section, 0);
        while let Some(section) = at {
            let heading = self.heading(document, section);
            bytes += heading.len();
            if bytes > MAX_PATH_BYTES && !path.is_empty() {
                path.push("…");
                break;
            }
            path.push(heading);
            at = self.body(document).and_then(|body| body.sections.get(section as usize)?.parent);
        }
        path.reverse();
        let path: Rc<str> = path.join(" > ").into();
        self.last_path.replace(Some((key, path.clone())));
        Cell::Shared(path)
    }

    /// The words of a section's heading.
    pub(crate) fn heading(&self, document: usize, section: u32) -> &str {
        self.headings.get(document).and_then(|headings| headings.get(section as usize)).map_or("", String::as_str)
    }

    /// The words of `span` in the source, with white space folded.
    fn source_words(&self, document: usize, span: Span) -> String {
        let words = self.body(document).map_or("", |body| span.of(&body.text));
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The words of `span` in the reading text: without markup, with white space folded.
    pub(crate) fn words(&self, document: usize, span: Span) -> String {
        self.words_in(document, None, span)
    }

    /// The same of a span in `passage`: of two columns, the first passage around it may be that beside it.
    pub(crate) fn words_in(&self, document: usize, passage: Option<u32>, span: Span) -> String {
        let source = self.source_words(document, span);
        // Most words carry no markup, and no line ends inside of a word; only of others is the passage looked for.
        let ends_in_word = |c| matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{3040}'..='\u{9fff}');
        let marked = source.contains(['*', '<', '>', '&', '\\', '_', '~', '`', '[', ']', '#']);
        if !marked && !source.rsplit(' ').skip(1).any(|part| part.ends_with(ends_in_word)) {
            return source;
        }
        let read = self.body(document).and_then(|body| {
            let at = passage.or_else(|| self.first_around(document, span))?;
            ReadingText::words(body, body.passages.get(at as usize)?, span)
        });
        read.unwrap_or(source)
    }

    /// The first passage that contains `span`.
    fn first_around(&self, document: usize, span: Span) -> Option<u32> {
        let passages = &self.body(document)?.passages;
        let around = |at: &usize| passages.get(*at).is_some_and(|passage| passage.extent().contains(span));
        let at = match self.ends.get(document).and_then(Option::as_ref) {
            Some(ends) => Some(ends.partition_point(|end| *end < span.end)).filter(around),
            None => (0..passages.len()).find(around),
        };
        at.map(saturating_u32)
    }

    /// Adds the evidence columns.
    pub(crate) fn evidence(&self, row: Row, document: usize, evidence: Option<&Evidence>, rule: &str) -> Row {
        let record = self.record(document);
        let row = row.with("document", record.map(|record| record.id.to_string()));
        // What front matter or a file's properties say is in passages, too.
        let printed = |evidence: &&Evidence| evidence.span.start < evidence.span.end;
        let around = || self.first_around(document, evidence.filter(printed)?.span);
        let passage = evidence.and_then(|evidence| evidence.passage).or_else(around);
        let row = row
            .with("passage", passage.and_then(|passage| self.passage_id(document, passage)))
            .with("file", record.map(|record| record.file.clone()));
        // What no words show, such as a kind for which no rule applies, stands on no line.
        let printed = evidence.filter(|evidence| evidence.passage.is_some() || printed(evidence));
        let lines = printed.map(|evidence| self.lines(document, evidence.span));
        let quote = printed.map(|evidence| self.quote(document, *evidence)).filter(|quote| !quote.is_empty());
        row.with("line_start", lines.map(|lines| lines.0))
            .with("line_end", lines.map(|lines| lines.1))
            .with("page", evidence.and_then(|evidence| self.page(document, *evidence)))
            .with("quote", quote)
            .with("rule", rule)
    }

    /// Adds the evidence columns of a file that could not be read: it has no place in a document.
    pub(crate) fn without_evidence(row: Row, file: &str, rule: &str) -> Row {
        row.with("document", None::<String>)
            .with("passage", None::<String>)
            .with("file", file)
            .with("line_start", None::<u32>)
            .with("line_end", None::<u32>)
            .with("page", None::<u32>)
            .with("quote", None::<String>)
            .with("rule", rule)
    }

    /// The printed page, if the format keeps pages.
    fn page(&self, document: usize, evidence: Evidence) -> Option<u32> {
        let passage = self.body(document)?.passages.get(evidence.passage? as usize)?;
        passage.pieces.iter().find(|piece| piece.span.end > evidence.span.start).and_then(|piece| piece.page)
    }

    /// The words of the source, cut where text was joined over other words.
    fn quote(&self, document: usize, evidence: Evidence) -> String {
        let place = self.body(document).zip(evidence.passage);
        let passage = place.and_then(|(body, at)| Some((body, body.passages.get(at as usize)?)));
        let mut span = evidence.span;
        if let Some(whole) = passage.and_then(|(body, passage)| passage.unbroken(&body.text, span)) {
            span.end = span.end.min(whole.end);
        }
        self.source_words(document, span)
    }

    /// Name and entity id of a party.
    pub(crate) fn party(&self, document: usize, party: Option<&Party>) -> (Option<String>, Option<String>) {
        let Some(party) = party else { return (None, None) };
        match party.entity.and_then(|at| self.entity(at)) {
            Some(entity) => (Some(entity.name.clone()), Some(entity.id.clone())),
            None => (Some(self.words(document, party.span)), None),
        }
    }

    /// Names and ids of entities.
    pub(crate) fn entities(&self, list: &[u32]) -> (Vec<String>, Vec<String>) {
        list.iter().filter_map(|at| self.entity(*at)).map(|entity| (entity.name.clone(), entity.id.clone())).unzip()
    }

    /// The first entity with the form `name`, topics left out; `None` if no entity has that form.
    pub(crate) fn called(&self, name: &str) -> Option<&'a Entity> {
        let folded = fold(name);
        let known = |entity: &&Entity| {
            entity.kind != EntityKind::Topic
                && (entity.forms.iter().any(|form| fold(&form.text) == folded) || entity.known_as.contains(&folded))
        };
        let entities = || self.corpus.catalogue.entities.iter().flatten();
        // Of several, the one that is shown so.
        entities().filter(known).find(|entity| entity.name == name).or_else(|| entities().find(known))
    }

    /// The public name of an end of a link.
    pub(crate) fn end_id(&self, end: End) -> Option<String> {
        match end {
            End::Document(document) => self.record(document as usize).map(|record| record.id.to_string()),
            End::Passage(document, at) => self.passage_id(document as usize, at),
            End::Statement(document, at) => {
                self.body(document as usize)?.statements.get(at as usize).map(|statement| statement.id.clone())
            }
            End::Engagement(document, at) => {
                self.body(document as usize)?.engagements.get(at as usize).map(|engagement| engagement.id.clone())
            }
            End::Amount(document, at) => {
                self.body(document as usize)?.amounts.get(at as usize).map(|amount| amount.id.clone())
            }
            End::Entity(at) => self.entity(at).map(|entity| format!("name:{}", entity.id)),
        }
    }

    /// File and first line of a link's end; `None` for an entity, which has many places.
    pub(crate) fn end_place(&self, end: End) -> Option<(String, u32)> {
        let (document, span) = match end {
            End::Document(document) => (document, Span::new(0, 0)),
            End::Passage(document, at) => (document, self.body(document as usize)?.passages.get(at as usize)?.extent()),
            End::Statement(document, at) => {
                (document, self.body(document as usize)?.statements.get(at as usize)?.evidence.span)
            }
            End::Engagement(document, at) => {
                (document, self.body(document as usize)?.engagements.get(at as usize)?.evidence.first()?.span)
            }
            End::Amount(document, at) => {
                (document, self.body(document as usize)?.amounts.get(at as usize)?.evidence.span)
            }
            End::Entity(_) => return None,
        };
        let file = self.record(document as usize)?.file.clone();
        Some((file, self.lines(document as usize, span).0))
    }
}
