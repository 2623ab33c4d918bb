//! Files of a few kilobytes whose lists and streams of objects inflate to gigabytes.
//!
//! In: the file. Out: whether to refuse it. The parser reads such streams when it opens a file, and has no limits of its own, so
//! that they are counted before it sees them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// Most bytes of all lists of a file's objects. An object takes one byte at least, and fifty once the list is read.
const MAX_LIST_BYTES: usize = 4 * 1024 * 1024;
/// Places in one object at which its data may begin: a string before them may hold the keyword as well.
const MAX_BEGINS: usize = 4;
/// Bytes of dictionaries that are looked at for each byte of the file. Objects lie one after the other, except in a file that is
/// made to be looked through again and again.
const DICTIONARY_WORK_PER_BYTE: usize = 8;
/// Streams of objects with several filters are read up to this size.
const MAX_NESTED_BYTES: usize = 64 * 1024;
/// Layers of deflated data in each other that are looked through. Nobody makes more, and each is unpacked once for each below it.
const MAX_LAYERS: usize = 4;

/// True if the streams that hold a file's objects inflate to more than a document can be.
///
/// They are known by what their dictionaries say: their type, or the keys that such a stream needs. The parser looks at no
/// type.
pub(super) fn is_bomb(bytes: &[u8], largest: usize) -> bool {
    let Some(streams) = streams(bytes) else { return true };
    let (mut objects, mut lists) = (largest, largest.min(MAX_LIST_BYTES));
    for (at, dicts) in streams {
        let dicts: Vec<Cow<'_, [u8]>> = dicts.into_iter().map(without_escapes).collect();
        let has = |key: &[u8]| dicts.iter().any(|dict| has_key(dict, key));
        let is_list = has(b"/XRef") || has(b"/W");
        let holds_objects = has(b"/ObjStm") || has(b"/First") && has(b"/N");
        if !is_list && !holds_objects {
            continue;
        }
        let room = if is_list { &mut lists } else { &mut objects };
        let packed = &bytes[at..];
        let packed = &packed[packed.iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count()..];
        match room.checked_sub(count(packed, *room)) {
            Some(left) => *room = left,
            None => return true,
        }
        // The parser unpacks all filters of such a stream, and has no limit of its own.
        let is_nested = dicts.iter().any(|dict| is_nested(dict));
        if is_nested && find(packed, b"endstream").unwrap_or(packed.len()) > MAX_NESTED_BYTES {
            return true;
        }
    }
    false
}

/// For each place where data may begin, what may be its dictionary: by keywords, as in damaged files, and by the form of a
/// dictionary, which keywords in its strings and comments do not change. `None` if looking at them takes too long.
fn streams(bytes: &[u8]) -> Option<BTreeMap<usize, Vec<&[u8]>>> {
    let mut out: BTreeMap<usize, Vec<&[u8]>> = BTreeMap::new();
    for (dict, data) in begins(bytes) {
        out.entry(bytes.len() - data.len()).or_default().push(dict);
    }
    let mut left = bytes.len().saturating_mul(DICTIONARY_WORK_PER_BYTE).saturating_add(MAX_NESTED_BYTES);
    let mut from = 0;
    while let Some(found) = find(&bytes[from..], b"obj") {
        from += found + b"obj".len();
        let dict = dictionary(&bytes[from..]);
        left = left.checked_sub(dict.looked_at)?;
        if let Some(end) = dict.end {
            let rest = &bytes[from + end..];
            let data = &rest[space(rest)..];
            if data.starts_with(b"stream") {
                let at = bytes.len() - data.len() + b"stream".len();
                out.entry(at).or_default().push(&bytes[from..from + end]);
            }
        }
    }
    Some(out)
}

/// A dictionary at the beginning of an object.
struct Dictionary {
    /// Its end; `None` if there is none, or it is never closed.
    end: Option<usize>,
    /// Bytes that were looked at.
    looked_at: usize,
}

fn dictionary(bytes: &[u8]) -> Dictionary {
    let mut at = space(bytes);
    let mut depth = 0_usize;
    let open = |at: usize| bytes[at..].starts_with(b"<<");
    if !open(at) {
        return Dictionary { end: None, looked_at: at };
    }
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'(' => at += string(&bytes[at..]),
            b'%' => at += comment(&bytes[at..]),
            b'<' if open(at) => {
                depth += 1;
                at += 2;
            }
            b'>' if bytes[at..].starts_with(b">>") => {
                depth = depth.saturating_sub(1);
                at += 2;
                if depth == 0 {
                    return Dictionary { end: Some(at), looked_at: at };
                }
            }
            _ => at += 1,
        }
    }
    Dictionary { end: None, looked_at: at }
}

