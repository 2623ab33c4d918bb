//! The rules of ARCHITECTURE.md that a machine can hold.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files below `folder` whose names end in `end`.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(files(&path, end));
        } else if path.to_string_lossy().ends_with(end) {
            out.push(path);
        }
    }
    out.sort();
    out
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn only_the_platform_touches_the_browser() {
    for path in
        files(&root().join("src"), ".rs").into_iter().filter(|path| !path.to_string_lossy().contains("/platform/"))
    {
        let text = read(&path);
        for name in ["web_sys", "js_sys", "gloo", "wasm_bindgen"] {
            assert!(!text.contains(name), "{} names {name}; that belongs into src/platform", path.display());
        }
    }
}

/// True for a file of tests in the page's code.
fn is_test(path: &Path) -> bool {
    let path = path.to_string_lossy();
    path.ends_with("tests.rs") || path.contains("/tests/") || path.contains("/snapshots/")
}

#[test]
fn components_know_neither_views_nor_the_explorers_insides() {
    // Tests of the views make their documents themselves.
    for path in files(&root().join("src"), ".rs").into_iter().filter(|path| !is_test(path)) {
        let text = read(&path);
        for name in ["entente_search", "entente_ingest"] {
            assert!(!text.contains(name), "{} names {name}; the page asks the explorer", path.display());
        }
        if path.to_string_lossy().contains("/components/") {
            assert!(!text.contains("::view::"), "{} names a view", path.display());
        }
        assert!(!text.contains("style="), "{} has a style attribute, which the page's policy blocks", path.display());
        assert!(!text.contains("from_html_unchecked"), "{} makes markup of text", path.display());
    }
}

#[test]
fn the_engine_rooms_depend_on_no_browser_and_on_each_other_only_as_drawn() {
    for (package, allowed) in [
        ("text", &[][..]),
        ("page", &[]),
        ("rich-text", &[]),
        ("language", &["text"]),
        ("corpus", &["text"]),
        ("search", &["text"]),
        ("structure", &["corpus", "language", "text"]),
        ("names", &["corpus", "language", "text"]),
        ("formats", &["corpus", "language", "structure", "text"]),
        ("facts", &["corpus", "language", "names", "text"]),
        ("ingest", &["corpus", "facts", "formats", "language", "names", "structure", "text"]),
        ("tables", &["corpus", "text"]),
        ("exchange", &["corpus", "tables", "text"]),
        ("citations", &["corpus", "text"]),
        ("explore", &["corpus", "search", "text"]),
        ("verify", &["corpus", "explore", "language", "rich-text", "search", "text"]),
        ("brief", &["citations", "corpus", "explore", "rich-text", "search", "text"]),
    ] {
        let output = Command::new(env!("CARGO"))
            .args([
                "tree",
                "--offline",
                "--locked",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--format",
                "{p}",
                "--package",
                &format!("entente-{package}"),
            ])
            .current_dir(root())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let tree = String::from_utf8_lossy(&output.stdout).into_owned();
        for dependency in tree.lines().skip(1).filter_map(|line| line.split_whitespace().next()) {
            let ours = dependency.strip_prefix("entente-");
            assert!(ours.is_none_or(|name| allowed.contains(&name)), "entente-{package} depends on {dependency}");
            for never in ["web-sys", "js-sys", "wasm-bindgen", "yew", "gloo"] {
                assert_ne!(dependency, never, "entente-{package} depends on {never}");
            }
        }
    }
}

