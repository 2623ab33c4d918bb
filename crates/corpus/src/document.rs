//! A document: its record, its text, its structure.

use entente_text::{PartialDate, Span};
use serde::{Deserialize, Serialize};

use crate::engagement::Engagement;
use crate::entity::{Form, Mention};
use crate::fact::{Basis, Fact, Metadatum};
use crate::id::DocumentId;
use crate::statement::{Amount, Statement};
use crate::vocabulary::{AnomalyKind, DocumentKind, PassageKind, StyleKind};

/// What a list of documents shows about a document, without its text.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Record {
    /// Public name: slug of the title and eight characters of the file's SHA-256.
    pub id: DocumentId,
    /// Path below the folder, with `/` between names.
    pub file: String,
    /// The title, if one is printed or supplied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Fact<String>>,
    /// The first words of the text, cut between words. They are shown if there is no title.
    pub begins: String,
    /// The kind of document.
    pub kind: Fact<DocumentKind>,
    /// Who issued it, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Fact<String>>,
    /// BCP 47 language tag of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Fact<String>>,
    /// The words that call it a translation ("unofficial translation").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<Fact<String>>,
    /// Its own date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Fact<PartialDate>>,
    /// Edition or year of a book it is from, as printed; never the date of an event in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Fact<String>>,
    /// Document symbol ("2015/SOM1/CTWG/016").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<Fact<String>>,
    /// Address it was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Fact<String>>,
    /// Handling marking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<Fact<String>>,
    /// Licence, as supplied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Fact<String>>,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// Size of the file in bytes.
    pub bytes: u32,
    /// True if the source text was made from the file (DOCX, PDF, HWPX). Else it is the decoded file.
    #[serde(default, skip_serializing_if = "is_false")]
    pub text_form: bool,
    /// Encoding the file was read in, by its WHATWG name ("UTF-8").
    pub encoding: Fact<String>,
    /// Number of passages.
    pub passages: u32,
    /// Number of words.
    pub words: u32,
}

/// The text of a document and everything found in it. All spans are byte offsets into `text`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Body {
    /// The source text: the decoded file, or the text form made from it. It is never changed; everything else refers to it.
    pub text: String,
    /// The bytes of the file in Base64, if `text` as UTF-8 is not the same bytes (another encoding, a byte order mark, bytes that
    /// could not be decoded). The bytes of a file that is shown by its text form are kept only if the packer asks for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// Every value found for every field of the record, also those not chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metadata: Vec<Metadatum>,
    /// The tree of sections, parents before children.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// The passages in reading order.
    pub passages: Vec<Passage>,
    /// Names found, in order of passage and position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// Capitalised names that were found and not classified, most frequent first: nobody should take the
    /// mentions for complete.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unclassified: Vec<Form>,
    /// Meetings, exercises, visits and the like that the document mentions, in order of position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub engagements: Vec<Engagement>,
    /// Statements, in order of position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<Statement>,
    /// Money, counts and shares, in order of position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amounts: Vec<Amount>,
    /// What is odd in the source, in order of position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anomalies: Vec<Anomaly>,
}

/// A section: a heading and the passages below it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Section {
    /// `sN-xxxxxx`: running number and fingerprint of its heading path.
    pub anchor: String,
    /// Index of the section that contains it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<u32>,
    /// Depth: 1 for the outermost.
    pub level: u8,
    /// Index of the passage that is its heading.
    pub heading: u32,
}

/// The citable and searchable unit of a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Passage {
    /// `pN-xxxxxx`: running number (from 1) and fingerprint of its folded reading text.
    pub anchor: String,
    /// Its kind.
    pub kind: PassageKind,
    /// Index of the section that contains it. A heading belongs to the section that it opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<u32>,
    /// Depth of a list item or heading, from 1; 0 for everything else.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub level: u8,
    /// The source's own number ("15", "A.1", "Article 3"), as a span of `pieces[0]`'s text or before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Span>,
    /// The mark the source prints before it ("°", "-", "15."), outside the reading text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<Span>,
    /// The pieces of its text: several if it is joined across a page break, and one for each cell of a row.
    pub pieces: Vec<Piece>,
    /// Numbers of the pieces of a row that go on in the cell of the piece before them, in order: a cell may stand on
    /// several lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continued: Vec<u32>,
    /// Markup inside the pieces: hidden or replaced in the reading text. Sorted, not overlapping.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markup: Vec<Markup>,
    /// Emphasis, links and deletions of the source. Sorted by start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<Style>,
    /// The passage this one belongs to: an answer's question, a note's anchor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
    /// Number of the table a row belongs to, from 0 in each document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// True for a row of column heads.
    #[serde(default, skip_serializing_if = "is_false")]
    pub header: bool,
    /// True for the wording of a form, as opposed to its author's.
    #[serde(default, skip_serializing_if = "is_false")]
    pub template: bool,
    /// True for an answer that is left empty ("-", "--", nothing).
    #[serde(default, skip_serializing_if = "is_false")]
    pub empty: bool,
}

