//! Sources in, corpus out.
//!
//! In: files as bytes, and the settings of the packer. Out: a [`Corpus`] in which every file is either read or named with the
//! reason why not. It never fails and never panics. It opens no files itself and knows neither search nor page.

mod guard;
mod redact;
mod source;

pub use entente_corpus::Pattern;
pub use entente_facts::{PatternFault, check_pattern, explain_passage};
pub use entente_formats::BOUNDED_READING;
pub use entente_formats::decode::decode;
pub use entente_formats::format::refused;
pub use entente_names::is_country_code;
/// The type of a supplied date.
pub use entente_text::{PartialDate, saturating_u32};
pub use redact::{Case, Needle, Place, Redaction, Report, Sort, ingest_redacted};
pub use source::{AddedName, Names, Settings, Source, Stops, Supplied};

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::rc::Rc;

use entente_corpus::id::{DocumentId, hexadecimal, sha256};
use entente_corpus::{Anomaly, Basis, Body, Catalogue, Corpus, Fact, PassageKind, ReadingText, Record, SCHEMA, Unread};
use entente_formats::bounded_text::decode_bounded;
use entente_formats::format::{FormFormat, Format};
use entente_formats::layout::Layout;
use entente_formats::{self as formats, decode, format};
use entente_structure::{self as structure, Structured, TextFormat, metadata};
use entente_text::Span;
use entente_text::checkpoint::{stop_reason, with_stop};
use entente_text::executor::{self, Executor, Sequential};
use entente_text::order;

use crate::guard::{Documents, Outcome, Stage, run_stages, was_stopped};
use crate::redact::Masker;

/// A document that was read: its record and its text, without names and facts.
pub type ReadDocument = (Record, Body);

/// Reads all of `sources`. Those that cannot be read are named in the catalogue.
///
/// ```
/// use entente_ingest::{Settings, Source, ingest};
///
/// let source = |file: &str, text: &str| Source { file: file.to_owned(), bytes: text.into() };
/// let sources = [source("b.txt", "Korea met Japan.\n"), source("a.md", "# A title\n\nSome words.\n")];
/// let corpus = ingest(&sources, &Settings::default());
/// let files: Vec<&str> = corpus.documents().map(|(_, record, _)| record.file.as_str()).collect();
/// assert_eq!(files, ["a.md", "b.txt"], "in the order of their paths");
/// assert_eq!(corpus.title_of(0), "A title");
/// ```
#[must_use]
pub fn ingest(sources: &[Source], settings: &Settings) -> Corpus {
    let mut order: Vec<&Source> = sources.iter().collect();
    order::sort_by(&mut order, |a, b| a.file.as_bytes().cmp(b.file.as_bytes()));
    let source = |at: usize| order.get(at).map(|source| (*source).clone());
    let sizes: Vec<u64> = order.iter().map(|source| source.bytes.len() as u64).collect();
    ingest_each(&sizes, &source, settings, None, &Executors::sequential())
}

/// Reads a document that is added to a page in the browser. Nothing is masked: that is done when a page is packed.
#[must_use]
pub fn ingest_added(source: &Source, settings: &Settings) -> Corpus {
    let size = source.bytes.len() as u64;
    ingest_all(&[size], &|_| Some(source.clone()), settings, None, None, &Executors::sequential())
}

/// A document that was read, with its reading texts.
type WholeDocument = (Record, Structured);

/// The result of a file: a document, or the reason why it was not read. `None` if the file is not a document.
type FileRead = Option<Result<WholeDocument, Unread>>;

/// The executors of the steps that need one document at a time.
#[derive(Clone, Copy)]
pub struct Executors<'a> {
    /// Reads the files.
    pub reading: &'a dyn Executor,
    /// Looks for names.
    pub names: &'a dyn Executor,
    /// Looks for facts.
    pub facts: &'a dyn Executor,
}

impl Executors<'static> {
    /// Runs everything on the thread of the caller, one job after the other.
    #[must_use]
    pub fn sequential() -> Self {
        Self { reading: &Sequential, names: &Sequential, facts: &Sequential }
    }
}

