//! What a reader does: search, open, filter, read, by mouse and by keys.

use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, open, quiet, to};

#[test]
fn words_are_found_as_they_are_typed_and_open_at_the_hit_with_the_highlight_kept() {
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        open(&mut browser, "#/search");
        browser.run("document.getElementById('search').focus()", json!([]));
        browser.keys("pirac");
        browser.wait("document.querySelectorAll('.hit mark').length > 0");
        browser.wait("location.hash === '#/search?q=pirac'");
        let first = browser.text("document.querySelector('.hit mark').textContent.toLowerCase()");
        assert!(first.starts_with("pirac"), "{engine:?}: {first}");
        browser.run("document.querySelector('.hit a').click()", json!([]));
        browser.wait("document.querySelector('.passage[aria-current=true] mark')");
        assert!(browser.text("location.hash").contains("?q=pirac"), "{engine:?}");
        // The hit is in sight.
        let top = "document.querySelector('.passage[aria-current=true]').getBoundingClientRect().top";
        browser.wait(&format!("{top} >= 0 && {top} < 700"));
        quiet(&mut browser);
    }
}

#[test]
fn filters_combine_with_the_words_and_with_each_other_and_keep_their_counts_honest() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=cyber");
    let total = "Number(document.querySelector('.result-head .count').textContent.split(' ')[0])";
    browser.wait(&format!("{total} > 0"));
    let all = browser.value(total).as_u64().expect("a count");
    browser.run("document.querySelectorAll('.facet .plain-button').forEach((more) => more.click())", json!([]));
    let row = "[...document.querySelectorAll('.facet-value')].find((row) => row.querySelector('.label').textContent === 'Singapore')";
    browser.wait(row);
    let promised = browser.text(&format!("{row}.querySelector('.count').textContent"));
    browser.run(&format!("{row}.querySelector('input').click()"), json!([]));
    browser.wait("location.hash.includes('country=sg')");
    browser.wait(&format!("{total} !== {all}"));
    assert_eq!(browser.value(total).to_string(), promised, "the count that was shown is the count that comes");
    browser.wait("document.querySelector('.chip bdi')?.textContent === 'Singapore'");
    browser.run("document.querySelector('.chip button').click()", json!([]));
    browser.wait("location.hash === '#/search?q=cyber'");
    browser.wait(&format!("{total} === {all}"));
}

#[test]
fn a_known_name_in_the_link_becomes_the_country() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?country=ROK&country=United+States");
    let chips = browser.text("[...document.querySelectorAll('.chip bdi')].map((chip) => chip.textContent).join('|')");
    assert_eq!(chips, "Korea|US", "in the form that the documents print most");
}

#[test]
fn every_shape_of_the_given_documents_is_read_as_what_it_is() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=%22Agenda+Item%22");
    browser.run("document.querySelector('.hit-group a.title').click()", json!([]));
    browser.wait("document.querySelectorAll('.passage').length > 300");
    for (what, selector) in [
        ("the form's areas", ".passage[data-kind=heading] h3"),
        ("the form's own headings", ".passage[data-kind=heading][data-template]"),
        ("the form's questions", ".passage[data-kind=question]"),
        ("answers left empty", ".passage[data-kind=answer] .left-empty"),
        ("items", ".passage[data-kind=item][data-level='1']"),
        ("items below items", ".passage[data-kind=item][data-level='2']"),
        ("names", ".passage .name[data-kind=country]"),
    ] {
        assert!(
            browser.value(&format!("document.querySelectorAll(\"{selector}\").length")).as_u64() > Some(0),
            "{what}"
        );
    }
    let before = browser.value("scrollY").as_f64();
    browser.run("document.querySelectorAll('.outline a')[12].click()", json!([]));
    browser.wait("scrollY > 400");
    assert!(browser.value("scrollY").as_f64() > before);
    assert_eq!(browser.value("document.querySelectorAll('main pre').length"), json!(0), "structured, not raw");
}

#[test]
fn keys_alone_lead_from_the_overview_to_a_passage_and_back() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.keys("gs");
    browser.wait("document.activeElement.id === 'search'");
    browser.keys("consultation\u{E007}");
    browser.wait("location.hash === '#/search?q=consultation'");
    // Before, the passages without a search are listed.
    browser.wait("[...document.querySelectorAll('.hit')].every(hit => /consult/i.test(hit.textContent))");
    browser.keys("\u{E004}\u{E004}");
    browser.keys("jj");
    browser.wait("document.activeElement.closest('.hit')");
    browser.keys("\u{E007}");
    browser.wait("location.hash.startsWith('#/doc/')");
    browser.wait("document.activeElement.closest('.passage')");
    browser.keys("gd");
    browser.wait("location.hash === '#/documents'");
    browser.keys("?");
    browser.wait("document.querySelector('dialog[open]')");
    browser.keys("\u{E00C}");
    browser.wait("!document.querySelector('dialog[open]')");
}

#[test]
fn the_address_of_a_passage_can_be_copied() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=piracy");
    browser.run("document.querySelector('.hit a').click()", json!([]));
    browser.wait("document.querySelector('.passage[aria-current] [data-does=link]')");
    browser.run("document.querySelector('.passage[aria-current] [data-does=link]').click()", json!([]));
    browser.wait("document.body.innerText.includes('Copied: link') || document.querySelector('.copy-field')");
    to(&mut browser, "#/about");
    quiet(&mut browser);
}
