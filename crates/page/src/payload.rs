//! Reads and writes the payload of a page: a head, a catalogue, a record and a text for each document, a record for each
//! name, and the ties between documents. A large page also carries an index, so that it can be searched before its texts
//! are read.
//!
//! Clear JSON is written to `<script type="application/json">` elements of at most 1 MB. Beyond [`CLEAR_LIMIT`], or if the
//! packer asks for it, texts are deflated in blocks ([`Kind`]) and written as slices of Base64. The checksum in the head
//! covers the clear texts, so it is the same for both encodings. What a page needs at its start is written before the texts
//! of the documents.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::block::{self, Kind};
use crate::error::PageError;
use crate::{escape, quick, slice};

/// Version of the program that writes the page.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// Version of the container. A page with another one is refused.
pub const FORMAT: u32 = 3;
/// Bytes of clear JSON beyond which texts are deflated: about 5 MB of documents.
pub const CLEAR_LIMIT: usize = 15_000_000;
/// Bytes of clear JSON up to which a page is read whole before it shows anything, and carries no index. Reading takes some
/// tens of milliseconds then, and an index would cost more than it saves.
pub const AT_ONCE: usize = 2_000_000;

/// The texts of a page, each one JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payload {
    /// Version of the corpus JSON in the texts.
    pub schema: u32,
    /// The catalogue, without its lists of documents and names and without the ties.
    pub catalogue: String,
    /// The record of each document: what a list of documents shows.
    pub records: Vec<String>,
    /// The record of each name.
    pub names: Vec<String>,
    /// The lists that refer to several documents, in the order of [`TIES`].
    pub ties: [String; 3],
    /// The text of each document with its structure and facts, in the order of the records.
    pub bodies: Vec<String>,
    /// Decisions of the packer.
    pub options: Options,
}

/// The index of the texts. This crate does not know what its bytes mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// Version of the bytes.
    pub version: u32,
    /// The part that is read at the start; it is deflated.
    pub tables: Vec<u8>,
    /// The part that is used in place from the start; it is not deflated.
    pub lists: Vec<u8>,
    /// The part that is fetched when it is needed; it is not deflated.
    pub places: Vec<u8>,
}

/// Decisions of the packer that the page keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Options {
    /// Addresses in documents are shown and never opened.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_links: bool,
    /// Origins that may embed the page and talk to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

/// The head of a payload: what the page says about it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Head {
    /// [`FORMAT`] of the program that wrote it.
    pub format: u32,
    /// Version of the corpus JSON in the texts.
    pub schema: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// Digest of the application in the page: see [`application_digest`](crate::application_digest).
    pub application: String,
    /// Number of documents.
    pub documents: u32,
    /// Number of names.
    pub names: u32,
    /// Bytes of all clear texts.
    pub bytes: u64,
    /// How the texts are written.
    pub encoding: Encoding,
    /// SHA-256 over the clear texts, each followed by a line end, in hexadecimal.
    pub sha256: String,
    /// What the page says about its index, if it carries one.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub index: Option<IndexHead>,
    /// Decisions of the packer.
    #[serde(flatten, skip_deserializing)]
    pub options: Options,
}

/// What a page says about its index: its version, and quick checksums of everything that is used without reading all
/// texts. Blocks of records and names carry checksums of their own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct IndexHead {
    /// [`Index::version`].
    pub version: u32,
    /// Checksums of [`PARTS`], in hexadecimal. The part `sums` contains those of the texts of documents.
    pub sums: Vec<String>,
}

/// Parts of the catalogue that refer to several documents. A list of documents does not need them.
pub const TIES: [&str; 3] = ["acronyms", "series", "links"];
/// The kinds of texts that are written in blocks.
const KINDS: [Kind; 3] = [Kind::Record, Kind::Name, Kind::Body];
/// The parts of a page that have a checksum in [`IndexHead::sums`], in its order.
pub const PARTS: [&str; 8] = ["catalogue", "acronyms", "series", "links", "sums", "tables", "lists", "places"];

/// How texts are written in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// As clear JSON.
    Json,
    /// Deflated (RFC 1951), in Base64.
    DeflateRaw,
}

