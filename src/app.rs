//! The application: combines the state of the page, of which each part has a hook as its owner, and draws the screen of the link.

use std::rc::Rc;

use entente_brief::{Brief, With, rich_text};
use entente_corpus::id::slug;
use entente_rich_text::{docx, html, markdown};
use yew::prelude::*;

use crate::actions::{BriefAction, Cite, Copied, Dispatch, Output, Owners, PictureForm, ScreenAction};
use crate::components::citation::{CitationDialog, Cited};
use crate::components::frame::{Around, Frame};
use crate::components::growth::Growth;
use crate::components::keys::KeySheet;
use crate::components::text::bdi;
use crate::components::toast::ToastNote;
use crate::context::ViewContext;
use crate::display::{Display, DisplayAction};
use crate::hooks::{
    KeyAction, Loaded, Navigator, PreferencesContext, Toast, Tray, use_checking, use_drawing, use_filter_field,
    use_keyboard, use_preferences, use_preview, use_route, use_screen_data, use_search_box, use_settle, use_toast,
    use_tray, wants_row,
};
use crate::library::Library;
use crate::messages as m;
use crate::platform::{clipboard, dom, download, fault, figure, host, payload, script, timer};
use crate::preferences::Preferences;
use crate::route::{Route, View};
use crate::screens::document::view::WHOLE;
use crate::screens::document::{OpenDocument, next_hit, next_passage};
use crate::screens::search::search_query;
use crate::screens::{Chip, Export, screen};
use crate::visit::{Visit, VisitAction};

/// Reads what the page carries and shows it; where that cannot be, says so above the plain list.
pub fn start() {
    fault::watch();
    Preferences::stored().show();
    match payload::library() {
        Err(sentence) => fail(&sentence),
        Ok(library) => {
            if let Some(root) = dom::mount() {
                script::offer(&library);
                yew::Renderer::<App>::with_root_and_props(root, AppProps { library: library.clone() }).render();
                dom::ready();
                host::connect(&library);
                // The list is drawn without an index; the first search is not to wait for it.
                timer::after(INDEX_DELAY_MILLISECONDS, move || library.make_index()).forget();
            }
        }
    }
}

/// Rest between the first drawing and the making of the index, unless words are looked for before.
const INDEX_DELAY_MILLISECONDS: u32 = 300;

/// What a fault's details begin with.
const VERSION: &str = concat!("Entente ", env!("CARGO_PKG_VERSION"));

/// The documents cannot be used.
fn fail(sentence: &str) {
    fault::show(&m::fault(sentence), VERSION);
}

#[derive(Properties, PartialEq)]
struct AppProps {
    library: Library,
}

