//! The browser client itself: what a page, its worker or its frame does wrong reaches the test in each engine; what they do
//! right does not, nor what the browser's own parts do.

use entente_browser::complaint::Message;
use entente_browser::process::Folder;
use entente_browser::server::Server;
use entente_browser::{Browser, Engine, wait};
use serde_json::json;

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// What a page does wrong, its markup, and words: the complaint contains one of them. `WebKit` reports an error in a local
/// page without details.
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
    (
        "frames a page that throws",
        "<iframe sandbox=\"allow-scripts\" src=\"3.html\"></iframe>",
        &["thrown-at-once", "Script error"],
    ),
    (
        "has a worker that says an error",
        "<script>new Worker(URL.createObjectURL(new Blob([\"console.error('said-at-work')\"])))</script>",
        &["said-at-work"],
    ),
    (
        "has a worker that throws",
        "<script>new Worker(URL.createObjectURL(new Blob([\"setTimeout(() => { throw new Error('thrown-at-work') })\"])))</script>",
        &["thrown-at-work"],
    ),
    (
        "has a worker that rejects",
        "<script>new Worker(URL.createObjectURL(new Blob([\"Promise.reject(new Error('not-caught-at-work'))\"])))</script>",
        &["not-caught-at-work"],
    ),
    ("has a worker in a file that says an error", "<script>new Worker('worker.js')</script>", &["said-in-a-file"]),
];

/// Messages of the browser's parts in Chromium (one said, one thrown), Firefox (one said, one rejected or thrown, by the
/// add-on and in the page) and `WebKit` (one thrown).
const SAID_BY_BROWSER: [usize; 3] = [2, 4, 1];

/// What cannot be seen of local pages: Firefox's policies do not cover other local files, and report nothing of them;
/// no local page may have a worker in a file of its own.
const BLIND: &[(Engine, &str)] = &[
    (Engine::Firefox, "breaks its policy with a neighbour"),
    (Engine::Chromium, "has a worker in a file"),
    (Engine::Firefox, "has a worker in a file"),
    (Engine::WebKit, "has a worker in a file"),
];

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
        "<script>setTimeout(() => { window.done = Promise.reject(1).catch(() => 1) }, 1);
         new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))).onmessage = (event) => { window.told = event.data }</script>",
    );
    std::fs::write(folder.path().join("worker.js"), "console.error('said-in-a-file')").expect("a file can be written");
    folder
}

/// Complaints until one contains one of `words`, that one too.
fn complaints(browser: &mut Browser, words: &[&str]) -> Result<Vec<String>, String> {
    let mut out: Vec<String> = Vec::new();
    let told = wait::until(&format!("a complaint with one of {words:?}"), || {
        out.extend(browser.complaints());
        out.iter().any(|line| words.iter().any(|word| line.contains(word))).then_some(())
    });
    told.map_err(|waited| format!("{waited}; complaints: {out:#?}")).map(|()| out)
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
                complaints(&mut browser, words)
                    .unwrap_or_else(|waited| panic!("{engine:?}, {base}: a page that {what}: {waited}"));
            }
        }
    }
}

#[test]
fn of_a_page_that_does_nothing_wrong_nothing_is_told() {
    let folder = pages();
    let server = Server::start(folder.path(), "/", &[]);
    let bases = [format!("file://{}", folder.path().display()), format!("http://127.0.0.1:{}", server.port)];
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        for base in &bases {
            browser.goto(&format!("{base}/right.html"));
            browser.wait("window.done && window.told === 1");
            // Earlier messages have arrived when this one has.
            browser.run("console.log('the-end')", json!([]));
            let found = complaints(&mut browser, &["the-end"]).unwrap_or_else(|waited| panic!("{engine:?}: {waited}"));
            assert_eq!(found.len(), 1, "{engine:?}, {base}: nothing is wrong: {found:#?}");
        }
    }
}

#[test]
fn what_the_browsers_own_parts_say_and_throw_is_no_complaint_of_the_page() {
    let folder = pages();
    let server = Server::start(folder.path(), "/", &[]);
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        let page = format!("http://127.0.0.1:{}/right.html", server.port);
        browser.goto(&page);
        browser.say_as_browser("said-by-the-browser");
        // A content script of an add-on runs in pages that come after it.
        if engine == Engine::Firefox {
            browser.goto(&page);
        }
        let mut heard: Vec<Message> = Vec::new();
        let said = |heard: &[Message]| {
            heard.iter().filter(|message| message.text.contains("said-by-the-browser")).cloned().collect::<Vec<_>>()
        };
        let whole = wait::until("all that the browser's parts say", || {
            heard.extend(browser.messages());
            (said(&heard).len() >= SAID_BY_BROWSER[engine as usize]).then_some(())
        });
        whole.unwrap_or_else(|waited| panic!("{engine:?}: {waited}: {heard:#?}"));
        for message in said(&heard) {
            assert!(!message.is_from_page(), "{engine:?}: {message:?}");
        }
        browser.run("console.error('said-by-the-page')", json!([]));
        let found = complaints(&mut browser, &["said-by-the-page"]).unwrap_or_else(|waited| panic!("{waited}"));
        assert!(found.iter().all(|line| !line.contains("said-by-the-browser")), "{engine:?}: {found:#?}");
    }
}

#[test]
fn what_a_page_did_wrong_is_still_told_when_it_has_gone() {
    let folder = pages();
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        browser.goto(&format!("file://{}/1.html", folder.path().display()));
        browser.goto(&format!("file://{}/right.html", folder.path().display()));
        complaints(&mut browser, &["said-aloud"]).unwrap_or_else(|waited| panic!("{engine:?}: {waited}"));
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
