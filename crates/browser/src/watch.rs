//! Records errors in the pages of `WebKit`, which has no log that a driver could read and writes none under automation.
//!
//! In: an address or a page. Out: the same page with a watcher, in a folder of its own or as the server sends it. The watcher is a
//! script before everything else, also before the policy of the page, that records what goes wrong.

use std::fs;
use std::path::{Path, PathBuf};

use crate::complaint::Message;

/// The watcher of a worker, which comes before the worker's own script. It sends what it records to the page.
pub const WORKER_SCRIPT: &str = "(() => {
  const tell = postMessage.bind(self);
  const note = (...parts) => tell({ __noted: parts.map(String).join(' ') });
  for (const level of ['error', 'warn', 'assert', 'log', 'info', 'debug']) {
    const said = console[level].bind(console);
    console[level] = (...parts) => {
      if (level !== 'assert' || !parts[0]) note(`console.${level}:`, ...parts);
      said(...parts);
    };
  }
  addEventListener('error', (event) => note('uncaught:', event.message, event.filename));
  addEventListener('unhandledrejection', (event) => note('rejected:', event.reason));
})();
";

/// The watcher of a page. Before it, `workerWatcher` is defined as the text of [`WORKER_SCRIPT`]. It changes nothing for the page:
/// messages are still printed, and errors still thrown.
const PAGE_SCRIPT: &str = "(() => {
  const noted = (window.__noted = []);
  const note = (source, ...parts) => noted.push([String(source || ''),
    parts.map((part) => String((part && part.stack && `${part} ${part.stack}`) || part)).join(' ')]);
  for (const level of ['error', 'warn', 'assert', 'log', 'info', 'debug']) {
    const said = console[level].bind(console);
    console[level] = (...parts) => {
      if (level !== 'assert' || !parts[0]) note(location.href, `console.${level}:`, ...parts);
      said(...parts);
    };
  }
  addEventListener('error', (event) => {
    const element = event.target;
    if (element && element !== window && element.tagName) {
      note(location.href, 'not loaded:', element.tagName, element.src || element.href);
    } else note(event.filename, 'uncaught:', event.message, event.filename, event.error);
  }, true);
  addEventListener('unhandledrejection', (event) => note(location.href, 'rejected:', event.reason));
  document.addEventListener('securitypolicyviolation', (event) =>
    note(event.sourceFile, 'policy:', event.effectiveDirective, event.blockedURI, event.sample));
  const make = URL.createObjectURL.bind(URL), revoke = URL.revokeObjectURL.bind(URL), made = new Map();
  URL.createObjectURL = (thing) => {
    const address = make(thing);
    if (thing instanceof Blob) made.set(address, thing);
    return address;
  };
  URL.revokeObjectURL = (address) => { made.delete(address); revoke(address) };
  window.Worker = class extends Worker {
    constructor(address, options) {
      const script = made.get(String(address));
      super(script ? make(new Blob([workerWatcher, script], { type: script.type })) : address, options);
      this.addEventListener('message', (event) => {
        if (!event.data || !event.data.__noted) return;
        event.stopImmediatePropagation();
        note(address, 'in a worker:', event.data.__noted);
      });
    }
  };
})();";

/// The watcher of a page.
#[must_use]
pub fn script() -> String {
    format!("{{ const workerWatcher = {}; {PAGE_SCRIPT} }}", serde_json::Value::from(WORKER_SCRIPT))
}

/// The script that returns the records, each with source and text, and clears them.
pub const TAKE: &str = "return (window.__noted || []).splice(0)";

/// The path at which the test server offers the watcher. A strict header allows it only as a file.
pub const PATH: &str = "/--watch.js";

/// Pages opened from files, with the watcher.
pub struct Watch {
    folder: PathBuf,
    /// Records of pages that were left.
    pub kept: Vec<Message>,
}

impl Watch {
    /// Copies of pages are written below `profile`.
    #[must_use]
    pub fn new(profile: &Path) -> Self {
        Self { folder: profile.join("watched"), kept: Vec::new() }
    }

    /// The address of a copy of a local page with the watcher. Other addresses are returned unchanged. Pages that it frames are copied
    /// too if they are in the same folder.
    ///
    /// # Panics
    /// If the copy cannot be written.
    #[must_use]
    pub fn watched(&self, address: &str) -> String {
        let Some(local) = address.strip_prefix("file://") else { return address.to_owned() };
        let (path, fragment) = local.split_once('#').unwrap_or((local, ""));
        let Ok(page) = fs::read(path) else { return address.to_owned() };
        let copy = self.copy(Path::new(path), &page);
        for framed in framed(&page) {
            let neighbour = Path::new(path).with_file_name(framed);
            if let Ok(page) = fs::read(&neighbour) {
                self.copy(&neighbour, &page);
            }
        }
        let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        format!("file://{}{fragment}", copy.display())
    }

    /// Writes a copy of `page` that contains the watcher, and returns its path.
    fn copy(&self, path: &Path, page: &[u8]) -> PathBuf {
        // The whole path, because two pages can have the same name.
        let copy = self.folder.join(path.strip_prefix("/").unwrap_or(path));
        let folder = copy.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder).expect("the profile can be written");
        fs::write(&copy, with(page, &format!("<script>{}</script>", script()))).expect("the profile can be written");
        copy
    }
}

/// File names that a small page frames.
fn framed(page: &[u8]) -> Vec<String> {
    /// Larger pages are the pages under test, which frame nothing.
    const SMALL_BYTES: usize = 100_000;
    if page.len() > SMALL_BYTES {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(page);
    let frames = text.split("<iframe").skip(1).filter_map(|frame| frame.split('>').next());
    let sources = frames.filter_map(|frame| frame.split("src=\"").nth(1)?.split(['"', '#', '?']).next());
    sources.filter(|name| !name.is_empty() && !name.contains(['/', ':'])).map(str::to_owned).collect()
}

/// True if a request comes from `WebKit`. Chromium names it too.
#[must_use]
pub fn is_watched(request: &str) -> bool {
    request.contains("AppleWebKit") && !request.contains("Chrome")
}

/// True if a request asks for the script of a worker.
#[must_use]
pub fn is_worker(request: &str) -> bool {
    request.lines().any(|line| line.eq_ignore_ascii_case("sec-fetch-dest: worker"))
}

/// Returns `page` with `script` at the start of its head.
#[must_use]
pub fn with(page: &[u8], script: &str) -> Vec<u8> {
    let find = |what: &[u8]| page.windows(what.len()).position(|window| window.eq_ignore_ascii_case(what));
    let at = find(b"<head>").map(|at| at + 6).or_else(|| find(b"<!DOCTYPE html>").map(|at| at + 15)).unwrap_or(0);
    [&page[..at], script.as_bytes(), &page[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_beside_a_page_are_framed_by_name() {
        let page =
            b"<iframe title=\"a\" src=\"one.html#/x\"></iframe><iframe src=\"http://x/two.html\"><iframe srcdoc=\"\">";
        assert_eq!(framed(page), ["one.html"]);
    }

    #[test]
    fn the_watcher_stands_before_the_pages_own_policy() {
        assert_eq!(with(b"<!DOCTYPE html><HEAD><meta>", "!"), b"<!DOCTYPE html><HEAD>!<meta>");
        assert_eq!(with(b"<!DOCTYPE html><p>", "!"), b"<!DOCTYPE html>!<p>");
    }
}
