//! The project's own annotations: a slip in them would be counted as a mistake of what is measured.

use std::collections::BTreeSet;
use std::path::Path;

use entente_corpus::Modality;
use entente_evaluate::annotation::{Annotated, read};
use entente_evaluate::wording::Wording;

/// The annotations of the project, each with its file.
fn own() -> Vec<(String, Annotated)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/annotations");
    let files = folder.read_dir().expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let mut all = Vec::new();
    for path in files {
        let name = path.file_stem().expect("a file").to_string_lossy().into_owned();
        let rows = read(&path).unwrap_or_else(|error| panic!("{error}"));
        all.extend(rows.into_iter().map(|row| (name.clone(), row)));
    }
    all
}

#[test]
fn a_document_is_annotated_once_in_a_file() {
    let mut seen = BTreeSet::new();
    for (file, row) in own() {
        let is_digest = row.sha256.len() == 64 && row.sha256.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        assert!(is_digest, "{file}: {}", row.file);
        assert!(seen.insert((file.clone(), row.sha256)), "{file}: {} is there twice", row.file);
    }
}

#[test]
fn a_statement_has_its_verb_and_a_modality_of_the_exports() {
    let known: Vec<&str> = Modality::ALL.iter().map(|modality| modality.as_str()).collect();
    for (file, row) in own() {
        for statement in row.statements.iter().flatten() {
            let about = format!("{file}: {}: {}", row.file, statement.words);
            let verb = statement.verb.as_deref().map(Wording::of);
            assert!(verb.is_none_or(|verb| Wording::of(&statement.words).contains(&verb)), "{about}: the verb");
            for modality in statement.other_modalities.iter().chain([&statement.modality]) {
                assert!(known.contains(&modality.as_str()), "{about}: {modality}");
            }
        }
    }
}

#[test]
fn the_upper_end_of_a_range_is_greater() {
    let mut amounts = 0;
    for (file, row) in own() {
        for amount in row.amounts.iter().flatten() {
            amounts += 1;
            let is_range = amount.value_max.is_none_or(|max| max > amount.value);
            assert!(is_range, "{file}: {}: {}", row.file, amount.words);
        }
    }
    assert!(amounts > 0, "amounts are annotated");
}

#[test]
fn every_slot_of_a_statement_is_annotated_somewhere() {
    let rows = own();
    let statements = || rows.iter().flat_map(|(_, row)| row.statements.iter().flatten());
    let has = |slot: fn(&entente_evaluate::annotation::Statement) -> bool| statements().any(slot);
    assert!(has(|statement| statement.speaker_names.as_ref().is_some_and(|names| !names.is_empty())));
    assert!(has(|statement| statement.counterparts.as_ref().is_some_and(|names| !names.is_empty())));
    assert!(has(|statement| statement.period.as_ref().is_some_and(Option::is_some)));
}
