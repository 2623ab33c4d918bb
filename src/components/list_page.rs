//! The frame of a list: what was found first, then filters, chips, the count, and the rows.

use entente_explore::tables::{Axis, Group};
use yew::prelude::*;

use super::chips::chips;
use super::facets::facet_panel;
use super::save::SaveTable;
use crate::holdings::Holdings;
use crate::messages as m;
use crate::platform::dom;
use crate::platform::timer::{self, Pending};
use crate::route::Route;

/// Where a list is shown, and how it goes elsewhere.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) holdings: Holdings,
    pub(crate) route: Route,
    /// Go elsewhere, as a new entry of the history.
    pub(crate) go: Callback<Route>,
    /// Go elsewhere in place of this entry.
    pub(crate) instead: Callback<Route>,
}

/// A list: what it says of itself, its filters and its rows.
pub(crate) struct Ask {
    /// The finding.
    pub(crate) heading: String,
    /// What it holds and what it does not mean.
    pub(crate) lead: Html,
    /// Its export table.
    pub(crate) table: &'static str,
    /// How many are shown of how many.
    pub(crate) count: String,
    /// Above the list, the whole width.
    pub(crate) above: Html,
}

/// The frame of a list with its rows inside.
pub(crate) fn list_page(place: &Place, ask: Ask, groups: &[Group], exported: &[usize], rows: Html) -> Html {
    let Place { holdings, route, go, instead } = place;
    let here = route.clone();
    let toggled = go.reform(move |(axis, value): (Axis, String)| here.toggled(axis, &value));
    let here = route.clone();
    let typed = instead.reform(move |text: String| here.with(here.query.with_text(&text)));
    let plain = route.plain(route.view.clone()).to_string();
    let text = {
        let (holdings, table, rows) = (holdings.clone(), ask.table, exported.to_vec());
        Callback::from(move |()| holdings.csv(table, &rows).unwrap_or_default())
    };
    html! {
        <div class="page">
            <header class="head list-head">
                <div><h1>{ ask.heading }</h1><p>{ ask.lead }</p></div>
                <div class="list-tools"><SaveTable name={ask.table} {text} /></div>
            </header>
            { ask.above }
            <div class="with-rail">
                <div class="rail">
                    <Find text={route.query.text.clone()} {typed} />
                    { facet_panel(groups, "", &toggled) }
                </div>
                <div class="list">
                    { chips(route, holdings, go) }
                    <p class="count" role="status">{ ask.count }</p>
                    if exported.is_empty() {
                        <div class="nothing"><p>{ m::NO_ROW }</p><p><a href={plain}>{ m::WITHOUT_FILTERS }</a></p></div>
                    }
                    { rows }
                </div>
            </div>
        </div>
    }
}

/// Rest after the last key before the rows follow.
const REST: u32 = 120;

#[derive(Properties, PartialEq)]
struct FindProps {
    text: AttrValue,
    typed: Callback<String>,
}

/// The field that narrows the list to rows with these words.
#[component]
fn Find(props: &FindProps) -> Html {
    let pending = use_mut_ref(|| None::<Pending>);
    let typed = props.typed.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let (value, typed) = (dom::typed(&event), typed.clone());
        pending.replace(Some(timer::after(REST, move || typed.emit(value))));
    });
    html! {
        <label class="find">
            <span>{ m::FIND_IN_LIST }</span>
            <input type="search" id="find" value={props.text.clone()} {oninput} autocomplete="off" spellcheck="false" dir="auto" />
        </label>
    }
}
