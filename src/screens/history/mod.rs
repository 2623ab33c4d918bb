//! History of a clause: its wordings in order of time.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;

/// The wordings of the passage that the link names, or that it is not in this file.
pub(crate) fn load(request: &Request) -> ScreenData {
    let place = request.id().rsplit_once(':');
    let at = place.and_then(|(document, anchor)| request.library.passage_named(document, anchor));
    let found = at.and_then(|at| entente_verify::history(&request.library, at)).map(Rc::new);
    ScreenData::new(move || html! { <view::HistoryOfClause found={found.as_ref().map(Shared::from)} /> })
        .titled(m::HISTORY)
}
