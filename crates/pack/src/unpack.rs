//! The texts of a page as files again.

use std::fs;
use std::path::{Component, Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entente_corpus::{Body, Corpus};

use crate::error::PackError;

/// What became of one document.
#[derive(Debug)]
pub struct Unpacked {
    /// Path below the folder, as the page names it.
    pub file: String,
    /// Where it was written, or why it was not.
    pub outcome: Result<PathBuf, String>,
}

/// Writes every document of `corpus` below `folder`: byte for byte as it was packed, or its text form with `.txt`
/// behind its name where the page does not carry the file itself. A file that is there
/// with other contents is not overwritten.
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
            Unpacked { outcome: write(folder, &file, body), file }
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

fn write(folder: &Path, file: &str, body: &Body) -> Result<PathBuf, String> {
    let path = folder.join(inside(file).ok_or("its path leads out of the folder")?);
    let bytes = original(body).ok_or("its bytes are damaged")?;
    if let Ok(there) = fs::symlink_metadata(&path) {
        let same = there.is_file() && fs::read(&path).is_ok_and(|known| known == bytes);
        return if same { Ok(path) } else { Err("another file of this name is there".to_owned()) };
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| error.to_string())?;
        // A link inside the folder must not lead the text out of it.
        let real = |path: &Path| fs::canonicalize(path).map_err(|error| error.to_string());
        if !real(parent)?.starts_with(real(folder)?) {
            return Err("its path leads out of the folder".to_owned());
        }
    }
    fs::write(&path, bytes).map_err(|error| error.to_string())?;
    Ok(path)
}

/// `file` as a path that stays below where it is joined: a page is other people's data.
fn inside(file: &str) -> Option<PathBuf> {
    let path = Path::new(file);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let unixy = !file.contains(['\\', ':', '\0']) && !file.is_empty();
    (plain && unixy).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for wrong in ["", "../a", "/etc/passwd", "a/../../b", "C:\\a", "a\\..\\b", "./"] {
            assert_eq!(inside(wrong), None, "{wrong}");
        }
        assert!(inside("sub/한국.txt").is_some());
    }
}
