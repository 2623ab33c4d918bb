//! What the desk answers: how queries are read, links and values resolved, scores explained, beginnings completed.

use crate::made::{Made, corpus, document, entity, plain};
use entente_corpus::{Acronym, Basis, Corpus, EntityKind, Evidence, Lines, Modality};
use entente_explore::{Axis, Explorer, Filter, Query, Sort, SuggestionKind};
use entente_text::Span;
use proptest::prelude::*;

fn sample() -> Corpus {
    let names = |text, names: &[u32]| Made { text, names: names.to_vec(), ..Made::default() };
    let first = document(
        "Plan on cyber policy",
        Some("2014-05"),
        &[
            names("Korea held a consultation on cyber policy with the United States.", &[0, 1]),
            names("The Contact Group on Piracy met; the CGPCS will meet again.", &[2]),
            plain("Nothing of note on trade."),
        ],
    );
    let second = document(
        "Report on trade",
        Some("2016"),
        &[
            names("외교부는 사이버 정책 협의회를 개최했다.", &[0, 3]),
            names("The Ministry of Foreign Affairs of Korea spoke of cyber policy.", &[0, 3]),
            Made {
                text: "A consultation in 2012 on cyber matters.",
                statement: Some((Modality::Pledge, Some("2012-03"))),
                names: vec![],
            },
        ],
    );
    let third = document("Undated news", None, &[plain("The CGPCS has a new chair.")]);
    let entities = vec![
        entity("kr", EntityKind::Country, &["Korea", "ROK"], &["republic of korea", "kr", "한국"]),
        entity("us", EntityKind::Country, &["United States"], &["usa", "us"]),
        entity("cgpcs", EntityKind::Forum, &["CGPCS", "Contact Group on Piracy"], &[]),
        entity("mofa-kr", EntityKind::Agency, &["Ministry of Foreign Affairs", "외교부"], &["mofa"]),
    ];
    let mut corpus = corpus(vec![first, second, third], entities);
    corpus.catalogue.acronyms.get_mut().expect("they are here").push(Acronym {
        acronym: "CGPCS".to_owned(),
        expansion: Some("Contact Group on Piracy".to_owned()),
        basis: Basis::Stated,
        document: 0,
        evidence: Evidence { passage: Some(1), span: Span::new(0, 1) },
        entity: Some(2),
        rule: "made".to_owned(),
    });
    corpus
}

fn explorer() -> Explorer {
    Explorer::new(sample().into())
}

/// Numbers of the passages found, in order of the file: 0 to 2 in the first document, 3 to 5 in the second, 6.
fn found(explorer: &Explorer, query: &Query) -> Vec<usize> {
    let results = explorer.search(query, 100);
    let documents: Vec<String> =
        explorer.corpus().catalogue.documents.iter().flatten().map(|record| record.id.to_string()).collect();
    let mut out: Vec<usize> = results
        .groups
        .iter()
        .flat_map(|group| &group.hits)
        .map(|hit| {
            let document = documents.iter().position(|id| *id == hit.place.document).expect("made so");
            let passage: usize = hit.place.passage[1..].split('-').next().expect("made so").parse().expect("made so");
            [0, 3, 6][document] + passage - 1
        })
        .collect();
    out.sort_unstable();
    out
}

#[test]
fn queries_find_what_they_say() {
    let explorer = explorer();
    for (text, expected) in [
        ("cyber policy", &[0, 4][..]),
        ("cyber country:kr", &[0, 4]),
        ("cyber country:ROK", &[0, 4]),
        ("cyber country:\"republic of korea\"", &[0, 4]),
        ("-country:kr cyber", &[5]),
        ("trade OR country:us", &[0, 2]),
        ("(consultation country:us) OR chair", &[0, 6]),
        ("country:kr country:us", &[0]),
        ("country:us country:kr cyber", &[0]),
        ("agency:mofa country:kr country:us", &[]),
        ("-country:us -country:kr trade", &[2]),
        ("agency:mofa", &[3, 4]),
        ("forum:cgpcs piracy", &[1]),
        ("modality:pledge", &[5]),
        ("country:atlantis", &[]),
        ("after:2013 cyber", &[0, 4]),
        ("cyber before:2013", &[5]),
        ("cyber before:2014-05", &[5]),
        ("cyber from:2014-05 to:2015", &[0]),
        ("after:2016", &[3, 4]),
        ("before:2015 OR chair", &[0, 1, 2, 5, 6]),
        ("cgpcs", &[1, 6]),
        ("contact group on piracy", &[1, 6]),
        ("외교부", &[3, 4]),
        ("ministry of foreign affairs", &[3, 4]),
        ("사이버정책협의회", &[3]),
        ("title:trade consultation", &[5]),
        ("kind:report cyber", &[0]),
        ("entity-kind:agency", &[3, 4]),
    ] {
        assert_eq!(found(&explorer, &Query::default().with_text(text)), expected, "{text}");
    }
}

