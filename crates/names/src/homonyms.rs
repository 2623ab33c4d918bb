//! Two entities of one name, distinguished by what else their documents name.
//!
//! In: what was found in a document, and its words. Out: the same without the countries that are something else there.

use std::collections::BTreeSet;

use entente_corpus::{Body, EntityKind};
use entente_text::order;
use entente_text::words::words;

use super::mention_table::MentionTable;

/// A country that bears the name of something else.
struct Homonym {
    code: &'static str,
    /// Its bare name, folded: other names of the country are only its own.
    name: &'static str,
    /// Words beside which it is the country.
    country: &'static [&'static str],
    /// Words beside which, and without any of those, it is not.
    other: &'static [&'static str],
}

/// Georgia is a state of the Caucasus and one of the United States.
const HOMONYMS: &[Homonym] = &[Homonym {
    code: "GE",
    name: "georgia",
    country: &[
        "abkhazia",
        "armenia",
        "azerbaijan",
        "batumi",
        "caucasus",
        "georgian",
        "georgians",
        "moldova",
        "ossetia",
        "tbilisi",
    ],
    other: &[
        "alabama",
        "atlanta",
        "augusta",
        "carolina",
        "counties",
        "county",
        "florida",
        "louisiana",
        "savannah",
        "tennessee",
    ],
}];

/// Takes the countries out that a document means something else by.
pub(crate) fn apart(sheet: &mut MentionTable, body: &Body) {
    for homonym in HOMONYMS {
        let is_it =
            |key: &super::candidate::Key| key.kind == EntityKind::Country && key.known && key.name == homonym.code;
        if !sheet.found.iter().any(|found| is_it(&found.key)) {
            continue;
        }
        let printed: BTreeSet<String> = order::set(words(&body.text).into_iter().map(|word| word.folded));
        let has = |list: &[&str]| list.iter().any(|word| printed.contains(*word));
        if has(homonym.country) || !has(homonym.other) {
            continue;
        }
        sheet.found.retain(|found| !(is_it(&found.key) && entente_text::fold::fold(&found.surface) == homonym.name));
        for found in &mut sheet.found {
            found.within.take_if(|within| is_it(within));
        }
    }
}
