//! A document to be read: outline, text with what the rest of the file says of it, record.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use crate::actions::{Copied, CopyText, FocusAction};
use crate::display::DisplayAction;
use entente_corpus::EntityKind;
use entente_explore::tables::PairRow;
use entente_explore::{Block, DocumentCard, Reading};
use yew::prelude::*;

use crate::components::citation::{citation, citation_note, copy_buttons};
use crate::components::date_label::date_label;
use crate::components::document_line;
use crate::components::highlighted_text::{Marks, bit};
use crate::components::margin::{full_margin, margin_line};
use crate::components::passage::{MAX_ROWS, Showing, passage, passage_table};
use crate::components::record::record;
use crate::components::references::{address, passage_id};
use crate::components::shared::Shared;
use crate::components::text::{bdi, printed, printed_in, text, unseen};
use crate::context::ViewContext;
use crate::context::{on_event, use_view_context};
use crate::messages as m;
use crate::platform::dom;
use crate::route::View;
use crate::screens::document::OpenDocument;
use crate::screens::not_found::view::NothingFound;
use crate::visit::FIRST_PIECES;

/// Passages that are drawn at once after the one that a link names.
const DRAWN_AFTER: usize = 60;
/// A longer text is not drawn whole, but from some passages before the one that a link names.
pub(crate) const WHOLE: usize = 5_000;
/// At least this many passages are drawn before it. The first one is a multiple of this number, so that a step to the next passage
/// mostly leaves it where it is.
const DRAWN_BEFORE: usize = 200;

/// Index of the first passage that is drawn of `open`.
pub(crate) fn first_drawn(open: &OpenDocument) -> usize {
    if open.blocks.len() <= WHOLE {
        return 0;
    }
    let at = current_index(open).unwrap_or(0).saturating_sub(DRAWN_BEFORE);
    at - at % DRAWN_BEFORE
}

/// Index of the passage in view.
fn current_index(open: &OpenDocument) -> Option<usize> {
    let anchor = open.reading.current.as_ref()?;
    open.blocks.iter().position(|block| block.anchor == *anchor)
}

/// The address of a passage of the document, or of the document, under the same words and filters.
fn document_address(here: &ViewContext, document: &str, passage: Option<&str>) -> String {
    let view = View::Document { id: document.to_owned(), passage: passage.map(str::to_owned) };
    here.route.to(view).to_string()
}

/// Properties of [`Reader`].
#[derive(Properties, PartialEq)]
pub(crate) struct ReaderProps {
    pub(crate) open: Option<Shared<OpenDocument>>,
}

/// The view.
#[component]
pub(crate) fn Reader(props: &ReaderProps) -> Html {
    let here = use_view_context();
    let Some(open) = &props.open else {
        return html! { <NothingFound what={m::UNKNOWN_DOCUMENT} /> };
    };
    let reading = &open.reading;
    html! {
        <div class="page reader">
            <aside class="outline-rail" aria-label={m::OUTLINE}>{ outline(&here, open) }</aside>
            <article lang={reading.card.language.clone()}>
                { head(&here, open) }
                if let Some(notice) = &reading.notice {
                    <p class="notice" role="status" lang={m::LANGUAGE}>{ text(notice) }</p>
                }
                { passages(&here, open) }
                { selected_words(&here, open) }
                <footer lang={m::LANGUAGE}>
                    { record(&reading.record, here.visit.record_is_open) }
                    <nav class="neighbours" aria-label={m::NEIGHBOURS}>
                        { neighbour(&here, reading.previous.as_ref(), m::PREVIOUS, "previous-document") }
                        { neighbour(&here, reading.next.as_ref(), m::NEXT, "next-document") }
                    </nav>
                </footer>
            </article>
        </div>
    }
}

fn head(here: &ViewContext, open: &OpenDocument) -> Html {
    let card = &open.reading.card;
    html! {
        <header class="head" lang={m::LANGUAGE}>
            <h1 class="printed">{ document_line::title(card, None) }</h1>
            { facts(card) }
            <div class="bar">
                { name_marks(here, &open.blocks) }
                <button
                    class="button"
                    type="button"
                    aria-pressed={here.display.source.to_string()}
                    onclick={on_event(here, DisplayAction::ToggleSource)}
                >
                    { m::SHOW_SOURCE }
                </button>
                if !here.route.query.text.is_empty() {
                    { matches(here, &open.reading) }
                }
            </div>
        </header>
    }
}

fn facts(card: &DocumentCard) -> Html {
    html! {
        <p class="facts">
            { date_label(card.date.as_ref(), card.edition.as_deref()) }
            { document_line::kind(card) }
            if let Some(publisher) = &card.publisher {
                { printed(publisher) }
            }
            if let Some(translation) = &card.translation {
                { printed(translation) }
            }
            <span>{ m::words(card.words) }</span>
            <span>{ m::passages(card.passages) }</span>
        </p>
    }
}

