//! Words of meetings, series, commitments, statements, repeated passages, amounts and abbreviations.

use entente_corpus::rules::{PATTERN, Rules};
use entente_explore::tables::Measured;

use super::{counted, number};

/// "3 meetings"
#[must_use]
pub fn engagements(n: usize) -> String {
    counted(n, "meeting", "meetings")
}

/// "3 series"
#[must_use]
pub fn series(n: usize) -> String {
    format!("{} series", number(n))
}

/// "3 commitments"
#[must_use]
pub fn commitments(n: usize) -> String {
    counted(n, "commitment", "commitments")
}

/// "3 statements"
#[must_use]
pub fn statements(n: usize) -> String {
    counted(n, "statement", "statements")
}

/// "3 repeated passages"
#[must_use]
pub fn pairs(n: usize) -> String {
    counted(n, "repeated passage", "repeated passages")
}

/// "3 abbreviations"
#[must_use]
pub fn acronyms(n: usize) -> String {
    counted(n, "abbreviation", "abbreviations")
}

/// "37 meetings, 9 without a printed year"
#[must_use]
pub fn engagements_heading(n: usize, undated: usize) -> String {
    if undated == 0 {
        engagements(n)
    } else {
        format!("{}, {} without a printed year", engagements(n), number(undated))
    }
}

/// "14 series, 9 of them numbered"
#[must_use]
pub fn series_heading(n: usize, numbered: usize) -> String {
    if numbered == 0 { series(n) } else { format!("{}, {} of them numbered", series(n), number(numbered)) }
}

/// "20 of 43 commitments have nothing under them in this form"
#[must_use]
pub fn commitments_heading(blank: usize, of: usize, forms: usize) -> String {
    let form = if forms == 1 { "this form" } else { "these forms" };
    let verb = if blank == 1 { "has nothing under it" } else { "have nothing under them" };
    format!("{} of {} {verb} in {form}", number(blank), commitments(of))
}

/// "22 have a measure that was done, 9 one that is planned; 56 and 16 measures, all shown."
#[must_use]
pub fn commitments_lead(undertaken: Measured, planned: Measured) -> String {
    format!(
        "{} {} a measure that was done, {} one that is planned; {} and {} measures, all shown.",
        number(undertaken.commitments),
        if undertaken.commitments == 1 { "has" } else { "have" },
        number(planned.commitments),
        number(undertaken.measures),
        number(planned.measures)
    )
}

/// "8 commitments, 5 with something under them"
#[must_use]
pub fn area_count(n: usize, with: usize) -> String {
    format!("{}, {} with something under {}", commitments(n), number(with), if with == 1 { "it" } else { "them" })
}

/// "A.1, 3"
#[must_use]
pub fn ledger_number(area: &str, n: usize) -> String {
    if area.is_empty() { number(n) } else { super::comma(area, &number(n)) }
}

/// "A.1, 3: 2 done, 0 planned"
#[must_use]
pub fn coverage(area: &str, n: usize, undertaken: usize, planned: usize) -> String {
    format!("{}: {undertaken} done, {planned} planned", ledger_number(area, n))
}

/// "21 statements by 10 speakers"
#[must_use]
pub fn statements_heading(n: usize, speakers: usize) -> String {
    if speakers == 0 {
        statements(n)
    } else {
        format!("{} by {}", statements(n), counted(speakers, "speaker", "speakers"))
    }
}

/// "62 passages appear twice; in 8 the words differ"
#[must_use]
pub fn pairs_heading(n: usize, differ: usize) -> String {
    let appear = if n == 1 { "appears" } else { "appear" };
    if differ == 0 {
        format!("{} {appear} twice, word for word", super::passages(n))
    } else {
        format!("{} {appear} twice; in {} the words differ", super::passages(n), number(differ))
    }
}

/// "7 of 20 abbreviations are never spelled out in this file"
#[must_use]
pub fn acronyms_heading(never: usize, of: usize) -> String {
    match never {
        0 => acronyms(of),
        1 => format!("1 of {} is never spelled out in this file", acronyms(of)),
        _ => format!("{} of {} are never spelled out in this file", number(never), acronyms(of)),
    }
}

