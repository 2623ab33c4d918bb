//! Words that are masked are nowhere in a finished page, in whatever form a document has them.
//!
//! Each case of `cases.tsv` is written into files of its formats; each file is packed alone, and the page is taken apart and
//! searched by code that shares nothing with what masks: every string of it, without escapes and tags, by letters and digits
//! alone.

mod files;
mod searching;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

use entente_explore::packed::{Blob, Packed};
use entente_explore::{Explorer, Query};
use entente_ingest::{Executors, Redaction, Report, Settings, Source, ingest_redacted};
use entente_pack::proof::{Unproven, prove};
use entente_pack::{Options, Reading, folder, page, settings};
use entente_page::{Application, Assets, template};

use entente_formats::format::FormFormat;
use files::{FORMATS, file};
use searching::{holds, squashed};

struct Case {
    id: String,
    formats: Vec<String>,
    redact: String,
    gone: Vec<String>,
    stays: Vec<String>,
    text: String,
}

fn cases() -> Vec<Case> {
    let rows = include_str!("cases.tsv").lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let cells: Vec<String> = row.split('\t').map(decoded).collect();
        let [id, formats, redact, gone, stays, text] = cells.as_slice() else { panic!("six cells: {row}") };
        let formats = match formats.as_str() {
            "all" => FORMATS.iter().map(|format| (*format).to_owned()).collect(),
            formats => formats.split(',').map(str::to_owned).collect(),
        };
        let list = |cell: &String| cell.split(';').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Case {
            id: id.clone(),
            formats,
            redact: redact.clone(),
            gone: list(gone),
            stays: list(stays),
            text: text.clone(),
        }
    })
    .collect()
}

/// A cell of the table with its escapes resolved.
fn decoded(cell: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut chars = cell.chars();
    let mut put = |c: char| units.extend(c.encode_utf16(&mut [0; 2]).iter());
    let mut codes = Vec::new();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => put('\n'),
                Some('u') => {
                    let digits: String = chars.by_ref().take(4).collect();
                    codes.push(digits.clone());
                    put(char::from_u32(0xe000).expect("a place for a unit"));
                }
                Some(other) => put(other),
                None => {}
            },
            c => put(c),
        }
    }
    let mut codes = codes.into_iter();
    for unit in &mut units {
        if *unit == 0xe000 {
            *unit = codes.next().and_then(|code| u16::from_str_radix(&code, 16).ok()).expect("four digits");
        }
    }
    String::from_utf16(&units).expect("whole characters")
}

fn empty() -> String {
    let skeleton = "<!DOCTYPE html><html><head><!-- entente:policy --><title>Entente</title></head><body>\
        <div id=\"app\"><!-- entente:static --></div><!-- entente:data --><!-- entente:application --></body></html>";
    template(&Assets { skeleton, style: "", application: Application::default() }).expect("a whole skeleton")
}

/// The page of one file, and what was masked.
fn packed(name: &str, bytes: Vec<u8>, redact: &str) -> (String, Report) {
    let redact = settings::parse(&format!("[redact]\n{redact}\n")).expect("well formed").ingest.redact;
    let ingest = Settings { redact, ..Settings::default() };
    let source = |at: usize| (at == 0).then(|| Source { file: name.to_owned(), bytes: bytes.clone() });
    let (corpus, report) = ingest_redacted(&[name.to_owned()], &[1], &source, &ingest, None, &Executors::sequential());
    assert_eq!(corpus.catalogue.documents.len(), 1, "{name}: {:?}", corpus.catalogue.unread);
    assert_eq!(entente_corpus::check(&corpus), Vec::<String>::new());
    (page(&corpus, &empty(), &Options::default()).expect("a page"), report)
}

