//! The title: the heading that names the document.

use entente_corpus::{Basis, Metadatum, PassageKind};
use entente_text::fold::fold;

use super::cells::Cell;
use super::kind::names_a_kind;
use super::{Line, add};

/// A title stands among the first passages.
const WITHIN: usize = 30;
/// A title without a word for its kind has at least this many words.
const FEWEST_WORDS: usize = 3;

/// A title behind its label stands among this many first passages.
const LABELLED_WITHIN: usize = 4;
/// Labels before a title.
const LABELS: &[&str] =
    &["title", "subject", "titre", "objet", "betreff", "titel", "asunto", "titulo", "제목", "件名", "标题", "题目"];

/// Finds the title behind a label, and the printed one.
pub(super) fn read(lines: &[Line], cells: &[Cell], all: &mut Vec<Metadatum>) {
    for cell in cells.iter().filter(|cell| cell.place < LABELLED_WITHIN && cell.kind != PassageKind::Furniture) {
        let Some((label, value)) = cell.text.split_once([':', '：']) else { continue };
        let value = value.trim();
        let titled = words(value) >= FEWEST_WORDS || !value.is_ascii() && value.chars().count() >= 6;
        if titled && LABELS.contains(&fold(label.trim_matches(['*', ' '])).as_str()) {
            let at = cell.text.len() - value.len();
            add(all, "title", cell.fact(value.to_owned(), Basis::Stated, "title-behind-label", at..at + value.len()));
            break;
        }
    }
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
    let headed = line.kind == PassageKind::Heading
        || (line.kind == PassageKind::Paragraph && !text.ends_with(['.', ';', ':', ',', '、', '。']));
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
