//! Run-length coding for lists of numbers whose neighbours are mostly equal: a number and how often it follows.

use entente_text::saturating_u32;

use crate::varint;

/// Appends `list`.
pub fn put(out: &mut Vec<u8>, list: &[u32]) {
    let mut before = 0;
    for run in list.chunk_by(|a, b| a == b) {
        varint::put(out, zigzag(run[0].wrapping_sub(before)));
        varint::put(out, saturating_u32(run.len()));
        before = run[0];
    }
}

/// Takes a list of `len` numbers, all below `limit`, off the front of `bytes`; `None` if the bytes are not such a list.
pub fn take(bytes: &mut &[u8], len: usize, limit: usize) -> Option<Vec<u32>> {
    let mut out = Vec::with_capacity(len);
    let mut before = 0_u32;
    while out.len() < len {
        before = before.wrapping_add(unzigzag(varint::take(bytes)));
        let run = varint::take(bytes) as usize;
        if run == 0 || run > len - out.len() || before as usize >= limit {
            return None;
        }
        out.resize(out.len() + run, before);
    }
    Some(out)
}

/// Zigzag coding: maps a small difference, positive or negative, to a small number.
pub fn zigzag(difference: u32) -> u32 {
    (difference << 1) ^ if difference >> 31 == 1 { u32::MAX } else { 0 }
}

/// The inverse of [`zigzag`].
pub fn unzigzag(number: u32) -> u32 {
    (number >> 1) ^ (number & 1).wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::{put, take};

    #[test]
    fn runs_read_back_and_what_is_none_is_refused() {
        let list = [5, 5, 5, 2, 2, 9, 0, u32::MAX - 1];
        let mut bytes = Vec::new();
        put(&mut bytes, &list);
        let mut rest = bytes.as_slice();
        assert_eq!(take(&mut rest, 8, u32::MAX as usize).as_deref(), Some(&list[..]));
        assert!(rest.is_empty());
        assert_eq!(take(&mut bytes.as_slice(), 8, 9), None, "a number is too large");
        assert_eq!(take(&mut bytes.as_slice(), 4, 10), None, "a run is too long");
        assert_eq!(take(&mut bytes.as_slice(), 9, u32::MAX as usize), None, "too few");
    }
}
