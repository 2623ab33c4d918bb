//! What the search index is built of: reading texts with title and headings, and names that mean the same.

use std::collections::BTreeSet;

use entente_corpus::{Body, Corpus, ReadingText};
use entente_search::{Builder, Fields};
use entente_text::checkpoint;

/// The index of all passages, still open.
pub(crate) fn build(corpus: &Corpus) -> Builder {
    let mut builder = Builder::default();
    for document in 0..corpus.bodies.len() {
        add_document(corpus, document, &mut builder);
    }
    builder
}

/// Indexes the passages of `document`.
pub(crate) fn add_document(corpus: &Corpus, document: usize, builder: &mut Builder) {
    let Some(body) = corpus.bodies.get(document) else { return };
    let title = corpus.title_of(document);
    let paths = section_paths(body);
    for (passage, at) in body.passages.iter().zip(0_u32..) {
        checkpoint();
        let section = above(body, at, passage.section).and_then(|at| paths.get(at)).map_or("", String::as_str);
        builder.add(Fields { title, section, text: &ReadingText::of(body, passage).text });
    }
}

/// The section whose heading is above a passage: a heading is below the one around it.
fn above(body: &Body, passage: u32, section: Option<u32>) -> Option<usize> {
    let at = section? as usize;
    let section = body.sections.get(at)?;
    if section.heading == passage { section.parent.map(|parent| parent as usize) } else { Some(at) }
}

/// For each section its heading and those around it, in words.
fn section_paths(body: &Body) -> Vec<String> {
    let mut paths: Vec<String> = Vec::new();
    for section in &body.sections {
        let heading = body.passages.get(section.heading as usize).map(|passage| ReadingText::of(body, passage).text);
        let parent = section.parent.and_then(|parent| paths.get(parent as usize)).map_or("", String::as_str);
        paths.push(format!("{parent} {}", heading.unwrap_or_default()));
    }
    paths
}

/// Forms of a name that are looked for in its place.
const MAX_FORMS: usize = 4;

/// Pairs of names that mean the same: short forms and their expansions; names in another script.
pub(crate) fn same_names(corpus: &Corpus) -> Vec<(&str, &str)> {
    let mut seen = BTreeSet::new();
    let mut pairs = every_same_name(corpus);
    pairs.retain(|pair| seen.insert(*pair));
    pairs
}

fn every_same_name(corpus: &Corpus) -> Vec<(&str, &str)> {
    let mut pairs = Vec::new();
    for acronym in corpus.catalogue.acronyms.get().into_iter().flatten() {
        if let Some(expansion) = &acronym.expansion {
            pairs.push((acronym.acronym.as_str(), expansion.as_str()));
            pairs.push((expansion.as_str(), acronym.acronym.as_str()));
        }
    }
    for entity in corpus.catalogue.entities.iter().flatten() {
        let printed = || entity.forms.iter().map(|form| form.text.as_str());
        // Looked for once: a name may have thousands of forms.
        let first = |latin: bool| printed().filter(move |form| is_latin(form) == latin).take(MAX_FORMS);
        let (latin, others): (Vec<&str>, Vec<&str>) = (first(true).collect(), first(false).collect());
        for name in printed().chain(entity.known_as.iter().map(String::as_str)) {
            let forms = if is_latin(name) { &others } else { &latin };
            pairs.extend(forms.iter().map(|form| (name, *form)));
        }
    }
    pairs
}

fn is_latin(name: &str) -> bool {
    name.chars().any(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Corpus, Entity, Form};

    use super::every_same_name;

    /// The settings of a folder may give a name tens of thousands of aliases. Forms of another script are looked for once.
    #[test]
    fn a_name_of_many_forms_takes_time_in_line_with_them() {
        let form =
            |n: usize| Form { text: if n == 99_999 { "한국".to_owned() } else { format!("Name {n}") }, count: 1 };
        let mut corpus = Corpus::default();
        corpus.catalogue.entities.push(Entity { forms: (0..100_000).map(form).collect(), ..Entity::default() });
        let pairs = every_same_name(&corpus);
        assert_eq!(pairs.len(), 99_999 + super::MAX_FORMS);
        assert_eq!((pairs[0], pairs[99_999]), (("Name 0", "한국"), ("한국", "Name 0")));
    }
}
