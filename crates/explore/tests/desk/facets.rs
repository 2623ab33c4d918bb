//! Filters and counts, against a count by hand of every passage:
//!
//! 1. any of the values within a facet, all of the facets, none of the excluded; totals are exact;
//! 2. a value's count is what would be found with it chosen, whatever else is chosen in its facet;
//! 3. years count what begins in them, under every filter but the dates;
//! 4. documents are listed and counted as documents: each has what any of its passages has, and passes where one of its
//!    passages does only if the filter says so.

use std::collections::{BTreeMap, BTreeSet};

use crate::made::{Made, corpus, document, entity, plain};
use entente_corpus::{Corpus, EntityKind, Modality};
use entente_explore::{Axis, Explorer, FacetGroup, Filter, Query, Selection, Unit, Years};
use proptest::prelude::*;

const DATES: &[Option<&str>] =
    &[None, Some("2014"), Some("2014-05/2016-02"), Some("2016-06-29"), Some("2015/.."), Some("XXXX-08-02")];

/// Documents as (date, passages), passages as (text, entities, statement).
type Shape = Vec<(usize, Vec<(bool, Vec<u32>, Option<(usize, usize)>)>)>;

fn shapes() -> impl Strategy<Value = Shape> {
    let statement = proptest::option::of((0..Modality::ALL.len(), 0..DATES.len()));
    let passage = (any::<bool>(), prop::collection::vec(0..14_u32, 0..4), statement);
    prop::collection::vec((0..DATES.len(), prop::collection::vec(passage, 1..5)), 1..5)
}

fn made(shape: &Shape) -> Corpus {
    let entities = EntityKind::ALL
        .iter()
        .enumerate()
        .map(|(n, kind)| {
            entity(
                &format!("e{n:02}"),
                if n % 5 == 4 { EntityKind::ALL[n - 1] } else { *kind },
                &[&format!("Name {n}")],
                &[],
            )
        })
        .collect();
    let documents = shape.iter().enumerate().map(|(n, (date, passages))| {
        let passages: Vec<Made> = passages
            .iter()
            .map(|(cyber, names, statement)| Made {
                text: if *cyber { "cyber words" } else { "other words" },
                names: names.clone(),
                statement: statement.map(|(modality, date)| (Modality::ALL[modality], DATES[date])),
            })
            .collect();
        document(["Pa", "Qbx", "Pcdx", "Rdefg"][n % 4], DATES[*date], &passages)
    });
    // Titles repeat from the fifth document on: there are four at most.
    corpus(documents.collect(), entities)
}

/// What a passage has: values by facet, and its dates.
struct Counted {
    document: usize,
    cyber: bool,
    values: BTreeSet<(Axis, String)>,
    dates: Vec<(u32, u32)>,
}

fn counted(corpus: &Corpus) -> Vec<Counted> {
    let mut out = Vec::new();
    for (document, record, body) in corpus.documents() {
        for (at, passage) in body.passages.iter().enumerate() {
            let mut values = BTreeSet::from([
                (Axis::Document, record.id.to_string()),
                (Axis::Kind, record.kind.value.as_str().to_owned()),
                (Axis::Language, record.language.as_ref().expect("made so").value.clone()),
            ]);
            values.extend(record.publisher.as_ref().map(|fact| (Axis::Publisher, fact.value.clone())));
            for mention in body.mentions.iter().filter(|mention| mention.passage as usize == at) {
                let entity = corpus.catalogue.entities.get(mention.entity as usize).expect("it is here");
                values.insert((Axis::from_word(entity.kind.as_str()).expect("made so"), entity.id.clone()));
            }
            let mut dates = Vec::new();
            for statement in body.statements.iter().filter(|found| found.evidence.passage == Some(at as u32)) {
                values.insert((Axis::Modality, statement.modality.as_str().to_owned()));
                dates.extend(statement.period.as_ref().and_then(|date| date.value.bounds()));
            }
            if dates.is_empty() {
                dates.extend(record.date.as_ref().and_then(|date| date.value.bounds()));
            }
            let cyber = passage.pieces[0].span.of(&body.text).contains("cyber");
            out.push(Counted { document, cyber, values, dates });
        }
    }
    out
}

