//! Cuts bytes and texts into slices, each small enough for one element.
//!
//! `WebKit` takes time that grows with the square of the length of a text node, and mail gateways refuse long lines. So
//! Base64 (the module and deflated texts) is cut into slices of 64 KB, clear JSON into slices of at most 1 MB.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Characters of a slice of Base64; a multiple of four, so that each slice decodes alone.
pub const BASE64_SLICE_CHARS: usize = 65_536;
/// Bytes of a slice of clear JSON.
pub const JSON_SLICE_BYTES: usize = 1_000_000;

/// Deflates `bytes` (RFC 1951) at level 9. The same bytes give the same stream on every machine.
#[must_use]
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory does not fail")
}

/// Deflates `bytes` as [`deflate`] does, but to no less than a readable part of them ([`MAX_INFLATED_PER_BYTE`]). Of bytes that
/// repeat themselves, the first are stored as they are.
#[must_use]
pub fn deflate_readably(bytes: &[u8]) -> Vec<u8> {
    let deflated = deflate(bytes);
    if bytes.len() <= deflated.len().saturating_mul(MAX_INFLATED_PER_BYTE) {
        return deflated;
    }
    let (stored, rest) = bytes.split_at(bytes.len().div_ceil(MAX_INFLATED_PER_BYTE));
    let mut out = Vec::with_capacity(stored.len() + deflated.len());
    // Blocks of bytes as they are, none of them the last: RFC 1951, 3.2.4.
    for block in stored.chunks(usize::from(u16::MAX)) {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        out.push(0);
        out.extend_from_slice(&length.to_le_bytes());
        out.extend_from_slice(&(!length).to_le_bytes());
        out.extend_from_slice(block);
    }
    out.extend(deflate(rest));
    out
}

/// Bytes that any payload may inflate to, however small it is.
pub const ALWAYS_INFLATED_BYTES: usize = 64_000_000;
/// Further bytes for each byte that the payload takes in the page. Texts inflate to some seven times their size.
pub const MAX_INFLATED_PER_BYTE: usize = 30;

/// Bytes that texts of `room` bytes in a page may inflate to: a page of some kilobytes must not fill gigabytes of memory.
#[must_use]
pub fn max_inflated_bytes(room: usize) -> usize {
    room.saturating_mul(MAX_INFLATED_PER_BYTE).saturating_add(ALWAYS_INFLATED_BYTES)
}

/// Inflates `deflated` (RFC 1951). `None` if it is damaged or inflates to more than `limit` bytes.
#[must_use]
pub fn inflate(deflated: &[u8], limit: usize) -> Option<Vec<u8>> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(deflated, limit).ok()
}

/// `bytes` as Base64 in slices of [`BASE64_SLICE_CHARS`] characters; each decodes alone. Empty bytes give no slice.
#[must_use]
pub fn base64_slices(bytes: &[u8]) -> Vec<String> {
    bytes.chunks(BASE64_SLICE_CHARS / 4 * 3).map(|chunk| STANDARD.encode(chunk)).collect()
}

/// Decodes Base64 slices that were joined. `None` if `text` is not Base64.
#[must_use]
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// Cuts `text` into slices of at most [`JSON_SLICE_BYTES`] bytes, between characters. An empty text is one empty slice.
#[must_use]
pub fn text_slices(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut out = Vec::new();
    while rest.len() > JSON_SLICE_BYTES {
        let (slice, after) = rest.split_at(rest.floor_char_boundary(JSON_SLICE_BYTES));
        out.push(slice);
        rest = after;
    }
    out.push(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_join_to_what_was_cut() {
        let text = "한".repeat(JSON_SLICE_BYTES);
        let slices = text_slices(&text);
        assert!(slices.len() > 1 && slices.iter().all(|slice| slice.len() <= JSON_SLICE_BYTES));
        assert_eq!(slices.concat(), text);
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
        assert_eq!(decode_base64(&base64_slices(&bytes).concat()), Some(bytes.clone()));
        assert_eq!(inflate(&deflate(&bytes), bytes.len()), Some(bytes.clone()));
        assert_eq!(inflate(&deflate(&bytes), bytes.len() - 1), None);
        assert_eq!(inflate(&[1, 2, 3], 1_000), None);
    }

    #[test]
    fn bytes_that_repeat_themselves_deflate_to_a_readable_part_of_them() {
        for length in [0, 1, 30, 100_000, 5_000_000] {
            let same = vec![b'x'; length];
            let deflated = deflate_readably(&same);
            assert!(length <= deflated.len() * MAX_INFLATED_PER_BYTE && deflated.len() < length / 20 + 50, "{length}");
            assert_eq!(inflate(&deflated, length), Some(same));
        }
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| (n % 251 * n % 13) as u8).collect();
        assert_eq!(
            deflate_readably(&bytes[..2_000]),
            deflate(&bytes[..2_000]),
            "others are deflated as far as they go"
        );
    }
}
