//! What holds for every file of these formats, whole or not: reading ends, the corpus holds together, words are kept.

use entente_corpus::{ReadingText, check};
use entente_ingest::{Settings, Source, ingest};
use proptest::prelude::*;

use super::package::testing::package;
use super::pdf::tests::pdf;

/// Reads `bytes`; what does not hold together, and all words that are shown.
fn read(bytes: Vec<u8>) -> (Vec<String>, String) {
    let corpus = ingest(&[Source { file: "a".into(), bytes }], &Settings::default());
    let mut faults = check(&corpus);
    if corpus.catalogue.documents.len() + corpus.catalogue.unread.len() != 1 {
        faults.push("neither read nor named".to_owned());
    }
    let shown = corpus
        .bodies
        .iter()
        .flatten()
        .flat_map(|body| body.passages.iter().map(|passage| format!("{} ", ReadingText::of(body, passage).text)));
    (faults, shown.collect())
}

/// `bytes` with some of them changed, and perhaps cut off.
fn damaged(bytes: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let length = bytes.len();
    let changes = prop::collection::vec((0..length, any::<u8>()), 0..12);
    (changes, prop_oneof![Just(length), 0..length]).prop_map(move |(changes, end)| {
        let mut bytes = bytes.clone();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        bytes.truncate(end);
        bytes
    })
}

const WORD: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:rPr>",
    "</w:rPr>",
    "<w:b/>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:del w:author='x'>",
    "</w:del>",
    "<w:ins>",
    "</w:ins>",
    "<w:hyperlink r:id='r'>",
    "</w:hyperlink>",
    "<w:fldChar w:fldCharType='begin'/>",
    "<w:fldChar w:fldCharType='separate'/>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:instrText>x</w:instrText>",
    "<w:numPr><w:numId w:val='1'/></w:numPr>",
    "<w:outlineLvl w:val='2'/>",
    "<w:footnoteReference w:id='1'/>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<mc:Fallback>",
    "</mc:Fallback>",
    "<w:tab/>",
    "<w:br/>",
    "<w:tblHeader/>",
    "<w:vertAlign w:val='superscript'/>",
    "<w:sym w:char='F0B7'/>",
];

/// Parts in any order, with a numbered word after each.
fn soup(tags: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(tags.to_vec()), 0..60)
        .prop_map(|tags| tags.iter().enumerate().map(|(n, tag)| format!("{tag}<w:t>w{n}x|*#</w:t>")).collect())
}

const HANGUL: &[&str] = &[
    "<hp:p paraPrIDRef='1'>",
    "</hp:p>",
    "<hp:run charPrIDRef='1'>",
    "</hp:run>",
    "<hp:t>",
    "</hp:t>",
    "<hp:tbl>",
    "</hp:tbl>",
    "<hp:tr>",
    "</hp:tr>",
    "<hp:tc>",
    "</hp:tc>",
    "<hp:footNote>",
    "</hp:footNote>",
    "<hp:header>",
    "</hp:header>",
    "<hp:deleteBegin/>",
    "<hp:deleteEnd/>",
    "<hp:fieldBegin>",
    "<hp:fieldEnd/>",
    "<hp:stringParam name='Path'>",
    "</hp:stringParam>",
    "<hp:lineBreak/>",
    "<hp:linesegarray>",
    "<hp:secPr outlineShapeIDRef='1'/>",
];

fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}");
    package(&[("word/document.xml", document.as_bytes())])
}

const DRAWING: &[&str] = &[
    "BT ",
    "ET ",
    "/F1 10 Tf ",
    "/F2 0 Tf ",
    "/K 1e9 Tf ",
    "/U 8 Tf ",
    "(words) Tj ",
    "(a) ' ",
    "1 2 (b) \" ",
    "[(c) -300 (d) 1e38 (e)] TJ ",
    "<0001000200> Tj ",
    "T* ",
    "0 -12 Td ",
    "1 0 0 1 50 700 Tm ",
    "0 1 -1 0 0 0 Tm ",
    "q ",
    "Q ",
    "1e20 0 0 1e20 0 0 cm ",
    "0 0 0 0 0 0 cm ",
    "/Artifact BMC ",
    "EMC ",
    "/X Do ",
    "0 Tz ",
    "12 TL ",
    "<< /A [ ( ",
    "\n%",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_word_elements_is_read(body in soup(WORD)) {
        prop_assert_eq!(read(docx(&body)).0, Vec::<String>::new());
    }

    #[test]
    fn any_order_of_hangul_elements_is_read(body in soup(HANGUL)) {
        let section = format!("<hs:sec>{body}");
        let head = "<hh:charPr id='1'><hh:bold/></hh:charPr><hh:paraPr id='1'><hh:heading type='OUTLINE' level='9'/></hh:paraPr>\
            <hh:numbering id='1'><hh:paraHead level='10' numFormat='DIGIT'>^9^1.</hh:paraHead></hh:numbering>";
        let parts: [(&str, &[u8]); 2] =
            [("Contents/header.xml", head.as_bytes()), ("Contents/section0.xml", section.as_bytes())];
        prop_assert_eq!(read(package(&parts)).0, Vec::<String>::new());
    }

    #[test]
    fn damaged_word_files_are_read_or_named(
        bytes in damaged(docx("<w:p><w:r><w:t>One</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"))
    ) {
        prop_assert_eq!(read(bytes).0, Vec::<String>::new());
    }

    #[test]
    fn every_word_of_plain_paragraphs_is_shown(words in prop::collection::vec("[a-z]{3,9}", 1..30)) {
        let body: String = words.iter().map(|word| format!("<w:p><w:r><w:t>{word} |</w:t></w:r></w:p>")).collect();
        let shown = read(docx(&body)).1;
        let shown: Vec<&str> = shown.split([' ', '|']).filter(|word| !word.is_empty()).collect();
        prop_assert_eq!(shown, words);
    }

    #[test]
    fn any_table_is_read(text in "([a-z\",;\t\n\r {}:\\\\u0-9한]{0,60})", json in any::<bool>()) {
        let text = if json { format!("{{\"text\":\"a\"}}\n{{\"b\": {text}\n{{\"b\":\"{text}\"}}") } else { format!("a,b\n{text}") };
        let corpus = ingest(&[Source { file: "a.csv".into(), bytes: text.into_bytes() }], &Settings::default());
        prop_assert_eq!(check(&corpus), Vec::<String>::new());
    }

    #[test]
    fn any_order_of_drawing_instructions_is_read(
        parts in prop::collection::vec(prop::sample::select(DRAWING.to_vec()), 0..60)
    ) {
        prop_assert_eq!(read(pdf(&[parts.concat(), parts.concat()])).0, Vec::<String>::new());
    }

    #[test]
    fn damaged_pages_are_read_or_named(
        bytes in damaged(pdf(&["BT /F1 10 Tf 50 700 Td (One two three) Tj /K 9 Tf <00010002> Tj ET".to_owned()]))
    ) {
        prop_assert_eq!(read(bytes).0, Vec::<String>::new());
    }
}
