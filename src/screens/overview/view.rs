//! The whole file at a glance: a sentence, time, partners and topics, what is rare, the documents, the names, threads.

use yew::prelude::*;

use super::findings::findings;
use super::lists::{documents, names, undated};
use super::partners::partners;
use super::sentence::sentence;
use crate::components::shared::Shared;
use crate::components::text::bdi;
use crate::components::thread::threads;
use crate::components::timeline::TimelineChart;
use crate::context::use_view_context;
use crate::messages as m;
use crate::screens::not_found::view::EmptyFile;
use crate::screens::overview::Glance;

/// Properties of [`Overview`].
#[derive(Properties, PartialEq)]
pub(crate) struct OverviewProps {
    pub(crate) glance: Shared<Glance>,
}

/// The view.
#[component]
pub(crate) fn Overview(props: &OverviewProps) -> Html {
    let route = use_view_context().route;
    let glance = &props.glance;
    let (summary, cards) = (&glance.summary, &glance.documents);
    if cards.is_empty() {
        return html! { <EmptyFile /> };
    }
    let said = sentence(&route, summary, cards);
    // A file without a title of its own is called by the number of its documents, which the sentence begins with.
    let is_untitled = m::is_count_of_documents(&summary.title, summary.documents);
    html! {
        <div class="page overview">
            <header class="head">
                if is_untitled {
                    <h1 class="file-sentence">{ said }</h1>
                } else {
                    <h1>{ bdi(&summary.title) }</h1>
                    if let Some(description) = &summary.description {
                        <p>{ bdi(description) }</p>
                    }
                    <p class="file-sentence">{ said }</p>
                }
            </header>
            <TimelineChart timeline={&glance.picture.timeline}>{ undated(&route, cards) }</TimelineChart>
            <div class="halves">
                { partners(&route, &glance.picture.grid) }
                { findings(&route, &glance.picture.findings, summary.unread.len()) }
                { documents(&route, cards) }
                { names(&route, summary) }
            </div>
            { threads(&route, &glance.threads) }
        </div>
    }
}
