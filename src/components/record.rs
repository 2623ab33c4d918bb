//! What is known of a document, and the words each fact stands on.

use entente_corpus::rules;
use entente_explore::RecordLine;
use yew::prelude::*;

use super::text::{bdi, printed, small, unseen};
use crate::messages as m;

/// The record; open on the first visit, folded after.
pub(crate) fn record(lines: &[RecordLine], open: bool) -> Html {
    html! {
        <details class="record" {open}>
            <summary>{ m::RECORD }</summary>
            <dl>
                for line in lines {
                    { record_line(line) }
                }
            </dl>
        </details>
    }
}

fn record_line(line: &RecordLine) -> Html {
    html! {
        <div data-chosen={line.chosen.to_string()}>
            <dt>
                { m::word(line.field.as_str()) }
                if !line.chosen {
                    { unseen(m::ANOTHER_VALUE) }
                }
            </dt>
            <dd>
                { printed(&line.value) }
                { small(&m::known_by(line.basis, &m::rule(&[rules::METADATA], &line.rule))) }
                for (quote, lines) in &line.evidence {
                    <q class="printed">{ bdi(quote) }{ small(&m::lines(&[*lines])) }</q>
                }
            </dd>
        </div>
    }
}