/// The application.
#[component]
fn App(props: &AppProps) -> Html {
    let (library, set_library) = use_library(&props.library);
    let around =
        use_memo(library.clone(), |library| Around { summary: library.summary(), contents: library.contents() });
    let preferences = use_preferences();
    let (visit, navigator) = use_route(&library);
    let display = use_reducer_eq(Display::default);
    let (toast, show, copy) = use_toast();
    let (tray, arrange) = use_tray(&visit, &navigator, &show);
    let loaded = use_screen_data(&library, &visit, display.full, &tray);
    let preview = use_preview(&library, &visit, &loaded);
    let search_box = use_search_box(&library, &visit, &navigator);
    let (cited, cite) = use_citation(&library);
    let nothing_here = show.reform(|key: String| {
        let wants_row = wants_row(&key);
        Toast::NothingHere(key, wants_row)
    });
    let checker = use_checking(&library, &visit);
    let filter_field = use_filter_field(&library, &visit, &navigator);
    let key_actions = key_actions(&visit, &display, &loaded, &navigator, nothing_here);
    use_keyboard(&visit.route.view, preferences.now.keys, key_actions);
    let open = loaded.data.document.as_ref();
    let is_whole = open.is_some_and(|open| open.blocks.len() <= WHOLE);
    let checked = checker.state().checked.filter(|_| visit.route.view == View::Verify);
    let pieces = checked.map_or(loaded.data.pieces, |checked| checked.sentences.len());
    use_drawing(&visit, pieces, is_whole, loaded.serial);
    use_selection(&visit);
    use_effect_with((), |()| {
        let unfolding = dom::unfold_for_print();
        move || drop(unfolding)
    });
    use_effect_with(display.full, |full| dom::root_attribute("data-full-passages", full.then_some("true")));
    use_settle(&visit, &loaded, &around.summary.title);

    let dispatch = Dispatch::new(Owners {
        navigator: navigator.clone(),
        visit: visit.clone(),
        display: display.dispatcher(),
        search_box: search_box.clone(),
        filter_field: filter_field.clone(),
        copy,
        cite,
        brief: brief_actions(&visit, &loaded, &tray, arrange, show.clone()),
        screen: screen_actions(&library, &visit, &loaded, &navigator, show),
        checker: checker.clone(),
    });
    let here = ViewContext {
        route: visit.route.clone(),
        visit: Rc::new((*visit).clone()),
        display: (*display).clone(),
        suggested: Rc::new(search_box.suggested()),
        offers: Rc::new(filter_field.offers()),
        dispatch,
        serial: loaded.serial,
        chips: loaded.chips.clone(),
        preview,
        tray,
        checking: Rc::new(checker.state()),
        marking: around.summary.marking.as_deref().map(Rc::from),
        head: library.head.clone(),
    };
    let is_growing = library.growth().is_some() || loaded.data.is_waiting;
    let key = screen_key(&here.route);
    html! {
        <ContextProvider<ViewContext> context={here.clone()}>
        <ContextProvider<PreferencesContext> context={preferences}>
            <Frame {here} {around}>
                if is_growing {
                    <Growth {library} grown={set_library} failed={|sentence: String| fail(&sentence)} />
                }
                { unknown_parameters(&visit.route) }
                <ScreenView {key} {loaded} />
            </Frame>
            <KeySheet />
            <CitationDialog {cited} />
            <ToastNote {toast} />
            // What is said is put there once nothing has changed for a while.
            <p class="unseen-text" id="said" role="status"></p>
        </ContextProvider<PreferencesContext>>
        </ContextProvider<ViewContext>>
    }
}

#[derive(Properties)]
struct ScreenViewProps {
    loaded: Rc<Loaded>,
}

impl PartialEq for ScreenViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.loaded, &other.loaded)
    }
}

/// The screen of the link. Its components are drawn when their turn comes, so that fields have their text of that moment.
#[component]
fn ScreenView(props: &ScreenViewProps) -> Html {
    (props.loaded.data.draw)()
}

/// The documents as far as they are in, and what takes in more.
#[hook]
fn use_library(first: &Library) -> (Library, Callback<Library>) {
    let library = use_state(|| first.clone());
    let setter = library.setter();
    let set = use_callback((), move |next: Library, ()| setter.set(next));
    let (opened, arrived) = (first.clone(), set.clone());
    // More of the page is expected, or was.
    use_effect_with((), move |()| {
        let arriving = dom::once_loaded(move || match opened.inspected() {
            Ok(library) => arrived.emit(library),
            Err(sentence) => fail(&sentence),
        });
        move || drop(arriving)
    });
    ((*library).clone(), set)
}

/// Notices which words of a document the reader selects.
#[hook]
fn use_selection(visit: &UseReducerHandle<Visit>) {
    let dispatcher = visit.dispatcher();
    use_effect_with((), move |()| {
        let listener = dom::on_selection(move || dispatcher.dispatch(VisitAction::Select(dom::selected())));
        move || drop(listener)
    });
}

