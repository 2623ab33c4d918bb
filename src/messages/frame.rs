//! Words of the frame, the search and the reader.

use entente_explore::{Sort, Unit};

use super::{counted, number, passages, words};
use crate::actions::Copied;

/// Language of this table (BCP 47).
pub const LANGUAGE: &str = "en";

/// The key that collects into the brief.
pub const COLLECT_KEY: &str = "b";
/// The keys that check a text.
pub const CHECK_KEY: &str = "Ctrl Enter";

/// Keys, parted by spaces, and what they do; before those that lead to the screens.
pub const KEY_MAP: &[(&str, &str)] = &[
    ("/", "go to the search box"),
    ("f", "go to the field that adds filters"),
    ("j k", "next, previous result or passage"),
    ("Enter", "open the result; in a passage, step to its names"),
    ("n p", "next, previous hit, also in the next document; in a comparison the next, previous change"),
    ("v", "rows of one line or two; full passages in a search"),
    ("s", "sort the list by the next column"),
    ("t", "to the chart or table of counts, and to the next one"),
    ("1 2 3 4", "one of the lists about a name"),
    ("c", "cite the passage or the row"),
    ("y", "copy the quotation with its source"),
    ("l", "copy the link of the row or passage, else of the list"),
    (COLLECT_KEY, "collect for the brief"),
    ("w", "save the brief as a Word file"),
    ("m", "to what is known of the passage, and back"),
    ("[ ]", "previous, next document of the list that one came from"),
    ("u", "back to where you came from, to the same place"),
    ("i", "the record of the document"),
    (".", "unfold what is folded in the document, and back"),
    (CHECK_KEY, "check the text in the field"),
    ("← →", "next, previous year; with Shift, more years"),
    ("?", "show this sheet"),
    ("Esc", "close the layer; clear the box; step out"),
];

/// Keys of the suggestions, and what they do.
pub const SUGGESTION_KEYS: &[(&str, &str)] =
    &[("↑ ↓", "choose"), ("Enter", "search"), ("Tab", "complete"), ("Esc", "close")];

/// What can be typed, by examples.
pub const SEARCH_EXAMPLES: &[&str] =
    &["\"exact phrase\"", "OR", "-word", "consult*", "exercise~", "country:us", "after:2014", "before:2016"];

/// Orders of results.
pub const RESULT_ORDERS: [(Sort, &str); 4] = [
    (Sort::Best, "Relevance"),
    (Sort::Newest, "Newest first"),
    (Sort::Oldest, "Oldest first"),
    (Sort::Place, "As in the file"),
];

/// Forms of a date, an example of each, and what it says.
pub const DATE_FORMS: &[(&str, &str, &str)] = &[
    ("day", "28 Jun 2016", "day, month and year are printed together"),
    ("month", "Aug 2014", "month and year are printed"),
    ("year", "2014", "only the year is printed"),
    ("taken", "29 Jun [2016]", "the year is that of the document’s own date"),
    ("interval", "May–Aug 2014", "two ends are printed, or one end and open"),
    ("open", "2 Aug, no year", "a part is missing and nothing gives it"),
    ("supplied", "[Dec 2023]", "given by whoever made this file, not printed"),
];

/// "identical", "3 words differ"
#[must_use]
pub fn words_differ(count: usize) -> String {
    match count {
        0 => "identical".to_owned(),
        1 => "1 word differs".to_owned(),
        count => format!("{} words differ", number(count)),
    }
}

words! {
    PRODUCT = "Entente";
    BRAND = "Entente, overview";
    FILE = "File";
    CLEAR = "Clear";
    OPEN = "Open";
    FULL_PASSAGES = "Full passages";
    FAINT = "Faint";
    FULL = "Full";
    FEWER = "Fewer";
    FILTERS_IN_FORCE = "Filters in force";
    REMOVE_WORDS = "Remove the words";
    NO_VALUE = "Nothing to filter by has these words.";
    DID_YOU_MEAN = "Did you mean ";
    BROADEN = "Search for related words, too";
    ALSO_AT = "also at ";
    RECENT = "Searched for before";
    ORDER = "Order";
    FROM = "From";
    TO = "To";
    YEARS = "Years";
    COUNTED_IN = "Count";
    NOT_IN_IT = "Not in it: ";
    SAME_WITHOUT_FILTERS = "The same words without filters";
    FILTERS_ALONE = "The filters without the words";
    EVERY_DOCUMENT = "All documents";
    PREVIEW = "The chosen passage in its place";
    DOES_NOT_KNOW = "This page does not know ";
    LEFT_ASIDE = " in the link; it was left aside.";
    DATES_AS_PRINTED = "A date is shown only as the document prints it. Where none is printed, none is made.";
    LINK_ASKS_FOR = "The link asks for ";
    OTHER_VERSION = ". It may be from another version of this page.";
    NEIGHBOURS = "Neighbouring documents";
    HITS_ASIDE = " hits";
    SELECTED = "Selected words";
    COPY_SELECTED = "Copy with source";
    TO_PASSAGE = "To the passage";
    TABLE_OF_DOCUMENT = "Table of the document";
    UNDER_THIS_HEADING = "” under this heading";
    ANOTHER_VALUE = ", another value";
    CITE_BIBTEX = "BibTeX";
    ABOUT_LEAD = "One HTML file with documents in it. It works without a network and sends nothing: its own policy forbids every request.";
    CONTENTS = "Contents";
    TITLE = "Title";
    EDITION = "Edition";
    DIGEST_OF_DOCUMENTS = "Digest of the documents";
    DIGEST_OF_APPLICATION = "Digest of the application";
    VERSION = "Version";
    COMPARE_DIGESTS = "Compare the digests with those that “entente check” prints for the same file: equal digests are equal contents.";
    HOW_DATES = "How to read dates";
    LICENCES = "Sources and licences";
    LICENCE_TEXT = "Entente is free software under the MIT licence or the Apache licence 2.0, as you choose. Country names and codes: iso-codes (LGPL 2.1 or later) and the project’s own table. The documents are their authors’.";
}

