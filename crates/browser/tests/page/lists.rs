//! The lists of facts: what a reader follows through the file, by mouse and by keys; axe on each of them.

use entente_browser::{Browser, Engine};
use serde_json::{Value, json};

use crate::accessibility::violations;
use crate::support::{axe, open, quiet, to};

/// Every list and some of their states.
const LISTS: [&str; 16] = [
    "#/names",
    "#/names?entity-kind=country",
    "#/name/us",
    "#/name/us?view=statements",
    "#/engagements?view=lanes",
    "#/name/nobody",
    "#/engagements",
    "#/engagements?status=held&country=atlantis",
    "#/series",
    "#/commitments",
    "#/commitments?status=nothing",
    "#/statements?modality=agreement",
    "#/pairs",
    "#/amounts",
    "#/acronyms",
    "#/notes?note-kind=truncated-text",
];

/// The lists, and one fact of each kind.
fn screens(browser: &mut Browser) -> Vec<String> {
    let mut all: Vec<String> = LISTS.iter().map(|link| (*link).to_owned()).collect();
    for (list, first) in [
        ("#/engagements", ".fact-table .title"),
        ("#/series", ".fact-table .title"),
        ("#/statements", ".words-link"),
        ("#/pairs", ".fact-table th a"),
        ("#/engagements", ".source-link"),
    ] {
        to(browser, list);
        browser.wait(&format!("document.querySelector('{first}')"));
        all.push(browser.text(&format!("document.querySelector('{first}').getAttribute('href')")));
    }
    all
}

#[test]
fn axe_finds_nothing_on_any_list_at_any_size_light_or_dark_and_none_scrolls_sideways() {
    let axe = axe();
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    let screens = screens(&mut browser);
    for (width, height, dark) in [(1440, 900, false), (1024, 768, true), (390, 844, false), (320, 700, true)] {
        browser.size(width, height);
        browser.dark(dark);
        for screen in &screens {
            to(&mut browser, screen);
            let found = violations(&mut browser, &axe);
            assert!(found.is_empty(), "{screen} at {width}, dark {dark}: {found:#?}");
            let wide = browser.value("document.documentElement.scrollWidth").as_u64().unwrap_or(0);
            assert!(wide <= u64::from(width), "{screen} at {width} is {wide} wide");
        }
    }
    quiet(&mut browser);
}

#[test]
fn what_was_promised_on_a_matter_and_what_is_blank_is_found_by_keys_alone() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.keys("gc");
    browser.wait("location.hash === '#/commitments'");
    // The link changes before the view is drawn.
    browser.wait("document.querySelector('.ledger tbody tr') && document.querySelector('.list-head p')");
    browser.wait("document.querySelector('h1').textContent.includes('nothing under them in this form')");
    browser.wait("document.querySelector('.list-head p').textContent.includes('not evidence')");
    // The field that adds filters offers the words themselves last.
    browser.keys("f");
    browser.keys("cyber");
    browser.wait("document.querySelector('#filter-offers [role=option]')");
    browser.keys("\u{E013}\u{E007}");
    browser.wait("location.hash.includes('q=cyber')");
    let rows = "document.querySelectorAll('.ledger tbody tr:not(.area)').length";
    // Fewer than all, and every place is filled or says why not.
    let places = "document.querySelectorAll('.measures, .empty-place').length";
    browser.wait(&format!("{rows} > 0 && {rows} < 43 && {places} === {rows} * 2"));
    quiet(&mut browser);
}

#[test]
fn a_meeting_is_followed_from_its_series_to_its_words() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.keys("gr");
    browser.wait("location.hash === '#/series'");
    browser.wait("document.querySelector('.number[data-state=held], .number[data-state=announced]')");
    browser.run("document.querySelector('.number[data-state=held], .number[data-state=announced]').click()", json!([]));
    browser.wait("location.hash.startsWith('#/engagement/')");
    browser.wait("document.querySelector('.said .sentence') && document.querySelector('.said .source-link')");
    let sentence = browser.text("document.querySelector('.said .sentence').textContent");
    browser.run("document.querySelector('.said .source-link').click()", json!([]));
    browser.wait("document.querySelector('.passage[aria-current=true]')");
    let passage = browser.text("document.querySelector('.passage[aria-current=true]').textContent");
    let words: Vec<&str> = sentence.split_whitespace().take(3).collect();
    assert!(passage.contains(&words.join(" ")), "{sentence} / {passage}");
    browser.keys("c");
    browser.wait("document.querySelector('#cite[open] .cite-text')");
    // A document with numbered paragraphs is cited by them, any other by its lines.
    let cited = browser.text("document.querySelector('#cite .cite-text').textContent");
    assert!([", l. ", ", para. "].iter().any(|place| cited.contains(place)), "a cited quote: {cited}");
    quiet(&mut browser);
}

