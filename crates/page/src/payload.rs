//! The texts that a page carries: a head, a catalogue and one text a document.
//!
//! Clear JSON lies in `<script type="application/json">` elements, none over 1 MB; beyond
//! [`CLEAR_LIMIT`] (or where asked) each text is deflated and lies in Base64 slices. The checksum
//! is over the clear texts as they stand in the elements, so both forms have the same.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::error::PageError;
use crate::{escape, slice};

/// Version of the container.
pub const FORMAT: u32 = 1;
/// Bytes of clear JSON beyond which texts are deflated: the corpus of some 5 MB of documents.
pub const CLEAR_LIMIT: usize = 15_000_000;

/// The texts, each JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payload {
    /// Version of what the texts mean.
    pub schema: u32,
    /// What can be known without opening a document.
    pub catalogue: String,
    /// One text a document, in the catalogue's order.
    pub bodies: Vec<String>,
    /// What the packer decided.
    pub options: Options,
}

/// Decisions of the packer that the page keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// Addresses in documents are shown and never opened.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_links: bool,
    /// Origins that may embed the page and talk to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

/// What the page says of its payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    /// [`FORMAT`] of the program that wrote it.
    pub format: u32,
    /// Version of what the texts mean.
    pub schema: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// Digest of the application beside it.
    pub application: String,
    /// Number of documents.
    pub documents: u32,
    /// Bytes of all texts, clear.
    pub bytes: u64,
    /// How the texts lie in the page.
    pub encoding: Encoding,
    /// SHA-256 over the clear texts, a line end behind each, in hexadecimal.
    pub sha256: String,
    /// Decisions of the packer.
    #[serde(flatten)]
    pub options: Options,
}

/// How the texts lie in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// Clear.
    Json,
    /// Deflated (RFC 1951), in Base64.
    DeflateRaw,
}

/// The elements of the data slot.
#[must_use]
pub fn write(payload: &Payload, application: &str, compress: bool) -> String {
    let texts: Vec<String> =
        std::iter::once(&payload.catalogue).chain(&payload.bodies).map(|text| escape::json(text)).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let encoding = if compress || bytes > CLEAR_LIMIT { Encoding::DeflateRaw } else { Encoding::Json };
    let head = Head {
        format: FORMAT,
        schema: payload.schema,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        application: application.to_owned(),
        documents: u32::try_from(payload.bodies.len()).unwrap_or(u32::MAX),
        bytes: bytes as u64,
        encoding,
        sha256: checksum(texts.iter().map(String::as_str)),
        options: payload.options.clone(),
    };
    let mut out = String::with_capacity(bytes + bytes / 8);
    let json = serde_json::to_string(&head).expect("a head has no map keys that are not strings");
    element(&mut out, "application/json", "data-entente=\"head\"", &escape::json(&json));
    for (n, text) in texts.iter().enumerate() {
        let attributes = match n.checked_sub(1) {
            None => "data-entente=\"catalogue\"".to_owned(),
            Some(document) => format!("data-entente=\"body\" data-document=\"{document}\""),
        };
        match encoding {
            Encoding::Json => {
                for slice in slice::text_slices(text) {
                    element(&mut out, "application/json", &attributes, slice);
                }
            }
            Encoding::DeflateRaw => {
                for slice in slice::base64_slices(&slice::deflate(text.as_bytes())) {
                    element(&mut out, "text/plain", &attributes, &slice);
                }
            }
        }
    }
    out
}

/// Reads the data slot's elements and verifies the checksum.
///
/// # Errors
/// [`PageError::Format`] for another version, [`PageError::Damaged`] where the texts are not those written.
pub fn read(data: &str) -> Result<(Head, Payload), PageError> {
    let mut head = None;
    let mut catalogue = String::new();
    let mut bodies: Vec<String> = Vec::new();
    for (attributes, content) in elements(data) {
        if attributes.contains("data-entente=\"head\"") {
            head = Some(content);
        } else if attributes.contains("data-entente=\"catalogue\"") {
            catalogue.push_str(content);
        } else if let Some(document) = document_number(attributes) {
            match bodies.len().checked_sub(document) {
                Some(0) => bodies.push(content.to_owned()),
                Some(1) => bodies[document].push_str(content),
                _ => return Err(PageError::Damaged(format!("document {} is missing", bodies.len() + 1))),
            }
        }
    }
    let head = read_head(head.ok_or_else(|| PageError::Damaged("its head is missing".to_owned()))?)?;
    if head.encoding == Encoding::DeflateRaw {
        catalogue = clear(&catalogue)?;
        bodies = bodies.iter().map(|body| clear(body)).collect::<Result<_, _>>()?;
    }
    verify(&head, &catalogue, &bodies)?;
    let payload = Payload { schema: head.schema, catalogue, bodies, options: head.options.clone() };
    Ok((head, payload))
}

