//! What lists say: of a file with facts, of one without, and under filters.

use super::support::{FORM, NEWS, SAME, html, library, text};
use crate::hooks::linked;
use crate::screens::SCREENS;

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
    for link in [
        "#/engagements?country=kr",
        "#/engagements?country=kr&topic=cyber-security",
        "#/documents?country=kr&country=jp",
    ] {
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
