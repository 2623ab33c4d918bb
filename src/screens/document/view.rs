//! A document to be read: outline, text with what the rest of the file says of it, record.

use std::rc::Rc;

use entente_corpus::EntityKind;
use entente_explore::{Block, Reading};
use yew::virtual_dom::ListenerKind;

use crate::actions::{CopyText, FocusAction};
use crate::components::block::{self, Showing};
use crate::components::cite::{cite, note};
use crate::components::date_label::date_label;
use crate::components::document_line;
use crate::components::fragments::{Marks, bit, plain};
use crate::components::margin;
use crate::components::piece::piece;
use crate::components::record::record;
use crate::context::ViewContext;
use crate::display::DisplayAction;
use crate::element::{El, bdi, button, el, link, of, printed, run, unseen};
use crate::messages as m;
use crate::platform::{clipboard, dom};
use crate::route::View;
use crate::screens::document::OpenDocument as Opened;
use crate::visit::FIRST;

/// Passages that are drawn at once behind the one that a link names.
const BEHIND: usize = 60;
/// A text of more passages is not drawn whole, but from some before the one that a link names.
pub(crate) const WHOLE: usize = 5_000;
/// How many those are at least, and how far apart beginnings are: steps from passage to passage leave them where they are.
const BEFORE: usize = 200;

/// Index of the first passage that is drawn of `open`.
pub(crate) fn first_drawn(open: &Opened) -> usize {
    if open.blocks.len() <= WHOLE {
        return 0;
    }
    let at = current(open).unwrap_or(0).saturating_sub(BEFORE);
    at - at % BEFORE
}

/// Index of the passage in view.
fn current(open: &Opened) -> Option<usize> {
    let anchor = open.reading.current.as_ref()?;
    open.blocks.iter().position(|block| block.anchor == *anchor)
}

/// The view.
pub(crate) fn view(here: &ViewContext, open: Option<&Rc<Opened>>) -> El {
    let Some(open) = open else {
        return crate::screens::not_found::view::missing(here, m::UNKNOWN_DOCUMENT);
    };
    let reading = &open.reading;
    let card = &reading.card;
    let facts = of("p", "facts")
        .child(date_label(card.date.as_ref(), card.edition.as_deref()))
        .child((card.kind.as_str() != "other").then(|| el("span").child(m::kind(card.kind.as_str()))))
        .child(card.publisher.as_ref().map(|publisher| printed(publisher)))
        .child(card.translation.as_ref().map(|translation| printed(translation)))
        .child(el("span").child(m::words(card.words)))
        .child(el("span").child(m::passages(card.passages)));
    let source = button("button", here.dispatch.clone(), DisplayAction::ToggleSource)
        .attr("aria-pressed", if here.display.source { "true" } else { "false" })
        .child(m::SHOW_SOURCE);
    let bar = of("div", "bar")
        .child(name_marks(here, &open.blocks))
        .child(source)
        .child((!here.route.query.text.is_empty()).then(|| matches(here, reading)));
    let head = of("header", "head")
        .attr("lang", m::LANGUAGE)
        .child(of("h1", "printed").child(document_line::title(card, None)))
        .child(facts)
        .child(bar);
    let notice = reading.notice.as_ref();
    let notice = notice.map(|notice| of("p", "notice").attr("role", "status").attr("lang", m::LANGUAGE).child(notice));
    let neighbours = of("nav", "neighbours")
        .attr("aria-label", m::NEIGHBOURS)
        .child(neighbour(here, reading.previous.as_ref(), m::PREVIOUS, "previous-document"))
        .child(neighbour(here, reading.next.as_ref(), m::NEXT, "next-document"));
    let foot = el("footer")
        .attr("lang", m::LANGUAGE)
        .child(record(&reading.record, here.visit.record_is_open))
        .child(neighbours);
    let article = el("article")
        .attr("lang", &card.language)
        .child(head)
        .child(notice)
        .child(text(here, open))
        .child(selected(here, open))
        .child(foot);
    let rail = of("aside", "outline-rail").attr("aria-label", m::OUTLINE).child(outline(here, open));
    of("div", "page reader").child(rail).child(article)
}

