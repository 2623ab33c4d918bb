//! `entente pack`: makes a page of a folder.

use std::path::Path;

use entente_pack::pack::page_once;
use entente_pack::proof::{Unproven, prove as find_leaks};
use entente_pack::{Loaded, Options, PackError, Reading, Report, contacts, files, folder, markings, page};

use crate::arguments::Pack;
use crate::command::{counted, print_contacts, print_markings, print_redacted, print_remarks, print_unread};
use crate::guard::{self, Limits};
use crate::interrupt;
use crate::progress::Progress;
use crate::template::read_template;
use crate::terminal::{complain, say};
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Pack) -> Outcome {
    if !arguments.folder.is_dir() {
        return Err(PackError::Missing(arguments.folder.clone()));
    }
    let template = read_template(arguments.template.as_deref())?;
    if is_foreign_file(&arguments.output)? {
        complain(&format!(
            "entente: {}: a file that is no Entente page is there; give another name with -o",
            arguments.output.display()
        ));
        return Ok(PARTLY);
    }
    let progress = Progress::new();
    let stops = guard::start(Limits { seconds: arguments.max_seconds, megabytes: arguments.max_memory });
    let reading = Reading {
        originals: arguments.originals,
        redact: arguments.redact.clone(),
        index: true,
        title: arguments.title.clone(),
        threads: 0,
        stops,
    };
    let loaded = folder(&arguments.folder, &reading, &|done, of| progress.set(done, of))?;
    let Loaded { corpus, report, .. } = &loaded;
    print_remarks(&loaded);
    let partly = print_unread(corpus);
    if corpus.bodies.is_empty() {
        progress.clear();
        complain(&format!("entente: {}: nothing in it could be read; no page was written", arguments.folder.display()));
        return Ok(PARTLY);
    }
    let options =
        Options { compress: arguments.compress, no_links: arguments.no_links, hosts: arguments.hosts.clone() };
    let documents = corpus.bodies.len();
    let contacts = report.is_none().then(|| contacts::count_persons(corpus));
    let markings = markings::describe_mix(corpus);
    let page = match loaded.index {
        Some(index) => {
            let told = |done, of| progress.set(done, of);
            page_once(loaded.corpus, index, loaded.bytes, (&template, &options), &told)
        }
        None => page(&loaded.corpus, &template, &options),
    };
    progress.clear();
    let page =
        page.map_err(|error| PackError::Page(arguments.template.clone().unwrap_or_else(|| "entente".into()), error))?;
    if let Some(report) = &loaded.report {
        prove(&page, report)?;
    }
    files::replace(&arguments.output, page.as_bytes(), &interrupt::watch)?;
    say(&format!(
        "{}: {}, {}",
        arguments.output.display(),
        counted(documents, "document", "documents"),
        counted(page.len(), "byte", "bytes"),
    ));
    if let Some(report) = &loaded.report {
        print_redacted(report);
    }
    print_contacts(contacts.unwrap_or(0));
    print_markings(markings.as_deref());
    Ok(if partly { PARTLY } else { DONE })
}

/// Checks that nothing that was masked is left in `page`.
fn prove(page: &str, report: &Report) -> Result<(), PackError> {
    find_leaks(page, report).map_err(|unproven| match unproven {
        Unproven::Leak(leak) => PackError::Leak(leak),
        Unproven::Page(error) => PackError::Page("entente".into(), error),
    })
}

/// True if there is a file at `path` that is not an Entente page.
fn is_foreign_file(path: &Path) -> Result<bool, PackError> {
    let target = files::resolve_links(path)?;
    match files::read_edges(&target, entente_page::slot::START_BYTES) {
        Ok((start, ..)) => Ok(!entente_page::begins_page(&start)),
        Err(PackError::Missing(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