/// A switch for each kind of name that the document has; nothing if it has none.
fn name_marks(here: &ViewContext, blocks: &[Rc<Block>]) -> Html {
    let mut found: Marks = 0;
    for fragment in blocks.iter().flat_map(|block| &block.cells).flatten() {
        if let Some((kind, _)) = &fragment.name {
            found |= bit(*kind);
        }
    }
    if found == 0 {
        return Html::default();
    }
    html! {
        <details class="menu">
            <summary class="button">{ m::NAME_MARKS }</summary>
            <div class="layer" role="group" aria-label={m::NAME_MARKS}>
                for kind in EntityKind::ALL.iter().filter(|kind| found & bit(**kind) != 0) {
                    <label class="check">
                        <input
                            type="checkbox"
                            checked={here.display.highlights & bit(*kind) != 0}
                            onchange={on_event(here, DisplayAction::SetHighlights(here.display.highlights ^ bit(*kind)))}
                        />
                        <span class="name" data-kind={kind.as_str()}>{ m::name_kinds(kind.as_str()) }</span>
                    </label>
                }
            </div>
        </details>
    }
}

/// The passages that are drawn by now; rows of one table together.
fn passages(here: &ViewContext, open: &Shared<OpenDocument>) -> Html {
    let showing =
        Showing { names: here.display.highlights, source: here.display.source, links: !here.head.options.no_links };
    let (current, first) = (current_index(open), first_drawn(open));
    let drawn = first + here.visit.drawn;
    let drawn = drawn.max(current.map_or(FIRST_PIECES, |at| at + DRAWN_AFTER)).min(open.blocks.len());
    let mut parts = Vec::new();
    if let Some(before) = first.checked_sub(1).and_then(|before| open.blocks.get(before)) {
        let href = document_address(here, &open.reading.card.id, Some(&before.anchor));
        parts.push(html! { <p key="before"><a {href}>{ m::passages_before(first) }</a></p> });
    }
    let mut next = first;
    while next < drawn {
        let key = open.blocks[next].anchor.as_str();
        let rows = if showing.source { 0 } else { table_rows(&open.blocks[next..]) };
        if rows > 0 {
            let range = next..next + rows;
            parts.push(html! { <PassageTable {key} {open} {range} {showing} /> });
            next += rows;
        } else {
            let is_current = current == Some(next);
            let here = here.clone();
            parts.push(html! { <PassageAt {key} {here} {open} n={next} {showing} {is_current} /> });
            next += 1;
        }
    }
    html! { <div class="text" data-source={showing.source.to_string()}>{ parts }</div> }
}

/// How many of the first blocks are rows of one table that are drawn together.
fn table_rows(blocks: &[Rc<Block>]) -> usize {
    let table = blocks[0].table;
    if table.is_none() {
        return 0;
    }
    blocks.iter().take(MAX_ROWS).take_while(|block| block.table == table).count()
}

/// True for the same passages: another passage in view makes another `Opened` of them.
fn has_same_passages(open: &OpenDocument, other: &OpenDocument) -> bool {
    open.serial == other.serial
}

#[derive(Properties)]
struct PassageTableProps {
    open: Shared<OpenDocument>,
    range: Range<usize>,
    showing: Showing,
}

impl PartialEq for PassageTableProps {
    fn eq(&self, other: &Self) -> bool {
        has_same_passages(&self.open, &other.open) && self.range == other.range && self.showing == other.showing
    }
}

/// Rows of one table.
#[component]
fn PassageTable(props: &PassageTableProps) -> Html {
    passage_table(&props.open.blocks[props.range.clone()], props.showing)
}

#[derive(Properties)]
struct PassageAtProps {
    here: ViewContext,
    open: Shared<OpenDocument>,
    n: usize,
    showing: Showing,
    is_current: bool,
}

impl PartialEq for PassageAtProps {
    /// The passage in view is drawn again with every act, because what stands beside it may change. Another passage is drawn again
    /// only if `showing` changes.
    fn eq(&self, other: &Self) -> bool {
        let is_unchanged = !self.is_current || (self.open == other.open && self.here == other.here);
        is_unchanged
            && self.is_current == other.is_current
            && has_same_passages(&self.open, &other.open)
            && self.n == other.n
            && self.showing == other.showing
    }
}

