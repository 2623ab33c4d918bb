//! Inside another page: frames, messages, scripts of the same origin.

use std::path::Path;

use entente_browser::process::Folder;
use entente_browser::server::Server;
use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, open, pack, page, to, web};

/// A folder with the page `file` as `entente.html` and a host page.
fn host(file: &Path, html: &str) -> Folder {
    let folder = Folder::new("host");
    std::fs::copy(file, folder.path().join("entente.html")).expect("a file can be copied");
    std::fs::write(folder.path().join("index.html"), html).expect("a file can be written");
    folder
}

#[test]
fn it_works_in_a_frame_and_in_a_sandbox_without_storage() {
    for engine in ENGINES {
        let html = "<!DOCTYPE html><title>host</title><script>window.ready = []; addEventListener('message', (event) => {
            if (event.data.entente === 1) ready.push(event.data.type + ' ' + event.origin) })</script>\
            <iframe id=\"plain\" title=\"plain\" width=\"720\" height=\"520\" src=\"entente.html#/search?q=cyber\"></iframe>\
            <iframe id=\"sandbox\" title=\"sandbox\" width=\"720\" height=\"520\" sandbox=\"allow-scripts\" src=\"entente.html#/search?q=cyber\"></iframe>";
        let folder = host(&page(), html);
        let server = Server::start(folder.path(), "/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/", server.port));
        browser.wait("document.getElementById('plain').contentDocument?.querySelectorAll('.hit').length > 0");
        // A sandboxed frame cannot be looked into: it says itself that it is ready.
        browser.wait("window.ready.includes('ready null')");
        let compact = "document.getElementById('plain').contentDocument.documentElement.hasAttribute('data-embed')";
        assert_eq!(browser.value(compact), json!(true), "{engine:?}: compact inside a frame");
        // It listens to nobody, although its address is of the host's origin. That nothing comes can only be waited for by the
        // clock.
        let hello = "document.getElementById('sandbox').contentWindow.postMessage({ entente: 1, type: 'hello' }, '*')";
        browser.run(hello, json!([]));
        std::thread::sleep(std::time::Duration::from_millis(400));
        let only_ready = "window.ready.every((message) => message.startsWith('ready '))";
        assert_eq!(browser.value(only_ready), json!(true), "{engine:?}: nothing of the contents leaves a sandbox");
        let found = browser.complaints();
        assert!(found.is_empty(), "{engine:?}: {found:?}");
    }
}

#[test]
fn a_host_of_the_same_origin_leads_and_is_told_and_no_other_message_counts() {
    for engine in ENGINES {
        let html = "<!DOCTYPE html><title>host</title><script>window.got = []; addEventListener('message', (event) => got.push(event.data))</script>\
            <iframe id=\"frame\" title=\"frame\" width=\"720\" height=\"520\" src=\"entente.html#/documents\"></iframe>";
        let folder = host(&page(), html);
        let server = Server::start(folder.path(), "/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/", server.port));
        browser.wait("window.got.some((message) => message.type === 'ready')");
        let send = |browser: &mut Browser, message: serde_json::Value| {
            browser
                .run("document.getElementById('frame').contentWindow.postMessage(arguments[0], '*')", json!([message]));
        };
        let place = "document.getElementById('frame').contentWindow.location.hash";
        send(&mut browser, json!({ "entente": 1, "type": "navigate", "url": "#/about" }));
        send(&mut browser, json!({ "type": "hello" }));
        assert_eq!(browser.text(place), "#/documents", "{engine:?}: nobody leads before hello");
        // The height reveals whether a word was found, so it is sent only after `hello` as well.
        std::thread::sleep(std::time::Duration::from_millis(400));
        let only_ready = "window.got.every((message) => message.type === 'ready')";
        assert_eq!(browser.value(only_ready), json!(true), "{engine:?}");
        send(&mut browser, json!({ "entente": 1, "type": "hello" }));
        browser.wait("window.got.some((message) => message.type === 'resize' && message.height > 0)");
        browser.wait("window.got.some((message) => message.type === 'navigate' && message.url === '#/documents')");
        send(&mut browser, json!({ "entente": 1, "type": "navigate", "url": "#/search?q=cyber" }));
        browser.wait(&format!("{place} === '#/search?q=cyber'"));
        for wrong in ["javascript:window.hacked=1", "https://example.org/", "about"] {
            send(&mut browser, json!({ "entente": 1, "type": "navigate", "url": wrong }));
        }
        send(&mut browser, json!({ "entente": 1, "type": "theme", "value": "dark" }));
        browser.wait("document.getElementById('frame').contentDocument.documentElement.dataset.theme === 'dark'");
        assert_eq!(browser.text(place), "#/search?q=cyber", "{engine:?}");
        browser.run("document.getElementById('frame').contentDocument.querySelector('.hit a').click()", json!([]));
        browser.wait("window.got.some((message) => message.type === 'select' && message.passage.startsWith('p') && message.quote.length > 10)");
        let found = browser.complaints();
        assert!(found.is_empty(), "{engine:?}: {found:?}");
    }
}

