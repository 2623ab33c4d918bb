//! What is known of a document, in short and in full, with the words that support it.

use entente_corpus::rules;
use entente_explore::{Axis, DocumentCard, Origin, RecordEvidence, RecordLine};
use yew::prelude::*;

use super::date_label::date_label;
use super::references::address;
use super::text::{bdi, printed, small, text, unseen};
use crate::messages as m;
use crate::route::{Route, View};

/// Kinds of source problems that are named; the rest are on their list.
const NAMED_PROBLEMS: usize = 3;
/// Documents that cite this one and are named.
const NAMED_CITING: usize = 3;
/// Characters of the file's digest that are shown; the whole is in the full record.
const DIGEST_CHARS: usize = 20;
/// Fields that the short record has in a line of its own form.
const OWN_FORM: &[&str] = &["date", "encoding", "kind"];
/// Fields of the short record that are named if nothing is printed for them.
const EXPECTED: &[&str] = &[TITLE_FIELD, "publisher"];
/// Its value is above the record.
const TITLE_FIELD: &str = "title";
/// Its value is a tag that is shown by its name.
const LANGUAGE_FIELD: &str = "language";

/// What the record of a document is drawn from.
pub(crate) struct RecordOf<'a> {
    pub(crate) route: &'a Route,
    pub(crate) card: &'a DocumentCard,
    pub(crate) lines: &'a [RecordLine],
    pub(crate) origin: &'a Origin,
}

/// The record; open on the first visit, folded after.
pub(crate) fn record(of: &RecordOf, open: bool) -> Html {
    let chosen = of.lines.iter().filter(|line| line.chosen && !OWN_FORM.contains(&line.field.as_str()));
    let missing = EXPECTED.iter().filter(|field| !of.lines.iter().any(|line| line.field.as_str() == **field));
    html! {
        <details class="record" {open}>
            <summary>{ m::RECORD }{ " " }<small>{ m::RECORD_REMARK }</small></summary>
            <dl class="record-short">
                { for chosen.clone().filter(|line| line.field.as_str() == TITLE_FIELD).map(|line| short_line(of, line)) }
                { date_line(of) }
                { for chosen.filter(|line| line.field.as_str() != TITLE_FIELD).map(|line| short_line(of, line)) }
                { for missing.map(|field| entry(&m::kind(field), html! { <span class="missing">{ m::NOT_PRINTED }</span> })) }
                { origin(of) }
            </dl>
            <details class="more">
                <summary>{ m::RECORD_IN_FULL }</summary>
                <dl class="record-full">
                    for line in of.lines {
                        { record_line(line) }
                    }
                </dl>
            </details>
        </details>
    }
}

fn entry(label: &str, value: Html) -> Html {
    html! { <div><dt>{ text(label) }</dt><dd>{ value }</dd></div> }
}

/// A value in short: the title by its basis alone, because it is above.
fn short_line(of: &RecordOf, line: &RecordLine) -> Html {
    let value = html! {
        <>
            if line.field.as_str() == LANGUAGE_FIELD {
                { m::language(&line.value) }
                { ", " }
            } else if let Some(date) = line.date {
                { m::date(date, "") }
                { ", " }
            } else if line.field.as_str() != TITLE_FIELD {
                { printed(&line.value) }
                { ", " }
            }
            { known(of, line.basis, line.evidence.first()) }
        </>
    };
    entry(&m::kind(line.field.as_str()), value)
}

/// The date of the document with the words that print it.
fn date_line(of: &RecordOf) -> Html {
    let line = of.lines.iter().find(|line| line.chosen && line.field.as_str() == "date");
    let label = date_label(of.card.date.as_ref(), of.card.edition.as_deref());
    let value = html! {
        <>
            { label }
            if let Some(line) = line {
                { ", " }
                if let Some(evidence) = line.evidence.first() {
                    <q class="printed">{ bdi(&evidence.quote) }</q>
                    { ", " }
                }
                { known(of, line.basis, line.evidence.first()) }
            }
        </>
    };
    entry(&m::kind("date"), value)
}

/// How a value is known: the place that prints it, as a link; else in a word.
fn known(of: &RecordOf, basis: &str, evidence: Option<&RecordEvidence>) -> Html {
    match (basis, evidence) {
        ("stated", Some(evidence)) => html! { <>{ m::AS_PRINTED }{ ", " }{ place(of, evidence) }</> },
        ("stated", None) => Html::from(m::AS_PRINTED),
        ("metadata", _) => Html::from(if of.card.title_supplied { m::SUPPLIED_BY_PACKER } else { m::FROM_METADATA }),
        (_, Some(evidence)) => html! { <>{ m::CONCLUDED }{ ", " }{ place(of, evidence) }</> },
        (_, None) => Html::from(m::CONCLUDED),
    }
}

fn place(of: &RecordOf, evidence: &RecordEvidence) -> Html {
    let words = m::place_on(None, evidence.pages, &[evidence.lines]);
    match &evidence.passage {
        Some(passage) => {
            let view = View::Document { id: of.card.id.clone(), passage: Some(passage.clone()) };
            html! { <a href={of.route.to(view).to_string()}>{ text(&words) }</a> }
        }
        None => text(&words),
    }
}

/// The file and how it was read.
fn origin(of: &RecordOf) -> Html {
    let (card, origin) = (of.card, of.origin);
    let encoding = (!origin.text_form).then_some(card.encoding.as_str());
    let read_as = m::read_as(origin.format, encoding, card.passages, origin.pages);
    let digest: String = card.sha256.chars().take(DIGEST_CHARS).collect();
    let all = origin.problems.iter().map(|problem| problem.count).sum::<usize>();
    let named =
        origin.problems.iter().take(NAMED_PROBLEMS).map(|problem| m::problems(problem.kind.as_str(), problem.count));
    let notes = of.route.plain(View::Notes).toggled(Axis::Document, &card.id);
    let citing = origin.cited_by.iter().take(NAMED_CITING).enumerate().map(|(n, citing)| {
        let href = address(of.route, View::Document { id: citing.id.clone(), passage: None });
        html! { <>if n > 0 { { "; " } }<a {href}>{ bdi(&citing.title) }</a></> }
    });
    html! {
        <>
            { entry(m::READ_AS_FORMAT, html! { <>{ read_as }if origin.text_form { { "; " }{ m::MADE_BY_READER } }</> }) }
            { entry(m::FILE_NAME, html! { <>{ bdi(&card.file) }{ ", " }{ m::size(card.bytes) }</> }) }
            { entry(m::SHA256, html! { <span title={card.sha256.clone()}>{ digest }{ "…" }</span> }) }
            { entry(m::SOURCE_PROBLEMS, html! {
                if all > 0 {
                    <a href={notes.to_string()}>{ m::number(all) }</a>
                    { ": " }
                    { named.collect::<Vec<_>>().join(", ") }
                    if origin.problems.len() > NAMED_PROBLEMS { { ", …" } }
                } else {
                    { m::NO_PROBLEMS }
                }
            }) }
            { entry(m::CITED_BY, html! {
                if origin.cited_by.is_empty() {
                    { m::CITED_BY_NONE }
                } else {
                    { for citing }
                    if origin.cited_by.len() > NAMED_CITING {
                        { " " }
                        { small(&m::and_more(origin.cited_by.len() - NAMED_CITING)) }
                    }
                }
            }) }
        </>
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
                for evidence in &line.evidence {
                    <q class="printed">
                        { bdi(&evidence.quote) }
                        { small(&m::place_on(None, evidence.pages, &[evidence.lines])) }
                    </q>
                }
            </dd>
        </div>
    }
}
