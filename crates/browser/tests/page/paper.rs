//! What is printed, read back by the command line: the page's own reader of PDF says what stands on which sheet.

use std::collections::BTreeMap;

use entente_browser::process::Folder;
use entente_browser::{Browser, Engine};
use serde_json::Value;

use crate::support::{binary, open, open_page, pack};

/// Lines of each sheet.
type Sheets = BTreeMap<u64, Vec<String>>;

/// The given documents: the ledger of the form among them is longer than a sheet.
fn seeds() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let files = std::fs::read_dir(folder).expect("the documents are there").map(|file| file.expect("a file is there"));
    let read = |file: std::fs::DirEntry| {
        let text = std::fs::read_to_string(file.path()).expect("the documents are text");
        (file.file_name().to_string_lossy().into_owned(), text)
    };
    files.map(read).collect()
}

fn sheets(browser: &mut Browser) -> Sheets {
    let folder = Folder::new("paper");
    std::fs::write(folder.path().join("paper.pdf"), browser.paper()).expect("a file can be written");
    let output = std::process::Command::new(binary())
        .arg("export")
        .arg(folder.path())
        .args(["--table", "passages"])
        .output()
        .expect("the command line runs");
    let mut sheets = Sheets::new();
    for row in String::from_utf8_lossy(&output.stdout).lines() {
        let row: Value = serde_json::from_str(row).expect("a row is JSON");
        if let (Some(page), Some(text)) = (row["page"].as_u64(), row["text"].as_str()) {
            sheets.entry(page).or_default().push(text.to_owned());
        }
    }
    sheets
}

#[test]
fn every_sheet_says_how_the_file_is_to_be_handled_and_a_table_repeats_its_heads() {
    let settings = "title = \"Ports\"\nedition = \"2026-11\"\nmarking = \"TLP:AMBER\"\n";
    let seeds = seeds();
    let mut documents: Vec<(&str, &str)> = seeds.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    documents.push(("entente.toml", settings));
    let (_folder, page) = pack(&documents, &[]);
    for engine in [Engine::Chromium, Engine::Firefox] {
        let mut browser = Browser::start(engine, &[]);
        open_page(&mut browser, &page, "#/commitments");
        let sheets = sheets(&mut browser);
        assert!(sheets.len() > 1, "{engine:?}: the ledger is longer than a sheet");
        for (number, lines) in &sheets {
            let with = |words: &str| lines.iter().filter(|line| line.contains(words)).count();
            // The foot of the last sheet follows the last words, so it may get a sheet of its own.
            let last = *number as usize == sheets.len();
            let least = if last { 1 } else { 2 };
            assert!(with("TLP:AMBER") >= least, "{engine:?}, sheet {number}: {lines:#?}");
            assert!(with("Edition 2026-11") >= least, "{engine:?}, sheet {number}: {lines:#?}");
            let heads = lines.iter().filter(|line| line.trim_end().ends_with("Planned")).count();
            assert!(heads == 1 || last, "{engine:?}, sheet {number}: {lines:#?}");
        }
        let all = sheets.values().flatten().cloned().collect::<Vec<_>>().join("\n");
        assert!(all.contains("C. PROMOTING CYBER SECURITY"), "{engine:?}: the last area is printed");
        assert!(!all.contains("Export CSV") && !all.contains("Find in this list"), "{engine:?}: tools stay off paper");
    }
}

#[test]
fn a_search_on_paper_says_what_was_asked() {
    let mut browser = Browser::start(Engine::Chromium, &[]);
    open(&mut browser, "#/search?q=cyber");
    let all = sheets(&mut browser).into_values().flatten().collect::<Vec<_>>().join("\n");
    assert!(all.contains("Search: cyber"), "{all}");
    assert!(!all.contains("Full passages"), "{all}");
}
