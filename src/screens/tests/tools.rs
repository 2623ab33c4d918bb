//! What every list can do: its rows, its link, its export; filters that would find nothing; words of the program that no screen says.

use std::rc::Rc;

use entente_explore::Axis;

use super::support::{FORM, NEWS, SAME, html, html_with, library, request_of, screen_links, text};
use crate::screens::{Export, SCREENS, load};

const FILES: &[(&str, &str)] = &[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)];
/// Words of the program and of its exports that mean nothing to a reader.
const WORDS_OF_THE_PROGRAM: [&str; 9] =
    ["undertaken", "corpus", "entity", "engagement", "modality", "anomal", "verbatim", "reworded", "acronym"];

#[test]
fn every_list_has_rows_of_one_line_or_two_its_link_and_its_export() {
    let library = library(FILES);
    let mut lists = 0;
    for screen in SCREENS.iter().filter(|screen| screen.count.is_some()) {
        let link = format!("#/{}", screen.word);
        let drawn = html(&library, &link);
        if !drawn.contains("fact-table") {
            continue;
        }
        lists += 1;
        let tables = drawn.matches("<table class=\"fact-table").count() + drawn.matches("class=\"fact-table ").count();
        assert!(drawn.contains("data-list=\"true\""), "{link}: {tables} tables");
        assert!(drawn.contains("id=\"link-of-view\"") && text(&drawn).contains("Copy link Export CSV"), "{link}");
        let request = request_of(&library, &link);
        let (data, _) = load(&request);
        let Export::Rows(rows) = data.export else { panic!("{link} exports rows") };
        let csv = library.csv(screen.table.expect("a table"), &rows).expect("all parts are there");
        assert!(!rows.is_empty() && csv.lines().count() > rows.len(), "{link}: {csv}");
    }
    assert!(lists > 7, "{lists} lists");
}

#[test]
fn the_export_of_documents_has_those_that_are_shown() {
    let library = library(FILES);
    let (data, _) = load(&request_of(&library, "#/documents?q=donate&sort=name"));
    let Export::Rows(rows) = data.export else { panic!("rows") };
    let csv = library.csv("documents", &rows).expect("all parts are there");
    assert!(csv.contains("news.txt") && !csv.contains("form.md") && !csv.contains("same.txt"), "{csv}");
}

#[test]
fn a_document_opens_at_the_first_passage_for_which_a_list_has_it() {
    let library = library(FILES);
    for (list, words, hits) in [
        ("#/documents?country=jp&q=agreed", "Japan", "Hit 1 of"),
        ("#/documents?country=jp&kind=other", "Japan", "Hit 1 of"),
        ("#/documents?topic=cyber-security", "Consultation", "Hit 1 of"),
    ] {
        let drawn = html(&library, list);
        let link =
            drawn.split("href=\"").filter_map(|part| part.split('"').next()).find(|link| link.contains("#/doc/"));
        let Some(link) = link.map(|link| link.replace("&amp;", "&")) else { panic!("{list}: {}", text(&drawn)) };
        let open = load(&request_of(&library, &link)).0.document.expect("a document");
        let current = open.current_index().expect("a passage is in view");
        let said = text(&html(&library, &link));
        assert!(said.contains(hits), "{link}: {said}");
        let passage = html(&library, &link);
        let passage = passage.split_once("aria-current=\"true\"").map_or("", |(_, rest)| rest);
        let shown: String = text(passage).chars().take(400).collect();
        assert!(current > 0 || shown.contains(words), "{link}: passage {current}: {shown}");
    }
    // Nothing is asked of passages: it opens at its beginning.
    let id = library.corpus().catalogue.documents.get(0).expect("a document").id.to_string();
    for link in [format!("#/doc/{id}?list=documents"), format!("#/doc/{id}?language=en&list=documents")] {
        let open = load(&request_of(&library, &link)).0.document.expect("a document");
        assert_eq!(open.current_index(), None, "{link}");
    }
}

