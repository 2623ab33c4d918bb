//! The texts that the page carries.
//!
//! A small page is read whole before anything is shown: that takes some milliseconds. A large one carries an index:
//! lists and search need its catalogue and that, and each text is read when it is first shown. Where the index is not
//! usable, the texts are taken in one after the other and a new one is made (`crate::holdings`).

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use entente_corpus::check::check_body;
use entente_corpus::json::{self, FromJson};
use entente_corpus::late::Source;
use entente_corpus::{Body, Catalogue, Corpus, Late, SCHEMA};
use entente_explore::packed::{self, Blob};
use entente_explore::{Explorer, Growing};
use entente_page::payload::{
    self, AT_ONCE, Checksum, Encoding, Head, IndexHead, TIES, clear_text, other_checksum, read_head, sum_of, verify,
};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::holdings::{Holdings, Sprout};
use crate::messages as m;
use crate::platform::{dom, fault, timer};

/// Reads what is needed to show something; a sentence where it cannot be used.
pub(crate) fn holdings() -> Result<Holdings, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    if head.schema != SCHEMA {
        return Err(format!(
            "the documents are stored in schema {}, this page reads schema {SCHEMA}; pack the documents again with this version",
            head.schema
        ));
    }
    let json = clear_text(head.encoding, contents("catalogue")).map_err(|error| error.to_string())?;
    let texts = Rc::new(Texts::new(head.clone()));
    match head.index.as_ref().and_then(|index| indexed(index, &json, &texts)) {
        Some(explorer) => Ok(Holdings::packed(explorer, head)),
        None => read_all(head, &json, texts),
    }
}

/// Holdings for which a new index is made, whatever the page carries.
pub(crate) fn without_index() -> Result<Holdings, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    let json = clear_text(head.encoding, contents("catalogue")).map_err(|error| error.to_string())?;
    let texts = Rc::new(Texts::new(head.clone()));
    read_all(head, &json, texts)
}

/// Reads all texts, at once or while they are shown, and makes an index of them.
fn read_all(head: Head, json: &str, texts: Rc<Texts>) -> Result<Holdings, String> {
    let ties = ties(head.encoding)?;
    let mut catalogue: Catalogue = parsed(json)?;
    catalogue.acronyms = parsed(&ties[0])?;
    catalogue.series = parsed(&ties[1])?;
    catalogue.links = parsed(&ties[2])?;
    if head.bytes > AT_ONCE as u64 {
        if catalogue.documents.len() != head.documents as usize {
            return Err("the documents in this file do not hold together (their list is of others)".to_owned());
        }
        let mut checksum = Checksum::default();
        checksum.add(json);
        ties.iter().for_each(|tie| checksum.add(tie));
        // Read again rather than copied: the code for that is there.
        let light = Explorer::of_catalogue(parsed(json)?);
        return Ok(Holdings::growing(light, head, Sprout::new(Growing::new(catalogue), texts, checksum)));
    }
    let bodies = (0..head.documents as usize).map(|at| texts.json(at)).collect::<Result<Vec<String>, String>>()?;
    verify(&head, json, &ties, &bodies).map_err(|error| error.to_string())?;
    let bodies = bodies.iter().map(|body| parsed::<Late<Body>>(body)).collect::<Result<_, _>>()?;
    let corpus = Corpus { catalogue, bodies };
    if let Some(fault) = entente_corpus::check(&corpus).into_iter().next() {
        return Err(format!("the documents in this file do not hold together ({fault})"));
    }
    Ok(Holdings::new(Explorer::new(corpus.into()), head))
}

