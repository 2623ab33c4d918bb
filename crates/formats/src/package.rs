//! ZIP packages of named parts: what DOCX and HWPX files are.
//!
//! In: the file's bytes. Out: parts by name, inflated, never more than [`LARGEST`] bytes in all. It knows the two
//! methods that office programs write (stored, deflated) and refuses everything else by name. The `zip` crate
//! is not used: it needs a source of random numbers, which WebAssembly has only through JavaScript.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// Most bytes that all parts of a file may have once inflated: a text of this size has thousands of pages.
pub(crate) const LARGEST: u64 = 96 * 1024 * 1024;
/// Most parts that are listed.
pub(crate) const MAX_PARTS: usize = 20_000;
/// Bytes of the record at the end, without its comment.
const END: usize = 22;

/// Why a package or a part of it cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is cut off or changed.
    Damaged,
    /// It is encrypted.
    Encrypted,
    /// It would inflate to more than a document can be.
    TooLarge,
}

/// A package, its parts not yet inflated.
#[derive(Debug)]
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    parts: BTreeMap<String, Part>,
    /// Parts that its list names.
    listed: usize,
    inflated: Cell<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    method: u16,
    encrypted: bool,
    crc: u32,
    packed: usize,
    at: usize,
}

impl<'a> Package<'a> {
    /// Reads the list of parts at the end of `bytes`.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let end = (bytes.len().saturating_sub(END + usize::from(u16::MAX))..=bytes.len().saturating_sub(END))
            .rev()
            .find(|at| bytes[*at..].starts_with(b"PK\x05\x06"))
            .ok_or(Fault::Damaged)?;
        let count = usize::from(u16_at(bytes, end + 10)?);
        let mut at = u32_at(bytes, end + 16)? as usize;
        let mut parts = BTreeMap::new();
        for _ in 0..count.min(MAX_PARTS) {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
                return Err(Fault::Damaged);
            }
            let name_length = usize::from(u16_at(bytes, at + 28)?);
            let after = usize::from(u16_at(bytes, at + 30)?) + usize::from(u16_at(bytes, at + 32)?);
            let name = bytes.get(at + 46..at + 46 + name_length).ok_or(Fault::Damaged)?;
            let part = Part {
                encrypted: u16_at(bytes, at + 8)? & 1 == 1,
                method: u16_at(bytes, at + 10)?,
                crc: u32_at(bytes, at + 16)?,
                packed: u32_at(bytes, at + 20)? as usize,
                at: u32_at(bytes, at + 42)? as usize,
            };
            let name = String::from_utf8_lossy(name).replace('\\', "/");
            parts.entry(name.trim_start_matches('/').to_owned()).or_insert(part);
            at += 46 + name_length + after;
        }
        Ok(Self { bytes, parts, listed: count, inflated: Cell::new(0) })
    }

    /// What to tell if it has more parts than are looked at.
    pub(crate) fn reached(&self) -> Option<&'static str> {
        (self.listed > MAX_PARTS).then_some("more than 20,000 parts")
    }

    /// Names of the parts, in their order by bytes.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// True if there is such a part.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// The bytes of a part; empty if it is missing.
    pub(crate) fn part(&self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(part) = self.parts.get(name) else { return Ok(None) };
        if part.encrypted {
            return Err(Fault::Encrypted);
        }
        if self.bytes.get(part.at..part.at.saturating_add(4)) != Some(b"PK\x03\x04") {
            return Err(Fault::Damaged);
        }
        let names = usize::from(u16_at(self.bytes, part.at + 26)?) + usize::from(u16_at(self.bytes, part.at + 28)?);
        let from = part.at + 30 + names;
        let packed = self.bytes.get(from..from.saturating_add(part.packed)).ok_or(Fault::Damaged)?;
        let room = LARGEST.saturating_sub(self.inflated.get());
        let mut out = Vec::new();
        match part.method {
            0 => out.extend_from_slice(&packed[..packed.len().min(usize::try_from(room + 1).unwrap_or(usize::MAX))]),
            8 => {
                DeflateDecoder::new(packed).take(room + 1).read_to_end(&mut out).map_err(|_| Fault::Damaged)?;
            }
            _ => return Err(Fault::Damaged),
        }
        let length = u64::try_from(out.len()).unwrap_or(u64::MAX);
        if length > room {
            return Err(Fault::TooLarge);
        }
        self.inflated.set(self.inflated.get() + length);
        let mut crc = Crc::new();
        crc.update(&out);
        if crc.sum() == part.crc { Ok(Some(out)) } else { Err(Fault::Damaged) }
    }

    /// A part as text: XML is UTF-8, or UTF-16 with its mark.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, Fault> {
        // Mostly it is UTF-8 as it stands, and is not copied.
        let decode = |bytes: Vec<u8>| {
            let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            if wide { encoding_rs::UTF_8.decode(&bytes).0.into_owned() } else { in_utf8(bytes) }
        };
        Ok(self.part(name)?.map(decode))
    }
}

