//! ARCHITECTURE.md and the manifests say the same, and no file grows too long.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of all crates, sorted.
fn crates() -> Vec<String> {
    let entries = fs::read_dir(root().join("crates")).expect("the folder is there").flatten();
    let manifests = entries.filter(|entry| entry.path().join("Cargo.toml").exists());
    let mut out: Vec<String> = manifests.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    out.sort();
    out
}

/// The packages of ours under `[dependencies]` of a manifest, sorted, without their prefix.
fn dependencies(manifest: &str) -> Vec<String> {
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let section = section.split("\n[").next().unwrap_or_default();
    let ours = section.lines().filter_map(|line| line.strip_prefix("entente-"));
    let mut out: Vec<String> = ours
        .filter_map(|line| line.split(|c: char| !(c.is_alphanumeric() || c == '-')).next())
        .map(|name| if name == "app" { "the page".to_owned() } else { name.to_owned() })
        .collect();
    out.sort();
    out
}

/// The last cell of the row of ARCHITECTURE.md that begins with `` `folder` ``, as a sorted list.
fn row(architecture: &str, folder: &str) -> Vec<String> {
    let begins = format!("| `{folder}` |");
    let row = architecture.lines().find(|line| line.starts_with(&begins));
    let row = row.unwrap_or_else(|| panic!("ARCHITECTURE.md has no row for {folder}"));
    let cell = row.trim_end_matches(" |").rsplit(" | ").next().unwrap_or_default();
    let mut out: Vec<String> = cell.split(", ").filter(|name| *name != "nothing").map(str::to_owned).collect();
    out.sort();
    out
}

#[test]
fn the_table_of_crates_has_the_dependencies_of_the_manifests() {
    let architecture = read(&root().join("ARCHITECTURE.md"));
    for name in crates() {
        let folder = format!("crates/{name}");
        let manifest = read(&root().join(&folder).join("Cargo.toml"));
        assert_eq!(row(&architecture, &folder), dependencies(&manifest), "{folder}: the table and its Cargo.toml");
    }
    let manifest = read(&root().join("Cargo.toml"));
    assert_eq!(row(&architecture, "src/"), dependencies(&manifest), "src/: the table and Cargo.toml");
}

/// Most lines of a file of code, its tests included.
const MAX_FILE_LINES: usize = 450;
/// Packages that still have longer files; `app` is the page. Take a package out when its last one is split.
const PACKAGES_WITH_LONG_FILES: &[&str] = &["facts", "formats", "structure"];

/// Files of code below `folder` with more lines than allowed.
fn long_files(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(long_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let lines = read(&path).lines().count();
            if lines > MAX_FILE_LINES {
                out.push(format!("{} ({lines} lines)", path.display()));
            }
        }
    }
    out
}

#[test]
fn a_file_has_one_purpose_and_is_short() {
    let folders = crates().into_iter().map(|name| (root().join("crates").join(&name).join("src"), name));
    for (src, name) in folders.chain([(root().join("src"), "app".to_owned())]) {
        if !src.is_dir() {
            continue;
        }
        let long = long_files(&src);
        let is_listed = PACKAGES_WITH_LONG_FILES.contains(&name.as_str());
        assert!(long.is_empty() || is_listed, "split these files of {name} by purpose: {long:#?}");
    }
}
