//! The ledger of commitments: what was undertaken and what is planned under each, empty places visible.

use std::rc::Rc;

use entente_explore::tables::{Area, Commitment, Form, Ledger, Measure, Place, Source};

use crate::actions::FocusAction;
use crate::components::cells;
use crate::components::list_page::{Ask, list_page};
use crate::components::piece::piece;
use crate::context::ViewContext;
use crate::element::{El, bdi, button, el, link, of, printed, run, small};
use crate::messages as m;
use crate::route::View;

/// Forms whose titles the headline names.
const NAMED: usize = 5;

/// The ledger.
pub(crate) fn list(here: &ViewContext, ledger: &Rc<Ledger>) -> El {
    if ledger.of == 0 {
        return crate::screens::not_found::view::nothing(here, m::NO_COMMITMENTS, m::COMMITMENTS_LEAD);
    }
    let mut coverages = of("div", "coverage-block");
    let mut forms = of("div", "ledgers");
    let mut drawn = here.visit.drawn;
    for (n, found) in ledger.forms.iter().enumerate() {
        coverages.push(coverage(here, found));
        if drawn == 0 {
            continue;
        }
        drawn = drawn.saturating_sub(found.areas.iter().map(|area| area.commitments.len()).sum());
        let (at, ledger) = (here.clone(), ledger.clone());
        let draw = move || form(&at, &ledger.forms[n], ledger.forms.len() > 1);
        forms.push(piece(&found.source.document, (here.serial, n, 0), Rc::new(draw)));
    }
    let ask = Ask {
        heading: m::commitments_heading(ledger.blank, ledger.shown, ledger.forms.len()),
        lead: lead(here, ledger),
        count: m::shown(ledger.shown, ledger.of, m::commitments),
        above: coverages.child(key()),
        listed: (ledger.shown, ledger.shown),
    };
    list_page(here, ask, &ledger.groups, forms)
}

fn lead(here: &ViewContext, ledger: &Ledger) -> El {
    let mut out =
        run().child(m::commitments_lead(ledger.undertaken, ledger.planned)).child(" ").child(m::COMMITMENTS_CAUTION);
    if (1..=NAMED).contains(&ledger.forms.len()) {
        out.push(" ");
        out.push(m::COUNTS_WHAT);
        for (n, form) in ledger.forms.iter().enumerate() {
            out.push(if n > 0 { "; " } else { " " });
            let address = here.link(View::Document { id: form.source.document.clone(), passage: None });
            out.push(link("printed", address).child(bdi(&form.source.title).attr("lang", &form.source.language)));
        }
        out.push(m::COUNTS_WHAT_SAYS);
    }
    out
}

/// Anchor of a commitment's row.
fn anchor(commitment: &Commitment) -> String {
    format!("c-{}", commitment.id)
}

/// Two marks a commitment, by area.
fn coverage(here: &ViewContext, form: &Form) -> El {
    let mut out = of("div", "coverage");
    for area in &form.areas {
        let short = short(&area.heading);
        let mut marks = el("ul");
        for commitment in &area.commitments {
            let (done, planned) = (commitment.undertaken.measures().len(), commitment.planned.measures().len());
            let filled = |what: &'static str, count: usize| el("i").attr("data-filled", (count > 0).then_some(what));
            let mark = button("", here.dispatch.clone(), FocusAction::Show(anchor(commitment)))
                .attr("aria-label", m::coverage(short, commitment.number, done, planned))
                .child(filled("undertaken", done))
                .child(filled("planned", planned));
            marks.push(el("li").child(mark));
        }
        let heading = el("h2")
            .child(bdi(short).attr("lang", &form.source.language))
            .child(" ")
            .child(small(&m::n_of(filled(area), area.commitments.len())));
        out.push(el("div").child(heading).child(marks));
    }
    out
}

/// The number of an area's heading, else its first words.
fn short(heading: &str) -> &str {
    let first = heading.split_whitespace().next().unwrap_or("");
    let bare = first.trim_end_matches(['.', ')', ':']);
    let number = first.contains(|c: char| c.is_ascii_digit()) || bare.chars().count() == 1;
    let end = heading.char_indices().nth(24).map_or(heading.len(), |(at, _)| at);
    if number { bare } else { &heading[..end] }
}

