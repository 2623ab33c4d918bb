//! What this file is: contents, digests, what could not be read, how to read it.

use entente_explore::Summary;
use yew::prelude::*;

use crate::components::facts_list::facts_list;
use crate::components::section::Section;
use crate::components::shared::Shared;
use crate::components::text::{bdi, text};
use crate::context::use_view_context;
use crate::messages as m;

/// Properties of [`About`].
#[derive(Properties, PartialEq)]
pub(crate) struct AboutProps {
    pub(crate) summary: Shared<Summary>,
}

/// The view.
#[component]
pub(crate) fn About(props: &AboutProps) -> Html {
    let summary = &props.summary;
    html! {
        <div class="page">
            <header class="head"><h1>{ m::ABOUT }</h1><p>{ m::ABOUT_LEAD }</p></header>
            <Section heading={m::CONTENTS}>
                <Contents summary={summary.clone()} />
                <p class="note">{ m::COMPARE_DIGESTS }</p>
            </Section>
            if !summary.redacted.is_empty() {
                <Section heading={m::MASKED}>{ masked(summary) }</Section>
            }
            <Section heading={m::NOT_READ} remark={m::number(summary.unread.len())}>{ unread(summary) }</Section>
            <Section heading={m::HOW_DATES}>{ date_forms() }</Section>
            <Section heading={m::LICENCES}><p>{ m::LICENCE_TEXT }</p>{ notices() }</Section>
        </div>
    }
}

#[component]
fn Contents(props: &AboutProps) -> Html {
    let summary = &props.summary;
    let head = use_view_context().head;
    let code = |digest: &str| Some(html! { <code>{ text(digest) }</code> });
    let plain = |words: String| Some(text(&words));
    facts_list(vec![
        (m::TITLE, Some(bdi(&summary.title))),
        (m::EDITION, summary.edition.as_deref().map(bdi)),
        (m::DOCUMENTS, plain(m::number(summary.documents))),
        (m::PASSAGES, plain(m::number(summary.passages))),
        (m::WORDS, plain(m::number(summary.words))),
        (m::DIGEST_OF_DOCUMENTS, code(&head.sha256)),
        (m::DIGEST_OF_APPLICATION, code(&head.application)),
        (m::VERSION, plain(m::version(&head.program, head.format, head.schema))),
    ])
}

fn masked(summary: &Summary) -> Html {
    html! {
        <>
            <p>{ m::MASKED_LEAD }</p>
            <ul class="masked">
                for removed in &summary.redacted {
                    <li>{ text(&m::masked(&removed.kind, removed.places, removed.documents, &removed.rule)) }</li>
                }
            </ul>
        </>
    }
}

fn unread(summary: &Summary) -> Html {
    if summary.unread.is_empty() {
        return html! { <p>{ m::ALL_READ }</p> };
    }
    html! {
        <ul class="unread">
            for unread in &summary.unread {
                <li><code>{ bdi(&unread.file) }</code>{ text(&m::not_read(&unread.reason, &unread.hint)) }</li>
            }
        </ul>
    }
}

fn date_forms() -> Html {
    html! {
        <ul class="date-forms">
            for (form, example, says) in m::DATE_FORMS {
                <li><span class="date" data-precision={*form}>{ *example }</span>{ *says }</li>
            }
        </ul>
    }
}

/// The notices of what is inside the page, folded away.
fn notices() -> Html {
    html! {
        <details>
            <summary>{ m::NOTICES_OF_OTHERS }</summary>
            <pre class="source" lang={m::LANGUAGE}>{ m::NOTICES }</pre>
        </details>
    }
}
