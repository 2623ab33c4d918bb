//! `entente verify`: its statuses, its forms, and that no word of others becomes markup.

mod place;

use entente_formats::testing::package;
use place::{Place, code, said};
use serde_json::Value;

const NOTE: &str =
    "Joint Statement\n\n29 June 2016\n\nThe two sides agreed to hold the next meeting in Seoul in 2017.\n";
const GOOD: &str = "It says that “the two sides agreed to hold the next meeting in Seoul”.\n";
const BAD: &str = "It says that “<script>alert(1)</script> forty frigates will sail to Peru & never return”.\n";

fn folder() -> Place {
    let place = Place::new();
    place.write("docs/note.txt", NOTE.as_bytes());
    place.write("good.txt", GOOD.as_bytes());
    place.write("bad.txt", BAD.as_bytes());
    place
}

#[test]
fn the_status_says_whether_a_quotation_is_missing() {
    let place = folder();
    for (arguments, expected) in [
        (&["verify", "docs", "good.txt"][..], 0),
        (&["verify", "docs", "bad.txt"], 1),
        (&["verify", "docs", "bad.txt", "--format", "jsonl"], 1),
        (&["verify", "docs", "bad.txt", "--format", "html"], 1),
        (&["verify", "docs", "none.txt"], 2),
        (&["verify", "none", "good.txt"], 2),
        (&["verify", "docs"], 2),
        (&["verify", "docs", "good.txt", "--format", "pdf"], 2),
    ] {
        let output = place.run(arguments);
        assert_eq!(code(&output), expected, "{arguments:?}: {}", said(&output));
    }
}

#[test]
fn a_page_is_a_source_as_its_folder_is() {
    let place = folder();
    assert_eq!(code(&place.pack("docs", "page.html")), 0);
    let (one, other) = (place.run(&["verify", "docs", "good.txt"]), place.run(&["verify", "page.html", "good.txt"]));
    assert_eq!((said(&one), code(&other)), (said(&other), 0));
    assert!(said(&one).contains("stands word for word at note.txt:5"), "{}", said(&one));
}

#[test]
fn every_row_has_the_same_columns() {
    let place = folder();
    let output = place.run(&["verify", "docs", "good.txt", "--format", "jsonl"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect();
    let columns = [
        "sentence",
        "kind",
        "start",
        "end",
        "text",
        "verdict",
        "says",
        "places",
        "more",
        "differing",
        "changes",
        "difference",
        "left_aside",
        "name",
        "name_id",
        "parties",
        "used",
        "since",
    ];
    for row in &rows {
        let own: Vec<&str> = row.as_object().expect("an object").keys().map(String::as_str).collect();
        assert!(columns.iter().all(|column| own.contains(column)) && own.len() == columns.len(), "{own:?}");
    }
    let quotation = rows.iter().find(|row| row["kind"] == "quotation").expect("a quotation");
    assert_eq!(quotation["verdict"], "word-for-word");
    assert_eq!(quotation["places"][0]["line_start"], 5);
}

#[test]
fn the_report_is_one_file_without_scripts() {
    let place = folder();
    let html =
        String::from_utf8_lossy(&place.run(&["verify", "docs", "bad.txt", "--format", "html"]).stdout).into_owned();
    assert!(html.starts_with("<!doctype html>") && html.trim_end().ends_with("</html>"));
    assert!(html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
    assert!(
        !html.contains("<script")
            && !html.contains("style=\"")
            && !html.contains("http://")
            && !html.contains("https://")
    );
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && html.contains("not in this file"));
}

#[test]
fn drafts_are_read_by_their_readers() {
    let place = folder();
    let body =
        "<w:p><w:r><w:t>It says that “the two sides agreed to hold the next meeting in Seoul”.</w:t></w:r></w:p>";
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    place.write("draft.docx", &package(&[("word/document.xml", document.as_bytes())]));
    place.write("draft.md", "# Draft\n\n> The two **sides** agreed to hold the next\n> meeting in Seoul\n".as_bytes());
    for draft in ["draft.docx", "draft.md"] {
        let output = place.run(&["verify", "docs", draft]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert!(said(&output).contains("stands word for word at note.txt:5"), "{draft}: {}", said(&output));
    }
}
