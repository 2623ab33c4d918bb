//! Documents newest first, and names in short columns.

use entente_explore::{DocumentCard, NameCount, Summary};
use yew::prelude::*;

use crate::components::date_label::date_label;
use crate::components::document_line::title;
use crate::components::references::address;
use crate::components::section::Section;
use crate::components::text::{bdi, text};
use crate::messages as m;
use crate::route::{Route, View};

/// Documents listed before the rest is a link: the list has a view of its own.
const SHOWN_DOCUMENTS: usize = 12;
/// Names listed of a column.
const SHOWN_NAMES: usize = 8;
/// Most undated documents that are named beside the chart.
const SHOWN_UNDATED: usize = 5;

/// The columns of names: what is above each, and the kinds of names in it.
const COLUMNS: &[(&str, &[&str])] =
    &[(m::PARTNERS, &["country", "bloc", "organisation"]), (m::NAMED_PEOPLE, &["person"]), (m::TOPICS, &["topic"])];

/// The documents.
pub(super) fn documents(route: &Route, cards: &[DocumentCard]) -> Html {
    html! {
        <Section heading={m::DOCUMENTS} remark={m::NEWEST_FIRST}>
            <ol class="newest">
                for card in cards.iter().take(SHOWN_DOCUMENTS) {
                    <li key={card.id.as_str()}>
                        { date_label(card.date.as_ref(), card.edition.as_deref()) }
                        <div>{ title(card, Some(document_address(route, card))) }</div>
                        <span>{ text(&m::kind_and_words(card.kind.as_str(), card.words)) }</span>
                    </li>
                }
            </ol>
            if cards.len() > SHOWN_DOCUMENTS {
                <p class="more"><a href={address(route, View::Documents)}>{ m::all_documents(cards.len()) }</a></p>
            }
        </Section>
    }
}

fn document_address(route: &Route, card: &DocumentCard) -> String {
    route.to(View::Document { id: card.id.clone(), passage: None }).to_string()
}

/// The names that most documents have, by column.
pub(super) fn names(route: &Route, summary: &Summary) -> Html {
    let all = summary.names.iter().filter(|name| name.passages > 0).count();
    let columns = COLUMNS.iter().filter_map(|(heading, kinds)| column(route, summary, heading, kinds));
    let columns: Vec<Html> = columns.collect();
    if columns.is_empty() {
        return Html::default();
    }
    html! {
        <Section heading={m::NAMES} remark={m::PASSAGES_IN_DOCUMENTS}>
            <div class="name-columns">{ columns }</div>
            <p class="more"><a href={address(route, View::Names)}>{ m::all_names(all) }</a></p>
        </Section>
    }
}

/// One column; `None` if the file has no such names.
fn column(route: &Route, summary: &Summary, heading: &'static str, kinds: &[&str]) -> Option<Html> {
    let mut names: Vec<&NameCount> =
        summary.names.iter().filter(|name| kinds.contains(&name.kind) && name.passages > 0).collect();
    entente_text::order::sort_by_key(&mut names, |name| std::cmp::Reverse((name.documents, name.passages)));
    names.truncate(SHOWN_NAMES);
    let line = |name: &NameCount| {
        html! {
            <li key={name.id.as_str()}>
                <a class="printed" href={address(route, View::Name(name.id.clone()))}>{ bdi(&shown(name.kind, &name.name)) }</a>
                <span title={m::in_documents(name.passages, name.documents)}>
                    { m::in_short(name.passages, name.documents) }
                </span>
            </li>
        }
    };
    (!names.is_empty()).then(|| html! { <div><h3>{ heading }</h3><ul>{ for names.into_iter().map(line) }</ul></div> })
}

/// A name as it begins a line: topics are words of our own list.
pub(super) fn shown(kind: &str, name: &str) -> String {
    if kind == "topic" { m::topic(name) } else { name.to_owned() }
}

/// The documents without a date, beside the chart; nothing if all have one.
pub(super) fn undated(route: &Route, cards: &[DocumentCard]) -> Html {
    let undated: Vec<&DocumentCard> = cards.iter().filter(|card| card.date.is_none()).collect();
    if undated.is_empty() || undated.len() > SHOWN_UNDATED {
        return Html::default();
    }
    html! {
        <div class="undated-documents">
            <h3>{ m::DATE_NOT_PRINTED }</h3>
            <ul>
                for card in undated {
                    <li key={card.id.as_str()}><a class="title" href={document_address(route, card)}>{ bdi(card.title.as_deref().unwrap_or(&card.begins)) }</a></li>
                }
            </ul>
        </div>
    }
}
