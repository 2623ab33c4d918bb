//! The ledger of commitments: what was undertaken and what is planned under each, empty places visible.

use entente_explore::tables::{Area, Commitment, Form, Ledger, Measure, Place, Source};
use yew::prelude::*;

use crate::components::cells;
use crate::components::list_page::{Ask, Place as Here, list_page};
use crate::messages as m;
use crate::platform::dom;
use crate::route::{Route, View};

/// The ledger.
pub(crate) fn list(place: &Here, ledger: &Ledger) -> Html {
    let route = &place.route;
    if ledger.of == 0 {
        return super::not_found::nothing(route, m::NO_COMMITMENTS, m::COMMITMENTS_LEAD);
    }
    let ask = Ask {
        heading: m::commitments_heading(ledger.blank, ledger.shown, ledger.forms.len()),
        lead: lead(route, ledger),
        table: "statements",
        count: m::shown(ledger.shown, ledger.of, m::commitments),
        above: html! { <div class="coverage-block">{ for ledger.forms.iter().map(coverage) }{ key() }</div> },
    };
    let forms = ledger.forms.iter().map(|found| form(route, found, ledger.forms.len() > 1));
    list_page(place, ask, &ledger.groups, &ledger.exported, html! { <div class="ledgers">{ for forms }</div> })
}

fn lead(route: &Route, ledger: &Ledger) -> Html {
    let titles = ledger.forms.iter().enumerate().map(|(n, form)| {
        let link = route.plain(View::Document { id: form.source.document.clone(), passage: None }).to_string();
        html! { <>if n > 0 { { "; " } }<a class="printed" href={link}><bdi>{ &form.source.title }</bdi></a></> }
    });
    html! {
        <>
            { m::commitments_lead(ledger.undertaken, ledger.planned) }{ " " }
            { m::COMMITMENTS_CAUTION }
            if ledger.forms.len() <= 5 { { " " }{ m::COUNTS_WHAT }{ " " }{ for titles } }
        </>
    }
}

/// Anchor of a commitment's row.
fn anchor(commitment: &Commitment) -> String {
    format!("c-{}", commitment.id)
}

/// Two marks a commitment, by area.
fn coverage(form: &Form) -> Html {
    let area = |area: &Area| {
        let (short, with) = (short(&area.heading), filled(area));
        let mark = |commitment: &Commitment| {
            let (done, planned) = (commitment.undertaken.measures().len(), commitment.planned.measures().len());
            let to = anchor(commitment);
            let onclick = Callback::from(move |_: MouseEvent| {
                dom::show(&to);
                dom::focus(&to);
            });
            html! {
                <li><button type="button" {onclick} aria-label={m::coverage(short, commitment.number, done, planned)}>
                    <i data-filled={(done > 0).then_some("undertaken")}></i><i data-filled={(planned > 0).then_some("planned")}></i>
                </button></li>
            }
        };
        html! {
            <div><h2><bdi>{ short }</bdi>{ " " }<small>{ format!("{with} of {}", area.commitments.len()) }</small></h2><ul>{ for area.commitments.iter().map(mark) }</ul></div>
        }
    };
    html! { <div class="coverage">{ for form.areas.iter().map(area) }</div> }
}

/// The number of an area's heading, else its first words.
fn short(heading: &str) -> &str {
    let first = heading.split_whitespace().next().unwrap_or("");
    let number =
        first.chars().any(|c| c.is_ascii_digit()) || first.trim_end_matches(['.', ')', ':']).chars().count() == 1;
    if number { first.trim_end_matches(['.', ')', ':']) } else { heading.get(..24).unwrap_or(heading) }
}

fn filled(area: &Area) -> usize {
    let something = |commitment: &&Commitment| {
        !commitment.undertaken.measures().is_empty() || !commitment.planned.measures().is_empty()
    };
    area.commitments.iter().filter(something).count()
}

