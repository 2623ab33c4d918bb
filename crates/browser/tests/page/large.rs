//! Large pages: they carry an index, their texts are read when they are shown; without a usable index one is made.

use std::path::PathBuf;

use entente_browser::process::Folder;
use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, local, open_page, pack, quiet, to};

/// Enough for a page that is not read whole before it is shown.
const DOCUMENTS: usize = 600;

/// A page of [`DOCUMENTS`] texts; the last one alone has the word "needle".
fn page(arguments: &[&str]) -> (Folder, PathBuf) {
    let texts: Vec<(String, String)> = (0..DOCUMENTS)
        .map(|n| {
            let last = if n + 1 == DOCUMENTS { "A needle of Singapore.\n\n" } else { "" };
            let mut text = format!("# Consultation number{n}\n\n{last}");
            for paragraph in 0..14 {
                text.push_str(&format!(
                    "{paragraph}. Korea and Japan agreed on cyber measure{} and talk{}.\n\n",
                    n % 97,
                    paragraph
                ));
            }
            (format!("{n:04}.md"), text)
        })
        .collect();
    let documents: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    pack(&documents, arguments)
}

#[test]
fn a_large_page_lists_searches_and_shows_as_any_other() {
    for (arguments, engines) in [(vec![], &ENGINES[..1]), (vec!["--compress"], &ENGINES[..])] {
        let (_folder, page) = page(&arguments);
        for engine in engines.iter().copied() {
            let mut browser = Browser::start(engine, &[]);
            open_page(&mut browser, &page, "#/documents");
            browser.wait(&format!("document.querySelector('#main p.count')?.innerText === '{DOCUMENTS} documents'"));
            browser.wait(&format!("document.querySelectorAll('tr[id^=d-]').length === {DOCUMENTS}"));
            assert_eq!(browser.value("document.querySelector('.growing') === null"), json!(true));
            to(&mut browser, "#/search?q=needle");
            browser.wait("document.querySelectorAll('.hit').length === 1");
            browser.click(".hit a");
            browser.wait("document.querySelector('.passage[aria-current] mark')?.textContent === 'needle'");
            to(&mut browser, "#/search?q=cyber&country=sg");
            browser.wait("document.querySelector('.results .count')?.innerText.includes('No passage') || document.querySelectorAll('.hit').length === 0");
            // Lists of facts are made of all texts, which are read then.
            to(&mut browser, "#/statements");
            browser.wait("document.querySelectorAll('.fact-table tbody tr').length > 0");
            to(&mut browser, "#/search?q=%22korea%20and%20japan%22");
            browser.wait(&format!(
                "document.querySelector('.results .count')?.innerText.includes('in {DOCUMENTS} documents')"
            ));
            quiet(&mut browser);
        }
    }
}

/// `page` with something else in its data, as another file beside it.
fn changed(folder: &Folder, page: &std::path::Path, from: &str, to: &str) -> PathBuf {
    let text = std::fs::read_to_string(page).expect("the page is text");
    // Not in the plain HTML for pages without scripts, which has the same words.
    let (shell, data) = text.split_once("<!--entente:data-->").expect("a page has data");
    assert!(data.contains(from), "{from}");
    let wrong = folder.path().join("wrong.html");
    std::fs::write(&wrong, format!("{shell}<!--entente:data-->{}", data.replacen(from, to, 1)))
        .expect("a file can be written");
    wrong
}

/// Makes a page take in one text at a time, with a pause after each, until `goOn` is called: what it shows meanwhile can
/// be seen on any machine.
const SLOW: &str = "(() => {
  const start = window.setTimeout.bind(window), now = performance.now.bind(performance);
  let pause = 200, clock = 0;
  // Whoever looks at the clock twice finds a slice of time used up.
  performance.now = () => (clock += 13);
  window.setTimeout = (run, time, ...rest) => start(run, time || pause, ...rest);
  window.goOn = () => { pause = 0; performance.now = now };
})()";

