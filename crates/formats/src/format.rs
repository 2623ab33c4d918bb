//! What sort of file it is, by content first, by name second.

use entente_corpus::Unread;

use crate::decode::unmarked_utf_16;
use crate::{ExtractedText, Refusal, Source};

/// First bytes, what they mean, and what a person can do.
const FOREIGN: &[(&[u8], &str, &str)] = &[
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "it is an older office document (DOC, XLS, PPT)",
        "Save it as DOCX or PDF, or as text.",
    ),
    (b"HWP Document File", "it is an HWP 3 document", "Save it as HWPX or as text."),
    (b"\x89PNG", "it is an image without text", "Use a version with text in it."),
    (b"\xff\xd8\xff", "it is an image without text", "Use a version with text in it."),
    (b"GIF8", "it is an image without text", "Use a version with text in it."),
    (b"II*\0", "it is an image without text", "Use a version with text in it."),
    (b"MM\0*", "it is an image without text", "Use a version with text in it."),
    (b"BM", "it is an image without text", "Use a version with text in it."),
    (b"\x1f\x8b", "it is an archive", "Unpack it and put the documents into the folder."),
    (b"7z\xbc\xaf\x27\x1c", "it is an archive", "Unpack it and put the documents into the folder."),
    (b"Rar!", "it is an archive", "Unpack it and put the documents into the folder."),
    (b"ID3", "it is a sound recording", "Put a transcript into the folder."),
    (b"OggS", "it is a sound recording", "Put a transcript into the folder."),
    (b"fLaC", "it is a sound recording", "Put a transcript into the folder."),
    (b"\0asm", "it is a program", "Leave it out."),
    (b"\x7fELF", "it is a program", "Leave it out."),
    (b"MZ\x90", "it is a program", "Leave it out."),
];

/// Bytes at both ends of a file in which a PDF has its marks.
const PDF_EDGE: usize = 1024;
/// Bytes looked at, at either end, to tell what sort of file it is.
pub const SAMPLE: usize = 65_536;
/// Older office documents up to this size are looked through for what they are.
const MAX_OLDER_OFFICE_BYTES: u64 = 32 * 1024 * 1024;

/// How a file is read. It is decided once, by [`format`]; how a text is written is decided by
/// [`Layout::of`](crate::layout::Layout::of).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As text.
    Text,
    /// As something else, of which a text form is written.
    Form(FormFormat),
}

/// A format that is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFormat {
    /// As a Word document.
    Docx,
    /// As a document of the Korean word processor.
    Hwpx,
    /// As pages.
    Pdf,
}

impl FormFormat {
    /// Every format. Tests go through this list: a format that is not in it is tested nowhere.
    pub const ALL: &[Self] = &[Self::Docx, Self::Hwpx, Self::Pdf];

    /// How the names of such files usually end, without the full stop.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Hwpx => "hwpx",
            Self::Pdf => "pdf",
        }
    }

    /// Reads the file `bytes` of this format.
    ///
    /// # Errors
    ///
    /// Returns the reason if the file cannot be read.
    pub fn read(self, bytes: &[u8]) -> Result<ExtractedText, Refusal> {
        match self {
            Self::Docx => crate::docx::read(bytes),
            Self::Hwpx => crate::hwpx::read(bytes),
            Self::Pdf => crate::pdf::read(bytes),
        }
    }
}

/// How `source` is read, or why it is not.
pub fn format(source: &Source) -> Result<Format, Unread> {
    let bytes = source.bytes.as_slice();
    if bytes.is_empty() {
        return Err(unread(source, "it is empty", "Leave it out, or save the document again."));
    }
    if is_pdf(bytes) {
        return Ok(Format::Form(FormFormat::Pdf));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes).map_err(|(reason, hint)| unread(source, reason, hint));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let holds = |what: &[u8]| bytes.windows(what.len()).any(|window| window == what);
        if holds(&wide("EncryptedPackage")) {
            return Err(unread(source, "it is protected by a password", "Save it without a password."));
        }
        if holds(b"HWP Document File") || holds(&wide("HwpSummaryInformation")) {
            return Err(unread(source, "it is an HWP 5 document", "Save it as HWPX or PDF."));
        }
    }
    if bytes.get(4..8) == Some(b"ftyp") || (bytes.starts_with(b"RIFF") && bytes.len() > 12) {
        return Err(unread(source, "it is a sound or film recording", "Put a transcript into the folder."));
    }
    // A text may begin with the letters of a short mark; it has no NUL then.
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let marked = FOREIGN
        .iter()
        .find(|(mark, ..)| bytes.starts_with(mark) && (mark.len() > 3 || sample.contains(&0) || !mark.is_ascii()));
    if let Some((_, reason, hint)) = marked {
        return Err(unread(source, reason, hint));
    }
    let marks: [&[u8]; 3] = [&[0xff, 0xfe], &[0xfe, 0xff], &[0, 0, 0xfe, 0xff]];
    let wide = marks.iter().any(|mark| bytes.starts_with(mark)) || unmarked_utf_16(bytes).is_some();
    if !wide && !is_text_with_stray_nuls(sample) {
        return Err(unread(source, "it is not text", "Save it as text, Markdown or HTML."));
    }
    Ok(Format::Text)
}

