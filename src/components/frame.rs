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
use crate::screens::{Menu, SCREENS, Screen, in_menu, label};

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

/// A screen with its rows; `None`: the screen has no count.
type Entry = (&'static Screen, Option<usize>);

/// The groups of lists that have rows.
fn groups(contents: &Contents) -> Vec<(&'static str, Vec<Entry>)> {
    let mut out: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    for screen in SCREENS {
        let (Menu::Group(group), Some(count)) = (&screen.menu, screen.count) else { continue };
        let count = count(contents);
        if count == 0 {
            continue;
        }
        match out.last_mut() {
            Some((name, screens)) if name == group => screens.push((screen, Some(count))),
            _ => out.push((group, vec![(screen, Some(count))])),
        }
    }
    out
}

/// The screens that stand at `place` of the menu and are not counted.
fn uncounted(place: &Menu) -> Vec<Entry> {
    SCREENS.iter().filter(|screen| screen.menu == *place).map(|screen| (screen, None)).collect()
}

/// True if `screen` is the one of the menu that is shown, or of which a part is.
fn is_current(here: &Here, screen: &Screen) -> bool {
    in_menu(&here.route.view).is_some_and(|current| current.view == screen.view)
}

fn entry(here: &Here, (screen, count): &Entry) -> El {
    let current = is_current(here, screen);
    let count = count.map(|count| run().child(" ").child(of("span", "count").child(m::number(count))));
    let address = here.link(screen.view.clone());
    el("li").child(
        el("a").attr("href", address).attr("aria-current", current.then_some("page")).child(screen.label).child(count),
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
    let mut out = entries(here, &uncounted(&Menu::Start));
    for (name, views) in groups(contents) {
        let inside = views.iter().find(|(screen, _)| is_current(here, screen)).map(|(screen, _)| screen.label);
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
    let mut out = run().child(el("ul").child(entries(here, &uncounted(&Menu::Start))));
    for (name, views) in groups(contents) {
        out.push(el("p").child(name));
        out.push(el("ul").child(entries(here, &views)));
    }
    out.push(el("p").child(m::FILE));
    out.child(el("ul").child(entries(here, &uncounted(&Menu::File))))
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
