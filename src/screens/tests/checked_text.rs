//! A text that is checked against the documents, and the history of one of its clauses.

use super::support::{NEWS, SAME, html, html_checked, library, text};

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

#[test]
fn a_wording_that_is_a_part_of_its_passage_has_an_ellipsis_where_the_passage_goes_on() {
    let clause = "The two sides agreed to share information on malicious activities in the ports of the region.";
    let long = format!(
        "# Later\n\nMinisters met in Tokyo on Monday. {clause} Dinner was served by the harbour master at eight.\n"
    );
    let library = library(&[("a.md", &format!("# Earlier\n\n{clause}\n")), ("b.md", &long)]);
    let corpus = library.corpus();
    let at = &corpus.bodies.get(0).expect("it is here").passages[1].anchor;
    let id = &corpus.catalogue.documents.get(0).expect("it is here").id;
    let said = text(&html(&library, &format!("#/history/{id}:{at}")));
    assert!(said.contains("2 places with these words"), "{said}");
    assert!(!said.contains("Dinner"), "only the clause is shown: {said}");
    assert_eq!((said.matches("… The two sides").count(), said.matches("region …").count()), (1, 1), "{said}");
}
