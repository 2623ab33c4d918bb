//! Pieces of facts: numbers of a series, words that differ, labelled values, a row of an engagement.

use entente_corpus::EngagementStatus;
use entente_explore::tables::{Change, EngagementRow, Numbers, Run};

use super::cells;
use super::date_label::date;
use super::table::Row;
use crate::context::ViewContext;
use crate::element::{El, bdi, el, link, of, run, tag, unseen};
use crate::messages as m;
use crate::route::View;

/// Whether it took place; what was held goes without saying, and of what is not told nothing is said.
pub(crate) fn status(status: Option<EngagementStatus>) -> El {
    match status {
        None | Some(EngagementStatus::Held) => run(),
        Some(other) => tag(&m::word(other.as_str())),
    }
}

/// The numbers of a series: held filled, announced hollow, those not in this file dashed.
pub(crate) fn numbers(here: &ViewContext, numbers: &[Numbers]) -> El {
    if numbers.is_empty() {
        return of("span", "missing").child(m::NONE_PRINTED);
    }
    let mut out = of("span", "numbers");
    for number in numbers {
        out.push(match number {
            Numbers::Told(n, id, status) => {
                let held = *status == Some(EngagementStatus::Held);
                let label = status.map(|status| m::comma(&n.to_string(), &m::word(status.as_str())));
                link("number", here.link(View::Engagement(id.clone())))
                    .attr("data-state", if held { "held" } else { "announced" })
                    .attr("aria-label", &label)
                    .child(n.to_string())
            }
            Numbers::Missing(first, last) => of("span", "number")
                .attr("data-state", "missing")
                .child(m::run(*first, *last))
                .child(unseen(m::NOT_HERE_ASIDE)),
        });
    }
    out
}

/// Words of one side of a comparison.
pub(crate) fn runs(runs: &[Run], left: bool) -> El {
    let mut out = run();
    for (n, piece) in runs.iter().enumerate() {
        out.push((n > 0).then_some(" "));
        let words = match piece.change {
            Change::Same => run(),
            Change::Formatting => of("span", "reformatted"),
            Change::Only if left => el("del"),
            Change::Only => el("ins"),
        };
        out.push(words.child(&piece.text));
    }
    out
}

/// Words that only one side has: at most `most` runs of each.
pub(crate) fn differing(left: &[String], right: &[String], most: usize) -> El {
    let mut out = of("span", "printed differing");
    for words in left.iter().take(most) {
        out.push(el("del").child(m::cut(words)));
        out.push(" ");
    }
    for words in right.iter().take(most) {
        out.push(el("ins").child(m::cut(words)));
        out.push(" ");
    }
    out
}

/// Heads of a table of engagements.
pub(crate) const ENGAGEMENT_HEADS: &[&str] = &[m::DATE, m::ENGAGEMENT, m::WITH, m::KIND, m::NUMBER, m::SOURCE];

/// A row of it.
pub(crate) fn engagement(here: &ViewContext, row: &EngagementRow) -> Row {
    let called = run()
        .child(
            link("title", here.link(View::Engagement(row.id.clone())))
                .child(bdi(&row.name).attr("lang", &row.source.language)),
        )
        .child(" ")
        .child(status(row.status))
        .child(cells::quote(&row.source));
    let number = row.ordinal.map(|n| numbers(here, &[Numbers::Told(n, row.id.clone(), row.status)]));
    Row {
        id: format!("e-{}", row.id),
        cells: vec![
            date(row.date.as_ref(), row.bound.as_ref(), row.edition.as_ref()),
            called,
            cells::parties(here, &row.participants),
            run().child(m::word(row.kind.as_str())),
            number.unwrap_or_default(),
            cells::source(here, &row.source),
        ],
    }
}

/// Another engagement in a line.
pub(crate) fn engagement_line(here: &ViewContext, row: &EngagementRow) -> El {
    run()
        .child(date(row.date.as_ref(), row.bound.as_ref(), row.edition.as_ref()))
        .child(" ")
        .child(
            link("printed", here.link(View::Engagement(row.id.clone())))
                .child(bdi(&row.name).attr("lang", &row.source.language)),
        )
        .child(" ")
        .child(status(row.status))
}

/// A list of labelled values.
pub(crate) fn facts_list(class: &'static str, values: Vec<(&'static str, Option<El>)>) -> El {
    let mut out = of("dl", class);
    for (label, value) in values {
        if let Some(value) = value {
            out.push(el("div").child(el("dt").child(label)).child(el("dd").child(value)));
        }
    }
    out
}
