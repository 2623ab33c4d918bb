//! Every view drawn without a browser: what stands in it, as text. It fails where a view touches the
//! browser while it draws.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use entente_explore::{Axis, Explorer};
use entente_ingest::{Settings, Source, ingest};
use entente_page::payload::read_head;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::actions::Dispatch;
use crate::components::frame::{Around, Frame, FrameProps};
use crate::components::keys::KeySheet;
use crate::context::{Suggested, ViewContext};
use crate::display::Display;
use crate::hooks::Checking;
use crate::hooks::Tray;
use crate::hooks::row_preview;
use crate::library::Library;
use crate::route::Route;
use crate::screens::search::preview;
use crate::screens::snapshots::seeds;
use crate::screens::{Request, SCREENS, ScreenData, load};
use crate::visit::{Arrival, Visit};

pub(super) const FORM: &str = "# Plan of Utopia\n\n## A. Ports\n\n### COMMITMENTS\n\n- Protect ports against attacks (2010).\n- Train the guards of ports (2011).\n\n### MEASURES UNDERTAKEN TO IMPLEMENT COMMITMENTS\n\nProtect ports against attacks\n\n- Korea built a fence around two ports in 2012.\n\n### FURTHER MEASURES PLANNED TO IMPLEMENT COMMITMENTS\n\n-\n";
pub(super) const NEWS: &str = "Korea and Japan to hold 3rd Cyber Policy Consultation\n\nThe third Korea-Japan Cyber Policy Consultation will take place in Tokyo on June 29, 2016. The two sides agreed to share information on malicious activities.\n\nKorea will donate 500,000 US dollars to the Trust Fund of the CGPCS.\n";
pub(super) const SAME: &str = "A report\n\nKorea built a fence around two ports in 2012.\n\nThe third Korea-Japan Cyber Policy Consultation will take place in Tokyo on June 29, 2016. The two sides agreed to share information on malicious acts.\n";

pub(super) fn library(files: &[(&str, &str)]) -> Library {
    let source = |(file, text): &(&str, &str)| Source { file: (*file).to_owned(), bytes: text.as_bytes().to_vec() };
    library_of(ingest(&files.iter().map(source).collect::<Vec<_>>(), &Settings::default()))
}

fn library_of(corpus: entente_corpus::Corpus) -> Library {
    let rest = r#""schema":2,"program":"0","application":"0","documents":0,"names":0,"bytes":0,"encoding":"json","sha256":"0123456789""#;
    let head = format!("{{\"format\":{},{rest}}}", entente_page::FORMAT);
    Library::new(Explorer::new(Rc::new(corpus)), read_head(&head).expect("a head"))
}

#[derive(Clone, Properties)]
pub(super) struct ViewProps {
    here: ViewContext,
    pub(super) data: Rc<ScreenData>,
}

impl PartialEq for ViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
    }
}

#[component]
fn View(props: &ViewProps) -> Html {
    html! { <ContextProvider<ViewContext> context={props.here.clone()}>{ (props.data.draw)() }</ContextProvider<ViewContext>> }
}

/// What the reader has opened and set, and what is suggested: changes a visit, a display and suggestions in which nothing is.
pub(super) type Opening<'a> = &'a dyn Fn(&mut Visit, &mut Display, &mut Suggested);

/// What the data of a link are made from.
pub(super) fn request_of(library: &Library, link: &str) -> Request {
    let route = Rc::new(library.canonical_route(Route::read(link)));
    let limit = Visit::new(route.clone(), Arrival::Link).limit;
    let searched_facets = Vec::new();
    let (sides, pasted) = Default::default();
    let tray = Rc::new(Tray::default().at(&route));
    Request {
        library: library.clone(),
        route,
        limit,
        full: false,
        searched_facets,
        sides,
        pasted,
        tray,
        serial: 1,
        before: None,
    }
}

