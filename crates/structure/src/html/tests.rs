//! What real pages put around and into their text, and how it is read.

use entente_corpus::{Body, PassageKind, ReadingText, StyleKind};

use super::is_html;
use crate::{TextFormat, structure};

fn page(text: &str) -> Body {
    structure(text, TextFormat::Html).body
}

/// Kind and words of every passage.
fn read(text: &str) -> Vec<(PassageKind, String)> {
    let body = page(text);
    body.passages.iter().map(|passage| (passage.kind, ReadingText::of(&body, passage).text)).collect()
}

fn expect(text: &str, expected: &[(PassageKind, &str)]) {
    let expected: Vec<(PassageKind, String)> =
        expected.iter().map(|(kind, words)| (*kind, (*words).to_owned())).collect();
    assert_eq!(read(text), expected, "{text}");
}

use PassageKind::{Caption, Furniture, Heading, Item, Note, Paragraph, Quote, Row};

#[test]
fn blocks_become_passages() {
    expect(
        "<h1>A <b>title</b></h1><p>One.<p>Two <i>parts</i>.</p>three",
        &[(Heading, "A title"), (Paragraph, "One."), (Paragraph, "Two parts."), (Paragraph, "three")],
    );
    expect(
        "<ul><li>a<ul><li>b</ul><li><p>c</p><p>more</p></ul><blockquote><p>q</p></blockquote>",
        &[(Item, "a"), (Item, "b"), (Item, "c"), (Paragraph, "more"), (Quote, "q")],
    );
    expect(
        "<figure><img src=x><figcaption>The hall</figcaption></figure><p>* Note that<p>※ see below",
        &[(Caption, "The hall"), (Note, "Note that"), (Note, "see below")],
    );
}

#[test]
fn line_breaks_join_and_two_part() {
    expect(
        "one<br>two<br><br/>three<br>\n<br>four",
        &[(Paragraph, "one two"), (Paragraph, "three"), (Paragraph, "four")],
    );
    expect("<pre>one\ntwo\n\nthree</pre>", &[(Paragraph, "one two"), (Paragraph, "three")]);
}

#[test]
fn scripts_and_heads_are_none_of_the_words() {
    expect(
        "<html><head><title>T</title><style>p{}</style></head><body><script>var a = '<p>x</p>';</script>y<!-- z --></body>",
        &[(Paragraph, "y")],
    );
}

#[test]
fn what_surrounds_the_text_is_furniture() {
    expect(
        "<nav><a href=/>Home</a></nav><div class='cookie-banner'>We use cookies.</div><main><h1>Visit</h1>\
         <p>The ministers met in Seoul and agreed on the plan of work for the year.</p></main><footer>Imprint</footer>",
        &[
            (Furniture, "Home"),
            (Furniture, "We use cookies."),
            (Heading, "Visit"),
            (Paragraph, "The ministers met in Seoul and agreed on the plan of work for the year."),
            (Furniture, "Imprint"),
        ],
    );
    // A class on the whole page says nothing of its text.
    expect("<body class='has-menu cookies-not-set'><p>Text.</p></body>", &[(Paragraph, "Text.")]);
}

