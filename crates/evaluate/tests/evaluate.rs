//! Made-up documents beside made-up annotations: every measure counts what a reader would count.

use entente_corpus::id::{hexadecimal, sha256};
use entente_evaluate::annotation::parse;
use entente_evaluate::compare::compare;
use entente_evaluate::goals;
use entente_evaluate::reading::Exported;
use entente_evaluate::scores::{Figures, Scores};
use entente_ingest::Source;

const TEXT: &str = "Joint Statement of Norway and Chile\n\n\
    Oslo, 3 May 2024\n\n\
    Norway and Chile held the 2nd Norway-Chile Dialogue in Oslo on 3 May 2024.\n\n\
    Norway will contribute USD 5 million to the fund.\n";

/// Figures of a document with this text, beside the annotation with these fields.
fn scores(text: &str, fields: &str) -> Scores {
    let bytes = text.as_bytes().to_vec();
    let digest = hexadecimal(&sha256(&bytes));
    let line = format!("{{\"sha256\": \"{digest}\", {fields}}}").replace('\n', " ");
    let annotations = parse(&line).expect("the annotation is well formed");
    let exported = Exported::of(&[Source { file: "a.txt".to_owned(), bytes }]);
    let mut scores = Scores::default();
    scores.begin_file("made-up");
    let reading = exported.reading(0, &annotations).expect("the digest finds the document");
    compare(&reading, &mut scores);
    scores
}

fn figures(scores: &Scores, measure: &str) -> Figures {
    scores.figures(measure, None).unwrap_or_default()
}

#[test]
fn an_occasion_is_right_with_its_participants() {
    let scores = scores(
        TEXT,
        r#""engagements": [{"words": "held the 2nd Norway-Chile Dialogue in Oslo", "kind": "dialogue", "ordinal": 2,
            "date": "2024-05-03", "status": "held", "place": "Oslo", "participants": ["Norway", "CL"]}]"#,
    );
    assert_eq!(figures(&scores, "engagements").right, 1, "{:?}", scores.mistakes());
    assert_eq!(figures(&scores, "participants").right, 2, "{:?}", scores.mistakes());
    assert_eq!(figures(&scores, "engagement date").right, 1, "{:?}", scores.mistakes());
}

#[test]
fn an_occasion_that_is_not_annotated_is_invented_and_one_that_is_not_told_is_missed() {
    let scores = scores(TEXT, r#""engagements": [{"words": "Norway will contribute", "kind": "exercise"}]"#);
    let Figures { right, found, annotated, .. } = figures(&scores, "engagements");
    assert_eq!((right, annotated), (0, 1));
    assert!(found > 0);
}

#[test]
fn an_amount_needs_its_value_and_its_unit() {
    for (wanted, right, off) in [
        (r#"{"words": "USD 5 million", "value": 5000000, "unit": "USD", "payer": "Norway"}"#, 1, 0),
        (r#"{"words": "USD 5 million", "value": 5000000, "unit": "EUR"}"#, 0, 0),
        (r#"{"words": "USD 5 million", "value": 5, "unit": "USD"}"#, 0, 1),
    ] {
        let scores = scores(TEXT, &format!("\"amounts\": [{wanted}]"));
        let (amounts, size) = (figures(&scores, "amounts"), figures(&scores, "amounts of the right size"));
        assert_eq!((amounts.right, amounts.found, amounts.annotated), (right, 1, 1), "{wanted}");
        assert_eq!(size.annotated - size.right, off, "{wanted}");
    }
}

#[test]
fn a_statement_counts_with_its_verb_and_its_slots() {
    let scores = scores(
        TEXT,
        r#""statements": [{"words": "will contribute USD 5 million", "modality": "measure-planned",
            "other_modalities": ["commitment", "pledge"], "verb": "will contribute", "speaker_names": ["Norway"],
            "counterparts": [], "period": null}]"#,
    );
    let statements = figures(&scores, "statements");
    assert_eq!(statements.right, 1, "{:?}", scores.mistakes());
    assert_eq!(statements, figures(&scores, "statements in prose"));
    assert_eq!(figures(&scores, "speaker names").annotated, 1);
    // Neither a counterpart nor a period is there to be found.
    assert_eq!(figures(&scores, "counterparts").annotated + figures(&scores, "statement periods").annotated, 0);
}

#[test]
fn a_person_is_found_by_any_form_and_optional_names_may_be_missed() {
    let fields = r#""complete_kinds": ["country"], "entities": [{"kind": "country", "forms": ["NO"]},
        {"kind": "country", "forms": ["Republic of Chile", "Chile"]},
        {"kind": "country", "forms": ["FR"], "optional": true}, {"kind": "country", "forms": ["JP"]}]"#;
    let scores = scores(TEXT, fields);
    let countries = Figures { right: 2, found: 2, annotated: 3, is_share: false };
    assert_eq!(figures(&scores, "names: country"), countries, "{:?}", scores.mistakes());
    assert_eq!(scores.figures("names: place", None), None, "places are not annotated");
}

#[test]
fn goals_without_annotations_say_so() {
    let scores = scores(TEXT, r#""amounts": []"#);
    let table = goals::table(&scores);
    let line = |label: &str| table.lines().find(|line| line.starts_with(label)).unwrap_or_default();
    assert!(line("amounts: value").contains("0.00 (0/1)"), "{table}");
    assert!(line("counterparts").contains("no gold"), "{table}");
}
