//! Every number of the overview opens exactly the rows that it counts, on the given documents and on made-up ones.

mod shared;

use std::collections::BTreeSet;

use entente_corpus::EntityKind;
use entente_explore::tables::{Counts, EngagementRow, Finding, GridName, ListPart, Listed, NameRef, Relations, Step};
use entente_explore::{Axis, Explorer, Filter, Query, Selection, TableSide};

use shared::{explorer, seeds};

/// Documents of another country, with everything that the overview counts.
fn invented() -> Explorer {
    let note = |day: u32, round: &str, more: &str| {
        format!(
            "# Norway and Chile meet\n\nOslo, {day} March 2021\n\nThe {round} Norway-Chile Fisheries Dialogue was held \
             in Oslo on {day} March 2021. Norway will provide USD {day},000,000 to Chile for fisheries research. \
             Both sides reaffirmed their commitment to the NCFA and to the protection of the fish stocks of the South \
             Pacific under the new arrangement.\n\n{more}\n"
        )
    };
    let first = note(3, "second", "Norway plans to hold a workshop on fisheries in Santiago. The ZQX was mentioned.");
    let second = note(9, "third", "The ZQX was mentioned again. A seminar on salmon was held in Bergen.");
    let third = "# Notes\n\nThe ZQX is known. Norway condemned the attack. The annual Norway-Chile Trade Seminar is held \
                 each year.\n\nOslo hosted a visit of Chile's minister on 4 April.\n";
    explorer(&[("a.md", &first), ("b.md", &second), ("c.md", third)])
}

/// How many rows the list of a finding has under its filters, and in all.
fn rows(explorer: &Explorer, finding: &Finding) -> usize {
    let (query, own) = (Query::default().with_filter(finding.filter()), finding.selection());
    match finding.list() {
        Listed::Commitments => explorer.commitments(&query, &own).shown,
        Listed::Pairs => explorer.pairs(&query, &own).total,
        Listed::Series => explorer.series_list(&query, &own).total,
        Listed::Engagements => explorer.engagements(&query, &own).total,
        Listed::Acronyms => explorer.acronyms(&query, &own).total,
        Listed::Documents => explorer.documents(&query.with_filter(query.filter.selecting(&own))).documents.len(),
        Listed::Notes => explorer.notes(&query, &own).total,
    }
}

#[test]
fn every_finding_counts_the_rows_that_it_opens() {
    for (name, explorer, least) in [("seeds", seeds(), 5), ("invented", invented(), 1)] {
        let findings = &explorer.picture().findings;
        assert!(findings.len() >= least, "{name}: {findings:?}");
        for finding in findings {
            assert_eq!(finding.count, rows(&explorer, finding), "{name}: {finding:?}");
            assert!(finding.count > 0 && finding.count * 5 <= finding.of * 4, "{name}: {finding:?}");
        }
        let shares = findings.windows(2).all(|two| two[0].count * two[1].of <= two[1].count * two[0].of);
        assert!(shares && findings.len() <= 6, "{name}: the smallest share first: {findings:?}");
    }
}

