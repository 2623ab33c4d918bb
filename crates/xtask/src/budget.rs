//! `cargo xtask budget`: checks that the page is small, and that nothing in page and binary loads anything or contains a path of the
//! building machine.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use entente_page::{Slot, slot};

use crate::step::step;
use crate::{Fault, place};

/// The most bytes of the page with the documents of `seeds/`, gzipped.
const MAX_GZIPPED_BYTES: usize = 900_000;
/// The most bytes of the same page as a file.
const MAX_BYTES: usize = 2_000_000;

/// Runs all checks.
pub(crate) fn run() -> Result<(), Fault> {
    let path = place::root().join("dist/entente.html");
    let page = fs::read_to_string(&path).map_err(|_| "build the page first: cargo xtask build")?;
    step("sizes", || {
        let gzipped = gzipped_bytes(&path)?;
        println!(
            "dist/entente.html: {} bytes (at most {MAX_BYTES}), gzipped {gzipped} (at most {MAX_GZIPPED_BYTES})",
            page.len()
        );
        if page.len() > MAX_BYTES || gzipped > MAX_GZIPPED_BYTES {
            Err("the page is over its budget".into())
        } else {
            Ok(())
        }
    })?;
    step("no outside address", || check_addresses(&page))?;
    step("no path of this machine", || {
        // The page carries the same module, packed.
        let wasm = fs::read(place::root().join("dist/web/entente.wasm"))?;
        let binary = fs::read(place::target().join("release/entente"))?;
        for (name, bytes) in [("the page", page.as_bytes()), ("its WebAssembly", &wasm), ("the command line", &binary)]
        {
            check_paths(name, bytes)?;
        }
        Ok(())
    })
}

/// The size of the file in bytes after gzip.
pub(crate) fn gzipped_bytes(path: &Path) -> Result<usize, Fault> {
    let output = Command::new("gzip").args(["-9", "-n", "-c"]).arg(path).stderr(Stdio::inherit()).output()?;
    Ok(output.stdout.len())
}

/// Checks that no attribute and no style outside the documents names an address. (wasm-bindgen's glue contains a loader that can
/// `fetch`. It gets the module itself, and the policy stops every request.)
fn check_addresses(page: &str) -> Result<(), Fault> {
    let mut shell = slot::replace(page, Slot::Data, "")?;
    shell = slot::replace(&shell, Slot::Static, "")?;
    for loads in [" src=", " href=", "url(http", "@import", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon"]
    {
        if let Some(at) = shell.find(loads) {
            let around: String = shell[at..].chars().take(80).collect();
            return Err(format!("the page could load something: {around}").into());
        }
    }
    Ok(())
}

fn check_paths(name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let homes = [Some(place::root()), place::cargo_home(), std::env::var_os("HOME").map(Into::into)];
    for path in homes.into_iter().flatten() {
        // A home such as "/" or "/x" would be found anywhere.
        let path = format!("{}/", path.display());
        if path.len() > 4 && bytes.windows(path.len()).any(|window| window == path.as_bytes()) {
            return Err(format!("{name} holds the path {path}").into());
        }
    }
    Ok(())
}
