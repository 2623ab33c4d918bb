//! Measures how fast documents are read and how much memory that takes, for each format at growing sizes:
//! `cargo run --release -p entente-ingest --example throughput [FORMAT…] [--sizes 1,10,100] [--read-only]`
//!
//! Each measurement is a process of its own, so that the peak of its memory (Linux) is its own too. What grows in
//! line with the input shows the same MB/s at every size. The documents are invented.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool for people")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;
use std::time::Instant;

use entente_ingest::{Settings, Source, ingest, read};
use flate2::Crc;

const FORMATS: &[&str] = &["txt", "md", "html", "csv", "jsonl", "docx", "hwpx", "pdf"];
const MEGABYTE: usize = 1_000_000;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, format, size, what] = arguments.as_slice()
        && flag == "--one"
    {
        return one(format, size.parse().unwrap_or(1), what == "ingest");
    }
    let after =
        |flag: &str| arguments.iter().position(|argument| argument == flag).and_then(|at| arguments.get(at + 1));
    let sizes = after("--sizes").map_or("1,10,100", String::as_str);
    let read_only = arguments.iter().any(|argument| argument == "--read-only");
    let named: Vec<&str> =
        FORMATS.iter().copied().filter(|format| arguments.iter().any(|argument| argument == format)).collect();
    let formats = if named.is_empty() { FORMATS.to_vec() } else { named };
    println!("{:7} {:7} {:>8} {:>9} {:>9} {:>9}", "format", "what", "MB", "seconds", "MB/s", "peak MB");
    for format in formats {
        for what in ["read", "ingest"].iter().take(if read_only { 1 } else { 2 }) {
            for size in sizes.split(',') {
                let out = Command::new(std::env::current_exe()?).args(["--one", format, size, what]).output()?;
                print!("{}", String::from_utf8_lossy(&out.stdout));
                std::io::stdout().flush()?;
            }
        }
    }
    Ok(())
}

/// One measurement.
fn one(format: &str, megabytes: usize, whole: bool) -> std::io::Result<()> {
    let bytes = document(format, megabytes * MEGABYTE);
    let length = bytes.len() as f64 / MEGABYTE as f64;
    let before = peak();
    let source = Source { file: format!("a.{format}"), bytes };
    let start = Instant::now();
    let passages = if whole {
        ingest(&[source], &Settings::default()).bodies.iter().flatten().map(|body| body.passages.len()).sum()
    } else {
        read(&source, &Settings::default()).map_or(0, |(_, body)| body.passages.len())
    };
    let seconds = start.elapsed().as_secs_f64();
    let what = if whole { "ingest" } else { "read" };
    let used =
        peak().zip(before).map_or("-".to_owned(), |(after, before)| (after.saturating_sub(before) / 1000).to_string());
    println!(
        "{format:7} {what:7} {length:>8.1} {seconds:>9.2} {:>9.1} {used:>9}   {passages} passages",
        length / seconds
    );
    Ok(())
}

/// The most memory that this process has used, in kilobytes.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// A paragraph that no other is like.
fn paragraph(n: usize) -> String {
    const PLACES: &[&str] = &["Valletta", "Accra", "Lima", "Oslo", "Suva", "Riga", "Doha"];
    const MATTERS: &[&str] = &["port safety", "search and rescue", "fisheries", "customs data", "cyber threats"];
    let (place, matter) = (PLACES[n % PLACES.len()], MATTERS[n % MATTERS.len()]);
    format!(
        "The two sides met in {place} on {} March {} and agreed to share information on {matter} by the end of the year. \
         They noted that trade had grown by {}.{} percent to {} million dollars, and committed to hold meeting number {n} in {}.",
        n % 28 + 1,
        1990 + n % 30,
        n % 40,
        n % 10,
        100 + n % 900,
        1991 + n % 30,
    )
}

/// `text(n)` until there are `size` bytes.
fn filled(size: usize, text: impl Fn(usize) -> String) -> String {
    let mut out = String::with_capacity(size + 1000);
    let mut n = 0;
    while out.len() < size {
        out.push_str(&text(n));
        n += 1;
    }
    out
}

