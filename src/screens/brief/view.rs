//! The brief: its outline, the paper, and the ways in which it goes out.

use entente_brief::{Brief, Cited, Item, ItemKind, Part, Source, Step, With};
use entente_rich_text::Run;
use yew::prelude::*;

use crate::actions::{Action, BriefAction, Cite, Copied, CopyText, Output};
use crate::components::references::address;
use crate::components::shared::Shared;
use crate::components::text::{bdi, printed_in, text};
use crate::context::{ViewContext, on_event, use_view_context};
use crate::hooks::{Tray, own_id, part_id};
use crate::messages as m;
use crate::platform::{clipboard, dom};
use crate::route::{Route, View};

/// Properties of [`BriefPage`].
#[derive(Properties, PartialEq)]
pub(crate) struct BriefPageProps {
    pub(crate) brief: Shared<Brief>,
    pub(crate) tray: Shared<Tray>,
}

/// The view.
#[component]
pub(crate) fn BriefPage(props: &BriefPageProps) -> Html {
    let here = use_view_context();
    let (brief, tray) = (&props.brief, &props.tray);
    if tray.draft.is_empty() {
        return html! {
            <div class="page">
                <header class="head"><h1>{ m::NOTHING_COLLECTED }</h1><p>{ m::HOW_TO_COLLECT }</p></header>
            </div>
        };
    }
    let paper = html! {
        <div class="paper">
            <header class="head">
                <h1 class="unseen-text">{ if brief.title.is_empty() { m::BRIEF } else { &brief.title } }</h1>
                { title_field(&here, brief) }
                <p class="read">{ text(&m::brief_lead(&brief.origin.title, brief.origin.day.as_deref())) }</p>
            </header>
            for (at, part) in &brief.parts {
                { part_view(&here, *at, part) }
            }
            { gaps(brief, tray.with) }
            { sources(&here, brief, tray.with) }
        </div>
    };
    html! {
        <div class="page brief">
            { outline(brief) }
            { paper }
            { outputs(&here, brief, tray) }
        </div>
    }
}

fn title_field(here: &ViewContext, brief: &Brief) -> Html {
    html! {
        <input
            class="own-words own-title"
            aria-label={m::BRIEF_TITLE}
            placeholder={m::BRIEF_TITLE}
            value={brief.title.clone()}
            onchange={on_words(here, BriefAction::Rename)}
        />
    }
}

/// Hands the words of a field on once they are typed.
fn on_words(here: &ViewContext, action: impl Fn(String) -> BriefAction + 'static) -> Callback<Event> {
    let dispatch = here.dispatch.clone();
    Callback::from(move |event: Event| dispatch.act(action(dom::entered(&event))))
}

fn outline(brief: &Brief) -> Html {
    let line = |(at, part): &(usize, Part)| {
        let href = format!("#{}", part_id(*at));
        let id = part_id(*at);
        // The fragment is the link of the view: the entry is gone to by its id.
        let onclick = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            dom::show(&id);
            dom::focus(&id);
        });
        let (kind, words) = match part {
            Part::Heading(words) => ("heading", words.clone()),
            Part::Note(words) => ("note", words.clone()),
            Part::Absent(reference) => ("absent", reference.clone()),
            Part::Item(item) => ("item", format!("{}. {}", item.number, first_words(item))),
        };
        let words = m::cut(&words);
        let words = if words.is_empty() { m::OWN_HEADING.to_owned() } else { words };
        html! { <li data-part={kind}><a {href} {onclick}>{ text(&words) }</a></li> }
    };
    html! {
        <nav class="brief-outline" aria-label={m::BRIEF_ITEMS}>
            <p>{ m::brief_contents(brief.items().count(), brief.sources.len()) }</p>
            <ol>
                for entry in &brief.parts {
                    { line(entry) }
                }
            </ol>
            <p><kbd>{ m::ALT_KEY }</kbd>{ "+" }<kbd>{ "↑" }</kbd>{ " " }<kbd>{ "↓" }</kbd>{ " " }{ m::MOVES_AN_ITEM }</p>
        </nav>
    }
}

fn first_words(item: &Item) -> String {
    match &item.kind {
        ItemKind::Quotation(words) => words.clone(),
        ItemKind::Pair(runs) => runs.iter().map(|run| run.text.as_str()).collect(),
        ItemKind::Thread(steps) => steps.first().map(|step| step.name.clone()).unwrap_or_default(),
    }
}

