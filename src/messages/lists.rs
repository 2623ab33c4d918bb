//! Words of the lists of facts.

use entente_explore::tables::ShownAs;

use super::{counted, number};

/// A filter's heading, by the name of its parameter.
#[must_use]
pub fn axis(word: &str) -> &'static str {
    match word {
        "country" => "Country",
        "bloc" => "Bloc",
        "region" => "Region",
        "organisation" => "Organisation",
        "agency" => "Agency",
        "company" => "Company",
        "media" => "Media",
        "person" => "Person",
        "place" => "Place",
        "forum" => "Forum",
        "instrument" => "Instrument",
        "system" => "System",
        "operation" => "Operation",
        "topic" => "Topic",
        "document" => "Document",
        "publisher" => "Publisher",
        "language" => "Language",
        "kind" => "Kind of document",
        "entity-kind" => "Kind of name",
        "engagement-kind" => "Kind",
        "link-kind" => "Belongs together",
        "difference-kind" => "What differs",
        "note-kind" => "Kind of note",
        "modality" => "What it does",
        "status" => "Status",
        "series" => "Series",
        "from" => "From",
        "to" => "To",
        _ => "Filter",
    }
}

/// A kind of name, one of them.
#[must_use]
pub fn name_kind(word: &str) -> &'static str {
    axis(word)
}

/// A kind of name, all of them.
#[must_use]
pub fn name_kinds(word: &str) -> &'static str {
    match word {
        "country" => "Countries",
        "bloc" => "Blocs",
        "region" => "Regions",
        "organisation" => "Organisations",
        "agency" => "Agencies",
        "company" => "Companies",
        "media" => "Media",
        "person" => "People",
        "place" => "Places",
        "forum" => "Forums",
        "instrument" => "Instruments",
        "system" => "Systems",
        "operation" => "Operations",
        "topic" => "Topics",
        _ => "Names",
    }
}

/// What is odd in a source.
#[must_use]
pub fn note_kind(word: &str) -> &'static str {
    match word {
        "truncated-text" => "breaks off",
        "split-text" => "split",
        "conversion-debris" => "conversion debris",
        "inconsistent-date" => "dates disagree",
        "inconsistent-figures" => "figures disagree",
        "box-tense" => "tense of another heading",
        "spelling" => "spelling differs",
        "machine-translation" => "machine translation",
        "empty-answer" => "answer left empty",
        "empty-section" => "heading left empty",
        "repeated-template" => "repeated",
        "personal-data" => "personal data",
        "marking" => "marking",
        "bad-encoding" => "encoding",
        "unsupported-format" => "not read",
        _ => "note",
    }
}

/// A value of a list's filter, where it is a word of a fixed list.
#[must_use]
pub fn value(axis: &str, word: &str) -> Option<String> {
    Some(match axis {
        "entity-kind" => name_kinds(word).to_owned(),
        "note-kind" => note_kind(word).to_owned(),
        "kind" => super::kind(word),
        "language" => super::language(word).to_owned(),
        "engagement-kind" | "link-kind" | "difference-kind" | "modality" | "status" => word.replace('-', " "),
        _ => return None,
    })
}

/// "3 names"
#[must_use]
pub fn names(n: usize) -> String {
    counted(n, "name", "names")
}

/// "3 notes"
#[must_use]
pub fn notes(n: usize) -> String {
    counted(n, "note", "notes")
}

/// "3 times"
#[must_use]
pub fn times(n: usize) -> String {
    if n == 1 { "once".to_owned() } else { format!("{} times", number(n)) }
}

/// "19 notes on 5 documents"
#[must_use]
pub fn notes_heading(n: usize, documents: usize) -> String {
    format!("{} on {}", notes(n), super::documents(documents))
}

/// "3 of 19 notes"
#[must_use]
pub fn shown(rows: usize, of: usize, unit: fn(usize) -> String) -> String {
    if rows == of { unit(of) } else { format!("{} of {}", number(rows), unit(of)) }
}

/// "3 of 19 notes"; of very many, how many are listed.
#[must_use]
pub fn counted_rows(rows: usize, total: usize, of: usize, unit: fn(usize) -> String) -> String {
    let shown = shown(total, of, unit);
    if rows < total {
        format!("{shown}; the first {} are listed. Narrow the list, or save all as CSV.", number(rows))
    } else {
        shown
    }
}

/// How a name came to be shown in the form it is.
#[must_use]
pub fn shown_as(name: &str, count: usize, forms: usize) -> String {
    match forms {
        1 => format!("Printed as “{name}” alone, {}.", times(count)),
        _ => format!("Shown as “{name}”, the form that is printed most: {}.", times(count)),
    }
}

/// Why a name is shown in the form it is; `None` if that form is not printed.
#[must_use]
pub fn shown_because(name: &str, shown: ShownAs) -> Option<String> {
    match shown {
        ShownAs::OnlyForm(count) => Some(shown_as(name, count, 1)),
        ShownAs::PrintedMost(count) => Some(shown_as(name, count, 2)),
        ShownAs::Preferred(count) => Some(format!("Shown as “{name}”, which is printed {}.", times(count))),
        ShownAs::Given => None,
    }
}

words! {
    NAMES = "Names";
    NAMES_LEAD = "Who and what the documents name, each in the form that they print most. A name opens all that this file says of it.";
    NO_NAMES = "No names were found in these documents";
    NAME = "Name";
    ALSO = "Also printed";
    BELONGS_TO = "Belongs to";
    PASSAGES = "Passages";
    MENTIONS = "Mentions";
    UNKNOWN_NAME = "This name is not in this file";
    FORMS = "Forms of the name";
    FORMS_REMARK = "As printed; first place in each document";
    ROLES = "Roles";
    ROLES_REMARK = "As printed, in the order of the documents";
    FOR = "For";
    PEOPLE = "People who stand for it";
    WITHIN = "Belonging to it";
    TOGETHER = "Named in the same passage";
    BY_DOCUMENT = "Mentions by document";
    IN_CONTEXT = "All mentions in context";
    FIND_PASSAGES = "Filter search";
    NOTES = "Notes";
    NOTES_LEAD = "What is odd in the texts as received. A note names the passage and says what the source has; it never changes the text.";
    NO_NOTES = "Nothing odd was noticed in these documents";
    KIND = "Kind";
    SOURCE_HAS = "What the source has";
    SOURCE = "Source";
    FIND_IN_LIST = "Find in this list";
    WORDS = "Words";
    NO_ROW = "No row matches.";
    WITHOUT_FILTERS = "The whole list, without filters";
    BY_YEAR = "Passages by year of the dates they name, else of their document";
    SUGGESTIONS = "Suggestions";
    READ = "Read";
    FOLLOW = "Follow";
    CHECK = "Check";
    EXPORT_CSV = "Export CSV";
    SAVE_BY_HAND = "Saving is not allowed here. Copy the table by hand:";
}
