//! The texts that the page carries.
//!
//! A small page is read whole before anything is shown: that takes some milliseconds. A large one carries an index:
//! lists and search need that, and each record, name and text is read when it is first shown. Where the index is not
//! usable, the texts are taken in one after the other and a new one is made (`crate::library`).

use std::rc::{Rc, Weak};

use entente_corpus::check::check_body;
use entente_corpus::json;
use entente_corpus::late::Source;
use entente_corpus::{Body, Catalogue, Corpus, Failures, Late, Parts, SCHEMA, Unavailable};
use entente_explore::packed::{self, Blob};
use entente_explore::{Explorer, Growing};
use entente_page::Payload;
use entente_page::block::Kind;
use entente_page::payload::{
    self, Checksum, Encoding, Head, IndexHead, READ_WHOLE_MAX_BYTES, TIES, body_checksum, checksum_mismatch,
    decode_text, read_head, verify,
};
use serde::de::DeserializeOwned;

use super::texts::{Texts, contents, unpacked};
use crate::library::{Library, LoadingTexts};
use crate::messages as m;
use crate::platform::{dom, fault};

/// Reads what is needed to show something; a sentence where it cannot be used.
pub(crate) fn library() -> Result<Library, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    if head.schema != SCHEMA {
        return Err(format!(
            "the documents are stored in schema {}, this page reads schema {SCHEMA}; pack the documents again with this version",
            head.schema
        ));
    }
    let texts = Rc::new(Texts::new(Kind::Body, head.clone()));
    match head.index.as_ref().and_then(|index| indexed(index, &texts)) {
        Some(explorer) => Ok(Library::packed(explorer, head)),
        None => read_all(head, texts),
    }
}

/// Library for which a new index is made, whatever the page carries.
pub(crate) fn without_index() -> Result<Library, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    let texts = Rc::new(Texts::new(Kind::Body, head.clone()));
    read_all(head, texts)
}

/// What the page carries without its documents' texts.
fn without_bodies(head: &Head) -> Result<Payload, String> {
    let all = |kind: Kind, count: u32| {
        let texts = Texts::new(kind, head.clone());
        (0..count as usize).map(|at| texts.json(at)).collect::<Result<Vec<String>, String>>()
    };
    Ok(Payload {
        schema: head.schema,
        catalogue: decode_text(head.encoding, contents("catalogue")).map_err(|error| error.to_string())?,
        records: all(Kind::Record, head.documents)?,
        names: all(Kind::Name, head.names)?,
        ties: ties(head.encoding)?,
        ..Payload::default()
    })
}

/// Reads all texts, at once or while they are shown, and makes an index of them.
fn read_all(head: Head, texts: Rc<Texts>) -> Result<Library, String> {
    let mut payload = without_bodies(&head)?;
    let catalogue = catalogue(&payload)?;
    if head.bytes > READ_WHOLE_MAX_BYTES as u64 {
        let mut checksum = Checksum::default();
        payload.texts().for_each(|text| checksum.add(text));
        let light = Explorer::of_catalogue(Catalogue {
            acronyms: Late::default(),
            series: Late::default(),
            links: Late::default(),
            ..catalogue.clone()
        });
        return Ok(Library::growing(light, head, LoadingTexts::new(Growing::new(catalogue), texts, checksum)));
    }
    payload.bodies = (0..head.documents as usize).map(|at| texts.json(at)).collect::<Result<Vec<String>, String>>()?;
    verify(&head, &payload).map_err(|error| error.to_string())?;
    let bodies = json::parse_bodies(&payload.bodies).map_err(unreadable)?;
    let corpus = Corpus::new(catalogue, bodies);
    if let Some(fault) = entente_corpus::check(&corpus).into_iter().next() {
        return Err(format!("the documents in this file do not hold together ({fault})"));
    }
    Ok(Library::new(Explorer::new(corpus.into()), head))
}

/// The catalogue that a payload contains.
fn catalogue(payload: &Payload) -> Result<Catalogue, String> {
    let Payload { catalogue, records, names, ties, .. } = payload;
    json::parse_catalogue(catalogue, records, names, ties).map_err(unreadable)
}

