//! What lists say: of a file with facts, of one without, and under filters.

use super::support::{FORM, NEWS, SAME, html, library, text};

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
