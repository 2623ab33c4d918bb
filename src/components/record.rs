//! What is known of a document, and the words each fact stands on.

use entente_corpus::rules;
use entente_explore::RecordLine;

use crate::element::{El, bdi, el, of, printed, small, unseen};
use crate::messages as m;

/// The record; open on the first visit, folded after.
pub(crate) fn record(lines: &[RecordLine], open: bool) -> El {
    let mut list = el("dl");
    for found in lines {
        list.push(line(found));
    }
    of("details", "record").when("open", open).child(el("summary").child(m::RECORD)).child(list)
}

fn line(line: &RecordLine) -> El {
    let mut value = el("dd")
        .child(printed(&line.value))
        .child(small(&m::known_by(line.basis, &m::rule(&[rules::METADATA], &line.rule))));
    for (quote, lines) in &line.evidence {
        value.push(of("q", "printed").child(bdi(quote)).child(small(&m::lines(&[*lines]))));
    }
    el("div")
        .attr("data-chosen", if line.chosen { "true" } else { "false" })
        .child(el("dt").child(m::word(&line.field)).child((!line.chosen).then(|| unseen(m::ANOTHER_VALUE))))
        .child(value)
}
