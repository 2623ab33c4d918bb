//! The whole file at a glance.

pub(crate) mod view;

use entente_explore::tables::{Finding, Thread};
use entente_explore::{DocumentList, Query, Sort, Summary};

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
    ScreenData::new(move |here| view::view(here, &glance).into())
}
