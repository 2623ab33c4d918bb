//! Small files of every format with a given text.

use entente_formats::testing::package;

/// Formats into which a text is written.
pub(crate) const FORMATS: [&str; 8] = ["txt", "md", "html", "docx", "hwpx", "pdf", "csv", "jsonl"];

/// Name and bytes of a file of `format` that has `text`.
pub(crate) fn file(format: &str, text: &str) -> (String, Vec<u8>) {
    let paragraphs = || text.split("\n\n");
    let escaped =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    let (ending, bytes) = match format {
        "txt" => ("txt", format!("{text}\n").into_bytes()),
        "md" => ("md", format!("{text}\n").into_bytes()),
        "html" => {
            let body: String = paragraphs().map(|words| format!("<p>{}</p>\n", escaped(words))).collect();
            ("html", format!("<!doctype html><html><body>{body}</body></html>").into_bytes())
        }
        "docx" => {
            let body: String = paragraphs().map(|words| word_paragraph(&word_run(&escaped(words)))).collect();
            ("docx", docx(&body, &[]))
        }
        "hwpx" => {
            let body: String = paragraphs().map(|words| hangul_paragraph(&escaped(words))).collect();
            ("hwpx", hwpx(&body, "<opf:package/>"))
        }
        "pdf" => ("pdf", pdf(&[lines(text)], "", "")),
        "csv" => {
            let rows: String = paragraphs()
                .enumerate()
                .map(|(n, words)| format!("{n},\"{}\"\n", words.replace('"', "\"\"")))
                .collect();
            ("csv", format!("id,text\n{rows}").into_bytes())
        }
        "jsonl" => {
            let row = |(n, words): (usize, &str)| serde_json::json!({"id": n, "text": words}).to_string() + "\n";
            ("jsonl", paragraphs().enumerate().map(row).collect::<String>().into_bytes())
        }
        raw => return special(raw.strip_prefix("raw:").expect("a known format"), text),
    };
    (format!("a.{ending}"), bytes)
}

/// Files that have a name in a part of their own.
fn special(kind: &str, text: &str) -> (String, Vec<u8>) {
    let words = word_paragraph(&word_run(text));
    let relations = |what: &str| {
        format!(
            "<Relationships><Relationship Id='r1' Type='x/{what}' Target='{what}.xml'/><Relationship Id='r2' Type='x/hyperlink' \
             Target='https://example.org/Marta%20Kowalczyk' TargetMode='External'/></Relationships>"
        )
    };
    let properties = "<c><dc:title>Talks with Kowalczyk</dc:title><dc:creator>Marta Kowalczyk</dc:creator></c>";
    let bytes = match kind {
        "html" | "md" | "jsonl" | "csv" | "txt" => text.as_bytes().to_vec(),
        "utf16" => {
            let mut bytes = vec![0xff, 0xfe];
            bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
            bytes
        }
        "cp949" => encoding_rs::EUC_KR.encode(text).0.into_owned(),
        "docx-creator" | "docx-title" => docx(&words, &[("docProps/core.xml", properties)]),
        "docx-runs" => {
            let parts = ["Mar", "ta Kow", "alcz", "yk"].map(word_run).concat();
            docx(&(word_paragraph(&parts) + &words), &[])
        }
        "docx-tracked" => {
            let deleted = "<w:del w:author='M. Kowalczyk'><w:r><w:delText>Marta Kowalczyk </w:delText></w:r></w:del>";
            let inserted = format!("<w:ins w:author='Marta Kowalczyk'>{}</w:ins>", word_run("He spoke."));
            docx(&(word_paragraph(&format!("{deleted}{inserted}")) + &words), &[])
        }
        "docx-comment" => {
            let comments = "<w:comments><w:comment w:id='0' w:author='Marta Kowalczyk'><w:p><w:r><w:t>Ask Kowalczyk.</w:t></w:r></w:p></w:comment></w:comments>";
            let body = word_paragraph(&format!("{}<w:r><w:commentReference w:id='0'/></w:r>", word_run(text)));
            docx(&body, &[("word/_rels/document.xml.rels", &relations("comments")), ("word/comments.xml", comments)])
        }
        "docx-link" => {
            let link = format!("<w:hyperlink r:id='r2'>{}</w:hyperlink>", word_run("Profile"));
            docx(&(word_paragraph(&link) + &words), &[("word/_rels/document.xml.rels", &relations("none"))])
        }
        "docx-header" => {
            let header = format!("<w:hdr>{}</w:hdr>", word_paragraph(&word_run("Draft by Marta Kowalczyk")));
            docx(&words, &[("word/_rels/document.xml.rels", &relations("header")), ("word/header.xml", &header)])
        }
        "docx-footnote" => {
            let notes = format!(
                "<w:footnotes><w:footnote w:id='1'>{}</w:footnote></w:footnotes>",
                word_paragraph(&word_run("Told by Kowalczyk."))
            );
            let body = word_paragraph(&format!("{}<w:r><w:footnoteReference w:id='1'/></w:r>", word_run(text)));
            docx(&body, &[("word/_rels/document.xml.rels", &relations("footnotes")), ("word/footnotes.xml", &notes)])
        }
        "docx-cells" => {
            let cell = |text: &str| format!("<w:tc>{}</w:tc>", word_paragraph(&word_run(text)));
            let row = |one: &str, two: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(two));
            let table = format!("<w:tbl>{}{}</w:tbl>", row("Given", "Family"), row("Marta", "Kowalczyk"));
            docx(&(table + &words), &[])
        }
        "hwpx-creator" => hwpx(
            &hangul_paragraph(text),
            "<opf:package><opf:metadata><opf:title>Kowalczyk</opf:title><opf:meta name=\"creator\" content=\"text\">Marta Kowalczyk</opf:meta></opf:metadata></opf:package>",
        ),
        "hwpx-runs" => {
            let runs =
                "<hp:p><hp:run><hp:t>Marta Kow</hp:t></hp:run><hp:run><hp:t>alczyk spoke.</hp:t></hp:run></hp:p>";
            hwpx(&(runs.to_owned() + &hangul_paragraph(text)), "<opf:package/>")
        }
        "pdf-author" => pdf(&[lines(text)], "/Author (Marta Kowalczyk)", ""),
        "pdf-title" => pdf(
            &[lines(text)],
            "/Title (Talks with M. Kowalczyk) /Author (\\376\\377\\000K\\000o\\000w\\000a\\000l\\000c\\000z\\000y\\000k)",
            "",
        ),
        "pdf-annotation" => pdf(
            &[lines(text)],
            "",
            "/Annots [<</Type /Annot /Subtype /FreeText /Rect [50 300 300 330] /Contents (Marta Kowalczyk) /T (Kowalczyk)>>]",
        ),
        "pdf-over-pages" => {
            let head = "Report of the Ministry of Ports";
            let first = lines(&format!(
                "{head}\n\n{text}\nThe two sides agreed on a plan of work that was then proposed by Marta"
            ));
            let second = lines(&format!(
                "{head}\n\nKowalczyk, who named all of the agencies that have a part in this matter\nand in others of the same kind."
            ));
            pdf(&[first, second], "", "")
        }
        other => panic!("{other}: no such file"),
    };
    let ending = match kind {
        "utf16" | "cp949" => "txt",
        kind => kind.split('-').next().unwrap_or(kind),
    };
    (format!("a.{ending}"), bytes)
}

