//! Texts in which nothing is said: contact details, labels, instructions of a form.

use crate::occasions::frames::is_in_set;
use crate::phrases::{contains_phrase, phrases};

/// True for a block of contact details.
pub(crate) fn is_contact(text: &str) -> bool {
    // A contact block is short: a long paragraph that mentions a telephone is running text.
    if text.len() > 400 {
        return false;
    }
    let lower = text.to_lowercase();
    // Two labels make a contact block, or one with an address.
    let labels = phrases("contact-label").iter().filter(|label| lower.contains(*label)).count();
    labels >= 2 || lower.starts_with("contact point") || labels == 1 && lower.contains('@')
}

/// "Purpose: Information": a label and its value, no sentence.
pub(crate) fn is_label(text: &str) -> bool {
    let Some((label, value)) = text.split_once(':') else { return false };
    let short = |text: &str, most: usize| text.split_whitespace().count() <= most;
    // "Ministers agreed to:" opens a list.
    !value.trim().is_empty()
        && short(label, 3)
        && short(value, 6)
        && !text.trim_end().ends_with(['.', '!', '?'])
        && label.starts_with(char::is_uppercase)
}

/// Words of "could indicate this here", at most.
const MAX_INSTRUCTION_WORDS: usize = 6;

/// True if the text is an instruction of a form. Signs are a phrase of instructions, a name for the person who fills the form in ("your
/// country"), or a request to put something "here".
pub(crate) fn is_instruction(text: &str) -> bool {
    let lower = text.to_lowercase();
    if phrases("form-instruction-opening").iter().any(|phrase| lower.starts_with(phrase))
        || contains_phrase("form-instruction", &lower)
    {
        return true;
    }
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let addressed = words.windows(2).any(|pair| pair[0] == "your" && is_in_set("addressee", pair[1]));
    // "Members could indicate this here", "should be entered in the box".
    let asks = |window: &[&str]| {
        let [modal, verb, rest @ ..] = window else { return false };
        is_in_set("could", modal)
            && is_in_set("fills-in", verb)
            && rest.iter().any(|word| is_in_set("place-in-form", word))
    };
    addressed || (0..words.len()).any(|at| asks(&words[at..words.len().min(at + MAX_INSTRUCTION_WORDS)]))
}
