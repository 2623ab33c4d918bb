//! How many persons' contact details a file of documents carries.
//!
//! In: a corpus. Out: a number to tell before the file is sent. It counts what the notes on personal data found,
//! masked places aside.

use std::collections::BTreeSet;

use entente_corpus::{AnomalyKind, Corpus};

/// Details further apart than this many passages are another person's.
const NEAR: u32 = 3;

/// Persons whose telephone, fax, e-mail or name as a contact is printed. Details that stand together are one
/// person's, unless two names or two addresses stand there; the same name or address elsewhere is the same person's.
#[must_use]
pub fn persons(corpus: &Corpus) -> usize {
    let mut count = 0;
    let mut known: BTreeSet<String> = BTreeSet::new();
    for body in &corpus.bodies {
        let mut group = Group::default();
        let mut last: Option<u32> = None;
        for note in &body.anomalies {
            if note.kind != AnomalyKind::PersonalData || note.rule == "redacted" {
                continue;
            }
            if last.zip(note.passage).is_some_and(|(last, at)| at.abs_diff(last) > NEAR) {
                count += std::mem::take(&mut group).persons(&mut known);
            }
            last = note.passage.or(last);
            let words = note.span.of(&body.text).split_whitespace().collect::<String>().to_lowercase();
            match note.rule.as_str() {
                "contact-person" => group.names.insert(words),
                "e-mail-address" => group.addresses.insert(words),
                _ => group.numbers.insert(words),
            };
        }
        count += group.persons(&mut known);
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
    /// How many persons' they are that are not `known`.
    fn persons(self, known: &mut BTreeSet<String>) -> usize {
        let mut new = |list: BTreeSet<String>| list.into_iter().filter(|words| known.insert(words.clone())).count();
        let (any, names) = (!self.names.is_empty() || !self.addresses.is_empty(), new(self.names));
        let addresses = new(self.addresses);
        let numbers = new(self.numbers);
        // Numbers alone say only that somebody can be called.
        names.max(addresses).max(usize::from(!any && numbers > 0))
    }
}
