//! Documents, names, links and queries that try to become something else.

use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::support::{ENGINES, local, open_page, pack, page, quiet, to};

/// Anything that would run sets `window.hacked`.
const TEXT: &str = "# <img src=x onerror=\"window.hacked=1\"> Title </title><script>window.hacked=1</script>\n\n\
    Korea <script>window.hacked=1</script> says </script><!-- <svg onload=window.hacked=1> \"'>\n\n\
    [click](javascript:window.hacked=1) and [data](data:text/html,<script>window.hacked=1</script>) and [ok](https://example.org)\n\n\
    \u{202e}override\u{202c} and zero\u{200b}width </noscript><img src=x onerror=window.hacked=1>\n";

#[test]
fn nothing_of_a_document_its_name_or_a_link_runs_or_becomes_markup() {
    for engine in ENGINES {
        let name = "a\"><img src=x onerror=window.hacked=1>.txt";
        let (_folder, page) = pack(&[(name, TEXT)], &["--title", "</title><script>window.hacked=1</script>"]);
        let mut browser = Browser::start(engine, &[]);
        open_page(&mut browser, &page, "#/");
        let link = browser.text("document.querySelector('a.title').getAttribute('href')");
        let hostile = "%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E";
        for screen in [
            "#/documents".to_owned(),
            "#/about".to_owned(),
            format!("#/search?q={hostile}"),
            format!("#/search?country={hostile}&{hostile}={hostile}"),
            format!("#/{hostile}"),
            format!("{link}?q=korea"),
        ] {
            to(&mut browser, &screen);
        }
        browser.wait("document.querySelectorAll('.passage').length > 3");
        assert_eq!(
            browser.value("document.querySelectorAll('#app img, #app script, #app svg[onload], #app iframe').length"),
            json!(0),
            "{engine:?}"
        );
        let links = browser.text("[...document.querySelectorAll('.text a[target]')].map((a) => a.getAttribute('href') + ' ' + a.rel).join('|')");
        assert_eq!(links, "https://example.org noopener noreferrer", "{engine:?}: only harmless addresses open");
        assert_eq!(browser.value("window.hacked === undefined"), json!(true), "{engine:?}");
        quiet(&mut browser);
    }
}

#[test]
fn a_link_with_thirty_thousand_filters_opens_and_says_what_it_left_out() {
    let (_folder, page) = pack(&[("a.txt", "JOINT STATEMENT\n\nKorea and Japan agreed.\n")], &[]);
    let mut browser = Browser::start(ENGINES[0], &[]);
    let filters: Vec<String> = (0..30_000).map(|n| format!("country=v{n:05}")).collect();
    open_page(&mut browser, &page, &format!("#/search?{}", filters.join("&")));
    browser.wait("document.body.innerText.includes('left-out')");
    quiet(&mut browser);
}

#[test]
fn a_title_without_end_is_shown_cut() {
    let title = format!("---\ntitle: {}\n---\n\nKorea and Japan agreed.\n", "Ports ".repeat(30_000));
    let (_folder, page) = pack(&[("a.md", &title)], &[]);
    let mut browser = Browser::start(ENGINES[0], &[]);
    open_page(&mut browser, &page, "#/documents");
    browser.wait("document.querySelector('a.title')");
    let length = browser.value("document.querySelector('a.title').textContent.length").as_u64();
    assert!(length.is_some_and(|length| (100..3_000).contains(&length)), "{length:?}");
    quiet(&mut browser);
}

/// Words without blanks, as addresses, keys and scanned rubbish have them, are parted where the line ends.
#[test]
fn a_word_of_two_thousand_letters_widens_no_screen() {
    let word = "Kor".to_owned() + &"abcdefghij".repeat(200);
    let number = "1.".repeat(120);
    let text = format!(
        "# Joint Statement {word}\n\n29 June 2016\n\nKorea and Japan met in Seoul. Korea said {word} and Japan agreed.\n\n\
         {number} Korea and {word} agreed to hold talks with Japan.\n\n## {word}\n\n- Korea paid USD 5 million for {word}.\n\n\
         | {word} | Korea |\n|---|---|\n| Japan | {word} |\n\nThe Council for {word} ({word}) met in Seoul. Mr. {word} spoke.\n"
    );
    let name = format!("{}.md", "n".repeat(240));
    let (_folder, page) = pack(&[(name.as_str(), &text), ("b.md", &text)], &["--title", &word]);
    let mut browser = Browser::start(ENGINES[0], &[]);
    open_page(&mut browser, &page, "#/documents");
    let link = browser.text("document.querySelector('a.title').getAttribute('href')");
    for width in [390_u32, 1024, 1440] {
        browser.size(width, 900);
        for screen in [
            "#/",
            "#/documents",
            "#/search?q=korea",
            "#/search?q=kor*",
            "#/search?q=korea&view=kwic",
            "#/names",
            "#/statements",
            "#/engagements",
            "#/amounts",
            "#/acronyms",
            "#/pairs",
            "#/notes",
            "#/about",
            "#/compare",
            "#/engagements?view=lanes&group=partner",
            &format!("#/search?q={word}"),
            &link,
        ] {
            to(&mut browser, screen);
            let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
            assert!(wide <= u64::from(width), "{screen} is {wide} pixels wide at {width}");
            let over = browser.text(
                "[...document.querySelectorAll('.hit .place, .hit .words')].filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => \
                 e.className).join(' ')",
            );
            assert_eq!(over, "", "{screen} at {width}: words run over what stands beside them");
        }
    }
    quiet(&mut browser);
}

#[test]
fn six_hundred_years_widen_no_screen() {
    let met = |year: u32| format!("Korea and Japan held a meeting in Seoul on May 3, {year}.\n\n");
    let text = (1500..=2100).step_by(25).map(met).collect::<String>();
    let (_folder, page) = pack(&[("a.txt", &text), ("b.txt", &text)], &[]);
    let mut browser = Browser::start(ENGINES[0], &[]);
    open_page(&mut browser, &page, "#/");
    for width in [390_u32, 1440] {
        browser.size(width, 900);
        for screen in ["#/", "#/search?q=korea", "#/engagements", "#/engagements?view=lanes", "#/series", "#/name/kr"] {
            to(&mut browser, screen);
            let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
            assert!(wide <= u64::from(width), "{screen} is {wide} pixels wide at {width}");
        }
    }
    quiet(&mut browser);
}

/// The head of a page may claim more documents than there are: the list of the plain page is bounded by the texts.
#[test]
fn a_head_that_counts_billions_of_documents_does_not_stop_the_plain_page() {
    let text = std::fs::read_to_string(page()).expect("the page is text");
    let start = text.find("\"documents\":").expect("the head counts its documents") + "\"documents\":".len();
    let end = start + text[start..].find(|c: char| !c.is_ascii_digit()).expect("more of the head");
    let folder = entente_browser::process::Folder::new("head");
    let crafted = folder.path().join("page.html");
    std::fs::write(&crafted, format!("{}4294967295{}", &text[..start], &text[end..])).expect("a file can be written");
    let mut browser = Browser::start(Engine::Chromium, &["--js-flags=--jitless"]);
    browser.goto(&local(&crafted, ""));
    browser.wait("document.querySelector('[role=alert]') && document.querySelectorAll('main.plain li').length > 0");
    let items = browser.value("document.querySelectorAll('main.plain li').length").as_u64();
    assert!(items.is_some_and(|items| items < 100_000), "{items:?}");
}
