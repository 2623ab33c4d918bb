//! What a font's code or a glyph's name means as a letter.
//!
//! In: a code and an encoding, or a name of Adobe's glyph list. Out: characters, or nothing if that is not
//! known. Accented letters are composed from their names, so that no list of thousands is needed.

use unicode_normalization::UnicodeNormalization;

/// An encoding of one byte a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Standard,
    WinAnsi,
    MacRoman,
    Symbol,
    Dingbats,
}

/// From 0xA1 on in Adobe's standard encoding; `.` for nothing.
const STANDARD: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ.–†‡·.¶•‚„”»…‰.¿.`´ˆ˜¯˘˙¨.˚¸.˝˛ˇ—................Æ.ª....ŁØŒº.....æ...ı..łøœß";
/// The letters of the Symbol font from 0x41 on.
const SYMBOL: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

/// The letter of `code`.
pub(super) fn letter(encoding: Encoding, code: u8) -> Option<char> {
    let legacy = |encoding: &'static encoding_rs::Encoding| {
        let bytes = [code];
        let (text, had_errors) = encoding.decode_without_bom_handling(&bytes);
        text.chars().next().filter(|c| !had_errors && !c.is_control())
    };
    match encoding {
        Encoding::WinAnsi if code == 0x95 || code == 0x7f => Some('•'),
        Encoding::WinAnsi => legacy(encoding_rs::WINDOWS_1252),
        Encoding::MacRoman => legacy(encoding_rs::MACINTOSH),
        Encoding::Standard => match code {
            0x27 => Some('’'),
            0x60 => Some('‘'),
            0x20..=0x7e => Some(char::from(code)),
            0xa1.. => STANDARD.chars().nth(usize::from(code) - 0xa1).filter(|c| *c != '.'),
            _ => None,
        },
        Encoding::Symbol => match code {
            0xb7 => Some('•'),
            0xb3 => Some('≥'),
            0xa3 => Some('≤'),
            0xb0 => Some('°'),
            0xb1 => Some('±'),
            0xae => Some('→'),
            0xbc => Some('…'),
            0x41..=0x7a => SYMBOL.chars().nth(usize::from(code) - 0x41),
            0x20..=0x3f => Some(char::from(code)),
            _ => None,
        },
        Encoding::Dingbats => match code {
            0x20 => Some(' '),
            0x33 | 0x34 => Some('✓'),
            0x35..=0x38 => Some('✗'),
            0x21.. => Some('•'),
            _ => None,
        },
    }
}

/// Signs by their names.
const SIGNS: &str = "space:  nbspace:  exclam:! quotedbl:\" numbersign:# dollar:$ percent:% ampersand:& quotesingle:' quoteright:’ \
quoteleft:‘ parenleft:( parenright:) asterisk:* plus:+ comma:, hyphen:- sfthyphen:\u{ad} minus:− period:. slash:/ \
zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 colon:: semicolon:; less:< equal:= greater:> \
question:? at:@ bracketleft:[ backslash:\\ bracketright:] asciicircum:^ underscore:_ grave:` braceleft:{ bar:| \
braceright:} asciitilde:~ exclamdown:¡ cent:¢ sterling:£ currency:¤ yen:¥ brokenbar:¦ section:§ dieresis:¨ \
copyright:© ordfeminine:ª guillemotleft:« guillemotright:» guilsinglleft:‹ guilsinglright:› logicalnot:¬ \
registered:® macron:¯ degree:° plusminus:± acute:´ mu:µ paragraph:¶ periodcentered:· cedilla:¸ ordmasculine:º \
onequarter:¼ onehalf:½ threequarters:¾ questiondown:¿ multiply:× divide:÷ germandbls:ß AE:Æ ae:æ OE:Œ oe:œ Oslash:Ø \
oslash:ø Lslash:Ł lslash:ł Thorn:Þ thorn:þ Eth:Ð eth:ð dotlessi:ı Dcroat:Đ dcroat:đ Hbar:Ħ hbar:ħ endash:– emdash:— \
quotedblleft:“ quotedblright:” quotedblbase:„ quotesinglbase:‚ dagger:† daggerdbl:‡ bullet:• ellipsis:… \
perthousand:‰ fraction:⁄ Euro:€ euro:€ trademark:™ fi:fi fl:fl ff:ff ffi:ffi ffl:ffl florin:ƒ circumflex:ˆ tilde:˜ \
breve:˘ dotaccent:˙ ring:˚ hungarumlaut:˝ ogonek:˛ caron:ˇ notequal:≠ lessequal:≤ greaterequal:≥ infinity:∞ \
approxequal:≈ arrowright:→ arrowleft:← square:□ filledbox:■ H18533:■ H22073:□ circle:○ H18543:▪ H18551:▫ \
onesuperior:¹ twosuperior:² threesuperior:³ Alpha:Α Beta:Β Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Pi:Π Sigma:Σ Phi:Φ \
Psi:Ψ Omega:Ω alpha:α beta:β gamma:γ delta:δ epsilon:ε zeta:ζ eta:η theta:θ iota:ι kappa:κ lambda:λ nu:ν xi:ξ \
omicron:ο pi:π rho:ρ sigma:σ sigma1:ς tau:τ upsilon:υ phi:φ chi:χ psi:ψ omega:ω";
/// Accents by their names, after a letter.
const ACCENTS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circumflex", '\u{302}'),
    ("dieresis", '\u{308}'),
    ("tilde", '\u{303}'),
    ("ring", '\u{30a}'),
    ("caron", '\u{30c}'),
    ("cedilla", '\u{327}'),
    ("commaaccent", '\u{327}'),
    ("macron", '\u{304}'),
    ("breve", '\u{306}'),
    ("ogonek", '\u{328}'),
    ("dotaccent", '\u{307}'),
    ("hungarumlaut", '\u{30b}'),
];

