//! Screens of a file of which a part cannot be fetched.

use std::rc::Rc;

use entente_corpus::late::{self, Failures};
use entente_corpus::{Corpus, Parts, Unavailable};
use entente_explore::packed::Blob;
use entente_explore::{Explorer, Packed};

use super::support::{FORM, NEWS, SAME, html, library, text, view_of};
use crate::library::Library;
use crate::screens::Export;

/// A library in which the text of the document at `missing` cannot be fetched.
fn library_without(files: &[(&str, &str)], missing: usize, why: &Unavailable) -> Library {
    let whole = library(files);
    let corpus = whole.corpus();
    let packed = Packed::new(corpus);
    let (failures, bodies, why) = (Failures::default(), corpus.bodies.clone(), why.clone());
    let body = move |at: usize| bodies.get(at).filter(|_| at != missing).cloned().ok_or(why.clone());
    let bodies = Parts::of_source(&late::Source::new(&failures, body), files.len());
    let corpus = Corpus { catalogue: corpus.catalogue.clone(), bodies, failures };
    let places = Blob::here(packed.places);
    let explorer = Explorer::open(Rc::new(corpus), &packed.tables, Blob::here(packed.lists), places);
    Library::new(explorer.expect("just packed"), (*whole.head).clone())
}

#[test]
fn a_text_that_cannot_be_had_is_said_and_never_counted_as_empty() {
    let files = [("form.md", FORM), ("news.txt", NEWS), ("same.txt", SAME)];
    let id = library(&files).corpus().catalogue.documents.get(1).expect("it is here").id.to_string();
    let document = format!("#/doc/{id}");
    let lists = ["#/engagements", "#/commitments", "#/statements", "#/amounts", "#/notes", "#/names", "#/name/kr"];
    let links = || lists.into_iter().chain([document.as_str(), "#/search?q=consultation", "#/search"]);
    let damaged = Unavailable::Damaged("its checksum is another one".to_owned());
    let library_of_two = library_without(&files, 1, &damaged);
    for link in links() {
        let shown = text(&html(&library_of_two, link));
        assert!(shown.contains("cannot be shown: its checksum is another one."), "{link}: {shown}");
        assert!(!shown.contains(" meetings") && !shown.contains(" statements"), "{link} counts: {shown}");
    }
    // What does not look at the text is shown.
    assert!(text(&html(&library_of_two, "#/documents")).contains("Cyber Policy Consultation"));
    // A text that has not arrived leaves a bar above what there is, and nothing to be saved.
    let waiting = library_without(&files, 1, &Unavailable::NotYet);
    for link in links() {
        let data = view_of(&waiting, link, &|_, _, _| {}).data;
        assert!(data.is_waiting, "{link}");
        assert_eq!(data.export, Export::Nothing, "{link}");
    }
    assert!(waiting.csv("statements", &[0]).is_none() && library_of_two.csv("statements", &[0]).is_none());
    assert!(waiting.export("statements", "csv").is_err());
    let whole = library(&files);
    assert!(links().all(|link| !view_of(&whole, link, &|_, _, _| {}).data.is_waiting));
    assert!(whole.csv("statements", &[0]).is_some());
}
