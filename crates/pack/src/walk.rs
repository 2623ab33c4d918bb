//! Lists the files of a folder, in the same order on every machine.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use entente_corpus::Unread;
use entente_ingest::Source;

use crate::error::PackError;
use crate::exclude::Exclude;
use crate::files;

/// Name of the file with a folder's settings.
pub const SETTINGS: &str = "entente.toml";
/// Files larger than this are named and not read: positions in a text are 32 bits wide, and a page
/// of this size opens nowhere.
pub const MAX_FILE_BYTES: u64 = 512 * 1024 * 1024;

/// The contents of a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// Files to read, in the order of their paths' bytes.
    pub files: Vec<FoundFile>,
    /// Files that could not be opened.
    pub unread: Vec<Unread>,
    /// Number of files and folders that the settings leave out.
    pub left_out: usize,
    /// Settings in folders below, which are neither used nor read as documents.
    pub other_settings: Vec<String>,
}

/// A file to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Path below the folder, with `/` between names; no two files have the same.
    pub file: String,
    /// Its path on the disk.
    pub path: PathBuf,
    /// Its size in bytes when the folder was listed.
    pub bytes: u64,
}

/// The outcome of reading a file.
#[derive(Debug)]
pub enum Outcome {
    /// A document.
    Document(Source),
    /// A page made by Entente, which is not a document.
    Page,
    /// It cannot be read.
    Unread(Unread),
}

/// Lists every file below `folder`. Hidden files, `entente.toml` and everything that `exclude` matches are left out. Symbolic
/// links are not followed. No file is opened.
///
/// # Errors
/// [`PackError::Missing`] if there is no such folder, [`PackError::Io`] if it cannot be listed.
pub fn walk(folder: &Path, exclude: &Exclude) -> Result<Listing, PackError> {
    if !folder.is_dir() {
        return Err(PackError::Missing(folder.to_owned()));
    }
    let mut found = Listing::default();
    let entries = fs::read_dir(folder).map_err(|error| PackError::Io(folder.to_owned(), error))?;
    let mut folders = list_folder(entries, "", exclude, &mut found);
    while let Some((path, prefix)) = folders.pop() {
        match fs::read_dir(&path) {
            Ok(entries) => folders.extend(list_folder(entries, &prefix, exclude, &mut found)),
            Err(error) => found.unread.push(unread(prefix.trim_end_matches('/'), &error)),
        }
    }
    found.files.sort_by(|a, b| (a.file.as_bytes(), &a.path).cmp(&(b.file.as_bytes(), &b.path)));
    make_names_unique(&mut found.files);
    found.files.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    found.unread.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    found.other_settings.sort();
    Ok(found)
}

/// Adds the files of one folder to `found`. Returns the folders in it, each with the prefix of the paths below it.
fn list_folder(entries: fs::ReadDir, prefix: &str, exclude: &Exclude, found: &mut Listing) -> Vec<(PathBuf, String)> {
    let mut folders = Vec::new();
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.unread.push(unread(prefix, &error));
                continue;
            }
        };
        let name = entry.file_name();
        let file = format!("{prefix}{}", name.to_string_lossy());
        if is_hidden(&name) || file == SETTINGS {
            continue;
        }
        if exclude.matches(&file) {
            found.left_out += 1;
            continue;
        }
        // `DirEntry` gives the link itself, not what it leads to.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push((entry.path(), format!("{file}/"))),
            Ok(kind) if kind.is_file() && name == SETTINGS => found.other_settings.push(file),
            Ok(kind) if kind.is_file() => {
                let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
                found.files.push(FoundFile { file, path: entry.path(), bytes });
            }
            Ok(kind) => found.unread.push(not_a_regular_file(file, kind.is_symlink())),
            Err(error) => found.unread.push(unread(&file, &error)),
        }
    }
    folders
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Makes names unique. Names that are not Unicode may look the same although their bytes differ; each after the first gets a
/// number. Equal names are next to each other in `files`.
fn make_names_unique(files: &mut [FoundFile]) {
    let mut taken: BTreeSet<String> = files.iter().map(|found| found.file.clone()).collect();
    let (mut name, mut number) = (String::new(), 1);
    for found in files {
        if found.file != name {
            name.clone_from(&found.file);
            number = 1;
            continue;
        }
        loop {
            number += 1;
            let other = numbered(&name, number);
            if taken.insert(other.clone()) {
                found.file = other;
                break;
            }
        }
    }
}

