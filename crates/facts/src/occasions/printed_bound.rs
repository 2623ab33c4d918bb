//! "After 2019", "before May 2016": no date, but more than nothing. It goes into the bound of an occasion.
//!
//! In: the sentence of an occasion without a date. Out: since or until when it was, if the words after its name say so.

use entente_language::tokenize;
use entente_language::values::{Printed, find_dates};
use entente_text::PartialDate;

/// Longest sentence that is looked at: a longer one may report many occasions, and would be read again for each.
const MAX_SENTENCE_BYTES: usize = 2_000;
/// What opens a bound, and whether it is the earlier end.
const OPENERS: &[(&str, bool)] = &[("after", true), ("before", false), ("après", true), ("avant", false)];

/// The bound that `sentence` prints after byte `name` of it; `None` if it prints none, or any date.
pub(crate) fn printed_bound(sentence: &str, name: usize) -> Option<PartialDate> {
    if sentence.len() > MAX_SENTENCE_BYTES {
        return None;
    }
    let tokens = tokenize(sentence);
    let (at, is_since) = (0..tokens.len()).find_map(|at| {
        let opener = OPENERS.iter().find(|(word, _)| tokens.is(at, word))?;
        Some((at, opener.1)).filter(|_| tokens.bytes(at..at + 1).start >= name)
    })?;
    let start = tokens.bytes(at..at + 1);
    // Past a comma, something else may have been after that year.
    if sentence.get(name..start.start).is_none_or(|between| between.contains([',', ';', ':'])) {
        return None;
    }
    // Any other date may be the occasion's own.
    if find_dates(&tokens).iter().any(|date| date.range.start != start.end + 1) {
        return None;
    }
    let Printed::Date(PartialDate::At(point)) = date_after(sentence, start.end)? else { return None };
    point.year?;
    Some(if is_since { PartialDate::Since(point) } else { PartialDate::Until(point) })
}

/// The date that begins at byte `from` and ends its part of the sentence. It is read after "in", since a bare year is a date only
/// where its words say so.
fn date_after(sentence: &str, from: usize) -> Option<Printed> {
    const READ_AS: &str = "in ";
    let read = format!("{READ_AS}{}", sentence.get(from..)?.trim_start());
    let found = find_dates(&tokenize(&read)).into_iter().next()?;
    let ends = read.get(found.range.end..)?.trim_start();
    // "After 2019 talks" names talks.
    let is_whole = found.range.start <= READ_AS.len() && (ends.is_empty() || ends.starts_with(['.', ',', ';', ')']));
    is_whole.then_some(found.value)
}

#[cfg(test)]
mod tests {
    use super::printed_bound;

    #[test]
    fn what_is_printed_after_a_name_bounds_it() {
        for (sentence, expected) in [
            ("Korea and Japan held a dialogue after 2019.", Some("2019/..")),
            ("Korea and Japan held a dialogue before May 2016.", Some("../2016-05")),
            ("Korea and Japan held a dialogue, which ended after 2019.", None),
            ("Korea and Japan held a dialogue after the war.", None),
            ("Korea and Japan held a dialogue after 2019 talks.", None),
            ("Korea and Japan held a dialogue after 2019 in May 2021.", None),
        ] {
            let name = sentence.find("dialogue").expect("it is there");
            let bound = printed_bound(sentence, name).map(|bound| bound.to_string());
            assert_eq!(bound.as_deref(), expected, "{sentence}");
        }
    }
}
