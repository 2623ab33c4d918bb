//! The module packed by LZMA: a fifth smaller than deflated, for a page that goes by mail.
//!
//! In: bytes. Out: a `.lzma` stream with the length in its head, as `static/boot/lzma.js` reads it. Browsers inflate but
//! do not know LZMA; that script costs 2 KB and some 100 ms at the start.

use std::io::Read;

use liblzma::read::XzEncoder;
use liblzma::stream::{LzmaOptions, PRESET_EXTREME, Stream};

use crate::Fault;

/// Bytes of the head: properties, dictionary, length.
const HEAD: usize = 13;
/// Where the length stands in it, as eight bytes, the lowest first.
const LENGTH: std::ops::Range<usize> = 5..13;

/// `bytes` packed as far as it goes.
pub(crate) fn packed(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut options = LzmaOptions::new_preset(9 | PRESET_EXTREME)?;
    // Bytes of a module are not aligned: no position bits.
    options.literal_context_bits(4).literal_position_bits(0).position_bits(0);
    let mut out = Vec::new();
    XzEncoder::new_stream(bytes, Stream::new_lzma_encoder(&options)?).read_to_end(&mut out)?;
    let head = out.get_mut(..HEAD).ok_or("the packed module has no head")?;
    // The encoder leaves the length open; the page wants it to know how much to make room for.
    head[LENGTH].copy_from_slice(&u64::try_from(bytes.len())?.to_le_bytes());
    Ok(out)
}
