//! Words of the check of a text and of the history of a clause.

use entente_verify::report::{Attribution, CheckedQuotation, CheckedSentence, Novelty, QuotationVerdict};
use entente_verify::wording;

use super::{counted, number};

words! {
    VERIFY = "Check a text";
    VERIFY_LEAD = "Are its quotations, numbers and names in this file, and was it said before?";
    YOUR_TEXT = "Your text";
    WITH_VERDICTS = "Your text with what was found";
    STAYS_HERE = "stays in this page, until it is closed";
    PASTE_TEXT_HERE = "Paste or type a text, or drop a .txt or .md file here.";
    CHECK_NOW = "Check";
    KEY_CTRL = "Ctrl";
    KEY_ENTER = "Enter";
    EDIT_TEXT = "Edit the text";
    STOP = "Stop";
    CHECKING = "Checking the text";
    WHAT_FILE_SAYS = "What this file says to it";
    NOTHING_CHECKED = "Each sentence gets its verdicts here: its quotations, its numbers, dates and names, and what was said before with nearly the same words.";
    NO_TEXT = "There is no text to check. Paste one into the field.";
    NO_SENTENCE = "The text has no word that could be checked.";
    TEXT_WAITS = "The documents are still being read; the text is checked when all are in.";
    PRECEDENTS_FROM = "Precedents from";
    EVERY_KIND = "All kinds";
    EVERY_PARTNER = "All partners";
    ONLY_IN_SOURCE = "only in the documents";
    ONLY_IN_TEXT = "only in your text";
    QUOTATION = "Quotation";
    SAME_VALUE = "the same at";
    ANOTHER_IS_GIVEN = "another value is given:";
    GIVEN_OTHERWISE = "given otherwise";
    NOT_WITH_NAMES = "not found with these names";
    NAME_NOT_HERE = "name not in this file";
    KNOWN_NAMES = "known:";
    OTHER_FORM = "known by another form:";
    PRECEDENTS = "Said before with nearly the same words";
    KIND_UNKNOWN = "kind not known";
    COPY_REPORT = "Copy report";
    SAVE_MARKDOWN = "Save as .md";
    SAVE_DOCX = "Save as .docx";
    HISTORY = "History of a clause";
    HISTORY_LINK = "History of this clause";
    HISTORY_TOOL = "History";
    UNKNOWN_CLAUSE = "The link asks for a passage that is not in this file.";
    CLAUSE_CUT = "The passage is long; its beginning was looked for.";
    ONLY_BEFORE = "only in the wording before";
    ONLY_AFTER = "only in this wording";
}

/// Ends of the names of files that are read as text.
pub const READ_HERE: &[&str] = &[".txt", ".md"];

/// "This page cannot read report.docx. …"
#[must_use]
pub fn cannot_read(file: &str) -> String {
    format!("This page cannot read {file}. Open it in its own program, copy its text, and paste it here.")
}

/// "12 of 40 sentences are checked."
#[must_use]
pub fn checked_of(checked: usize, of: usize) -> String {
    format!("{} of {} are checked.", number(checked), counted(of, "sentence", "sentences"))
}

/// "Stopped: 12 of 40 sentences are checked."
#[must_use]
pub fn stopped(checked: usize, of: usize) -> String {
    format!("Stopped: {}", checked_of(checked, of))
}

/// "40 sentences are checked."
#[must_use]
pub fn check_done(checked: usize) -> String {
    format!("{} checked.", counted(checked, "sentence is", "sentences are"))
}

/// Id of the element of a sentence.
#[must_use]
pub fn sentence_id(n: usize) -> String {
    format!("sentence-{n}")
}

/// "To sentence 3"
#[must_use]
pub fn to_sentence(n: usize) -> String {
    format!("To sentence {n}")
}

/// " (not in this file)"
#[must_use]
pub fn in_brackets(words: &str) -> String {
    format!(" ({words})")
}

