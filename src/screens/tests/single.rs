//! Screens of one thing: a fact and its rule, two names side by side, the file itself.

use entente_ingest::{Settings, Source, ingest};

use super::support::{FORM, NEWS, SAME, html, library, library_of, text};

#[test]
fn how_something_is_known_is_told_in_a_sentence() {
    let library = library(&[("news.txt", NEWS)]);
    let corpus = library.corpus();
    let (document, body) =
        (corpus.catalogue.documents.get(0).expect("it is here"), corpus.bodies.get(0).expect("it is here"));
    for (link, sentence) in [
        (format!("#/engagement/{}", body.engagements[0].id), "The occasion is numbered"),
        (format!("#/statement/{}", body.statements[0].id), "A verb of promising, announcing or judging"),
        (format!("#/doc/{}", document.id), "inferred. The language is the one whose common words are printed most."),
    ] {
        let shown = text(&html(&library, &link));
        assert!(shown.contains(sentence), "{link} does not say {sentence:?}: {shown}");
        assert!(!shown.contains("numbered-occasion") && !shown.contains("verb-of-saying"), "{link}: {shown}");
    }
}

#[test]
fn a_name_of_one_year_has_no_course_of_time() {
    let note = "# Notes\n\nOslo, 3 March 2021\n\nNorway met Chile on 3 March 2021.\n";
    let before = "# Notes\n\nOslo, 3 March 2019\n\nNorway met Chile on 3 March 2019.\n";
    let chart = |files: &[(&str, &str)]| html(&library(files), "#/name/no").contains("role=\"slider\"");
    assert!(!chart(&[("a.md", note)]), "one bar");
    assert!(chart(&[("a.md", note), ("b.md", before)]), "years");
}

#[test]
fn two_names_stand_side_by_side() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    let shown = text(&html(&library, "#/compare/name:kr/name:jp"));
    for words in ["name both", "Meetings of both", "Passages that name both", "Korea", "Japan"] {
        assert!(shown.contains(words), "{words:?}: {shown}");
    }
}

#[test]
fn what_was_masked_is_told_under_about() {
    let redact = entente_ingest::Redaction { personal_data: true, ..Default::default() };
    let source =
        Source { file: "a.txt".into(), bytes: b"Contact person: Marta Kowalczyk, desk@example.org\n".to_vec() };
    let corpus = ingest(&[source], &Settings { redact, ..Settings::default() });
    let shown = text(&html(&library_of(corpus), "#/about"));
    for says in [
        "Masked before this page was made",
        "contact person: 1 place in 1 document, by the rule personal-data",
        "e-mail address: 1 place in 1 document, by the rule personal-data",
    ] {
        assert!(shown.contains(says), "{shown}");
    }
    assert!(!text(&html(&library(&[("a.txt", NEWS)]), "#/about")).contains("Masked"));
}
