//! Where the things under test are, and what every test does with them.

use std::path::{Path, PathBuf};
use std::process::Command;

use entente_browser::process::Folder;
use entente_browser::{Browser, Engine};
use serde_json::json;

/// All three engines.
pub(crate) const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

fn place(variable: &str, below_root: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = std::env::var_os(variable).map_or_else(|| root.join(below_root), PathBuf::from);
    path.canonicalize().unwrap_or_else(|_| panic!("{} is not there; build first: cargo xtask build", path.display()))
}

/// The built single file.
pub(crate) fn page() -> PathBuf {
    place("ENTENTE_PAGE", "dist/entente.html")
}

/// The folder of the build of several files.
pub(crate) fn web() -> PathBuf {
    page().with_file_name("web")
}

/// The built command line.
pub(crate) fn binary() -> PathBuf {
    place("ENTENTE_BIN", "target/release/entente")
}

/// The text of axe.
pub(crate) fn axe() -> String {
    let tools = place("ENTENTE_TOOLS", "node_modules/..");
    let path = tools.join("node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} is not there; run the tests with: cargo xtask test", path.display()))
}

/// A `file://` address with a fragment.
pub(crate) fn local(path: &Path, fragment: &str) -> String {
    format!("file://{}{fragment}", path.display())
}

/// Goes to a fragment of the page that is open and waits until its view is drawn.
pub(crate) fn to(browser: &mut Browser, fragment: &str) {
    // The heading of the view before it is there already: the page has drawn the new one when it has heard of the link and frames
    // have passed. On a busy machine it draws in several turns, so some turns more are waited for.
    browser.run(
        "const before = location.href;
         window.arrived = false;
         const turns = (left) => { if (left) setTimeout(turns, 0, left - 1); else window.arrived = true };
         const arrive = () => requestAnimationFrame(() => requestAnimationFrame(() => turns(8)));
         addEventListener('hashchange', arrive, { once: true });
         location.hash = arguments[0];
         if (location.href === before) { removeEventListener('hashchange', arrive); arrive() }",
        json!([fragment]),
    );
    browser.wait("window.arrived && document.querySelector('#main h1')");
}

/// Opens the built page at a fragment and waits until the application has drawn it.
pub(crate) fn open(browser: &mut Browser, fragment: &str) {
    open_page(browser, &page(), fragment);
}

/// Opens any page at a fragment and waits until the application has drawn it.
pub(crate) fn open_page(browser: &mut Browser, path: &Path, fragment: &str) {
    // A change of the fragment alone would not load the page again.
    browser.goto("about:blank");
    browser.goto(&local(path, fragment));
    browser.wait("document.documentElement.dataset.ready === 'true'");
}

/// The browser has nothing to complain of and the page has asked for nothing.
pub(crate) fn quiet(browser: &mut Browser) {
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{:?}: {complaints:#?}", browser.engine);
    let requests = browser.requests();
    assert!(requests.is_empty(), "{:?}: {requests:#?}", browser.engine);
}

/// Packs documents, given by name and text, into a page in a folder of its own.
pub(crate) fn pack(documents: &[(&str, &str)], arguments: &[&str]) -> (Folder, PathBuf) {
    let folder = Folder::new("packed");
    let sources = folder.path().join("documents");
    for (name, text) in documents {
        let path = sources.join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        std::fs::write(path, text).expect("a file can be written");
    }
    let page = folder.path().join("page.html");
    let status = Command::new(binary())
        .arg("pack")
        .arg(&sources)
        .arg("-o")
        .arg(&page)
        .args(arguments)
        .output()
        .expect("the command line runs");
    assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
    (folder, page)
}

/// The built page with one thing in it changed wherever it stands.
pub(crate) fn altered(from: &str, to: &str) -> (Folder, PathBuf) {
    let folder = Folder::new("altered");
    let text = std::fs::read_to_string(page()).expect("the page is text");
    assert!(text.contains(from), "the page holds no {from:?}");
    let path = folder.path().join("page.html");
    std::fs::write(&path, text.replace(from, to)).expect("a file can be written");
    (folder, path)
}
