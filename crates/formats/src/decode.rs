//! Bytes become text, once. From here on the text never changes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use entente_corpus::{Anomaly, AnomalyKind, Basis, Fact};
use entente_text::Span;

/// Right continuation bytes that have to stand against each wrong place in UTF-8.
const WRONG_WEIGHT: usize = 3;
/// Bytes of a page in which its encoding is declared.
const DECLARED_WITHIN: usize = 4096;

/// A file as text.
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The file's bytes in Base64, where the text's UTF-8 bytes are others.
    pub original: Option<String>,
    /// The encoding by its WHATWG name, and how it is known.
    pub encoding: Fact<String>,
    /// Bytes that the encoding does not have.
    pub anomalies: Vec<Anomaly>,
}

/// Reads `bytes`: by byte order mark, then as UTF-8 where they are, then by what they look like.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some((name, text)) = utf_32(bytes) {
        let anomalies = replaced(&text, name);
        let rule = "byte-order-mark".to_owned();
        let encoding = Fact { value: name.to_owned(), basis: Basis::Stated, rule, evidence: Vec::new() };
        return Decoded { text, original: Some(STANDARD.encode(bytes)), encoding, anomalies };
    }
    let (encoding, basis, rule) = encoding_of(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let (text, nuls) = without_nuls(text.into_owned());
    let mut anomalies = replaced(&text, encoding.name());
    anomalies.extend(nuls);
    anomalies.extend(misread(&text));
    let original = (text.as_bytes() != bytes).then(|| STANDARD.encode(bytes));
    let encoding = Fact { value: encoding.name().to_owned(), basis, rule: rule.to_owned(), evidence: Vec::new() };
    Decoded { text, original, encoding, anomalies }
}

/// `text` without its NULs, which show nothing, and a note where the first stood.
fn without_nuls(text: String) -> (String, Option<Anomaly>) {
    let Some(at) = text.find('\0') else { return (text, None) };
    let count = text.matches('\0').count();
    let text = text.replace('\0', "");
    let next = text[at..].chars().next().map_or(0, char::len_utf8);
    let note = Anomaly {
        kind: AnomalyKind::BadEncoding,
        passage: None,
        span: Span::new(at, at + next),
        detail: format!("{count} NUL characters are left out"),
        rule: "nul".to_owned(),
    };
    (text, Some(note))
}

/// Bytes as a page carries them.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, Basis, &'static str) {
    for (mark, encoding) in [(&[0xef, 0xbb, 0xbf][..], UTF_8), (&[0xff, 0xfe], UTF_16LE), (&[0xfe, 0xff], UTF_16BE)] {
        if bytes.starts_with(mark) {
            return (encoding, Basis::Stated, "byte-order-mark");
        }
    }
    if let Some(encoding) = unmarked_utf_16(bytes) {
        return (encoding, Basis::Inferred, "looks-like");
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, Basis::Inferred, "valid-utf-8");
    }
    if is_nearly_utf8(bytes) {
        return (UTF_8, Basis::Inferred, "nearly-utf-8");
    }
    if let Some(encoding) = declared(bytes) {
        return (encoding, Basis::Stated, "declared-charset");
    }
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(bytes, true);
    (detector.guess(None, false), Basis::Inferred, "looks-like")
}

/// True if `bytes` are UTF-8 but for a few: letters of two bytes and more are hardly ever right by chance, so that each
/// weighs as much as the bytes in it that show this. A text in another encoding has more wrong bytes than right letters.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().bytes().filter(|byte| matches!(byte, 0x80..=0xbf)).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right >= WRONG_WEIGHT * wrong
}

