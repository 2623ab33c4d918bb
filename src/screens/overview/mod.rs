//! The whole file at a glance.

pub(crate) mod view;

use std::rc::Rc;

use entente_explore::tables::{Finding, Thread};
use entente_explore::{DocumentList, Query, Sort, Summary};

use yew::prelude::*;

use super::{Request, ScreenData};

/// Threads that are shown.
const THREADS: usize = 4;

/// The whole file at a glance.
pub(crate) struct Glance {
    pub(crate) summary: Summary,
    pub(crate) documents: DocumentList,
    pub(crate) findings: Vec<Finding>,
    /// Empty until all texts are read.
    pub(crate) threads: Vec<Thread>,
}

/// Summary, documents, findings and threads.
pub(crate) fn load(request: &Request) -> ScreenData {
    let library = &request.library;
    let glance = Glance {
        summary: library.summary(),
        documents: library.documents_by(&Query::default(), Sort::default()),
        threads: if request.is_reading() { Vec::new() } else { library.threads(None, THREADS) },
        findings: library.findings(),
    };
    let glance = Rc::new(glance);
    ScreenData::new(move || html! { <view::Overview glance={&glance} /> })
}
