//! What a line contains besides a paragraph: headings that run into their text, numbers without a stop.
//!
//! In: blocks. Out: the same, with such headings as passages of their own, and such numbers as marks.

use entente_corpus::PassageKind;
use entente_language::tokenize;
use entente_language::values::find_dates;
use entente_text::Span;

use super::blocks::{PassageDraft, is_bare_number};
use super::headings::{Class, is_title};

/// Fewest headings of a kind before they show as such.
const MIN_HEADINGS: usize = 2;
/// Longest heading that runs into its text, in characters.
const MAX_RUN_IN_CHARS: usize = 110;
/// Fewest bytes of the text after a heading that stands apart: the text after the label of a form is shorter.
const MIN_TEXT_BYTES: usize = 60;
/// Words of the longest title of an article.
const MAX_ARTICLE_TITLE_WORDS: usize = 8;
/// Highest number without a stop.
const HIGHEST: u32 = 60;

/// Sets "**SUPPLY CHAINS**:  The Parties …" apart as a heading and its text, where there are several.
pub(super) fn run_in_headings(text: &str, drafts: &mut Vec<PassageDraft>) {
    let found: Vec<Option<usize>> = drafts.iter().map(|draft| run_in(text, draft)).collect();
    if found.iter().flatten().count() < MIN_HEADINGS {
        return;
    }
    let mut out = Vec::with_capacity(drafts.len() + found.len());
    for (mut draft, length) in drafts.drain(..).zip(found) {
        if let Some(length) = length {
            let span = draft.passage.pieces[0].span;
            let after = span.start as usize + length;
            let mut heading = PassageDraft::new(PassageKind::Heading, Span::new(span.start as usize, after));
            heading.class = Some(Class::Bold);
            heading.indent = draft.indent;
            out.push(heading);
            let rest = &text[after..span.end as usize];
            let from = after + rest.len() - rest.trim_start().len();
            draft.passage.pieces[0].span = Span::new(from, span.end as usize);
        }
        out.push(draft);
    }
    *drafts = out;
}

/// Bytes of the bold words and their colon at the start of a paragraph with more to say.
fn run_in(text: &str, draft: &PassageDraft) -> Option<usize> {
    let fits = draft.class.is_none() && draft.passage.kind == PassageKind::Paragraph && draft.passage.marker.is_none();
    let words = draft.passage.pieces.first().filter(|_| fits)?.span.of(text);
    let inside = words.strip_prefix("**")?;
    let close = inside.char_indices().take(MAX_RUN_IN_CHARS).find(|(at, _)| inside[*at..].starts_with("**"))?.0;
    let heading = inside[..close].trim();
    let after = &inside[close + 2..];
    let colon = if heading.ends_with(':') { 0 } else { usize::from(after.starts_with(':')) };
    let said = after[colon..].trim_start();
    let titled = heading.starts_with(char::is_uppercase) && heading.split_whitespace().count() >= 2;
    let ends = (heading.ends_with(':') || colon == 1) && after[colon..].starts_with(char::is_whitespace);
    (titled && ends && said.len() >= MIN_TEXT_BYTES && said.starts_with(char::is_alphabetic))
        .then_some(2 + close + 2 + colon)
}

/// Joins "Article 1" and the title that stands alone below it, where the text titles its articles so.
pub(super) fn article_titles(text: &str, drafts: &mut Vec<PassageDraft>) {
    let titles = |n: usize| {
        let (Some(number), Some(title)) = (drafts.get(n), drafts.get(n + 1)) else { return false };
        let words = title.text(text);
        let plain =
            title.class.is_none() && title.passage.kind == PassageKind::Paragraph && title.passage.marker.is_none();
        let titled = title.class == Some(Class::Capitals) || (plain && is_title(&words));
        let short = words.split_whitespace().count() <= MAX_ARTICLE_TITLE_WORDS;
        number.alone && title.alone && is_bare_number(number, text) && titled && short && drafts.len() > n + 2
    };
    let found: Vec<bool> = (0..drafts.len()).map(titles).collect();
    if found.iter().filter(|found| **found).count() < MIN_HEADINGS {
        return;
    }
    let mut out: Vec<PassageDraft> = Vec::with_capacity(drafts.len());
    let mut joins = false;
    for (draft, found) in drafts.drain(..).zip(found) {
        match out.last_mut().filter(|_| joins) {
            Some(number) => number.go_on(text, draft.passage.extent()),
            None => out.push(draft),
        }
        joins = found;
    }
    *drafts = out;
}

