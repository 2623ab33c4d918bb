//! Writes the elements of the data slot.

use std::borrow::Cow;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use super::checksum::checksum;
use super::{
    CLEAR_MAX_BYTES, Encoding, FORMAT, Head, Index, IndexHead, PROGRAM, Payload, READ_WHOLE_MAX_BYTES, TIES,
    body_checksum,
};
use crate::block::{self, Kind};
use crate::{escape, quick, slice};

/// Calls a job once with each number below a count, in any order and on any threads.
pub type RunJobs<'a> = &'a dyn Fn(usize, &(dyn Fn(usize) + Sync));

/// Calls the job with one number after the other.
pub fn run_in_order(count: usize, job: &(dyn Fn(usize) + Sync)) {
    (0..count).for_each(job);
}

/// The texts of a payload as they stand in elements; most stand as they are.
struct EscapedTexts<'a> {
    catalogue: Cow<'a, str>,
    records: Vec<Cow<'a, str>>,
    names: Vec<Cow<'a, str>>,
    ties: [Cow<'a, str>; 3],
    bodies: Vec<Cow<'a, str>>,
}

impl<'a> EscapedTexts<'a> {
    fn new(payload: &'a Payload) -> Self {
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

/// How texts are written.
#[derive(Clone, Copy)]
struct Form {
    encoding: Encoding,
    /// True if texts that repeat themselves must not deflate so well that readers refuse to inflate all of them.
    readably: bool,
}

impl Form {
    fn deflate(self, text: &str) -> Vec<u8> {
        if self.readably { slice::deflate_readably(text.as_bytes()) } else { slice::deflate(text.as_bytes()) }
    }
}

/// Writes the elements of the data slot. `index` is called only if the texts are longer than [`READ_WHOLE_MAX_BYTES`]. `application` is
/// the digest of the application in the page. The same arguments give the same bytes. Blocks of texts
/// are deflated by `run`.
#[must_use]
pub fn write(payload: &Payload, application: &str, compress: bool, index: &dyn Fn() -> Index, run: RunJobs) -> String {
    let clear = EscapedTexts::new(payload);
    let bytes: usize = clear.texts().map(str::len).sum();
    let encoding = if compress || bytes > CLEAR_MAX_BYTES { Encoding::DeflateRaw } else { Encoding::Json };
    let index = (bytes > READ_WHOLE_MAX_BYTES).then(index);
    let form = Form { encoding, readably: bytes > slice::ALWAYS_INFLATED_BYTES };
    let EscapedTexts { catalogue, records, names, ties, bodies } = &clear;
    let sums: Vec<u8> = bodies.iter().flat_map(|body| body_checksum(body)).collect();
    let index_head = index.as_ref().map(|index| {
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
    write_element(&mut out, "application/json", "data-entente=\"head\"", &escape::json(&json));
    write_text(&mut out, form, "data-entente=\"catalogue\"", catalogue);
    if let Some(index) = index {
        let parts: [(&str, &[u8]); 4] = [
            ("sums", &sums),
            ("tables", &slice::deflate(&index.tables)),
            ("lists", &index.lists),
            ("places", &index.places),
        ];
        for (name, bytes) in parts {
            write_binary(&mut out, &format!("data-entente=\"{name}\""), bytes);
        }
    }
    write_blocks(&mut out, form, Kind::Record, records, run);
    write_blocks(&mut out, form, Kind::Name, names, run);
    for (name, tie) in TIES.iter().zip(ties) {
        write_text(&mut out, form, &format!("data-entente=\"{name}\""), tie);
    }
    write_blocks(&mut out, form, Kind::Body, bodies, run);
    out
}

/// `n` as a `u32`; `u32::MAX` if it is larger.
fn saturating_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Writes `content` clear or deflated, in slices.
fn write_text(out: &mut String, form: Form, attributes: &str, content: &str) {
    match form.encoding {
        Encoding::Json => {
            slice::text_slices(content)
                .iter()
                .for_each(|slice| write_element(out, "application/json", attributes, slice));
        }
        Encoding::DeflateRaw => write_binary(out, attributes, &form.deflate(content)),
    }
}

/// Writes `texts` in blocks.
fn write_blocks(out: &mut String, form: Form, kind: Kind, texts: &[Cow<str>], run: RunJobs) {
    let blocks = kind.blocks(texts, form.encoding == Encoding::Json);
    let (name, first) = (kind.as_str(), kind.first_attribute());
    let attributes =
        |start: usize, sum: &str| format!("data-entente=\"{name}\" {first}=\"{start}\" data-sum=\"{sum}\"");
    match form.encoding {
        Encoding::Json => {
            for block in blocks {
                let joined = kind.join(&texts[block.clone()]);
                write_text(out, form, &attributes(block.start, &block::checksum(&joined)), &joined);
            }
        }
        Encoding::DeflateRaw => {
            // A checksum and a deflated text for each block.
            let done: Vec<Mutex<(String, Vec<u8>)>> = blocks.iter().map(|_| Mutex::default()).collect();
            run(blocks.len(), &|at| {
                let (Some(block), Some(slot)) = (blocks.get(at), done.get(at)) else { return };
                let joined = kind.join(&texts[block.clone()]);
                let made = (block::checksum(&joined), form.deflate(&joined));
                *slot.lock().unwrap_or_else(PoisonError::into_inner) = made;
            });
            for (block, slot) in blocks.iter().zip(done) {
                let (sum, deflated) = slot.into_inner().unwrap_or_else(PoisonError::into_inner);
                write_binary(out, &attributes(block.start, &sum), &deflated);
            }
        }
    }
}

pub(super) fn write_binary(out: &mut String, attributes: &str, bytes: &[u8]) {
    slice::base64_slices(bytes).iter().for_each(|slice| write_element(out, "text/plain", attributes, slice));
}

fn write_element(out: &mut String, kind: &str, attributes: &str, content: &str) {
    let _ = write!(out, "\n<script type=\"{kind}\" {attributes}>{content}</script>");
}