fn passes(passage: &Counted, filter: &Filter, but: &[Axis]) -> bool {
    let bounds =
        |value: &String| value.parse::<entente_text::PartialDate>().expect("made so").bounds().expect("made so");
    let has = |facet: Axis, value: &String| passage.values.contains(&(facet, value.clone()));
    let wanted = filter.include.iter().filter(|(facet, _)| !but.contains(facet) && !facet.is_date());
    let from = filter.wanted(Axis::From).iter().filter(|_| !but.contains(&Axis::From)).map(|from| bounds(from).0).min();
    let to = filter.wanted(Axis::To).iter().filter(|_| !but.contains(&Axis::To)).map(|to| bounds(to).1).max();
    let dated = (from.is_none() && to.is_none())
        || passage.dates.iter().any(|(first, last)| {
            // A date counts within the year in which it begins.
            let last = (*last).min(first / 10_000 * 10_000 + 1231);
            *first > 0 && from.is_none_or(|from| last >= from) && to.is_none_or(|to| *first <= to)
        });
    dated
        && wanted.clone().all(|(facet, values)| values.iter().any(|value| has(*facet, value)))
        && !filter
            .exclude
            .iter()
            .any(|(facet, values)| !but.contains(facet) && values.iter().any(|value| has(*facet, value)))
}

fn check_groups(
    groups: &[FacetGroup],
    all: &[&Counted],
    filter: &Filter,
    by_document: bool,
) -> Result<(), TestCaseError> {
    for group in groups.iter().filter(|group| !group.axis.is_date()) {
        let mut expected: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for (at, passage) in all.iter().enumerate().filter(|(_, passage)| passes(passage, filter, &[group.axis])) {
            for (facet, value) in &passage.values {
                if *facet == group.axis {
                    expected.entry(value).or_default().insert(if by_document { passage.document } else { at });
                }
            }
        }
        for value in &group.values {
            let count = expected.remove(value.id.as_str()).map_or(0, |units| units.len());
            prop_assert_eq!(value.count, count, "{:?} {}", group.axis, &value.id);
            prop_assert_eq!(value.chosen, filter.wanted(group.axis).contains(&value.id));
            prop_assert_eq!(value.excluded, filter.unwanted(group.axis).contains(&value.id));
        }
        // Kinds of names and the like are counted elsewhere.
        prop_assert!(expected.is_empty(), "{:?} lacks {:?}", group.axis, expected);
        prop_assert!(group.values.windows(2).all(|pair| pair[0].count >= pair[1].count));
    }
    Ok(())
}

fn check_years(years: &Years, all: &[&Counted], filter: &Filter, by_document: bool) -> Result<(), TestCaseError> {
    let mut expected: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    let mut undated = BTreeSet::new();
    for (at, passage) in all.iter().enumerate().filter(|(_, passage)| passes(passage, filter, &[Axis::From, Axis::To]))
    {
        let unit = if by_document { passage.document } else { at };
        for days in &passage.dates {
            expected.entry(days.0 / 10_000).or_default().insert(unit);
        }
        if passage.dates.is_empty() {
            undated.insert(unit);
        }
    }
    prop_assert_eq!(years.undated, undated.len());
    for (year, count) in &years.years {
        let found = expected.get(&u32::from(*year)).map_or(0, BTreeSet::len);
        prop_assert_eq!(*count, found, "{}", year);
    }
    prop_assert_eq!(years.years.len(), expected.len());
    prop_assert_eq!((years.earlier, years.later), (0, 0));
    Ok(())
}

/// Documents with all that their passages have; the date is the document's own.
fn as_documents(corpus: &Corpus, passages: &[Counted]) -> Vec<Counted> {
    let mut out: Vec<Counted> = Vec::new();
    for passage in passages {
        let own = corpus
            .catalogue
            .documents
            .get(passage.document)
            .expect("it is here")
            .date
            .as_ref()
            .and_then(|date| date.value.bounds());
        match out.last_mut().filter(|last| last.document == passage.document) {
            Some(last) => {
                last.cyber |= passage.cyber;
                last.values.extend(passage.values.iter().cloned());
            }
            None => out.push(Counted {
                document: passage.document,
                cyber: passage.cyber,
                values: passage.values.clone(),
                dates: own.into_iter().collect(),
            }),
        }
    }
    out
}

