//! What was said of a text before it was changed a little: sentences of paragraphs that are the same at its beginning and at
//! its end keep their verdicts.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::quotations::Quote;
use crate::report::CheckedSentence;

/// Parts two paragraphs.
const BREAK: &str = "\n\n";

/// For sentences of `text`, by their index, what was said of the same sentence of `before`. A quotation may run on into the
/// next paragraph, so one paragraph on each side of a change is checked again, too.
pub(crate) fn unchanged<S: Borrow<CheckedSentence>>(
    text: &str,
    sentences: &[Range<usize>],
    quotations: &[Quote],
    before: &str,
    said: &[S],
) -> BTreeMap<usize, CheckedSentence> {
    let mut out = BTreeMap::new();
    let same = text.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
    let same = if same == text.len() && same == before.len() { same } else { beginning(&text.as_bytes()[..same]) };
    for (n, (range, known)) in sentences.iter().zip(said).enumerate() {
        let known = known.borrow();
        if range.end > same || known.range != *range {
            break;
        }
        if has_quotations(known, range, quotations, 0) {
            out.insert(n, known.clone());
        }
    }
    let most = (text.len() - same).min(before.len() - same);
    let pairs = text.bytes().rev().zip(before.bytes().rev()).take(most);
    let alike = pairs.take_while(|(one, other)| one == other).count();
    let Some(from) = ending(text.as_bytes(), text.len() - alike) else { return out };
    let shift = text.len().cast_signed() - before.len().cast_signed();
    let mut rest = said.iter().rev().map(Borrow::borrow).peekable();
    for (n, range) in sentences.iter().enumerate().rev() {
        if range.start < from || out.contains_key(&n) {
            break;
        }
        let is_known = |known: &&CheckedSentence| known.range.start.checked_add_signed(shift) == Some(range.start);
        let behind = |known: &&CheckedSentence| {
            known.range.start.checked_add_signed(shift).is_some_and(|start| start > range.start)
        };
        while rest.next_if(behind).is_some() {}
        if let Some(known) = rest.next_if(is_known)
            && known.range.len() == range.len()
            && has_quotations(known, range, quotations, shift)
        {
            out.insert(n, shifted(known, n + 1, shift));
        }
    }
    out
}

/// Where the last paragraph but one of `bytes` begins; 0 if there are fewer.
fn beginning(bytes: &[u8]) -> usize {
    let at = |bytes: &[u8]| bytes.windows(BREAK.len()).rposition(|window| window == BREAK.as_bytes());
    at(bytes).and_then(|last| at(&bytes[..last])).map_or(0, |at| at + BREAK.len())
}

/// Where the second paragraph after `from` begins; `None` if there is none.
fn ending(bytes: &[u8], from: usize) -> Option<usize> {
    let at = |from: usize| {
        let found = bytes.get(from..)?.windows(BREAK.len()).position(|window| window == BREAK.as_bytes())?;
        Some(from + found + BREAK.len())
    };
    at(at(from)?)
}

/// True if the quotations that begin in a sentence are those of which something was said.
fn has_quotations(known: &CheckedSentence, range: &Range<usize>, quotations: &[Quote], shift: isize) -> bool {
    let from = quotations.partition_point(|quote| quote.outer.start < range.start);
    let own = quotations[from..].iter().take_while(|quote| quote.outer.start < range.end).map(|quote| &quote.range);
    let said = known.quotations.iter().map(|found| moved(&found.range, shift));
    own.cloned().eq(said)
}

fn moved(range: &Range<usize>, shift: isize) -> Range<usize> {
    range.start.saturating_add_signed(shift)..range.end.saturating_add_signed(shift)
}

/// The same, so many bytes further on, as sentence `number`.
fn shifted(known: &CheckedSentence, number: usize, shift: isize) -> CheckedSentence {
    let mut out = CheckedSentence { number, ..known.clone() };
    out.range = moved(&out.range, shift);
    for found in &mut out.quotations {
        found.range = moved(&found.range, shift);
        if let Some(said) = &mut found.attribution {
            said.range = moved(&said.range, shift);
        }
    }
    for found in &mut out.values {
        found.range = moved(&found.range, shift);
    }
    for found in &mut out.names {
        found.range = moved(&found.range, shift);
    }
    out
}
