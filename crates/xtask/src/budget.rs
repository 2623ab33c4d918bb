//! `cargo xtask budget`: what was built is small, points nowhere and names no machine.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use entente_page::{Slot, slot};

use crate::step::step;
use crate::{Fault, place};

/// The page with the five given documents, gzipped.
const PAGE_GZIPPED: usize = 900_000;
/// The same page as a file.
const PAGE: usize = 2_000_000;

/// Checks everything; names what is over.
pub(crate) fn run() -> Result<(), Fault> {
    let path = place::root().join("dist/entente.html");
    let page = fs::read_to_string(&path).map_err(|_| "build the page first: cargo xtask build")?;
    step("sizes", || {
        let gzipped = gzipped(&path)?;
        println!(
            "dist/entente.html: {} bytes (at most {PAGE}), gzipped {gzipped} (at most {PAGE_GZIPPED})",
            page.len()
        );
        if page.len() > PAGE || gzipped > PAGE_GZIPPED { Err("the page is over its budget".into()) } else { Ok(()) }
    })?;
    step("no outside address", || outside(&page))?;
    step("no path of this machine", || {
        // The page carries the same module, packed.
        let wasm = fs::read(place::root().join("dist/web/entente.wasm"))?;
        let binary = fs::read(place::target().join("release/entente"))?;
        for (name, bytes) in [("the page", page.as_bytes()), ("its WebAssembly", &wasm), ("the command line", &binary)]
        {
            machine_paths(name, bytes)?;
        }
        Ok(())
    })
}

/// Bytes of the file, gzipped.
pub(crate) fn gzipped(path: &Path) -> Result<usize, Fault> {
    let output = Command::new("gzip").args(["-9", "-n", "-c"]).arg(path).stderr(Stdio::inherit()).output()?;
    Ok(output.stdout.len())
}

/// Nothing outside the texts may be loaded: no attribute or style names an address. (wasm-bindgen's glue holds a
/// loader with a `fetch` of what it is given; it is given the module itself, and the policy stops every request.)
fn outside(page: &str) -> Result<(), Fault> {
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

fn machine_paths(name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let homes = [Some(place::root()), place::cargo_home(), std::env::var_os("HOME").map(Into::into)];
    for path in homes.into_iter().flatten() {
        // A home that is the root of the file system or one letter would be found anywhere.
        let path = format!("{}/", path.display());
        if path.len() > 4 && bytes.windows(path.len()).any(|window| window == path.as_bytes()) {
            return Err(format!("{name} holds the path {path}").into());
        }
    }
    Ok(())
}
