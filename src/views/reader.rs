//! A document to be read: outline, text, record.

use std::collections::BTreeMap;
use std::rc::Rc;

use entente_corpus::EntityKind;
use entente_explore::tables::{Margin, MarginLine};
use entente_explore::{Block, OutlineEntry, Query, Reading};
use yew::prelude::*;

use super::ViewProps;
use crate::components::block::{PassageView, Showing, TableView};
use crate::components::cite::cite;
use crate::components::date_label::date_label;
use crate::components::document_line;
use crate::components::fragments::{Marks, bit};
use crate::components::margin;
use crate::components::record::record;
use crate::messages as m;
use crate::platform::{clipboard, dom};
use crate::route::{Route, View};

#[derive(Properties, PartialEq)]
pub(crate) struct ReaderProps {
    pub(crate) view: ViewProps,
    pub(crate) id: AttrValue,
    pub(crate) passage: Option<AttrValue>,
}

#[component]
pub(crate) fn Reader(props: &ReaderProps) -> Html {
    let ViewProps { holdings, route, .. } = &props.view;
    let marks = use_state(|| Marks::MAX);
    let source = use_state(|| false);
    let copied = use_state(|| None::<String>);
    let passage = props.passage.clone();
    let words = route.query.text.clone();
    let reading = use_memo((holdings.clone(), props.id.clone(), passage, words), |(holdings, id, passage, words)| {
        let reading = holdings.reading(id, passage.as_deref(), &Query::default().with_text(words))?;
        let blocks: Vec<Rc<Block>> = reading.blocks.iter().cloned().map(Rc::new).collect();
        Some((reading, blocks))
    });
    let lines = use_memo((holdings.clone(), props.id.clone()), |(holdings, id)| holdings.margin_lines(id));
    let current = reading.as_ref().as_ref().and_then(|(reading, _)| reading.current.clone());
    let margin = use_memo((holdings.clone(), props.id.clone(), current), |(holdings, id, current)| {
        holdings.margin(id, current.as_deref()?)
    });
    let Some((reading, blocks)) = reading.as_ref() else {
        return super::not_found::document(route);
    };
    let showing = Showing { names: *marks, source: *source, links: !holdings.head.options.no_links };
    let copy = {
        let copied = copied.clone();
        Callback::from(move |text: String| copied.set(Some(if clipboard::copy(&text) { String::new() } else { text })))
    };
    let aside = Aside { lines: lines.clone(), margin: margin.clone() };
    let switch = |state: &UseStateHandle<bool>, label: &'static str| {
        let on = **state;
        let state = state.clone();
        html! { <button type="button" class="button" aria-pressed={on.to_string()} onclick={move |_: MouseEvent| state.set(!on)}>{ label }</button> }
    };
    html! {
        <div class="page reader">
            <aside class="outline-rail">{ outline(route, reading) }</aside>
            <article lang={reading.card.language.clone()}>
                <header class="head" lang="en">
                    <h1 class="printed">{ document_line::title(&reading.card, None) }</h1>
                    <p class="facts">
                        { date_label(reading.card.date.as_ref(), reading.card.edition.as_deref()) }
                        if reading.card.kind.as_str() != "other" { <span>{ m::kind(reading.card.kind.as_str()) }</span> }
                        if let Some(publisher) = &reading.card.publisher { <bdi class="printed">{ publisher }</bdi> }
                        if let Some(translation) = &reading.card.translation { <bdi class="printed">{ translation }</bdi> }
                        <span>{ m::words(reading.card.words) }</span>
                        <span>{ m::passages(reading.card.passages) }</span>
                    </p>
                    <div class="bar">
                        { name_marks(blocks, &marks) }
                        { switch(&source, m::SHOW_SOURCE) }
                        if !route.query.text.is_empty() { { matches(route, reading) } }
                    </div>
                    { copy_notice(copied.as_ref()) }
                </header>
                if let Some(notice) = &reading.notice { <p class="notice" role="status" lang="en">{ notice }</p> }
                <div class="text" data-source={source.to_string()}>{ text(route, reading, blocks, showing, &copy, &aside) }</div>
                <footer lang="en">
                    { record(&reading.record) }
                    <nav class="neighbours" aria-label="Neighbouring documents">
                        { neighbour(route, reading.previous.as_ref(), m::PREVIOUS, "previous-document") }
                        { neighbour(route, reading.next.as_ref(), m::NEXT, "next-document") }
                    </nav>
                </footer>
            </article>
        </div>
    }
}

/// A switch for each kind of name that the document has.
fn name_marks(blocks: &[Rc<Block>], marks: &UseStateHandle<Marks>) -> Html {
    let mut found: Marks = 0;
    for fragment in blocks.iter().flat_map(|block| &block.cells).flatten() {
        found |= fragment.name.as_ref().map_or(0, |(kind, _)| bit(kind));
    }
    if found == 0 {
        return Html::default();
    }
    let kind = |kind: &EntityKind| {
        let own = bit(kind.as_str());
        let next = **marks ^ own;
        let marks = marks.clone();
        let checked = *marks & own != 0;
        let onchange = Callback::from(move |_: Event| marks.set(next));
        (found & own != 0).then(|| {
            html! { <label class="check"><input type="checkbox" {checked} {onchange} /><span class="name" data-kind={kind.as_str()}>{ m::name_kinds(kind.as_str()) }</span></label> }
        })
    };
    html! {
        <details class="menu">
            <summary class="button">{ m::NAME_MARKS }</summary>
            <div class="layer" role="group" aria-label={m::NAME_MARKS}>{ for EntityKind::ALL.iter().filter_map(kind) }</div>
        </details>
    }
}

