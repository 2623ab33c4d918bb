//! What this file is: digests, version, sources and licences.

use super::{Request, ScreenData};
use crate::views;

/// The file's summary.
pub(crate) fn load(request: &Request) -> ScreenData {
    let summary = request.library.summary();
    ScreenData::new(move |here| views::about::view(here, &summary).into())
}
