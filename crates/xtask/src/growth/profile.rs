//! Parses the file that a program with coverage counters writes when it ends.
//!
//! The layout is LLVM's `InstrProfData.inc`: a header of 64-bit words, identifiers of the binary, one record a function, and then
//! all counters, eight bytes each.

/// The first word of the file: "\xfflprofr\x81", and the words of the header of each version that is known.
const MAGIC: u64 = u64::from_be_bytes(*b"\xfflprofr\x81");
const VERSION_BITS: u64 = 0x00ff_ffff_ffff_ffff;
const WORD: usize = 8;
/// Bytes of a function's record.
const RECORD: u64 = 64;

/// Adds all counters.
///
/// # Errors
/// A sentence if the file has another layout.
pub(super) fn sum_counters(bytes: &[u8]) -> Result<u64, String> {
    let (words, _) = bytes.as_chunks::<WORD>();
    let word = |at: usize| words.get(at).map(|word| u64::from_le_bytes(*word)).ok_or("the counts are cut off");
    if word(0)? != MAGIC {
        return Err("these are no counts".to_owned());
    }
    let version = word(1)? & VERSION_BITS;
    if version != 10 {
        return Err(format!("counts of version {version} are not known; see llvm's InstrProfData.inc"));
    }
    // Header: magic, version, bytes of identifiers, records, padding, counters, padding, bytes of bitmaps, padding, bytes of names,
    // three offsets, tables, bytes of their names, kinds of values.
    const HEADER: u64 = 16 * WORD as u64;
    let (identifiers, records, padding, counters) = (word(2)?, word(3)?, word(4)?, word(5)?);
    let start = HEADER + identifiers + records * RECORD + padding;
    let first = usize::try_from(start).map_err(|_| "the counts are cut off")? / WORD;
    let count = usize::try_from(counters).map_err(|_| "the counts are cut off")?;
    let counters = words.get(first..).and_then(|words| words.get(..count)).ok_or("the counts are cut off")?;
    Ok(counters.iter().map(|word| u64::from_le_bytes(*word)).fold(0, u64::saturating_add))
}

#[cfg(test)]
mod tests {
    use super::{MAGIC, sum_counters};

    #[test]
    fn the_counters_behind_the_records_are_added() {
        let mut words = vec![MAGIC, 10, 8, 1, 0, 3];
        words.resize(16, 0);
        // An identifier, a record of eight words, three counters, names.
        words.extend([7; 1 + 8]);
        words.extend([100, 20, 3, 9999]);
        let bytes: Vec<u8> = words.iter().flat_map(|word: &u64| word.to_le_bytes()).collect();
        assert_eq!(sum_counters(&bytes), Ok(123));
        assert!([&bytes[..180], b"", &[0; 400]].iter().all(|bytes| sum_counters(bytes).is_err()));
    }
}
