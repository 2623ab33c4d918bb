//! Questions of forms and of pages of questions and answers, which are headings or numbered lines with a question mark.
//!
//! In: blocks. Out: the same, with those known as questions. One alone may be rhetoric: there must be several.

use entente_corpus::PassageKind;

use super::blocks::PassageDraft;
use super::headings::Class;
use super::ordinal;

/// Fewest questions of a text that has them, those that tell what to write included.
const MIN_QUESTIONS: usize = 3;
/// Fewest with a question mark.
const MIN_QUESTION_MARKS: usize = 2;
/// Longest question, in bytes.
const MAX_QUESTION_BYTES: usize = 600;

/// Tells the questions of `drafts`.
pub(super) fn assign(text: &str, drafts: &mut [PassageDraft]) {
    let asks: Vec<Ask> = drafts.iter().map(|draft| ask(text, draft)).collect();
    let count = |wanted: &[Ask]| asks.iter().filter(|ask| wanted.contains(ask)).count();
    if count(&[Ask::Asked]) < MIN_QUESTION_MARKS || count(&[Ask::Asked, Ask::Told]) < MIN_QUESTIONS {
        return;
    }
    for (draft, ask) in drafts.iter_mut().zip(asks) {
        if ask == Ask::No {
            continue;
        }
        draft.passage.kind = PassageKind::Question;
        let number = draft.passage.number.map_or("", |number| number.of(text));
        let parts = number.split('.').filter(|part| !part.is_empty()).count();
        let place = ordinal::readings(number).first().and_then(|(_, place)| u16::try_from(*place).ok());
        let numbered = match place {
            Some(place) => Class::Number(place),
            None if parts > 1 => Class::Parts(u8::try_from(parts).unwrap_or(u8::MAX)),
            None => Class::Plain,
        };
        draft.class = draft.class.take().or(Some(numbered));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    No,
    /// It asks.
    Asked,
    /// It says what to write, among others that ask.
    Told,
}

/// Whether `draft` asks: a heading, or a numbered line, that ends on a question mark, instructions aside.
fn ask(text: &str, draft: &PassageDraft) -> Ask {
    let numbered = draft.passage.kind == PassageKind::Paragraph && draft.passage.number.is_some();
    let heads = draft.passage.kind == PassageKind::Heading && draft.class != Some(Class::Markdown(1));
    if !(numbered || heads) || draft.passage.extent().len() > MAX_QUESTION_BYTES {
        return Ask::No;
    }
    let words = draft.text(text);
    let bare = words.trim_end_matches(['*', '_', ' ', ':']);
    // "(Maximum 5 lines)" after the question says how to answer it.
    let bare = bare.strip_suffix(')').and_then(|rest| rest.rfind('(')).map_or(bare, |open| bare[..open].trim_end());
    let asked = bare.ends_with(['?', '？', '؟']);
    let told = ["please ", "Please "].iter().any(|please| bare.contains(please));
    match (asked, told) {
        (true, _) => Ask::Asked,
        (_, true) => Ask::Told,
        _ => Ask::No,
    }
}
