//! Measures how soon pages can be used in Chromium: `cargo run --example opening -- [PAGE…]`.
//!
//! Without arguments it opens the page that was built (or `ENTENTE_PAGE`). Several pages are opened in turn, so that what else
//! the machine does meets all of them alike. Prints medians in milliseconds from the start of navigation, at full speed and
//! at a quarter of it. It checks no limit.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::path::{Path, PathBuf};

use entente_browser::{Browser, Engine};
use serde_json::json;

/// Openings of each page; odd, so that one of them is the median.
const OPENINGS: usize = 15;

/// What is waited for: a name, the fragment of the link, the element that has to be there.
const SCREENS: [(&str, &str, &str); 2] =
    [("list of documents", "#/documents", "tr[id^=d-]"), ("answered search", "#/search?q=cyber", ".hit")];

fn main() {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/entente.html");
    let mut pages: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if pages.is_empty() {
        pages.push(std::env::var_os("ENTENTE_PAGE").map_or(built, Into::into));
    }
    for page in &mut pages {
        *page = page.canonicalize().expect("usage: opening [PAGE…]; build the page first: cargo xtask build");
    }
    println!("milliseconds from the start of navigation, median of {OPENINGS}:");
    for (speed, rate) in [("full speed", 1), ("a quarter of the speed", 4)] {
        let mut browser = Browser::start(Engine::Chromium, &[]);
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
        for (what, fragment, selector) in SCREENS {
            let mut times = vec![Vec::new(); pages.len()];
            for _ in 0..OPENINGS {
                for (page, times) in pages.iter().zip(&mut times) {
                    times.push(time_to_show(&mut browser, page, fragment, selector));
                }
            }
            for (page, times) in pages.iter().zip(&mut times) {
                times.sort_by(f64::total_cmp);
                let (least, median, most) = (times[0], times[OPENINGS / 2], times[OPENINGS - 1]);
                println!("{speed}, {what}: {median:.0} ({least:.0} to {most:.0}) {}", page.display());
            }
        }
    }
}

/// Opens the page again and waits, in the page, until `selector` is there and drawn.
fn time_to_show(browser: &mut Browser, page: &Path, fragment: &str, selector: &str) -> f64 {
    browser.goto("about:blank");
    browser.goto(&format!("file://{}{fragment}", page.display()));
    // The page's own mark would be nearer, but says nothing about drawing either: the paint entry
    // bounds it from below, the moment this looks from above.
    browser.run(
        "const look = () => document.querySelector(arguments[0]) ? requestAnimationFrame(() => { window.shownAt = performance.now() }) : setTimeout(look, 1); look()",
        json!([selector]),
    );
    browser.wait("window.shownAt");
    browser.value("window.shownAt").as_f64().unwrap_or(f64::NAN)
}
