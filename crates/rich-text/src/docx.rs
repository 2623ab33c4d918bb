//! A text as a Word file (Office Open XML, ECMA-376): the smallest package that Word, LibreOffice and Pages open.
//!
//! Headings, quotations and notes are named styles, so that a reader can set them otherwise in one place. References lead to
//! bookmarks at their sources.

use std::fmt::Write;

use crate::model::{Block, Link, RichText, Run};
use crate::xml::{escape, escaped};
use crate::zip::archive;

/// The text as the bytes of a .docx file. The same text gives the same bytes.
#[must_use]
pub fn docx(text: &RichText) -> Vec<u8> {
    let mut relations = Relations::default();
    let document = document(text, &mut relations);
    let footnotes = footnotes(text);
    let (header, footer) = (header(text), footer(text));
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", PACKAGE_RELATIONS.to_owned()),
        ("docProps/core.xml", properties(text)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", relations.xml()),
        ("word/styles.xml", styles(text)),
        ("word/settings.xml", settings()),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/footnotes.xml", footnotes),
        ("word/header1.xml", header),
        ("word/footer1.xml", footer),
    ];
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, xml)| (*name, xml.as_bytes())).collect();
    archive(&parts)
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// Names that elements of the text's parts are written with.
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATION_TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const CONTENT_TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
<Override PartName=\"/word/footnotes.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/>\
<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
</Types>";

const PACKAGE_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
</Relationships>";

/// One list with bullets. Sources carry their numbers as text: references name them, and a list that counts by itself would change them.
const NUMBERING: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
<w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\
<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
<w:pPr><w:ind w:left=\"397\" w:hanging=\"397\"/></w:pPr></w:lvl></w:abstractNum>\
<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// A4 with margins of 25 mm, in twentieths of a point.
const PAGE: &str = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>";

/// A named style of paragraphs.
struct ParagraphStyle {
    id: &'static str,
    name: &'static str,
    /// Its properties of paragraphs.
    paragraph: &'static str,
    /// Its properties of words. Sizes are in half points.
    words: &'static str,
}

/// The styles besides that of plain paragraphs. Headings have the names by which word processors know them.
const STYLES: &[ParagraphStyle] = &[
    ParagraphStyle {
        id: "Title",
        name: "Title",
        paragraph: "<w:keepNext/><w:spacing w:after=\"120\"/>",
        words: "<w:b/><w:sz w:val=\"40\"/>",
    },
    ParagraphStyle {
        id: "Heading1",
        name: "heading 1",
        paragraph: "<w:keepNext/><w:spacing w:before=\"320\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>",
        words: "<w:b/><w:sz w:val=\"28\"/>",
    },
    ParagraphStyle {
        id: "Heading2",
        name: "heading 2",
        paragraph: "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
        words: "<w:b/><w:sz w:val=\"24\"/>",
    },
    ParagraphStyle {
        id: "Heading3",
        name: "heading 3",
        paragraph: "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>",
        words: "<w:b/><w:sz w:val=\"22\"/>",
    },
    ParagraphStyle {
        id: "Quote",
        name: "Quote",
        paragraph: "<w:keepLines/><w:spacing w:after=\"40\"/><w:ind w:left=\"397\" w:right=\"397\"/>",
        words: "<w:rFonts w:ascii=\"Cambria\" w:hAnsi=\"Cambria\" w:cs=\"Times New Roman\"/>",
    },
    ParagraphStyle {
        id: "Remark",
        name: "Remark",
        paragraph: "<w:spacing w:after=\"160\"/><w:ind w:left=\"397\"/>",
        words: "<w:sz w:val=\"19\"/>",
    },
    ParagraphStyle {
        id: "Note",
        name: "Own note",
        paragraph: "<w:pBdr><w:left w:val=\"dotted\" w:sz=\"8\" w:space=\"8\" w:color=\"808080\"/></w:pBdr>\
            <w:spacing w:after=\"160\"/><w:ind w:left=\"397\"/>",
        words: "",
    },
    ParagraphStyle {
        id: "ListItem",
        name: "List item",
        paragraph: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>",
        words: "",
    },
    ParagraphStyle {
        id: "Source",
        name: "Source",
        paragraph: "<w:tabs><w:tab w:val=\"left\" w:pos=\"567\"/></w:tabs><w:spacing w:after=\"80\"/>\
            <w:ind w:left=\"567\" w:hanging=\"567\"/>",
        words: "<w:sz w:val=\"20\"/>",
    },
    ParagraphStyle {
        id: "FootnoteText",
        name: "footnote text",
        paragraph: "<w:spacing w:after=\"0\"/>",
        words: "<w:sz w:val=\"18\"/>",
    },
    ParagraphStyle {
        id: "Marking",
        name: "Marking",
        paragraph: "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        words: "<w:b/><w:sz w:val=\"20\"/>",
    },
    ParagraphStyle {
        id: "Origin",
        name: "Origin",
        paragraph: "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
        words: "<w:sz w:val=\"16\"/>",
    },
];