/// What the view of a link is drawn from.
pub(super) fn view_of(library: &Library, link: &str, open: Opening) -> ViewProps {
    let route = Rc::new(library.canonical_route(Route::read(link)));
    let (mut visit, mut display, mut suggested) =
        (Visit::new(route.clone(), Arrival::Link), Display::default(), Suggested::default());
    open(&mut visit, &mut display, &mut suggested);
    let tray = Rc::new(Tray::default().at(&route));
    let searched = visit.open_facets.iter().filter(|(_, words)| !words.is_empty());
    let request = Request {
        library: library.clone(),
        route: route.clone(),
        limit: visit.limit,
        full: display.full,
        searched_facets: searched.map(|(axis, words)| (*axis, words.clone())).collect(),
        sides: visit.sides.clone(),
        pasted: visit.pasted.clone(),
        serial: 1,
        tray: tray.clone(),
        before: None,
    };
    let (data, chips) = load(&request);
    let chosen = visit.preview.as_ref();
    let beside = match &data.results {
        Some(results) => preview(library, results, chosen, &route.query),
        None => row_preview(library, &data.places, visit.row.as_deref(), &route),
    };
    let here = ViewContext {
        route,
        visit: Rc::new(visit),
        display,
        suggested: Rc::new(suggested),
        offers: Rc::default(),
        dispatch: Dispatch::default(),
        serial: 1,
        chips: chips.into(),
        preview: beside.map(Rc::new),
        tray,
        checking: Rc::default(),
        marking: None,
        head: library.head.clone(),
    };
    ViewProps { here, data: Rc::new(data) }
}

/// The view of a link with nothing opened or typed, as HTML. Drawing asks the engine nothing.
pub(super) fn html(library: &Library, link: &str) -> String {
    html_with(library, link, &|_, _, _| {})
}

/// The view of a link under what the reader has opened and typed, as HTML. Drawing asks the engine nothing.
pub(super) fn html_with(library: &Library, link: &str, open: Opening) -> String {
    let view = view_of(library, link, open);
    let asked = library.questions();
    let html = rendered::<View>(view);
    assert_eq!(library.questions(), asked, "{link} asks the engine while it is drawn");
    html
}

/// The check of a text under the link, as HTML. Drawing asks the engine nothing.
pub(super) fn html_checked(library: &Library, link: &str, words: &str) -> String {
    let mut view = view_of(library, link, &|_, _, _| {});
    view.here.checking = Rc::new(Checking::of(library, words));
    let asked = library.questions();
    let html = rendered::<View>(view);
    assert_eq!(library.questions(), asked, "{link} asks the engine while it is drawn");
    html
}

#[test]
fn a_checked_text_says_in_words_how_each_quotation_stands() {
    let library = library(&[("news.txt", NEWS), ("same.txt", SAME)]);
    for (words, expected) in [
        (
            "They “agreed to share information on malicious activities”.",
            &["word for word", "Quotation stands", "A report"][..],
        ),
        (
            "They “agreed to hide information on malicious activities”.",
            &["differs by 1 word", "Quotation differs", "hide share"],
        ),
        ("They “will never pay any ransom to anybody at all”.", &["Quotation not in this file", "may still be true"]),
        (
            "Korea will donate 700,000 US dollars to the Trust Fund of the CGPCS.",
            &[
                "another value is given: 500,000 US dollars",
                "Close: 1 word differs",
                "History of this clause",
                "known:",
            ],
        ),
        ("Penguins breed earlier than they used to.", &["New in this file"]),
        (
            "Die beiden Seiten vereinbarten gemeinsame Maßnahmen zur Sicherheit der Häfen und Schiffe.",
            &["New in this file", "may be in another language"],
        ),
        ("“” ‘’ “", &["no word that could be checked"]),
        ("", &["There is no text to check"]),
    ] {
        let shown = text(&html_checked(&library, "#/verify", words));
        for expected in expected {
            assert!(shown.contains(expected), "{words} does not say {expected:?}:\n{shown}");
        }
    }
}

