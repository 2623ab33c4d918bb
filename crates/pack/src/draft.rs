//! A text that is to be checked: a draft, not a document of the file.

use std::io::Read;
use std::path::Path;

use entente_corpus::{Body, PassageKind, ReadingText};
use entente_ingest::{Settings, Source, decode, read};

use crate::error::PackError;
use crate::files;
use crate::walk::LARGEST_FILE;

/// Endings of files whose text is taken as it stands.
const PLAIN: &[&str] = &["txt", "text"];

/// The words of the draft at `path`: of a plain text as they stand, of any other document (Markdown, DOCX, PDF) as its reader
/// gives them, with blank lines between paragraphs and ">" before quotations that are set apart. "-" is standard input.
///
/// # Errors
/// [`PackError`] if the file cannot be opened or is of a kind that is not read.
pub fn read_draft(path: &Path) -> Result<String, PackError> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let io = |error| PackError::Io(path.to_owned(), error);
        std::io::stdin().lock().take(LARGEST_FILE).read_to_end(&mut bytes).map_err(io)?;
        return Ok(decode(&bytes).text);
    }
    let bytes = files::read(path, LARGEST_FILE)?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if PLAIN.contains(&ending.as_str()) {
        return Ok(decode(&bytes).text);
    }
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = read(&Source { file, bytes }, &Settings::default());
    let (_, body) =
        read.map_err(|unread| PackError::Draft(path.to_owned(), format!("{}. {}", unread.reason, unread.hint)))?;
    Ok(words(&body))
}

/// The reading texts of all passages.
fn words(body: &Body) -> String {
    let mut out = String::with_capacity(body.text.len());
    let mut before: Option<PassageKind> = None;
    for passage in &body.passages {
        let text = ReadingText::of(body, passage).text;
        if text.is_empty() || passage.kind == PassageKind::Furniture {
            continue;
        }
        let is_quote = passage.kind == PassageKind::Quote;
        if before.is_some() {
            // Paragraphs of one quotation stay together.
            out.push_str(if is_quote && before == Some(PassageKind::Quote) { "\n> " } else { "\n\n" });
        }
        if is_quote && before != Some(PassageKind::Quote) {
            out.push_str("> ");
        }
        out.push_str(&text);
        before = Some(passage.kind);
    }
    out
}
