//! The title: the heading that names the document.

use entente_corpus::{Basis, Metadatum, PassageKind};

use super::kind::names_a_kind;
use super::{Line, add};

/// A title stands among the first passages.
const WITHIN: usize = 30;
/// A title without a word for its kind has at least this many words.
const FEWEST_WORDS: usize = 3;

/// Finds the printed title.
pub(crate) fn read(lines: &[Line], all: &mut Vec<Metadatum>) {
    let head: Vec<&Line> = lines.iter().filter(|line| line.kind != PassageKind::Furniture).take(WITHIN).collect();
    let markdown = |line: &&&Line| {
        line.kind == PassageKind::Heading
            && line.level == 1
            && line.passage.marker.is_some()
            && line.passage.number.is_none()
    };
    let found = if let Some(line) = head.iter().find(markdown) {
        Some((*line, "first-heading"))
    } else if let Some(line) = head.iter().find(|line| fits(line) && names_a_kind(&line.reading.text)) {
        Some((*line, "heading-names-the-kind"))
    } else {
        // Without a word for the kind, only what stands before all running text can be the title.
        let before = head.iter().take_while(|line| line.reading.text.chars().count() < 160);
        before
            .clone()
            .find(|line| fits(line) && line.kind == PassageKind::Heading && words(&line.reading.text) >= FEWEST_WORDS)
            .map(|line| (*line, "heading-before-text"))
    };
    if let Some((line, rule)) = found {
        add(all, "title", line.whole(line.reading.text.clone(), Basis::Stated, rule));
    }
}

/// A heading, or a short line among the first ones, that is no label, number or date.
fn fits(line: &Line) -> bool {
    let text = &line.reading.text;
    let short = (8..=220).contains(&text.chars().count());
    let numbered = line.passage.number.is_some();
    let labelled = text.split_once(": ").is_some_and(|(label, _)| words(label) <= 3);
    let headed =
        line.kind == PassageKind::Heading || (line.kind == PassageKind::Paragraph && !text.ends_with(['.', ';', ':']));
    short
        && headed
        && !numbered
        && !labelled
        && super::parse_date(text).is_none()
        && text.chars().any(char::is_alphabetic)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}