#[test]
fn words_of_a_checked_text_are_no_markup() {
    let library = library(&[("news.txt", NEWS)]);
    let drawn =
        html_checked(&library, "#/verify", "<img src=x> said “<b onclick=y> agreed to share information”\u{202e} a.");
    assert!(!drawn.contains("<img") && !drawn.contains("<b onclick"), "{drawn}");
    assert!(text(&drawn).contains("U+202E"), "{drawn}");
}

#[test]
fn the_history_of_a_clause_tells_its_wordings_with_the_words_that_changed() {
    let library = library(&[("news.txt", NEWS), ("same.txt", SAME)]);
    let corpus = library.corpus();
    let at = corpus
        .bodies
        .get(0)
        .expect("it is here")
        .passages
        .iter()
        .find(|passage| passage.anchor.starts_with("p2-"))
        .expect("a passage");
    let drawn = html(
        &library,
        &format!("#/history/{}:{}", corpus.catalogue.documents.get(0).expect("it is here").id, at.anchor),
    );
    for expected in ["2 places with these words", "activities", "acts", "1 word differs", "this clause", "First"] {
        assert!(text(&drawn).contains(expected), "{expected}: {}", text(&drawn));
    }
}

fn rendered<C: BaseComponent>(props: C::Properties) -> String {
    let rendered = LocalServerRenderer::<C>::with_props(props).hydratable(false).render();
    match pin!(rendered).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(html) => html,
        Poll::Pending => panic!("nothing is waited for while drawing"),
    }
}

/// The text of some HTML: tags taken out, white space folded.
pub(super) fn text(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
        out.push(' ');
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_list_says_what_it_found_with_its_words_and_place() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    for (link, expected) in [
        (
            "#/",
            &[
                "3 documents , without a date",
                "dated meetings fall in 2016",
                "Same partners and topic",
                "Partners and topics",
            ][..],
        ),
        ("#/names", &["names", "Korea", "Countries", "Export CSV"]),
        ("#/name/kr", &["Country", "Korea", "Printed as", "Mentions"]),
        ("#/name/kr?view=kwic", &["Korea", "Meetings", "built a fence"]),
        ("#/engagements", &["2 meetings", "third Korea-Japan Cyber Policy Consultation", "29 Jun 2016"]),
        (
            "#/engagements?view=lanes",
            &[
                "2 meetings by series",
                "Lanes by",
                "Korea-Japan Cyber Policy Consultation",
                "Save figure",
                "29 Jun 2016",
            ],
        ),
        ("#/engagements?view=lanes&group=partner", &["2 meetings by partner", "Korea", "Japan"]),
        ("#/series", &["1 series, 1 of them numbered", "Cyber Policy Consultation", "not in this file"]),
        (
            "#/commitments",
            &[
                "1 of 2 commitments has nothing under it in this form",
                "A. Ports",
                "built a fence",
                "“-” under this heading, l.",
                "An empty cell is not evidence that nothing was done.",
            ],
        ),
        ("#/statements", &["statements", "The two sides", "no single name", "agreed"]),
        ("#/pairs", &["appear twice; in", "activities.", "acts."]),
        ("#/amounts", &["USD 500,000", "Trust Fund of the CGPCS"]),
        ("#/notes", &["answer left empty"]),
    ] {
        let shown = text(&html(&library, link));
        for words in expected {
            assert!(shown.contains(words), "{link} does not say {words:?}:\n{shown}");
        }
    }
}

#[test]
fn how_something_is_known_is_told_in_a_sentence() {
    let library = library(&[("news.txt", NEWS)]);
    let corpus = library.corpus();
    let (document, body) =
        (corpus.catalogue.documents.get(0).expect("it is here"), corpus.bodies.get(0).expect("it is here"));
    for (link, sentence) in [
        (format!("#/engagement/{}", body.engagements[0].id), "The occasion is numbered"),
        (format!("#/statement/{}", body.statements[0].id), "A verb of promising, announcing or judging"),
        (format!("#/doc/{}", document.id), "inferred. The language is the one whose common words are printed most."),
    ] {
        let shown = text(&html(&library, &link));
        assert!(shown.contains(sentence), "{link} does not say {sentence:?}: {shown}");
        assert!(!shown.contains("numbered-occasion") && !shown.contains("verb-of-saying"), "{link}: {shown}");
    }
}