/// Reads files by `executors`. Only the files that are being read at the moment are in memory.
///
/// `sizes` are the sizes of the files in bytes. `source` returns the file of a number, in the order of the bytes of the paths,
/// or `None` if it is not a document; it may be called twice for one number. `check` runs at the end over the whole corpus. If
/// it panics, the document that causes it is left out, as with any other stage. If one of the stops of `settings` fires,
/// documents that were not read by then are named, and what the others lack is named under `.`, the folder.
pub fn ingest_each(
    sizes: &[u64],
    source: &(dyn Fn(usize) -> Option<Source> + Sync),
    settings: &Settings,
    check: Option<Check>,
    executors: &Executors,
) -> Corpus {
    if settings.redact.is_empty() {
        return ingest_all(sizes, source, settings, None, check, executors);
    }
    let files: Vec<String> =
        (0..sizes.len()).map(|at| source(at).map(|source| source.file).unwrap_or_default()).collect();
    ingest_redacted(&files, sizes, source, settings, check, executors).0
}

/// See [`ingest_each`]. If there is a `masker`, documents are masked before anything is derived from them.
fn ingest_all(
    sizes: &[u64],
    source: &(dyn Fn(usize) -> Option<Source> + Sync),
    settings: &Settings,
    masker: Option<&Masker>,
    check: Option<Check>,
    executors: &Executors,
) -> Corpus {
    let catalogue = Catalogue {
        schema: SCHEMA,
        title: settings.title.clone(),
        description: settings.description.clone(),
        edition: settings.edition.clone(),
        marking: settings.marking.clone(),
        patterns: settings.patterns.clone(),
        ..Catalogue::default()
    };
    let mut numbers = Vec::new();
    let mut unread = Vec::new();
    let empty = || Documents { catalogue: catalogue.clone(), ..Documents::default() };
    let mut documents = empty();
    // A document that is being read when the stop fires is left out. If documents are read again after a panic, they are read
    // whole.
    let in_time = |source: Source| -> FileRead {
        Some(with_stop(Some(settings.stops.reading.clone()), || contained(&source, settings, masker)))
    };
    let read: Vec<FileRead> = executor::map(executors.reading, sizes, |at| in_time(source(at)?));
    for (at, read) in read.into_iter().enumerate() {
        match read {
            Some(Ok(document)) => {
                add(&mut documents, document);
                numbers.push(at);
            }
            Some(Err(reason)) => unread.push((at, reason)),
            None => {}
        }
    }
    // Reads the documents of these numbers again, after a stage has panicked in one of them.
    let gather = |numbers: &[usize]| {
        let mut documents = empty();
        for document in numbers.iter().filter_map(|at| contained(&source(*at)?, settings, masker).ok()) {
            add(&mut documents, document);
        }
        documents
    };
    let names = |Documents { catalogue, bodies, texts }: &mut Documents| {
        entente_names::recognise(catalogue, bodies, texts, &settings.names, executors.names);
    };
    let facts = |Documents { catalogue, bodies, texts }: &mut Documents| {
        entente_facts::derive(catalogue, bodies, texts, executors.facts);
        // Nothing after this reads them.
        texts.clear();
    };
    let index = |Documents { catalogue, bodies, .. }: &mut Documents| {
        let Some(check) = check else { return };
        let corpus = Rc::new(together(std::mem::take(catalogue), std::mem::take(bodies)));
        let done = catch_unwind(AssertUnwindSafe(|| check(&corpus)));
        let corpus = Rc::unwrap_or_clone(corpus);
        *catalogue = corpus.catalogue;
        *bodies = corpus.bodies.into_inner().expect("they were made here");
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
    let Outcome { documents: Documents { mut catalogue, bodies, .. }, left_out, missing } =
        with_stop(Some(settings.stops.finding.clone()), || run_stages(numbers, &gather, documents, &stages));
    unread
        .extend(left_out.into_iter().filter_map(|(at, fault)| Some((at, format::unread(&source(at)?, fault, REPORT)))));
    order::sort_by_key(&mut unread, |(at, _)| *at);
    catalogue.unread = unread.into_iter().map(|(_, reason)| reason).collect();
    if let (Some(missing), Some(reason)) = (missing, settings.stops.finding.reason()) {
        let reason = format!("{missing}: {reason}");
        catalogue.unread.push(Unread { file: ".".to_owned(), reason, hint: RAISE_THE_LIMIT.to_owned() });
    }
    together(catalogue, bodies)
}

fn add(documents: &mut Documents, (record, Structured { body, texts }): WholeDocument) {
    documents.catalogue.documents.push(record);
    documents.bodies.push(body);
    documents.texts.push(texts);
}

/// Called with all documents once they are read, for example to index them. It may panic.
pub type Check<'a> = &'a dyn Fn(&Rc<Corpus>);

fn together(catalogue: Catalogue, bodies: Vec<Body>) -> Corpus {
    Corpus::new(catalogue, bodies)
}

/// The remark on a document in which the search for names panicked.
pub const FAULT_OF_NAMES: &str = "the search for names stopped in it at an error of its own";
/// The remark on a document in which the search for facts and links panicked.
pub const FAULT_OF_FACTS: &str = "the search for facts and links stopped in it at an error of its own";
/// The remark on a document with which indexing panicked.
pub const FAULT_OF_INDEX: &str = "making the search index stopped in it at an error of its own";
/// The remark if the search for names or facts was stopped from outside.
const NO_NAMES: &str = "the documents are there without names and facts";
/// Advice about a document that was left out because of a limit that the packer set.
pub const RAISE_THE_LIMIT: &str = "Set the limit higher, or pack fewer documents at once.";
/// Advice about a defect of this program.
const REPORT: &str = "Report the file to the makers of Entente; the other documents are read without it.";

/// The remark on a document whose reader panicked.
pub const FAULT: &str = "its reader stopped at an error of its own";

/// Reads one document. A panic in a reader costs that document only, if the platform can go on after a panic.
fn contained(source: &Source, settings: &Settings, masker: Option<&Masker>) -> Result<WholeDocument, Unread> {
    // The data of the reader are dropped after a panic.
    let done = catch_unwind(AssertUnwindSafe(|| read_with(source, settings, masker)));
    done.unwrap_or_else(|payload| match stop_reason() {
        Some(reason) if was_stopped(payload.as_ref()) => Err(format::unread(source, &reason, RAISE_THE_LIMIT)),
        _ => Err(format::unread(
            source,
            FAULT,
            "Save it in another format, and report the file to the makers of Entente.",
        )),
    })
}

/// Reads one document, without the names and facts in it.
///
/// ```
/// use entente_ingest::{Settings, Source, read};
///
/// let source = |bytes: &[u8]| Source { file: "note.txt".to_owned(), bytes: bytes.to_vec() };
/// let (record, body) = read(&source(b"Both sides met.\n"), &Settings::default()).expect("a text");
/// assert_eq!((record.begins.as_str(), body.passages.len()), ("Both sides met.", 1));
/// assert!(read(&source(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), &Settings::default()).is_err());
/// ```
///
/// # Errors
/// [`Unread`] with the reason and a way out if the format cannot be read, or the file is damaged or empty.
pub fn read(source: &Source, settings: &Settings) -> Result<ReadDocument, Unread> {
    let masker = (!settings.redact.is_empty()).then(|| Masker::of_one(&settings.redact, source));
    let (record, document) = read_with(source, settings, masker.as_ref())?;
    Ok((record, document.body))
}

fn read_with(source: &Source, settings: &Settings, masker: Option<&Masker>) -> Result<WholeDocument, Unread> {
    let read = match masker {
        None => read_body(source, settings)?,
        Some(masker) => read_masked(source, settings, masker)?,
    };
    let Read { mut document, encoding, properties, format, records, masked } = read;
    let form = metadata::FileContext { properties: properties.as_deref(), format, records };
    let supplied = settings.files.iter().find(|supplied| supplied.file == source.file);
    let found = metadata::describe(&document, supplied, settings.language.as_deref(), form);
    let notes = metadata::notes(&found.all, &document);
    document.body.anomalies.extend(notes);
    let Structured { mut body, texts } = document;
    order::sort_by_key(&mut body.anomalies, |anomaly| (anomaly.span, anomaly.kind));
    // A hash of the original file would let somebody check a guess about what is masked.
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
        bytes: saturating_u32(bytes.len()),
        text_form: properties.is_some(),
        encoding,
        passages: saturating_u32(body.passages.len()),
        words: words(&texts),
    };
    body.metadata = found.all;
    Ok((record, Structured { body, texts }))
}

