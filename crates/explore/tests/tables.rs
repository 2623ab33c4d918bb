//! The lists of facts: what a reader sees of given documents and of a small form.

mod shared;

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Modality, PassageKind};
use entente_explore::tables::{EngagementRow, LaneGroup, Lanes, Numbers, PartnerOfEither, Place, SeriesRow, ShownAs};
use entente_explore::{Axis, Filter, Query, Selection};

use shared::{explorer, seeds};

fn all() -> (Query, Selection) {
    (Query::default(), Selection::default())
}

#[test]
fn the_index_of_names_counts_and_narrows() {
    let desk = seeds();
    let (query, selection) = all();
    let list = desk.names(&query, &selection);
    let find = |id: &str| list.rows.iter().find(|row| row.name.id == id);
    let korea = find("kr").expect("Korea is named");
    assert_eq!((korea.name.name.as_str(), korea.name.kind, korea.documents), ("Korea", "country", 5));
    assert!(korea.forms.iter().any(|form| form == "ROK") && korea.mentions >= korea.passages);
    let found = desk.names(&query.with_text("republic korea"), &selection);
    assert!(found.rows.iter().any(|row| row.name.id == "kr"), "by another form, words in any order");
    assert!(found.rows.len() < list.of);
    let countries = desk.names(&query, &selection.clone().with(Axis::EntityKind, "country", false));
    assert!(countries.rows.iter().all(|row| row.name.kind == "country") && !countries.rows.is_empty());
    let kinds = countries.groups.iter().find(|group| group.axis == Axis::EntityKind).expect("a filter");
    let counted: usize = kinds.values.iter().map(|value| value.count).sum();
    assert_eq!(counted, list.of, "the other kinds stay choosable");
}

#[test]
fn a_dossier_holds_every_mention_in_its_words() {
    let desk = seeds();
    for (asked, id) in [("us", "us"), ("US", "us"), ("Republic of Korea", "kr")] {
        assert_eq!(desk.dossier(asked).map(|dossier| dossier.name.id).as_deref(), Some(id), "{asked}");
    }
    assert!(desk.dossier("atlantis").is_none());
    let dossier = desk.dossier("us").expect("it is named");
    assert_eq!(dossier.forms.iter().map(|form| form.count).sum::<usize>(), dossier.mentions);
    // What is called the form printed most is the first of them.
    let most = dossier.forms[0].count;
    let own = dossier.forms.iter().find(|form| form.text == dossier.name.name).map(|form| form.count);
    let expected = own.map_or(ShownAs::Given, |count| match count {
        count if count == most => ShownAs::PrintedMost(count),
        count => ShownAs::Preferred(count),
    });
    assert_eq!(dossier.shown_as, expected);
    assert_eq!(dossier.most_in.iter().map(|document| document.total).sum::<usize>(), dossier.mentions);
    assert_eq!(dossier.documents.iter().map(|document| document.total).sum::<usize>(), dossier.mentions);
    for mention in dossier.documents.iter().flat_map(|document| &document.mentions) {
        assert!(dossier.forms.iter().any(|form| form.text == mention.words), "{mention:?}");
        let before = mention.before.trim_start_matches("… ");
        assert!(mention.before.is_empty() || !before.is_empty());
    }
    assert_eq!(dossier.together.first().map(|other| other.name.id.as_str()), Some("kr"));
    assert!(dossier.together.iter().all(|other| other.count <= dossier.passages));
}

#[test]
fn notes_name_their_places_and_are_chosen_by_kind_and_document() {
    let desk = seeds();
    let (query, selection) = all();
    let list = desk.notes(&query, &selection);
    assert!(list.of > 10 && list.rows.iter().all(|row| row.source.is_some()));
    let broken = desk.notes(&query, &selection.clone().with(Axis::NoteKind, "truncated-text", false));
    assert!(!broken.rows.is_empty() && broken.rows.len() < list.of);
    let document = broken.rows[0].source.as_ref().map(|source| source.document.clone()).expect("a place");
    let filter = Filter::default().with(Axis::Document, &document);
    let one = desk.notes(&query.with_filter(filter), &selection);
    assert!(one.rows.iter().all(|row| row.source.as_ref().is_some_and(|source| source.document == document)));
    assert_eq!(one.exported.len(), one.rows.len());
}