/// A switch for each kind of name that the document has.
fn name_marks(here: &ViewContext, blocks: &[Rc<Block>]) -> El {
    let mut found: Marks = 0;
    for fragment in blocks.iter().flat_map(|block| &block.cells).flatten() {
        found |= fragment.name.as_ref().map_or(0, |(kind, _)| bit(kind));
    }
    if found == 0 {
        return run();
    }
    let mut layer = of("div", "layer").attr("role", "group").attr("aria-label", m::NAME_MARKS);
    for kind in EntityKind::ALL {
        let own = bit(kind.as_str());
        if found & own == 0 {
            continue;
        }
        let tick = el("input").attr("type", "checkbox").checked(here.display.highlights & own != 0).act(
            ListenerKind::onchange,
            here.dispatch.clone(),
            DisplayAction::SetHighlights(here.display.highlights ^ own),
        );
        let name = of("span", "name").attr("data-kind", kind.as_str()).child(m::name_kinds(kind.as_str()));
        layer.push(of("label", "check").child(tick).child(name));
    }
    of("details", "menu").child(of("summary", "button").child(m::NAME_MARKS)).child(layer)
}

/// The passages; rows of one table together.
fn text(here: &ViewContext, open: &Rc<Opened>) -> El {
    let showing =
        Showing { names: here.display.highlights, source: here.display.source, links: !here.head.options.no_links };
    let (at, first) = (current(open), first_drawn(open));
    let drawn = (first + here.visit.drawn).max(at.map_or(FIRST, |at| at + BEHIND)).min(open.blocks.len());
    let flags = showing.names << 2 | u32::from(showing.source) << 1;
    let mut out = of("div", "text").attr("data-source", if showing.source { "true" } else { "false" });
    if let Some(before) = first.checked_sub(1).and_then(|before| open.blocks.get(before)) {
        let view = View::Document { id: open.reading.card.id.clone(), passage: Some(before.anchor.clone()) };
        out.push(el("p").key("before").child(link("", here.asked(view)).child(m::passages_before(first))));
    }
    let mut next = first;
    while next < drawn {
        let block = &open.blocks[next];
        let rows = open.blocks[next..]
            .iter()
            .take_while(|row| block.table.is_some() && row.table == block.table)
            .take(block::MAX_ROWS)
            .count();
        if rows > 0 && !showing.source {
            let (open, first, serial) = (open.clone(), next, open.serial);
            let draw = move || block::table(&open.blocks[first..first + rows], showing);
            out.push(piece(&block.anchor, (serial, rows, flags), Rc::new(draw)));
            next += rows;
            continue;
        }
        let current = at == Some(next);
        // What stands beside the passage in view is another with every link.
        let serial = if current { here.serial } else { open.serial };
        let (from, of, n) = (here.clone(), open.clone(), next);
        let draw = move || passage(&from, &of, n, current, showing);
        out.push(piece(&block.anchor, (serial, next, flags | u32::from(current)), Rc::new(draw)));
        next += 1;
    }
    out
}

fn passage(here: &ViewContext, open: &Opened, n: usize, current: bool, showing: Showing) -> El {
    let block = &open.blocks[n];
    let view = View::Document { id: open.reading.card.id.clone(), passage: Some(block.anchor.clone()) };
    let address = here.asked(view);
    let side = match (&open.margin, open.lines.get(&block.anchor)) {
        (Some(margin), _) if current => margin::full(here, margin),
        (_, Some(line)) => margin::line(address.clone(), line),
        _ => run(),
    };
    let tools = current.then(|| tools(here, open, block, &address));
    block::passage(block, current, address, showing, tools, side)
}