fn slowly(browser: &mut Browser) {
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SLOW }));
}

#[test]
fn an_index_that_cannot_be_used_is_made_anew_and_it_is_said() {
    let (folder, page) = page(&["--compress"]);
    for (from, to) in [
        ("\"index\":{\"version\":", "\"index\":{\"version\":9"),
        ("data-entente=\"sums\">", "data-entente=\"sums\">AAAA"),
        ("data-entente=\"tables\">", "data-entente=\"tables\">AAAA"),
        ("data-entente=\"lists\">", "data-entente=\"lists\">AAAA"),
        ("data-entente=\"places\">", "data-entente=\"places\">AAAA"),
    ] {
        let wrong = changed(&folder, &page, from, to);
        let mut browser = Browser::start(Engine::Chromium, &[]);
        slowly(&mut browser);
        browser.goto(&local(&wrong, "#/documents"));
        browser.wait("document.querySelector('.growing')?.innerText.includes('made anew')");
        browser.run("goOn()", json!([]));
        browser.wait("!document.querySelector('.growing')");
        crate::support::to(&mut browser, "#/search?q=%22needle%20of%20singapore%22");
        browser.wait("document.querySelectorAll('.hit').length === 1");
        quiet(&mut browser);
    }
}

#[test]
fn while_texts_come_in_the_page_can_be_used_and_says_what_is_in() {
    let (folder, page) = page(&["--compress"]);
    let page = changed(&folder, &page, "\"index\":{\"version\":", "\"index\":{\"version\":9");
    let mut browser = Browser::start(Engine::Chromium, &[]);
    slowly(&mut browser);
    open_page(&mut browser, &page, "#/documents");
    browser.wait("document.querySelectorAll('tr[id^=d-]').length > 0");
    let says = browser.text("document.querySelector('.growing')?.innerText ?? ''");
    assert!(says.contains("of 600 documents are in"), "{says:?}");
    assert_eq!(browser.value("document.querySelector('.growing progress').max"), json!(DOCUMENTS));
    // What is in so far is found; what is not can be read all the same.
    to(&mut browser, "#/search?q=cyber");
    browser.wait("document.querySelectorAll('.hit').length > 0");
    assert_eq!(browser.value("document.querySelector('.growing') !== null"), json!(true), "texts still come in");
    let link = browser.run("return entente.corpus().then((corpus) => corpus.documents)", json!([]));
    assert_eq!(link, json!(DOCUMENTS));
    to(&mut browser, "#/documents?document=");
    to(&mut browser, "#/documents");
    browser.wait(&format!("document.querySelectorAll('tr[id^=d-]').length === {DOCUMENTS}"));
    browser.run("[...document.querySelectorAll('tr[id^=d-] a.title')].at(-1).click()", json!([]));
    browser.wait("document.querySelector('main').innerText.includes('A needle of Singapore')");
    browser.run("goOn()", json!([]));
    browser.wait("!document.querySelector('.growing')");
    to(&mut browser, "#/search?q=cyber");
    browser.wait(&format!("document.querySelector('.results .count')?.innerText.includes('in {DOCUMENTS} documents')"));
    quiet(&mut browser);
}

#[test]
fn damage_in_a_large_page_is_told_when_it_is_met_and_the_other_texts_stay_legible() {
    let (folder, page) = page(&[]);
    for (from, to, word) in [
        ("cyber measure50 ", "cyber pleasure5 ", "number50"),
        ("\"text\":\"# Consultation number7\\n", "\"txet\":\"", "number7"),
    ] {
        let wrong = changed(&folder, &page, from, to);
        for engine in ENGINES {
            let mut browser = Browser::start(engine, &[]);
            browser.goto(&local(&wrong, "#/documents"));
            browser.wait("document.querySelectorAll('tr[id^=d-]').length > 0");
            // The view may never come: the error takes its place.
            browser.run("location.hash = arguments[0]", json!([format!("#/search?q={word}")]));
            browser.wait("document.querySelector('[role=alert]')");
            let told = browser.text("document.querySelector('[role=alert]').innerText");
            assert!(told.contains("checksum") && told.contains("get the file again"), "{engine:?}: {told}");
            browser.wait("document.querySelector('main li').innerText.startsWith('Consultation number0')");
            browser.run("document.querySelectorAll('main li')[3].querySelector('summary').click()", json!([]));
            browser.wait("document.querySelectorAll('main li')[3].querySelector('pre')?.innerText.includes('number3')");
        }
    }
}

