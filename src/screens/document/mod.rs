//! A document that is open.

mod bar;
mod edge;
mod head;
mod in_view;
mod outline;
#[cfg(test)]
mod tests;
mod text;
pub(crate) mod view;
mod walk;

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_explore::tables::{Margin, MarginLine};
use entente_explore::{Axis, Block, Query, Reading};
use entente_text::order::map;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;
use crate::route::{Route, View};
pub(crate) use walk::next_hit;
use walk::{KeptSet, Walk};

/// A document that is open. Its passages are `blocks`, not those of `reading`, so that another passage in view copies none.
#[derive(Clone)]
pub(crate) struct OpenDocument {
    pub(crate) reading: Reading,
    pub(crate) blocks: Rc<[Rc<Block>]>,
    /// The index of each passage by its anchor.
    places: Rc<BTreeMap<String, usize>>,
    /// The words that are marked in it.
    words: String,
    /// The library's generation that it was read from.
    generation: u32,
    /// A line for each passage with something to remark.
    pub(crate) lines: Rc<BTreeMap<String, MarginLine>>,
    /// Everything about the passage in view.
    pub(crate) margin: Option<Margin>,
    /// The list that it was opened from.
    kept: KeptSet,
    /// Where the reader is in that list.
    pub(crate) walk: Rc<Walk>,
    /// Tells this document under these words from every other.
    pub(crate) serial: usize,
}

impl OpenDocument {
    /// Index of the passage with this anchor.
    pub(crate) fn index_of(&self, anchor: Option<&str>) -> Option<usize> {
        self.places.get(anchor?).copied()
    }

    /// Index of the passage in view.
    pub(crate) fn current_index(&self) -> Option<usize> {
        self.index_of(self.reading.current.as_deref())
    }

    /// Index in the outline of the section that passage `at` is in: the last heading at or before it.
    pub(crate) fn section_at(&self, at: usize) -> Option<usize> {
        let place = |anchor: &str| self.index_of(Some(anchor)).unwrap_or(usize::MAX);
        self.reading.outline.partition_point(|entry| place(&entry.passage) <= at).checked_sub(1)
    }

    /// The link of passage `at`, under the same words, filters and list as `route`.
    pub(crate) fn passage_route(&self, route: &Route, at: usize) -> Option<Route> {
        let View::Document { id, .. } = &route.view else { return None };
        let view = View::Document { id: id.clone(), passage: Some(self.blocks.get(at)?.anchor.clone()) };
        Some(Route { view, ..route.clone() })
    }
}

/// The document with the passage in view.
pub(crate) fn load(request: &Request) -> ScreenData {
    let document = open(request);
    let title = document.as_ref().map_or_else(
        || m::UNKNOWN_DOCUMENT.to_owned(),
        |open| open.reading.card.title.clone().unwrap_or_else(|| open.reading.card.begins.clone()),
    );
    let pieces = document.as_ref().map_or(0, |open| open.blocks.len() - text::first_drawn(open));
    let drawn = document.clone();
    let draw = move || html! { <view::Reader open={drawn.as_ref().map(Shared::from)} /> };
    ScreenData { pieces, document, ..ScreenData::new(draw).titled(title) }
}

fn open(request: &Request) -> Option<Rc<OpenDocument>> {
    let View::Document { id, passage } = &request.route.view else { return None };
    let (library, words) = (&request.library, &request.route.query.text);
    let before = request.before.as_deref();
    let kept = KeptSet::of(library, &request.route, before.map(|open| &open.kept));
    let first = if passage.is_none() { kept.first_passage(library, id) } else { None };
    let passage = passage.as_deref().or(first.as_deref());
    // Another passage of the open document keeps what is open.
    let same_document = before.filter(|open| {
        open.words == *words
            && open.generation == library.generation()
            && open.reading.card.id == library.canonical(Axis::Document, id)
    });
    if let Some(open) = same_document {
        let (current, notice) = passage.and_then(|passage| library.resolve(id, passage)).unzip();
        let reading = Reading { current, notice: notice.flatten(), ..open.reading.clone() };
        let margin = reading.current.as_deref().and_then(|anchor| library.margin(id, anchor));
        let walk = walk_through(request, &kept, &reading, &open.blocks);
        return Some(Rc::new(OpenDocument { reading, margin, kept, walk, ..open.clone() }));
    }
    let mut reading = library.reading(id, passage, &Query::default().with_text(words))?;
    let margin = reading.current.as_deref().and_then(|anchor| library.margin(id, anchor));
    let blocks: Rc<[Rc<Block>]> = std::mem::take(&mut reading.blocks).into_iter().map(Rc::new).collect();
    let places = map(blocks.iter().enumerate().map(|(at, block)| (block.anchor.clone(), at)));
    let lines = Rc::new(library.margin_lines(id));
    let walk = walk_through(request, &kept, &reading, &blocks);
    let (words, generation, serial) = (words.clone(), library.generation(), request.serial);
    let places = Rc::new(places);
    Some(Rc::new(OpenDocument { reading, blocks, places, words, generation, lines, margin, kept, walk, serial }))
}

/// Where the document that is read is in its list.
fn walk_through(request: &Request, kept: &KeptSet, reading: &Reading, blocks: &[Rc<Block>]) -> Rc<Walk> {
    let marked: Vec<usize> = (0..blocks.len()).filter(|at| blocks[*at].hits > 0).collect();
    Rc::new(Walk::new(&request.library, &request.route, kept, &reading.card.id, &marked))
}

/// The link of the passage that is `by` steps on from the one that has the focus, else from the one in view. `None` at either end.
pub(crate) fn next_passage(open: &OpenDocument, route: &Route, focused: Option<&str>, by: i32) -> Option<Route> {
    let last = open.blocks.len().checked_sub(1)?;
    let at = open.index_of(focused).or_else(|| open.current_index());
    let next = match (at, by > 0) {
        (Some(at), true) => Some(at + 1).filter(|next| *next <= last),
        (Some(at), false) => at.checked_sub(1),
        (None, true) => Some(0),
        (None, false) => Some(last),
    };
    open.passage_route(route, next?)
}
