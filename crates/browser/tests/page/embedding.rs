//! Inside another page.

use entente_browser::Browser;
use entente_browser::process::Folder;
use entente_browser::server::Server;
use serde_json::json;

use crate::support::{ENGINES, page};

#[test]
fn it_works_in_a_frame_and_in_a_sandbox_without_storage() {
    for engine in ENGINES {
        let folder = Folder::new("host");
        std::fs::copy(page(), folder.path().join("entente.html")).expect("a file can be copied");
        // The frame tells by its title what it shows: a sandboxed frame cannot be looked into.
        let host = "<!DOCTYPE html><title>host</title><iframe id=\"plain\" title=\"plain\" width=\"720\" height=\"520\" src=\"entente.html#/search?q=cyber\"></iframe>\
            <iframe id=\"sandbox\" title=\"sandbox\" width=\"720\" height=\"520\" sandbox=\"allow-scripts\" src=\"entente.html#/search?q=cyber\"></iframe>";
        std::fs::write(folder.path().join("index.html"), host).expect("a file can be written");
        let server = Server::start(folder.path(), "/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/", server.port));
        browser.wait("document.getElementById('plain').contentDocument?.querySelectorAll('.hit').length > 0");
        assert_eq!(
            browser
                .value("document.getElementById('plain').contentDocument.documentElement.hasAttribute('data-embed')"),
            json!(true),
            "{engine:?}: compact inside a frame"
        );
        // An error in the sandbox would be among the complaints; a picture shows what cannot be asked.
        let complaints = browser.complaints();
        let ours: Vec<&String> = complaints.iter().filter(|line| !line.contains("favicon")).collect();
        assert!(ours.is_empty(), "{engine:?}: {ours:?}");
    }
}
