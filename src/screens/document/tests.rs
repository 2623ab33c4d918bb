//! The reader as one goes through it: where one is in a list, what is printed once, what is beside a passage.

use crate::route::Route;
use crate::screens::tests::support::{html, library, request_of, text};

use super::{next_hit, next_passage, open};

const FIRST: &str = "# Ports of Utopia\n\nThe ministry of Utopia built a fence around two ports in 2012.\n\n## Roads\n\nRoads were mended, and ports were painted.\n";
const SECOND: &str = "# Ports of Arcadia\n\nThe ministry of Utopia built a wall around two ports in 2012.\n";
const THIRD: &str = "# Roads\n\nNothing of note was said of roads.\n";

const FILES: &[(&str, &str)] = &[("a.md", FIRST), ("b.md", THIRD), ("c.md", SECOND)];

/// The id of the document number `n`.
fn id(library: &crate::library::Library, n: usize) -> String {
    library.corpus().catalogue.documents.get(n).expect("it is here").id.to_string()
}

/// The part of a screen from `from` on.
fn after<'a>(html: &'a str, from: &str) -> &'a str {
    html.split_once(from).map_or("", |(_, rest)| rest)
}

#[test]
fn the_bar_says_where_one_is_in_the_list_and_leads_back_to_it() {
    let library = library(FILES);
    for (n, link, says) in [
        (0, "?q=ports", &["Results for “ports”", "Document 1 of 2", "hits"][..]),
        (1, "?list=documents&sort=newest", &["Documents", "Document 2 of 3"]),
        (1, "", &["Documents", "Document 2 of 3"]),
        // No passage of it has the word: it is read as a document of the file.
        (1, "?q=ports", &["Document 2 of 3"]),
    ] {
        let drawn = html(&library, &format!("#/doc/{}{link}", id(&library, n)));
        let bar = text(drawn.split_once("</nav>").expect("a bar").0);
        for words in says {
            assert!(bar.contains(words), "{link}: {words:?} in {bar}");
        }
    }
    let drawn = html(&library, &format!("#/doc/{}?q=ports&topic=x&list=documents&sort=-date", id(&library, 0)));
    assert!(!drawn.contains("#/documents?q=ports&amp;topic=x&amp;sort=-date\" id"), "an empty list is not led back to");
    let drawn = html(&library, &format!("#/doc/{}?q=ports&list=documents&sort=-date", id(&library, 0)));
    assert!(drawn.contains("href=\"#/documents?q=ports&amp;sort=-date\""), "the list with its words and its order");
}

#[test]
fn hits_are_gone_through_across_documents() {
    let library = library(FILES);
    let mut link = format!("#/doc/{}?q=ports", id(&library, 0));
    let mut visited = Vec::new();
    while let Some(next) = {
        let open = open(&request_of(&library, &link)).expect("it is there");
        next_hit(&open, &Route::read(&link), None, 1)
    } {
        link = next.to_string();
        let open = open(&request_of(&library, &link)).expect("it is there");
        visited.push((open.reading.card.title.clone().unwrap_or_default(), open.walk.hit_number(open.current_index())));
        assert!(visited.len() < 20, "it ends");
    }
    let numbers: Vec<Option<usize>> = visited.iter().map(|(_, number)| *number).collect();
    let expected: Vec<Option<usize>> = (1..=visited.len()).map(Some).collect();
    assert_eq!(numbers, expected, "each hit once, in order: {visited:?}");
    let titles: std::collections::BTreeSet<&str> = visited.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles.len(), 2, "both documents with ports: {visited:?}");
    // And back: the last hit has one before it, the first has none.
    let last = open(&request_of(&library, &link)).expect("it is there");
    assert!(next_hit(&last, &Route::read(&link), None, -1).is_some());
    assert!(next_hit(&last, &Route::read(&link), None, 1).is_none());
}

#[test]
fn passages_are_stepped_through_to_both_ends() {
    let library = library(FILES);
    let link = format!("#/doc/{}", id(&library, 0));
    let open = open(&request_of(&library, &link)).expect("it is there");
    let route = Route::read(&link);
    let first = next_passage(&open, &route, None, 1).expect("a first passage");
    assert_eq!(first.view.ids()[1], open.blocks[0].anchor);
    let focused = Some(open.blocks[0].anchor.as_str());
    assert!(next_passage(&open, &route, focused, -1).is_none());
    let second = next_passage(&open, &route, focused, 1).expect("a second passage");
    assert_eq!(second.view.ids()[1], open.blocks[1].anchor);
}

#[test]
fn the_title_is_printed_once() {
    let library = library(FILES);
    let drawn = html(&library, &format!("#/doc/{}", id(&library, 0)));
    assert!(!text(after(&drawn, "class=\"text\"")).contains("Ports of Utopia"), "not once more in the text: {drawn}");
    assert_eq!(drawn.matches("<h1").count(), 1);
    // The passage of the title can still be linked to, and is the heading of the page.
    let anchor = &library.corpus().bodies.get(0).expect("it is here").passages[0].anchor;
    let title = after(&drawn, &format!("id=\"{anchor}\""));
    let title = text(title.split_once("</h1>").expect("it is a heading").0);
    assert!(title.ends_with("Ports of Utopia"), "{title}");
}

#[test]
fn what_stands_beside_a_passage_says_which_and_not_how_many() {
    let library = library(FILES);
    let drawn = text(&html(&library, &format!("#/doc/{}", id(&library, 0))));
    assert!(drawn.contains("Repeated in Ports of Arcadia, words differ"), "{drawn}");
    let anchor = &library.corpus().bodies.get(0).expect("it is here").passages[1].anchor;
    let chosen = text(&html(&library, &format!("#/doc/{}/{anchor}", id(&library, 0))));
    assert!(chosen.contains("1 word differs") && chosen.contains("there wall"), "{chosen}");
}

#[test]
fn the_record_says_in_short_how_the_document_is_known() {
    let library = library(FILES);
    let record = text(after(&html(&library, &format!("#/doc/{}", id(&library, 0))), "record-short"));
    for words in [
        "Title as printed, l. 1",
        "Publisher not printed",
        "Read as Markdown, UTF-8",
        "File a.md",
        "SHA-256",
        "none noticed",
    ] {
        assert!(record.contains(words), "{words:?} in {record}");
    }
}

#[test]
fn folded_lines_say_how_many_they_are_and_open_for_a_link_into_them() {
    let page = "<nav><a href=\"/\">Home</a> <a href=\"/c\">Contact</a></nav><h1>A title of a page</h1><p>The ministry spoke of ports.</p>";
    let library = library(&[("a.html", page)]);
    let link = format!("#/doc/{}", id(&library, 0));
    let drawn = html(&library, &link);
    let fold = after(&drawn, "class=\"folded\"");
    assert!(text(fold).contains("around the text") && text(fold).contains("Show, l. 1"), "{drawn}");
    assert!(!drawn.contains("class=\"folded\" open") && !drawn.contains("open class=\"folded\""), "{drawn}");
    let anchor = &library.corpus().bodies.get(0).expect("it is here").passages[0].anchor;
    let opened = html(&library, &format!("{link}/{anchor}"));
    assert!(
        opened
            .split("<details")
            .any(|part| part.contains("folded") && part.split('>').next().is_some_and(|tag| tag.contains("open"))),
        "{opened}"
    );
}
