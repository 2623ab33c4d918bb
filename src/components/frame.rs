//! What surrounds every view: header, marking, foot.

use std::rc::Rc;

use entente_explore::Summary;
use entente_explore::tables::Contents;
use yew::prelude::*;

use super::figure::FIGURES;
use super::search_box::search_box;
use super::settings::Settings;
use super::text::bdi;
use crate::context::{Field, ViewContext};
use crate::messages as m;
use crate::platform::dom;
use crate::route::{Route, View};
use crate::screens::{Menu, SCREENS, Screen, in_menu, label};

/// What the frame shows about the file.
pub(crate) struct Around {
    pub(crate) summary: Summary,
    /// Which lists have rows, and how many.
    pub(crate) contents: Contents,
}

/// First characters of a digest that are shown.
const DIGEST_CHARS: usize = 8;

#[derive(Properties)]
pub(crate) struct FrameProps {
    pub(crate) here: ViewContext,
    pub(crate) around: Rc<Around>,
    pub(crate) children: Html,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        self.here == other.here && Rc::ptr_eq(&self.around, &other.around) && self.children == other.children
    }
}

/// The frame with a view inside.
#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let (here, summary) = (&props.here, &props.around.summary);
    html! {
        <>
            { marking(summary) }
            { header(here, &props.around.contents) }
            <main id="main" tabindex="-1">{ props.children.clone() }</main>
            { foot(here, summary) }
            { marking(summary) }
        </>
    }
}

/// What the packer has put on every sheet: how the file is to be handled, and which edition it is.
fn marking(summary: &Summary) -> Html {
    let (marking, edition) = (summary.marking.as_deref(), summary.edition.as_deref());
    if marking.is_none() && edition.is_none() {
        return html! {};
    }
    html! {
        <p class="marking">
            if let Some(marking) = marking { <strong>{ Html::from(bdi(marking)) }</strong> }
            if let Some(edition) = edition { <span>{ m::EDITION }{ " " }{ Html::from(bdi(edition)) }</span> }
        </p>
    }
}

fn header(here: &ViewContext, contents: &Contents) -> Html {
    // The skip link moves the focus itself: its address would be another view.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        dom::focus("main");
    });
    let to_figure = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        // A file without dates or names has none.
        if !dom::step(FIGURES, 1) {
            dom::focus("main");
        }
    });
    let has_figure = matches!(here.route.view, View::Overview | View::Name(_) | View::Relations);
    let has_own_box = here.route.view == View::Search;
    html! {
        <header class="top">
            <a class="skip" href={here.route.to_string()} onclick={skip}>{ m::SKIP }</a>
            if has_figure {
                <a class="skip" href={here.route.to_string()} onclick={to_figure}>{ m::SKIP_TO_FIGURE }</a>
            }
            <a class="brand" href={here.link(View::Overview)} aria-label={m::BRAND}>{ brand() }{ m::PRODUCT }</a>
            <nav aria-label={m::NAVIGATION}>
                <details class="menu small-menu">
                    <summary class="button">{ label(&here.route.view) }</summary>
                    <div class="layer">{ small_menu(here, contents) }</div>
                </details>
                <ul class="wide-menu">{ wide_menu(here, contents) }</ul>
            </nav>
            <div class="header-search">
                if !has_own_box { { search_box(here, Field::Header) } }
            </div>
            <div class="actions">
                { brief_link(here) }
                <a class="button" href={here.link(View::About)}>{ m::ABOUT }</a>
                <Settings />
            </div>
        </header>
    }
}

/// The brief with its count.
fn brief_link(here: &ViewContext) -> Html {
    let draft = &here.tray.draft;
    let items = draft.len();
    let route = Route { items: draft.linked(), ..here.route.plain(View::Brief) };
    let is_here = here.route.view == View::Brief;
    html! {
        <a
            class="button brief-link"
            href={route.to_string()}
            aria-label={m::brief_count(items)}
            aria-current={is_here.then_some("page")}
        >
            { m::BRIEF }
            if items > 0 { { " " }<span class="count">{ m::number(items) }</span> }
        </a>
    }
}

