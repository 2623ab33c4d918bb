//! The whole: documents, link, what the reader has opened and typed. Every act is answered here, and nowhere else.

use std::rc::Rc;

use entente_explore::tables::Selection;
use entente_explore::{Facet, Filter, Suggestion, SuggestionKind};
use yew::prelude::*;

use crate::components::frame::{Around, frame, label};
use crate::components::growth::Growth;
use crate::components::highlighted_text::plain_text;
use crate::components::keys::key_sheet;
use crate::components::settings::Preferences;
use crate::element::{El, bdi, el, of, run};
use crate::found::{Found, asked, find};
use crate::here::{Act, FIRST, FURTHER, Field, Here, RESULTS, Then, Ui};
use crate::holdings::Holdings;
use crate::keyboard;
use crate::messages as m;
use crate::platform::timer::{self, Pending};
use crate::platform::{clipboard, dom, download, fault, host, location, payload, script};
use crate::route::{Route, View};
use crate::views::{reader, shown};

/// Reads what the page carries and shows it; where that cannot be, says so above the plain list.
pub fn start() {
    fault::watch();
    Preferences::stored().show();
    match payload::holdings() {
        Err(sentence) => fault::show(&m::fault(&sentence), VERSION),
        Ok(holdings) => {
            if let Some(root) = dom::mount() {
                script::offer(&holdings);
                yew::Renderer::<App>::with_root_and_props(root, AppProps { holdings: holdings.clone() }).render();
                dom::ready();
                host::connect(&holdings);
            }
        }
    }
}

/// What a fault's details begin with.
const VERSION: &str = concat!("Entente ", env!("CARGO_PKG_VERSION"));
/// Rest after the last key before what is typed is looked for, in milliseconds.
const REST: u32 = 120;
/// Rest between two slices of a long list.
const SLICE: u32 = 30;
/// Slices of a long list that are drawn at a time.
const SLICES: usize = 6;
/// Rows of a list that are drawn without being scrolled to; the rest follow as they come near. A text of no more than
/// [`reader::WHOLE`] passages is drawn whole.
const UNASKED: usize = 1_000;
/// How long a note on what was done is shown.
const SHOWN: u32 = 4000;
/// Rest after the last change before the count is said.
const SAID: u32 = 400;
/// Suggestions shown.
const SUGGESTED: usize = 8;
/// Searches remembered while the page is open.
const REMEMBERED: usize = 6;

#[derive(Properties, PartialEq)]
struct AppProps {
    holdings: Holdings,
}

/// The application.
struct App {
    holdings: Holdings,
    route: Rc<Route>,
    ui: Rc<Ui>,
    found: Found,
    /// Counts what was found.
    serial: usize,
    around: Rc<Around>,
    /// The address is that of a place where the reader was before.
    back: bool,
    /// The link whose view is drawn.
    drawn: Option<Rc<Route>>,
    /// The reader went on by one passage: it is brought into view, not to the top.
    stepped: bool,
    /// Words were sent off from a search box.
    sent: bool,
    then: Then,
    typing: Option<Pending>,
    growing: Option<Pending>,
    noting: Option<Pending>,
    saying: Option<Pending>,
    /// More of the page is expected, or was.
    _arriving: Pending,
    /// They listen for as long as the page is open.
    _listeners: Vec<dom::Listener>,
}