/// "“-” under this heading, l. 230"
#[must_use]
pub fn dash(quote: &str, place: &str) -> String {
    format!("“{quote}” under this heading, {place}")
}

/// "Heading left empty, l. 230"
#[must_use]
pub fn heading_empty(place: &str) -> String {
    format!("Heading left empty, {place}")
}

/// Missing numbers of a series: "3" or "1–13".
#[must_use]
pub fn run(first: u16, last: u16) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// "Only in l. 105: “concerned”."
#[must_use]
pub fn only_in(place: &str, words: &[String]) -> String {
    let list: Vec<String> = words.iter().map(|run| format!("“{run}”")).collect();
    format!("Only in {place}: {}.", list.join(", "))
}

/// "96% of words the same."
#[must_use]
pub fn same(percent: usize) -> String {
    format!("{percent}% of words the same.")
}

/// "5 passages name both; 2 meetings are of both."
#[must_use]
pub fn compare_names_lead(both: usize, engagements: usize) -> String {
    let name = if both == 1 { "names" } else { "name" };
    let are = if engagements == 1 { "is" } else { "are" };
    format!("{} {name} both; {} {are} of both.", super::passages(both), self::engagements(engagements))
}

/// "Compare with US"
#[must_use]
pub fn compare_with(name: &str) -> String {
    ["Compare with ", name].concat()
}

/// "10 more between"
#[must_use]
pub fn between_first_and_last(n: usize) -> String {
    [&number(n), " more between, all under the name"].concat()
}

/// "Same names and topic, elsewhere: US, Korea, Cyber security"
#[must_use]
pub fn same_names(shared: &[String]) -> String {
    ["Same names and topic, elsewhere: ", &shared.join(", ")].concat()
}

/// "2 files"
#[must_use]
pub fn files(n: usize) -> String {
    counted(n, "file", "files")
}

/// "could not be read"
#[must_use]
pub fn could_not_be_read(_: usize) -> String {
    "could not be read".to_owned()
}

/// "and 10 more"
#[must_use]
pub fn and_more(n: usize) -> String {
    format!("and {} more", number(n))
}

/// "5 meetings, 2 more likely, 3 documents"
#[must_use]
pub fn members_of_series(members: usize, likely: usize, documents: usize) -> String {
    let likely = if likely == 0 { String::new() } else { format!(", {} more likely", number(likely)) };
    super::comma(&(super::engagements(members) + &likely), &super::documents(documents))
}

/// "44 earlier numbers are not in this file"
#[must_use]
pub fn missing_numbers(n: usize) -> String {
    if n == 1 {
        "1 number is not in this file".to_owned()
    } else {
        format!("{} numbers are not in this file", number(n))
    }
}

/// A word of a fixed list as it is in a sentence: "senior officials", "measure done".
#[must_use]
pub fn word(word: &str) -> String {
    if word == "measure-undertaken" { "measure done".to_owned() } else { word.replace('-', " ") }
}

/// How a fact of one of `tables` was found, by the id of its rule. A sentence of the packer's stays as it is.
#[must_use]
pub fn rule(tables: &[Rules], id: &str) -> String {
    let known = tables.iter().find_map(|rules| rules.sentence(id)).map(str::to_owned);
    known.unwrap_or_else(|| match id.strip_prefix(PATTERN) {
        Some(pattern) => format!("A pattern of this file's settings: {}.", word(pattern)),
        None if id.contains(' ') => id.to_owned(),
        None => word(id),
    })
}

/// How a value of a document's record is known: "stated. The title is the first heading.".
#[must_use]
pub fn known_by(basis: &str, rule: &str) -> String {
    format!("{basis}. {rule}")
}

/// "Korea and US", "Korea, US and Japan"
#[must_use]
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// "3 documents, 11 meetings"
#[must_use]
pub fn thread(documents: usize, steps: usize) -> String {
    format!("{}, {}", super::documents(documents), engagements(steps))
}

/// "All 500 documents"
#[must_use]
pub fn all_documents(n: usize) -> String {
    format!("All {}", super::documents(n))
}

