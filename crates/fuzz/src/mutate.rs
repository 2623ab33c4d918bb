//! Damages inputs: changes, cuts and repeats bytes, joins inputs, and inserts pieces that mean something to a reader.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// The largest input, in bytes.
const MAX_BYTES: usize = 20_000;
/// The most copies of a range that one edit inserts.
const MAX_COPIES: usize = 60;

/// Pieces that mean something to a reader, besides words.
const PIECES: &[&str] = &[
    "",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{c}",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "\u{ad}",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "\u{1f600}",
    "(",
    ")",
    "[",
    "]",
    "](",
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#",
    ";",
    "\"",
    "\u{201c}",
    "'",
    "`",
    "```",
    "*",
    "**",
    "_",
    "~~",
    "#",
    "# ",
    "- ",
    "1. ",
    "> ",
    "|",
    "|---|",
    "---",
    "===",
    "[^1]",
    "[^1]: ",
    ":",
    ": ",
    ",",
    ".",
    "...",
    "\u{2026}",
    "\u{2013}",
    "-",
    "/",
    "\\",
    "%",
    "=",
    "+",
    "@",
    "<table><tr><td>",
    "<p>",
    "<a href=\"",
    "<select><option>",
    "<script>",
    "<title>",
    "<br>",
    "{",
    "}",
    "{\"a\":",
    "null",
    "[[",
    "]]",
    "\\u0000",
    "1e999",
    "-1",
    "4294967296",
    "99999999999999999999",
    "0",
    "1",
    "2014",
    "3 March 2014",
    "3-5 March",
    "USD 5 million",
    "\u{20ac}",
    "5%",
    "The 3rd ",
    "U.S.",
    "the Republic of Korea",
    "France and Japan met in Paris on 3 March 1999.",
    "The ministers agreed to hold a meeting in 2025.",
    "said that",
    "who",
    "(ABC)",
    "Mr. Kim",
    "US-Japan-dialogue",
    "\u{c81c}7\u{cc28} \u{d55c}\u{bbf8} \u{d68c}\u{c758}",
    "2024\u{b144} 1\u{c6d4} 19\u{c77c}",
    "\u{65e5}\u{672c}\u{56fd}",
    "OR",
    "AND",
    "NOT",
    "NEAR/3",
    "country:",
    "after:",
    "*",
    "~",
    "#/",
    "?q=",
    "&-country=",
    "%2",
    "%ff",
    "<!--entente:data-->",
    "<!--/entente:data-->",
    "data-entente=\"body\"",
    "<w:p>",
    "<w:r><w:t>",
    "<w:tbl><w:tr><w:tc>",
    "<w:del>",
    "w:val=\"255\"",
    "<hp:tbl><hp:tr><hp:tc>",
    "<hp:footNote>",
    "level=\"18446744073709551615\"",
    " obj <<",
    "/Length 9",
    "/Kids [",
    " 0 R",
    " Tj ",
    "BT /F1 9 Tf ",
    "/FirstChar 4294967295",
    "endstream",
    "[redact]",
    "exclude = [",
    "**/",
    "\"\"\"",
    "'''",
];

/// One edit.
#[derive(Clone, Debug)]
enum Edit {
    Byte(Index, u8),
    Flip(Index, u8),
    Cut(Index, Index),
    Copy(Index, Index, usize),
    Piece(Index, &'static str, usize),
    Join(Index, Index),
}

fn edits() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Edit::Byte(at, byte)),
        2 => (at(), 0_u8..8).prop_map(|(at, bit)| Edit::Flip(at, bit)),
        3 => (at(), at()).prop_map(|(from, to)| Edit::Cut(from, to)),
        3 => (at(), at(), 1..MAX_COPIES).prop_map(|(from, to, times)| Edit::Copy(from, to, times)),
        8 => (at(), select(PIECES), 1..MAX_COPIES).prop_map(|(at, piece, times)| Edit::Piece(at, piece, if times > 40 { times } else { 1 })),
        1 => (at(), at()).prop_map(|(seed, at)| Edit::Join(seed, at)),
    ]
}

/// A strategy that damages `seeds`. Each input has the extension of the seed that it was made from.
pub fn inputs(seeds: Vec<(String, Vec<u8>)>) -> impl Strategy<Value = (String, Vec<u8>)> {
    (any::<Index>(), vec(edits(), 1..12)).prop_map(move |(seed, edits)| {
        if seeds.is_empty() {
            return (String::new(), Vec::new());
        }
        let (extension, bytes) = seed.get(&seeds);
        let mut bytes = bytes.clone();
        for edit in edits {
            edit.apply(&mut bytes, &seeds);
            bytes.truncate(MAX_BYTES);
        }
        (extension.clone(), bytes)
    })
}

impl Edit {
    fn apply(&self, bytes: &mut Vec<u8>, seeds: &[(String, Vec<u8>)]) {
        let place = |at: &Index, bytes: &[u8]| at.index(bytes.len() + 1);
        match self {
            Self::Byte(at, byte) => {
                let at = place(at, bytes);
                if let Some(old) = bytes.get_mut(at) {
                    *old = *byte;
                }
            }
            Self::Flip(at, bit) => {
                let at = place(at, bytes);
                if let Some(old) = bytes.get_mut(at) {
                    *old ^= 1 << bit;
                }
            }
            Self::Cut(one, other) => {
                let (one, other) = (place(one, bytes), place(other, bytes));
                bytes.drain(one.min(other)..one.max(other));
            }
            Self::Copy(one, other, times) => {
                let (one, other) = (place(one, bytes), place(other, bytes));
                let stretch = bytes[one.min(other)..one.max(other)].repeat(*times);
                bytes.splice(one.max(other)..one.max(other), stretch.into_iter().take(MAX_BYTES));
            }
            Self::Piece(at, piece, times) => {
                let at = place(at, bytes);
                bytes.splice(at..at, piece.repeat(*times).into_bytes());
            }
            Self::Join(seed, at) => {
                let at = place(at, bytes);
                bytes.truncate(at);
                bytes.extend(&seed.get(seeds).1);
            }
        }
    }
}
