//! The payload of a page: a head, a catalogue, a record and a text for each document, a record for each name, and the ties
//! between documents. A large page also carries an index, so that it can be searched before its texts are read.
//!
//! [`write()`] writes it into elements of the data slot, [`read()`] reads and verifies it. Clear JSON is written to
//! `<script type="application/json">` elements of at most 1 MB. Beyond [`CLEAR_MAX_BYTES`], or if the packer asks for it, texts
//! are deflated in blocks ([`Kind`]) and written as slices of Base64. The checksum in the head covers the clear texts, so it
//! is the same for both encodings. What a page needs at its start is written before the texts of the documents.

mod checksum;
mod read;
mod write;

use serde::{Deserialize, Serialize};

use crate::block::Kind;
use crate::quick;

pub(crate) use checksum::hexadecimal_sha256;
pub use checksum::{Checksum, body_checksum, checksum_mismatch, verify};
pub use read::{decode_part, decode_text, inflate_part, joined_content, read, read_head};
pub use write::{RunJobs, run_in_order, write};

/// Version of the program that writes the page.
pub const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// Version of the container. A page with another one is refused.
pub const FORMAT: u32 = 3;
/// Bytes of clear JSON beyond which texts are deflated: about 5 MB of documents.
pub const CLEAR_MAX_BYTES: usize = 15_000_000;
/// Bytes of clear JSON up to which a page is read whole before it shows anything, and carries no index. Reading takes some
/// tens of milliseconds then, and an index would cost more than it saves.
pub const READ_WHOLE_MAX_BYTES: usize = 2_000_000;
/// Parts of the catalogue that refer to several documents. A list of documents does not need them.
pub const TIES: [&str; 3] = ["acronyms", "series", "links"];
/// The kinds of texts that are written in blocks.
const KINDS: [Kind; 3] = [Kind::Record, Kind::Name, Kind::Body];
/// The parts of a page that have a checksum in [`IndexHead::sums`], in its order.
pub const PARTS: [&str; 8] = ["catalogue", "acronyms", "series", "links", "sums", "tables", "lists", "places"];

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

impl Payload {
    /// All texts in the order of the checksum: catalogue, records, names, ties, bodies.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let lists = [&self.records, &self.names].into_iter().flatten();
        [&self.catalogue].into_iter().chain(lists).chain(&self.ties).chain(&self.bodies).map(String::as_str)
    }
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

impl IndexHead {
    /// True if `bytes` are those that were written for `part`, one of [`PARTS`].
    #[must_use]
    pub fn fits(&self, part: &str, bytes: &[u8]) -> bool {
        let known = PARTS.iter().zip(&self.sums).find(|(name, _)| **name == part);
        known.is_some_and(|(_, sum)| u64::from_str_radix(sum, 16) == Ok(quick::checksum(bytes)))
    }
}

/// How texts are written in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// As clear JSON.
    Json,
    /// Deflated (RFC 1951), in Base64.
    DeflateRaw,
}

#[cfg(test)]
mod tests;
