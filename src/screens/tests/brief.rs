//! The brief, and what can be collected for it.

use super::support::{FORM, NEWS, SAME, html, library, text};

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
        "The link holds every item.",
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
