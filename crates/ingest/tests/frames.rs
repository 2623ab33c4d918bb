//! Every frame and every guard is found in its example and not in its counter-example.

use std::collections::BTreeMap;

use entente_facts::occasions::frames::{Frame, Trigger, frames};
use entente_facts::occasions::guards::GUARDS;
use entente_ingest::{Settings, Source, ingest};

/// Examples of the frames that the registry of rules explains.
const OF_RULES: &str = include_str!("../../corpus/data/rules/frames.tsv");
/// Examples of the other frames.
const OF_FRAMES: &str = include_str!("examples/frames.tsv");

/// Example and counter-example of each frame, by its id.
fn examples() -> BTreeMap<&'static str, (String, String)> {
    let row = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, .., example, counter_example] = columns[..] else { panic!("too few columns: {line}") };
        (id, (example.replace("\\n", "\n"), counter_example.replace("\\n", "\n")))
    };
    OF_RULES.lines().skip(1).chain(OF_FRAMES.lines().skip(1)).map(row).collect()
}

/// "kind rule" of each occasion in `sentence`.
fn occasions(sentence: &str) -> Vec<String> {
    let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
    let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
    let body = corpus.bodies.get(0).expect("it is here");
    body.engagements.iter().map(|found| format!("{} {}", found.kind, found.rule)).collect()
}

/// True if the frame's fact is among `found`.
fn has(frame: &Frame, found: &[String]) -> bool {
    match (frame.trigger, frame.gives) {
        (Trigger::Event, Some(kind)) => found.contains(&format!("{kind} {}", frame.id)),
        (_, Some(kind)) => found.iter().any(|found| found.starts_with(kind.as_str())),
        (_, None) => !found.is_empty(),
    }
}

#[test]
fn frames_are_found_in_their_examples_and_not_in_their_counter_examples() {
    let mut wrong = Vec::new();
    let examples = examples();
    assert_eq!(examples.len(), frames().len(), "each frame has one row of examples, and each row a frame");
    for frame in frames() {
        let (example, counter_example) = examples.get(frame.id.as_str()).expect("the frame has examples");
        let found = occasions(example);
        if !has(frame, &found) {
            wrong.push(format!("{}: not found in {example:?}: {found:?}", frame.id));
        }
        let found = occasions(counter_example);
        if has(frame, &found) {
            wrong.push(format!("{}: found in {counter_example:?}: {found:?}", frame.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn guards_refuse_their_examples_and_let_their_counter_examples_through() {
    for guard in GUARDS {
        assert_eq!(occasions(guard.example), Vec::<String>::new(), "{}: {}", guard.id, guard.example);
        assert!(!occasions(guard.counter_example).is_empty(), "{}: {}", guard.id, guard.counter_example);
    }
}
