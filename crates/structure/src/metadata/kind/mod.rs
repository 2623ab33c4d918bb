//! What sort of document it is, and why.
//!
//! In: passages, the head of the document, its title. Out: a kind with the rule that gave it. The rules are data
//! ([`rules`]); here is where they look.

mod article;
mod printed;
mod report;
mod rules;
mod shape;
mod spoken;
mod surroundings;
#[cfg(test)]
mod tests;
mod title_words;

use entente_corpus::{Basis, DocumentKind, Evidence, Fact};
use entente_text::Span;

use self::printed::{by_enacting_line, by_form_number, by_head, by_subtitle, by_title};
use self::shape::{by_articles, by_shape};
use self::spoken::{by_address, by_minutes_parts, by_questions, by_turns};
use self::surroundings::{by_office, by_release, by_site};
use super::PassageText;
use super::opening::Opening;

pub(crate) use self::surroundings::is_news_menu;
pub(super) use self::title_words::{named_at_start, of_title, words_of_titles};

/// Last passages that are looked at.
const LAST_PASSAGES: usize = 8;

/// Longest line that begins with a mark, in bytes, so that a sentence of the text is not one.
const MAX_MARK_BYTES: usize = 160;

/// What is known of a document when its kind is asked for.
pub(super) struct Known<'a> {
    pub(super) lines: &'a [PassageText<'a>],
    pub(super) opening: &'a Opening<'a>,
    pub(super) title: Option<&'a Fact<String>>,
    pub(super) publisher: Option<&'a Fact<String>>,
    /// The kind of what a site files where it files this.
    pub(super) filed: Option<Fact<DocumentKind>>,
}

/// The kind: by the title, by the lines at the head, by the shape of the text, by what surrounds it; else `other`.
pub(super) fn classify(known: &Known) -> Fact<DocumentKind> {
    by_subtitle(known)
        .or_else(|| by_form_number(known))
        .or_else(|| by_title(known))
        .or_else(|| by_head(known))
        .or_else(|| known.filed.clone().filter(|fact| fact.value != DocumentKind::News))
        .or_else(|| by_address(known))
        .or_else(|| by_enacting_line(known))
        .or_else(|| by_shape(known))
        .or_else(|| by_articles(known))
        .or_else(|| by_turns(known))
        .or_else(|| by_minutes_parts(known))
        .or_else(|| by_release(known))
        .or_else(|| article::by_article(known))
        .or_else(|| by_site(known))
        .or_else(|| by_office(known))
        .or_else(|| by_questions(known))
        .or_else(|| report::by_two_sides(known))
        .or_else(|| article::by_first_sentence(known))
        .or_else(|| report::by_issuers(known))
        .or_else(|| report::by_parts(known))
        .or_else(|| report::by_first_person(known))
        .or_else(|| report::by_report(known))
        .or_else(|| known.filed.clone())
        .unwrap_or_else(|| Fact {
            value: DocumentKind::Other,
            basis: Basis::Inferred,
            rule: "no-rule-applies".to_owned(),
            evidence: vec![Evidence { passage: None, span: Span::default() }],
        })
}

fn head(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}
