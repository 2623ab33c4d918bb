//! The browser floor: Chrome and Edge 109, Firefox 115, Safari 16.4.
//!
//! The built page itself is looked through, so that a feature is found that the browsers at hand have and older ones lack.

use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{open_page, page, quiet, web};

/// Newer than the floor, in scripts: the feature, and a word of its fallback that must stand beside it.
const SCRIPTS: &[(&str, Option<&str>)] = &[
    ("Uint8Array.fromBase64", Some("decodeByTable(")),
    (".toBase64(", None),
    (".toHex(", None),
    // Arrays, objects, strings.
    (".toSorted(", None),
    (".toReversed(", None),
    (".toSpliced(", None),
    ("Array.fromAsync", None),
    ("Object.groupBy", None),
    ("Map.groupBy", None),
    ("Iterator.from", None),
    (".isSubsetOf(", None),
    (".isSupersetOf(", None),
    (".isDisjointFrom(", None),
    (".symmetricDifference(", None),
    (".isWellFormed(", None),
    (".toWellFormed(", None),
    ("Promise.withResolvers", None),
    ("Promise.try", None),
    ("RegExp.escape", None),
    ("Error.isError", None),
    ("Math.sumPrecise", None),
    ("Float16Array", None),
    ("Intl.Segmenter", None),
    ("Intl.DurationFormat", None),
    // The document.
    ("CSS.highlights", None),
    ("new Highlight(", None),
    ("showPopover", None),
    ("hidePopover", None),
    ("togglePopover", None),
    ("startViewTransition", None),
    ("checkVisibility", None),
    ("moveBefore(", None),
    ("caretPositionFromPoint", None),
    ("setHTMLUnsafe", None),
    ("parseHTMLUnsafe", None),
    ("ariaNotify", None),
    ("scrollend", None),
    // The browser around it.
    ("URL.canParse", None),
    ("URL.parse(", None),
    ("AbortSignal.any", None),
    ("requestIdleCallback", None),
    ("scheduler.postTask", None),
    ("scheduler.yield", None),
    ("showOpenFilePicker", None),
    ("showSaveFilePicker", None),
    ("navigator.userAgentData", None),
];
/// Newer than the floor, in style sheets. A property that a browser does not know is passed over; these take more with
/// them: the whole declaration, the rule or its selector.
const STYLES: &[&str] = &[
    "light-dark(",
    "color-mix(",
    "oklch(",
    "oklab(",
    "lch(",
    "lab(",
    ":color(",
    "(from ",
    "linear(",
    "round(",
    "calc-size(",
    "anchor(",
    "@starting-style",
    "@scope",
    "@property",
    "@function",
    "@position-try",
    "@view-transition",
    "field-sizing",
    "interpolate-size",
    "subgrid",
    ":has(",
    ":dir(",
    ":user-valid",
    ":user-invalid",
    ":popover-open",
    ":state(",
    "::highlight(",
    "::view-transition",
    // Nesting of rules came with Chrome 112 and Safari 16.5.
    "&:",
    "& ",
];

/// What of [`SCRIPTS`] stands in `script` without its fallback.
fn newer(script: &str) -> Vec<&'static str> {
    let lacks = |fallback: &Option<&str>| !fallback.is_some_and(|fallback| script.contains(fallback));
    SCRIPTS
        .iter()
        .filter(|(feature, fallback)| script.contains(feature) && lacks(fallback))
        .map(|(feature, _)| *feature)
        .collect()
}

#[test]
fn the_scripts_use_nothing_newer_than_the_browsers_that_are_promised() {
    for name in ["boot.js", "entente.js", "entente-embed.js", "example.js"] {
        let script = std::fs::read_to_string(web().join(name)).expect("the build for a server is there");
        assert_eq!(newer(&script), Vec::<&str>::new(), "{name}");
    }
    // The single page has a boot script of its own.
    let text = std::fs::read_to_string(page()).expect("the page is text");
    let (shell, _) = text.split_once("<!--entente:data-->").expect("a page has data");
    assert_eq!(newer(shell), Vec::<&str>::new(), "the single page");
}

/// Base64 is decoded by a table where the browser has no decoder of its own: the module, and in a large or compressed page the
/// texts as well.
#[test]
fn a_page_opens_in_a_browser_without_a_base64_decoder() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    let remove = "delete Uint8Array.fromBase64; window.atob = () => { throw new Error('atob is not used'); };";
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": remove }));
    open_page(&mut browser, &page(), "#/documents");
    assert_eq!(browser.value("'fromBase64' in Uint8Array"), json!(false));
    assert!(browser.value("document.querySelectorAll('tr[id^=d-]').length").as_u64() > Some(0));
    quiet(&mut browser);
}

#[test]
fn a_newer_feature_is_found_unless_its_fallback_stands_beside_it() {
    assert_eq!(newer("const copy = list.toSorted();"), [".toSorted("]);
    assert_eq!(newer("Uint8Array.fromBase64(text)"), ["Uint8Array.fromBase64"]);
    assert_eq!(newer("Uint8Array.fromBase64 ? 1 : decodeByTable(text)"), Vec::<&str>::new());
}

#[test]
fn the_style_uses_nothing_newer_than_the_browsers_that_are_promised() {
    let style = std::fs::read_to_string(web().join("entente.css")).expect("the build for a server is there");
    for feature in STYLES {
        assert!(!style.contains(feature), "{feature}");
    }
}

#[test]
fn the_application_asks_for_no_newer_selector() {
    // Firefox has `:has` since 121, Chrome `:dir` since 120.
    let wasm = std::fs::read(web().join("entente.wasm")).expect("the build for a server is there");
    for selector in [":has(", ":dir(", ":popover-open"] {
        assert!(!wasm.windows(selector.len()).any(|window| window == selector.as_bytes()), "{selector}");
    }
}

#[test]
fn the_page_has_no_module_that_its_scripts_could_not_start() {
    let text = std::fs::read_to_string(page()).expect("the page is text");
    assert!(text.contains("data-entente=\"wasm\"") && !text.contains("type=\"module\""));
}
