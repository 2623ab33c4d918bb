//! The frame of a list: what was found first, then filters, chips, the count, and the rows.

use std::rc::Rc;

use entente_explore::tables::Group;
use yew::events::Event;
use yew::virtual_dom::ListenerKind;

use super::chips::chips;
use super::facets::facet_panel;
use super::save::{full_passages, save_table};
use crate::actions::SearchBoxAction;
use crate::context::{Field, ViewContext};
use crate::element::{El, button, el, link, of};
use crate::messages as m;
use crate::platform::dom;
use crate::visit::VisitAction;

/// A list: what it says of itself.
pub(crate) struct Ask {
    /// The finding.
    pub(crate) heading: String,
    /// What it holds and what it does not mean.
    pub(crate) lead: El,
    /// How many are shown of how many.
    pub(crate) count: String,
    /// Above the list, the whole width.
    pub(crate) above: El,
    /// Rows that are listed, and that pass the filters.
    pub(crate) listed: (usize, usize),
}

/// The frame of a list with its rows inside.
pub(crate) fn list_page(here: &ViewContext, ask: Ask, groups: &[Group], rows: El) -> El {
    let (listed, total) = ask.listed;
    let nothing = (total == 0).then(|| {
        let plain = link("", here.link(here.route.view.clone())).child(m::WITHOUT_FILTERS);
        of("div", "nothing").child(el("p").child(m::NO_ROW)).child(el("p").child(plain))
    });
    let head = of("header", "head list-head")
        .child(el("div").child(el("h1").child(ask.heading)).child(el("p").child(ask.lead)))
        .child(of("div", "list-tools").child(full_passages(here)).child(save_table(here)));
    let rail = of("div", "rail").child(find(here)).child(facet_panel(here, groups, ""));
    let more = (listed < total)
        .then(|| button("button", here.dispatch.clone(), VisitAction::ShowMore).child(m::more_rows(listed, total)));
    let list = of("div", "list")
        .child(chips(here, false))
        .child(of("p", "count").child(ask.count))
        .child(nothing)
        .child(rows)
        .child(more);
    of("div", "page").child(head).child(ask.above).child(of("div", "with-rail").child(rail).child(list))
}

/// The field that narrows the list to rows with these words.
fn find(here: &ViewContext) -> El {
    let then = here.dispatch.clone();
    let typed = move |event: &Event| then.act(SearchBoxAction::Type(Field::Find, dom::typed(event)));
    let field = el("input")
        .id("find")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("dir", "auto")
        .value(&here.text(Field::Find))
        .on(ListenerKind::oninput, Rc::new(typed))
        .on(ListenerKind::onkeydown, leave(here, Field::Find));
    of("label", "find").child(el("span").child(m::FIND_IN_LIST)).child(field)
}

/// `Enter` goes from a field to what it has found; `Esc` clears it, and leaves it where it is empty.
pub(crate) fn leave(here: &ViewContext, field: Field) -> Rc<dyn Fn(&Event)> {
    let then = here.dispatch.clone();
    Rc::new(move |event: &Event| {
        let filled = !dom::typed(event).is_empty();
        match dom::key(event).0.as_str() {
            "Escape" if filled => then.act(SearchBoxAction::Type(field, String::new())),
            "Escape" | "Enter" => dom::focus("main"),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    })
}
