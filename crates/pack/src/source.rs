//! Reads a source of documents: a folder or a packed page.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

use entente_corpus::{Corpus, SCHEMA, Unread, check, json};
use entente_ingest::{Report, Source, Stops};
use entente_page::{Head, Index, PageError, Payload};

use crate::error::PackError;
use crate::parallel::{self, Bar, LAST, Step, Threads};
use crate::walk::{FoundFile, Listing, Outcome};
use crate::{files, settings, walk};

/// Pages larger than this are not read: no browser opens them, and `pack` writes none.
pub const MAX_PAGE_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Names that a remark lists. The rest is only counted.
const MAX_NAMES_LISTED: usize = 5;

/// A source that was read.
#[derive(Debug)]
pub struct Loaded {
    /// The documents; files that could not be read are in `catalogue.unread`.
    pub corpus: Corpus,
    /// The head of a page; `None` for a folder.
    pub head: Option<Head>,
    /// Remarks on the folder as a whole: what was left out, which settings were not used.
    pub remarks: Vec<String>,
    /// What was masked; `None` if nothing was to be masked.
    pub report: Option<Report>,
    /// The index of the corpus, if [`Reading::index`] asked for it and it still fits.
    pub index: Option<Index>,
    /// Bytes of the files of a folder, read or not.
    pub bytes: u64,
}

/// Reads `path`, a folder of documents or a page. `progress` is called with the bytes done and the bytes in all.
///
/// # Errors
/// [`PackError`] if nothing can be read. A single file that cannot be read is not an error.
pub fn load(path: &Path, progress: Progress) -> Result<Loaded, PackError> {
    if path.is_dir() { folder(path, &Reading::default(), progress) } else { page(path) }
}

/// A function that is called from any thread with the bytes done and the bytes in all.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// How a folder is read, beyond what its `entente.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Keep the bytes of files whose text is a text form.
    pub originals: bool,
    /// Rules of redaction beside those of `entente.toml`.
    pub redact: Vec<String>,
    /// Build the search index once, so that a document that makes this fail is left out and named.
    pub index: bool,
    /// The number of threads; 0 for as many as the machine has cores.
    pub threads: usize,
    /// Title of the whole file, before the one in `entente.toml`.
    pub title: Option<String>,
    /// Requests to end early.
    pub stops: Stops,
}

/// Reads the folder `path` as `reading` says.
///
/// # Errors
/// As [`load`].
pub fn folder(path: &Path, reading: &Reading, progress: Progress) -> Result<Loaded, PackError> {
    let mut settings = folder_settings(path, reading)?;
    let found = walk::walk(path, &settings.exclude)?;
    let files = FileReader::new(&found.files, &reading.stops);
    let source = |at: usize| files.source(at);
    let sizes: Vec<u64> = found.files.iter().map(|file| file.bytes).collect();
    let last = if reading.index { LAST } else { Step::Facts };
    let bar = Bar { bytes: sizes.iter().sum(), last, progress };
    // The index of the last attempt, and the number of files that were not read then, which the index contains.
    let made: RefCell<Option<(Index, usize)>> = RefCell::default();
    let make_index = |corpus: &Rc<Corpus>| {
        let index = crate::pack::index(corpus);
        bar.tell(Step::Index, 1, 1);
        *made.borrow_mut() = Some((index, corpus.catalogue.unread.len()));
    };
    let check: Option<entente_ingest::Check> = if reading.index { Some(&make_index) } else { None };
    let threads = Threads::new(reading.threads, bar);
    let steps = threads.steps();
    let executors = parallel::executors(&steps);
    let (mut corpus, report) = if settings.ingest.redact.is_empty() {
        (entente_ingest::ingest_each(&sizes, &source, &settings.ingest, check, &executors), None)
    } else {
        let read = found.files.iter().map(|file| &file.file);
        let others = found.unread.iter().map(|unread| &unread.file).chain(&found.other_settings);
        let names: Vec<String> = read.chain(others).cloned().collect();
        let (corpus, report) =
            entente_ingest::ingest_redacted(&names, &sizes, &source, &settings.ingest, check, &executors);
        (corpus, Some(report))
    };
    let (pages, left_out) = files.left_out();
    let remarks = note_what_was_not_read(&mut corpus, &mut settings, found, (&pages, left_out), report.as_ref());
    let unread = corpus.catalogue.unread.len();
    let index = made.into_inner().filter(|(_, counted)| *counted == unread).map(|(index, _)| index);
    Ok(Loaded { corpus, head: None, remarks, report, index, bytes: bar.bytes })
}

