//! Statements: the list, and one of them.

pub(crate) mod view;

use std::rc::Rc;

use super::{Request, ScreenData};

/// The list under the link's words and filters.
pub(crate) fn load(request: &Request) -> ScreenData {
    let found = Rc::new(request.library.statements(request.query(), &request.selection()));
    let drawn = found.clone();
    let list = &found.list;
    ScreenData::list(list.rows.len(), &list.exported, move |here| view::list(here, &drawn).into())
}

/// One statement.
pub(crate) fn load_one(request: &Request) -> ScreenData {
    let found = request.library.statement(request.id());
    ScreenData::new(move |here| view::one(here, found.as_ref()).into())
}
