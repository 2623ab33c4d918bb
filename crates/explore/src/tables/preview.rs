//! One passage in its place: what stands before and behind it, and what the rest of the file says of it.

use super::margin::Margin;
use crate::explorer::Explorer;
use crate::filter::Query;
use crate::listing::DocumentCard;
use crate::reading::Block;
use crate::{cards, open, resolve};

/// A passage with its neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Its document.
    pub card: DocumentCard,
    /// The passage before it.
    pub before: Option<Block>,
    /// The passage, the words of the query marked.
    pub block: Block,
    /// The passage behind it.
    pub after: Option<Block>,
    /// What there is to say of it.
    pub margin: Option<Margin>,
}

impl Explorer {
    /// The passage of a result in its place; `None` where it is not in the file.
    #[must_use]
    pub fn preview(&self, document: &str, passage: &str, query: &Query) -> Option<Preview> {
        let (at, _) = resolve::document(&self.corpus, &self.prepared.dimensions, document, Some(passage))?;
        let (found, _) = resolve::passage(&self.corpus, at, passage)?;
        let asked = self.asked(query);
        let block = |passage: Option<usize>| open::block(&self.corpus, &self.prepared, at, passage?, &asked);
        Some(Preview {
            card: cards::card(&self.corpus, at, 0)?,
            before: block(found.checked_sub(1)),
            block: block(Some(found))?,
            after: block(Some(found + 1)),
            margin: self.margin(document, passage),
        })
    }
}