#[test]
fn how_a_query_was_read_is_said_where_it_differs() {
    let explorer = explorer();
    for (text, expected) in [
        ("cyber policy", None),
        ("cyber  policy", None),
        ("cyber country:kr", None),
        ("cyber AND country:kr", Some("cyber country:kr")),
        ("cyber NOT Country:\"south korea\"", Some("cyber -country:\"south korea\"")),
        ("(cyber policy", Some("cyber policy")),
        ("foo:bar", Some("foo \"bar\"")),
    ] {
        let results = explorer.search(&Query::default().with_text(text), 1);
        assert_eq!(results.read_as.as_deref(), expected, "{text}");
        if let Some(written) = expected {
            let again = explorer.search(&Query::default().with_text(written), 1);
            assert_eq!((again.read_as, again.total), (None, results.total), "{text}");
        }
    }
    let results = explorer.search(&Query::default().with_text("after:soon cyber"), 1);
    assert!(results.remarks[0].contains("needs a date") && results.total == 3, "{:?}", results.remarks);
}

/// A filter written as a word is wanted in addition to one of the link.
#[test]
fn a_filter_among_the_words_narrows_one_of_the_link() {
    let filter = Filter::default().with(Axis::Country, "us");
    let query = Query::default().with_text("country:kr").with_filter(filter);
    assert_eq!(found(&explorer(), &query), [0]);
}

/// A document may have the words and the values in several passages.
#[test]
fn documents_have_all_values_that_are_among_the_words() {
    let explorer = explorer();
    for (text, titles) in [
        ("country:kr country:us", &["Plan on cyber policy"][..]),
        ("country:us country:kr trade", &["Plan on cyber policy"]),
        ("country:kr agency:mofa", &["Report on trade"]),
        ("country:us agency:mofa", &[]),
    ] {
        let found = explorer.documents(&Query::default().with_text(text)).documents;
        let found: Vec<&str> = found.iter().filter_map(|card| card.title.as_deref()).collect();
        assert_eq!(found, titles, "{text}");
    }
}

#[test]
fn a_value_that_is_not_in_the_file_is_named_with_the_nearest() {
    let explorer = explorer();
    let remarks = |text: &str| explorer.search(&Query::default().with_text(text), 1).remarks.join(" ");
    for (text, expected) in [
        ("cyber country:koera", "country:koera is not in these documents. The nearest value is country:kr (Korea)."),
        ("trade OR country:atlantis", "country:atlantis is not in these documents."),
        ("modality:plege", "modality:plege is not in these documents. The nearest value is modality:pledge (pledge)."),
        ("from:soon", "from: needs a date like 2014, 2014-05 or 2014-05-31; “soon” is not one."),
        ("cyber country:ROK after:2013", ""),
        ("AND", "There is no word to search for in this, so everything is shown."),
    ] {
        assert_eq!(remarks(text), expected, "{text}");
    }
    let all = explorer.search(&Query::default().with_text("*"), 1);
    assert_eq!((all.total, all.read_as), (7, None), "nothing was read, so nothing is written as it was read");
}

#[test]
fn values_are_rewritten_to_ids_and_the_nearest_is_offered() {
    let explorer = explorer();
    for (facet, value, expected) in [
        (Axis::Country, "KR", "kr"),
        (Axis::Country, "Republic of Korea", "kr"),
        (Axis::Country, "한국", "kr"),
        (Axis::Country, "mofa", "mofa"),
        (Axis::Agency, "MOFA", "mofa-kr"),
        (Axis::Agency, "외교부", "mofa-kr"),
        (Axis::Forum, "contact group on piracy", "cgpcs"),
        (Axis::Kind, "Report", "report"),
        (Axis::Modality, "Pledge", "pledge"),
        (Axis::From, "2014-05", "2014-05"),
        (Axis::Person, "nobody", "nobody"),
    ] {
        assert_eq!(explorer.canonical(facet, value), expected, "{facet:?} {value}");
    }
    assert_eq!(explorer.nearest(Axis::Country, "Koera").expect("made so").0, "kr");
    assert_eq!(explorer.label(Axis::Agency, "mofa-kr").as_deref(), Some("Ministry of Foreign Affairs"));
    assert_eq!(explorer.label(Axis::Country, "mofa-kr"), None, "an agency is no country");
    assert_eq!(explorer.label(Axis::From, "2014-05").as_deref(), Some("2014-05"));
    assert_eq!(explorer.label(Axis::From, "soon"), None);
    let results = explorer.search(&Query::default().with_filter(Filter::default().with(Axis::From, "soon")), 1);
    assert_eq!(results.total, 0, "an unknown value selects nothing");
}