#[test]
fn nothing_masked_is_left_in_any_format() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for case in cases() {
        for format in &case.formats {
            let (name, bytes) = file(format, &case.text);
            let (page, report) = packed(&name, bytes, &case.redact);
            *counts.entry(name.rsplit('.').next().unwrap_or_default().to_owned()).or_default() += 1;
            for gone in &case.gone {
                if let Some(place) = holds(&page, &squashed(gone)) {
                    faults.push(format!("{} in {format}: {gone} is left: {place}", case.id));
                }
            }
            for stays in &case.stays {
                if holds(&page, &squashed(stays)).is_none() {
                    faults.push(format!("{} in {format}: {stays} is gone", case.id));
                }
            }
            if let Err(Unproven::Leak(leak)) = prove(&page, &report) {
                faults.push(format!("{} in {format}: the proof says {leak}", case.id));
            }
        }
    }
    let all: usize = counts.values().sum();
    assert!(faults.is_empty(), "{} faults in {all} inputs {counts:?}:\n{}", faults.len(), faults.join("\n"));
    assert!(all >= 200 && counts.len() >= 8, "{counts:?}");
}

/// Before anything is masked the words are there: the search finds what it looks for.
#[test]
fn the_search_finds_what_is_not_masked() {
    for case in cases().iter().filter(|case| case.id.starts_with("name-") || case.id.starts_with("html-")) {
        for format in &case.formats {
            let (name, bytes) = file(format, &case.text);
            let (page, _) = packed(&name, bytes, "names = [\"Nobody Atall\"]");
            let script = format.ends_with("html") && case.id == "html-script";
            for gone in case.gone.iter().filter(|_| !script) {
                assert!(holds(&page, &squashed(gone)).is_some(), "{} in {format}: {gone}", case.id);
            }
        }
    }
}

/// A folder of its own, removed at the end.
struct Place(PathBuf);