#[test]
fn a_host_of_another_origin_is_told_nothing_unless_the_packer_has_named_it() {
    let documents = [("a.txt", "JOINT STATEMENT\n\nKorea and Japan agreed.\n")];
    let html = "<!DOCTYPE html><title>host</title><script>window.got = []; addEventListener('message', (event) => got.push(event.data))</script>";
    let folder = Folder::new("outer");
    std::fs::write(folder.path().join("index.html"), html).expect("a file can be written");
    let outer = Server::start(folder.path(), "/", &[]);
    let origin = format!("http://127.0.0.1:{}", outer.port);
    for (arguments, told) in [(vec![], false), (vec!["--host", origin.as_str()], true)] {
        let (_kept, packed) = pack(&documents, &arguments);
        let inner = Server::start(packed.parent().expect("a file lies in a folder"), "/", &[]);
        let mut browser = Browser::start(Engine::Chromium, &[]);
        browser.goto(&format!("{origin}/"));
        let address = format!("http://127.0.0.1:{}/page.html#/documents", inner.port);
        browser.run(
            "const frame = document.createElement('iframe'); frame.src = arguments[0]; document.body.append(frame); window.frame = frame",
            json!([address]),
        );
        browser.wait("window.got.some((message) => message.type === 'ready')");
        browser.run("window.frame.contentWindow.postMessage({ entente: 1, type: 'hello' }, '*')", json!([]));
        if told {
            browser.wait("window.got.some((message) => message.type === 'navigate')");
        } else {
            // A frame of another width has another height, and a host that is not allowed hears nothing of it. That nothing comes
            // can only be waited for by the clock.
            browser.run("window.frame.style.width = '200px'", json!([]));
            std::thread::sleep(std::time::Duration::from_millis(400));
            let only_ready = "window.got.every((message) => message.type === 'ready')";
            assert_eq!(browser.value(only_ready), json!(true), "not even how high the page is");
        }
    }
}

#[test]
fn the_example_shows_documents_in_a_page_of_its_own() {
    for engine in ENGINES {
        let server = Server::start(&web(), "/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/example.html", server.port));
        browser.wait("document.getElementById('place').textContent.startsWith('#/search?q=cyber')");
        browser.wait("document.querySelector('entente-explorer').getBoundingClientRect().height > 600");
        for (height, pixels) in [("400", 400), ("20em", 320)] {
            browser.run(
                "document.querySelector('entente-explorer').setAttribute('height', arguments[0])",
                json!([height]),
            );
            let shown = "document.querySelector('entente-explorer').getBoundingClientRect().height";
            browser.wait(&format!("{shown} === {pixels}"));
        }
        browser.run("document.querySelector('entente-explorer').setAttribute('q', 'piracy')", json!([]));
        browser.wait("document.getElementById('place').textContent.startsWith('#/search?q=piracy')");
        let found = browser.complaints();
        assert!(found.is_empty(), "{engine:?}: {found:?}");
    }
}

#[test]
fn scripts_of_the_same_origin_can_search_and_go() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.run(
        "window.out = {}; entente.search('piracy', { limit: 3, filters: { country: ['KR'] } }).then((rows) => { window.out.rows = rows });
         entente.corpus().then((corpus) => { window.out.corpus = corpus });
         entente.export('nothing', 'csv').catch((error) => { window.out.error = error.message });
         entente.navigate('javascript:alert(1)').catch((error) => { window.out.refused = error.message })",
        json!([]),
    );
    browser.wait("window.out.rows && window.out.corpus && window.out.error && window.out.refused");
    assert_eq!(browser.value("window.out.rows.length"), json!(3));
    let row = browser.value("window.out.rows[0]");
    assert_eq!(row["rank"], json!(1));
    assert!(row["snippet"].as_str().is_some_and(|text| text.to_lowercase().contains("piracy")), "{row}");
    assert!(row["passage"].as_str().is_some_and(|id| id.contains(":p")), "{row}");
    browser.wait("window.out.corpus.documents === document.querySelectorAll('.newest li').length");
    to(&mut browser, "#/about");
    browser.run("entente.navigate('#/search?q=cyber')", json!([]));
    browser.wait("document.querySelectorAll('.hit').length > 0");
}
