//! Measures a large page in Chromium over `file://`: `cargo run --release -p entente-browser --example large -- PAGE WORD`.
//!
//! Prints when the list is shown, when the first answer to WORD is, when all of it, and what memory the page takes
//! then. It checks no limit.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::fs;
use std::time::Instant;

use entente_browser::{Browser, Engine};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let page = arguments.next().map(std::path::PathBuf::from).and_then(|page| page.canonicalize().ok());
    let page = page.expect("usage: large PAGE WORD");
    let word = arguments.next().unwrap_or_else(|| "cooperation".to_owned());
    for (what, fragment, selector) in
        [("the list", "#/documents".to_owned(), ".document-line"), ("an answer", format!("#/search?q={word}"), ".hit")]
    {
        let mut browser = Browser::start(Engine::Chromium, &["--disable-hang-monitor"]);
        let started = Instant::now();
        browser.goto(&format!("file://{}{fragment}", page.display()));
        println!("{what}: page loaded after {:.2} s", started.elapsed().as_secs_f64());
        while browser.value(&format!("document.querySelector('{selector}') !== null")) != true {
            assert!(started.elapsed().as_secs() < 300, "nothing is shown");
        }
        println!("{what}: shown after {:.2} s, {}", started.elapsed().as_secs_f64(), memory());
        while browser.value("document.querySelector('.growing') !== null") == true {
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        println!("{what}: all in after {:.2} s, {}", started.elapsed().as_secs_f64(), memory());
        println!("{what}: {}", browser.text("document.querySelector('#main .count')?.innerText ?? ''"));
        let longest = browser.value("window.longest ?? null");
        println!("{what}: longest task {longest}");
    }
}

/// Memory of the largest renderer that this process has started, now and at most.
fn memory() -> String {
    let mut all: Vec<(u32, u32, u64, u64)> = Vec::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else { continue };
        let status = fs::read_to_string(entry.path().join("status")).unwrap_or_default();
        let number = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0)
        };
        all.push((id, u32::try_from(number("PPid:")).unwrap_or(0), number("VmRSS:"), number("VmHWM:")));
    }
    let mut ours = vec![std::process::id()];
    let mut at = 0;
    while let Some(parent) = ours.get(at).copied() {
        ours.extend(
            all.iter()
                .filter(|(id, of, ..)| *of == parent && !ours.contains(id))
                .map(|(id, ..)| *id)
                .collect::<Vec<_>>(),
        );
        at += 1;
    }
    let renderer = |id: &u32| {
        fs::read(format!("/proc/{id}/cmdline"))
            .is_ok_and(|line| String::from_utf8_lossy(&line).contains("--type=renderer"))
    };
    let largest = all.iter().filter(|(id, ..)| ours.contains(id) && renderer(id)).max_by_key(|(_, _, now, _)| *now);
    largest.map_or_else(String::new, |(_, _, now, most)| format!("{} MB now, {} MB at most", now / 1024, most / 1024))
}
