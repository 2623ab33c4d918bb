//! Tasks of a desk officer by keys alone: who met whom, many documents narrowed and read in turn, BibTeX.

use entente_browser::{Browser, Engine};
use serde_json::json;

use super::support::{open, open_page, pack, page, quiet, to};

pub(crate) const ENTER: &str = "\u{E007}";
const TAB: &str = "\u{E004}";
const LEFT: &str = "\u{E012}";
const RIGHT: &str = "\u{E014}";
const UP: &str = "\u{E013}";

pub(crate) fn start() -> Browser {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(1440, 900);
    browser
}

/// Presses Tab until `there` holds for the element with the focus.
pub(crate) fn tab_to(browser: &mut Browser, there: &str) {
    for _ in 0..120 {
        browser.keys(TAB);
        if browser.value(&format!("Boolean((({there}))(document.activeElement))")).as_bool() == Some(true) {
            return;
        }
    }
    panic!("Tab does not lead to {there}");
}

#[test]
fn who_met_whom_opens_the_meetings_of_both() {
    let mut browser = start();
    open(&mut browser, "#/");
    browser.keys("gw");
    browser.wait("location.hash === '#/relations' && document.querySelector('.heat a.cell')");
    tab_to(&mut browser, "(at) => at.matches('.heat a.cell')");
    let count = browser.text("document.activeElement.textContent.trim()");
    browser.keys(ENTER);
    browser.wait("document.querySelector('.pair-meetings li')");
    // The cell counts the meetings that it opens.
    browser.wait(&format!("String(document.querySelectorAll('.pair-meetings li').length) === {}", json!(count)));
    // The table is one stop: arrows go to cells and heads, and Tab leaves it and comes back to where one was.
    browser.back();
    browser.wait("document.querySelector('.heat a.cell')");
    assert_eq!(
        browser.value("document.querySelector('.heat').querySelectorAll('a:not([tabindex])').length").as_i64(),
        Some(1)
    );
    browser.run("document.querySelector('.heat a:not([tabindex])').focus()", json!([]));
    browser.keys(UP);
    browser.wait("document.activeElement.closest('.heat thead')");
    let first = browser.text("document.activeElement.textContent");
    browser.keys(RIGHT);
    browser.wait(&format!(
        "document.activeElement.matches('.heat a:not([tabindex])') && document.activeElement.textContent !== {}",
        json!(first)
    ));
    let head = browser.text("document.activeElement.textContent");
    browser.keys(TAB);
    browser.wait("!document.activeElement.closest('.heat')");
    browser.chord(&["\u{E008}", TAB]);
    browser.wait(&format!(
        "document.activeElement.closest('.heat thead') && document.activeElement.textContent === {}",
        json!(head)
    ));
    quiet(&mut browser);
}

/// Rows and columns of the table are chosen by keys, and a number opens as many passages as it counts.
#[test]
fn a_table_of_topics_by_year_opens_what_it_counts() {
    let mut browser = start();
    open(&mut browser, "#/relations");
    tab_to(&mut browser, "(at) => at.matches('.relation-choices a') && at.textContent === 'Topics'");
    browser.keys(ENTER);
    browser.wait("location.hash === '#/relations?rows=topic' && document.querySelector('.heat')");
    tab_to(&mut browser, "(at) => at.matches('.relation-choices + .relation-choices a') && at.textContent === 'Years'");
    browser.keys(ENTER);
    browser.wait("location.hash === '#/relations?rows=topic&cols=year' && document.querySelector('#cross-table')");
    // The key leads to the table from anywhere.
    browser.keys("t");
    browser.wait("document.activeElement.matches('.heat a.cell')");
    let count = browser.text("document.activeElement.textContent.trim()");
    browser.keys(ENTER);
    browser.wait("location.hash.startsWith('#/search?topic=') && document.querySelector('.result-head .count')");
    let found = browser.text("document.querySelector('.result-head .count').textContent");
    assert!(found.starts_with(&format!("{count} passage")), "{count}: {found}");
    quiet(&mut browser);
}

/// A dossier has dozens of names before its chart: a key and a link before the menu lead to it.
#[test]
fn the_chart_of_a_dossier_is_two_stops_away() {
    let mut browser = start();
    open(&mut browser, "#/name/us");
    browser.wait("document.querySelector('.chart')");
    browser.keys(TAB);
    browser.keys(TAB);
    browser.wait("document.activeElement.matches('.skip') && document.activeElement.textContent.includes('chart')");
    browser.keys(ENTER);
    browser.wait("document.activeElement.matches('.chart[role=slider]')");
    browser.run("document.getElementById('main').focus()", json!([]));
    browser.keys("t");
    browser.wait("document.activeElement.matches('.chart[role=slider]')");
    quiet(&mut browser);
}

