//! Takes pictures of the built page in Chromium: `cargo run --example shots -- FOLDER [FRAGMENT…]`.
//!
//! One PNG for each view, size and theme. It compares nothing.
#![expect(clippy::print_stdout, reason = "it says where the pictures lie")]

use std::path::{Path, PathBuf};

use entente_browser::{Browser, Engine};

const VIEWS: [&str; 4] = ["#/", "#/search?q=cyber", "#/documents", "#/about"];
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];

/// Puts a text into the field of the check and asks for its verdicts.
const CHECK: &str = "const field = document.getElementById('draft'); if (!field) return; field.value = arguments[0]; \
    field.dispatchEvent(new InputEvent('input', { bubbles: true })); \
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().expect("usage: shots FOLDER [FRAGMENT…]"));
    let given: Vec<String> = arguments.collect();
    let views = if given.is_empty() { VIEWS.map(str::to_owned).to_vec() } else { given };
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/entente.html");
    let page = std::env::var_os("ENTENTE_PAGE").map_or(built, Into::into);
    let page = page.canonicalize().expect("build the page first: cargo xtask build");
    // With ENTENTE_DRAFT=FILE its text is checked on every view that has the field for it.
    let draft = std::env::var_os("ENTENTE_DRAFT").map(|file| std::fs::read_to_string(file).expect("the draft is text"));
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    let mut browser = Browser::start(Engine::Chromium, &[]);
    for view in &views {
        for (width, height) in SIZES {
            for (theme, dark) in [("light", false), ("dark", true)] {
                browser.size(width, height);
                browser.dark(dark);
                browser.goto("about:blank");
                browser.goto(&format!("file://{}{view}", page.display()));
                browser.wait("document.documentElement.dataset.ready === 'true'");
                if let Some(draft) = &draft {
                    browser.run(CHECK, serde_json::json!([draft]));
                    browser.wait(
                        "!document.getElementById('draft') || document.querySelector('.check-progress') === null",
                    );
                    browser.wait("document.querySelector('.sums')");
                }
                let file = folder.join(format!("{}-{width}-{theme}.png", name(view)));
                std::fs::write(&file, browser.picture()).expect("the picture can be written");
                println!("{}", file.display());
            }
        }
    }
}

/// A fragment as a file's name.
fn name(view: &str) -> String {
    let words: Vec<&str> = view.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "overview".to_owned() } else { words.join("-") }
}
