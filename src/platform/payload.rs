//! The texts that the page carries.

use entente_corpus::{Body, Catalogue, Corpus, SCHEMA};
use entente_explore::Explorer;
use entente_page::payload::{Encoding, Head, read_head, verify};
use wasm_bindgen::{JsCast, JsValue};

use crate::library::Library;

/// Reads and verifies everything; a sentence where it cannot be used.
pub(crate) fn library() -> Result<Library, String> {
    let (head, catalogue, bodies) = texts()?;
    verify(&head, &catalogue, &bodies).map_err(|error| error.to_string())?;
    if head.schema != SCHEMA {
        return Err(format!(
            "the documents are stored in schema {}, this page reads schema {SCHEMA}; pack the documents again",
            head.schema
        ));
    }
    let unreadable = |error: serde_json::Error| format!("the documents in this file cannot be read ({error})");
    let catalogue: Catalogue = serde_json::from_str(&catalogue).map_err(unreadable)?;
    let bodies =
        bodies.iter().map(|body| serde_json::from_str::<Body>(body)).collect::<Result<_, _>>().map_err(unreadable)?;
    let corpus = Corpus { catalogue, bodies };
    if let Some(fault) = entente_corpus::check(&corpus).into_iter().next() {
        return Err(format!("the documents in this file do not hold together ({fault})"));
    }
    Ok(Library::new(Explorer::new(corpus.into()), head))
}

/// The corpus JSON, put together from the texts of the page.
pub(crate) fn whole() -> Result<String, String> {
    let (_, catalogue, bodies) = texts()?;
    let open = catalogue.trim_end().strip_suffix('}').unwrap_or_default();
    Ok(format!("{open},\"bodies\":[{}]}}\n", bodies.join(",")))
}

fn texts() -> Result<(Head, String, Vec<String>), String> {
    if let Some((head, catalogue, bodies)) = inflated() {
        return Ok((read_head(&head).map_err(|error| error.to_string())?, catalogue, bodies));
    }
    let head = elements("head").concat();
    let head = read_head(&head).map_err(|error| error.to_string())?;
    if head.encoding == Encoding::DeflateRaw {
        return Err(
            "the documents in this file are damaged (a text cannot be inflated); get the file again from where it came"
                .to_owned(),
        );
    }
    Ok((head, elements("catalogue").concat(), bodies()))
}

/// What the boot script has inflated.
fn inflated() -> Option<(String, String, Vec<String>)> {
    let payload = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("ententePayload"))
        .ok()
        .filter(JsValue::is_object)?;
    let get = |name: &str| js_sys::Reflect::get(&payload, &JsValue::from_str(name)).ok();
    let bodies: js_sys::Array = get("bodies")?.dyn_into().ok()?;
    Some((
        get("head")?.as_string()?,
        get("catalogue")?.as_string()?,
        bodies.iter().filter_map(|body| body.as_string()).collect(),
    ))
}

fn elements(name: &str) -> Vec<String> {
    select(&format!("script[data-entente=\"{name}\"]")).iter().filter_map(|element| element.text_content()).collect()
}

/// The texts of the documents; slices of one document lie one behind the other.
fn bodies() -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut last = None;
    for element in select("script[data-entente=\"body\"]") {
        let document = element.get_attribute("data-document");
        let text = element.text_content().unwrap_or_default();
        match out.last_mut() {
            Some(body) if last == document => body.push_str(&text),
            _ => out.push(text),
        }
        last = document;
    }
    out
}

fn select(selector: &str) -> Vec<web_sys::Element> {
    let Some(found) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector_all(selector).ok())
    else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|n| found.get(n)).filter_map(|node| node.dyn_into().ok()).collect()
}