/// The explorer of the index that the page carries; nothing where that is of another version, or is not what was
/// written.
fn indexed(index: &IndexHead, json: &str, texts: &Rc<Texts>) -> Option<Explorer> {
    let whole = |name: &'static str, bytes: Result<Vec<u8>, entente_page::PageError>| {
        bytes.ok().filter(|bytes| index.fits(name, bytes))
    };
    if index.version != packed::VERSION || !index.fits("catalogue", json.as_bytes()) {
        return None;
    }
    let sums = whole("sums", payload::bytes(&contents("sums")))?;
    let tables = whole("tables", payload::inflated(&contents("tables")))?;
    let lists = whole("lists", payload::bytes(&contents("lists")))?;
    let mut catalogue: Catalogue = json::read(json).ok()?;
    let documents = catalogue.documents.len();
    if sums.len() != 4 * documents {
        return None;
    }
    catalogue.acronyms = late("acronyms", index, texts.head.encoding);
    catalogue.series = late("series", index, texts.head.encoding);
    catalogue.links = late("links", index, texts.head.encoding);
    let corpus = Rc::new_cyclic(|corpus: &Weak<Corpus>| {
        let (corpus, texts) = (corpus.clone(), texts.clone());
        let body = move |document: usize| {
            // It may still come, as long as the page is being read.
            if dom::is_loading() && !texts.has(document) {
                return None;
            }
            body(&texts, document, &sums, &*corpus.upgrade()?).map_err(damaged).ok()
        };
        let source: Source<Body> = Rc::new(body);
        let bodies = (0..documents).map(|document| Late::new(source.clone(), document)).collect();
        Corpus { catalogue, bodies }
    });
    let places = {
        let index = index.clone();
        move || payload::bytes(&contents("places")).ok().filter(|bytes| index.fits("places", bytes))
    };
    Explorer::open(corpus, &tables, Blob::here(lists), Blob::later(places))
}

/// The text of `document`, which has to be the one whose checksum stands in `sums`, and to fit its record.
fn body(texts: &Texts, document: usize, sums: &[u8], corpus: &Corpus) -> Result<Body, String> {
    let json = texts.json(document)?;
    if sums.get(4 * document..4 * document + 4) != Some(&sum_of(&json)[..]) {
        return Err(other_checksum().to_string());
    }
    let body: Body = parsed(&json)?;
    let record = corpus.catalogue.documents.get(document).ok_or("there is no such document")?;
    // How many series there are is not looked at: the list of them is not read for this.
    match check_body(record, &body, corpus.catalogue.entities.len(), usize::MAX).into_iter().next() {
        None => Ok(body),
        Some(sentence) => Err(sentence),
    }
}

/// A part of the catalogue that is read when it is asked for.
fn late<T: FromJson + 'static>(name: &'static str, index: &IndexHead, encoding: Encoding) -> Late<Vec<T>> {
    let index = index.clone();
    let read = move |_| {
        let json = clear_text(encoding, contents(name)).ok().filter(|json| index.fits(name, json.as_bytes()));
        let part = json.ok_or_else(|| other_checksum().to_string()).and_then(|json| parsed(&json));
        part.map_err(damaged).ok()
    };
    Late::new(Rc::new(read), 0)
}

/// Says that a part of the page is damaged, once what is being drawn is drawn.
fn damaged(sentence: String) {
    fault::show_soon(m::fault(&sentence));
}

/// The texts that tie documents together.
fn ties(encoding: Encoding) -> Result<[String; 3], String> {
    let [a, b, c] = TIES.map(|name| clear_text(encoding, contents(name)).map_err(|error| error.to_string()));
    Ok([a?, b?, c?])
}

/// The corpus JSON, put together from the texts of the page.
pub(crate) fn whole() -> Result<String, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    let mut out = clear_text(head.encoding, contents("catalogue")).map_err(|error| error.to_string())?;
    out.truncate(out.trim_end().len().saturating_sub(1));
    for (name, tie) in TIES.iter().zip(ties(head.encoding)?) {
        out += &format!(",\"{name}\":{tie}");
    }
    let documents = head.documents as usize;
    let texts = Texts::new(head);
    let bodies = (0..documents).map(|document| texts.json(document)).collect::<Result<Vec<String>, String>>()?;
    Ok(format!("{out},\"bodies\":[{}]}}\n", bodies.join(",")))
}

