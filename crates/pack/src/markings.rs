//! Handling markings that are mixed in one file.
//!
//! In: a corpus, in which reading has found the markings. Out: a sentence that the sender should know, or nothing.

use std::collections::BTreeMap;

use entente_corpus::{Corpus, MetadataField};

/// Says which markings are mixed: of documents with one another, with documents that have none, and with the marking of the
/// whole file. `None` if all documents are marked alike, or none is marked.
#[must_use]
pub fn describe_mix(corpus: &Corpus) -> Option<String> {
    let catalogue = &corpus.catalogue;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut without = 0;
    for body in corpus.bodies.iter().flatten() {
        let mut own = body.metadata.iter().filter(|datum| datum.field == MetadataField::Marking).peekable();
        without += usize::from(own.peek().is_none());
        own.for_each(|datum| *counts.entry(datum.fact.value.as_str()).or_default() += 1);
    }
    let whole = catalogue.marking.as_deref();
    let alike = counts.len() == 1 && whole.is_none_or(|whole| counts.contains_key(whole));
    // A document without a marking of its own has that of the whole file.
    if counts.is_empty() || (alike && (without == 0 || whole.is_some())) {
        return None;
    }
    let mut told: Vec<String> = counts.iter().map(|(marking, count)| format!("{marking} ({count})")).collect();
    if without > 0 {
        told.push(format!("none ({without})"));
    }
    let whole = whole.map_or("the page itself has none".to_owned(), |whole| format!("the page says {whole}"));
    Some(format!("markings are mixed: {}; {whole}", told.join(", ")))
}

#[cfg(test)]
mod tests {
    use entente_ingest::{Settings, Source, ingest};

    fn mix(texts: &[&str], marking: Option<&str>) -> Option<String> {
        let sources: Vec<Source> = (0..)
            .zip(texts)
            .map(|(n, text)| Source { file: format!("{n}.txt"), bytes: text.as_bytes().to_vec() })
            .collect();
        super::describe_mix(&ingest(&sources, &Settings { marking: marking.map(str::to_owned), ..Settings::default() }))
    }

    #[test]
    fn a_mix_is_told_and_one_marking_is_not() {
        let (amber, green, plain) =
            ("TLP:AMBER\n\nThe ports are safe.\n", "TLP:GREEN\n\nThe ports are open.\n", "The ports are closed.\n");
        for (texts, marking, expected) in [
            (&[plain][..], None, None),
            (&[plain], Some("INTERNAL"), None),
            (&[amber], None, None),
            (&[amber, plain], Some("TLP:AMBER"), None),
            (&[amber, plain], None, Some("markings are mixed: TLP:AMBER (1), none (1); the page itself has none")),
            (&[amber], Some("INTERNAL"), Some("markings are mixed: TLP:AMBER (1); the page says INTERNAL")),
            (
                &[amber, green, amber],
                Some("TLP:AMBER"),
                Some("markings are mixed: TLP:AMBER (2), TLP:GREEN (1); the page says TLP:AMBER"),
            ),
        ] {
            assert_eq!(mix(texts, marking).as_deref(), expected, "{texts:?}");
        }
    }
}
