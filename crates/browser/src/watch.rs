//! `WebKit` has no log that a driver could read, and writes none under automation. So its
//! pages carry a watcher: a script before everything else, the page's policy too, that notes what goes wrong.
//!
//! In: an address or a page. Out: the same page with the watcher, in a folder of its own or as the server sends it.

use std::fs;
use std::path::{Path, PathBuf};

/// The watcher. It changes nothing for the page: what is said is still said, what is thrown still thrown.
pub const SCRIPT: &str = "(() => {
  const noted = (window.__noted = []);
  const note = (...parts) => noted.push(parts.map((part) => String((part && part.stack && `${part} ${part.stack}`) || part)).join(' '));
  for (const level of ['error', 'warn', 'assert', 'log', 'info', 'debug']) {
    const said = console[level].bind(console);
    console[level] = (...parts) => {
      if (level !== 'assert' || !parts[0]) note(`console.${level}:`, ...parts);
      said(...parts);
    };
  }
  addEventListener('error', (event) => {
    const element = event.target;
    if (element && element !== window && element.tagName) note('not loaded:', element.tagName, element.src || element.href);
    else note('uncaught:', event.message, event.filename, event.error);
  }, true);
  addEventListener('unhandledrejection', (event) => note('rejected:', event.reason));
  document.addEventListener('securitypolicyviolation', (event) =>
    note('policy:', event.effectiveDirective, event.blockedURI, event.sample));
})();";

/// Gives what was noted, once.
pub const TAKE: &str = "return (window.__noted || []).splice(0)";

/// Where the test server offers the watcher, which a strict header lets in only as a file.
pub const PATH: &str = "/--watch.js";

/// Pages opened from files, with the watcher.
pub struct Watch {
    folder: PathBuf,
    /// Noted by pages that have gone.
    pub kept: Vec<String>,
}

impl Watch {
    /// Pages lie below `profile`.
    #[must_use]
    pub fn new(profile: &Path) -> Self {
        Self { folder: profile.join("watched"), kept: Vec::new() }
    }

    /// The address of the watched copy of a local page; other addresses as they are.
    ///
    /// # Panics
    /// Where the copy cannot be written.
    #[must_use]
    pub fn watched(&self, address: &str) -> String {
        let Some(local) = address.strip_prefix("file://") else { return address.to_owned() };
        let (path, fragment) = local.split_once('#').unwrap_or((local, ""));
        let Ok(page) = fs::read(path) else { return address.to_owned() };
        // The whole path again: two pages of one name are two pages.
        let copy = self.folder.join(path.trim_start_matches('/'));
        let folder = copy.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder).expect("the profile can be written");
        fs::write(&copy, with(&page, &format!("<script>{SCRIPT}</script>"))).expect("the profile can be written");
        let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        format!("file://{}{fragment}", copy.display())
    }
}

/// True where a request comes from `WebKit` (Chromium's also names it).
#[must_use]
pub fn is_watched(request: &str) -> bool {
    request.contains("AppleWebKit") && !request.contains("Chrome")
}

/// `page` with `script` before everything that its head holds.
#[must_use]
pub fn with(page: &[u8], script: &str) -> Vec<u8> {
    let find = |what: &[u8]| page.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what));
    let at = find(b"<head>").map(|at| at + 6).or_else(|| find(b"<!DOCTYPE html>").map(|at| at + 15)).unwrap_or(0);
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}
