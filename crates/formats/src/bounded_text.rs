//! How much of a text file is read.
//!
//! In: the bytes of a text file. Out: its text, up to the bounds of [`TextBounds`], with a note if a bound was reached. All bounds
//! are counts, so that the same file is cut at the same place on every machine. A cut stands at the end of a line if there is one.
//! What a passage, a cell or a mark costs in memory is many times its length, so that bytes alone would be no bound.

use encoding_rs::UTF_16LE;
use entente_text::number::grouped;

use crate::budget::cut;
use crate::decode::{Decoded, decode, unmarked_utf_16};

/// What is read of a text file at most.
#[derive(Clone, Copy, Debug)]
struct TextBounds {
    /// Bytes of the file: some 10,000 pages.
    bytes: usize,
    /// Ends of lines. Each line may be a passage.
    lines: usize,
    /// ASCII punctuation: marks of markup, and what separates cells.
    signs: usize,
}

const BOUNDS: TextBounds = TextBounds { bytes: 32_000_000, lines: 1_000_000, signs: 2_000_000 };

/// Reads `bytes` as text. What is beyond a bound is left out, and the last of the notes names the bound.
pub fn decode_bounded(bytes: &[u8]) -> Decoded {
    decode_within(bytes, BOUNDS)
}

fn decode_within(bytes: &[u8], bounds: TextBounds) -> Decoded {
    let first = first_bytes(bytes, bounds.bytes);
    let mut decoded = decode(first);
    let beyond = first_beyond(&decoded.text, bounds);
    if let Some((end, _)) = beyond {
        decoded.text.truncate(end);
        decoded.anomalies.retain(|note| note.span.end as usize <= end);
    }
    let bytes_left = (first.len() < bytes.len()).then_some((bounds.bytes, "bytes"));
    if let Some((count, what)) = beyond.map(|(_, bound)| bound).or(bytes_left) {
        let what = format!("more than {} {what}", grouped(&count.to_string()));
        decoded.anomalies.push(cut(&what, decoded.text.len()));
    }
    decoded
}

/// The first lines of `bytes` that are no longer than `limit` together. If the first line is longer, its first characters.
fn first_bytes(bytes: &[u8], limit: usize) -> &[u8] {
    if bytes.len() <= limit {
        return bytes;
    }
    let line_end = line_end(bytes);
    // A letter has at most four bytes.
    let head = &bytes[..limit - limit % 4];
    if let Some(last) = head.chunks_exact(line_end.len()).rposition(|unit| unit == line_end) {
        return &head[..(last + 1) * line_end.len()];
    }
    match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_none() => &head[..error.valid_up_to()],
        Ok(_) | Err(_) => head,
    }
}

/// The bytes of the end of a line in the encoding of `bytes`.
fn line_end(bytes: &[u8]) -> &'static [u8] {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => b"\n\0\0\0",
        [0, 0, 0xfe, 0xff, ..] => b"\0\0\0\n",
        [0xff, 0xfe, ..] => b"\n\0",
        [0xfe, 0xff, ..] => b"\0\n",
        _ => match unmarked_utf_16(bytes) {
            Some(encoding) if encoding == UTF_16LE => b"\n\0",
            Some(_) => b"\0\n",
            None => b"\n",
        },
    }
}

/// Where the first of `text` ends that is within `bounds`, and the bound that follows there: its count and what it counts.
fn first_beyond(text: &str, bounds: TextBounds) -> Option<(usize, (usize, &'static str))> {
    let (mut lines, mut signs) = (0, 0);
    let mut line_start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let ends_line = match byte {
            b'\r' => !text[at..].starts_with("\r\n"),
            b'\n' | b'\x0c' => true,
            _ => false,
        };
        lines += usize::from(ends_line);
        signs += usize::from(byte.is_ascii_punctuation());
        let bound = if lines > bounds.lines {
            (bounds.lines, "lines")
        } else if signs > bounds.signs {
            (bounds.signs, "signs of punctuation and markup")
        } else {
            if ends_line {
                line_start = at + 1;
            }
            continue;
        };
        return Some((if line_start > 0 { line_start } else { at }, bound));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{TextBounds, decode_bounded, decode_within};

    const WIDE: TextBounds = TextBounds { bytes: 2_000, lines: 1_000, signs: 1_000 };

    /// The text that is read of `bytes`, and the notes.
    fn read(bytes: &[u8], bounds: TextBounds) -> (String, String) {
        let decoded = decode_within(bytes, bounds);
        let notes: Vec<String> = decoded.anomalies.into_iter().map(|note| note.detail).collect();
        (decoded.text, notes.join("; "))
    }

    fn told(count: &str) -> String {
        format!("the file has more than {count}; the rest is left out")
    }

    #[test]
    fn bytes_lines_and_signs_of_a_text_are_bounded_and_the_count_is_named() {
        let text = "Seoul, Oslo.\r\n".repeat(100);
        for (bounds, lines, count) in [
            (TextBounds { bytes: 145, ..WIDE }, 10, "145 bytes"),
            (TextBounds { lines: 7, ..WIDE }, 7, "7 lines"),
            (TextBounds { signs: 11, ..WIDE }, 5, "11 signs of punctuation and markup"),
        ] {
            let expected = ("Seoul, Oslo.\r\n".repeat(lines), told(count));
            assert_eq!(read(text.as_bytes(), bounds), expected);
        }
        assert_eq!(read(text.as_bytes(), WIDE), (text, String::new()));
    }

    /// The counts that the documentation names.
    #[test]
    fn a_text_file_is_read_up_to_the_bounds_that_hold_for_all() {
        for (bytes, kept, count) in [
            (vec![b'a'; 32_000_004], 32_000_000, Some("32,000,000 bytes")),
            ("a\n".repeat(1_000_002).into_bytes(), 2_000_000, Some("1,000,000 lines")),
            ("a,".repeat(2_000_002).into_bytes(), 4_000_001, Some("2,000,000 signs of punctuation and markup")),
            ("a,".repeat(2_000_000).into_bytes(), 4_000_000, None),
            ("a\n".repeat(1_000_000).into_bytes(), 2_000_000, None),
        ] {
            let decoded = decode_bounded(&bytes);
            let notes: Vec<String> = decoded.anomalies.into_iter().map(|note| note.detail).collect();
            assert_eq!((decoded.text.len(), notes.join("; ")), (kept, count.map(told).unwrap_or_default()));
        }
    }

    #[test]
    fn a_text_is_cut_between_lines_or_letters_in_any_encoding() {
        let lines = "\u{d55c}\u{ad6d} 1\n".repeat(100);
        let line = "\u{d55c}\u{ad6d}".repeat(100);
        let utf_16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        for (bytes, kept) in [
            (lines.clone().into_bytes(), lines[..99].to_owned()),
            (utf_16(&format!("\u{feff}{lines}")), lines[..81].to_owned()),
            (utf_16(&lines), lines[..90].to_owned()),
            (line.clone().into_bytes(), line[..99].to_owned()),
            (utf_16(&format!("\u{feff}{line}")), line[..147].to_owned()),
        ] {
            assert_eq!(read(&bytes, TextBounds { bytes: 101, ..WIDE }), (kept, told("101 bytes")));
        }
    }
}
