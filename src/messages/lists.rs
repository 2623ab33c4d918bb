//! Words of the lists of facts.

use entente_corpus::{AnomalyKind, EntityKind};
use entente_explore::Axis;
use entente_explore::tables::ShownAs;

use super::{counted, number};

/// A filter's heading.
#[must_use]
pub fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Country => "Country",
        Axis::Bloc => "Bloc",
        Axis::Region => "Region",
        Axis::Organisation => "Organisation",
        Axis::Agency => "Agency",
        Axis::Company => "Company",
        Axis::Media => "Media",
        Axis::Person => "Person",
        Axis::Place => "Place",
        Axis::Forum => "Forum",
        Axis::Instrument => "Instrument",
        Axis::System => "System",
        Axis::Operation => "Operation",
        Axis::Topic => "Topic",
        Axis::Document => "Document",
        Axis::Publisher => "Publisher",
        Axis::Language => "Language",
        Axis::Kind => "Kind of document",
        Axis::EntityKind => "Kind of name",
        Axis::EngagementKind => "Kind of meeting",
        Axis::LinkKind => "Belongs together",
        Axis::NoteKind => "Kind of problem",
        Axis::Modality => "Kind of statement",
        Axis::Status => "Status",
        Axis::Series => "Series",
        Axis::From => "From",
        Axis::To => "To",
        Axis::DifferenceKind => "What differs",
    }
}

/// A kind of name, one of them; names at all if there is no such kind.
#[must_use]
pub fn name_kind(word: &str) -> &'static str {
    EntityKind::from_word(word).map_or(NAMES, |kind| axis(Axis::of_names(kind)))
}

/// A kind of name, all of them; names at all if there is no such kind.
#[must_use]
pub fn name_kinds(word: &str) -> &'static str {
    let Some(kind) = EntityKind::from_word(word) else { return NAMES };
    match kind {
        EntityKind::Country => "Countries",
        EntityKind::Bloc => "Blocs",
        EntityKind::Region => "Regions",
        EntityKind::Organisation => "Organisations",
        EntityKind::Agency => "Agencies",
        EntityKind::Company => "Companies",
        EntityKind::Media => "Media",
        EntityKind::Person => "People",
        EntityKind::Place => "Places",
        EntityKind::Forum => "Forums",
        EntityKind::Instrument => "Instruments",
        EntityKind::System => "Systems",
        EntityKind::Operation => "Operations",
        EntityKind::Topic => "Topics",
    }
}

/// What is odd in a source; empty if there is no such kind.
#[must_use]
pub fn note_kind(word: &str) -> &'static str {
    let Some(kind) = AnomalyKind::from_word(word) else { return "" };
    match kind {
        AnomalyKind::TruncatedText => "cut off",
        AnomalyKind::SplitText => "broken line",
        AnomalyKind::ConversionDebris => "traces of conversion",
        AnomalyKind::InconsistentDate => "dates disagree",
        AnomalyKind::InconsistentFigures => "figures disagree",
        AnomalyKind::BoxTense => "under the wrong heading",
        AnomalyKind::Spelling => "spelling differs",
        AnomalyKind::MachineTranslation => "machine translation",
        AnomalyKind::EmptyAnswer => "answer left empty",
        AnomalyKind::EmptySection => "heading left empty",
        AnomalyKind::RepeatedTemplate => "form’s wording repeated",
        AnomalyKind::PersonalData => "personal data",
        AnomalyKind::Marking => "marking",
        AnomalyKind::BadEncoding => "damaged letters",
        AnomalyKind::UnsupportedFormat => "not read",
    }
}

/// Statuses that a reader calls otherwise than links do.
const STATUS_WORDS: [(&str, &str); 10] = [
    ("incomplete", "numbers missing"),
    ("never-opened", "never spelled out"),
    ("no-month", "month not known"),
    ("nothing", "nothing under it"),
    ("opened", "spelled out"),
    ("opened-elsewhere", "spelled out elsewhere"),
    ("reworded", "with other words"),
    ("template", "a form’s own wording"),
    ("undertaken", "done"),
    ("verbatim", "word for word"),
];

/// How far something has come, as a reader calls it.
fn status(word: &str) -> String {
    let known = STATUS_WORDS.iter().find(|(known, _)| *known == word);
    known.map_or_else(|| word.replace('-', " "), |(_, called)| (*called).to_owned())
}

/// A value of a filter, if it is a word of a fixed list. The others are names, or as the documents print them.
#[must_use]
pub fn value(axis: Axis, word: &str) -> Option<String> {
    match axis {
        Axis::Kind => Some(super::kind(word)),
        Axis::Language => Some(super::language(word).to_owned()),
        Axis::EntityKind => Some(name_kinds(word).to_owned()),
        Axis::NoteKind => Some(note_kind(word).to_owned()),
        Axis::EngagementKind | Axis::LinkKind | Axis::DifferenceKind | Axis::Modality => Some(super::word(word)),
        Axis::Status => Some(status(word)),
        Axis::Country
        | Axis::Bloc
        | Axis::Region
        | Axis::Organisation
        | Axis::Agency
        | Axis::Company
        | Axis::Media
        | Axis::Person
        | Axis::Place
        | Axis::Forum
        | Axis::Instrument
        | Axis::System
        | Axis::Operation
        | Axis::Topic
        | Axis::Document
        | Axis::Publisher
        | Axis::Series
        | Axis::From
        | Axis::To => None,
    }
}

/// Keys of the field that adds filters, and what they do.
pub const FILTER_KEYS: [(&str, &str); 3] =
    [("Enter", "adds"), ("Alt+Enter", "leaves out"), ("Backspace", "removes the last")];