/// Reads the head.
///
/// # Errors
/// [`PageError::Format`] for another version, [`PageError::Damaged`] where it is no head.
pub fn read_head(json: &str) -> Result<Head, PageError> {
    let damaged = || PageError::Damaged("its head cannot be read".to_owned());
    let value: Value = serde_json::from_str(json).map_err(|_| damaged())?;
    let number = |name: &str| value[name].as_u64().ok_or_else(damaged);
    let short = |name: &str| u32::try_from(number(name)?).map_err(|_| damaged());
    let text = |name: &str| value[name].as_str().map(str::to_owned).ok_or_else(damaged);
    let format = short("format")?;
    if format != FORMAT {
        return Err(PageError::Format { expected: FORMAT, got: format });
    }
    let encoding = match value["encoding"].as_str() {
        Some("json") => Encoding::Json,
        Some("deflate-raw") => Encoding::DeflateRaw,
        _ => return Err(damaged()),
    };
    let hosts = value["hosts"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    Ok(Head {
        format,
        schema: short("schema")?,
        program: text("program")?,
        application: text("application")?,
        documents: short("documents")?,
        bytes: number("bytes")?,
        encoding,
        sha256: text("sha256")?,
        options: Options { no_links: value["no_links"].as_bool().unwrap_or(false), hosts },
    })
}

/// Compares clear texts with what the head says of them.
///
/// # Errors
/// [`PageError::Damaged`] with what differs.
pub fn verify(head: &Head, catalogue: &str, bodies: &[String]) -> Result<(), PageError> {
    if bodies.len() != head.documents as usize {
        let what = format!("{} of {} documents are there", bodies.len(), head.documents);
        return Err(PageError::Damaged(what));
    }
    let texts = std::iter::once(catalogue).chain(bodies.iter().map(String::as_str));
    if checksum(texts) == head.sha256 {
        Ok(())
    } else {
        Err(PageError::Damaged("the checksum of the texts is not the one written".to_owned()))
    }
}

/// The checksum of texts that come one after the other: the catalogue, then every body.
#[derive(Clone, Debug, Default)]
pub struct Checksum(Sha256);

impl Checksum {
    /// Takes in the next text, clear.
    pub fn add(&mut self, text: &str) {
        self.0.update(text);
        self.0.update("\n");
    }

    /// True where these are the texts that `head` was written for.
    #[must_use]
    pub fn fits(self, head: &Head) -> bool {
        hexadecimal(self.0) == head.sha256
    }
}

/// SHA-256 over `texts` one after the other, in hexadecimal.
pub(crate) fn hexadecimal_sha256<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update(text);
    }
    hexadecimal(hasher)
}

fn hexadecimal(hasher: Sha256) -> String {
    hasher.finalize().iter().fold(String::with_capacity(64), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn checksum<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    hexadecimal_sha256(texts.flat_map(|text| [text, "\n"]))
}

/// The clear text of what one text's elements hold, one behind the other.
///
/// # Errors
/// [`PageError::Damaged`] where it cannot be inflated.
pub fn clear_text(encoding: Encoding, content: String) -> Result<String, PageError> {
    match encoding {
        Encoding::Json => Ok(content),
        Encoding::DeflateRaw => clear(&content),
    }
}

fn clear(base64: &str) -> Result<String, PageError> {
    slice::from_base64(base64)
        .and_then(|deflated| slice::inflate(&deflated))
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| PageError::Damaged("a text cannot be inflated".to_owned()))
}

fn element(out: &mut String, kind: &str, attributes: &str, content: &str) {
    let _ = write!(out, "\n<script type=\"{kind}\" {attributes}>{content}</script>");
}

/// Attributes and content of each element. No content holds a `<`.
fn elements(data: &str) -> impl Iterator<Item = (&str, &str)> {
    data.split("<script ").skip(1).filter_map(|element| {
        let (attributes, rest) = element.split_once('>')?;
        Some((attributes, rest.split_once("</script>")?.0))
    })
}

fn document_number(attributes: &str) -> Option<usize> {
    attributes.split_once("data-document=\"")?.1.split_once('"')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload() -> Payload {
        Payload {
            schema: 1,
            catalogue: "{\"documents\":2}".into(),
            bodies: vec!["{\"text\":\"a </script> <!-- b\"}".into(), format!("\"{}\"", "x".repeat(2_500_000))],
            options: Options::default(),
        }
    }

    #[test]
    fn what_is_written_reads_back_in_both_encodings() {
        for compress in [false, true] {
            let data = write(&payload(), "digest", compress);
            let (head, read) = read(&data).expect("just written");
            assert_eq!(head.encoding == Encoding::DeflateRaw, compress);
            assert_eq!(read.bodies[1], payload().bodies[1]);
            assert_eq!(read.bodies[0], escape::json(&payload().bodies[0]));
            assert!(elements(&data).all(|(_, content)| content.len() <= slice::JSON_SLICE));
        }
    }

    #[test]
    fn both_encodings_have_one_checksum() {
        let sum = |compress| read(&write(&payload(), "", compress)).expect("just written").0.sha256;
        assert_eq!(sum(false), sum(true));
    }

    #[test]
    fn the_checksum_is_the_same_text_by_text() {
        let (head, read) = read(&write(&payload(), "", true)).expect("just written");
        let of = |texts: &[&String]| {
            let mut checksum = Checksum::default();
            texts.iter().for_each(|text| checksum.add(text));
            checksum.fits(&head)
        };
        assert!(of(&[&read.catalogue, &read.bodies[0], &read.bodies[1]]));
        assert!(!of(&[&read.catalogue, &read.bodies[1], &read.bodies[0]]) && !of(&[&read.catalogue]));
    }

    #[test]
    fn damage_is_noticed_wherever_it_is() {
        let data = write(&payload(), "digest", false);
        for (from, to, says) in [
            ("a \\u003c", "b \\u003c", "checksum"),
            ("data-document=\"0\"", "data-document=\"7\"", "document 1 is missing"),
            ("\"documents\":2,", "\"documents\":3,", "2 of 3"),
            ("\"format\":1", "\"format\":9", "format 9"),
            ("data-entente=\"head\"", "data-entente=\"tail\"", "head is missing"),
            ("{\"format\"", "[\"format\"", "head cannot be read"),
        ] {
            let error = read(&data.replacen(from, to, 1)).expect_err(says).to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