/// A file's text and structure.
struct Read {
    document: Structured,
    encoding: Fact<String>,
    /// The file's own properties, if the text is a text form.
    properties: Option<Vec<metadata::Property>>,
    /// How the file's own text is written; nothing for a text form.
    format: Option<TextFormat>,
    /// The text is a table of records.
    records: bool,
    /// Something in it is masked.
    masked: bool,
}

/// A document before anything is masked in it.
enum Unmasked {
    /// A text, read.
    Text(Box<Read>),
    /// The text form of another file.
    Form(Box<formats::ExtractedText>),
}

fn unmasked(source: &Source) -> Result<Unmasked, Unread> {
    match format::format(source)? {
        Format::Text => Ok(Unmasked::Text(Box::new(read_text(source)?))),
        Format::Form(format) => Ok(Unmasked::Form(Box::new(read_form(source, format)?))),
    }
}

/// Reads a document with what is to be masked masked.
fn read_masked(source: &Source, settings: &Settings, masker: &Masker) -> Result<Read, Unread> {
    let file = source.file.as_str();
    // The file itself contains what is masked, and what its text does not show.
    let settings = &Settings { originals: false, ..settings.clone() };
    let mut read = match unmasked(source)? {
        Unmasked::Form(mut form) => {
            let masked = masker.form(file, &mut form);
            Read { masked, ..structured(source, *form, settings) }
        }
        Unmasked::Text(read) => {
            let mut read = *read;
            let bounded = read.document.body.anomalies.iter().find(|note| note.rule == BOUNDED_READING).cloned();
            for round in 0..redact::ROUNDS {
                let Some(text) = masker.text(file, &read.document, round) else { break };
                let source = Source { file: source.file.clone(), bytes: text.into_bytes() };
                read = Read { masked: true, ..read_text(&source)? };
            }
            // The masked text is within the bounds that the file was not.
            let body = &mut read.document.body;
            if let Some(note) = bounded.filter(|_| body.anomalies.iter().all(|note| note.rule != BOUNDED_READING)) {
                body.anomalies.push(Anomaly { span: Span::new(body.text.len(), body.text.len()), ..note });
            }
            // Bytes that could not be decoded, or are decoded in another way by others, are not kept.
            read.masked |= read.document.body.original.take().is_some();
            read
        }
    };
    masker.say(file, &mut read.document.body);
    Ok(read)
}

