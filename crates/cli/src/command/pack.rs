//! `entente pack`: a folder becomes a page.

use std::fs;
use std::path::Path;

use entente_pack::{Options, PackError, Reading, folder, page};

use crate::arguments::Pack;
use crate::command::{counted, name_contacts, name_markings, name_unread};
use crate::progress::Progress;
use crate::template::template;
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Pack) -> Outcome {
    if !arguments.folder.is_dir() {
        return Err(PackError::Missing(arguments.folder.clone()));
    }
    let template = template(arguments.template.as_deref())?;
    if foreign(&arguments.output)? {
        eprintln!(
            "entente: {}: a file that is no Entente page is there; give another name with -o",
            arguments.output.display()
        );
        return Ok(PARTLY);
    }
    let progress = Progress::new();
    let reading = Reading { originals: arguments.originals, redact: arguments.redact.clone() };
    let mut loaded = folder(&arguments.folder, &reading, &mut |done, of| progress.at(done, of))?;
    progress.clear();
    let partly = name_unread(&loaded.corpus);
    if loaded.corpus.bodies.is_empty() {
        eprintln!("entente: {}: nothing in it could be read; no page was written", arguments.folder.display());
        return Ok(PARTLY);
    }
    if let Some(title) = &arguments.title {
        loaded.corpus.catalogue.title = Some(title.clone());
    }
    let options =
        Options { compress: arguments.compress, no_links: arguments.no_links, hosts: arguments.hosts.clone() };
    let page = page(&loaded.corpus, &template, &options)
        .map_err(|error| PackError::Page(arguments.template.clone().unwrap_or_else(|| "entente".into()), error))?;
    write(&arguments.output, &page)?;
    println!(
        "{}: {}, {}",
        arguments.output.display(),
        counted(loaded.corpus.bodies.len(), "document", "documents"),
        counted(page.len(), "byte", "bytes"),
    );
    name_contacts(&loaded.corpus);
    name_markings(&loaded.corpus);
    Ok(if partly { PARTLY } else { DONE })
}

/// True when something that is no page of ours is at `path`.
fn foreign(path: &Path) -> Result<bool, PackError> {
    match fs::read(path) {
        Ok(bytes) => Ok(!std::str::from_utf8(&bytes).is_ok_and(entente_page::is_page)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(PackError::Io(path.to_owned(), error)),
    }
}

/// Writes beside and renames, so that a full disk does not leave half a page in place of a whole one.
fn write(path: &Path, page: &str) -> Result<(), PackError> {
    let io = |error| PackError::Io(path.to_owned(), error);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let beside = path.with_file_name(name);
    fs::write(&beside, page).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        // What is left of a failed attempt is of no use to anybody.
        let _ = fs::remove_file(&beside);
        io(error)
    })
}