/// An entry with its tools. Alt with an arrow moves it, Delete takes it out.
fn part_view(here: &ViewContext, at: usize, part: &Part) -> Html {
    let dispatch = here.dispatch.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let action = match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", true) => BriefAction::Move(at, -1),
            ("ArrowDown", true) => BriefAction::Move(at, 1),
            ("Delete", false) if !dom::is_typing(&event) => BriefAction::Remove(at),
            _ => return,
        };
        event.prevent_default();
        dispatch.act(action);
    });
    let (name, inside) = match part {
        Part::Heading(words) => (m::OWN_HEADING.to_owned(), own_heading(here, at, words)),
        Part::Note(words) => (m::OWN_NOTE.to_owned(), own_note(here, at, words)),
        Part::Absent(reference) => {
            (m::ABSENT_ITEM.to_owned(), html! { <p class="notice">{ m::ABSENT_ITEM }{ " " }{ bdi(reference) }</p> })
        }
        Part::Item(item) => (m::brief_item(item.number, kind_word(item)), item_view(here, item)),
    };
    let key = match part {
        Part::Item(item) => format!("item-{}", item.number),
        Part::Heading(_) | Part::Note(_) | Part::Absent(_) => format!("own-{at}"),
    };
    html! {
        <article {key} class="brief-part" id={part_id(at)} tabindex="-1" aria-label={name} {onkeydown}>
            { inside }
            { part_tools(here, at, part) }
        </article>
    }
}

fn kind_word(item: &Item) -> &'static str {
    match item.kind {
        ItemKind::Quotation(_) => m::QUOTATION_KIND,
        ItemKind::Pair(_) => m::PAIR_KIND,
        ItemKind::Thread(_) => m::THREAD_KIND,
    }
}

fn own_heading(here: &ViewContext, at: usize, words: &str) -> Html {
    html! {
        <h2>
            <input
                class="own-words"
                id={own_id(at)}
                aria-label={m::OWN_HEADING}
                placeholder={m::OWN_HEADING}
                value={words.to_owned()}
                onchange={on_words(here, move |words| BriefAction::Reword(at, words))}
            />
        </h2>
    }
}

fn own_note(here: &ViewContext, at: usize, words: &str) -> Html {
    html! {
        <label class="own-note">
            <span>{ m::OWN_NOTE }</span>
            <textarea
                class="own-words"
                id={own_id(at)}
                rows="2"
                value={words.to_owned()}
                onchange={on_words(here, move |words| BriefAction::Reword(at, words))}
            />
        </label>
    }
}

fn item_view(here: &ViewContext, item: &Item) -> Html {
    let route = &here.route;
    let language = item.language.as_deref();
    let words = match &item.kind {
        ItemKind::Quotation(words) => {
            html! { <blockquote>{ "“" }{ printed_in(words, language) }{ "”" }</blockquote> }
        }
        ItemKind::Pair(runs) => html! {
            <blockquote lang={item.language.clone()}>{ "“" }{ for runs.iter().map(run) }{ "”" }</blockquote>
        },
        ItemKind::Thread(steps) => html! {
            <ol class="brief-thread">
                for step in steps {
                    { thread_step(route, step, language) }
                }
            </ol>
        },
    };
    html! {
        <>
            <p class="brief-number" aria-hidden="true">{ item.number }</p>
            { words }
            <p class="brief-facts">
                { text(&item.facts) }{ " " }
                for (n, cited) in item.cited.iter().enumerate() {
                    if n > 0 {
                        { "; " }
                    }
                    { source_reference(route, cited) }
                }
            </p>
        </>
    }
}

/// Words of a pair: struck where only the first place has them, underlined where only the other has.
fn run(run: &Run) -> Html {
    let words = text(&run.text);
    match (run.style.strike, run.style.underline) {
        (true, _) => html! { <del>{ words }</del> },
        (false, true) => html! { <ins>{ words }</ins> },
        (false, false) => words,
    }
}

fn thread_step(route: &Route, step: &Step, language: Option<&str>) -> Html {
    html! {
        <li>
            <b>{ step.date.clone().unwrap_or_else(|| m::NO_DATE.to_owned()) }</b>
            { printed_in(&step.name, language) }
            { source_reference(route, &step.cited) }
        </li>
    }
}

fn passage_address(route: &Route, cited: &Cited) -> String {
    let passage = (!cited.passage.is_empty()).then(|| cited.passage.clone());
    address(route, View::Document { id: cited.document.clone(), passage })
}

fn source_reference(route: &Route, cited: &Cited) -> Html {
    html! { <a class="source-link" href={passage_address(route, cited)}>{ text(&cited.label()) }</a> }
}

/// What can be done with an entry.
fn part_tools(here: &ViewContext, at: usize, part: &Part) -> Html {
    let tool = |label: &'static str, action: BriefAction| button(here, None, label, action);
    let own = match part {
        Part::Item(item) => item_tools(here, item),
        Part::Heading(_) | Part::Note(_) | Part::Absent(_) => Html::default(),
    };
    html! {
        <div class="row-tools" role="group" aria-label={m::ROW_TOOLS}>
            { own }
            { tool(m::MOVE_UP, BriefAction::Move(at, -1)) }
            { tool(m::MOVE_DOWN, BriefAction::Move(at, 1)) }
            if matches!(part, Part::Item(_)) {
                { tool(m::ADD_HEADING, BriefAction::AddHeading(at)) }
                { tool(m::ADD_NOTE, BriefAction::AddNote(at)) }
            }
            { tool(m::REMOVE, BriefAction::Remove(at)) }
        </div>
    }
}

