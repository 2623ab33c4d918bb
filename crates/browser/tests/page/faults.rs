//! Bad states: each says in a sentence what is wrong, and the documents stay legible.

use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, altered, local, open_page, pack, page, quiet};

#[test]
fn a_damaged_page_says_so_in_a_sentence() {
    for engine in ENGINES {
        let (_folder, damaged) = altered("counter-terrorism consultations", "counter-terrorism insultations");
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&local(&damaged, ""));
        browser.wait("document.querySelector('[role=alert]')");
        let says = browser.text("document.querySelector('[role=alert]').innerText");
        assert!(says.contains("damaged") && says.contains("get the file again"), "{engine:?}: {says}");
        let titles = browser.value("document.querySelectorAll('main.plain li').length").as_u64();
        assert!(titles > Some(0), "{engine:?}: the list is still there");
    }
}

#[test]
fn without_scripts_the_texts_are_a_plain_document() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.goto(&local(&page(), ""));
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    let text = browser.text("document.body.innerText");
    let twice = "[...document.querySelectorAll('article')].filter((a) => a.querySelector('h3')?.textContent === a.querySelector('h2').textContent).length";
    assert_eq!(browser.value(twice), json!(0), "a title stands once");
    for part in ["Scripts are off", "The fourth Republic of Korea-United States", "EXECUTIVE SUMMARY"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn without_web_assembly_a_document_can_be_read_as_text() {
    let mut browser = Browser::start(Engine::Chromium, &["--js-flags=--jitless"]);
    browser.goto(&local(&page(), ""));
    browser.wait("document.querySelector('[role=alert]')");
    assert!(browser.text("document.querySelector('[role=alert]').innerText").contains("WebAssembly"));
    browser.run("document.querySelector('li details summary').click()", json!([]));
    browser.wait("document.querySelector('li details[open] pre').innerText.includes('Cyber Policy Consultation')");
}

#[test]
fn one_document_long_titles_and_right_to_left_text_are_shown() {
    let long = format!("# {}\n\nOne short text about Korea.\n", "A very long title of a document ".repeat(10));
    let (_folder, one) = pack(&[("one.md", &long)], &[]);
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(390, 844);
    open_page(&mut browser, &one, "#/documents");
    assert_eq!(browser.value("document.querySelectorAll('tr[id^=d-]').length"), json!(1));
    assert_eq!(browser.value("document.documentElement.scrollWidth <= innerWidth"), json!(true));

    let arabic = "# بيان مشترك\n\nاتفق الجانبان على التعاون.\n";
    let (_folder, right) = pack(
        &[("a.md", arabic), ("b.md", "# 공동성명\n\n양측은 협력하기로 하였다.\n")],
        &["--title", "السلام and peace"],
    );
    open_page(&mut browser, &right, "#/documents");
    browser.run("document.querySelector('a.title').click()", json!([]));
    browser.wait("document.querySelector('.passage')");
    let direction =
        browser.text("getComputedStyle(document.querySelector('.passage[data-kind=paragraph] p')).direction");
    assert_eq!(direction, "rtl");
    quiet(&mut browser);
}

#[test]
fn a_compressed_page_opens_like_any_other() {
    for engine in ENGINES {
        let (_folder, packed) = pack(
            &[("a.txt", "JOINT STATEMENT\n\nKorea and Japan agreed.\n"), ("b.txt", "Another text of Japan.\n")],
            &["--compress"],
        );
        let text = std::fs::read_to_string(&packed).expect("the page is text");
        assert!(!text.contains("data-document=\"0\">{"), "no clear JSON");
        let mut browser = Browser::start(engine, &[]);
        open_page(&mut browser, &packed, "#/search?q=japan");
        browser.wait("document.querySelectorAll('.hit').length === 2");
        quiet(&mut browser);
    }
}

#[test]
fn a_fault_of_the_application_shows_a_card_and_the_documents_stay_legible() {
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        open_page(&mut browser, &page(), "#/documents");
        // A browser that refuses an element is a fault that the application cannot mend.
        browser.run(
            "const make = Document.prototype.createElement.bind(document);
             document.createElement = (name, ...rest) => { if (name === 'code') throw new Error('refused'); return make(name, ...rest) };
             location.hash = '#/about'",
            json!([]),
        );
        browser.wait("document.querySelector('[role=alert]')");
        let says = browser.text("document.querySelector('[role=alert]').innerText");
        assert!(says.contains("fault") && says.contains("Reload"), "{engine:?}: {says}");
        browser.run("document.querySelector('[role=alert] details').open = true", json!([]));
        assert!(
            browser.text("document.querySelector('[role=alert] pre').innerText").contains("panicked"),
            "{engine:?}"
        );
        browser.run("document.querySelector('main li details summary').click()", json!([]));
        browser.wait(
            "document.querySelector('main li details[open] pre').innerText.includes('Cyber Policy Consultation')",
        );
        // Another view is not at fault: the way to it stands on the card.
        browser.run("document.querySelector('[role=alert] a').click()", json!([]));
        browser.wait(
            "location.hash === '#/' && !document.querySelector('[role=alert]') && document.querySelector('main h1')",
        );
    }
}