/// The settings of the folder `path`, with what `reading` adds to them.
fn folder_settings(path: &Path, reading: &Reading) -> Result<settings::Settings, PackError> {
    let mut settings = settings::read(path)?;
    settings.ingest.originals = reading.originals;
    for rule in &reading.redact {
        settings::add_redaction_rule(rule, &mut settings.ingest.redact).map_err(PackError::Rule)?;
    }
    if reading.originals && !settings.ingest.redact.is_empty() {
        return Err(PackError::OriginalsRedacted);
    }
    if reading.title.is_some() {
        settings.ingest.title.clone_from(&reading.title);
    }
    settings.ingest.stops = reading.stops.clone();
    Ok(settings)
}

/// Reads the files of a folder, on any thread, and notes which of them are not documents.
struct FileReader<'a> {
    files: &'a [FoundFile],
    stops: &'a Stops,
    /// Files that are not documents, by their index: the reason, or `None` for a page.
    left_out: Mutex<BTreeMap<usize, Option<Unread>>>,
    /// Files that were read. After a fault each of them is read again, also if a limit was reached in the meantime.
    read: Mutex<BTreeSet<usize>>,
}

impl<'a> FileReader<'a> {
    fn new(files: &'a [FoundFile], stops: &'a Stops) -> Self {
        Self { files, stops, left_out: Mutex::default(), read: Mutex::default() }
    }

    /// The file at `at` as a source; `None` if it is not a document.
    fn source(&self, at: usize) -> Option<Source> {
        let file = self.files.get(at)?;
        if let Some(unread) = self.stopped(file).filter(|_| !lock(&self.read).contains(&at)) {
            lock(&self.left_out).insert(at, Some(unread));
            return None;
        }
        let left_out = match file.read() {
            Outcome::Document(source) => {
                lock(&self.read).insert(at);
                return Some(source);
            }
            Outcome::Page => None,
            Outcome::Unread(unread) => Some(unread),
        };
        lock(&self.left_out).insert(at, left_out);
        None
    }

    /// The reason not to read `file`, if a limit was reached.
    fn stopped(&self, file: &FoundFile) -> Option<Unread> {
        let reason = self.stops.reading.reason()?;
        let hint = entente_ingest::RAISE_THE_LIMIT.to_owned();
        Some(Unread { file: file.file.clone(), reason: reason.to_owned(), hint })
    }