/// `bytes` as UTF-8, without its mark.
fn in_utf8(bytes: Vec<u8>) -> String {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.remove(0);
            }
            text
        }
        Err(error) => encoding_rs::UTF_8.decode(error.as_bytes()).0.into_owned(),
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Fault> {
    let two = bytes.get(at..at.saturating_add(2)).and_then(|two| two.try_into().ok());
    two.map(u16::from_le_bytes).ok_or(Fault::Damaged)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let four = bytes.get(at..at.saturating_add(4)).and_then(|four| four.try_into().ok());
    four.map(u32::from_le_bytes).ok_or(Fault::Damaged)
}

/// Packages made for tests.
#[cfg(any(test, feature = "testing"))]
pub mod testing {
    use std::io::Write;

    use flate2::write::DeflateEncoder;
    use flate2::{Compression, Crc};

    /// A package of `parts`, deflated.
    pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut out, mut list) = (Vec::new(), Vec::new());
        for (name, bytes) in parts {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(bytes).expect("memory takes it");
            let packed = encoder.finish().expect("memory takes it");
            let mut crc = Crc::new();
            crc.update(bytes);
            let length = |n: usize| u32::try_from(n).expect("small").to_le_bytes();
            let mut head = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
            head.extend(crc.sum().to_le_bytes());
            head.extend([length(packed.len()), length(bytes.len()), length(name.len())].concat());
            let at = length(out.len());
            out.extend_from_slice(b"PK\x03\x04");
            out.extend_from_slice(&head);
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(&packed);
            list.extend_from_slice(b"PK\x01\x02\x14\0");
            list.extend_from_slice(&head);
            list.extend_from_slice(&[0; 10]);
            list.extend_from_slice(&at);
            list.extend_from_slice(name.as_bytes());
        }
        let count = u16::try_from(parts.len()).expect("few").to_le_bytes();
        let (size, at) = (list.len(), out.len());
        out.extend_from_slice(&list);
        out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        out.extend_from_slice(&[count, count].concat());
        for n in [size, at] {
            out.extend_from_slice(&u32::try_from(n).expect("small").to_le_bytes());
        }
        out.extend_from_slice(&[0, 0]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::testing::package;
    use super::{Fault, LARGEST, MAX_PARTS, Package};

    #[test]
    fn parts_come_back_and_damage_is_named() {
        let bytes = package(&[("a.xml", b"<a/>"), ("b/c.xml", &[b'x'; 9000])]);
        let opened = Package::open(&bytes).expect("whole");
        assert_eq!(opened.names().collect::<Vec<_>>(), ["a.xml", "b/c.xml"]);
        assert_eq!(opened.text("a.xml"), Ok(Some("<a/>".to_owned())));
        assert_eq!(opened.part("b/c.xml").map(|part| part.map_or(0, |part| part.len())), Ok(9000));
        assert_eq!(opened.part("d"), Ok(None));
        assert_eq!(Package::open(&bytes[..bytes.len() / 2]).err(), Some(Fault::Damaged), "cut off");
        let mut changed = bytes.clone();
        changed[36] ^= 0x55;
        assert_eq!(Package::open(&changed).expect("its list is whole").text("a.xml"), Err(Fault::Damaged));
        let mut locked = bytes;
        let list = locked.windows(4).position(|four| four == b"PK\x01\x02").expect("listed");
        locked[list + 8] = 1;
        assert_eq!(Package::open(&locked).expect("its list is whole").text("a.xml"), Err(Fault::Encrypted));
    }

    #[test]
    fn parts_are_looked_at_up_to_a_number() {
        let names: Vec<String> = (0..=MAX_PARTS).map(|n| format!("{n:05}")).collect();
        let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        let (all, most) = (package(&parts), package(&parts[1..]));
        let opened = Package::open(&all).expect("whole");
        assert_eq!((opened.names().count(), opened.reached()), (MAX_PARTS, Some("more than 20,000 parts")));
        assert_eq!(Package::open(&most).expect("whole").reached(), None);
    }

    #[test]
    fn a_part_that_inflates_without_end_is_refused() {
        let bomb = vec![0; usize::try_from(LARGEST).expect("fits") / 2 + 1];
        let bytes = package(&[("a", &bomb), ("b", &bomb)]);
        let opened = Package::open(&bytes).expect("whole");
        assert!(opened.part("a").is_ok());
        assert_eq!(opened.part("b").map(|_| ()), Err(Fault::TooLarge), "both together are too much");
    }
}
