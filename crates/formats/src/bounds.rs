//! What a small file may not come to: each kind is tried with counts, so that it is the same on every machine.

use std::io::Write;

use entente_corpus::Anomaly;
use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::budget::Budget;
use super::package::testing::package;
use super::package::{Fault, MAX_PARTS};
use super::pdf::content::Bounds;
use super::pdf::tests::pdf;
use super::{ExtractedText, Refusal, budget, docx, hwpx};

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

/// The bound that the notes name, with what it counts.
fn told(form: &ExtractedText) -> String {
    let bounded = form.anomalies.iter().filter(|note| note.rule == "bounded-reading");
    bounded.map(|note| note.detail.as_str()).collect::<Vec<_>>().join("; ")
}

fn document(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    package(&[("word/document.xml", document.as_bytes())])
}

const WORDS: &str = "<w:p><w:r><w:t>Korea met Japan.</w:t></w:r></w:p>";

#[test]
fn text_of_a_document_is_bounded_and_the_first_of_it_is_read() {
    let sentence = "Korea met Japan. ";
    let docx = |words: &str| document(&format!("{WORDS}<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"));
    let hwpx = |words: &str| {
        let section = format!("<hs:sec><hp:p><hp:run><hp:t>{words}</hp:t></hp:run></hp:p></hs:sec>");
        package(&[("Contents/section0.xml", section.as_bytes())])
    };
    for (read, made) in [
        (docx::read as fn(&[u8]) -> Result<ExtractedText, Refusal>, &docx as &dyn Fn(&str) -> Vec<u8>),
        (hwpx::read as fn(&[u8]) -> Result<ExtractedText, Refusal>, &hwpx as &dyn Fn(&str) -> Vec<u8>),
    ] {
        let form = read(&made(&sentence.repeat(50_000))).expect("it is read");
        assert_eq!(told(&form), "", "what is below the bound is whole");
        // One run is cut within, and at the same place whether it is one or many.
        let bytes = made(&sentence.repeat(100_000));
        let most = budget::text_of(bytes.len());
        let form = read(&bytes).expect("it is read");
        assert!(told(&form).contains("bytes of text; the rest is left out"), "{}", told(&form));
        assert!(form.text.starts_with("Korea met Japan."), "the first of it is read");
        assert!((most - 100..most + 100).contains(&form.text.len()), "{} of {most}", form.text.len());
    }
}

#[test]
fn the_larger_a_file_the_more_text_is_read_up_to_a_bound() {
    assert_eq!([0, 100_000, 1_000_000, 50_000_000].map(budget::text_of), [1_000_000, 1_200_000, 3_000_000, 8_000_000]);
    let mut budget = Budget::of(0);
    assert_eq!(budget.text("한국").len(), 6);
    let long = "국".repeat(400_000);
    assert_eq!(budget.text(&long).len(), 999_993, "no letter is cut");
    let note = budget.note(0).expect("a bound was reached");
    assert_eq!(note.detail, "the file has more than 1,000,000 bytes of text; the rest is left out");
}

#[test]
fn paragraphs_cells_and_runs_are_bounded() {
    let n = 250_000;
    for (body, says) in [
        (format!("{WORDS}{}", "<w:p/>".repeat(n + 1)), "250,000 paragraphs"),
        (
            format!("{WORDS}<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc><w:p/></w:tc>".repeat(n / 2 + 1)),
            "250,000 paragraphs",
        ),
    ] {
        let form = docx::read(&document(&body)).expect("it is read");
        assert!(told(&form).contains(says), "{}", told(&form));
        assert!(form.text.starts_with("Korea met Japan."));
    }
}

#[test]
fn runs_are_bounded() {
    let mut budget = Budget::of(0);
    (0..1_000_000).for_each(|_| budget.run());
    assert!(budget.note(0).is_none());
    budget.run();
    let told = budget.note(0).map(|note| note.detail);
    assert_eq!(told.as_deref(), Some("the file has more than 1,000,000 runs of text; the rest is left out"));
}

