//! The link is the state.

use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, open, quiet, to};

#[test]
fn back_forward_reload_and_a_pasted_link_restore_the_same_view() {
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        open(&mut browser, "#/search?q=cyber&country=us");
        let results = "document.querySelector('.results')?.innerText ?? ''";
        // The rows below the screen come in several turns: the text is whole once it has stayed the same.
        browser.wait(&format!(
            "(() => {{ const now = {results}, same = window.before === now; window.before = now; return same && now.includes('passages in') }})()"
        ));
        let first = browser.text(results);
        browser.click(".hit:nth-child(2) a");
        browser.wait("document.querySelector('.passage[aria-current]')");
        let opened = browser.text("location.hash");
        browser.back();
        browser.wait(&format!("{results} === {}", json!(first)));
        browser.forward();
        browser
            .wait(&format!("document.querySelector('.passage[aria-current]') && location.hash === {}", json!(opened)));
        browser.reload();
        browser.wait("document.querySelector('.passage[aria-current] mark')");
        open(&mut browser, "#/search?country=us&q=cyber");
        // The same link in another order.
        browser.wait(&format!("{results} === {}", json!(first)));
        quiet(&mut browser);
    }
}

#[test]
fn going_back_returns_to_the_place_and_the_link_that_was_left() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(1024, 600);
    open(&mut browser, "#/search?q=korea");
    let link = "document.querySelectorAll('.hit a[href^=\"#/doc/\"]')[20]";
    let click = "link.focus(); link.scrollIntoView({ block: 'center' }); link.click()";
    browser.run(&format!("const link = {link}; {click}"), json!([]));
    browser.wait("document.querySelector('.passage[aria-current]')");
    browser.back();
    browser.wait(&format!("document.activeElement === {link} && scrollY > 500"));
}

#[test]
fn going_back_to_a_document_shows_the_passage_where_it_was() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=korea");
    let link = browser.text("document.querySelectorAll('.hit a[href^=\"#/doc/\"]')[5].hash");
    open(&mut browser, &link);
    browser.wait("document.querySelector('.passage[aria-current]')");
    // The record above the text is open in the first document that is opened, and closed when one comes back.
    let top = "Math.round(document.querySelector('.passage[aria-current]').getBoundingClientRect().top)";
    let before = browser.value(top);
    to(&mut browser, "#/engagements");
    browser.back();
    browser.wait(&format!("document.querySelector('.passage[aria-current]') && {top} === {before}"));
}

#[test]
fn a_name_in_a_filter_is_an_id_in_the_address_and_no_entry_of_the_history_more() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/documents?country=Japan");
    browser.wait("location.hash === '#/documents?country=jp'");
    let entries = browser.value("history.length").as_u64().expect("a number");
    to(&mut browser, "#/amounts?topic=Cyber%20Security&country=KR");
    browser.wait("location.hash === '#/amounts?country=kr&topic=cyber-security'");
    assert_eq!(browser.value("history.length").as_u64(), Some(entries + 1));
    browser.back();
    browser.wait("location.hash === '#/documents?country=jp'");
}

#[test]
fn what_a_link_names_and_this_file_lacks_is_named_and_never_a_blank_page() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    for (link, says) in [
        ("#/relatoins/x", "There is no such view"),
        ("#/doc/none-00000000", "This document is not in this file"),
        ("#/doc/%3Cscript%3E/p1", "This document is not in this file"),
        ("#/search?country=atlantis", "not in this file"),
        ("#/documents?colour=red", "“colour”"),
        ("#/%E0%A4%A", "There is no such view"),
    ] {
        to(&mut browser, link);
        browser.wait(&format!("document.getElementById('main').innerText.includes({})", json!(says)));
        let ways = browser.value("document.querySelectorAll('#main a, #main button').length").as_u64();
        assert!(ways > Some(0), "{link} leaves a way on");
    }
    quiet(&mut browser);
}

