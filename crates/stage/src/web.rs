//! Writes the build for a web server that sends a header policy: page, style sheet, glue, boot script and module as separate
//! files, each with a gzipped copy.

use std::fs;
use std::io::Write;
use std::path::Path;

use entente_corpus::Corpus;
use entente_page::{Application, Assets, bundle};

use crate::Fault;
use crate::parts::Parts;

/// Writes the folder `web`.
///
/// # Errors
/// If the template cannot be made, or a file cannot be written.
pub(crate) fn write(staging: &Path, parts: &Parts, wasm: &[u8], corpus: &Corpus) -> Result<(), Fault> {
    let folder = staging.join("web");
    fs::create_dir_all(&folder)?;
    let application = Application::Beside { style: "entente.css", glue: "entente.js", boot: "boot.js" };
    let template = entente_page::template(&Assets { skeleton: &parts.skeleton, style: &parts.style, application })?;
    let page = entente_pack::page(corpus, &template, &entente_pack::Options::default())?;
    let glue = bundle::glue_script(&parts.glue)?;
    for (name, bytes) in [
        ("index.html", page.as_bytes()),
        ("entente.css", parts.style.as_bytes()),
        ("entente.js", glue.as_bytes()),
        ("boot.js", parts.boot_server.as_bytes()),
        ("entente.wasm", wasm),
        ("entente-embed.js", parts.embed.as_bytes()),
        ("example.html", parts.example.as_bytes()),
        ("example.js", parts.example_script.as_bytes()),
    ] {
        fs::write(folder.join(name), bytes)?;
        // The header has no name and no time, so the same input gives the same bytes.
        let file = fs::File::create(folder.join(format!("{name}.gz")))?;
        let mut encoder = flate2::write::GzEncoder::new(file, flate2::Compression::best());
        encoder.write_all(bytes)?;
        encoder.finish()?;
    }
    Ok(())
}
