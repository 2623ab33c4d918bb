//! The choice of what is compared: a field for each side, and below it what has the words that are typed.

use entente_explore::tables::{Comparable, PASTED};
use yew::prelude::*;

use crate::actions::{FocusAction, RouteAction, SearchBoxAction};
use crate::components::list_page::leave_field;
use crate::components::shared::Shared;
use crate::components::text::{bdi, small};
use crate::context::{Field, ViewContext, on_event, use_view_context};
use crate::messages as m;
use crate::platform::dom;
use crate::route::View;
use crate::visit::VisitAction;

/// One side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Side {
    /// 0 for the left one, 1 for the right one.
    pub(crate) number: usize,
    /// What is chosen, as the link calls it; empty if nothing is.
    pub(crate) address: String,
    /// What it is called.
    pub(crate) label: String,
    /// What could be chosen.
    pub(crate) offered: Vec<Comparable>,
}

/// Both sides.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picker {
    pub(crate) left: Side,
    pub(crate) right: Side,
    /// The text that the reader has pasted. No link restores it.
    pub(crate) pasted: String,
}

impl Picker {
    /// True if there is something on both sides. A text that is still to be pasted is nothing yet.
    fn is_complete(&self) -> bool {
        let has_text = !self.pasted.trim().is_empty();
        [&self.left, &self.right].iter().all(|side| !side.address.is_empty() && (side.address != PASTED || has_text))
    }
}

/// Properties of [`ComparePicker`].
#[derive(Properties, PartialEq)]
pub(crate) struct ComparePickerProps {
    pub(crate) picker: Shared<Picker>,
}

/// The choice; folded while two sides are compared.
#[component]
pub(crate) fn ComparePicker(props: &ComparePickerProps) -> Html {
    let here = use_view_context();
    let picker = &props.picker;
    let inside = html! {
        <div class="picker-sides">
            { side(&here, picker, true) }
            { side(&here, picker, false) }
        </div>
    };
    if !picker.is_complete() {
        return html! { <div class="picker">{ inside }</div> };
    }
    html! { <details class="picker more"><summary>{ m::COMPARE_OTHERS }</summary>{ inside }</details> }
}

fn side(here: &ViewContext, picker: &Picker, is_left: bool) -> Html {
    let side = if is_left { &picker.left } else { &picker.right };
    let heading = if is_left { m::LEFT } else { m::RIGHT };
    html! {
        <section class="picker-side" aria-label={heading}>
            <h2>
                { heading }
                if !side.label.is_empty() { { ": " }<span class="printed">{ bdi(&side.label) }</span> }
            </h2>
            <PickerField side={side.number} />
            <ul>
                for offered in &side.offered {
                    <li key={offered.address.as_str()}>
                        <a href={chosen(here, picker, is_left, &offered.address)}>{ bdi(&offered.label) }</a>
                        { " " }
                        { small(&what(offered)) }
                    </li>
                }
                if side.offered.is_empty() {
                    <li class="missing">{ m::NOTHING_TO_COMPARE }</li>
                }
            </ul>
            if side.address == PASTED {
                <PasteField text={picker.pasted.clone()} />
            } else {
                <button class="button" type="button" onclick={on_event(here, RouteAction::Go(pasting(here, picker, is_left).into()))}>
                    { m::PASTE_TEXT }
                </button>
            }
        </section>
    }
}

fn what(offered: &Comparable) -> String {
    let kind = match offered.kind {
        "document" | "section" => m::kind(offered.kind),
        kind => m::name_kind(kind).to_owned(),
    };
    offered.within.as_ref().map_or_else(|| kind.clone(), |within| m::comma(&kind, within))
}

/// The comparison with this side instead. The left side is chosen first, wherever the choice was made.
fn view_with(picker: &Picker, is_left: bool, address: &str) -> View {
    let (one, other) = (&picker.left.address, &picker.right.address);
    if is_left || one.is_empty() {
        View::Compare(address.to_owned(), if is_left { other.clone() } else { String::new() })
    } else {
        View::Compare(one.clone(), address.to_owned())
    }
}

fn chosen(here: &ViewContext, picker: &Picker, is_left: bool, address: &str) -> String {
    here.link(view_with(picker, is_left, address))
}

fn pasting(here: &ViewContext, picker: &Picker, is_left: bool) -> crate::route::Route {
    here.route.plain(view_with(picker, is_left, PASTED))
}

#[derive(Properties, PartialEq)]
struct PickerFieldProps {
    side: usize,
}

/// The field of a side. It is a component so that it has what is typed when it is drawn.
#[component]
fn PickerField(props: &PickerFieldProps) -> Html {
    let here = use_view_context();
    let field = Field::Side(props.side);
    // A reader who has chosen one side goes on to the other.
    let is_next =
        props.side == 1 && matches!(&here.route.view, View::Compare(one, other) if !one.is_empty() && other.is_empty());
    let dispatch = here.dispatch.clone();
    let oninput =
        Callback::from(move |event: InputEvent| dispatch.act(SearchBoxAction::Type(field, dom::typed(&event))));
    html! {
        <label class="find">
            <span>{ m::CHOOSE_SIDE }</span>
            <input
                id={["compare-left", "compare-right"][props.side.min(1)]}
                type="search"
                data-first-focus={is_next.then_some("true")}
                autocomplete="off"
                spellcheck="false"
                dir="auto"
                value={here.text(field)}
                {oninput}
                onkeydown={leave_field(&here, field)}
            />
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct PasteFieldProps {
    text: String,
}

/// The field for a text of the reader's own. It is compared when the field is left, also by the button and by Ctrl+Enter. The screen opens
/// with the focus in an empty field: a reader who asked for it wants to paste.
#[component]
fn PasteField(props: &PasteFieldProps) -> Html {
    let here = use_view_context();
    let dispatch = here.dispatch.clone();
    let onchange = Callback::from(move |event: Event| dispatch.act(VisitAction::Paste(dom::chosen(&event))));
    // The text is taken when the field is left; until then only its direction depends on it.
    let oninput = Callback::from(|event: InputEvent| drop(dom::typed_area(&event)));
    let leave = on_event(&here, FocusAction::Show("main".to_owned()));
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            dom::focus("main");
        }
    });
    html! {
        <>
        <label class="find">
            <span>{ m::PASTE_HERE }</span>
            <textarea
                id="pasted"
                rows="6"
                data-first-focus={props.text.is_empty().then_some("true")}
                dir={dom::area_direction(props.text.len())}
                value={props.text.clone()}
                {oninput}
                {onchange}
                {onkeydown}
            />
        </label>
        <button class="button" type="button" onclick={leave}>{ m::COMPARE }</button>
        </>
    }
}
