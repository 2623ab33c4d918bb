//! Sources in, corpus out.
//!
//! In: files as bytes, and what the packer says of them. Out: a [`Corpus`] in which every file is
//! either read or named with the reason. It never fails and never panics; it opens no files itself
//! and knows neither search nor page.

mod guard;
mod redact;
mod source;

pub use entente_facts::explain_passage;
pub use entente_formats::format::refused;
pub use entente_names::is_country_code;
/// The type of a supplied date.
pub use entente_text::PartialDate;
pub use redact::Redaction;
pub use source::{AddedName, Names, Settings, Source, Supplied};

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use entente_corpus::id::{DocumentId, hexadecimal, sha256};
use entente_corpus::{Basis, Body, Catalogue, Corpus, Fact, Late, PassageKind, ReadingText, Record, SCHEMA, Unread};
use entente_formats::format::Format;
use entente_formats::{self as formats, decode, format};
use entente_structure::{self as structure, metadata};
use entente_text::checkpoint::{Stop, stop_reason, with_stop};

use crate::guard::{Outcome, Stage, run_stages, was_stopped};

/// A document read: its record and its text, names not yet found.
pub type ReadDocument = (Record, Body);

/// Reads all of `sources`.
#[must_use]
pub fn ingest(sources: &[Source], settings: &Settings) -> Corpus {
    ingest_with(sources, settings, &mut |_| {})
}

/// Reads all of `sources`; `progress` is told how many are done.
pub fn ingest_with(sources: &[Source], settings: &Settings, progress: &mut dyn FnMut(usize)) -> Corpus {
    let mut order: Vec<&Source> = sources.iter().collect();
    order.sort_by(|a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    let source = |at: usize| order.get(at).map(|source| (*source).clone());
    ingest_each(order.len(), &source, settings, None, &Stops::default(), progress)
}

/// Reads `count` files one after the other, so that no two of them need be in memory at once. `source` gives the file of
/// that number, in the order of their paths' bytes, or nothing where it is no document; it may be asked twice. `check` is done
/// with the whole at the end: where it stops by a panic, the document at which it does is left out as by any other stage.
/// Where one of `stops` is asked for, a document that was not read by then is named, and what is missing of the others is
/// named under `.`, the folder.
pub fn ingest_each(
    count: usize,
    source: &dyn Fn(usize) -> Option<Source>,
    settings: &Settings,
    check: Option<Check>,
    stops: &Stops,
    progress: &mut dyn FnMut(usize),
) -> Corpus {
    if !settings.redact.kinds.is_empty() {
        // Names have to be found before they can be masked: everything is read twice.
        let plain = Settings { redact: Redaction::default(), ..settings.clone() };
        let redact =
            settings.redact.with_names_of(&ingest_each(count, source, &plain, None, &Stops::default(), &mut |_| {}));
        return ingest_each(count, source, &Settings { redact, ..settings.clone() }, check, stops, progress);
    }
    let mut catalogue = Catalogue {
        schema: SCHEMA,
        title: settings.title.clone(),
        description: settings.description.clone(),
        edition: settings.edition.clone(),
        marking: settings.marking.clone(),
        ..Catalogue::default()
    };
    let mut bodies = Vec::new();
    let mut numbers = Vec::new();
    let mut unread = Vec::new();
    let empty = catalogue.clone();
    for at in 0..count {
        let read = |source: Source| with_stop(Some(stops.reading.clone()), || contained(&source, settings));
        match source(at).map(read) {
            Some(Ok((record, body))) => {
                catalogue.documents.push(record.into());
                bodies.push(body);
                numbers.push(at);
            }
            Some(Err(reason)) => unread.push((at, reason)),
            None => {}
        }
        progress(at + 1);
    }
    // The documents of these numbers, read anew after a stage has stopped over them.
    let gather = |numbers: &[usize]| {
        let mut catalogue = empty.clone();
        let mut bodies = Vec::new();
        for (record, body) in numbers.iter().filter_map(|at| contained(&source(*at)?, settings).ok()) {
            catalogue.documents.push(record.into());
            bodies.push(body);
        }
        (catalogue, bodies)
    };
    let names = |catalogue: &mut Catalogue, bodies: &mut Vec<Body>| {
        entente_names::recognise(catalogue, bodies, &settings.names);
    };
    let facts = |catalogue: &mut Catalogue, bodies: &mut Vec<Body>| entente_facts::derive(catalogue, bodies);
    let index = |catalogue: &mut Catalogue, bodies: &mut Vec<Body>| {
        let Some(check) = check else { return };
        let corpus = together(std::mem::take(catalogue), std::mem::take(bodies));
        let done = catch_unwind(AssertUnwindSafe(|| check(&corpus)));
        *catalogue = corpus.catalogue;
        *bodies = corpus.bodies.into_iter().map(Late::into_inner).collect();
        match done {
            // It only looks, and what it looks at is whole without it.
            Err(payload) if !was_stopped(payload.as_ref()) => resume_unwind(payload),
            Ok(()) | Err(_) => {}
        }
    };
    let stages = [
        Stage { fault: FAULT_OF_NAMES, missing: NO_NAMES, run: &names },
        Stage { fault: FAULT_OF_FACTS, missing: NO_NAMES, run: &facts },
        Stage { fault: FAULT_OF_INDEX, missing: NO_NAMES, run: &index },
    ];
    let Outcome { documents: (mut catalogue, bodies), left_out, missing } =
        with_stop(Some(stops.finding.clone()), || run_stages(numbers, &gather, (catalogue, bodies), &stages));
    unread
        .extend(left_out.into_iter().filter_map(|(at, fault)| Some((at, format::unread(&source(at)?, fault, REPORT)))));
    unread.sort_by_key(|(at, _)| *at);
    catalogue.unread = unread.into_iter().map(|(_, reason)| reason).collect();
    if let (Some(missing), Some(reason)) = (missing, stops.finding.reason()) {
        let reason = format!("{missing}: {reason}");
        catalogue.unread.push(Unread { file: ".".to_owned(), reason, hint: SET_THE_LIMIT_HIGHER.to_owned() });
    }
    together(catalogue, bodies)
}

/// Ways to end long work early. Neither is asked for by default.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// Ends the reading of documents.
    pub reading: Stop,
    /// Ends the search for names and facts in what was read.
    pub finding: Stop,
}

