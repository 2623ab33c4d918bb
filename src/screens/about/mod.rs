//! What this file is: digests, version, sources and licences.

pub(crate) mod view;

use super::{Request, ScreenData};

/// The file's summary.
pub(crate) fn load(request: &Request) -> ScreenData {
    let summary = request.library.summary();
    ScreenData::new(move |here| view::view(here, &summary).into())
}