/// `file` with a number after its name, before its extension.
fn numbered(file: &str, number: usize) -> String {
    let name = file.rfind('/').map_or(0, |at| at + 1);
    let end = file[name..].rfind('.').filter(|at| *at > 0).map_or(file.len(), |at| name + at);
    format!("{} ({number}){}", &file[..end], &file[end..])
}

/// The reason why a symbolic link, a pipe, a socket or a device is not read.
fn not_a_regular_file(file: String, link: bool) -> Unread {
    let (reason, hint) = if link {
        ("it is a symbolic link, and links are not followed", "Put the document itself into the folder.")
    } else {
        ("it is a pipe, a socket or a device", "Leave it out.")
    };
    Unread { file, reason: reason.to_owned(), hint: hint.to_owned() }
}

impl FoundFile {
    /// Reads the file, unless its first and last bytes show that it is not a document.
    #[must_use]
    pub fn read(&self) -> Outcome {
        let outcome = self.read_document();
        outcome.unwrap_or_else(|error| {
            Outcome::Unread(match error {
                PackError::Io(_, error) => unread(&self.file, &error),
                PackError::Missing(_) => unread(&self.file, &std::io::Error::from(std::io::ErrorKind::NotFound)),
                PackError::TooLarge(..) => Unread {
                    file: self.file.clone(),
                    reason: format!("it is larger than {} MB", MAX_FILE_BYTES / 1024 / 1024),
                    hint: "Split it, or leave it out with exclude in entente.toml.".to_owned(),
                },
                PackError::NotRegular(_)
                | PackError::NotASource(_)
                | PackError::Settings(..)
                | PackError::Rule(_)
                | PackError::OriginalsRedacted
                | PackError::Leak(_)
                | PackError::Place(_)
                | PackError::Draft(..)
                | PackError::Page(..)
                | PackError::Corpus(..) => not_a_regular_file(self.file.clone(), false),
            })
        })
    }

    fn read_document(&self) -> Result<Outcome, PackError> {
        let (head, tail, size) = files::read_edges(&self.path, entente_page::slot::START_BYTES)?;
        if entente_page::begins_page(&head) {
            return Ok(Outcome::Page);
        }
        if let Some(unread) = entente_ingest::refused(&self.file, &head, &tail, size) {
            return Ok(Outcome::Unread(unread));
        }
        if size > MAX_FILE_BYTES {
            return Err(PackError::TooLarge(self.path.clone(), MAX_FILE_BYTES));
        }
        let bytes = files::read(&self.path, MAX_FILE_BYTES)?;
        Ok(Outcome::Document(Source { file: self.file.clone(), bytes }))
    }
}

fn unread(file: &str, error: &std::io::Error) -> Unread {
    // The system's message contains a number that differs between systems.
    let reason = match error.kind() {
        std::io::ErrorKind::PermissionDenied => "permission to read it is denied".to_owned(),
        std::io::ErrorKind::NotFound => "it went away while it was read".to_owned(),
        kind => format!("it cannot be opened ({kind})"),
    };
    Unread { file: file.to_owned(), reason, hint: "Make the file readable and pack again.".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{FoundFile, make_names_unique, unread};

    #[test]
    fn what_the_system_refuses_is_named_in_the_same_words_everywhere() {
        for (kind, reason) in [
            (std::io::ErrorKind::PermissionDenied, "permission to read it is denied"),
            (std::io::ErrorKind::NotFound, "it went away while it was read"),
        ] {
            let error = std::io::Error::from(kind);
            assert_eq!(unread("a", &error).reason, reason);
        }
    }

    #[test]
    fn names_that_read_the_same_are_told_apart() {
        let mut files: Vec<FoundFile> = ["a.txt", "a.txt", "a.txt", "b/.c", "b/.c", "d", "d", "d (2)"]
            .iter()
            .map(|file| FoundFile { file: (*file).to_owned(), path: "x".into(), bytes: 0 })
            .collect();
        make_names_unique(&mut files);
        let names: Vec<&str> = files.iter().map(|found| found.file.as_str()).collect();
        assert_eq!(names, ["a.txt", "a (2).txt", "a (3).txt", "b/.c", "b/.c (2)", "d", "d (3)", "d (2)"]);
    }
}
