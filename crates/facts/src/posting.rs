//! Where somebody is sent: "Ambassador **to Togo**", "Permanent Representative of Ghana **to the United Nations**".
//!
//! In: a sentence and a name in it. Out: whether the name is only such a destination, and so not a party of what is reported.

use entente_language::{Class, Gap, Tag};

use crate::occasions::frames::is_in_set;
use crate::view::{Named, Sentence};

/// Tokens before a name in which the office stands that is sent there.
const MAX_OFFICE_TOKENS: usize = 12;

/// True if `name` is where an ambassador, an envoy or a mission is sent.
pub(crate) fn is_destination(sentence: &Sentence, name: &Named) -> bool {
    let tokens = sentence.parse().tokens;
    let start = tokens.token_at(name.range.start.saturating_sub(sentence.range.start));
    let is_link = |at: usize| matches!(sentence.parse().parsed.tag(at), Some(Tag::Preposition | Tag::To));
    // "To **the Government of** Togo": the article and what stands for the state are passed over.
    let passes = |at: usize| {
        tokens.has(at, Class::Article) || is_in_set("stands-for-country", tokens.folded(at)) || tokens.is(at, "of")
    };
    let link = (start.saturating_sub(MAX_OFFICE_TOKENS)..start).rev().find(|at| !passes(*at));
    link.is_some_and(|link| is_link(link) && leads_to_destination(sentence, link))
}

/// True if the preposition at token `link` says where an office before it is sent.
pub(crate) fn leads_to_destination(sentence: &Sentence, link: usize) -> bool {
    let parse = sentence.parse();
    if !is_in_set("posting", parse.tokens.folded(link)) {
        return false;
    }
    for at in (link.saturating_sub(MAX_OFFICE_TOKENS)..link).rev() {
        if matches!(parse.tokens.gap(at + 1), Gap::Comma | Gap::Break) {
            return false;
        }
        if is_in_set("posted", parse.tokens.folded(at)) {
            return true;
        }
        // "The Representative **of the Government of Ghana** to the Union": whose office it is stands between.
        let of = parse.tokens.is(at, "of");
        let named = matches!(parse.parsed.tag(at), Some(Tag::Name(_) | Tag::Noun | Tag::Adjective | Tag::Determiner));
        if !(of || named) {
            return false;
        }
    }
    false
}
