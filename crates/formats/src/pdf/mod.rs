//! PDF: the words of its pages as lines, columns and paragraphs, each with its page.
//!
//! In: the file's bytes. Out: the text form, one line a printed line, and its passages. It looks at no pictures: a
//! scan without text is refused by name.

mod annotations;
mod bomb;
mod builtin;
pub(crate) mod content;
mod font;
mod furniture;
mod glyphs;
mod grid;
mod inline;
#[cfg(test)]
mod limits;
mod page;
mod paragraphs;
mod rules;
mod standard_fonts;
mod stream;
#[cfg(test)]
pub(crate) mod tests;
mod wrapped;

use entente_corpus::{Anomaly, AnomalyKind, Markup, MetadataField, PassageKind, Piece};
use entente_structure::hyphens::Words;
use entente_structure::{Class, PassageDraft, printed};
use entente_text::Span;
use hayro_syntax::{LoadPdfError, Pdf};

use self::content::{Bounds, Follower};
use self::page::{Line, Sheet};
use self::paragraphs::{Group, Kind};
use super::write::Writer;
use super::{ExtractedText, Refusal, TOO_LARGE_HINT, budget};

/// Share of letters that a file's fonts must tell, in percent.
const TOLD: usize = 50;

/// Reads the PDF file `bytes`.
pub fn read(bytes: &[u8]) -> Result<ExtractedText, Refusal> {
    let letters = Bounds::default().letters.min(budget::text_of(bytes.len()));
    read_within(bytes, Bounds { letters, ..Bounds::default() })
}

/// Reads the PDF file `bytes` as far as `bounds` let it.
pub(crate) fn read_within(bytes: &[u8], bounds: Bounds) -> Result<ExtractedText, Refusal> {
    let damaged = || Refusal::new("it is damaged or cut off", "Save the document again.");
    if bomb::is_bomb(bytes, bounds.bytes) {
        return Err(Refusal::too_large(bounds.bytes as u64));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::new("it is protected by a password", "Save it without a password."),
        LoadPdfError::Invalid => damaged(),
    })?;
    let Sheets { sheets, letters, unknown, reached } = sheets(&pdf, bounds);
    let mut pages = page::lines(sheets);
    if pages.is_empty() {
        return Err(damaged());
    }
    let has_words = pages.iter().flatten().any(|line| line.text().contains(char::is_alphabetic));
    if let Some(what) = reached.as_ref().filter(|_| !has_words) {
        let reason = format!("it has {what}, and no text before them");
        return Err(Refusal { reason: reason.into(), hint: TOO_LARGE_HINT });
    }
    if unknown * 100 > letters * (100 - TOLD) {
        let hint = "Save it again from the program that made it, or as text.";
        return Err(Refusal::new("its fonts do not say which letters they show", hint));
    }
    if !has_words {
        let hint = "Use a version with text in it, or run text recognition (OCR) on it first.";
        return Err(Refusal::new("it has no text, only pictures of pages", hint));
    }
    furniture::set_apart(&mut pages);
    wrapped::join(&mut pages);
    let groups = paragraphs::groups(&pages);
    let mut writer = Writer::default();
    let properties = properties(&pdf, &mut writer);
    write(&pages, &groups, &mut writer);
    writer.anomalies.extend(reached.map(|what| budget::cut(&what, writer.text.len())));
    if unknown > 0 {
        let at = writer.text.find('\u{fffd}').unwrap_or(0);
        writer.anomalies.push(Anomaly {
            kind: AnomalyKind::BadEncoding,
            passage: None,
            span: Span::new(at, at + writer.text[at..].chars().next().map_or(0, char::len_utf8)),
            detail: format!(
                "the file's fonts do not say what {unknown} of its letters are; they are shown as \u{fffd}"
            ),
            rule: "letters-not-told".to_owned(),
        });
    }
    Ok(ExtractedText::of(writer, properties))
}

/// The pages before their lines are known.
struct Sheets {
    sheets: Vec<Sheet>,
    letters: usize,
    /// Letters that the fonts do not tell.
    unknown: usize,
    /// The bound that was reached, if one was.
    reached: Option<String>,
}

