//! What Word puts into a file, and how it is read.

use entente_corpus::{Body, PassageKind, ReadingText, StyleKind, check};
use entente_ingest::{Settings, Source, ingest};

use super::super::package::testing::package;
use PassageKind::{Caption, Furniture, Heading, Item, Note, Paragraph, Row};

const STYLES: &str = r#"<w:styles>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="Own"><w:name w:val="My own"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="C"><w:name w:val="caption"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="B"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="14"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"#;

const RELATIONS: &str = r#"<Relationships>
<Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="http://x/numbering" Target="numbering.xml"/>
<Relationship Id="r3" Type="http://x/footnotes" Target="footnotes.xml"/>
<Relationship Id="r4" Type="http://x/comments" Target="/word/comments.xml"/>
<Relationship Id="r5" Type="http://x/header" Target="header1.xml"/>
<Relationship Id="r6" Type="http://x/hyperlink" Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"/>
</Relationships>"#;

const NOTES: &str = r#"<w:footnotes><w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>___</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="7"><w:p><w:r><w:t>S/1731/2019.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
const COMMENTS: &str = r#"<w:comments><w:comment w:id="0" w:author="A. Reader"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment></w:comments>"#;
const HEADER: &str = "<w:hdr><w:p><w:r><w:t>OFFICIAL</w:t></w:r></w:p><w:p><w:r><w:t>12</w:t></w:r></w:p></w:hdr>";
const CORE: &str = "<cp:coreProperties><dc:title>Draft 2.docx</dc:title><dc:creator>A. Writer</dc:creator>\
    <dcterms:created>2020-08-13T11:29:00Z</dcterms:created></cp:coreProperties>";

/// A document whose body is `body`.
fn docx(body: &str) -> Vec<u8> {
    let document = format!("<?xml version='1.0'?><w:document><w:body>{body}</w:body></w:document>");
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
        ("word/footnotes.xml", NOTES.as_bytes()),
        ("word/comments.xml", COMMENTS.as_bytes()),
        ("word/header1.xml", HEADER.as_bytes()),
        ("docProps/core.xml", CORE.as_bytes()),
    ])
}

fn body(xml: &str) -> Body {
    let corpus = ingest(&[Source { file: "a.docx".into(), bytes: docx(xml) }], &Settings::default());
    assert_eq!(check(&corpus), Vec::<String>::new());
    corpus.bodies.into_iter().next().expect("it is read").into_inner().expect("it is here")
}

/// Kind, mark and words of every passage after what every file here begins with.
fn read(xml: &str) -> Vec<(PassageKind, String, String)> {
    let body = body(xml);
    let passages = body.passages.iter().map(|passage| {
        let marker = passage.marker.map_or("", |mark| mark.of(&body.text)).to_owned();
        (passage.kind, marker, ReadingText::of(&body, passage).text)
    });
    passages.skip(4).collect()
}

fn expect(xml: &str, expected: &[(PassageKind, &str, &str)]) {
    let expected: Vec<(PassageKind, String, String)> =
        expected.iter().map(|(kind, mark, words)| (*kind, (*mark).to_owned(), (*words).to_owned())).collect();
    assert_eq!(read(xml), expected, "{xml}");
}

