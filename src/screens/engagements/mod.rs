//! Engagements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use super::{Request, ScreenData};
use crate::messages as m;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.engagements(request.query(), &request.selection()));
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move |here| view::list(here, &drawn).into())
}

/// One engagement.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.engagement(request.id());
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_ENGAGEMENT.to_owned(), |found| found.row.name.clone());
    ScreenData::new(move |here| view::one(here, found.as_ref()).into()).titled(title)
}
