//! Passages by year: a brush over bars that also works by keys, and two fields for the years.

use std::rc::Rc;

use entente_explore::{Facet, Filter, Years};
use yew::events::Event;
use yew::virtual_dom::ListenerKind;

use crate::actions::{FocusAction, RouteAction, SearchBoxAction};
use crate::context::{Field, ViewContext};
use crate::element::{El, el, of, run};
use crate::messages as m;
use crate::platform::dom;
use crate::route::Route;

/// Years that are named below their bars.
const NAMED: usize = 8;

/// The bars and the fields; nothing where there is only one year.
pub(crate) fn years(here: &ViewContext, found: &Years) -> El {
    let list = &found.years;
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return run() };
    if list.len() < 2 {
        return run();
    }
    let most = list.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let span = usize::from(last.0 - first.0) + 1;
    let step = span.div_ceil(NAMED);
    let filter = &here.route.query.filter;
    let asked = |facet: Facet| filter.wanted(facet).first().cloned().unwrap_or_default();
    let (from, to) = (asked(Facet::From), asked(Facet::To));
    let year = |date: &str| date.get(..4).and_then(|year| year.parse::<u16>().ok());
    let inside = |at: u16| year(&from).is_none_or(|from| at >= from) && year(&to).is_none_or(|to| at <= to);
    let mut bars = of("ol", "histogram").attr("aria-label", m::BY_YEAR);
    let mut rest = list.iter().peekable();
    // Time is linear: a year without passages has its place.
    for at in first.0..=last.0 {
        let count = rest.next_if(|(known, _)| *known == at).map_or(0, |(_, count)| *count);
        let n = usize::from(at - first.0);
        let named = (n.is_multiple_of(step)).then(|| el("b").attr("aria-hidden", "true").child(at.to_string()));
        let mut item = el("li").key(&at.to_string());
        if count > 0 {
            let height = (count * 100 / most).max(3);
            let rect = el("rect")
                .attr("y", format!("{}%", 100 - height))
                .attr("width", "100%")
                .attr("height", format!("{height}%"));
            let address = within(here, &at.to_string(), &at.to_string()).to_string();
            item.push(
                el("a")
                    .attr("href", address)
                    .attr("aria-label", m::colon(&at.to_string(), &m::passages(count)))
                    .attr("title", m::colon(&at.to_string(), &m::passages(count)))
                    .when("data-outside", !inside(at))
                    .on(ListenerKind::onkeydown, brush(here, at, (first.0, last.0)))
                    .child(el("svg").attr("aria-hidden", "true").child(rect)),
            );
        }
        item.push(named);
        bars.push(item);
    }
    let field = |name: &'static str, label: &'static str, value: &str, other: u16| {
        let then = here.dispatch.clone();
        let typed = move |event: &Event| then.act(SearchBoxAction::Type(Field::Year(name), dom::typed(event)));
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("size", "10")
            .attr("autocomplete", "off")
            .attr("placeholder", other.to_string())
            .value(value)
            .on(ListenerKind::onchange, Rc::new(typed));
        el("label").child(label).child(" ").child(input)
    };
    let fields = of("div", "years")
        .attr("role", "group")
        .attr("aria-label", m::YEARS)
        .child(field("from", m::FROM, &from, first.0))
        .child(field("to", m::TO, &to, last.0))
        .child((found.undated > 0).then(|| el("span").child(m::undated(found.undated))));
    of("div", "by-year").child(bars).child(fields)
}

/// The same view from one year to another.
fn within(here: &ViewContext, from: &str, to: &str) -> Route {
    let mut filter: Filter = here.route.query.filter.clone();
    for (facet, year) in [(Facet::From, from), (Facet::To, to)] {
        for value in here.route.query.filter.wanted(facet) {
            filter = filter.without(facet, value);
        }
        filter = filter.with(facet, year);
    }
    here.route.with(here.route.query.with_filter(filter))
}

/// Shift and an arrow widen or narrow the years from the bar that has the focus; an arrow alone goes to the next bar.
fn brush(here: &ViewContext, at: u16, (first, last): (u16, u16)) -> Rc<dyn Fn(&Event)> {
    let here = here.clone();
    Rc::new(move |event: &Event| {
        let (key, shift) = dom::key(event);
        let by: i32 = match key.as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        event.prevent_default();
        if !shift {
            return here.dispatch.act(FocusAction::Step(".histogram a", by));
        }
        let filter = &here.route.query.filter;
        let year = |facet: Facet| filter.wanted(facet).first().and_then(|date| date.get(..4)?.parse::<u16>().ok());
        let (from, to) = (year(Facet::From).unwrap_or(at), year(Facet::To).unwrap_or(at));
        let (from, to) = if by < 0 { (from.saturating_sub(1).max(first), to) } else { (from, (to + 1).min(last)) };
        here.dispatch.act(RouteAction::Go(within(&here, &from.to_string(), &to.to_string())));
    })
}