fn filters() -> impl Strategy<Value = Filter> {
    let value = prop_oneof![
        (0..14_usize).prop_map(|n| {
            let kind = if n % 5 == 4 { EntityKind::ALL[n - 1] } else { EntityKind::ALL[n] };
            (Axis::of_names(kind), format!("e{n:02}"))
        }),
        (0..Modality::ALL.len()).prop_map(|n| (Axis::Modality, Modality::ALL[n].as_str().to_owned())),
        Just((Axis::Language, "fr".to_owned())),
        Just((Axis::Publisher, "The Publisher".to_owned())),
        Just((Axis::Kind, "report".to_owned())),
        Just((Axis::Country, "nowhere".to_owned())),
        prop_oneof![Just("2014-12"), Just("2016"), Just("2013-02-01")].prop_map(|date| (Axis::From, date.to_owned())),
        prop_oneof![Just("2014"), Just("2016-06-28"), Just("2020")].prop_map(|date| (Axis::To, date.to_owned())),
    ];
    prop::collection::vec((value, prop::bool::weighted(0.2)), 0..4).prop_map(|values| {
        values.into_iter().fold(Filter::default(), |filter, ((facet, value), excluded)| {
            if excluded && !facet.is_date() { filter.excluding(facet, &value) } else { filter.with(facet, &value) }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn counts_are_what_would_be_found(shape in shapes(), filter in filters(), worded in any::<bool>()) {
        let corpus = made(&shape);
        let all = counted(&corpus);
        let explorer = Explorer::new(corpus.into());
        let query = Query::default().with_text(if worded { "cyber" } else { "" }).with_filter(filter.clone());
        let found: Vec<&Counted> = all.iter().filter(|passage| !worded || passage.cyber).collect();
        let through: Vec<&&Counted> = found.iter().filter(|passage| passes(passage, &filter, &[])).collect();
        let results = explorer.search(&query, 100);
        prop_assert_eq!(results.total, through.len());
        prop_assert_eq!(results.unfiltered, found.len());
        prop_assert_eq!(results.groups.iter().map(|group| group.hits.len()).sum::<usize>(), through.len());
        let documents: BTreeSet<usize> = through.iter().map(|passage| passage.document).collect();
        prop_assert_eq!(results.documents, documents.len());
        check_groups(&results.facets, &found, &filter, false)?;
        check_years(&results.years, &found, &filter, false)?;
        let within = explorer.documents(&query.with_filter(filter.within_one_passage(true)));
        prop_assert_eq!(within.documents.len(), documents.len());
        check_groups(&within.facets, &found, &filter, true)?;
        check_years(&within.years, &found, &filter, true)?;
        let every = as_documents(explorer.corpus(), &all);
        let found: Vec<&Counted> = every.iter().filter(|document| !worded || document.cyber).collect();
        let through = found.iter().filter(|document| passes(document, &filter, &[])).count();
        let list = explorer.documents(&query);
        prop_assert_eq!(list.documents.len(), through);
        prop_assert_eq!(explorer.units(&query, Unit::Documents, 9).total, through);
        check_groups(&list.facets, &found, &filter, true)?;
        check_years(&list.years, &found, &filter, true)?;
    }
}

#[test]
fn a_facet_with_very_many_values_shows_the_most_and_the_chosen() {
    let entities = (0..300).map(|n| entity(&format!("p{n:03}"), EntityKind::Person, &[&format!("Person {n:03}")], &[]));
    let passages: Vec<Made> =
        (0..300_u32).map(|n| Made { text: "words", names: (0..=n).collect(), ..Made::default() }).collect();
    let explorer = Explorer::new(corpus(vec![document("Pa", None, &passages)], entities.collect()).into());
    let query = Query::default().with_filter(Filter::default().with(Axis::Person, "p299"));
    let results = explorer.search(&query, 0);
    let people = results.facets.iter().find(|group| group.axis == Axis::Person).expect("made so");
    assert_eq!((people.values.len(), people.of), (101, 300));
    assert_eq!((people.values[0].id.as_str(), people.values[0].count), ("p000", 300));
    assert!(people.values[100].chosen && people.values[100].count == 1);
}

#[test]
fn names_that_read_alike_say_whom_they_belong_to() {
    let of = |id: &str, parent| {
        let mut found = entity(id, EntityKind::Agency, &["Department of Justice"], &[]);
        found.parent = parent;
        found
    };
    let norway = entity("no", EntityKind::Country, &["Norway"], &[]);
    let entities = vec![
        norway,
        of("justice", None),
        of("justice.2", Some(0)),
        entity("sea", EntityKind::Agency, &["Sea Office"], &[]),
    ];
    let named = Made { text: "words", names: vec![0, 1, 2, 3], ..Made::default() };
    let explorer = Explorer::new(corpus(vec![document("Pa", None, &[named])], entities).into());
    let facets = explorer.search(&Query::default(), 0).facets;
    let agencies = facets.into_iter().find(|group| group.axis == Axis::Agency).expect("made so");
    let labels: Vec<String> = agencies.values.into_iter().map(|value| value.label).collect();
    assert_eq!(labels, ["Department of Justice", "Department of Justice (Norway)", "Sea Office"]);
    let label = |id| explorer.label(Axis::Agency, id);
    assert_eq!(label("justice.2").as_deref(), Some("Department of Justice (Norway)"), "as a filter in force");
    assert_eq!(label("sea").as_deref(), Some("Sea Office"));
}

#[test]
fn a_document_that_names_both_anywhere_passes_and_within_one_passage_only_if_one_names_both() {
    let named = |names: &[u32]| Made { text: "words", names: names.to_vec(), ..Made::default() };
    let entities = vec![
        entity("jp", EntityKind::Country, &["Japan"], &[]),
        entity("cyber-security", EntityKind::Topic, &["cyber security"], &[]),
    ];
    let documents = vec![
        document("Apart", Some("2014-05-02"), &[named(&[0]), named(&[1])]),
        document("Together", Some("2016"), &[named(&[0, 1])]),
        document("One", None, &[named(&[0])]),
    ];
    let explorer = Explorer::new(corpus(documents, entities).into());
    let both = Filter::default().with(Axis::Country, "jp").with(Axis::Topic, "cyber-security");
    let titles = |filter: Filter| -> Vec<String> {
        let list = explorer.documents(&Query::default().with_filter(filter));
        list.documents.into_iter().filter_map(|card| card.title).collect()
    };
    assert_eq!(titles(both.clone()), ["Apart", "Together"]);
    assert_eq!(titles(both.within_one_passage(true)), ["Together"]);
    assert_eq!(titles(both.with(Axis::To, "2015")), ["Apart"]);
    assert_eq!(titles(both.with(Axis::Kind, "report")), ["Together"]);
    let worded = Query::default().with_text("words").with_filter(Filter::default().with(Axis::From, "2016"));
    assert_eq!(explorer.documents(&worded).documents.len(), 1, "a document list is filtered by text and date");
}

#[test]
fn a_name_passes_where_a_document_that_names_it_does() {
    let named = |names: &[u32]| Made { text: "words", names: names.to_vec(), ..Made::default() };
    let entities = vec![
        entity("jp", EntityKind::Country, &["Japan"], &[]),
        entity("cyber-security", EntityKind::Topic, &["cyber security"], &[]),
        entity("mofa", EntityKind::Agency, &["Foreign Ministry"], &[]),
        entity("nato", EntityKind::Organisation, &["NATO"], &[]),
    ];
    let documents = vec![
        document("Apart", Some("2014-05-02"), &[named(&[0, 2]), named(&[1])]),
        document("Other", Some("2016"), &[named(&[1, 3])]),
    ];
    let explorer = Explorer::new(corpus(documents, entities).into());
    let both = Filter::default().with(Axis::Country, "jp").with(Axis::Topic, "cyber-security");
    let list = |filter: Filter| explorer.names(&Query::default().with_filter(filter), &Selection::default());
    let ids = |filter: Filter| -> Vec<String> { list(filter).rows.into_iter().map(|row| row.name.id).collect() };
    let apart = ["jp", "mofa", "cyber-security"];
    assert_eq!(ids(both.clone()), apart);
    assert_eq!(ids(both.within_one_passage(true)), Vec::<String>::new());
    assert_eq!(ids(Filter::default().with(Axis::Country, "jp").within_one_passage(true)), ["jp", "mofa"]);
    assert_eq!(ids(Filter::default().with(Axis::To, "2015")), apart);
    // Each count is what would be listed.
    for filter in [Filter::default(), both.clone(), both.within_one_passage(true)] {
        for group in list(filter.clone()).groups {
            let facet = group.axis;
            if facet.is_of_rows() {
                continue;
            }
            for value in group.values {
                let mut one = filter.clone();
                for wanted in filter.wanted(facet) {
                    one = one.without(facet, wanted);
                }
                assert_eq!(value.count, ids(one.with(facet, &value.id)).len(), "{facet:?} {}", value.id);
            }
        }
    }
}

#[test]
fn the_search_field_of_a_filter_knows_every_value_and_every_form_of_a_name() {
    let entities = (0..300).map(|n| {
        entity(&format!("p{n:03}"), EntityKind::Person, &[&format!("Person {n:03}"), &format!("Alias{n:03}")], &[])
    });
    let passages: Vec<Made> =
        (0..300_u32).map(|n| Made { text: "words", names: (0..=n).collect(), ..Made::default() }).collect();
    let explorer = Explorer::new(corpus(vec![document("Pa", None, &passages)], entities.collect()).into());
    let people = |words: &str| {
        let filter = Filter::default().looking_for(Axis::Person, words);
        let list = explorer.documents(&Query::default().with_filter(filter));
        let group = list.facets.into_iter().find(|group| group.axis == Axis::Person).expect("it stays there");
        let ids: Vec<String> = group.values.into_iter().map(|value| value.id).collect();
        (ids, group.of)
    };
    assert_eq!(people("person 299"), (vec!["p299".to_owned()], 300));
    assert_eq!(people("alias298"), (vec!["p298".to_owned()], 300), "by another form of the name");
    assert_eq!(people("nobody"), (Vec::new(), 300), "the filter says that it has values, and that none fits");
    // The interface has words of its own for kinds: "questions and answers" is "q-and-a" here.
    let filter = Filter::default().looking_for(Axis::Kind, "a word of the page");
    let list = explorer.documents(&Query::default().with_filter(filter));
    assert!(list.facets.iter().any(|group| group.axis == Axis::Kind && !group.values.is_empty()));
}

#[test]
fn one_early_date_does_not_stretch_the_years() {
    let said = |date| Made { text: "words", statement: Some((Modality::Pledge, Some(date))), ..Made::default() };
    let mut passages: Vec<Made> = (0..6).flat_map(|_| ["2013", "2014-05/2016", "2015/.."].map(said)).collect();
    passages.extend([said("1776-07-04"), said("../2012"), said("2099")]);
    let explorer = Explorer::new(corpus(vec![document("Pa", None, &passages)], Vec::new()).into());
    let years = explorer.search(&Query::default(), 0).years;
    assert_eq!(years.years, [(2013, 6), (2014, 6), (2015, 6)], "each in the year in which it begins");
    assert_eq!((years.earlier, years.later, years.undated), (1, 1, 1));
}

#[test]
fn a_bar_of_the_years_opens_exactly_the_passages_that_it_counts() {
    let said = |date| Made { text: "words", statement: Some((Modality::Pledge, Some(date))), ..Made::default() };
    let dates = ["2013", "2013-05/2016", "2014-02-03", "2014/..", "../2014", "2016-07", "2015/2016"];
    let passages: Vec<Made> = dates.map(said).into_iter().chain([plain("of its document")]).collect();
    let documents = vec![document("Pa", Some("2015-02-01"), &passages), document("Qu", None, &[plain("undated")])];
    let explorer = Explorer::new(corpus(documents, Vec::new()).into());
    let years = explorer.search(&Query::default(), 0).years;
    assert_eq!(years.years, [(2013, 2), (2014, 2), (2015, 2), (2016, 1)]);
    for (year, count) in years.years {
        let year = year.to_string();
        let within = Filter::default().with(Axis::From, &year).with(Axis::To, &year);
        let query = Query::default().with_filter(within);
        assert_eq!(explorer.search(&query, 99).total, count, "{year}");
    }
}
