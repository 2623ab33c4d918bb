//! The ledger of commitments: what was undertaken and what is planned under each, empty places visible.

use crate::actions::FocusAction;
use entente_explore::tables::{Area, Commitment, Form, Ledger, Measure, Place, Source};
use yew::prelude::*;

use crate::components::date_brush::Counted;
use crate::components::list_page::{ListPage, list_filters};
use crate::components::references::{address, document_title, passage_address, place_label, place_link, quoted_words};
use crate::components::row_tools::{RowContext, source_tools};
use crate::components::shared::Shared;
use crate::components::text::{bdi_in, printed_in, small, text};
use crate::context::ViewContext;
use crate::context::{on_event, use_view_context};
use crate::messages as m;
use crate::route::{Route, View};
use crate::screens::not_found::view::NothingFound;

/// Forms whose titles the headline names.
const NAMED_FORMS: usize = 5;
/// Characters shown of an area's heading that has no number.
const MAX_HEADING_CHARS: usize = 24;

/// Filters that come first.
const FIRST_FILTERS: [&str; 5] = ["status", "topic", "country", "document", "agency"];

/// Properties of [`Commitments`].
#[derive(Properties, PartialEq)]
pub(crate) struct CommitmentsProps {
    pub(crate) ledger: Shared<Ledger>,
}

/// The ledger.
#[component]
pub(crate) fn Commitments(props: &CommitmentsProps) -> Html {
    let here = use_view_context();
    let ledger = &props.ledger;
    if ledger.of == 0 {
        return html! { <NothingFound what={m::NO_COMMITMENTS} lead={m::COMMITMENTS_LEAD} /> };
    }
    let above = html! {
        <div class="coverage-block">
            for form in &ledger.forms {
                { coverage(&here, form) }
            }
            { coverage_key() }
        </div>
    };
    html! {
        <ListPage
            heading={m::commitments_heading(ledger.blank, ledger.shown, ledger.forms.len())}
            lead={lead(&here.route, ledger)}
            count={m::shown(ledger.shown, ledger.of, m::commitments)}
            counted={Counted(m::commitments)}
            {above}
            listed={(ledger.shown, ledger.shown)}
            filters={list_filters(&here, &ledger.groups, &FIRST_FILTERS, m::show(&m::commitments(ledger.shown)))}
        >
            <div class="ledgers">
                for n in 0..drawn_forms(ledger, here.visit.drawn) {
                    <LedgerForm
                        key={ledger.forms[n].source.document.as_str()}
                        {ledger}
                        {n}
                        embedded={here.route.embed}
                        at={RowContext::from(&here)}
                    />
                }
            </div>
        </ListPage>
    }
}

/// How many forms contain the first `drawn` commitments.
fn drawn_forms(ledger: &Ledger, drawn: usize) -> usize {
    let mut before = 0;
    let is_reached = |form: &&Form| {
        let starts_at = before;
        before += form.areas.iter().map(|area| area.commitments.len()).sum::<usize>();
        starts_at < drawn
    };
    ledger.forms.iter().take_while(is_reached).count()
}

fn lead(route: &Route, ledger: &Ledger) -> Html {
    let names_forms = (1..=NAMED_FORMS).contains(&ledger.forms.len());
    html! {
        <>
            { m::commitments_lead(ledger.undertaken, ledger.planned) }
            { " " }
            { m::COMMITMENTS_CAUTION }
            if names_forms {
                { " " }
                { m::COUNTS_WHAT }
                for (n, form) in ledger.forms.iter().enumerate() {
                    { if n > 0 { "; " } else { " " } }
                    { form_link(route, &form.source) }
                }
                { m::COUNTS_WHAT_SAYS }
            }
        </>
    }
}

fn form_link(route: &Route, source: &Source) -> Html {
    let href = address(route, View::Document { id: source.document.clone(), passage: None });
    html! { <a class="printed" {href}>{ bdi_in(&source.title, source.language.as_deref()) }</a> }
}

/// Anchor of a commitment's row.
fn anchor(commitment: &Commitment) -> String {
    format!("c-{}", commitment.id)
}

/// Two marks a commitment, by area.
fn coverage(here: &ViewContext, form: &Form) -> Html {
    html! {
        <div class="coverage">
            for area in &form.areas {
                <div>
                    <h2>
                        { bdi_in(short_heading(&area.heading), form.source.language.as_deref()) }
                        { " " }
                        { small(&m::n_of(count_filled(area), area.commitments.len())) }
                    </h2>
                    <ul>
                        for commitment in &area.commitments {
                            <li>{ coverage_mark(here, area, commitment) }</li>
                        }
                    </ul>
                </div>
            }
        </div>
    }
}

fn coverage_mark(here: &ViewContext, area: &Area, commitment: &Commitment) -> Html {
    let (undertaken, planned) = (commitment.undertaken.measures().len(), commitment.planned.measures().len());
    let label = m::coverage(short_heading(&area.heading), commitment.number, undertaken, planned);
    html! {
        <button type="button" aria-label={label} onclick={on_event(here, FocusAction::Show(anchor(commitment)))}>
            <i data-filled={(undertaken > 0).then_some("undertaken")} />
            <i data-filled={(planned > 0).then_some("planned")} />
        </button>
    }
}