#[test]
fn a_passage_that_has_gone_opens_the_nearest_with_a_notice() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/documents");
    let link = browser.text("document.querySelector('a.title').getAttribute('href')");
    // Without the list that it was opened from.
    let document = link.split('?').next().unwrap_or_default();
    to(&mut browser, &format!("{document}/p5-zzzzzz"));
    browser.wait("document.querySelector('.notice') && document.querySelector('.passage[aria-current]')");
    assert!(browser.text("document.querySelector('.notice').innerText").contains("not in this document"));
    for (width, height) in [(1440, 900), (390, 844)] {
        browser.size(width, height);
        browser.reload();
        browser.wait("document.querySelector('.notice') && document.querySelector('.passage[aria-current]')");
        let covered = browser.value(
            "(() => { const notice = document.querySelector('.notice').getBoundingClientRect();
                const header = document.querySelector('header.top').getBoundingClientRect();
                const passage = document.querySelector('.passage[aria-current]').getBoundingClientRect();
                return [header.bottom - notice.top, notice.bottom - passage.top, passage.top - innerHeight] })()",
        );
        let numbers: Vec<f64> =
            covered.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
        assert!(
            numbers.len() == 3 && numbers.iter().all(|by| *by <= 1.0),
            "at {width}, notice and passage are in sight: {numbers:?}"
        );
    }
}

#[test]
fn words_typed_just_before_going_elsewhere_do_not_lead_back() {
    // Words go into the link once the reader pauses. Here the pause ends after the address has changed and before the browser fires
    // `hashchange`. A page that still believed in the old address would put the words into the link of the list that was left.
    let type_and_go = "const field = document.getElementById('find');
        const wait = window.setTimeout;
        let pause;
        window.setTimeout = (then, time, ...rest) => (time === 120 ? ((pause = then), 0) : wait(then, time, ...rest));
        field.focus();
        field.value = 'kor';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        wait(() => {
            window.setTimeout = wait;
            location.hash = '#/notes';
            pause();
        }, 20);";
    let mut browser = Browser::start(Engine::Chromium, &[]);
    for _ in 0..2 {
        open(&mut browser, "#/names");
        browser.run(type_and_go, json!([]));
        browser.wait("document.querySelector('[data-table=notes]')");
        browser.run("window.rested = false; setTimeout(() => { window.rested = true }, 400)", json!([]));
        browser.wait("window.rested");
        assert_eq!(browser.text("location.hash"), "#/notes");
        // The words do not go along to the other list.
        browser.wait("document.getElementById('find').value === ''");
        browser.back();
        browser.wait("document.querySelector('[data-table=names]')");
        assert_eq!(browser.text("location.hash"), "#/names");
    }
    quiet(&mut browser);
}

#[test]
fn a_key_that_comes_while_a_view_is_drawn_again_is_kept() {
    // yew draws for 16 ms at a time and lets the browser take keys in between. Here the clock runs so fast that it pauses wherever it
    // may, and a key comes in the first pause.
    let slow_down = "let now = Date.now();
        Date.now = () => (now += 100);
        const wait = window.setTimeout;
        window.keys = 0;
        window.setTimeout = (then, time, ...rest) => wait(() => {
            if (time === 0 && window.keys === 0) {
                window.keys = 1;
                const field = document.getElementById('find');
                field.value = 'kor';
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                // Before the words go into the link, which would put them into the field again.
                wait(() => { window.kept = document.getElementById('find').value }, 60);
            }
            typeof then === 'function' && then();
        }, time, ...rest);
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', bubbles: true }));";
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/names");
    browser.wait("document.getElementById('find')");
    browser.run("window.rested = false; setTimeout(() => { window.rested = true }, 300)", json!([]));
    browser.wait("window.rested");
    browser.run(slow_down, json!([]));
    browser.wait("window.kept !== undefined && document.documentElement.dataset.rows === 'one'");
    assert_eq!(browser.text("window.kept"), "kor");
    browser.wait(
        "document.querySelector('#filter-offers [role=option]') && document.getElementById('find').value === 'kor'",
    );
    quiet(&mut browser);
}