/// Opens, cites and copies the first place of an item.
fn item_tools(here: &ViewContext, item: &Item) -> Html {
    let Some(cited) = item.cited.first() else { return Html::default() };
    let href = passage_address(&here.route, cited);
    let words = match &item.kind {
        ItemKind::Quotation(words) => Some(words.clone()),
        ItemKind::Pair(_) | ItemKind::Thread(_) => None,
    };
    let quotation = words.as_ref().map(|words| format!("“{words}” {}", cited.label()));
    let passage = (!cited.passage.is_empty()).then(|| cited.passage.clone());
    let cite = Cite { document: cited.document.clone(), passage, words };
    html! {
        <>
            <a class="plain-button" href={href.clone()}>{ m::OPEN }</a>
            { button(here, Some("note"), m::CITE, cite) }
            if let Some(quotation) = quotation {
                { button(here, Some("quote"), m::COPY, CopyText(Copied::Quotation, quotation)) }
            }
            { button(here, Some("link"), m::LINK, CopyText(Copied::Link, clipboard::address(&cited.label(), &href))) }
        </>
    }
}

fn button(here: &ViewContext, does: Option<&'static str>, label: &'static str, action: impl Action) -> Html {
    html! {
        <button class="plain-button" type="button" data-does={does} onclick={on_event(here, action)}>{ label }</button>
    }
}

fn gaps(brief: &Brief, with: With) -> Html {
    if !with.gaps || brief.gaps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="brief-gaps" aria-labelledby="brief-gaps">
            <h2 id="brief-gaps">{ m::FILE_DOES_NOT_HOLD }</h2>
            <ul>
                for gap in &brief.gaps {
                    <li>{ text(gap) }</li>
                }
            </ul>
        </section>
    }
}

fn sources(here: &ViewContext, brief: &Brief, with: With) -> Html {
    if brief.sources.is_empty() {
        return Html::default();
    }
    html! {
        <section class="brief-sources" aria-labelledby="brief-sources">
            <h2 id="brief-sources">{ m::SOURCES }</h2>
            <ol>
                for source in &brief.sources {
                    { source_in_full(here, source, with) }
                }
            </ol>
        </section>
    }
}

fn source_in_full(here: &ViewContext, source: &Source, with: With) -> Html {
    let cited = &source.citation;
    let href = address(&here.route, View::Document { id: source.document.clone(), passage: None });
    let file = with.files.then(|| format!("{}, SHA-256 {}", cited.file, cited.sha256));
    html! {
        <li>
            if let Some(publisher) = &cited.publisher {
                { printed_in(publisher, cited.language.as_deref()) }
                { ", " }
            }
            <a {href}><cite>{ bdi(&cited.title) }</cite></a>
            { ", " }
            { text(&source.about()) }
            if let Some(url) = &cited.url {
                { " " }
                <small>{ bdi(url) }</small>
            }
            if let Some(file) = file {
                { " " }
                <small>{ text(&file) }</small>
            }
        </li>
    }
}

/// The ways in which the brief goes out.
fn outputs(here: &ViewContext, brief: &Brief, tray: &Tray) -> Html {
    let out = |label: &'static str, output: Output, is_first: bool| {
        html! {
            <button
                class="button"
                type="button"
                data-primary={is_first.then_some("true")}
                onclick={on_event(here, BriefAction::TakeOut(output))}
            >
                { label }
            </button>
        }
    };
    let with = tray.with;
    let check = |label: &'static str, is_set: bool, next: With| {
        html! {
            <label class="check">
                <input type="checkbox" checked={is_set} onchange={on_event(here, BriefAction::Choose(next))} />
                { label }
            </label>
        }
    };
    let linked = tray.draft.linked();
    let link = Route { items: linked.clone(), ..here.route.plain(View::Brief) }.to_string();
    let title = if brief.title.is_empty() { m::BRIEF } else { &brief.title };
    let link = CopyText(Copied::Link, clipboard::address(title, &link));
    html! {
        <aside class="brief-outputs" aria-label={m::BRIEF_OUTPUTS}>
            <div class="outputs">
                { out(m::WORD_FILE, Output::Docx, true) }
                { out(m::RICH_TEXT, Output::RichText, false) }
            </div>
            <div class="outputs">
                { out(m::MARKDOWN_FILE, Output::Markdown, false) }
                { out(m::PRINT, Output::Print, false) }
            </div>
            if let Some(by_hand) = here.visit.csv_by_hand.clone() {
                <label class="by-hand" role="status">
                    { m::BRIEF_BY_HAND }
                    <textarea id="by-hand" readonly=true rows="8" value={by_hand} />
                </label>
            }
            <fieldset class="choices-list">
                <legend>{ m::BRIEF_WITH }</legend>
                { check(m::WITH_FACTS, with.facts, With { facts: !with.facts, ..with }) }
                { check(m::WITH_GAPS, with.gaps, With { gaps: !with.gaps, ..with }) }
                { check(m::WITH_FILES, with.files, With { files: !with.files, ..with }) }
            </fieldset>
            <p>
                <button class="plain-button" type="button" onclick={on_event(here, link)}>{ m::COPY_LINK }</button>
                { " " }{ m::brief_link(linked.len(), tray.draft.len()) }{ " " }{ m::LINK_WITHOUT_OWN }
            </p>
        </aside>
    }
}