#[test]
fn a_key_leaves_a_meeting_for_the_list_that_it_was_opened_from_and_its_words_are_collected_without_a_choice() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/engagements?country=us");
    browser.keys("jj");
    browser.wait("document.activeElement.matches('.fact-table .title')");
    let row = browser.text("document.activeElement.textContent");
    browser.keys("\u{E007}");
    browser.wait("location.hash.startsWith('#/engagement/') && document.querySelector('.fact .said')");
    browser.keys("b");
    browser.wait("document.querySelector('.toast')?.textContent.startsWith('Collected')");
    let meeting = browser.text("location.hash");
    browser.keys("u");
    browser.wait("location.hash === '#/engagements?country=us' && document.activeElement.matches('.title')");
    assert_eq!(browser.text("document.activeElement.textContent"), row, "to the row");
    browser.keys("u");
    browser.wait("document.querySelector('.toast')?.textContent.includes('does nothing here')");
    // Opened by its link, it is left for the list of all.
    open(&mut browser, &meeting);
    browser.keys("u");
    browser.wait("location.hash === '#/engagements' && document.querySelector('.fact-table')");
    quiet(&mut browser);
}

#[test]
fn what_is_said_twice_opens_side_by_side_with_the_words_that_differ() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.keys("gp");
    browser.wait("location.hash === '#/pairs'");
    // A key that comes before the rows has no row to go to.
    browser.wait("document.querySelector('#main a[href*=\"#/compare/\"]')");
    browser.keys("j\u{E007}");
    browser.wait("location.hash.startsWith('#/compare/')");
    browser.wait("document.querySelectorAll('.comparison del, .comparison ins').length > 0");
    assert!(browser.text("document.getElementById('main').innerText").contains("Only in l. "));
    quiet(&mut browser);
}

#[test]
fn filters_of_a_list_stand_in_the_link_and_back_releases_them() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/engagements");
    // Rows below the screen are drawn little by little; the count gives the number of all rows.
    let rows = "document.querySelectorAll('.fact-table tbody tr').length";
    let drawn = format!("{rows} === Number.parseInt(document.querySelector('#main p.count').textContent)");
    browser.wait(&drawn);
    let all = browser.value(rows).as_u64();
    let value = "[...document.querySelectorAll('.facet-value')].find((row) => row.querySelector('.label').textContent === 'planned')";
    let promised = browser.text(&format!("{value}.querySelector('.count').textContent"));
    browser.run(&format!("{value}.querySelector('input').click()"), json!([]));
    browser.wait("location.hash === '#/engagements?status=planned'");
    browser.wait(&format!("{rows} === {promised}"));
    // What is said aloud is the count of the list, not that of a filter.
    browser.wait(&format!("document.getElementById('said').textContent.startsWith('{promised} ')"));
    assert_eq!(browser.text("document.querySelector('.chip bdi').textContent"), "planned");
    browser.back();
    browser.wait(&format!("{rows} === {}", all.unwrap_or(0)));
    quiet(&mut browser);
}

#[test]
fn a_table_is_the_same_for_scripts_and_for_the_command_line() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    browser.run(
        "window.tables = {}; for (const name of ['engagements', 'links', 'corpus']) window.entente.export(name, 'jsonl').then((text) => { window.tables[name] = text })",
        json!([]),
    );
    browser.wait("Object.keys(window.tables).length === 3");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    for table in ["engagements", "links", "corpus"] {
        let given = browser.text(&format!("window.tables.{table}"));
        let output = std::process::Command::new(crate::support::binary())
            .args(["export", &folder.to_string_lossy(), "--table", table])
            .output()
            .expect("the command line runs");
        let printed = String::from_utf8_lossy(&output.stdout);
        // The page escapes angle brackets in its JSON: the values are the same.
        let rows =
            |text: &str| -> Vec<Value> { text.lines().filter_map(|row| serde_json::from_str(row).ok()).collect() };
        assert!(!rows(&given).is_empty() && rows(&given) == rows(&printed), "{table}");
    }
    let refused = browser.text(
        "(() => { window.entente.export('none', 'csv').catch((error) => { window.refused = error.message }); return '' })()",
    );
    assert_eq!(refused, "");
    browser.wait("window.refused");
    assert!(browser.text("window.refused").contains("there is no table"));
}

