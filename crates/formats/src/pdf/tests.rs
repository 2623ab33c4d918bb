//! What PDF writers put on pages, and how it is read.

use entente_corpus::{Body, PassageKind, ReadingText, check};
use entente_ingest::{Settings, Source, ingest};

use PassageKind::{Furniture, Heading, Item, Note, Paragraph, Row};

const KOREAN: &str = "<</Type /Font /Subtype /Type0 /BaseFont /K /Encoding /Identity-H /ToUnicode 7 0 R \
    /DescendantFonts [<</Type /Font /Subtype /CIDFontType2 /BaseFont /K /DW 1000 /W [1 [500 500] 9 12 250]>>]>>";
const MAP: &str = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def \
    1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0001> <D55C> <0002> <AD6D> endbfchar \
    1 beginbfrange <0003> <0004> <0041> endbfrange endcmap end end";

/// A file with these pages; letters of F1 and F2 (bold) are half as wide as high.
pub(crate) fn pdf(pages: &[String]) -> Vec<u8> {
    let streams = pages.iter().map(|content| format!("<</Length {}>> stream\n{content}\nendstream", content.len()));
    let font = |name: &str| format!("<</Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding>>");
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 10 + 2 * n)).collect();
    let mut objects = vec![
        (1, "<</Type /Catalog /Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 600 800]>>", kids.join(" "), pages.len())),
        (3, font("Plain")),
        (4, font("Plain-Bold")),
        (5, "<</Title (Report.docx) /Author (A. Writer) /CreationDate (D:20200806010203Z)>>".to_owned()),
        (6, KOREAN.to_owned()),
        (7, format!("<</Length {}>> stream\n{MAP}\nendstream", MAP.len())),
        (8, KOREAN.replace("/ToUnicode 7 0 R", "")),
    ];
    for (n, stream) in streams.enumerate() {
        let fonts = "<</F1 3 0 R /F2 4 0 R /K 6 0 R /U 8 0 R>>";
        let (page, content) = (10 + 2 * n, 11 + 2 * n);
        objects.push((
            page,
            format!("<</Type /Page /Parent 2 0 R /Contents {content} 0 R /Resources <</Font {fonts}>>>>"),
        ));
        objects.push((content, stream));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in &objects {
        places.push((*number, out.len()));
        out += &format!("{number} 0 obj {object} endobj\n");
    }
    let start = out.len();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (number, place) in places {
        out += &format!("{number} 1\n{place:010} 00000 n \n");
    }
    out += &format!("trailer <</Size 9999 /Root 1 0 R /Info 5 0 R>>\nstartxref\n{start}\n%%EOF");
    out.into_bytes()
}

/// A file with one page and annotations upon it, each a dictionary.
fn annotated(content: &str, annotations: &str) -> Vec<u8> {
    let file = String::from_utf8(pdf(&[content.to_owned()])).expect("it is ASCII");
    file.replace("/Type /Page /Parent", &format!("/Annots [{annotations}] /Type /Page /Parent")).into_bytes()
}

/// Words at a place, counted from the top.
fn at(x: u32, y: u32, size: u32, font: &str, words: &str) -> String {
    let words = words.replace('(', "\\(").replace(')', "\\)");
    format!("BT /{font} {size} Tf 1 0 0 1 {x} {} Tm ({words}) Tj ET\n", 800 - y)
}

/// Lines one below the other.
fn lines(x: u32, y: u32, lines: &[&str]) -> String {
    (0..).zip(lines).map(|(n, line)| at(x, y + 12 * n, 10, "F1", line)).collect()
}

fn corpus(bytes: Vec<u8>) -> entente_corpus::Corpus {
    let corpus = ingest(&[Source { file: "a.pdf".into(), bytes }], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new());
    corpus
}

fn body(pages: &[String]) -> Body {
    corpus(pdf(pages)).bodies.into_iter().next().expect("it is read").into_inner().expect("it is here")
}

/// Kind, pages and words of every passage after what the file says of itself.
fn read(pages: &[String]) -> Vec<(PassageKind, Vec<u32>, String)> {
    let body = body(pages);
    let passages = body.passages.iter().map(|passage| {
        let on: Vec<u32> = passage.pieces.iter().filter_map(|piece| piece.page).collect();
        (passage.kind, on, ReadingText::of(&body, passage).text)
    });
    passages.filter(|(_, on, _)| !on.is_empty()).collect()
}

