//! How long from opening the file to the list, and from typing to the answer: medians of ten in Chromium over `file://`.
//!
//! `cargo run --release -p entente-browser --example opening [PAGE]`
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use entente_browser::{Browser, Engine};
use serde_json::json;

/// Runs of each figure.
const RUNS: usize = 10;

fn main() {
    let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/entente.html");
    let page = std::env::args().nth(1).unwrap_or_else(|| built.to_owned());
    let page = std::fs::canonicalize(&page).unwrap_or_else(|error| panic!("{page}: {error}"));
    for throttle in [1, 4] {
        let mut browser = Browser::start(Engine::Chromium, &[]);
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": throttle }));
        let mut list = Vec::new();
        let mut answer = Vec::new();
        for _ in 0..RUNS {
            browser.goto("about:blank");
            browser.goto(&format!("file://{}#/documents", page.display()));
            browser.wait("document.documentElement.dataset.ready === 'true'");
            // The page notes itself when it was ready: asking from outside would add the driver's own time.
            list.push(
                browser
                    .value("Math.round(performance.getEntriesByName('entente:ready')[0].startTime)")
                    .as_u64()
                    .unwrap_or(0),
            );
            browser.run("location.hash = '#/search'", json!([]));
            browser.wait("document.getElementById('search')");
            browser.run(
                "window.answered = null; const started = performance.now(); const field = document.getElementById('search');
                 new MutationObserver(() => { if (document.querySelector('.hit mark') && window.answered === null) window.answered = Math.round(performance.now() - started) })
                   .observe(document.getElementById('main'), { childList: true, subtree: true });
                 field.value = 'consultation'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
                json!([]),
            );
            browser.wait("window.answered !== null");
            answer.push(browser.value("window.answered").as_u64().unwrap_or(0));
        }
        println!(
            "CPU at 1/{throttle}: list {} ms, first answer {} ms (120 ms of it rest after the last key)",
            median(list),
            median(answer)
        );
    }
}

fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values[values.len() / 2]
}
