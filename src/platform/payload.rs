//! The texts that the page carries.
//!
//! A small page is read whole before anything is shown: that takes some milliseconds. A large one shows its list as
//! soon as the catalogue is read, and takes its texts in while the reader looks round (`crate::holdings`).

use entente_corpus::json::{self, FromJson};
use entente_corpus::{Body, Catalogue, Corpus, SCHEMA};
use entente_explore::{Explorer, Growing};
use entente_page::payload::{Checksum, Head, clear_text, read_head, verify};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::holdings::{Holdings, Sprout};

/// Bytes of JSON up to which a page is read whole before anything is shown: some tens of milliseconds.
const AT_ONCE: u64 = 2_000_000;

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
    let texts = Texts::new(head.clone());
    if head.bytes > AT_ONCE {
        if texts.len() != head.documents as usize {
            return Err(verify(&head, &json, &[]).err().map(|error| error.to_string()).unwrap_or_default());
        }
        let catalogue: Catalogue = read(&json)?;
        if catalogue.documents.len() != texts.len() {
            return Err("the documents in this file do not hold together (their list is of others)".to_owned());
        }
        let mut checksum = Checksum::default();
        checksum.add(&json);
        // Read again rather than copied: the code for that is there.
        let light = Explorer::of_catalogue(read(&json)?);
        return Ok(Holdings::growing(light, head, Sprout::new(Growing::new(catalogue), texts, checksum)));
    }
    let bodies = (0..texts.len()).map(|document| texts.json(document)).collect::<Result<Vec<String>, String>>()?;
    verify(&head, &json, &bodies).map_err(|error| error.to_string())?;
    let catalogue: Catalogue = read(&json)?;
    let bodies = bodies.iter().map(|body| parsed(body)).collect::<Result<_, _>>()?;
    let corpus = Corpus { catalogue, bodies };
    if let Some(fault) = entente_corpus::check(&corpus).into_iter().next() {
        return Err(format!("the documents in this file do not hold together ({fault})"));
    }
    Ok(Holdings::new(Explorer::new(corpus.into()), head))
}

/// The corpus JSON, put together from the texts of the page.
pub(crate) fn whole() -> Result<String, String> {
    let head = read_head(&contents("head")).map_err(|error| error.to_string())?;
    let catalogue = clear_text(head.encoding, contents("catalogue")).map_err(|error| error.to_string())?;
    let open = catalogue.trim_end().strip_suffix('}').unwrap_or_default();
    let texts = Texts::new(head);
    let bodies = (0..texts.len()).map(|document| texts.json(document)).collect::<Result<Vec<String>, String>>()?;
    Ok(format!("{open},\"bodies\":[{}]}}\n", bodies.join(",")))
}

/// A text read.
pub(crate) fn parsed(json: &str) -> Result<Body, String> {
    read(json)
}

fn read<T: FromJson>(json: &str) -> Result<T, String> {
    json::read(json).map_err(|what| {
        format!("the documents in this file cannot be read ({what}); get the file again from where it came")
    })
}

/// The documents' texts where they lie in the page, each inflated when it is asked for.
#[derive(Debug)]
pub(crate) struct Texts {
    head: Head,
    elements: Vec<Vec<Element>>,
}

impl Texts {
    fn new(head: Head) -> Self {
        let mut elements: Vec<Vec<Element>> = Vec::new();
        let mut last = None;
        for element in select("body") {
            // Slices of one document lie one behind the other.
            let document = element.get_attribute("data-document");
            match elements.last_mut() {
                Some(slices) if last == document => slices.push(element),
                _ => elements.push(vec![element]),
            }
            last = document;
        }
        Self { head, elements }
    }

    /// Number of documents.
    pub(crate) fn len(&self) -> usize {
        self.elements.len()
    }

    /// What the page says of them.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// The JSON of `document`.
    pub(crate) fn json(&self, document: usize) -> Result<String, String> {
        let slices = self.elements.get(document).map(Vec::as_slice).unwrap_or_default();
        let content = slices.iter().filter_map(|slice| slice.text_content()).collect();
        clear_text(self.head.encoding, content).map_err(|error| error.to_string())
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
