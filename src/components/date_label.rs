//! A date whose form says how much of it is known.

use entente_corpus::Basis;
use entente_explore::Dated;

use crate::element::{El, of, unseen};
use crate::messages as m;

/// The date, or that none is printed; with the edition of the book the document is from, where it is known.
pub(crate) fn date_label(date: Option<&Dated>, edition: Option<&str>) -> El {
    let Some(date) = date else {
        return of("span", "date").attr("data-precision", "none").child(m::no_date(edition));
    };
    let form = if date.supplied {
        "supplied"
    } else if date.basis == Basis::Inferred {
        "taken"
    } else {
        date.precision.as_str()
    };
    of("time", "date")
        .attr("data-precision", form)
        .attr("datetime", date.date.to_string())
        .child(m::date(date.date, form))
        .child(unseen(m::date_reading(form)))
}

/// A date; where none is printed, what the text allows, marked as concluded.
pub(crate) fn date(date: Option<&Dated>, bound: Option<&Dated>, edition: Option<&String>) -> El {
    let bound = bound.map(|bound| {
        of("span", "bound").attr("title", m::BOUND).child("[").child(date_label(Some(bound), None)).child("]")
    });
    crate::element::run().child(date_label(date, edition.map(String::as_str))).child(bound)
}