    /// The names of the pages in the folder, and the files that could not be read.
    fn left_out(&self) -> (Vec<String>, Vec<Unread>) {
        let (mut pages, mut unread) = (Vec::new(), Vec::new());
        for (at, left_out) in std::mem::take(&mut *lock(&self.left_out)) {
            match left_out {
                Some(left_out) => unread.push(left_out),
                None => pages.extend(self.files.get(at).map(|file| file.file.clone())),
            }
        }
        (pages, unread)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes in `corpus` which files were not read, under the names that they have in the page: some are masked, as `report` says. Returns
/// the remarks on the folder. `left_out` are the pages in it and the files that could not be read, beside those that `found` names.
fn note_what_was_not_read(
    corpus: &mut Corpus,
    settings: &mut settings::Settings,
    found: Listing,
    (pages, mut unread): (&[String], Vec<Unread>),
    report: Option<&Report>,
) -> Vec<String> {
    let named = |file: &str| report.map_or(file, |report| report.file(file)).to_owned();
    unread.extend(found.unread);
    corpus.catalogue.unread.extend(unread.into_iter().map(|unread| Unread { file: named(&unread.file), ..unread }));
    let mut remarks = std::mem::take(&mut settings.remarks);
    let pages: Vec<String> = pages.iter().map(|file| named(file)).collect();
    remarks.extend(remark_with_names("pages made by Entente are not read as documents", &pages));
    let other_settings: Vec<String> = found.other_settings.iter().map(|file| named(file)).collect();
    remarks.extend(remark_with_names("settings below the folder are not used", &other_settings));
    if found.left_out > 0 {
        remarks.push(format!("{}: files and folders left out by exclude: {}", walk::SETTINGS, found.left_out));
    }
    for supplied in &mut settings.ingest.files {
        supplied.file = named(&supplied.file);
    }
    corpus.catalogue.unread.extend(missing_files(settings, corpus));
    corpus.catalogue.unread.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    remarks
}

/// What packing `path`, a folder or a page, with the rule `personal-data` and the folder's settings would mask.
///
/// # Errors
/// As [`load`].
pub fn redactions(path: &Path, progress: Progress) -> Result<Report, PackError> {
    let reading = Reading { redact: vec![PERSONAL_DATA.to_owned()], ..Reading::default() };
    if path.is_dir() {
        return Ok(folder(path, &reading, progress)?.report.unwrap_or_default());
    }
    let corpus = page(path)?.corpus;
    let mut ingest = entente_ingest::Settings::default();
    settings::add_redaction_rule(PERSONAL_DATA, &mut ingest.redact).map_err(PackError::Rule)?;
    ingest.title = corpus.catalogue.title.clone();
    ingest.description = corpus.catalogue.description.clone();
    let read = corpus.documents();
    let (files, originals): (Vec<String>, Vec<Option<Vec<u8>>>) =
        read.map(|(_, record, body)| (record.file.clone(), crate::unpack::original_bytes(body))).unzip();
    let source =
        |at: usize| Some(entente_ingest::Source { file: files.get(at)?.clone(), bytes: originals.get(at)?.clone()? });
    let sizes = originals.iter().map(|bytes| bytes.as_ref().map_or(0, Vec::len) as u64).collect::<Vec<_>>();
    let threads = Threads::new(0, Bar { bytes: sizes.iter().sum(), last: Step::Facts, progress });
    let steps = threads.steps();
    Ok(entente_ingest::ingest_redacted(&files, &sizes, &source, &ingest, None, &parallel::executors(&steps)).1)
}

/// The rule of telephone and fax numbers, e-mail addresses and contact persons.
const PERSONAL_DATA: &str = "personal-data";

/// A remark with the number of names and the first of them; `None` for an empty list.
fn remark_with_names(what: &str, names: &[String]) -> Option<String> {
    if names.is_empty() {
        return None;
    }
    let shown = names.iter().take(MAX_NAMES_LISTED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if names.len() > MAX_NAMES_LISTED { ", \u{2026}" } else { "" };
    Some(format!("{what}: {} ({shown}{more})", names.len()))
}

/// Files that the settings describe and the folder does not have.
fn missing_files(settings: &settings::Settings, corpus: &Corpus) -> Vec<Unread> {
    let read = corpus.catalogue.documents.iter().flatten().map(|record| record.file.as_str());
    let named = corpus.catalogue.unread.iter().map(|unread| unread.file.as_str());
    let there: BTreeSet<&str> = read.chain(named).collect();
    let described = settings.ingest.files.iter().map(|supplied| supplied.file.as_str());
    let gone = described.filter(|file| !there.contains(file));
    gone.map(|file| Unread {
        file: file.to_owned(),
        reason: format!("{} describes it, and no such document is there", walk::SETTINGS),
        hint: "Correct its path, or take its [[file]] out.".to_owned(),
    })
    .collect()
}

/// The text of the page at `path`.
///
/// # Errors
/// [`PackError::NotASource`] for any other file, of which only the start is read, [`PackError::Page`] for a page with bytes that are
/// not text.
pub fn page_text(path: &Path) -> Result<String, PackError> {
    let (start, ..) = files::read_edges(path, entente_page::slot::START_BYTES)?;
    if !entente_page::begins_page(&start) {
        return Err(PackError::NotASource(path.to_owned()));
    }
    String::from_utf8(files::read(path, MAX_PAGE_BYTES)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        PackError::Page(path.to_owned(), PageError::Damaged(format!("byte {at} is not text")))
    })
}

fn page(path: &Path) -> Result<Loaded, PackError> {
    let text = page_text(path)?;
    let (head, payload) = entente_page::payload_of(&text).map_err(|error| PackError::Page(path.to_owned(), error))?;
    let corpus = corpus_of(&payload).map_err(|what| PackError::Corpus(path.to_owned(), what))?;
    Ok(Loaded { corpus, head: Some(head), remarks: Vec::new(), report: None, index: None, bytes: 0 })
}

/// Parses the corpus in `payload`. The error is a sentence.
pub(crate) fn corpus_of(payload: &Payload) -> Result<Corpus, String> {
    if payload.schema != SCHEMA {
        return Err(format!("they are of schema {}, this version reads schema {SCHEMA}", payload.schema));
    }
    let Payload { catalogue, records, names, ties, bodies, .. } = payload;
    let catalogue = json::parse_catalogue(catalogue, records, names, ties).map_err(|error| error.to_string())?;
    let bodies = json::parse_bodies(bodies).map_err(|error| error.to_string())?;
    let corpus = Corpus::new(catalogue, bodies);
    match check(&corpus).into_iter().next() {
        None => Ok(corpus),
        Some(fault) => Err(fault),
    }
}
