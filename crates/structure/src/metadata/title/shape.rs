//! Lines that may be a title by their shape.

use entente_corpus::PassageKind;
use entente_text::fold::fold;

use super::super::head_words::{List, is_in};
use super::super::opening::{HeadLine, Opening};
use super::super::roles::{MAX_TITLE_CHARS, Role, is_eastern};
use super::super::{PassageText, kind, roles};
use super::lines_on::opens_a_title;

/// Words of a line that may be the title, so that the lines below it are not titles.
const MIN_TEXT_WORDS: usize = 2;

/// Letters of a script without blanks that count as a word.
const EASTERN_WORD: usize = 2;

/// Shortest title, in characters, and in letters of a script without blanks.
const MIN_TITLE_CHARS: usize = 8;

const MIN_EASTERN_TITLE_CHARS: usize = 4;

/// True for a heading or a short line that may be a title.
pub(super) fn fits(head: &HeadLine) -> bool {
    let line = head.line;
    let text = line.reading.text.trim();
    let count = text.chars().count();
    let enough = count >= MIN_TITLE_CHARS || text.chars().filter(|c| is_eastern(*c)).count() >= MIN_EASTERN_TITLE_CHARS;
    let shaped = match line.kind {
        PassageKind::Heading => true,
        PassageKind::Row => line.passage.pieces.len() <= 1 && kind::of_title(text).is_some(),
        PassageKind::Paragraph | PassageKind::Question => {
            !text.ends_with(['.', ';', ':', ',', '、', '。']) || roles::is_titled_sentence(text)
        }
        _ => false,
    };
    head.role == Role::Text
        && enough
        && count <= MAX_TITLE_CHARS
        && shaped
        && line.passage.number.is_none()
        && !opens_a_title(text)
        && !is_quoted(text)
        && !is_scattered(text)
        && !is_in(List::PartHeading, &fold(text))
}

/// "P P R R E E S S": letters that a scanner or a stamp has set apart.
fn is_scattered(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let single = text.split_whitespace().filter(|word| word.chars().count() == 1).count();
    words >= MIN_SCATTERED_WORDS && single * 3 >= words * 2
}

/// Fewest words of a line of scattered letters.
const MIN_SCATTERED_WORDS: usize = 6;

/// A line in quotation marks is what somebody said.
fn is_quoted(text: &str) -> bool {
    text.starts_with(['"', '“']) && text.ends_with(['"', '”'])
}

/// True if the line at `n` is the first that may be a title, stands alone and running text follows the head.
pub(super) fn set_apart(opening: &Opening, n: usize) -> bool {
    let line = opening.lines[n].line;
    // "Rural": one word above a title names a part of the paper.
    let first = !opening.lines[..n]
        .iter()
        .any(|head| head.role == Role::Text && weight(&head.line.reading.text) >= MIN_TEXT_WORDS);
    let above = |line: &PassageText| line.passage.pieces.len() == 1;
    first && above(line) && !opening.body.is_empty() && !roles::tells_in_full(&line.reading.text)
}

/// Words of `text`; letters of a script without blanks count by twos.
pub(super) fn weight(text: &str) -> usize {
    let eastern = text.chars().filter(|c| is_eastern(*c)).count();
    // "Российско-турецкие": a compound counts by its parts.
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    let compounds = words.map(|word| {
        let long = |part: &&str| part.chars().filter(|c| c.is_alphabetic()).count() >= COMPOUND_PART_CHARS;
        word.split(['-', '‑', '–']).filter(long).count().max(1)
    });
    compounds.sum::<usize>().max(eastern / EASTERN_WORD)
}

/// Letters of a part of a compound that counts as a word.
const COMPOUND_PART_CHARS: usize = 5;
