//! The whole file at a glance.

mod findings;
mod lists;
pub(crate) mod partners;
mod sentence;
pub(crate) mod view;

use std::rc::Rc;

use entente_explore::tables::{Picture, Thread};
use entente_explore::{DocumentCard, Query, Sort, Summary};

use yew::prelude::*;

use super::{Request, ScreenData};

/// Threads that are shown.
const THREADS: usize = 4;

/// The whole file at a glance.
pub(crate) struct Glance {
    pub(crate) summary: Summary,
    /// Newest first, those without a date last.
    pub(crate) documents: Vec<DocumentCard>,
    pub(crate) picture: Rc<Picture>,
    /// Empty until all texts are read.
    pub(crate) threads: Vec<Thread>,
}

/// Summary, documents, picture and threads.
pub(crate) fn load(request: &Request) -> ScreenData {
    let library = &request.library;
    let glance = Glance {
        summary: library.summary(),
        documents: library.documents_by(&Query::default(), Sort::Newest).documents,
        picture: library.picture(),
        threads: if request.is_reading() { Vec::new() } else { library.threads(None, THREADS) },
    };
    let glance = Rc::new(glance);
    ScreenData::new(move || html! { <view::Overview glance={&glance} /> })
}
