//! Two passages, sections, documents or names side by side.

pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::messages as m;

/// What a name begins with where it is compared.
const NAME: &str = "name:";

/// The two sides, or that one of them is not in this file.
pub(crate) fn load(request: &Request) -> ScreenData {
    let ids = request.route.view.ids();
    let (one, other) = (ids.first().copied().unwrap_or_default(), ids.get(1).copied().unwrap_or_default());
    let data = match (one.strip_prefix(NAME), other.strip_prefix(NAME)) {
        (None, None) => places(request, one, other),
        (one, other) => names(request, one.zip(other)),
    };
    data.titled(m::COMPARE)
}

fn places(request: &Request, one: &str, other: &str) -> ScreenData {
    let found = request.library.compare(one, other).map(Rc::new);
    let pieces = found.as_ref().map_or(0, |found| found.facing.len());
    ScreenData {
        pieces,
        ..ScreenData::new(move || html! { <view::CompareTexts found={found.as_ref().map(Shared::from)} /> })
    }
}

/// Two names; `None` if one side is a name and the other is not.
fn names(request: &Request, ids: Option<(&str, &str)>) -> ScreenData {
    let found = ids.and_then(|(one, other)| request.library.compare_names(one, other)).map(Rc::new);
    let pieces = found.as_ref().map_or(0, |found| found.both.len().max(found.partners.len()));
    ScreenData {
        pieces,
        ..ScreenData::new(move || html! { <view::CompareNames found={found.as_ref().map(Shared::from)} /> })
    }
}
