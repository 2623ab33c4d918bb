//! Measures a large page in Chromium over `file://`: `cargo run --release -p entente-browser --example large -- SOURCE WORD`.
//!
//! SOURCE is a page, a folder of documents, or a number of megabytes, for which documents are made up; pages are
//! packed with `target/release/entente`. Several with commas between them (`1,10,50,200`) show how it grows. Prints, in milliseconds from the start of navigation, when the list is shown
//! and when the first answer to WORD is, both opened cold, how long later answers take, and what memory the page takes
//! beyond an empty one. It checks no limit.
#![expect(clippy::print_stdout, reason = "it prints what it measures")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use entente_browser::{Browser, Engine};
use serde_json::json;

/// Notes in the page itself when something is first there, and how long the longest piece of work was.
const WATCH: &str = "window.seen = {}; window.longest = 0;
    const look = () => {
      const now = performance.now();
      for (const name of ['.plain li', 'tr[id^=d-]', '.hit', '.hit mark'])
        if (!(name in window.seen) && document.querySelector(name)) window.seen[name] = Math.round(now);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
    new PerformanceObserver((list) => list.getEntries().forEach((task) => {
      window.longest = Math.max(window.longest, Math.round(task.duration));
    })).observe({ entryTypes: ['longtask'] });";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let source = arguments.next().expect("usage: large PAGE|FOLDER|MEGABYTES[,…] WORD");
    let word = arguments.next().unwrap_or_else(|| "cooperation".to_owned());
    for source in source.split(',') {
        measure(source, &word);
    }
}

fn measure(source: &str, word: &str) {
    let page = page(source);
    println!("\n{source}");
    println!("page: {:.1} MB", fs::metadata(&page).map_or(0, |file| file.len()) as f64 / 1e6);
    for (what, fragment, selector) in
        [("list", "#/documents".to_owned(), "tr[id^=d-]"), ("answer", format!("#/search?q={word}"), ".hit mark")]
    {
        let mut browser = Browser::start(Engine::Chromium, &["--disable-hang-monitor"]);
        browser.goto("about:blank");
        let idle = memory();
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
        browser.goto(&format!("file://{}{fragment}", page.display()));
        let started = Instant::now();
        while browser.value(&format!("document.querySelector('{selector}') !== null")) != true {
            assert!(started.elapsed().as_secs() < 300, "nothing is shown");
        }
        while browser.value("document.querySelector('.growing') !== null") == true {
            std::thread::sleep(Duration::from_millis(200));
        }
        std::thread::sleep(Duration::from_secs(1));
        let (now, most) = memory();
        println!("{what}: shown {}", browser.value("window.seen"));
        println!(
            "{what}: page read {} ms",
            browser.value(
                "Math.round(performance.timing.domContentLoadedEventStart - performance.timing.navigationStart)"
            )
        );
        println!("{what}: longest task {} ms", browser.value("window.longest"));
        println!("{what}: memory {} MB, {} MB at most, {} MB in an empty page", now, most, idle.0);
        println!("{what}: {}", browser.text("document.querySelector('#main .count')?.innerText ?? ''"));
        if what == "answer" {
            let again = "const asked = arguments[0]; const out = [];
                return (async () => { for (const text of asked) {
                  const start = performance.now(); await entente.search(text); out.push(+(performance.now() - start).toFixed(1));
                } return out; })();";
            let asked =
                ["the united states", "economy", "\"united states\"", "cooperation measures", "coopration", "secur*"];
            println!("{what}: then {asked:?}");
            for _ in 0..2 {
                println!("{what}: ms {}", browser.run(again, json!([asked])));
            }
        }
    }
}

/// The page of a source; a folder is packed first.
fn page(source: &str) -> PathBuf {
    let folder = std::env::temp_dir().join("entente-large");
    let mut path = PathBuf::from(source);
    if let Ok(megabytes) = source.parse::<u32>() {
        path = folder.join(format!("{megabytes}-MB"));
        if !path.exists() {
            let mut make = Command::new(env!("CARGO"));
            make.args(["run", "--release", "--quiet", "--package", "entente-pack", "--example", "synthetic", "--"]);
            make.arg(&path).args(["--documents", &(megabytes * 200).to_string()]);
            run(make.args(["--bytes", &(u64::from(megabytes) * 1_000_000).to_string()]));
        }
    }
    if path.is_dir() {
        fs::create_dir_all(&folder).expect("a folder for the page");
        let page = folder.join("page.html");
        let _ = fs::remove_file(&page);
        let binary = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/release/entente");
        let started = Instant::now();
        run(Command::new(binary).arg("pack").arg(&path).arg("-o").arg(&page));
        println!("packed in {:.1} s", started.elapsed().as_secs_f64());
        path = page;
    }
    path.canonicalize().expect("usage: large PAGE|FOLDER|MEGABYTES WORD")
}

fn run(command: &mut Command) {
    let status = command.status().expect("it can be started");
    assert!(status.success(), "{command:?} failed");
}

/// Megabytes of the largest renderer that this process has started, now and at most.
fn memory() -> (u64, u64) {
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
    largest.map_or((0, 0), |(_, _, now, most)| (now / 1024, most / 1024))
}
