//! The text of a document: its passages, rows of one table together, what is folded in one line each.

use std::ops::Range;
use std::rc::Rc;

use entente_explore::tables::PairRow;
use entente_explore::{Block, Fold};
use yew::prelude::*;

use super::OpenDocument;
use super::head::title_at;
use crate::actions::{Copied, CopyText, RouteAction};
use crate::components::citation::{citation, citation_note, copy_buttons};
use crate::components::highlighted_text::highlighted_text;
use crate::components::margin::{full_margin, margin_line};
use crate::components::passage::{MAX_ROWS, Showing, passage, passage_table, titled_passage};
use crate::components::references::{address, passage_id};
use crate::components::shared::Shared;
use crate::components::text::{bdi, printed_in};
use crate::context::{ViewContext, on_event};
use crate::messages as m;
use crate::platform::dom;
use crate::route::View;
use crate::visit::{FIRST_PIECES, SelectedWords};

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
    let at = open.current_index().unwrap_or(0).saturating_sub(DRAWN_BEFORE);
    at - at % DRAWN_BEFORE
}

/// How passages are shown now.
pub(super) fn showing(here: &ViewContext) -> Showing {
    Showing { names: here.display.highlights, source: here.display.source, links: !here.head.options.no_links }
}

/// The address of a passage of the document, or of the document, under the same words, filters and list.
pub(super) fn document_address(here: &ViewContext, document: &str, passage: Option<&str>) -> String {
    let view = View::Document { id: document.to_owned(), passage: passage.map(str::to_owned) };
    here.route.to(view).to_string()
}

/// The passages that are drawn by now.
pub(super) fn passages(here: &ViewContext, open: &Shared<OpenDocument>) -> Html {
    let (current, first) = (open.current_index(), first_drawn(open));
    let drawn = first + here.visit.drawn;
    let drawn = drawn.max(current.map_or(FIRST_PIECES, |at| at + DRAWN_AFTER)).min(open.blocks.len());
    let mut parts = Vec::new();
    if let Some(before) = first.checked_sub(1).and_then(|before| open.blocks.get(before)) {
        let href = document_address(here, &open.reading.card.id, Some(&before.anchor));
        parts.push(html! { <p key="before"><a {href}>{ m::passages_before(first) }</a></p> });
    }
    let title = title_at(here, open);
    let mut page = first.checked_sub(1).and_then(|before| last_page(&open.blocks[before]));
    let mut next = first;
    while next < drawn {
        let fold = if here.display.source { None } else { fold_at(&open.reading.folds, next) };
        if let Some(fold) = fold {
            let end = (fold.first + fold.count).min(drawn);
            parts.push(folded(here, open, fold, next..end));
            next = end;
            continue;
        }
        if title != Some(next) {
            parts.extend(page_break(page, &open.blocks[next]));
            page = last_page(&open.blocks[next]).or(page);
        }
        let end = folds_after(&open.reading.folds, next).unwrap_or(drawn).min(drawn);
        let (part, drawn_now) = part(here, open, next..end, title);
        parts.push(part);
        next += drawn_now;
    }
    let (dispatch, route, id) = (here.dispatch.clone(), here.route.clone(), open.reading.card.id.clone());
    // A passage that is clicked is the one that the reader is at, with its tools.
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(passage) = dom::clicked_passage(&event) {
            let view = View::Document { id: id.clone(), passage: Some(passage) };
            dispatch.act(RouteAction::Step(route.to(view)));
        }
    });
    // The title is the heading of the screen: without this one, a text that begins with a heading of the second level skips one.
    html! {
        <>
            <h2 class="unseen-text">{ m::TEXT_OF_DOCUMENT }</h2>
            <div class="text" data-source={here.display.source.to_string()} {onclick}>{ parts }</div>
        </>
    }
}

/// One passage, or the rows of one table, at the start of `range`; and how many passages these are.
fn part(here: &ViewContext, open: &Shared<OpenDocument>, range: Range<usize>, title: Option<usize>) -> (Html, usize) {
    let showing = showing(here);
    let n = range.start;
    let key = open.blocks[n].anchor.as_str();
    if title == Some(n) {
        return (Html::default(), 1);
    }
    let rows = if showing.source { 0 } else { table_rows(&open.blocks[range]) };
    if rows > 0 {
        let range = n..n + rows;
        return (html! { <PassageTable {key} {open} {range} {showing} /> }, rows);
    }
    let is_current = open.current_index() == Some(n);
    (html! { <PassageAt {key} here={here.clone()} {open} {n} {showing} {is_current} /> }, 1)
}

/// The fold that passage `at` is in.
fn fold_at(folds: &[Fold], at: usize) -> Option<&Fold> {
    let found = folds.partition_point(|fold| fold.first + fold.count <= at);
    folds.get(found).filter(|fold| fold.first <= at)
}

/// Where the next fold after passage `at` begins.
fn folds_after(folds: &[Fold], at: usize) -> Option<usize> {
    folds.get(folds.partition_point(|fold| fold.first <= at)).map(|fold| fold.first)
}

