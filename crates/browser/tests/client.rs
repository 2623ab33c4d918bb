//! The browser client itself: what a page does wrong reaches the test in each engine, and what it does right does not.

use std::time::{Duration, Instant};

use entente_browser::process::Folder;
use entente_browser::server::Server;
use entente_browser::{Browser, Engine};

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
/// How long an engine may take to tell.
const PATIENCE: Duration = Duration::from_secs(3);

/// What a page does, its markup, and words of which one stands in the complaint. Of an error in a local page `WebKit`
/// tells its page no more than that there was one.
const WRONGS: &[(&str, &str, &[&str])] = &[
    ("says something", "<script>console.log('said-plainly')</script>", &["said-plainly"]),
    ("says an error", "<script>console.error('said-aloud')</script>", &["said-aloud"]),
    ("says a warning", "<script>console.warn('said-softly')</script>", &["said-softly"]),
    ("throws", "<script>throw new Error('thrown-at-once')</script>", &["thrown-at-once", "Script error"]),
    (
        "throws later",
        "<script>setTimeout(() => { throw new Error('thrown-later') }, 30)</script>",
        &["thrown-later", "Script error"],
    ),
    ("rejects", "<script>Promise.reject(new Error('not-caught'))</script>", &["not-caught"]),
    ("is no script", "<script>let let-let = ;</script>", &["SyntaxError", "Script error"]),
    (
        "breaks its policy with a script",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\"><script>1</script>",
        &["script-src"],
    ),
    (
        "breaks its policy with a style",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'none'\"><p style=\"color: red\">x</p>",
        &["style-src"],
    ),
    (
        "breaks its policy with a request",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'none'\"><script>fetch('http://127.0.0.1:9/').catch(() => 0)</script>",
        &["connect-src"],
    ),
    (
        "breaks its policy with a neighbour",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src data:\"><img src=\"nowhere.png\">",
        &["img-src"],
    ),
    ("frames a page that says an error", "<iframe sandbox=\"allow-scripts\" src=\"1.html\"></iframe>", &["said-aloud"]),
];

/// What cannot be seen of local pages: Firefox's policies do not cover other local files, and tell of none; in
/// `WebKit` a frame's page is not the copy that is watched.
const BLIND: &[(Engine, &str)] =
    &[(Engine::Firefox, "breaks its policy with a neighbour"), (Engine::WebKit, "frames a page")];

/// The pages of [`WRONGS`], by number, and one with nothing wrong.
fn pages() -> Folder {
    let folder = Folder::new("client");
    let write = |name: String, html: &str| {
        let page = format!("<!DOCTYPE html><html><head><title>page</title>{html}</head><body></body></html>");
        std::fs::write(folder.path().join(name), page).expect("a file can be written");
    };
    for (n, (_, html, _)) in WRONGS.iter().enumerate() {
        write(format!("{n}.html"), html);
    }
    write(
        "right.html".to_owned(),
        "<script>setTimeout(() => { window.done = Promise.reject(1).catch(() => 1) }, 1)</script>",
    );
    folder
}

/// Complaints until one holds one of `words`, or until nothing more can be expected.
fn complaints(browser: &mut Browser, words: &[&str]) -> Vec<String> {
    let started = Instant::now();
    let mut out = Vec::new();
    loop {
        out.extend(browser.complaints());
        let found = out.iter().any(|line: &String| words.iter().any(|word| line.contains(word)));
        if found || started.elapsed() > PATIENCE {
            return out;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
}

#[test]
fn whatever_a_page_does_wrong_is_told_in_each_engine_from_files_and_from_a_server() {
    let folder = pages();
    let server = Server::start(folder.path(), "/", &[]);
    let bases = [format!("file://{}", folder.path().display()), format!("http://127.0.0.1:{}", server.port)];
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        for base in &bases {
            for (n, (what, _, words)) in WRONGS.iter().enumerate() {
                let blind = BLIND.iter().any(|(of, begins)| *of == engine && what.starts_with(begins));
                if blind && base.starts_with("file") {
                    continue;
                }
                browser.goto(&format!("{base}/{n}.html"));
                let found = complaints(&mut browser, words);
                let told = found.iter().any(|line| words.iter().any(|word| line.contains(word)));
                assert!(told, "{engine:?}, {base}: a page that {what}: {found:?}");
            }
            browser.goto(&format!("{base}/right.html"));
            browser.complaints();
            browser.reload();
            browser.wait("window.done");
            let found = complaints(&mut browser, &[]);
            assert!(found.is_empty(), "{engine:?}, {base}: nothing is wrong: {found:?}");
        }
    }
}

#[test]
fn what_a_page_did_wrong_is_still_told_when_it_has_gone() {
    let folder = pages();
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("file://{}/1.html", folder.path().display()));
        browser.goto(&format!("file://{}/right.html", folder.path().display()));
        let found = complaints(&mut browser, &["said-aloud"]);
        assert!(found.iter().any(|line| line.contains("said-aloud")), "{engine:?}: {found:?}");
    }
}

#[test]
fn what_a_page_asks_a_server_for_is_counted() {
    let folder = Folder::new("client");
    std::fs::write(folder.path().join("index.html"), "<!DOCTYPE html><title>page</title><img src=\"nowhere.png\">")
        .expect("a file can be written");
    for engine in ENGINES {
        let server = Server::start(folder.path(), "/", &[]);
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("http://127.0.0.1:{}/", server.port));
        assert!(browser.requests().iter().any(|name| name.ends_with("nowhere.png")), "{engine:?}");
        let mut asked = server.asked();
        // `WebKit` asks again for what was not there.
        asked.dedup();
        assert_eq!(asked, ["/", "/nowhere.png"], "{engine:?}");
    }
}
