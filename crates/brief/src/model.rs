//! A brief as plain data.

use entente_citations::{Citation, CitedDate};
use entente_rich_text::Run;

/// A brief with everything looked up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brief {
    /// The reader's title; empty for none.
    pub title: String,
    /// What it consists of, in order; each with its place in the draft.
    pub parts: Vec<(usize, Part)>,
    /// The documents that are quoted, in the order of their numbers.
    pub sources: Vec<Source>,
    /// What the file lacks about the items, one sentence each.
    pub gaps: Vec<String>,
    /// Items that are not in this file, as the link names them.
    pub absent: Vec<String>,
    /// Where the file comes from.
    pub origin: Origin,
}

impl Brief {
    /// The items in their order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.parts.iter().filter_map(|(_, part)| match part {
            Part::Item(item) => Some(item),
            Part::Absent(_) | Part::Heading(_) | Part::Note(_) => None,
        })
    }
}

/// A part of a brief.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Something of the file.
    Item(Item),
    /// Something that is not in this file, as the link names it.
    Absent(String),
    /// A heading of the reader's own.
    Heading(String),
    /// A note of the reader's own.
    Note(String),
}

/// Something of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its number among the items that are in this file, from 1.
    pub number: usize,
    /// How it is shown.
    pub kind: ItemKind,
    /// One line about it in our words.
    pub facts: String,
    /// The place of its words.
    pub cited: Vec<Cited>,
    /// BCP 47 tag of its words.
    pub language: Option<String>,
}

/// How an item is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// The words of one place.
    Quotation(String),
    /// Two places that say the same matter: words that only the first has are struck, words that only the other has underlined.
    Pair(Vec<Run>),
    /// Engagements in the order of their dates.
    Thread(Vec<Step>),
}

/// An engagement of a thread.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its date in words; `None` if none is printed.
    pub date: Option<String>,
    /// The words that call it.
    pub name: String,
    /// The place in a document that reports it.
    pub cited: Cited,
}

/// A place of a numbered source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Number of the source, from 1.
    pub source: usize,
    /// The place in words: "l. 15".
    pub place: String,
    /// Public name of the document.
    pub document: String,
    /// Anchor of the passage; empty if the words are outside of every passage.
    pub passage: String,
}

impl Cited {
    /// "[1] l. 15"
    #[must_use]
    pub fn label(&self) -> String {
        if self.place.is_empty() { format!("[{}]", self.source) } else { format!("[{}] {}", self.source, self.place) }
    }
}

/// A document that is quoted.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Everything known of it.
    pub citation: Citation,
    /// Public name of the document.
    pub document: String,
    /// The places that are quoted, in the order of the items, each once.
    pub places: Vec<String>,
}

impl Source {
    /// "press release, 28 Jun 2016, unofficial translation, l. 15; l. 17.": what is said of it besides publisher and title.
    #[must_use]
    pub fn about(&self) -> String {
        let cited = &self.citation;
        let mut parts: Vec<String> = cited.genre().into_iter().collect();
        parts.extend(cited.symbol.clone());
        parts.push(cited.date.as_ref().map_or_else(|| "date not printed".to_owned(), CitedDate::words));
        parts.extend(cited.edition.as_ref().map(|edition| format!("edition {edition}")));
        parts.extend(cited.translation.clone());
        parts.extend((!self.places.is_empty()).then(|| self.places.join("; ")));
        parts.join(", ") + "."
    }
}

/// Where the file comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Title of the file.
    pub title: String,
    /// Edition of the file.
    pub edition: Option<String>,
    /// How the file is to be handled.
    pub marking: Option<String>,
    /// First characters of the SHA-256 over its texts, if known.
    pub digest: Option<String>,
    /// The day on which the brief is made, in words; `None` without a clock.
    pub day: Option<String>,
}