#[test]
fn a_document_is_named_for_its_source_problems_if_it_has_a_large_part_of_them() {
    let is_of_notes = |finding: &Finding| finding.list() == Listed::Notes;
    let page = |n: usize, contacts: usize| format!("Paper {n}\n\n{}", "Write to a.b@example.org.\n\n".repeat(contacts));
    let explorer_of = |contacts: &[usize]| {
        let texts: Vec<(String, String)> =
            contacts.iter().enumerate().map(|(n, contacts)| (format!("{n:02}.txt"), page(n, *contacts))).collect();
        explorer(&texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
    };
    let named = |contacts: &[usize]| explorer_of(contacts).picture().findings.iter().any(is_of_notes);
    assert!(named(&[1, 1, 1, 4, 1, 1]));
    assert!(!named(&[1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1]));
}

#[test]
fn every_count_of_a_list_is_its_number_of_rows_and_so_is_every_part_of_its_headline() {
    for (name, explorer) in [("seeds", seeds()), ("invented", invented())] {
        let (query, all) = (Query::default(), Selection::default());
        let contents = explorer.contents();
        let counted = [
            (contents.documents, explorer.documents(&query).documents.len()),
            (contents.names, explorer.names(&query, &all).total),
            (contents.engagements, explorer.engagements(&query, &all).total),
            (contents.series, explorer.series_list(&query, &all).total),
            (contents.commitments, explorer.commitments(&query, &all).shown),
            (contents.statements, explorer.statements(&query, &all).list.total),
            (contents.pairs, explorer.pairs(&query, &all).total),
            (contents.amounts, explorer.amounts(&query, &all).total),
            (contents.acronyms, explorer.acronyms(&query, &all).total),
            (contents.notes, explorer.notes(&query, &all).total),
        ];
        for (at, (contents, list)) in counted.into_iter().enumerate() {
            assert_eq!(contents, list, "{name}: list {at}");
        }
        let check = |total: usize, parts: &[ListPart], count: &dyn Fn(&Selection) -> usize| {
            assert_eq!(total, parts.iter().map(|part| part.count).sum::<usize>(), "{name}: {parts:?}");
            for part in parts {
                assert_eq!(part.count, count(&part.selection()), "{name}: {part:?}");
            }
        };
        let list = explorer.pairs(&query, &all);
        check(list.total, &list.parts, &|own| explorer.pairs(&query, own).total);
        let list = explorer.engagements(&query, &all);
        check(list.total, &list.parts, &|own| explorer.engagements(&query, own).total);
        let list = explorer.amounts(&query, &all);
        check(list.total, &list.parts, &|own| explorer.amounts(&query, own).total);
        let list = explorer.series_list(&query, &all);
        check(list.total, &list.parts, &|own| explorer.series_list(&query, own).total);
        let list = explorer.acronyms(&query, &all);
        check(list.total, &list.parts, &|own| explorer.acronyms(&query, own).total);
    }
}

#[test]
fn documents_without_a_date_and_the_passages_of_a_name_are_counted_as_they_are_listed() {
    for (name, explorer) in [("seeds", seeds()), ("invented", invented())] {
        let all = explorer.documents(&Query::default()).documents;
        let undated = all.iter().filter(|card| card.date.is_none()).count();
        assert!(undated > 0 && undated < all.len(), "{name}");
        let own = Selection::default().with(Axis::Status, "undated", false);
        let query = Query::default();
        let query = query.with_filter(query.filter.selecting(&own));
        assert_eq!(explorer.documents(&query).documents.len(), undated, "{name}");
        for known in explorer.summary().names.iter().filter(|known| known.passages > 0) {
            let dossier = explorer.dossier(&known.id).expect("it is in the file");
            let counts = (dossier.passages, dossier.in_documents);
            let kind = EntityKind::from_word(known.kind).expect("a kind of name");
            assert_eq!((known.passages, known.documents), counts, "{name}: {} {kind:?}", known.id);
        }
    }
}

#[test]
fn a_thread_counts_every_meeting_of_its_names_and_topic_and_their_documents() {
    for (name, explorer) in [("seeds", seeds()), ("invented", invented())] {
        let meetings = explorer.engagements(&Query::default(), &Selection::default()).rows;
        let threads = explorer.threads(None, usize::MAX);
        assert!(!threads.is_empty(), "{name}");
        for thread in threads {
            let is_in = |row: &&EngagementRow| {
                let parties: BTreeSet<&str> =
                    row.participants.iter().filter_map(|party| Some(party.name.as_ref()?.id.as_str())).collect();
                let topics = || row.topics.iter().map(|topic| &topic.id);
                thread.names.iter().all(|name| parties.contains(name.id.as_str()))
                    && parties.len() <= 4
                    && thread.topic.as_ref().map_or(row.topics.is_empty(), |topic| topics().any(|id| *id == topic.id))
            };
            let listed: BTreeSet<&str> = meetings.iter().filter(is_in).map(|row| row.id.as_str()).collect();
            let told: BTreeSet<&str> = thread.steps.iter().map(|row| row.id.as_str()).collect();
            assert!(listed.is_subset(&told), "{name}: {:?} leaves some out", thread.names);
            assert_eq!(told.len(), thread.steps.len(), "{name}: {:?} has one twice", thread.names);
            let documents: BTreeSet<&str> = thread.steps.iter().map(|row| row.source.document.as_str()).collect();
            assert_eq!(thread.documents, documents.len(), "{name}: {:?}", thread.names);
        }
    }
}

#[test]
fn a_short_form_of_many_documents_is_one_row() {
    let explorer = invented();
    let list = explorer.acronyms(&Query::default(), &Selection::default());
    let rows: Vec<_> = list.rows.iter().filter(|row| row.acronym == "ZQX").collect();
    let [row] = rows[..] else { panic!("one row: {rows:?}") };
    assert_eq!((row.documents, row.elsewhere.len(), row.expansion.as_ref()), (3, 2, None));
    assert!(list.exported.len() > list.total, "the export table has a row for each document");
    assert!(list.exported.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn engagements_and_amounts_stand_newest_first() {
    let explorer = invented();
    let (query, all) = (Query::default(), Selection::default());
    let first = explorer.engagements(&query, &all).rows.into_iter().next().expect("some are dated");
    assert_eq!(first.date.map(|date| date.date.to_string()).as_deref(), Some("2021-03-09"));
    let values: Vec<f64> = explorer.amounts(&query, &all).rows.iter().map(|row| row.value).collect();
    assert_eq!(values, [9_000_000.0, 3_000_000.0]);
}

#[test]
fn a_dossier_has_the_first_of_each_part_and_says_how_many_rows_the_list_of_all_has() {
    let note = |n: usize| {
        let date = format!("{} March {}", n % 28 + 1, 1930 + n);
        format!(
            "# Norway and Chile meet\n\nOslo, {date}\n\nNorway and Chile held a meeting in Oslo on {date}. Norway will \
             provide USD {n},000,000 to Chile for fisheries research. Norway condemned the attack on {n} ships.\n\n\
             Norway, Norway, Norway, Norway, Norway, Norway, Norway, Norway, Norway and Norway.\n"
        )
    };
    let texts: Vec<(String, String)> = (1..=80).map(|day| (format!("{day:02}.md"), note(day))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let explorer = explorer(&files);
    let dossier = explorer.dossier("no").expect("it is named");
    assert_eq!(dossier.in_documents, 80);
    assert!(dossier.documents.len() <= 40 && dossier.documents.iter().all(|document| document.mentions.len() <= 10));
    assert!(dossier.mentions > 800, "all are counted: {}", dossier.mentions);
    assert!(dossier.forms.iter().all(|form| form.places.len() <= 3 && form.documents <= 80));
    let query = Query::default().with_filter(Filter::default().with(Axis::Country, "no"));
    let all = Selection::default();
    for (name, shown, total, listed) in [
        (
            "engagements",
            dossier.engagements.rows.len(),
            dossier.engagements.total,
            explorer.engagements(&query, &all).total,
        ),
        (
            "statements",
            dossier.statements.rows.len(),
            dossier.statements.total,
            explorer.statements(&query, &all).list.total,
        ),
        ("amounts", dossier.amounts.rows.len(), dossier.amounts.total, explorer.amounts(&query, &all).total),
    ] {
        assert_eq!(total, listed, "{name}: the link to all opens as many rows as it says");
        assert!(total > 50 && shown == 50, "{name}: {shown} of {total}");
    }
    assert_eq!(explorer.documents(&query).documents.len(), dossier.in_documents);
    assert_eq!(explorer.search(&query, 0).total, dossier.passages);
}

/// The documents and the meetings that the chart's link of a period opens.
fn opened(explorer: &Explorer, from: &str, to: &str, without: &[&str]) -> (usize, usize) {
    let dates = Query::default().filter.with(Axis::From, from).with(Axis::To, to);
    let own = without.iter().fold(Selection::default(), |own, status| own.with(Axis::Status, status, true));
    let query = Query::default().with_filter(dates.clone());
    let documents = Query::default().with_filter(dates.selecting(&own));
    (explorer.documents(&documents).documents.len(), explorer.engagements(&query, &own).total)
}

#[test]
fn every_year_of_the_chart_counts_the_documents_and_the_meetings_that_it_opens() {
    for (name, explorer) in [("seeds", seeds()), ("invented", invented())] {
        let picture = explorer.picture();
        let timeline = &picture.timeline;
        assert_eq!(timeline.step, Step::Year, "{name}");
        for period in &timeline.periods {
            let counts = (period.documents.iter().sum::<usize>(), period.meetings);
            let value = period.value();
            assert_eq!(counts, opened(&explorer, &value, &value, &["undated"]), "{name}: {value}");
        }
        let contents = explorer.contents();
        let sum = |count: fn(&Counts) -> usize| {
            [&timeline.drawn, &timeline.undated, &timeline.without_month, &timeline.earlier, &timeline.later]
                .into_iter()
                .map(count)
                .sum::<usize>()
        };
        assert_eq!(sum(|counts| counts.documents), contents.documents, "{name}");
        assert_eq!(sum(|counts| counts.meetings), contents.engagements, "{name}");
        assert_eq!(timeline.meetings.len(), timeline.drawn.meetings, "{name}");
        assert_eq!(timeline.documents.len(), timeline.drawn.documents, "{name}");
    }
}

#[test]
fn meetings_that_the_chart_does_not_draw_are_those_that_its_link_opens() {
    let until = "# Notes\n\nNorway and Chile will hold a fisheries summit by the end of 2021.\n";
    let explorer = explorer(&[("a.md", until)]);
    let timeline = &explorer.picture().timeline;
    let own = Selection::default().with(Axis::Status, "undated", false);
    let opened = explorer.engagements(&Query::default(), &own).total;
    assert_eq!((timeline.undated.meetings, opened), (1, 1), "what ends in 2021 began nobody knows when");
    let without_month = Selection::default().with(Axis::Status, "no-month", false);
    assert_eq!(explorer.engagements(&Query::default(), &without_month).total, 0);
}

#[test]
fn a_large_file_is_drawn_by_months() {
    let file = |n: usize| {
        let day = if n.is_multiple_of(40) {
            "2021".to_owned()
        } else {
            format!("{} {} 2021", n % 28 + 1, ["March", "May"][n % 2])
        };
        (
            format!("{n:03}.md"),
            format!("---\ndate: {day}\n---\n# Note {n}\n\nNorway and Chile traded fish in note {n}.\n"),
        )
    };
    let files: Vec<(String, String)> = (0..520).map(file).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let explorer = explorer(&files);
    let picture = explorer.picture();
    let timeline = &picture.timeline;
    assert_eq!((timeline.step, timeline.periods.len()), (Step::Month, 12));
    assert!(timeline.documents.is_empty(), "bars stand for so many");
    assert_eq!(timeline.without_month.documents, 13);
    for period in &timeline.periods {
        let value = period.value();
        let counts = (period.documents.iter().sum::<usize>(), period.meetings);
        assert_eq!(counts, opened(&explorer, &value, &value, &["undated", "no-month"]), "{value}");
    }
}

#[test]
fn every_cell_of_partners_and_topics_counts_the_passages_that_it_opens() {
    for (name, explorer, least) in [("seeds", seeds(), 8), ("invented", invented(), 1)] {
        let picture = explorer.picture();
        let grid = &picture.grid;
        assert!(grid.rows.len() >= least, "{name}: {grid:?}");
        for (row, cells) in grid.rows.iter().zip(&grid.cells) {
            for (column, count) in grid.columns.iter().zip(cells) {
                let axis = Axis::from_word(&row.kind).expect("a filter");
                let filter = Query::default().filter.with(axis, &row.id).with(Axis::Topic, &column.id);
                let found = explorer.search(&Query::default().with_filter(filter), 1_000);
                assert_eq!(*count, found.total, "{name}: {} and {}", row.name, column.name);
            }
        }
    }
}

/// The query of a cell: its row and its column, a year as dates from it to it.
fn narrowed(query: &Query, name: &GridName) -> Query {
    let axis = Axis::from_word(&name.kind).expect("a filter");
    if axis == Axis::From {
        return query.with_filter(query.filter.with(Axis::From, &name.id).with(Axis::To, &name.id));
    }
    query.narrowed(axis, &name.id)
}

#[test]
fn every_cell_of_a_cross_table_counts_the_passages_that_it_opens() {
    let asked = [
        Query::default(),
        Query::default().with_text("cyber OR nuclear"),
        Query::default().with_filter(Filter::default().with(Axis::Country, "kr").with(Axis::Topic, "cyber")),
    ];
    for (name, explorer) in [("seeds", seeds()), ("invented", invented())] {
        for (query, is_whole) in asked.iter().zip([true, false, false]) {
            for (rows, columns) in
                TableSide::ALL.iter().flat_map(|rows| TableSide::ALL.iter().map(move |columns| (rows, columns)))
            {
                let found = explorer.cross_table(query, *rows, *columns);
                let (grid, what) = (&found.grid, format!("{name}: {rows:?} by {columns:?} of {query:?}"));
                if !rows.has_table_with(*columns) {
                    assert_eq!(found, Default::default(), "{what}");
                    continue;
                }
                assert!(grid.rows.len() <= 24 && grid.columns.len() <= 12, "{what}");
                assert!(found.of_rows >= grid.rows.len() && found.of_columns >= grid.columns.len(), "{what}");
                // Every fifth cell, so that the test takes seconds.
                let cells = grid.rows.iter().zip(&grid.cells).flat_map(|(row, cells)| {
                    grid.columns.iter().zip(cells).map(move |(column, count)| (row, column, *count))
                });
                for (row, column, count) in cells.step_by(5) {
                    let opened = explorer.search(&narrowed(&narrowed(query, row), column), 1).total;
                    assert_eq!(count, opened, "{what}: {} and {}", row.name, column.name);
                }
                let sees = grid.cells.iter().flatten().any(|count| *count > 0);
                let has_people = ![rows, columns].contains(&&TableSide::Person);
                assert!(sees || !is_whole || !has_people || name == "invented", "{what}: nothing in it");
            }
        }
    }
}

#[test]
fn a_cross_table_is_in_the_order_of_its_sides() {
    let explorer = seeds();
    let years = explorer.cross_table(&Query::default(), TableSide::Year, TableSide::Topic).grid;
    let ids: Vec<&str> = years.rows.iter().map(|year| year.id.as_str()).collect();
    assert!(ids.len() > 3 && ids.is_sorted(), "years are in the order of time: {ids:?}");
    let topics = explorer.cross_table(&Query::default(), TableSide::Topic, TableSide::Topic);
    assert!(topics.grid.cells.iter().enumerate().all(|(row, cells)| cells.len() == row), "a lower half");
    assert_eq!(topics.of_rows, topics.of_columns);
    let kinds = explorer.cross_table(&Query::default(), TableSide::Kind, TableSide::Country).grid;
    assert!(kinds.rows.iter().all(|kind| kind.kind == "kind"), "{kinds:?}");
}

#[test]
fn who_met_whom_counts_the_meetings_that_it_opens() {
    for (name, explorer) in [("seeds", seeds()), ("invented", invented())] {
        let all = Selection::default();
        let asking = |names: &[&NameRef]| {
            let filter = names.iter().fold(Query::default().filter, |filter, name| {
                filter.with(Axis::from_word(name.kind).expect("a filter"), &name.id)
            });
            explorer.relations(&Query::default().with_filter(filter), &all, TableSide::Country)
        };
        let found = asking(&[]);
        assert!(found.names.len() > 1 && found.pair.is_none(), "{name}: {found:?}");
        let shown = found.partners.as_ref().map(|partners| &partners.name);
        assert_eq!(shown, Some(&found.names[0].name), "{name}: without a choice that of most meetings is looked at");
        for (row, counts) in found.cells.iter().enumerate() {
            assert_eq!(counts.len(), row, "{name}: the lower half");
            for (column, count) in counts.iter().enumerate() {
                let (one, other) = (&found.names[row].name, &found.names[column].name);
                let pair = asking(&[one, other]).pair.expect("two names are looked at");
                assert_eq!(pair.rows.len(), *count, "{name}: {} and {}", one.name, other.name);
                let of_one = asking(&[one]).partners.expect("one name is looked at");
                let met = of_one.met.iter().find(|partner| partner.name == *other);
                assert_eq!(
                    met.map_or(0, |partner| partner.meetings),
                    *count,
                    "{name}: {} and {}",
                    one.name,
                    other.name
                );
                // Whoever is in the list of their meetings is named there.
                let is_party = |row: &EngagementRow, wanted: &NameRef| {
                    row.participants.iter().any(|party| party.name.as_ref() == Some(wanted))
                };
                assert!(pair.rows.iter().all(|row| is_party(row, one) && is_party(row, other)), "{name}");
            }
        }
    }
}

#[test]
fn a_name_that_the_file_does_not_have_met_nobody() {
    let explorer = seeds();
    let asking = |names: &[(Axis, &str)]| {
        let filter = names.iter().fold(Query::default().filter, |filter, (axis, id)| filter.with(*axis, id));
        explorer.relations(&Query::default().with_filter(filter), &Selection::default(), TableSide::Country)
    };
    assert_eq!(asking(&[(Axis::Country, "zz")]), Relations::default());
    assert_eq!(asking(&[(Axis::Country, "kr"), (Axis::Person, "nobody")]), Relations::default());
    let both = asking(&[(Axis::Country, "kr"), (Axis::Country, "zz")]);
    assert_eq!(both, asking(&[(Axis::Country, "kr")]), "any of the values of a filter");
    assert!(both.partners.is_some_and(|partners| partners.name.id == "kr"));
}

#[test]
fn the_last_meeting_is_the_one_that_began_last() {
    let text = "# Note\n\nNorway and Ghana held consultations in Oslo on 4 March 2021.\n\n\
        Norway and Ghana have held regular consultations since 2016.\n";
    let explorer = explorer(&[("note.txt", text)]);
    let found = explorer.relations(&Query::default(), &Selection::default(), TableSide::Country);
    let partner = found.partners.expect("two states met").met.remove(0);
    assert_eq!((partner.meetings, partner.last.expect("it has a date").date.to_string()), (2, "2021-03-04".to_owned()));
}

#[test]
fn the_officials_of_a_name_have_the_title_that_is_printed_most() {
    let explorer = explorer(&[(
        "a.txt",
        "Press release\n\nKenyan Foreign Minister Amina Mohamed met the ambassadors.\n\n\
         Kenyan Foreign Minister Amina Mohamed thanked them. Kenyan envoy Amina Mohamed left on Monday.\n\n\
         Ann Gray of the Kenyan Ministry of Foreign Affairs spoke.\n",
    )]);
    let dossier = explorer.dossier("ke").expect("it is named");
    let said: Vec<(&str, Option<&str>)> =
        dossier.officials.iter().map(|official| (official.name.name.as_str(), official.role.as_deref())).collect();
    assert_eq!(said, [("Amina Mohamed", Some("Foreign Minister")), ("Ann Gray", None)], "of a body of it, too");
}

#[test]
fn a_publisher_is_found_by_the_id_of_its_name() {
    let explorer = explorer(&[(
        "a.md",
        "---\npublisher: World Health Organization\n---\n\n# Note\n\nThe World Health Organization met.\n",
    )]);
    let documents = |value: &str| {
        let filter = Filter::default().with(Axis::Publisher, &explorer.canonical(Axis::Publisher, value));
        explorer.documents(&Query::default().with_filter(filter)).documents.len()
    };
    assert_eq!((documents("World Health Organization"), documents("who"), documents("imo")), (1, 1, 0));
}
