//! Explains how a passage of a folder or page was read.

use entente_corpus::{Corpus, Lines};
use entente_ingest::explain_passage;

/// The reason why a place cannot be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyError {
    /// It does not have the form FILE:LINE.
    Form(String),
    /// No document has this file name.
    File(String),
    /// No passage of the document is on this line.
    Line(String, u32),
}

impl std::fmt::Display for WhyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(place) => write!(f, "{place}: not a place; write FILE:LINE, as `check` and `export` print it"),
            Self::File(file) => write!(f, "{file}: no document that was read has this name; `check` lists them"),
            Self::Line(file, line) => {
                write!(f, "{file}:{line}: no passage stands on this line; `export --table passages` lists them")
            }
        }
    }
}

impl std::error::Error for WhyError {}

/// Returns lines that say how the passages at `place` were read. `place` is "FILE:LINE"; lines are counted from 1 in the source
/// text.
///
/// # Errors
/// If `place` does not exist, or no passage is there.
pub fn explain_place(corpus: &Corpus, place: &str) -> Result<Vec<String>, WhyError> {
    let form = || WhyError::Form(place.to_owned());
    let (file, line) = place.rsplit_once(':').ok_or_else(form)?;
    let line: u32 = line.parse().ok().filter(|line| *line > 0).ok_or_else(form)?;
    let documents = &corpus.catalogue.documents;
    let at = documents
        .iter()
        .position(|record| record.is_some_and(|record| record.file == file))
        .ok_or_else(|| WhyError::File(file.to_owned()))?;
    let Some(body) = corpus.bodies.get(at) else { return Err(WhyError::File(file.to_owned())) };
    let lines = Lines::of(&body.text);
    let mut out = Vec::new();
    for (passage, number) in body.passages.iter().zip(0..) {
        let on_line = passage.pieces.iter().any(|piece| {
            let (start, end) = (piece.span.start, piece.span.end.saturating_sub(1).max(piece.span.start));
            (lines.line(start)..=lines.line(end)).contains(&line)
        });
        if on_line {
            out.push(format!("passage {} ({})", passage.anchor, passage.kind));
            out.extend(
                explain_passage(&corpus.catalogue, body, at, number).into_iter().map(|line| format!("  {line}")),
            );
        }
    }
    if out.is_empty() { Err(WhyError::Line(file.to_owned(), line)) } else { Ok(out) }
}
