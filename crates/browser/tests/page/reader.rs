//! Reading a result set one document after another, by keys: what stays in sight, what is folded, what is beside a passage.

use entente_browser::{Browser, Engine};
use serde_json::json;

use crate::accessibility::violations_on;
use crate::support::{ENGINES, open, quiet};

/// The bar of the reader, in words.
const BAR: &str = "document.querySelector('.reader-bar').innerText.replace(/\\s+/g, ' ')";

/// Opens the first result of a search by keys.
fn read_first(browser: &mut Browser) {
    open(browser, "#/search?q=cyber");
    browser.run("document.querySelector('.hit a').focus()", json!([]));
    browser.run("document.querySelector('.hit a').click()", json!([]));
    browser.wait("document.querySelector('.passage[aria-current=true]') && document.querySelector('.reader-bar')");
}

#[test]
fn a_result_set_is_read_by_keys_from_hit_to_hit_and_document_to_document_and_back() {
    for engine in ENGINES {
        let mut browser = Browser::start(engine, &[]);
        read_first(&mut browser);
        browser.wait(&format!("/Document 1 of \\d/.test({BAR}) && /Hit \\d+ of \\d+/.test({BAR})"));
        let first = browser.text("location.hash");
        browser.keys("n");
        browser.wait(&format!("location.hash !== {}", json!(first)));
        assert!(browser.text("location.hash").contains("q=cyber"), "{engine:?}");
        browser.keys("p");
        browser.wait(&format!("location.hash === {}", json!(first)));
        browser.keys("]");
        browser.wait(&format!("/Document 2 of \\d/.test({BAR})"));
        assert!(browser.value("!!document.querySelector('.passage[aria-current=true] mark')").as_bool() == Some(true));
        browser.keys("[");
        browser.wait(&format!("/Document 1 of \\d/.test({BAR})"));
        browser.keys("u");
        browser.wait("location.hash === '#/search?q=cyber' && document.activeElement.matches('.hit a')");
        quiet(&mut browser);
    }
}

/// Less of the text is in sight in a lower window, although nothing was scrolled.
#[test]
fn what_is_in_sight_follows_the_size_of_the_window() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(1440, 1000);
    read_first(&mut browser);
    let seen = "parseFloat(document.querySelector('.edge-seen').getAttribute('height'))";
    browser.wait(&format!("{seen} > 0"));
    // The passage in view is scrolled to in turns of its own.
    browser.run("scrollTo(0, 0)", json!([]));
    browser.wait("scrollY === 0");
    browser.run("requestAnimationFrame(() => requestAnimationFrame(() => { window.settled = true }))", json!([]));
    browser.wait("window.settled");
    let before = browser.value(seen).as_f64().expect("a height");
    browser.size(1440, 500);
    browser.wait(&format!("scrollY === 0 && {seen} < {before}"));
    quiet(&mut browser);
}

#[test]
fn a_clicked_passage_has_its_tools_and_back_leaves_the_document() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    read_first(&mut browser);
    let click = |n: usize| {
        format!(
            "(function () {{ const p = document.querySelectorAll('.text .passage:not(:has(button.name))')[{n}]; p.scrollIntoView(); p.click(); return p.id }})()"
        )
    };
    for n in [3, 6] {
        let id = browser.text(&click(n));
        browser.wait(&format!("document.getElementById({})?.matches('[aria-current=true]') && document.querySelector('.passage[aria-current] [data-does=collect]')", json!(id)));
        assert!(browser.text("location.hash").contains(&id), "the link names the passage");
    }
    browser.back();
    browser.wait("location.hash === '#/search?q=cyber'");
    quiet(&mut browser);
}

#[test]
fn title_and_section_stay_in_sight_and_the_outline_follows() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    read_first(&mut browser);
    let section = "document.querySelector('.section-in-view')?.textContent ?? ''";
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        browser.size(width, height);
        // The section of the place before is still in the bar until the page has heard of the scroll.
        browser.run("scrollTo(0, 0)", json!([]));
        browser.wait(&format!("({section}) === ''"));
        browser.run("scrollTo(0, document.documentElement.scrollHeight / 4)", json!([]));
        browser.wait(&format!("({section}) !== ''"));
        let before = browser.text(section);
        browser.run("scrollTo(0, document.documentElement.scrollHeight * 0.7)", json!([]));
        browser.wait(&format!("({section}) !== '' && ({section}) !== {}", json!(before)));
        let bar = "document.querySelector('.reader-bar').getBoundingClientRect()";
        assert_eq!(browser.value(&format!("{bar}.top >= 0 && {bar}.bottom < 160")).as_bool(), Some(true), "at {width}");
        browser.wait(&format!(
            "document.querySelector('.outline [aria-current]')?.textContent.includes(({section}).replace(/…$/, ''))"
        ));
    }
}

#[test]
fn the_bar_is_one_line_of_large_buttons_on_a_phone() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(390, 844);
    read_first(&mut browser);
    let small = "[...document.querySelectorAll('.reader-bar .button')].map((b) => b.getBoundingClientRect()).filter((r) => r.width < 44 || r.height < 44).length";
    assert_eq!(browser.value(small).as_u64(), Some(0), "44 pixels each");
    let height = browser.value("document.querySelector('.reader-bar').getBoundingClientRect().height").as_f64();
    assert!(height.is_some_and(|height| height < 70.0), "one line, not {height:?}");
    let wide = browser.value("document.documentElement.scrollWidth").as_u64();
    assert!(wide <= Some(390), "{wide:?}");
}

