//! Everything about a name.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;
use crate::route::ListLayout;

/// The dossier; every mention on a line, if the link asks for that.
pub(crate) fn load(request: &Request) -> ScreenData {
    if request.route.layout == ListLayout::Context
        && let Some(lines) = request.library.concordance_of_name(request.id(), request.route.context)
    {
        let name = request.library.label_of_name(request.id());
        let (pieces, lines, title) = (lines.lines.len(), Rc::new(lines), name.clone());
        let draw = move || html! { <view::NameInContext name={name.clone()} lines={&lines} /> };
        return ScreenData { pieces, ..ScreenData::new(draw).titled(title) };
    }
    let found = request.library.dossier(request.id()).map(Rc::new);
    let title = found.as_ref().map_or_else(|| m::UNKNOWN_NAME.to_owned(), |found| found.name.name.clone());
    let pieces = found.as_ref().map_or(0, |found| {
        let facts = found.engagements.rows.len() + found.statements.rows.len() + found.amounts.rows.len();
        facts + found.documents.iter().map(|document| document.mentions.len()).sum::<usize>()
    });
    let draw = move || html! { <view::Name dossier={found.as_ref().map(Shared::from)} /> };
    ScreenData { pieces, ..ScreenData::new(draw).titled(title) }
}
