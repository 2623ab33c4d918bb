//! axe has nothing to say of any screen; nothing scrolls sideways.

use entente_browser::{Browser, Engine};
use serde_json::{Value, json};

use crate::support::{ENGINES, altered, axe, local, open, to};

/// Every screen and some of their states.
const SCREENS: [&str; 8] = [
    "#/",
    "#/search",
    "#/search?q=cyber&country=us",
    "#/search?q=nosuchword&country=atlantis",
    "#/documents?kind=news",
    "#/about",
    "#/nowhere",
    "#/doc/none-00000000",
];

fn violations(browser: &mut Browser, axe: &str) -> Vec<String> {
    browser.run(&format!("if (!window.axe) {{ {axe} }}; window.report = null; axe.run(document, {{ resultTypes: ['violations'] }}).then((found) => {{ window.report = found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + n.failureSummary).join(' | ')) }})"), json!([]));
    browser.wait("window.report");
    let report = browser.value("window.report");
    report.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Goes to each screen, a document among them.
fn screens(browser: &mut Browser) -> Vec<String> {
    open(browser, "#/documents");
    let link = browser.text("document.querySelectorAll('a.title')[0].getAttribute('href')");
    SCREENS.iter().map(|screen| (*screen).to_owned()).chain([format!("{link}?q=cyber")]).collect()
}

#[test]
fn axe_finds_nothing_on_any_screen_at_any_size_light_or_dark() {
    let axe = axe();
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let screens = screens(&mut browser);
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        browser.size(width, height);
        for dark in [false, true] {
            browser.dark(dark);
            for screen in &screens {
                to(&mut browser, screen);
                let found = violations(&mut browser, &axe);
                assert!(found.is_empty(), "{screen} at {width}, dark {dark}: {found:#?}");
            }
        }
    }
}

#[test]
fn axe_finds_nothing_in_the_other_engines() {
    let axe = axe();
    for engine in ENGINES.into_iter().filter(|engine| *engine != Engine::Chromium) {
        let mut browser = Browser::start(engine, &[]);
        for screen in screens(&mut browser) {
            to(&mut browser, &screen);
            let found = violations(&mut browser, &axe);
            assert!(found.is_empty(), "{engine:?} {screen}: {found:#?}");
        }
    }
}

#[test]
fn axe_does_find_what_is_wrong() {
    let axe = axe();
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.run("document.getElementById('main').append(document.createElement('button'))", json!([]));
    let found = violations(&mut browser, &axe);
    assert!(found.iter().any(|violation| violation.starts_with("button-name")), "{found:?}");
}

#[test]
fn no_screen_scrolls_sideways_at_any_width_or_zoom() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let screens = screens(&mut browser);
    // 360 is what 200 % zoom leaves of 720.
    for width in [1440, 1024, 720, 390, 360, 320] {
        browser.size(width, 700);
        for screen in &screens {
            to(&mut browser, screen);
            let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
            assert!(wide <= u64::from(width), "{screen} at {width} is {wide} wide");
        }
    }
}

#[test]
fn axe_finds_nothing_in_faults_open_layers_and_forced_colours() {
    let axe = axe();
    let (_folder, damaged) = altered("counter-terrorism consultations", "counter-terrorism insultations");
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&local(&damaged, ""));
        browser.wait("document.querySelector('[role=alert]')");
        let found = violations(&mut browser, &axe);
        assert!(found.is_empty(), "{engine:?}: a damaged page: {found:#?}");
        open(&mut browser, "#/search?q=cyber");
        for open in
            ["document.querySelector('.actions details').open = true", "document.getElementById('keys').showModal()"]
        {
            browser.run(open, json!([]));
            let found = violations(&mut browser, &axe);
            assert!(found.is_empty(), "{engine:?}: {open}: {found:#?}");
        }
    }
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    for screen in screens(&mut browser) {
        to(&mut browser, &screen);
        let found = violations(&mut browser, &axe);
        assert!(found.is_empty(), "{screen} in forced colours: {found:#?}");
    }
}

#[test]
fn the_focus_is_always_to_be_seen() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=cyber");
    for _ in 0..30 {
        browser.keys("\u{E004}");
        let seen = browser.value(
            "(() => { const e = document.activeElement; if (e === document.body) return true; const s = getComputedStyle(e); const r = e.getBoundingClientRect();
               return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 && r.bottom > 0 && r.top < innerHeight })()",
        );
        let name = browser.text("document.activeElement.outerHTML.slice(0, 120)");
        assert_eq!(seen, json!(true), "{name}");
    }
}