impl Component for App {
    type Message = Act;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let holdings = context.props().holdings.clone();
        let route = Rc::new(holdings.canonical_route(Route::read(&location::fragment())));
        let link = context.link().clone();
        let arrived = link.callback(|()| Act::Arrived);
        let moved = location::listen(move || arrived.emit(()));
        let pressed = link.callback(|act| act);
        let keys = keyboard::listen(Then::new(pressed));
        let selected = link.callback(|()| Act::Selected(dom::selected()));
        let selection = dom::on_selection(move || selected.emit(()));
        let [before, after] = dom::unfold_for_print();
        let back = location::arrive().is_some();
        let near = link.callback(|()| Act::Draw);
        let scrolled = dom::on_scroll(move || {
            if dom::is_near_end() {
                near.emit(());
            }
        });
        let (asked, link) = (holdings.clone(), context.link().clone());
        let arriving = dom::once_loaded(move || {
            link.send_message(match asked.inspected() {
                Ok(holdings) => Act::Grown(holdings),
                Err(sentence) => Act::Failed(sentence),
            });
        });
        let ui = Rc::new(Ui::new(Preferences::stored()));
        let found = find(&holdings, &route, &ui, None, 1);
        let around = around(&holdings);
        keyboard::allow(ui.preferences.keys);
        Self {
            holdings,
            route,
            ui,
            found,
            serial: 1,
            around,
            back,
            drawn: None,
            stepped: false,
            sent: false,
            then: Then::new(Callback::noop()),
            typing: None,
            growing: None,
            noting: None,
            saying: None,
            _arriving: arriving,
            _listeners: [moved, keys, selection, scrolled, before, after].into_iter().flatten().collect(),
        }
    }

    fn update(&mut self, context: &Context<Self>, act: Act) -> bool {
        self.answer(context, act)
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let here = self.here(context);
        let link = context.link();
        let growing = self.holdings.growth().is_some() || matches!(self.found, Found::Waiting);
        let growth = growing.then(|| {
            let (grown, failed) = (link.callback(Act::Grown), link.callback(Act::Failed));
            html! { <Growth holdings={self.holdings.clone()} {grown} {failed} /> }
        });
        let inside = run().child(growth).child(unknown(&here)).child(shown(&here, &self.found, &self.key()));
        // What is said is put there once nothing has changed for a while.
        let said = of("p", "unseen-text").id("said").attr("role", "status");
        run().child(frame(&here, &self.around, inside)).child(key_sheet(&here)).child(note(&here)).child(said).into()
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        self.settle();
        let whole = matches!(&self.found, Found::Document(Some(open)) if open.blocks.len() <= reader::WHOLE);
        let asked = |drawn: usize| whole || drawn < UNASKED || dom::is_near_end();
        let more = self.found.pieces() > self.ui.drawn && asked(self.ui.drawn);
        let link = context.link().clone();
        self.growing = more.then(|| timer::after(SLICE, move || link.send_message(Act::Draw)));
    }
}

/// What the frame says of the file.
fn around(holdings: &Holdings) -> Rc<Around> {
    Rc::new(Around { summary: holdings.summary(), contents: holdings.contents() })
}

/// What was done, for some seconds: seen at the foot, and said aloud.
fn note(here: &Here) -> El {
    let inside = match &here.ui.copied {
        None => run(),
        Some(text) if text.is_empty() => of("p", "toast").child(m::COPIED),
        Some(text) => {
            let field = of("input", "copy-field").attr("readonly", "true").value(text);
            of("p", "toast").child(el("label").child(m::COPY_BY_HAND).child(" ").child(field))
        }
    };
    of("div", "notes").attr("role", "status").child(inside)
}

/// Names the parameters of the link that this version does not know.
fn unknown(here: &Here) -> El {
    if here.route.unknown.is_empty() {
        return run();
    }
    let mut names = Vec::new();
    for (name, _) in &here.route.unknown {
        names.push(m::quoted(name));
    }
    of("p", "notice").attr("role", "status").child(m::DOES_NOT_KNOW).child(bdi(&names.join(", "))).child(m::LEFT_ASIDE)
}

impl App {
    fn here(&self, context: &Context<Self>) -> Here {
        Here {
            holdings: self.holdings.clone(),
            route: self.route.clone(),
            ui: self.ui.clone(),
            then: self.then.renewed(context.link().callback(|act| act)),
            serial: self.serial,
        }
    }

    /// Another view is drawn anew; other words and filters, and another passage, change the view that is there.
    fn key(&self) -> String {
        match &self.route.view {
            View::Document { id, .. } => id.clone(),
            view => self.route.plain(view.clone()).to_string(),
        }
    }