/// A text read.
pub(crate) fn parsed<T: FromJson>(json: &str) -> Result<T, String> {
    json::read(json).map_err(|what| {
        format!("the documents in this file cannot be read ({what}); get the file again from where it came")
    })
}

/// Milliseconds before what has arrived is looked at again.
const AGAIN: f64 = 30.0;

/// The documents' texts where they lie in the page, each inflated when it is asked for.
#[derive(Debug)]
pub(crate) struct Texts {
    head: Head,
    /// Elements that hold several texts each, by the first one.
    blocks: RefCell<Vec<(usize, Vec<Element>)>>,
    /// They are all of them.
    complete: Cell<bool>,
    /// When they were looked at.
    looked: Cell<f64>,
    /// The block that was read last.
    open: RefCell<Option<(usize, Vec<String>)>>,
}

impl Texts {
    fn new(head: Head) -> Self {
        let (complete, looked) = (Cell::new(false), Cell::new(f64::MIN));
        Self { head, blocks: RefCell::default(), complete, looked, open: RefCell::default() }
    }

    /// Takes up the elements that are there by now.
    fn look(&self) {
        // Thousands of elements are not looked at again for every hit on the screen.
        let (loading, now) = (dom::is_loading(), timer::now());
        if loading && now < self.looked.get() + AGAIN {
            return;
        }
        self.looked.set(now);
        let mut blocks: Vec<(usize, Vec<Element>)> = Vec::new();
        for element in select("body") {
            // Slices of one block lie one behind the other.
            let first =
                element.get_attribute("data-document").and_then(|first| first.parse().ok()).unwrap_or(usize::MAX);
            match blocks.last_mut() {
                Some((last, slices)) if *last == first => slices.push(element),
                _ => blocks.push((first, vec![element])),
            }
        }
        if loading {
            // More slices of it may follow.
            blocks.pop();
        }
        self.blocks.replace(blocks);
        self.complete.set(!loading);
    }

    /// Index of the block that holds `document`, where that has arrived.
    fn block(&self, document: usize) -> Option<usize> {
        let blocks = self.blocks.borrow();
        let at = blocks.partition_point(|(first, _)| *first <= document).checked_sub(1)?;
        // What the last one holds is not known before the page is read.
        (at + 1 < blocks.len() || self.complete.get()).then_some(at)
    }

    /// True where the text of `document` has arrived.
    fn has(&self, document: usize) -> bool {
        if self.block(document).is_none() && !self.complete.get() {
            self.look();
        }
        self.block(document).is_some()
    }

    /// What the page says of them.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// The JSON of `document`.
    pub(crate) fn json(&self, document: usize) -> Result<String, String> {
        let missing = || format!("document {} is missing", document + 1);
        if !self.has(document) {
            return Err(missing());
        }
        let at = self.block(document).ok_or_else(missing)?;
        let blocks = self.blocks.borrow();
        let (first, slices) = blocks.get(at).ok_or_else(missing)?;
        let mut open = self.open.borrow_mut();
        if open.as_ref().is_none_or(|(known, _)| known != first) {
            let content = slices.iter().filter_map(|slice| slice.text_content()).collect();
            let content = clear_text(self.head.encoding, content).map_err(|error| error.to_string())?;
            *open = Some((*first, content.split('\n').map(str::to_owned).collect()));
        }
        let (first, texts) = open.as_ref().ok_or_else(missing)?;
        texts.get(document - first).cloned().ok_or_else(missing)
    }
}

fn contents(name: &str) -> String {
    select(name).iter().filter_map(|element| element.text_content()).collect()
}

fn select(name: &str) -> Vec<Element> {
    let selector = format!("script[data-entente=\"{name}\"]");
    let Some(found) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(&selector).ok())
    else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|n| found.get(n)).filter_map(|node| node.dyn_into().ok()).collect()
}