#[test]
fn running_heads_are_bounded_and_that_is_told() {
    let relation = |n: usize| format!("<Relationship Type='x/header' Target='h{n:04}.xml'/>");
    let relations = format!("<Relationships>{}</Relationships>", (0..=1_000).map(relation).collect::<String>());
    let main = format!("<w:document><w:body>{WORDS}</w:body></w:document>");
    let heads: Vec<(String, String)> = (0..=1_000)
        .map(|n| (format!("word/h{n:04}.xml"), format!("<w:hdr><w:p><w:r><w:t>Head {n}.</w:t></w:r></w:p></w:hdr>")))
        .collect();
    let mut parts =
        vec![("word/document.xml", main.as_bytes()), ("word/_rels/document.xml.rels", relations.as_bytes())];
    parts.extend(heads.iter().map(|(name, head)| (name.as_str(), head.as_bytes())));
    let form = docx::read(&package(&parts)).expect("it is read");
    assert_eq!(told(&form), "the file has more than 1,000 running heads or feet; the rest is left out");
    assert!(form.text.contains("Head 999.") && !form.text.contains("Head 1000."));
}

#[test]
fn more_parts_than_are_looked_at_are_told() {
    let main = format!("<w:document><w:body>{WORDS}</w:body></w:document>");
    let others: Vec<String> = (0..MAX_PARTS).map(|n| format!("x{n}")).collect();
    let mut parts = vec![("word/document.xml", main.as_bytes())];
    parts.extend(others.iter().map(|name| (name.as_str(), &b""[..])));
    let form = docx::read(&package(&parts)).expect("it is read");
    assert_eq!(told(&form), "the file has more than 20,000 parts; the rest is left out");
}

/// The title is shown in lists: it is cut where it is taken.
#[test]
fn what_a_file_says_of_itself_is_bounded() {
    let main = format!("<w:document><w:body>{WORDS}</w:body></w:document>");
    let kept = |title: &str| {
        let core = format!("<cp:coreProperties><dc:title>{title}</dc:title></cp:coreProperties>");
        let relations =
            "<Relationships><Relationship Type='x/core-properties' Target='docProps/core.xml'/></Relationships>";
        let bytes = package(&[
            ("word/document.xml", main.as_bytes()),
            ("_rels/.rels", relations.as_bytes()),
            ("docProps/core.xml", core.as_bytes()),
        ]);
        let form = docx::read(&bytes).expect("it is read");
        let title = form.properties.first().map(|property| property.span.of(&form.text).to_owned());
        title.unwrap_or_default()
    };
    assert_eq!(kept("Ports"), "Ports");
    assert_eq!(
        [1_999, 2_000, 2_001, 50_000].map(|length| kept(&"a".repeat(length)).len()),
        [1_999, 2_000, 2_000, 2_000]
    );
    assert_eq!(kept(&"국".repeat(1_000)).len(), 1_998, "no letter is cut");
}