fn p(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

fn style(id: &str, words: &str) -> String {
    p(&format!("<w:pStyle w:val='{id}'/>"), words)
}

fn list(id: u8, level: u8, words: &str) -> String {
    p(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{id}'/></w:numPr>"), words)
}

#[test]
fn styles_make_headings_and_the_title_stands_above_them() {
    let xml = style("T", "Report")
        + &style("TOC1", "Aims 2")
        + &style("H1", "Aims")
        + &style("Own", "First")
        + &p("", "Text.");
    expect(
        &(xml.clone() + &style("C", "Table 1")),
        &[
            (Heading, "#", "Report"),
            (Furniture, "", "Aims 2"),
            (Heading, "##", "Aims"),
            (Heading, "###", "First"),
            (Paragraph, "", "Text."),
            (Caption, "", "Table 1"),
        ],
    );
    let levels: Vec<(u8, Option<u32>)> =
        body(&xml).sections.iter().map(|section| (section.level, section.parent)).collect();
    assert_eq!(levels, [(1, None), (2, Some(0)), (3, Some(1))]);
}

#[test]
fn lists_print_the_numbers_that_word_prints() {
    let xml = [
        list(1, 0, "The Leaders met."),
        list(1, 1, "to act"),
        list(1, 1, "to go on"),
        list(1, 2, "deeper"),
        list(1, 0, "They agreed."),
        list(1, 1, "again"),
        list(3, 0, "Anew."),
        style("LB", "by style"),
        list(0, 0, "no list"),
    ];
    expect(
        &xml.concat(),
        &[
            (Paragraph, "14.", "The Leaders met."),
            (Item, "(a)", "to act"),
            (Item, "(b)", "to go on"),
            (Item, "14.i", "deeper"),
            (Paragraph, "15.", "They agreed."),
            (Item, "(a)", "again"),
            (Paragraph, "1.", "Anew."),
            (Item, "•", "by style"),
            (Paragraph, "", "no list"),
        ],
    );
    let body = body(&xml.concat());
    let number = |n: usize| body.passages[n].number.map_or("", |span| span.of(&body.text));
    assert_eq!((number(4), number(5), body.passages[7].level), ("14", "a", 3));
}

#[test]
fn tables_are_rows_of_cells_and_places_are_read_as_text() {
    let cell = |words: &str| format!("<w:tc>{words}</w:tc>");
    let bold = |words: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = |rows: &[String]| format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat());
    let data = table(&[
        row(&[cell(&bold("Year")), cell(&bold("US$"))]),
        row(&[cell(&p("", "2014")), cell(&(p("", "1,000") + &p("", "(plan|est.)")))]),
        row(&[cell(&p("", "")), cell(&p("", "2"))]),
    ]);
    expect(&data, &[(Row, "", "Year US$"), (Row, "", "2014 1,000 (plan|est.)"), (Row, "", "2")]);
    let read = body(&data);
    let rows: Vec<_> = read.passages.iter().filter(|passage| passage.kind == Row).collect();
    assert_eq!(rows.iter().map(|row| row.header).collect::<Vec<_>>(), [true, false, false]);
    assert!(rows.iter().all(|row| row.pieces.len() == 2 && row.table == Some(0)));
    assert!(read.text.contains("| Year | US$ |\n|---|---|\n| 2014 | 1,000 (plan\\|est.) |"), "{}", read.text);
    let place = table(&[row(&[cell(&(style("H1", "Part") + &p("", "Words.") + &data))])]);
    expect(
        &place,
        &[
            (Heading, "#", "Part"),
            (Paragraph, "", "Words."),
            (Row, "", "Year US$"),
            (Row, "", "2014 1,000 (plan|est.)"),
            (Row, "", "2"),
        ],
    );
}

#[test]
fn notes_and_comments_stand_behind_what_they_belong_to() {
    let xml = "<w:p><w:r><w:t>As decided</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r>\
        <w:r><w:t>.</w:t></w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>";
    expect(
        xml,
        &[
            (Paragraph, "", "As decided[1]."),
            (Note, "[1]", "S/1731/2019."),
            (Note, "[comment, A. Reader]", "Check this."),
        ],
    );
    let body = body(xml);
    assert!(body.passages[5..].iter().all(|note| note.of == Some(4)));
    assert!(body.anomalies.iter().any(|note| note.rule == "reviewers-comments"));
}

#[test]
fn tracked_changes_are_told_and_read_as_if_accepted() {
    let xml = "<w:p><w:pPr><w:rPr><w:ins w:author='x'/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>It shall </w:t></w:r>\
        <w:del w:author='B. Clerk'><w:r><w:delText>never </w:delText></w:r></w:del>\
        <w:ins w:author='x'><w:r><w:t xml:space='preserve'>always </w:t></w:r></w:ins><w:r><w:t>act.</w:t></w:r></w:p>\
        <w:p><w:del><w:r><w:delText>All gone.</w:delText></w:r></w:del></w:p>\
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>";
    expect(xml, &[(Paragraph, "", "It shall always act."), (Furniture, "", "All gone.")]);
    let body = body(xml);
    let told: Vec<(&str, &str)> =
        body.anomalies.iter().map(|note| (note.rule.as_str(), note.span.of(&body.text))).collect();
    assert_eq!(
        told,
        [
            ("reviewers-comments", ""),
            ("tracked-insertion", ""),
            ("hidden-text", ""),
            ("marking-printed", "OFFICIAL"),
            ("tracked-deletion", "~~never ~~"),
            ("tracked-deletion", "~~All gone.~~"),
        ]
    );
    assert!(!body.text.contains("secret"));
    assert!(body.anomalies[4].detail.contains("by B. Clerk deletes “never”"), "{}", body.anomalies[4].detail);
}

#[test]
fn links_fields_breaks_and_styles_keep_their_words() {
    let xml = "<w:p><w:hyperlink r:id='r6'><w:r><w:t>the note</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>page</w:t><w:tab/></w:r>\
        <w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://example.org/f\" </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>field</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>,</w:t></w:r><w:r><w:rPr><w:rStyle w:val='B'/></w:rPr><w:t>bold</w:t></w:r></w:p>\
        <mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";
    expect(xml, &[(Paragraph, "", "the note page field,bold"), (Paragraph, "", "box")]);
    let body = body(xml);
    let styles: Vec<(&str, StyleKind, Option<&str>)> = body.passages[4]
        .styles
        .iter()
        .map(|style| (style.span.of(&body.text), style.kind, style.target.as_deref()))
        .collect();
    assert_eq!(
        styles,
        [
            ("the note", StyleKind::Link, Some("https://example.org/a?b=1&c=2")),
            ("field", StyleKind::Emphasis, None),
            ("field", StyleKind::Link, Some("https://example.org/f")),
            ("bold", StyleKind::Strong, None),
        ]
    );
}

#[test]
fn what_the_file_says_of_itself_goes_behind_what_is_printed() {
    let corpus = ingest(
        &[Source { file: "a.docx".into(), bytes: docx(&(style("T", "Joint Statement on Trade") + &p("", "Text."))) }],
        &Settings::default(),
    );
    let record = corpus.catalogue.documents.get(0).expect("it is here");
    assert_eq!(record.title.as_ref().map(|title| title.value.as_str()), Some("Joint Statement on Trade"));
    assert!(record.text_form && record.date.is_none(), "the day it was created is not its date");
    let author = corpus
        .bodies
        .get(0)
        .expect("it is here")
        .metadata
        .iter()
        .find(|datum| datum.field == entente_corpus::MetadataField::Author)
        .expect("it is said");
    assert_eq!(author.fact.value, "A. Writer");
    assert_eq!(author.fact.evidence[0].span.of(&corpus.bodies.get(0).expect("it is here").text), "A. Writer");
    assert!(
        !corpus.bodies.get(0).expect("it is here").metadata.iter().any(|datum| datum.fact.value == "Draft 2.docx"),
        "a file's name is no title"
    );
}

#[test]
fn bold_lines_and_printed_numbers_head_sections_where_no_style_does() {
    let bold = |words: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>");
    expect(
        &(bold("Why it matters") + &p("", "Because it does.") + &p("", "Article 3") + &p("", "(a) the Parties;")),
        &[
            (Heading, "", "Why it matters"),
            (Paragraph, "", "Because it does."),
            (Heading, "", "Article 3"),
            (Paragraph, "(a)", "the Parties;"),
        ],
    );
}

#[test]
fn damage_is_told_and_what_is_no_document_is_named() {
    let whole = docx(&p("", "Words."));
    let unread = |bytes: Vec<u8>| {
        let corpus = ingest(&[Source { file: "a.docx".into(), bytes }], &Settings::default());
        corpus.catalogue.unread.first().map(|unread| unread.reason.clone())
    };
    assert_eq!(unread(whole[..whole.len() - 300].to_vec()).as_deref(), Some("it is damaged or cut off"));
    assert_eq!(unread(docx("")).as_deref(), Some("it holds no text"));
    let broken = package(&[("word/document.xml", b"<w:document><w:body><w:p><w:r><w:t>Half a")]);
    let corpus = ingest(&[Source { file: "a.docx".into(), bytes: broken }], &Settings::default());
    assert_eq!(corpus.bodies.get(0).expect("it is here").anomalies[0].rule, "damaged-xml");
    assert!(corpus.bodies.get(0).expect("it is here").text.contains("Half a"));
}

#[test]
fn nesting_without_end_is_read_flat() {
    let deep = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>§</w:t></w:r>".repeat(20_000);
    let body = body(&deep);
    assert_eq!(body.text.matches('§').count(), 20_000);
}

#[test]
fn the_words_of_a_text_box_are_read_once() {
    let inside = "<w:txbxContent><w:p><w:r><w:t>It is embargoed until 4 May.</w:t></w:r></w:p></w:txbxContent>";
    let drawn = format!(
        "<w:drawing><wp:anchor><wp:docPr name='Text Box 2'/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inside}\
         </wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    );
    let old = format!("<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>");
    let either = format!(
        "<mc:AlternateContent><mc:Choice Requires='wps'>{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    );
    for shape in [&drawn, &old, &either] {
        expect(
            &format!("<w:p><w:r>{shape}<w:t>The ministers met.</w:t></w:r></w:p>"),
            &[(Paragraph, "", "It is embargoed until 4 May."), (Paragraph, "", "The ministers met.")],
        );
    }
}

#[test]
fn a_column_of_days_does_not_date_its_document() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |n: usize| {
        format!("<w:tr>{}{}{}</w:tr>", cell(&n.to_string()), cell("Port Office"), cell(&format!("2{n}/05/2014")))
    };
    let date = |rows: usize| {
        let rows: String = (1..=rows).map(row).collect();
        let title = "<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr><w:r><w:t>List of fines since 2011</w:t></w:r></w:p>";
        let bytes = docx(&format!("{title}<w:tbl>{rows}</w:tbl>"));
        let corpus = ingest(&[Source { file: "a.docx".into(), bytes }], &Settings::default());
        corpus.catalogue.documents.get(0).expect("it is read").date.as_ref().map(|fact| fact.value.to_string())
    };
    assert_eq!(date(5), None);
    assert_eq!(date(1).as_deref(), Some("2014-05-21"), "one day may be the document's");
}