fn filled(area: &Area) -> usize {
    let something = |commitment: &&Commitment| {
        !commitment.undertaken.measures().is_empty() || !commitment.planned.measures().is_empty()
    };
    area.commitments.iter().filter(something).count()
}

fn key() -> El {
    let mark =
        |filled: Option<&str>, says: &'static str| el("span").child(el("i").attr("data-filled", filled)).child(says);
    of("p", "coverage-key")
        .child(mark(Some("undertaken"), m::KEY_UNDERTAKEN))
        .child(mark(Some("planned"), m::KEY_PLANNED))
        .child(mark(None, m::KEY_NOTHING))
        .child(el("span").child(m::KEY_ORDER))
}

fn form(here: &ViewContext, form: &Form, titled: bool) -> El {
    let source = &form.source;
    let mut heads = el("tr").attr("role", "row");
    for head in [m::COMMITMENT, m::UNDERTAKEN, m::PLANNED] {
        heads.push(el("th").attr("role", "columnheader").attr("scope", "col").child(head));
    }
    let mut table = of("table", "fact-table ledger")
        .attr("role", "table")
        .attr("aria-label", &source.title)
        .child(el("thead").attr("role", "rowgroup").child(heads));
    for found in &form.areas {
        table.push(area(here, found, source.language.as_deref()));
    }
    let title = titled.then(|| el("h2").child(cells::title(here, &source.document, &source.title, source.titled)));
    of("section", "ledger-form").child(title).child(table)
}

fn area(here: &ViewContext, area: &Area, language: Option<&str>) -> El {
    let heading = if area.heading.is_empty() {
        el("span").child(m::NO_AREA)
    } else {
        printed(&area.heading).attr("lang", language)
    };
    let head = el("th")
        .attr("role", "columnheader")
        .attr("scope", "colgroup")
        .attr("colspan", 3)
        .child(heading)
        .child(" ")
        .child(small(&m::area_count(area.commitments.len(), filled(area))));
    let mut out = el("tbody").attr("role", "rowgroup").child(of("tr", "area").attr("role", "row").child(head));
    for commitment in &area.commitments {
        out.push(row(here, short(&area.heading), commitment));
    }
    out
}

fn row(here: &ViewContext, area: &str, commitment: &Commitment) -> El {
    let number = small(&m::ledger_number(area, commitment.number)).attr("class", "ledger-number");
    let cell = |label: &'static str, inside: El| el("td").attr("role", "cell").attr("data-label", label).child(inside);
    let head = el("th")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .attr("data-label", m::COMMITMENT)
        .child(number)
        .child(words(here, &commitment.source));
    el("tr")
        .attr("role", "row")
        .id(anchor(commitment))
        .key(&commitment.id)
        .attr("tabindex", "-1")
        .child(head)
        .child(cell(m::UNDERTAKEN, place(here, &commitment.undertaken)))
        .child(cell(m::PLANNED, place(here, &commitment.planned)))
}

/// Words of the source and where they stand.
fn words(here: &ViewContext, source: &Source) -> El {
    el("span").child(cells::words(source)).child(" ").child(cells::place(here, source))
}

fn place(here: &ViewContext, place: &Place) -> El {
    let empty = |says: El| of("p", "empty-place").child(says);
    match place {
        Place::Measures(measures) => {
            let mut out = of("ul", "measures");
            for found in measures {
                out.push(measure(here, found));
            }
            out
        }
        Place::Nothing => empty(run().child(m::NOTHING_UNDER)),
        Place::Dash(source) => {
            empty(link("", cells::address(here, source)).child(m::dash(&source.quote, &cells::at(source))))
        }
        Place::HeadingEmpty(source) => {
            empty(link("", cells::address(here, source)).child(m::heading_empty(&cells::at(source))))
        }
        Place::HeadingAbsent => empty(run().child(m::HEADING_ABSENT)),
    }
}

fn measure(here: &ViewContext, measure: &Measure) -> El {
    let below = (!measure.below.is_empty()).then(|| {
        let mut list = el("ul");
        for source in &measure.below {
            list.push(el("li").child(words(here, source)));
        }
        list
    });
    el("li").child(words(here, &measure.source)).child(below)
}