/// "Show 12 meetings"
#[must_use]
pub fn show(counted: &str) -> String {
    format!("Show {counted}")
}

/// "2 in force"
#[must_use]
pub fn in_force(n: usize) -> String {
    format!("{} in force", number(n))
}

/// "No value begins with “xyz”"
#[must_use]
pub fn no_value_begins(words: &str) -> String {
    format!("Nothing to filter by begins with “{words}”.")
}

/// "document of 21 Jan 2022": the date of the document of a fact that has none itself.
#[must_use]
pub fn dated_by_document(date: &str) -> String {
    format!("document of {date}")
}

/// "6th", the number of a meeting in its series.
#[must_use]
pub fn ordinal_of(n: u16) -> String {
    u8::try_from(n).map_or_else(|_| format!("no. {n}"), super::ordinal)
}

/// Parts with commas between them.
#[must_use]
pub fn commas(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// "All 312", a link to what is shown here in part.
#[must_use]
pub fn all_of(n: usize) -> String {
    format!("All {}", number(n))
}

/// "312", or "10 of 312" if only so many are shown.
#[must_use]
pub fn part_of(shown: usize, n: usize) -> String {
    if shown == n { number(n) } else { super::n_of(shown, n) }
}

/// "The first 24 of 312"
#[must_use]
pub fn first_of(shown: usize, n: usize) -> String {
    format!("The first {} of {}", number(shown), number(n))
}

/// From the first to the last document that prints a title: "16 Mar 2021 to 15 Dec 2023"
#[must_use]
pub fn role_dates(first: entente_text::PartialDate, last: entente_text::PartialDate) -> String {
    let (first, last) = (super::date(first, ""), super::date(last, ""));
    if first == last { first } else { format!("{first} to {last}") }
}

/// "and 12 more documents"
#[must_use]
pub fn and_more_documents(n: usize) -> String {
    format!("and {} more {}", number(n), if n == 1 { "document" } else { "documents" })
}

/// "3 names"
#[must_use]
pub fn names(n: usize) -> String {
    counted(n, "name", "names")
}

/// "3 source problems"
#[must_use]
pub fn notes(n: usize) -> String {
    counted(n, "source problem", "source problems")
}

/// "3 times"
#[must_use]
pub fn times(n: usize) -> String {
    if n == 1 { "once".to_owned() } else { format!("{} times", number(n)) }
}

/// "19 source problems in 5 documents"
#[must_use]
pub fn notes_heading(n: usize, documents: usize) -> String {
    format!("{} in {}", notes(n), super::documents(documents))
}

/// "3 of 19 source problems"
#[must_use]
pub fn shown(rows: usize, of: usize, unit: fn(usize) -> String) -> String {
    if rows == of { unit(of) } else { format!("{} of {}", number(rows), unit(of)) }
}

/// "3 of 19 source problems"; of very many, how many are listed.
#[must_use]
pub fn counted_rows(rows: usize, total: usize, of: usize, unit: fn(usize) -> String) -> String {
    let shown = shown(total, of, unit);
    if rows < total {
        format!("{shown}; the first {} are listed. Narrow the list, or save all as CSV.", number(rows))
    } else {
        shown
    }
}

/// What belongs to a name of this kind.
#[must_use]
pub fn within(kind: &str) -> &'static str {
    match kind {
        "topic" => "Narrower topics",
        "region" | "place" => "Places in it",
        _ => "Its bodies",
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
    ROLES_REMARK = "As printed, in order of time";
    FOR = "For";
    PEOPLE = "Its officials";
    TOGETHER = "Named in the same passage";
    BY_DOCUMENT = "Mentions by document";
    PARTS_OF_DOSSIER = "What is known of it";
    PRINTED_AS = "Printed as";
    FIND_PASSAGES = "Search within";
    NOTES = "Source problems";
    NOTES_LEAD = "What is odd in the texts as received. Each names the passage and says what the source has; the text is never changed.";
    NO_NOTES = "No problems were noticed in the texts of these documents";
    KIND = "Kind";
    SOURCE_HAS = "What the source has";
    SOURCE = "Source";
    SAME_PASSAGE = "In the same passage";
    ALL_OF_THEM = "Only with all of them";
    FILTER_FIELD_KEY = "f";
    ADD_FILTER = "Add a filter";
    ADD_FILTER_EXAMPLES = "Add a filter: a name, a kind, a year, words";
    ALL_FILTERS = "All filters";
    OFFERS = "Filters that fit";
    DATES = "Dates";
    DATED_IN_TEXT = "dated in the text";
    DATED_BY_DOCUMENT = "by their document";
    PUBLISHER = "Publisher";
    ROWS = "Rows";
    TWO_LINES = "Two lines";
    ONE_LINE = "One line";
    WHERE_IT_STANDS = "Where it stands";
    LINK = "Link";
    ROW_TOOLS = "With this row";
    WORDS = "Words";
    NO_ROW = "Nothing in this list matches.";
    WITHOUT_FILTERS = "The whole list, without filters";
    BY_YEAR = "Passages by year of the dates they name, else of their document";
    SUGGESTIONS = "Suggestions";
    READ = "Read";
    FOLLOW = "Follow";
    CHECK = "Check";
    EXPORT_CSV = "Export CSV";
    SAVE_BY_HAND = "Saving is not allowed here. Copy the table by hand:";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_that_has_words_of_its_own_is_one_of_the_engine() {
        for (word, called) in STATUS_WORDS {
            assert!(entente_explore::STATUS_WORDS.contains(&word), "{word}");
            assert_eq!(value(Axis::Status, word).as_deref(), Some(called));
        }
        assert_eq!(value(Axis::Status, "held").as_deref(), Some("held"));
    }
}