fn expect(pages: &[String], expected: &[(PassageKind, &[u32], &str)]) {
    let expected: Vec<(PassageKind, Vec<u32>, String)> =
        expected.iter().map(|(kind, on, words)| (*kind, on.to_vec(), (*words).to_owned())).collect();
    assert_eq!(read(pages), expected);
}

#[test]
fn paragraphs_go_on_over_pages_and_what_pages_repeat_is_furniture() {
    let page = |n: u32, text: &str| {
        at(50, 40, 10, "F1", &format!("Report of the Ministry, part {n}"))
            + text
            + &at(290, 770, 10, "F1", &format!("- {n} -"))
    };
    let first = at(50, 90, 18, "F1", "Report on Co-operation")
        + &lines(
            50,
            130,
            &[
                "The two ministers met in the capital and agreed on a plan",
                "of work. They also agreed on the co-operation of all agen-",
                "cies that have a part in this matter and in others of the",
            ],
        );
    let second = lines(50, 100, &["same kind, which they named.", "", "The co-operation goes on."]);
    expect(
        &[page(1, &first), page(2, &second)],
        &[
            (Furniture, &[1], "Report of the Ministry, part 1"),
            (Heading, &[1], "Report on Co-operation"),
            (
                Paragraph,
                &[1, 2],
                "The two ministers met in the capital and agreed on a plan of work. They also agreed on the co-operation of all \
                 agencies that have a part in this matter and in others of the same kind, which they named.",
            ),
            (Furniture, &[1], "- 1 -"),
            (Furniture, &[2], "Report of the Ministry, part 2"),
            (Paragraph, &[2], "The co-operation goes on."),
            (Furniture, &[2], "- 2 -"),
        ],
    );
    let body = body(&[page(1, &first), page(2, &second)]);
    assert!(body.text.contains("of all agen-\ncies that"), "the text form keeps the printed lines: {}", body.text);
    assert_eq!(body.anomalies, [], "a page's end in a sentence is nothing odd");
}

#[test]
fn heads_and_feet_of_two_pages_are_furniture() {
    let first = lines(
        50,
        100,
        &[
            "The two ministers met in the capital and agreed on a plan of",
            "work. They also agreed on the co-operation of all offices of",
        ],
    ) + &at(50, 770, 10, "F1", "1 | Ports of the north");
    let second = at(50, 40, 10, "F1", "The Minister of Ports")
        + &at(500, 40, 10, "F1", "2")
        + &lines(50, 100, &["the same kind, which they named.", "", "The talks go on."])
        + &at(50, 770, 10, "F1", "Ports of the north | 2");
    expect(
        &[first, second],
        &[
            (
                Paragraph,
                &[1, 2],
                "The two ministers met in the capital and agreed on a plan of work. They also agreed on the co-operation of all offices of \
                 the same kind, which they named.",
            ),
            (Furniture, &[1], "1 | Ports of the north"),
            (Furniture, &[2], "The Minister of Ports 2"),
            (Paragraph, &[2], "The talks go on."),
            (Furniture, &[2], "Ports of the north | 2"),
        ],
    );
}

/// Rules of a table: across at `ys`, down at `xs`, counted from the top, as thin rectangles.
fn ruled(xs: &[u32], ys: &[u32]) -> String {
    let (left, right) = (xs[0], xs[xs.len() - 1]);
    let (top, bottom) = (ys[0], ys[ys.len() - 1]);
    let across = ys.iter().map(|y| format!("{left} {} {} 0.5 re f\n", 800 - y, right - left));
    across.chain(xs.iter().map(|x| format!("{x} {} 0.5 {} re f\n", 800 - bottom, bottom - top))).collect()
}

