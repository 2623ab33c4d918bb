//! Fonts: which letters a string of codes shows, and how wide they are.
//!
//! In: a font's dictionary. Out: letters with widths. No outlines are read: a font that does not say what its
//! codes mean leaves them unknown, and that is reported.

use std::collections::BTreeMap;

use entente_text::order;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::builtin;
use super::glyphs::{self, Encoding};
use super::standard_fonts::StandardFont;
use super::stream::Room;

/// Most widths of one font.
const MAX_WIDTHS: usize = 70_000;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    pub(super) bold: bool,
    /// Codes have two bytes, or as many as the old encoding says.
    composite: bool,
    to_unicode: Option<CMap>,
    letters: Vec<Option<String>>,
    legacy: Option<&'static encoding_rs::Encoding>,
    widths: BTreeMap<u32, f32>,
    ranges: Vec<(u32, u32, f32)>,
    default_width: f32,
    /// What a width of one means in text space.
    unit: f32,
}

/// A letter of a string.
#[derive(Debug)]
pub(super) struct Letter {
    /// What it shows; nothing where the font does not say.
    pub(super) shows: Option<String>,
    /// Its width for a size of one.
    pub(super) width: f32,
    /// A single byte that is a space: word spacing goes with it.
    pub(super) space: bool,
}

