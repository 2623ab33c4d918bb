//! Deflates the module as far as the format allows.
//!
//! In: bytes. Out: the same as a DEFLATE stream (RFC 1951), which every browser inflates by itself. Zopfli searches for the
//! smallest one: 5 % smaller than level 9 of `flate2`, for some ten seconds of a build.

use std::num::NonZeroU64;

use zopfli::{Format, Options};

use crate::Fault;

/// Rounds of the search. More of them gain less than a thousandth.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(5).expect("it is not zero");

/// `bytes` deflated. The same bytes give the same stream on every machine.
///
/// # Errors
/// If the encoder fails, which writing to memory does not.
pub(crate) fn deflate(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut deflated = Vec::new();
    let options = Options { iteration_count: ITERATIONS, ..Options::default() };
    zopfli::compress(options, Format::Deflate, bytes, &mut deflated)?;
    Ok(deflated)
}

#[cfg(test)]
mod tests {
    use entente_page::slice;

    #[test]
    fn what_is_deflated_inflates_to_the_same_bytes() {
        for bytes in [Vec::new(), vec![7], (0..2_000_u32).map(|n| (n * n / 7) as u8).collect()] {
            let deflated = super::deflate(&bytes).expect("it writes to memory");
            assert_eq!(slice::inflate(&deflated, bytes.len()), Some(bytes));
        }
    }
}
