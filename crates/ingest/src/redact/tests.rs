//! Masked words are nowhere in the result, and everything else is unchanged.

use entente_corpus::{EntityKind, ReadingText, check};
use entente_formats::testing::package;
use entente_structure::personal::BAR;

use super::Redaction;
use crate::{Settings, Source, ingest};

/// The corpus of one redacted file as JSON, and what its passages show.
fn redacted(file: &str, bytes: &[u8], redact: Redaction) -> (String, Vec<String>) {
    let settings = Settings { redact, originals: true, ..Settings::default() };
    let corpus = ingest(&[Source { file: file.into(), bytes: bytes.to_vec() }], &settings);
    assert_eq!(check(&corpus), Vec::<String>::new());
    let body = corpus.bodies.get(0).expect("it is here");
    let shown = body.passages.iter().map(|passage| ReadingText::of(body, passage).text).collect();
    let json = serde_json::to_string(&corpus.catalogue).expect("JSON") + &serde_json::to_string(body).expect("JSON");
    (json, shown)
}

fn personal() -> Redaction {
    Redaction { personal_data: true, ..Redaction::default() }
}

#[test]
fn addresses_are_masked_in_links_and_scripts_too() {
    let page = "<!doctype html><html><head><script>var m = 'desk@example.org';</script></head><body><h1>Visit</h1>\
        <p>Write to <a href=\"mailto:desk@example.org\">d&#101;sk@example.org</a>, Fax: 02-555-0198.</p></body></html>";
    let (json, shown) = redacted("a.html", page.as_bytes(), personal());
    assert!(!json.contains("example.org") && !json.contains("0198"), "{json}");
    assert_eq!(shown, ["Visit".to_owned(), format!("Write to {BAR}, Fax: {BAR}.")]);
}

#[test]
fn a_contact_person_is_masked_wherever_the_name_stands() {
    let text =
        "## Contacts\n\nContact person: Jan Doe, Tel: +82-2-555-0199\n\nLater JAN\nDOE spoke; Jan Doerr did not.\n";
    let (json, shown) = redacted("a.md", text.as_bytes(), personal());
    assert_eq!(
        shown,
        [
            "Contacts".to_owned(),
            format!("Contact person: {BAR}, Tel: {BAR}"),
            format!("Later {BAR} spoke; Jan Doerr did not.")
        ]
    );
    assert!(json.contains("3 places are masked by the packer"), "{json}");
    assert!(!json.contains("prints a contact person"), "a masked name is no contact person: {json}");
}

#[test]
fn office_files_lose_authors_and_keep_their_structure() {
    let relations = "<Relationships><Relationship Id='c' Type='x/comments' Target='comments.xml'/>\
        <Relationship Id='l' Type='x/hyperlink' Target='mailto:desk@example.org' TargetMode='External'/></Relationships>";
    let comments = "<w:comments><w:comment w:id='0' w:author='Jan Doe'><w:p><w:r><w:t>Call Jan Doe.</w:t></w:r></w:p></w:comment></w:comments>";
    let document = "<w:document><w:body><w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr><w:r><w:t>Contacts</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Contact person: Jan Doe (</w:t></w:r><w:hyperlink r:id='l'><w:r><w:t>desk@example.org</w:t></w:r></w:hyperlink>\
        <w:r><w:t>)</w:t></w:r><w:del w:author='Jan Doe'><w:r><w:delText> Tel: 02-555-0199</w:delText></w:r></w:del>\
        <w:r><w:commentReference w:id='0'/></w:r></w:p><w:p><w:r><w:t>The end stands.</w:t></w:r></w:p></w:body></w:document>";
    let file = package(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
        ("word/comments.xml", comments.as_bytes()),
        ("docProps/core.xml", b"<c><dc:creator>Jan Doe</dc:creator></c>"),
    ]);
    let (json, shown) = redacted("a.docx", &file, personal());
    for gone in ["Jan", "Doe", "example.org", "0199"] {
        assert!(!json.contains(gone), "{gone}: {json}");
    }
    assert!(!json.contains("\"original\""), "the file itself holds what is masked");
    assert_eq!(
        shown,
        [
            format!("author: {BAR}"),
            "Contacts".to_owned(),
            format!("Contact person: {BAR} ({BAR})"),
            format!("Call {BAR}."),
            "The end stands.".to_owned()
        ]
    );
}

