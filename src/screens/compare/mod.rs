//! Two passages, sections, documents, names or a pasted text side by side, and the choice of what is compared.

pub(crate) mod picker;
pub(crate) mod view;

use std::rc::Rc;

use entente_explore::Axis;
use entente_explore::tables::{Comparison, NamesCompared, PASTED};
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

/// What two sides were compared to. It is kept while the reader types to find others: the comparison of two long documents takes longer
/// than a key may.
pub(crate) struct Compared {
    sides: [String; 2],
    pasted: String,
    generation: u32,
    found: Found,
}

/// What was found; `None` if a side is not in this file.
enum Found {
    Texts(Option<Rc<Comparison>>, Rc<Vec<view::Part>>),
    Names(Option<Rc<NamesCompared>>),
}

/// The two sides with the choice of others, or that one of them is not in this file.
pub(crate) fn load(request: &Request) -> ScreenData {
    let ids = request.route.view.ids();
    let (one, other) = (ids.first().copied().unwrap_or_default(), ids.get(1).copied().unwrap_or_default());
    let picker = Rc::new(picker(request, one, other));
    if one.is_empty() || other.is_empty() {
        return choice(&picker).titled(m::COMPARE);
    }
    let kept = request.compared.as_ref().filter(|kept| kept.is_of(request, [one, other]));
    let compared = kept.cloned().unwrap_or_else(|| Rc::new(Compared::new(request, [one, other])));
    let data = match &compared.found {
        Found::Texts(found, parts) => places(&picker, found.clone(), parts.clone()),
        Found::Names(found) => names(&picker, found.clone()),
    };
    ScreenData { compared: Some(compared), ..data.titled(m::COMPARE) }
}

impl Compared {
    fn new(request: &Request, sides: [&str; 2]) -> Self {
        let library = &request.library;
        let [one, other] = sides;
        let found = match (one.strip_prefix(NAME), other.strip_prefix(NAME)) {
            (None, None) => {
                let found = library.compare_with(one, other, &request.pasted).map(Rc::new);
                let parts = found.as_ref().map_or_else(Vec::new, |found| view::parts(found));
                Found::Texts(found, Rc::new(parts))
            }
            // A name cannot be compared with a text.
            (one, other) => {
                Found::Names(one.zip(other).and_then(|(one, other)| library.compare_names(one, other)).map(Rc::new))
            }
        };
        let generation = library.generation();
        Self { sides: sides.map(str::to_owned), pasted: request.pasted.clone(), generation, found }
    }

    /// True if these sides were compared in these documents.
    fn is_of(&self, request: &Request, sides: [&str; 2]) -> bool {
        self.sides == sides && self.pasted == request.pasted && self.generation == request.library.generation()
    }
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

fn places(picker: &Rc<Picker>, found: Option<Rc<Comparison>>, parts: Rc<Vec<view::Part>>) -> ScreenData {
    let picker = picker.clone();
    ScreenData {
        pieces: parts.len(),
        ..ScreenData::new(move || {
            let found = found.as_ref().map(Shared::from);
            html! { <view::CompareTexts {found} parts={&parts} picker={&picker} /> }
        })
    }
}

fn names(picker: &Rc<Picker>, found: Option<Rc<NamesCompared>>) -> ScreenData {
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
