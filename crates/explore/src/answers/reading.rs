//! A document opened: its passages, outline and record.

use super::ask::marking_plan;
use super::block::block;
use super::card::card;
use super::folds::folds;
use super::origin::origin;
use super::outline::{self, Head};
use super::record;
use crate::desk::{Desk, resolve};
use crate::models::reading::{Block, Reading};
use crate::query::Query;

/// The document with this id, the words of `query` marked, at `passage` if one is given.
///
/// The last eight characters of the id decide. If no document has them, the one with the same slug, else the one with
/// that passage, is given with a notice.
pub(crate) fn reading(desk: &Desk, document: &str, passage: Option<&str>, query: &Query) -> Option<Reading> {
    let (at, notice) = resolve::document(desk, document, passage)?;
    let mut reading = open(desk, at, query)?;
    reading.notice = notice;
    if let Some((found, notice)) = passage.and_then(|passage| resolve::passage(desk, at, passage)) {
        reading.current = reading.blocks.get(found).map(|block| block.anchor.clone());
        reading.notice = reading.notice.or(notice);
    }
    Some(reading)
}

/// The anchor of the passage that a link names in a document, and a notice if the link is out of date.
pub(crate) fn anchor(desk: &Desk, document: &str, passage: &str) -> Option<(String, Option<String>)> {
    let (document, _) = resolve::document(desk, document, Some(passage))?;
    let (at, notice) = resolve::passage(desk, document, passage)?;
    Some((desk.corpus.bodies.get(document)?.passages.get(at)?.anchor.clone(), notice))
}

fn open(desk: &Desk, document: usize, query: &Query) -> Option<Reading> {
    let corpus = &desk.corpus;
    let body = corpus.bodies.get(document)?;
    let record = corpus.catalogue.documents.get(document)?;
    let plan = marking_plan(desk, query);
    let blocks: Vec<Block> =
        (0..body.passages.len()).filter_map(|passage| block(desk, document, passage, &plan)).collect();
    let heads: Vec<Head> = body
        .sections
        .iter()
        .filter(|section| (section.heading as usize) < blocks.len())
        .map(|section| Head { passage: section.heading as usize, level: section.level })
        .collect();
    let title = record.title.as_ref().filter(|title| !title.is_supplied()).map(|title| title.value.as_str());
    let (folds, title_at) = folds(&blocks, body, title);
    let hits = blocks.iter().map(|block| block.hits).sum();
    Some(Reading {
        card: card(corpus, document, blocks.iter().filter(|block| block.hits > 0).count())?,
        outline: outline::outline(&blocks, &heads),
        origin: origin(desk, document, &blocks),
        title_at,
        folds,
        blocks,
        current: None,
        notice: None,
        hits,
        record: record::lines(record, body, desk.passages.lines(corpus, document)),
    })
}
