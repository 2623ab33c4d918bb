//! What this file is: contents, digests, what could not be read, how to read it.

use yew::prelude::*;

use super::ViewProps;
use crate::components::section::section;
use crate::messages as m;

/// The view.
pub(crate) fn about(props: &ViewProps) -> Html {
    let summary = props.holdings.summary();
    let head = &props.holdings.head;
    html! {
        <div class="page">
            <header class="head">
                <h1>{ m::ABOUT }</h1>
                <p>{ "One HTML file with documents in it. It works without a network and sends nothing: its own policy forbids every request." }</p>
            </header>
            { section("Contents", "", html! { <>
                <dl class="facts-list">
                    <div><dt>{ "Title" }</dt><dd><bdi>{ &summary.title }</bdi></dd></div>
                    if let Some(edition) = &summary.edition { <div><dt>{ "Edition" }</dt><dd><bdi>{ edition }</bdi></dd></div> }
                    <div><dt>{ m::DOCUMENTS }</dt><dd>{ m::number(summary.documents) }</dd></div>
                    <div><dt>{ "Passages" }</dt><dd>{ m::number(summary.passages) }</dd></div>
                    <div><dt>{ "Words" }</dt><dd>{ m::number(summary.words) }</dd></div>
                    <div><dt>{ "Digest of the documents" }</dt><dd><code>{ &head.sha256 }</code></dd></div>
                    <div><dt>{ "Digest of the application" }</dt><dd><code>{ &head.application }</code></dd></div>
                    <div><dt>{ "Version" }</dt><dd>{ format!("Entente {}, format {}, schema {}", head.program, head.format, head.schema) }</dd></div>
                </dl>
                <p class="note">{ "Compare the digests with those that “entente check” prints for the same file: equal digests are equal contents." }</p>
            </> }) }
            { section(m::NOT_READ, &m::number(summary.unread.len()), html! { <>
                if summary.unread.is_empty() {
                    <p>{ m::ALL_READ }</p>
                } else {
                    <ul class="unread">
                        { for summary.unread.iter().map(|(file, reason, hint)| html! { <li><code><bdi>{ file }</bdi></code>{ ": not read: " }{ reason }{ ". " }{ hint }</li> }) }
                    </ul>
                }
            </> }) }
            { section("How to read dates", "", html! { <>
                <ul class="date-forms">
                    { for [("day", "28 Jun 2016", "day, month and year are printed together"), ("month", "Aug 2014", "month and year are printed"), ("year", "2014", "only the year is printed"), ("taken", "29 Jun [2016]", "the year is that of the document’s own date"), ("open", "2 Aug, no year", "a part is missing and nothing gives it"), ("supplied", "[Dec 2023]", "supplied by the packer, not printed")].map(|(form, example, says)| html! {
                        <li><span class="date" data-precision={form}>{ example }</span>{ says }</li>
                    }) }
                </ul>
            </> }) }
            { section("Sources and licences", "", html! { <>
                <p>{ "Entente is free software under the MIT licence or the Apache licence 2.0, as you choose. Country names and codes: iso-codes (LGPL 2.1 or later) and the project’s own table. The documents are their authors’." }</p>
            </> }) }
        </div>
    }
}