impl Passage {
    /// A passage of one piece, outside of any section, without number, markup and styles. Its anchor is empty.
    #[must_use]
    pub fn new(kind: PassageKind, span: Span) -> Self {
        Self {
            anchor: String::new(),
            kind,
            section: None,
            level: 0,
            number: None,
            marker: None,
            pieces: vec![Piece { span, page: None }],
            continued: Vec::new(),
            markup: Vec::new(),
            styles: Vec::new(),
            of: None,
            table: None,
            header: false,
            template: false,
            empty: false,
        }
    }
}

/// A run of source text that belongs to a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Piece {
    /// Bytes of the source text.
    pub span: Span,
    /// Number of its printed page, from 1; `None` if the format has no pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

/// Markup or an escape in the source, and what a reader sees instead.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Markup {
    /// Bytes of the source text.
    pub span: Span,
    /// What the reading text shows in its place. Empty if it shows nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shows: String,
}

/// How the source sets a run of text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Style {
    /// Bytes of the source text.
    pub span: Span,
    /// The style.
    pub kind: StyleKind,
    /// Address of a link, as printed. It is data: only `http`, `https` and `mailto` are ever opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
}

/// Something odd in the source. It is reported and never corrected.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Anomaly {
    /// The kind.
    pub kind: AnomalyKind,
    /// Index of its passage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<u32>,
    /// Bytes of the source text.
    pub span: Span,
    /// A sentence that describes the oddity.
    pub detail: String,
    /// Name of the rule that found it.
    pub rule: String,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Unread {
    /// Path below the folder.
    pub file: String,
    /// Why, as a sentence without its full stop.
    pub reason: String,
    /// What a person can do about it.
    pub hint: String,
}

/// How many places of one kind a rule masked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Removed {
    /// The rule's name, as in `entente.toml`.
    pub rule: String,
    /// What was masked, in the singular.
    pub kind: String,
    /// Number of places.
    pub places: u32,
    /// Number of documents.
    pub documents: u32,
}

impl Record {
    /// How the title is known; `None` without a title.
    #[must_use]
    pub fn title_basis(&self) -> Option<Basis> {
        self.title.as_ref().map(|fact| fact.basis)
    }
}

impl Passage {
    /// The part of the passage around the start of `span` that can be quoted from `text` word for word: the piece at the start
    /// of `span`, with neighbours that only white space separates from it, or of a row the marks between two cells. Quotation marks
    /// there, as in CSV, end the part, and so do cells of several lines. `None` if no piece overlaps `span`.
    #[must_use]
    pub fn unbroken(&self, text: &str, span: Span) -> Option<Span> {
        let at = self.pieces.iter().position(|piece| piece.span.overlaps(span))?;
        let beside = |n: usize| {
            let (one, next) = (self.pieces[n].span, self.pieces[n + 1].span);
            let between = text.get(one.end as usize..next.start as usize);
            let cells = self.kind == PassageKind::Row && self.continued.is_empty();
            between.is_some_and(|between| {
                between.trim().is_empty()
                    || cells && (!between.contains('"') || between.contains(char::is_alphanumeric))
            })
        };
        let first = (0..at).rev().take_while(|n| beside(*n)).last().unwrap_or(at);
        let last = (at..self.pieces.len() - 1).take_while(|n| beside(*n)).last().map_or(at, |n| n + 1);
        Some(Span { start: self.pieces[first].span.start, end: self.pieces[last].span.end })
    }

    /// True if piece `n` goes on in the cell of the piece before it.
    #[must_use]
    pub fn goes_on(&self, n: usize) -> bool {
        u32::try_from(n).is_ok_and(|n| self.continued.binary_search(&n).is_ok())
    }

    /// The pieces, each with the number of its cell in the row.
    pub fn cells(&self) -> impl Iterator<Item = (usize, Piece)> + '_ {
        let mut cell = 0;
        self.pieces.iter().enumerate().map(move |(n, piece)| {
            cell += usize::from(n > 0 && !self.goes_on(n));
            (cell, *piece)
        })
    }

    /// From the first byte of the first piece to the end of the last. Empty at 0 for a passage without pieces.
    #[must_use]
    pub fn extent(&self) -> Span {
        let start = self.pieces.iter().map(|piece| piece.span.start).min().unwrap_or(0);
        let end = self.pieces.iter().map(|piece| piece.span.end).max().unwrap_or(0);
        Span { start, end }
    }
}

fn is_zero(n: &u8) -> bool {
    *n == 0
}

fn is_false(b: &bool) -> bool {
    !*b
}
