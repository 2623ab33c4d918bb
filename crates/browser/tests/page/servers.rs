//! On web servers: from a sub-path, on a plain name, and as several files under a strict header.

use std::process::Command;

use entente_browser::process::{Folder, Process, free_port, listening};
use entente_browser::server::Server;
use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, page, web};

/// The header policy of a strict server: no hashes, nothing inline.
const STRICT: &[(&str, &str)] = &[("Content-Security-Policy", entente_page::policy::SERVER_POLICY)];

#[test]
fn the_single_file_works_from_a_sub_path_of_a_plain_server() {
    for engine in ENGINES {
        let server = Server::start(page().parent().expect("a file lies in a folder"), "/intranet/reports/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/intranet/reports/entente.html#/search?q=cyber", server.port));
        browser.wait("document.querySelectorAll('.hit').length > 0");
        assert_eq!(server.asked(), ["/intranet/reports/entente.html"], "{engine:?}");
        let found = browser.complaints();
        assert!(found.is_empty(), "{engine:?}: {found:?}");
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
        let found = browser.complaints();
        assert!(found.is_empty(), "{engine:?}: {found:?}");
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
    browser.wait("document.querySelector('.passage[aria-current] .tools button[data-does=quote]')");
    browser.run("document.querySelector('.passage[aria-current] .tools button[data-does=quote]').click()", json!([]));
    browser.wait("document.body.innerText.includes('Copied: ') || document.querySelector('.copy-field')");
}

#[test]
fn nginx_serves_the_build_of_several_files_compressed_beforehand_and_with_the_right_types() {
    let folder = Folder::new("nginx");
    let port = free_port();
    let configuration = format!(
        "daemon off; pid {0}/pid; error_log {0}/errors; events {{ worker_connections 64; }}
         http {{ access_log {0}/log; client_body_temp_path {0}/a; proxy_temp_path {0}/b; fastcgi_temp_path {0}/c; uwsgi_temp_path {0}/d; scgi_temp_path {0}/e;
           types {{ text/html html; text/css css; text/javascript js; application/wasm wasm; }} gzip_static on;
           server {{ listen 127.0.0.1:{port}; root {1}; add_header Content-Security-Policy \"{2}\" always; }} }}",
        folder.path().display(),
        web().display(),
        STRICT[0].1
    );
    let file = folder.path().join("nginx.conf");
    std::fs::write(&file, configuration).expect("a file can be written");
    let mut command = Command::new("/usr/sbin/nginx");
    command.arg("-c").arg(&file).arg("-p").arg(folder.path());
    let _nginx = Process::start(command, folder.path(), "nginx-light");
    listening(port);
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{port}/#/search?q=cyber"));
        browser.wait("document.querySelectorAll('.hit').length > 0");
        let found = browser.complaints();
        assert!(found.is_empty(), "{engine:?}: {found:?}");
    }
    // Fewer bytes on the way than in the file: the copy made beforehand was sent.
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.goto(&format!("http://127.0.0.1:{port}/"));
    browser.wait("document.documentElement.dataset.ready === 'true'");
    let sent = "performance.getEntriesByName(new URL('entente.wasm', location.href).href)[0].encodedBodySize";
    let whole = std::fs::metadata(web().join("entente.wasm")).expect("it was built").len();
    assert!(browser.value(sent).as_u64().is_some_and(|sent| sent > 0 && sent < whole * 3 / 4));
}
