//! Reads a text that is to be checked: a draft that is not among the documents.

use std::io::Read;
use std::path::Path;

use entente_corpus::{Body, PassageKind, ReadingText};
use entente_ingest::{Settings, Source, decode, read};

use crate::error::PackError;
use crate::files;
use crate::walk::MAX_FILE_BYTES;

/// Extensions of files that are read as plain text.
const PLAIN_TEXT_EXTENSIONS: &[&str] = &["txt", "text"];

/// Returns the text of the draft at `path`. Plain text is returned as it is. For any other document (Markdown, DOCX, PDF), the
/// text is what its reader extracts, with blank lines between paragraphs and ">" before block quotations. "-" is standard input.
///
/// # Errors
/// [`PackError`] if the file cannot be opened, or its format cannot be read.
pub fn read_draft(path: &Path) -> Result<String, PackError> {
    if path == Path::new("-") {
        let mut bytes = Vec::new();
        let io = |error| PackError::Io(path.to_owned(), error);
        std::io::stdin().lock().take(MAX_FILE_BYTES).read_to_end(&mut bytes).map_err(io)?;
        return Ok(decode(&bytes).text);
    }
    let bytes = files::read(path, MAX_FILE_BYTES)?;
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if PLAIN_TEXT_EXTENSIONS.contains(&ending.as_str()) {
        return Ok(decode(&bytes).text);
    }
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let read = read(&Source { file, bytes }, &Settings::default());
    let (_, body) =
        read.map_err(|unread| PackError::Draft(path.to_owned(), format!("{}. {}", unread.reason, unread.hint)))?;
    Ok(reading_text(&body))
}

/// The reading texts of all passages, one paragraph each.
fn reading_text(body: &Body) -> String {
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
