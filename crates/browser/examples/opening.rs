//! Measures how soon the built page can be used in Chromium: `cargo run --example opening`.
//!
//! Prints medians of ten openings, plain and at a quarter of the processor's speed. It checks no limit.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::path::Path;

use entente_browser::{Browser, Engine};
use serde_json::json;

const OPENINGS: usize = 10;

fn main() {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/entente.html");
    let page = std::env::var_os("ENTENTE_PAGE").map_or(built, Into::into);
    let page = page.canonicalize().expect("build the page first: cargo xtask build");
    println!("milliseconds from the start of navigation, median of {OPENINGS}:");
    for (speed, rate) in [("full speed", 1), ("a quarter of the speed", 4)] {
        let mut browser = Browser::start(Engine::Chromium, &[]);
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
        let list = median(&mut browser, &page, "#/documents", ".document-line");
        let answer = median(&mut browser, &page, "#/search?q=cyber", ".hit");
        println!("{speed}: list of documents shown {list:.0}, answered search shown {answer:.0}");
    }
}

/// Opens the page anew each time and waits, in the page, until `selector` is there and drawn.
fn median(browser: &mut Browser, page: &Path, fragment: &str, selector: &str) -> f64 {
    let mut times: Vec<f64> = (0..OPENINGS)
        .map(|_| {
            browser.goto("about:blank");
            browser.goto(&format!("file://{}{fragment}", page.display()));
            // The page's own mark would be nearer, but also tells nothing of drawing: the paint entry
            // bounds it from below, the moment this looks from above.
            browser.run(
                "const look = () => document.querySelector(arguments[0]) ? requestAnimationFrame(() => { window.shownAt = performance.now() }) : setTimeout(look, 1); look()",
                json!([selector]),
            );
            browser.wait("window.shownAt");
            browser.value("window.shownAt").as_f64().unwrap_or(f64::NAN)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    f64::midpoint(times[OPENINGS / 2 - 1], times[OPENINGS / 2])
}
