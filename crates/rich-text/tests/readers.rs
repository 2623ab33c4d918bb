//! What is written, read back by readers that are not ours.

use docx_rs::{DocumentChild, ParagraphChild, RunChild, read_docx};
use entente_rich_text::{Block, Link, RichText, Run, Style, docx, html, markdown};
use pulldown_cmark::{Event, Options, Parser};

/// A text with everything that a writer has to escape or to set.
fn example() -> RichText {
    let mut text = RichText::new("Korea & the US <on cyber>", "en");
    text.marking = Some("FOR OFFICIAL USE".to_owned());
    text.origin = Some("5 documents, edition 2 (12ab34cd)".to_owned());
    let footnote = text.footnote(vec![Run::plain("Read on 3 March; see * below.")]);
    let all = Style { bold: true, italic: true, underline: true, strike: true };
    for block in [
        Block::Heading(2, vec![Run::plain("1. Consultations so far")]),
        Block::Quotation(vec![
            Run::plain("“It held the consultations with E.U in May 2014, "),
            Run::bold("U.S. in August 2014"),
            Run::plain(" and Austra"),
            Run::bold("lia"),
            Run::plain(".” "),
            Run::plain("[1] l. 571").to_source(1),
        ]),
        Block::Remark(vec![
            Run::struck("concerned"),
            Run::plain(" "),
            Run::underlined("its neighbouring"),
            Run::plain(" countries_and_*regions*"),
            Run { style: all, ..Run::plain(" all") },
            footnote,
        ]),
        Block::Note(vec![Run::plain("# no heading, 한국어, \u{0000}עברית")]),
        Block::Paragraph(vec![
            Run::plain("2. no list, "),
            Run::plain("a page").to_address("https://example.org/a?b=1&c=2"),
        ]),
        Block::Paragraph(vec![Run::plain("never opened").to_address("javascript:alert(1)")]),
        Block::Item(vec![Run::plain("one")]),
        Block::Item(vec![Run::plain("two")]),
        Block::Source(1, vec![Run::italic("Action Plan"), Run::plain(", l. 571.")]),
        Block::Source(2, vec![Run::plain("Second")]),
    ] {
        text.blocks.push(block);
    }
    text
}

/// The words of a run of a Word file.
fn words(run: &docx_rs::Run) -> String {
    let text = run.children.iter().map(|child| match child {
        RunChild::Text(text) => text.text.clone(),
        RunChild::Tab(_) => "\t".to_owned(),
        _ => String::new(),
    });
    text.collect()
}

/// The paragraphs of a Word file: style and words; those of links in brackets.
fn paragraphs(bytes: &[u8]) -> Vec<(String, String)> {
    let document = read_docx(bytes).expect("a Word file");
    let mut out = Vec::new();
    for child in &document.document.children {
        let DocumentChild::Paragraph(paragraph) = child else { continue };
        let style = paragraph.property.style.as_ref().map(|style| style.val.clone()).unwrap_or_default();
        let mut text = String::new();
        for child in &paragraph.children {
            match child {
                ParagraphChild::Run(run) => text.push_str(&words(run)),
                ParagraphChild::Hyperlink(link) => {
                    for child in &link.children {
                        if let ParagraphChild::Run(run) = child {
                            text.push_str(&format!("<{}>", words(run)));
                        }
                    }
                }
                _ => {}
            }
        }
        out.push((style, text));
    }
    out
}

#[test]
fn another_reader_finds_every_word_of_a_word_file_in_its_style() {
    let read = paragraphs(&docx(&example()));
    let read: Vec<(&str, &str)> = read.iter().map(|(style, text)| (style.as_str(), text.as_str())).collect();
    assert_eq!(
        read,
        [
            ("Title", "Korea & the US <on cyber>"),
            ("Heading1", "1. Consultations so far"),
            (
                "Quote",
                "“It held the consultations with E.U in May 2014, U.S. in August 2014 and Australia.” <[1] l. 571>"
            ),
            ("Remark", "concerned its neighbouring countries_and_*regions* all"),
            ("Note", "# no heading, 한국어, עברית"),
            ("", "2. no list, <a page>"),
            ("", "never opened"),
            ("ListItem", "one"),
            ("ListItem", "two"),
            ("Source", "[1]\tAction Plan, l. 571."),
            ("Source", "[2]\tSecond"),
        ]
    );
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    assert_eq!(docx(&example()), docx(&example()));
}

/// The words of a text by themselves, as any reader should find them.
fn plain(text: &RichText) -> String {
    let mut out = String::new();
    let runs = text.blocks.iter().flat_map(Block::runs).chain(text.footnotes.iter().flatten());
    for run in runs.filter(|run| !matches!(run.link, Link::Footnote(_))) {
        out.push_str(&run.text.replace('\u{0}', ""));
    }
    out.split_whitespace().collect()
}

#[test]
fn a_reader_of_markdown_finds_the_words_and_no_markup_that_was_not_meant() {
    let text = markdown(&example());
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let (mut words, mut headings) = (String::new(), 0);
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Start(pulldown_cmark::Tag::Heading { .. }) => headings += 1,
            _ => {}
        }
    }
    let words: String = words.split_whitespace().collect();
    let expected = format!("FOROFFICIALUSEKorea&theUS<oncyber>{}", plain(&example()));
    let origin = "5documents,edition2(12ab34cd)";
    assert_eq!(words, format!("{expected}{origin}"), "{text}");
    assert_eq!(headings, 2);
    assert!(text.contains("**U.S. in August 2014** and Austra<b>lia</b>."), "{text}");
    assert!(text.contains("~~concerned~~ <ins>its neighbouring</ins>"), "{text}");
    assert!(!text.contains("javascript"));
}

#[test]
fn html_has_the_words_escaped_and_references_that_lead_to_sources() {
    let text = html(&example());
    assert!(text.contains("<h1>Korea &amp; the US &lt;on cyber&gt;</h1>"));
    assert!(text.contains("<a href=\"#source-1\">[1] l. 571</a>"));
    assert!(text.contains("<li id=\"source-1\" value=\"1\"><i>Action Plan</i>"));
    assert!(text.contains("<a href=\"https://example.org/a?b=1&amp;c=2\">a page</a>"));
    assert!(!text.contains("javascript") && !text.contains("style="));
}

#[test]
fn an_empty_text_can_be_written() {
    let empty = RichText::default();
    assert_eq!(paragraphs(&docx(&empty)), [("Title".to_owned(), String::new())]);
    assert_eq!(markdown(&empty), "#\n");
    assert_eq!(html(&empty), "<h1></h1>\n");
}
