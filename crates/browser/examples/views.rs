//! Measures how long views take to change: `cargo run --release -p entente-browser --example views -- [PAGE] [TIMES]`.
//!
//! One row for each view: p50 and p95 in milliseconds from the change of the link to the view laid out, and how long a key in the
//! search box keeps the page. It checks no limit.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use entente_browser::{Browser, Engine};
use serde_json::json;

/// Views, from an overview to each.
const VIEWS: [&str; 14] = [
    "#/",
    "#/search",
    "#/search?q=cooperation",
    "#/search?q=cooperation&country=us",
    "#/documents",
    "#/names",
    "#/name/kr",
    "#/engagements",
    "#/series",
    "#/commitments",
    "#/statements",
    "#/pairs",
    "#/amounts",
    "#/notes",
];

/// Goes to a link and back, and notes how long the going takes, layout included.
const MEASURE: &str = "window.took = null; const to = arguments[0];
    const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    (async () => {
        location.hash = to === '#/about' ? '#/' : '#/about';
        await settled(); await new Promise((done) => setTimeout(done, 60));
        const start = performance.now();
        const drawn = new Promise((done) => addEventListener('hashchange', () => queueMicrotask(() => setTimeout(done, 0)), { once: true }));
        location.hash = to;
        await drawn;
        document.body.getBoundingClientRect();
        window.took = performance.now() - start;
    })()";

/// Types a letter into the search box and notes how long the page is kept by it.
const TYPE: &str = "const box = document.getElementById('search');
    box.value += arguments[0];
    const start = performance.now();
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return performance.now() - start";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/entente.html");
    let page = arguments.next().map_or(built, PathBuf::from).canonicalize().expect("usage: views [PAGE] [TIMES]");
    let times: usize = arguments.next().and_then(|times| times.parse().ok()).unwrap_or(20);
    // Chromium lets a page change its link two hundred times in ten seconds only.
    let mut browser =
        Browser::start(Engine::Chromium, &["--disable-hang-monitor", "--disable-ipc-flooding-protection"]);
    browser.size(1440, 900);
    browser.goto(&format!("file://{}#/about", page.display()));
    let started = Instant::now();
    let in_yet = "document.documentElement.dataset.ready === 'true' && !document.querySelector('.growing')";
    while browser.value(in_yet) != true {
        assert!(started.elapsed() < Duration::from_secs(300), "the documents do not come in");
        std::thread::sleep(Duration::from_millis(200));
    }
    let document = {
        browser.run("location.hash = '#/documents'", json!([]));
        browser.wait("document.querySelector('tr[id^=d-] .title')");
        browser.text("document.querySelector('tr[id^=d-] .title').getAttribute('href')")
    };
    println!("{:<44} {:>8} {:>8}", "view", "p50 ms", "p95 ms");
    for view in VIEWS.iter().copied().chain([document.as_str()]) {
        let mut all = Vec::new();
        for _ in 0..times {
            browser.run(MEASURE, json!([view]));
            browser.wait("window.took !== null");
            all.extend(browser.value("window.took").as_f64());
        }
        say(view, all);
    }
    browser.run("location.hash = '#/search'", json!([]));
    browser.wait("document.getElementById('search')");
    let mut all = Vec::new();
    for letter in "cooperation agreement".chars().cycle().take(times.max(20)) {
        all.extend(browser.run(TYPE, json!([letter.to_string()])).as_f64());
        std::thread::sleep(Duration::from_millis(200));
    }
    say("a key in the search box", all);
}

fn say(what: &str, mut all: Vec<f64>) {
    all.sort_by(f64::total_cmp);
    let at = |part: usize| all.get((all.len() * part / 100).min(all.len().saturating_sub(1))).copied().unwrap_or(0.0);
    println!("{what:<44} {:>8.1} {:>8.1}", at(50), at(95));
}
