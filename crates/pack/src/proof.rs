//! Proves that a finished page contains nothing of what was masked.
//!
//! In: the text of the page, and what was masked. Out: nothing, or the rule and the place of the first word that is left, but never
//! the word itself. Everything that comes from documents and settings is searched: title, plain part, records, names, ties, texts
//! with all facts, original files, the index. The application, its licences and what the gazetteer knows about a name are not.
//! This module shares no code with the masking, so that a mistake there cannot hide itself here.

mod needles;
mod reading;

use std::fmt;
use std::rc::Rc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use entente_explore::Explorer;
use entente_explore::packed::Blob;
use entente_ingest::Report;
use entente_page::payload::{decode_part, inflate_part, joined_content};
use entente_page::slot::content;
use entente_page::{PageError, Slot};
use serde_json::Value;

use self::needles::Needles;
use crate::plain;

/// A place where something that was to be masked is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// The rule that should have masked it, with the entry of its list.
    pub rule: String,
    /// The part of the page.
    pub place: String,
}

impl fmt::Display for Leak {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no page was written: what rule `{}` masks is still in {}. List the words there as they are printed under \
             `names` or `patterns` of [redact], or leave that document out; `entente check FOLDER --redact` shows what is \
             masked",
            self.rule, self.place
        )
    }
}

impl std::error::Error for Leak {}

/// The reason why a page is not proven.
#[derive(Debug)]
pub enum Unproven {
    /// Something that was to be masked is left.
    Leak(Leak),
    /// The page cannot be parsed.
    Page(PageError),
}

impl From<PageError> for Unproven {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

impl From<Leak> for Unproven {
    fn from(leak: Leak) -> Self {
        Self::Leak(leak)
    }
}

/// Searches `page` for everything that `report` says was masked.
///
/// # Errors
/// The first place where something is left, or the reason why the page cannot be parsed.
pub fn prove(page: &str, report: &Report) -> Result<(), Unproven> {
    if let Some(kind) = report.left.first() {
        let place = "the documents: more of them are found each time they are masked".to_owned();
        return Err(Leak { rule: format!("kinds, {kind}"), place }.into());
    }
    let needles = Needles::new(&report.needles, report.personal_data);
    let look = |text: &str, place: &dyn Fn() -> String| match needles.found(text) {
        Some(_) if is_note_on_masking(text, report) => Ok(()),
        Some(rule) => Err(Leak { rule, place: place() }),
        None => Ok(()),
    };
    look(content(page, Slot::Title)?, &|| "the title of the page".to_owned())?;
    // The lines about masking contain our own words, such as "contact person".
    let plain: String =
        content(page, Slot::Static)?.split_inclusive('\n').filter(|line| !line.starts_with(plain::MASKED)).collect();
    look(&plain, &|| "what the page shows without scripts".to_owned())?;
    let (head, payload) = entente_page::payload_of(page)?;
    for host in &head.options.hosts {
        look(host, &|| "an origin given with --host".to_owned())?;
    }
    let json = |text: &str, what: &str| -> Result<(), Unproven> {
        let value: Value =
            serde_json::from_str(text).map_err(|error| PageError::Damaged(format!("{what} is no JSON: {error}")))?;
        Ok(search_strings(&value, what, &look)?)
    };
    json(&payload.catalogue, "the page's title, description and list of files")?;
    for (n, record) in payload.records.iter().enumerate() {
        json(record, &format!("the record of document {}", n + 1))?;
    }
    for name in &payload.names {
        json(name, "the list of names")?;
    }
    for (tie, what) in payload.ties.iter().zip(entente_page::payload::TIES) {
        json(tie, &format!("the list of {what}"))?;
    }
    for (n, body) in payload.bodies.iter().enumerate() {
        json(body, &format!("document {}", n + 1))?;
    }
    if head.index.is_some() {
        let data = content(page, Slot::Data)?;
        let corpus = crate::source::corpus_of(&payload).map_err(PageError::Damaged)?;
        let tables = inflate_part(&joined_content(data, "tables"))?;
        let part = |name: &str| decode_part(&joined_content(data, name)).map(Blob::here);
        let explorer = Explorer::open(Rc::new(corpus), &tables, part("lists")?, part("places")?);
        let explorer = explorer.ok_or_else(|| PageError::Damaged("the index cannot be read".to_owned()))?;
        for term in explorer.terms() {
            look(&term, &|| "the words of the index".to_owned())?;
        }
    }
    Ok(())
}

/// True if `text` is the note in a document that says what is masked in it: "2 places are masked by the packer: 2 contact person (personal-data)".
fn is_note_on_masking(text: &str, report: &Report) -> bool {
    text.split_once(" masked by the packer: ").is_some_and(|(count, kinds)| {
        let counted = ["1 place is".to_owned(), format!("{} places are", count.split(' ').next().unwrap_or_default())];
        let number = count.bytes().take_while(u8::is_ascii_digit).count() > 0;
        let known = |kind: &str| {
            let words = kind.split_once(' ').map_or("", |(_, words)| words);
            report.removed.iter().any(|removed| words == format!("{} ({})", removed.kind, removed.rule))
        };
        number && counted.iter().any(|known| known == count) && kinds.split(", ").all(known)
    })
}

type Look<'a> = dyn Fn(&str, &dyn Fn() -> String) -> Result<(), Leak> + 'a;

/// Searches every string of `value`, which is a part of `what`.
fn search_strings(value: &Value, what: &str, look: &Look) -> Result<(), Leak> {
    match value {
        Value::String(text) => look(text, &|| what.to_owned()),
        Value::Array(values) => values.iter().try_for_each(|value| search_strings(value, what, look)),
        Value::Object(fields) => {
            // What the gazetteer knows about a name is not from a document.
            let known = fields.get("basis").and_then(Value::as_str) == Some("inferred");
            fields.iter().try_for_each(|(field, value)| match (field.as_str(), value) {
                ("known_as" | "redacted", _) => Ok(()),
                ("expansion", _) if known => Ok(()),
                ("original", Value::String(base64)) => {
                    let file = STANDARD.decode(base64).unwrap_or_default();
                    look(&String::from_utf8_lossy(&file), &|| format!("{what}, the file itself"))
                }
                _ => search_strings(value, &format!("{what}, {field}"), look),
            })
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests;