/// "28 passages in 4 documents"
#[must_use]
pub fn in_documents(passages: usize, documents: usize) -> String {
    format!("{} in {}", super::passages(passages), super::documents(documents))
}

/// "1 done, 0 planned"
#[must_use]
pub fn ledger(done: usize, planned: usize) -> String {
    format!("{} done, {} planned", number(done), number(planned))
}

words! {
    COPY = "Copy";
    CITE_NOTE = "Note";
    CITE_LINK = "Plain link";
    FINDINGS = "Findings";
    THREADS = "Same partners and topic, in date order";
    THREADS_REMARK = "What has no date stands last, after the dashed line";
    MARGIN = "What is known of this passage";
    ENGAGEMENTS_HERE = "Meetings in this passage";
    IN_LEDGER = "Among the commitments";
    STATEMENTS_HERE = "Statements";
    SHORT_HERE = "Abbreviations";
    NAMES_HERE = "Names";
    COPY_QUOTE = "Copy quotation";
    CITE = "Cite";
    ENGAGEMENTS = "Meetings";
    ENGAGEMENTS_LEAD = "Meetings, consultations, exercises, workshops and the like. A sentence that names several gives several rows. A meeting without a date is listed by the date of its document.";
    NO_ENGAGEMENTS = "No meetings were found in these documents";
    UNKNOWN_ENGAGEMENT = "This meeting is not in this file";
    ENGAGEMENT = "Meeting, as printed";
    DATE = "Date";
    WITH = "With";
    STATUS = "Status";
    NUMBER = "No.";
    LEVEL = "Level";
    PLACE = "Place";
    TOPICS = "Topics";
    TOPIC = "Topic";
    BOUND = "The text allows";
    AGAIN = "Also mentioned at";
    CONFLICTS = "Another value elsewhere";
    BEFORE = "Earlier meeting";
    AFTER = "Later meeting";
    RULE = "How it was found";
    SAYS = "What the document says";
    OUTCOME = "Announced; this file holds no report of the outcome.";
    SERIES = "Series";
    SERIES_LEAD = "Meetings that are held again and again, each with its name as printed, its sides, its numbers and its last date. A dashed number is not in this file; the meeting may still have taken place.";
    NO_SERIES = "No series of meetings were found in these documents";
    UNKNOWN_SERIES = "This series is not in this file";
    SERIES_NAME = "Name as printed";
    NUMBERS = "Numbers";
    NONE_PRINTED = "none printed";
    LAST = "Last";
    FREQUENCY = "Frequency stated";
    MEMBERS = "Members";
    LIKELY_MEMBERS = "Likely members";
    LIKELY_REMARK = "The same sides and the same matter, but no text puts them into this series. The filter by series and saved tables count them as members";
    NOT_HERE_ASIDE = ", not in this file ";
    COMMITMENTS = "Commitments";
    COMMITMENTS_CAUTION = "An empty cell is not evidence that nothing was done.";
    NO_COMMITMENTS = "No form with commitments was found in these documents";
    COMMITMENTS_LEAD = "Where a document is a form that lists commitments and what was done for each, this view puts the measures beside their commitments.";
    COUNTS_WHAT = "This counts what";
    COUNTS_WHAT_SAYS = " says.";
    COMMITMENT = "Commitment";
    UNDERTAKEN = "Done";
    PLANNED = "Planned";
    KEY_UNDERTAKEN = "Done";
    KEY_PLANNED = "Planned";
    KEY_NOTHING = "Nothing under it";
    KEY_ORDER = "One pair of marks per commitment, in the order of the form";
    NOTHING_UNDER = "Nothing under it";
    HEADING_ABSENT = "No such heading in this area";
    NO_AREA = "Without a heading";
    STATEMENTS = "Statements";
    STATEMENTS_LEAD = "Who says what, with the verb as printed. Quoted speech is a statement of the person quoted; “both sides” stays as printed.";
    NO_STATEMENTS = "No statements were found in these documents";
    UNKNOWN_STATEMENT = "This statement is not in this file";
    SPEAKER = "Speaker, as printed";
    VERB = "Verb";
    TOWARDS = "To";
    ON_BEHALF = "On behalf of";
    ACTOR = "Who does it";
    STRENGTH = "Strength";
    INSTRUMENTS = "Instruments";
    PERIOD = "When";
    SECTION = "Under";
    PAIRS = "Repeated passages";
    PAIRS_LEAD = "Passages that repeat each other inside a document or between documents. Spaces and line breaks are ignored.";
    NO_PAIRS = "No passage appears twice";
    DIFFERING = "With other words";
    ALIKE = "Word for word";
    TEMPLATES = "A form’s own wording";
    FIRST_WORDS = "First words";
    WORDS_THAT_DIFFER = "Words that differ";
    SAID_IN = "Printed in";
    AND_IN = "and in";
    ALL_PAIRS = "All repeated passages";
    REMOVED = "removed";
    ADDED = "added";
    LEFT = "Left";
    RIGHT = "Right";
    BOTH_ENGAGEMENTS = "Meetings of both";
    BOTH_PASSAGES = "Passages that name both";
    NAMED_WITH_EITHER = "Named in the same passage";
    SYSTEMS = "Systems";
    OPERATIONS = "Operations";
    COMPARE = "Compare";
    COMPARE_LEAD = "Two texts side by side, with the words that differ.";
    UNKNOWN_COMPARE = "One of the two texts is not in this file";
    ONLY_LEFT = "only on the left";
    ONLY_RIGHT = "only on the right";
    HIDE_FORMATTING = "Hide differences of case and punctuation";
    NOTHING_HERE = "Nothing on this side";
    AMOUNTS = "Amounts";
    AMOUNTS_LEAD = "Money, counts and shares as printed, with who pays whom for what where the text says so. A name as filter finds what it pays or receives.";
    NO_AMOUNTS = "No amounts were found in these documents";
    AMOUNT = "Amount";
    WHAT = "Status";
    PAYER = "Payer";
    RECEIVER = "Receiver";
    ACRONYMS = "Abbreviations";
    ACRONYMS_LEAD = "What abbreviations stand for, by what this file prints alone. One that is never spelled out says so.";
    NO_ACRONYMS = "No abbreviations were found in these documents";
    ACRONYM = "Abbreviation";
    STANDS_FOR = "Stands for";
    NEVER_OPENED = "never spelled out in this file";
    OPENED_ELSEWHERE = "spelled out in another document";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_shown_by_its_sentence() {
        let tables = [entente_corpus::rules::ENGAGEMENTS, entente_corpus::rules::FRAMES];
        assert_eq!(rule(&tables, "verb-of-meeting"), "Somebody meets somebody.");
        assert_eq!(rule(&tables, "pattern:noun-breakfast"), "A pattern of this file's settings: noun breakfast.");
        assert_eq!(rule(&tables, "A part-time meeting."), "A part-time meeting.");
        assert_eq!(rule(&tables, "of-another-version"), "of another version");
    }

    #[test]
    fn names_are_listed_and_a_margin_says_what_it_counts() {
        assert_eq!(listed(&["Korea".into(), "US".into(), "Japan".into()]), "Korea, US and Japan");
    }

    #[test]
    fn findings_read_right_for_one_and_for_many() {
        for (text, expected) in [
            (commitments_heading(20, 43, 1), "20 of 43 commitments have nothing under them in this form"),
            (commitments_heading(1, 1, 1), "1 of 1 commitment has nothing under it in this form"),
            (commitments_heading(0, 2, 2), "0 of 2 commitments have nothing under them in these forms"),
            (pairs_heading(62, 8), "62 passages appear twice; in 8 the words differ"),
            (pairs_heading(1, 0), "1 passage appears twice, word for word"),
            (engagements_heading(1, 0), "1 meeting"),
            (engagements_heading(37, 9), "37 meetings, 9 without a printed year"),
            (series_heading(14, 9), "14 series, 9 of them numbered"),
            (statements_heading(21, 10), "21 statements by 10 speakers"),
            (acronyms_heading(7, 20), "7 of 20 abbreviations are never spelled out in this file"),
            (run(1, 13), "1–13"),
        ] {
            assert_eq!(text, expected);
        }
    }
}
