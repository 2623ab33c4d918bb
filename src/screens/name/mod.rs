//! Everything about a name.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;

/// The dossier.
pub(crate) fn load(request: &Request) -> ScreenData {
    let found = request.library.dossier(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_NAME.to_owned(), |found| found.name.name.clone());
    let pieces = found
        .as_ref()
        .map_or(0, |found| found.engagements.len() + found.statements.len() + found.amounts.len() + found.mentions);
    let draw = move || html! { <view::Name dossier={found.as_ref().map(Shared::from)} /> };
    ScreenData { pieces, ..ScreenData::new(draw).titled(title) }
}
