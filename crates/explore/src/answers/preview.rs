//! One passage in its place: its neighbours, and what other documents have about it.

use super::ask::marking_plan;
use super::block::block;
use super::card::card;
use super::margin::{Margin, margin};
use crate::desk::{Desk, resolve};
use crate::models::listing::DocumentCard;
use crate::models::reading::Block;
use crate::query::Query;

/// A passage with its neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Its document.
    pub card: DocumentCard,
    /// The passage before it.
    pub before: Option<Block>,
    /// The passage, the words of the query marked.
    pub block: Block,
    /// The passage after it.
    pub after: Option<Block>,
    /// What other documents have about it.
    pub margin: Option<Margin>,
}

/// The passage of a result in its place; `None` if it is not in the file.
pub(crate) fn preview(desk: &Desk, document: &str, passage: &str, query: &Query) -> Option<Preview> {
    let (at, _) = resolve::document(desk, document, Some(passage))?;
    let (found, _) = resolve::passage(desk, at, passage)?;
    let plan = marking_plan(desk, query);
    let block = |passage: Option<usize>| block(desk, at, passage?, &plan);
    Some(Preview {
        card: card(&desk.corpus, at, 0)?,
        before: block(found.checked_sub(1)),
        block: block(Some(found))?,
        after: block(Some(found + 1)),
        margin: margin(desk, document, passage),
    })
}