/// What stands beside the text.
struct Aside {
    /// A line for each passage of which there is something to say.
    lines: Rc<BTreeMap<String, MarginLine>>,
    /// Everything about the passage in view.
    margin: Rc<Option<Margin>>,
}

/// What a reader can do with the passage in view.
fn tools(reading: &Reading, block: &Block, link: &str, copy: &Callback<String>) -> Html {
    let address = clipboard::address(&citation(reading), link);
    let quote: String = block.cells.iter().flatten().map(|fragment| fragment.text.as_str()).collect();
    let quoted = format!("“{quote}” ({})", citation(reading));
    html! {
        <>
            <button type="button" class="plain-button" onclick={copy.reform(move |_: MouseEvent| address.clone())}>{ m::COPY_LINK }</button>
            <button type="button" class="plain-button" onclick={copy.reform(move |_: MouseEvent| quoted.clone())}>{ m::COPY_QUOTE }</button>
            { cite(&reading.card, block, link, copy) }
        </>
    }
}

/// The passages; rows of one table together.
fn text(
    route: &Route,
    reading: &Reading,
    blocks: &[Rc<Block>],
    showing: Showing,
    copy: &Callback<String>,
    aside: &Aside,
) -> Html {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(block) = blocks.get(at) {
        let rows = blocks[at..].iter().take_while(|next| block.table.is_some() && next.table == block.table).count();
        if rows > 0 && !showing.source {
            out.push(
                html! { <TableView key={block.anchor.clone()} rows={blocks[at..at + rows].to_vec()} {showing} /> },
            );
            at += rows;
            continue;
        }
        let current = reading.current.as_deref() == Some(block.anchor.as_str());
        let link =
            route.to(View::Document { id: reading.card.id.clone(), passage: Some(block.anchor.clone()) }).to_string();
        let side = match (&*aside.margin, aside.lines.get(&block.anchor)) {
            (Some(margin), _) if current => margin::full(route, margin),
            (_, Some(line)) => margin::line(link.clone(), line),
            _ => Html::default(),
        };
        let tools = if current { tools(reading, block, &link, copy) } else { Html::default() };
        out.push(html! { <PassageView key={block.anchor.clone()} block={block.clone()} {current} {link} {showing} {tools} {side} /> });
        at += 1;
    }
    out.into_iter().collect()
}

fn outline(route: &Route, reading: &Reading) -> Html {
    if reading.outline.is_empty() {
        return Html::default();
    }
    let entry = |entry: &OutlineEntry| {
        let link =
            route.to(View::Document { id: reading.card.id.clone(), passage: Some(entry.passage.clone()) }).to_string();
        let here = reading.current.as_deref() == Some(entry.passage.as_str());
        html! {
            <li key={entry.passage.clone()} data-level={entry.level.min(5).to_string()}>
                <a href={link} aria-current={here.then_some("location")}><bdi>{ &entry.heading }</bdi>
                    if entry.hits > 0 { <span class="count">{ m::number(entry.hits) }<span class="unseen-text">{ " matches" }</span></span> }
                </a>
            </li>
        }
    };
    html! {
        <details class="outline" open={dom::is_wide()}>
            <summary>{ m::OUTLINE }</summary>
            <nav aria-label={m::OUTLINE}><ol>{ for reading.outline.iter().map(entry) }</ol></nav>
        </details>
    }
}

/// How often the words are found, and the way from one to the next.
fn matches(route: &Route, reading: &Reading) -> Html {
    let without = route.with(route.query.with_text("")).to_string();
    let step = |by: i32| move |_: MouseEvent| dom::step(".passage[data-hits]", by);
    html! {
        <span class="matches">
            <span role="status">{ format!("{} of ", m::matches(reading.hits)) }<bdi>{ format!("“{}”", route.query.text) }</bdi></span>
            if reading.hits > 0 {
                <button type="button" class="button" onclick={step(-1)}>{ m::PREVIOUS_MATCH }</button>
                <button type="button" class="button" onclick={step(1)}>{ m::NEXT_MATCH }</button>
            }
            <a href={without}>{ "Clear" }</a>
        </span>
    }
}

fn copy_notice(copied: Option<&String>) -> Html {
    match copied {
        None => Html::default(),
        Some(address) if address.is_empty() => html! { <p role="status">{ m::COPIED }</p> },
        Some(address) => html! {
            <p role="status"><label>{ m::COPY_BY_HAND }{ " " }<input class="copy-field" readonly=true value={address.clone()} /></label></p>
        },
    }
}

fn neighbour(route: &Route, document: Option<&(String, String)>, label: &'static str, id: &'static str) -> Html {
    let Some((to, title)) = document else { return Html::default() };
    let link = route.to(View::Document { id: to.clone(), passage: None }).to_string();
    html! { <a {id} href={link}><small>{ label }</small><bdi class="printed">{ title }</bdi></a> }
}

fn citation(reading: &Reading) -> String {
    let title = reading.card.title.clone().unwrap_or_else(|| reading.card.begins.clone());
    let place =
        reading.current.as_ref().and_then(|current| reading.blocks.iter().find(|block| block.anchor == *current));
    match place {
        Some(block) => format!("{title}, {}", m::lines(&block.lines)),
        None => title,
    }
}
