//! What the Korean word processor puts into a file, and how it is read.

use entente_corpus::{Body, PassageKind, ReadingText, StyleKind, check};
use entente_ingest::{Settings, Source, ingest};

use super::super::package::testing::package;
use PassageKind::{Furniture, Heading, Item, Note, Paragraph, Row};

const HEAD: &str = r#"<hh:head><hh:refList>
<hh:charPr id="0"/><hh:charPr id="1"><hh:bold/></hh:charPr><hh:charPr id="2"><hh:underline type="BOTTOM"/></hh:charPr>
<hh:numberings><hh:numbering id="1">
<hh:paraHead level="1" start="1" numFormat="ROMAN_CAPITAL">^1.</hh:paraHead>
<hh:paraHead level="2" start="1" numFormat="HANGUL_SYLLABLE">^2.</hh:paraHead></hh:numbering></hh:numberings>
<hh:bullets><hh:bullet id="1" char="○"/></hh:bullets>
<hh:paraPr id="0"><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr>
<hh:paraPr id="1"><hh:heading type="OUTLINE" idRef="0" level="0"/></hh:paraPr>
<hh:paraPr id="2"><hh:heading type="NUMBER" idRef="1" level="1"/></hh:paraPr>
<hh:paraPr id="3"><hh:heading type="BULLET" idRef="1" level="0"/></hh:paraPr>
</hh:refList></hh:head>"#;
const CONTENT: &str = r#"<opf:package><opf:metadata><opf:title>한미 협의 결과</opf:title>
<opf:meta name="creator" content="text">kim</opf:meta><opf:meta name="CreatedDate" content="text">2024-05-03T01:02:03Z</opf:meta>
</opf:metadata></opf:package>"#;

fn hwpx(section: &str) -> Vec<u8> {
    let section = format!("<hs:sec>{section}</hs:sec>");
    package(&[
        ("mimetype", b"application/hwp+zip"),
        ("Contents/content.hpf", CONTENT.as_bytes()),
        ("Contents/header.xml", HEAD.as_bytes()),
        ("Contents/section0.xml", section.as_bytes()),
        ("Contents/section10.xml", p(0, 0, "끝.").as_bytes()),
        ("Contents/section2.xml", p(0, 0, "둘째 부분이다.").as_bytes()),
    ])
}

fn p(look: u8, letters: u8, words: &str) -> String {
    format!(
        "<hp:p paraPrIDRef='{look}' styleIDRef='0'><hp:run charPrIDRef='{letters}'><hp:t>{words}</hp:t></hp:run>\
         <hp:linesegarray><hp:lineseg/></hp:linesegarray></hp:p>"
    )
}

fn body(section: &str) -> Body {
    let corpus = ingest(&[Source { file: "a.hwpx".into(), bytes: hwpx(section) }], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new());
    corpus.bodies.into_iter().next().expect("it is read").into_inner().expect("it is here")
}

/// The passages of `section`, without the properties before and the two short sections after.
fn expect(section: &str, expected: &[(PassageKind, &str, &str)]) {
    let body = body(section);
    let read: Vec<(PassageKind, String, String)> = body
        .passages
        .iter()
        .map(|passage| {
            let marker = passage.marker.map_or("", |mark| mark.of(&body.text)).to_owned();
            (passage.kind, marker, ReadingText::of(&body, passage).text)
        })
        .collect();
    let expected: Vec<(PassageKind, String, String)> =
        expected.iter().map(|(kind, mark, words)| (*kind, (*mark).to_owned(), (*words).to_owned())).collect();
    assert_eq!(read[3..read.len() - 2], expected, "{section}");
    assert_eq!(read[read.len() - 1].2, "끝.", "sections stand in the order of their numbers");
}

#[test]
fn outlines_lists_and_bold_lines_show_their_marks() {
    let section = [
        p(1, 0, "협의 개요"),
        p(2, 0, "일시"),
        p(2, 0, "장소"),
        p(3, 0, "양측은 협력하기로 했다."),
        p(1, 0, "결과"),
        p(2, 0, "합의"),
        p(0, 0, "본문<hp:lineBreak/>둘째 줄"),
    ];
    expect(
        &section.concat(),
        &[
            (Heading, "# I.", "협의 개요"),
            (Item, "가.", "일시"),
            (Item, "나.", "장소"),
            (Item, "○", "양측은 협력하기로 했다."),
            (Heading, "# II.", "결과"),
            (Item, "가.", "합의"),
            (Paragraph, "", "본문 둘째 줄"),
        ],
    );
}

