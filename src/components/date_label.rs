//! A date whose form says how much of it is known.

use entente_corpus::Basis;
use entente_explore::Dated;
use entente_text::PartialDate;
use entente_text::date::Point;
use yew::prelude::*;

use crate::messages as m;

/// The date, or that none is printed; with the edition of the book the document is from, where it is known.
pub(crate) fn date_label(date: Option<&Dated>, edition: Option<&str>) -> Html {
    let Some(date) = date else {
        let edition = edition.map(|edition| format!("; edition {edition}")).unwrap_or_default();
        return html! { <span class="date" data-precision="none">{ m::NO_DATE }{ edition }</span> };
    };
    let form = if date.supplied {
        "supplied"
    } else if date.basis == Basis::Inferred {
        "taken"
    } else {
        date.precision.as_str()
    };
    let text = written(date.date, form == "taken");
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

/// A date in words: "28 Jun 2016", "Aug 2014", "May–Aug 2014", "2 Aug, no year"; a year that is taken from
/// elsewhere stands in brackets.
fn written(date: PartialDate, taken: bool) -> String {
    match date {
        PartialDate::At(at @ Point { year: Some(year), .. }) if taken => {
            let year = year.to_string();
            point(at).replace(&year, &format!("[{year}]"))
        }
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
        (None, None, Some(day)) => format!("{}, no month or year", m::ordinal(day)),
        (None, None, None) => m::NO_DATE.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_date_says_how_much_of_it_is_known() {
        for (date, taken, expected) in [
            ("2016-06-28", false, "28 Jun 2016"),
            ("2016-06-29", true, "29 Jun [2016]"),
            ("2014-08", false, "Aug 2014"),
            ("2014", false, "2014"),
            ("2009/..", false, "since 2009"),
            ("2014-05/2014-08", false, "May 2014 – Aug 2014"),
            ("XXXX-08-02", false, "2 Aug, no year"),
            ("XXXX-XX-08", false, "8th, no month or year"),
        ] {
            assert_eq!(written(date.parse().expect("a date"), taken), expected);
        }
    }
}