/// True if `sample` is text in which no byte or a few are NUL, such as a page from a damaged disk.
fn is_text_with_stray_nuls(sample: &[u8]) -> bool {
    let nuls = sample.iter().filter(|byte| **byte == 0).count();
    if nuls == 0 {
        return true;
    }
    let controls = sample.iter().filter(|byte| matches!(byte, 1..=8 | 14..=31)).count();
    let whole = match std::str::from_utf8(sample) {
        Ok(_) => true,
        // The sample may end inside a letter.
        Err(error) => error.error_len().is_none(),
    };
    whole && controls == 0 && nuls * MIN_LETTERS_PER_NUL <= sample.len()
}

/// Bytes of a text for each stray NUL in it.
const MIN_LETTERS_PER_NUL: usize = 8;

/// Why a file of `size` bytes that begins with `head` and ends with `tail` is not read, if that can be decided without the
/// rest: a film need not be loaded to be named. Both have [`SAMPLE`] bytes, or all there are.
#[must_use]
pub fn refused(file: &str, head: &[u8], tail: &[u8], size: u64) -> Option<Unread> {
    // What sort of older office document it is may stand anywhere in it.
    if head.starts_with(b"\xd0\xcf\x11\xe0") && size <= MAX_OLDER_OFFICE_BYTES {
        return None;
    }
    let is_long = size > head.len() as u64;
    let bytes = if is_long { [head, tail].concat() } else { head.to_vec() };
    let source = Source { file: file.to_owned(), bytes };
    // No format ends so; a file does whose end was never written.
    let ends_in_nothing = is_long && tail.len() == SAMPLE && tail.iter().all(|byte| *byte == 0);
    match format(&source) {
        Ok(_) if ends_in_nothing => Some(unread(&source, "it is damaged or cut off", "Save the document again.")),
        found => found.err(),
    }
}

/// True for a PDF. Some bytes of a mail or a printer may come before its mark; a text may speak of the mark.
fn is_pdf(bytes: &[u8]) -> bool {
    let holds = |part: &[u8], what: &[u8]| part.windows(what.len()).any(|window| window == what);
    let tail = &bytes[bytes.len().saturating_sub(PDF_EDGE)..];
    bytes.trim_ascii_start().starts_with(b"%PDF-")
        || (holds(&bytes[..bytes.len().min(PDF_EDGE)], b"%PDF-") && holds(tail, b"startxref"))
}

/// `source` as unread.
pub fn unread(source: &Source, reason: &str, hint: &str) -> Unread {
    Unread { file: source.file.clone(), reason: reason.to_owned(), hint: hint.to_owned() }
}

fn zipped(bytes: &[u8]) -> Result<Format, (&'static str, &'static str)> {
    // The list of parts stands at the end; the first parts tell what is cut off.
    let (head, tail) = (&bytes[..bytes.len().min(SAMPLE)], &bytes[bytes.len().saturating_sub(SAMPLE)..]);
    let holds = |name: &[u8]| [head, tail].iter().any(|part| part.windows(name.len()).any(|window| window == name));
    let text = "Save it as text, Markdown or HTML.";
    if holds(b"word/") {
        Ok(Format::Form(FormFormat::Docx))
    } else if holds(b"application/hwp+zip") || holds(b"Contents/section0.xml") {
        Ok(Format::Form(FormFormat::Hwpx))
    } else if holds(b"xl/") || holds(b"ppt/") || holds(b"opendocument") {
        Err(("it is a spreadsheet, a presentation or an OpenDocument file", text))
    } else {
        Err(("it is an archive", "Unpack it and put the documents into the folder."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_named_with_a_way_out() {
        for (bytes, says) in [
            (&b""[..], "empty"),
            (b"\x89PNG\r\n", "image"),
            (b"PK\x03\x04 a.txt", "archive"),
            (b"abc\0def", "not text"),
            (b"\0\0\0\x18ftypmp42", "recording"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 HWP Document File", "HWP 5"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", "password"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 x", "older office"),
        ] {
            let source = Source { file: "x".into(), bytes: bytes.to_vec() };
            let unread = format(&source).expect_err(says);
            assert!(unread.reason.contains(says) && !unread.hint.is_empty(), "{unread:?}");
        }
        let wide = [&[0, 0, 0xfe, 0xff][..], &[0, 0, 0, b'A']].concat();
        assert_eq!(format(&Source { file: "x".into(), bytes: wide }), Ok(Format::Text));
        let film = [b"\0\0\0\x18ftypmp42".to_vec(), vec![0; SAMPLE]].concat();
        assert!(
            refused("x", &film[..SAMPLE], &film[..SAMPLE], 1 << 40)
                .is_some_and(|unread| unread.reason.contains("film"))
        );
        assert_eq!(refused("x", b"Korea met Japan.", b"Korea met Japan.", 16), None);
        for begins in [&b"%PDF-1.5\n"[..], b"\xff\xfe", b"PK\x03\x04 word/"] {
            let head = [begins, &vec![0; SAMPLE - begins.len()]].concat();
            let refused = refused("x", &head, &[0; SAMPLE], 1 << 30).expect("it is named by its ends");
            assert!(refused.reason.contains("cut off"), "{refused:?}");
        }
        for text in ["<p>The ministers\0 met.</p>", "BM and MM are letters", "ID3 tags are explained here", "한국"] {
            assert_eq!(format(&Source { file: "x".into(), bytes: text.into() }), Ok(Format::Text));
        }
    }
}
