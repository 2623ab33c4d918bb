//! The texts of a page as files again.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entente_corpus::{Body, Corpus};

use crate::error::PackError;
use crate::file_name;

/// What became of one document.
#[derive(Debug)]
pub struct Unpacked {
    /// Path below the folder, as the page names it.
    pub file: String,
    /// Where it was written, or why it was not.
    pub outcome: Result<PathBuf, String>,
    /// Path below the folder under which it was written, where that is another one than `file`.
    pub renamed: Option<PathBuf>,
}

/// Writes every document of `corpus` below `folder`: byte for byte as it was packed, or its text form with `.txt`
/// after its name where the page does not carry the file itself. A file that is there
/// with other contents is not overwritten, no link inside the folder is followed, and nothing hidden is written.
///
/// # Errors
/// [`PackError::Io`] where `folder` cannot be made; single documents have their own outcome.
pub fn unpack(corpus: &Corpus, folder: &Path) -> Result<Vec<Unpacked>, PackError> {
    fs::create_dir_all(folder).map_err(|error| PackError::Io(folder.to_owned(), error))?;
    let documents = corpus.catalogue.documents.iter().zip(&corpus.bodies);
    Ok(documents
        .map(|(record, body)| {
            let form = record.text_form && body.original.is_none();
            let file = if form { format!("{}.txt", record.file) } else { record.file.clone() };
            match file_name::below(&file) {
                Err(reason) => Unpacked { outcome: Err(reason.to_owned()), renamed: None, file },
                Ok(path) => {
                    let renamed = (path != Path::new(&file)).then(|| path.clone());
                    Unpacked { outcome: write(folder, &path, body), renamed, file }
                }
            }
        })
        .collect())
}

/// The bytes of the file that `body` was read from, or of its text form where that is all there is.
#[must_use]
pub fn original(body: &Body) -> Option<Vec<u8>> {
    match &body.original {
        None => Some(body.text.clone().into_bytes()),
        Some(base64) => STANDARD.decode(base64).ok(),
    }
}

/// Writes `body` to `file` below `folder`.
fn write(folder: &Path, file: &Path, body: &Body) -> Result<PathBuf, String> {
    let bytes = original(body).ok_or("its bytes are damaged")?;
    let path = folder.join(file);
    make_folders(folder, file.parent().unwrap_or(Path::new("")))?;
    // Fails where anything of the name is there, a link included.
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
            if is_same(&path, &bytes) {
                Ok(path)
            } else {
                Err("another file of this name is there".to_owned())
            }
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Makes the folders of `below`, one inside the other. What is there already has to be a folder, not a link to one.
fn make_folders(folder: &Path, below: &Path) -> Result<(), String> {
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

/// True if a regular file with these bytes is at `path`.
fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let fits = |metadata: fs::Metadata| metadata.is_file() && metadata.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(fits) && fs::read(path).is_ok_and(|known| known == bytes)
}