/// The encoding of a text in UTF-16 that has no byte order mark; `None` for anything else. Only the first [`UTF_16_SAMPLE`] bytes are looked at.
///
/// Read in the right order of bytes, such a text has blanks and line ends, but no NUL, no other control character and no half of a
/// pair. Read in the wrong order, its blanks are other letters. Binary files have control characters.
pub(crate) fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(UTF_16_SAMPLE)];
    let nuls = sample.iter().filter(|byte| **byte == 0).count();
    // Text in UTF-8 with stray NULs is read as such. Half of the bytes of an ASCII text in UTF-16 are NUL, and other alphabets have
    // their letters beside control characters.
    let is_valid = sample.utf8_chunks().next().is_some_and(|chunk| chunk.valid().len() + 3 >= sample.len());
    let has_controls = sample.iter().any(|byte| matches!(byte, 1..=8 | 14..=31));
    let is_utf_8 = is_valid && !has_controls;
    let has_enough_nuls = if is_utf_8 { nuls * 4 >= sample.len() } else { nuls > 0 };
    if bytes.len() < MIN_UTF_16_BYTES || !has_enough_nuls {
        return None;
    }
    let (pairs, _) = sample.as_chunks::<2>();
    let fits = |unit: fn([u8; 2]) -> u16| {
        let (mut ascii, mut wrong) = (0, 0);
        for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
            match letter {
                Ok('\t' | '\n' | '\u{c}' | '\r') => ascii += 1,
                Ok(c) if c.is_control() || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}') => {
                    return false;
                }
                Ok(c) => ascii += usize::from(c.is_ascii()),
                // The sample may end inside a pair.
                Err(_) => wrong += 1,
            }
        }
        wrong <= 1 && ascii * LETTERS_PER_ASCII >= pairs.len()
    };
    if fits(u16::from_le_bytes) {
        Some(UTF_16LE)
    } else if fits(u16::from_be_bytes) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Bytes in which a text in UTF-16 is recognised.
const UTF_16_SAMPLE: usize = 65_536;
/// Bytes of the shortest text in UTF-16 that is recognised without a mark.
const MIN_UTF_16_BYTES: usize = 16;
/// A text of any script has a blank, a digit or a line end for at most so many letters.
const LETTERS_PER_ASCII: usize = 16;

/// A text in UTF-32 with its mark, and the name of the encoding.
fn utf_32(bytes: &[u8]) -> Option<(&'static str, String)> {
    let (name, number): (_, fn([u8; 4]) -> u32) = match bytes {
        [0xff, 0xfe, 0, 0, ..] => ("UTF-32LE", u32::from_le_bytes),
        [0, 0, 0xfe, 0xff, ..] => ("UTF-32BE", u32::from_be_bytes),
        _ => return None,
    };
    let letter = |four: &[u8]| four.try_into().ok().map(number).and_then(char::from_u32).unwrap_or('\u{fffd}');
    Some((name, bytes[4..].chunks(4).map(letter).collect()))
}

/// What a page declares in its head: `charset=gb2312`, `encoding="euc-kr"`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    if !head.trim_start().starts_with('<') {
        return None;
    }
    let at = ["charset=", "encoding="].iter().find_map(|key| head.find(key).map(|at| at + key.len()))?;
    let label = head[at..].trim_start_matches([' ', '"', '\'']);
    let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')))?;
    // A page that declares UTF-8 and is not has declared the wrong one.
    Encoding::for_label(&label.as_bytes()[..end])
        .filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible())
}

/// One note for all bytes that could not be read, at the first of them.
fn replaced(text: &str, encoding: &str) -> Vec<Anomaly> {
    let count = text.matches('\u{fffd}').count();
    let first = text.find('\u{fffd}').map(|at| Span::new(at, at + '\u{fffd}'.len_utf8()));
    first
        .map(|span| Anomaly {
            kind: AnomalyKind::BadEncoding,
            passage: None,
            span,
            detail: format!("{count} characters cannot be read as {encoding}; they are shown as \u{fffd}"),
            rule: "replacement-character".to_owned(),
        })
        .into_iter()
        .collect()
}

/// One note for a text that was read in the wrong encoding before it reached us ("GenÃ¨ve" for "Genève"), with what its
/// first such word should be. The text itself stays as it is.
fn misread(text: &str) -> Option<Anomaly> {
    let mut first: Option<(usize, usize)> = None;
    let mut count = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find(|c: char| !c.is_ascii()) {
        let start = at + found;
        let end = text[start..].find(|c: char| c.is_ascii()).map_or(text.len(), |length| start + length);
        if mended(&text[start..end]).is_some() {
            count += 1;
            first = first.or(Some((start, end)));
        }
        at = end;
    }
    let (start, end) = first.filter(|_| count >= MIN_MISREAD_PLACES)?;
    let blank = |c: char| c.is_whitespace() && c.is_ascii();
    let from = text[..start].rfind(blank).map_or(0, |at| at + 1);
    let to = text[end..].find(blank).map_or(text.len(), |at| end + at);
    let from = from.max(text.floor_char_boundary(start.saturating_sub(MAX_WORD_BYTES)));
    let to = to.min(text.floor_char_boundary(end + MAX_WORD_BYTES));
    let word = &text[from..to];
    let mut whole = String::new();
    let mut rest = word;
    while !rest.is_empty() {
        let ascii = rest.find(|c: char| !c.is_ascii()).unwrap_or(rest.len());
        whole.push_str(&rest[..ascii]);
        rest = &rest[ascii..];
        let run = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
        whole.push_str(&mended(&rest[..run]).unwrap_or_else(|| rest[..run].to_owned()));
        rest = &rest[run..];
    }
    let places = if count == 1 { "one place".to_owned() } else { format!("{count} places") };
    Some(Anomaly {
        kind: AnomalyKind::BadEncoding,
        passage: None,
        span: Span::new(from, to),
        detail: format!("the text was read in a wrong encoding in {places}: “{word}” is “{whole}”"),
        rule: "read-in-a-wrong-encoding".to_owned(),
    })
}

