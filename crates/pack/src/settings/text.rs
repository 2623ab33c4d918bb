//! The text of the settings: its encoding, its lines, and the messages of the TOML parser.

use entente_corpus::Lines;
use entente_text::saturating_u32;

/// Decodes the settings: UTF-8, or UTF-16 with a byte order mark, as some editors save it.
pub(super) fn decode_settings(bytes: Vec<u8>) -> Result<String, (usize, String)> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks(2).map(|pair| pair.try_into().map_or(0xd800, unit)).collect();
        let what = "it begins as UTF-16 and is not; save it as UTF-8".to_owned();
        String::from_utf16(&units).map_err(|_| (0, what))
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).to_vec();
            String::from_utf8(bytes).map_err(|error| {
                let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n');
                (line.count() + 1, "it is not UTF-8; save it as UTF-8".to_owned())
            })
        }
    }
}

/// The text of the settings with the offsets of its lines.
pub(crate) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Lines,
}

impl Text<'_> {
    /// The line of the byte offset `at`, counted from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        // The file is far smaller than 4 GB.
        self.lines.line(saturating_u32(at.min(self.text.len()))) as usize
    }
}

/// Rewords the message of the TOML parser for the byte offset `at`, and adds the key.
pub(super) fn reword_message(text: &str, at: usize, message: &str) -> String {
    let said = message.replace("unknown field", "unknown key").replace("missing field", "missing key");
    let said = said.trim().replace('\n', "; ");
    let from = text[..at.min(text.len())].rfind('\n').map_or(0, |end| end + 1);
    let key = text[from..].split('=').next().map(str::trim).unwrap_or_default();
    let named = said.contains('`') && !said.starts_with("invalid type");
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    if named || !is_key { said } else { format!("`{key}`: {said}") }
}
