//! The kind by who speaks to whom: addresses, turns of speakers, questions.

use entente_corpus::{Basis, DocumentKind, Fact, PassageKind};
use entente_text::fold::fold;
use entente_text::words::words;

use super::super::PassageText;
use super::super::head_words::{List, is_in, words as head_words};
use super::super::roles;
use super::super::roles::Role;
use super::report::says_i;
use super::shape::shape;
use super::{Known, head};

/// Questions of a form, with what is answered.
const FORM_QUESTIONS: usize = 4;

/// Answers in which somebody says "I" that make an interview.
const SPOKEN_ANSWERS: usize = 3;

/// Longest words to one person at the top of a letter, in bytes.
const MAX_ADDRESS_BYTES: usize = 60;

/// Turns of people with different labels that make a record of a meeting.
const RECORD_TURNS: usize = 4;

/// Words to those who are addressed open a speech; a letter has a close, or begins with the name of one person.
pub(super) fn by_address(known: &Known) -> Option<Fact<DocumentKind>> {
    let first = known.opening.body.first().filter(|_| known.opening.addresses)?;
    let letter = shape(known, |rule| rule.gives == DocumentKind::Letter).or_else(|| {
        let named = names_addressee(&fold(&first.reading.text));
        first.whole(DocumentKind::Letter, Basis::Inferred, "letter-to-a-person").filter(|_| named)
    });
    Some(letter.unwrap_or(first.whole(DocumentKind::Speech, Basis::Inferred, "addresses-an-audience")?))
}

/// "Dear Mr. Bruce," names one person; "Dear Mr. President," may be said to all who listen.
fn names_addressee(folded: &str) -> bool {
    let address = head(folded, MAX_ADDRESS_BYTES).split([',', ':', ';', '!', '\n']).next().unwrap_or_default();
    let name = head_words(List::LetterAddress)
        .iter()
        .filter_map(|words| address.strip_prefix(words))
        .find(|rest| rest.is_empty() || rest.starts_with([' ', '.']));
    name.is_some_and(|name| {
        let mut words = name.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
        address.len() < folded.len() && !words.any(|word| is_in(List::AddressedOffice, word))
    })
}

/// Marks after the name of a speaker, beside a colon.
const STOPS: &[&str] = &[".- ", ".— ", ".–", ".—"];

/// Turns of several people: the record of a meeting.
pub(super) fn by_turns(known: &Known) -> Option<Fact<DocumentKind>> {
    let mut labels: Vec<&str> = Vec::new();
    let mut turns = 0;
    let mut first = None;
    for line in known.lines.iter().filter(|line| line.kind != PassageKind::Row && line.kind != PassageKind::Furniture) {
        let text = line.reading.text.as_str();
        // "HON. A. PORTER.- Mr. Speaker": parliaments of the Commonwealth print a stop and a dash after the name.
        let stop = || STOPS.iter().find_map(|stop| text.split_once(stop));
        let short = |(label, _): &(&str, &str)| label.len() <= 60;
        let colon = || text.split_once([':', '：']).filter(short);
        let Some((label, said)) = stop().filter(short).or_else(colon) else { continue };
        // "The SPEAKER:" alone on a line, above what was said.
        let spoken = said.trim().is_empty() || said.split_whitespace().count() >= 4;
        let label = label.trim_start_matches('*');
        let named = label.len() <= 60 && roles::is_office(label) && spoken;
        if named {
            turns += 1;
            first = first.or(Some(line));
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    let meeting = turns >= RECORD_TURNS && labels.len() >= 2;
    let session = turns >= 1 && known.opening.has(Role::Session);
    first.filter(|_| meeting || session)?.whole(DocumentKind::Minutes, Basis::Inferred, "turns-of-speakers")
}

/// First passages in which those present are listed.
const ATTENDANCE_WITHIN: usize = 16;

/// Longest heading of a part of minutes, in bytes.
const MAX_MINUTES_PART_BYTES: usize = 60;

/// "Present" and "Agenda" above their lists, or "Present" below the name of a meeting: minutes that nowhere say that they are.
pub(super) fn by_minutes_parts(known: &Known) -> Option<Fact<DocumentKind>> {
    let heads = |line: &PassageText, list: List| {
        let text = line.reading.text.as_str();
        let kind = matches!(line.kind, PassageKind::Heading | PassageKind::Paragraph | PassageKind::Question);
        let bare = || text.trim_matches(|c: char| !c.is_alphabetic());
        kind && text.len() <= MAX_MINUTES_PART_BYTES && is_in(list, &fold(bare()))
    };
    let present = known.lines.iter().take(ATTENDANCE_WITHIN).find(|line| heads(line, List::AttendancePart))?;
    let parts = || known.lines.iter().any(|line| heads(line, List::MinutesPart));
    // "105th Meeting of the Board" above those who were there.
    let met = |title: &Fact<String>| words(&title.value).iter().any(|word| is_in(List::SessionLast, &word.folded));
    (known.title.is_some_and(met) || parts())
        .then(|| present.whole(DocumentKind::Minutes, Basis::Inferred, "parts-of-minutes"))?
}

/// Questions with their answers: a form where they are numbered, in capitals or ask to fill something in, and nobody answers
/// for himself; else what somebody was asked, or a page of questions and answers.
pub(super) fn by_questions(known: &Known) -> Option<Fact<DocumentKind>> {
    let asked = || known.lines.iter().filter(|line| line.kind == PassageKind::Question);
    let first = asked().next().filter(|_| asked().count() >= FORM_QUESTIONS)?;
    let printed = |line: &&PassageText| {
        let text = line.reading.text.as_str();
        let capitals = text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
        line.passage.number.is_some() || capitals || fold(head(text, MAX_ADDRESS_BYTES)).contains("please ")
    };
    let answers = known.lines.iter().filter(|line| line.kind != PassageKind::Question);
    let spoken = answers.filter(|line| says_i(&line.reading.text)).take(SPOKEN_ANSWERS).count() == SPOKEN_ANSWERS;
    if !spoken && asked().filter(printed).count() * 2 >= asked().count() {
        return first.whole(DocumentKind::Form, Basis::Inferred, "questions-with-answers");
    }
    first.whole(DocumentKind::QAndA, Basis::Inferred, "questions-that-somebody-answers")
}