#[test]
fn links_lead_to_their_place_or_say_what_is_odd() {
    let explorer = explorer();
    let corpus = explorer.corpus();
    let id = corpus.catalogue.documents.get(0).expect("it is here").id.to_string();
    let digest = corpus.catalogue.documents.get(0).expect("it is here").id.digest().to_owned();
    let anchors: Vec<&str> =
        corpus.bodies.get(0).expect("it is here").passages.iter().map(|passage| passage.anchor.as_str()).collect();
    let fingerprint = &anchors[1][3..];
    for (document, passage, current, notice) in [
        (id.clone(), None, None, None),
        (format!("another-title-{digest}"), Some(anchors[1].to_owned()), Some(1), None),
        (id.clone(), Some(format!("p9-{fingerprint}")), Some(1), None),
        (id.clone(), Some("p3-000000".to_owned()), Some(2), Some("nearest")),
        (id.clone(), Some("p99-000000".to_owned()), Some(2), Some("nearest")),
        ("plan-on-cyber-policy-00000000".to_owned(), None, None, Some("another version")),
        ("other-00000000".to_owned(), Some(anchors[1].to_owned()), Some(1), Some("has the passage")),
    ] {
        let reading = explorer.reading(&document, passage.as_deref(), &Query::default()).expect("made so");
        assert_eq!(reading.card.id, id, "{document}");
        assert_eq!(reading.current.as_deref(), current.map(|at: usize| anchors[at]), "{passage:?}");
        assert_eq!(reading.notice.is_some(), notice.is_some(), "{document} {passage:?}");
        assert!(notice.is_none_or(|notice| reading.notice.expect("made so").contains(notice)));
    }
    for nowhere in ["other-00000000", "", "x", "é-1234567é"] {
        assert!(explorer.reading(nowhere, None, &Query::default()).is_none(), "{nowhere}");
    }
    let body = corpus.bodies.get(0).expect("it is here");
    let file = &corpus.catalogue.documents.get(0).expect("it is here").file;
    let line = Lines::of(&body.text).line(body.passages[1].pieces[0].span.start);
    let at_line = Some(format!("#/doc/{id}/{}", anchors[1]));
    for (text, route) in [
        (format!("{id}:{}", anchors[1]), Some(format!("#/doc/{id}/{}", anchors[1]))),
        (id.clone(), Some(format!("#/doc/{id}"))),
        ("file:///a.html#/search?q=x and more".to_owned(), Some("#/search?q=x".to_owned())),
        (format!("{file}:{line}"), at_line.clone()),
        (format!(" {file}:{line}-{} ", line + 1), at_line),
        (format!("{file}:9999"), None),
        ("other.txt:1".to_owned(), None),
        ("name:kr".to_owned(), Some("#/name/kr".to_owned())),
        ("name:Korea".to_owned(), Some("#/name/kr".to_owned())),
        ("name:atlantis".to_owned(), None),
        ("cyber policy".to_owned(), None),
        ("cyber-security".to_owned(), None),
    ] {
        assert_eq!(explorer.pasted(&text), route, "{text}");
    }
}

#[test]
fn a_score_can_be_taken_apart() {
    let explorer = explorer();
    for text in ["cyber policy", "consultation", "title:cyber policy", "cgpcs", "cyber country:kr"] {
        let query = Query::default().with_text(text);
        for group in explorer.search(&query, 10).groups {
            for hit in group.hits {
                let explained = explorer.explain(&query, &hit.place.document, &hit.place.passage).expect("made so");
                let fold = |sum: f32, part: &entente_explore::Part| {
                    if part.factor { sum * part.value } else { sum + part.value }
                };
                assert!((explained.parts.iter().fold(0.0, fold) - hit.score).abs() < 1e-4, "{text}: {explained:?}");
                assert!((explained.score - hit.score).abs() < 1e-6);
                assert!(explained.parts.iter().all(|part| !part.what.is_empty()));
            }
        }
    }
    let id = explorer.corpus().catalogue.documents.get(2).expect("it is here").id.to_string();
    let passage = &explorer.corpus().bodies.get(2).expect("it is here").passages[0].anchor;
    assert!(explorer.explain(&Query::default().with_text("piracy policy"), &id, passage).is_none());
}

