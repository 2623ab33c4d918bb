//! Streams of a PDF, inflated to a limit.
//!
//! In: a stream, or the whole file. Out: bytes. Nothing is inflated to more than [`LARGEST`]: a few kilobytes can
//! stand for gigabytes.

use std::cell::Cell;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::object::{Array, Dict, Name, Stream};

/// Most bytes that all streams read from one file may have once inflated.
pub(super) const LARGEST: usize = 256 * 1024 * 1024;
/// Packed streams of other kinds than Flate are inflated by the parser, which has no limit of its own.
const LARGEST_OTHER: usize = 1024 * 1024;
/// How far behind its mark a stream of objects begins at most.
const NEAR: usize = 4096;

/// How much may still be inflated.
#[derive(Debug)]
pub(super) struct Room(Cell<usize>);

impl Default for Room {
    fn default() -> Self {
        Self(Cell::new(LARGEST))
    }
}

impl Room {
    /// The bytes of `stream`; nothing where they are damaged or too many.
    pub(super) fn bytes(&self, stream: &Stream) -> Option<Vec<u8>> {
        let filters = stream.filters().len();
        let raw = stream.raw_data();
        let plain = stream.dict().get::<Dict>("DecodeParms").is_none();
        let named = stream.dict().get::<Name>("Filter");
        let named = named.or_else(|| stream.dict().get::<Array>("Filter")?.iter::<Name>().next());
        let flate = filters == 1 && named.is_some_and(|name| matches!(name.as_str(), "FlateDecode" | "Fl"));
        let out = match filters {
            0 => raw.into_owned(),
            _ if flate && plain => inflate(&raw, self.0.get()),
            _ if raw.len() <= LARGEST_OTHER => stream.decoded_data().ok()?.into_owned(),
            _ => return None,
        };
        self.0.set(self.0.get().checked_sub(out.len())?);
        Some(out)
    }
}

/// True where the streams that hold a file's objects inflate to more than a document can be.
pub(super) fn is_bomb(bytes: &[u8], largest: usize) -> bool {
    let mut room = largest;
    for mark in [&b"/ObjStm"[..], b"/XRef"] {
        let mut at = 0;
        while let Some(found) = find(&bytes[at..], mark) {
            at += found + mark.len();
            let near = &bytes[at..bytes.len().min(at + NEAR)];
            let Some(begin) = find(near, b"stream") else { continue };
            let packed = &bytes[at + begin + b"stream".len()..];
            let packed = &packed[packed.iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count()..];
            match room.checked_sub(count(packed, room)) {
                Some(left) => room = left,
                None => return true,
            }
        }
    }
    false
}

/// What can be inflated of `packed`, at most `room` bytes.
fn inflate(packed: &[u8], room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let limit = u64::try_from(room).unwrap_or(u64::MAX);
    // What comes before damage is kept.
    let _ = ZlibDecoder::new(packed).take(limit.saturating_add(1)).read_to_end(&mut out);
    out
}

/// How many bytes `packed` inflates to, up to one more than `room`.
fn count(packed: &[u8], room: usize) -> usize {
    let mut decoder = ZlibDecoder::new(packed);
    let mut buffer = [0; 16 * 1024];
    let mut total = 0_usize;
    while total <= room {
        match decoder.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(length) => total += length,
        }
    }
    total
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == first) {
        if bytes[at + found..].starts_with(what) {
            return Some(at + found);
        }
        at += found + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::is_bomb;

    #[test]
    fn objects_that_inflate_without_end_are_found_before_they_are_read() {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(&[b' '; 200_000]).expect("memory takes it");
        let packed = encoder.finish().expect("memory takes it");
        let file = [&b"%PDF-1.5 1 0 obj <</Type /ObjStm /N 1>> stream\r\n"[..], &packed, b"\nendstream"].concat();
        assert!(is_bomb(&file, 199_999) && !is_bomb(&file, 200_000));
        assert!(!is_bomb(b"/ObjStm /XRef stream no stream", 10));
    }
}