/// Calls a job once with each number below a count, in any order and on any threads.
pub type Run<'a> = &'a dyn Fn(usize, &(dyn Fn(usize) + Sync));

/// Calls the job with one number after the other.
pub fn in_order(count: usize, job: &(dyn Fn(usize) + Sync)) {
    (0..count).for_each(job);
}

/// The texts of a payload as they stand in elements; most stand as they are.
struct Clear<'a> {
    catalogue: Cow<'a, str>,
    records: Vec<Cow<'a, str>>,
    names: Vec<Cow<'a, str>>,
    ties: [Cow<'a, str>; 3],
    bodies: Vec<Cow<'a, str>>,
}

impl<'a> Clear<'a> {
    fn of(payload: &'a Payload) -> Self {
        let all = |texts: &'a [String]| texts.iter().map(|text| escape::json(text)).collect();
        Self {
            catalogue: escape::json(&payload.catalogue),
            records: all(&payload.records),
            names: all(&payload.names),
            ties: payload.ties.each_ref().map(|text| escape::json(text)),
            bodies: all(&payload.bodies),
        }
    }

    /// As [`Payload::texts`].
    fn texts(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.records, &self.names].into_iter().flatten();
        [&self.catalogue].into_iter().chain(lists).chain(&self.ties).chain(&self.bodies).map(|text| &**text)
    }
}

/// Writes the elements of the data slot. `index` is called only if the texts are longer than [`AT_ONCE`]. `application` is
/// the digest of the application in the page. The same arguments give the same bytes. Blocks of texts
/// are deflated by `run`.
#[must_use]
pub fn write(payload: &Payload, application: &str, compress: bool, index: &dyn Fn() -> Index, run: Run) -> String {
    let clear = Clear::of(payload);
    let bytes: usize = clear.texts().map(str::len).sum();
    let encoding = if compress || bytes > CLEAR_LIMIT { Encoding::DeflateRaw } else { Encoding::Json };
    let index = (bytes > AT_ONCE).then(index);
    let out = write_as(encoding, payload, &clear, application, index.as_ref(), run);
    // Texts that repeat themselves deflate so well that readers would refuse to inflate them.
    let is_readable =
        clear.texts().all(|text| text.len() <= slice::INFLATED_AT_LEAST) && bytes <= slice::allowance(out.len());
    if encoding == Encoding::Json || is_readable {
        return out;
    }
    write_as(Encoding::Json, payload, &clear, application, index.as_ref(), run)
}

/// See [`write`]. `clear` contains the texts of `payload` as they are written in elements.
fn write_as(
    encoding: Encoding,
    payload: &Payload,
    clear: &Clear,
    application: &str,
    index: Option<&Index>,
    run: Run,
) -> String {
    let Clear { catalogue, records, names, ties, bodies } = clear;
    let bytes: usize = clear.texts().map(str::len).sum();
    let sums: Vec<u8> = bodies.iter().flat_map(|body| sum_of(body)).collect();
    let index_head = index.map(|index| {
        let [acronyms, series, links] = ties.each_ref().map(|tie| tie.as_bytes());
        let catalogue = catalogue.as_bytes();
        let parts = [catalogue, acronyms, series, links, &sums, &index.tables, &index.lists, &index.places];
        IndexHead { version: index.version, sums: parts.map(|part| format!("{:016x}", quick::checksum(part))).into() }
    });
    let head = Head {
        format: FORMAT,
        schema: payload.schema,
        program: PROGRAM.to_owned(),
        application: application.to_owned(),
        documents: saturating_u32(bodies.len()),
        names: saturating_u32(names.len()),
        bytes: bytes as u64,
        encoding,
        sha256: checksum(clear.texts()),
        index: index_head,
        options: payload.options.clone(),
    };
    let mut out = String::with_capacity(bytes / 2);
    let json = serde_json::to_string(&head).expect("a head has no map keys that are not strings");
    element(&mut out, "application/json", "data-entente=\"head\"", &escape::json(&json));
    text(&mut out, encoding, "data-entente=\"catalogue\"", catalogue);
    if let Some(index) = index {
        let parts: [(&str, &[u8]); 4] = [
            ("sums", &sums),
            ("tables", &slice::deflate(&index.tables)),
            ("lists", &index.lists),
            ("places", &index.places),
        ];
        for (name, bytes) in parts {
            binary(&mut out, &format!("data-entente=\"{name}\""), bytes);
        }
    }
    blocks(&mut out, encoding, Kind::Record, records, run);
    blocks(&mut out, encoding, Kind::Name, names, run);
    for (name, tie) in TIES.iter().zip(ties) {
        text(&mut out, encoding, &format!("data-entente=\"{name}\""), tie);
    }
    blocks(&mut out, encoding, Kind::Body, bodies, run);
    out
}