fn sheets(pdf: &Pdf, bounds: Bounds) -> Sheets {
    let mut follower = Follower::new(bounds);
    let mut out = Sheets { sheets: Vec::new(), letters: 0, unknown: 0, reached: None };
    let mut runs = bounds.runs;
    for page in pdf.pages().iter().take(bounds.pages) {
        let (glyphs, rules) = follower.page(page);
        out.letters += glyphs.len();
        out.unknown += glyphs.iter().filter(|glyph| glyph.shows.is_none()).count();
        let sheet = page::sheet(glyphs, &rules, runs);
        runs = runs.saturating_sub(sheet.fragments());
        let is_cut = sheet.is_cut();
        out.sheets.push(sheet);
        if is_cut {
            out.reached = Some(format!("more than {} runs of text", bounds.runs));
            break;
        }
    }
    let more = || (pdf.pages().len() > bounds.pages).then(|| format!("more than {} pages", bounds.pages));
    out.reached = follower.reached().or(out.reached).or_else(more);
    out
}

/// Writes the lines page by page, and a draft for every group.
fn write(pages: &[Vec<Line>], groups: &[Group], writer: &mut Writer) {
    let text = &mut writer.text;
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    // Which group each line is in, and whether it begins it.
    let mut owner: Vec<Vec<usize>> = pages.iter().map(|lines| vec![0; lines.len()]).collect();
    for (number, group) in groups.iter().enumerate() {
        group.lines.iter().for_each(|(page, line)| owner[*page][*line] = number);
    }
    let mut places: Vec<Vec<Vec<Span>>> = Vec::new();
    for (page, lines) in pages.iter().enumerate() {
        let mut spans = Vec::new();
        for (n, line) in lines.iter().enumerate() {
            let apart = n > 0 && {
                let (own, before) = (owner[page][n], owner[page][n - 1]);
                let row = groups[own].kind == Kind::Row && groups[before].table == groups[own].table;
                own != before && !row
            };
            if apart {
                text.push('\n');
            }
            let mut cells = Vec::new();
            for (at, cell) in line.cells.iter().enumerate() {
                if at > 0 {
                    text.push_str("   ");
                }
                let from = text.len();
                text.push_str(&cell.text);
                cells.push(Span::new(from, text.len()));
            }
            text.push('\n');
            spans.push(cells);
        }
        text.push('\u{c}');
        places.push(spans);
    }
    let words = Words::of(pages.iter().flatten().map(|line| (line.text().into(), line.blank)));
    for group in groups {
        let draft = draft(&writer.text, pages, group, &places, &words);
        writer.drafts.push(draft);
    }
}

