//! What holds for every screen: links to all of them, over documents of every shape.

use entente_explore::Axis;

use super::support::{FORM, NEWS, SAME, html, html_with, library, screen_links, text};
use crate::context::Suggested;
use crate::display::Display;
use crate::route::Route;
use crate::screens::screen;
use crate::screens::snapshots::seeds;
use crate::visit::Visit;

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
    let further = [
        "#/search?q=korea&sort=newest",
        "#/documents?sort=oldest",
        "#/name/kr",
        "#/name/kr?view=kwic",
        "#/engagements?view=lanes",
        "#/engagements?view=lanes&group=topic",
        "#/brief?items=thread:kr~jp,무엇,pair:a~b,amount:x,a:b",
        "#/compare/name:kr/name:jp",
        "#/compare/name:kr/x",
        "#/search?from=2015&to=2016",
        "#/search?-country=kr",
    ];
    for files in corpora {
        let library = library(files);
        let mut links = screen_links();
        links.extend(further.map(str::to_owned));
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
fn no_view_of_the_given_documents_asks_the_engine_while_it_is_drawn() {
    let library = seeds();
    let corpus = library.corpus();
    let asked = ["", "?q=korea&country=kr", "?-country=us&from=2010"];
    let mut links: Vec<String> =
        screen_links().iter().flat_map(|link| asked.map(|asked| format!("{link}{asked}"))).collect();
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
    let mut paths = screen_links();
    paths.extend([format!("#/doc/{id}"), "#/name/kr".to_owned(), format!("#/compare/{id}/{id}")]);
    for path in paths {
        let link = format!("{path}?{asked}");
        let route = Route::read(&link);
        let named = ["items", "view=lanes", "group=document", "rows=year", "cols=topic"];
        let unknown: Vec<String> = route.unknown_names().filter(|name| !named.contains(&name.as_str())).collect();
        assert!(unknown.is_empty(), "{path}: {unknown:?}");
        assert_eq!(Route::read(&route.to_string()), route, "{path}");
        let drawn = html(&library, &link);
        assert!(drawn.contains("<h1"), "{path}: {drawn}");
        let has_filters = screen(&route.view).is_some_and(|screen| screen.filters.is_some());
        if has_filters && drawn.contains("filter-bar") {
            let drawn = text(&drawn);
            let expected = ["Nothing in this list matches.", "The whole list, without filters", "not in this file"];
            assert!(expected.iter().all(|expected| drawn.contains(expected)), "{path}: {drawn}");
        }
    }
}
