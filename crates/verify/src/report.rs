//! The verdicts of a check as plain data. Page, text, rows and HTML report are made from it.

mod counts;

use std::ops::Range;

use entente_explore::Dated;

pub use self::counts::Counts;
use crate::folding::Folding;

/// A place in the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Index of the document.
    pub document: u32,
    /// Index of the passage in it.
    pub passage: u32,
    /// Public name of the document.
    pub document_id: String,
    /// Anchor of the passage.
    pub anchor: String,
    /// Path of the file.
    pub file: String,
    /// Title as printed, else the first words.
    pub title: String,
    /// False: no title is printed.
    pub titled: bool,
    /// The document's date.
    pub date: Option<Dated>,
    /// The document's kind, as its word.
    pub kind: &'static str,
    /// Language of the document, as its tag.
    pub language: Option<String>,
    /// First and last line.
    pub lines: (u32, u32),
    /// The source's own number of the passage, as printed.
    pub number: Option<String>,
    /// Printed page, where the format keeps pages.
    pub page: Option<u32>,
    /// Byte range in the reading text of the passage.
    pub range: Range<usize>,
    /// The words there.
    pub quote: String,
}

impl Target {
    /// The first and last day of the document's date, which places are put in order of time by; `None` if it is not known.
    #[must_use]
    pub fn days(&self) -> Option<(u32, u32)> {
        self.date.as_ref().and_then(|date| date.date.bounds())
    }

    /// Puts places in order of time: those without a date come last, in the order of the file.
    pub(crate) fn order(&self) -> (bool, Option<(u32, u32)>, u32, u32) {
        let days = self.days();
        (days.is_none(), days, self.document, self.passage)
    }
}

/// The side that has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// On both.
    Both,
    /// Only in the checked text.
    Text,
    /// Only in the documents.
    Source,
}

impl Side {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Text => "text",
            Self::Source => "source",
        }
    }
}

/// A run of words of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The side that has them.
    pub side: Side,
}

/// How words changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Only the checked text has them.
    Inserted,
    /// Only the documents have them.
    LeftOut,
    /// Other words are in their place.
    Replaced,
    /// The same words are in another order.
    Reordered,
}

impl ChangeKind {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Inserted => "inserted",
            Self::LeftOut => "left-out",
            Self::Replaced => "replaced",
            Self::Reordered => "reordered",
        }
    }
}

/// One difference between the checked text and the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How the words changed.
    pub kind: ChangeKind,
    /// Words of the checked text; empty if left out.
    pub text: String,
    /// Words of the documents; empty if inserted.
    pub source: String,
}

/// How two wordings differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// All words of both, in order.
    pub runs: Vec<Run>,
    /// Each difference.
    pub changes: Vec<Change>,
    /// Words that differ; of a replacement, those of the longer side.
    pub words: usize,
}

/// The verdict on a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationVerdict {
    /// The documents have it word for word.
    WordForWord,
    /// The documents have close words.
    Differs,
    /// Its parts are in two places or more.
    Joined,
    /// Too short to be compared with the documents, found or not.
    ShortPhrase,
    /// The documents do not have it.
    NotInFile,
}

impl QuotationVerdict {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WordForWord => "word-for-word",
            Self::Differs => "differs",
            Self::Joined => "joined",
            Self::ShortPhrase => "short-phrase",
            Self::NotInFile => "not-in-file",
        }
    }
}

/// A quotation, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedQuotation {
    /// Bytes of the checked text between the marks.
    pub range: Range<usize>,
    /// False if the closing mark is missing.
    pub is_closed: bool,
    /// A block quote.
    pub is_block: bool,
    /// The verdict.
    pub verdict: QuotationVerdict,
    /// Its place, or that of the closest words; of joined parts, the place of each.
    pub targets: Vec<Target>,
    /// Further places that are not listed.
    pub more: usize,
    /// Differences that do not count, such as capital letters.
    pub foldings: Vec<Folding>,
    /// An ellipsis stands for words that were left out.
    pub has_ellipsis: bool,
    /// The words that differ.
    pub difference: Difference,
    /// Who says it, where the checked text and the documents both name somebody.
    pub attribution: Option<Attribution>,
    /// True if it is so long that only its beginning was checked.
    pub is_cut: bool,
}