#[test]
fn tables_of_data_are_rows_and_tables_of_places_are_not() {
    let text = "<table><caption>Aid</caption><tr><th>Year<th>US$<tr><td>2014<td><p>1,000</p><p>(plan)</p>\
                <tr><td><td>2&nbsp;000</table>";
    expect(text, &[(Caption, "Aid"), (Row, "Year US$"), (Row, "2014 1,000 (plan)"), (Row, "2 000")]);
    let body = page(text);
    let rows: Vec<_> = body.passages.iter().filter(|passage| passage.kind == Row).collect();
    assert!(rows.iter().all(|row| row.pieces.len() == 2 && row.table == Some(0)));
    assert_eq!(rows.iter().map(|row| row.header).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(rows[2].pieces[0].span.of(&body.text), "");
    expect(
        "<table><tr><td><table><tr><td>a</td></tr></table></td><td><p>b</p></td></tr></table>",
        &[(Paragraph, "a"), (Paragraph, "b")],
    );
}

#[test]
fn words_know_their_place_in_the_source() {
    let text = "<p>S&eacute;oul <a href='/x?a=1&amp;b=2'>an<b>nex</b></a>, US<sup>2</sup></p>";
    let body = page(text);
    let reading = ReadingText::of(&body, &body.passages[0]);
    assert_eq!(reading.text, "Séoul annex, US²");
    let annex = reading.text.find("annex").expect("shown");
    assert_eq!(reading.to_source(annex..annex + 5).map(|span| span.of(text)), Some("an<b>nex"));
    let styles: Vec<(&str, StyleKind, Option<&str>)> = body.passages[0]
        .styles
        .iter()
        .map(|style| (style.span.of(text), style.kind, style.target.as_deref()))
        .collect();
    assert_eq!(styles, [("an<b>nex</b>", StyleKind::Link, Some("/x?a=1&b=2")), ("nex", StyleKind::Strong, None),]);
}

#[test]
fn emphasis_over_several_paragraphs_holds_in_each() {
    let body: Body = page("<b><p>one</p><p>two</p></b>");
    let bold = |n: usize| body.passages[n].styles.iter().map(|style| style.span.of(&body.text)).collect::<Vec<_>>();
    assert_eq!((bold(0), bold(1)), (vec!["one"], vec!["two"]));
}

#[test]
fn headings_make_sections() {
    let body = page("<h1>A</h1><h3>B</h3><p>x</p><h2>C</h2>");
    let levels: Vec<(u8, Option<u32>)> = body.sections.iter().map(|section| (section.level, section.parent)).collect();
    assert_eq!(levels, [(1, None), (2, Some(0)), (2, Some(0))]);
}

/// A whole text within heading tags is not a heading: each passage below it would be shown and exported with it.
#[test]
fn a_heading_of_more_than_a_thousand_bytes_is_a_paragraph() {
    for (words, sections) in [("word ".repeat(198), 2), ("word ".repeat(300), 1)] {
        let body = page(&format!("<h1>A</h1><h2>{words}</h2><p>x</p>"));
        assert_eq!(body.sections.len(), sections, "{}", words.len());
        assert_eq!(body.passages[1].kind == PassageKind::Heading, sections == 2);
        assert_eq!(body.passages[2].section, Some(sections as u32 - 1));
    }
}

#[test]
fn pages_are_known_by_how_they_begin() {
    for text in
        ["<!DOCTYPE html><p>", "\u{feff}\n<!-- saved -->\n<html lang=de>", "<?xml version='1.0'?><!DOCTYPE html>"]
    {
        assert!(is_html(text), "{text}");
    }
    for text in ["The tag <html> begins a page.", "<u>PLEASE DESCRIBE</u>", "", "<!-- never closed", "# <html>"] {
        assert!(!is_html(text), "{text}");
    }
}

#[test]
fn words_of_a_table_outside_its_cells_stand_before_it() {
    expect(
        "<p>a</p><table><tr><td>b</td>c<td>d</td></tr>e<tr><td>f</td><td>g</td></tr></table>h",
        &[(Paragraph, "a"), (Paragraph, "c"), (Paragraph, "e"), (Row, "b d"), (Row, "f g"), (Paragraph, "h")],
    );
    expect("<table><caption>a</caption><tr><td>b</table>", &[(Caption, "a"), (Paragraph, "b")]);
}

#[test]
fn words_end_a_head_that_was_left_open() {
    expect("<head><title>a</title><meta name=x>b<p>c", &[(Paragraph, "b"), (Paragraph, "c")]);
    expect("<head><script>a</script></head>b", &[(Paragraph, "b")]);
}

#[test]
fn nothing_is_too_deep() {
    for (mark, count, most) in [
        ("<div>", 100_000, 1),
        ("<b>", 100_000, 1),
        ("</p>", 100_000, 1),
        ("<!--", 100_000, 0),
        ("<script><!--", 100_000, 0),
        ("<table><tr><td>", 10_000, 1),
        ("<ul><li>", 10_000, 1),
        ("<svg>", 10_000, 1),
    ] {
        let body = page(&format!("{} word", mark.repeat(count)));
        assert_eq!(body.passages.len(), most, "{mark}");
        assert!(body.passages.iter().all(|passage| ReadingText::of(&body, passage).text == "word"), "{mark}");
    }
}

/// Elements of one kind that lie in each other are one style, so that a passage does not cost more the deeper it lies.
#[test]
fn a_word_has_a_style_once_however_deep_it_lies() {
    let body = page(&format!("{}<p>one<p>two <s>three <strike>four</strike></s>", "<b><i>".repeat(100)));
    let kinds = |n: usize| body.passages[n].styles.iter().map(|style| style.kind).collect::<Vec<_>>();
    assert_eq!(kinds(0).len(), 2);
    assert_eq!(kinds(1).len(), 3);
    let body = page("<a href='http://a.example/'><a href='http://b.example/'>one");
    let targets: Vec<_> = body.passages[0].styles.iter().filter_map(|style| style.target.as_deref()).collect();
    assert_eq!(targets, ["http://b.example/"]);
    let body = page("<b>one</b> <b>two</b>");
    assert_eq!(body.passages[0].styles.len(), 2, "next to each other they are two");
}

/// A link may stand around thousands of passages, each of which repeats its address.
#[test]
fn an_address_that_no_browser_opens_is_no_link() {
    for (length, expected) in [(4_000, 1), (5_000, 0)] {
        let body = page(&format!("<a href='http://a.example/{}'><p>one<p>two", "a".repeat(length)));
        assert_eq!(body.passages[1].styles.len(), expected, "{length}");
    }
}
