//! The tables of the file as TOML has them, and what each becomes.

use entente_corpus::{DocumentKind, EntityKind};
use entente_ingest as ingest;
use serde::Deserialize;
use toml::Spanned;

use super::Text;
use super::check::{MAX_NAME_BYTES, add_redaction_rule, check_language};
use crate::patterns::PatternTable;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettingsFile {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) marking: Option<String>,
    pub(super) language: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) exclude: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) file: Vec<FileTable>,
    #[serde(default)]
    pub(super) name: Vec<NameTable>,
    #[serde(default)]
    pub(super) merge: Vec<MergeTable>,
    #[serde(default)]
    pub(super) split: Vec<SplitTable>,
    #[serde(default)]
    pub(super) rename: Vec<RenameTable>,
    #[serde(default)]
    pub(super) pattern: Vec<PatternTable>,
    pub(super) redact: Option<RedactTable>,
}

/// A date in quotation marks, or a day as TOML has it: `date = 2020-12-01`.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum WrittenDate {
    Words(String),
    Day(toml::value::Datetime),
}

impl WrittenDate {
    /// The date in one of the forms of this program. Of a time of day only the day counts.
    fn words(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Day(day) => day.date.map_or_else(|| day.to_string(), |date| date.to_string()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileTable {
    pub(super) path: Spanned<String>,
    pub(super) title: Option<String>,
    pub(super) date: Option<Spanned<WrittenDate>>,
    pub(super) publisher: Option<String>,
    pub(super) kind: Option<Spanned<String>>,
    pub(super) url: Option<String>,
    pub(super) licence: Option<String>,
    pub(super) language: Option<Spanned<String>>,
    pub(super) marking: Option<String>,
}

impl FileTable {
    pub(super) fn supplied(self, text: &Text) -> Result<ingest::Supplied, (usize, String)> {
        let date = self.date.map(|date| {
            let read = date.get_ref().words().parse::<ingest::PartialDate>();
            read.map_err(|error| (text.line(date.span().start), format!("`date`: {error}")))
        });
        let kind = self.kind.map(|kind| {
            DocumentKind::from_word(kind.get_ref()).ok_or_else(|| {
                let known: Vec<&str> = DocumentKind::ALL.iter().map(|kind| kind.as_str()).collect();
                let what = format!("`kind` is {:?}; expected one of {}", kind.get_ref(), known.join(", "));
                (text.line(kind.span().start), what)
            })
        });
        Ok(ingest::Supplied {
            file: self.path.into_inner(),
            title: self.title,
            date: date.transpose()?,
            publisher: self.publisher,
            kind: kind.transpose()?,
            url: self.url,
            licence: self.licence,
            language: self.language.map(|tag| check_language(text, tag)).transpose()?,
            marking: self.marking,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameTable {
    pub(super) kind: Spanned<String>,
    pub(super) name: Spanned<String>,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) code: Option<String>,
    pub(super) within: Option<String>,
    /// The words are not a name, and are left out of the lists.
    #[serde(default)]
    pub(super) exclude: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MergeTable {
    pub(super) names: Spanned<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SplitTable {
    pub(super) name: String,
    pub(super) document: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RenameTable {
    pub(super) from: String,
    pub(super) to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RedactTable {
    #[serde(default)]
    pub(super) rules: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) kinds: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) names: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) patterns: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) columns: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) fields: Vec<Spanned<String>>,
}

impl RedactTable {
    pub(super) fn redaction(self, text: &Text) -> Result<ingest::Redaction, (usize, String)> {
        // A message names the line and the list, never the word: it may be read by others than the settings.
        let list = |name: &str, values: Vec<Spanned<String>>, check: fn(&str) -> Result<(), String>| {
            let value = |value: Spanned<String>| {
                let line = text.line(value.span().start);
                let bytes = value.get_ref().len();
                if bytes > MAX_NAME_BYTES {
                    return Err((
                        line,
                        format!("`{name}` has an entry of {bytes} bytes; {MAX_NAME_BYTES} are allowed"),
                    ));
                }
                match check(value.get_ref()) {
                    Ok(()) => Ok(value.into_inner()),
                    Err(what) => Err((line, format!("`{name}` has an entry that masks nothing safely: {what}"))),
                }
            };
            values.into_iter().map(value).collect::<Result<Vec<String>, _>>()
        };
        let mut redaction = ingest::Redaction {
            names: list("names", self.names, ingest::Redaction::check_name)?,
            patterns: list("patterns", self.patterns, ingest::Redaction::check_pattern)?,
            columns: list("columns", self.columns, ingest::Redaction::check_label)?,
            fields: list("fields", self.fields, ingest::Redaction::check_label)?,
            ..ingest::Redaction::default()
        };
        for rule in &self.rules {
            add_redaction_rule(rule.get_ref(), &mut redaction).map_err(|what| (text.line(rule.span().start), what))?;
        }
        for kind in &self.kinds {
            let known = EntityKind::from_word(kind.get_ref()).ok_or_else(|| {
                let kinds: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
                let what = format!("no kind of name is called `{}`; there are {}", kind.get_ref(), kinds.join(", "));
                (text.line(kind.span().start), what)
            })?;
            redaction.kinds.push(known);
        }
        Ok(redaction)
    }
}
