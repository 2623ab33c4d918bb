//! Years that are counted from the document's own: "over the next five years", "next year".
//!
//! In: the clauses of a statement. Out: the period, inferred from the document's date; nothing where the document has none, or
//! where the words belong to a noun ("next year's budget").

use std::cmp::Ordering;

use entente_corpus::{Basis, Fact};
use entente_language::values::{Decimal, parse_number};
use entente_text::PartialDate;
use entente_text::date::Point;

use crate::occasions::frames::is_in_set;
use crate::view::{Sentence, View};

/// Years ahead that a promise may be for, at most.
const MAX_YEARS_AHEAD: u16 = 50;
/// Tokens after the verb among which such words are looked for, at most.
const MAX_TOKENS_AFTER_VERB: usize = 80;

/// The years that the words after the verbs of `clauses` name; `None` if they name no years, or several.
pub(super) fn find_years_ahead(view: &View, sentence: &Sentence, clauses: &[usize]) -> Option<Fact<PartialDate>> {
    let own = match view.date() {
        Some(PartialDate::At(point)) => point.year?,
        Some(_) | None => return None,
    };
    let all = &sentence.parse().parsed.clauses;
    let after = |at: &usize| all.get(*at).map(|clause| clause.after_verb.clone());
    let places = clauses.iter().filter_map(after).flat_map(|range| range.take(MAX_TOKENS_AFTER_VERB));
    let mut found = places.filter_map(|at| Some((at, years_at(sentence, at)?)));
    let (at, (years, end)) = found.next()?;
    if found.next().is_some() {
        return None;
    }
    let last = own.checked_add(years)?;
    // "Over the next five years" begins with the document, "next year" is that year.
    let value = if is_span(sentence, at) {
        PartialDate::Between(Point::new(Some(own), None, None)?, Point::new(Some(last), None, None)?)
    } else {
        PartialDate::year(last)?
    };
    let evidence = view.evidence(sentence.passage, sentence.bytes(&(at..end)))?;
    Some(Fact::new(value, Basis::Inferred, "relative-to-document", evidence))
}

/// True if a number of years is named after token `at`.
fn is_span(sentence: &Sentence, at: usize) -> bool {
    number_at(sentence, at + 1).is_some()
}

/// The number of years at token `at`, and the token after it.
fn number_at(sentence: &Sentence, at: usize) -> Option<(u16, usize)> {
    let tokens = sentence.parse().tokens;
    let number = parse_number(tokens, tokens.get(at)?.span.start, None)?;
    let is_same = |years: &u16| number.value.compare(Decimal::whole(u64::from(*years))) == Some(Ordering::Equal);
    let years = (1..=MAX_YEARS_AHEAD).find(is_same)?;
    Some((years, tokens.token_at(number.next)))
}

/// How many years ahead the words at token `at` lead, and the token after them: "**next five years**".
fn years_at(sentence: &Sentence, at: usize) -> Option<(u16, usize)> {
    let tokens = sentence.parse().tokens;
    if !is_in_set("years-ahead", tokens.folded(at)) {
        return None;
    }
    let (years, unit) = number_at(sentence, at + 1).unwrap_or((1, at + 1));
    let is_unit = tokens.is(unit, if unit > at + 1 { "years" } else { "year" });
    // "Next year's budget", "the next five years of the plan": a noun has the time.
    let rest = tokens.between(unit).trim_start();
    let closes = rest.starts_with(['.', ',', ';', ')']) || unit + 1 >= tokens.len() || tokens.is(unit + 1, "to");
    (is_unit && closes).then_some((years, unit + 1))
}