/// Over the notices of what is inside the page.
pub const NOTICES_OF_OTHERS: &str = "Works of others in this page, with their licences";
/// The notices themselves.
pub const NOTICES: &str = include_str!("../../static/licences-page.txt");

/// "2014 Action Plan, l. 15"
#[must_use]
pub fn comma(one: &str, other: &str) -> String {
    [one, ", ", other].concat()
}

/// "Follow: Commitments"
#[must_use]
pub fn colon(one: &str, other: &str) -> String {
    [one, ": ", other].concat()
}

/// "“cyber”"
#[must_use]
pub fn quoted(text: &str) -> String {
    ["“", text, "”"].concat()
}

/// "g n": a letter that leads to a screen
#[must_use]
pub fn after_g(letter: &str) -> String {
    ["g ", letter].concat()
}

/// "go to Names"
#[must_use]
pub fn go_to(screen: &str) -> String {
    ["go to ", screen].concat()
}

/// The title of the window: view and file.
#[must_use]
pub fn window(view: &str, file: &str) -> String {
    if view == super::OVERVIEW {
        [file, " · ", PRODUCT].concat()
    } else {
        [view, " · ", file, " · ", PRODUCT].concat()
    }
}

/// "The documents cannot be shown: …."
#[must_use]
pub fn fault(sentence: &str) -> String {
    [super::FAULT, ": ", sentence, "."].concat()
}

/// "Edition 2, contents 3f9a1c20"
#[must_use]
pub fn edition(edition: Option<&str>, digest: &str) -> String {
    let edition = edition.map(|edition| [EDITION, " ", edition, ", "].concat()).unwrap_or_default();
    [&edition, "contents ", digest].concat()
}

/// "Entente 0.1.0, format 1, schema 3"
#[must_use]
pub fn version(program: &str, format: u32, schema: u32) -> String {
    format!("{PRODUCT} {program}, format {format}, schema {schema}")
}

/// ": not read: too large. Split it."
#[must_use]
pub fn not_read(reason: &str, hint: &str) -> String {
    [": not read: ", reason, ". ", hint].concat()
}

/// "e-mail address: 13 places in 2 documents, by the rule personal-data"
#[must_use]
pub fn masked(kind: &str, places: u32, documents: u32, rule: &str) -> String {
    let counted = |n: u32, one: &str, many: &str| {
        [super::number(n as usize).as_str(), " ", if n == 1 { one } else { many }].concat()
    };
    let (places, documents) = (counted(places, "place", "places"), counted(documents, "document", "documents"));
    [kind, ": ", &places, " in ", &documents, ", by the rule ", rule].concat()
}

/// "Remove filter Country: Korea"
#[must_use]
pub fn remove_filter(name: &str, value: &str) -> String {
    ["Remove filter ", name, ": ", value].concat()
}

/// "Use Korea instead"
#[must_use]
pub fn use_instead(label: &str) -> String {
    ["Use ", label, " instead"].concat()
}

/// "Exclude Korea"
#[must_use]
pub fn exclude(label: &str) -> String {
    ["Exclude ", label].concat()
}

/// "Find in Document"
#[must_use]
pub fn find_in(axis: &str) -> String {
    ["Find in ", axis].concat()
}

/// "7 more"
#[must_use]
pub fn n_more(n: usize) -> String {
    [&number(n), " more"].concat()
}

/// "5 of 8"
#[must_use]
pub fn n_of(n: usize, of: usize) -> String {
    [&number(n), " of ", &number(of)].concat()
}