/// What a reader can do with the passage in view.
fn tools(here: &ViewContext, open: &Opened, block: &Block, address: &str) -> El {
    let card = &open.reading.card;
    let place = m::place(block.number(), &block.lines);
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let link_text = clipboard::address(&m::comma(title, &place), address);
    let marking = here.marking.as_deref();
    let quote = note(card, &plain(&block.cells), &place, marking);
    let pair = open.margin.as_ref().and_then(|margin| margin.restated.first());
    let compare = pair.map(|pair| {
        use crate::components::cells::public;
        let address = here.link(View::Compare(public(&pair.one), public(&pair.other)));
        link("plain-button", address).child(m::COMPARE)
    });
    run()
        .child(cite(here, card, block, address))
        .child(
            button("plain-button", here.dispatch.clone(), CopyText(quote))
                .attr("data-does", "quote")
                .child(m::COPY_QUOTE),
        )
        .child(
            button("plain-button", here.dispatch.clone(), CopyText(link_text))
                .attr("data-does", "link")
                .child(m::COPY_LINK),
        )
        .child(compare)
}

/// Words that are selected, ready to be copied with their source.
fn selected(here: &ViewContext, open: &Opened) -> El {
    let Some((anchor, words)) = &here.visit.selected else { return run() };
    let Some(block) = open.blocks.iter().find(|block| block.anchor == *anchor) else { return run() };
    let card = &open.reading.card;
    let place = m::place(block.number(), &block.lines);
    let marking = here.marking.as_deref();
    let view = View::Document { id: card.id.clone(), passage: Some(anchor.clone()) };
    of("div", "selected")
        .attr("lang", m::LANGUAGE)
        .attr("role", "group")
        .attr("aria-label", m::SELECTED)
        .child(bdi(&m::cut(words)).attr("class", "printed").attr("lang", &card.language))
        .child(
            button("button", here.dispatch.clone(), CopyText(note(card, words, &place, marking)))
                .attr("data-does", "selection")
                .child(m::COPY_SELECTED),
        )
        .child(link("plain-button", here.asked(view)).child(m::TO_PASSAGE))
}

fn outline(here: &ViewContext, open: &Opened) -> El {
    let reading = &open.reading;
    if reading.outline.is_empty() {
        return run();
    }
    // The section in view is the last heading at or before the passage in view, and those above it.
    let position = |anchor: &str| open.blocks.iter().position(|block| block.anchor == anchor);
    let at = reading.current.as_deref().and_then(position);
    let heads: Vec<Option<usize>> = reading.outline.iter().map(|entry| position(&entry.passage)).collect();
    let inside = at.and_then(|at| heads.iter().rposition(|head| head.is_some_and(|head| head <= at)));
    let mut list = el("ol");
    for (n, entry) in reading.outline.iter().enumerate() {
        let view = View::Document { id: reading.card.id.clone(), passage: Some(entry.passage.clone()) };
        let hits =
            (entry.hits > 0).then(|| of("span", "count").child(m::number(entry.hits)).child(unseen(m::MATCHES_ASIDE)));
        let one = el("a")
            .attr("href", here.asked(view))
            .attr("aria-current", (inside == Some(n)).then_some("location"))
            .child(bdi(&entry.heading))
            .child(hits);
        list.push(el("li").key(&entry.passage).attr("data-level", usize::from(entry.level.min(5))).child(one));
    }
    of("details", "outline")
        .when("open", dom::is_wide())
        .child(el("summary").child(m::OUTLINE))
        .child(el("nav").attr("aria-label", m::OUTLINE).child(list.attr("lang", &reading.card.language)))
}

/// How often the words are found, and the way from one to the next.
fn matches(here: &ViewContext, reading: &Reading) -> El {
    let without = here.route.with(here.route.query.with_text("")).to_string();
    let said = el("span")
        .attr("role", "status")
        .child(m::matches_of(reading.hits))
        .child(bdi(&m::quoted(&here.route.query.text)));
    let step = |by: i32, label: &'static str| {
        button("button", here.dispatch.clone(), FocusAction::Step(".passage[data-hits]", by)).child(label)
    };
    let steps = (reading.hits > 0).then(|| run().child(step(-1, m::PREVIOUS_MATCH)).child(step(1, m::NEXT_MATCH)));
    of("span", "matches").child(said).child(steps).child(link("", without).child(m::CLEAR))
}

fn neighbour(here: &ViewContext, document: Option<&(String, String)>, label: &'static str, id: &'static str) -> El {
    let Some((to, title)) = document else { return run() };
    let address = here.asked(View::Document { id: to.clone(), passage: None });
    link("", address).id(id).child(el("small").child(label)).child(printed(title))
}
