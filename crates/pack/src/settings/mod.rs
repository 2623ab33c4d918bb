//! Reads `entente.toml`, the settings of a folder.
//!
//! In: the folder, or the text of the file. Out: [`Settings`], or the line and the reason why it cannot be used. `docs/entente-toml.md`
//! documents every key.

mod check;
mod tables;
mod text;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use entente_ingest as ingest;

use crate::error::PackError;
use crate::exclude::Exclude;
use crate::files;
use crate::patterns::check_patterns;
use crate::walk::SETTINGS;

pub use check::add_redaction_rule;
use check::{check_language, check_names};
use tables::SettingsFile;
pub(crate) use text::Text;
use text::{decode_settings, reword_message};

/// The largest settings in bytes. Thousands of names take less.
pub const MAX_SETTINGS_BYTES: u64 = 16 * 1024 * 1024;

/// The settings of a folder.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Settings for reading.
    pub ingest: ingest::Settings,
    /// Files to leave out.
    pub exclude: Exclude,
    /// Remarks on the settings themselves.
    pub remarks: Vec<String>,
}

impl Settings {
    /// Says in one line how many names the settings change and how many patterns they have, because a folder may come with
    /// settings that nobody has looked at. `None` if they have neither.
    fn describe_changes(&self) -> Option<String> {
        let names = &self.ingest.names;
        let counts = [
            (names.excluded.len(), "not taken as names"),
            (names.renamed.len(), "renamed"),
            (names.merged.len(), "merged"),
            (names.split.len(), "split"),
        ];
        let changes: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let mut parts = Vec::new();
        if !changes.is_empty() {
            parts.push(format!("names {}", changes.join(", ")));
        }
        match self.ingest.patterns.len() {
            0 => {}
            1 => parts.push("1 pattern of its own".to_owned()),
            count => parts.push(format!("{count} patterns of its own")),
        }
        if parts.is_empty() { None } else { Some(format!("{SETTINGS}: {}", parts.join("; "))) }
    }
}

/// Reads the settings of `folder`. They are empty if there is no such file. A link is not followed, because the folder may come
/// from somebody else and the target of the link is not part of it.
///
/// # Errors
/// [`PackError::Settings`] with the line if it is not TOML or has an unknown key, or if it cannot be read,
/// [`PackError::NotRegular`] if it is a pipe, a device or a folder.
pub fn read(folder: &Path) -> Result<Settings, PackError> {
    let path = folder.join(SETTINGS);
    match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
        Err(error) => return Err(unreadable(path, &error)),
        Ok(metadata) if metadata.is_symlink() => {
            let remark = format!("{SETTINGS}: it is a symbolic link, and links are not followed; it is not used");
            return Ok(Settings { remarks: vec![remark], ..Settings::default() });
        }
        Ok(_) => {}
    }
    let bytes = match files::read(&path, MAX_SETTINGS_BYTES) {
        Err(PackError::TooLarge(path, limit)) => {
            return Err(PackError::Settings(path, 0, format!("it is larger than {} MB", limit / 1024 / 1024)));
        }
        Err(PackError::Io(path, error)) => return Err(unreadable(path, &error)),
        read => read?,
    };
    let settings = decode_settings(bytes).and_then(|text| parse(&text));
    let mut settings = settings.map_err(|(line, what)| PackError::Settings(path, line, what))?;
    settings.remarks.extend(settings.describe_changes());
    Ok(settings)
}

/// Settings that are there and cannot be read are bad settings: without them the page would be another one.
fn unreadable(path: PathBuf, error: &std::io::Error) -> PackError {
    PackError::Settings(path, 0, format!("it cannot be read: {error}"))
}

/// Parses the text of the settings.
///
/// # Errors
/// The line, counted from 1, and the reason why it cannot be used.
pub fn parse(text: &str) -> Result<Settings, (usize, String)> {
    let text = &Text { text, lines: entente_corpus::Lines::of(text) };
    let file: SettingsFile = toml::from_str(text.text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        (text.line(at), reword_message(text.text, at, error.message()))
    })?;
    let names = check_names(text, file.name, file.merge, file.split, file.rename)?;
    let redact = file.redact.map_or(Ok(ingest::Redaction::default()), |table| table.redaction(text))?;
    let mut files: Vec<ingest::Supplied> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for table in file.file {
        let at = text.line(table.path.span().start);
        let supplied = table.supplied(text)?;
        if !known.insert(supplied.file.clone()) {
            return Err((at, format!("`path` is {:?}, which has a [[file]] above", supplied.file)));
        }
        files.push(supplied);
    }
    let patterns = check_patterns(text, file.pattern)?;
    let language = file.language.map(|tag| check_language(text, tag)).transpose()?;
    let exclude = Exclude::new(file.exclude.iter().map(|pattern| pattern.get_ref().as_str()))
        .map_err(|(n, what)| (file.exclude.get(n).map_or(0, |pattern| text.line(pattern.span().start)), what))?;
    Ok(Settings {
        ingest: ingest::Settings {
            title: file.title,
            description: file.description,
            edition: file.edition,
            marking: file.marking,
            language,
            originals: false,
            redact,
            files,
            names,
            patterns,
            stops: ingest::Stops::default(),
        },
        exclude,
        remarks: Vec::new(),
    })
}

#[cfg(test)]
mod tests;