/// The number of an area's heading, else its first words.
fn short_heading(heading: &str) -> &str {
    let first = heading.split_whitespace().next().unwrap_or("");
    let bare = first.trim_end_matches(['.', ')', ':']);
    let is_number = first.contains(|c: char| c.is_ascii_digit()) || bare.chars().count() == 1;
    let end = heading.char_indices().nth(MAX_HEADING_CHARS).map_or(heading.len(), |(at, _)| at);
    if is_number { bare } else { &heading[..end] }
}

/// Commitments of the area under which there is something.
fn count_filled(area: &Area) -> usize {
    let is_filled = |commitment: &&Commitment| {
        !commitment.undertaken.measures().is_empty() || !commitment.planned.measures().is_empty()
    };
    area.commitments.iter().filter(is_filled).count()
}

fn coverage_key() -> Html {
    html! {
        <p class="coverage-key">
            <span><i data-filled="undertaken" />{ m::KEY_UNDERTAKEN }</span>
            <span><i data-filled="planned" />{ m::KEY_PLANNED }</span>
            <span><i />{ m::KEY_NOTHING }</span>
            <span>{ m::KEY_ORDER }</span>
        </p>
    }
}

#[derive(Properties, PartialEq)]
struct LedgerFormProps {
    ledger: Shared<Ledger>,
    /// Index of the form.
    n: usize,
    /// Links stay in a page that embeds this one.
    embedded: bool,
    at: RowContext,
}

/// One form of the ledger; it is drawn again only with another ledger.
#[component]
fn LedgerForm(props: &LedgerFormProps) -> Html {
    let route = &Route { embed: props.embedded, ..Route::default() };
    let form = &props.ledger.forms[props.n];
    let source = &form.source;
    html! {
        <section class="ledger-form">
            if props.ledger.forms.len() > 1 {
                <h2>{ document_title(route, &source.document, &source.title, source.titled) }</h2>
            }
            <table class="fact-table ledger" role="table" data-list="true" aria-label={source.title.clone()}>
                <thead role="rowgroup">
                    <tr role="row">
                        for head in [m::COMMITMENT, m::UNDERTAKEN, m::PLANNED] {
                            <th role="columnheader" scope="col">{ head }</th>
                        }
                    </tr>
                </thead>
                for area in &form.areas {
                    { ledger_area(&props.at, route, area, source.language.as_deref()) }
                }
            </table>
        </section>
    }
}

fn ledger_area(at: &RowContext, route: &Route, area: &Area, language: Option<&str>) -> Html {
    html! {
        <tbody role="rowgroup">
            <tr class="area" role="row">
                <th role="columnheader" scope="colgroup" colspan="3">
                    if area.heading.is_empty() {
                        <span>{ m::NO_AREA }</span>
                    } else {
                        { printed_in(&area.heading, language) }
                    }
                    { " " }
                    { small(&m::area_count(area.commitments.len(), count_filled(area))) }
                </th>
            </tr>
            for commitment in &area.commitments {
                { commitment_row(at, route, area, commitment) }
            }
        </tbody>
    }
}

fn commitment_row(at: &RowContext, route: &Route, area: &Area, commitment: &Commitment) -> Html {
    let number = m::ledger_number(short_heading(&area.heading), commitment.number);
    html! {
        <tr role="row" id={anchor(commitment)} key={commitment.id.as_str()} tabindex="-1">
            <th role="rowheader" scope="row" data-label={m::COMMITMENT}>
                <small class="ledger-number">{ text(&number) }</small>
                { words_and_place(route, &commitment.source) }
                { source_tools(at, &commitment.source) }
            </th>
            <td role="cell" data-label={m::UNDERTAKEN}>{ measures(route, &commitment.undertaken) }</td>
            <td role="cell" data-label={m::PLANNED}>{ measures(route, &commitment.planned) }</td>
        </tr>
    }
}

/// Words of the source and their places.
fn words_and_place(route: &Route, source: &Source) -> Html {
    html! { <span>{ quoted_words(source) }{ " " }{ place_link(route, source) }</span> }
}

/// The measures under a commitment, or why there are none.
fn measures(route: &Route, place: &Place) -> Html {
    let reason = match place {
        Place::Measures(measures) => {
            let more = measures.len().saturating_sub(1);
            return html! {
                <>
                    <ul class="measures">
                        for found in measures {
                            { measure(route, found) }
                        }
                    </ul>
                    // Where rows have one line, of the others there is their number.
                    if more > 0 {
                        <small class="further">{ m::n_more(more) }</small>
                    }
                </>
            };
        }
        Place::Nothing => Html::from(m::NOTHING_UNDER),
        Place::HeadingAbsent => Html::from(m::HEADING_ABSENT),
        Place::Dash(source) => {
            let says = m::dash(&source.quote, &place_label(source));
            html! { <a href={passage_address(route, source)}>{ text(&says) }</a> }
        }
        Place::HeadingEmpty(source) => {
            let says = m::heading_empty(&place_label(source));
            html! { <a href={passage_address(route, source)}>{ text(&says) }</a> }
        }
    };
    html! { <p class="empty-place">{ reason }</p> }
}

fn measure(route: &Route, measure: &Measure) -> Html {
    html! {
        <li>
            { words_and_place(route, &measure.source) }
            if !measure.below.is_empty() {
                <ul>
                    for source in &measure.below {
                        <li>{ words_and_place(route, source) }</li>
                    }
                </ul>
            }
        </li>
    }
}