#[test]
fn a_brief_shows_its_items_names_those_that_are_not_here_and_says_what_is_missing() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    let found = library.engagements(&entente_explore::Query::default(), &entente_explore::Selection::default());
    let meeting = &found.rows[0];
    let passage = format!("{}:{}", meeting.source.document, meeting.source.passage);
    let link = format!("#/brief?items=engagement:{},{passage},nowhere-00000000:p1-abcdef", meeting.id);
    let drawn = html(&library, &link);
    let shown = text(&drawn);
    for words in [
        "2 items from 1 document",
        "third Korea-Japan Cyber Policy Consultation",
        "Consultation, number 3, 29 Jun 2016",
        "[1] l.",
        "Not in this file: nowhere-00000000:p1-abcdef",
        "This file does not hold",
        "Numbers 1 and 2 of the series",
        "Sources",
        "SHA-256",
        "Word file (.docx)",
        "The link holds all 3 items.",
    ] {
        assert!(shown.contains(words), "{words:?}: {shown}");
    }
    assert!(drawn.contains("data-does=\"quote\"") && drawn.contains("data-does=\"link\""), "{drawn}");
    let empty = html(&library, "#/brief");
    assert!(text(&empty).contains("Nothing is collected yet"), "{empty}");
}

#[test]
fn rows_threads_pairs_and_passages_can_be_collected() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    let document = library.corpus().catalogue.documents.get(0).expect("it is here");
    let passage = &library.corpus().bodies.get(0).expect("it is here").passages[1].anchor;
    let reading = format!("#/doc/{}/{passage}", document.id);
    for link in ["#/", "#/engagements", "#/statements", "#/pairs", "#/amounts", "#/notes", &reading] {
        let drawn = html(&library, link);
        assert!(drawn.contains("data-does=\"collect\""), "{link}: {}", text(&drawn));
    }
}

#[test]
fn a_file_without_facts_says_so_and_leaves_ways_on() {
    let library = library(&[("a.txt", "Nothing of note stands here.\n")]);
    for (link, expected) in [
        ("#/names", "No names were found"),
        ("#/engagements", "No meetings were found"),
        ("#/engagement/x", "not in this file"),
        ("#/series", "No series of meetings"),
        ("#/series/x", "not in this file"),
        ("#/commitments", "No form with commitments"),
        ("#/statements", "No statements were found"),
        ("#/statement/x", "not in this file"),
        ("#/pairs", "No passage appears twice"),
        ("#/compare/a/b", "not in this file"),
        ("#/history/a:b", "not in this file"),
        ("#/amounts", "No amounts were found"),
        ("#/acronyms", "No abbreviations were found"),
        ("#/notes", "No problems were noticed"),
        ("#/name/x", "not in this file"),
    ] {
        let drawn = html(&library, link);
        assert!(text(&drawn).contains(expected), "{link}: {}", text(&drawn));
        assert!(drawn.contains("<a "), "{link} leaves a way on");
    }
}

#[test]
fn a_filter_that_selects_nothing_keeps_its_chip_and_leads_back() {
    let library = library(&[("news.txt", NEWS)]);
    let shown = text(&html(&library, "#/engagements?status=held&country=zz"));
    for words in
        ["Status:", "held", "not in this file", "Nothing in this list matches.", "The whole list, without filters"]
    {
        assert!(shown.contains(words), "{words:?}: {shown}");
    }
}

