//! The files of a folder, in one order on every machine.

use std::fs;
use std::path::Path;

use entente_corpus::Unread;
use entente_ingest::Source;

use crate::error::PackError;

/// Name of the file with a folder's settings.
pub const SETTINGS: &str = "entente.toml";
/// Files larger than this are named and not read: positions in a text are 32 bits wide, and a page
/// of this size opens nowhere.
pub const LARGEST_FILE: u64 = 512 * 1024 * 1024;

/// What a folder holds.
#[derive(Debug, Default)]
pub struct Found {
    /// Files to read, in the order of their paths' bytes.
    pub sources: Vec<Source>,
    /// Files that could not be opened.
    pub unread: Vec<Unread>,
}

/// Reads every file below `folder`. Hidden files, `entente.toml`, pages made by Entente and what `exclude`
/// matches are left out; symbolic links are not followed.
///
/// # Errors
/// [`PackError::Missing`] where there is no such folder, [`PackError::Io`] where it cannot be listed.
pub fn walk(folder: &Path, exclude: &[String]) -> Result<Found, PackError> {
    if !folder.is_dir() {
        return Err(PackError::Missing(folder.to_owned()));
    }
    let mut found = Found::default();
    let listing = fs::read_dir(folder).map_err(|error| PackError::Io(folder.to_owned(), error))?;
    list(listing, "", exclude, &mut found);
    found.sources.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    found.unread.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    Ok(found)
}

fn list(listing: fs::ReadDir, prefix: &str, exclude: &[String], found: &mut Found) {
    for entry in listing {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.unread.push(unread(prefix, &error));
                continue;
            }
        };
        let name = entry.file_name().to_string_lossy().into_owned();
        let file = format!("{prefix}{name}");
        if name.starts_with('.') || file == SETTINGS || exclude.iter().any(|pattern| matches(pattern, &file)) {
            continue;
        }
        // `DirEntry` gives the link itself, not what it leads to.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => match fs::read_dir(entry.path()) {
                Ok(below) => list(below, &format!("{file}/"), exclude, found),
                Err(error) => found.unread.push(unread(&file, &error)),
            },
            Ok(kind) if kind.is_file() => read(&entry.path(), file, found),
            Ok(kind) => found.unread.push(special(file, kind.is_symlink())),
            Err(error) => found.unread.push(unread(&file, &error)),
        }
    }
}

/// A link, which is not followed, or what has no end to read to.
fn special(file: String, link: bool) -> Unread {
    let (reason, hint) = if link {
        ("it is a symbolic link, and links are not followed", "Put the document itself into the folder.")
    } else {
        ("it is a pipe, a socket or a device", "Leave it out.")
    };
    Unread { file, reason: reason.to_owned(), hint: hint.to_owned() }
}

fn read(path: &Path, file: String, found: &mut Found) {
    match fs::metadata(path) {
        Ok(metadata) if metadata.len() > LARGEST_FILE => found.unread.push(Unread {
            file,
            reason: format!("it is larger than {} MB", LARGEST_FILE / 1024 / 1024),
            hint: "Split it, or leave it out with exclude in entente.toml.".to_owned(),
        }),
        Ok(_) => match fs::read(path) {
            Ok(bytes) if is_page(&bytes) => {}
            Ok(bytes) => found.sources.push(Source { file, bytes }),
            Err(error) => found.unread.push(unread(&file, &error)),
        },
        Err(error) => found.unread.push(unread(&file, &error)),
    }
}

fn is_page(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(entente_page::is_page)
}

fn unread(file: &str, error: &std::io::Error) -> Unread {
    // The system's own words carry a number that differs between systems.
    let reason = match error.kind() {
        std::io::ErrorKind::PermissionDenied => "permission to read it is denied".to_owned(),
        std::io::ErrorKind::NotFound => "it went away while it was read".to_owned(),
        kind => format!("it cannot be opened ({kind})"),
    };
    Unread { file: file.to_owned(), reason, hint: "Make the file readable and pack again.".to_owned() }
}

/// True when `file` matches `pattern`: `*` stands for any characters but `/`, `**` for any, `?` for one.
/// A pattern that names a folder matches everything below it.
#[must_use]
pub fn matches(pattern: &str, file: &str) -> bool {
    let pattern: Vec<char> = pattern.trim_end_matches('/').chars().collect();
    let file: Vec<char> = file.chars().collect();
    matches_from(&pattern, &file)
}

fn matches_from(pattern: &[char], file: &[char]) -> bool {
    match pattern {
        [] => file.is_empty() || file[0] == '/',
        ['*', '*', rest @ ..] => {
            let rest = rest.strip_prefix(&['/']).unwrap_or(rest);
            (0..=file.len()).any(|n| matches_from(rest, &file[n..]))
        }
        ['*', rest @ ..] => {
            let end = file.iter().position(|c| *c == '/').unwrap_or(file.len());
            (0..=end).any(|n| matches_from(rest, &file[n..]))
        }
        ['?', rest @ ..] => file.first().is_some_and(|c| *c != '/') && matches_from(rest, &file[1..]),
        [c, rest @ ..] => file.first() == Some(c) && matches_from(rest, &file[1..]),
    }
}

#[cfg(test)]
mod tests {
    use super::{matches, unread};

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
    fn exclusions_read_as_people_write_them() {
        for (pattern, file, expected) in [
            ("drafts/*", "drafts/a.txt", true),
            ("drafts/*", "drafts/old/a.txt", true),
            ("drafts", "drafts/a.txt", true),
            ("drafts/", "drafts/a.txt", true),
            ("drafts", "drafts2/a.txt", false),
            ("*.bak", "a.bak", true),
            ("*.bak", "x/a.bak", false),
            ("**/*.bak", "x/y/a.bak", true),
            ("**/*.bak", "a.bak", true),
            ("a?.txt", "a1.txt", true),
            ("a?.txt", "a/.txt", false),
        ] {
            assert_eq!(matches(pattern, file), expected, "{pattern} on {file}");
        }
    }
}
