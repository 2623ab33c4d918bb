//! Reads `entente.toml`, the settings of a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use entente_text::saturating_u32;

use entente_corpus::{DocumentKind, EntityKind, Lines};
use entente_ingest as ingest;
use serde::Deserialize;
use toml::Spanned;

use crate::error::PackError;
use crate::exclude::Exclude;
use crate::files;
use crate::patterns::{PatternTable, check_patterns};
use crate::walk::SETTINGS;

/// The largest settings in bytes. Thousands of names take less.
pub const MAX_SETTINGS_BYTES: u64 = 16 * 1024 * 1024;

/// The longest name in bytes. Its words are compared at each place where its first word stands.
const MAX_NAME_BYTES: usize = 1_000;

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

/// Reads the settings of `folder`. They are empty if there is no such file. A link is not followed, because the folder may come
/// from somebody else and the target of the link is not part of it.
///
/// # Errors
/// [`PackError::Settings`] with the line if it is not TOML or has an unknown key, or if it cannot be read, [`PackError::NotRegular`] if it is a pipe, a
/// device or a folder.
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

/// Decodes the settings: UTF-8, or UTF-16 with a byte order mark, as some editors save it.
fn decode_settings(bytes: Vec<u8>) -> Result<String, (usize, String)> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks(2).map(|pair| pair.try_into().map_or(0xd800, unit)).collect();
        let what = "it begins as UTF-16 and is not; save it as UTF-8".to_owned();
        String::from_utf16(&units).map_err(|_| (0, what))
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).to_vec();
            String::from_utf8(bytes).map_err(|error| {
                let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n');
                (line.count() + 1, "it is not UTF-8; save it as UTF-8".to_owned())
            })
        }
    }
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

/// The text of the settings with the offsets of its lines.
pub(crate) struct Text<'a> {
    text: &'a str,
    lines: Lines,
}

impl Text<'_> {
    /// The line of the byte offset `at`, counted from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        // The file is far smaller than 4 GB.
        self.lines.line(saturating_u32(at.min(self.text.len()))) as usize
    }
}

