//! Percent-encoding of what a link carries.

use std::fmt::Write;

/// Percent-encodes what a fragment or a parameter cannot hold; letters of all scripts stay readable in most
/// address bars, so only what is not a letter, digit or harmless sign is encoded, by its UTF-8 bytes.
pub(super) fn encoded(text: &str) -> String {
    encode(text, "-._~:,'!*()@")
}

pub(super) fn encoded_path(text: &str) -> String {
    encode(text, "-._~:,'!*()@/")
}

fn encode(text: &str, plain: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || (byte.is_ascii() && plain.contains(c)) {
            out.push(c);
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Undoes percent-encoding and `+`; what is not a valid encoding stays as it is.
pub(super) fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = |n: usize| bytes.get(at + n).and_then(|digit| char::from(*digit).to_digit(16));
        match (byte, hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                at += 3;
            }
            (b'+', ..) => {
                out.push(b' ');
                at += 1;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