/// The files of a crate that `file` imports, by the paths in its code; declarations of modules are not imports.
fn imports(src: &Path, file: &Path, code: &str) -> Vec<PathBuf> {
    let here = file.parent().expect("a folder");
    // The module that a file in `foo/` calls `super` is `foo`, for `foo/mod.rs` it is the folder above.
    let above = if file.ends_with("mod.rs") { here.parent().expect("a folder") } else { here };
    let mut out = Vec::new();
    for (door, folder) in [("crate::", src), ("super::", above)] {
        for path in code.split(door).skip(1) {
            let mut at = folder.to_owned();
            // Names of one group stand in braces: `crate::desk::{Desk, resolve}`.
            let (plain, group) =
                path.split_once(';').map_or((path, ""), |(path, _)| path.split_once('{').unwrap_or((path, "")));
            let mut names = plain
                .split("::")
                .map(|name| name.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or(""));
            let mut found = None;
            for name in names.by_ref() {
                match module(&at, name) {
                    Some((file, inside)) => (found, at) = (Some(file), inside),
                    None => break,
                }
            }
            let inside = |name: &str| module(&at, name.split("::").next().unwrap_or("").trim()).map(|(file, _)| file);
            let grouped: Vec<&str> = group.split(['{', '}', ',']).collect();
            let modules: Vec<PathBuf> = grouped.iter().filter_map(|name| inside(name)).collect();
            if modules.len() < grouped.iter().filter(|name| !name.trim().is_empty()).count() || group.is_empty() {
                out.extend(found.or_else(|| (door == "super::").then(|| above.join("mod.rs"))));
            }
            out.extend(modules);
        }
    }
    out.retain(|path| path.exists() && path != file);
    out
}

/// The file of module `name` in the folder `at`, and the folder of its own modules.
fn module(at: &Path, name: &str) -> Option<(PathBuf, PathBuf)> {
    let files = [at.join(format!("{name}.rs")), at.join(name).join("mod.rs")];
    let found = files.into_iter().find(|file| !name.is_empty() && file.exists())?;
    Some((found, at.join(name)))
}

#[test]
fn modules_of_the_explorer_import_only_downwards() {
    let src = root().join("crates/explore/src");
    let mut left: Vec<(PathBuf, Vec<PathBuf>)> = Vec::new();
    for file in files(&src, ".rs") {
        let code = code_of(&file);
        left.push((file.clone(), imports(&src, &file, &code)));
    }
    let count = left.iter().map(|(_, imports)| imports.len()).sum::<usize>();
    assert!(count > 150, "the imports are read: {count}");
    // Files that import none of those left, or that none of those left imports, are taken away again and again; what
    // stays is a ring.
    loop {
        let known: Vec<PathBuf> = left.iter().map(|(file, _)| file.clone()).collect();
        let before = left.len();
        left.retain(|(_, imports)| imports.iter().any(|import| known.contains(import)));
        let imported: Vec<PathBuf> = left.iter().flat_map(|(_, imports)| imports.clone()).collect();
        left.retain(|(file, _)| imported.contains(file));
        if left.len() == before {
            break;
        }
    }
    let ring: Vec<String> = left
        .iter()
        .map(|(file, imports)| {
            let short = |path: &Path| path.strip_prefix(&src).unwrap_or(path).display().to_string();
            let known = imports.iter().filter(|import| left.iter().any(|(file, _)| file == *import));
            format!("{} imports {}", short(file), known.map(|path| short(path)).collect::<Vec<_>>().join(", "))
        })
        .collect();
    assert!(ring.is_empty(), "modules import each other in a ring:\n{}", ring.join("\n"));
}

#[test]
fn no_file_of_the_explorer_is_long() {
    for file in files(&root().join("crates/explore/src"), ".rs") {
        let lines = read(&file).lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
    }
}

#[test]
fn only_the_route_knows_how_links_are_written() {
    // Tests follow links as users have them.
    let knows = |path: &Path| path.ends_with("route.rs") || is_test(path);
    for path in files(&root().join("src"), ".rs").into_iter().filter(|path| !knows(path)) {
        let text = code_of(&path);
        for piece in ["\"#/search", "\"#/doc", "\"?q="] {
            assert!(!text.contains(piece), "{} writes a link by hand: {piece}", path.display());
        }
    }
}

/// Whether `literal`, as it stands in the code, would be read by a person.
fn is_read(literal: &str) -> bool {
    literal.chars().any(char::is_alphabetic)
}

