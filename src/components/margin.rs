//! The reader's margin: a line beside each passage, everything beside the one in view.
//!
//! Order of the parts: source notes, said twice, same names and topic, engagements, ledger, statements, short forms,
//! names.

use entente_explore::tables::{Margin, MarginLine, PairRow};

use super::{cells, date_label, facts};
use crate::context::ViewContext;
use crate::element::{El, el, link, of, printed, run};
use crate::messages as m;
use crate::route::View;

/// The line beside a passage: a link that brings the passage into view.
pub(crate) fn line(address: String, line: &MarginLine) -> El {
    let class = if line.notes.is_empty() { "sum" } else { "sum flag" };
    of("div", "side").attr("lang", m::LANGUAGE).child(link(class, address).child(m::margin_line(line)))
}

/// Everything there is to say of the passage in view.
pub(crate) fn full(here: &ViewContext, margin: &Margin) -> El {
    of("div", "side")
        .attr("data-full", "true")
        .attr("lang", m::LANGUAGE)
        .attr("role", "group")
        .attr("aria-label", m::MARGIN)
        .child(parts(here, margin))
}

/// The parts alone.
pub(crate) fn parts(here: &ViewContext, margin: &Margin) -> El {
    let mut out = run();
    let mut notes = run();
    for (kind, detail) in &margin.notes {
        let flag = of("span", "flag").child(m::note_kind(kind.as_str()));
        notes.push(el("p").child(flag).child(": ").child(detail));
    }
    out.push(part("", notes));
    for pair in &margin.restated {
        out.push(twice(here, pair));
    }
    let mut related = run();
    for (source, when) in &margin.related {
        let date = when.as_ref().map(|when| run().child(date_label::date_label(Some(when), None)).child(" "));
        related.push(el("p").child(date).child(cells::source(here, source)));
    }
    out.push(part(&m::same_names(&margin.shared), related));
    let mut engagements = run();
    for row in &margin.engagements {
        engagements.push(el("p").child(facts::engagement_line(here, row)));
    }
    out.push(part(m::ENGAGEMENTS_HERE, engagements));
    let mut ledger = run();
    if let Some((done, planned)) = margin.ledger {
        let address = here.link(View::Commitments);
        ledger.push(el("p").child(link("", address).child(m::ledger(done, planned))));
    }
    out.push(part(m::IN_LEDGER, ledger));
    let mut under = run();
    for source in &margin.under {
        under.push(el("p").child(cells::place(here, source)).child(" ").child(cells::words(source)));
    }
    out.push(part(m::MEASURE_UNDER, under));
    let mut statements = run();
    for (id, modality, verb) in &margin.statements {
        let address = here.link(View::Statement(id.clone()));
        let verb = verb.as_ref().map(|verb| run().child(": ").child(of("i", "printed").child(verb)));
        statements.push(el("p").child(link("", address).child(m::word(modality.as_str()))).child(verb));
    }
    out.push(part(m::STATEMENTS_HERE, statements));
    let mut short = run();
    for found in &margin.short {
        let words = found.expansion.as_deref().unwrap_or_default();
        short.push(el("p").child(printed(&found.acronym)).child(": ").child(printed(words)));
    }
    out.push(part(m::SHORT_HERE, short));
    let names = (!margin.names.is_empty()).then(|| el("p").child(cells::names(here, &margin.names)));
    out.child(part(m::NAMES_HERE, names.unwrap_or_default()))
}

/// A part with its label; nothing where it is empty.
fn part(label: &str, rows: El) -> El {
    if rows.is_empty() {
        return run();
    }
    el("div").child((!label.is_empty()).then(|| of("p", "label").child(label))).child(rows)
}

/// Where the same is said, and the words that differ.
fn twice(here: &ViewContext, pair: &PairRow) -> El {
    let label = if pair.difference.is_some() { m::SAID_TWICE } else { m::SAID_TWICE_SAME };
    let (left, right) = &pair.only;
    let compare = here.link(View::Compare(cells::public(&pair.one), cells::public(&pair.other)));
    let rows = run()
        .child(el("p").child(facts::differing(left, right, 3)))
        .child(el("p").child(cells::source(here, &pair.other)).child(" ").child(link("", compare).child(m::COMPARE)));
    part(label, rows)
}