#[test]
fn every_list_has_the_same_keys_and_says_what_was_copied() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/");
    let said = "document.querySelector('.notes').innerText";
    for list in ["#/engagements", "#/statements", "#/pairs", "#/amounts", "#/acronyms", "#/notes", "#/series"] {
        to(&mut browser, list);
        browser.wait("document.querySelector('.fact-table tbody tr')");
        browser.keys("j");
        browser.wait("document.activeElement.closest('.fact-table tbody tr')");
        for (key, what) in [("y", "Copied: quotation"), ("l", "Copied: link"), ("b", "Collected")] {
            browser.keys(key);
            browser.wait(&format!("{said}.includes('{what}') || document.querySelector('.copy-field')"));
        }
        browser.keys("c");
        browser.wait("document.activeElement.closest('#cite[open] dt')");
        browser.keys("\u{E007}");
        browser.wait(&format!("{said}.includes('Copied: note') || document.querySelector('.copy-field')"));
    }
    for (list, key, what) in [
        ("#/documents", "l", "Copied: link"),
        ("#/names", "l", "Copied: link"),
        ("#/commitments", "y", "Copied: quotation"),
    ] {
        to(&mut browser, list);
        browser.wait("document.querySelector('.fact-table tbody tr')");
        browser.keys("j");
        browser.wait("document.activeElement.closest('.fact-table tbody tr')");
        browser.keys(key);
        browser.wait(&format!("{said}.includes('{what}') || document.querySelector('.copy-field')"));
    }
    // A meeting and a statement have the same tools where they stand by themselves.
    for list in ["#/engagements", "#/statements"] {
        to(&mut browser, list);
        browser.wait("document.querySelector('.fact-table tbody tr')");
        browser.keys("j\u{E007}");
        browser.wait("document.querySelector('.page.fact .said')");
        browser.keys("j");
        browser.wait("document.activeElement.closest('.said')");
        browser.keys("y");
        browser.wait(&format!("{said}.includes('Copied: quotation') || document.querySelector('.copy-field')"));
    }
    // A key that does nothing here says so, whatever the view, and also on a slider.
    to(&mut browser, "#/about");
    for key in ["[", "]", "j", "n", "u", ".", "s", "m", "f"] {
        browser.keys(key);
        browser.wait(&format!("{said}.includes('The key {key} does nothing here')"));
    }
    to(&mut browser, "#/engagements");
    browser.wait("document.querySelector('.fact-table tbody tr')");
    browser.run("document.querySelector('.filter-bar [type=range]').focus()", json!([]));
    browser.keys("?");
    browser.wait("document.getElementById('keys').open");
    browser.keys("\u{E00C}");
    browser.wait("!document.getElementById('keys').open");
    // Without a row, the link is that of the list with its filters; the button that copies it has a name.
    to(&mut browser, "#/engagements?country=jp");
    browser.keys("l");
    browser.wait(&format!("{said}.includes('Copied: link to this view') || document.querySelector('.copy-field')"));
    assert_eq!(browser.text("document.getElementById('link-of-view').textContent"), "Copy link");
    // Rows have one line or two in every list, also in the form of commitments; elsewhere the key says that it does nothing.
    for list in ["#/documents", "#/commitments", "#/names", "#/series"] {
        to(&mut browser, list);
        browser.wait("document.querySelector('.fact-table tbody tr')");
        // Of the first rows: those below the screen are drawn little by little.
        let height = "[...document.querySelectorAll('.fact-table[data-list] tbody tr')].slice(0, 5).reduce((all, row) => all + row.getBoundingClientRect().height, 0)";
        let two = browser.value(height).as_f64().expect("rows have a height");
        browser.keys("v");
        browser.wait(&format!("document.documentElement.dataset.rows === 'one' && {height} < {two}"));
        browser.keys("v");
        browser.wait("!document.documentElement.dataset.rows");
    }
    for view in ["#/", "#/relations", "#/engagements?view=lanes"] {
        to(&mut browser, view);
        browser.keys("v");
        browser.wait(&format!("{said}.includes('The key v does nothing here')"));
    }
    // Names have no single place: the key says that it does nothing.
    to(&mut browser, "#/names");
    browser.wait("document.querySelector('.fact-table tbody tr')");
    browser.keys("jy");
    browser.wait(&format!("{said}.includes('does nothing here')"));
    quiet(&mut browser);
}

#[test]
fn another_order_keeps_the_focus_and_the_heads_of_a_list_stay_below_its_bar() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/engagements");
    browser.wait("document.querySelector('.fact-table tbody tr')");
    browser.keys("jjs");
    browser.wait("location.hash.includes('sort=')");
    browser.wait("document.activeElement.closest('.fact-table')");
    to(&mut browser, "#/engagements?country=kr&country=us&status=held&status=planned&status=announced");
    browser.wait("document.querySelectorAll('.chip').length > 4 && document.querySelector('.fact-table tbody tr')");
    browser.run("scrollTo(0, 600)", json!([]));
    let apart = "document.querySelector('.fact-table thead').getBoundingClientRect().top - document.querySelector('.filter-bar').getBoundingClientRect().bottom";
    browser.wait(&format!("innerWidth <= 960 || Math.abs({apart}) < 2"));
    quiet(&mut browser);
}

