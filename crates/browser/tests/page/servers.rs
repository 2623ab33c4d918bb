//! On web servers: from a sub-path, on a plain name, and as several files under a strict header.

use entente_browser::server::Server;
use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, page, web};

/// The header policy of a strict server: no hashes, nothing inline.
const STRICT: &[(&str, &str)] = &[(
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'",
)];

#[test]
fn the_single_file_works_from_a_sub_path_of_a_plain_server() {
    for engine in ENGINES {
        let server = Server::start(page().parent().expect("a file lies in a folder"), "/intranet/reports/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/intranet/reports/entente.html#/search?q=cyber", server.port));
        browser.wait("document.querySelectorAll('.hit').length > 0");
        assert_eq!(server.asked(), ["/intranet/reports/entente.html"], "{engine:?}");
        let complaints = browser.complaints();
        let ours: Vec<&String> = complaints.iter().filter(|line| !line.contains("favicon")).collect();
        assert!(ours.is_empty(), "{engine:?}: {ours:?}");
    }
}

#[test]
fn the_build_of_several_files_works_under_a_strict_header() {
    for engine in ENGINES {
        let server = Server::start(&web(), "/", STRICT);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/#/search?q=cyber", server.port));
        browser.wait("document.querySelectorAll('.hit').length > 0");
        let mut asked = server.asked();
        asked.sort();
        assert_eq!(asked, ["/", "/boot.js", "/entente.css", "/entente.js", "/entente.wasm"], "{engine:?}");
        let complaints = browser.complaints();
        let ours: Vec<&String> = complaints.iter().filter(|line| !line.contains("favicon")).collect();
        assert!(ours.is_empty(), "{engine:?}: {ours:?}");
    }
}

#[test]
fn copying_works_where_the_page_is_no_secure_context() {
    let server = Server::start(page().parent().expect("a file lies in a folder"), "/", &[]);
    let mut browser = Browser::start(Engine::Chromium, &["--host-resolver-rules=MAP intranet.example 127.0.0.1"]);
    browser.goto(&format!("http://intranet.example:{}/entente.html#/search?q=piracy", server.port));
    browser.wait("document.querySelector('.hit a')");
    assert_eq!(browser.value("isSecureContext"), json!(false));
    browser.run("document.querySelector('.hit a').click()", json!([]));
    browser.wait("document.querySelector('.passage[aria-current] .tools button')");
    browser.run("document.querySelector('.passage[aria-current] .tools button').click()", json!([]));
    browser.wait("document.body.innerText.includes('Link copied') || document.querySelector('.copy-field')");
}
