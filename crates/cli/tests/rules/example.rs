//! Examples of rules as files.

use entente_corpus::Corpus;
use entente_formats::testing::package;
use entente_ingest::{Settings, Source, ingest};
use entente_pack::settings;

/// What becomes of the files of an example.
pub(crate) fn read(example: &str) -> Corpus {
    let bytes = unescape(example);
    let mut settings = Settings::default();
    let mut sources = Vec::new();
    for (file, bytes) in files(&bytes) {
        if file == "entente.toml" {
            let text = String::from_utf8(bytes).expect("settings are UTF-8");
            settings = settings::parse(&text).unwrap_or_else(|error| panic!("{error:?} in {text}")).ingest;
            continue;
        }
        let bytes = match file.rsplit('.').next() {
            Some("docx") => docx(&bytes),
            Some("pdf") => pdf(&bytes),
            _ => bytes,
        };
        sources.push(Source { file, bytes });
    }
    ingest(&sources, &settings)
}

/// The files, by name.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    if !bytes.contains(&b'\n') {
        return vec![("note.md".to_owned(), [b"# Note\n\n", bytes, b"\n"].concat())];
    }
    if !bytes.starts_with(b"@@") {
        return vec![("note.txt".to_owned(), bytes.to_vec())];
    }
    let mut out: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match (line.strip_prefix(b"@@"), out.last_mut()) {
            (Some(name), _) => out.push((String::from_utf8_lossy(name).trim().to_owned(), Vec::new())),
            (None, Some((_, file))) => file.extend_from_slice(line),
            (None, None) => {}
        }
    }
    out
}

/// The bytes that `example` stands for.
fn unescape(example: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = example;
    while let Some(first) = rest.chars().next() {
        let repeated = rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).and_then(|(inside, rest)| {
            let (count, words) = inside.split_once('×')?;
            Some((count.parse::<usize>().ok()?, words, rest))
        });
        if let Some((count, words, after)) = repeated {
            out.extend(unescape(words).repeat(count));
            rest = after;
        } else if let Some(escaped) = rest.strip_prefix('\\') {
            let digits = escaped.strip_prefix('x').and_then(|digits| digits.get(..2));
            let (byte, length) = match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                Some(byte) => (byte, 3),
                None => match escaped.as_bytes().first() {
                    Some(b'n') => (b'\n', 1),
                    Some(b't') => (b'\t', 1),
                    Some(b'\\') => (b'\\', 1),
                    _ => panic!("{example:?} has an escape that is not known"),
                },
            };
            out.push(byte);
            rest = &escaped[length..];
        } else {
            out.extend_from_slice(&rest.as_bytes()[..first.len_utf8()]);
            rest = &rest[first.len_utf8()..];
        }
    }
    out
}

const RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/comments" Target="comments.xml"/></Relationships>"#;
const COMMENTS: &str = r#"<w:comments><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment></w:comments>"#;
const PROPERTIES: &str = "<cp:coreProperties><dc:creator>A. Writer</dc:creator></cp:coreProperties>";

/// A DOCX file with this body; its comment counts if the body refers to it.
fn docx(body: &[u8]) -> Vec<u8> {
    let mut parts = vec![("docProps/core.xml", PROPERTIES.as_bytes())];
    let is_damaged = body.ends_with(b"<w:t");
    let end: &[u8] = if is_damaged { b"" } else { b"</w:body></w:document>" };
    let document = [b"<w:document><w:body>", body, end].concat();
    if body.windows(18).any(|window| window == b"<w:commentReferenc") {
        parts.push(("word/_rels/document.xml.rels", RELATIONS.as_bytes()));
        parts.push(("word/comments.xml", COMMENTS.as_bytes()));
    }
    parts.push(("word/document.xml", &document));
    package(&parts)
}

/// A PDF file with one page of this content. `F1` is a font with letters, `U` one that does not say which it shows.
fn pdf(content: &[u8]) -> Vec<u8> {
    let content = String::from_utf8_lossy(content);
    let length = content.len();
    format!(
        "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n\
         2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800]>> endobj\n\
         3 0 obj <</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F1 5 0 R /U 6 0 R>>>>>> endobj\n\
         4 0 obj <</Length {length}>> stream\n{content}\nendstream endobj\n\
         5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj\n\
         6 0 obj <</Type /Font /Subtype /Type0 /BaseFont /K /Encoding /Identity-H /DescendantFonts \
         [<</Type /Font /Subtype /CIDFontType2 /BaseFont /K /DW 1000>>]>> endobj\n\
         trailer <</Root 1 0 R>>\n%%EOF"
    )
    .into_bytes()
}
