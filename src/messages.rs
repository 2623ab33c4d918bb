//! Every word of the interface, in one table.
//!
//! English now; another language is another table. Words that hold a number are functions, so that each
//! language has its own plural rules.

/// Makes the constants of a table.
macro_rules! words {
    ($($name:ident = $text:literal;)+) => { $(#[doc = $text] pub const $name: &str = $text;)+ };
}

use entente_text::number::grouped;

mod amounts;
mod brief;
mod dates;
mod facts;
mod figures;
mod frame;
mod lists;
mod overview;
mod reader;
mod relations;
mod verify;

pub use amounts::*;
pub use brief::*;
pub use dates::*;
pub use facts::*;
pub use figures::*;
pub use frame::*;
pub use lists::*;
pub use overview::*;
pub use reader::*;
pub use relations::*;
pub use verify::*;

/// `n` with commas between thousands.
#[must_use]
pub fn number(n: usize) -> String {
    grouped(&n.to_string())
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// On the bar while a large page's texts come in.
pub const OPENING: &str = "Opening the documents";

/// "3,200 of 10,016 documents are in. Search covers these; other lists follow when all are in."
#[must_use]
pub fn growing(done: usize, of: usize) -> String {
    format!("{} of {} are in. Search covers these; other lists follow when all are in.", number(done), documents(of))
}

/// "200 of 10,016 documents are read. This list is made of all."
pub fn reading(done: usize, of: usize) -> String {
    format!("{} of {} are read. This list is made of all of them.", number(done), documents(of))
}

/// After [`growing`], if the page was packed with an index.
pub const LOST_INDEX: &str = " The index in this file cannot be used and is made anew.";

/// "Show more: 50 of 310 passages are shown"
#[must_use]
pub fn more(shown: usize, of: usize) -> String {
    format!("Show more: {} of {} are shown", number(shown), passages(of))
}

/// "Show more: 500 of 3,020 are listed"
#[must_use]
pub fn more_rows(listed: usize, total: usize) -> String {
    format!("Show more: {} of {} are listed", number(listed), number(total))
}

/// "3 passages"
#[must_use]
pub fn passages(n: usize) -> String {
    counted(n, "passage", "passages")
}

/// "3 documents"
#[must_use]
pub fn documents(n: usize) -> String {
    counted(n, "document", "documents")
}

/// True if a title says no more than how many documents there are, with commas or without.
#[must_use]
pub fn is_count_of_documents(title: &str, n: usize) -> bool {
    title.replace(',', "") == documents(n).replace(',', "")
}

/// "3 words"
#[must_use]
pub fn words(n: usize) -> String {
    counted(n, "word", "words")
}

/// "48 KB", "1.2 MB": thousands, one digit after the point from a million on.
#[must_use]
pub fn size(bytes: u32) -> String {
    match bytes {
        0..1000 => counted(bytes as usize, "byte", "bytes"),
        1000..1_000_000 => format!("{} KB", (bytes + 500) / 1000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// "l. 15", "l. 15–17, 20". Parts of one line have it once.
#[must_use]
pub fn lines(lines: &[(u32, u32)]) -> String {
    let parts: Vec<String> = lines
        .chunk_by(|one, next| one == next)
        .filter_map(<[(u32, u32)]>::first)
        .map(|(first, last)| if first == last { first.to_string() } else { format!("{first}–{last}") })
        .collect();
    format!("l. {}", parts.join(", "))
}

/// A passage's place: its own number where it has one, else its lines.
#[must_use]
pub fn place(number: Option<&str>, at: &[(u32, u32)]) -> String {
    number.map_or_else(|| lines(at), |number| format!("para. {number}"))
}

/// A passage's place: its own number, else its pages where the format has them, else its lines.
#[must_use]
pub fn place_on(number: Option<&str>, on: Option<(u32, u32)>, at: &[(u32, u32)]) -> String {
    match (number, on) {
        (None, Some(on)) => pages(on),
        (number, _) => place(number, at),
    }
}

/// "p. 3", "p. 3–4"
#[must_use]
pub fn pages((first, last): (u32, u32)) -> String {
    if first == last { format!("p. {first}") } else { format!("p. {first}–{last}") }
}

/// "9 passages in 3 documents; 47 without filters"
#[must_use]
pub fn found(total: usize, in_documents: usize, unfiltered: usize) -> String {
    let found = format!("{} in {}", passages(total), documents(in_documents));
    if unfiltered == total { found } else { format!("{found}; {} without filters", number(unfiltered)) }
}

/// A language by its tag, in its English name; the tag itself where it has none here.
#[must_use]
pub fn language(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "en" => "English",
        "ko" => "Korean",
        "ja" => "Japanese",
        "zh" => "Chinese",
        "fr" => "French",
        "de" => "German",
        "es" => "Spanish",
        "pt" => "Portuguese",
        "it" => "Italian",
        "id" => "Indonesian",
        "ru" => "Russian",
        "ar" => "Arabic",
        _ => tag,
    }
}

/// A kind of document as a reader calls it.
#[must_use]
pub fn kind(word: &str) -> String {
    let mut text = if word == "q-and-a" { "questions and answers".to_owned() } else { word.replace('-', " ") };
    if let Some(first) = text.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// "8th", "1st"
#[must_use]
pub fn ordinal(n: u8) -> String {
    let end = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

/// A month, by its number from 1.
#[must_use]
pub fn month(n: u8) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.get(usize::from(n).wrapping_sub(1)).copied().unwrap_or("")
}

words! {
    SKIP = "Skip to content";
    SKIP_TO_FIGURE = "Skip to the chart or table of counts";
    NAVIGATION = "Views";
    OVERVIEW = "Overview";
    SEARCH = "Search";
    DOCUMENTS = "Documents";
    ABOUT = "About this file";
    SETTINGS = "Settings";
    MENU = "Menu";
    COLOURS = "Colours";
    AUTO = "Auto";
    LIGHT = "Light";
    DARK = "Dark";
    LETTER_KEYS = "Single-letter keys";
    ON = "On";
    OFF = "Off";
    KEYS = "Keys";
    CLOSE = "Close";
    SEARCH_THIS_FILE = "Search this file";
    SEARCH_HINT = "You can type";
    READ_AS = "Read as";
    FILTERS = "Filters";
    CLEAR_ALL = "Clear all";
    EXCLUDED = "not";
    NOT_IN_THIS_FILE = "not in this file";
    NO_TITLE = "No title printed. Begins:";
    NO_DATE = "Date not printed";
    NO_PUBLISHER = "Publisher not printed";
    NO_LANGUAGE = "Language not known";
    OUTLINE = "Outline";
    RECORD = "Record of this document";
    SHOW_SOURCE = "Source text";
    NAME_MARKS = "Name marks";
    COPY_LINK = "Copy link";
    COPY_BY_HAND = "Copying is not allowed here. Copy the chosen text by hand:";
    PREVIOUS = "Previous document";
    NEXT = "Next document";
    OFFLINE = "Works offline; sends nothing";
    MASKED = "Masked before this page was made";
    MASKED_LEAD = "What is masked shows as █████. It is not in this file in any form.";
    NOT_READ = "Files that could not be read";
    ALL_READ = "Every file of the folder was read.";
    UNKNOWN_VIEW = "There is no such view";
    UNKNOWN_DOCUMENT = "This document is not in this file";
    EMPTY = "This file holds no documents";
    EMPTY_HINT = "It was packed without any. Put documents into a folder and pack it with: entente pack FOLDER";
    LINK_TO_OTHER = "The link may be to another file of documents.";
    ROLE_TAG = "no single name";
    OTHER_LETTERS = "letters of another alphabet";
    FAULT = "The documents cannot be shown";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_print() {
        assert_eq!(number(7929), "7,929");
        assert_eq!(number(1_000_000), "1,000,000");
        assert_eq!(passages(1), "1 passage");
        assert!(is_count_of_documents("9935 documents", 9_935) && is_count_of_documents("1 document", 1));
        assert!(!is_count_of_documents("Two documents", 2));
        assert_eq!(size(54_516), "55 KB");
        assert_eq!(size(1_250_000), "1.2 MB");
        assert_eq!(lines(&[(15, 15), (19, 21)]), "l. 15, 19–21");
        assert_eq!(lines(&[(9, 9), (9, 9), (9, 9)]), "l. 9", "the fields of a record");
        assert_eq!(found(9, 3, 47), "9 passages in 3 documents; 47 without filters");
        assert_eq!(kind("press-release"), "Press release");
        assert_eq!([1, 2, 3, 4, 11, 22, 31].map(ordinal).join(" "), "1st 2nd 3rd 4th 11th 22nd 31st");
    }
}