fn styles(text: &RichText) -> String {
    let language = escaped(&text.language);
    let mut out = format!(
        "{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Malgun Gothic\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{language}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>\
         <w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>\
         <w:rPr><w:color w:val=\"14558C\"/></w:rPr></w:style>"
    );
    for ParagraphStyle { id, name, paragraph, words } in STYLES {
        let _ = write!(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>"
        );
    }
    out + "</w:styles>"
}

fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr></w:settings>"
    )
}

fn properties(text: &RichText) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&text.title),
        escaped(&text.language)
    )
}

/// What the text refers to outside of its own part, by number.
#[derive(Default)]
struct Relations {
    addresses: Vec<String>,
}

/// Other parts that the text uses: type and file.
const PARTS: &[(&str, &str)] = &[
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("numbering", "numbering.xml"),
    ("footnotes", "footnotes.xml"),
    ("header", "header1.xml"),
    ("footer", "footer1.xml"),
];
/// Numbers of header and footer among [`PARTS`], from 1.
const HEADER: usize = 5;
const FOOTER: usize = 6;

impl Relations {
    /// The number of an address; the same address has one number.
    fn address(&mut self, address: &str) -> usize {
        let known = self.addresses.iter().position(|known| known == address);
        let at = known.unwrap_or_else(|| {
            self.addresses.push(address.to_owned());
            self.addresses.len() - 1
        });
        PARTS.len() + at + 1
    }

