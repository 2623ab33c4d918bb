//! Counts the persons whose contact details are printed in the documents.
//!
//! In: a corpus. Out: a number that the sender should know. It counts the notes on personal data, without those on masked
//! places.

use std::collections::BTreeSet;

use entente_corpus::{AnomalyKind, Corpus};

/// Details that are more than this many passages apart belong to different persons.
const MAX_PASSAGES_APART: u32 = 3;

/// The number of persons whose telephone number, fax number, e-mail address or name as a contact is printed. Details that stand
/// together belong to one person, unless there are two names or two addresses among them. The same name or address elsewhere
/// belongs to the same person.
#[must_use]
pub fn count_persons(corpus: &Corpus) -> usize {
    let mut count = 0;
    let mut known: BTreeSet<String> = BTreeSet::new();
    for body in corpus.bodies.iter().flatten() {
        let mut group = Group::default();
        let mut last: Option<u32> = None;
        for note in &body.anomalies {
            if note.kind != AnomalyKind::PersonalData || note.rule == "redacted" {
                continue;
            }
            if last.zip(note.passage).is_some_and(|(last, at)| at.abs_diff(last) > MAX_PASSAGES_APART) {
                count += std::mem::take(&mut group).count_new_persons(&mut known);
            }
            last = note.passage.or(last);
            let words = note.span.of(&body.text).split_whitespace().collect::<String>().to_lowercase();
            match note.rule.as_str() {
                "contact-person" => group.names.insert(words),
                "e-mail-address" => group.addresses.insert(words),
                _ => group.numbers.insert(words),
            };
        }
        count += group.count_new_persons(&mut known);
    }
    count
}

/// Details that stand together.
#[derive(Debug, Default)]
struct Group {
    names: BTreeSet<String>,
    addresses: BTreeSet<String>,
    numbers: BTreeSet<String>,
}

impl Group {
    /// The number of persons that the details belong to and that are not in `known` yet. Adds them to `known`.
    fn count_new_persons(self, known: &mut BTreeSet<String>) -> usize {
        let mut new = |list: BTreeSet<String>| list.into_iter().filter(|words| known.insert(words.clone())).count();
        let (any, names) = (!self.names.is_empty() || !self.addresses.is_empty(), new(self.names));
        let addresses = new(self.addresses);
        let numbers = new(self.numbers);
        // Numbers alone say only that somebody can be called.
        names.max(addresses).max(usize::from(!any && numbers > 0))
    }
}