#[test]
fn every_view_stands_whatever_the_documents_are_like() {
    let long = format!("# {}\n\nKorea and Japan held the 2nd Talks on 3 May 2015.\n", "Statement ".repeat(30).trim());
    let arabic = "# بيان مشترك\n\nعقدت كوريا واليابان الجولة الثانية من المشاورات في 3 مايو 2015.\n";
    let korean = "# 한일 정책협의회 개최\n\n제3차 한일 정책협의회가 2016년 6월 29일 도쿄에서 개최되었다.\n";
    let bare = "A line without a title or a date, but for its words.\n";
    let corpora: [&[(&str, &str)]; 5] = [
        &[],
        &[("bare.txt", bare)],
        &[("long.md", &long)],
        &[("a.md", arabic), ("k.md", korean)],
        &[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME), ("a.md", arabic), ("bare.txt", bare)],
    ];
    let views = [
        "#/",
        "#/search",
        "#/search?q=korea&sort=newest",
        "#/documents",
        "#/documents?sort=oldest",
        "#/names",
        "#/name/kr",
        "#/name/kr?view=kwic",
        "#/engagements?view=lanes",
        "#/engagements?view=lanes&group=topic",
        "#/engagements",
        "#/series",
        "#/commitments",
        "#/statements",
        "#/pairs",
        "#/amounts",
        "#/acronyms",
        "#/notes",
        "#/about",
        "#/brief",
        "#/brief?items=thread:kr~jp,무엇,pair:a~b,amount:x,a:b",
        "#/compare/name:kr/name:jp",
        "#/compare/name:kr/x",
        "#/search?from=2015&to=2016",
        "#/search?-country=kr",
    ];
    for files in corpora {
        let library = library(files);
        let mut links: Vec<String> = views.iter().map(|view| (*view).to_owned()).collect();
        for record in library.corpus().catalogue.documents.iter().flatten() {
            links.push(format!("#/doc/{}", record.id));
            links.push(format!("#/doc/{}/p1-000000?q=korea", record.id));
        }
        for link in links {
            let drawn = html(&library, &link);
            assert!(drawn.contains("<h1"), "{link} of {} files has no heading", files.len());
            assert!(!drawn.contains("style="), "{link}: the page's policy blocks that");
        }
    }
}

#[test]
fn two_names_stand_side_by_side() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    let shown = text(&html(&library, "#/compare/name:kr/name:jp"));
    for words in ["name both", "Meetings of both", "Passages that name both", "Korea", "Japan"] {
        assert!(shown.contains(words), "{words:?}: {shown}");
    }
}

#[test]
fn what_was_masked_is_told_under_about() {
    let redact = entente_ingest::Redaction { personal_data: true, ..Default::default() };
    let source =
        Source { file: "a.txt".into(), bytes: b"Contact person: Marta Kowalczyk, desk@example.org\n".to_vec() };
    let corpus = ingest(&[source], &Settings { redact, ..Settings::default() });
    let shown = text(&html(&library_of(corpus), "#/about"));
    for says in [
        "Masked before this page was made",
        "contact person: 1 place in 1 document, by the rule personal-data",
        "e-mail address: 1 place in 1 document, by the rule personal-data",
    ] {
        assert!(shown.contains(says), "{shown}");
    }
    assert!(!text(&html(&library(&[("a.txt", NEWS)]), "#/about")).contains("Masked"));
}