/// What is done with all documents once they are read, such as indexing them; it may stop by a panic.
pub type Check<'a> = &'a dyn Fn(&Corpus);

fn together(catalogue: Catalogue, bodies: Vec<Body>) -> Corpus {
    Corpus { catalogue, bodies: bodies.into_iter().map(Late::from).collect() }
}

/// What is said of a document over which the search for names stopped by a mistake of its own.
pub const FAULT_OF_NAMES: &str = "the search for names stopped in it at an error of its own";
/// What is said of a document over which the search for facts and links stopped by a mistake of its own.
pub const FAULT_OF_FACTS: &str = "the search for facts and links stopped in it at an error of its own";
/// What is said of a document over which making the index stopped by a mistake of its own.
pub const FAULT_OF_INDEX: &str = "making the search index stopped in it at an error of its own";
/// What is missing where the search for names or facts was stopped from outside.
const NO_NAMES: &str = "the documents are there without names and facts";
/// What to do about a document that a limit of the packer's left out.
pub const SET_THE_LIMIT_HIGHER: &str = "Set the limit higher, or pack fewer documents at once.";
/// What to do about a mistake of ours.
const REPORT: &str = "Report the file to the makers of Entente; the other documents are read without it.";

/// What is said of a document at which a reader stopped by a mistake of its own.
pub const FAULT: &str = "its reader stopped at an error of its own";

/// Reads one document; a mistake in a reader costs that document alone, where the platform can go on after a panic.
fn contained(source: &Source, settings: &Settings) -> Result<ReadDocument, Unread> {
    // Nothing that the reader held is looked at again.
    let done = catch_unwind(AssertUnwindSafe(|| read(source, settings)));
    done.unwrap_or_else(|payload| match stop_reason() {
        Some(reason) if was_stopped(payload.as_ref()) => Err(format::unread(source, &reason, SET_THE_LIMIT_HIGHER)),
        _ => Err(format::unread(
            source,
            FAULT,
            "Save it in another format, and report the file to the makers of Entente.",
        )),
    })
}

/// Reads one document.
///
/// # Errors
/// [`Unread`] with the reason and a way out where the file is of a kind that cannot be read.
pub fn read(source: &Source, settings: &Settings) -> Result<ReadDocument, Unread> {
    let read = if settings.redact.is_empty() { read_body(source, settings)? } else { read_masked(source, settings)? };
    let Read { mut body, encoding, properties, records, masked } = read;
    let form = metadata::Form { properties: properties.as_deref(), records };
    let supplied = settings.files.iter().find(|supplied| supplied.file == source.file);
    let found = metadata::describe(&body, supplied, settings.language.as_deref(), form);
    body.anomalies.extend(metadata::notes(&found.all, &body));
    body.anomalies.sort_by_key(|anomaly| (anomaly.span, anomaly.kind));
    // The hash of what is masked would give it away to who guesses.
    let bytes = if masked { body.text.as_bytes() } else { &source.bytes };
    let digest = sha256(bytes);
    let title = found.title.as_ref().map_or(found.begins.as_str(), |fact| fact.value.as_str());
    let record = Record {
        id: DocumentId::new(title, &digest),
        file: source.file.clone(),
        begins: found.begins,
        title: found.title,
        kind: found.kind,
        publisher: found.publisher,
        language: found.language,
        translation: found.translation,
        date: found.date,
        edition: found.edition,
        symbol: found.symbol,
        url: found.url,
        marking: found.marking,
        licence: found.licence,
        sha256: hexadecimal(&digest),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        text_form: properties.is_some(),
        encoding,
        passages: u32::try_from(body.passages.len()).unwrap_or(u32::MAX),
        words: words(&body),
    };
    body.metadata = found.all;
    Ok((record, body))
}