/// The line of a fold, with its passages. It is open if the passage in view or a hit is in it.
fn folded(here: &ViewContext, open: &Shared<OpenDocument>, fold: &Fold, range: Range<usize>) -> Html {
    let whole = fold.first..fold.first + fold.count;
    let is_open =
        open.current_index().is_some_and(|at| whole.contains(&at)) || open.walk.hits_within(whole.start, whole.end) > 0;
    let mut parts = Vec::new();
    let mut next = range.start;
    while next < range.end {
        let (part, drawn) = part(here, open, next..range.end, None);
        parts.push(part);
        next += drawn;
    }
    let place = fold_place(&open.blocks[whole]);
    html! {
        <details class="folded" key={format!("fold-{}", fold.first)} open={is_open}>
            <summary>
                <span lang={m::LANGUAGE}>{ m::folded_lines(fold.kind, fold.lines) }</span>
                <span class="printed">{ bdi(&fold.begins) }</span>
                <span class="fold-tool" lang={m::LANGUAGE}>
                    <span class="show">{ m::comma(m::SHOW_FOLDED, &place) }</span>
                    <span class="hide">{ m::HIDE_FOLDED }</span>
                </span>
            </summary>
            { parts }
        </details>
    }
}

/// The place of some passages, from the first to the last: "l. 5–25", "p. 1–2".
fn fold_place(blocks: &[Rc<Block>]) -> String {
    let lines = || blocks.iter().flat_map(|block| &block.lines);
    let first = lines().map(|lines| lines.0).min().unwrap_or(0);
    let last = lines().map(|lines| lines.1).max().unwrap_or(first);
    let pages = || blocks.iter().filter_map(|block| block.pages);
    let on = pages().map(|pages| pages.0).min().zip(pages().map(|pages| pages.1).max());
    m::place_on(None, on, &[(first, last)])
}

fn last_page(block: &Block) -> Option<u32> {
    block.pages.map(|pages| pages.1)
}

/// A line where another page begins after page `before`; nothing on the first page, and in formats without pages.
fn page_break(before: Option<u32>, block: &Block) -> Option<Html> {
    let page = block.pages?.0;
    (before? < page).then(|| {
        html! { <p class="page-break" key={format!("page-{page}")} lang={m::LANGUAGE}>{ m::page(page) }</p> }
    })
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
pub(super) struct PassageAtProps {
    pub(super) here: ViewContext,
    pub(super) open: Shared<OpenDocument>,
    pub(super) n: usize,
    pub(super) showing: Showing,
    pub(super) is_current: bool,
}

impl PartialEq for PassageAtProps {
    /// The passage in view is drawn again with every act, because the notes beside it may change. Another passage is drawn again
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

/// One passage with the notes beside it.
#[component]
fn PassageAt(props: &PassageAtProps) -> Html {
    let PassageAtProps { here, open, is_current, showing, .. } = props;
    let block = &open.blocks[props.n];
    let href = document_address(here, &open.reading.card.id, Some(&block.anchor));
    let tools = is_current.then(|| tools(here, open, block));
    passage(block, *is_current, href.clone(), *showing, tools, side(props, href))
}

/// The notes beside a passage: all of them for the passage in view, a line for the others.
fn side(props: &PassageAtProps, href: String) -> Html {
    let PassageAtProps { here, open, is_current, .. } = props;
    match (&open.margin, open.lines.get(&open.blocks[props.n].anchor)) {
        (Some(margin), _) if *is_current => full_margin(&here.route, margin),
        (_, Some(line)) => margin_line(href, line),
        (_, None) => Html::default(),
    }
}

/// The passage that prints the title, as the title of the page.
#[component]
pub(super) fn TitlePassage(props: &PassageAtProps) -> Html {
    let PassageAtProps { here, open, is_current, showing, .. } = props;
    let block = &open.blocks[props.n];
    let href = document_address(here, &open.reading.card.id, Some(&block.anchor));
    let tools = is_current.then(|| tools(here, open, block));
    let words = block.cells.iter().map(|cell| highlighted_text(cell, showing.names, showing.links)).collect();
    let language = block.language.clone().or_else(|| open.reading.card.language.clone());
    titled_passage(block, *is_current, language, words, (href.clone(), tools, side(props, href)))
}

/// What a reader can do with the passage in view.
fn tools(here: &ViewContext, open: &OpenDocument, block: &Block) -> Html {
    let card = &open.reading.card;
    // What is copied is the passage, not the list that it was found in.
    let href = &here.link(View::Document { id: card.id.clone(), passage: Some(block.anchor.clone()) });
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
pub(super) fn selected_words(here: &ViewContext, open: &OpenDocument) -> Html {
    let Some(SelectedWords { passage: anchor, words }) = &here.visit.selected else { return Html::default() };
    let Some(block) = open.blocks.iter().find(|block| block.anchor == *anchor) else { return Html::default() };
    let card = &open.reading.card;
    let note = citation_note(here, card, words, &m::place_on(block.number(), block.pages, &block.lines));
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
