//! Short forms and what they stand for.

use std::rc::Rc;

use super::{Request, ScreenData};
use crate::views;

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let list = Rc::new(request.library.acronyms(request.query(), &request.selection()));
    let drawn = list.clone();
    ScreenData::list(list.rows.len(), &list.exported, move |here| views::acronyms::list(here, &drawn).into())
}
