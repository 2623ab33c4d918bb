//! What is odd in the sources.

use std::rc::Rc;

use super::{Request, ScreenData};
use crate::views;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.notes(request.query(), &request.selection()));
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move |here| views::notes::list(here, &drawn).into())
}