/// A file's text and structure.
struct Read {
    body: Body,
    encoding: Fact<String>,
    /// What the file says of itself, where the text is a text form.
    properties: Option<Vec<metadata::Property>>,
    /// The text is a table of records.
    records: bool,
    /// Something in it is masked.
    masked: bool,
}

/// Times that a text is looked through for what is to be masked: masking may show more.
const ROUNDS: usize = 4;

/// True where a file's name says that it is Markdown.
fn is_markdown(file: &str) -> bool {
    let name = file.to_ascii_lowercase();
    [".md", ".markdown", ".mdown", ".mkd"].iter().any(|end| name.ends_with(end))
}

/// Reads a document with what is to be masked masked.
fn read_masked(source: &Source, settings: &Settings) -> Result<Read, Unread> {
    let redact = &settings.redact;
    if format::format(source)? != Format::Text {
        let mut form = read_form(source)?;
        let before = form.text.clone();
        if redact.personal_data {
            let authors = redact::authors(&form);
            redact::mask_form(&mut form, &authors);
        }
        redact::clear(&mut form, redact);
        for _ in 0..ROUNDS {
            let body = structure::form(&form.text, form.drafts.clone(), Vec::new());
            let places = redact.places(&form.text, &body);
            redact::mask_form(&mut form, &places);
            if places.is_empty() {
                break;
            }
        }
        let masked = form.text != before;
        // The file itself holds what is masked, and what its text form does not show.
        let settings = Settings { originals: false, ..settings.clone() };
        let mut read = structured(source, form, &settings);
        read.masked = masked;
        redact::note(&mut read.body);
        return Ok(read);
    }
    let mut read = read_body(source, settings)?;
    for _ in 0..ROUNDS {
        let places = redact.places(&read.body.text, &read.body);
        if places.is_empty() {
            break;
        }
        let bytes = redact::mask(&read.body.text, &places).into_bytes();
        read = Read { masked: true, ..read_body(&Source { file: source.file.clone(), bytes }, settings)? };
    }
    redact::note(&mut read.body);
    Ok(read)
}

/// Reads a file that is no text.
fn read_form(source: &Source) -> Result<formats::Form, Unread> {
    let form = match format::format(source)? {
        Format::Hwpx => formats::hwpx::read(&source.bytes),
        Format::Pdf => formats::pdf::read(&source.bytes),
        Format::Docx | Format::Text => formats::docx::read(&source.bytes),
    };
    let form = form.map_err(|refusal| format::unread(source, refusal.reason, refusal.hint))?;
    if form.drafts.iter().all(|draft| draft.passage.kind == PassageKind::Furniture) {
        return Err(nothing(source));
    }
    Ok(form)
}

/// The structure of a text form.
fn structured(source: &Source, form: formats::Form, settings: &Settings) -> Read {
    let mut body = structure::form(&form.text, form.drafts, form.anomalies);
    body.original = settings.originals.then(|| decode::base64(&source.bytes));
    let encoding =
        Fact { value: "UTF-8".to_owned(), basis: Basis::Inferred, rule: "text-form".to_owned(), evidence: Vec::new() };
    Read { body, encoding, properties: Some(form.properties), records: false, masked: false }
}

fn nothing(source: &Source) -> Unread {
    format::unread(source, "it holds no text", "Leave it out, or save the document again.")
}

fn read_body(source: &Source, settings: &Settings) -> Result<Read, Unread> {
    if format::format(source)? != Format::Text {
        return Ok(structured(source, read_form(source)?, settings));
    }
    let decoded = decode::decode(&source.bytes);
    if decoded.text.trim().is_empty() {
        return Err(nothing(source));
    }
    let records = formats::records::drafts(&decoded.text, &source.file);
    let is_table = records.is_some();
    let mut body = match records {
        Some(drafts) => structure::form(&decoded.text, drafts, Vec::new()),
        None if is_markdown(&source.file) => structure::markdown(&decoded.text),
        None => structure::structure(&decoded.text),
    };
    body.original = decoded.original;
    body.anomalies.extend(decoded.anomalies);
    Ok(Read { body, encoding: decoded.encoding, properties: None, records: is_table, masked: false })
}

/// Runs of letters and digits in the reading text.
fn words(body: &Body) -> u32 {
    let in_passage = |passage| {
        ReadingText::of(body, passage)
            .text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .count()
    };
    u32::try_from(body.passages.iter().map(in_passage).sum::<usize>()).unwrap_or(u32::MAX)
}
