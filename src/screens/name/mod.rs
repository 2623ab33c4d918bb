//! Everything about a name.

pub(crate) mod view;

use std::rc::Rc;

use super::{Request, ScreenData};
use crate::messages as m;

/// The dossier.
pub(crate) fn load(request: &Request) -> ScreenData {
    let found = request.library.dossier(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_NAME.to_owned(), |found| found.name.name.clone());
    let pieces = found
        .as_ref()
        .map_or(0, |found| found.engagements.len() + found.statements.len() + found.amounts.len() + found.mentions);
    let draw = move |here: &_| view::one(here, found.as_ref()).into();
    ScreenData { pieces, ..ScreenData::new(draw).titled(title) }
}