/// The explorer of the index that the page carries; `None` if that is of another version, or is not what was
/// written.
fn indexed(index: &IndexHead, texts: &Rc<Texts>) -> Option<Explorer> {
    let whole = |name: &'static str, bytes: Result<Vec<u8>, entente_page::PageError>| {
        bytes.ok().filter(|bytes| index.fits(name, bytes))
    };
    let head = texts.head();
    let json = decode_text(head.encoding, contents("catalogue")).ok()?;
    if index.version != packed::VERSION || !index.fits("catalogue", json.as_bytes()) {
        return None;
    }
    let part = |name: &'static str, read: fn(&str) -> Result<Vec<u8>, entente_page::PageError>| {
        whole(name, unpacked(name).map_or_else(|| read(&contents(name)), Ok))
    };
    let sums = part("sums", payload::decode_part)?;
    let tables = part("tables", payload::inflate_part)?;
    let lists = part("lists", payload::decode_part)?;
    let mut catalogue: Catalogue = json::parse(&json).ok()?;
    let documents = head.documents as usize;
    if sums.len() % 4 != 0 || sums.len() / 4 != documents {
        return None;
    }
    let failures = Failures::default();
    catalogue.documents = each(Kind::Record, head.documents, head, &failures);
    catalogue.entities = each(Kind::Name, head.names, head, &failures);
    catalogue.acronyms = late("acronyms", index, head.encoding, &failures);
    catalogue.series = late("series", index, head.encoding, &failures);
    catalogue.links = late("links", index, head.encoding, &failures);
    let corpus = Rc::new_cyclic(|corpus: &Weak<Corpus>| {
        let (corpus, texts) = (corpus.clone(), texts.clone());
        let body = move |document: usize| {
            // It may still come, as long as the page is being read.
            if dom::is_loading() && !texts.has(document) {
                return Err(Unavailable::NotYet);
            }
            let corpus = corpus.upgrade().ok_or(Unavailable::NotYet)?;
            body(&texts, document, &sums, &corpus).map_err(damaged)
        };
        let source = Source::new(&failures, body);
        let bodies = Parts::of_source(&source, documents);
        Corpus { catalogue, bodies, failures }
    });
    let places = {
        let index = index.clone();
        move || payload::decode_part(&contents("places")).ok().filter(|bytes| index.fits("places", bytes))
    };
    Explorer::open(corpus, &tables, Blob::here(lists), Blob::later(places))
}

/// The text of `document`, which has to be the one whose checksum is in `sums`, and to fit its record.
fn body(texts: &Texts, document: usize, sums: &[u8], corpus: &Corpus) -> Result<Body, String> {
    let json = texts.json(document)?;
    if sums.get(4 * document..4 * document + 4) != Some(&body_checksum(&json)[..]) {
        return Err(checksum_mismatch().to_string());
    }
    let body: Body = parsed(&json)?;
    let record = corpus.catalogue.documents.get(document).ok_or("there is no such document")?;
    // How many series there are is not looked at: the list of them is not read for this.
    match check_body(record, &body, corpus.catalogue.entities.len(), usize::MAX).into_iter().next() {
        None => Ok(body),
        Some(sentence) => Err(sentence),
    }
}

/// Records or names, each read when it is asked for.
fn each<T: DeserializeOwned + Default + 'static>(kind: Kind, count: u32, head: &Head, failures: &Failures) -> Parts<T> {
    let texts = Texts::new(kind, head.clone());
    let read = move |at: usize| texts.json(at).and_then(|json| parsed(&json)).map_err(damaged);
    Parts::of_source(&Source::new(failures, read), count as usize)
}

/// A part of the catalogue that is read when it is asked for.
fn late<T: DeserializeOwned + 'static>(
    name: &'static str,
    index: &IndexHead,
    encoding: Encoding,
    failures: &Failures,
) -> Late<Vec<T>> {
    let index = index.clone();
    let read = move |_| {
        let json = decode_text(encoding, contents(name)).ok().filter(|json| index.fits(name, json.as_bytes()));
        let part = json.ok_or_else(|| checksum_mismatch().to_string()).and_then(|json| parsed(&json));
        part.map_err(damaged)
    };
    Late::new(Source::new(failures, read), 0)
}

/// Says on the screen that a part of the page is damaged, once what is being drawn is drawn.
fn damaged(sentence: String) -> Unavailable {
    fault::show_soon(m::fault(&sentence));
    Unavailable::Damaged(sentence)
}

/// The texts that tie documents together.
fn ties(encoding: Encoding) -> Result<[String; 3], String> {
    let [a, b, c] = TIES.map(|name| decode_text(encoding, contents(name)).map_err(|error| error.to_string()));
    Ok([a?, b?, c?])
}

/// The corpus JSON, put together from the texts of the page.
pub(crate) fn whole() -> Result<String, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    let Payload { mut catalogue, records, names, ties, .. } = without_bodies(&head)?;
    // Its own lists of documents and names are empty.
    for (name, texts) in [("documents", records), ("entities", names)] {
        catalogue = catalogue.replacen(&format!("\"{name}\":[]"), &format!("\"{name}\":[{}]", texts.join(",")), 1);
    }
    catalogue.truncate(catalogue.trim_end().len().saturating_sub(1));
    for (name, tie) in TIES.iter().zip(ties) {
        catalogue += &format!(",\"{name}\":{tie}");
    }
    let documents = head.documents as usize;
    let texts = Texts::new(Kind::Body, head);
    let bodies = (0..documents).map(|document| texts.json(document)).collect::<Result<Vec<String>, String>>()?;
    Ok(format!("{catalogue},\"bodies\":[{}]}}\n", bodies.join(",")))
}

/// A text read.
pub(crate) fn parsed<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    json::parse(json).map_err(unreadable)
}

/// A sentence without its full stop: what cannot be read, and what to do.
fn unreadable(error: json::ParseError) -> String {
    format!("the documents in this file cannot be read ({error}); get the file again from where it came")
}
