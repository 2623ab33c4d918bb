//! A document that is open.

pub(crate) mod view;

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_explore::tables::{Margin, MarginLine};
use entente_explore::{Axis, Block, Query, Reading};

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;
use crate::route::{Route, View};

/// A document that is open. Its passages are `blocks`, not those of `reading`, so that another passage in view copies none.
#[derive(Clone)]
pub(crate) struct OpenDocument {
    pub(crate) reading: Reading,
    pub(crate) blocks: Rc<[Rc<Block>]>,
    /// The words that are marked in it.
    words: String,
    /// The library's generation that it was read from.
    generation: u32,
    /// A line for each passage of which there is something to say.
    pub(crate) lines: Rc<BTreeMap<String, MarginLine>>,
    /// Everything about the passage in view.
    pub(crate) margin: Option<Margin>,
    /// Tells this document under these words from every other.
    pub(crate) serial: usize,
}

/// The document with the passage in view.
pub(crate) fn load(request: &Request) -> ScreenData {
    let document = open(request);
    let title = document.as_ref().map_or_else(
        || m::UNKNOWN_DOCUMENT.to_owned(),
        |open| open.reading.card.title.clone().unwrap_or_else(|| open.reading.card.begins.clone()),
    );
    let pieces = document.as_ref().map_or(0, |open| open.blocks.len() - view::first_drawn(open));
    let drawn = document.clone();
    let draw = move || html! { <view::Reader open={drawn.as_ref().map(Shared::from)} /> };
    ScreenData { pieces, document, ..ScreenData::new(draw).titled(title) }
}

fn open(request: &Request) -> Option<Rc<OpenDocument>> {
    let View::Document { id, passage } = &request.route.view else { return None };
    let (library, words) = (&request.library, &request.route.query.text);
    let passage = passage.as_deref();
    // Another passage of the document that is open: nothing is opened anew.
    if let Some(open) = &request.before
        && open.words == *words
        && open.generation == library.generation()
        && open.reading.card.id == library.canonical(Axis::Document, id)
    {
        let (current, notice) = passage.and_then(|passage| library.resolve(id, passage)).unzip();
        let reading = Reading { current, notice: notice.flatten(), ..open.reading.clone() };
        let margin = reading.current.as_deref().and_then(|anchor| library.margin(id, anchor));
        return Some(Rc::new(OpenDocument { reading, margin, ..(**open).clone() }));
    }
    let mut reading = library.reading(id, passage, &Query::default().with_text(words))?;
    let margin = reading.current.as_deref().and_then(|anchor| library.margin(id, anchor));
    let blocks = std::mem::take(&mut reading.blocks).into_iter().map(Rc::new).collect();
    let lines = Rc::new(library.margin_lines(id));
    let (words, generation, serial) = (words.clone(), library.generation(), request.serial);
    Some(Rc::new(OpenDocument { reading, blocks, words, generation, lines, margin, serial }))
}

/// The link of the passage that is `by` steps on from the one that has the focus, else from the one in view; with `is_match` passages
/// without a match are passed over. `None` at either end.
pub(crate) fn next_passage(
    open: &OpenDocument,
    route: &Route,
    focused: Option<String>,
    by: i32,
    is_match: bool,
) -> Option<Route> {
    let View::Document { id, .. } = &route.view else { return None };
    let position = |anchor: &str| open.blocks.iter().position(|block| block.anchor == anchor);
    let at = focused.as_deref().or(open.reading.current.as_deref()).and_then(position);
    let fits = |n: &usize| !is_match || open.blocks[*n].hits > 0;
    let next = match (at, by > 0) {
        (Some(at), true) => (at + 1..open.blocks.len()).find(fits),
        (Some(at), false) => (0..at).rev().find(fits),
        (None, true) => (0..open.blocks.len()).find(fits),
        (None, false) => (0..open.blocks.len()).rev().find(fits),
    }?;
    let view = View::Document { id: id.clone(), passage: Some(open.blocks[next].anchor.clone()) };
    Some(Route { view, ..route.clone() })
}