impl Place {
    fn new(files: &[(&str, &[u8])]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("entente-redaction-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        for (file, bytes) in files {
            let path = path.join(file);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
            fs::write(path, bytes).expect("a file can be written");
        }
        Self(path)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const PLAIN: &[u8] = b"The delegation met the Ministry on 3 May 2014.\n";

#[test]
fn every_string_that_enters_the_page_is_masked() {
    let settings = |more: &str| format!("{more}\n[redact]\nnames = [\"Marta Kowalczyk\"]\n");
    let file = |more: &str| settings(&format!("[[file]]\npath = \"a.txt\"\n{more}"));
    for (what, toml, names) in [
        ("title", settings("title = \"Talks with Marta Kowalczyk\""), vec![]),
        ("description", settings("description = \"Kept by M. Kowalczyk\""), vec![]),
        ("edition", settings("edition = \"Kowalczyk, 3\""), vec![]),
        ("marking", settings("marking = \"FOR KOWALCZYK\""), vec![]),
        ("title of a file", file("title = \"Kowalczyk’s paper\""), vec![]),
        ("publisher", file("publisher = \"Marta Kowalczyk\""), vec![]),
        ("url", file("url = \"https://example.org/marta%20kowalczyk\""), vec![]),
        ("licence", file("licence = \"(c) Kowalczyk\""), vec![]),
        ("marking of a file", file("marking = \"KOWALCZYK ONLY\""), vec![]),
        ("path of a file", settings("[[file]]\npath = \"Kowalczyk.txt\"\ntitle = \"T\""), vec!["Kowalczyk.txt"]),
        ("path of no file", settings("[[file]]\npath = \"Kowalczyk-gone.txt\"\ntitle = \"T\""), vec![]),
        (
            "name",
            settings("[[name]]\nkind = \"person\"\nname = \"Marta Kowalczyk\"\naliases = [\"Kowalczyk\"]"),
            vec![],
        ),
        (
            "alias",
            settings("[[name]]\nkind = \"agency\"\nname = \"Ministry\"\naliases = [\"Kowalczyk House\"]"),
            vec![],
        ),
        ("rename", settings("[[rename]]\nfrom = \"Ministry\"\nto = \"Kowalczyk House\""), vec![]),
        ("file", settings(""), vec!["Marta Kowalczyk.txt"]),
        ("folder", settings(""), vec!["b/Kowalczyk, Marta/x.md", "b/marta_kowalczyk-2.txt"]),
        ("folder and file", settings(""), vec!["Marta/Kowalczyk.txt"]),
        ("extension", settings(""), vec!["x.kowalczyk"]),
        ("decomposed", settings(""), vec!["Ma\u{301}rta Kowalczyk.txt"]),
        ("not read", settings(""), vec!["scan by Kowalczyk.png"]),
        ("settings below", settings(""), vec!["Kowalczyk/entente.toml"]),
    ] {
        let mut files: Vec<(&str, &[u8])> = vec![("a.txt", PLAIN), ("entente.toml", toml.as_bytes())];
        for name in &names {
            let image = name.ends_with(".png");
            files.push((name, if image { b"\x89PNG\r\n\x1a\n" } else { PLAIN }));
        }
        let place = Place::new(&files);
        let loaded = folder(&place.0, &Reading::default(), &|_, _| {}).expect("it is read");
        let page = page(&loaded.corpus, &empty(), &Options::default()).expect("a page");
        assert_eq!(holds(&page, "kowalczyk"), None, "{what}");
        assert!(holds(&page, "delegation").is_some(), "{what}");
        let report = loaded.report.expect("something is masked");
        assert!(prove(&page, &report).is_ok(), "{what}: {:?}", prove(&page, &report));
        let told = loaded.remarks.join(" ").to_lowercase();
        assert!(!told.contains("kowalczyk"), "{what}: {told}");
        for record in loaded.corpus.catalogue.documents.iter().flatten() {
            let renamed = record.file.rsplit('/').next().unwrap_or_default();
            assert!(record.file == "a.txt" || renamed.starts_with("document-"), "{what}: {}", record.file);
        }
    }
    let place = Place::new(&[("a.txt", PLAIN), ("entente.toml", settings("").as_bytes())]);
    let reading = Reading { title: Some("With Kowalczyk".to_owned()), ..Reading::default() };
    let loaded = folder(&place.0, &reading, &|_, _| {}).expect("it is read");
    assert_eq!(loaded.corpus.catalogue.title.as_deref(), Some("With █████"));
}

/// The new names count in the order of what the page has, whatever the old ones were.
#[test]
fn files_with_masked_words_are_called_document() {
    let toml = b"[redact]\nnames = [\"Marta Kowalczyk\"]\n";
    let place = Place::new(&[
        ("entente.toml", toml),
        ("z kowalczyk.md", b"# Last\n"),
        ("Kowalczyk.txt", b"First\n"),
        ("document-1.txt", b"Taken\n"),
        ("sub/letter of Kowalczyk.txt", b"Below\n"),
    ]);
    let loaded = folder(&place.0, &Reading::default(), &|_, _| {}).expect("it is read");
    let files: Vec<&str> =
        loaded.corpus.catalogue.documents.iter().flatten().map(|record| record.file.as_str()).collect();
    assert_eq!(files, ["document-1.txt", "document-2.md", "document-3.txt", "sub/document-1.txt"], "{files:?}");
}

#[test]
fn masks_keep_nothing_of_what_they_hide() {
    let page_of = |name: &str| {
        let text = format!("# Talks\n\nOn Monday {name} spoke, and {name} left.\n");
        packed("a.md", text.into_bytes(), &format!("names = [\"{name}\"]")).0
    };
    assert_eq!(page_of("Marta Kowalczyk"), page_of("Bo Ye Xandria de la Torreblanca"), "length, hash, ids and counts");
}

/// The page's own search, opened from the bytes that a page carries.
#[test]
fn the_search_of_the_page_finds_no_masked_word() {
    let text = "# Talks\n\nContact person: Marta Kowalczyk, Tel: +82-2-555-0199, desk@example.org\n\n\
        On Monday Kowalczyk spoke of ports with the delegation.\n";
    let explorer = |redact: Redaction| {
        let source = |at: usize| (at == 0).then(|| Source { file: "Kowalczyk.md".into(), bytes: text.into() });
        let settings = Settings { redact, title: Some("Talks with Kowalczyk".into()), ..Settings::default() };
        let corpus =
            ingest_redacted(&["Kowalczyk.md".to_owned()], &[1], &source, &settings, None, &Executors::sequential()).0;
        let Packed { tables, lists, places } = Packed::new(&corpus);
        Explorer::open(Rc::new(corpus), &tables, Blob::here(lists), Blob::here(places)).expect("an index")
    };
    let masked = explorer(Redaction { personal_data: true, ..Redaction::default() });
    let open = explorer(Redaction::default());
    for typed in [
        "Kowalczyk",
        "kowalczyk",
        "Kowalczik",
        "Kowalcyk",
        "kowal",
        "kowalc*",
        "kowalczyk~",
        "\"Marta Kowalczyk\"",
        "marta",
        "Marta NEAR/3 Kowalczyk",
        "title:kowalczyk",
        "desk@example.org",
        "0199",
        "5550199",
        "example.org",
    ] {
        let query = Query { text: typed.to_owned(), ..Query::default() };
        let results = masked.search(&query, 10);
        assert_eq!(results.total, 0, "{typed}: {results:?}");
        let told = format!("{:?} {:?} {:?} {:?}", results.did_you_mean, results.some, results.facets, results.groups);
        for word in ["kowalc", "marta", "0199", "example"] {
            assert!(!squashed(&told).contains(word), "{typed}: {told}");
        }
        for suggestion in masked.suggest(typed, 20) {
            let told = squashed(&format!("{suggestion:?}"));
            // What was typed may stand in a suggestion to search for it.
            assert!(!told.contains("kowalczyk") || squashed(typed).contains("kowalczyk"), "{typed}: {told}");
        }
    }
    for part in ["ko", "kow", "kowal", "mar"] {
        let told = squashed(&format!("{:?}", masked.suggest(part, 20)));
        assert!(!told.contains("kowalc") && !told.contains("marta"), "{part}: {told}");
    }
    let query = Query { text: "Kowalcyk".to_owned(), ..Query::default() };
    assert!(open.search(&query, 10).total > 0, "without redaction, it is found with a letter wrong");
    assert!(masked.terms().iter().all(|term| !term.contains("kowal") && !term.contains("0199")));
    assert!(masked.search(&Query { text: "ports".to_owned(), ..Query::default() }, 10).total > 0);
}

#[test]
fn ten_thousand_names_take_no_time() {
    let names: Vec<String> =
        (0..10_000_u32).map(|n| format!("\"Ab{} Xy{}\"", letters(n), letters(n * 7 + 3))).collect();
    let text = format!("On Monday Ab{} Xy{} spoke to the delegation.\n", letters(77), letters(77 * 7 + 3)).repeat(500);
    let begun = std::time::Instant::now();
    let (page, report) = packed("a.txt", text.into_bytes(), &format!("names = [{}]", names.join(", ")));
    assert!(prove(&page, &report).is_ok());
    assert!(holds(&page, &format!("ab{}", letters(77))).is_none());
    assert!(begun.elapsed().as_secs() < 120, "{:?}", begun.elapsed());
}

/// A number as letters.
fn letters(n: u32) -> String {
    format!("{n:05}").bytes().map(|digit| char::from(digit - b'0' + b'f')).collect()
}

#[test]
fn every_format_is_masked_in_these_tests_and_has_a_name_for_readers() {
    for format in FormFormat::ALL {
        let extension = format.extension();
        assert!(FORMATS.contains(&extension), "files::FORMATS has no {extension}");
        let (name, bytes) = file(extension, "Korea met Japan in Tokyo on 4 May 2018.");
        let corpus = entente_ingest::ingest(&[Source { file: name, bytes }], &Settings::default());
        let record = corpus.catalogue.documents.get(0).expect("it is read");
        assert!(record.text_form, "{extension} is read as text");
        let id = record.id.to_string();
        let explorer = Explorer::new(Rc::new(corpus));
        let reading = explorer.reading(&id, None, &Query::default()).expect("it is there");
        assert_ne!(reading.origin.format, "Text", "FORMATS of crates/explore/src/answers/origin.rs has no {extension}");
    }
}