/// `n` as a `u32`; `u32::MAX` if it is larger.
fn saturating_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The checksum of the text of a document as the part `sums` contains it.
#[must_use]
pub fn sum_of(body: &str) -> [u8; 4] {
    let sum = quick::checksum(body.as_bytes());
    ((sum >> 32) as u32).to_le_bytes()
}

/// Reads the elements of the data slot and verifies the checksum. The index is skipped: it contains nothing that the texts
/// do not.
///
/// # Errors
/// [`PageError::Format`] if the page is of another version, [`PageError::Damaged`] if the texts are not those written.
pub fn read(data: &str) -> Result<(Head, Payload), PageError> {
    let mut head = None;
    let (mut catalogue, mut ties) = (String::new(), <[String; 3]>::default());
    let mut blocks: [Vec<(usize, String)>; 3] = Default::default();
    for (attributes, content) in elements(data) {
        let is = |name: &str| attributes.contains(&format!("data-entente=\"{name}\""));
        if is("head") {
            head = Some(content);
        } else if is("catalogue") {
            catalogue.push_str(content);
        } else if let Some(at) = TIES.iter().position(|name| is(name)) {
            ties[at].push_str(content);
        } else if let Some(at) = KINDS.iter().position(|kind| is(kind.as_str()))
            && let Some(first) = first_of(attributes, KINDS[at])
        {
            match blocks[at].last_mut() {
                Some((known, block)) if *known == first => block.push_str(content),
                _ => blocks[at].push((first, content.to_owned())),
            }
        }
    }
    let head = read_head(head.ok_or_else(|| PageError::Damaged("its head is missing".to_owned()))?)?;
    let mut left = slice::allowance(data.len());
    let catalogue = clear_text_within(head.encoding, catalogue, &mut left)?;
    for tie in &mut ties {
        *tie = clear_text_within(head.encoding, std::mem::take(tie), &mut left)?;
    }
    let mut texts: [Vec<String>; 3] = Default::default();
    for ((kind, out), blocks) in KINDS.iter().zip(&mut texts).zip(blocks) {
        for (first, block) in blocks {
            if first != out.len() {
                let what = if *kind == Kind::Name { "name" } else { "document" };
                return Err(PageError::Damaged(format!("{what} {} is missing", out.len() + 1)));
            }
            let text = clear_text_within(head.encoding, block, &mut left)?;
            out.extend(kind.split(&text).into_iter().map(str::to_owned));
        }
    }
    let [records, names, bodies] = texts;
    let payload =
        Payload { schema: head.schema, catalogue, records, names, ties, bodies, options: head.options.clone() };
    verify(&head, &payload)?;
    Ok((head, payload))
}

/// Reads the head.
///
/// # Errors
/// [`PageError::Format`] if the page is of another version, [`PageError::Damaged`] if `json` is not a head.
pub fn read_head(json: &str) -> Result<Head, PageError> {
    /// The only field that means the same in every version.
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let damaged = |error: serde_json::Error| PageError::Damaged(format!("its head cannot be read: {error}"));
    let Version { format } = serde_json::from_str(json).map_err(damaged)?;
    if format != FORMAT {
        return Err(PageError::Format { expected: FORMAT, got: format });
    }
    /// Read by itself: an index that cannot be read does not fit, and the page opens without it.
    #[derive(Deserialize)]
    struct WithIndex {
        index: Option<IndexHead>,
    }
    let unusable = Some(IndexHead { version: 0, sums: Vec::new() });
    let index = serde_json::from_str::<WithIndex>(json).map_or(unusable, |head| head.index);
    let options = serde_json::from_str(json).map_err(damaged)?;
    Ok(Head { index, options, ..serde_json::from_str(json).map_err(damaged)? })
}