#[test]
fn what_is_folded_opens_by_a_key_and_the_record_folds() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    read_first(&mut browser);
    let record = browser.value("document.querySelector('.head > .record').open").as_bool();
    browser.keys("i");
    browser.wait(&format!("document.querySelector('.head > .record').open !== {}", json!(record)));
    let folded = "[...document.querySelectorAll('.folded')]";
    browser.run("document.querySelectorAll('.folded').forEach((fold) => fold.open = false)", json!([]));
    browser.keys(".");
    browser.wait(&format!("{folded}.length > 0 && {folded}.every((fold) => fold.open)"));
    browser.keys(".");
    browser.wait(&format!("{folded}.every((fold) => !fold.open)"));
}

#[test]
fn no_line_beside_a_passage_lies_under_the_notes_of_the_chosen_one() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    read_first(&mut browser);
    for _ in 0..6 {
        browser.keys("n");
        browser.wait("document.querySelector('.passage[aria-current=true]')");
        let under = "(() => { const full = document.querySelector('.side[data-full] > :last-child'); if (!full) return 0;
            const bottom = full.getBoundingClientRect().bottom, top = full.parentElement.getBoundingClientRect().top;
            return [...document.querySelectorAll('.passage:not([aria-current]) .side')].filter((side) => { const r = side.getBoundingClientRect();
            return getComputedStyle(side).visibility !== 'hidden' && r.top > top && r.top < bottom - 1 }).length })()";
        browser.wait(&format!("{under} === 0"));
    }
}

#[test]
fn the_ring_of_a_passage_does_not_run_through_its_notes() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(1440, 900);
    read_first(&mut browser);
    browser.keys("j");
    browser.wait("document.activeElement.matches('.passage[aria-current]:focus-visible') && document.activeElement.querySelector('.side[data-full]')");
    let ring = "getComputedStyle(document.activeElement, '::after')";
    assert_eq!(browser.text(&format!("{ring}.outlineStyle")), "solid");
    let clear = format!(
        "document.activeElement.getBoundingClientRect().left + parseFloat({ring}.width) <= document.activeElement.querySelector('.side').getBoundingClientRect().left + 16"
    );
    assert_eq!(browser.value(&clear).as_bool(), Some(true), "it ends before the notes");
    quiet(&mut browser);
}

#[test]
fn every_hit_stands_in_context_and_is_sorted_by_what_is_before_or_after() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=cyber&view=kwic");
    browser.wait("document.querySelectorAll('.kwic tbody tr').length > 0");
    let lines = browser.text("document.querySelector('.lines-count').textContent");
    let words = "[...document.querySelectorAll('.kwic tbody .after')].map((cell) => cell.textContent.replace(/[^\\p{L}\\p{N} ]/gu, '').trim().split(' ')[0].toLowerCase()).filter((word) => word)";
    browser.run("document.querySelector('.kwic thead [data-side=right] a').click()", json!([]));
    browser
        .wait("location.hash.includes('sort=right') && document.querySelector('.kwic [data-side=right][aria-sort]')");
    let sorted = format!(
        "(() => {{ const words = {words}; return words.every((word, n) => n === 0 || words[n - 1] <= word) }})()"
    );
    browser.wait(&sorted);
    assert_eq!(browser.text("document.querySelector('.lines-count').textContent"), lines, "the same lines");
    browser.run("document.querySelector('.kwic .found a').focus()", json!([]));
    browser.keys("j");
    browser.wait("document.activeElement.closest('.kwic tbody tr') === document.querySelectorAll('.kwic tbody tr')[1]");
    browser.keys("l");
    browser.wait(
        "document.querySelector('.toast')?.textContent.includes('link') || document.querySelector('.copy-field')",
    );
}

#[test]
fn a_text_of_ones_own_is_compared_and_its_changes_are_gone_through_by_keys() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    // A busy machine draws a screen in several turns, so that whatever depends on their order shows only now and then: hence some rounds.
    for _ in 0..6 {
        browser.goto("about:blank");
        open(&mut browser, "#/compare");
        browser.wait("document.querySelector('.picker-side li a')");
        browser.run("document.querySelector('.picker-side li a').click()", json!([]));
        browser.wait("location.hash.split('/').length === 3");
        browser.wait("document.activeElement.id === 'compare-right'");
        browser.run("document.querySelectorAll('.picker-side')[1].querySelector('button').click()", json!([]));
        // The field is open and has the focus: what is typed or pasted goes there.
        browser.wait("document.activeElement.id === 'pasted'");
    }
    browser.run(
        "const field = document.getElementById('pasted'); field.value = 'Words that no document has.\\n\\nAnd others.';
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        json!([]),
    );
    browser.wait("document.querySelectorAll('.compare-row[data-became=added]').length === 2");
    browser.run("document.getElementById('main').focus()", json!([]));
    browser.keys("n");
    browser.wait("document.activeElement.matches('.compare-row[data-became]')");
    quiet(&mut browser);
}

#[test]
fn axe_finds_nothing_in_the_reader_in_context_or_in_a_comparison() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    read_first(&mut browser);
    let passage = browser.text("location.hash");
    let document = passage.split('?').next().and_then(|path| path.rsplit_once('/')).map_or("", |(path, _)| path);
    let id = document.trim_start_matches("#/doc/");
    let screens = [
        passage.clone(),
        document.to_owned(),
        "#/search?q=cyber&view=kwic&sort=left".to_owned(),
        "#/name/kr?view=kwic".to_owned(),
        "#/compare".to_owned(),
        format!("#/compare/{id}"),
        "#/compare/name:kr/name:us".to_owned(),
    ];
    let all = violations_on(&mut browser, &screens, |browser, width| {
        let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
        if wide > u64::from(width) { Some(format!("it is {wide} pixels wide")) } else { None }
    });
    assert!(all.is_empty(), "{all:#?}");
}