/// One passage with what stands beside it.
#[component]
fn PassageAt(props: &PassageAtProps) -> Html {
    let PassageAtProps { here, open, is_current, showing, .. } = props;
    let block = &open.blocks[props.n];
    let href = document_address(here, &open.reading.card.id, Some(&block.anchor));
    let side = match (&open.margin, open.lines.get(&block.anchor)) {
        (Some(margin), _) if *is_current => full_margin(&here.route, margin),
        (_, Some(line)) => margin_line(href.clone(), line),
        (_, None) => Html::default(),
    };
    let tools = if *is_current { Some(tools(here, open, block, &href)) } else { None };
    passage(block, *is_current, href, *showing, tools, side)
}

/// What a reader can do with the passage in view.
fn tools(here: &ViewContext, open: &OpenDocument, block: &Block, href: &str) -> Html {
    let card = &open.reading.card;
    let pair = open.margin.as_ref().and_then(|margin| margin.restated.first());
    html! {
        <>
            { citation(here, card, block, href) }
            { copy_buttons(here, card, block, href) }
            if let Some(pair) = pair {
                <a class="plain-button" href={compare_address(here, pair)}>{ m::COMPARE }</a>
            }
        </>
    }
}

fn compare_address(here: &ViewContext, pair: &PairRow) -> String {
    address(&here.route, View::Compare(passage_id(&pair.one), passage_id(&pair.other)))
}

/// Words that are selected, ready to be copied with their source; nothing if none are.
fn selected_words(here: &ViewContext, open: &OpenDocument) -> Html {
    let Some((anchor, words)) = &here.visit.selected else { return Html::default() };
    let Some(block) = open.blocks.iter().find(|block| block.anchor == *anchor) else { return Html::default() };
    let card = &open.reading.card;
    let note = citation_note(here, card, words, &m::place(block.number(), &block.lines));
    html! {
        <div class="selected" lang={m::LANGUAGE} role="group" aria-label={m::SELECTED}>
            { printed_in(&m::cut(words), card.language.as_deref()) }
            <button class="button" type="button" data-does="selection" onclick={on_event(here, CopyText(Copied::Quotation, note))}>
                { m::COPY_SELECTED }
            </button>
            <a class="plain-button" href={document_address(here, &card.id, Some(anchor))}>{ m::TO_PASSAGE }</a>
        </div>
    }
}

/// The headings of the document, the section in view marked; nothing if there are none.
fn outline(here: &ViewContext, open: &OpenDocument) -> Html {
    let reading = &open.reading;
    if reading.outline.is_empty() {
        return Html::default();
    }
    let inside = section_in_view(open);
    html! {
        <details class="outline" open={dom::is_wide()}>
            <summary>{ m::OUTLINE }</summary>
            <nav aria-label={m::OUTLINE}>
                <ol lang={reading.card.language.clone()}>
                    for (n, entry) in reading.outline.iter().enumerate() {
                        <li key={entry.passage.as_str()} data-level={entry.level.min(5).to_string()}>
                            <a
                                href={document_address(here, &reading.card.id, Some(&entry.passage))}
                                aria-current={(inside == Some(n)).then_some("location")}
                            >
                                { bdi(&entry.heading) }
                                if entry.hits > 0 {
                                    <span class="count">{ m::number(entry.hits) }{ unseen(m::MATCHES_ASIDE) }</span>
                                }
                            </a>
                        </li>
                    }
                </ol>
            </nav>
        </details>
    }
}

/// Index in the outline of the section in view: the last heading at or before the passage in view.
fn section_in_view(open: &OpenDocument) -> Option<usize> {
    let at = current_index(open)?;
    let up_to_view: BTreeSet<&str> = open.blocks[..=at].iter().map(|block| block.anchor.as_str()).collect();
    open.reading.outline.iter().rposition(|entry| up_to_view.contains(entry.passage.as_str()))
}

/// How often the words are found, and the way from one to the next.
fn matches(here: &ViewContext, reading: &Reading) -> Html {
    let without = here.route.with(here.route.query.with_text("")).to_string();
    let step = |by: i32, label: &'static str| {
        let onclick = on_event(here, FocusAction::Step(".passage[data-hits]", by));
        html! { <button class="button" type="button" {onclick}>{ label }</button> }
    };
    html! {
        <span class="matches">
            <span role="status">{ m::matches_of(reading.hits) }{ bdi(&m::quoted(&here.route.query.text)) }</span>
            if reading.hits > 0 {
                { step(-1, m::PREVIOUS_MATCH) }
                { step(1, m::NEXT_MATCH) }
            }
            <a href={without}>{ m::CLEAR }</a>
        </span>
    }
}

/// The way to the document before or after; nothing at the ends.
fn neighbour(here: &ViewContext, document: Option<&(String, String)>, label: &'static str, id: &'static str) -> Html {
    let Some((document, title)) = document else { return Html::default() };
    html! {
        <a {id} href={document_address(here, document, None)}><small>{ label }</small>{ printed(title) }</a>
    }
}