/// Reads a file that is not text.
fn read_form(source: &Source, format: FormFormat) -> Result<formats::ExtractedText, Unread> {
    let form = format.read(&source.bytes).map_err(|refusal| format::unread(source, &refusal.reason, refusal.hint))?;
    if form.drafts.iter().all(|draft| draft.passage.kind == PassageKind::Furniture) {
        return Err(nothing(source));
    }
    Ok(form)
}

/// The structure of a text form.
fn structured(source: &Source, form: formats::ExtractedText, settings: &Settings) -> Read {
    let mut document = structure::form(&form.text, form.drafts, form.anomalies);
    document.body.original = settings.originals.then(|| decode::base64(&source.bytes));
    let encoding =
        Fact { value: "UTF-8".to_owned(), basis: Basis::Inferred, rule: "text-form".to_owned(), evidence: Vec::new() };
    Read { document, encoding, properties: Some(form.properties), format: None, records: false, masked: false }
}

fn nothing(source: &Source) -> Unread {
    format::unread(source, "it holds no text", "Leave it out, or save the document again.")
}

fn read_body(source: &Source, settings: &Settings) -> Result<Read, Unread> {
    Ok(match unmasked(source)? {
        Unmasked::Text(read) => *read,
        Unmasked::Form(form) => structured(source, *form, settings),
    })
}

/// Reads a file that is text.
fn read_text(source: &Source) -> Result<Read, Unread> {
    let decoded = decode_bounded(&source.bytes);
    if decoded.text.trim().is_empty() {
        return Err(nothing(source));
    }
    let (format, records, mut document) = match Layout::of(&decoded.text, &source.file) {
        Layout::Table(drafts) => (TextFormat::Plain, true, structure::form(&decoded.text, drafts, Vec::new())),
        Layout::Prose(format) => (format, false, structure::structure(&decoded.text, format)),
    };
    document.body.original = decoded.original;
    document.body.anomalies.extend(decoded.anomalies);
    let encoding = decoded.encoding;
    Ok(Read { document, encoding, properties: None, format: Some(format), records, masked: false })
}

/// Runs of letters and digits in `texts`.
fn words(texts: &[ReadingText]) -> u32 {
    let count = |reading: &ReadingText| {
        reading.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
    };
    saturating_u32(texts.iter().map(count).sum::<usize>())
}
