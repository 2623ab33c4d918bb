//! How sentences are read: each is written with its names and dates in braces ({P:..} a party or person, {L:..} a place,
//! {T:..} a date), and below it the lines that a reader of the parse sees.

use entente_language::describe::describe;
use entente_language::{Atom, AtomKind, parse_sentence, tokenize};

const CASES: &str = include_str!("clauses.txt");

fn parse(marked: &str) -> Vec<String> {
    let mut text = String::new();
    let mut atoms: Vec<(usize, usize, AtomKind)> = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let close = rest.find('}').expect("braces close");
        let inside = &rest[open + 1..close];
        let (kind, words) = inside.split_once(':').expect("a kind in front of a colon");
        let kind = match kind {
            "P" => AtomKind::Party,
            "L" => AtomKind::Place,
            "T" => AtomKind::Time,
            other => panic!("no kind of name: {other}"),
        };
        atoms.push((text.len(), text.len() + words.len(), kind));
        text.push_str(words);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    let tokens = tokenize(&text);
    let atoms: Vec<Atom> = atoms
        .into_iter()
        .map(|(start, end, kind)| Atom { tokens: tokens.token_at(start)..tokens.token_at(end), kind })
        .collect();
    describe(&parse_sentence(&tokens, 0..tokens.len(), &atoms, false), &tokens)
}

#[test]
fn sentences_are_read_by_clause() {
    let mut wrong = Vec::new();
    for case in CASES.split("\n\n").map(str::trim).filter(|case| !case.is_empty() && !case.starts_with('#')) {
        let mut lines = case.lines();
        let sentence = lines.next().expect("a case has a sentence");
        let expected: Vec<&str> = lines.collect();
        let found = parse(sentence);
        if found != expected {
            wrong.push(format!("{sentence}\n{}", found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}\n", wrong.join("\n\n"));
}
