//! Citing: the buttons that copy a passage or its address, and the dialog with all forms of a citation.

use entente_brief::Reference;
use entente_citations::Citation;
use entente_explore::{Block, DocumentCard};
use yew::prelude::*;

use super::highlighted_text::plain_text;
use super::text::text;
use crate::actions::{BriefAction, Cite, Copied, CopyText};
use crate::context::{ViewContext, on_event, use_view_context};
use crate::messages as m;
use crate::platform::{clipboard, dom};
use crate::route::View;

/// A passage as it is cited in running text: its words, the document, the place, the marking of the file.
pub(crate) fn citation_note(here: &ViewContext, card: &DocumentCard, words: &str, place: &str) -> String {
    note(card, words, place, here.marking.as_deref())
}

fn note(card: &DocumentCard, words: &str, place: &str, marking: Option<&str>) -> String {
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let mut about = String::new();
    let date = cited_date(card);
    for part in [&card.publisher, &date, &card.symbol].into_iter().flatten() {
        about.push_str(if about.is_empty() { " (" } else { ", " });
        about.push_str(part);
    }
    if !about.is_empty() {
        about.push(')');
    }
    let marking = marking.map(|marking| format!(" [{marking}]")).unwrap_or_default();
    format!("“{words}” {title}{about}, {place}.{marking}")
}

fn cited_date(card: &DocumentCard) -> Option<String> {
    let date = card.date.as_ref()?;
    let text = date.date.to_string();
    Some(if date.supplied { format!("[{text}]") } else { text })
}

/// The button that shows a passage in all forms of citation.
pub(crate) fn citation(here: &ViewContext, card: &DocumentCard, block: &Block, _address: &str) -> Html {
    let cite = Cite { document: card.id.clone(), passage: Some(block.anchor.clone()), words: None };
    html! {
        <button class="plain-button" type="button" data-does="note" onclick={on_event(here, cite)}>{ m::CITE }</button>
    }
}

/// Buttons that copy a passage with its source, and its address, and that collect it; the way to its earlier and later wordings.
pub(crate) fn copy_buttons(here: &ViewContext, card: &DocumentCard, block: &Block, address: &str) -> Html {
    let place = m::place_on(block.number(), block.pages, &block.lines);
    let title = card.title.as_ref().unwrap_or(&card.begins);
    let quote = citation_note(here, card, &plain_text(&block.cells), &place);
    let link = clipboard::address(&m::comma(title, &place), address);
    let reference = Reference::Passage(card.id.clone(), block.anchor.clone());
    let history = here.link(View::History(format!("{}:{}", card.id, block.anchor)));
    html! {
        <>
            <button class="plain-button" type="button" data-does="quote" onclick={on_event(here, CopyText(Copied::Quotation, quote))}>
                { m::COPY_QUOTE }
            </button>
            <button class="plain-button" type="button" data-does="link" onclick={on_event(here, CopyText(Copied::Link, link))}>
                { m::COPY_LINK }
            </button>
            <CollectButton {reference} />
            <a class="tool-link" href={history}>{ m::HISTORY_TOOL }</a>
        </>
    }
}

/// Properties of [`CollectButton`].
#[derive(Properties, PartialEq)]
pub(crate) struct CollectButtonProps {
    /// What is collected.
    pub(crate) reference: Reference,
}

/// The button that collects something for the brief.
#[component]
pub(crate) fn CollectButton(props: &CollectButtonProps) -> Html {
    let here = use_view_context();
    let onclick = on_event(&here, BriefAction::Collect(props.reference.clone()));
    html! { <button class="plain-button" type="button" data-does="collect" {onclick}>{ m::COLLECT }</button> }
}

/// What is cited, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cited {
    /// Everything known of it.
    pub(crate) citation: Citation,
    /// The link of the place.
    pub(crate) view: View,
}

/// Properties of [`CitationDialog`].
#[derive(Properties, PartialEq)]
pub(crate) struct CitationDialogProps {
    pub(crate) cited: Option<Cited>,
}

/// The dialog with all forms of a citation; closed until something is cited.
#[component]
pub(crate) fn CitationDialog(props: &CitationDialogProps) -> Html {
    let here = use_view_context();
    let forms = props.cited.as_ref().map(|cited| forms(&here, cited)).unwrap_or_default();
    html! {
        <dialog id="cite" aria-labelledby="cite-heading">
            <h2 id="cite-heading">{ m::CITATION }</h2>
            <dl class="cite">
                for (label, what, form) in forms {
                    <div key={label}>
                        <dt>
                            { label }
                            <button
                                class="plain-button"
                                type="button"
                                aria-label={m::copy_form(label)}
                                onclick={copy_and_close(&here, CopyText(what, form.clone()))}
                            >
                                { m::COPY }
                            </button>
                        </dt>
                        <dd class="cite-text" tabindex="0">{ text(&form) }</dd>
                    </div>
                }
            </dl>
            <button class="button" type="button" onclick={|_| dom::dialog("cite", false)}>{ m::CLOSE }</button>
        </dialog>
    }
}

/// Copies a form. While the dialog is open nothing outside of it can be chosen, and copying chooses a field.
fn copy_and_close(here: &ViewContext, text: CopyText) -> Callback<MouseEvent> {
    let dispatch = here.dispatch.clone();
    Callback::from(move |_| {
        dom::dialog("cite", false);
        dispatch.act(text.clone());
    })
}

/// The forms with their labels.
fn forms(here: &ViewContext, cited: &Cited) -> Vec<(&'static str, Copied, String)> {
    let Cited { citation, view } = cited;
    let address = here.route.plain(view.clone()).to_string();
    let without_words = Citation { quote: None, ..citation.clone() };
    let link = clipboard::address(&without_words.text(), &address);
    let mut out = vec![
        (m::CITE_NOTE, Copied::Note, citation.text()),
        (m::CITE_BIBTEX, Copied::BibTeX, citation.bibtex()),
        (m::CITE_RIS, Copied::Ris, citation.ris()),
        (m::CITE_CSL, Copied::CslJson, citation.csl_json()),
        (m::CITE_LINK, Copied::Link, link),
    ];
    out.extend(citation.annotation().map(|annotation| (m::CITE_ANNOTATION, Copied::Annotation, annotation)));
    out
}
