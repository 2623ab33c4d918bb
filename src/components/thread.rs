//! A thread: engagements of the same names and topic in the order of their dates, and where the trail stops.

use entente_brief::Reference;
use entente_explore::tables::{EngagementRow, Thread};
use yew::prelude::*;

use crate::components::citation::CollectButton;
use crate::components::engagement::{engagement_line, is_dated};
use crate::components::references::{address, source_link};
use crate::components::section::Section;
use crate::components::text::{small, text};
use crate::messages as m;
use crate::route::{Route, View};

/// Steps shown of a thread.
const SHOWN_STEPS: usize = 4;

/// The threads under their heading; empty without any.
pub(crate) fn threads(route: &Route, threads: &[Thread]) -> Html {
    if threads.is_empty() {
        return Html::default();
    }
    html! {
        <Section heading={m::THREADS} remark={m::THREADS_REMARK}>
            <ul class="threads">
                for one in threads {
                    { thread(route, one) }
                }
            </ul>
        </Section>
    }
}

fn thread(route: &Route, thread: &Thread) -> Html {
    let names: Vec<String> = thread.names.iter().map(|name| name.name.clone()).collect();
    let names = m::listed(&names);
    let heading = match &thread.topic {
        Some(topic) => m::colon(&names, &topic.name),
        None => names,
    };
    let named = thread.names.iter().chain(&thread.topic);
    let reference = Reference::Thread(named.map(|name| name.id.clone()).collect());
    let length = thread.steps.len();
    // The last step always shows: it is where the trail stops.
    let is_shown = |n: usize| length <= SHOWN_STEPS || n < SHOWN_STEPS - 1 || n + 1 == length;
    let hidden = length.saturating_sub(SHOWN_STEPS);
    let rest = if hidden > 0 { thread.topic.as_ref().or(thread.names.last()) } else { None };
    html! {
        <li class="thread">
            <div>
                <h3>{ text(&heading) }</h3>
                { small(&m::thread(thread.documents, length)) }
                { " " }
                <CollectButton {reference} />
            </div>
            <ol>
                for (_, row) in thread.steps.iter().enumerate().filter(|(n, _)| is_shown(*n)) {
                    { step(route, row) }
                }
            </ol>
            if let Some(name) = rest {
                <a class="thread-rest" href={address(route, View::Name(name.id.clone()))}>
                    { m::between_first_and_last(hidden) }
                </a>
            }
        </li>
    }
}

fn step(route: &Route, row: &EngagementRow) -> Html {
    html! {
        <li data-undated={(!is_dated(row)).then_some("true")}>
            { engagement_line(route, row) }
            { source_link(route, &row.source) }
        </li>
    }
}
