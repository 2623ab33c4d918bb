//! What lists say: of a file with facts, of one without, and under filters.

use super::support::{FORM, NEWS, SAME, html, library, text};
use crate::hooks::linked;
use crate::screens::SCREENS;
use crate::screens::snapshots::seeds;

#[test]
fn every_list_says_what_it_found_with_its_words_and_place() {
    let library = library(&[("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)]);
    for (link, expected) in [
        (
            "#/",
            &[
                "3 documents , without a date",
                "dated meetings fall in 2016",
                "Same partners and topic",
                "Partners and topics",
            ][..],
        ),
        ("#/names", &["names", "Korea", "Countries", "Export CSV"]),
        ("#/name/kr", &["Country", "Korea", "Printed as", "Mentions"]),
        ("#/name/kr?view=kwic", &["Korea", "Meetings", "built a fence"]),
        ("#/engagements", &["2 meetings", "third Korea-Japan Cyber Policy Consultation", "29 Jun 2016"]),
        (
            "#/engagements?view=lanes",
            &[
                "2 meetings by series",
                "Lanes by",
                "Korea-Japan Cyber Policy Consultation",
                "Save figure",
                "29 Jun 2016",
            ],
        ),
        ("#/engagements?view=lanes&group=partner", &["2 meetings by partner", "Korea", "Japan"]),
        ("#/series", &["1 series, 1 of them numbered", "Cyber Policy Consultation", "not in this file"]),
        (
            "#/commitments",
            &[
                "1 of 2 commitments has nothing under it in this form",
                "A. Ports",
                "built a fence",
                "“-” under this heading, l.",
                "An empty cell is not evidence that nothing was done.",
            ],
        ),
        ("#/statements", &["statements", "The two sides", "no single name", "agreed"]),
        ("#/pairs", &["appear twice; in", "activities.", "acts."]),
        ("#/amounts", &["USD 500,000", "Trust Fund of the CGPCS"]),
        ("#/notes", &["answer left empty"]),
    ] {
        let shown = text(&html(&library, link));
        for words in expected {
            assert!(shown.contains(words), "{link} does not say {words:?}:\n{shown}");
        }
    }
}

#[test]
fn a_row_of_a_series_names_its_first_parties_and_says_how_many_more_there_are() {
    let many = "# Notes\n\nThe 3rd Fisheries Dialogue between Norway, Chile, Japan, Germany, France and Canada was held in \
                Oslo on 3 March 2021.\n";
    let shown = text(&html(&library(&[("a.md", many)]), "#/series"));
    assert!(shown.contains("and 2 more"), "{shown}");
}

#[test]
fn a_file_without_facts_says_so_and_leaves_ways_on() {
    let library = library(&[("a.txt", "Nothing of note stands here.\n")]);
    for (link, expected) in [
        ("#/names", "No names were found"),
        ("#/engagements", "No meetings were found"),
        ("#/engagement/x", "not in this file"),
        ("#/series", "No series of meetings"),
        ("#/series/x", "not in this file"),
        ("#/commitments", "No form with commitments"),
        ("#/statements", "No statements were found"),
        ("#/statement/x", "not in this file"),
        ("#/pairs", "No passage appears twice"),
        ("#/compare/a/b", "not in this file"),
        ("#/history/a:b", "not in this file"),
        ("#/amounts", "No amounts were found"),
        ("#/acronyms", "No abbreviations were found"),
        ("#/notes", "No problems were noticed"),
        ("#/name/x", "not in this file"),
    ] {
        let drawn = html(&library, link);
        assert!(text(&drawn).contains(expected), "{link}: {}", text(&drawn));
        assert!(drawn.contains("<a "), "{link} leaves a way on");
    }
}

#[test]
fn a_filter_that_selects_nothing_keeps_its_chip_and_leads_back() {
    let library = library(&[("news.txt", NEWS)]);
    let shown = text(&html(&library, "#/engagements?status=held&country=zz"));
    for words in
        ["Status:", "held", "not in this file", "Nothing in this list matches.", "The whole list, without filters"]
    {
        assert!(shown.contains(words), "{words:?}: {shown}");
    }
}

/// The years stand above their rows; rows of one year have no line of it.
#[test]
fn the_meetings_of_a_name_are_grouped_by_year() {
    let visits = "# Notes\n\nNorway and Ghana met in Oslo on 4 March 2021.\n\nNorway and Ghana met in Accra on 7 May 2021.\n\n\
        Norway and Chile met in Oslo on 3 June 2019.\n\nChile and Peru met in Lima on 1 June 2019.\n";
    let library = library(&[("visits.md", visits)]);
    let years = |link: &str| -> Vec<String> {
        let shown = html(&library, link);
        shown.split("data-year=\"").skip(1).filter_map(|part| Some(part.split_once('"')?.0.to_owned())).collect()
    };
    assert_eq!(years("#/name/no"), ["2021", "2019"]);
    assert_eq!(years("#/name/pe"), [""; 0], "one year");
    assert_eq!(years("#/engagements"), [""; 0], "a list that can be sorted otherwise");
}

/// Rows and columns are chosen by links, and the page says in words what a number counts.
#[test]
fn the_table_of_relations_has_the_rows_and_columns_of_its_link() {
    let library = seeds();
    let counts_meetings = "Who took part in the same meetings";
    let counts_passages = "counts the passages that have both";
    for (link, words) in [
        ("#/relations", &[counts_meetings, "Who met whom"][..]),
        ("#/relations?rows=person&cols=person", &[counts_meetings]),
        ("#/relations?cols=topic", &[counts_passages, "States and blocs by topics", "#/search?country="]),
        ("#/relations?rows=country&cols=organisation", &[counts_passages, "States and blocs by bodies"]),
        (
            "#/relations?rows=topic",
            &[counts_passages, "Topics by topics", "#/search?q=topic:cyber-security&amp;topic="],
        ),
        (
            "#/relations?rows=kind",
            &[counts_passages, "Kinds of document by states and blocs", "#/search?country=us&amp;kind="],
        ),
        (
            "#/relations?rows=year&cols=topic",
            &[counts_passages, "Years by topics", "from=2014&amp;to=2014", "in the year of its document"],
        ),
        ("#/relations?rows=year&cols=year", &["have nothing to count. Choose others."]),
        (
            "#/relations?rows=topic&cols=kind&country=zz",
            &["Nothing in this list matches", "#/relations?rows=topic&amp;cols=kind\""],
        ),
    ] {
        let shown = html(&library, link);
        for expected in words {
            assert!(shown.contains(expected), "{link}: {expected}: {shown}");
        }
        assert!(!shown.contains("does not know"), "{link}");
    }
}

#[test]
fn relations_of_a_name_that_is_not_in_the_file_are_none_and_lead_back() {
    let library = library(&[("news.txt", NEWS)]);
    let shown = html(&library, "#/relations?country=zz");
    assert!(!shown.contains("<table"), "{shown}");
    for words in ["not in this file", "Nothing in this list matches.", "The whole list, without filters"] {
        assert!(text(&shown).contains(words), "{words:?}: {shown}");
    }
    assert!(html(&library, "#/relations?country=kr").contains("<table"));
}

#[test]
fn several_names_of_one_kind_lead_to_the_rows_of_all_of_them() {
    let library = library(&[("news.txt", NEWS), ("same.txt", SAME)]);
    let shown = html(&library, "#/engagements?country=kr&country=jp");
    let href = "#/engagements?q=country:jp%20country:kr";
    assert!(shown.contains(&format!("href=\"{href}\"")), "{shown}");
    let both = text(&html(&library, href));
    assert!(both.contains("2 meetings") && !both.contains("Only with all of them"), "{both}");
    let none = text(&html(&library, "#/engagements?q=country%3Akr%20country%3Aus"));
    assert!(none.contains("0 meetings"), "{none}");
    for list in ["search", "documents"] {
        let shown = html(&library, &format!("#/{list}?country=kr&country=jp"));
        assert!(shown.contains(&format!("href=\"#/{list}?q=country:jp%20country:kr\"")), "{shown}");
    }
    for link in
        ["#/engagements?country=kr", "#/engagements?country=kr&topic=cyber-security", "#/names?country=kr&country=jp"]
    {
        assert!(!text(&html(&library, link)).contains("Only with all of them"), "{link}");
    }
}

#[test]
fn values_of_filters_in_any_form_are_ids_in_the_address_of_every_list() {
    let library = library(&[("news.txt", NEWS), ("same.txt", SAME)]);
    let asked = "country=Japan&-country=KR&topic=Cyber%20Security&status=PLANNED&from=2016-06-29";
    let lists = || SCREENS.iter().filter(|screen| screen.view.ids().is_empty());
    assert!(lists().count() > 10);
    for screen in lists() {
        let (route, written) = linked(&library, &format!("#/{}?{asked}", screen.word));
        let expected = "country=jp&-country=kr&topic=cyber-security&from=2016-06-29&status=planned";
        assert_eq!(written, Some(format!("#/{}?{expected}", screen.word)));
        assert_eq!(linked(&library, &route.to_string()), (route, None), "what is written is not written again");
    }
    for kept in ["#/documents?country=jp&sort=newest", "#/documents?country=Atlantis&colour=Red", "#/search?q=Japan"] {
        assert_eq!(linked(&library, kept).1, None, "{kept}");
    }
}

#[test]
fn a_line_between_passages_leads_to_the_one_after_it() {
    let library = library(&[("news.txt", NEWS)]);
    let at = |line: u32| library.pasted(&format!("news.txt:{line}"));
    assert!(at(2).is_some_and(|link| link.contains("/p2-")), "{:?}", at(2));
    assert_eq!((at(2), at(40)), (at(3), None));
}