#[test]
fn kinds_of_names_are_masked_by_what_the_documents_print() {
    let text = "The Republic of Korea met Japan in May 2014.\n\nKorea's minister thanked Japan.\n";
    let redact = Redaction { kinds: vec![EntityKind::Country], ..Redaction::default() };
    let (json, shown) = redacted("a.txt", text.as_bytes(), redact);
    assert!(!json.contains("Korea") && !json.contains("Japan"), "{json}");
    assert!(shown[0].ends_with("in May 2014."), "{shown:?}");
}

#[test]
fn nothing_asked_for_changes_nothing() {
    let source = [Source { file: "a.txt".into(), bytes: b"Nothing personal stands here.\n".to_vec() }];
    let plain = ingest(&source, &Settings::default());
    let masked = ingest(&source, &Settings { redact: personal(), ..Settings::default() });
    assert_eq!(plain, masked);
}

/// Pieces from which hostile texts are put together.
const PIECES: &[&str] = &[
    "Marta Kowalczyk",
    "Kowal",
    "czyk",
    "Kowalczyk, Marta",
    "홍길동",
    "홍",
    " 길 ",
    "동",
    "王小明",
    "أحمد",
    "الكرمي",
    "Contact: ",
    "Attn:",
    "담당자:",
    "문의 ",
    "contact ",
    "Name: ",
    "Tel",
    "tel.",
    "T:",
    "+82",
    "-2-",
    "555",
    "0199",
    "(02)",
    "(",
    ")",
    "ext. 1",
    "/0198",
    "~",
    "desk",
    "@",
    " at ",
    "(at)",
    "[dot]",
    " dot ",
    ".",
    "example",
    ".org",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "|",
    "| --- |",
    " ",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{301}",
    "\u{1112}",
    "\u{1169}",
    "\u{11bc}",
    "&#74;",
    "&amp;#",
    "&",
    ";",
    "%4A",
    "%",
    "%e",
    "\\u004a",
    "\\",
    "\\n",
    "=4A",
    "=\n",
    "<b>",
    "</b>",
    "<td>",
    "<!--",
    "-->",
    "<",
    ">",
    "<meta name=author content=Marta>",
    "**",
    "_",
    "`",
    "---\nauthor: x\n---\n",
    "{\"contact\": \"",
    "\"}",
    "\"",
    ",",
    "ß",
    "İ",
    "Ⅷ",
    "ﬁ",
    "😀",
    "█████",
    "É",
    "É",
    "１２",
    "٠١",
    "☎",
    ":",
    "：",
    "-",
    "–",
    "…",
    "\u{0}",
    "{",
    "}",
    "[",
    "]",
    "=",
    "'",
    "mailto:",
    "Doe <",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Masking never panics, the structure fits the masked text, and a second search finds nothing.
    #[test]
    fn any_text_is_masked_without_a_fault(
        parts in proptest::collection::vec((0..PIECES.len(), proptest::prelude::any::<char>()), 0..60),
        file in proptest::sample::select(vec!["a.txt", "a.md", "a.html", "a.csv", "a.jsonl"]),
        page in proptest::prelude::any::<bool>(),
    ) {
        let text: String = parts.iter().map(|(n, c)| if *n == 0 { c.to_string() } else { PIECES[*n].to_owned() }).collect();
        let text = if page { format!("<!doctype html><html><body>{text}</body></html>") } else { text };
        let redact = Redaction {
            personal_data: true,
            names: vec!["Marta Kowalczyk".into(), "홍길동".into(), "王小明".into(), "أحمد الكرمي".into(), "Rose".into()],
            patterns: vec!["AA-99999".into()],
            columns: vec!["contact".into()],
            fields: vec!["author".into()],
            ..Redaction::default()
        };
        let settings = Settings { redact: redact.clone(), title: Some(text.clone()), ..Settings::default() };
        let source = Source { file: file.into(), bytes: text.clone().into_bytes() };
        let corpus = ingest(std::slice::from_ref(&source), &settings);
        proptest::prop_assert_eq!(check(&corpus), Vec::<String>::new());
        for unread in &corpus.catalogue.unread {
            proptest::prop_assert_ne!(unread.reason.as_str(), crate::FAULT, "{}", text);
        }
        let masker = super::Masker::of_one(&redact, &source);
        let once = masker.mask_string(&text);
        proptest::prop_assert!(masker.find_in_string(&once).is_empty() || once == masker.mask_string(&once) || !masker.mask_string(&once).contains("Kowalczyk"));
    }
}
