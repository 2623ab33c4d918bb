//! Reads the texts of documents from the page. Several texts form a block, which is inflated when one of them is needed.

use std::cell::{Cell, RefCell};

use entente_page::block::{self, Kind};
use entente_page::payload::{Head, checksum_mismatch, decode_text};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{dom, timer};

/// Milliseconds before what has arrived is looked at again.
const AGAIN_MILLISECONDS: f64 = 30.0;

/// Texts of one kind.
#[derive(Debug)]
pub(crate) struct Texts {
    kind: Kind,
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
    pub(crate) fn new(kind: Kind, head: Head) -> Self {
        let (complete, looked) = (Cell::new(false), Cell::new(f64::MIN));
        Self { kind, head, blocks: RefCell::default(), complete, looked, open: RefCell::default() }
    }

    /// Takes up the elements that are there by now.
    fn look(&self) {
        // Thousands of elements are not looked at again for every hit on the screen.
        // Records and names come before the texts: they are there when the application starts.
        let (loading, now) = (self.kind == Kind::Body && dom::is_loading(), timer::now());
        if loading && now < self.looked.get() + AGAIN_MILLISECONDS {
            return;
        }
        self.looked.set(now);
        let mut blocks: Vec<(usize, Vec<Element>)> = Vec::new();
        for element in select(self.kind.as_str()) {
            // The slices of a block follow each other.
            let first = element
                .get_attribute(self.kind.first_attribute())
                .and_then(|first| first.parse().ok())
                .unwrap_or(usize::MAX);
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

    /// Index of the block that contains text `at`, where that has arrived.
    fn block(&self, at: usize) -> Option<usize> {
        let blocks = self.blocks.borrow();
        let at = blocks.partition_point(|(first, _)| *first <= at).checked_sub(1)?;
        // What the last one contains is not known before the page is read.
        (at + 1 < blocks.len() || self.complete.get()).then_some(at)
    }

    /// True if the text of `document` has arrived.
    pub(crate) fn has(&self, document: usize) -> bool {
        if self.block(document).is_none() && !self.complete.get() {
            self.look();
        }
        self.block(document).is_some()
    }

    /// The head of the payload.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// The JSON of `document`.
    pub(crate) fn json(&self, document: usize) -> Result<String, String> {
        let what = if self.kind == Kind::Name { "name" } else { "document" };
        let missing = || format!("{what} {} is missing", document + 1);
        if !self.has(document) {
            return Err(missing());
        }
        let at = self.block(document).ok_or_else(missing)?;
        let blocks = self.blocks.borrow();
        let (first, slices) = blocks.get(at).ok_or_else(missing)?;
        let mut open = self.open.borrow_mut();
        if open.as_ref().is_none_or(|(known, _)| known != first) {
            let content = slices.iter().filter_map(|slice| slice.text_content()).collect();
            let content = decode_text(self.head.encoding, content).map_err(|error| error.to_string())?;
            // Each body has a checksum of its own.
            let said = slices.first().and_then(|slice| slice.get_attribute("data-sum")).unwrap_or_default();
            if self.kind != Kind::Body && said != block::checksum(&content) {
                return Err(checksum_mismatch().to_string());
            }
            *open = Some((*first, self.kind.split(&content).into_iter().map(str::to_owned).collect()));
        }
        let (first, texts) = open.as_ref().ok_or_else(missing)?;
        texts.get(document - first).cloned().ok_or_else(missing)
    }
}

/// The bytes of a part of the index that the start has unpacked already; they are given once.
pub(crate) fn unpacked(name: &str) -> Option<Vec<u8>> {
    let parts =
        js_sys::Reflect::get(&js_sys::global(), &"ententeParts".into()).ok()?.dyn_into::<js_sys::Object>().ok()?;
    let bytes = js_sys::Reflect::get(&parts, &name.into()).ok()?.dyn_into::<js_sys::Uint8Array>().ok()?;
    let _ = js_sys::Reflect::delete_property(&parts, &name.into());
    Some(bytes.to_vec())
}

/// What the elements of this name hold.
pub(crate) fn contents(name: &str) -> String {
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
