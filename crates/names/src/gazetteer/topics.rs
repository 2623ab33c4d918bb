//! Topics: a small taxonomy with broader and narrower concepts, in the words of SKOS.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_text::fold::fold;
use entente_text::order;

use super::phrases::Phrases;

/// One concept.
pub(crate) struct Topic {
    /// Its public name.
    pub(crate) id: &'static str,
    /// `prefLabel`, for filters: what is shown is what the documents print.
    pub(crate) label: &'static str,
    /// The concept above it.
    pub(crate) broader: Option<&'static str>,
}

/// The taxonomy of this build.
pub(crate) struct Topics {
    /// Terms to ids.
    pub(crate) phrases: Phrases<&'static str>,
    by_id: BTreeMap<&'static str, Topic>,
}

/// The taxonomy of this build.
pub(crate) static TOPICS: LazyLock<Topics> = LazyLock::new(|| {
    let mut topics = Topics { phrases: Phrases::default(), by_id: BTreeMap::new() };
    for row in include_str!("../../data/topics.tsv").lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let (Some(id), Some(label), Some(broader), Some(terms)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        for term in terms.split("; ") {
            topics.phrases.add(term, id);
        }
        let broader = Some(broader).filter(|broader| !broader.is_empty());
        topics.by_id.insert(id, Topic { id, label, broader });
    }
    topics
});

impl Topics {
    /// The concept with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Topic> {
        self.by_id.get(id)
    }

    /// The concepts above `id`, nearest first.
    pub(crate) fn above(&self, id: &str) -> Vec<&'static str> {
        let mut out = Vec::new();
        let mut at = self.get(id).and_then(|topic| topic.broader);
        while let Some(broader) = at {
            // A circle in the table would never end.
            if out.contains(&broader) {
                break;
            }
            out.push(broader);
            at = self.get(broader).and_then(|topic| topic.broader);
        }
        out
    }
}

impl Topic {
    /// Everything by which a filter may call the topic.
    pub(crate) fn known_as(&self) -> Vec<String> {
        // Its terms are what it is found by; those that a document prints are its forms.
        let mut known = vec![fold(self.label), self.id.to_owned()];
        order::sort(&mut known);
        known.dedup();
        known
    }
}

#[cfg(test)]
mod tests {
    use super::TOPICS;
    use crate::gazetteer::countries::COUNTRIES;

    #[test]
    fn the_taxonomy_holds_together() {
        assert!(TOPICS.by_id.len() > 80);
        for topic in TOPICS.by_id.values() {
            if let Some(broader) = topic.broader {
                assert!(TOPICS.get(broader).is_some(), "{} lies below {broader}, which is not there", topic.id);
            }
            assert!(!TOPICS.above(topic.id).contains(&topic.id), "{} lies below itself", topic.id);
            assert!(!COUNTRIES.is_code(topic.id), "{} is a country's", topic.id);
        }
    }
}