fn draft(text: &str, pages: &[Vec<Line>], group: &Group, places: &[Vec<Vec<Span>>], words: &Words) -> PassageDraft {
    let number = |page: usize| u32::try_from(page + 1).ok();
    let kind = match group.kind {
        Kind::Text => PassageKind::Paragraph,
        Kind::Large(_) | Kind::Bold => PassageKind::Heading,
        Kind::Note => PassageKind::Note,
        Kind::Row => PassageKind::Row,
        Kind::Furniture => PassageKind::Furniture,
    };
    let mut draft = PassageDraft::new(kind, Span::default());
    draft.passage.pieces.clear();
    if let (Kind::Row, Some((page, line))) = (group.kind, group.lines.first()) {
        let cells = places[*page][*line].iter().map(|span| Piece { span: *span, page: number(*page) });
        draft.passage.pieces = cells.collect();
        draft.passage.table = u32::try_from(group.table).ok().and_then(|table| table.checked_sub(1));
        return draft;
    }
    let mut last: Option<(usize, usize)> = None;
    for at in &group.lines {
        let cells = &places[at.0][at.1];
        let (Some(first), Some(end)) = (cells.first(), cells.last()) else { continue };
        let span = Span { start: first.start, end: end.end };
        let beside = last.is_some_and(|last| last.0 == at.0 && last.1 + 1 == at.1);
        let before = last.map(|last| &pages[last.0][last.1]);
        let hidden = before.and_then(|before| words.hides(&before.text(), &pages[at.0][at.1].text(), before.blank));
        if let (Some(letters), Some(piece)) = (hidden, draft.passage.pieces.last()) {
            // Over a page's break only the hyphen is hidden: what stands between is another passage's.
            let end = if beside { span.start } else { piece.span.end };
            let hidden = Span::new(piece.span.end as usize - letters, end as usize);
            if !hidden.is_empty() {
                draft.passage.markup.push(Markup { span: hidden, shows: String::new() });
            }
        }
        match draft.passage.pieces.last_mut().filter(|_| beside) {
            Some(piece) => piece.span.end = span.end,
            None => draft.passage.pieces.push(Piece { span, page: number(at.0) }),
        }
        last = Some(*at);
    }
    draft.alone = group.lines.len() == 1;
    match group.kind {
        Kind::Large(rank) => draft.class = Some(Class::Markdown(rank)),
        Kind::Text | Kind::Note => {
            let markup = std::mem::take(&mut draft.passage.markup);
            let note = draft.passage.kind == PassageKind::Note;
            if note {
                numbered(text, &mut draft);
            } else {
                printed(text, &mut draft);
            }
            // Many lines are no heading, and a note stays one.
            if note || (draft.class.is_some() && group.lines.len() > 3) {
                draft.passage.kind = if note { PassageKind::Note } else { PassageKind::Paragraph };
                draft.class = None;
            }
            draft.passage.markup = markup;
        }
        Kind::Bold => {
            printed(text, &mut draft);
            if !matches!(draft.passage.kind, PassageKind::Item | PassageKind::Note) {
                draft.passage.kind = PassageKind::Heading;
                draft.class.get_or_insert(Class::Bold);
            }
        }
        Kind::Row | Kind::Furniture => {}
    }
    draft
}

/// A note's raised number, which nothing parts from its words.
fn numbered(text: &str, draft: &mut PassageDraft) {
    let Some(piece) = draft.passage.pieces.first_mut() else { return };
    let words = piece.span.of(text);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].trim_start_matches(['.', ')', ' ']);
    if (1..=3).contains(&digits) && rest.starts_with(|c: char| !c.is_ascii_digit()) {
        let at = piece.span.start as usize;
        let mark = Span::new(at, at + digits);
        draft.passage.marker = Some(mark);
        draft.passage.number = Some(mark);
        piece.span = Span::new(at + words.len() - rest.len(), piece.span.end as usize);
    }
}

/// What the file says of itself.
fn properties(pdf: &Pdf, writer: &mut Writer) -> Vec<super::Property> {
    let metadata = pdf.metadata();
    let string = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(string).unwrap_or_default().replace('\n', " ");
    let date = |date: &Option<hayro_syntax::object::DateTime>| {
        date.as_ref().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)).unwrap_or_default()
    };
    let known = [
        (MetadataField::Title, string(&metadata.title)),
        (MetadataField::Author, string(&metadata.author)),
        (MetadataField::Created, date(&metadata.creation_date)),
        (MetadataField::Updated, date(&metadata.modification_date)),
    ];
    super::properties(known.iter().map(|(field, value)| (*field, value.as_str())), writer)
}

/// A string of the file's own: UTF-16 or UTF-8 with a mark, else close to Latin-1.
fn string(bytes: &[u8]) -> String {
    let encoding = if bytes.starts_with(&[0xfe, 0xff]) {
        encoding_rs::UTF_16BE
    } else if bytes.starts_with(&[0xff, 0xfe]) {
        encoding_rs::UTF_16LE
    } else if std::str::from_utf8(bytes).is_ok() {
        encoding_rs::UTF_8
    } else {
        encoding_rs::WINDOWS_1252
    };
    encoding
        .decode(bytes)
        .0
        .chars()
        .map(|c| if c == '\r' { '\n' } else { c })
        .filter(|c| *c == '\n' || !c.is_control())
        .collect()
}
