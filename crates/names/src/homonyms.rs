//! Two entities of one name, distinguished by what else their documents name.
//!
//! In: what was found in a document, and its words. Out: the same without the countries that are something else there.

use entente_corpus::{Body, EntityKind};
use entente_text::fold::fold_word;
use entente_text::words::each_word;

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
        if !means_other(homonym, &body.text) {
            continue;
        }
        sheet.found.retain(|found| !(is_it(&found.key) && entente_text::fold::fold(&found.surface) == homonym.name));
        for found in &mut sheet.found {
            found.within.take_if(|within| is_it(within));
        }
    }
}

/// True if `text` has words of what else the name means, and none of the country.
fn means_other(homonym: &Homonym, text: &str) -> bool {
    let (mut has_country, mut has_other) = (false, false);
    each_word(text, |start, end| {
        if !has_country {
            let word = fold_word(&text[start..end]);
            has_country = homonym.country.contains(&&*word);
            has_other |= homonym.other.contains(&&*word);
        }
    });
    has_other && !has_country
}