#[test]
fn a_compressed_document_can_be_read_where_web_assembly_is_off() {
    let (_folder, page) = page(&["--compress"]);
    let mut browser = Browser::start(Engine::Chromium, &["--js-flags=--jitless"]);
    browser.goto(&local(&page, ""));
    browser.wait("document.querySelector('[role=alert]')?.innerText.includes('WebAssembly')");
    browser.run("document.querySelectorAll('main li')[599].querySelector('summary').click()", json!([]));
    browser.wait(
        "document.querySelectorAll('main li')[599].querySelector('pre')?.innerText.includes('A needle of Singapore')",
    );
    quiet(&mut browser);
}

#[test]
fn a_record_that_is_not_as_written_is_told_and_the_texts_stay_legible() {
    let (folder, page) = page(&[]);
    let wrong = changed(&folder, &page, "\"value\":\"Consultation number50\"", "\"value\":\"Consultation dumber50\"");
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.goto(&local(&wrong, "#/documents"));
    browser.wait("document.querySelector('[role=alert]')");
    let told = browser.text("document.querySelector('[role=alert]').innerText");
    assert!(told.contains("checksum") && told.contains("get the file again"), "{told}");
    browser.wait("document.querySelectorAll('main li')[50].querySelector('summary')");
    browser.run("document.querySelectorAll('main li')[50].querySelector('summary').click()", json!([]));
    browser.wait("document.querySelectorAll('main li')[50].querySelector('pre')?.innerText.includes('number50')");
}

#[test]
fn a_document_of_ten_megabytes_with_a_line_of_five_is_listed_found_and_read() {
    let sentence = |n: usize| format!("Korea and Japan agreed on measure{n} against threats. ");
    let line: String = (0..100_000).map(sentence).collect();
    let paragraphs: String = (100_000..190_000).map(|n| sentence(n) + "\n\n").collect();
    let text = format!("# A very long report\n\n{line}\n\n{paragraphs}The needle is at the end.\n");
    assert!(text.len() > 10_000_000 && line.len() > 5_000_000);
    let (_folder, page) = pack(&[("long.md", &text), ("short.md", "# A short report\n\nNothing.\n")], &[]);
    let mut browser = Browser::start(Engine::Chromium, &["--disable-hang-monitor"]);
    open_page(&mut browser, &page, "#/documents");
    browser.wait("document.querySelectorAll('tr[id^=d-]').length === 2");
    to(&mut browser, "#/search?q=needle");
    browser.wait("document.querySelector('.hit mark')?.textContent === 'needle'");
    browser.click(".hit a");
    browser.wait("document.querySelector('.passage[aria-current] mark')?.textContent === 'needle'");
    // A long text is drawn around the passage in view; what stands before it is a link away.
    assert_eq!(browser.value("document.querySelectorAll('.passage').length < 2000"), json!(true));
    browser.click(".reader .text > p a");
    browser
        .wait("/^p89\\d{3}-/.test(location.hash.split('/').pop()) && document.querySelector('.passage[aria-current]')");
    to(&mut browser, "#/search?q=measure99999");
    browser.wait("document.querySelector('.hit mark')?.textContent === 'measure99999'");
    to(&mut browser, "#/statements");
    browser.wait("document.querySelectorAll('.fact-table tbody tr').length > 0");
    quiet(&mut browser);
}
