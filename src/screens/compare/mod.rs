//! Two passages, sections, documents, names or a pasted text side by side, and the choice of what is compared.

pub(crate) mod picker;
pub(crate) mod view;

use std::rc::Rc;

use entente_explore::Axis;
use entente_explore::tables::PASTED;
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;
use crate::library::Library;
use crate::messages as m;
use picker::{Picker, Side};

/// What a name begins with where it is compared.
const NAME: &str = "name:";
/// Documents, names and sections that are offered for a side, each.
const OFFERED: usize = 6;

/// The two sides with the choice of others, or that one of them is not in this file.
pub(crate) fn load(request: &Request) -> ScreenData {
    let ids = request.route.view.ids();
    let (one, other) = (ids.first().copied().unwrap_or_default(), ids.get(1).copied().unwrap_or_default());
    let picker = Rc::new(picker(request, one, other));
    let data = match (one.strip_prefix(NAME), other.strip_prefix(NAME)) {
        _ if one.is_empty() || other.is_empty() => choice(&picker),
        (None, None) => places(request, &picker, one, other),
        (one, other) => names(request, &picker, one.zip(other)),
    };
    data.titled(m::COMPARE)
}

fn picker(request: &Request, one: &str, other: &str) -> Picker {
    let side = |n: usize, address: &str| Side {
        number: n,
        address: address.to_owned(),
        label: label(&request.library, address),
        offered: request.library.comparable(&request.sides[n], OFFERED),
    };
    Picker { left: side(0, one), right: side(1, other), pasted: request.pasted.clone() }
}

/// What a side is called; empty if nothing is chosen.
fn label(library: &Library, address: &str) -> String {
    if let Some(name) = address.strip_prefix(NAME) {
        return library.label_of_name(name);
    }
    if address == PASTED {
        return m::PASTED_TEXT.to_owned();
    }
    let document = address.split(':').next().unwrap_or_default();
    let id = library.canonical(Axis::Document, document);
    library.label(Axis::Document, &id).unwrap_or_else(|| address.to_owned())
}

/// Nothing but the choice: a side is missing.
fn choice(picker: &Rc<Picker>) -> ScreenData {
    let picker = picker.clone();
    ScreenData::new(move || html! { <view::Choose picker={&picker} /> })
}

fn places(request: &Request, picker: &Rc<Picker>, one: &str, other: &str) -> ScreenData {
    let found = request.library.compare_with(one, other, &request.pasted).map(Rc::new);
    let picker = picker.clone();
    let parts = Rc::new(found.as_ref().map_or_else(Vec::new, |found| view::parts(found)));
    ScreenData {
        pieces: parts.len(),
        ..ScreenData::new(move || {
            let found = found.as_ref().map(Shared::from);
            html! { <view::CompareTexts {found} parts={&parts} picker={&picker} /> }
        })
    }
}

/// Two names; `None` if one side is a name and the other is not.
fn names(request: &Request, picker: &Rc<Picker>, ids: Option<(&str, &str)>) -> ScreenData {
    let found = ids.and_then(|(one, other)| request.library.compare_names(one, other)).map(Rc::new);
    let pieces = found.as_ref().map_or(0, |found| found.both.len().max(found.partners.len()));
    let picker = picker.clone();
    ScreenData {
        pieces,
        ..ScreenData::new(move || {
            let found = found.as_ref().map(Shared::from);
            html! { <view::CompareNames {found} picker={&picker} /> }
        })
    }
}