/// Takes the numbers "1 All Member States shall …" as marks, where paragraphs count from one on, or below an article's heading.
pub(super) fn bare_numbers(text: &str, drafts: &mut [PassageDraft]) {
    let counted = drafts.iter().fold(0, |last, draft| match bare_number(text, draft) {
        Some((number, _)) if number == last + 1 => number,
        _ => last,
    });
    // Paragraphs that count from one on have bare numbers; elsewhere those below the number of an article.
    let mut last = (counted >= MIN_COUNTED).then_some(0);
    for draft in drafts {
        if matches!(draft.class, Some(Class::Named(_))) {
            last = Some(0);
            continue;
        }
        let (Some(before), Some((number, mark))) = (last, bare_number(text, draft)) else { continue };
        // A scan may have lost the first one.
        let counts = number == before + 1 || (before == 0 && number == 2);
        let Some(piece) = draft.passage.pieces.first_mut().filter(|_| counts && number <= HIGHEST) else { continue };
        let said = text[mark.end as usize..piece.span.end as usize].trim_start();
        piece.span.start = piece.span.end - u32::try_from(said.len()).unwrap_or(0);
        draft.passage.marker = Some(mark);
        draft.passage.number = Some(mark);
        last = Some(number);
    }
}

/// Bytes in which a day stands.
const MAX_DAY_BYTES: usize = 24;
/// Fewest paragraphs that count from one on.
const MIN_COUNTED: u32 = 3;

/// "2 The Parties": the number at the beginning of a paragraph that has no mark, with a blank before a capital.
fn bare_number(text: &str, draft: &PassageDraft) -> Option<(u32, Span)> {
    let running = draft.class.is_none() && draft.passage.kind == PassageKind::Paragraph;
    let piece = draft.passage.pieces.first().filter(|_| running && draft.passage.marker.is_none())?;
    let words = piece.span.of(text);
    let digits = words.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let said = words[digits..].trim_start();
    let apart = said.len() < words.len() - digits;
    let said_of = said.trim_start_matches(['"', '“', '‘', '\'', ' ']).starts_with(char::is_uppercase);
    let number = words[..digits].parse().ok().filter(|_| apart && said_of)?;
    // "1 May 2014" begins an entry of a chronicle.
    let head = &words[..words.floor_char_boundary(MAX_DAY_BYTES)];
    if find_dates(&tokenize(head)).first().is_some_and(|day| day.range.start == 0 && day.range.end > digits) {
        return None;
    }
    let start = piece.span.start as usize;
    Some((number, Span::new(start, start + digits)))
}

#[cfg(test)]
mod tests {
    use crate::{TextFormat, structure};

    #[test]
    fn paragraphs_that_count_from_one_on_have_their_numbers() {
        let numbers = |starts: [&str; 3]| {
            let text: Vec<String> =
                starts.iter().map(|start| format!("{start} The ports of the two states are open again.\n\n")).collect();
            let text = format!("PORTS\n\n{}", text.concat());
            let body = structure(&text, TextFormat::Plain).body;
            body.passages
                .iter()
                .filter_map(|it| it.number.map(|number| number.of(&text).to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers(["1", "2", "3"]), ["1", "2", "3"]);
        assert_eq!(numbers(["1", "2", "4"]), Vec::<String>::new());
        assert_eq!(numbers(["1 May", "2 May", "3 May"]), Vec::<String>::new());
    }
}
