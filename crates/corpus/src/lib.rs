//! The corpus: documents, their structure, and what was found in them. It is the contract between reading, search and page.
//!
//! In and out: JSON of one [`SCHEMA`]. This crate contains types, lookups and [`check`]. It does not read files, extract,
//! search or draw.

pub mod check;
pub mod document;
pub mod engagement;
pub mod entity;
pub mod fact;
pub mod id;
pub mod json;
pub mod late;
pub mod lines;
pub mod link;
pub mod pattern;
pub mod reading;
pub mod rules;
pub mod statement;
pub mod vocabulary;

pub use check::check;
pub use document::{Anomaly, Body, Markup, Passage, Piece, Record, Removed, Section, Style, Unread};
pub use engagement::{Engagement, Series};
pub use entity::{Acronym, Entity, Form, Mention};
pub use fact::{Basis, Evidence, Fact, Metadatum};
pub use id::{DocumentId, PassageId};
pub use late::{Failures, Late, Parts, Unavailable};
pub use lines::Lines;
pub use link::{End, Link};
pub use pattern::Pattern;
pub use reading::ReadingText;
pub use statement::{Amount, Party, Statement};
pub use vocabulary::{
    AmountStatus, AnomalyKind, DifferenceKind, DocumentKind, EngagementKind, EngagementLevel, EngagementStatus,
    EntityKind, LinkKind, MetadataField, Modality, PassageKind, Strength, StyleKind,
};

use serde::{Deserialize, Serialize};

/// Version of the corpus JSON. It changes if a reader of the old form would misread the new one.
pub const SCHEMA: u32 = 2;

/// A file of documents and everything found in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Corpus {
    /// Everything but the texts.
    #[serde(flatten)]
    pub catalogue: Catalogue,
    /// The texts: `bodies[n]` belongs to `catalogue.documents[n]`.
    pub bodies: Parts<Body>,
    /// Parts that could not be had when they were looked at.
    #[serde(skip)]
    pub failures: Failures,
}

/// Everything but the texts: facts about the whole file, the records of its documents, and the names found in them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Catalogue {
    /// [`SCHEMA`] of the program that wrote it.
    pub schema: u32,
    /// Title of the whole file, as the packer set it. Without one, "N documents" is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A sentence about the file, from the packer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Edition of the whole file, from the packer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Handling marking of the whole file, from the packer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marking: Option<String>,
    /// Records in the order of the files' path bytes.
    pub documents: Parts<Record>,
    /// Everything that the documents name, in the order of [`Entity::id`].
    #[serde(default)]
    pub entities: Parts<Entity>,
    /// Short forms, by letters and then by document.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub acronyms: Late<Vec<Acronym>>,
    /// Runs of engagements, in the order of [`Series::id`].
    #[serde(default, skip_serializing_if = "is_empty")]
    pub series: Late<Vec<Series>>,
    /// Links between places of the file, by kind and start.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub links: Late<Vec<Link>>,
    /// Files that could not be read, with the reason.
    #[serde(default)]
    pub unread: Vec<Unread>,
    /// Patterns from `entente.toml` with which the documents were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<Pattern>,
    /// What was masked before the documents were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redacted: Vec<Removed>,
}

impl Corpus {
    /// A corpus of parts that are in memory.
    #[must_use]
    pub fn new(catalogue: Catalogue, bodies: impl Into<Parts<Body>>) -> Self {
        Self { catalogue, bodies: bodies.into(), failures: Failures::default() }
    }

    /// The documents, each with its number, its record and its text. One of which a part cannot be had is left out and noted as a
    /// failure.
    pub fn documents(&self) -> impl Iterator<Item = (usize, &Record, &Body)> {
        let parts = self.catalogue.documents.iter().zip(self.bodies.iter()).enumerate();
        parts.filter_map(|(number, (record, body))| Some((number, record?, body?)))
    }

    /// Fetches every part that is not here and returns those that cannot be had, each with its name ("the text of
    /// document 3") and why. Nothing may be counted or exported as complete while there are some.
    #[must_use]
    pub fn unavailable(&self) -> Vec<(String, Unavailable)> {
        let mut missing = Vec::new();
        let Catalogue { documents, entities, acronyms, series, links, .. } = &self.catalogue;
        for (at, record) in (1..).zip(documents.as_slice()) {
            missing.extend(record.fetch().err().map(|why| (format!("document {at}"), why)));
        }
        for (at, entity) in (1..).zip(entities.as_slice()) {
            missing.extend(entity.fetch().err().map(|why| (format!("name {at}"), why)));
        }
        let ties = [
            ("abbreviations", acronyms.fetch().err()),
            ("series", series.fetch().err()),
            ("links", links.fetch().err()),
        ];
        missing.extend(ties.into_iter().filter_map(|(name, why)| Some((format!("the {name}"), why?))));
        for (at, body) in (1..).zip(self.bodies.as_slice()) {
            missing.extend(body.fetch().err().map(|why| (format!("the text of document {at}"), why)));
        }
        missing
    }

    /// The title of a document as it is shown: the printed one, else the first words of the text. Empty if there is no such
    /// document.
    #[must_use]
    pub fn title_of(&self, document: usize) -> &str {
        self.catalogue
            .documents
            .get(document)
            .map_or("", |record| record.title.as_ref().map_or(record.begins.as_str(), |fact| fact.value.as_str()))
    }
}

fn is_empty<T>(list: &Late<Vec<T>>) -> bool {
    // A list that cannot be had is written as an error, not left out.
    list.get().is_some_and(Vec::is_empty)
}
