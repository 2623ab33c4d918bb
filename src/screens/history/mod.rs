//! History of a clause: its wordings in order of time.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::not_found::view::NothingFound;
use super::verify::view::CheckScreen;
use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;

/// The wordings of the passage that the link names, or that it is not in this file.
pub(crate) fn load(request: &Request) -> ScreenData {
    let place = request.id().rsplit_once(':');
    let at = place.and_then(|(document, anchor)| request.library.passage_named(document, anchor));
    let found = at.and_then(|at| entente_verify::history(&request.library, at)).map(Rc::new);
    let draw = move || match &found {
        Some(found) => html! { <CheckScreen history={Some(Shared::from(found))} /> },
        None => html! { <NothingFound what={m::UNKNOWN_CLAUSE} /> },
    };
    ScreenData::new(draw).titled(m::HISTORY)
}
