//! Deflates the module as far as the format allows.
//!
//! In: bytes. Out: the same as a DEFLATE stream (RFC 1951), which every browser inflates by itself. Zopfli searches for the
//! smallest one: 5 % smaller than level 9 of `flate2`, for some twenty seconds of a build.

use std::io::Write;
use std::num::NonZeroU64;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use zopfli::{Format, Options};

use crate::Fault;

/// Rounds of the search. More of them gain less than a thousandth.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(5).expect("it is not zero");

/// Bytes of a block. Each block has its own Huffman codes, because code, texts and tables of numbers alternate.
const MAX_BLOCK_SPLITS: u16 = 200;

/// A way to deflate bytes.
pub(crate) type Deflate = fn(&[u8]) -> Result<Vec<u8>, Fault>;

/// `bytes` deflated in little time, for a page to look at while working.
///
/// # Errors
/// If the encoder fails, which writing to memory does not.
pub(crate) fn quickly(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// `bytes` deflated to the smallest stream. The same bytes give the same stream on every machine.
///
/// # Errors
/// If the encoder fails, which writing to memory does not.
pub(crate) fn thoroughly(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut deflated = Vec::new();
    let options = Options { iteration_count: ITERATIONS, maximum_block_splits: MAX_BLOCK_SPLITS, ..Options::default() };
    zopfli::compress(options, Format::Deflate, bytes, &mut deflated)?;
    Ok(deflated)
}

#[cfg(test)]
mod tests {
    use entente_page::slice;

    #[test]
    fn what_is_deflated_inflates_to_the_same_bytes() {
        for bytes in [Vec::new(), vec![7], (0..2_000_u32).map(|n| (n * n / 7) as u8).collect()] {
            for deflate in [super::thoroughly, super::quickly] {
                let deflated = deflate(&bytes).expect("it writes to memory");
                assert_eq!(slice::inflate(&deflated, bytes.len()).as_ref(), Some(&bytes));
            }
        }
    }
}
