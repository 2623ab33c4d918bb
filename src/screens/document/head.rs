//! The head of a document: what it is, its title, its record.

use std::rc::Rc;

use entente_corpus::EntityKind;
use entente_explore::{Block, DocumentCard};
use yew::prelude::*;

use super::OpenDocument;
use super::text::{TitlePassage, showing};
use crate::components::date_label::date_label;
use crate::components::document_line;
use crate::components::highlighted_text::{Marks, bit};
use crate::components::record::{RecordOf, record};
use crate::components::shared::Shared;
use crate::components::text::printed;
use crate::context::{ViewContext, on_event};
use crate::display::DisplayAction;
use crate::messages as m;
use crate::route::View;

/// The head. The title is the passage that prints it, if one does at the head of the text.
pub(super) fn head(here: &ViewContext, open: &Shared<OpenDocument>) -> Html {
    let reading = &open.reading;
    let record_of =
        RecordOf { route: &here.route, card: &reading.card, lines: &reading.record, origin: &reading.origin };
    html! {
        <header class="head" lang={m::LANGUAGE}>
            <div class="about-document">
                { facts(&reading.card) }
                <div class="bar">
                    <a class="plain-button" href={here.link(View::Compare(reading.card.id.clone(), String::new()))}>{ m::COMPARE_WITH }</a>
                    { name_marks(here, &open.blocks) }
                    <button
                        class="button"
                        type="button"
                        aria-pressed={here.display.source.to_string()}
                        onclick={on_event(here, DisplayAction::ToggleSource)}
                    >
                        { m::SHOW_SOURCE }
                    </button>
                </div>
            </div>
            if let Some(n) = title_at(here, open) {
                <TitlePassage here={here.clone()} open={open.clone()} {n} showing={showing(here)} is_current={open.current_index() == Some(n)} />
            } else {
                <h1 class="printed">{ document_line::title(&reading.card, None) }</h1>
            }
            { record(&record_of, here.visit.record_is_open) }
        </header>
    }
}

/// The passage that is shown as the title: not in the source, and not if it is folded with the text around it.
pub(super) fn title_at(here: &ViewContext, open: &OpenDocument) -> Option<usize> {
    let is_folded =
        |at: usize| open.reading.folds.iter().any(|fold| (fold.first..fold.first + fold.count).contains(&at));
    open.reading.title_at.filter(|at| !here.display.source && !is_folded(*at))
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
        <details class="menu" data-side="end">
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
