//! The sentence that says what is in the file. Each of its numbers and names opens what it stands for.

use entente_explore::{Axis, DocumentCard, Filter, NameCount, Query, Selection, Summary};
use entente_text::PartialDate;
use yew::prelude::*;

use crate::components::references::address;
use crate::components::text::bdi;
use crate::messages as m;
use crate::route::{Route, View};

/// Countries and topics that the sentence names.
const COUNTRIES: usize = 2;
const TOPICS: usize = 3;

/// "5 documents, 2014 to 2016 and 3 without a date. Mostly Korea and the US; cyber security, terrorism, customs."
pub(super) fn sentence(route: &Route, summary: &Summary, cards: &[DocumentCard]) -> Html {
    let dates = cards.iter().filter_map(|card| card.date.as_ref());
    let years: Vec<u16> = dates.flat_map(|dated| years(dated.date)).flatten().collect();
    let span = years.iter().min().copied().zip(years.iter().max().copied());
    let undated = cards.iter().filter(|card| card.date.is_none()).count();
    let without_date = Selection::default().with(Axis::Status, "undated", false);
    let (countries, topics) = (most(summary, Axis::Country, COUNTRIES), most(summary, Axis::Topic, TOPICS));
    html! {
        <>
            <a href={address(route, View::Documents)}>{ m::documents(summary.documents) }</a>
            { m::span(span) }
            if undated == summary.documents {
                { m::ALL_UNDATED }
            } else if undated > 0 {
                { m::AND }
                <a href={route.plain(View::Documents).selecting(without_date).to_string()}>{ m::number_undated(undated) }</a>
            }
            { "." }
            if !countries.is_empty() || !topics.is_empty() {
                { m::MOSTLY }
                { listed(route, Axis::Country, &countries, m::AND) }
                if !countries.is_empty() && !topics.is_empty() {
                    { "; " }
                }
                { listed(route, Axis::Topic, &topics, ", ") }
                { "." }
            }
        </>
    }
}

/// The names of one kind that most documents have.
fn most(summary: &Summary, axis: Axis, at_most: usize) -> Vec<&NameCount> {
    let mut of_kind: Vec<&NameCount> =
        summary.names.iter().filter(|name| name.kind == axis.as_str() && name.passages > 0).collect();
    // In how many documents a name occurs says more of a file than how often one of them prints it.
    entente_text::order::sort_by_key(&mut of_kind, |name| std::cmp::Reverse((name.documents, name.passages)));
    of_kind.truncate(at_most);
    of_kind
}

/// Names with commas between them and `last` before the last; each opens the documents that have it.
fn listed(route: &Route, axis: Axis, names: &[&NameCount], last: &'static str) -> Html {
    let name = |at: usize, name: &NameCount| {
        let filter = Filter::default().with(axis, &name.id);
        let to = route.plain(View::Documents).with(Query::default().with_filter(filter));
        let before = if at == 0 {
            ""
        } else if at + 1 == names.len() {
            last
        } else {
            ", "
        };
        html! {
            <>{ before }{ m::article(&name.name) }<a href={to.to_string()} title={m::documents(name.documents)}>{ bdi(&name.name) }</a></>
        }
    };
    names.iter().enumerate().map(|(at, known)| name(at, known)).collect()
}

/// The first and the last year of a date, as far as they are known.
fn years(date: PartialDate) -> [Option<u16>; 2] {
    match date {
        PartialDate::At(at) | PartialDate::Since(at) | PartialDate::Until(at) => [at.year, None],
        PartialDate::Between(from, to) => [from.year, to.year],
    }
}