#[test]
fn cells_between_rules_are_read_one_by_one() {
    let table = ruled(&[50, 250, 450], &[110, 130, 170, 210])
        + &lines(55, 125, &["Measure"])
        + &lines(255, 125, &["What it is for"])
        + &lines(55, 144, &["The ministers of both states", "open the ports."])
        + &lines(255, 148, &["Boats of all the states come", "in again."])
        + &lines(55, 184, &["The offices count the boats", "of the north."])
        + &lines(255, 188, &["Nobody has to wait for", "long."]);
    let page = lines(50, 90, &["The plan of the two states has these measures:"])
        + &table
        + &lines(50, 240, &["The plan ends in May."]);
    expect(
        &[page],
        &[
            (Paragraph, &[1], "The plan of the two states has these measures:"),
            (Row, &[1, 1], "Measure What it is for"),
            (Row, &[1, 1], "The ministers of both states open the ports. Boats of all the states come in again."),
            (Row, &[1, 1], "The offices count the boats of the north. Nobody has to wait for long."),
            (Paragraph, &[1], "The plan ends in May."),
        ],
    );
}

#[test]
fn long_cells_between_rules_are_passages_of_their_own() {
    let said: Vec<String> =
        (1..=14).map(|n| format!("boats of harbour {n} come in again and stay as long as")).collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    let page = ruled(&[50, 150, 450], &[100, 300])
        + &lines(55, 114, &["Part 7 of the"])
        + &lines(155, 114, &["The ports of the north are open again, and the"])
        + &lines(155, 126, &said)
        + &lines(155, 294, &["they want."])
        + &lines(55, 126, &["plan"]);
    let read = read(&[page]);
    assert_eq!(read.len(), 2, "{read:?}");
    assert_eq!(read[0].2, "Part 7 of the plan");
    assert!(
        read[1].2.starts_with("The ports of the north are open again, and the boats of harbour 1 come"),
        "{read:?}"
    );
}

#[test]
fn rows_without_rules_between_them_stay_rows() {
    let page = ruled(&[50, 250, 450], &[100, 120, 180])
        + &lines(55, 114, &["Port"])
        + &lines(255, 114, &["Boats"])
        + &lines(55, 134, &["North", "South", "West"])
        + &lines(255, 134, &["1,200", "900", "15"])
        + &lines(50, 220, &["The boats of all ports were counted in the month of May."]);
    let rows: Vec<String> =
        read(&[page]).into_iter().filter(|(kind, ..)| *kind == Row).map(|(_, _, words)| words).collect();
    assert_eq!(rows, ["Port Boats", "North 1,200", "South 900", "West 15"]);
}

#[test]
fn a_running_head_may_name_the_kind() {
    let page = |text: &str| {
        at(50, 40, 10, "F1", "MEDIA RELEASE")
            + &at(50, 90, 16, "F1", "Ports of the north open")
            + &lines(50, 130, &[text])
    };
    let pages =
        [page("The ports of the north are open again, as was agreed."), page("They stay open until the end of May.")];
    let kind = corpus(pdf(&pages)).catalogue.documents.get(0).expect("it is read").kind.value;
    assert_eq!(kind, entente_corpus::DocumentKind::PressRelease);
}

#[test]
fn lines_that_had_no_room_for_the_next_word_are_not_headings() {
    let text = lines(
        50,
        100,
        &[
            "The ports of the north are open again since the beginning of the",
            "year, and so are all others of the two states.",
            "",
            "1.1 The Ministry of Ports and Harbours of the Northern Republic",
            "(the Ministry) seeks views on the ports of the two states.",
            "",
            "The members of the board, in the order of the letters, all of them",
        ],
    ) + &lines(70, 184, &["1. Jane Roe of the harbour", "2. John Doe of the harbour"]);
    let read = read(&[text]);
    let words: Vec<&str> = read.iter().map(|(_, _, words)| words.as_str()).collect();
    assert!(words.contains(&"The Ministry of Ports and Harbours of the Northern Republic (the Ministry) seeks views on the ports of the two states."), "{words:?}");
    assert!(words.contains(&"Jane Roe of the harbour"), "{words:?}");
}

