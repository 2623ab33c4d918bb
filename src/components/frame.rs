//! What stands around every view: header, marking, foot.

use std::rc::Rc;

use entente_explore::Summary;
use entente_explore::tables::Contents;
use yew::events::Event;
use yew::virtual_dom::ListenerKind;

use super::search_box::search_box;
use super::settings::settings;
use crate::element::{El, bdi, button, el, link, of, run};
use crate::here::{Act, Field, Here};
use crate::messages as m;
use crate::platform::dom;
use crate::route::View;

/// What the frame says of the file.
pub(crate) struct Around {
    pub(crate) summary: Summary,
    /// Which views have rows, and how many.
    pub(crate) contents: Contents,
}

/// First characters of a digest that are shown.
const DIGEST: usize = 8;

/// The frame with a view inside.
pub(crate) fn frame(here: &Here, around: &Around, inside: El) -> El {
    let marking = || supplied(&around.summary);
    run()
        .child(marking())
        .child(header(here, &around.contents))
        .child(el("main").id("main").attr("tabindex", "-1").child(inside))
        .child(foot(here, &around.summary))
        .child(marking())
}

/// What the packer has put on every sheet: how the file is to be handled, and which edition it is.
fn supplied(summary: &Summary) -> Option<El> {
    let (marking, edition) = (summary.marking.as_deref(), summary.edition.as_deref());
    let line = of("p", "marking").child(marking.map(|marking| el("strong").child(bdi(marking))));
    let edition = edition.map(|edition| el("span").child(m::EDITION).child(" ").child(bdi(edition)));
    summary.marking.as_ref().or(summary.edition.as_ref()).map(|_| line.child(edition))
}

fn header(here: &Here, contents: &Contents) -> El {
    // The skip link moves the focus itself: its address would be another view.
    let skip = |event: &Event| {
        event.prevent_default();
        dom::focus("main");
    };
    let skip = link("skip", here.route.to_string()).on(ListenerKind::onclick, Rc::new(skip)).child(m::SKIP);
    let brand = link("brand", here.link(View::Overview)).attr("aria-label", m::BRAND).child(brand()).child(m::PRODUCT);
    let small_menu = of("details", "menu small-menu")
        .child(of("summary", "button").child(label(&here.route.view)))
        .child(of("div", "layer").child(small(here, contents)));
    let nav = el("nav")
        .attr("aria-label", m::NAVIGATION)
        .child(small_menu)
        .child(of("ul", "wide-menu").child(wide(here, contents)));
    let own_box = matches!(here.route.view, View::Search);
    let search = of("div", "header-search").child((!own_box).then(|| search_box(here, Field::Header)));
    let actions =
        of("div", "actions").child(link("button", here.link(View::About)).child(m::ABOUT)).child(settings(here));
    of("header", "top").child(skip).child(brand).child(nav).child(search).child(actions)
}

fn foot(here: &Here, summary: &Summary) -> El {
    let digest: String = here.holdings.head.sha256.chars().take(DIGEST).collect();
    let named = summary.title != m::documents(summary.documents);
    of("footer", "foot")
        .child(named.then(|| el("span").child(bdi(&summary.title))))
        .child(el("span").child(m::comma(&m::documents(summary.documents), &m::passages(summary.passages))))
        .child(el("span").child(m::edition(summary.edition.as_deref(), &digest)))
        .child(el("span").child(m::OFFLINE))
        .child(
            button("plain-button", here.then(), Act::Sheet(true))
                .child(el("kbd").attr("aria-hidden", "true").child("?"))
                .child(" ")
                .child(m::KEYS),
        )
        .child(link("", here.link(View::About)).child(m::ABOUT))
}

/// A view with its rows; `None`: the view has no count.
type Entry = (View, Option<usize>);

