//! Every frame and every guard of statements is found in its example and not in its counter-example.

use entente_corpus::Corpus;
use entente_facts::explain_passage;
use entente_facts::statements::frames::{StatementFrame, StatementTrigger, statement_frames};
use entente_facts::statements::guards::STATEMENT_GUARDS;
use entente_ingest::{Settings, Source, ingest};

/// Examples of the frames, in the order of their table.
const EXAMPLES: &str = include_str!("examples/statement-frames.tsv");

fn read(sentence: &str, trigger: Option<StatementTrigger>) -> Corpus {
    // A recital is said by a voice that the text has named.
    let voice = if trigger == Some(StatementTrigger::Recital) { "The Ministers of Norway and Ghana,\n\n" } else { "" };
    let bytes = format!("# Note\n\n{voice}{sentence}\n").into_bytes();
    ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default())
}

/// True if a statement of the frame's modality and strength is among those of `sentence`.
fn has(frame: &StatementFrame, sentence: &str) -> bool {
    let corpus = read(sentence, Some(frame.trigger));
    let found = &corpus.bodies.get(0).expect("it is here").statements;
    found.iter().any(|found| found.modality == frame.modality() && found.strength == frame.strength())
}

#[test]
fn frames_are_found_in_their_examples_and_not_in_their_counter_examples() {
    let mut wrong = Vec::new();
    let rows: Vec<Vec<&str>> = EXAMPLES.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), statement_frames().len());
    for (frame, row) in statement_frames().iter().zip(rows) {
        let [id, example, counter_example] = row[..] else { panic!("three columns: {row:?}") };
        assert_eq!(id, frame.id);
        if !has(frame, example) {
            wrong.push(format!("{id}: not found in {example:?}"));
        }
        if has(frame, counter_example) {
            wrong.push(format!("{id}: found in {counter_example:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What `entente why` prints for the sentence.
fn explained(sentence: &str) -> String {
    let corpus = read(sentence, None);
    (0..2)
        .flat_map(|at| explain_passage(&corpus.catalogue, corpus.bodies.get(0).expect("it is here"), 0, at))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn guards_refuse_their_examples_and_let_their_counter_examples_through() {
    let mut wrong = Vec::new();
    for guard in STATEMENT_GUARDS {
        let refused = format!("refused by {}:", guard.id);
        let why = explained(guard.example);
        if !why.contains("statement frame") || !why.contains(&refused) {
            wrong.push(format!("{} does not refuse {:?}:\n{why}", guard.id, guard.example));
        }
        let why = explained(guard.counter_example);
        if why.contains(&refused)
            || read(guard.counter_example, None).bodies.get(0).expect("it is here").statements.is_empty()
        {
            wrong.push(format!("{} refuses {:?}:\n{why}", guard.id, guard.counter_example));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