/// Who says a quotation, by the checked text and by the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Bytes of the checked text that name who says it.
    pub range: Range<usize>,
    /// The same words.
    pub text: String,
    /// Who says it in the documents.
    pub source: String,
    /// True if both can be the same.
    pub agrees: bool,
    /// Where the documents say it.
    pub target: Target,
}

/// Kinds of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueKind {
    /// A date.
    Date,
    /// An amount of money.
    Money,
    /// Per cent.
    Share,
    /// A number of things.
    Count,
    /// "the 7th meeting".
    Ordinal,
    /// Any other number.
    Number,
}

impl ValueKind {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Money => "money",
            Self::Share => "share",
            Self::Count => "count",
            Self::Ordinal => "ordinal",
            Self::Number => "number",
        }
    }
}

/// The verdict on a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueVerdict {
    /// The documents give the same beside the same names.
    Same,
    /// The documents give another one there.
    Another,
    /// The documents give none with these names.
    NotFound,
}

impl ValueVerdict {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Another => "another",
            Self::NotFound => "not-found",
        }
    }
}

/// A number, amount, date or ordinal, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedValue {
    /// Bytes of the checked text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: ValueKind,
    /// The verdict.
    pub verdict: ValueVerdict,
    /// Where it, or the other one, is given; its `quote` is the value there.
    pub target: Option<Target>,
}

/// The verdict on a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameVerdict {
    /// The documents print it so.
    Known,
    /// The documents print another form.
    OtherForm,
    /// The documents do not have it.
    Unknown,
}

impl NameVerdict {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::OtherForm => "other-form",
            Self::Unknown => "unknown",
        }
    }
}

/// A name, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedName {
    /// Bytes of the checked text.
    pub range: Range<usize>,
    /// The verdict.
    pub verdict: NameVerdict,
    /// The name as the documents print it most, and its public name.
    pub entity: Option<(String, String)>,
}

/// A passage whose words are close to those of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precedent {
    /// Where.
    pub target: Target,
    /// Other places with the very same words.
    pub also: Vec<Target>,
    /// The words that differ.
    pub difference: Difference,
    /// States, blocs and organisations named there.
    pub parties: Vec<String>,
    /// Weight of the words in common, in per cent.
    pub share: u32,
}

/// How new a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Novelty {
    /// The documents have all of it.
    Identical,
    /// The documents have close words; the number of words that differ.
    Close(usize),
    /// The documents have nothing near.
    New,
    /// Not looked for: it is too short, or is inside a quotation.
    NotChecked,
}

impl Novelty {
    /// Its word in rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::Close(_) => "close",
            Self::New => "new",
            Self::NotChecked => "not-checked",
        }
    }
}

/// How often the words of the best precedent are used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uses {
    /// The places in order of time; those without a date last.
    pub places: Vec<Target>,
    /// The first year known.
    pub since: Option<u16>,
}

/// A sentence of the checked text with its verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedSentence {
    /// From 1.
    pub number: usize,
    /// Bytes of the checked text.
    pub range: Range<usize>,
    /// How new it is.
    pub novelty: Novelty,
    /// Quotations that begin in it.
    pub quotations: Vec<CheckedQuotation>,
    /// Numbers, amounts, dates and ordinals outside of quotations.
    pub values: Vec<CheckedValue>,
    /// Names outside of quotations.
    pub names: Vec<CheckedName>,
    /// The closest passages, the fewest differing words first.
    pub precedents: Vec<Precedent>,
    /// How often the best of them is used.
    pub uses: Option<Uses>,
}

/// The history of the words of a passage: its wordings in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The passage that was asked for.
    pub clause: Target,
    /// The wordings, itself among them: the oldest first, those without a date last.
    pub steps: Vec<HistoryStep>,
    /// Further places that are not listed.
    pub more: usize,
    /// True if the passage is so long that only its beginning was looked for.
    pub is_cut: bool,
}

/// A wording of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryStep {
    /// Its place.
    pub target: Target,
    /// True for the passage that was asked for.
    pub is_clause: bool,
    /// States, blocs and organisations named there.
    pub parties: Vec<String>,
    /// The words that differ from the step before: `text` is the side of that one. `None` for the first step.
    pub difference: Option<Difference>,
    /// True if the passage has words before those that are shown, and after them.
    pub is_cut: (bool, bool),
}