#[test]
fn filters_are_added_left_out_and_removed_by_keys_in_the_bar_of_a_list() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/engagements");
    browser.wait("document.querySelector('.fact-table tbody tr')");
    // Whoever types fast has not seen what is offered: Enter adds the first all the same.
    browser.keys("fjap\u{E007}");
    browser.wait("location.hash === '#/engagements?country=jp'");
    let count = browser.text("document.querySelector('#main p.count').textContent");
    browser.wait("document.activeElement.id === 'find' && document.activeElement.value === ''");
    browser.keys("united st");
    browser.wait("document.querySelector('#filter-offers [aria-selected=true]')");
    // Alt and Enter leave it out.
    browser.run(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', altKey: true, bubbles: true }))",
        json!([]),
    );
    browser.wait("location.hash === '#/engagements?country=jp&-country=us'");
    browser.wait(&format!("document.querySelector('#main p.count').textContent !== '{count}'"));
    // Backspace in the empty field takes the last away.
    browser.wait("document.activeElement.value === ''");
    browser.keys("\u{E003}");
    browser.wait("location.hash === '#/engagements?country=jp'");
    // What no value begins with is said, and changes nothing.
    browser.keys("xyzzy");
    browser.wait("document.querySelector('#filter-offers').innerText.includes('xyzzy')");
    assert_eq!(browser.text("location.hash"), "#/engagements?country=jp");
    quiet(&mut browser);
}

#[test]
fn a_list_is_sorted_by_its_heads_and_by_a_key_and_the_link_says_so() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/engagements");
    browser.wait("document.querySelector('.fact-table tbody tr')");
    let sorted = "document.querySelector('[aria-sort]').textContent + document.querySelector('[aria-sort]').getAttribute('aria-sort')";
    browser.wait(&format!("{sorted} === 'Datedescending'"));
    browser.keys("s");
    browser.wait("location.hash === '#/engagements?sort=name'");
    browser.wait(&format!("({sorted}).endsWith('ascending')"));
    let first = "document.querySelector('.fact-table tbody .title').textContent.trim().toLowerCase()";
    let last = "[...document.querySelectorAll('.fact-table tbody .title')].at(-1).textContent.trim().toLowerCase()";
    browser.wait(&format!("{first} <= {last}"));
    // Shift adds a second column.
    browser.run(
        "document.querySelector('.sort-head').dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }))",
        json!([]),
    );
    browser.wait("location.hash === '#/engagements?sort=name,-date'");
    // Rows of one line are a setting.
    browser.keys("v");
    browser.wait("document.documentElement.dataset.rows === 'one'");
    quiet(&mut browser);
}

#[test]
fn the_row_that_the_reader_is_at_stands_beside_the_list_where_there_is_room() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    browser.size(1440, 900);
    open(&mut browser, "#/engagements");
    browser.wait("document.querySelector('.list-body > .preview .chosen')");
    let name = "document.querySelector('.preview h2').textContent";
    let first = browser.text(name);
    browser.keys("jjj");
    browser.wait(&format!("document.querySelector('tr[aria-current=true]') && {name} !== {}", json!(first)));
    // The column is about the row.
    browser.wait(&format!("{name} === document.querySelector('tr[aria-current=true] .title').textContent"));
    let broken = "[...document.querySelectorAll('.fact-table .source-link')].filter(link => link.getClientRects()[0].height > 30 || link.querySelector('.at').getBoundingClientRect().right > link.closest('td').getBoundingClientRect().right + 1).length";
    assert_eq!(browser.value(broken).as_u64(), Some(0), "a title gives way to its place, on one line");
    // On a small screen the filters cover the list, which does not move.
    browser.size(390, 844);
    open(&mut browser, "#/statements");
    browser.wait("document.querySelector('.fact-table tbody tr')");
    let top = "document.querySelector('.fact-table tbody tr').getBoundingClientRect().top";
    let before = browser.text(&format!("String({top})"));
    browser.run("document.getElementById('open-filters').click()", json!([]));
    browser.wait("document.activeElement.id === 'filters'");
    assert_eq!(browser.text(&format!("String({top})")), before);
    assert!(browser.text("document.querySelector('.sheet-end').innerText").starts_with("Show "));
    browser.run("document.querySelector('.sheet-end button').click()", json!([]));
    browser.wait("document.getElementById('filters').hidden && document.activeElement.id === 'open-filters'");
    quiet(&mut browser);
}