/// Parses the text of the settings.
///
/// # Errors
/// The line, counted from 1, and the reason why it cannot be used.
pub fn parse(text: &str) -> Result<Settings, (usize, String)> {
    let text = &Text { text, lines: Lines::of(text) };
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

/// Checks the settings for names as far as possible without the documents.
fn check_names(
    text: &Text,
    added: Vec<NameTable>,
    merged: Vec<MergeTable>,
    split: Vec<SplitTable>,
    renamed: Vec<RenameTable>,
) -> Result<ingest::Names, (usize, String)> {
    let mut names = ingest::Names::default();
    for table in added {
        let at = text.line(table.kind.span().start);
        let Some(kind) = EntityKind::from_word(table.kind.get_ref()) else {
            let known: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            return Err((at, format!("`kind` is {:?}; expected one of {}", table.kind.get_ref(), known.join(", "))));
        };
        let (name, name_at) = (table.name.get_ref().trim().to_owned(), text.line(table.name.span().start));
        if name.is_empty() {
            return Err((name_at, "`name` is empty".to_owned()));
        }
        if let Some(long) = table.aliases.iter().chain([&name]).find(|name| name.len() > MAX_NAME_BYTES) {
            let bytes = long.len();
            return Err((name_at, format!("a name or alias has {bytes} bytes; {MAX_NAME_BYTES} are allowed")));
        }
        if table.exclude {
            names.excluded.push(name);
            continue;
        }
        if let Some(code) = table.code.as_ref().filter(|code| !ingest::is_country_code(code)) {
            return Err((name_at, format!("`code` is {code:?}; expected two letters of ISO 3166-1, such as \"KE\"")));
        }
        if table.code.is_some() && kind != EntityKind::Country {
            return Err((at, format!("`code` is given for a name of kind {kind}; only countries have one")));
        }
        names.added.push(ingest::AddedName {
            kind,
            name,
            aliases: table.aliases,
            code: table.code,
            within: table.within,
        });
    }
    for table in merged {
        if table.names.get_ref().len() < 2 {
            return Err((text.line(table.names.span().start), "`names` needs two names or more to merge".to_owned()));
        }
        names.merged.push(table.names.into_inner());
    }
    names.split = split.into_iter().map(|table| (table.name, table.document)).collect();
    names.renamed = renamed.into_iter().map(|table| (table.from, table.to)).collect();
    Ok(names)
}

/// Adds a redaction rule.
///
/// # Errors
/// A sentence if there is no such rule.
pub fn add_redaction_rule(rule: &str, redaction: &mut ingest::Redaction) -> Result<(), String> {
    if rule != "personal-data" {
        return Err(format!("no rule of redaction is called `{rule}`; there is `personal-data`"));
    }
    redaction.personal_data = true;
    Ok(())
}

/// Checks that `tag` has the form of a language tag.
fn check_language(text: &Text, tag: Spanned<String>) -> Result<String, (usize, String)> {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.get_ref().split('-').next().unwrap_or("");
    let fits = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !fits || !tag.get_ref().split('-').all(part) {
        let what = format!("`language` is {:?}; write a tag such as en, ko or fr-CA", tag.get_ref());
        return Err((text.line(tag.span().start), what));
    }
    Ok(tag.into_inner())
}

/// Rewords the message of the TOML parser for the byte offset `at`, and adds the key.
fn reword_message(text: &str, at: usize, message: &str) -> String {
    let said = message.replace("unknown field", "unknown key").replace("missing field", "missing key");
    let said = said.trim().replace('\n', "; ");
    let from = text[..at.min(text.len())].rfind('\n').map_or(0, |end| end + 1);
    let key = text[from..].split('=').next().map(str::trim).unwrap_or_default();
    let named = said.contains('`') && !said.starts_with("invalid type");
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if named || !is_key { said } else { format!("`{key}`: {said}") }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SettingsFile {
    title: Option<String>,
    description: Option<String>,
    edition: Option<String>,
    marking: Option<String>,
    language: Option<Spanned<String>>,
    #[serde(default)]
    exclude: Vec<Spanned<String>>,
    #[serde(default)]
    file: Vec<FileTable>,
    #[serde(default)]
    name: Vec<NameTable>,
    #[serde(default)]
    merge: Vec<MergeTable>,
    #[serde(default)]
    split: Vec<SplitTable>,
    #[serde(default)]
    rename: Vec<RenameTable>,
    #[serde(default)]
    pattern: Vec<PatternTable>,
    redact: Option<RedactTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTable {
    path: Spanned<String>,
    title: Option<String>,
    date: Option<Spanned<String>>,
    publisher: Option<String>,
    kind: Option<Spanned<String>>,
    url: Option<String>,
    licence: Option<String>,
    language: Option<Spanned<String>>,
    marking: Option<String>,
}

impl FileTable {
    fn supplied(self, text: &Text) -> Result<ingest::Supplied, (usize, String)> {
        let date = self.date.map(|date| {
            let read = date.get_ref().parse::<ingest::PartialDate>();
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
struct NameTable {
    kind: Spanned<String>,
    name: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    code: Option<String>,
    within: Option<String>,
    /// The words are not a name, and are left out of the lists.
    #[serde(default)]
    exclude: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MergeTable {
    names: Spanned<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitTable {
    name: String,
    document: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RenameTable {
    from: String,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RedactTable {
    #[serde(default)]
    rules: Vec<Spanned<String>>,
    #[serde(default)]
    kinds: Vec<Spanned<String>>,
    #[serde(default)]
    names: Vec<Spanned<String>>,
    #[serde(default)]
    patterns: Vec<Spanned<String>>,
    #[serde(default)]
    columns: Vec<Spanned<String>>,
    #[serde(default)]
    fields: Vec<Spanned<String>>,
}

impl RedactTable {
    fn redaction(self, text: &Text) -> Result<ingest::Redaction, (usize, String)> {
        // A message names the line and the list, never the word: it may be read by others than the settings.
        let list = |name: &str, values: Vec<Spanned<String>>, check: fn(&str) -> Result<(), String>| {
            let value = |value: Spanned<String>| match check(value.get_ref()) {
                Ok(()) => Ok(value.into_inner()),
                Err(what) => Err((
                    text.line(value.span().start),
                    format!("`{name}` has an entry that masks nothing safely: {what}"),
                )),
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

#[cfg(test)]
mod tests {
    use entente_corpus::DocumentKind;

    use super::{parse, unreadable};
    use crate::PackError;

    #[test]
    fn settings_that_cannot_be_read_are_bad_settings() {
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        let error = unreadable("a/entente.toml".into(), &denied);
        assert!(matches!(error, PackError::Settings(_, 0, _)), "{error}");
        assert_eq!(error.to_string(), "a/entente.toml: it cannot be read: permission denied");
    }

    #[test]
    fn a_name_of_many_words_is_refused_with_its_line() {
        let name = |name: &str| parse(&format!("title = \"A\"\n[[name]]\nkind = \"agency\"\nname = \"{name}\"\n"));
        assert!(name(&"of ".repeat(300)).is_ok());
        let (line, what) = name(&"of ".repeat(400)).expect_err("too long");
        assert!(line == 4 && what.contains("1000 are allowed"), "{line} {what}");
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let (line, what) = parse("title = \"A\"\n\ntilte = \"B\"\n").expect_err("unknown");
        assert_eq!(line, 3);
        assert!(what.starts_with("unknown key `tilte`"), "{what}");
        assert_eq!(parse("[[file]]\npath = \"a\"\nauthor = \"b\"").expect_err("unknown").0, 3);
        assert_eq!(parse("title = ").expect_err("no value").0, 1);
    }

    /// The example in the documentation has every key, and is read.
    #[test]
    fn the_documented_example_is_whole() {
        let page = include_str!("../../../docs/entente-toml.md");
        let example = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
        let settings = parse(example).expect("it is read");
        let ingest = settings.ingest;
        assert!(ingest.title.is_some() && ingest.description.is_some() && ingest.edition.is_some());
        assert!(ingest.marking.is_some() && ingest.language.is_some() && settings.exclude.matches("drafts/a"));
        let file = &ingest.files[0];
        assert!(file.title.is_some() && file.date.is_some() && file.publisher.is_some() && file.kind.is_some());
        assert!(file.url.is_some() && file.licence.is_some() && file.language.is_some() && file.marking.is_some());
        let names = &ingest.names;
        assert!(
            names.added.len() == 2 && names.merged.len() == 1 && names.split.len() == 1 && names.renamed.len() == 1
        );
        assert_eq!(names.excluded, ["Harbour Day"]);
        assert_eq!(
            ingest.patterns.iter().map(|pattern| pattern.id.as_str()).collect::<Vec<_>>(),
            ["breakfast", "levy"]
        );
        let redact = &ingest.redact;
        assert!(redact.personal_data && redact.kinds.len() == 1 && redact.names.len() == 1);
        assert!(redact.patterns.len() == 1 && redact.columns.len() == 1 && redact.fields.len() == 1);
        for kind in DocumentKind::ALL {
            assert!(page.contains(kind.as_str()), "{kind}");
        }
    }

    #[test]
    fn a_value_that_cannot_be_used_is_named_with_its_line() {
        for (text, line, begins) in [
            ("language = \"English\"", 1, "`language` is \"English\""),
            ("[[file]]\npath = \"a\"\n\ndate = \"3 May 2016\"", 4, "`date`: \"3 May 2016\" is not a date; write it as"),
            ("[[file]]\npath = \"a\"\ndate = \"2016-02-30\"", 3, "`date`: \"2016-02-30\""),
            ("[[file]]\npath = \"a\"\nkind = \"memo\"", 3, "`kind` is \"memo\"; expected one of press-release"),
            ("[[file]]\npath = \"a\"\n[[file]]\npath = \"a\"", 4, "`path` is \"a\""),
            ("[[file]]\ntitle = \"T\"", 1, "missing key `path`"),
            ("title = 5", 1, "`title`: invalid type"),
            ("exclude = \"drafts\"", 1, "`exclude`: invalid type"),
        ] {
            let (at, what) = parse(text).expect_err("it cannot be used");
            assert_eq!(at, line, "{text}");
            assert!(what.starts_with(begins), "{what}");
        }
    }

    #[test]
    fn what_to_redact_is_read_and_unknown_rules_are_named() {
        let text =
            "title = \"T\"\n\n[redact]\nrules = [\"personal-data\"]\nkinds = [\"person\"]\nnames = [\"Jan Doe\"]\n";
        let redact = parse(text).expect("well formed").ingest.redact;
        assert!(redact.personal_data && redact.names == ["Jan Doe"] && redact.kinds.len() == 1);
        let (line, what) = parse("title = \"T\"\n[redact]\nrules = [\"faces\"]").expect_err("unknown");
        assert!(line == 3 && what.contains("`faces`") && what.contains("personal-data"), "{what}");
        assert!(parse("[redact]\nkinds = [\"dog\"]").expect_err("unknown").1.contains("person"));
        for (list, entry) in [
            ("names", "X"),
            ("names", "김"),
            ("names", "..."),
            ("patterns", "99"),
            ("patterns", "AAAAAA"),
            ("columns", " "),
            ("fields", ""),
        ] {
            let (line, what) =
                parse(&format!("[redact]\n{list} = [\n\"{entry}\"]")).expect_err("it masks nothing safely");
            assert!(line == 3 && what.contains(list) && what.contains("masks nothing safely"), "{what}");
        }
    }

    #[test]
    fn what_is_supplied_goes_to_reading() {
        let settings = parse(
            "title = \"T\"\nexclude = [\"drafts/*\"]\n[[file]]\npath = \"a.txt\"\ndate = \"2020\"\n[[merge]]\nnames=[\"a\",\"b\"]\n[redact]\nkinds=[\"person\"]",
        )
        .expect("well formed");
        assert_eq!(settings.ingest.files[0].date, "2020".parse().ok());
        assert!(settings.exclude.matches("drafts/a") && !settings.exclude.matches("a"));
        assert_eq!(settings.ingest.names.merged, [["a", "b"]]);
    }

    #[test]
    fn a_name_that_cannot_be_used_is_told_with_its_line() {
        for (text, line, begins) in [
            ("[[name]]\nkind = \"ministry\"\nname = \"A\"", 2, "`kind` is \"ministry\""),
            ("[[name]]\nkind = \"agency\"\nname = \" \"", 3, "`name` is empty"),
            ("[[name]]\nkind = \"agency\"\nname = \"A\"\ncode = \"KR\"", 2, "`code` is given"),
            ("[[name]]\nkind = \"country\"\nname = \"A\"\ncode = \"ZZ\"", 3, "`code` is \"ZZ\""),
            ("\n[[merge]]\nnames = [\"a\"]", 3, "`names` needs two"),
            ("[[rename]]\nfrom = \"a\"", 1, "missing key `to`"),
        ] {
            let (at, what) = parse(text).expect_err("it cannot be used");
            assert_eq!(at, line, "{text}");
            assert!(what.starts_with(begins), "{what}");
        }
    }
}
