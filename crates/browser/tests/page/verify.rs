//! Check a text, by keys: paste, check, go through the sentences, open a place and come back; and input that is not text.

use std::path::Path;
use std::process::Command;

use entente_browser::process::Folder;
use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::accessibility::violations;
use crate::support::{axe, binary, local, open, quiet, to};

/// Ten sentences over the given documents.
const DRAFT: &str = include_str!("../../../../src/screens/snapshots/draft.txt");

/// Puts a text into the field, as pasting does.
fn paste(browser: &mut Browser, text: &str) {
    browser.wait("document.getElementById('draft')");
    browser.run(
        "const field = document.getElementById('draft');
         field.focus(); field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        json!([text]),
    );
}

/// Presses Ctrl+Enter in the field and waits until the check has ended.
fn check(browser: &mut Browser) {
    browser.run(
        "document.getElementById('draft').dispatchEvent(new KeyboardEvent('keydown',
         { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))",
        json!([]),
    );
    browser.wait("!document.querySelector('.check-progress') && (document.querySelector('.sums') || document.querySelector('.draft .notice'))");
}

#[test]
fn a_text_is_pasted_checked_and_gone_through_by_keys_and_back_restores_it() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.keys("gv");
    browser.wait("location.hash === '#/verify'");
    paste(&mut browser, DRAFT);
    check(&mut browser);
    browser.wait("document.querySelectorAll('.checked').length === 10");
    browser.wait("document.activeElement.id === 'edit-draft'");
    let states = browser.text(
        "[...document.querySelectorAll('.checked > header .state')].map((state) => state.textContent).join('; ')",
    );
    for says in ["Quotation stands", "Quotation differs", "Quotation not in this file", "New in this file"] {
        assert!(states.contains(says), "{says}: {states}");
    }
    let drawn = "document.querySelector('.mark[data-state=stands]')";
    let green = browser.text(&format!("getComputedStyle({drawn}).fontFamily"));
    assert!(green.contains("Charter") || green.contains("serif"), "{green}");
    assert!(browser.text(&format!("{drawn}.textContent")).contains("word for word"), "the state is a word, too");
    // From sentence to sentence, and into the first place of the third one.
    browser.keys("jjj");
    browser.wait("document.activeElement.closest('.checked')?.id === 'sentence-3'");
    browser.keys("k");
    browser.wait("document.activeElement.closest('.checked')?.id === 'sentence-2'");
    browser.keys("j");
    browser.run("document.activeElement.click()", json!([]));
    browser.wait("location.hash.startsWith('#/doc/') && document.querySelector('.passage[aria-current]')");
    browser.back();
    browser.wait("location.hash === '#/verify' && document.querySelectorAll('.checked').length === 10");
    browser.wait("document.activeElement.closest('.checked')?.id === 'sentence-3'");
    // The text can be changed; what is said follows when the reader pauses.
    browser.click("#edit-draft");
    browser.wait("document.getElementById('draft').value.includes('Zelenkovsky')");
    browser.wait("document.activeElement.id === 'draft'");
    paste(&mut browser, "They “committed to maintain close communication and coordination in the cyber domain”.");
    browser.wait("document.querySelectorAll('.checked').length === 1");
    quiet(&mut browser);
}

#[test]
fn precedents_are_limited_by_the_link_and_a_clause_has_its_history() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/verify");
    let clause = "Korea has held bilateral consultations on cyber security and policy with concerned countries since October 2012.";
    paste(&mut browser, clause);
    check(&mut browser);
    browser.wait("document.querySelectorAll('.precedent').length > 1");
    browser.run("location.hash = '#/verify?to=1990'", json!([]));
    browser.wait("document.querySelectorAll('.checked').length === 1 && !document.querySelector('.precedent')");
    browser.run("location.hash = '#/verify'", json!([]));
    browser.wait("document.querySelectorAll('.precedent').length > 1");
    browser.click(".precedent a[href^='#/history/']");
    browser.wait("location.hash.startsWith('#/history/') && document.querySelectorAll('.history > li').length > 1");
    assert!(browser.text("document.querySelector('.history').textContent").contains("this clause"));
    quiet(&mut browser);
}

#[test]
fn texts_that_are_none_are_told_plainly_and_nothing_hangs() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/verify");
    for (text, says) in [
        ("", "no text to check"),
        ("“” ‘’ «» \u{201e}", "no word that could be checked"),
        ("\u{0}\u{1}\u{2} \u{202e}", "no word that could be checked"),
    ] {
        paste(&mut browser, text);
        check(&mut browser);
        browser.wait(&format!("document.querySelector('.draft').textContent.includes({})", json!(says)));
        if browser.value("!!document.getElementById('edit-draft')").as_bool() == Some(true) {
            browser.click("#edit-draft");
            browser.wait("document.getElementById('draft')");
        }
    }
    // Ten megabytes: the beginning is checked, the page says how much is not, and the check can be stopped.
    browser.run(
        "const field = document.getElementById('draft');
         field.value = 'The two sides agreed to exchange information on cyber threats. '.repeat(160000);
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))",
        json!([]),
    );
    browser.wait("document.querySelector('.check-progress button')");
    browser.click(".check-progress button");
    browser.wait("!document.querySelector('.check-progress')");
    let shown = browser.text("document.querySelector('.draft').textContent");
    assert!(shown.contains("Stopped: ") && shown.contains("were not read"), "the button stops the check: {shown}");
    quiet(&mut browser);
}

#[test]
fn axe_finds_nothing_on_a_checked_text_and_a_history() {
    let axe = axe();
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/verify");
    paste(&mut browser, DRAFT);
    check(&mut browser);
    let history = browser.text("document.querySelector('.precedent a[href^=\"#/history/\"]').getAttribute('href')");
    for link in ["#/verify", history.as_str()] {
        to(&mut browser, link);
        for (width, height, dark) in [(1440, 900, false), (1024, 768, true), (390, 844, false), (320, 700, true)] {
            browser.size(width, height);
            browser.dark(dark);
            let found = violations(&mut browser, &axe);
            assert!(found.is_empty(), "{link} at {width}, dark {dark}: {found:#?}");
            let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
            assert!(wide <= u64::from(width), "{link} at {width} is {wide} wide");
        }
    }
    quiet(&mut browser);
}

#[test]
fn the_report_of_the_command_line_is_one_clean_file_that_can_be_printed() {
    let axe = axe();
    let folder = Folder::new("verify-report");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let draft = folder.path().join("draft.txt");
    std::fs::write(&draft, DRAFT).expect("the draft can be written");
    let mut command = Command::new(binary());
    let output = command.arg("verify").arg(root.join("seeds")).arg(&draft).args(["--format", "html"]).output();
    let report = output.expect("the command line runs").stdout;
    let path = folder.path().join("report.html");
    std::fs::write(&path, &report).expect("the report can be written");
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.goto(&local(&path, ""));
    browser.wait("document.querySelectorAll('.sentences > li').length === 10");
    assert_eq!(browser.value("document.scripts.length").as_u64(), Some(0));
    for (width, dark) in [(1440, false), (390, true), (320, false)] {
        browser.size(width, 800);
        browser.dark(dark);
        let found = violations(&mut browser, &axe);
        assert!(found.is_empty(), "at {width}, dark {dark}: {found:#?}");
        let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
        assert!(wide <= u64::from(width), "at {width} it is {wide} wide");
    }
    assert!(browser.paper().starts_with(b"%PDF"));
}