/// What keys ask for.
fn key_actions(
    visit: &UseReducerHandle<Visit>,
    display: &UseReducerHandle<Display>,
    loaded: &Rc<Loaded>,
    navigator: &Navigator,
    nothing_here: Callback<String>,
) -> Callback<KeyAction> {
    let (visit, display) = (visit.clone(), display.dispatcher());
    let (loaded, navigator) = (loaded.clone(), navigator.clone());
    Callback::from(move |action| {
        let step = |step: fn(&OpenDocument, &Route, Option<&str>, i32) -> Option<Route>, by: i32, key: &str| {
            let open = loaded.data.document.as_deref();
            match open.and_then(|open| step(open, &visit.route, dom::focused_passage().as_deref(), by)) {
                Some(next) => navigator.step(&visit.route, next),
                None => nothing_here.emit(key.to_owned()),
            }
        };
        match action {
            KeyAction::Go(view) => navigator.push(&visit.route.plain(view)),
            KeyAction::StepPassage(by) => step(next_passage, by, if by > 0 { "j" } else { "k" }),
            KeyAction::StepHit(by) => step(next_hit, by, if by > 0 { "n" } else { "p" }),
            KeyAction::Leave => {
                if !navigator.leave(&visit.route) {
                    nothing_here.emit("u".to_owned());
                }
            }
            KeyAction::CloseFilters => {
                visit.dispatch(VisitAction::OpenFilters(false));
                dom::focus_soon("open-filters");
            }
            KeyAction::ToggleFull => display.dispatch(DisplayAction::ToggleFull),
            KeyAction::Nothing(key) => nothing_here.emit(key),
        }
    })
}

/// What is done with the whole screen.
fn screen_actions(
    library: &Library,
    visit: &UseReducerHandle<Visit>,
    loaded: &Rc<Loaded>,
    navigator: &Navigator,
    show: Callback<Toast>,
) -> Callback<ScreenAction> {
    let (library, visit) = (library.clone(), visit.clone());
    let (loaded, navigator) = (loaded.clone(), navigator.clone());
    Callback::from(move |action| match action {
        ScreenAction::Save => save(&library, &visit, &loaded.data.export, &show),
        ScreenAction::SaveFigure(id, form) => {
            save_figure(&library, &visit, &loaded, (id, form), show.clone());
        }
        ScreenAction::Broaden => {
            if let Some(text) = library.broadened(&search_query(&visit.route)) {
                navigator.push(&visit.route.with(visit.route.query.with_text(&text)));
            }
        }
    })
}

/// Saves the rows that are shown, of a search everything that it finds, as CSV.
fn save(library: &Library, visit: &UseReducerHandle<Visit>, export: &Export, show: &Callback<Toast>) {
    let Some(name) = screen(&visit.route.view).and_then(|screen| screen.table) else { return };
    let (text, rows, folded) = match export {
        Export::Nothing => return,
        Export::Search => {
            let query = search_query(&visit.route);
            let shown = library.search(&query, visit.limit);
            let folded = shown.groups.iter().flat_map(|group| &group.hits).map(|hit| hit.also.len()).sum();
            (library.search_csv(&query), shown.total, folded)
        }
        Export::Rows(rows) => (library.csv(name, rows), rows.len(), 0),
    };
    // That something cannot be fetched was said before; half a table is not saved.
    let Some(text) = text else { return };
    // Where a frame may not save, the text is shown to be copied.
    let file = saved_name(library, &visit.route, name, "csv");
    let is_saved = download::save(&file, "text/csv", &text);
    if is_saved {
        show.emit(Toast::Saved(file, Some((rows, folded))));
    }
    visit.dispatch(VisitAction::ShowCsv((!is_saved).then_some(text)));
}

