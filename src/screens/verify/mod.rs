//! Check a text: what a reader pastes, held against the documents.

mod draft;
mod limits;
pub(crate) mod sentence;
pub(crate) mod view;

use std::rc::Rc;

use entente_explore::{Axis, FacetGroup, FacetValue, Query, Years};
use yew::prelude::*;

use super::{Request, ScreenData};
use crate::components::shared::Shared;

/// What the precedents can be limited to.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    /// Kinds of documents.
    pub(crate) kinds: Vec<FacetValue>,
    /// States, territories and economies that passages name.
    pub(crate) partners: Vec<FacetValue>,
    /// The first and the last year.
    pub(crate) years: Option<(u16, u16)>,
}

/// What the precedents can be limited to. What is said of the text itself is not a link's: it stays in this page.
pub(crate) fn load(request: &Request) -> ScreenData {
    let is_waiting = request.is_reading();
    let query = Query::default().with_filter(request.query().filter.clone());
    let results = request.library.search(&query, 0);
    let limits = Rc::new(limits(&results.facets, &results.years));
    ScreenData {
        is_waiting,
        ..ScreenData::new(move || html! { <view::CheckScreen limits={Some(Shared::from(&limits))} /> })
    }
}

fn limits(groups: &[FacetGroup], years: &Years) -> Limits {
    let values = |axis: Axis| {
        let group = groups.iter().find(|group| group.axis == axis);
        group.map(|group| group.values.clone()).unwrap_or_default()
    };
    let first = years.years.first().map(|(year, _)| *year);
    let last = years.years.last().map(|(year, _)| *year);
    Limits { kinds: values(Axis::Kind), partners: values(Axis::Country), years: first.zip(last) }
}