    fn ui(&mut self) -> &mut Ui {
        Rc::make_mut(&mut self.ui)
    }

    /// Asks again what the link asks for.
    fn ask(&mut self) {
        self.serial += 1;
        self.found = find(&self.holdings, &self.route, &self.ui, Some(&self.found), self.serial);
    }

    /// Another link: what was opened on the last one is closed, where it was another view.
    fn go(&mut self, route: Route) {
        let route = Rc::new(self.holdings.canonical_route(route));
        if *route == *self.route {
            return;
        }
        let moved = route.view != self.route.view;
        let same_document = match (&route.view, &self.route.view) {
            (View::Document { id, .. }, View::Document { id: before, .. }) => id == before,
            _ => false,
        };
        let from_document = matches!(self.route.view, View::Document { .. });
        let ui = self.ui();
        ui.limit = RESULTS;
        ui.by_hand = None;
        ui.selected = None;
        if !same_document {
            ui.drawn = FIRST;
        }
        if moved {
            ui.typed = None;
            ui.suggested.clear();
            ui.option = None;
            ui.unfolded.clear();
            ui.look = None;
            ui.record &= same_document || !from_document;
        }
        self.route = route;
        self.ask();
    }

    /// The same view under other words or filters, as a new entry of the history.
    fn narrow(&mut self, route: Route) -> bool {
        location::push(&route.to_string());
        false
    }

    fn with_filter(&self, filter: Filter) -> Route {
        self.route.with(self.route.query.with_filter(filter))
    }