/// Places of a text that was read wrongly, at least; one may be meant so.
const MIN_MISREAD_PLACES: usize = 2;
/// Letters around such a place that are shown, in bytes.
const MAX_WORD_BYTES: usize = 60;

/// `run`, letters beyond ASCII, as the UTF-8 that its bytes in windows-1252 are.
fn mended(run: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(run.len());
    for c in run.chars() {
        match u8::try_from(u32::from(c)) {
            // What windows-1252 leaves empty, and its own letters of Latin-1.
            Ok(byte) => bytes.push(byte),
            Err(_) => bytes.push(windows_1252_byte(c)?),
        }
    }
    String::from_utf8(bytes).ok()
}

/// The byte of a letter beyond Latin-1 in windows-1252; `None` if it has none. Decoded here letter by letter, because an encoder
/// would bring the tables of every other encoding.
fn windows_1252_byte(letter: char) -> Option<u8> {
    (0x80..=0x9f).find(|byte| {
        let decoded = encoding_rs::WINDOWS_1252.decode_without_bom_handling(std::slice::from_ref(byte)).0;
        decoded.chars().eq([letter])
    })
}

#[cfg(test)]
mod tests {
    use super::{decode, unmarked_utf_16};

    #[test]
    fn text_that_was_read_wrongly_before_is_told_with_what_it_should_be() {
        let decoded = decode("RÃ©union Ã\u{a0} GenÃ¨ve. Lâ€™accord.".as_bytes());
        let [note] = &decoded.anomalies[..] else { panic!("one note") };
        assert!(note.detail.contains("“RÃ©union” is “Réunion”"), "{}", note.detail);
        for text in ["Réunion à Genève", "São Tomé – «été»", "대한민국 외교부", "naïve Ã"] {
            assert!(decode(text.as_bytes()).anomalies.is_empty(), "{text}");
        }
    }

