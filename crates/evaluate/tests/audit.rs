//! A made-up corpus is drawn from, judged and counted.

use entente_evaluate::audit::{Fact, KINDS, draw, facts, parse, summary, write};
use entente_ingest::{Settings, Source, ingest};

const TEXT: &str = "Joint Statement of Norway and Chile\n\n\
    Oslo, 3 May 2024\n\n\
    Norway and Chile held the 2nd Norway-Chile Dialogue in Oslo on 3 May 2024. It was sunny.\n\n\
    Norway will contribute USD 5 million to the International Fund for Examples (IFE) by 2027.\n";

fn made_up() -> Vec<Fact> {
    let source = Source { file: "a.txt".to_owned(), bytes: TEXT.as_bytes().to_vec() };
    facts(&ingest(&[source], &Settings::default()), "documents/")
}

#[test]
fn every_filled_slot_is_a_fact_with_its_place_and_sentence() {
    let facts = made_up();
    let date = facts.iter().find(|fact| fact.kind == "engagement date").expect("the dialogue has a date");
    assert!(date.claim.contains("→ 2024-05-03"), "{}", date.claim);
    assert_eq!(date.place, "documents/a.txt:5");
    assert!(
        date.sentence.starts_with("Norway and Chile held") && !date.sentence.contains("sunny"),
        "{}",
        date.sentence
    );
    let amount = facts.iter().find(|fact| fact.kind == "amount value").expect("the amount is found");
    assert!(amount.claim.starts_with("5000000") && amount.claim.contains("USD"), "{}", amount.claim);
    let period = facts.iter().find(|fact| fact.kind == "statement period").expect("the promise has an end alone");
    assert!(period.claim.ends_with("→ .. 2027"), "{}", period.claim);
    for fact in &facts {
        assert!(KINDS.iter().any(|kind| kind.name == fact.kind));
        assert!(TEXT.contains(fact.quote.as_str()) || fact.kind == "citation", "{fact:?}");
    }
}

#[test]
fn a_sheet_is_drawn_judged_and_counted() {
    let drawn = draw(&made_up(), 5, 7);
    assert_eq!(drawn.len(), 5);
    assert_eq!(drawn, draw(&made_up(), 5, 7), "the same seed draws the same");
    let sheet = write(&drawn, &[]);
    assert_eq!(sheet.lines().count(), 6);
    let mut lines = sheet.lines();
    let titles = lines.next().expect("a sheet has titles");
    let judged: Vec<String> = lines
        .enumerate()
        .map(|(n, line)| {
            let verdict = if n == 0 { "\twrong\ttoo long" } else { "\tright\t" };
            line.strip_suffix("\t\t").expect("the last two cells are empty").to_owned() + verdict
        })
        .collect();
    let filled = format!("{titles}\n{}\n", judged.join("\n"));
    let counted = summary(&parse(&filled).expect("verdicts are read"));
    assert!(counted.contains("all\t4\t1\t0\t0\t"), "{counted}");
    assert!(counted.contains("too long\t1"), "{counted}");
}
