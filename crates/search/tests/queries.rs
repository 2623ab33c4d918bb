//! Invariants of every query, however it is typed:
//!
//! 1. reading never panics and never runs out of stack;
//! 2. the canonical form reads back as the same query;
//! 3. marks are inside their text, in order, and do not overlap;
//! 4. a snippet is inside its text, on character boundaries.

use entente_search::{Fields, Index, Plan, Synonyms, parse_query, snippet};
use proptest::prelude::*;

const FILTERS: &[&str] = &["country", "document"];

const TEXTS: &[&str] = &[
    "The U.S.\u{2013}ROK Cyber Policy Consultation was held in Seoul.",
    "Cyber-security and cybersecurity; the 9.19 Military Agreement, Res. 1540 (2004).",
    "외교부는 제4차 한·미 사이버정책협의회를 개최했다. 日本の外務省",
    "",
    "Zürich’s E.U. delegation: İstanbul, ﬁnance, ＡＰＥＣ",
];

fn index() -> Index {
    Index::new(TEXTS.iter().map(|text| Fields { title: "A title", section: "Part I", text }))
}

/// Words, operators and damage, as a person or a program could send them.
fn queries() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("cyber"),
        Just("security"),
        Just("cyber-security"),
        Just("U.S."),
        Just("9.19"),
        Just("외교부"),
        Just("外務"),
        Just("İ"),
        Just("OR"),
        Just("AND"),
        Just("NOT"),
        Just("NEAR"),
        Just("NEAR/3"),
        Just("NEAR/99999999999"),
        Just("-"),
        Just("--"),
        Just("("),
        Just(")"),
        Just("\""),
        Just("\u{201c}"),
        Just("*"),
        Just("~"),
        Just("title:"),
        Just("section:"),
        Just("country:"),
        Just("country:kr"),
        Just("Document:\"a  b\""),
        Just("country:/x"),
        Just("foo:"),
        Just("http://a.b/c:d"),
        Just("after:2014-05"),
        Just("before:"),
        Just("\u{200b}"),
    ];
    let space = prop_oneof![Just(""), Just(" "), Just("  ")];
    prop::collection::vec((piece, space), 0..12)
        .prop_map(|parts| parts.into_iter().map(|(piece, space)| format!("{piece}{space}")).collect())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let index = index();
    let synonyms = Synonyms::new(&index.analyser, [("cyber", "Zürich"), ("E.U. delegation", "cyber")]);
    for typing in [false, true] {
        let first = parse_query(text, FILTERS, typing).query;
        let canonical = first.to_string();
        let again = parse_query(&canonical, FILTERS, false);
        prop_assert_eq!(&again.query, &first, "{:?} was read as {:?}", text, canonical);
        prop_assert!(again.remarks.is_empty(), "{:?} has {:?}", canonical, again.remarks);
        let (filters, rest) = first.lifted(|name, _| FILTERS.contains(&name));
        prop_assert!(filters.len() <= canonical.matches(':').count());
        let plan = Plan::new(&index, &rest, &synonyms);
        let found = plan.search(&index, &|_, value| (value == "kr").then(|| vec![true, false, true, false, true]));
        prop_assert!(found.passages.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (passage, score) in found.passages {
            prop_assert!((passage as usize) < TEXTS.len() && score.is_finite() && score >= 0.0);
            let nearness = plan.nearness(&index, &[passage])[0];
            prop_assert!((1.0..=plan.most() + 1e-6).contains(&nearness));
            prop_assert!(plan.explain(&index, &[passage])[0].iter().all(|part| part.value.is_finite()));
        }
        for text in TEXTS {
            let marked = plan.marks(&index, text);
            prop_assert!(marked.iter().all(|range| !range.is_empty() && text.get(range.clone()).is_some()));
            prop_assert!(marked.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let window = snippet(text, &marked, 20);
            prop_assert!(text.get(window).is_some());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn queries_as_people_type_them(text in queries()) {
        check(&text)?;
    }

    #[test]
    fn any_string_at_all(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn many_words(words in prop::collection::vec("[a-zA-Z가-나日本]{1,4}", 8..20), odd in queries()) {
        check(&format!("{} {odd}", words.join(" ")))?;
    }

    #[test]
    fn snippets_of_any_text(text in any::<String>(), width in 0_usize..40, from in 0_usize..9, to in 0_usize..9) {
        let at: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (from, to) = (at[from.min(at.len() - 1)], at[to.min(at.len() - 1)]);
        let marks: Vec<_> = std::iter::once(from..to).filter(|mark| !mark.is_empty()).collect();
        prop_assert!(text.get(snippet(&text, &marks, width)).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 80, ..ProptestConfig::default() })]

    /// A query at the bound of what is read loses nothing when it is written and read again.
    #[test]
    fn long_queries(parts in prop::collection::vec((queries(), 1_usize..600), 1..5), words in 0_usize..2_500) {
        let parts: String = parts.iter().map(|(text, times)| format!("{text} ").repeat(*times)).collect();
        for text in [parts.clone(), format!("{parts} {}", "U.S.-Korea a/b ".repeat(words))] {
            for typing in [false, true] {
                let first = parse_query(&text, FILTERS, typing).query;
                let canonical = first.to_string();
                let again = parse_query(&canonical, FILTERS, false);
                prop_assert_eq!(&again.query, &first, "{:?} was read as {:?}", text, canonical);
                prop_assert!(again.remarks.is_empty(), "{:?} has {:?}", canonical, again.remarks);
            }
        }
    }
}

#[test]
fn the_value_of_a_filter_reads_back_with_its_brackets_and_spaces() {
    for query in ["country:\"(\"", "country:\"a (b)\"", "document:\"/x\"", "country:kr"] {
        assert_eq!(parse_query(query, FILTERS, false).query.to_string(), query);
    }
}

#[test]
fn an_operator_before_a_colon_is_a_word() {
    for (query, canonical) in
        [("OR:\"a (b)\"", "\"OR\" \"a (b)\""), ("x AND:y", "x (\"AND\" \"y\")"), ("NEAR:y", "\"NEAR\" \"y\"")]
    {
        let first = parse_query(query, FILTERS, false).query;
        assert_eq!(parse_query(&first.to_string(), FILTERS, false).query, first, "{query}");
        assert!(first.to_string() == canonical || query.starts_with('x'), "{first}");
    }
}

#[test]
fn a_query_at_its_bound_is_written_so_that_nothing_of_it_is_lost() {
    let parts = |n: usize, part: fn(usize) -> String| (0..n).map(part).collect::<Vec<_>>();
    for text in [
        parts(99, |n| format!("a{n} b{n}")).join(" OR "),
        parts(90, |n| format!("a{n} NEAR b{n} c{n}")).join(" "),
        parts(99, |n| format!("AND:a{n}")).join(" "),
        parts(1_500, |n| format!("a{n}/b{n}")).join(" "),
        format!("the \"{}\"", parts(5_000, |n| format!("a{n} ")).concat()).repeat(20),
        "a OR b (".repeat(30),
        format!("a NEAR/5 {}", "the Republic of Korea ".repeat(130)),
    ] {
        let first = parse_query(&text, FILTERS, true).query;
        let again = parse_query(&first.to_string(), FILTERS, false);
        assert!(again.query == first && again.remarks.is_empty(), "{:.80}: {:?}", text, again.remarks);
        assert!(!first.is_empty());
    }
}

#[test]
fn a_pasted_megabyte_of_operators_is_only_words() {
    for piece in ["(", ")", "-", "NOT ", "a) ", "(a ", "a OR ", "\"", "title:", "a NEAR ", "-(", "a:(", "x -(y "] {
        let text = piece.repeat(200_000 / piece.len());
        let canonical = parse_query(&text, FILTERS, true).query.to_string();
        assert_eq!(parse_query(&canonical, FILTERS, false).query.to_string(), canonical, "{piece}");
    }
}

#[test]
fn an_index_that_grew_answers_as_one_that_was_made_at_once() {
    let fields = |text| Fields { title: "A title", section: "Part I", text };
    let whole = Index::new(TEXTS.iter().copied().map(fields));
    let mut grown = Index::default();
    for text in TEXTS {
        let mut builder = entente_search::Builder::from(grown);
        builder.add(fields(text));
        grown = builder.finish();
    }
    assert_eq!(grown, whole);
}