/// Compares clear texts with their number and checksum in the head.
///
/// # Errors
/// [`PageError::Damaged`], which says what differs.
pub fn verify(head: &Head, payload: &Payload) -> Result<(), PageError> {
    if payload.bodies.len() != head.documents as usize {
        let what = format!("{} of {} documents are there", payload.bodies.len(), head.documents);
        return Err(PageError::Damaged(what));
    }
    if checksum(payload.texts()) == head.sha256 { Ok(()) } else { Err(other_checksum()) }
}

/// The error for texts that are not those written.
#[must_use]
pub fn other_checksum() -> PageError {
    PageError::Damaged("the checksum of the texts is not the one written".to_owned())
}

impl Payload {
    /// All texts in the order of the checksum: catalogue, records, names, ties, bodies.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.records, &self.names].into_iter().flatten();
        [&self.catalogue].into_iter().chain(lists).chain(&self.ties).chain(&self.bodies).map(String::as_str)
    }
}

impl IndexHead {
    /// True if `bytes` are those that were written for `part`, one of [`PARTS`].
    #[must_use]
    pub fn fits(&self, part: &str, bytes: &[u8]) -> bool {
        let known = PARTS.iter().zip(&self.sums).find(|(name, _)| **name == part);
        known.is_some_and(|(_, sum)| u64::from_str_radix(sum, 16) == Ok(quick::checksum(bytes)))
    }
}

/// Computes the checksum of texts as they arrive, in the order of [`Payload::texts`].
#[derive(Clone, Debug, Default)]
pub struct Checksum(Sha256);

impl Checksum {
    /// Adds the next clear text.
    pub fn add(&mut self, text: &str) {
        self.0.update(text);
        self.0.update("\n");
    }

    /// True if the added texts are those that `head` was written for.
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

/// Returns the clear text of `content`, the joined elements of one text.
///
/// # Errors
/// [`PageError::Damaged`] if it cannot be inflated, or inflates to more than [`slice::allowance`].
pub fn clear_text(encoding: Encoding, content: String) -> Result<String, PageError> {
    let mut left = slice::allowance(content.len());
    clear_text_within(encoding, content, &mut left)
}

/// See [`clear_text`]. Subtracts the inflated bytes from `left`, and fails if fewer are left.
fn clear_text_within(encoding: Encoding, content: String, left: &mut usize) -> Result<String, PageError> {
    match encoding {
        Encoding::Json => Ok(content),
        Encoding::DeflateRaw => {
            let text = clear(&content, *left)?;
            *left -= text.len();
            Ok(text)
        }
    }
}

fn clear(base64: &str, limit: usize) -> Result<String, PageError> {
    slice::from_base64(base64)
        .and_then(|deflated| slice::inflate(&deflated, limit))
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| PageError::Damaged("a text cannot be inflated, or to too many bytes".to_owned()))
}

/// Decodes the joined Base64 slices of a part of the index.
///
/// # Errors
/// [`PageError::Damaged`] if `content` is not Base64.
pub fn bytes(content: &str) -> Result<Vec<u8>, PageError> {
    slice::from_base64(content).ok_or_else(|| PageError::Damaged("a part of the index is no Base64".to_owned()))
}

/// Decodes and inflates the joined slices of a part of the index.
///
/// # Errors
/// [`PageError::Damaged`] if they cannot be inflated.
pub fn inflated(content: &str) -> Result<Vec<u8>, PageError> {
    slice::inflate(&bytes(content)?, slice::allowance(content.len()))
        .ok_or_else(|| PageError::Damaged("a part of the index cannot be inflated".to_owned()))
}

/// Writes `content` clear or deflated, in slices.
fn text(out: &mut String, encoding: Encoding, attributes: &str, content: &str) {
    match encoding {
        Encoding::Json => {
            slice::text_slices(content).iter().for_each(|slice| element(out, "application/json", attributes, slice));
        }
        Encoding::DeflateRaw => binary(out, attributes, &slice::deflate(content.as_bytes())),
    }
}