    #[test]
    fn encodings_are_told_apart_and_bytes_kept() {
        let (korean, ..) = encoding_rs::EUC_KR.encode("대한민국 외교부는 제4차 한미 사이버 정책협의회를 개최한다.");
        let (western, ..) =
            encoding_rs::WINDOWS_1252.encode("Le ministère des Affaires étrangères a déclaré à Genève.");
        for (bytes, name, part) in [
            ("Séoul".as_bytes().to_vec(), "UTF-8", "Séoul"),
            ("\u{feff}Séoul".as_bytes().to_vec(), "UTF-8", "Séoul"),
            (korean.to_vec(), "EUC-KR", "사이버"),
            (western.to_vec(), "windows-1252", "étrangères"),
            (b"\xff\xfeA\0B\0".to_vec(), "UTF-16LE", "AB"),
        ] {
            let decoded = decode(&bytes);
            assert_eq!(decoded.encoding.value, name);
            assert!(decoded.text.contains(part), "{}", decoded.text);
            assert_eq!(decoded.original.is_none(), decoded.text.as_bytes() == bytes);
        }
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_blanks() {
        let wide = |text: &str, unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for text in [
            "Korea met Japan in Seoul.\n",
            "외교부는 2024년 1월 19일 서울에서 제7차 협의회를 개최하였다.\n",
            "日本は2024年1月19日に東京で会議を開催した。\n\u{1f600}",
            "Министры встретились в Сеуле.\n",
        ] {
            for (unit, name) in [(u16::to_le_bytes as fn(u16) -> [u8; 2], "UTF-16LE"), (u16::to_be_bytes, "UTF-16BE")] {
                let decoded = decode(&wide(text, unit));
                assert_eq!((decoded.text.as_str(), decoded.encoding.value.as_str()), (text, name));
                assert!(decoded.original.is_some());
            }
        }
        for other in [
            &b"Korea\0 met\0 Japan\0 in Seoul today."[..],
            b"\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0\x07\0\x08\0",
            &[0; 64],
        ] {
            assert_eq!(unmarked_utf_16(other), None, "{other:?}");
        }
        let all: Vec<u8> = (0..=255).cycle().take(4_096).collect();
        assert_eq!(unmarked_utf_16(&all), None);
    }

    #[test]
    fn a_page_may_declare_its_encoding() {
        let text = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=EUC-KR\"><p>외교부</p>";
        let (bytes, ..) = encoding_rs::EUC_KR.encode(text);
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_str(), decoded.encoding.rule.as_str()), (text, "declared-charset"));
        let wrong = decode("<meta charset=euc-kr><p>외교부</p>".as_bytes());
        assert_eq!(wrong.encoding.value, "UTF-8", "what reads as UTF-8 is UTF-8");
    }

    #[test]
    fn a_few_wrong_bytes_make_no_other_encoding_of_utf8() {
        let korean = "대한민국 외교부는 제4차 한미 사이버 정책협의회를 개최한다.\n".repeat(20);
        let (mut middle, mut cut) = (korean.clone().into_bytes(), korean.clone().into_bytes());
        middle.insert(korean.find("사이버").expect("there"), 0xff);
        cut.truncate(cut.len() - 3);
        let quotes = b"He said \xe2\x80\x9cno\xe2\x80\x9d, and left\xa0for Seoul.".to_vec();
        for bytes in [middle, cut, quotes] {
            let decoded = decode(&bytes);
            assert_eq!((decoded.encoding.value.as_str(), decoded.encoding.rule.as_str()), ("UTF-8", "nearly-utf-8"));
            assert_eq!(decoded.anomalies.len(), 1);
            assert_eq!(decoded.anomalies[0].span.of(&decoded.text), "\u{fffd}");
            assert!(decoded.original.is_some() && decoded.text.matches('\u{fffd}').count() == 1);
        }
        let (chinese, ..) = encoding_rs::GB18030.encode("外交部发言人就双边关系答记者问。中方对此表示欢迎。");
        let (japanese, ..) = encoding_rs::SHIFT_JIS.encode("外務省は、日本とケニアの首脳会談を行いました。");
        let (russian, ..) = encoding_rs::WINDOWS_1251.encode("Министры иностранных дел подписали соглашение.");
        for bytes in [chinese, japanese, russian] {
            assert_ne!(decode(&bytes).encoding.value, "UTF-8");
        }
    }

    #[test]
    fn utf_32_is_read_by_its_mark() {
        let text = "Séoul 서울";
        let bytes = |mark: [u8; 4], unit: fn(u32) -> [u8; 4]| -> Vec<u8> {
            mark.into_iter().chain(text.chars().flat_map(|c| unit(u32::from(c)))).collect()
        };
        let little = bytes([0xff, 0xfe, 0, 0], u32::to_le_bytes);
        for (bytes, name) in [(little.clone(), "UTF-32LE"), (bytes([0, 0, 0xfe, 0xff], u32::to_be_bytes), "UTF-32BE")] {
            let decoded = decode(&bytes);
            assert_eq!((decoded.encoding.value.as_str(), decoded.text.as_str()), (name, text));
        }
        let cut = decode(&little[..little.len() - 1]);
        assert!(cut.text.ends_with('\u{fffd}') && cut.anomalies.len() == 1);
    }

    #[test]
    fn stray_nuls_are_left_out_and_told() {
        let read = decode(b"The mini\0sters met.\0");
        assert_eq!(read.text, "The ministers met.");
        assert_eq!(read.anomalies.len(), 1);
        assert!(read.original.is_some() && decode(b"The ministers met.").anomalies.is_empty());
    }

    #[test]
    fn bytes_that_cannot_be_read_are_told() {
        let decoded = decode(b"\xef\xbb\xbfa\xffb");
        assert_eq!(decoded.anomalies.len(), 1);
        assert_eq!(decoded.anomalies[0].span.of(&decoded.text), "\u{fffd}");
    }
}
