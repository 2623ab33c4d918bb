//! Where a fact stands, and who or what it names: the parts that rows of all lists share.

use entente_corpus::{Basis, Corpus, Evidence, Fact, Party, ReadingText};
use entente_text::{PartialDate, Span};

use crate::listing::Dated;
use crate::outline::cut;
use crate::prepare::{Prepared, Unit, named, reading_of, section_path};

/// Longest short title of a document, in characters.
const TITLE: usize = 34;
/// Longest quotation, in characters: a sentence.
const QUOTE: usize = 400;

/// A name, ready to be linked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameRef {
    /// As this file's documents print it most.
    pub name: String,
    /// Kind of name, as its word.
    pub kind: &'static str,
    /// Public name, for links.
    pub id: String,
}

/// Somebody in the words of a document; "both sides" stays a role and has no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRef {
    /// As printed here.
    pub words: String,
    /// Whom the words name.
    pub name: Option<NameRef>,
}

/// The place and the words that a fact stands on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Public name of the document.
    pub document: String,
    /// Its title, cut; the first words where none is printed.
    pub title: String,
    /// False: no title is printed.
    pub titled: bool,
    /// Anchor of the passage; empty where the words lie outside every passage.
    pub passage: String,
    /// First and last line.
    pub lines: (u32, u32),
    /// The source's own number, as printed.
    pub number: Option<String>,
    /// The words, without markup.
    pub quote: String,
    /// Language of the document.
    pub language: Option<String>,
}

/// The corpus and what was made of it at the start, with the questions that every list asks.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) corpus: &'a Corpus,
    pub(crate) prepared: &'a Prepared,
}

impl<'a> Desk<'a> {
    /// The id of a rule; the packer's sentence for a pattern of the packer's that has one.
    pub(crate) fn rule(self, id: &str) -> String {
        let own = id.strip_prefix(entente_corpus::rules::PATTERN);
        let patterns = &self.corpus.catalogue.patterns;
        let pattern = own.and_then(|own| patterns.iter().find(|pattern| pattern.id == own));
        pattern.and_then(|pattern| pattern.sentence.clone()).unwrap_or_else(|| id.to_owned())
    }

    /// The name of entity number `at`.
    pub(crate) fn name(self, at: u32) -> Option<NameRef> {
        let entity = self.corpus.catalogue.entities.get(at as usize)?;
        Some(NameRef { name: entity.name.clone(), kind: entity.kind.as_str(), id: entity.id.clone() })
    }

    /// Names of several entities.
    pub(crate) fn names(self, list: &[u32]) -> Vec<NameRef> {
        list.iter().filter_map(|at| self.name(*at)).collect()
    }

    /// Entities named in a passage.
    pub(crate) fn named(self, document: u32, passage: u32) -> Vec<u32> {
        self.corpus.bodies.get(document as usize).map(|body| named(body, passage)).unwrap_or_default()
    }

    /// Somebody as document number `document` calls them.
    pub(crate) fn party(self, document: u32, party: &Party) -> PartyRef {
        PartyRef { words: self.words(document, None, party.span), name: party.entity.and_then(|at| self.name(at)) }
    }

    /// What a reader sees of `span`: without markup where it lies in `passage`, white space folded.
    pub(crate) fn words(self, document: u32, passage: Option<u32>, span: Span) -> String {
        let body = self.corpus.bodies.get(document as usize);
        let found =
            body.zip(passage).and_then(|(body, at)| ReadingText::words(body, body.passages.get(at as usize)?, span));
        if let Some(words) = found {
            return words;
        }
        let words: Vec<&str> = body.map_or("", |body| span.of(&body.text)).split_whitespace().collect();
        words.join(" ")
    }

    /// The reading text of a whole passage.
    pub(crate) fn passage_text(self, document: u32, passage: u32) -> String {
        reading_of(self.corpus, Unit { document, passage })
    }

    /// Headings above a passage, outermost first.
    pub(crate) fn section(self, document: u32, passage: u32) -> Vec<String> {
        section_path(self.corpus, Unit { document, passage })
    }

    /// Place and words of `evidence`.
    pub(crate) fn source(self, document: u32, evidence: Evidence) -> Source {
        let Some(record) = self.corpus.catalogue.documents.get(document as usize) else { return Source::default() };
        let body = self.corpus.bodies.get(document as usize);
        let passage = body.zip(evidence.passage).and_then(|(body, at)| body.passages.get(at as usize));
        let number = body.zip(passage).and_then(|(body, passage)| Some(passage.number?.of(&body.text).to_owned()));
        Source {
            document: record.id.to_string(),
            title: cut(self.corpus.title_of(document as usize), TITLE),
            titled: record.title.is_some(),
            passage: passage.map_or_else(String::new, |passage| passage.anchor.clone()),
            lines: self.prepared.lines(self.corpus, document as usize).range(evidence.span),
            number,
            quote: cut(&self.words(document, evidence.passage, evidence.span), QUOTE),
            language: record.language.as_ref().map(|fact| fact.value.clone()),
        }
    }
}

/// A date as it is shown.
pub(crate) fn dated(fact: &Fact<PartialDate>) -> Dated {
    Dated { date: fact.value, precision: fact.value.precision(), basis: fact.basis, supplied: fact.is_supplied() }
}

/// A bound that a text allows: shown as concluded, never as printed.
pub(crate) fn bound(date: PartialDate) -> Dated {
    Dated { date, precision: date.precision(), basis: Basis::Inferred, supplied: false }
}
