//! The browser floor: Chrome and Edge 109, Firefox 115, Safari 16.4.

use crate::support::{page, web};

/// Newer than the floor, in scripts: the feature, and a word of its fallback that must stand beside it.
const SCRIPTS: &[(&str, Option<&str>)] = &[
    ("Uint8Array.fromBase64", Some("atob(")),
    (".toSorted(", None),
    ("Promise.withResolvers", None),
    ("Object.groupBy", None),
    ("Array.fromAsync", None),
    ("Iterator.from", None),
    ("Promise.try", None),
    ("showPopover", None),
    ("startViewTransition", None),
    ("URL.canParse", None),
    ("URL.parse(", None),
];
/// Newer than the floor, in style sheets.
const STYLES: &[&str] = &[
    "light-dark(",
    "@starting-style",
    "anchor(",
    "field-sizing",
    "@scope",
    "interpolate-size",
    "@property",
    "color-mix(in oklch from",
];

#[test]
fn the_page_uses_nothing_newer_than_the_browsers_it_promises() {
    let boot = std::fs::read_to_string(web().join("boot.js")).expect("the build for a server is there");
    let glue = std::fs::read_to_string(web().join("entente.js")).expect("the build for a server is there");
    for (feature, fallback) in SCRIPTS {
        for script in [&boot, &glue] {
            if script.contains(feature) {
                assert!(fallback.is_some_and(|fallback| script.contains(fallback)), "{feature} without a fallback");
            }
        }
    }
    let style = std::fs::read_to_string(web().join("entente.css")).expect("the build for a server is there");
    for feature in STYLES {
        assert!(!style.contains(feature), "{feature}");
    }
    // In selectors that the application asks for: Firefox has `:has` since 121.
    let wasm = std::fs::read(web().join("entente.wasm")).expect("the build for a server is there");
    assert!(!wasm.windows(5).any(|window| window == b":has(") && !style.contains(":has("));
    // Nesting of rules came with Chrome 112 and Safari 16.5.
    assert!(!style.contains("&:") && !style.contains("& "), "nested rules");
}

#[test]
fn the_page_has_no_module_that_its_scripts_could_not_start() {
    let text = std::fs::read_to_string(page()).expect("the page is text");
    assert!(text.contains("data-entente=\"wasm\"") && !text.contains("type=\"module\""));
}