/// Ids, names and addresses of a megabyte are looked at for each of thousands of words and paragraphs. Copying them each time takes
/// minutes.
#[test]
fn ids_and_names_of_any_length_cost_no_more_for_each_word() {
    const TIMES: usize = 50_000;
    let long = "1".repeat(1_000_000);
    let styles = format!(
        "<w:styles><w:style w:styleId='h'><w:name w:val='heading {}x'/><w:numId w:val='{long}'/></w:style></w:styles>",
        " ".repeat(1_000_000)
    );
    let numbering = format!(
        "<w:numbering><w:abstractNum w:abstractNumId='{long}'><w:lvl><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>        <w:num w:numId='2'><w:abstractNumId w:val='{long}'/></w:num></w:numbering>"
    );
    let link = format!("<Relationship Id='l' Type='x/hyperlink' TargetMode='External' Target='https://{long}'/>");
    let relations = format!(
        "<Relationships>{link}<Relationship Type='x/styles' Target='styles.xml'/>        <Relationship Type='x/numbering' Target='numbering.xml'/></Relationships>"
    );
    let paragraph = "<w:p><w:pPr><w:pStyle w:val='h'/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>        <w:p><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>";
    let linked = "<w:hyperlink r:id='l'><w:r><w:t>a</w:t></w:r></w:hyperlink>".repeat(TIMES);
    let look = format!("<w:rStyle w:val='{long}'/>{}", "<w:i/>".repeat(TIMES));
    let styled = format!("<w:r><w:rPr>{look}</w:rPr>{}</w:r>", "<w:t>a</w:t>".repeat(TIMES));
    let body = format!("{}<w:p>{linked}{styled}</w:p>", paragraph.repeat(TIMES / 2));
    let main = format!("<w:document><w:body>{body}</w:body></w:document>");
    let bytes = package(&[
        ("word/document.xml", main.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", numbering.as_bytes()),
    ]);
    let form = docx::read(&bytes).expect("it is read");
    assert_eq!(form.text.matches('a').count(), 3 * TIMES);

    let head = format!(
        "<hh:head><hh:charPr id='{long}'><hh:bold/></hh:charPr><hh:style id='1' name='{long}'/><hh:paraPr id='1'>        <hh:heading type='NUMBER' idRef='{long}' level='18446744073709551615'/></hh:paraPr></hh:head>"
    );
    let field =
        format!("<hp:fieldBegin><hp:stringParam name='Path'>{}</hp:stringParam></hp:fieldBegin>", "a".repeat(4_000));
    let run = format!("<hp:run charPrIDRef='{long}'>{}{}</hp:run>", field.repeat(32), "<hp:t>x</hp:t>".repeat(TIMES));
    let paragraph = "<hp:p paraPrIDRef='1' styleIDRef='1'><hp:run><hp:t>x</hp:t></hp:run></hp:p>".repeat(TIMES);
    let notes = format!("{}{}", "<hp:footNote>".repeat(TIMES), "<hp:tbl></hp:tbl>".repeat(TIMES));
    let section = format!("<hs:sec>{paragraph}<hp:p>{run}</hp:p><hp:p>{notes}</hp:p></hs:sec>");
    let bytes = package(&[("Contents/header.xml", head.as_bytes()), ("Contents/section0.xml", section.as_bytes())]);
    let form = hwpx::read(&bytes).expect("it is read");
    assert_eq!(form.text.matches('x').count(), 2 * TIMES);
}

/// A head that is named again and again is read once: its paragraphs would be too many otherwise.
#[test]
fn a_part_named_many_times_is_read_once() {
    let relation = "<Relationship Id='r' Type='x/header' Target='header1.xml'/>";
    let relations = format!("<Relationships>{}</Relationships>", relation.repeat(20_000));
    let head = format!("<w:hdr>{}</w:hdr>", "<w:p><w:r><w:t>Official</w:t></w:r></w:p>".repeat(100));
    let main = format!("<w:document><w:body>{WORDS}</w:body></w:document>");
    let bytes = package(&[
        ("word/document.xml", main.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/header1.xml", head.as_bytes()),
    ]);
    let form = docx::read(&bytes).expect("it is read");
    assert_eq!((told(&form).as_str(), form.text.matches("Official").count()), ("", 1));
}

/// Fields that never come to their result, links inside links, and authors and addresses of any length.
#[test]
fn what_is_open_around_a_word_costs_nothing_more_for_each_word() {
    let open = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>".repeat(20_000);
    let link = "<w:hyperlink r:id='r'>".repeat(20_000);
    let words = "<w:r><w:t>x</w:t></w:r>".repeat(20_000);
    let author = "a".repeat(1_000_000);
    let deleted =
        format!("<w:del w:author='{author}'>{}</w:del>", "<w:r><w:delText>y</w:delText><w:br/></w:r>".repeat(2_000));
    let body = format!("{WORDS}<w:p>{open}{words}</w:p><w:p>{link}{words}</w:p><w:p>{deleted}</w:p>");
    let form = docx::read(&document(&body)).expect("it is read");
    assert!(form.text.len() < 3_000_000, "{}", form.text.len());
    let form = docx::read(&document(&format!("<w:p><w:r><w:t>Kept. </w:t></w:r>{deleted}</w:p>"))).expect("it is read");
    let names_author = |note: &&Anomaly| note.detail.contains("by aaa") && note.detail.len() < 1_000;
    assert_eq!(form.anomalies.iter().filter(names_author).count(), 1, "the note has the first of the name");
}

/// Each word of a link carries its address.
#[test]
fn an_address_that_no_browser_opens_is_no_link() {
    for (length, links) in [(100, 1), (5_000, 0)] {
        let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
        let address = format!("<w:r><w:instrText>HYPERLINK \"https://{}\"</w:instrText></w:r>", "a".repeat(length));
        let words = "<w:r><w:t>word</w:t></w:r>";
        let body = format!("<w:p>{}{address}{}{words}{}</w:p>", mark("begin"), mark("separate"), mark("end"));
        let form = docx::read(&document(&body)).expect("it is read");
        let styles = form.drafts.iter().flat_map(|draft| &draft.passage.styles);
        assert_eq!(styles.filter(|style| style.target.is_some()).count(), links, "{length}");
    }
}

/// As above, for HWPX. Of fields inside each other, the first 32 can be links.
#[test]
fn addresses_and_depth_of_hwpx_fields_are_bounded() {
    let target = |addresses: &[String]| {
        let open = |address: &String| {
            format!("<hp:fieldBegin><hp:stringParam name='Path'>{address}</hp:stringParam></hp:fieldBegin>")
        };
        let fields: String = addresses.iter().map(open).collect();
        let section = format!("<hs:sec><hp:p><hp:run>{fields}<hp:t>word</hp:t></hp:run></hp:p></hs:sec>");
        let form = hwpx::read(&package(&[("Contents/section0.xml", section.as_bytes())])).expect("it is read");
        form.drafts.iter().flat_map(|draft| &draft.passage.styles).find_map(|style| style.target.clone())
    };
    let numbered: Vec<String> = (1..=40).map(|n| format!("https://example.org/{n}")).collect();
    assert_eq!(target(&numbered[..1]).as_deref(), Some("https://example.org/1"));
    assert_eq!(target(&numbered).as_deref(), Some("https://example.org/32"));
    assert_eq!(target(&[format!("https://{}", "a".repeat(5_000))]), None);
}

/// A file with one page of `content`.
fn page(content: &str) -> Vec<u8> {
    pdf(&[content.to_owned()])
}

fn read(bytes: &[u8], bounds: Bounds) -> ExtractedText {
    super::pdf::read_within(bytes, bounds).expect("it is read")
}

const SEOUL: &str = "BT /F1 10 Tf 50 700 Td (The ministers met in Seoul.) Tj ET ";

#[test]
fn letters_of_a_pdf_are_bounded_in_a_string_over_pages_and_in_annotations() {
    let bounds = Bounds { letters: 1_000, ..Bounds::default() };
    let string = format!("{SEOUL} BT /F1 10 Tf 50 600 Td ({}) Tj ET", "ab ".repeat(1_000));
    let pages = pdf(&vec![SEOUL.repeat(10); 10]);
    for bytes in [page(&string), pages] {
        let form = read(&bytes, bounds);
        assert_eq!(told(&form), "the file has more than 1000 letters; the rest is left out");
        assert!(form.text.contains("The ministers met in Seoul.") && form.text.len() < 2_000);
    }
    let of_page = Bounds { letters_of_page: 500, ..Bounds::default() };
    let form = read(&pdf(&[string, SEOUL.to_owned()]), of_page);
    assert_eq!(told(&form), "the file has more than 500 letters on a page; the rest is left out");
    assert_eq!(form.text.matches("The ministers met in Seoul.").count(), 2, "the next page is read");
}

/// Each letter may be a line of its own: a million of them in a file of 30 KB took 600 MB.
#[test]
fn runs_of_text_of_a_pdf_are_bounded_on_a_page_and_over_pages() {
    let lines = |n: usize| format!("{SEOUL} BT /F1 10 Tf 50 600 Td {} ET", "0 -12 Td (z) Tj ( ) Tj ".repeat(n));
    let bounds = Bounds { runs: 100, ..Bounds::default() };
    for (bytes, cut) in [
        (page(&lines(99)), false),
        (page(&lines(100)), true),
        (pdf(&[lines(49), lines(49)]), false),
        (pdf(&[lines(49), lines(50)]), true),
        (pdf(&vec![SEOUL.to_owned(); 101]), true),
    ] {
        let form = read(&bytes, bounds);
        let says = if cut { "the file has more than 100 runs of text; the rest is left out" } else { "" };
        assert_eq!(told(&form), says);
        assert!(form.text.contains("The ministers met in Seoul.") && form.text.matches('z').count() <= 100);
    }
    assert_eq!(Bounds::default().runs, 400_000, "twenty lines on each of 20,000 pages");
}

#[test]
fn pages_and_annotations_of_a_pdf_are_bounded_and_that_is_told() {
    let form = read(&pdf(&vec![SEOUL.to_owned(); 4]), Bounds { pages: 3, ..Bounds::default() });
    assert_eq!(told(&form), "the file has more than 3 pages; the rest is left out");
    assert_eq!(form.text.matches("The ministers met in Seoul.").count(), 3);
    let note = "<</Subtype /FreeText /Rect [50 50 90 60] /Contents (Seen.)>>";
    let file = String::from_utf8(page(SEOUL)).expect("ASCII");
    let annotated =
        |n: usize| file.replace("/Type /Page /Parent", &format!("/Annots [{}] /Type /Page /Parent", note.repeat(n)));
    for (bounds, says) in [
        (Bounds { annotations: 3, ..Bounds::default() }, "more than 3 annotations on a page"),
        (Bounds { steps: 730, ..Bounds::default() }, "more than 730 drawing steps"),
    ] {
        let form = read(annotated(4).as_bytes(), bounds);
        assert_eq!(told(&form), format!("the file has {says}; the rest is left out"));
        assert!(form.text.contains("The ministers met in Seoul.") && form.text.matches("Seen.").count() <= 3);
        assert_eq!(told(&read(annotated(3).as_bytes(), bounds)), "");
    }
}

#[test]
fn drawings_inside_drawings_and_annotations_are_weighed() {
    let forms: String = (0..8)
        .map(|depth| {
            let content = format!("/X{} Do ", depth + 1).repeat(30);
            let next = format!("/XObject <</X{} {} 0 R>>", depth + 1, 101 + depth);
            let dict = format!(
                "<</Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources <<{next}>> /Length {}>>",
                content.len()
            );
            format!("{} 0 obj {dict} stream\n{content}\nendstream endobj\n", 100 + depth)
        })
        .collect();
    let later = SEOUL.replace("Seoul", "Tokyo");
    let file = String::from_utf8(page(&format!("{SEOUL} /X0 Do {later}"))).expect("ASCII");
    let file = file.replace("/Resources <</Font", "/Resources <</XObject <</X0 100 0 R>> /Font");
    // Without a list of its objects the file is looked through.
    let file = file.replace("xref", &format!("{forms}xfer"));
    let form = read(file.as_bytes(), Bounds { steps: 20_000, ..Bounds::default() });
    assert_eq!(told(&form), "the file has more than 20000 drawing steps; the rest is left out");
    assert!(form.text.contains("The ministers met in Seoul.") && !form.text.contains("Tokyo"), "{}", form.text);
}

/// A file of which nothing is read before a bound is reached is refused, and the reason names the count.
#[test]
fn a_bound_before_the_first_words_is_named_in_the_reason() {
    let file = page(&format!("{} {SEOUL}", "/F1 1 Tf ".repeat(5_000)));
    let refused = super::pdf::read_within(&file, Bounds { steps: 1_000, ..Bounds::default() }).map(|_| ());
    let reason = "it has more than 1000 drawing steps, and no text before them";
    assert_eq!(refused.map_err(|refusal| refusal.reason.into_owned()), Err(reason.to_owned()));
    let (start, end) = (b"90 0 obj <</Type /ObjStm /N 1 /First 9>> stream\n", b"\nendstream endobj");
    let file = [&page(SEOUL)[..], start, &deflated(&[b' '; 3_000_000]), end].concat();
    let refused = super::pdf::read_within(&file, Bounds { bytes: 2 * 1024 * 1024, ..Bounds::default() }).map(|_| ());
    assert_eq!(refused.map_err(|refusal| refusal.reason.into_owned()), Err("it inflates to more than 2 MB".to_owned()));
    assert_eq!(Refusal::from(Fault::TooLarge).reason, "it inflates to more than 96 MB");
}

/// A font that stands in the page's own dictionary has no number, and is still read once.
#[test]
fn a_font_written_out_in_place_is_read_once() {
    let font = format!("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Widths [{}]>>", "500 ".repeat(256));
    let file = String::from_utf8(page(&format!("{} {SEOUL}", "/F1 1 Tf ".repeat(5_000)))).expect("ASCII");
    let file = file.replace("/F1 3 0 R", &format!("/F1 {font}")).replace("xref", "xfer");
    let form = read(file.as_bytes(), Bounds { steps: 20_000, ..Bounds::default() });
    assert_eq!(told(&form), "");
    assert!(form.text.contains("The ministers met in Seoul."));
}

#[test]
fn streams_are_inflated_within_one_room_whatever_their_filters() {
    let blanks = [SEOUL.as_bytes(), &[b' '; 3_000_000]].concat();
    for (packed, filters) in [
        (deflated(&blanks), "/FlateDecode"),
        (deflated(&deflated(&blanks)), "[/FlateDecode /FlateDecode]"),
        ([b"\x81 ".repeat(30_000), vec![128]].concat(), "/RunLengthDecode"),
    ] {
        let file = String::from_utf8(pdf(&["@".to_owned(), SEOUL.to_owned()])).expect("ASCII").replace("xref", "xfer");
        let old = "<</Length 1>> stream\n@\nendstream";
        let (before, after) = file.split_once(old).expect("there");
        let dict = format!("<</Length {} /Filter {filters}>> stream\n", packed.len());
        let bytes = [before.as_bytes(), dict.as_bytes(), &packed, b"\nendstream", after.as_bytes()].concat();
        let form = read(&bytes, Bounds { bytes: 2_000_000, ..Bounds::default() });
        assert_eq!(
            told(&form),
            "the file has parts that inflate to more than 2000000 bytes; the rest is left out",
            "{filters}"
        );
        assert!(form.text.contains("The ministers met in Seoul."), "the other page is read");
    }
}

/// A drawing that is too large is left out each time that it is named, and inflated a few times only.
#[test]
fn a_drawing_that_is_too_large_is_not_inflated_each_time_it_is_named() {
    let packed = deflated(&[b' '; 3_000_000]);
    let form = format!("101 0 obj <</Subtype /Form /Filter /FlateDecode /Length {}>> stream\n", packed.len());
    let file = String::from_utf8(page(&format!("{SEOUL} {}", "/X Do ".repeat(20_000)))).expect("ASCII");
    let file = file.replace("/Resources <</Font", "/Resources <</XObject <</X 101 0 R>> /Font");
    // Without a list of its objects the file is looked through.
    let (before, after) = file.split_once("xref").expect("there");
    let bytes = [before.as_bytes(), form.as_bytes(), &packed, b"\nendstream endobj\nxfer", after.as_bytes()].concat();
    // Inflating 2 MB twenty thousand times takes minutes.
    let form = read(&bytes, Bounds { bytes: 2_500_000, ..Bounds::default() });
    assert!(told(&form).contains("parts that inflate to more than 2500000 bytes"), "{}", told(&form));
    assert!(form.text.contains("The ministers met in Seoul."));
}

/// A paragraph of tracked changes: each was written with a copy of all before it.
#[test]
fn tracked_deletions_cost_no_more_the_more_stand_before_them() {
    let change =
        "<w:del w:author='a'><w:r><w:delText>old </w:delText></w:r></w:del><w:ins><w:r><w:t>new </w:t></w:r></w:ins>";
    let form = docx::read(&document(&format!("{WORDS}<w:p>{}</w:p>", change.repeat(30_000)))).expect("it is read");
    assert_eq!(form.text.matches("~~old ~~new ").count(), 30_000);
}

/// The cells of a row are styles of one passage: they were put in order again for each cell.
#[test]
fn cells_of_a_row_cost_no_more_the_more_stand_before_them() {
    let cell = "<w:tc><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc>";
    let form = docx::read(&document(&format!("{WORDS}<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(100_000))));
    let drafts = form.expect("it is read").drafts;
    assert_eq!(drafts.last().map(|draft| draft.passage.styles.len()), Some(100_000));
}

/// The pattern of a list stands before each paragraph of it.
#[test]
fn patterns_of_lists_are_bounded() {
    const PARAGRAPHS: usize = 1_000;
    let list = format!(
        "<hh:head><hh:numbering id='1'><hh:paraHead level='1' start='1' numFormat='DIGIT'>{}</hh:paraHead></hh:numbering>\
        <hh:paraPr id='1'><hh:heading type='NUMBER' idRef='1' level='0'/></hh:paraPr></hh:head>",
        "^1".repeat(20_000)
    );
    let paragraph = "<hp:p paraPrIDRef='1'><hp:run><hp:t>Korea met Japan.</hp:t></hp:run></hp:p>";
    let section = format!("<hs:sec>{}</hs:sec>", paragraph.repeat(PARAGRAPHS));
    let bytes = package(&[("Contents/header.xml", list.as_bytes()), ("Contents/section0.xml", section.as_bytes())]);
    let form = hwpx::read(&bytes).expect("it is read");
    assert!(form.text.starts_with("1111"), "{}", &form.text[..100]);
    assert!(form.text.len() < PARAGRAPHS * 200, "{}", form.text.len());

    let list = format!(
        "<w:numbering><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>\
        <w:lvlText w:val='{}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>",
        "%1".repeat(20_000)
    );
    let numbered = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>";
    let paragraph = format!("<w:p>{numbered}<w:r><w:t>Korea met Japan.</w:t></w:r></w:p>");
    let body = format!("<w:document><w:body>{}</w:body></w:document>", paragraph.repeat(PARAGRAPHS));
    let relations = "<Relationships><Relationship Id='r' Type='x/numbering' Target='numbering.xml'/></Relationships>";
    let bytes = package(&[
        ("word/document.xml", body.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/numbering.xml", list.as_bytes()),
    ]);
    let form = docx::read(&bytes).expect("it is read");
    assert!(form.text.starts_with("1111"), "{}", &form.text[..100]);
    assert!(form.text.len() < PARAGRAPHS * 200, "{}", form.text.len());
}