#[test]
fn every_word_of_the_interface_stands_in_the_one_table() {
    let inside = |path: &PathBuf| {
        let path = path.to_string_lossy();
        !path.contains("/messages") && !path.contains("/platform/") && !is_test(Path::new(&*path))
    };
    for path in files(&root().join("src"), ".rs").into_iter().filter(inside) {
        let text: String = read(&path).lines().map(|line| format!("\n{}", line.trim_start())).collect();
        // Doors through which words reach a reader: contents, and attributes that are read aloud or shown.
        for door in [
            ".child(\"",
            ".push(\"",
            "(\"aria-label\", \"",
            "(\"title\", \"",
            "(\"placeholder\", \"",
            "tag(\"",
            "small(\"",
            "unseen(\"",
            "printed(\"",
            "bdi(\"",
            "section(\"",
            "then_some(\"",
            // Of `html!`: text between tags, and attributes.
            ">{ \"",
            "\n{ \"",
            "aria-label=\"",
            "title=\"",
            "placeholder=\"",
            "Html::from(\"",
            "text(\"",
            "printed_in(\"",
            "bdi_in(\"",
        ] {
            for after in text.split(door).skip(1) {
                let literal = after.split('"').next().unwrap_or_default();
                let shown = is_read(literal)
                    && !(door == "then_some(\""
                        && [
                            "page",
                            "location",
                            "suggestions",
                            "printed",
                            "undertaken",
                            "planned",
                            "left-empty",
                            "true",
                        ]
                        .contains(&literal));
                assert!(!shown, "{} says {literal:?} by itself; that belongs into src/messages", path.display());
            }
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    let crates = files(&root().join("crates"), ".rs");
    for path in files(&root().join("src"), ".rs")
        .into_iter()
        .chain(crates)
        .filter(|path| !path.to_string_lossy().contains("/target/"))
    {
        assert!(read(&path).starts_with("//!"), "{} begins without saying what it is for", path.display());
    }
}

#[test]
fn the_five_given_documents_are_as_they_were_given() {
    let given = [
        ("000_cede19f12f8b50b1.txt", 2325),
        ("001_35786128aa01aab2.txt", 3048),
        ("002_84c0b2401288784c.txt", 2022),
        ("003_5ee81abf99b99bdd.txt", 54516),
        ("004_643633df317a56d9.txt", 4906),
    ];
    for (name, bytes) in given {
        let path = root().join("seeds").join(name);
        assert_eq!(fs::metadata(&path).map(|file| file.len()).ok(), Some(bytes), "{name}");
    }
}

/// The folders of the project that its documents name.
const FOLDERS: [&str; 5] = ["crates/", "docs/", "src/", "static/", "tests/"];

#[test]
fn paths_that_the_documents_name_are_there() {
    let mut count = 0;
    for page in files(&root().join("docs"), ".md").into_iter().chain([root().join("CONTRIBUTING.md")]) {
        let text = read(&page);
        let quoted = text.split('`').skip(1).step_by(2).filter(|word| FOLDERS.iter().any(|it| word.starts_with(it)));
        for path in quoted.filter(|word| !word.contains([' ', '*', ':'])) {
            assert!(root().join(path.trim_end_matches('/')).exists(), "{} names {path}", page.display());
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}

#[test]
fn paths_that_the_tour_names_are_there() {
    let text = read(&root().join("ARCHITECTURE.md"));
    let named = text
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.contains('/') && !word.contains([' ', '*', '…', '<', ':', '#']));
    let mut count = 0;
    for path in named {
        assert!(root().join(path.trim_end_matches('/')).exists(), "ARCHITECTURE.md names {path}");
        count += 1;
    }
    assert!(count > 20, "the tour names its places");
}

#[test]
fn tests_that_the_threat_model_names_are_there() {
    let text = read(&root().join("SECURITY.md"));
    let mut count = 0;
    for (path, test) in text.split('`').skip(1).step_by(2).filter_map(|word| word.split_once(".rs::")) {
        let path = root().join(format!("{path}.rs"));
        // Tests of a module may lie in a file beside it.
        let beside = path.with_extension("").join("tests.rs");
        let code = read(&path) + &fs::read_to_string(beside).unwrap_or_default();
        assert!(code.contains(&format!("fn {test}(")), "SECURITY.md names {test} in {}", path.display());
        count += 1;
    }
    assert!(count > 30, "each line of the model names its test");
}

/// A row that names no test and no command would be a promise that nobody checks.
#[test]
fn every_row_of_the_threat_model_names_what_shows_it() {
    let text = read(&root().join("SECURITY.md"));
    let rows = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| ---"));
    let mut heads = 0;
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [_, stops, shown] = cells[..] else { panic!("SECURITY.md: three cells: {row}") };
        if shown == "shown by" {
            heads += 1;
            continue;
        }
        assert!(!stops.is_empty() && (shown.contains(".rs::") || shown.contains("`cargo ")), "SECURITY.md: {row}");
    }
    assert!(heads >= 6, "one table for each sort of attack");
}

#[test]
fn the_settings_page_lists_every_word_of_the_vocabularies() {
    use entente_corpus::{AmountStatus, DocumentKind, EngagementKind, EntityKind, Modality};
    let page = read(&root().join("docs/entente-toml.md")).split_whitespace().collect::<Vec<_>>().join(" ");
    let listed = |words: Vec<&'static str>| words.join(", ");
    for words in [
        listed(DocumentKind::ALL.iter().map(|kind| kind.as_str()).collect()),
        listed(EngagementKind::ALL.iter().map(|kind| kind.as_str()).collect()),
        listed(EntityKind::ALL.iter().map(|kind| kind.as_str()).collect()),
        listed(Modality::ALL.iter().map(|modality| modality.as_str()).collect()),
        listed(AmountStatus::ALL.iter().map(|status| status.as_str()).collect()),
    ] {
        assert!(page.contains(&words), "docs/entente-toml.md does not list: {words}");
    }
}

#[test]
fn the_two_dark_palettes_are_the_same() {
    let css = read(&root().join("static/css/tokens.css"));
    let blocks: Vec<Vec<&str>> = css
        .split("color-scheme: dark;")
        .skip(1)
        .map(|block| block.split('}').next().unwrap_or_default().split_whitespace().collect())
        .collect();
    assert_eq!(blocks.len(), 2);
    assert_eq!(blocks[0], blocks[1]);
}

/// The code of a file without its tests and comments.
fn code_of(path: &Path) -> String {
    let text = read(path);
    let product = text.split("#[cfg(test)]").next().unwrap_or_default();
    product.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The string literals of `code` that are one word in small letters.
fn literal_words(code: &str) -> Vec<&str> {
    let parts = code.split('"').skip(1).step_by(2);
    parts.filter(|part| !part.is_empty() && part.chars().all(|c| c.is_lowercase() || c == '-')).collect()
}

#[test]
fn no_word_that_tells_of_a_fact_stands_in_code() {
    let facts = root().join("crates/facts");
    let mut triggers: Vec<String> = Vec::new();
    for table in ["frames.tsv", "statement-frames.tsv"] {
        let text = read(&facts.join("data").join(table));
        let words = text.lines().skip(1).filter_map(|line| line.split('\t').nth(2));
        triggers.extend(words.flat_map(str::split_whitespace).map(str::to_owned));
    }
    // Auxiliaries are grammar; "decide" and the like are not.
    triggers.retain(|word| !["are", "is", "have", "shall"].contains(&word.as_str()));
    assert!(triggers.len() > 200, "the tables are there");
    // Names of a trigger, of a sort of amount, of what a frame needs, and a title that happen to have the letters of one.
    let names = [
        ("frames.rs", "plan"),
        ("frames.rs", "state"),
        ("amounts.rs", "share"),
        ("conflicts.rs", "designate"),
        ("participants.rs", "partner"),
        ("patterns.rs", "partner"),
    ];
    // Languages with grammars of their own keep their verbs in rows beside them.
    let apart = |path: &PathBuf| !path.to_string_lossy().contains("/languages/");
    for path in files(&facts.join("src"), ".rs").into_iter().filter(apart) {
        let code = code_of(&path);
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_name = |word: &str| names.contains(&(file.as_str(), word));
        for word in literal_words(&code).into_iter().filter(|word| !is_name(word)) {
            assert!(
                !triggers.iter().any(|trigger| trigger == word),
                "{} knows {word:?}; that belongs into data",
                path.display()
            );
        }
        // Numbers in words are known by their order, which no sorted table keeps; slots are names of ours.
        let listed = |line: &&str| line.contains("const ") && line.contains(": &[&str]");
        let apart = |line: &&str| ["ORDINALS", "TENS", "SLOTS"].iter().any(|name| line.contains(name));
        let lists: Vec<&str> = code.lines().filter(listed).filter(|line| !apart(line)).collect();
        assert!(lists.is_empty(), "{} has word lists, which belong into data: {lists:?}", path.display());
    }
}

/// The lists of words in `code`: literals with only `,` or `|` between them, at least `least` in a row.
fn word_lists(code: &str, least: usize) -> Vec<Vec<&str>> {
    let parts: Vec<&str> = code.split('"').collect();
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_lowercase() || c == '-');
    let (mut lists, mut run) = (Vec::new(), Vec::new());
    for between_and_literal in parts.chunks(2) {
        let goes_on = matches!(between_and_literal[0].trim(), "," | "|");
        if !goes_on && run.len() >= least {
            lists.push(std::mem::take(&mut run));
        }
        if !goes_on {
            run.clear();
        }
        run.extend(between_and_literal.get(1).filter(|literal| is_word(literal)));
    }
    lists
}

#[test]
fn a_long_list_of_words_is_data() {
    // Slots of a pattern are names of ours.
    let names_of_ours = ["destination"];
    for name in ["facts", "language", "names", "structure"] {
        // Names of elements are those of the standard.
        let markup = |path: &PathBuf| path.to_string_lossy().contains("structure/src/html/");
        for path in files(&root().join("crates").join(name).join("src"), ".rs").into_iter().filter(|path| !markup(path))
        {
            let code = code_of(&path);
            let lists = word_lists(&code, 8);
            let unknown: Vec<_> = lists.iter().filter(|list| !names_of_ours.contains(&list[0])).collect();
            assert!(unknown.is_empty(), "{} has words that belong into data: {unknown:?}", path.display());
        }
    }
    let found = word_lists(r#"f(["a", "b"]); match c { "d" | "e" | "F" => 1 }"#, 2);
    assert_eq!(found, [["a", "b"], ["d", "e"]]);
}

/// The functions that look words up in a table, with the table and what parts the name of a list from its words.
const WORD_TABLES: &[(&str, &[&str], &str)] = &[
    ("facts", &["is_in_set(", "set_words("], "facts/data/word-sets.tsv"),
    ("facts", &["contains_phrase(", "phrases("], "facts/data/phrases.tsv"),
    ("facts", &["is_speech_word("], "language/data/speech-words.tsv"),
    ("structure", &["word_list("], "structure/data/word-lists.tsv"),
    ("verify", &["word_sets::is_in(", "is_in("], "verify/data/word-sets.tsv"),
];

#[test]
fn lists_of_words_that_the_code_names_are_in_their_tables() {
    for (name, calls, table) in WORD_TABLES {
        let text = read(&root().join("crates").join(table));
        let known: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        let mut named = 0;
        for path in files(&root().join("crates").join(name).join("src"), ".rs") {
            let code = code_of(&path);
            for call in *calls {
                let opening = format!("{call}\"");
                let asked = code.split(&opening).skip(1).filter_map(|rest| rest.split('"').next());
                for list in asked {
                    named += 1;
                    assert!(known.contains(&list), "{}: {table} has no list {list:?}", path.display());
                }
            }
        }
        assert!(named > 0, "{name} uses {table}");
    }
}

/// The types of the glossary: what stands in backquotes in the last cell of each row.
#[test]
fn types_that_the_glossary_names_are_there() {
    let code: String = files(&root().join("crates"), ".rs").iter().map(|path| read(path)).collect();
    let mut count = 0;
    for row in read(&root().join("docs/glossary.md")).lines().filter(|row| row.starts_with("| ")) {
        let Some(named) = row.trim_end_matches(" |").rsplit(" | ").next().and_then(|cell| cell.strip_prefix('`'))
        else {
            continue;
        };
        let named = named.trim_end_matches('`');
        // A variant or a field stands after its type, a crate before it.
        let name = named.split("::").find(|part| part.starts_with(char::is_uppercase));
        let is_there = match name {
            Some(name) => ["struct ", "enum ", "    "]
                .iter()
                .any(|kind| [" {", "<", "(", ";"].iter().any(|end| code.contains(&format!("{kind}{name}{end}")))),
            None => {
                let module = named.rsplit("::").next().unwrap_or(named);
                root().join(named).exists() || code.contains(&format!("pub mod {module};"))
            }
        };
        assert!(is_there, "docs/glossary.md names {named}");
        count += 1;
    }
    assert!(count >= 30, "thirty words have their type");
}

/// The folders with the code of our packages, each with the package's name: the page is called `app`.
fn packages() -> Vec<(String, PathBuf)> {
    let crates = fs::read_dir(root().join("crates")).expect("the folder is there").flatten();
    let mut out: Vec<(String, PathBuf)> = crates
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path().join("src")))
        .filter(|(_, src)| src.is_dir())
        .collect();
    out.push(("app".to_owned(), root().join("src")));
    out.sort();
    out
}

/// The name of the type that a line of code defines for other modules.
fn public_type(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest =
        line.strip_prefix("pub ").or_else(|| line.strip_prefix("pub(")?.split_once(") ").map(|(_, rest)| rest))?;
    let (keyword, name) = rest.split_once(' ')?;
    let defines = ["struct", "enum", "trait", "union", "type"].contains(&keyword);
    defines.then(|| name.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap_or_default())
}

#[test]
fn a_type_has_its_name_alone_in_its_crate() {
    assert_eq!(public_type("    pub(super) enum Shown<'a> {"), Some("Shown"));
    assert_eq!(public_type("pub type Source<T> = Rc<T>;"), Some("Source"));
    assert_eq!(public_type("pub fn shown(here: Shown) {"), None);
    for (package, src) in packages() {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for file in files(&src, ".rs") {
            let code = code_of(&file);
            for name in code.lines().filter_map(public_type) {
                places.entry(name.to_owned()).or_default().push(file.display().to_string());
            }
        }
        for (name, files) in places {
            assert!(files.len() == 1, "{package} has several types called {name}: {files:?}");
        }
    }
}

/// What decides on the format of a file, and the only file that asks it, tests aside.
const DECIDES_FORMAT: &[(&str, &str)] = &[
    ("format::format(", "crates/ingest/src/lib.rs"),
    ("Layout::of(", "crates/ingest/src/lib.rs"),
    ("TextFormat::of(", "crates/formats/src/layout.rs"),
    ("records::drafts(", "crates/formats/src/layout.rs"),
];

#[test]
fn the_format_of_a_file_is_decided_once() {
    for (call, only) in DECIDES_FORMAT {
        let mut places = Vec::new();
        for (_, src) in packages() {
            for file in files(&src, ".rs") {
                let count = code_of(&file).matches(call).count();
                places.extend((0..count).map(|_| file.display().to_string().replace('\\', "/")));
            }
        }
        assert!(places.len() == 1 && places[0].ends_with(only), "{call} is called in {places:?}");
    }
}

/// The files of the readers that make reading texts: the pass over a document, and what explains a passage of a finished file.
const MAKES_READING_TEXTS: &[&str] = &["crates/facts/src/explain.rs", "crates/structure/src/passes.rs"];

#[test]
fn readers_make_the_reading_texts_of_a_document_once() {
    let mut places = Vec::new();
    for room in ["structure", "formats", "names", "facts", "ingest"] {
        for file in files(&root().join("crates").join(room).join("src"), ".rs") {
            let path = file.display().to_string().replace('\\', "/");
            let is_test = path.ends_with("/tests.rs") || path.ends_with("/properties.rs");
            let code = code_of(&file);
            if !is_test && ["ReadingText::of(", "ReadingText::all("].iter().any(|call| code.contains(call)) {
                places.push(path);
            }
        }
    }
    places.sort();
    let expected = places.len() == MAKES_READING_TEXTS.len();
    let each = places.iter().zip(MAKES_READING_TEXTS).all(|(path, only)| path.ends_with(only));
    assert!(expected && each, "{places:?}");
}

/// The name of the numeric constant that a line of code defines, if it says a bound and not of what.
fn bound_without_unit(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("const ")?;
    let (name, kind) = rest.split_once(": ")?;
    let kind = kind.split(' ').next().unwrap_or_default();
    let is_number = kind
        .strip_prefix(['u', 'i', 'f'])
        .is_some_and(|bits| bits == "size" || (!bits.is_empty() && bits.chars().all(|digit| digit.is_ascii_digit())));
    let first = name.split('_').next().unwrap_or_default();
    // "MAX_LINES" says what is counted; "LONGEST" leaves open whether bytes, letters or words are.
    let is_vague = ["LONGEST", "SHORTEST", "MOST", "FEWEST", "LEAST", "NEAR", "FAR", "LONG", "SHORT", "FEW", "MANY"];
    let is_bare = ["MAX", "MIN", "LIMIT", "LENGTH"].contains(&name);
    (is_number && (is_bare || is_vague.contains(&first))).then_some(name)
}

#[test]
fn a_constant_that_is_a_bound_carries_its_unit() {
    assert_eq!(bound_without_unit("    const LONGEST: usize = 9;"), Some("LONGEST"));
    assert_eq!(bound_without_unit("pub const MIN: f32 = 0.5;"), Some("MIN"));
    assert_eq!(bound_without_unit("const MAX_LABEL_CHARS: usize = 9;"), None);
    assert_eq!(bound_without_unit("const LONG: &str = \"long\";"), None);
    for (package, src) in packages() {
        for file in files(&src, ".rs") {
            let code = code_of(&file);
            let bounds: Vec<&str> = code.lines().filter_map(bound_without_unit).collect();
            let place = file.display();
            assert!(bounds.is_empty(), "{package}: call {bounds:?} by what they count (MAX_TITLE_CHARS): {place}");
        }
    }
}

/// The crates that the page or the readers contain, besides the page's own code.
const IN_THE_PAGE: &[&str] = &[
    "app",
    "brief",
    "citations",
    "corpus",
    "explore",
    "facts",
    "formats",
    "ingest",
    "language",
    "names",
    "page",
    "rich-text",
    "search",
    "structure",
    "tables",
    "text",
    "verify",
];

#[test]
fn the_page_has_one_copy_of_the_stable_sort() {
    for (package, src) in packages() {
        if !IN_THE_PAGE.contains(&package.as_str()) {
            continue;
        }
        for file in files(&src, ".rs").into_iter().filter(|file| !is_test(file) && !file.ends_with("text/src/order.rs"))
        {
            let code = code_of(&file);
            for call in [".sort()", ".sort_by(", ".sort_by_key(", ".sort_by_cached_key("] {
                let place = file.display();
                assert!(!code.contains(call), "{place} calls {call}; use entente_text::order, which is compiled once");
            }
        }
    }
}