fn foot(here: &ViewContext, summary: &Summary) -> Html {
    let digest: String = here.head.sha256.chars().take(DIGEST_CHARS).collect();
    let is_named = summary.title != m::documents(summary.documents);
    html! {
        <footer class="foot">
            if is_named { <span>{ Html::from(bdi(&summary.title)) }</span> }
            <span>{ m::comma(&m::documents(summary.documents), &m::passages(summary.passages)) }</span>
            <span>{ m::edition(summary.edition.as_deref(), &digest) }</span>
            <span>{ m::OFFLINE }</span>
            <button class="plain-button" type="button" onclick={|_| dom::dialog("keys", true)}>
                <kbd aria-hidden="true">{ "?" }</kbd>{ " " }{ m::KEYS }
            </button>
            <a href={here.link(View::About)}>{ m::ABOUT }</a>
        </footer>
    }
}

/// A screen with its rows; `None`: the screen has no count.
type Entry = (&'static Screen, Option<usize>);

/// The groups: lists that have rows, and screens that are not lists.
fn groups(contents: &Contents) -> Vec<(&'static str, Vec<Entry>)> {
    let mut out: Vec<(&'static str, Vec<Entry>)> = Vec::new();
    for screen in SCREENS {
        let Menu::Group(group) = &screen.menu else { continue };
        let count = screen.count.map(|count| count(contents));
        if count == Some(0) {
            continue;
        }
        match out.last_mut() {
            Some((name, screens)) if name == group => screens.push((screen, count)),
            _ => out.push((group, vec![(screen, count)])),
        }
    }
    out
}

/// The screens at `place` of the menu that are not counted.
fn uncounted(place: &Menu) -> Vec<Entry> {
    SCREENS.iter().filter(|screen| screen.menu == *place).map(|screen| (screen, None)).collect()
}

/// True if `screen`, an item of the menu, is shown, or a part of it.
fn is_current(here: &ViewContext, screen: &Screen) -> bool {
    in_menu(&here.route.view).is_some_and(|current| current.view == screen.view)
}

fn entry(here: &ViewContext, (screen, count): &Entry) -> Html {
    html! {
        <li>
            <a href={here.link(screen.view.clone())} aria-current={is_current(here, screen).then_some("page")}>
                { screen.label }
                if let Some(count) = count { { " " }<span class="count">{ m::number(*count) }</span> }
            </a>
        </li>
    }
}

fn entries(here: &ViewContext, screens: &[Entry]) -> Html {
    screens.iter().map(|one| entry(here, one)).collect()
}

/// The screens that come first, and a menu for each group.
fn wide_menu(here: &ViewContext, contents: &Contents) -> Html {
    let group = |(name, screens): (&'static str, Vec<Entry>)| {
        let inside = screens.iter().find(|(screen, _)| is_current(here, screen)).map(|(screen, _)| screen.label);
        let called = match inside {
            // "Check a text" says already what group it is of.
            Some(label) if label.starts_with(name) => label.to_owned(),
            Some(label) => m::colon(name, label),
            None => name.to_owned(),
        };
        html! {
            <li key={name}>
                <details class="menu group" name="group" data-inside={inside.map(|_| "true")}>
                    <summary>{ called }</summary>
                    <ul class="layer">{ entries(here, &screens) }</ul>
                </details>
            </li>
        }
    };
    html! { <>{ entries(here, &uncounted(&Menu::Start)) }{ for groups(contents).into_iter().map(group) }</> }
}

/// One menu with the groups as headings.
fn small_menu(here: &ViewContext, contents: &Contents) -> Html {
    let group = |(name, screens): (&'static str, Vec<Entry>)| {
        html! { <><p>{ name }</p><ul>{ entries(here, &screens) }</ul></> }
    };
    html! {
        <>
            <ul>{ entries(here, &uncounted(&Menu::Start)) }</ul>
            { for groups(contents).into_iter().map(group) }
            <p>{ m::FILE }</p>
            <ul>{ entries(here, &uncounted(&Menu::File)) }</ul>
        </>
    }
}

/// Two sheets side by side, their overlap filled: what two sides have in common.
fn brand() -> Html {
    let sheet = |x: &'static str| {
        html! { <rect {x} y="1" width="11" height="10" fill="none" stroke="currentColor" stroke-width="1.6" /> }
    };
    html! {
        <svg viewBox="0 0 20 12" aria-hidden="true">
            { sheet("1") }
            { sheet("8") }
            <rect class="overlap" x="8" y="1" width="4" height="10" />
        </svg>
    }
}
