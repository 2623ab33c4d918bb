//! The frame of a list: what was found first, then filters, chips, the count, and the rows.

use entente_explore::tables::{Axis, Group};
use yew::prelude::*;

use super::chips::Chips;
use super::facets::FacetPanel;
use crate::library::Library;
use crate::messages as m;
use crate::platform::dom;
use crate::platform::timer::{self, Pending};
use crate::route::Route;

#[derive(Properties, PartialEq)]
pub(crate) struct ListPageProps {
    pub(crate) library: Library,
    pub(crate) route: Route,
    /// Go elsewhere, as a new entry of the history.
    pub(crate) go: Callback<Route>,
    /// Go elsewhere in place of this entry.
    pub(crate) instead: Callback<Route>,
    /// The finding.
    pub(crate) heading: AttrValue,
    /// What the list holds and what it does not mean.
    pub(crate) lead: Html,
    /// Beside the heading.
    #[prop_or_default]
    pub(crate) tools: Html,
    /// Above the list, the whole width.
    #[prop_or_default]
    pub(crate) above: Html,
    pub(crate) groups: Vec<Group>,
    /// "3 of 19 notes"
    pub(crate) count: AttrValue,
    /// Nothing passes the filters.
    pub(crate) nothing: bool,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn ListPage(props: &ListPageProps) -> Html {
    let route = props.route.clone();
    let toggled = props.go.reform(move |(axis, value): (Axis, String)| route.toggled(axis, &value));
    let route = props.route.clone();
    let typed = props.instead.reform(move |text: String| route.with(route.query.with_text(&text)));
    let plain = props.route.plain(props.route.view.clone()).to_string();
    html! {
        <div class="page">
            <header class="head list-head">
                <div><h1>{ &props.heading }</h1><p>{ props.lead.clone() }</p></div>
                <div class="list-tools">{ props.tools.clone() }</div>
            </header>
            { props.above.clone() }
            <div class="with-rail">
                <div class="rail">
                    <Find text={props.route.query.text.clone()} {typed} />
                    <FacetPanel groups={props.groups.clone()} unit="" {toggled} />
                </div>
                <div class="list">
                    <Chips route={props.route.clone()} library={props.library.clone()} changed={props.go.clone()} />
                    <p class="count" role="status">{ &props.count }</p>
                    if props.nothing {
                        <div class="nothing"><p>{ m::NO_ROW }</p><p><a href={plain}>{ m::WITHOUT_FILTERS }</a></p></div>
                    }
                    { props.children.clone() }
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
