//! What a search counts in, what it folds, widens and offers: units, restated passages, more words, fewer words.

use crate::made::{Made, corpus, document, entity, plain};
use entente_corpus::{Anomaly, AnomalyKind, Corpus, End, EntityKind, Link, LinkKind, Modality};
use entente_explore::{Explorer, Query, Unit};

fn ask(text: &str) -> Query {
    Query::default().with_text(text)
}

/// Passages found, best first, as `DOCUMENT:NUMBER` by the first letters of the title and the number from 1.
fn found(explorer: &Explorer, text: &str) -> Vec<String> {
    explorer.search_rows(&ask(text), 20).iter().map(|row| short(&row.passage)).collect()
}

fn short(passage: &str) -> String {
    let (document, anchor) = passage.split_once(':').expect("both");
    format!("{}{}", &document[..1], anchor[1..].split('-').next().expect("a number"))
}

fn sample() -> Corpus {
    let named = |text, names: &[u32]| Made { text, names: names.to_vec(), ..Made::default() };
    let said = |text| Made { text, names: vec![], statement: Some((Modality::Pledge, None)) };
    let mut alpha = document(
        "Alpha",
        None,
        &[
            named("Seoul and Washington spoke of cyber policy.", &[0]),
            named("North Korea and cyber policy are watched.", &[1]),
            said("They will share information on piracy off the coast of Somalia."),
        ],
    );
    alpha.1.anomalies.push(Anomaly {
        kind: AnomalyKind::Spelling,
        detail: "made".to_owned(),
        passage: Some(2),
        span: alpha.1.passages[2].extent(),
        rule: "made".to_owned(),
    });
    let beta = document(
        "Beta",
        None,
        &[
            said("They will share information on piracy off the coast of Yemen."),
            plain("Cyber crime grows."),
            plain("Policy matters."),
            named("Korea is named here.", &[0]),
        ],
    );
    let entities = vec![
        entity("kr", EntityKind::Country, &["Korea", "Seoul"], &["republic of korea"]),
        entity("kp", EntityKind::Country, &["North Korea"], &[]),
    ];
    let mut corpus = corpus(vec![alpha, beta], entities);
    corpus.catalogue.links.get_mut().expect("they are here").push(Link {
        kind: LinkKind::Restates,
        from: End::Passage(1, 0),
        to: End::Passage(0, 2),
        score: 0.9,
        difference: None,
        difference_kind: None,
        template: false,
        why: "made".to_owned(),
    });
    corpus
}

fn explorer() -> Explorer {
    Explorer::new(sample().into())
}

#[test]
fn each_unit_is_counted_by_itself() {
    let explorer = explorer();
    for (text, unit, total, first) in [
        ("cyber policy", Unit::Passages, 2, "p1"),
        // Beta has both words, in two passages.
        ("cyber policy", Unit::Documents, 2, "alpha"),
        ("crime matters", Unit::Passages, 2, "p3"),
        ("crime matters", Unit::Documents, 1, "beta"),
        ("cyber -crime", Unit::Documents, 1, "alpha"),
        ("cyber country:kp", Unit::Documents, 1, "alpha"),
        ("", Unit::Documents, 2, "alpha"),
        ("piracy", Unit::Statements, 2, "statement-"),
        ("cyber", Unit::Statements, 0, ""),
        ("", Unit::Mentions, 3, "kr"),
        ("korea", Unit::Mentions, 2, "k"),
        ("country:kp", Unit::Mentions, 1, "kp"),
        ("piracy", Unit::Engagements, 0, ""),
        ("somalia", Unit::Notes, 1, "alpha"),
        ("", Unit::Notes, 1, "alpha"),
        ("yemen", Unit::Notes, 0, ""),
    ] {
        let list = explorer.units(&ask(text), unit, 10);
        assert_eq!((list.total, list.rows.len()), (total, total), "{text} {unit:?}");
        assert!(list.rows.first().map_or("", |row| row.id.as_str()).starts_with(first), "{text} {unit:?}: {list:?}");
        assert!(list.rows.windows(2).all(|pair| pair[0].score >= pair[1].score));
        assert!(list.rows.iter().all(|row| !row.source.passage.is_empty() && !row.source.quote.is_empty()));
        assert_eq!(explorer.found_rows(&ask(text), unit, 1).len(), total.min(1));
        assert_eq!(Unit::from_word(unit.as_str()), Some(unit));
    }
}

#[test]
fn a_passage_that_says_the_same_stands_under_the_one_found_first() {
    let explorer = explorer();
    let results = explorer.search(&ask("piracy information"), 10);
    assert_eq!((results.total, results.groups.len()), (2, 1), "it is counted all the same");
    let also = &results.groups[0].hits[0].also;
    assert_eq!((also.len(), also[0].differ, also[0].title.as_str()), (1, 1, "Beta"));
    assert_eq!(found(&explorer, "piracy information"), ["a3"]);
    assert_eq!(found(&explorer, "piracy yemen"), ["b1"], "alone it stands by itself");
    let row = &explorer.search_rows(&ask("piracy information"), 10)[0];
    assert_eq!((short(&row.also[0].passage), row.also[0].differ), ("b1".to_owned(), 1));
}

#[test]
fn what_names_in_other_words_what_is_asked_for_gains() {
    let explorer = explorer();
    let query = ask("korea OR policy");
    let rows = explorer.search_rows(&query, 9);
    let first = rows.iter().find(|row| short(&row.passage) == "a1").expect("found");
    let explain = |passage: &str| explorer.explain(&query, &first.document, passage).expect("found");
    // "North Korea" is not what "Korea" calls, though the word is there.
    assert!(explain("p2-000000").parts.iter().all(|part| !part.what.contains("names")));
    let explained = explain("p1-000000");
    let names = explained.parts.iter().find(|part| part.what.contains("names")).expect("a part");
    assert!(names.factor && names.value > 1.1);
    let product =
        explained.parts.iter().fold(0.0, |sum, part| if part.factor { sum * part.value } else { sum + part.value });
    assert!((product - explained.score).abs() < 1e-5 && (first.score - explained.score).abs() < 1e-5);
}

#[test]
fn passages_with_some_of_the_words_are_offered_where_few_have_all() {
    let explorer = explorer();
    let some = |text: &str| explorer.search(&ask(text), 10).some.map(|some| (some.query, some.more));
    assert_eq!(some("cyber policy"), Some(("cyber OR policy".to_owned(), 2)));
    assert_eq!(some("cyber yemen"), None, "they are shown already");
    assert_eq!(some("cyber policy country:kp"), None, "none of them passes the filter");
    assert_eq!((some("cyber"), some("\"cyber policy\""), some("nothing at all")), (None, None, None));
    let (text, more) = some("cyber policy").expect("above");
    assert_eq!(explorer.search(&ask(&text), 10).total, 2 + more);
}

#[test]
fn a_query_is_broadened_by_what_its_best_passages_share() {
    let explorer = explorer();
    let text = explorer.broadened(&ask("piracy -yemen country:kr")).unwrap_or_default();
    assert_eq!(text, "", "nothing is shared by one passage");
    let text = explorer.broadened(&ask("piracy")).expect("two passages");
    assert_eq!(text, "piracy OR coast OR information OR share");
    assert!(explorer.search(&ask(&text), 10).total >= 2);
    assert_eq!(explorer.broadened(&ask("")), None);
    assert_eq!(explorer.broadened(&ask("zzz")), None);
}
