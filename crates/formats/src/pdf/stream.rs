//! Streams of a PDF, inflated to a limit.
//!
//! In: a stream. Out: bytes. All streams of a file share one allowance ([`LARGEST`]), whatever filters
//! stand one after the other: a few kilobytes can stand for gigabytes.

use std::cell::Cell;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::{Array, Dict, Stream};

/// Most bytes that all streams read from one file may have once inflated.
pub(super) const LARGEST: usize = 128 * 1024 * 1024;
/// Most bytes of all maps from codes to letters: they take several times their size once they are read.
const LARGEST_MAPS: usize = 16 * 1024 * 1024;
/// Most bytes of one such map: a font of all Chinese characters has fewer.
const LARGEST_MAP: usize = 2 * 1024 * 1024;
/// Taken from the allowance for each stream besides its bytes, so that empty ones are not free.
const PER_STREAM: usize = 64;
/// Most bytes that are inflated of one file, with those of streams that are left out because they are too large. A drawing
/// or a page that is left out may be named thousands of times.
const WORK_PER_BYTE: usize = 4;
/// How much may still be inflated.
#[derive(Debug)]
pub(super) struct Room {
    left: Cell<usize>,
    /// Bytes that may still be inflated, whether they are kept or not.
    work: Cell<usize>,
    maps: Cell<usize>,
    refused: Cell<bool>,
}

impl Room {
    /// Room for `bytes`.
    pub(super) fn of(bytes: usize) -> Self {
        let work = Cell::new(bytes.saturating_mul(WORK_PER_BYTE));
        Self { left: Cell::new(bytes), work, maps: Cell::new(LARGEST_MAPS), refused: Cell::new(false) }
    }

    /// The bytes of `stream`; nothing where they are damaged or too many.
    pub(super) fn bytes(&self, stream: &Stream) -> Option<Vec<u8>> {
        let room = self.left.get().saturating_sub(PER_STREAM);
        if self.work.get() < room {
            self.refused.set(true);
            return None;
        }
        let out = decoded(stream, room);
        let taken = out.as_ref().map_or(0, Vec::len) + PER_STREAM;
        let work = if matches!(out, Err(StreamFault::TooLarge)) { room } else { taken };
        self.work.set(self.work.get().saturating_sub(work.max(PER_STREAM)));
        match (out, self.left.get().checked_sub(taken)) {
            (Ok(out), Some(left)) => {
                self.left.set(left);
                Some(out)
            }
            (Err(StreamFault::Unreadable), Some(left)) => {
                self.left.set(left);
                None
            }
            _ => {
                self.refused.set(true);
                None
            }
        }
    }

    /// The bytes of a map from codes to letters; nothing where they are damaged or too many.
    pub(super) fn map(&self, stream: &Stream) -> Option<Vec<u8>> {
        let out = self.bytes(stream).filter(|out| out.len() <= LARGEST_MAP)?;
        self.maps.set(self.maps.get().checked_sub(out.len())?);
        Some(out)
    }

    /// True if a stream was left out because it is too large.
    pub(super) fn has_refused(&self) -> bool {
        self.refused.get()
    }
}

/// Why the bytes of a stream are not there.
enum StreamFault {
    /// They are damaged, or a picture.
    Unreadable,
    /// There are too many.
    TooLarge,
}

/// The bytes of `stream`, at most `room`.
fn decoded(stream: &Stream, room: usize) -> Result<Vec<u8>, StreamFault> {
    let unpacked = || stream.decoded_data().map(|data| data.into_owned()).map_err(|_| StreamFault::Unreadable);
    let filters = stream.filters();
    let parameters = stream.dict();
    let plain = parameters.get::<Dict>("DecodeParms").is_none() && parameters.get::<Array>("DecodeParms").is_none();
    let mut out = stream.raw_data().into_owned();
    for filter in &filters {
        out = match filter {
            Filter::FlateDecode => inflate(&out, room),
            Filter::AsciiHexDecode => hexadecimal(&out),
            Filter::Ascii85Decode => base_85(&out),
            Filter::RunLengthDecode => run_length(&out, room),
            Filter::Crypt => out,
            // Only counted here: the parser may unpack it where it is the last filter and not too much.
            Filter::LzwDecode if filters.last() == Some(filter) => {
                let most = lzw_length(&out, 1, room).max(lzw_length(&out, 0, room));
                return if most > room { Err(StreamFault::TooLarge) } else { unpacked() };
            }
            _ => return Err(StreamFault::Unreadable),
        };
        if out.len() > room {
            return Err(StreamFault::TooLarge);
        }
    }
    // Rows that differ from the one before are put together by the parser; how many bytes that makes is known now.
    if plain || filters.is_empty() { Ok(out) } else { unpacked() }
}