#[test]
fn a_heading_over_two_lines_is_one() {
    let body = lines(
        50,
        150,
        &["The ports of the north are open again since the beginning of the year,", "and so they stay."],
    );
    let text = at(50, 100, 10, "F2", "STATEMENT BY THE PRIME MINISTER OF THE PORTS, JANE ROE OF")
        + &at(50, 112, 10, "F2", "HARBOUR: DEBATE OF THE ASSEMBLY")
        + &at(50, 130, 10, "F2", "Excellencies,")
        + &body;
    expect(
        &[text],
        &[
            (
                Heading,
                &[1],
                "STATEMENT BY THE PRIME MINISTER OF THE PORTS, JANE ROE OF HARBOUR: DEBATE OF THE ASSEMBLY",
            ),
            (Paragraph, &[1], "Excellencies,"),
            (
                Paragraph,
                &[1],
                "The ports of the north are open again since the beginning of the year, and so they stay.",
            ),
        ],
    );
}

#[test]
fn a_large_bullet_does_not_set_the_size_of_its_line() {
    let text = at(50, 100, 10, "F1", "The ministers of the two states have agreed on a plan for the ports:")
        + "BT /F1 16 Tf 1 0 0 1 50 688 Tm (\\225) Tj /F1 10 Tf ( They set up a Common Court for ports, with the) Tj ET\n"
        + &at(60, 124, 10, "F1", "Council of the two states, by May.");
    let items: Vec<String> =
        read(&[text]).into_iter().filter(|(kind, ..)| *kind == Item).map(|(_, _, words)| words).collect();
    assert_eq!(items, ["They set up a Common Court for ports, with the Council of the two states, by May."]);
}

#[test]
fn hyphens_that_part_words_are_hidden_and_others_stay() {
    let text = lines(
        50,
        100,
        &[
            "The long-term plan and the follow-up of the agencies on long-",
            "term matters concern the DPRK-",
            "related measures and each inter-",
            "national body.",
        ],
    );
    expect(
        &[text],
        &[(
            Paragraph,
            &[1],
            "The long-term plan and the follow-up of the agencies on long-term matters concern the DPRK-related measures and each \
             international body.",
        )],
    );
}

#[test]
fn columns_are_read_one_after_the_other_below_what_stands_across() {
    let side = |name: &str| -> Vec<String> {
        (0..12).map(|n| format!("{name} column has words in line {n:02} of it")).collect()
    };
    let (left, right) = (side("left"), side("right"));
    let mut content = at(50, 60, 18, "F1", "A heading that stands across both of the columns");
    // Both columns' lines are drawn row by row.
    for (n, (left, right)) in (0_u32..).zip(left.iter().zip(&right)) {
        content += &at(50, 100 + 12 * n, 10, "F1", left);
        content += &at(290, 100 + 12 * n, 10, "F1", right);
    }
    let read = read(&[content]);
    assert_eq!(read[0].2, "A heading that stands across both of the columns");
    let words: Vec<String> = read[1..].iter().map(|(_, _, words)| words.clone()).collect();
    assert_eq!(words.join(" "), [left, right].concat().join(" "));
}

#[test]
fn lists_notes_tables_and_headings_show_by_their_shape() {
    let mut content = at(50, 60, 10, "F2", "Aims of the year");
    content += &lines(50, 90, &["The Parties shall:"]);
    content += &lines(
        50,
        114,
        &["(a) act together in all matters that are named in this text", "    and in its annex;", "(b) report."],
    );
    for (n, row) in (0_u32..).zip([["Year", "Aid", "Share"], ["2014", "1,000", "5%"], ["2015", "2,000", "6%"]]) {
        for (column, cell) in (0_u32..).zip(row) {
            content += &at(50 + 150 * column, 200 + 14 * n, 10, "F1", cell);
        }
    }
    content += &lines(50, 300, &["\u{2022} one entry of the list that is set here"]).replace('\u{2022}', "\\225");
    content += &at(50, 700, 7, "F1", "1See the report of the year before.");
    expect(
        &[content],
        &[
            (Heading, &[1], "Aims of the year"),
            (Paragraph, &[1], "The Parties shall:"),
            (Paragraph, &[1], "act together in all matters that are named in this text and in its annex;"),
            (Paragraph, &[1], "report."),
            (Row, &[1, 1, 1], "Year Aid Share"),
            (Row, &[1, 1, 1], "2014 1,000 5%"),
            (Row, &[1, 1, 1], "2015 2,000 6%"),
            (Item, &[1], "one entry of the list that is set here"),
            (Note, &[1], "See the report of the year before."),
        ],
    );
}

