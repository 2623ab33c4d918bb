//! `entente.toml`: what the packer says of the folder.

use std::fs;
use std::path::Path;

use entente_corpus::EntityKind;
use entente_ingest as ingest;
use serde::Deserialize;
use toml::Spanned;

use crate::error::PackError;
use crate::walk::SETTINGS;

/// The settings of a folder.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What goes to reading.
    pub ingest: ingest::Settings,
    /// Patterns of files to leave out.
    pub exclude: Vec<String>,
}

/// Reads the settings of `folder`; none where there is no such file.
///
/// # Errors
/// [`PackError::Settings`] with the line where it is not TOML or has an unknown key.
pub fn read(folder: &Path) -> Result<Settings, PackError> {
    let path = folder.join(SETTINGS);
    if !path.exists() {
        return Ok(Settings::default());
    }
    let text = fs::read_to_string(&path).map_err(|error| PackError::Io(path.clone(), error))?;
    parse(&text).map_err(|(line, what)| PackError::Settings(path, line, what))
}

/// Reads the text of the settings; line and reason where it cannot be used.
///
/// # Errors
/// Line and reason.
pub fn parse(text: &str) -> Result<Settings, (usize, String)> {
    let file: File = toml::from_str(text)
        .map_err(|error| (line(text, error.span().map_or(0, |span| span.start)), message(error.message())))?;
    let names = names(text, file.name, file.merge, file.split, file.rename)?;
    let redact = file.redact.map_or(Ok(ingest::Redaction::default()), |table| {
        table.redaction().map_err(|what| (line_of(text, "[redact]"), what))
    })?;
    let files = file.file.into_iter().map(FileTable::supplied).collect();
    Ok(Settings {
        ingest: ingest::Settings {
            title: file.title,
            description: file.description,
            edition: file.edition,
            marking: file.marking,
            language: file.language,
            originals: false,
            redact,
            files,
            names,
        },
        exclude: file.exclude,
    })
}

/// What the packer says of names, checked as far as it can be without the documents.
fn names(
    text: &str,
    added: Vec<NameTable>,
    merged: Vec<MergeTable>,
    split: Vec<SplitTable>,
    renamed: Vec<RenameTable>,
) -> Result<ingest::Names, (usize, String)> {
    let mut names = ingest::Names::default();
    for table in added {
        let at = line(text, table.kind.span().start);
        let Some(kind) = EntityKind::from_word(table.kind.get_ref()) else {
            let known: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
            return Err((at, format!("`kind` is {:?}; expected one of {}", table.kind.get_ref(), known.join(", "))));
        };
        let (name, name_at) = (table.name.get_ref().trim().to_owned(), line(text, table.name.span().start));
        if name.is_empty() {
            return Err((name_at, "`name` is empty".to_owned()));
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
            return Err((line(text, table.names.span().start), "`names` needs two names or more to merge".to_owned()));
        }
        names.merged.push(table.names.into_inner());
    }
    names.split = split.into_iter().map(|table| (table.name, table.document)).collect();
    names.renamed = renamed.into_iter().map(|table| (table.from, table.to)).collect();
    Ok(names)
}

/// The line of byte `at`, from 1.
fn line(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// Adds a rule of redaction.
///
/// # Errors
/// What is wrong, where there is no such rule.
pub fn redact(rule: &str, redaction: &mut ingest::Redaction) -> Result<(), String> {
    if rule != "personal-data" {
        return Err(format!("no rule of redaction is called `{rule}`; there is `personal-data`"));
    }
    redaction.personal_data = true;
    Ok(())
}

/// Number of the line that begins with `words`.
fn line_of(text: &str, words: &str) -> usize {
    text.lines().position(|line| line.trim_start().starts_with(words)).map_or(1, |at| at + 1)
}

fn message(message: &str) -> String {
    // "unknown field `tilte`, expected one of …" in the words of the file.
    message.replace("unknown field", "unknown key").replace("missing field", "missing key").replace('\n', "; ")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: Option<String>,
    description: Option<String>,
    edition: Option<String>,
    marking: Option<String>,
    language: Option<String>,
    #[serde(default)]
    exclude: Vec<String>,
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
    redact: Option<RedactTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTable {
    path: String,
    title: Option<String>,
    date: Option<String>,
    publisher: Option<String>,
    kind: Option<String>,
    url: Option<String>,
    licence: Option<String>,
    language: Option<String>,
    marking: Option<String>,
}

impl FileTable {
    fn supplied(self) -> ingest::Supplied {
        ingest::Supplied {
            file: self.path,
            title: self.title,
            date: self.date,
            publisher: self.publisher,
            kind: self.kind,
            url: self.url,
            licence: self.licence,
            language: self.language,
            marking: self.marking,
        }
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
    /// It is no name: wherever it stands it is left out of the lists.
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
    rules: Vec<String>,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    names: Vec<String>,
}

impl RedactTable {
    fn redaction(self) -> Result<ingest::Redaction, String> {
        let mut redaction = ingest::Redaction { names: self.names, ..ingest::Redaction::default() };
        for rule in &self.rules {
            redact(rule, &mut redaction)?;
        }
        for kind in &self.kinds {
            let known = EntityKind::from_word(kind).ok_or_else(|| {
                let kinds: Vec<&str> = EntityKind::ALL.iter().map(|kind| kind.as_str()).collect();
                format!("no kind of name is called `{kind}`; there are {}", kinds.join(", "))
            })?;
            redaction.kinds.push(known);
        }
        Ok(redaction)
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let (line, what) = parse("title = \"A\"\n\ntilte = \"B\"\n").expect_err("unknown");
        assert_eq!(line, 3);
        assert!(what.starts_with("unknown key `tilte`"), "{what}");
        assert_eq!(parse("[[file]]\npath = \"a\"\nauthor = \"b\"").expect_err("unknown").0, 3);
        assert_eq!(parse("title = ").expect_err("no value").0, 1);
    }

    #[test]
    fn what_to_redact_is_read_and_unknown_rules_are_named() {
        let text =
            "title = \"T\"\n\n[redact]\nrules = [\"personal-data\"]\nkinds = [\"person\"]\nnames = [\"Jan Doe\"]\n";
        let redact = parse(text).expect("well formed").ingest.redact;
        assert!(redact.personal_data && redact.names == ["Jan Doe"] && redact.kinds.len() == 1);
        let (line, what) = parse("title = \"T\"\n[redact]\nrules = [\"faces\"]").expect_err("unknown");
        assert!(line == 2 && what.contains("`faces`") && what.contains("personal-data"), "{what}");
        assert!(parse("[redact]\nkinds = [\"dog\"]").expect_err("unknown").1.contains("person"));
    }

    #[test]
    fn what_is_supplied_goes_to_reading() {
        let settings = parse(
            "title = \"T\"\nexclude = [\"drafts/*\"]\n[[file]]\npath = \"a.txt\"\ndate = \"2020\"\n[[merge]]\nnames=[\"a\",\"b\"]\n[redact]\nkinds=[\"person\"]",
        )
        .expect("well formed");
        assert_eq!(settings.ingest.files[0].date.as_deref(), Some("2020"));
        assert_eq!(settings.exclude, ["drafts/*"]);
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
