//! axe reports nothing on any screen; nothing scrolls sideways.

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

/// What axe finds on the page as it stands, by WCAG 2.2 AA: its rule for the size of targets is off unless asked for.
/// Rows that are not in view have no layout of their own; axe would measure their links where they are not, so all are laid out. The page
/// is scrolled to its top, because axe takes what the header covers for a small target.
pub(crate) fn violations(browser: &mut Browser, axe: &str) -> Vec<String> {
    let lay_out = "document.styleSheets[0].insertRule('* { content-visibility: visible !important }')";
    browser.run(&format!("if (!window.axe) {{ {lay_out} }} scrollTo(0, 0)"), json!([]));
    browser.run(&format!("if (!window.axe) {{ {axe} }}; window.report = null; axe.run(document, {{ resultTypes: ['violations'], rules: {{ 'target-size': {{ enabled: true }} }} }}).then((found) => {{ window.report = found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ') + ' ' + n.failureSummary).join(' | ')) }})"), json!([]));
    browser.wait("window.report");
    let report = browser.value("window.report");
    report.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// [`SCREENS`], every view that the page's own menus lead to, and a document.
fn screens(browser: &mut Browser) -> Vec<String> {
    open(browser, "#/documents");
    let link = browser.text("document.querySelectorAll('a.title')[0].getAttribute('href')");
    let mut screens: Vec<String> = SCREENS.iter().map(|screen| (*screen).to_owned()).collect();
    for list in ["#/names", "#/engagements", "#/series", "#/statements", "#/pairs"] {
        to(browser, list);
        let first =
            "document.querySelector('#main .fact-table a, #main table a, #main .results a')?.getAttribute('href')";
        screens.extend(browser.value(first).as_str().map(str::to_owned));
    }
    let linked = browser.value("[...document.querySelectorAll('header nav a')].map((a) => a.getAttribute('href'))");
    screens.extend(linked.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned));
    screens.push(format!("{link}?q=cyber"));
    screens.sort();
    screens.dedup();
    screens
}

/// What axe finds on each of `screens`, at three sizes, light and dark. After axe, `more` looks at the screen; it gets the
/// width in pixels.
pub(crate) fn violations_on(
    browser: &mut Browser,
    screens: &[String],
    more: impl Fn(&mut Browser, u32) -> Option<String>,
) -> Vec<String> {
    let axe = axe();
    let mut all = Vec::new();
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        browser.size(width, height);
        for dark in [false, true] {
            browser.dark(dark);
            for screen in screens {
                to(browser, screen);
                let found = violations(browser, &axe).into_iter().chain(more(browser, width));
                all.extend(found.map(|found| format!("{screen} at {width}, dark {dark}: {found}")));
            }
        }
    }
    all
}

#[test]
fn axe_finds_nothing_on_any_screen_at_any_size_light_or_dark() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let screens = screens(&mut browser);
    let all = violations_on(&mut browser, &screens, |_, _| None);
    assert!(all.is_empty(), "{all:#?}");
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
    let mut wider = Vec::new();
    // 360 is what 200 % zoom leaves of 720.
    for width in [1440, 1024, 962, 720, 390, 360, 320] {
        browser.size(width, 700);
        for screen in &screens {
            to(&mut browser, screen);
            let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
            if wide > u64::from(width) {
                let what = browser.text(
                    "[...document.querySelectorAll('#main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                     .slice(0, 3).map((e) => e.tagName + '.' + e.className).join(' ')",
                );
                wider.push(format!("{screen} at {width} is {wide} wide: {what}"));
            }
        }
    }
    assert!(wider.is_empty(), "{wider:#?}");
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

/// The name of the element with the focus if it is not wholly within the width, not in sight, or covered by another.
const OUT_OF_REACH: &str = "(() => {
    const e = document.activeElement;
    if (!e || e === document.body || e.id === 'main') return '';
    const all = [...e.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
    const name = e.outerHTML.slice(0, 160);
    if (!all.length) return 'not drawn: ' + name;
    // A table of numbers keeps its two dimensions and scrolls by itself.
    const scrolls = e.closest('.heat-scroll');
    if (!scrolls && all.some((r) => r.left < -1 || r.right > innerWidth + 1)) return 'beyond the sides: ' + name;
    const seen = all.some((r) => {
      const x = (Math.max(r.left, 0) + Math.min(r.right, innerWidth)) / 2;
      const [top, bottom] = [Math.max(r.top, 0), Math.min(r.bottom, innerHeight)];
      if (top >= bottom) return false;
      const there = document.elementFromPoint(x, (top + bottom) / 2);
      return there && (e.contains(there) || there.contains(e) || there.closest('label')?.contains(e));
    });
    return seen ? '' : 'out of sight: ' + name;
  })()";

#[test]
fn at_four_hundred_per_cent_nothing_scrolls_sideways_and_everything_can_be_reached() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let screens = screens(&mut browser);
    // What is left of 1280 by 1024 pixels.
    browser.size(320, 256);
    for screen in &screens {
        to(&mut browser, screen);
        let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
        assert!(wide <= 320, "{screen} is {wide} wide");
        let fixed = browser.value("document.querySelector('header.top').getBoundingClientRect().bottom").as_f64();
        browser.run("scrollTo(0, 600)", json!([]));
        let stays = browser.value("document.querySelector('header.top').getBoundingClientRect().bottom").as_f64();
        assert!(stays < Some(128.0), "{screen}: the header ({fixed:?}) keeps half of the little there is");
        browser.run("scrollTo(0, 0); document.activeElement.blur()", json!([]));
        for _ in 0..40 {
            browser.keys("\u{E004}");
            let wrong = browser.text(OUT_OF_REACH);
            assert_eq!(wrong, "", "{screen}");
        }
    }
}

#[test]
fn nothing_moves_where_motion_is_not_wanted_and_marks_are_seen_in_forced_colours() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    let screens = screens(&mut browser);
    for screen in &screens {
        to(&mut browser, screen);
        let moving = browser.text(
            "[...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e);
               return s.scrollBehavior !== 'auto' || s.transitionDuration.split(', ').some((t) => t !== '0s') || (s.animationName !== 'none' && s.animationDuration !== '0s') })
             .map((e) => e.outerHTML.slice(0, 80)).join('\\n')",
        );
        assert_eq!(moving, "", "{screen}");
    }
    open(&mut browser, "#/search?q=cyber");
    let mark = browser.text("getComputedStyle(document.querySelector('mark')).backgroundColor");
    assert_ne!(mark, browser.text("getComputedStyle(document.body).backgroundColor"), "a mark is seen");
    // The one that is chosen differs from the others in more than a colour of ours.
    browser.run("document.querySelector('.actions details').open = true", json!([]));
    let look = |browser: &mut Browser, pressed: bool| {
        browser.text(&format!("(() => {{ const s = getComputedStyle(document.querySelector('.choices [aria-pressed={pressed}]')); return [s.backgroundColor, s.color, s.borderColor, s.borderWidth, s.fontWeight, s.outlineStyle, s.textDecorationLine].join() }})()"))
    };
    assert_ne!(look(&mut browser, true), look(&mut browser, false), "what is chosen is seen");
}
