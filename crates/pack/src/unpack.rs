//! Writes the texts of a page as files.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entente_corpus::{Anomaly, Body, Corpus};
use entente_ingest::BOUNDED_READING;

use crate::error::PackError;
use crate::file_name;

/// The outcome for one document.
#[derive(Debug)]
pub struct Unpacked {
    /// Path below the folder, as the page names it.
    pub file: String,
    /// The path that was written, or the reason why none was.
    pub outcome: Result<PathBuf, String>,
    /// The path below the folder if it differs from `file`.
    pub renamed: Option<PathBuf>,
    /// Why what was written is only the first part of the document, if it is.
    pub cut: Option<String>,
}

/// Writes every document of `corpus` below `folder`: byte for byte as it was packed, or its text form with `.txt` after its
/// name if the page does not carry the file itself. Of a document that was read up to a bound it writes what was read. An existing file with other contents is not overwritten, no link inside the
/// folder is followed, and no hidden file is written.
///
/// # Errors
/// [`PackError::Io`] if `folder` cannot be created. Each document has an outcome of its own.
pub fn unpack(corpus: &Corpus, folder: &Path) -> Result<Vec<Unpacked>, PackError> {
    fs::create_dir_all(folder).map_err(|error| PackError::Io(folder.to_owned(), error))?;
    Ok(corpus
        .documents()
        .map(|(_, record, body)| {
            let is_text_form = record.text_form && body.original.is_none();
            let file = if is_text_form { format!("{}.txt", record.file) } else { record.file.clone() };
            match file_name::relative_path(&file) {
                Err(reason) => Unpacked { outcome: Err(reason.to_owned()), renamed: None, cut: None, file },
                Ok(path) => {
                    let renamed = if path == Path::new(&file) { None } else { Some(path.clone()) };
                    Unpacked {
                        outcome: write_document(folder, &path, body),
                        renamed,
                        cut: cut(body, record.bytes),
                        file,
                    }
                }
            }
        })
        .collect())
}

/// The note that the text of `body` ends at a bound, unless the page carries the file of `bytes` bytes itself. A note with a passage is
/// about names or facts: the text goes on.
fn cut(body: &Body, bytes: u32) -> Option<String> {
    let ends_text = |note: &&Anomaly| note.rule == BOUNDED_READING && note.passage.is_none();
    let is_whole = |base64: &String| base64.len() / 4 * 3 >= bytes as usize;
    let is_cut = body.original.as_ref().is_none_or(|original| !is_whole(original));
    body.anomalies.iter().find(ends_text).filter(|_| is_cut).map(|note| note.detail.clone())
}

/// The bytes of the file that `body` was read from, or of its text form if the page has no more. `None` if they are damaged.
#[must_use]
pub fn original_bytes(body: &Body) -> Option<Vec<u8>> {
    match &body.original {
        None => Some(body.text.clone().into_bytes()),
        Some(base64) => STANDARD.decode(base64).ok(),
    }
}

/// Writes `body` to `file` below `folder`.
fn write_document(folder: &Path, file: &Path, body: &Body) -> Result<PathBuf, String> {
    let bytes = original_bytes(body).ok_or("its bytes are damaged")?;
    let path = folder.join(file);
    create_folders(folder, file.parent().unwrap_or(Path::new("")))?;
    // Fails if anything with this name exists, also a link.
    match OpenOptions::new().write(true).create_new(true).open(&path) {
        Ok(mut new) => match new.write_all(&bytes) {
            Ok(()) => Ok(path),
            Err(error) => {
                // Half a document is worse than none.
                let _ = fs::remove_file(&path);
                Err(error.to_string())
            }
        },
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if has_bytes(&path, &bytes) {
                Ok(path)
            } else {
                Err("another file of this name is there".to_owned())
            }
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Creates the folders of the path `below`. What exists already has to be a folder, not a link to one.
fn create_folders(folder: &Path, below: &Path) -> Result<(), String> {
    let mut path = folder.to_owned();
    for part in below.components() {
        path.push(part);
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err("its path leads through something that is not a folder".to_owned()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir(&path).map_err(|error| error.to_string())?;
            }
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(())
}

/// True if `path` is a regular file with these bytes.
fn has_bytes(path: &Path, bytes: &[u8]) -> bool {
    let fits = |metadata: fs::Metadata| metadata.is_file() && metadata.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(fits) && fs::read(path).is_ok_and(|known| known == bytes)
}
