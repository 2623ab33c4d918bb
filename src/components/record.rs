//! What is known of a document, and the words each fact stands on.

use entente_explore::RecordLine;
use yew::prelude::*;

use crate::messages as m;

/// The record, folded.
pub(crate) fn record(lines: &[RecordLine]) -> Html {
    html! {
        <details class="record">
            <summary>{ m::RECORD }</summary>
            <dl>{ for lines.iter().map(line) }</dl>
        </details>
    }
}

fn line(line: &RecordLine) -> Html {
    let label = line.field.replace('-', " ");
    html! {
        <div data-chosen={line.chosen.to_string()}>
            <dt>{ label }if !line.chosen { <span class="unseen-text">{ ", another value" }</span> }</dt>
            <dd>
                <bdi class="printed">{ &line.value }</bdi>
                <small>{ format!("{}, {}", line.basis, line.rule.replace('-', " ")) }</small>
                { for line.evidence.iter().map(|(quote, lines)| html! { <q class="printed"><bdi>{ quote }</bdi><small>{ m::lines(&[*lines]) }</small></q> }) }
            </dd>
        </div>
    }
}
