//! Takes pictures of the page's bad states in Chromium: `cargo run -p entente-browser --example states -- FOLDER`.
//!
//! One PNG for each state, size and theme. It compares nothing; the tests say what must hold.
#![expect(clippy::print_stdout, reason = "it says where the pictures lie")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use entente_browser::process::Folder;
use entente_browser::{Browser, Engine};
use serde_json::json;

const SIZES: [(u32, u32); 2] = [(1440, 900), (390, 844)];

/// A state: its name, its page, a fragment, an argument for the browser, and what to do before and after opening.
struct State {
    name: &'static str,
    page: PathBuf,
    fragment: String,
    argument: &'static str,
    scripts: bool,
    then: &'static str,
}

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("usage: states FOLDER"));
    fs::create_dir_all(&folder).expect("the folder can be made");
    let made = Folder::new("states");
    for state in states(made.path()) {
        for (width, height) in SIZES {
            for (theme, dark) in [("light", false), ("dark", true)] {
                let file = folder.join(format!("{}-{width}-{theme}.png", state.name));
                take(&state, (width, height), dark, &file);
                println!("{}", file.display());
            }
        }
    }
}

fn take(state: &State, (width, height): (u32, u32), dark: bool, file: &Path) {
    let arguments: Vec<&str> = Some(state.argument).filter(|argument| !argument.is_empty()).into_iter().collect();
    let mut browser = Browser::start(Engine::Chromium, &arguments);
    browser.size(width, height);
    browser.dark(dark);
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !state.scripts }));
    browser.goto(&format!("file://{}{}", state.page.display(), state.fragment));
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    if state.scripts {
        browser.wait("document.documentElement.dataset.ready === 'true' || document.querySelector('[role=alert]')");
        browser.run(state.then, json!([]));
        std::thread::sleep(std::time::Duration::from_millis(400));
    }
    fs::write(file, browser.picture()).expect("the picture can be written");
}

fn states(folder: &Path) -> Vec<State> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::env::var_os("ENTENTE_PAGE").map_or_else(|| root.join("dist/entente.html"), PathBuf::from);
    let page = page.canonicalize().expect("build the page first: cargo xtask build");
    let binary = std::env::var_os("ENTENTE_BIN").map_or_else(|| root.join("target/release/entente"), PathBuf::from);
    let text = fs::read_to_string(&page).expect("the page is text");
    let written = |name: &str, text: String| {
        let path = folder.join(name);
        fs::write(&path, text).expect("a file can be written");
        path
    };
    let packed = |name: &str, documents: &[(&str, String)]| {
        let sources = folder.join(name);
        fs::create_dir_all(&sources).expect("the folder can be made");
        for (file, text) in documents {
            fs::write(sources.join(file), text).expect("a file can be written");
        }
        let page = folder.join(format!("{name}.html"));
        let status = Command::new(&binary).arg("pack").arg(&sources).arg("-o").arg(&page).status();
        assert!(status.is_ok_and(|status| status.success()), "{name} cannot be packed");
        page
    };
    let document = document_id(&text);
    let (head, mut payload) = entente_page::payload_of(&text).expect("the page is whole");
    payload.bodies.clear();
    payload.records.clear();
    payload.names.clear();
    payload.catalogue = format!("{{\"schema\":{},\"documents\":[]}}", head.schema);
    let nothing = entente_page::Contents { title: "Nothing".into(), payload, ..entente_page::Contents::default() };
    let empty = written("empty.html", entente_page::with_contents(&text, &nothing, &Default::default).expect("a page"));
    let damaged = written("damaged.html", text.replace("\"sha256\":\"", "\"sha256\":\"0"));
    let other = written("other.html", text.replace("{\"format\":", "{\"format\":9"));
    let long = format!("# {}\n\nOne short text about Korea.\n", "A very long title of a document ".repeat(10).trim());
    let one = packed("one", &[("one.md", "# Joint statement\n\nKorea and Japan agreed.\n".to_owned())]);
    let long = packed("long", &[("long.md", long), ("other.txt", "Australia agreed as well.\n".to_owned())]);
    let arabic = "# بيان مشترك بشأن التعاون الأمني\n\n## التدابير\n\nاتفق الجانبان على التعاون في مجال الأمن السيبراني.\n\n- أولا\n- ثانيا\n";
    let right = packed(
        "right",
        &[("a.md", arabic.to_owned()), ("b.md", "# 공동성명\n\n양측은 협력하기로 하였다.\n".to_owned())],
    );
    let panic = "const make = Document.prototype.createElement.bind(document);
        document.createElement = (name, ...rest) => { if (name === 'code') throw new Error('refused'); return make(name, ...rest) };
        location.hash = '#/about'; setTimeout(() => { document.querySelector('.fault details').open = true }, 200)";
    let open_first = "document.querySelector('a.title').click()";
    let state = |name, page: &Path, fragment: &str| State {
        name,
        page: page.to_owned(),
        fragment: fragment.to_owned(),
        argument: "",
        scripts: true,
        then: "",
    };
    vec![
        State { scripts: false, ..state("scripts-off", &page, "") },
        State {
            argument: "--js-flags=--jitless",
            then: "document.querySelector('li details summary').click()",
            ..state("jitless", &page, "")
        },
        state("damaged", &damaged, ""),
        state("other-format", &other, ""),
        State { then: panic, ..state("panic", &page, "#/documents") },
        state("unknown-route", &page, "#/relatoins/x?colour=red"),
        state("stale-passage", &page, &format!("#/doc/{document}/p5-zzzzzz")),
        state("stale-document", &page, "#/doc/none-00000000"),
        state("unknown-filter", &page, "#/search?q=cyber&country=atlantis"),
        state("empty", &empty, "#/"),
        state("one-document", &one, "#/"),
        state("long-title", &long, "#/documents"),
        State { then: open_first, ..state("long-title-open", &long, "#/documents") },
        State { then: open_first, ..state("right-to-left", &right, "#/documents") },
        state("right-to-left-list", &right, "#/"),
    ]
}

/// The id of the page's first document.
fn document_id(page: &str) -> String {
    let (_, payload) = entente_page::payload_of(page).expect("the page is whole");
    let record = payload.records.first().expect("the page has documents");
    let record: serde_json::Value = serde_json::from_str(record).expect("a record is JSON");
    record["id"].as_str().unwrap_or_default().to_owned()
}
