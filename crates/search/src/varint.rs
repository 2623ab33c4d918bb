//! Numbers and texts in whole bytes, seven bits of a number in each (LEB128). Reading never fails: after the end there
//! are zeros and empty texts.

use entente_text::saturating_u32;

/// Appends `value`.
pub fn put(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Takes a number off the front of `bytes`.
pub fn take(bytes: &mut &[u8]) -> u32 {
    let mut value = 0_u32;
    for shift in [0, 7, 14, 21, 28] {
        let Some((first, rest)) = bytes.split_first() else { return value };
        *bytes = rest;
        value |= u32::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            break;
        }
    }
    value
}

/// Appends `text` with its length.
pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, saturating_u32(text.len()));
    out.extend(text.as_bytes());
}

/// Takes a text off the front of `bytes`.
pub fn take_text<'a>(bytes: &mut &'a [u8]) -> &'a str {
    let length = take(bytes) as usize;
    let Some((text, rest)) = bytes.split_at_checked(length) else {
        *bytes = &[];
        return "";
    };
    *bytes = rest;
    std::str::from_utf8(text).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::{put, put_text, take, take_text};

    #[test]
    fn numbers_and_texts_read_back_and_there_are_zeros_behind_them() {
        let values: Vec<u32> = (0..32).flat_map(|n| [n, 1 << n, u32::MAX >> n]).collect();
        let mut bytes = Vec::new();
        for value in &values {
            put(&mut bytes, *value);
            put_text(&mut bytes, &"\u{c678}".repeat(*value as usize % 300));
        }
        let mut rest = bytes.as_slice();
        for value in values {
            assert_eq!(take(&mut rest), value);
            assert_eq!(take_text(&mut rest).len(), 3 * (value as usize % 300));
        }
        assert_eq!((rest.len(), take(&mut rest), take_text(&mut rest)), (0, 0, ""));
        assert_eq!(take_text(&mut &[200_u8, 1, 65][..]), "", "it is cut");
    }
}
