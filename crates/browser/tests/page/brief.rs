//! A brief by keys alone: collected from lists, arranged, and taken out.

use entente_browser::{Browser, Engine};
use serde_json::json;

use super::support::{open, quiet, to};

const ALT: &str = "\u{E00A}";
const UP: &str = "\u{E013}";
const DELETE: &str = "\u{E017}";

#[test]
fn a_brief_is_collected_arranged_and_taken_out_by_keys_alone() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    for list in ["#/engagements", "#/statements", "#/pairs"] {
        to(&mut browser, list);
        browser.wait("document.querySelector('.fact-table tbody tr')");
        browser.keys("j");
        browser.wait("document.activeElement.closest('.fact-table tbody tr')");
        browser.keys("b");
        browser.wait("document.querySelector('.toast').innerText.includes('Collected')");
    }
    assert_eq!(browser.text("document.querySelector('.brief-link .count').textContent"), "3");
    browser.keys("gb");
    browser.wait("document.querySelectorAll('.brief-part').length === 3");
    browser.wait("location.hash.startsWith('#/brief?items=engagement:')");
    let last = browser.text("document.querySelectorAll('.brief-part')[2].querySelector('blockquote').textContent");
    browser.keys("jjj");
    browser.wait("document.activeElement.closest('#part-2')");
    browser.chord(&[ALT, UP]);
    let moved = "document.querySelectorAll('.brief-part')[1].querySelector('blockquote').textContent";
    browser.wait(&format!("{moved} === {}", json!(last)));
    browser.wait("document.activeElement.id === 'part-1' && location.hash.split(',')[1].startsWith('pair:')");
    // The link alone restores its items.
    browser.reload();
    browser.wait(&format!("document.querySelectorAll('.brief-part').length === 3 && {moved} === {}", json!(last)));
    // Archives keep their parts as they are, so that the words can be looked for in the file.
    browser.run(
        "const offer = URL.createObjectURL;
         URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return offer.call(URL, blob) }",
        json!([]),
    );
    browser.keys("w");
    browser.wait("window.saved");
    for words in ["PK", "word/document.xml", "source_1", "SHA-256"] {
        assert!(browser.text("window.saved").contains(words), "{words}");
    }
    browser.wait("document.querySelector('.toast').innerText.startsWith('Saved: brief')");
    browser.run("document.getElementById('part-0').focus()", json!([]));
    browser.keys(DELETE);
    browser.wait("document.querySelectorAll('.brief-part').length === 2");
    browser.click(".toast button");
    browser.wait("document.querySelectorAll('.brief-part').length === 3");
    quiet(&mut browser);
}