#[test]
fn many_documents_are_narrowed_to_twelve_and_read_in_turn() {
    let texts: Vec<(String, String)> = (0..300)
        .map(|n| {
            let place = if n % 25 == 0 { "Peru" } else { "Chile" };
            (format!("{n:03}.txt"), format!("Report {n}\n\nThe harbour office of {place} counted {n} boats.\n"))
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let template = page();
    let (_folder, packed) = pack(&texts, &["--template", &template.display().to_string()]);
    let mut browser = start();
    open_page(&mut browser, &packed, "#/");
    browser.keys("gd");
    browser.wait("location.hash === '#/documents' && document.activeElement.id === 'main'");
    browser.keys("f");
    browser.wait("document.activeElement.id === 'find'");
    browser.keys("peru");
    browser.wait("document.querySelector('#filter-offers [aria-selected=true]')");
    browser.keys(ENTER);
    browser.wait("location.hash.includes('country=pe')");
    browser.keys("\u{E00C}");
    browser.wait("document.activeElement.id === 'main'");
    browser.keys("j");
    browser.wait("document.activeElement.closest('.fact-table, .documents, li, tr')");
    browser.keys(ENTER);
    browser.wait("location.hash.startsWith('#/doc/') && document.body.innerText.includes('Document 1 of 12')");
    // Each opens at the passage for which the list has it.
    browser.wait("document.body.innerText.includes('Hit 1 of 12')");
    browser.wait(
        "document.activeElement.matches('.passage[aria-current]') && document.activeElement.innerText.includes('Peru')",
    );
    for n in 2..=12 {
        browser.keys("]");
        browser.wait(&format!("document.body.innerText.includes('Document {n} of 12')"));
        browser.wait(&format!("document.body.innerText.includes('Hit {n} of 12')"));
    }
    browser.keys("u");
    browser.wait("location.hash.startsWith('#/documents?country=pe')");
    quiet(&mut browser);
}

#[test]
fn a_dossier_goes_from_list_to_list_and_its_chart_opens_a_year() {
    let mut browser = start();
    open(&mut browser, "#/name/us");
    browser.wait("document.querySelector('.tabs a[aria-current]')");
    tab_to(&mut browser, "(at) => at.matches('.chart[role=slider]')");
    let said = browser.text("document.activeElement.getAttribute('aria-valuetext')");
    browser.keys(RIGHT);
    browser.wait(&format!("document.activeElement.getAttribute('aria-valuetext') !== {}", json!(said)));
    browser.keys(&format!("{LEFT}{ENTER}"));
    browser.wait("location.hash.startsWith('#/search?country=us')");
    let count = said.split(": ").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or("").to_owned();
    browser.wait(&format!("document.getElementById('main').innerText.includes({})", json!(count)));
    to(&mut browser, "#/name/us");
    for (label, link) in [("Statements", "view=statements"), ("Mentions", "view=kwic")] {
        tab_to(&mut browser, &format!("(at) => at.closest('.tabs') && at.textContent.includes('{label}')"));
        browser.keys(ENTER);
        browser.wait(&format!("location.hash.includes('{link}')"));
        browser.wait(&format!("document.querySelector('.tabs a[aria-current]').textContent.includes('{label}')"));
    }
    browser.wait("document.querySelector('.kwic tbody tr')");
    browser.keys("1");
    browser.wait("document.querySelector('.tabs a[aria-current]').textContent.includes('Meetings')");
    quiet(&mut browser);
}

#[test]
fn a_passage_is_cited_as_bibtex() {
    let mut browser = start();
    open(&mut browser, "#/");
    browser.keys("/");
    browser.wait("document.activeElement.id === 'header-search'");
    browser.keys(&format!("delegations{ENTER}"));
    browser.wait("document.activeElement.id === 'main' && document.querySelector('.hit')");
    browser.keys("j");
    browser.wait("document.activeElement.closest('.hit')");
    browser.keys("c");
    browser.wait("document.querySelector('#cite[open]')");
    tab_to(&mut browser, "(at) => at.matches('#cite button') && at.getAttribute('aria-label').includes('BibTeX')");
    browser.keys(ENTER);
    browser.wait("document.querySelector('.toast').innerText.includes('BibTeX')");
    quiet(&mut browser);
}