#[test]
fn no_view_of_the_given_documents_asks_the_engine_while_it_is_drawn() {
    let library = seeds();
    let corpus = library.corpus();
    let mut links: Vec<String> = SCREENS
        .iter()
        .filter(|screen| screen.view.ids().is_empty())
        .flat_map(|screen| {
            ["", "?q=korea&country=kr", "?-country=us&from=2010"].map(|asked| format!("#/{}{asked}", screen.word))
        })
        .collect();
    for (_, record, body) in corpus.documents() {
        links.push(format!("#/doc/{}?q=cyber+security", record.id));
        let passages = body.passages.iter().step_by(40);
        links.extend(passages.map(|passage| format!("#/doc/{}/{}", record.id, passage.anchor)));
        links.extend(body.engagements.iter().step_by(5).map(|found| format!("#/engagement/{}", found.id)));
        links.extend(body.statements.iter().step_by(25).map(|found| format!("#/statement/{}", found.id)));
    }
    links.extend(corpus.catalogue.entities.iter().flatten().step_by(15).map(|entity| format!("#/name/{}", entity.id)));
    links.extend(corpus.catalogue.series.get().into_iter().flatten().map(|series| format!("#/series/{}", series.id)));
    let open = |visit: &mut Visit, display: &mut Display, _: &mut Suggested| {
        visit.open_facets = [(Axis::Country, "k".to_owned())].into();
        visit.record_is_open = true;
        (display.source, display.full) = (true, true);
    };
    // Each is held to be drawn without a question.
    for link in &links {
        html(&library, link);
        html_with(&library, link, &open);
    }
    assert!(links.len() > 60, "{}", links.len());
}

#[test]
fn a_link_with_every_parameter_at_once_is_shown_by_every_screen_and_says_what_is_not_in_the_file() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    let id = library.corpus().catalogue.documents.get(1).expect("it is here").id.to_string();
    let axes = || Axis::SHARED.iter().chain(Axis::OF_ROWS).map(|axis| axis.as_str());
    let mut asked: Vec<String> = axes().flat_map(|axis| [format!("{axis}=none"), format!("-{axis}=kr")]).collect();
    asked.push(
        "q=korea&same=passage&unit=notes&sort=-date,name&view=lanes&group=document&rows=year&cols=topic&embed=1&list=documents&items=p1"
            .to_owned(),
    );
    let asked = asked.join("&");
    let lists = SCREENS.iter().filter(|screen| screen.view.ids().is_empty()).map(|screen| screen.word.to_owned());
    let of_one = [format!("doc/{id}"), "name/kr".to_owned(), format!("compare/{id}/{id}")];
    for path in lists.chain(of_one) {
        let link = format!("#/{path}?{asked}");
        let route = Route::read(&link);
        let unknown: Vec<&str> = route.unknown_names().filter(|name| *name != "items").collect();
        assert!(unknown.is_empty(), "{path}: {unknown:?}");
        assert_eq!(Route::read(&route.to_string()), route, "{path}");
        let drawn = html(&library, &link);
        assert!(drawn.contains("<h1"), "{path}: {drawn}");
        if SCREENS.iter().any(|screen| screen.word == path && screen.filters.is_some()) && drawn.contains("filter-bar")
        {
            let drawn = text(&drawn);
            let expected = ["Nothing in this list matches.", "The whole list, without filters", "not in this file"];
            assert!(expected.iter().all(|expected| drawn.contains(expected)), "{path}: {drawn}");
        }
    }
}

#[test]
fn the_menu_has_the_lists_with_rows_and_the_key_sheet_every_screen_with_a_key() {
    let frame = |library: &Library, link: &str| {
        let here = view_of(library, link, &|_, _, _| {}).here;
        let around = Rc::new(Around { summary: library.summary(), contents: library.contents() });
        rendered::<Frame>(FrameProps { here, around, children: Html::default() })
    };
    let drawn = frame(&library(&[("form.md", FORM), ("news.txt", NEWS)]), "#/name/kr");
    for expected in ["Overview", "Read: Names", "Follow", "Check", "<a href=\"#/names\" aria-current=\"page\">Names"] {
        assert!(drawn.contains(expected), "{expected:?}: {drawn}");
    }
    let bare = frame(&library(&[("a.txt", "Nothing of note stands here.\n")]), "#/");
    assert!(!bare.contains("Names") && !bare.contains("Follow"), "lists without rows are not in the menu: {bare}");
    let sheet = text(&rendered::<KeySheet>(()));
    for screen in SCREENS {
        let (Some(key), label) = (screen.key, screen.label) else { continue };
        assert!(sheet.contains(&format!("g {key} go to {label}")), "{sheet}");
    }
}
