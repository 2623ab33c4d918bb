//! The search engine over whole documents, so that it can be compared with other engines.
//!
//! In: documents with title and body. Out: the best documents for a query, which is parsed as in the page. There are no settings,
//! so the measured engine is the one that a reader gets. It does no IO, so the same code runs natively and in WebAssembly.

use entente_search::{Blob, Builder, Fields, Index, Packed, Plan, Synonyms, parse_query, rank_best};

/// A document of a collection.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Document {
    /// Its id in queries and judgements.
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Its text.
    #[serde(default)]
    pub body: String,
}

/// How a query is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A finished query.
    #[default]
    Sent,
    /// A query that is still being typed, whose last word may be incomplete.
    Typing,
    /// As a phrase.
    Phrase,
}

impl Mode {
    /// The mode with this name in query files. Other names are modes of other engines, and mean [`Mode::Sent`] here.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match word {
            "prefix" => Self::Typing,
            "phrase" => Self::Phrase,
            _ => Self::Sent,
        }
    }
}

/// An index of documents.
#[derive(Debug)]
pub struct Engine {
    index: Index,
    synonyms: Synonyms,
}

impl Engine {
    /// Indexes `documents`.
    #[must_use]
    pub fn new(documents: &[Document]) -> Self {
        let Packed { tables, lists, places } = Self::pack(documents);
        Self::open(&tables, Blob::here(lists), Blob::here(places)).unwrap_or_else(Self::empty)
    }

    /// The bytes of the index of `documents`, as a large page carries them.
    #[must_use]
    pub fn pack(documents: &[Document]) -> Packed {
        let mut builder = Builder::default();
        for Document { title, body, .. } in documents {
            builder.add(Fields { title, text: &format!("{title}\n{body}"), section: "" });
        }
        builder.pack()
    }

    /// Opens the bytes of [`Engine::pack`]. `None` if they are something else. Places may be fetched when they are needed.
    #[must_use]
    pub fn open(tables: &[u8], lists: Blob, places: Blob) -> Option<Self> {
        Some(Self { index: Index::open(tables, lists, places)?, synonyms: Synonyms::default() })
    }

    fn empty() -> Self {
        Self { index: Index::default(), synonyms: Synonyms::default() }
    }

    /// Bytes of memory that the index takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.index.bytes()
    }

    /// The number of postings read so far, as a measure of work.
    #[must_use]
    pub fn visited(&self) -> u64 {
        self.index.visited()
    }

    /// Number and score of the best `limit` documents, best first. Documents with all words come before those with some of them, as in
    /// the page.
    #[must_use]
    pub fn search(&self, text: &str, mode: Mode, limit: usize) -> Vec<(u32, f32)> {
        let phrase = format!("\"{text}\"");
        let text = if mode == Mode::Phrase { &phrase } else { text };
        let plan = Plan::new(&self.index, &parse_query(text, &[], mode == Mode::Typing).query, &self.synonyms);
        let unfiltered = |_: &str, _: &str| None;
        let found = plan.search(&self.index, &unfiltered).passages;
        let rest = if found.len() < limit { plan.search_some(&self.index, &unfiltered, &found) } else { Vec::new() };
        let mut out = rank_best(&self.index, &plan, found, limit);
        let room = limit - out.len();
        out.extend(rank_best(&self.index, &plan, rest, room));
        out
    }
}