#[test]
fn text_in_two_sizes_heads_nothing() {
    let set = |size: u32| -> String {
        (0..50)
            .map(|n| at(50, 60 + 14 * n, size, "F1", &format!("The ports of the two states {n} are open again:")))
            .collect()
    };
    let kinds: Vec<PassageKind> = read(&[set(12), set(10)]).into_iter().map(|(kind, ..)| kind).collect();
    assert!(!kinds.contains(&Heading), "{kinds:?}");
}

/// Cells over several lines, and a row that goes on at the top of the next page.
#[test]
fn a_row_takes_in_the_lines_that_its_cells_go_on_in() {
    let row = |y: u32, cells: [&str; 3]| -> String {
        let printed = cells.iter().zip([50, 200, 400]).filter(|(cell, _)| !cell.is_empty());
        printed.map(|(cell, x)| at(x, y, 10, "F1", cell)).collect()
    };
    let first = row(60, ["State", "Office", "Year"])
        + &row(74, ["Islands of", "Ministry of Ports, Fish", "2014"])
        + &row(86, ["the North", "and Harbours", ""])
        + &row(100, ["Fiji", "Harbour Office", "2015"])
        + &row(114, ["Chad", "Office of the Ports", "2016"]);
    let second = row(60, ["", "and of the fish", ""]) + &lines(50, 120, &["The table ends here, and the text begins."]);
    expect(
        &[first, second],
        &[
            (Row, &[1, 1, 1], "State Office Year"),
            (Row, &[1, 1, 1], "Islands of the North Ministry of Ports, Fish and Harbours 2014"),
            (Row, &[1, 1, 1], "Fiji Harbour Office 2015"),
            (Row, &[1, 1, 1], "Chad Office of the Ports and of the fish 2016"),
            (Paragraph, &[2], "The table ends here, and the text begins."),
        ],
    );
}

#[test]
fn composite_fonts_show_what_their_maps_say() {
    let text = "BT /K 10 Tf 50 700 Td <0001000200030004> Tj ET";
    expect(&[text.to_owned()], &[(Paragraph, &[1], "한국AB")]);
}

/// A map of two megabytes is read, eight of them and no more; larger ones are not.
#[test]
fn maps_of_letters_are_bounded_each_and_together() {
    const MAPS: usize = 9;
    let size = |n: usize| if n == 0 { 2_200_000 } else { 2_000_000 };
    let stream = |n: usize| {
        let font = KOREAN.replace("/ToUnicode 7 0 R", &format!("/ToUnicode {} 0 R", 100 + n));
        let map = format!("{MAP}{}", " ".repeat(size(n) - MAP.len()));
        let map = format!("{} 0 obj <</Length {}>> stream\n{map}\nendstream endobj\n", 100 + n, map.len());
        format!("{map}{} 0 obj {font} endobj\n", 200 + n)
    };
    let content: String = (0..=MAPS).map(|n| format!("BT /M{n} 10 Tf 50 {} Td <0001> Tj ET ", 700 - 20 * n)).collect();
    let fonts: String = (0..=MAPS).map(|n| format!("/M{n} {} 0 R ", 200 + n)).collect();
    let file = String::from_utf8(pdf(&[content])).expect("it is ASCII");
    // Without a list of its objects the file is looked through.
    let file = file.replace("<</F1 3 0 R", &format!("<<{fonts}/F1 3 0 R"));
    let file = file.replace("xref", &format!("{}xfer", (0..=MAPS).map(stream).collect::<String>()));
    let text = super::read(file.as_bytes()).expect("it is read").text;
    assert_eq!((text.matches('한').count(), text.matches('\u{fffd}').count()), (8, 2), "{text}");
}

