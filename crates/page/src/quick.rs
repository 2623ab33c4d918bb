//! A quick checksum: finds bytes that were changed or cut by accident.
//!
//! This is not a signature: who changes a page on purpose can change its checksums as well.

/// The checksum of `bytes`. Every step is reversible, so a change within eight aligned bytes always changes the sum.
#[must_use]
pub fn checksum(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut sum = (bytes.len() as u64).wrapping_mul(FACTOR);
    let mut add = |word: u64| {
        sum = (sum ^ word).wrapping_mul(FACTOR);
        sum ^= sum >> 29;
    };
    let mut words = bytes.chunks_exact(8);
    for word in words.by_ref() {
        add(u64::from_le_bytes(word.try_into().unwrap_or_default()));
    }
    add(words.remainder().iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    sum
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn every_change_is_seen() {
        let bytes: Vec<u8> = (0..100_u8).collect();
        let sum = checksum(&bytes);
        for at in 0..100 {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert_ne!(checksum(&changed), sum, "{at} {bit}");
            }
            assert_ne!(checksum(&bytes[..at]), sum, "cut at {at}");
        }
        assert_ne!(checksum(&[0]), checksum(&[0, 0]));
    }
}
