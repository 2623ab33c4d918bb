//! What was said of a text before it was changed: sentences of the paragraphs before the change keep their verdicts.

use std::ops::Range;
use std::rc::Rc;

use crate::quotations::Quote;
use crate::report::CheckedSentence;

/// Parts two paragraphs.
const BREAK: &str = "\n\n";

/// What was `said` of the first `sentences` of `text`, as far as they are those of `before`. A quotation may run on into the next
/// paragraph, so the last paragraph before a change is checked again, too.
pub(crate) fn unchanged(
    text: &str,
    sentences: &[Range<usize>],
    quotations: &[Quote],
    before: &str,
    said: &[Rc<CheckedSentence>],
) -> Vec<Rc<CheckedSentence>> {
    let same = text.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
    let same = if text == before { same } else { beginning(&text[..text.floor_char_boundary(same)]) };
    let is_known = |(range, known): &(&Range<usize>, &Rc<CheckedSentence>)| {
        range.end <= same && known.range == **range && has_quotations(known, range, quotations)
    };
    sentences.iter().zip(said).take_while(is_known).map(|(_, known)| known.clone()).collect()
}

/// Where the last paragraph but one of `text` begins; 0 if there are fewer.
fn beginning(text: &str) -> usize {
    let last = text.rfind(BREAK).and_then(|last| text[..last].rfind(BREAK));
    last.map_or(0, |at| at + BREAK.len())
}

/// True if the quotations that begin in a sentence are those of which something was said.
fn has_quotations(known: &CheckedSentence, range: &Range<usize>, quotations: &[Quote]) -> bool {
    let from = quotations.partition_point(|quote| quote.outer.start < range.start);
    let own = quotations[from..].iter().take_while(|quote| quote.outer.start < range.end).map(|quote| &quote.range);
    own.eq(known.quotations.iter().map(|found| &found.range))
}
