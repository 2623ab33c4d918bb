//! Three whole tasks by keys alone, from the overview to a cited quote, with the number of keys each takes.

use entente_browser::{Browser, Engine};

use crate::support::{open, quiet};

/// Enter.
const ENTER: &str = "\u{E007}";

/// A reader without a mouse.
struct Reader {
    browser: Browser,
    keys: usize,
}

impl Reader {
    fn new() -> Self {
        let mut browser = Browser::start(Engine::Chromium, &[]);
        browser.size(1440, 900);
        open(&mut browser, "#/");
        Self { browser, keys: 0 }
    }

    /// Presses `keys` and waits until `then` is true.
    fn press(&mut self, keys: &str, then: &str) {
        self.keys += keys.chars().count();
        self.browser.keys(keys);
        self.browser.wait(then);
    }

    /// Cites the passage in view and copies the citation: its text.
    fn cite(&mut self) -> String {
        self.press("c", "document.activeElement.closest('#cite[open] dt')");
        let cited = self.browser.text("document.querySelector('#cite .cite-text').textContent");
        self.press(ENTER, "document.querySelector('.toast') && !document.querySelector('#cite[open]')");
        quiet(&mut self.browser);
        cited
    }
}

#[test]
fn who_led_the_delegations_where_and_when() {
    let mut reader = Reader::new();
    reader.press("/", "document.activeElement.id === 'header-search'");
    reader.press(
        &format!("delegations{ENTER}"),
        "document.activeElement.id === 'main' && document.querySelector('.hit')",
    );
    reader.press("j", "document.activeElement.closest('.hit')");
    reader.press(ENTER, "document.activeElement.matches('.passage[aria-current]')");
    let cited = reader.cite();
    for part in ["Ambassador", "leading their respective delegations", "Department of State", "June 29", ", para. 1."] {
        assert!(cited.contains(part), "{part}: {cited}");
    }
    assert_eq!(reader.keys, 17);
}

#[test]
fn what_was_promised_on_a_matter_and_what_is_blank() {
    let mut reader = Reader::new();
    reader.press("gc", "location.hash === '#/commitments' && document.getElementById('find')");
    reader.press("f", "document.activeElement.id === 'find'");
    reader.press("cyber", "document.querySelector('#filter-offers [aria-selected=true]')");
    reader.press(ENTER, "location.hash.includes('topic=cyber')");
    let rows = "document.querySelectorAll('.ledger tbody tr:not(.area)').length";
    reader.press("\u{E00C}", &format!("document.activeElement.id === 'main' && {rows} > 0"));
    // Every place is filled or says that it is blank.
    reader.browser.wait(&format!("document.querySelectorAll('.measures, .empty-place').length === {rows} * 2"));
    reader.browser.wait("document.querySelector('h1').textContent.includes('nothing under')");
    reader.press("j", "document.activeElement.closest('.ledger th')");
    reader.press(ENTER, "document.activeElement.matches('.passage[aria-current]')");
    let cited = reader.cite();
    assert!(cited.to_lowercase().contains("cyber") && cited.contains(", l. "), "{cited}");
    assert_eq!(reader.keys, 14);
}

#[test]
fn which_passages_say_the_same_with_other_words_and_which_words() {
    let mut reader = Reader::new();
    // The link changes before its view is drawn: keys wait for the focus.
    let drawn =
        "location.hash === '#/pairs' && document.activeElement.id === 'main' && document.querySelector('.fact-table')";
    reader.press("gp", drawn);
    reader.press("j", "document.activeElement.closest('.fact-table')");
    reader.press(ENTER, "document.querySelector('.comparison del, .comparison ins')");
    let only = reader.browser.text("document.getElementById('main').innerText");
    assert!(only.contains("Only in l. "), "{only}");
    reader.press("jjj", "document.activeElement.closest('.comparison .crumb')");
    reader.press(ENTER, "document.activeElement.matches('.passage[aria-current]')");
    let margin = reader.browser.text("document.querySelector('.side[data-full]').textContent");
    assert!(margin.contains("Repeated at ") && margin.contains("differ"), "{margin}");
    let cited = reader.cite();
    assert!(cited.contains(", l. ") || cited.contains(", para. "), "{cited}");
    assert_eq!(reader.keys, 10);
}
