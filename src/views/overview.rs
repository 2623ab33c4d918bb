//! The whole file at a glance: what can be asked, threads, the documents, the names.

use entente_explore::tables::{Dimension, Finding, Listed, Selection, Thread};
use entente_explore::{Query, Summary};

use super::engagements::is_dated;
use crate::components::cells;
use crate::components::date_label::date;
use crate::components::document_line::document_line;
use crate::components::facts::status;
use crate::components::section::section;
use crate::element::{El, bdi, el, link, of, run, small};
use crate::found::Glance;
use crate::here::Here;
use crate::messages as m;
use crate::route::{Route, View};

/// Names shown.
const NAMES: usize = 12;
/// Kinds of names shown.
const KINDS: &[&str] = &["country", "organisation", "topic"];
/// Steps shown of a thread.
const STEPS: usize = 4;
/// Documents listed before the rest is a link: the list has a view of its own.
const DOCUMENTS: usize = 12;

/// The view.
pub(crate) fn view(here: &Here, glance: &Glance) -> El {
    let summary = &glance.summary;
    let cards = &glance.documents.documents;
    let Some(first) = cards.first() else {
        return super::not_found::empty();
    };
    let address = |id: &str| here.asked(View::Document { id: id.to_owned(), passage: None });
    let start = el("p")
        .child(m::holds(
            (summary.title != m::documents(summary.documents)).then_some(summary.documents),
            summary.words,
            summary.passages,
        ))
        .child(" ")
        .child(m::START_WITH)
        .child(" ")
        .child(link("", address(&first.id)).child(m::FIRST_DOCUMENT))
        .child(" ")
        .child(m::OR_QUESTION);
    let head = of("header", "head")
        .child(el("h1").child(bdi(&summary.title)))
        .child(summary.description.as_ref().map(|description| el("p").child(bdi(description))))
        .child(start);
    let mut lines = of("ul", "document-list");
    for card in cards.iter().take(DOCUMENTS) {
        lines.push(document_line(card, address(&card.id), false));
    }
    let rest = (cards.len() > DOCUMENTS)
        .then(|| el("p").child(link("", here.link(View::Documents)).child(m::all_documents(cards.len()))));
    let mut names = of("div", "names-beside");
    for kind in KINDS {
        names.push(self::names(here, summary, kind));
    }
    let documents = section(m::DOCUMENTS, m::FILE_ORDER, run().child(lines).child(rest));
    let questions = questions(here, glance);
    of("div", "page")
        .child(head)
        .child(
            (!questions.is_empty()).then(|| section(m::FINDINGS, m::COUNTED, of("ul", "questions").child(questions))),
        )
        .child(threads(here, &glance.threads))
        .child(of("div", "with-margin").child(documents).child(names))
}

fn threads(here: &Here, threads: &[Thread]) -> El {
    if threads.is_empty() {
        return run();
    }
    let mut list = of("ul", "threads");
    for found in threads {
        list.push(thread(here, found));
    }
    section(m::THREADS, m::THREADS_REMARK, list)
}

/// The names of one kind that most passages name.
fn names(here: &Here, summary: &Summary, kind: &str) -> El {
    let mut list = of("ul", "bar-list");
    let mut most = 0;
    let mut shown = 0;
    for name in summary.names.iter().filter(|name| name.kind == kind && name.passages > 0).take(NAMES) {
        most = most.max(name.passages);
        shown += 1;
        let row = el("li")
            .key(&name.id)
            .child(link("printed", here.link(View::Name(name.id.clone()))).child(bdi(&name.name)))
            .child(el("span").child(m::in_documents(name.passages, name.documents)))
            .child(cells::bar("", name.passages, most));
        list.push(row);
    }
    if shown == 0 { run() } else { section(m::name_kinds(kind), m::PASSAGES_NAMING, list) }
}

/// Questions that this file can answer, each a link with its count.
fn questions(here: &Here, glance: &Glance) -> El {
    let mut out = run();
    let mut ask = |address: String, count: String, rest: String| {
        out.push(el("li").child(link("", address).child(el("strong").child(count)).child(" ").child(bdi(&rest))));
    };
    for found in &glance.findings {
        let (count, rest) = m::finding(found);
        ask(answered_by(here, found).to_string(), count, rest);
    }
    let undated = glance.documents.documents.iter().filter(|card| card.date.is_none()).count();
    if undated > 0 {
        let without_date = Selection::default().with(Dimension::Status, "undated", false);
        let address = here.route.plain(View::Documents).selecting(without_date).to_string();
        ask(address, m::documents(undated), m::no_date_printed(undated));
    }
    let unread = glance.summary.unread.len();
    if unread > 0 {
        ask(here.link(View::About), m::files(unread), m::could_not_be_read(unread));
    }
    out
}

/// The list that a finding counts, filtered to what it counts.
fn answered_by(here: &Here, found: &Finding) -> Route {
    let view = match found.list() {
        Listed::Commitments => View::Commitments,
        Listed::Pairs => View::Pairs,
        Listed::Series => View::SeriesList,
        Listed::Engagements => View::Engagements,
        Listed::Acronyms => View::Acronyms,
        Listed::Amounts => View::Amounts,
        Listed::Statements => View::Statements,
        Listed::Notes => View::Notes,
    };
    let route = here.route.plain(view).selecting(found.selection());
    route.with(Query::default().with_filter(found.filter()))
}

/// Engagements of the same names and topic in the order of their dates; the first of them, and where the trail stops.
pub(crate) fn thread(here: &Here, thread: &Thread) -> El {
    let mut names = Vec::new();
    for name in &thread.names {
        names.push(name.name.clone());
    }
    let called = m::listed(&names);
    let called = thread.topic.as_ref().map_or_else(|| called.clone(), |topic| m::colon(&called, &topic.name));
    let heading =
        el("div").child(el("h3").child(called)).child(small(&m::thread(thread.documents, thread.steps.len())));
    let length = thread.steps.len();
    // The last step always shows: it is where the trail stops.
    let shown = |n: usize| length <= STEPS || n < STEPS - 1 || n + 1 == length;
    let mut steps = el("ol");
    for (_, step) in thread.steps.iter().enumerate().filter(|(n, _)| shown(*n)) {
        let name = link("printed", here.link(View::Engagement(step.id.clone())));
        let item = el("li")
            .when("data-undated", !is_dated(step))
            .child(date(step.date.as_ref(), step.bound.as_ref(), step.edition.as_ref()))
            .child(" ")
            .child(name.child(bdi(&step.name).attr("lang", &step.source.language)))
            .child(" ")
            .child(status(step.status))
            .child(cells::source(here, &step.source));
        steps.push(item);
    }
    let rest = length.saturating_sub(STEPS);
    let about = thread.topic.as_ref().or(thread.names.last()).filter(|_| rest > 0);
    let rest = about
        .map(|name| link("thread-rest", here.link(View::Name(name.id.clone()))).child(m::between_first_and_last(rest)));
    of("li", "thread").child(heading).child(steps).child(rest)
}
