//! Checksums of the payload: of all clear texts together, and of each text.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Head, Payload};
use crate::error::PageError;
use crate::quick;

/// Compares clear texts with their number and checksum in the head.
///
/// # Errors
/// [`PageError::Damaged`], which says what differs.
pub fn verify(head: &Head, payload: &Payload) -> Result<(), PageError> {
    if payload.bodies.len() != head.documents as usize {
        let what = format!("{} of {} documents are there", payload.bodies.len(), head.documents);
        return Err(PageError::Damaged(what));
    }
    if checksum(payload.texts()) == head.sha256 { Ok(()) } else { Err(checksum_mismatch()) }
}

/// The error for texts that are not those written.
#[must_use]
pub fn checksum_mismatch() -> PageError {
    PageError::Damaged("the checksum of the texts is not the one written".to_owned())
}

/// The checksum of the text of a document as the part `sums` contains it.
#[must_use]
pub fn body_checksum(body: &str) -> [u8; 4] {
    let sum = quick::checksum(body.as_bytes());
    ((sum >> 32) as u32).to_le_bytes()
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

pub(super) fn checksum<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    hexadecimal_sha256(texts.flat_map(|text| [text, "\n"]))
}