impl Font {
    /// Reads the font `dict`.
    pub(super) fn of(dict: &Dict, room: &Room) -> Self {
        let name = dict.get::<Name>("BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let kind = dict.get::<Name>("Subtype").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let to_unicode = dict.get::<Stream>("ToUnicode").and_then(|stream| CMap::parse(&room.map(&stream)?, |_| None));
        let mut font = Self { to_unicode, unit: 0.001, default_width: 1000.0, ..Self::default() };
        let descriptor = if kind == "Type0" { font.composite(dict) } else { font.simple(dict, &kind, &name, room) };
        let heavy = descriptor.as_ref().and_then(|descriptor| descriptor.get::<f32>("FontWeight"));
        let folded = name.to_lowercase();
        font.bold = heavy.is_some_and(|weight| weight >= 600.0)
            || ["bold", "black", "heavy", "-bd", ",bd"].iter().any(|word| folded.contains(word));
        font
    }

    fn composite<'a>(&mut self, dict: &Dict<'a>) -> Option<Dict<'a>> {
        self.composite = true;
        let encoding = dict.get::<Name>("Encoding").map(|name| name.as_str().to_owned()).unwrap_or_default();
        self.legacy = legacy(&encoding);
        let below = dict.get::<Array>("DescendantFonts").and_then(|fonts| fonts.iter::<Dict>().next())?;
        self.default_width = below.get::<f32>("DW").unwrap_or(1000.0);
        if let Some(widths) = below.get::<Array>("W") {
            let mut open: Vec<f32> = Vec::new();
            for object in widths.iter::<Object>().take(MAX_WIDTHS) {
                match object {
                    Object::Number(number) => open.push(number.as_f32()),
                    Object::Array(list) => {
                        let first = open.pop().unwrap_or(0.0) as u32;
                        let widths = list.iter::<Number>().take(MAX_WIDTHS);
                        let room = MAX_WIDTHS.saturating_sub(self.widths.len());
                        self.widths.extend((first..).zip(widths.map(|width| width.as_f32())).take(room));
                        open.clear();
                    }
                    _ => {}
                }
                if let [first, last, width] = open[..] {
                    self.ranges.push((first as u32, last as u32, width));
                    open.clear();
                }
            }
            order::sort_by_key(&mut self.ranges, |range| (range.0, range.1));
        }
        below.get::<Dict>("FontDescriptor")
    }

    fn simple<'a>(&mut self, dict: &Dict<'a>, kind: &str, name: &str, room: &Room) -> Option<Dict<'a>> {
        let descriptor = dict.get::<Dict>("FontDescriptor");
        let first = dict.get::<u32>("FirstChar").unwrap_or(0);
        if let Some(widths) = dict.get::<Array>("Widths") {
            self.widths.extend((first..).zip(widths.iter::<Number>().take(256).map(|width| width.as_f32())));
        }
        let missing = descriptor.as_ref().and_then(|descriptor| descriptor.get::<f32>("MissingWidth"));
        self.default_width = missing.unwrap_or(if self.widths.is_empty() { 500.0 } else { 0.0 });
        if kind == "Type3" {
            let matrix = dict.get::<Array>("FontMatrix").and_then(|matrix| matrix.iter::<Number>().next());
            self.unit = matrix.map_or(0.001, |scale| scale.as_f32().abs());
        }
        let folded = name.to_lowercase();
        let own = if folded.contains("symbol") && !folded.contains("segoe") {
            Encoding::Symbol
        } else if folded.contains("dingbats") {
            Encoding::Dingbats
        } else if kind == "TrueType" {
            Encoding::WinAnsi
        } else {
            Encoding::Standard
        };
        let encoding = dict.get::<Dict>("Encoding");
        let base = encoding.as_ref().and_then(|encoding| encoding.get::<Name>("BaseEncoding"));
        let base = base.or_else(|| dict.get::<Name>("Encoding")).map(|name| name.as_str().to_owned());
        let carried = descriptor.as_ref().filter(|_| base.is_none()).map(|font| carried(font, room));
        let base = match base.as_deref() {
            Some("WinAnsiEncoding") => Encoding::WinAnsi,
            Some("MacRomanEncoding") => Encoding::MacRoman,
            Some("StandardEncoding") => Encoding::Standard,
            _ => own,
        };
        self.letters = (0..=u8::MAX).map(|code| glyphs::letter(base, code).map(String::from)).collect();
        for (code, letter) in carried.unwrap_or_default() {
            self.letters[usize::from(code)] = letter;
        }
        if let Some(differences) = encoding.and_then(|encoding| encoding.get::<Array>("Differences")) {
            let mut code = 0_usize;
            for object in differences.iter::<Object>().take(1024) {
                match object {
                    Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(0),
                    Object::Name(name) => {
                        if let Some(letter) = self.letters.get_mut(code) {
                            *letter = glyphs::named(name.as_str());
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        if self.widths.is_empty()
            && let Some(font) = StandardFont::of(name)
        {
            self.widths.extend(font.widths(&self.letters));
        }
        descriptor
    }

    /// The letters that `codes` show, one after the other.
    pub(super) fn letters(&self, codes: &[u8]) -> impl Iterator<Item = Letter> {
        let mut rest = codes;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let length = self.length(rest);
            let (bytes, after) = rest.split_at(length.min(rest.len()));
            rest = after;
            let code = bytes.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
            Some(Letter {
                shows: self.shows(code, bytes),
                width: self.width(code) * self.unit,
                space: length == 1 && code == 32,
            })
        })
    }

    /// The number of its widths: how much work it was to read, and how much memory it takes.
    pub(super) fn size(&self) -> usize {
        self.widths.len() + self.ranges.len()
    }

    fn length(&self, codes: &[u8]) -> usize {
        match self.legacy {
            _ if !self.composite => 1,
            None => 2,
            Some(encoding) if encoding == encoding_rs::UTF_16BE => {
                // A surrogate pair is one code of four bytes.
                if matches!(codes[0], 0xd8..=0xdb) { 4 } else { 2 }
            }
            Some(_) if codes[0] < 0x80 => 1,
            Some(encoding) if encoding == encoding_rs::SHIFT_JIS && matches!(codes[0], 0xa0..=0xdf) => 1,
            Some(_) => 2,
        }
    }

    fn shows(&self, code: u32, bytes: &[u8]) -> Option<String> {
        let known = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(code)).map(|found| match found {
            BfString::Char(c) => c.to_string(),
            BfString::String(string) => string,
        });
        // A map to nothing, to a control or to a private sign says nothing.
        let says = |text: &String| text.chars().any(|c| c == ' ' || !(c.is_control() || is_private(c)));
        known.filter(says).or_else(|| {
            if self.composite {
                let (text, had_errors) = self.legacy?.decode_without_bom_handling(bytes);
                return (!had_errors).then(|| text.into_owned()).filter(says);
            }
            self.letters.get(code as usize).cloned().flatten()
        })
    }

    fn width(&self, code: u32) -> f32 {
        let ranged = || {
            let after = self.ranges.partition_point(|range| range.0 <= code);
            self.ranges[..after].last().filter(|range| code <= range.1).map(|range| range.2)
        };
        self.widths.get(&code).copied().or_else(ranged).unwrap_or(self.default_width)
    }
}

/// The encoding of the font file that `descriptor` embeds.
fn carried(descriptor: &Dict, room: &Room) -> Vec<builtin::EncodedGlyph> {
    let file = |key: &str| descriptor.get::<Stream>(key).and_then(|stream| room.bytes(&stream));
    if let Some(file) = file("FontFile") {
        return builtin::type1(&file);
    }
    file("FontFile3").map(|file| builtin::cff(&file)).unwrap_or_default()
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}')
}

/// The old encoding that a predefined map's codes are in.
fn legacy(name: &str) -> Option<&'static encoding_rs::Encoding> {
    let has = |part: &str| name.contains(part);
    if name.starts_with("Identity") || name.is_empty() {
        None
    } else if has("UCS2") || has("UTF16") {
        Some(encoding_rs::UTF_16BE)
    } else if has("KSC") {
        Some(encoding_rs::EUC_KR)
    } else if has("RKSJ") {
        Some(encoding_rs::SHIFT_JIS)
    } else if has("GB") {
        Some(encoding_rs::GB18030)
    } else if has("B5") {
        Some(encoding_rs::BIG5)
    } else if name == "EUC-H" || name == "EUC-V" {
        Some(encoding_rs::EUC_JP)
    } else {
        None
    }
}