#[test]
fn beginnings_are_completed_with_names_titles_and_words() {
    let explorer = explorer();
    for (typed, kind, text, passages, documents) in [
        ("kor", SuggestionKind::Name(Axis::Country), "Korea", 3, 2),
        ("republic of", SuggestionKind::Name(Axis::Country), "Korea", 3, 2),
        ("foreign", SuggestionKind::Name(Axis::Agency), "Ministry of Foreign Affairs", 2, 1),
        ("외교", SuggestionKind::Name(Axis::Agency), "Ministry of Foreign Affairs", 2, 1),
        ("report on", SuggestionKind::Document, "Report on trade", 3, 1),
        ("cyber cons", SuggestionKind::Term, "cyber consultation", 2, 2),
        ("poli", SuggestionKind::Term, "policy", 2, 2),
    ] {
        let suggestions = explorer.suggest(typed, 8);
        let found = suggestions.iter().find(|suggestion| suggestion.kind == kind && suggestion.text == text);
        let found = found.unwrap_or_else(|| panic!("{typed}: {suggestions:?}"));
        assert_eq!((found.passages, found.documents), (passages, documents), "{typed}");
    }
    assert!(explorer.suggest("", 8).is_empty() && explorer.suggest("kor", 0).is_empty());
    assert!(explorer.suggest("zzzz", 8).is_empty());
    assert_eq!(explorer.suggest("c", 1).len(), 1);
}

#[test]
fn a_commoner_word_is_offered_for_a_rare_one() {
    let mut passages = vec![plain("a consultation on cyber policy"); 60];
    passages.push(plain("polisy is a town"));
    let explorer = Explorer::new(corpus(vec![document("Pa", None, &passages)], vec![]).into());
    let results = explorer.search(&Query::default().with_text("polisy -korea "), 5);
    assert_eq!((results.total, results.did_you_mean.as_deref()), (61, Some("policy -korea")));
    assert!(results.groups[0].hits[0].place.passage.starts_with("p61-"), "what is there comes first");
    assert_eq!(explorer.search(&Query::default().with_text("policy"), 5).did_you_mean, None);
}

#[test]
fn lists_come_in_the_order_asked_for() {
    let explorer = explorer();
    let query = Query::default();
    for (sort, expected) in [
        (Sort::Place, ["2014-05", "2014-05", "2014-05", "2016", "2016", "2012", ""]),
        (Sort::Oldest, ["2012", "2014-05", "2014-05", "2014-05", "2016", "2016", ""]),
        (Sort::Newest, ["2016", "2016", "2014-05", "2014-05", "2014-05", "2012", ""]),
    ] {
        let mut hits: Vec<_> =
            explorer.search_by(&query, 100, sort).groups.into_iter().flat_map(|group| group.hits).collect();
        hits.sort_by_key(|hit| hit.rank);
        let dates: Vec<&str> = hits
            .iter()
            .map(|hit| match hit.place.document.as_str() {
                _ if hit.snippet.iter().any(|part| part.text.contains("2012")) => "2012",
                id if id.starts_with("plan") => "2014-05",
                id if id.starts_with("report") => "2016",
                _ => "",
            })
            .collect();
        assert_eq!(dates, expected, "{sort:?}");
        assert_eq!(Sort::from_word(sort.as_str()), Some(sort));
    }
}

#[test]
fn a_pasted_sentence_gets_its_closest_passages_and_the_words_they_lack() {
    let explorer = explorer();
    let text = "Korea held a second consultation on cyber policy with the United States and with Japan in the spring.";
    let results = explorer.search(&Query::default().with_text(text), 5);
    let hit = &results.groups[0].hits[0];
    assert_eq!(hit.rank, 1);
    assert_eq!(hit.missing, ["second", "and", "Japan", "in", "spring"]);
    assert!(results.read_as.is_none() && results.remarks[0].contains("closest"), "{:?}", results.remarks);
}

#[test]
fn small_and_empty_corpora_answer() {
    for corpus in [corpus(vec![], vec![]), corpus(vec![document("P", None, &[plain("cyber")])], vec![])] {
        let explorer = Explorer::new(corpus.into());
        for text in ["", "cyber", "cyb", "x", "-x", "country:kr", "after:2014", "\"cyber\"", &"cyber ".repeat(10_000)] {
            let query = Query::default().with_text(text);
            let results = explorer.search(&query, 10);
            assert!(results.total <= 1);
            assert!(explorer.documents(&query).documents.len() <= 1);
            let _ = explorer.suggest(text, 5);
        }
        assert_eq!(explorer.summary().passages, explorer.search(&Query::default(), 0).total);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_query_is_answered(text in any::<String>(), limit in 0_usize..5) {
        let explorer = explorer();
        let query = Query { text, ..Query::default() };
        let results = explorer.search(&query, limit);
        prop_assert!(results.groups.iter().map(|group| group.hits.len()).sum::<usize>() == limit.min(results.total));
        prop_assert!(results.total <= results.unfiltered);
        let _ = explorer.suggest(&query.text, limit);
        let _ = explorer.pasted(&query.text);
        let _ = explorer.reading(&query.text, Some(&query.text), &query);
    }
}
