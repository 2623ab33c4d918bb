//! Documents, names, links and queries that try to become something else.

use entente_browser::Browser;
use serde_json::json;

use crate::support::{ENGINES, open_page, pack, quiet, to};

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
