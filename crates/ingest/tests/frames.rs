//! Every frame and every guard is found in its example and not in its counter-example.

use entente_facts::occasions::frames::{Frame, Trigger, frames};
use entente_facts::occasions::guards::GUARDS;
use entente_ingest::{Settings, Source, ingest};

/// "kind rule" of each occasion in `sentence`.
fn occasions(sentence: &str) -> Vec<String> {
    let bytes = format!("# Note\n\n{sentence}\n").into_bytes();
    let corpus = ingest(&[Source { file: "note.md".to_owned(), bytes }], &Settings::default());
    let body = &corpus.bodies[0];
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
    for frame in frames() {
        let found = occasions(&frame.example);
        if !has(frame, &found) {
            wrong.push(format!("{}: not found in {:?}: {found:?}", frame.id, frame.example));
        }
        let found = occasions(&frame.counter_example);
        if has(frame, &found) {
            wrong.push(format!("{}: found in {:?}: {found:?}", frame.id, frame.counter_example));
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
