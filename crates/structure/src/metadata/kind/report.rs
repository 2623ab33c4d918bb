//! Texts that report an event, and that nothing printed above them names: outcomes of two sides, releases below the names of
//! those who issue them, reports.
//!
//! In: what is known of a document. Out: its kind, by those named at the head and by the verbs and parties of its first sentences.

use entente_corpus::{Basis, DocumentKind, Fact, PassageKind};
use entente_language::tokenize;
use entente_language::values::{Printed, find_dates};
use entente_text::fold::fold;

use super::super::datelines;
use super::super::head_words::{List, is_in, words as head_words};
use super::super::roles::{Role, is_office};
use super::article::{first_sentence, holds_word};
use super::{Known, PassageText, head};
use crate::word_lists::word_list;

/// First passages of the running text in which both sides are named.
const SIDES_WITHIN: usize = 6;
/// Passages that name them.
const MIN_PASSAGES_OF_SIDES: usize = 2;
/// First passages of the running text in which somebody is said to have said something.
const SPEECH_WITHIN: usize = 3;
/// Bytes of a passage that are looked at.
const MAX_TEXT_BYTES: usize = 700;
/// Marks that open what somebody is quoted with.
const QUOTES: [char; 4] = ['"', '“', '«', '„'];
/// Longest heading of a part of a report, in bytes.
const MAX_PART_BYTES: usize = 60;
/// Passages in which a speaker says "I".
const MIN_SPOKEN_PASSAGES: usize = 3;
/// Passages of the longest report of an event.
const MAX_REPORT_PASSAGES: usize = 80;
/// Passages of the longest release.
const MAX_RELEASE_PASSAGES: usize = 60;

/// A text in numbered paragraphs in which two sides or all leaders together note, agree and reaffirm.
pub(super) fn by_two_sides(known: &Known) -> Option<Fact<DocumentKind>> {
    let first = known.opening.body.first().filter(|line| line.passage.number.is_some())?;
    let named = |line: &&&PassageText| {
        let folded = fold(head(&line.reading.text, MAX_TEXT_BYTES));
        head_words(List::TwoSides).iter().any(|sides| holds_word(&folded, &line.reading.text, sides))
    };
    let count = known.opening.body.iter().take(SIDES_WITHIN).filter(named).count();
    (count >= MIN_PASSAGES_OF_SIDES && !speaks(first))
        .then(|| first.whole(DocumentKind::JointStatement, Basis::Inferred, "outcome-of-two-sides"))?
}

/// The names of those who issue it stand between a title and a text in which nobody says "I".
pub(super) fn by_issuers(known: &Known) -> Option<Fact<DocumentKind>> {
    let title = known.title.and_then(|title| title.evidence.last()?.passage)?;
    let issuer = known.opening.lines.iter().find(|head| {
        let text = head.line.reading.text.as_str();
        head.line.index > title && head.role == Role::Office && text.contains(',') && is_office(text)
    })?;
    let first = known.opening.body.first()?;
    let short = known.lines.len() <= MAX_RELEASE_PASSAGES;
    let folded = fold(first_sentence(&first.reading.text));
    let alone =
        folded.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "i" | "my" | "you" | "je" | "ich"));
    (short && !known.opening.addresses && !alone)
        .then(|| issuer.line.whole(DocumentKind::PressRelease, Basis::Inferred, "issuers-below-the-title"))?
}

/// The headings of a report: its summary, how it was made, what is concluded.
pub(super) fn by_parts(known: &Known) -> Option<Fact<DocumentKind>> {
    let part = |line: &&PassageText| {
        let text = line.reading.text.trim();
        line.kind == PassageKind::Heading
            && text.len() <= MAX_PART_BYTES
            && is_in(List::ReportPart, &fold(text.trim_matches(|c: char| !c.is_alphabetic())))
    };
    let mut parts = known.lines.iter().filter(part);
    let first = parts.next().filter(|_| parts.next().is_some() && known.title.is_some())?;
    first.whole(DocumentKind::Report, Basis::Inferred, "parts-of-a-report")
}

/// True if somebody says "I" in `text`.
pub(super) fn says_i(text: &str) -> bool {
    says(text, word_list("says-i"))
}

fn says(text: &str, wanted: &[&str]) -> bool {
    head(text, MAX_TEXT_BYTES).split(|c: char| !c.is_alphanumeric()).any(|word| wanted.contains(&word))
}

/// Two passages or more in which somebody says "I", and one in which others are spoken to.
pub(super) fn by_first_person(known: &Known) -> Option<Fact<DocumentKind>> {
    let body = &known.opening.body;
    let speaks = |line: &PassageText, wanted: &[&str]| {
        let text = line.reading.text.as_str();
        !text.starts_with(QUOTES) && line.kind == PassageKind::Paragraph && says(text, wanted)
    };
    let first = body.iter().find(|line| speaks(line, word_list("says-i")))?;
    let spoken = body.iter().filter(|line| speaks(line, word_list("says-i"))).count() >= MIN_SPOKEN_PASSAGES;
    let addressed = body.iter().any(|line| speaks(line, word_list("says-you")));
    (spoken && addressed).then(|| first.whole(DocumentKind::Speech, Basis::Inferred, "speaks-in-the-first-person"))?
}

/// Below a title, a text that reports what happened near the day on which it was written, or what somebody said.
pub(super) fn by_report(known: &Known) -> Option<Fact<DocumentKind>> {
    let body = &known.opening.body;
    let first = body.first().filter(|line| line.kind == PassageKind::Paragraph)?;
    let placed = datelines::at_start(&first.reading.text).is_some();
    if known.title.is_none() && !placed {
        return None;
    }
    let quoted = |line: &PassageText| line.reading.text.starts_with(QUOTES);
    let spoken = speaks(first) || body.get(1).is_some_and(|line| !quoted(line) && speaks(line));
    if known.lines.len() > MAX_REPORT_PASSAGES || spoken {
        return None;
    }
    let text = head(&first.reading.text, MAX_TEXT_BYTES);
    let folded = fold(text);
    let recent = head_words(List::RecentDay).iter().any(|day| holds_word(&folded, text, day));
    let said = || {
        body.iter().take(SPEECH_WITHIN).any(|line| {
            let text = head(&line.reading.text, MAX_TEXT_BYTES);
            let folded = fold(text);
            head_words(List::ReportedSpeech).iter().any(|said| holds_word(&folded, text, said))
        })
    };
    (recent || placed || names_day_without_year(first_sentence(text)) || said())
        .then(|| first.whole(DocumentKind::News, Basis::Inferred, "report-of-an-event"))?
}

/// "On 31 August the ministers met": such a day without a year is in the year of the text.
fn names_day_without_year(sentence: &str) -> bool {
    sentence.contains(|c: char| c.is_ascii_digit())
        && find_dates(&tokenize(sentence)).iter().any(|found| match &found.value {
            Printed::Date(date) => {
                date.bounds().is_none() && date.to_string().starts_with("XXXX-") && !date.to_string().ends_with("XX")
            }
            _ => false,
        })
}

/// True if somebody speaks for himself in the first sentence, or is quoted.
fn speaks(line: &PassageText) -> bool {
    let text = line.reading.text.trim();
    let folded = fold(first_sentence(text));
    text.starts_with(QUOTES)
        || folded.split(|c: char| !c.is_alphanumeric()).any(|word| word_list("spoken").contains(&word))
}
