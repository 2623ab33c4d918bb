//! Encodings that an embedded font carries itself, as TeX's fonts do.
//!
//! In: a font file, Type 1 (its clear part) or CFF (Adobe Technical Note 5176). Out: which letter a code shows. No
//! outlines are read, and of a file that breaks off what it contains.

use super::glyphs::{self, Encoding};

/// Most bytes of the clear part of a Type 1 font that are read: 256 codes with their names take a few thousand.
const MAX_CLEAR_BYTES: usize = 256 * 1024;
/// CFF's standard strings from 150 to 228; those before are the standard encoding's.
const STRINGS: &str = "¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž";
/// The first string of a CFF font's own.
const OWN: usize = 391;

/// A code and the letter that it shows, if the glyph's name says so.
pub(super) type EncodedGlyph = (u8, Option<String>);

/// The codes of a Type 1 font: `dup 12 /fi put`. Nothing where it uses the standard encoding.
pub(super) fn type1(file: &[u8]) -> Vec<EncodedGlyph> {
    let file = &file[..file.len().min(MAX_CLEAR_BYTES)];
    let clear = &file[..file.windows(5).position(|at| at == b"eexec").unwrap_or(file.len())];
    let text: String = clear.iter().map(|byte| char::from(*byte)).collect();
    let Some((_, encoding)) = text.split_once("/Encoding") else { return Vec::new() };
    let spaced = encoding.replace('/', " /");
    let words: Vec<&str> = spaced.split_ascii_whitespace().take_while(|word| *word != "def").collect();
    let entries = words.windows(4).filter(|words| words[0] == "dup" && words[3] == "put");
    entries.filter_map(|words| Some((words[1].parse().ok()?, glyphs::named(words[2].strip_prefix('/')?)))).collect()
}

/// The codes of a CFF font. Nothing where it uses a standard encoding.
pub(super) fn cff(file: &[u8]) -> Vec<EncodedGlyph> {
    read(file).unwrap_or_default()
}

fn read(file: &[u8]) -> Option<Vec<EncodedGlyph>> {
    let (_, at) = index(file, usize::from(*file.get(2)?))?;
    let (tops, at) = index(file, at)?;
    let (strings, _) = index(file, at)?;
    let top = dictionary(tops.first()?);
    let entry = |operator: u8| top.iter().find(|(found, _)| *found == operator).map(|(_, value)| *value);
    let encoding = entry(16).filter(|at| *at > 1)?;
    let (outlines, _) = index(file, entry(17)?)?;
    // An index has at most 65,535 items, so these are no more.
    let names = charset(file, entry(15).unwrap_or(0), outlines.len());
    let shows = |string: usize| letter(string, &strings);
    let glyph = |glyph: usize| shows(names.get(glyph).copied().unwrap_or(0));
    let format = *file.get(encoding)?;
    let count = usize::from(*file.get(encoding + 1)?);
    let mut out = Vec::new();
    let mut at = encoding + 2;
    if format & 0x7f == 0 {
        out.extend((1..=count).filter_map(|n| Some((*file.get(at + n - 1)?, glyph(n)))));
        at += count;
    } else {
        let mut n = 1;
        for range in 0..count {
            let (Some(first), Some(left)) = (file.get(at + 2 * range), file.get(at + 2 * range + 1)) else { break };
            for code in usize::from(*first)..=usize::from(*first) + usize::from(*left) {
                out.extend(u8::try_from(code).ok().map(|code| (code, glyph(n))));
                n += 1;
            }
        }
        at += 2 * count;
    }
    // Further codes of glyphs that have one already.
    if format & 0x80 != 0 {
        let more = usize::from(file.get(at).copied().unwrap_or(0));
        out.extend((0..more).filter_map(|n| {
            let entry = file.get(at + 1 + 3 * n..)?;
            Some((*entry.first()?, shows(number(entry.get(1..3)?))))
        }));
    }
    Some(out)
}

/// The names of the glyphs, as numbers of strings.
fn charset(file: &[u8], at: usize, glyphs: usize) -> Vec<usize> {
    if at == 0 {
        return (0..glyphs).collect();
    }
    let mut names = vec![0];
    let format = file.get(at).copied().unwrap_or(0);
    let (entry, left) = [(2, 0), (3, 1), (4, 2)][usize::from(format).min(2)];
    let mut entries = file.get(at + 1..).unwrap_or_default().chunks_exact(entry);
    while names.len() < glyphs {
        let Some(range) = entries.next() else { break };
        let first = number(&range[..2]);
        let room = glyphs - names.len();
        names.extend((first..=first + number(&range[2..2 + left])).take(room));
    }
    names
}

fn letter(string: usize, own: &[&[u8]]) -> Option<String> {
    let standard = || (0x20..=u8::MAX).filter_map(|code| glyphs::letter(Encoding::Standard, code));
    match string {
        0 => None,
        // A ligature is the letters that it joins, as when a name says so.
        1..150 => standard().nth(string - 1).map(|c| String::from(c).replace('ﬁ', "fi").replace('ﬂ', "fl")),
        150..229 => STRINGS.chars().nth(string - 150).map(String::from),
        OWN.. => glyphs::named(std::str::from_utf8(own.get(string - OWN)?).ok()?),
        _ => None,
    }
}

