//! It opens by double click, complete and quiet.

use std::path::Path;

use entente_browser::Browser;
use serde_json::json;

use crate::support::{ENGINES, open, page, quiet};

#[test]
fn the_page_lists_its_documents_and_asks_for_nothing_in_every_engine() {
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        open(&mut browser, "#/documents");
        browser.wait("document.querySelectorAll('tr[id^=d-]').length > 0");
        let shown = browser.value("document.querySelectorAll('tr[id^=d-]').length").as_u64();
        assert_eq!(shown, Some(seeds() as u64), "{engine:?}");
        quiet(&mut browser);
    }
}

/// Files of the folder that the page was built from.
fn seeds() -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    std::fs::read_dir(folder).expect("the folder is there").count()
}

#[test]
fn the_policy_stops_scripts_and_requests_that_are_not_the_pages_own() {
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        open(&mut browser, "#/");
        let outcome = browser.run(
            "window.ran = false; window.stopped = [];
             document.addEventListener('securitypolicyviolation', (event) => window.stopped.push(event.effectiveDirective));
             const script = document.createElement('script'); script.textContent = 'window.ran = true';
             document.body.append(script);
             const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/x.png'; document.body.append(image);
             fetch('http://127.0.0.1:9/').catch(() => {});
             return true",
            json!([]),
        );
        assert_eq!(outcome, json!(true));
        browser.wait("window.stopped.length >= 3");
        assert_eq!(browser.value("window.ran"), json!(false), "{engine:?}");
        let stopped = browser.text("window.stopped.join(' ')");
        for directive in ["script-src", "img-src", "connect-src"] {
            assert!(stopped.contains(directive), "{engine:?}: {stopped}");
        }
    }
}

#[test]
fn the_single_file_carries_the_promised_policy_and_no_outside_address() {
    let text = std::fs::read_to_string(page()).expect("the page is text");
    let policy = text
        .split_once("Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(policy, _)| policy);
    let policy = policy.expect("the page has a policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    for never in ["unsafe-inline", "'unsafe-eval'", "http", "*", "'self'"] {
        assert!(!policy.contains(never), "{policy}");
    }
}