/// The length of the blanks and comments that `bytes` begin with.
fn space(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b'\0' | b'\t' | b'\n' | 0x0c | b'\r' | b' ') => at += 1,
            Some(b'%') => at += comment(&bytes[at..]),
            _ => return at,
        }
    }
}

/// The length of the comment that `bytes` begin with.
fn comment(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len())
}

/// The length of the string in brackets that `bytes` begin with.
fn string(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' if depth == 1 => return at,
            b')' => depth -= 1,
            _ => {}
        }
    }
    bytes.len()
}

/// What stands in an object before its data, and what follows, for each place where data may begin.
fn begins(bytes: &[u8]) -> Vec<(&[u8], &[u8])> {
    let mut out = Vec::new();
    let mut object: Option<(usize, usize)> = None;
    for (at, byte) in bytes.iter().enumerate() {
        if !matches!(byte, b'o' | b's') {
            continue;
        }
        let (before, rest) = bytes.split_at(at);
        let ends = before.ends_with(b"end");
        if rest.starts_with(b"obj") {
            object = if ends { None } else { object.or(Some((at, 0))) };
        } else if rest.starts_with(b"stream") {
            object = object.filter(|(_, begins)| !ends && *begins < MAX_BEGINS);
            if let Some((start, begins)) = &mut object {
                *begins += 1;
                out.push((&bytes[*start..at], &rest[b"stream".len()..]));
            }
        }
    }
    out
}

/// `dict` with the bytes that its escapes stand for: `/Obj#53tm`.
fn without_escapes(dict: &[u8]) -> Cow<'_, [u8]> {
    if !dict.contains(&b'#') {
        return Cow::Borrowed(dict);
    }
    let digit = |at: usize| dict.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(dict.len());
    let mut at = 0;
    while let Some(byte) = dict.get(at) {
        let code = digit(at + 1).zip(digit(at + 2)).filter(|_| *byte == b'#');
        let code = code.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        out.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    Cow::Owned(out)
}

/// True if `key` stands in `dict`, not only at the beginning of a longer one.
fn has_key(dict: &[u8], key: &[u8]) -> bool {
    let mut rest = dict;
    while let Some(at) = find(rest, key) {
        rest = &rest[at + key.len()..];
        if rest.first().is_none_or(|byte| !byte.is_ascii_alphabetic()) {
            return true;
        }
    }
    false
}

/// How many bytes `packed` inflates to, up to one more than `room`; where that is deflated data again, in all layers. More than
/// `room` as well if there are more layers than [`MAX_LAYERS`], however small they are.
fn count(packed: &[u8], room: usize) -> usize {
    let mut total = 0_usize;
    for layers in 1..=MAX_LAYERS + 1 {
        let mut decoder: Box<dyn Read + '_> = Box::new(packed);
        for _ in 0..layers {
            decoder = Box::new(ZlibDecoder::new(decoder));
        }
        let mut buffer = [0; 16 * 1024];
        let mut here = 0_usize;
        while total + here <= room {
            match decoder.read(&mut buffer) {
                Ok(0) | Err(_) => break,
                Ok(length) => here += length,
            }
        }
        if here > 0 && layers > MAX_LAYERS {
            return room.saturating_add(1);
        }
        total += here;
        if here == 0 || total > room {
            break;
        }
    }
    total
}