fn word_run(words: &str) -> String {
    format!(
        "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>",
        words.replace('\n', "</w:t><w:br/><w:t xml:space='preserve'>")
    )
}

fn word_paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn docx(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let mut parts = vec![("word/document.xml", document.as_bytes())];
    parts.extend(more.iter().map(|(name, part)| (*name, part.as_bytes())));
    package(&parts)
}

fn hangul_paragraph(words: &str) -> String {
    format!("<hp:p><hp:run><hp:t>{}</hp:t></hp:run></hp:p>", words.replace('\n', "<hp:lineBreak/>"))
}

fn hwpx(body: &str, content: &str) -> Vec<u8> {
    let section = format!("<hs:sec>{body}</hs:sec>");
    package(&[
        ("mimetype", b"application/hwp+zip"),
        ("Contents/content.hpf", content.as_bytes()),
        ("Contents/header.xml", b"<hh:head/>"),
        ("Contents/section0.xml", section.as_bytes()),
    ])
}

/// What draws `text`, a line below the other.
fn lines(text: &str) -> String {
    let mut out = String::new();
    for (n, line) in (0..).zip(text.lines()) {
        // Letters of Windows-1252, each a byte.
        let mut words = String::new();
        for byte in encoding_rs::WINDOWS_1252.encode(line).0.iter() {
            match byte {
                b'(' | b')' | b'\\' => words.extend(['\\', char::from(*byte)]),
                byte if byte.is_ascii() => words.push(char::from(*byte)),
                byte => words.push_str(&format!("\\{byte:03o}")),
            }
        }
        out += &format!("BT /F1 10 Tf 1 0 0 1 50 {} Tm ({words}) Tj ET\n", 740 - 12 * n);
    }
    out
}

/// A file of these pages.
fn pdf(pages: &[String], info: &str, page_more: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 10 + 2 * n)).collect();
    let mut objects = vec![
        (1, "<</Type /Catalog /Pages 2 0 R>>".to_owned()),
        (2, format!("<</Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 600 800]>>", kids.join(" "), pages.len())),
        (3, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>".to_owned()),
        (4, format!("<<{info}>>")),
    ];
    for (n, content) in pages.iter().enumerate() {
        let (page, stream) = (10 + 2 * n, 11 + 2 * n);
        objects.push((
            page,
            format!(
                "<</Type /Page /Parent 2 0 R /Contents {stream} 0 R /Resources <</Font <</F1 3 0 R>>>> {page_more}>>"
            ),
        ));
        objects.push((stream, format!("<</Length {}>> stream\n{content}\nendstream", content.len())));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in &objects {
        places.push((*number, out.len()));
        out += &format!("{number} 0 obj {object} endobj\n");
    }
    let start = out.len();
    out += "xref\n0 1\n0000000000 65535 f \n";
    for (number, place) in places {
        out += &format!("{number} 1\n{place:010} 00000 n \n");
    }
    out += &format!("trailer <</Size 9999 /Root 1 0 R /Info 4 0 R>>\nstartxref\n{start}\n%%EOF");
    out.into_bytes()
}
