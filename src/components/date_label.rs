//! A date whose form says how much of it is known.

use entente_corpus::Basis;
use entente_explore::Dated;
use entente_text::PartialDate;
use entente_text::date::Point;
use yew::prelude::*;

use crate::messages as m;

#[derive(Properties, PartialEq)]
pub(crate) struct DateLabelProps {
    /// The date, or none.
    pub(crate) date: Option<Dated>,
    /// Edition of the book the document is from, said where no date is printed.
    #[prop_or_default]
    pub(crate) edition: Option<String>,
}

#[component]
pub(crate) fn DateLabel(props: &DateLabelProps) -> Html {
    let Some(date) = &props.date else {
        let edition = props.edition.as_ref().map(|edition| format!("; edition {edition}")).unwrap_or_default();
        return html! { <span class="date" data-precision="none">{ m::NO_DATE }{ edition }</span> };
    };
    let form = if date.supplied {
        "supplied"
    } else if date.basis == Basis::Inferred {
        "taken"
    } else {
        date.precision.as_str()
    };
    let text = written(date.date);
    let text = if date.supplied { format!("[{text}]") } else { text };
    let reading = match form {
        "month" => " (day not stated)",
        "year" => " (year only)",
        "taken" => " (year inferred)",
        "open" => " (not stated in full)",
        "supplied" => " (supplied by the packer)",
        _ => "",
    };
    html! {
        <time class="date" data-precision={form} datetime={date.date.to_string()}>
            { text }<span class="unseen-text">{ reading }</span>
        </time>
    }
}

/// A date in words: "28 Jun 2016", "Aug 2014", "May–Aug 2014", "2 Aug, no year".
fn written(date: PartialDate) -> String {
    match date {
        PartialDate::At(at) => point(at),
        PartialDate::Between(from, to) => format!("{} – {}", point(from), point(to)),
        PartialDate::Since(from) => format!("since {}", point(from)),
        PartialDate::Until(to) => format!("until {}", point(to)),
    }
}

fn point(at: Point) -> String {
    let month = at.month.map(m::month);
    match (at.year, month, at.day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        (Some(year), ..) => year.to_string(),
        (None, Some(month), Some(day)) => format!("{day} {month}, no year"),
        (None, Some(month), None) => format!("{month}, no year"),
        (None, None, Some(day)) => format!("day {day}, no month or year"),
        (None, None, None) => m::NO_DATE.to_owned(),
    }
}
