//! Passages for the words and filters asked, grouped by document.

use std::rc::Rc;

use entente_explore::{Filter, Hit, HitGroup, Place, Query, Sort, Unit, UnitList};
use yew::events::Event;
use yew::virtual_dom::ListenerKind;

use crate::actions::{RouteAction, ScreenAction};
use crate::components::chips::chips;
use crate::components::date_label::date_label;
use crate::components::facets::{facet_panel, shared};
use crate::components::fragments::fragments;
use crate::components::save::{full_passages, save_table};
use crate::components::search_box::search_box;
use crate::components::{cells, years};
use crate::context::{Field, ViewContext};
use crate::element::{El, bdi, button, el, link, of, run, small, unseen};
use crate::messages as m;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::screens::search::{Found, Way};
use crate::visit::VisitAction;

/// The view.
pub(crate) fn view(here: &ViewContext, found: &Found) -> El {
    let (results, units) = (&found.results, found.units.as_ref());
    let query = &here.route.query;
    let meant = results.did_you_mean.as_ref().map(|meant| {
        let address = here.route.with(query.with_text(meant)).to_string();
        of("p", "read-as").child(m::DID_YOU_MEAN).child(link("", address).child(bdi(meant))).child("?")
    });
    let read = results.read_as.as_ref();
    let read = read.map(|read| of("p", "read-as").child(m::READ_AS).child(": ").child(el("code").child(read)));
    let mut remarks = run();
    for remark in &results.remarks {
        remarks.push(of("p", "remark").child(remark));
    }
    let mut hint = of("p", "hint").child(m::SEARCH_HINT);
    for example in m::SEARCH_EXAMPLES {
        hint.push(" ");
        hint.push(el("code").child(*example));
    }
    let ask = of("div", "ask")
        .child(search_box(here, Field::Search))
        .child(hint)
        .child(chips(here, false))
        .child(read)
        .child(meant)
        .child(remarks);
    let hits = || results.groups.iter().flat_map(|group| &group.hits);
    let folded: usize = hits().map(|hit| hit.also.len()).sum();
    let (mut shown, mut total) = (hits().count() + folded, results.total);
    let some = results.some.as_ref().map(|(text, count)| {
        let address = here.route.with(query.with_text(text)).to_string();
        of("p", "read-as").child(link("", address).child(m::some_words(*count)))
    });
    let broaden = (results.total > 0 && !query.text.is_empty())
        .then(|| button("button", here.dispatch.clone(), ScreenAction::Broaden).child(m::BROADEN));
    let mut groups = run();
    match units {
        Some(units) => {
            (shown, total) = (units.rows.len(), units.total);
            groups.push(rows(here, units));
        }
        None => {
            for found in &results.groups {
                groups.push(group(here, found));
            }
        }
    }
    let more = (shown < total)
        .then(|| button("button", here.dispatch.clone(), VisitAction::ShowMore).child(m::more(shown, total)));
    let tools = (results.total > 0).then(|| {
        of("div", "result-tools")
            .child(unit(here))
            .child(full_passages(here))
            .child(sort(here, &m::RESULT_ORDERS))
            .child(save_table(here))
    });
    let count = match units {
        Some(units) => m::unit_count(here.route.unit, units.total),
        None => m::found(results.total, results.documents, results.unfiltered),
    };
    let folded = (folded > 0 && units.is_none()).then(|| m::folded(folded));
    let count = of("p", "count").child(count).child(folded);
    let list = of("div", "results")
        .child(years::years(here, &results.years))
        .child(of("div", "result-head").child(count).child(tools))
        .child((results.total == 0).then(|| nothing(here, &found.ways)))
        .child(groups)
        .child(more)
        .child(some)
        .child(broaden);
    let preview = here.preview.as_ref().map(|found| super::preview::preview(here, found));
    let asked = if query.text.is_empty() { m::SEARCH.to_owned() } else { m::colon(m::SEARCH, &query.text) };
    of("div", "page search-view")
        .child(of("h1", "unseen-text asked").child(bdi(&asked)))
        .child(ask)
        .child(facet_panel(here, &shared(&results.facets), m::PASSAGES))
        .child(list)
        .child(preview)
}

/// Rows of another unit than passages: what each is called, its words, its place.
fn rows(here: &ViewContext, units: &UnitList) -> El {
    let mut out = of("ol", "unit-list");
    for row in &units.rows {
        let id = row.id.clone();
        let view = match here.route.unit {
            Unit::Statements => View::Statement(id),
            Unit::Engagements => View::Engagement(id),
            Unit::Mentions => View::Name(id),
            Unit::Documents | Unit::Passages => View::Document { id: row.source.document.clone(), passage: None },
        };
        let address = if here.route.unit == Unit::Documents { here.asked(view) } else { here.link(view) };
        let name = link("title", address).child(bdi(&row.name).attr("lang", &row.source.language));
        let place = cells::source(here, &row.source);
        out.push(of("li", "said").child(name).child(cells::quote(&row.source)).child(place));
    }
    out
}