#[test]
fn engagements_stand_in_time_and_those_without_a_date_where_their_document_does() {
    let desk = seeds();
    let (query, selection) = all();
    let list = desk.engagements(&query, &selection);
    let own = |row: &EngagementRow| Some(row.date.as_ref()?.date.bounds()?.0);
    let first_day = |row: &EngagementRow| own(row).or_else(|| Some(row.source.date.as_ref()?.date.bounds()?.0));
    assert!(list.rows.iter().any(|row| own(row).is_none() && first_day(row).is_some()), "some stand by their document");
    let days: Vec<u32> = list.rows.iter().map(|row| first_day(row).unwrap_or(0)).collect();
    assert!(days.windows(2).all(|pair| pair[0] >= pair[1]), "the newest first, what has no date at all last: {days:?}");
    let fourth =
        list.rows.iter().find(|row| row.ordinal == Some(4) && row.name.contains("Cyber Policy")).expect("told");
    assert!(fourth.source.quote.contains("will take place") && fourth.source.lines == (15, 15), "{fourth:?}");
    let view = desk.engagement(&fourth.id).expect("it opens by its public name");
    assert_eq!(view.row, *fourth);
    assert!(desk.engagement("nothing-00000000").is_none());
    let with = Filter::default().with(Axis::Country, "sg");
    let singapore = desk.engagements(&query.with_filter(with), &selection);
    assert!(!singapore.rows.is_empty());
    for row in &singapore.rows {
        let named = row.participants.iter().filter_map(|party| party.name.as_ref()).any(|name| name.id == "sg");
        assert!(named, "{row:?}");
    }
}

/// The place of a meeting is a name as its parties are; that a repeated passage restates another one is the kind of its link.
#[test]
fn meetings_are_chosen_by_their_place_and_repeats_by_the_kind_of_their_link() {
    let desk = seeds();
    let (query, selection) = all();
    let in_seoul = |row: &EngagementRow| row.place.as_ref().is_some_and(|place| place.contains("Seoul"));
    // Not where it is a part of another name, as in "the Seoul Conference".
    let by_itself = |row: &EngagementRow| !row.name.contains("Seoul");
    let rows = desk.engagements(&query, &selection).rows;
    let expected = rows.into_iter().filter(in_seoul).filter(by_itself).count();
    let filter = Filter::default().with(Axis::Place, "seoul");
    let found = desk.engagements(&query.clone().with_filter(filter), &selection);
    assert!(expected > 0 && found.rows.len() == expected, "{} of {expected}", found.rows.len());
    let repeats = |kind: &str| desk.pairs(&query, &selection.clone().with(Axis::LinkKind, kind, false)).rows.len();
    assert_eq!(repeats("restates"), desk.pairs(&query, &selection).rows.len());
    assert_eq!(repeats("related"), 0);
}

#[test]
fn a_series_shows_the_numbers_that_this_file_does_not_hold() {
    let desk = seeds();
    let (query, selection) = all();
    let list = desk.series_list(&query, &selection);
    let find = |words: &str| list.rows.iter().find(|row| row.name.contains(words)).expect(words);
    let cyber = find("Cyber Policy Consultation");
    let shown: Vec<String> = cyber
        .numbers
        .iter()
        .map(|number| match number {
            Numbers::Told(n, _, status) => format!("{n} {}", status.map_or("-", |status| status.as_str())),
            Numbers::Missing(first, last) => format!("({first}-{last})"),
        })
        .collect();
    assert_eq!(shown, ["(1-1)", "(2-2)", "(3-3)", "4 planned"]);
    let names = |rows: &[EngagementRow]| rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&cyber.members), ["fourth Republic of Korea-United States Cyber Policy Consultation"]);
    assert_eq!(names(&cyber.likely), ["consultations"], "no text says that these were of the series");
    let expert = find("Interpol Expert Group Meeting");
    assert!(matches!(expert.numbers[0], Numbers::Missing(1, 13)), "a long run closes up: {:?}", expert.numbers);
    let symposium = find("International Symposium on Cyber crime");
    assert_eq!((symposium.members.len(), symposium.likely.len()), (2, 0), "the text itself calls it the symposium");
    assert_eq!(symposium.frequency.as_ref().map(|words| words.quote.as_str()), Some("annually"));
    assert_eq!(desk.series(&cyber.id).as_ref(), Some(cyber));
}

