//! A document as it is read.

use entente_corpus::{AnomalyKind, EntityKind, MetadataField, PassageKind, StyleKind};
use entente_text::PartialDate;

use super::listing::DocumentCard;

/// The place of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Public name of the document.
    pub document: String,
    /// Anchor of the passage.
    pub passage: String,
    /// Path of the file.
    pub file: String,
    /// First and last line, one pair a stretch: several where the passage is joined.
    pub lines: Vec<(u32, u32)>,
    /// First and last page, if the format has pages.
    pub pages: Option<(u32, u32)>,
    /// The source's own number, as printed.
    pub number: Option<String>,
}

/// A run of a passage's reading text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fragment {
    /// The words.
    pub text: String,
    /// A word that was searched for.
    pub hit: bool,
    /// The first fragment of a match of several fragments, so that "next" counts matches.
    pub hit_start: bool,
    /// The name it is part of: kind and id.
    pub name: Option<(EntityKind, String)>,
    /// How the source sets it.
    pub styles: Vec<StyleKind>,
    /// Address it links to in the source.
    pub target: Option<String>,
}

/// One passage, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Anchor, for links.
    pub anchor: String,
    /// What it is.
    pub kind: PassageKind,
    /// Depth of a heading (1 to 6) or list item (from 1).
    pub level: u8,
    /// The source's own number or mark before it ("15.", "°", "-"), as printed.
    pub marker: Option<String>,
    /// The source's own number of a paragraph, as printed.
    pub number: Option<String>,
    /// Text by piece: one piece for most, one a cell for a row.
    pub cells: Vec<Vec<Fragment>>,
    /// First and last line, one pair a stretch.
    pub lines: Vec<(u32, u32)>,
    /// First and last page, if the format has pages.
    pub pages: Option<(u32, u32)>,
    /// Number of the table this row belongs to.
    pub table: Option<u32>,
    /// A row of column heads.
    pub header: bool,
    /// A form's own wording.
    pub template: bool,
    /// An answer left empty.
    pub empty: bool,
    /// Language (BCP 47), if it differs from the document's.
    pub language: Option<String>,
    /// The source's own text of this passage, markup included, one string a stretch.
    pub source: Vec<String>,
    /// Anchor of the section this heading opens.
    pub section: Option<String>,
    /// Matches in it.
    pub hits: usize,
}

impl Block {
    /// The source's own number, by which the passage is called.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        self.number.as_deref()
    }
}

/// One line of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Anchor of the heading's passage.
    pub passage: String,
    /// The heading, as printed.
    pub heading: String,
    /// Depth, from 1.
    pub level: u8,
    /// First line.
    pub line: u32,
    /// Matches below this heading, deeper sections included.
    pub hits: usize,
}

/// A document opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its record.
    pub card: DocumentCard,
    /// Headings; where the source has none, the numbered paragraphs stand in with their first words.
    pub outline: Vec<OutlineEntry>,
    /// Passages in reading order.
    pub blocks: Vec<Block>,
    /// The passage asked for, as it is called now; `None` if none was asked for.
    pub current: Option<String>,
    /// What is odd about the link, as a sentence ("This passage is not in the document any more; …").
    pub notice: Option<String>,
    /// Matches in all.
    pub hits: usize,
    /// Index of the passage that prints the title at the head of the text: the title is shown as a whole, not once more in the text.
    pub title_at: Option<usize>,
    /// Runs of passages that are folded into one line each, in order, none overlapping another.
    pub folds: Vec<Fold>,
    /// Every value known of every field: field, value, how it is known, the words that support it, lines.
    pub record: Vec<RecordLine>,
    /// The file that the document was read from, and how it was read.
    pub origin: Origin,
}

/// One line of a document's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordLine {
    /// What the value describes: title, date, publisher and so on.
    pub field: MetadataField,
    /// Value as text.
    pub value: String,
    /// The value, if it is a date.
    pub date: Option<PartialDate>,
    /// "stated", "metadata" or "inferred".
    pub basis: &'static str,
    /// Name of the rule.
    pub rule: String,
    /// Each run of words that supports it.
    pub evidence: Vec<RecordEvidence>,
    /// True for the value that the record shows.
    pub chosen: bool,
}

/// Words that support a value of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordEvidence {
    /// The words, cut if they are long.
    pub quote: String,
    /// First and last line.
    pub lines: (u32, u32),
    /// First and last page, if the format has pages.
    pub pages: Option<(u32, u32)>,
    /// Anchor of their passage; `None` if they are outside of every passage.
    pub passage: Option<String>,
}

/// The file of a document, and how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The format, as it is called ("PDF").
    pub format: &'static str,
    /// True if the text was made from the file by a reader, because the file has none of its own.
    pub text_form: bool,
    /// Pages, if the format has pages.
    pub pages: Option<u32>,
    /// Source problems by kind, most frequent first.
    pub problems: Vec<ProblemCount>,
    /// Documents of this file that cite it.
    pub cited_by: Vec<CitingDocument>,
}

/// How many source problems there are of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProblemCount {
    /// What sort.
    pub kind: AnomalyKind,
    /// How many.
    pub count: usize,
}

/// A document that cites another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitingDocument {
    /// Public name, for links.
    pub id: String,
    /// Its title, or its first words.
    pub title: String,
}

/// Why a run of passages is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldKind {
    /// Lines before the text that say what the document is: names, symbol, place and date.
    CoverSheet,
    /// Settings before the text that are written for a program.
    FrontMatter,
    /// A table of contents.
    Contents,
    /// What pages repeat at their heads and feet.
    PageHead,
    /// What surrounds the text: menus, buttons, notices of a website.
    Surroundings,
}

/// A run of passages that is folded into one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Why.
    pub kind: FoldKind,
    /// Index of its first passage.
    pub first: usize,
    /// Number of passages.
    pub count: usize,
    /// Lines of the source in it.
    pub lines: usize,
    /// Its first words.
    pub begins: String,
}