#[test]
fn whoever_types_to_find_another_side_does_not_compare_again() {
    let library = library(FILES);
    let id = |n: usize| library.corpus().catalogue.documents.get(n).expect("a document").id.to_string();
    for link in [format!("#/compare/{}/{}", id(1), id(2)), "#/compare/name:kr/name:jp".to_owned()] {
        let mut request = request_of(&library, &link);
        let first = load(&request).0.compared.expect("two sides");
        request.compared = Some(first.clone());
        request.sides[1] = "korea".to_owned();
        let typed = load(&request).0;
        assert!(Rc::ptr_eq(&first, &typed.compared.expect("two sides")), "{link}");
        // Other sides are compared.
        let mut other = request_of(&library, &format!("#/compare/{}/{}", id(0), id(1)));
        other.compared = Some(first.clone());
        assert!(!Rc::ptr_eq(&first, &load(&other).0.compared.expect("two sides")), "{link}");
    }
}

#[test]
fn a_filter_without_a_hit_has_no_heading_unless_it_is_typed_into() {
    let library = library(FILES);
    let heading = |drawn: &str, axis: &str| drawn.contains(&format!("<legend>{axis}</legend>"));
    let open = |visit: &mut crate::visit::Visit| visit.filters_open = true;
    let whole = html_with(&library, "#/engagements", &|visit, _, _| open(visit));
    assert!(heading(&whole, "Country"), "{whole}");
    let narrow = html_with(&library, "#/engagements?q=nothing-has-this-word", &|visit, _, _| open(visit));
    assert!(!narrow.contains("<legend>"), "no value has a row: {}", text(&narrow));
    let typed = html_with(&library, "#/engagements?q=nothing-has-this-word", &|visit, _, _| {
        open(visit);
        visit.open_facets.insert(Axis::Country, "xyz".to_owned());
    });
    assert!(heading(&typed, "Country") && typed.matches("<legend>").count() == 1, "{}", text(&typed));
}

#[test]
fn no_screen_says_words_of_the_program() {
    let library = library(FILES);
    // The notices of what is in the page have words of others.
    let mut links: Vec<String> = screen_links().into_iter().filter(|link| link != "#/about").collect();
    links.extend(["#/engagements?view=lanes".to_owned(), "#/name/kr".to_owned()]);
    for link in links {
        let said = text(&html_with(&library, &link, &|visit, _, _| visit.filters_open = true)).to_lowercase();
        // A form prints words of its own.
        let said = said.replace("measures undertaken to implement commitments", "");
        for word in WORDS_OF_THE_PROGRAM {
            assert!(!said.contains(word), "{link} says {word:?}: {said}");
        }
    }
}

#[test]
fn lanes_say_what_their_marks_mean_within_the_picture() {
    let drawn = html(&library(FILES), "#/engagements?view=lanes");
    let figure = drawn.split_once("class=\"figure\"").expect("a figure").1.split_once("</section>").expect("it ends").0;
    let legend = figure.split_once("lanes-legend").expect("a legend").1.split_once("</p>").expect("it ends").0;
    assert_eq!(legend.matches("<svg").count(), 5, "a mark each: {legend}");
    assert!(legend.contains("class=\"meeting-ahead\""), "{legend}");
    for words in ["day", "month", "year only", "announced or planned", "since then"] {
        assert!(text(legend).contains(words), "{words}: {legend}");
    }
}

#[test]
fn a_table_of_counts_is_one_stop_of_the_tab_key() {
    let library = library(FILES);
    for link in ["#/relations", "#/"] {
        let drawn = html(&library, link);
        for table in drawn.split("class=\"heat\"").skip(1) {
            let table = table.split_once("</table>").map_or(table, |(table, _)| table);
            let links = table.matches("<a ").count();
            assert_eq!(table.matches("tabindex=\"-1\"").count() + 1, links, "{link}: {table}");
        }
        assert!(drawn.contains("class=\"heat\""), "{link}");
    }
}
