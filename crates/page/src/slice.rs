//! Bytes and texts cut into elements small enough for every browser.
//!
//! `WebKit` needs time that grows with the square of one text node's length, and mail gateways dislike
//! long lines: what is executable code or deflated text lies in slices of 64 KB, clear JSON in
//! slices of at most 1 MB.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Characters of a slice of Base64; a multiple of four, so that each slice decodes alone.
pub const BASE64_SLICE: usize = 65_536;
/// Bytes of a slice of clear JSON.
pub const JSON_SLICE: usize = 1_000_000;

/// `bytes` deflated (RFC 1951) at the highest level.
#[must_use]
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory does not fail")
}

/// Bytes that texts may inflate to, whatever room they take.
pub const INFLATED_AT_LEAST: usize = 64_000_000;
/// Bytes beyond that for each byte that they take in the page. Texts inflate to some seven times their room.
pub const INFLATED_PER_BYTE: usize = 30;

/// Bytes that texts which take `room` bytes in a page may inflate to: a page of some kilobytes must not take gigabytes.
#[must_use]
pub fn allowance(room: usize) -> usize {
    room.saturating_mul(INFLATED_PER_BYTE).saturating_add(INFLATED_AT_LEAST)
}

/// The bytes that were deflated; `None` when `deflated` is damaged or would be more than `limit` bytes.
#[must_use]
pub fn inflate(deflated: &[u8], limit: usize) -> Option<Vec<u8>> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(deflated, limit).ok()
}

/// `bytes` as Base64 in slices.
#[must_use]
pub fn base64_slices(bytes: &[u8]) -> Vec<String> {
    bytes.chunks(BASE64_SLICE / 4 * 3).map(|chunk| STANDARD.encode(chunk)).collect()
}

/// The bytes of Base64 slices written one after the other.
#[must_use]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// `text` in slices that end on characters.
#[must_use]
pub fn text_slices(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut out = Vec::new();
    while rest.len() > JSON_SLICE {
        let (slice, behind) = rest.split_at(rest.floor_char_boundary(JSON_SLICE));
        out.push(slice);
        rest = behind;
    }
    out.push(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_join_to_what_was_cut() {
        let text = "한".repeat(JSON_SLICE);
        let slices = text_slices(&text);
        assert!(slices.len() > 1 && slices.iter().all(|slice| slice.len() <= JSON_SLICE));
        assert_eq!(slices.concat(), text);
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
        assert_eq!(from_base64(&base64_slices(&bytes).concat()), Some(bytes.clone()));
        assert_eq!(inflate(&deflate(&bytes), bytes.len()), Some(bytes.clone()));
        assert_eq!(inflate(&deflate(&bytes), bytes.len() - 1), None);
        assert_eq!(inflate(&[1, 2, 3], 1_000), None);
    }
}
