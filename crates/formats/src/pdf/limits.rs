//! What is kept of fonts, graphics states and marks while a page is followed has bounds: each is tried with one more.

use entente_corpus::PassageKind;

use super::content::Bounds;
use super::read_within;
use super::tests::pdf;
use crate::ExtractedText;

fn read(file: &str, bounds: Bounds) -> ExtractedText {
    read_within(file.as_bytes(), bounds).expect("it is read")
}

fn page(content: &str) -> String {
    String::from_utf8(pdf(&[content.to_owned()])).expect("ASCII")
}

const SEOUL: &str = "BT /F1 10 Tf 50 700 Td (The ministers met in Seoul.) Tj ET ";

fn told(form: &ExtractedText) -> String {
    form.anomalies.iter().map(|note| note.detail.as_str()).collect::<Vec<_>>().join("; ")
}

/// Widths are weighed when they have been read: what is kept of them is bounded before.
#[test]
fn widths_of_a_font_are_bounded_in_lists_and_in_ranges() {
    let bounds = Bounds { steps: 380_000, ..Bounds::default() };
    for widths in [
        format!("1 [{}]", "500 ".repeat(80_000)),
        (0..8).map(|n| format!("{} [{}] ", n * 10_000, "500 ".repeat(10_000))).collect(),
        (0..80_000).map(|n| format!("{n} {n} 500 ")).collect(),
    ] {
        let file = page("BT /K 10 Tf 50 700 Td <000300040003> Tj ET");
        let file = file.replace("/W [1 [500 500] 9 12 250]", &format!("/W [{widths}]")).replace("xref", "xfer");
        let form = read(&file, bounds);
        assert!(form.anomalies.is_empty() && form.text.contains("ABA"), "{:?} {}", form.anomalies, form.text);
    }
}

/// The state that is saved last is the one of the last place within the bound.
#[test]
fn saved_states_are_bounded() {
    let words = |x: u32, words: &str| format!("BT /F1 10 Tf {x} 700 Td ({words}) Tj ET ");
    for (depth, order) in [(255, "Oslo Seoul"), (256, "Seoul Oslo")] {
        // The first words stand at 100. "Seoul" stands at 150 if the state was saved after the move, else at 50.
        let save = "q ".repeat(depth);
        let content = format!("{} {save} 1 0 0 1 100 0 cm q Q {}", words(100, "Oslo"), words(50, "Seoul"));
        let form = read(&page(&content), Bounds::default());
        let words = form.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.ends_with(order), "{depth}: {words}");
    }
}

/// A mark that stands deeper than the bound marks nothing.
#[test]
fn marked_contents_inside_each_other_are_bounded() {
    let words = "BT /F1 10 Tf 50 700 Td (The ministers met in Seoul.) Tj ET ";
    for (depth, is_text) in [(9_999, false), (10_000, true)] {
        let content = format!("{} /Artifact BMC {words}", "/P BMC ".repeat(depth));
        let form = read(&page(&content), Bounds::default());
        let last = form.drafts.last().map(|draft| draft.passage.kind != PassageKind::Furniture);
        assert_eq!(last, Some(is_text), "{depth}");
    }
}

/// A dictionary is parsed each time it is looked up. Without its length, a megabyte of them took minutes.
#[test]
fn what_is_looked_up_weighs_its_length() {
    let long = format!("/A [{}]", "1 ".repeat(40_000));
    let picture =
        format!("100 0 obj <</Type /XObject /Subtype /Image {long} /Length 1>> stream\na\nendstream endobj\n");
    let form = format!(
        "100 0 obj <</Type /XObject /Subtype /Form /Resources <</Properties <<{long}>>>> /Length 1>> stream\n \nendstream endobj\n"
    );
    let font = format!("100 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica {long}>> endobj\n");
    let data = "a ".repeat(40_000);
    let endless = format!("100 0 obj <</Type /XObject /Subtype /Image>> stream\n{data}\nendstream endobj\n");
    let later = SEOUL.replace("Seoul", "Tokyo");
    let names: String = (0..90).map(|n| format!("/G{n} 100 0 R ")).collect();
    let uses: String = (0..90).map(|n| format!("/G{n} 1 Tf ")).collect();
    let draws = "/X0 Do ".repeat(90);
    for (object, drawn) in [(&picture, &draws), (&endless, &draws), (&form, &draws), (&font, &uses)] {
        let file = page(&format!("{SEOUL} {drawn} {later}"));
        let file =
            file.replace("/Resources <</Font <<", &format!("/Resources <</XObject <</X0 100 0 R>> /Font <<{names}"));
        // Without a list of its objects the file is looked through.
        let file = file.replace("xref", &format!("{object}xfer"));
        let form = read(&file, Bounds { steps: 40_000, ..Bounds::default() });
        assert_eq!(told(&form), "the file has more than 40000 drawing steps; the rest is left out", "{:.60}", object);
        assert!(form.text.contains("The ministers met in Seoul.") && !form.text.contains("Tokyo"), "{}", form.text);
    }
    // A font is looked up once by each name, however often it is chosen.
    let file = page(&format!("{} {SEOUL}", "/G0 1 Tf ".repeat(5_000)));
    let file = file.replace("/Font <<", "/Font <</G0 100 0 R ").replace("xref", &format!("{font}xfer"));
    assert_eq!(told(&read(&file, Bounds { steps: 40_000, ..Bounds::default() })), "");
}

/// A dictionary of an annotation, or of what it belongs to, is parsed on each page that names it.
#[test]
fn annotations_weigh_the_length_of_their_dictionaries() {
    let long = format!("/A [{}]", "1 ".repeat(40_000));
    for annotation in [
        format!("100 0 obj <</Subtype /Link {long}>> endobj\n"),
        format!("100 0 obj <</Subtype /Widget /Parent 101 0 R>> endobj\n101 0 obj <<{long}>> endobj\n"),
    ] {
        let file = page(SEOUL);
        let file = file.replace("/Type /Page /", &format!("/Type /Page /Annots [{}] /", "100 0 R ".repeat(90)));
        let file = file.replace("xref", &format!("{annotation}xfer"));
        let form = read(&file, Bounds { steps: 40_000, ..Bounds::default() });
        assert_eq!(told(&form), "the file has more than 40000 drawing steps; the rest is left out");
    }
}