/// What the glyph called `name` shows.
pub(super) fn named(name: &str) -> Option<String> {
    // "f_i" are two letters, "A.sc" is a small capital.
    let base = name.split('.').next().filter(|base| !base.is_empty())?;
    if base.contains('_') && base.len() > 1 {
        return base.split('_').map(named).collect();
    }
    let mut letters = base.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter.to_string());
    }
    let sign = SIGNS.split_whitespace().find_map(|sign| {
        let (known, shows) = sign.split_once(':')?;
        (known == base).then_some(shows)
    });
    if let Some(shows) = sign {
        return Some(if shows.is_empty() { " ".to_owned() } else { shows.to_owned() });
    }
    let accented = ACCENTS.iter().find_map(|(accent, mark)| {
        let letter = base.strip_suffix(accent)?;
        (letter.chars().count() == 1).then(|| format!("{letter}{mark}").nfc().collect())
    });
    accented.or_else(|| {
        let digits = base.strip_prefix("uni").or_else(|| base.strip_prefix('u'))?;
        let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        if base.starts_with("uni") && digits.len() > 4 && digits.len() % 4 == 0 && digits.is_ascii() {
            return (0..digits.len() / 4).map(|n| hex(&digits[n * 4..n * 4 + 4])).collect();
        }
        (4..=6).contains(&digits.len()).then(|| hex(digits)).flatten().map(String::from)
    })
}

#[cfg(test)]
mod tests {
    use super::{Encoding, letter, named};

    #[test]
    fn glyphs_mean_what_their_names_say() {
        for (name, shows) in [
            ("A", Some("A")),
            ("eacute", Some("é")),
            ("Ccedilla", Some("Ç")),
            ("scaron", Some("š")),
            ("quoteright", Some("’")),
            ("space", Some(" ")),
            ("fi", Some("fi")),
            ("f_f_i", Some("ffi")),
            ("one.oldstyle", Some("1")),
            ("uni20AC", Some("€")),
            ("uni00410042", Some("AB")),
            ("u1F600", Some("😀")),
            ("colon", Some(":")),
            ("g123", None),
            (".notdef", None),
        ] {
            assert_eq!(named(name).as_deref(), shows, "{name}");
        }
    }

    #[test]
    fn codes_mean_what_their_encoding_says() {
        for (encoding, code, shows) in [
            (Encoding::WinAnsi, 0xe9, Some('é')),
            (Encoding::WinAnsi, 0x92, Some('’')),
            (Encoding::MacRoman, 0x8e, Some('é')),
            (Encoding::Standard, 0x27, Some('’')),
            (Encoding::Standard, 0xb7, Some('•')),
            (Encoding::Standard, 0xfb, Some('ß')),
            (Encoding::Standard, 0xe1, Some('Æ')),
            (Encoding::Standard, 0x80, None),
            (Encoding::Symbol, 0xb7, Some('•')),
            (Encoding::Symbol, 0x61, Some('α')),
        ] {
            assert_eq!(letter(encoding, code), shows, "{encoding:?} {code:x}");
        }
    }
}