/// The items of an index, and where it ends.
fn index(file: &[u8], at: usize) -> Option<(Vec<&[u8]>, usize)> {
    let count = number(file.get(at..at + 2)?);
    if count == 0 {
        return Some((Vec::new(), at + 2));
    }
    let size = usize::from(*file.get(at + 2)?);
    if !(1..=4).contains(&size) {
        return None;
    }
    let offset = |n: usize| Some(number(file.get(at + 3 + n * size..at + 3 + (n + 1) * size)?));
    let base = at + 2 + (count + 1) * size;
    let item = |n: usize| file.get(base.checked_add(offset(n)?)?..base.checked_add(offset(n + 1)?)?);
    Some(((0..count).map_while(item).collect(), base.checked_add(offset(count)?)?))
}

/// Operators of one byte with their last operand, where that is a whole number.
fn dictionary(bytes: &[u8]) -> Vec<(u8, usize)> {
    let mut out = Vec::new();
    let mut operand = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        let next = |n: usize| bytes.get(at + 1..at + 1 + n).map_or(0, number);
        let (value, length) = match byte {
            0..=21 => {
                out.extend(operand.take().filter(|_| byte != 12).map(|value| (byte, value)));
                (None, if byte == 12 { 2 } else { 1 })
            }
            28 => (Some(next(2)), 3),
            29 => (Some(next(4)), 5),
            30 => {
                let ends = |byte: &u8| byte & 0xf == 0xf;
                (None, bytes[at + 1..].iter().position(ends).map_or(bytes.len(), |end| end + 2))
            }
            32..=246 => (Some(usize::from(byte).saturating_sub(139)), 1),
            247..=250 => (Some((usize::from(byte) - 247) * 256 + next(1) + 108), 2),
            _ => (None, if byte >= 251 { 2 } else { 1 }),
        };
        if byte > 21 {
            operand = value;
        }
        at += length;
    }
    out
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::{EncodedGlyph, cff, type1};

    fn shown(found: Vec<EncodedGlyph>) -> Vec<(u8, String)> {
        found.into_iter().map(|(code, letter)| (code, letter.unwrap_or_default())).collect()
    }

    fn expected(pairs: &[(u8, &str)]) -> Vec<(u8, String)> {
        pairs.iter().map(|(code, letter)| (*code, (*letter).to_owned())).collect()
    }

    #[test]
    fn a_type_1_font_names_its_codes_in_its_clear_part() {
        let font = b"%!PS-AdobeFont-1.0: CMR10\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n\
            dup 12 /fi put\ndup 65/A put\ndup 123 /endash put\nreadonly def\ncurrentfile eexec\0dup 66 /B put";
        assert_eq!(shown(type1(font)), expected(&[(12, "fi"), (65, "A"), (123, "–")]));
        assert_eq!(type1(b"/Encoding StandardEncoding def dup 1 /A put"), Vec::new());
    }

    #[test]
    fn the_clear_part_of_a_type_1_font_is_bounded() {
        let font = |blanks: usize| {
            let entry = format!("/Encoding 256 array{}dup 65 /A put ", " ".repeat(blanks));
            type1(entry.as_bytes()).len()
        };
        let before = "/Encoding 256 array".len() + "dup 65 /A put".len();
        assert_eq!([262_144 - before, 262_144 - before + 1].map(font), [1, 0]);
    }

    /// Lists of names repeat and overlap: a font of a few bytes names each of its glyphs once, and no more.
    #[test]
    fn names_of_a_cff_font_are_as_many_as_its_outlines() {
        let ranges = [[2_u8].as_slice(), &[0, 1, 255, 255].repeat(1_000)].concat();
        for (glyphs, names) in [(0, 1), (1, 1), (3, 3), (65_535, 65_535)] {
            assert_eq!(super::charset(&[&[0_u8][..], &ranges].concat(), 1, glyphs).len(), names, "{glyphs}");
        }
    }

    /// A CFF font with glyphs fi (a standard string), odieresis and one that it names itself, "Omega".
    fn font(format: &[u8]) -> Vec<u8> {
        let index =
            |item: &[u8]| [&[0, 1, 1, 1, u8::try_from(item.len() + 1).expect("it is short")][..], item].concat();
        let head = [&[1, 0, 4, 1][..], &index(b"F")].concat();
        let top = |charset: u8, encoding: u8, outlines: u8| {
            index(&[28, 0, charset, 15, 28, 0, encoding, 16, 28, 0, outlines, 17])
        };
        let strings = index(b"Omega");
        let from = head.len() + top(0, 0, 0).len() + strings.len() + 2;
        let place = |at: usize| u8::try_from(at).expect("the file is short");
        let charset = [0, 0, 109, 0, 218, 1, 135];
        let outlines = [0, 4, 1, 1, 1, 1, 1, 1];
        let encoding = from + charset.len();
        let top = top(place(from), place(encoding), place(encoding + format.len()));
        [&head[..], &top, &strings, &[0, 0], &charset, format, &outlines].concat()
    }

    #[test]
    fn a_cff_font_tells_its_codes_by_the_names_of_its_glyphs() {
        let letters = expected(&[(12, "fi"), (34, "ö"), (35, "Ω")]);
        assert_eq!(shown(cff(&font(&[0, 3, 12, 34, 35]))), letters);
        assert_eq!(shown(cff(&font(&[1, 2, 12, 0, 34, 1]))), letters);
        let more = [&letters[..], &expected(&[(200, "Ω")])].concat();
        assert_eq!(shown(cff(&font(&[0x80, 3, 12, 34, 35, 1, 200, 1, 135]))), more);
    }

    #[test]
    fn a_font_that_breaks_off_or_lies_is_read_as_far_as_it_goes() {
        let whole = font(&[1, 2, 12, 0, 34, 1]);
        for end in 0..whole.len() {
            cff(&whole[..end]);
            for byte in [0, 1, 30, 255] {
                let mut changed = whole.clone();
                changed[end] = byte;
                cff(&changed);
            }
        }
    }
}