#[test]
fn tables_notes_and_running_heads_are_told_apart() {
    let cell =
        |head: u8, words: &str| format!("<hp:tc header='{head}'><hp:subList>{}</hp:subList></hp:tc>", p(0, 0, words));
    let row = |head: u8, cells: [&str; 2]| format!("<hp:tr>{}{}</hp:tr>", cell(head, cells[0]), cell(head, cells[1]));
    let table = format!("<hp:tbl>{}{}</hp:tbl>", row(1, ["연도", "금액"]), row(0, ["2014", "1,000"]));
    let section = format!(
        "<hp:p paraPrIDRef='0'><hp:run><hp:ctrl><hp:header><hp:subList>{}</hp:subList></hp:header></hp:ctrl></hp:run>\
         <hp:run>{table}<hp:t/></hp:run></hp:p>\
         <hp:p paraPrIDRef='0'><hp:run charPrIDRef='2'><hp:t>결정</hp:t><hp:ctrl><hp:footNote><hp:subList>{}</hp:subList></hp:footNote></hp:ctrl>\
         <hp:t>하였다.</hp:t></hp:run></hp:p>",
        p(0, 0, "외교부 보도자료"),
        p(0, 0, "근거 문서")
    );
    expect(
        &section,
        &[
            (Furniture, "", "외교부 보도자료"),
            (Row, "", "연도 금액"),
            (Row, "", "2014 1,000"),
            (Paragraph, "", "결정[1]하였다."),
            (Note, "[1]", "근거 문서"),
        ],
    );
    let body = body(&section);
    let rows: Vec<bool> = body.passages.iter().filter(|passage| passage.kind == Row).map(|row| row.header).collect();
    assert_eq!(rows, [true, false]);
    let last = &body.passages[6];
    assert!(last.styles.iter().any(|style| style.kind == StyleKind::Underline), "{last:?}");
}

#[test]
fn changes_and_links_are_kept_and_locked_files_are_named() {
    let section = "<hp:p><hp:run><hp:t>가<hp:deleteBegin/>나<hp:deleteEnd/>다</hp:t><hp:ctrl><hp:fieldBegin type='HYPERLINK'>\
        <hp:parameters><hp:stringParam name='Command'>https\\://example.org/a;1;0;0;</hp:stringParam></hp:parameters></hp:fieldBegin></hp:ctrl>\
        <hp:t>주소</hp:t><hp:ctrl><hp:fieldEnd/></hp:ctrl></hp:run></hp:p>";
    expect(section, &[(Heading, "", "가다주소")]);
    let body = body(section);
    assert_eq!(body.anomalies[0].span.of(&body.text), "~~나~~");
    let link = body.passages[3].styles.iter().find(|style| style.kind == StyleKind::Link).expect("a link");
    assert_eq!((link.span.of(&body.text), link.target.as_deref()), ("주소", Some("https://example.org/a")));
    let locked = package(&[
        ("mimetype", b"application/hwp+zip"),
        (
            "META-INF/manifest.xml",
            b"<odf:manifest><odf:file-entry><odf:encryption-data/></odf:file-entry></odf:manifest>",
        ),
        ("Contents/section0.xml", b"\x01\x02"),
    ]);
    let corpus = ingest(&[Source { file: "a.hwpx".into(), bytes: locked }], &Settings::default());
    assert_eq!(corpus.catalogue.unread[0].reason, "it is protected by a password");
}

#[test]
fn the_title_of_the_file_stands_where_none_is_printed() {
    let bytes = hwpx(&p(0, 0, "양측은 협의를 개최하고 협력하기로 하였다."));
    let corpus = ingest(&[Source { file: "a.hwpx".into(), bytes }], &Settings::default());
    let title = corpus.catalogue.documents.get(0).expect("it is here").title.as_ref().expect("it is said");
    assert_eq!((title.value.as_str(), title.rule.as_str()), ("한미 협의 결과", "document-properties"));
}

#[test]
fn what_a_form_shows_and_words_set_in_shapes_are_read() {
    let section = "<hp:p paraPrIDRef='0'><hp:run charPrIDRef='0'><hp:checkBtn caption='동의' value='CHECKED'/>\
        <hp:t> </hp:t><hp:checkBtn caption='부동의' value='UNCHECKED'/></hp:run></hp:p>\
        <hp:p paraPrIDRef='0'><hp:run charPrIDRef='0'><hp:t>담당: </hp:t><hp:edit name='e'><hp:text>조약과</hp:text></hp:edit>\
        <hp:t>, </hp:t><hp:comboBox selectedValue='서울'><hp:listItem displayText='부산' value='b'/></hp:comboBox></hp:run></hp:p>\
        <hp:p paraPrIDRef='0'><hp:run charPrIDRef='0'><hp:dutmal><hp:mainText>협정문</hp:mainText><hp:subText>ag</hp:subText>\
        </hp:dutmal><hp:t>에 서명했다.</hp:t></hp:run></hp:p>\
        <hp:p paraPrIDRef='0'><hp:run charPrIDRef='0'><hp:textart text='공동성명이다.'><hp:shapeComment>글맵시</hp:shapeComment>\
        </hp:textart></hp:run></hp:p>";
    expect(
        section,
        &[
            (Paragraph, "", "☑ 동의 ☐ 부동의"),
            (Paragraph, "", "담당: 조약과, 서울"),
            (Paragraph, "", "협정문에 서명했다."),
            (Paragraph, "", "공동성명이다."),
        ],
    );
}
