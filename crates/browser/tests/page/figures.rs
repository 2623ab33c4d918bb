//! A figure for a slide, by keys alone.

use entente_browser::Browser;
use serde_json::json;

use super::desk::{ENTER, start, tab_to};
use super::support::{open, quiet};

const DOWN: &str = "\u{E015}";

/// Keeps what is offered as a file.
fn keep_saved(browser: &mut Browser) {
    browser.run(
        "const offer = URL.createObjectURL;
         URL.createObjectURL = (blob) => {
           window.savedType = blob.type;
           blob.text().then((text) => { window.saved = text });
           return offer.call(URL, blob)
         }",
        json!([]),
    );
}

#[test]
fn a_figure_is_saved_with_its_title_filter_and_edition() {
    let mut browser = start();
    open(&mut browser, "#/");
    browser.keys("ge");
    browser.wait("location.hash === '#/engagements' && document.activeElement.id === 'main'");
    browser.keys("f");
    browser.wait("document.activeElement.id === 'find'");
    browser.keys("japan");
    browser.wait("document.querySelector('#filter-offers [aria-selected=true]')");
    browser.keys(ENTER);
    browser.wait("location.hash.includes('country=jp')");
    browser.keys("\u{E00C}");
    browser.wait("document.activeElement.id === 'main'");
    tab_to(&mut browser, "(at) => at.textContent === 'Lanes'");
    browser.keys(ENTER);
    browser.wait("location.hash.includes('view=lanes') && document.querySelector('.chart[role=slider]')");
    let meetings = browser.text("document.querySelector('h1').textContent");
    tab_to(&mut browser, "(at) => at.matches('.chart[role=slider]')");
    let before = browser.text("document.activeElement.getAttribute('aria-valuetext')");
    browser.keys(DOWN);
    browser.wait(&format!("document.activeElement.getAttribute('aria-valuetext') !== {}", json!(before)));
    keep_saved(&mut browser);
    tab_to(&mut browser, "(at) => at.closest('.figure-tools') && at.textContent === 'SVG'");
    browser.keys(ENTER);
    browser.wait("window.saved");
    let svg = browser.text("window.saved");
    for words in ["<svg", "Filter: ", "contents ", " by series, ", "announced or planned"] {
        assert!(svg.contains(words), "{words}: {svg}");
    }
    for never in ["<script", " style=", "class=", "href", "<foreignObject"] {
        assert!(!svg.contains(never), "{never}: {svg}");
    }
    assert!(meetings.contains("meetings"), "{meetings}");
    // As PNG it has points.
    browser.run("window.saved = ''", json!([]));
    tab_to(&mut browser, "(at) => at.closest('.figure-tools') && at.textContent === 'PNG'");
    browser.keys(ENTER);
    browser.wait("window.saved && window.savedType === 'image/png'");
    assert!(browser.text("window.saved.slice(1, 4)").starts_with("PNG"));
    browser.wait("document.querySelector('.toast').innerText.startsWith('Saved: ')");
    quiet(&mut browser);
}