#[test]
fn what_cannot_be_read_is_named() {
    let reason = |bytes: Vec<u8>| corpus(bytes).catalogue.unread.first().map(|unread| unread.reason.clone());
    let words = at(50, 50, 10, "F1", "Words of the page.");
    for (bytes, says) in [
        (pdf(&["q 600 0 0 800 0 0 cm /Im0 Do Q".to_owned()]), "it has no text, only pictures of pages"),
        (
            pdf(&[format!("BT /U 10 Tf 50 700 Td <{}> Tj ET{}", "0001".repeat(90), at(50, 50, 10, "F1", "7 Oct"))]),
            "its fonts do not say which letters they show",
        ),
        (
            pdf(&[format!("BT /U 10 Tf 50 700 Td <{}> Tj ET", "0001".repeat(90))]),
            "its fonts do not say which letters they show",
        ),
        (b"%PDF-1.4\nnothing of the kind".to_vec(), "it is damaged or cut off"),
        (
            String::from_utf8(pdf(std::slice::from_ref(&words)))
                .expect("ASCII")
                .replace(
                    "/Info 5 0 R",
                    &format!(
                        "/Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{0}> /U <{0}>>> /ID [<00> <00>]",
                        "ab".repeat(32)
                    ),
                )
                .into_bytes(),
            "it is protected by a password",
        ),
    ] {
        assert_eq!(reason(bytes).as_deref(), Some(says));
    }
    assert_eq!(reason(pdf(&[words])), None);
}

/// A font that stands in the page's own dictionary has no number.
#[test]
fn a_composite_font_written_out_in_place_is_read() {
    let file = String::from_utf8(pdf(&["BT /K 10 Tf 50 700 Td <00010002> Tj ET".to_owned()])).expect("ASCII");
    // Without a list of its objects the file is looked through.
    let file = file.replace("/K 6 0 R", &format!("/K {KOREAN}")).replace("xref", "xfer");
    assert!(super::read(file.as_bytes()).is_ok_and(|form| form.text.contains("한국")));
}

#[test]
fn what_the_file_says_of_itself_is_kept_apart() {
    let corpus = corpus(pdf(&[at(50, 50, 10, "F1", "Words of the page.")]));
    let record = corpus.catalogue.documents.get(0).expect("it is here");
    let said: Vec<(&str, &str)> = corpus
        .bodies
        .get(0)
        .expect("it is here")
        .metadata
        .iter()
        .map(|datum| (datum.field.as_str(), datum.fact.value.as_str()))
        .collect();
    assert_eq!(said, [("author", "A. Writer"), ("created", "2020-08-06")], "and a file's name is no title");
    assert!(record.text_form && record.date.is_none());
}

#[test]
fn what_is_filled_into_a_form_stands_where_it_is_filled_in() {
    let labels = at(50, 100, 10, "F1", "Name of the ministry:") + &at(50, 130, 10, "F1", "Contact point:");
    let field = |flags: &str, value: &str, y: u32| {
        format!("<</Subtype /Widget /FT /Tx /Rect [180 {} 400 {}] /V ({value}) {flags}>>", 800 - y - 2, 800 - y + 10)
    };
    let fields = [
        field("", "Ministry of Finance", 100),
        field("", "Treaty division", 130),
        field("/F 2", "hidden", 160),
        field("/Ff 65536", "Print", 190),
        field("/Ff 8192", "secret", 220),
        "<</Subtype /Text /Rect [1 1 9 9] /Contents (a remark)>>".to_owned(),
        "<</Subtype /FreeText /Rect [50 600 300 612] /Contents (Received 4 May 2021)>>".to_owned(),
    ];
    let corpus = corpus(annotated(&labels, &fields.concat()));
    let body = corpus.bodies.into_iter().next().expect("it is read").into_inner().expect("it is here");
    let words: Vec<String> = body.text.split('\n').filter(|line| line.contains(' ')).map(squeezed).collect();
    let expected =
        ["Name of the ministry: Ministry of Finance", "Contact point: Treaty division", "Received 4 May 2021"];
    assert_eq!(words[words.len() - 3..], expected, "{}", body.text);
    assert!(!["hidden", "Print", "secret", "remark"].iter().any(|word| body.text.contains(word)), "{}", body.text);
}

