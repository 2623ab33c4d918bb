//! What the signs of a symbol font are in Unicode.
//!
//! In: a font's name and a code, as word processors write them. Out: the character; nothing where none is like it.

/// Signs of Adobe's Symbol font: code, tab, character. Sorted by code.
const SYMBOL: &[(u8, char)] = &[
    (0x22, '∀'),
    (0x24, '∃'),
    (0x27, '∋'),
    (0x2a, '∗'),
    (0x2d, '−'),
    (0x40, '≅'),
    (0x41, 'Α'),
    (0x42, 'Β'),
    (0x43, 'Χ'),
    (0x44, 'Δ'),
    (0x45, 'Ε'),
    (0x46, 'Φ'),
    (0x47, 'Γ'),
    (0x48, 'Η'),
    (0x49, 'Ι'),
    (0x4a, 'ϑ'),
    (0x4b, 'Κ'),
    (0x4c, 'Λ'),
    (0x4d, 'Μ'),
    (0x4e, 'Ν'),
    (0x4f, 'Ο'),
    (0x50, 'Π'),
    (0x51, 'Θ'),
    (0x52, 'Ρ'),
    (0x53, 'Σ'),
    (0x54, 'Τ'),
    (0x55, 'Υ'),
    (0x56, 'ς'),
    (0x57, 'Ω'),
    (0x58, 'Ξ'),
    (0x59, 'Ψ'),
    (0x5a, 'Ζ'),
    (0x5c, '∴'),
    (0x5e, '⊥'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x63, 'χ'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x66, 'φ'),
    (0x67, 'γ'),
    (0x68, 'η'),
    (0x69, 'ι'),
    (0x6a, 'ϕ'),
    (0x6b, 'κ'),
    (0x6c, 'λ'),
    (0x6d, 'μ'),
    (0x6e, 'ν'),
    (0x6f, 'ο'),
    (0x70, 'π'),
    (0x71, 'θ'),
    (0x72, 'ρ'),
    (0x73, 'σ'),
    (0x74, 'τ'),
    (0x75, 'υ'),
    (0x76, 'ϖ'),
    (0x77, 'ω'),
    (0x78, 'ξ'),
    (0x79, 'ψ'),
    (0x7a, 'ζ'),
    (0xa1, 'ϒ'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xa4, '⁄'),
    (0xa5, '∞'),
    (0xa6, 'ƒ'),
    (0xa7, '♣'),
    (0xa8, '♦'),
    (0xa9, '♥'),
    (0xaa, '♠'),
    (0xab, '↔'),
    (0xac, '←'),
    (0xad, '↑'),
    (0xae, '→'),
    (0xaf, '↓'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb5, '∝'),
    (0xb6, '∂'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xba, '≡'),
    (0xbb, '≈'),
    (0xbc, '…'),
    (0xc0, 'ℵ'),
    (0xc1, 'ℑ'),
    (0xc2, 'ℜ'),
    (0xc3, '℘'),
    (0xc4, '⊗'),
    (0xc5, '⊕'),
    (0xc6, '∅'),
    (0xc7, '∩'),
    (0xc8, '∪'),
    (0xc9, '⊃'),
    (0xca, '⊇'),
    (0xcb, '⊄'),
    (0xcc, '⊂'),
    (0xcd, '⊆'),
    (0xce, '∈'),
    (0xcf, '∉'),
    (0xd0, '∠'),
    (0xd1, '∇'),
    (0xd2, '®'),
    (0xd3, '©'),
    (0xd4, '™'),
    (0xd5, '∏'),
    (0xd6, '√'),
    (0xd7, '⋅'),
    (0xd8, '¬'),
    (0xd9, '∧'),
    (0xda, '∨'),
    (0xdb, '⇔'),
    (0xdc, '⇐'),
    (0xdd, '⇑'),
    (0xde, '⇒'),
    (0xdf, '⇓'),
    (0xe0, '◊'),
    (0xe1, '〈'),
    (0xe5, '∑'),
    (0xf1, '〉'),
    (0xf2, '∫'),
];
/// The character that `code` is in `font`. Word processors put the codes of such fonts at U+F000.
pub(super) fn character(font: &str, code: u32) -> Option<char> {
    let plain = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let low = u8::try_from(plain).ok().filter(|_| font.eq_ignore_ascii_case("symbol"))?;
    match SYMBOL.binary_search_by_key(&low, |(code, _)| *code) {
        Ok(at) => Some(SYMBOL[at].1),
        // Digits and most marks stand in the Symbol font where ASCII has them.
        Err(_) => (0x20..0x7f).contains(&low).then(|| char::from(low)),
    }
}

/// `text` with the codes of the Symbol font, which some write as letters of a private area, as what they show.
pub(super) fn readable(text: &str) -> std::borrow::Cow<'_, str> {
    let private = |c: char| ('\u{f020}'..='\u{f0ff}').contains(&c);
    if !text.contains(private) {
        return text.into();
    }
    text.chars()
        .map(|c| if private(c) { character("Symbol", u32::from(c)).unwrap_or(c) } else { c })
        .collect::<String>()
        .into()
}

#[cfg(test)]
mod tests {
    use super::{SYMBOL, character, readable};

    #[test]
    fn signs_read_as_what_they_show() {
        for (font, code, expected) in [
            ("Symbol", 0xf0b3, Some('≥')),
            ("Symbol", 0xb1, Some('±')),
            ("symbol", 0xf035, Some('5')),
            ("Garamond", 0xf0b3, None),
            ("Symbol", 0x1f0b3, None),
        ] {
            assert_eq!(character(font, code), expected, "{font} {code:x}");
        }
        assert!(SYMBOL.is_sorted_by_key(|(code, _)| *code));
        assert_eq!(readable("5 \u{f0b3} 4"), "5 ≥ 4");
    }
}
