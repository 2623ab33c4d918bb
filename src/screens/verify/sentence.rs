//! What is said of one sentence: its quotations, values and names, and what was said before with nearly the same words.

use std::rc::Rc;

use entente_text::words::capitalised;
use entente_verify::report::{
    CheckedQuotation, CheckedSentence, CheckedValue, Difference, NameVerdict, Precedent, Side, Target, ValueVerdict,
};
use entente_verify::wording;
use yew::prelude::*;

use crate::components::date_label::date_label;
use crate::components::element::{self, element, element_in, printed_words};
use crate::components::references::{address, passage_address, passage_id};
use crate::components::row_tools::{RowContext, source_tools};
use crate::components::strip::strip;
use crate::components::text::{bdi, printed_in, text};
use crate::components::verdicts::{place_of, place_row, source_of};
use crate::context::use_view_context;
use crate::messages as m;
use crate::route::{Route, View};

/// Properties of [`SentenceCard`].
#[derive(Properties)]
pub(crate) struct SentenceCardProps {
    /// The whole checked text.
    pub(crate) whole: Rc<str>,
    pub(crate) sentence: Rc<CheckedSentence>,
}

impl PartialEq for SentenceCardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sentence, &other.sentence)
    }
}

/// A sentence with its verdicts.
#[component]
pub(crate) fn SentenceCard(props: &SentenceCardProps) -> Html {
    let here = use_view_context();
    let at = RowContext::from(&here);
    let sentence = &props.sentence;
    let own = |range: &std::ops::Range<usize>| props.whole.get(range.clone()).unwrap_or_default();
    let (state, says) = m::sentence_state(sentence);
    let words = text(&m::one_line(own(&sentence.range)));
    let mut verdicts: Vec<Html> = Vec::new();
    verdicts.extend(sentence.quotations.iter().map(|found| quotation(&at, own(&found.range), found)));
    verdicts.extend(sentence.values.iter().map(|found| value(&at, own(&found.range), found)));
    names(&at.route, &props.whole, sentence, &mut verdicts);
    let precedents: Vec<Html> = sentence.precedents.iter().map(|found| precedent(&at, found)).collect();
    html! {
        <li class="checked" id={m::sentence_id(sentence.number)} tabindex="-1">
            <header>
                <span class="sentence-at" aria-hidden="true">{ sentence.number }</span>
                { printed_words("h3", "", None, heading(&at.route, sentence, words)) }
                { element_in("span", "state", Some(state), vec![text(&says)]) }
            </header>
            if !verdicts.is_empty() {
                { element("ul", "verdict-list", verdicts) }
            }
            { uses(sentence) }
            if !precedents.is_empty() {
                <ol class="precedents" aria-label={m::PRECEDENTS}>{ for precedents }</ol>
            }
        </li>
    }
}

/// The sentence; it leads to the first place, if there is one.
fn heading(route: &Route, sentence: &CheckedSentence, words: Html) -> Html {
    let quoted = sentence.quotations.iter().flat_map(|found| &found.targets);
    let near = sentence.precedents.iter().map(|found| &found.target);
    let given = sentence.values.iter().filter_map(|found| found.target.as_ref());
    match quoted.chain(near).chain(given).next() {
        Some(target) => html! { <a class="title" href={passage_address(route, &source_of(target))}>{ words }</a> },
        None => html! { <span class="title" tabindex="-1">{ words }</span> },
    }
}

/// A verdict: what it is of, and what is said.
fn verdict(state: &'static str, of: Html, says: Vec<Html>) -> Html {
    element_in("li", "", Some(state), vec![element("b", "", vec![of]), element("div", "", says)])
}

fn paragraph(parts: Vec<Html>) -> Html {
    element("p", "", parts)
}

fn quotation(at: &RowContext, words: &str, found: &CheckedQuotation) -> Html {
    let (state, _) = m::quotation_state(found.verdict);
    let quoted = printed_words("q", "printed", None, text(&m::begin_of(words)));
    let mut says = vec![paragraph(vec![quoted, text(" "), text(&m::quotation(found))])];
    if !found.difference.changes.is_empty() {
        says.push(printed_words("p", "printed", None, compared(&found.difference)));
    }
    if !found.targets.is_empty() {
        let mut places: Vec<Html> = found.targets.iter().map(|target| place_row(at, target)).collect();
        if found.more > 0 {
            places.push(element::words("li", "", &m::further_places(found.more)));
        }
        says.push(element("ul", "places", places));
    }
    if let Some(said) = &found.attribution {
        let state = if said.agrees { "stands" } else { "gone" };
        let parts = vec![text(&m::attribution(said)), text(": "), place_of(&at.route, &said.target)];
        says.push(element_in("p", "state", Some(state), parts));
    }
    verdict(state, text(m::QUOTATION), says)
}