#[test]
fn a_page_without_documents_says_what_to_do() {
    // `entente pack` writes no empty page; a script could.
    let text = std::fs::read_to_string(page()).expect("the page is text");
    let (head, _) = entente_page::payload_of(&text).expect("whole");
    let payload = entente_page::Payload {
        schema: head.schema,
        catalogue: format!("{{\"schema\":{},\"documents\":[]}}", head.schema),
        ties: std::array::from_fn(|_| "[]".to_owned()),
        ..entente_page::Payload::default()
    };
    let contents = entente_page::Contents { title: "Nothing".into(), payload, ..entente_page::Contents::default() };
    let folder = entente_browser::process::Folder::new("empty");
    let path = folder.path().join("page.html");
    std::fs::write(&path, entente_page::with_contents(&text, &contents, &Default::default).expect("a page"))
        .expect("a file can be written");
    let mut browser = Browser::start(Engine::Chromium, &[]);
    for view in ["#/", "#/documents", "#/search?q=x", "#/about"] {
        open_page(&mut browser, &path, view);
        browser.wait("document.querySelector('#main h1')");
    }
    open_page(&mut browser, &path, "#/");
    assert!(browser.text("document.getElementById('main').innerText").contains("holds no documents"));
    quiet(&mut browser);
}

#[test]
fn a_page_of_another_format_or_schema_says_what_to_do() {
    let format = format!("{{\"format\":{},", entente_page::payload::FORMAT);
    for (from, to, what) in
        [(format.as_str(), "{\"format\":99,", "format 99,"), ("\"schema\":", "\"schema\":900", "schema 900")]
    {
        let (_folder, other) = altered(from, to);
        for engine in ENGINES {
            let mut browser = Browser::start(engine, &[]);
            browser.goto(&local(&other, ""));
            browser.wait("document.querySelector('[role=alert]')");
            let says = browser.text("document.querySelector('[role=alert]').innerText");
            assert!(says.contains(what) && says.contains("pack the documents again"), "{engine:?}: {says}");
            let titles = browser.value("document.querySelectorAll('main.plain li').length").as_u64();
            assert!(titles > Some(0), "{engine:?}: the list is still there");
        }
    }
}

#[test]
fn a_browser_that_forbids_storage_shows_the_page_and_its_settings_without_a_word() {
    let forbid = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError') } })";
    for (engine, settings) in [(Engine::Chromium, vec![]), (Engine::Firefox, vec!["dom.storage.enabled=false"])] {
        let mut browser = Browser::start(engine, &settings);
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": forbid }));
        open_page(&mut browser, &page(), "#/search?q=cyber");
        let stored = browser.value("(() => { try { return localStorage !== null } catch { return false } })()");
        assert_eq!(stored, json!(false), "{engine:?}: storage is forbidden");
        browser.wait("document.querySelectorAll('.hit').length > 0");
        // A setting lasts as long as the page is open.
        browser.run("document.querySelector('.actions details').open = true", json!([]));
        browser.run(
            "[...document.querySelectorAll('.choices button')].find((button) => button.textContent === 'Dark').click()",
            json!([]),
        );
        browser.wait("document.documentElement.dataset.theme === 'dark'");
        browser.click(".hit a");
        browser.wait("document.querySelector('.passage[aria-current]')");
        assert_eq!(browser.text("document.documentElement.dataset.theme"), "dark", "{engine:?}");
        quiet(&mut browser);
    }
}