/// Saves the figure around the element `id`. Where a frame may not save, the picture is shown as text to be copied.
fn save_figure(
    library: &Library,
    visit: &UseReducerHandle<Visit>,
    loaded: &Rc<Loaded>,
    (id, form): (&'static str, PictureForm),
    show: Callback<Toast>,
) {
    let label = |chip: &Chip| if chip.is_excluded { m::left_out_value(&chip.label) } else { chip.label.clone() };
    let words = Some(visit.route.query.text.clone()).filter(|text| !text.is_empty());
    let filter: Vec<String> = words.into_iter().chain(loaded.chips.iter().map(label)).collect();
    let lines = m::figure_lines(&filter, &library.summary(), &library.head.sha256, &timer::today_stamp());
    let Some(svg) = figure::svg(id, &lines) else { return };
    let name = saved_name(library, &visit.route, id, &form.as_str().to_lowercase());
    if form == PictureForm::Png {
        figure::png(&svg, move |bytes| {
            if download::save_bytes(&name, "image/png", bytes) {
                show.emit(Toast::Saved(name, None));
            }
        });
        return;
    }
    let is_saved = download::save(&name, "image/svg+xml", &svg);
    if is_saved {
        show.emit(Toast::Saved(name, None));
    }
    visit.dispatch(VisitAction::ShowCsv((!is_saved).then_some(svg)));
}

/// The name of a saved file: the file of documents, the table or figure, the filters, the day.
fn saved_name(library: &Library, route: &Route, table: &str, end: &str) -> String {
    let link = route.to_string();
    let asked = link.split_once('?').map_or("", |(_, asked)| asked);
    let parts = [slug(&library.summary().title), table.to_owned(), slug(asked), timer::today_stamp()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{}.{end}", parts.join("-"))
}

/// Shows what is cited in all forms of citation.
#[hook]
fn use_citation(library: &Library) -> (Option<Cited>, Callback<Cite>) {
    let cited = use_state(|| None::<Cited>);
    let (setter, library) = (cited.setter(), library.clone());
    let cite = Callback::from(move |cite: Cite| {
        let Some(citation) = library.citation(&cite.document, cite.passage.as_deref()) else { return };
        let citation = match &cite.words {
            Some(words) => citation.quoting(words),
            None => citation,
        };
        let view = View::Document { id: cite.document, passage: cite.passage };
        setter.set(Some(Cited { citation, view }));
        // Once it is drawn.
        timer::after(0, || dom::dialog("cite", true)).forget();
    });
    ((*cited).clone(), cite)
}

/// Arranges the brief, and takes it out.
fn brief_actions(
    visit: &UseReducerHandle<Visit>,
    loaded: &Rc<Loaded>,
    tray: &Rc<Tray>,
    arrange: Callback<BriefAction>,
    show: Callback<Toast>,
) -> Callback<BriefAction> {
    let (visit, loaded, with) = (visit.clone(), loaded.clone(), tray.with);
    Callback::from(move |action| match (action, &loaded.data.brief) {
        (BriefAction::TakeOut(output), Some(brief)) => take_out(&visit, brief, with, output, &show),
        (action, _) => arrange.emit(action),
    })
}

/// Saves, copies or prints the brief. Where a frame may not save or copy, its text is shown to be copied by hand.
fn take_out(visit: &UseReducerHandle<Visit>, brief: &Brief, with: With, output: Output, show: &Callback<Toast>) {
    let text = rich_text(brief, with);
    let by_hand = || Some(markdown(&text));
    let title = slug(&text.title);
    let named = |end: &str| {
        let parts = [title.as_str(), &timer::today_stamp()].map(str::to_owned);
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}.{end}", if parts.is_empty() { "brief".to_owned() } else { parts.join("-") })
    };
    let (is_out, toast) = match output {
        Output::Docx => {
            let name = named("docx");
            (download::save_bytes(&name, DOCX_TYPE, &docx(&text)), Toast::Saved(name, None))
        }
        Output::Markdown => {
            let name = named("md");
            (download::save(&name, "text/markdown", &markdown(&text)), Toast::Saved(name, None))
        }
        Output::RichText => (clipboard::copy_rich(&html(&text), &markdown(&text)), Toast::Copied(Copied::Brief)),
        Output::Print => return dom::print(),
    };
    visit.dispatch(VisitAction::ShowCsv(if is_out { None } else { by_hand() }));
    if is_out {
        show.emit(toast);
    }
}

/// The type of Word files.
const DOCX_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The key of the view: a new key draws the view from scratch. Other words and filters, and another passage, keep the key.
fn screen_key(route: &Route) -> String {
    match &route.view {
        View::Document { id, .. } => id.clone(),
        view => route.plain(view.clone()).to_string(),
    }
}

/// Names what the view does not know of the link.
fn unknown_parameters(route: &Route) -> Html {
    let names: Vec<String> = route.unknown_names().map(|name| m::quoted(&name)).collect();
    if names.is_empty() {
        return html! {};
    }
    html! {
        <p class="notice" role="status">{ m::DOES_NOT_KNOW }{ bdi(&names.join(", ")) }{ m::LEFT_ASIDE }</p>
    }
}