/// How many bytes LZW codes stand for, up to a little more than `room`. `early` is by how many codes sooner than needed
/// they become wider (ISO 32000-1, 7.4.4).
fn lzw_length(packed: &[u8], early: usize, room: usize) -> usize {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut lengths = vec![1_usize; END + 1];
    let (mut before, mut total) = (None, 0_usize);
    let (mut bits, mut held, mut width) = (0_u32, 0_u32, 9);
    for byte in packed {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize;
        bits &= (1 << held) - 1;
        match code {
            CLEAR => {
                lengths.truncate(END + 1);
                before = None;
            }
            END => break,
            _ => {
                let Some(length) = lengths.get(code).copied().or(before.map(|before| before + 1)) else { break };
                total += length;
                if total > room {
                    break;
                }
                if let Some(before) = before.filter(|_| lengths.len() < 4096) {
                    lengths.push(before + 1);
                }
                before = Some(length);
            }
        }
        width = match lengths.len() + early {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    total
}

/// The bytes of hexadecimal digits, up to the end mark.
fn hexadecimal(text: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let digits: Vec<u8> = text.iter().take_while(|byte| **byte != b'>').filter_map(digit).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

/// The bytes of base-85 digits, up to the end mark.
fn base_85(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 5 * 4);
    let mut group = [84_u8; 5];
    let mut length = 0;
    let mut flush = |group: [u8; 5], length: usize| {
        let number = group.iter().fold(0_u32, |sum, digit| sum.wrapping_mul(85).wrapping_add(u32::from(*digit)));
        out.extend_from_slice(&number.to_be_bytes()[..length.saturating_sub(1)]);
    };
    for byte in text {
        match byte {
            b'~' => break,
            b'z' if length == 0 => flush([0; 5], 5),
            b'!'..=b'u' => {
                group[length] = byte - b'!';
                length += 1;
                if length == 5 {
                    flush(group, 5);
                    (group, length) = ([84; 5], 0);
                }
            }
            _ => {}
        }
    }
    flush(group, length);
    out
}

/// The bytes of runs, one more than `room` at most.
fn run_length(packed: &[u8], room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = packed;
    while let [length, after @ ..] = rest {
        let length = usize::from(*length);
        if length == 128 || out.len() > room {
            break;
        }
        if length < 128 {
            let (run, next) = after.split_at(after.len().min(length + 1));
            out.extend_from_slice(run);
            rest = next;
        } else {
            let Some((byte, next)) = after.split_first() else { break };
            out.resize(out.len() + 257 - length, *byte);
            rest = next;
        }
    }
    out
}

/// What can be inflated of `packed`, at most `room` bytes.
fn inflate(packed: &[u8], room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let limit = u64::try_from(room).unwrap_or(u64::MAX);
    // What comes before damage is kept.
    let _ = ZlibDecoder::new(packed).take(limit.saturating_add(1)).read_to_end(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{base_85, hexadecimal, lzw_length, run_length};

    #[test]
    fn letters_that_stand_for_bytes_are_read() {
        assert_eq!(hexadecimal(b"48 65 6C6c 6F 7>00"), b"Hello\x70");
        assert_eq!(base_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(base_85(b"z87cUR~>"), b"\0\0\0\0Hell");
        assert_eq!(run_length(&[2, b'a', b'b', b'c', 254, b'd', 128, 1], 100), b"abcddd");
        assert!(run_length(&[129, b'x'].repeat(100), 1_000).len() <= 1_129);
    }

    /// The example of ISO 32000-1, 7.4.4.2, and codes that each stand for one byte more than the one before.
    #[test]
    fn what_lzw_stands_for_is_counted() {
        assert_eq!(lzw_length(&[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01], 1, 1_000), 10);
        assert!(lzw_length(&[0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01], 1, 5) > 5);
        let (mut bits, mut held, mut packed) = (0_u64, 0, Vec::new());
        for code in [256_u64, 65].into_iter().chain(258..500) {
            (bits, held) = (bits << 9 | code, held + 9);
            while held >= 8 {
                held -= 8;
                packed.push(u8::try_from(bits >> held & 0xff).expect("a byte"));
            }
            bits &= (1 << held) - 1;
        }
        assert_eq!(lzw_length(&packed, 1, 1_000_000), (1..=242).sum::<usize>(), "the last code is cut off");
    }
}
