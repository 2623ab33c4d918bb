//! Words of the brief, and of citations.

use super::{counted, documents, number};

/// "7 items from 3 documents"
#[must_use]
pub fn brief_contents(items: usize, sources: usize) -> String {
    [&counted(items, "item", "items"), " from ", &documents(sources)].concat()
}

/// "Brief, 7 collected"
#[must_use]
pub fn brief_count(items: usize) -> String {
    [BRIEF, ", ", &number(items), " collected"].concat()
}

/// "Collected, 7 in the brief"
#[must_use]
pub fn collected(items: usize) -> String {
    ["Collected, ", &number(items), " in the brief"].concat()
}

/// "Collected already, 7 in the brief"
#[must_use]
pub fn collected_already(items: usize) -> String {
    ["Collected already, ", &number(items), " in the brief"].concat()
}

/// "Saved: brief.docx"
#[must_use]
pub fn saved(name: &str) -> String {
    ["Saved: ", name].concat()
}

/// "Saved 37 rows: documents-engagements.csv"
#[must_use]
pub fn saved_rows(rows: usize, folded: usize, name: &str) -> String {
    let among = if folded == 0 {
        String::new()
    } else {
        [", with ", &counted(folded, "repeat", "repeats"), " that the screen folds"].concat()
    };
    ["Saved ", &counted(rows, "row", "rows"), &among, ": ", name].concat()
}

/// "Collected from “5 documents”. What stands in serif is quoted; the rest is the page’s or yours."
#[must_use]
pub fn brief_lead(title: &str, day: Option<&str>) -> String {
    let day = day.map(|day| [" ", day].concat()).unwrap_or_default();
    ["Collected", &day, " from “", title, "”. What stands in serif is quoted; the rest is the page’s or yours."]
        .concat()
}

/// "The link holds every item." or "The link holds the first 60 of 71 items; the others are in this window only."
#[must_use]
pub fn brief_link(linked: usize, items: usize) -> String {
    if linked == items {
        return "The link holds every item.".to_owned();
    }
    let of = [number(linked), number(items)].join(" of ");
    ["The link holds the first ", &of, " items; the others are in this window only."].concat()
}

/// "Item 3, quotation"
#[must_use]
pub fn brief_item(n: usize, kind: &str) -> String {
    ["Item ", &number(n), ", ", kind].concat()
}

/// "29 Nov 2026"
#[must_use]
pub fn day(year: u32, month: u8, day: u32) -> String {
    [&day.to_string(), super::month(month), &year.to_string()].join(" ")
}

words! {
    BRIEF = "Brief";
    COLLECT = "Collect";
    UNDO = "Undo";
    REMOVED_FROM_BRIEF = "Removed from the brief";
    NOTHING_COLLECTED = "Nothing is collected yet";
    HOW_TO_COLLECT = "Choose Collect on a passage, a row of a list, a thread or a pair, or press the key b there. Order, headings and notes are then yours, and the brief goes out as a Word file, rich text, Markdown or on paper.";
    BRIEF_TITLE = "Title of the brief";
    BRIEF_ITEMS = "Items of the brief";
    BRIEF_OUTPUTS = "Take the brief out";
    OWN_HEADING = "Heading";
    OWN_NOTE = "Your note";
    WORD_FILE = "Word file (.docx)";
    RICH_TEXT = "Copy as rich text";
    MARKDOWN_FILE = "Markdown (.md)";
    PRINT = "Print";
    BRIEF_WITH = "With";
    WITH_FACTS = "Our line of facts";
    WITH_GAPS = "“This file does not hold”";
    WITH_FILES = "File names and hashes";
    MOVE_UP = "Move up";
    MOVE_DOWN = "Move down";
    ADD_NOTE = "Add note";
    ADD_HEADING = "Add heading";
    REMOVE = "Remove";
    FILE_DOES_NOT_HOLD = "This file does not hold";
    SOURCES = "Sources";
    QUOTATION_KIND = "quotation";
    PAIR_KIND = "pair";
    THREAD_KIND = "thread";
    ABSENT_ITEM = "Not in this file:";
    ALT_KEY = "Alt";
    MOVES_AN_ITEM = "moves an item";
    LINK_WITHOUT_OWN = "Title, headings and notes are not in the link: take the brief out to keep them.";
    BRIEF_BY_HAND = "Saving is not allowed here. Copy the brief by hand:";
    CITATION = "Citation";
    CITE_RIS = "RIS";
    CITE_CSL = "CSL-JSON";
    CITE_ANNOTATION = "Web Annotation";
    CITE_DOCUMENT = "Cite the document";
}
