//! Inputs of any size, made by repeating a piece.
//!
//! In: rows of `data/generators.tsv`: name, kind, what stands before, the piece. A kind is the extension of a document, `toml` for
//! the settings of a folder, `query`, `explain` and `broaden` for a query, or `verify` for a text that is checked. In a piece `{n}` is its number, `{o}` its
//! ordinal, `{y}` a year, `{4}` and `{7}` numbers of so many digits, `{s}` up to 400 blanks, `{t}` up to 500 backticks, and `{p}` the
//! end of a paragraph after each forty pieces. `\n`, `\t`, `\f`, `\s` (a blank), `\\` and `\u0301` are escapes.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use crate::Fault;

/// Pieces of a paragraph.
const PARAGRAPH: usize = 40;

/// What is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A document with this extension.
    Document(String),
    /// The settings of a folder.
    Settings,
    /// A query, with a flag of the command.
    Query(Option<&'static str>),
    /// A text that is checked against documents.
    Checked,
}

impl Kind {
    /// True if the input is searched.
    pub(super) fn is_query(&self) -> bool {
        matches!(self, Self::Query(_))
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Generator {
    /// What it tries.
    pub(super) name: String,
    /// What is made.
    pub(super) kind: Kind,
    before: String,
    piece: String,
}

/// All rows.
pub(super) fn generators() -> Result<Vec<Generator>, Fault> {
    include_str!("../../data/generators.tsv").lines().map(row).collect()
}

fn row(line: &str) -> Result<Generator, Fault> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [name, kind, before, piece] = fields.as_slice() else {
        return Err(format!("generators.tsv: {line:?} has not four fields").into());
    };
    let kind = match *kind {
        "toml" => Kind::Settings,
        "query" => Kind::Query(None),
        "explain" => Kind::Query(Some("--explain")),
        "broaden" => Kind::Query(Some("--broaden")),
        "verify" => Kind::Checked,
        extension => Kind::Document(extension.to_owned()),
    };
    Ok(Generator { name: (*name).to_owned(), kind, before: unescaped(before)?, piece: unescaped(piece)? })
}

fn unescaped(field: &str) -> Result<String, Fault> {
    let mut out = String::new();
    let mut rest = field.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match rest.next() {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('f') => '\u{c}',
            Some('s') => ' ',
            Some('\\') => '\\',
            Some('u') => {
                let digits: String = rest.by_ref().take(4).collect();
                char::from_u32(u32::from_str_radix(&digits, 16)?).ok_or("no such letter")?
            }
            other => return Err(format!("generators.tsv: no escape \\{other:?}").into()),
        });
    }
    Ok(out)
}

impl Generator {
    /// The input of `size` bytes or a little more.
    pub(super) fn input(&self, size: usize) -> String {
        let mut out = self.before.clone();
        let mut number = 0;
        while out.len() < size {
            number += 1;
            self.put(number, &mut out);
        }
        out
    }

    /// Adds the piece of this number.
    fn put(&self, number: usize, out: &mut String) {
        let mut rest = self.piece.as_str();
        while let Some(open) = rest.find('{') {
            out.push_str(&rest[..open]);
            let (name, after) = rest[open + 1..].split_at((rest.len() - open - 1).min(2));
            match name {
                "n}" => out.push_str(&number.to_string()),
                "o}" => out.push_str(&ordinal(number)),
                "y}" => out.push_str(&(1_900 + number % 120).to_string()),
                "4}" => out.push_str(&format!("{:04}", number % 10_000)),
                "7}" => out.push_str(&format!("{:07}", 2_550_000 + number)),
                "s}" => out.push_str(&" ".repeat(number % 200 * 2)),
                "t}" => out.push_str(&"`".repeat(number % 500)),
                "p}" if number.is_multiple_of(PARAGRAPH) => out.push_str("\n\n"),
                "p}" => {}
                _ => {
                    out.push('{');
                    rest = &rest[open + 1..];
                    continue;
                }
            }
            rest = after;
        }
        out.push_str(rest);
    }

    /// Writes a folder with the input, and returns the arguments that make the command line read it.
    pub(super) fn write(&self, folder: &Path, size: usize) -> io::Result<Vec<OsString>> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let documents = folder.join("documents");
        fs::create_dir_all(&documents)?;
        let input = self.input(size);
        let (name, text) = match &self.kind {
            Kind::Document(extension) => (format!("a.{extension}"), input.as_str()),
            Kind::Settings => ("entente.toml".to_owned(), input.as_str()),
            Kind::Query(_) => ("b.txt".to_owned(), ""),
            Kind::Checked => ("../checked.txt".to_owned(), input.as_str()),
        };
        fs::write(documents.join(name), text)?;
        if !matches!(self.kind, Kind::Document(_)) {
            let lines = (0..200).map(|n| format!("The ministers of France and Japan met in Korea {n} times.\n\n"));
            fs::write(documents.join("b.txt"), lines.collect::<String>())?;
        }
        if self.kind == Kind::Settings {
            // What the settings name is in the documents, too.
            fs::write(documents.join("c.txt"), &input)?;
        }
        let arguments: Vec<OsString> = match self.kind {
            Kind::Query(flag) => {
                let flag = flag.unwrap_or("--format=text");
                vec!["search".into(), documents.into(), "--limit=20".into(), flag.into(), "--".into(), input.into()]
            }
            Kind::Checked => vec!["verify".into(), documents.into(), folder.join("checked.txt").into()],
            Kind::Document(_) | Kind::Settings => {
                vec!["export".into(), documents.into(), "--table=documents".into()]
            }
        };
        Ok(arguments)
    }
}

fn ordinal(n: usize) -> String {
    let end = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

#[cfg(test)]
mod tests {
    use super::{Kind, generators};

    #[test]
    fn generators_are_sorted_by_unique_names_and_make_what_is_asked_for() {
        let all = generators().expect("the table is well formed");
        assert!(all.windows(2).all(|pair| pair[0].name < pair[1].name));
        assert!(all.len() > 100);
        for generator in &all {
            let input = generator.input(2_000);
            assert!((2_000..6_000).contains(&input.len()), "{}: {}", generator.name, input.len());
        }
        let named = |name: &str| all.iter().find(|generator| generator.name == name).expect("there").input(60);
        assert!(named("ordinals").starts_with("the 1st meeting, the 2nd meeting, the 3rd meeting, the 4th"));
        assert!(named("json-open").starts_with("{\"a\":{\"a\":"));
        assert!(all.iter().any(|generator| generator.kind == Kind::Settings));
    }
}