fn key() -> Html {
    html! {
        <p class="coverage-key">
            <span><i data-filled="undertaken"></i>{ m::KEY_UNDERTAKEN }</span>
            <span><i data-filled="planned"></i>{ m::KEY_PLANNED }</span>
            <span><i></i>{ m::KEY_NOTHING }</span>
            <span>{ m::KEY_ORDER }</span>
        </p>
    }
}

fn form(route: &Route, form: &Form, titled: bool) -> Html {
    html! {
        <section class="ledger-form" key={form.source.document.clone()}>
            if titled { <h2>{ cells::title(route, &form.source.document, &form.source.title, form.source.titled) }</h2> }
            <table role="table" class="fact-table ledger" aria-label={form.source.title.clone()}>
                <thead role="rowgroup"><tr role="row">
                    <th role="columnheader" scope="col">{ m::COMMITMENT }</th>
                    <th role="columnheader" scope="col">{ m::UNDERTAKEN }</th>
                    <th role="columnheader" scope="col">{ m::PLANNED }</th>
                </tr></thead>
                { for form.areas.iter().enumerate().map(|(n, found)| area(route, n, found)) }
            </table>
        </section>
    }
}

fn area(route: &Route, n: usize, area: &Area) -> Html {
    let heading = if area.heading.is_empty() { m::NO_AREA } else { &area.heading };
    html! {
        <tbody role="rowgroup" key={n}>
            <tr role="row" class="area"><th role="columnheader" scope="colgroup"><bdi class="printed">{ heading }</bdi>{ " " }<small>{ m::area_count(area.commitments.len(), filled(area)) }</small></th></tr>
            { for area.commitments.iter().map(|found| row(route, short(&area.heading), found)) }
        </tbody>
    }
}

fn row(route: &Route, area: &str, commitment: &Commitment) -> Html {
    let number = if area.is_empty() { commitment.number.to_string() } else { format!("{area}, {}", commitment.number) };
    html! {
        <tr role="row" id={anchor(commitment)} key={commitment.id.clone()} tabindex="-1">
            <th role="rowheader" scope="row" data-label={m::COMMITMENT}><small class="ledger-number">{ number }</small>{ words(route, &commitment.source) }</th>
            <td role="cell" data-label={m::UNDERTAKEN}>{ place(route, &commitment.undertaken) }</td>
            <td role="cell" data-label={m::PLANNED}>{ place(route, &commitment.planned) }</td>
        </tr>
    }
}

/// Words of the source and where they stand.
fn words(route: &Route, source: &Source) -> Html {
    html! { <span><bdi class="printed" lang={source.language.clone()}>{ &source.quote }</bdi>{ " " }{ cells::place(route, source) }</span> }
}

fn place(route: &Route, place: &Place) -> Html {
    let at = |source: &Source| m::place(source.number.as_deref(), &[source.lines]);
    let empty = |says: String, source: Option<&Source>| {
        let says = match source {
            Some(source) => html! { <a href={cells::address(route, source)}>{ says }</a> },
            None => html! { { says } },
        };
        html! { <p class="empty-place">{ says }</p> }
    };
    match place {
        Place::Measures(measures) => {
            html! { <ul class="measures">{ for measures.iter().map(|found| measure(route, found)) }</ul> }
        }
        Place::Nothing => empty(m::NOTHING_UNDER.to_owned(), None),
        Place::Dash(source) => empty(m::dash(&source.quote, &at(source)), Some(source)),
        Place::HeadingEmpty(source) => empty(m::heading_empty(&at(source)), Some(source)),
        Place::HeadingAbsent => empty(m::HEADING_ABSENT.to_owned(), None),
    }
}

fn measure(route: &Route, measure: &Measure) -> Html {
    html! {
        <li>
            { words(route, &measure.source) }
            if !measure.below.is_empty() { <ul>{ for measure.below.iter().map(|below| html! { <li>{ words(route, below) }</li> }) }</ul> }
        </li>
    }
}
