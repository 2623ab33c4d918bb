//! The search engine over whole documents, as the peers that it is measured beside are asked.
//!
//! In: documents as title and body. Out: the best documents of a query, read as the page reads it. It has no setting:
//! what is measured is what a reader gets. It does no IO, so that the same code runs natively and in WebAssembly.

use entente_search::{Blob, Builder, Fields, Index, Packed, Plan, Synonyms, best, read};

/// A document of a collection.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Document {
    /// What answers are called by.
    pub id: String,
    /// Its title.
    #[serde(default)]
    pub title: String,
    /// Its text.
    #[serde(default)]
    pub body: String,
}

/// How a query is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As typed and sent.
    #[default]
    Sent,
    /// While it is typed: the last word may be half there.
    Typing,
    /// As a phrase.
    Phrase,
}

impl Mode {
    /// The mode that query files call so; what else they say is how other engines have to be asked for the same.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match word {
            "prefix" => Self::Typing,
            "phrase" => Self::Phrase,
            _ => Self::Sent,
        }
    }
}

/// Documents, indexed.
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

    /// The engine on the bytes of [`Engine::pack`]; `None` where they are none. Places may be fetched when they are needed.
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

    /// Postings read so far: how much work the queries were.
    #[must_use]
    pub fn visited(&self) -> u64 {
        self.index.visited()
    }

    /// Number and score of the best `limit` documents, best first: those with all of the words, then those with some, as a
    /// reader who goes on reading gets them.
    #[must_use]
    pub fn search(&self, text: &str, mode: Mode, limit: usize) -> Vec<(u32, f32)> {
        let phrase = format!("\"{text}\"");
        let text = if mode == Mode::Phrase { &phrase } else { text };
        let plan = Plan::new(&self.index, &read(text, &[], mode == Mode::Typing).query, &self.synonyms);
        let unfiltered = |_: &str, _: &str| None;
        let found = plan.search(&self.index, &unfiltered).passages;
        let rest = if found.len() < limit { plan.further(&self.index, &unfiltered, &found) } else { Vec::new() };
        let mut out = best(&self.index, &plan, found, limit);
        let room = limit - out.len();
        out.extend(best(&self.index, &plan, rest, room));
        out
    }
}