/// Writes `texts` in blocks.
fn blocks(out: &mut String, encoding: Encoding, kind: Kind, texts: &[Cow<str>], run: Run) {
    let blocks = kind.blocks(texts, encoding == Encoding::Json);
    let (name, first) = (kind.as_str(), kind.first());
    let attributes =
        |start: usize, sum: &str| format!("data-entente=\"{name}\" {first}=\"{start}\" data-sum=\"{sum}\"");
    match encoding {
        Encoding::Json => {
            for block in blocks {
                let joined = kind.join(&texts[block.clone()]);
                text(out, encoding, &attributes(block.start, &block::sum(&joined)), &joined);
            }
        }
        Encoding::DeflateRaw => {
            // A checksum and a deflated text for each block.
            let done: Vec<Mutex<(String, Vec<u8>)>> = blocks.iter().map(|_| Mutex::default()).collect();
            run(blocks.len(), &|at| {
                let (Some(block), Some(slot)) = (blocks.get(at), done.get(at)) else { return };
                let joined = kind.join(&texts[block.clone()]);
                let made = (block::sum(&joined), slice::deflate(joined.as_bytes()));
                *slot.lock().unwrap_or_else(PoisonError::into_inner) = made;
            });
            for (block, slot) in blocks.iter().zip(done) {
                let (sum, deflated) = slot.into_inner().unwrap_or_else(PoisonError::into_inner);
                binary(out, &attributes(block.start, &sum), &deflated);
            }
        }
    }
}

fn binary(out: &mut String, attributes: &str, bytes: &[u8]) {
    slice::base64_slices(bytes).iter().for_each(|slice| element(out, "text/plain", attributes, slice));
}

fn element(out: &mut String, kind: &str, attributes: &str, content: &str) {
    let _ = write!(out, "\n<script type=\"{kind}\" {attributes}>{content}</script>");
}

/// The joined contents of the elements called `name` in the data slot; empty if there are none.
#[must_use]
pub fn content_of(data: &str, name: &str) -> String {
    let named = format!("data-entente=\"{name}\"");
    elements(data).filter(|(attributes, _)| attributes.contains(&named)).map(|(_, content)| content).collect()
}

/// Attributes and content of each element. No content contains a `<`.
fn elements(data: &str) -> impl Iterator<Item = (&str, &str)> {
    data.split("<script ").skip(1).filter_map(|element| {
        let (attributes, rest) = element.split_once('>')?;
        Some((attributes, rest.split_once("</script>")?.0))
    })
}