#[test]
fn series_stand_by_when_they_met_last_and_those_without_a_date_come_last() {
    let desk = seeds();
    let (query, selection) = all();
    let list = desk.series_list(&query, &selection);
    let last = |row: &SeriesRow| row.last.as_ref().and_then(|last| last.date.date.bounds()).map(|(first, _)| first);
    let days: Vec<Option<u32>> = list.rows.iter().map(last).collect();
    assert!(days.iter().flatten().count() > 1 && days.is_sorted_by(|one, next| one >= next), "{days:?}");
    let names = list.rows.iter().filter(|row| row.last.is_none()).map(|row| row.name.as_str());
    assert!(names.is_sorted());
}

#[test]
fn every_list_counts_a_row_in_the_years_that_find_it() {
    let desk = seeds();
    let (query, selection) = all();
    type YearsAndTotal<'a> = &'a dyn Fn(&Query) -> (Vec<(u16, usize)>, usize);
    let lists: [(&str, YearsAndTotal<'_>); 6] = [
        ("engagements", &|query| {
            let list = desk.engagements(query, &selection);
            (list.years.years, list.total)
        }),
        ("series", &|query| {
            let list = desk.series_list(query, &selection);
            (list.years.years, list.total)
        }),
        ("statements", &|query| {
            let list = desk.statements(query, &selection).list;
            (list.years.years, list.total)
        }),
        ("amounts", &|query| {
            let list = desk.amounts(query, &selection);
            (list.years.years, list.total)
        }),
        ("pairs", &|query| {
            let list = desk.pairs(query, &selection);
            (list.years.years, list.total)
        }),
        ("notes", &|query| {
            let list = desk.notes(query, &selection);
            (list.years.years, list.total)
        }),
    ];
    for (name, list) in lists {
        let (years, _) = list(&query);
        assert!(!years.is_empty(), "{name}");
        for (year, count) in years {
            let year = year.to_string();
            let filter = Filter::default().with(Axis::From, &year).with(Axis::To, &year);
            assert_eq!(list(&query.with_filter(filter)).1, count, "{name} {year}");
        }
    }
}

#[test]
fn what_a_passage_list_shows_is_dated_by_the_passage_and_else_by_the_document() {
    let met = "Korea and Japan held the third Cyber Policy Consultation in Tokyo on June 29, 2016 and reviewed all that they had agreed before";
    let plain = "The guards of all ports of the country keep watch over the gates by day and by night, and they write down who comes and who goes";
    let text = |title: &str, date: &str, end: &str| {
        format!("{title}\n\n{date}\n\n{met}{end}.\n\n{plain}{end}.\n\nThe  \u{fffd} end of it.\n")
    };
    let files = [
        ("a.txt", text("First report on the ports", "January 5, 2020", "")),
        ("b.txt", text("Second report on the gates", "February 6, 2020", " again")),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (*file, text.as_str())).collect();
    let desk = explorer(&files);
    let (query, selection) = all();
    let within = |year: &str| query.with_filter(Filter::default().with(Axis::From, year).with(Axis::To, year));
    let words = |year: &str| -> Vec<String> {
        desk.pairs(&within(year), &selection).rows.into_iter().map(|row| row.one.quote).collect()
    };
    assert!(
        words("2016").iter().all(|words| words.starts_with("Korea")) && words("2016").len() == 1,
        "{:?}",
        words("2016")
    );
    assert!(
        words("2020").iter().all(|words| words.starts_with("The guards")) && words("2020").len() == 1,
        "{:?}",
        words("2020")
    );
    // A document has its own date, whatever its passages name, unless one passage is asked for.
    let documents = |year: &str, same: bool| {
        let query = within(year);
        desk.documents(&query.with_filter(query.filter.within_one_passage(same))).documents.len()
    };
    assert_eq!((documents("2016", false), documents("2020", false)), (0, 2));
    assert_eq!((documents("2016", true), documents("2020", true)), (2, 2));
}

#[test]
fn the_ledger_keeps_the_forms_order_and_tells_its_empty_places_apart() {
    let desk = seeds();
    let (query, selection) = all();
    let ledger = desk.commitments(&query, &selection);
    assert_eq!(ledger.forms.len(), 1);
    assert_eq!(ledger.of, 43, "as the form counts them");
    let lines: Vec<u32> = ledger.forms[0]
        .areas
        .iter()
        .flat_map(|area| &area.commitments)
        .map(|commitment| commitment.source.lines.0)
        .collect();
    assert!(lines.is_sorted(), "in the order of the form");
    let first = &ledger.forms[0].areas[0].commitments[0];
    assert!(first.source.quote.starts_with("Implement the APEC Framework for Secure Trade"));
    let measures = first.undertaken.measures();
    assert!(measures[0].source.quote.starts_with("Establishment of a cargo management system"));
    assert_eq!(measures[0].below.len(), 1, "with its sub-point");
    assert!(matches!(&first.planned, Place::Dash(source) if source.lines == (230, 230)), "{:?}", first.planned);
    let blank = desk.commitments(&query, &selection.clone().with(Axis::Status, "nothing", false));
    assert_eq!((blank.shown, blank.blank), (ledger.blank, ledger.blank));
    assert!(ledger.blank > 0 && ledger.blank < ledger.of);
}

#[test]
fn a_dash_an_empty_heading_and_no_heading_are_three_facts() {
    let form = "# Plan of Utopia\n\n## A. Ports\n\n### COMMITMENTS\n\n- Protect ports against attacks (2010).\n- Train the guards of ports (2011).\n\n\
        ### MEASURES UNDERTAKEN TO IMPLEMENT COMMITMENTS\n\nProtect ports against attacks\n\n- Utopia built a fence around two ports in 2012.\n\n\
        ### FURTHER MEASURES PLANNED TO IMPLEMENT COMMITMENTS\n\nProtect ports against attacks\n\n- Utopia will build a third fence by 2015.\n\n\
        ## B. Finance\n\n### COMMITMENTS\n\n- Stop the financing of terrorists (2010).\n\n### MEASURES UNDERTAKEN TO IMPLEMENT COMMITMENTS\n\n-\n\n\
        ### FURTHER MEASURES PLANNED TO IMPLEMENT COMMITMENTS\n\n## C. Networks\n\n### COMMITMENTS\n\n- Raise awareness of malicious activities (2010).\n";
    let desk = explorer(&[("form.md", form)]);
    let (query, selection) = all();
    let ledger = desk.commitments(&query, &selection);
    let told: Vec<String> = ledger
        .forms
        .iter()
        .flat_map(|form| &form.areas)
        .flat_map(|area| area.commitments.iter().map(move |commitment| (area, commitment)))
        .map(|(area, commitment)| {
            format!(
                "{} {}: {} | {}",
                area.heading,
                commitment.number,
                place(&commitment.undertaken),
                place(&commitment.planned)
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "A. Ports 1: 1 measure | 1 measure",
            "A. Ports 2: nothing | nothing",
            "B. Finance 1: dash | heading left empty",
            "C. Networks 1: no heading | no heading",
        ]
    );
}

fn place(place: &Place) -> String {
    match place {
        Place::Measures(measures) => format!("{} measure", measures.len()),
        Place::Nothing => "nothing".to_owned(),
        Place::Dash(_) => "dash".to_owned(),
        Place::HeadingEmpty(_) => "heading left empty".to_owned(),
        Place::HeadingAbsent => "no heading".to_owned(),
    }
}

#[test]
fn a_statement_keeps_its_verb_and_whose_words_they_are() {
    let desk = seeds();
    let (query, selection) = all();
    let found = desk.statements(&query, &selection);
    let pledged: Vec<_> = found.list.rows.iter().filter(|row| row.verb.as_deref() == Some("pledged")).collect();
    assert!(!pledged.is_empty());
    for row in &pledged {
        let speaker = row.speaker.as_ref().expect("somebody pledges");
        assert!(!speaker.words.is_empty() && row.source.quote.contains("pledged"), "{row:?}");
    }
    assert!(found.speakers > 1 && found.speakers < found.list.rows.len());
    let one = &found.list.rows[0];
    assert_eq!(desk.statement(&one.id).as_ref(), Some(one));
    let measures = desk.statements(&query, &selection.with(Axis::Modality, "measure-undertaken", false));
    assert!(measures.list.rows.iter().all(|row| row.modality.as_str() == "measure-undertaken"));
}

#[test]
fn pairs_give_the_words_that_differ_and_open_side_by_side() {
    let desk = seeds();
    let (query, selection) = all();
    let list = desk.pairs(&query, &selection);
    let pair = list.rows.iter().find(|row| row.one.quote.starts_with("Since October 2012")).expect("said twice");
    let (mut left, mut right) = (pair.only_one.clone(), pair.only_other.clone());
    if pair.one.lines.0 > pair.other.lines.0 {
        std::mem::swap(&mut left, &mut right);
    }
    assert_eq!((left.join("|"), right.join("|")), ("concerned".to_owned(), "its neighbouring".to_owned()));
    let address = |source: &entente_explore::tables::Source| format!("{}:{}", source.document, source.passage);
    let comparison = desk.compare(&address(&pair.one), &address(&pair.other)).expect("both are in the file");
    assert_eq!((comparison.facing.len(), comparison.differing), (1, 3));
    assert!(comparison.same > 90);
    let documents = desk.compare(&pair.one.document, &pair.one.document).expect("a document against itself");
    assert_eq!((documents.same, documents.differing), (100, 0));
    assert!(desk.compare("none-00000000", &pair.one.document).is_none());
}

#[test]
fn every_row_of_every_list_stands_on_words_of_its_document() {
    let desk = seeds();
    let (query, selection) = all();
    let mut sources = Vec::new();
    sources.extend(desk.engagements(&query, &selection).rows.into_iter().map(|row| row.source));
    sources.extend(desk.statements(&query, &selection).list.rows.into_iter().map(|row| row.source));
    sources.extend(desk.amounts(&query, &selection).rows.into_iter().map(|row| row.source));
    sources.extend(desk.acronyms(&query, &selection).rows.into_iter().map(|row| row.source));
    sources.extend(desk.pairs(&query, &selection).rows.into_iter().flat_map(|row| [row.one, row.other]));
    assert!(sources.len() > 100);
    let mut anchors: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let known = anchors.entry(source.document.clone()).or_insert_with(|| {
            let reading = desk.reading(&source.document, None, &query).expect("the document is there");
            reading.blocks.into_iter().map(|block| block.anchor).collect()
        });
        assert!(known.contains(&source.passage) && !source.quote.is_empty(), "{source:?}");
    }
}

#[test]
fn a_file_without_facts_has_lists_without_rows() {
    for desk in [explorer(&[]), explorer(&[("a.txt", "Nothing of note stands here.\n")])] {
        let (query, selection) = all();
        assert_eq!(desk.engagements(&query, &selection).of, 0);
        assert_eq!(desk.series_list(&query, &selection).of, 0);
        assert_eq!(desk.commitments(&query, &selection).of, 0);
        assert_eq!(desk.pairs(&query, &selection).of, 0);
        assert_eq!(desk.amounts(&query, &selection).of, 0);
        assert_eq!(desk.names(&query, &selection).of, 0);
        let contents = desk.contents();
        assert_eq!((contents.engagements, contents.names, contents.pairs), (0, 0, 0));
    }
}

#[test]
fn two_names_are_compared_by_what_names_both_and_what_each_stands_with() {
    let desk = seeds();
    let found = desk.compare_names("us", "kr").expect("both are in the file");
    assert_eq!((found.left.name.id.as_str(), found.right.name.id.as_str()), ("us", "kr"));
    assert!(found.both.len() <= found.left.passages && !found.both.is_empty());
    assert!(found.both.iter().all(|place| !place.quote.is_empty() && !place.passage.is_empty()));
    assert!(found.engagements.len() <= found.left.engagements && !found.engagements.is_empty());
    let ids: Vec<&str> = found.partners.iter().map(|partner| partner.name.id.as_str()).collect();
    assert!(!ids.contains(&"us") && !ids.contains(&"kr"), "neither is its own partner");
    let of_one = |partner: &PartnerOfEither| partner.left.min(partner.right) == 0;
    let shared = found.partners.iter().position(of_one).unwrap_or(ids.len());
    assert!(found.partners[shared..].iter().all(of_one), "those of both come first");
    assert!(desk.compare_names("us", "atlantis").is_none());
}

#[test]
fn a_preview_stands_in_its_place_and_says_what_the_margin_says() {
    let desk = seeds();
    let query = Query::default().with_text("delegations");
    let results = desk.search(&query, 1);
    let place = &results.groups[0].hits[0].place;
    let found = desk.preview(&place.document, &place.passage, &query).expect("the passage is there");
    assert_eq!(found.block.anchor, place.passage);
    assert!(found.block.hits > 0, "the words are marked");
    assert_eq!(found.block.number(), place.number.as_deref());
    let reading = desk.reading(&place.document, Some(&place.passage), &query).expect("the document opens");
    let at = reading.blocks.iter().position(|block| block.anchor == place.passage).expect("there");
    assert_eq!(found.before.as_ref(), at.checked_sub(1).map(|at| &reading.blocks[at]));
    assert_eq!(found.after.as_ref(), reading.blocks.get(at + 1));
    assert_eq!(found.margin, desk.margin(&place.document, &place.passage));
    let margin = found.margin.expect("there is something to say of it");
    assert!(margin.related.iter().all(|other| other.source.passage != place.passage) && margin.shared.len() >= 3);
    assert!(desk.preview(&place.document, "p9999-zzzzzz", &query).is_none_or(|found| !found.block.anchor.is_empty()));
}

#[test]
fn results_can_be_unfolded_to_whole_passages() {
    let desk = seeds();
    let query = Query::default().with_text("cyber");
    let mut results = desk.search(&query, 20);
    desk.unfold(&mut results, &query);
    for hit in results.groups.iter().flat_map(|group| &group.hits) {
        assert!(hit.whole && !hit.cut);
        let text: String = hit.snippet.iter().map(|fragment| fragment.text.as_str()).collect();
        let found = desk.preview(&hit.place.document, &hit.place.passage, &query).expect("there");
        let whole: String = found.block.cells.iter().flatten().map(|fragment| fragment.text.as_str()).collect();
        assert_eq!(text, whole);
    }
}

#[test]
fn a_value_that_few_passages_have_is_found_among_hundreds() {
    let mut text = String::new();
    for first in 'A'..='Z' {
        for second in ["ano", "ero", "ilo", "olu", "uma", "yra"] {
            text.push_str(&format!(
                "The {first}{second}ville Port Authority wrote to the {first}{second}ville Port Authority.\n\n"
            ));
        }
    }
    text.push_str("The Zürich Port Authority answered.\n");
    let explorer = explorer(&[("a.txt", &text)]);
    let values = |filter: Filter| -> Vec<String> {
        let found = explorer.search(&Query::default().with_filter(filter), 1);
        let group = found.facets.into_iter().find(|group| group.axis == Axis::Agency).expect("there are agencies");
        group.values.into_iter().map(|value| value.label).collect()
    };
    let all = values(Filter::default());
    assert!(!all.iter().any(|label| label.contains("Zürich")), "{} of them are named first", all.len());
    let named = values(Filter::default().looking_for(Axis::Agency, "zurich"));
    assert_eq!(named, ["Zürich Port Authority"]);
}

#[test]
fn documents_go_by_date_and_those_without_one_stand_last() {
    let desk = seeds();
    let order = |sort: entente_explore::Sort| -> Vec<bool> {
        desk.documents_by(&Query::default(), sort).documents.iter().map(|card| card.date.is_some()).collect()
    };
    for sort in [entente_explore::Sort::Newest, entente_explore::Sort::Oldest] {
        let dated = order(sort);
        assert!(dated.windows(2).all(|pair| pair[0] || !pair[1]), "{sort:?}: {dated:?}");
    }
    let first = |sort| desk.documents_by(&Query::default(), sort).documents[0].id.clone();
    assert_ne!(first(entente_explore::Sort::Newest), first(entente_explore::Sort::Oldest));
}

#[test]
fn a_value_of_a_list_is_found_by_another_form_of_its_name() {
    let desk = seeds();
    let (query, selection) = all();
    let countries = |words: &str| {
        let filter = Filter::default().looking_for(Axis::Country, words);
        let list = desk.engagements(&query.with_filter(filter), &selection);
        let group = list.groups.into_iter().find(|group| group.axis == Axis::Country).expect("a filter");
        (group.values.into_iter().map(|value| value.id).collect::<Vec<_>>(), group.of)
    };
    let (all, of) = countries("");
    assert_eq!(all.len(), of);
    let (found, still) = countries("republic of korea");
    assert!(found.contains(&"kr".to_owned()) && found.len() < of, "{found:?}");
    assert_eq!(still, of, "the filter still says how many values it has");
    assert_eq!(countries("nobody").0, Vec::<String>::new());
}

#[test]
fn lanes_hold_each_meeting_where_it_belongs() {
    let text = "Report\n\nThe 3rd Peru-Chile Dialogue on Fisheries was held in Lima on 3 May 2021. The 5th Peru-Chile Dialogue on Fisheries was \
                held in Lima in June 2023.\n\nPeru and Bolivia met in Lima in 2019.\n\nPeru and Chile met in Arica on 2 August.\n";
    let desk = explorer(&[("a.txt", text)]);
    let (query, selection) = all();
    let meetings = desk.engagements(&query, &selection).total;
    let by_series = desk.lanes(&query, &selection, LaneGroup::Series);
    assert_eq!(by_series.total, meetings);
    assert_eq!(by_series.lanes.iter().map(|lane| lane.total).sum::<usize>(), meetings, "each stands once");
    let dialogue = by_series.lanes.iter().find(|lane| lane.meetings.len() == 2).expect("the dialogue");
    assert!(dialogue.missing.contains(&Numbers::Missing(4, 4)), "{:?}", dialogue.missing);
    let years: Vec<u16> = by_series.axis.periods.iter().map(|period| period.year).collect();
    assert_eq!((years.first(), years.last()), (Some(&2019), Some(&2023)));
    let rest = by_series.lanes.last().expect("a lane for the rest");
    assert!(
        rest.name.is_none() && rest.beside.iter().any(|found| found.date.is_some()),
        "a day without a year has no place: {rest:?}"
    );
    let by_partner = desk.lanes(&query, &selection, LaneGroup::Partner);
    let peru = by_partner.lanes.first().expect("a lane");
    assert_eq!(peru.name.as_ref().map(|name| name.id.as_str()), Some("pe"), "most meetings first");
    let bolivia = query.with_filter(Filter::default().with(Axis::Country, "bo"));
    assert_eq!(desk.lanes(&bolivia, &selection, LaneGroup::Partner).total, 1, "under the filters of the list");
    assert_eq!(explorer(&[]).lanes(&query, &selection, LaneGroup::Topic), Lanes::default());
}

#[test]
fn a_lane_of_many_meetings_counts_them_by_year() {
    let lines: Vec<String> = (1..=28)
        .flat_map(|day| {
            ["Peru", "Bolivia", "Chile"].map(|other| format!("{other} and Japan met in Tokyo on {day} May 2021."))
        })
        .collect();
    let desk = explorer(&[("a.txt", &lines.join("\n\n"))]);
    let (query, selection) = all();
    let lanes = desk.lanes(&query, &selection, LaneGroup::Partner);
    let japan = &lanes.lanes[0];
    assert_eq!(japan.by_year.iter().sum::<usize>(), japan.total, "{japan:?}");
    assert!(japan.total > 60 && japan.meetings.is_empty());
    assert!(lanes.lanes[1].by_year.is_empty(), "few meetings are marks");
}

#[test]
fn a_text_with_a_heading_that_comes_again_is_no_form_without_a_place_for_measures() {
    let part = "HEAR THE AUDIENCE\n\nWe commit to train forty guards. The audience was pleased with these words.\n\n";
    let speech = format!("# Remarks on the economy\n\nOslo, 3 May 2019\n\n{}", part.repeat(5));
    let desk = explorer(&[("speech.md", &speech)]);
    let body = desk.corpus().bodies.get(0).expect("it is here");
    assert!(body.passages.iter().any(|passage| passage.template), "a heading is taken for a form's own");
    assert!(body.statements.iter().any(|statement| statement.modality == Modality::Commitment));
    let (query, selection) = all();
    assert_eq!((desk.commitments(&query, &selection).of, desk.contents().commitments), (0, 0));
}

#[test]
fn a_heading_that_asks_shows_no_signs_of_markup() {
    let text = "# How to watch\n\nOslo, 3 May 2019\n\n## Where can I watch the speech?\n\nIt is shown on television in all of Norway.\n\n\
        ## When does it begin?\n\nIt begins at nine in the evening.\n\n## Who will speak?\n\nThe minister will speak.\n";
    let desk = explorer(&[("a.md", text)]);
    let id = desk.corpus().catalogue.documents.get(0).expect("it is here").id.to_string();
    let reading = desk.reading(&id, None, &Query::default()).expect("it is there");
    let words =
        |block: &entente_explore::Block| block.cells.iter().flatten().map(|part| part.text.clone()).collect::<String>();
    let asks = reading.blocks.iter().find(|block| words(block).starts_with("Where can I watch")).expect("it is read");
    assert_eq!((asks.kind, asks.marker.as_ref()), (PassageKind::Question, None));
}

/// The filter by series is one of the list of series, as it is one of the list of meetings.
#[test]
fn a_filter_by_series_gives_that_series() {
    let desk = seeds();
    let rows = |selection: &Selection| desk.series_list(&Query::default(), selection).rows;
    let all = rows(&Selection::default());
    assert!(all.len() > 1, "{all:?}");
    for series in &all {
        assert_eq!(rows(&Selection::default().with(Axis::Series, &series.id, false)), std::slice::from_ref(series));
        assert_eq!(rows(&Selection::default().with(Axis::Series, &series.id, true)).len(), all.len() - 1);
        assert_eq!(
            desk.series_list(&Query::default().with_text(&format!("series:{}", series.id)), &Selection::default())
                .total,
            1
        );
    }
    assert!(rows(&Selection::default().with(Axis::Series, "none-such", false)).is_empty());
}

#[test]
fn values_among_the_words_of_a_list_are_all_wanted() {
    let desk = seeds();
    let rows = |text: &str| desk.engagements(&Query::default().with_text(text), &Selection::default()).rows;
    let takes_part = |row: &EngagementRow, id: &str| {
        row.participants.iter().any(|party| party.name.as_ref().is_some_and(|name| name.id == id))
    };
    let both = rows("country:kr country:us");
    assert!(both.len() > 3 && both.len() < rows("country:kr").len());
    assert!(both.iter().all(|row| takes_part(row, "kr") && takes_part(row, "us")));
    assert_eq!(both, rows("country:KR country:US"), "a known name in any case");
    let without = rows("country:kr -country:us");
    assert_eq!(both.len() + without.len(), rows("country:kr").len());
    assert!(rows("country:kr cyber").iter().all(|row| takes_part(row, "kr")));
    assert_eq!(rows("colour:blue").len(), 0, "what only looks like a filter is a word");
}

#[test]
fn dates_among_the_words_of_a_search_are_those_of_its_filters() {
    let desk = seeds();
    let found = |query: &Query| desk.search(query, 1).total;
    let typed = |words: &str| found(&Query::default().with_text(words));
    let filtered = |axis: Axis, value: &str| found(&Query::default().with_filter(Filter::default().with(axis, value)));
    for year in ["2009", "2012", "2014", "2018"] {
        assert_eq!(typed(&format!("after:{year}")), filtered(Axis::From, year), "from {year}");
        assert_eq!(typed(&format!("to:{year}")), filtered(Axis::To, year), "to {year}");
        let next = year.parse::<u16>().expect("a year") + 1;
        assert_eq!(typed(&format!("before:{next}")), typed(&format!("to:{year}")), "before {next}");
    }
}