fn document(format: &str, size: usize) -> Vec<u8> {
    let heading = |n: usize| n.is_multiple_of(20).then(|| format!("Part {} of the record", n / 20));
    match format {
        "txt" => filled(size, |n| {
            let heading = heading(n).map_or(String::new(), |heading| format!("{heading}\n\n"));
            format!("{heading}{n}. {}\n\n", wrapped(&paragraph(n)))
        }),
        "md" => filled(size, |n| {
            let heading = heading(n).map_or(String::new(), |heading| format!("## {heading}\n\n"));
            format!("{heading}- **Point {n}**: {} See [the annex](https://example.org/{n}).\n\n", paragraph(n))
        }),
        "html" => {
            let body = filled(size, |n| {
                let heading = heading(n).map_or(String::new(), |heading| format!("<h2>{heading}</h2>\n"));
                format!("{heading}<p>{} <a href=\"/{n}\">More&nbsp;&amp; more</a></p>\n", paragraph(n))
            });
            format!("<!doctype html><html lang=en><title>Record</title><body>{body}</body></html>")
        }
        "csv" => format!("id,date,title,text\n{}", filled(size, |n| format!("{n},2014-05-01,\"Meeting {n}\",\"{}\"\n", paragraph(n)))),
        "jsonl" => filled(size, |n| {
            format!("{{\"id\": {n}, \"title\": \"Meeting {n}\", \"text\": \"{} \\\"Yes\\\".\", \"tags\": [\"a\", \"b\"]}}\n", paragraph(n))
        }),
        "docx" => return docx(size),
        "hwpx" => return hwpx(size),
        _ => return pdf(size),
    }
    .into_bytes()
}

/// `text` in lines of some 90 letters.
fn wrapped(text: &str) -> String {
    let (mut out, mut width) = (String::new(), 0);
    for word in text.split(' ') {
        if width + word.len() > 90 {
            out.push('\n');
            width = 0;
        } else if width > 0 {
            out.push(' ');
        }
        out.push_str(word);
        width += word.len() + 1;
    }
    out
}

fn docx(size: usize) -> Vec<u8> {
    let body = filled(size, |n| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", paragraph(n)));
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    stored(&[
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("word/document.xml", &document),
    ])
}

fn hwpx(size: usize) -> Vec<u8> {
    let body = filled(size, |n| format!("<hp:p><hp:run><hp:t>{}</hp:t></hp:run></hp:p>", paragraph(n)));
    let section = format!(
        "<?xml version=\"1.0\"?><hs:sec xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\">{body}</hs:sec>"
    );
    stored(&[("mimetype", "application/hwp+zip"), ("Contents/section0.xml", &section)])
}

/// A package whose parts are not compressed.
fn stored(parts: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, part) in parts {
        let mut crc = Crc::new();
        crc.update(part.as_bytes());
        let (name_length, length) = (u16::try_from(name.len()).unwrap_or(0), u32::try_from(part.len()).unwrap_or(0));
        let mut head = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        head.extend(crc.sum().to_le_bytes());
        head.extend(length.to_le_bytes());
        head.extend(length.to_le_bytes());
        head.extend(name_length.to_le_bytes());
        head.extend([0, 0]);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&head);
        list.extend([0; 10]);
        list.extend(u32::try_from(out.len()).unwrap_or(0).to_le_bytes());
        list.extend(name.as_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&head);
        out.extend(name.as_bytes());
        out.extend(part.as_bytes());
    }
    let (count, length, at) = (
        u16::try_from(parts.len()).unwrap_or(0),
        u32::try_from(list.len()).unwrap_or(0),
        u32::try_from(out.len()).unwrap_or(0),
    );
    out.extend(list);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// Pages of fifty lines.
fn pdf(size: usize) -> Vec<u8> {
    let (mut out, mut places, mut pages) = ("%PDF-1.4\n".to_owned(), vec![(1, 9_usize)], String::new());
    let (mut number, mut n) = (4, 0);
    out += "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n";
    places.push((3, out.len()));
    out += "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj\n";
    while out.len() < size {
        let mut content = String::new();
        for (line, text) in (0..14)
            .flat_map(|more| wrapped(&paragraph(n + more)).split('\n').map(str::to_owned).collect::<Vec<_>>())
            .enumerate()
            .take(56)
        {
            let text = text.replace('(', "\\(").replace(')', "\\)");
            let _ = writeln!(content, "BT /F1 9 Tf 1 0 0 1 50 {} Tm ({text}) Tj ET", 780 - 12 * line);
        }
        n += 14;
        places.push((number, out.len()));
        let _ = writeln!(out, "{number} 0 obj <</Length {}>> stream\n{content}endstream endobj", content.len());
        places.push((number + 1, out.len()));
        let _ = writeln!(
            out,
            "{} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {number} 0 R /Resources <</Font <</F1 3 0 R>>>>>> endobj",
            number + 1
        );
        let _ = write!(pages, "{} 0 R ", number + 1);
        number += 2;
    }
    places.push((2, out.len()));
    let _ = writeln!(out, "2 0 obj <</Type /Pages /Kids [{pages}] /Count {}>> endobj", (number - 4) / 2);
    places.sort_unstable();
    let start = out.len();
    let _ = write!(out, "xref\n0 {number}\n0000000000 65535 f \n");
    for (_, place) in places {
        let _ = writeln!(out, "{place:010} 00000 n ");
    }
    let _ = write!(out, "trailer <</Size {number} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
    out.into_bytes()
}
