//! Separates the messages of a page from those of the browser, by their source.
//!
//! In: a message of an engine with the address of the script or document that caused it. Out: whether a page caused it. Browsers
//! have add-ons, pages and scripts of their own, which differ between versions, so the words of a message decide nothing.

/// A message, and the address of the script or document that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Empty if the engine does not say.
    pub source: String,
    /// What it says.
    pub text: String,
}

/// Prefixes of addresses that belong to the browser itself or to its add-ons.
const BROWSER_ADDRESSES: &[&str] = &[
    "about:",
    "chrome-extension:",
    "chrome:",
    "devtools:",
    "edge:",
    "jar:",
    "moz-extension:",
    "moz-src:",
    "resource:",
    "safari-extension:",
    "safari-web-extension:",
    "user-script:",
    "webkit-masked-url:",
];

/// Prefixes of pages that look like addresses of the browser: an empty page, and a frame with inline text.
const PAGE_ADDRESSES: &[&str] = &["about:blank", "about:srcdoc"];

impl Message {
    /// A message from `source`.
    #[must_use]
    pub fn new(source: impl Into<String>, text: impl Into<String>) -> Self {
        Self { source: source.into(), text: text.into() }
    }

    /// True unless the message comes from the browser itself or from an add-on. Without a source it counts as the page's.
    #[must_use]
    pub fn is_from_page(&self) -> bool {
        let begins = |addresses: &[&str]| addresses.iter().any(|address| self.source.starts_with(address));
        begins(PAGE_ADDRESSES) || !begins(BROWSER_ADDRESSES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_their_workers_and_their_frames_are_heard() {
        for source in [
            "",
            "file:///home/reader/page.html",
            "http://127.0.0.1:8000/page.html",
            "https://intranet.example/page.html",
            "blob:null/5f1c2d",
            "blob:http://127.0.0.1:8000/5f1c2d",
            "data:text/html,<p>",
            "about:blank",
            "about:srcdoc",
            "javascript",
            "console-api",
        ] {
            assert!(Message::new(source, "x").is_from_page(), "{source}");
        }
    }

    #[test]
    fn the_browser_and_its_add_ons_are_not() {
        for source in [
            "moz-extension://9a310967/lib/interventions.js",
            "resource://services-settings/RemoteSettingsClient.sys.mjs",
            "resource:///modules/backup/BackupService.sys.mjs",
            "moz-src:///browser/components/urlbar/UrlbarInput.mjs",
            "chrome://browser/content/browser.js",
            "jar:file:///usr/lib/firefox-esr/browser/features/webcompat.xpi!/background.js",
            "chrome-extension://abcdefgh/content.js",
            "devtools://devtools/bundled/main.js",
            "about:newtab",
            "safari-web-extension://1/content.js",
            "webkit-masked-url://hidden/",
            "user-script:1",
        ] {
            assert!(!Message::new(source, "x").is_from_page(), "{source}");
        }
    }
}