/// Number of the first text in an element of this kind.
fn first_of(attributes: &str, kind: Kind) -> Option<usize> {
    attributes.split_once(&format!("{}=\"", kind.first()))?.1.split_once('"')?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload() -> Payload {
        Payload {
            schema: 1,
            catalogue: "{\"title\":2}".into(),
            records: vec!["{\"id\":1}".into(), "{\"id\":2}".into()],
            names: vec!["{\"name\":\"<b>\"}".into()],
            ties: ["[1]".into(), "[]".into(), "[2,3]".into()],
            bodies: vec!["{\"text\":\"a </script> <!-- b\"}".into(), format!("\"{}\"", "x".repeat(2_500_000))],
            options: Options::default(),
        }
    }

    fn index() -> Index {
        let bytes = |n: u32| (0..n).map(|n| (n % 253) as u8).collect();
        Index { version: 7, tables: bytes(70_000), lists: bytes(60_000), places: bytes(5) }
    }

    #[test]
    fn what_is_needed_at_the_start_stands_first_and_has_its_checksum() {
        for compress in [false, true] {
            let data = write(&payload(), "", compress, &index, &in_order);
            let sums = read(&data).expect("just written").0.index.expect("it is a large page");
            let of = |name: &str| -> String {
                let wanted = format!("data-entente=\"{name}\"");
                elements(&data).filter(|(attributes, _)| attributes.contains(&wanted)).map(|(_, text)| text).collect()
            };
            let index = index();
            for (name, bytes) in
                [("tables", inflated(&of("tables"))), ("lists", bytes(&of("lists"))), ("places", bytes(&of("places")))]
            {
                let mut bytes = bytes.expect("just written");
                assert!(sums.fits(name, &bytes), "{name}");
                assert!([&index.tables, &index.lists, &index.places].contains(&&bytes));
                bytes[3] ^= 1;
                assert!(!sums.fits(name, &bytes) && !sums.fits("links", &bytes), "{name}");
            }
            assert_eq!(bytes(&of("sums")).expect("just written")[..4], sum_of(&escape::json(&payload().bodies[0])));
            let order: Vec<usize> =
                PARTS.iter().map(|name| data.find(&format!("\"{name}\"")).expect("there")).collect();
            let first = data.find("data-document").expect("there");
            assert!(order.iter().all(|at| *at < first), "all before the texts");
            assert!(bytes("x").is_err() && inflated("AAAA").is_err());
        }
        let small = Payload { bodies: Vec::new(), ..payload() };
        let none = || -> Index { panic!("a small page has none") };
        assert_eq!(read(&write(&small, "", true, &none, &in_order)).expect("just written").0.index, None);
    }

    /// What the page says of a part of its index is not to be trusted where one letter of it is another one, or where it
    /// ends too soon: each letter of each part is tried.
    #[test]
    fn one_wrong_letter_anywhere_in_an_index_is_noticed() {
        let large = Payload { bodies: vec![format!("\"{}\"", "x".repeat(AT_ONCE)), "2".into()], ..payload() };
        let bytes = |n: u32| (0..n).map(|n| (n * n % 251) as u8).collect();
        let index = || Index { version: 7, tables: bytes(400), lists: bytes(301), places: bytes(212) };
        let data = write(&large, "", true, &index, &in_order);
        let sums = read(&data).expect("just written").0.index.expect("it is a large page");
        let mut tried = 0;
        for name in ["sums", "tables", "lists", "places"] {
            let wanted = format!("data-entente=\"{name}\"");
            let known = elements(&data).find(|(attributes, _)| attributes.contains(&wanted)).expect("there").1;
            let part = |content: &str| match name {
                "tables" => inflated(content),
                _ => super::bytes(content),
            };
            let written = part(known).expect("just written");
            assert!(sums.fits(name, &written));
            // Bits behind the end of what is deflated may be any: nothing is read from them.
            let misled = |content: &str| part(content).is_ok_and(|bytes| sums.fits(name, &bytes) && bytes != written);
            for at in 0..known.len() {
                for letter in ["A", "z", "/", "=", "\u{e9}"].iter().filter(|letter| known[at..at + 1] != ***letter) {
                    assert!(!misled(&format!("{}{letter}{}", &known[..at], &known[at + 1..])), "{name} {at} {letter}");
                    tried += 1;
                }
                assert!(!misled(&known[..at]), "{name} cut at {at}");
                assert!(!misled(&format!("{}{}", &known[..at], &known[at + 1..])), "{name} without letter {at}");
            }
        }
        assert!(tried > 3_000);
    }

    #[test]
    fn deflated_texts_lie_together_and_come_apart_again() {
        let bodies: Vec<String> = (0..500).map(|n| format!("{{\"text\":\"{}\"}}", "ab\\n".repeat(n))).collect();
        let many = Payload { bodies: bodies.clone(), ..payload() };
        for compress in [false, true] {
            let data = write(&many, "", compress, &index, &in_order);
            assert_eq!(read(&data).expect("just written").1.bodies, bodies);
            let blocks = data.matches("data-document").count();
            assert!(if compress { (4..50).contains(&blocks) } else { blocks == 500 }, "{blocks}");
        }
    }

    #[test]
    fn what_is_written_reads_back_in_both_encodings() {
        for compress in [false, true] {
            let data = write(&payload(), "digest", compress, &index, &in_order);
            let (head, read) = read(&data).expect("just written");
            assert_eq!(head.encoding == Encoding::DeflateRaw, compress);
            assert_eq!(read.bodies[1], payload().bodies[1]);
            assert_eq!(read.bodies[0], escape::json(&payload().bodies[0]));
            assert_eq!((read.records, read.names[0].as_str()), (payload().records, "{\"name\":\"\\u003cb>\"}"));
            assert!(elements(&data).all(|(_, content)| content.len() <= slice::JSON_SLICE));
        }
    }

    /// A page of a megabyte may not take gigabytes: what it inflates to is bounded by the room it takes, over all texts.
    #[test]
    fn texts_that_inflate_to_too_much_are_refused() {
        let blanks = slice::deflate(&vec![b' '; slice::INFLATED_AT_LEAST / 8]);
        let data = write(&payload(), "", true, &index, &in_order);
        let end = data.find("\n<script type=\"text/plain\" data-entente=\"body\"").expect("there");
        let bomb = |n: usize| {
            let mut out = data[..end].to_owned();
            for at in 0..n {
                binary(&mut out, &format!("data-entente=\"body\" data-document=\"{at}\""), &blanks);
            }
            read(&out).expect_err("it is not what was written").to_string()
        };
        assert!(bomb(7).contains("7 of 2"), "{}", bomb(7));
        assert!(bomb(30).contains("too many bytes"), "{}", bomb(30));
        assert!(clear_text(Encoding::DeflateRaw, slice::base64_slices(&blanks).concat()).is_ok());
    }

    #[test]
    fn texts_that_would_not_be_inflated_again_are_carried_clear() {
        let same = format!("\"{}\"", "x".repeat(slice::INFLATED_AT_LEAST));
        let data = write(&Payload { bodies: vec![same.clone()], ..payload() }, "", true, &Index::default, &in_order);
        let (head, read) = read(&data).expect("just written");
        assert!(head.encoding == Encoding::Json && read.bodies[0] == same);
    }

    #[test]
    fn a_head_reads_back_and_its_index_may_be_damaged() {
        let options = Options { no_links: true, hosts: vec!["https://intranet.example".to_owned()] };
        let data = write(&Payload { options: options.clone(), ..payload() }, "digest", false, &index, &in_order);
        let json = content_of(&data, "head");
        let head = read_head(&json).expect("just written");
        assert_eq!((&head.options, head.index.as_ref().map(|index| index.version)), (&options, Some(7)));
        assert_eq!(serde_json::to_string(&head).expect("as it was read"), json);
        let other = json.replacen("\"version\":7", "\"version\":\"seven\"", 1);
        assert_eq!(
            read_head(&other).expect("it is not needed").index,
            Some(IndexHead { version: 0, sums: Vec::new() })
        );
        for (from, to) in
            [("\"no_links\":true", "\"no_links\":\"no\""), ("\"documents\":2,", ""), ("\"json\"", "\"lzma\"")]
        {
            let error = read_head(&json.replacen(from, to, 1)).expect_err(to).to_string();
            assert!(error.contains("head cannot be read"), "{error}");
        }
    }

    #[test]
    fn both_encodings_have_one_checksum() {
        let sum = |compress| read(&write(&payload(), "", compress, &index, &in_order)).expect("just written").0.sha256;
        assert_eq!(sum(false), sum(true));
    }

    #[test]
    fn the_checksum_is_the_same_text_by_text() {
        let (head, read) = read(&write(&payload(), "", true, &index, &in_order)).expect("just written");
        let of = |texts: &[&String]| {
            let mut checksum = Checksum::default();
            texts.iter().for_each(|text| checksum.add(text));
            checksum.fits(&head)
        };
        let mut texts: Vec<String> = read.texts().map(str::to_owned).collect();
        assert!(of(&texts.iter().collect::<Vec<_>>()));
        let last = texts.len() - 1;
        texts.swap(last, last - 1);
        assert!(!of(&texts.iter().collect::<Vec<_>>()) && !of(&[&read.catalogue]));
    }

    #[test]
    fn damage_is_noticed_wherever_it_is() {
        let data = write(&payload(), "digest", false, &index, &in_order);
        for (from, to, says) in [
            ("a \\u003c", "b \\u003c", "checksum"),
            ("data-document=\"0\"", "data-document=\"7\"", "document 1 is missing"),
            ("\"documents\":2,", "\"documents\":3,", "2 of 3"),
            ("data-first=\"0\" data-sum", "data-first=\"4\" data-sum", "document 1 is missing"),
            ("data-entente=\"name\"", "data-entente=\"game\"", "checksum"),
            ("\"format\":3", "\"format\":9", "format 9"),
            ("data-entente=\"head\"", "data-entente=\"tail\"", "head is missing"),
            ("{\"format\"", "[\"format\"", "head cannot be read"),
        ] {
            let error = read(&data.replacen(from, to, 1)).expect_err(says).to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
