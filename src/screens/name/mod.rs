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
    let pieces = found.as_ref().map_or(0, |found| {
        let facts = found.engagements.rows.len() + found.statements.rows.len() + found.amounts.rows.len();
        facts + found.documents.iter().map(|document| document.mentions.len()).sum::<usize>()
    });
    let draw = move || html! { <view::Name dossier={found.as_ref().map(Shared::from)} /> };
    ScreenData { pieces, ..ScreenData::new(draw).titled(title) }
}
