//! Numbers in few bits: the code of long lists of numbers that are alike.
//!
//! A Rice code (Rice 1979): the high part in ones ended by a zero, the low part in `k` bits, `k` fitted to each list.
//! Reading never fails and never goes on for ever: after the end there are zeros.

/// Writes bits, the lowest of each byte first.
#[derive(Debug, Default)]
pub(crate) struct BitWriter {
    out: Vec<u8>,
    waiting: u64,
    held: u32,
}

impl BitWriter {
    /// Writes the low `width` bits of `value`; 32 at most.
    pub(crate) fn bits(&mut self, value: u32, width: u32) {
        let low = u64::from(value) & ((1 << width) - 1);
        self.waiting |= low << self.held;
        self.held += width;
        while self.held >= 8 {
            self.out.push((self.waiting & 0xff) as u8);
            self.waiting >>= 8;
            self.held -= 8;
        }
    }

    /// Writes `value` with a low part of `k` bits.
    pub(crate) fn rice(&mut self, value: u32, k: u32) {
        let mut high = value >> k;
        while high >= 32 {
            self.bits(u32::MAX, 32);
            high -= 32;
        }
        self.bits(u32::MAX, high);
        self.bits(0, 1);
        self.bits(value, k);
    }

    /// The bytes, the last one filled up with zeros.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        if self.held > 0 {
            self.out.push((self.waiting & 0xff) as u8);
        }
        self.out
    }
}

/// Reads what a [`BitWriter`] wrote.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    /// The next bit.
    at: usize,
}

impl<'a> BitReader<'a> {
    /// From bit `at` of `bytes` on.
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// The bits from here on, 57 of them at least; zeros after the end.
    fn window(&self) -> u64 {
        let from = self.at / 8;
        let word = match self.bytes.get(from..from + 8) {
            Some(eight) => u64::from_le_bytes(eight.try_into().unwrap_or_default()),
            None => {
                let rest = self.bytes.get(from..).unwrap_or_default();
                rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
            }
        };
        word >> (self.at % 8)
    }

    /// The next `width` bits; 32 at most.
    pub(crate) fn bits(&mut self, width: u32) -> u32 {
        let value = self.window() & ((1 << width) - 1);
        self.at += width as usize;
        value as u32
    }

    /// The next number with a low part of `k` bits.
    #[inline]
    pub(crate) fn rice(&mut self, k: u32) -> u32 {
        let window = self.window();
        let ones = window.trailing_ones();
        // In most cases the window contains all of it.
        if ones + 1 + k <= 57 {
            self.at += (ones + 1 + k) as usize;
            let low = (window >> (ones + 1)) & ((1 << k) - 1);
            return (ones << k) | low as u32;
        }
        let mut high = 0_u32;
        loop {
            let ones = self.window().trailing_ones().min(32);
            high = high.saturating_add(ones);
            self.at += ones as usize;
            if ones < 32 {
                break;
            }
        }
        self.at += 1;
        let low = self.bits(k);
        high.checked_shl(k).unwrap_or(0) | low
    }
}

/// The width of the low part with which `values` take fewest bits, or nearly.
pub(crate) fn best_rice(values: &[u32]) -> u32 {
    let sum: u64 = values.iter().map(|value| u64::from(*value)).sum();
    let mean = sum / values.len().max(1) as u64;
    let near = mean.max(1).ilog2();
    let cost = |k: u32| values.iter().map(|value| u64::from(value >> k) + 1 + u64::from(k)).sum::<u64>();
    (near.saturating_sub(2)..=near + 1).min_by_key(|k| cost(*k)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{BitReader, BitWriter, best_rice};

    #[test]
    fn numbers_read_back() {
        let values: Vec<u32> = (0..40).flat_map(|n| [n, n * n * 31, 1 << (n % 32), 5]).chain([u32::MAX]).collect();
        let values: Vec<u32> = values.into_iter().map(|value| value % 2_000_000).collect();
        for k in [0, 1, 7, 20, best_rice(&values)] {
            let mut writer = BitWriter::default();
            writer.bits(5, 3);
            values.iter().for_each(|value| writer.rice(*value, k));
            let bytes = writer.finish();
            let mut reader = BitReader::new(&bytes, 0);
            assert_eq!(reader.bits(3), 5);
            assert!(values.iter().all(|value| reader.rice(k) == *value), "{k}");
            assert_eq!((reader.rice(3), reader.bits(32)), (0, 0), "behind the end there are zeros");
        }
    }

    #[test]
    fn the_width_fits_the_numbers() {
        assert_eq!((best_rice(&[0, 0, 0]), best_rice(&[]), best_rice(&[1000; 9])), (0, 0, 9));
    }
}