fn squeezed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_field_that_is_drawn_is_read_from_its_drawing() {
    // The drawing has a box of its own, half as wide and high as its place.
    let drawn = "<</Subtype /Widget /FT /Tx /Rect [100 700 300 720] /V (raw) /AP <</N 90 0 R>>>>";
    let content = "BT /F1 5 Tf 2 3 Td (Ministry of Finance) Tj ET";
    let stream = format!(
        "<</Type /XObject /Subtype /Form /BBox [0 0 100 10] /Resources <</Font <</F1 3 0 R>>>> /Length {}>> stream\n{content}\nendstream",
        content.len()
    );
    let label = at(50, 60, 10, "F1", "Form of application") + &at(50, 94, 10, "F1", "Applicant:");
    let file = String::from_utf8(annotated(&label, drawn)).expect("it is ASCII");
    // Without a table of places the objects are found by their heads.
    let file = file.replace("xref\n", &format!("90 0 obj {stream} endobj\n")).replace("startxref", "start");
    let corpus = corpus(file.into_bytes());
    let body = corpus.bodies.into_iter().next().expect("it is read").into_inner().expect("it is here");
    assert!(body.text.lines().any(|line| squeezed(line) == "Applicant: Ministry of Finance"), "{}", body.text);
    assert!(!body.text.contains("raw"), "{}", body.text);
}

#[test]
fn a_page_set_sideways_is_read_as_it_is_turned() {
    let words = [
        "The delegations met in the spring and agreed on a plan of work",
        "for the next two years, which they signed.",
    ];
    for matrix in ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"] {
        let line = |n: usize, words: &str| {
            let by = 14 * n;
            let (x, y) = match matrix {
                "0 1 -1 0" => (100 + by, 100),
                "0 -1 1 0" => (400 - by, 700),
                _ => (500, 100 + by),
            };
            format!("BT /F1 10 Tf {matrix} {x} {y} Tm ({words}) Tj ET\n")
        };
        let page = (0..).zip(words).map(|(n, words)| line(n, words)).collect::<String>();
        expect(&[page], &[(Paragraph, &[1], &words.join(" "))]);
    }
}

#[test]
fn words_of_a_standard_font_are_as_wide_as_it_sets_them() {
    let file =
        String::from_utf8(pdf(&[at(50, 100, 10, "F1", "The following") + &at(112, 100, 10, "F1", "objectives")]))
            .expect("it is ASCII");
    let read = |bytes: Vec<u8>| {
        let corpus = corpus(bytes);
        let body = corpus.bodies.get(0).expect("it is here");
        body.passages.last().map(|passage| ReadingText::of(body, passage).text)
    };
    assert_eq!(
        read(file.replace("/BaseFont /Plain ", "/BaseFont /Helvetica ").into_bytes()).as_deref(),
        Some("The following objectives")
    );
}

#[test]
fn raised_numbers_of_notes_fuse_with_no_number() {
    let page = at(50, 100, 10, "F1", "in 2018") + &at(85, 96, 6, "F1", "1") + &at(90, 100, 10, "F1", "and Ghana");
    let body = body(&[page]);
    let text = body.passages.last().map(|passage| ReadingText::of(&body, passage).text);
    assert_eq!(text.as_deref(), Some("in 2018¹ and Ghana"));
}

#[test]
fn letters_that_are_set_apart_are_words() {
    let letters = |from: u32, word: &str| -> String {
        (0..).zip(word.chars()).map(|(n, c)| at(from + 8 * n, 60, 10, "F1", &c.to_string())).collect()
    };
    let page = letters(50, "JOINT") + &letters(98, "COMMUNIQUE") + &at(50, 100, 10, "F1", "The ministers met in Oslo.");
    let body = body(&[page]);
    let texts: Vec<String> = body.passages.iter().map(|passage| ReadingText::of(&body, passage).text).collect();
    assert!(texts.contains(&"JOINT COMMUNIQUE".to_owned()), "{texts:?}");
}

#[test]
fn signatures_side_by_side_are_read_one_after_the_other() {
    let page = at(50, 60, 10, "F1", "The two ministries work together.")
        + &at(50, 100, 10, "F1", "For the Ministry of Ports")
        + &at(320, 100, 10, "F1", "For the Police Directorate")
        + &at(50, 112, 10, "F1", "of Ghana")
        + &at(320, 112, 10, "F1", "of Norway");
    let body = body(&[page]);
    let texts: Vec<String> = body.passages.iter().map(|passage| ReadingText::of(&body, passage).text).collect();
    let all = texts.join(" ");
    assert!(all.contains("For the Ministry of Ports of Ghana For the Police Directorate of Norway"), "{texts:?}");
}