/// True for the dictionary of a stream with other filters than one of Flate.
fn is_nested(dict: &[u8]) -> bool {
    let has = |name: &[u8]| find(dict, name).is_some();
    let second = find(dict, b"/FlateDecode").and_then(|at| find(&dict[at + 1..], b"/FlateDecode")).is_some();
    second || [&b"/LZW"[..], b"/RunLength", b"/ASCII", b"/AHx", b"/A85"].iter().any(|name| has(name))
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
    fn objects_deflated_twice_are_counted_in_both_layers() {
        let deflate = |bytes: &[u8]| {
            let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
            encoder.write_all(bytes).expect("memory takes it");
            encoder.finish().expect("memory takes it")
        };
        let packed = deflate(&deflate(&[b' '; 2_000_000]));
        let file = [&b"%PDF-1.5 1 0 obj <</Type /ObjStm /N 1>> stream\r\n"[..], &packed, b"\nendstream"].concat();
        assert!(is_bomb(&file, 1_900_000) && !is_bomb(&file, 2_100_000));
    }

    #[test]
    fn objects_that_inflate_without_end_are_found_before_they_are_read() {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(&[b' '; 200_000]).expect("memory takes it");
        let packed = encoder.finish().expect("memory takes it");
        let file = [&b"%PDF-1.5 1 0 obj <</Type /ObjStm /N 1>> stream\r\n"[..], &packed, b"\nendstream"].concat();
        assert!(is_bomb(&file, 199_999) && !is_bomb(&file, 200_000));
        assert!(!is_bomb(b"/ObjStm /XRef stream no stream", 10));
        for dict in [
            "/Type /Obj#53tm /N 1",
            "/#54ype/#4f#62#6aStm",
            "/N 1/First 4",
            "/Size 9/W[1 2 1]",
            "/A (stream) /Type /ObjStm",
            "/A (9 0 obj) /Type /ObjStm",
            "/A (stream stream stream stream stream) /Type /ObjStm",
            "/A (\\) endstream) /Type /ObjStm",
            "/Type /ObjStm /A (endobj 9 0 obj)",
            "/Type /ObjStm % endstream >>\n",
            "/Type /ObjStm /A <</B <656e> /C /endobj>>",
        ] {
            let long = format!("{dict} /B ({})", "b".repeat(5_000));
            for dict in [dict, long.as_str()] {
                let head = format!("%PDF-1.5 1 0 obj <<{dict}>> stream\r\n");
                let file = [head.as_bytes(), &packed, b"\nendstream endobj"].concat();
                assert!(is_bomb(&file, 199_999) && !is_bomb(&file, 200_000), "{dict}");
            }
        }
        let page = [&b"1 0 obj <</Width 1 /Next 2>> stream\r\n"[..], &packed, b"\nendstream endobj"].concat();
        assert!(!is_bomb(&page, 10), "what holds no objects is bounded where it is read");
    }

    /// The parser unpacks each layer whole. What is in deeper layers than these is not counted, so such a file is refused.
    #[test]
    fn objects_in_more_layers_than_are_looked_through_are_refused() {
        let file = |layers: usize| {
            let mut packed = b"1 0 (Ports)".to_vec();
            for _ in 0..layers {
                let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
                encoder.write_all(&packed).expect("memory takes it");
                packed = encoder.finish().expect("memory takes it");
            }
            [&b"%PDF-1.5 1 0 obj <</Type /ObjStm /N 1>> stream\r\n"[..], &packed, b"\nendstream"].concat()
        };
        assert_eq!([1, 4, 5, 40].map(|layers| is_bomb(&file(layers), 1_000_000)), [false, false, true, true]);
    }

    #[test]
    fn objects_in_more_than_two_layers_and_long_lists_are_counted() {
        let deflate = |bytes: &[u8]| {
            let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::none());
            encoder.write_all(bytes).expect("memory takes it");
            encoder.finish().expect("memory takes it")
        };
        let file = |dict: &str, packed: &[u8]| {
            [format!("%PDF-1.5 1 0 obj <<{dict}>> stream\n").as_bytes(), packed, b"\nendstream endobj"].concat()
        };
        for (bytes, bomb) in [(4_194_304, false), (4_194_305, true)] {
            let list = deflate(&vec![b' '; bytes]);
            assert_eq!(is_bomb(&file("/Type /XRef", &list), usize::MAX), bomb, "{bytes}");
            assert!(!is_bomb(&file("/Type /ObjStm", &list), usize::MAX), "{bytes}");
        }
        // The line end before the keyword counts as well.
        let nested = vec![b' '; 65_536];
        let largest = file("/Type /ObjStm /Filter [/LZWDecode]", &nested[..65_535]);
        assert!(!is_bomb(&largest, usize::MAX));
        for (filter, bomb) in [("/FlateDecode", false), ("[/LZWDecode]", true), ("[/FlateDecode /FlateDecode]", true)] {
            let dict = format!("/Type /ObjStm /Filter {filter}");
            assert_eq!(is_bomb(&file(&dict, &nested), usize::MAX), bomb, "{filter}");
            assert!(!is_bomb(&file(&dict, &nested[..1_000]), usize::MAX), "{filter}");
        }
    }

    /// A dictionary that is never closed is looked at to its end for each object that begins within it.
    #[test]
    fn dictionaries_inside_each_other_are_looked_at_within_bounds() {
        assert!(is_bomb(&b"1 0 obj <</A ".repeat(20_000), usize::MAX));
        assert!(!is_bomb(&b"1 0 obj <</A 1>> endobj ".repeat(20_000), usize::MAX));
    }

    /// What stands before a keyword is looked at a few times, and not for each keyword after it.
    #[test]
    fn places_of_data_take_time_in_line_with_the_file() {
        for part in ["1 0 obj<<>>stream ", "stream ", "obj ", "1 0 obj<<>>stream endstream ", "endobj stream "] {
            let bytes = format!("1 0 obj {}", part.repeat(10_000)).into_bytes();
            let looked_at: usize = super::begins(&bytes).iter().map(|(dict, _)| dict.len()).sum();
            assert!(looked_at <= 4 * bytes.len(), "{part}: {looked_at}");
        }
        let places = super::begins(&[&b"1 0 obj "[..], &b"stream ".repeat(9)].concat()).len();
        assert_eq!(places, 4, "a string before the data may contain the keyword a few times");
    }
}