    fn answer(&mut self, context: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Arrived => {
                location::remember_drawn(self.ui.drawn);
                let drawn = location::arrive();
                self.back = drawn.is_some();
                if self.typing.is_none() {
                    self.ui().typed = None;
                }
                self.go(Route::read(&location::fragment()));
                // Where the reader was can be far down.
                self.ui().drawn = self.ui.drawn.max(drawn.unwrap_or(0));
                true
            }
            Act::Go(route) => self.narrow(route),
            Act::Choose(axis, value) => self.narrow(self.route.toggled(axis, &value)),
            Act::Exclude(axis, value) => self.narrow(self.route.shut_out(axis, &value)),
            Act::Release(axis, value) => self.narrow(self.route.without(axis, &value)),
            Act::Replace(axis, value, next) => self.narrow(self.route.without(axis, &value).toggled(axis, &next)),
            Act::Clear => self.narrow(self.with_filter(Filter::default()).selecting(Selection::default())),
            Act::Unword => self.narrow(self.route.with(self.route.query.with_text(""))),
            Act::Unfold(name) => {
                let ui = self.ui();
                match ui.unfolded.remove(name) {
                    None => {
                        ui.unfolded.insert(name, String::new());
                    }
                    Some(words) if !words.is_empty() => self.ask(),
                    Some(_) => {}
                }
                true
            }
            Act::Typed(Field::Year(name), text) => self.year(name, &text),
            Act::Typed(field, text) => {
                let cleared = text.is_empty();
                self.ui().typed = Some((field, text));
                let link = context.link().clone();
                self.typing = Some(timer::after(REST, move || link.send_message(Act::Rested)));
                cleared
            }
            Act::Rested => self.rested(),
            Act::Sent(field) => self.sent(field),
            Act::Option(field, by) => self.option(field, by),
            Act::Complete(field) => {
                let chosen = self.ui.option.and_then(|at| self.ui.suggested.get(at)).map(|found| found.text.clone());
                if let Some(text) = chosen {
                    self.ui().typed = Some((field, text));
                    return self.rested();
                }
                false
            }
            Act::Follow(at) => self.follow(at),
            Act::Shut => {
                let ui = self.ui();
                ui.option = None;
                !std::mem::take(&mut ui.suggested).is_empty()
            }
            Act::Broaden => match self.holdings.broadened(&asked(&self.route)) {
                Some(text) => self.narrow(self.route.with(self.route.query.with_text(&text))),
                None => false,
            },
            Act::More => {
                self.ui().limit += FURTHER;
                self.ask();
                true
            }
            Act::Draw => {
                let more = self.found.pieces() > self.ui.drawn;
                self.ui().drawn += if more { FIRST * SLICES } else { 0 };
                more
            }
            Act::Save => self.save(),
            Act::Copy(text) => {
                self.ui().copied = Some(if clipboard::copy(&text) { String::new() } else { text });
                self.noted(context);
                true
            }
            Act::Prefer(next) => {
                next.keep();
                keyboard::allow(next.keys);
                self.ui().preferences = next;
                true
            }
            Act::Mark(marks) => {
                self.ui().marks = marks;
                true
            }
            Act::Source => {
                let ui = self.ui();
                ui.source = !ui.source;
                true
            }
            Act::Step(selector, by) => {
                dom::step(selector, by);
                false
            }
            Act::Passage(by) => self.step(by, false),
            Act::Match(by) => self.step(by, true),
            Act::View(view) => self.narrow(self.route.plain(view)),
            Act::Full => {
                let ui = self.ui();
                ui.full = !ui.full;
                dom::root_attribute("data-full-passages", ui.full.then_some("true"));
                if matches!(self.route.view, View::Search) {
                    self.ask();
                }
                true
            }
            Act::Noted => {
                self.ui().copied = None;
                true
            }
            Act::Sheet(open) => {
                dom::dialog("keys", open);
                false
            }
            Act::Show(id) => {
                dom::show(&id);
                dom::focus(&id);
                false
            }
            Act::Look(document, passage) => {
                let look = Some((document, passage));
                let other = self.ui.look != look;
                self.ui().look = look;
                other && dom::has_room()
            }
            Act::Selected(words) => {
                let other = self.ui.selected != words && matches!(self.route.view, View::Document { .. });
                if other {
                    self.ui().selected = words;
                }
                other
            }
            Act::Grown(holdings) => {
                self.holdings = holdings;
                self.around = around(&self.holdings);
                self.ask();
                true
            }
            Act::Failed(sentence) => {
                fault::show(&m::fault(&sentence), VERSION);
                false
            }
        }
    }

    /// Takes the note on what was done away after some seconds, where it is no field to copy from.
    fn noted(&mut self, context: &Context<Self>) {
        let done = self.ui.copied.as_deref() == Some("");
        let link = context.link().clone();
        self.noting = done.then(|| timer::after(SHOWN, move || link.send_message(Act::Noted)));
    }

    /// A year was put into a field: the view from or to it; a field left empty asks for nothing.
    fn year(&mut self, name: &'static str, text: &str) -> bool {
        let Some(facet) = Facet::from_word(name) else { return false };
        let mut filter = self.route.query.filter.clone();
        for value in self.route.query.filter.wanted(facet) {
            filter = filter.without(facet, value);
        }
        if !text.trim().is_empty() {
            filter = filter.with(facet, text.trim());
        }
        self.narrow(self.with_filter(filter))
    }

    /// No key for a while: what is typed goes into the link, and what could be meant is shown.
    fn rested(&mut self) -> bool {
        self.typing = None;
        let Some((field, text)) = self.ui.typed.clone() else { return false };
        match field {
            Field::Facet(name) => {
                self.ui().unfolded.insert(name, text);
                self.ui().typed = None;
                self.ask();
                return true;
            }
            Field::Search | Field::Find => {
                let next = self.route.with(self.route.query.with_text(&text));
                location::replace(&next.to_string());
                self.go(next);
            }
            Field::Header | Field::Year(_) => {}
        }
        if field != Field::Find {
            let suggested = self.suggestions(&text);
            let ui = self.ui();
            (ui.suggested, ui.option) = (suggested, None);
        }
        true
    }

    /// What could be meant by `text`; what was searched for before, where it is empty.
    fn suggestions(&self, text: &str) -> Vec<Suggestion> {
        if !text.trim().is_empty() {
            let mut found = self.holdings.suggest(text, SUGGESTED);
            // Those of one sort stand together.
            entente_text::order::sort_by_key(&mut found, |found| match found.kind {
                SuggestionKind::Term => 0,
                SuggestionKind::Name(facet) => 1 + facet as usize,
                SuggestionKind::Document => usize::MAX,
            });
            return found;
        }
        let mut out = Vec::new();
        for words in &self.ui.recent {
            let (kind, text) = (SuggestionKind::Term, words.clone());
            out.push(Suggestion { kind, id: text.clone(), text, form: None, passages: 0, documents: 0 });
        }
        out
    }

    fn sent(&mut self, field: Field) -> bool {
        if let Some(at) = self.ui.option {
            return self.follow(at);
        }
        let text = self.text(field);
        self.typing = None;
        self.remember(&text);
        let next = match self.holdings.pasted(&text) {
            Some(link) => Route::read(&link),
            None if field == Field::Search => self.route.with(self.route.query.with_text(&text)),
            None => self.route.to(View::Search).with(self.route.query.with_text(&text)),
        };
        let ui = self.ui();
        ui.suggested.clear();
        if field == Field::Header {
            ui.typed = None;
        }
        if next == *self.route {
            // They are found already.
            dom::focus("main");
            return true;
        }
        self.sent = true;
        location::push(&next.to_string());
        true
    }

    /// What stands in a field.
    fn text(&self, field: Field) -> String {
        match &self.ui.typed {
            Some((typing, text)) if *typing == field => text.clone(),
            _ if field == Field::Search => self.route.query.text.clone(),
            _ => String::new(),
        }
    }

    fn remember(&mut self, text: &str) {
        let text = text.trim().to_owned();
        let recent = &mut self.ui().recent;
        recent.retain(|known| *known != text);
        if !text.is_empty() {
            recent.insert(0, text);
        }
        recent.truncate(REMEMBERED);
    }

    fn option(&mut self, field: Field, by: i32) -> bool {
        if self.ui.suggested.is_empty() {
            let text = self.text(field);
            let suggested = self.suggestions(&text);
            let ui = self.ui();
            ui.typed = Some((field, text));
            (ui.suggested, ui.option) = (suggested, None);
            return true;
        }
        let last = self.ui.suggested.len() - 1;
        let ui = self.ui();
        ui.option = match (ui.option, by > 0) {
            (None, true) => Some(0),
            (None, false) => Some(last),
            (Some(at), true) => (at < last).then_some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
        true
    }

    fn follow(&mut self, at: usize) -> bool {
        let Some(found) = self.ui.suggested.get(at).cloned() else { return false };
        let next = match found.kind {
            SuggestionKind::Name(_) => self.route.plain(View::Name(found.id)),
            SuggestionKind::Document => self.route.plain(View::Document { id: found.id, passage: None }),
            SuggestionKind::Term => {
                self.remember(&found.text);
                self.route.to(View::Search).with(self.route.query.with_text(&found.id))
            }
        };
        let ui = self.ui();
        ui.suggested.clear();
        (ui.option, ui.typed) = (None, None);
        location::push(&next.to_string());
        true
    }

    /// Saves the rows that are shown, of a search everything that it finds.
    fn save(&mut self) -> bool {
        let (name, text) = match (&self.found, self.found.exported()) {
            (Found::Search(..), _) => ("passages", self.holdings.search_csv(&asked(&self.route))),
            (_, Some((table, rows))) => (table, self.holdings.csv(table, rows).unwrap_or_default()),
            _ => return false,
        };
        // Where a frame may not save, the text is shown to be copied.
        let saved = download::save(&format!("{name}.csv"), "text/csv", &text);
        self.ui().by_hand = (!saved).then_some(text);
        !saved
    }

    /// What happens once a view is drawn: title, embedding, and where the reader is put.
    fn settle(&mut self) {
        let before = self.drawn.take();
        self.drawn = Some(self.route.clone());
        if before.as_ref().is_some_and(|before| **before == *self.route) {
            return;
        }
        self.saying = before.is_some().then(|| timer::after(SAID, dom::say_count));
        let route = &self.route;
        dom::title(&m::window(&self.title(), &self.around.summary.title));
        dom::root_attribute("data-embed", (route.embed || dom::is_framed()).then_some("true"));
        keyboard::at(&route.view);
        host::navigated(&route.to_string());
        let back = std::mem::take(&mut self.back);
        let stepped = std::mem::take(&mut self.stepped);
        let sent = std::mem::take(&mut self.sent);
        // Filtering keeps the focus where it is.
        if before.as_ref().is_some_and(|before| before.view == route.view) {
            return;
        }
        dom::shut_menus();
        if back {
            location::restore();
            return;
        }
        if let Found::Document(Some(open)) = &self.found
            && let Some(anchor) = &open.reading.current
            && let Some(block) = open.blocks.iter().find(|block| block.anchor == *anchor)
        {
            dom::focus(anchor);
            if stepped {
                dom::show_near(anchor)
            } else {
                dom::show(anchor)
            }
            host::selected(&open.reading.card.id, anchor, &plain_text(&block.cells));
            return;
        }
        match &route.view {
            // Whoever has sent the words off wants the results: keys go through them from here.
            View::Search if sent => dom::focus("main"),
            View::Search if before.is_some() => dom::focus_field("search"),
            _ if before.is_some() => {
                dom::scroll_to(0.0);
                dom::focus("main");
            }
            _ => {}
        }
    }

    /// What the view is called in the window's title.
    fn title(&self) -> String {
        match (&self.found, &self.route.view) {
            (_, View::Search) if !self.route.query.text.is_empty() => m::colon(m::SEARCH, &self.route.query.text),
            (Found::Document(open), _) => open.as_ref().map_or_else(
                || m::UNKNOWN_DOCUMENT.to_owned(),
                |open| open.reading.card.title.clone().unwrap_or_else(|| open.reading.card.begins.clone()),
            ),
            (Found::Name(found), _) => {
                found.as_ref().map_or_else(|| m::UNKNOWN_NAME.to_owned(), |found| found.name.name.clone())
            }
            (Found::Engagement(found), _) => {
                found.as_ref().map_or_else(|| m::UNKNOWN_ENGAGEMENT.to_owned(), |found| found.row.name.clone())
            }
            (Found::Series(found), _) => {
                found.as_ref().map_or_else(|| m::UNKNOWN_SERIES.to_owned(), |found| found.name.clone())
            }
            (_, View::Compare(..)) => m::COMPARE.to_owned(),
            (_, View::Unknown(_)) => m::UNKNOWN_VIEW.to_owned(),
            (_, view) => label(view).to_owned(),
        }
    }

    /// Goes some passages on in the document that is open, over those without a match where `hits` is set.
    fn step(&mut self, by: i32, hits: bool) -> bool {
        let Found::Document(Some(open)) = &self.found else { return false };
        let View::Document { id, .. } = &self.route.view else { return false };
        let position = |anchor: &str| open.blocks.iter().position(|block| block.anchor == anchor);
        let focused = dom::focused_passage();
        let at = focused.as_deref().or(open.reading.current.as_deref()).and_then(position);
        let fits = |n: &usize| !hits || open.blocks[*n].hits > 0;
        let next = match (at, by > 0) {
            (Some(at), true) => (at + 1..open.blocks.len()).find(fits),
            (Some(at), false) => (0..at).rev().find(fits),
            (None, true) => (0..open.blocks.len()).find(fits),
            (None, false) => (0..open.blocks.len()).rev().find(fits),
        };
        let Some(next) = next else { return false };
        let view = View::Document { id: id.clone(), passage: Some(open.blocks[next].anchor.clone()) };
        let route = Route { view, ..(*self.route).clone() };
        location::replace(&route.to_string());
        self.stepped = true;
        self.go(route);
        true
    }
}