/// "… 99,500 more cells in the source": a row is drawn up to some hundreds of cells.
#[must_use]
pub fn more_cells(n: usize) -> String {
    ["… ", &counted(n, "more cell", "more cells"), " in the source"].concat()
}

/// "Read the 3 passages before these": a long text is drawn around the passage in view.
#[must_use]
pub fn passages_before(n: usize) -> String {
    ["Read the ", &passages(n), " before these"].concat()
}

/// "3 passages found"
#[must_use]
pub fn passages_found(n: usize) -> String {
    [&passages(n), " found"].concat()
}

/// "7 earlier"
#[must_use]
pub fn earlier(n: usize) -> String {
    [&number(n), " earlier"].concat()
}

/// "3 later"
#[must_use]
pub fn later(n: usize) -> String {
    [&number(n), " later"].concat()
}

/// "12 without a date"
#[must_use]
pub fn undated(n: usize) -> String {
    [&number(n), " without a date"].concat()
}

/// "Only “exercise”"
#[must_use]
pub fn only_word(word: &str) -> String {
    ["Only “", word, "”"].concat()
}

/// "Words that begin the same: exerci*"
#[must_use]
pub fn begins_so(query: &str) -> String {
    ["Words that begin the same: ", query].concat()
}

/// "No passage has “excercise” with these filters"
#[must_use]
pub fn no_passage(text: &str, filtered: bool) -> String {
    let with = if filtered { " with these filters" } else { "" };
    if text.is_empty() { ["No passage", with].concat() } else { ["No passage has “", text, "”", with].concat() }
}

/// What a search counts in.
#[must_use]
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Passages => super::PASSAGES,
        Unit::Documents => super::DOCUMENTS,
        Unit::Statements => super::STATEMENTS,
        Unit::Engagements => super::ENGAGEMENTS,
        Unit::Mentions => super::MENTIONS,
        Unit::Notes => super::NOTES,
    }
}

/// "21 statements"
#[must_use]
pub fn unit_count(unit: Unit, n: usize) -> String {
    match unit {
        Unit::Passages => passages(n),
        Unit::Documents => super::documents(n),
        Unit::Statements => super::statements(n),
        Unit::Engagements => super::engagements(n),
        Unit::Mentions => counted(n, "mention", "mentions"),
        Unit::Notes => super::notes(n),
    }
}

/// ". 2 repeats folded"
#[must_use]
pub fn folded(n: usize) -> String {
    [". ", &counted(n, "repeat", "repeats"), " folded"].concat()
}

/// "310 more passages have some of the words"
#[must_use]
pub fn some_words(n: usize) -> String {
    if n == 1 {
        "1 more passage has some of the words".to_owned()
    } else {
        [&number(n), " more passages have some of the words"].concat()
    }
}

/// "Link to this passage, l. 15"
#[must_use]
pub fn link_to(place: &str) -> String {
    ["Link to this passage, ", place].concat()
}

/// "Copied: quotation"
#[must_use]
pub(crate) fn copied(what: Copied) -> String {
    let what = match what {
        Copied::Quotation => "quotation",
        Copied::Note => "note",
        Copied::BibTeX => CITE_BIBTEX,
        Copied::Ris => super::CITE_RIS,
        Copied::CslJson => super::CITE_CSL,
        Copied::Annotation => super::CITE_ANNOTATION,
        Copied::Brief => "brief",
        Copied::Link => "link",
        Copied::View => "link to this view",
        Copied::Report => "report",
    };
    ["Copied: ", what].concat()
}

/// "The key y does nothing here. Choose a row with j first." `wants_row`: on a row it does something.
#[must_use]
pub fn nothing_here(key: &str, wants_row: bool) -> String {
    let hint = if wants_row { " Choose a row or a passage with j first." } else { "" };
    ["The key ", key, " does nothing here.", hint].concat()
}

/// "Copy BibTeX"
#[must_use]
pub fn copy_form(form: &str) -> String {
    ["Copy ", form].concat()
}

/// Words cut at a word, with an ellipsis: what a lists' cell has room for.
#[must_use]
pub fn cut(words: &str) -> String {
    const MAX_CHARS: usize = 60;
    match words.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => [words[..at].rsplit_once(' ').map_or(&words[..at], |(whole, _)| whole), "…"].concat(),
        None => words.to_owned(),
    }
}

/// "5 words the same"
#[must_use]
pub fn words_same(n: usize) -> String {
    [&words(n), " the same"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_asks_for_a_row_only_if_a_row_helps() {
        assert_eq!(nothing_here("y", true), "The key y does nothing here. Choose a row or a passage with j first.");
        assert_eq!(nothing_here("j", false), "The key j does nothing here.");
    }
}