    fn xml(&self) -> String {
        let mut out = format!(
            "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        );
        for (n, (kind, file)) in PARTS.iter().enumerate() {
            let _ =
                write!(out, "<Relationship Id=\"rId{}\" Type=\"{RELATION_TYPES}/{kind}\" Target=\"{file}\"/>", n + 1);
        }
        for (n, address) in self.addresses.iter().enumerate() {
            let _ = write!(
                out,
                "<Relationship Id=\"rId{}\" Type=\"{RELATION_TYPES}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                PARTS.len() + n + 1,
                escaped(address)
            );
        }
        out + "</Relationships>"
    }
}

fn document(text: &RichText, relations: &mut Relations) -> String {
    let mut out = format!("{DECLARATION}<w:document {NAMESPACES}><w:body>");
    paragraph(&mut out, Some("Title"), &[Run::plain(&text.title)], &mut Some(&mut *relations));
    for block in &text.blocks {
        let style = match block {
            Block::Heading(0..=2, _) => Some("Heading1"),
            Block::Heading(3, _) => Some("Heading2"),
            Block::Heading(..) => Some("Heading3"),
            Block::Paragraph(_) => None,
            Block::Quotation(_) => Some("Quote"),
            Block::Remark(_) => Some("Remark"),
            Block::Note(_) => Some("Note"),
            Block::Item(_) => Some("ListItem"),
            Block::Source(..) => Some("Source"),
        };
        match block {
            Block::Source(number, runs) => source(&mut out, *number, runs, relations),
            other => paragraph(&mut out, style, other.runs(), &mut Some(&mut *relations)),
        }
    }
    let _ = write!(
        out,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId{HEADER}\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId{FOOTER}\"/>{PAGE}</w:sectPr></w:body></w:document>"
    );
    out
}

/// A source with its number, and the bookmark that references lead to.
fn source(out: &mut String, number: usize, runs: &[Run], relations: &mut Relations) {
    start_paragraph(out, Some("Source"), runs);
    let _ = write!(
        out,
        "<w:bookmarkStart w:id=\"{number}\" w:name=\"source_{number}\"/><w:r><w:t>[{number}]</w:t></w:r>\
         <w:bookmarkEnd w:id=\"{number}\"/><w:r><w:tab/></w:r>"
    );
    write_runs(out, runs, &mut Some(relations));
    out.push_str("</w:p>");
}

fn paragraph(out: &mut String, style: Option<&str>, runs: &[Run], relations: &mut Option<&mut Relations>) {
    start_paragraph(out, style, runs);
    write_runs(out, runs, relations);
    out.push_str("</w:p>");
}

fn start_paragraph(out: &mut String, style: Option<&str>, runs: &[Run]) {
    out.push_str("<w:p><w:pPr>");
    if let Some(style) = style {
        let _ = write!(out, "<w:pStyle w:val=\"{style}\"/>");
    }
    if is_right_to_left(runs) {
        out.push_str("<w:bidi/>");
    }
    out.push_str("</w:pPr>");
}

/// True if the first letter is one of a script that is written from right to left.
fn is_right_to_left(runs: &[Run]) -> bool {
    let first = runs.iter().flat_map(|run| run.text.chars()).find(|c| c.is_alphabetic());
    first.is_some_and(is_right_to_left_letter)
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and the forms of Hebrew and Arabic for presentation.
fn is_right_to_left_letter(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Writes the runs. Without `relations`, addresses stay plain words: only the text's own part has them.
fn write_runs(out: &mut String, runs: &[Run], relations: &mut Option<&mut Relations>) {
    for run in runs {
        match (&run.link, run.link.address(), relations.as_deref_mut()) {
            (Link::Source(number), ..) => {
                let _ = write!(out, "<w:hyperlink w:anchor=\"source_{number}\">");
                write_run(out, run, "<w:rStyle w:val=\"Hyperlink\"/>");
                out.push_str("</w:hyperlink>");
            }
            (Link::Footnote(number), ..) => {
                let _ = write!(
                    out,
                    "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{number}\"/></w:r>"
                );
            }
            (Link::Address(_), Some(address), Some(relations)) => {
                let _ = write!(out, "<w:hyperlink r:id=\"rId{}\">", relations.address(address));
                write_run(out, run, "<w:rStyle w:val=\"Hyperlink\"/>");
                out.push_str("</w:hyperlink>");
            }
            (Link::Address(_) | Link::Nowhere, ..) => write_run(out, run, ""),
        }
    }
}

fn write_run(out: &mut String, run: &Run, style: &str) {
    if run.text.is_empty() {
        return;
    }
    out.push_str("<w:r><w:rPr>");
    out.push_str(style);
    for (is_set, element) in [
        (run.style.bold, "<w:b/>"),
        (run.style.italic, "<w:i/>"),
        (run.style.strike, "<w:strike/>"),
        (run.style.underline, "<w:u w:val=\"single\"/>"),
        (run.text.chars().any(is_right_to_left_letter), "<w:rtl/>"),
    ] {
        if is_set {
            out.push_str(element);
        }
    }
    out.push_str("</w:rPr><w:t xml:space=\"preserve\">");
    escape(out, &run.text);
    out.push_str("</w:t></w:r>");
}

fn footnotes(text: &RichText) -> String {
    let mut out = format!("{DECLARATION}<w:footnotes {NAMESPACES}>");
    // The lines that part footnotes from the text are footnotes, too.
    for (id, kind, element) in
        [("-1", "separator", "<w:separator/>"), ("0", "continuationSeparator", "<w:continuationSeparator/>")]
    {
        let _ = write!(out, "<w:footnote w:type=\"{kind}\" w:id=\"{id}\"><w:p><w:r>{element}</w:r></w:p></w:footnote>");
    }
    for (n, runs) in text.footnotes.iter().enumerate() {
        let _ = write!(out, "<w:footnote w:id=\"{}\">", n + 1);
        start_paragraph(&mut out, Some("FootnoteText"), runs);
        out.push_str(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>\
             <w:r><w:t xml:space=\"preserve\"> </w:t></w:r>",
        );
        write_runs(&mut out, runs, &mut None);
        out.push_str("</w:p></w:footnote>");
    }
    out + "</w:footnotes>"
}

fn header(text: &RichText) -> String {
    let mut out = format!("{DECLARATION}<w:hdr {NAMESPACES}>");
    let marking: Vec<Run> = text.marking.iter().map(Run::plain).collect();
    paragraph(&mut out, Some("Marking"), &marking, &mut None);
    out + "</w:hdr>"
}

/// Where the text comes from, the number of the page, and the marking once more.
fn footer(text: &RichText) -> String {
    let mut out = format!("{DECLARATION}<w:ftr {NAMESPACES}>");
    if let Some(origin) = &text.origin {
        paragraph(&mut out, Some("Origin"), &[Run::plain(origin)], &mut None);
    }
    start_paragraph(&mut out, Some("Origin"), &[]);
    out.push_str("<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>");
    if let Some(marking) = &text.marking {
        paragraph(&mut out, Some("Marking"), &[Run::plain(marking)], &mut None);
    }
    out + "</w:ftr>"
}