/// How a quotation is drawn, and the word for it.
#[must_use]
pub fn quotation_state(verdict: QuotationVerdict) -> (&'static str, &'static str) {
    match verdict {
        QuotationVerdict::WordForWord => ("stands", "word for word"),
        QuotationVerdict::Differs => ("differs", "differs"),
        QuotationVerdict::Joined => ("differs", "joined from several places"),
        QuotationVerdict::ShortPhrase => ("short", "a short phrase"),
        QuotationVerdict::NotInFile => ("gone", "not in this file"),
    }
}

/// What is said of a quotation, without its places, which follow it.
#[must_use]
pub fn quotation(checked: &CheckedQuotation) -> String {
    wording::quotation_verdict(checked)
}

/// Who says it in the documents, as a clause before its place.
#[must_use]
pub fn attribution(found: &Attribution) -> String {
    if found.agrees {
        format!("said by {}, as here", found.source)
    } else {
        format!("given here to {}, said by {} at", found.text, found.source)
    }
}

/// The verdict on a sentence as a whole, and the words for it: the worst of its quotations, else how new it is.
#[must_use]
pub fn sentence_state(sentence: &CheckedSentence) -> (&'static str, String) {
    let is_misattributed =
        sentence.quotations.iter().any(|found| found.attribution.as_ref().is_some_and(|said| !said.agrees));
    let worst = [QuotationVerdict::NotInFile, QuotationVerdict::Differs, QuotationVerdict::Joined]
        .into_iter()
        .find(|verdict| sentence.quotations.iter().any(|found| found.verdict == *verdict));
    match worst {
        Some(QuotationVerdict::NotInFile) => ("gone", "Quotation not in this file".to_owned()),
        _ if is_misattributed => ("gone", "Said by somebody else".to_owned()),
        Some(QuotationVerdict::Differs) => ("differs", "Quotation differs".to_owned()),
        Some(QuotationVerdict::Joined) => ("differs", "Quotation joined from several places".to_owned()),
        Some(QuotationVerdict::WordForWord | QuotationVerdict::ShortPhrase) | None => novelty_state(sentence),
    }
}

fn novelty_state(sentence: &CheckedSentence) -> (&'static str, String) {
    let stands = sentence.quotations.iter().any(|found| found.verdict == QuotationVerdict::WordForWord);
    match sentence.novelty {
        _ if stands => ("stands", "Quotation stands".to_owned()),
        Novelty::Identical => ("stands", wording::novelty(sentence)),
        Novelty::Close(_) => ("differs", wording::novelty(sentence)),
        Novelty::New => ("new", wording::novelty(sentence)),
        Novelty::NotChecked => ("new", String::new()),
    }
}

/// "with Japan, Korea"
#[must_use]
pub fn with_parties(parties: &[String]) -> String {
    format!("with {}", parties.join(", "))
}

/// "and at 3 further places"
#[must_use]
pub fn further_places(n: usize) -> String {
    format!("and at {}", counted(n, "further place", "further places"))
}

/// ", page 3"
#[must_use]
pub fn on_page(page: u32) -> String {
    format!(", page {page}")
}

/// "joint statement": the kind of a document inside a line.
#[must_use]
pub fn kind_in_text(kind: &str) -> String {
    kind.replace('-', " ")
}

/// "3 places with these words or nearly these in order of time, each compared with the one before. Asked for:"
#[must_use]
pub fn history_lead(steps: usize) -> String {
    if steps < 2 {
        return "No other place of this file has these words or nearly these. Asked for:".to_owned();
    }
    format!(
        "{} places with these words or nearly these in order of time, each compared with the one before. Asked for:",
        number(steps)
    )
}

/// What is said of a step of a history: how many words differ from the one before.
#[must_use]
pub fn step_says(is_clause: bool, words: Option<usize>) -> String {
    let says = match words {
        None => "First".to_owned(),
        Some(words) => wording::differing(words),
    };
    if is_clause { format!("{says}; this clause") } else { says }
}

/// White space folded.
#[must_use]
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first words of a quotation.
#[must_use]
pub fn begin_of(words: &str) -> String {
    const MAX_CHARS: usize = 160;
    let line = one_line(words);
    match line.char_indices().nth(MAX_CHARS) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}
