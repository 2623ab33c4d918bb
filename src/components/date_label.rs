//! A date whose form says how much of it is known.

use entente_corpus::Basis;
use entente_explore::Dated;
use yew::prelude::*;

use super::text::{text, unseen};
use crate::messages as m;

/// The date. Without one, the label says that none is printed, and names the `edition` of the book that the document is from.
pub(crate) fn date_label(date: Option<&Dated>, edition: Option<&str>) -> Html {
    let Some(date) = date else {
        return html! { <span class="date" data-precision="none">{ text(&m::no_date(edition)) }</span> };
    };
    let form = form(date);
    html! {
        <time class="date" data-precision={form} datetime={date.date.to_string()}>
            { m::date(date.date, form) }
            { unseen(m::date_reading(form)) }
        </time>
    }
}

/// How much of a date is known, as the style sheet calls it.
fn form(date: &Dated) -> &'static str {
    if date.supplied {
        "supplied"
    } else if date.basis == Basis::Inferred {
        "taken"
    } else {
        date.precision.as_str()
    }
}

/// The date in words alone.
pub(crate) fn date_words(date: Option<&Dated>) -> String {
    date.map_or_else(|| m::no_date(None), |date| m::date(date.date, form(date)))
}

/// The date of the document of a fact that has none itself, in words that say so; `edition` of the book that it is from.
pub(crate) fn document_date(date: &Dated, edition: Option<&str>) -> Html {
    let words = m::dated_by_document(&m::date(date.date, date.precision.as_str()));
    let title = m::no_date(edition);
    html! { <span class="document-date" {title}>{ text(&words) }</span> }
}

/// The date, followed by the `bound` that the text allows for it, in brackets because it is concluded.
pub(crate) fn date_or_bound(date: Option<&Dated>, bound: Option<&Dated>, edition: Option<&str>) -> Html {
    html! {
        <>
            { date_label(date, edition) }
            if bound.is_some() {
                <span class="bound" title={m::BOUND}>{ "[" }{ date_label(bound, None) }{ "]" }</span>
            }
        </>
    }
}