/// The groups of views that have rows.
fn groups(contents: &Contents) -> Vec<(&'static str, Vec<Entry>)> {
    let all = [
        (m::READ, View::Documents, contents.documents),
        (m::READ, View::Names, contents.names),
        (m::FOLLOW, View::Engagements, contents.engagements),
        (m::FOLLOW, View::SeriesList, contents.series),
        (m::FOLLOW, View::Commitments, contents.commitments),
        (m::FOLLOW, View::Statements, contents.statements),
        (m::CHECK, View::Pairs, contents.pairs),
        (m::CHECK, View::Amounts, contents.amounts),
        (m::CHECK, View::Acronyms, contents.acronyms),
        (m::CHECK, View::Notes, contents.notes),
    ];
    let mut out: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    for (group, view, count) in all {
        if count == 0 {
            continue;
        }
        match out.last_mut().filter(|(name, _)| *name == group) {
            Some((_, views)) => views.push((view, Some(count))),
            None => out.push((group, vec![(view, Some(count))])),
        }
    }
    out
}

/// The view of the menu that `view` belongs to.
fn home(view: &View) -> View {
    match view {
        View::Document { .. } => View::Documents,
        View::Name(_) => View::Names,
        View::Engagement(_) => View::Engagements,
        View::Series(_) => View::SeriesList,
        View::Statement(_) => View::Statements,
        View::Compare(..) => View::Pairs,
        other => other.clone(),
    }
}

fn entry(here: &Here, (view, count): &Entry) -> El {
    let current = home(&here.route.view) == *view;
    let count = count.map(|count| run().child(" ").child(of("span", "count").child(m::number(count))));
    let address = here.link(view.clone());
    el("li").child(
        el("a").attr("href", address).attr("aria-current", current.then_some("page")).child(label(view)).child(count),
    )
}

fn entries(here: &Here, views: &[Entry]) -> El {
    let mut out = run();
    for one in views {
        out.push(entry(here, one));
    }
    out
}

/// Two links and a menu for each group.
fn wide(here: &Here, contents: &Contents) -> El {
    let mut out = entries(here, &[(View::Overview, None), (View::Search, None)]);
    for (name, views) in groups(contents) {
        let inside = views.iter().find(|(view, _)| *view == home(&here.route.view)).map(|(view, _)| label(view));
        let called = inside.map_or_else(|| name.to_owned(), |view| m::colon(name, view));
        let menu = of("details", "menu group")
            .when("data-inside", inside.is_some())
            .attr("name", "group")
            .child(el("summary").child(called))
            .child(of("ul", "layer").child(entries(here, &views)));
        out.push(el("li").key(name).child(menu));
    }
    out
}

/// One menu with the groups as headings.
fn small(here: &Here, contents: &Contents) -> El {
    let mut out = run().child(el("ul").child(entries(here, &[(View::Overview, None), (View::Search, None)])));
    for (name, views) in groups(contents) {
        out.push(el("p").child(name));
        out.push(el("ul").child(entries(here, &views)));
    }
    out.push(el("p").child(m::FILE));
    out.child(el("ul").child(entries(here, &[(View::About, None)])))
}

/// What a view is called.
pub(crate) fn label(view: &View) -> &'static str {
    match home(view) {
        View::Overview => m::OVERVIEW,
        View::Search => m::SEARCH,
        View::Documents => m::DOCUMENTS,
        View::Names => m::NAMES,
        View::Engagements => m::ENGAGEMENTS,
        View::SeriesList => m::SERIES,
        View::Commitments => m::COMMITMENTS,
        View::Statements => m::STATEMENTS,
        View::Pairs => m::PAIRS,
        View::Amounts => m::AMOUNTS,
        View::Acronyms => m::ACRONYMS,
        View::Notes => m::NOTES,
        View::About => m::ABOUT,
        _ => m::MENU,
    }
}

/// Two sheets side by side, their overlap filled: what two sides have in common.
fn brand() -> El {
    let sheet = |x: &str| {
        el("rect")
            .attr("x", x)
            .attr("y", "1")
            .attr("width", "11")
            .attr("height", "10")
            .attr("fill", "none")
            .attr("stroke", "currentColor")
            .attr("stroke-width", "1.6")
    };
    let overlap = of("rect", "overlap").attr("x", "8").attr("y", "1").attr("width", "4").attr("height", "10");
    el("svg")
        .attr("viewBox", "0 0 20 12")
        .attr("aria-hidden", "true")
        .child(sheet("1"))
        .child(sheet("8"))
        .child(overlap)
}