fn value(at: &RowContext, words: &str, found: &CheckedValue) -> Html {
    let (state, says) = match found.verdict {
        ValueVerdict::Same => ("stands", m::SAME_VALUE),
        ValueVerdict::Another => ("differs", m::ANOTHER_IS_GIVEN),
        ValueVerdict::NotFound => ("unsure", m::NOT_WITH_NAMES),
    };
    let mut parts = vec![text(says)];
    if let Some(target) = &found.target {
        parts.push(text(" "));
        if found.verdict == ValueVerdict::Another {
            parts.extend([printed_in(&target.quote, target.language.as_deref()), text(" ")]);
        }
        parts.push(place_of(&at.route, target));
    }
    verdict(state, text(words), vec![paragraph(parts)])
}

/// Names: those of other forms or none with a row each, the known ones in one.
fn names(route: &Route, whole: &str, sentence: &CheckedSentence, rows: &mut Vec<Html>) {
    let link = |name: &str, id: &str| {
        html! { <a class="name-link" href={address(route, View::Name(id.to_owned()))}>{ bdi(name) }</a> }
    };
    let mut known: Vec<&(String, String)> = Vec::new();
    let mut parts = vec![text(m::KNOWN_NAMES), text(" ")];
    for found in &sentence.names {
        let words = text(whole.get(found.range.clone()).unwrap_or_default());
        match (found.verdict, &found.entity) {
            (NameVerdict::Known, Some(entity)) if known.contains(&entity) => {}
            (NameVerdict::Known, Some(entity)) => {
                if !known.is_empty() {
                    parts.push(text(", "));
                }
                parts.push(link(&entity.0, &entity.1));
                known.push(entity);
            }
            (NameVerdict::OtherForm, Some((name, id))) => {
                let says = vec![text(m::OTHER_FORM), text(" "), link(name, id)];
                rows.push(verdict("differs", words, vec![paragraph(says)]));
            }
            (NameVerdict::Known | NameVerdict::OtherForm | NameVerdict::Unknown, _) => {
                rows.push(verdict("unsure", words, vec![paragraph(vec![text(m::NAME_NOT_HERE)])]));
            }
        }
    }
    if !known.is_empty() {
        rows.push(verdict("stands", text(m::NAMES), vec![paragraph(parts)]));
    }
}

/// How often the words of the best precedent are used, over time; nothing if once.
fn uses(sentence: &CheckedSentence) -> Html {
    let Some(uses) = &sentence.uses else { return Html::default() };
    let Some(says) = wording::uses(uses) else { return Html::default() };
    element(
        "div",
        "uses",
        vec![strip(&uses.places.iter().collect::<Vec<_>>(), None), element::words("p", "", &capitalised(&says))],
    )
}

fn precedent(at: &RowContext, found: &Precedent) -> Html {
    let target = &found.target;
    let history = address(&at.route, View::History(passage_id(&source_of(target))));
    let link = html! { <a href={history}>{ m::HISTORY_LINK }</a> };
    let places = std::iter::once(target).chain(&found.also).collect();
    let says = wording::differing(found.difference.words);
    element("li", "precedent", wording_row(at, places, compared(&found.difference), &found.parties, link, &says))
}

/// A wording with its date, its places, and what is done with it. The first of `places` is the one that is shown.
pub(crate) fn wording_row(
    at: &RowContext,
    places: Vec<&Target>,
    words: Html,
    parties: &[String],
    link: Html,
    says: &str,
) -> Vec<Html> {
    let Some(target) = places.first() else { return Vec::new() };
    let mut tools: Vec<Html> = Vec::new();
    if !parties.is_empty() {
        tools.push(element::words("span", "", &m::with_parties(parties)));
    }
    tools.extend([link, source_tools(at, &source_of(target))]);
    let rows = places.iter().map(|target| place_row(at, target)).collect();
    let middle = vec![
        printed_words("p", "printed", target.language.clone(), words),
        element("ul", "places", rows),
        element("p", "tools", tools),
    ];
    vec![
        date_label(target.date.as_ref(), None),
        element("div", "", middle),
        element::words("span", "differing-count", says),
    ]
}

/// The words of both sides in order: struck out what only the text has, underlined what only the documents have.
pub(crate) fn compared(difference: &Difference) -> Html {
    let mut out: Vec<Html> = Vec::new();
    for run in &difference.runs {
        if !out.is_empty() {
            out.push(text(" "));
        }
        out.push(match run.side {
            Side::Both => text(&run.text),
            Side::Text => element::words("del", "", &run.text),
            Side::Source => element::words("ins", "", &run.text),
        });
    }
    out.into_iter().collect()
}

/// What struck out and underlined words are: for each its element, its word, and its side.
pub(crate) fn compare_key(parts: [(&'static str, &'static str, &'static str); 2]) -> Html {
    let part = |(tag, shown, says)| element("span", "", vec![element::words(tag, "", shown), text(" "), text(says)]);
    element("p", "compare-key", parts.into_iter().map(part).collect())
}