/// What is counted.
fn unit(here: &ViewContext) -> El {
    let mut choice = el("select").id("unit");
    for unit in Unit::ALL {
        let option = el("option").attr("value", unit.as_str()).when("selected", here.route.unit == *unit);
        choice.push(option.child(m::unit(*unit)));
    }
    let then = here.dispatch.clone();
    let route = here.route.clone();
    let changed = move |event: &Event| {
        let unit = Unit::from_word(&dom::chosen(event)).unwrap_or_default();
        then.act(RouteAction::Go(Route { unit, ..(*route).clone() }));
    };
    of("label", "sort").child(unseen(m::COUNTED_IN)).child(choice.on(ListenerKind::onchange, Rc::new(changed)))
}

/// The order of a list: the first of `orders` is its own.
pub(crate) fn sort(here: &ViewContext, orders: &[(Sort, &'static str)]) -> El {
    let mut choice = el("select").id("sort");
    for (order, label) in orders {
        let option = el("option").attr("value", order.as_str()).when("selected", here.route.sort == *order);
        choice.push(option.child(*label));
    }
    let then = here.dispatch.clone();
    let route = here.route.clone();
    let changed = move |event: &Event| {
        let sort = Sort::from_word(&dom::chosen(event)).unwrap_or_default();
        then.act(RouteAction::Go(Route { sort, ..(*route).clone() }));
    };
    of("label", "sort").child(unseen(m::ORDER)).child(choice.on(ListenerKind::onchange, Rc::new(changed)))
}

fn group(here: &ViewContext, group: &HitGroup) -> El {
    let address = here.asked(View::Document { id: group.document.clone(), passage: None });
    let heading = el("h2")
        .child((!group.titled).then(cells::untitled))
        .child(link("title", address).child(bdi(&group.title)))
        .child(group.date.as_ref().map(|date| small("").child(date_label(Some(date), None))))
        .child(small(&m::passages(group.total)));
    let mut list = el("ol");
    for found in &group.hits {
        list.push(hit(here, found, &group.title));
    }
    of("section", "hit-group").key(&group.document).child(heading).child(list)
}

fn hit(here: &ViewContext, hit: &Hit, title: &str) -> El {
    // The title stands above: it is not said again.
    let mut path = String::new();
    for heading in hit.section.iter().filter(|heading| *heading != title) {
        if !path.is_empty() {
            path.push_str(" › ");
        }
        path.push_str(heading);
    }
    let view = View::Document { id: hit.place.document.clone(), passage: Some(hit.place.passage.clone()) };
    let query = Query { text: here.route.query.text.clone(), filter: Filter::default() };
    let address = Route { query, ..here.route.plain(view) }.to_string();
    let words = of("span", "words")
        .attr("dir", "auto")
        .child(hit.cut.then_some("… "))
        .child(fragments(&hit.snippet, 0, false))
        .child((!hit.whole).then_some(" …"));
    let lacks =
        (!hit.missing.is_empty()).then(|| of("span", "path").child(m::NOT_IN_IT).child(bdi(&hit.missing.join(", "))));
    let looked = here
        .visit
        .preview
        .as_ref()
        .is_some_and(|(document, passage)| *document == hit.place.document && *passage == hit.place.passage);
    let look = VisitAction::Preview(hit.place.document.clone(), hit.place.passage.clone());
    let open = el("a")
        .attr("href", address)
        .act(ListenerKind::onfocus, here.dispatch.clone(), look)
        .child(of("span", "place").child(m::place(hit.place.number.as_deref(), &hit.place.lines)))
        .child(words)
        .child((!path.is_empty()).then(|| of("span", "path").child(bdi(&path))))
        .child(lacks);
    let passage = |place: &Place| format!("{}:{}", place.document, place.passage);
    let mut also = run();
    for other in &hit.also {
        let address = here.link(View::Compare(passage(&hit.place), passage(&other.place)));
        let at = m::place(other.place.number.as_deref(), &other.place.lines);
        let place = link("", address).child(bdi(&other.title)).child(", ").child(at);
        also.push(of("p", "also").child(m::ALSO_AT).child(place).child(": ").child(m::words_differ(other.differ)));
    }
    of("li", "hit").key(&hit.place.passage).when("data-looked", looked).child(open).child(also)
}

/// That nothing was found, and ways on that lead somewhere, each with its count.
fn nothing(here: &ViewContext, found: &[Way]) -> El {
    let query = &here.route.query;
    let mut ways = el("ul");
    for way in found {
        let address = here.route.with(way.query.clone()).to_string();
        let label = link("", address).child(&way.label);
        ways.push(el("li").child(label).child(": ").child(m::passages(way.passages)));
    }
    let documents =
        found.is_empty().then(|| el("p").child(link("", here.link(View::Documents)).child(m::EVERY_DOCUMENT)));
    of("div", "nothing")
        .child(el("h2").child(m::no_passage(&query.text, !query.filter.is_empty())))
        .child(ways)
        .child(documents)
}
