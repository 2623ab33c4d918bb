//! The browser connection itself, on a small page of its own: what the other tests lean on must hold.

use std::path::PathBuf;

use entente_browser::process::Folder;
use entente_browser::server::Server;
use entente_browser::{Browser, Engine};
use serde_json::json;

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

const PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Small page</title>\
    <input id=\"field\" aria-label=\"Words\"><p id=\"place\"></p>\
    <script>const show = () => { document.getElementById('place').textContent = location.hash };\
    addEventListener('hashchange', show); show()</script></html>";

fn small_page() -> (Folder, PathBuf) {
    let folder = Folder::new("client");
    let path = folder.path().join("small.html");
    std::fs::write(&path, PAGE).expect("a file can be written");
    (folder, path)
}

#[test]
fn values_come_back_keys_arrive_and_the_history_moves() {
    for engine in ENGINES {
        let (_folder, path) = small_page();
        let address = format!("file://{}", path.display());
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("{address}#one"));
        assert_eq!(browser.run("return [arguments[0] + 1, '한']", json!([41])), json!([42, "한"]), "{engine:?}");
        browser.run("document.getElementById('field').focus()", json!([]));
        browser.keys("piracy ß");
        assert_eq!(browser.text("document.getElementById('field').value"), "piracy ß", "{engine:?}");
        browser.run("location.hash = 'two'", json!([]));
        browser.wait("document.getElementById('place').textContent === '#two'");
        browser.back();
        browser.wait("document.getElementById('place').textContent === '#one'");
        browser.forward();
        browser.wait("document.getElementById('place').textContent === '#two'");
        browser.reload();
        assert_eq!(browser.text("document.getElementById('field').value"), "", "{engine:?}: loaded again");
        assert!(browser.picture().starts_with(b"\x89PNG\r\n\x1a\n"), "{engine:?}");
    }
}

#[test]
fn a_quiet_page_has_no_complaints_and_an_error_is_one() {
    for engine in ENGINES {
        let (_folder, path) = small_page();
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("file://{}", path.display()));
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{engine:?}");
        for (what, script) in [
            ("console.error", "console.error('complaint one')"),
            ("an error nobody catches", "setTimeout(() => { throw new Error('complaint two') }, 0)"),
        ] {
            browser.run(script, json!([]));
            // What a browser prints arrives a moment later.
            let heard = (0..50).any(|_| {
                std::thread::sleep(std::time::Duration::from_millis(50));
                browser.complaints().iter().any(|line| line.contains("complaint"))
            });
            assert!(heard, "{engine:?}: {what}");
        }
    }
}

#[test]
fn a_request_is_noticed_by_the_page_and_by_the_server() {
    for engine in ENGINES {
        let (folder, _path) = small_page();
        let server = Server::start(folder.path(), "/below/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/below/small.html", server.port));
        assert_eq!(browser.requests(), Vec::<String>::new(), "{engine:?}: the page itself is none");
        browser.run("window.done = false; fetch('other.txt').then(() => { window.done = true })", json!([]));
        browser.wait("window.done");
        let requests = browser.requests();
        assert!(requests.len() == 1 && requests[0].ends_with("/below/other.txt"), "{engine:?}: {requests:?}");
        assert_eq!(server.asked(), ["/below/small.html", "/below/other.txt"], "{engine:?}");
    }
}

#[test]
fn chromium_takes_the_size_and_the_colours_that_it_is_given() {
    let (_folder, path) = small_page();
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.goto(&format!("file://{}", path.display()));
    for (width, height) in [(1440, 900), (390, 844), (320, 700)] {
        browser.size(width, height);
        assert_eq!(browser.value("[innerWidth, innerHeight]"), json!([width, height]));
    }
    for dark in [true, false] {
        browser.dark(dark);
        assert_eq!(browser.value("matchMedia('(prefers-color-scheme: dark)').matches"), json!(dark));
    }
}
