//! The facts that a corpus displays, from its exported tables.

use std::collections::BTreeMap;

use entente_corpus::Corpus;
use entente_tables::{Table, table};
use entente_text::sentence::sentences;

use crate::rows::{Item, rows};
use crate::wording::Wording;

/// A kind of fact: its table, and the columns that are shown.
#[derive(Debug)]
pub struct Kind {
    /// Its name in the sheet.
    pub name: &'static str,
    /// The table.
    table: &'static str,
    /// Columns that say what the fact is about.
    subject: &'static [&'static str],
    /// Columns that are claimed. The fact exists if one of them is filled.
    claim: &'static [&'static str],
    /// A column and the value that it must have.
    only: Option<(&'static str, &'static str)>,
}

const fn kind(
    name: &'static str,
    table: &'static str,
    subject: &'static [&'static str],
    claim: &'static [&'static str],
    only: Option<(&'static str, &'static str)>,
) -> Kind {
    Kind { name, table, subject, claim, only }
}

/// What a slot shows if it is not known.
const UNKNOWN: &str = "unknown";
/// Stands for the beginning of a period that has an end alone.
const OPEN_START: &str = ".. ";
const ENGAGEMENT: &[&str] = &["name"];
const STATEMENT: &[&str] = &["modality", "verb"];
const AMOUNT: &[&str] = &["value", "value_max", "unit", "sign"];
const PERSON: Option<(&str, &str)> = Some(("kind", "person"));

/// All kinds, in the order of the sheet.
pub const KINDS: &[Kind] = &[
    kind("engagement", "engagements", ENGAGEMENT, &["kind"], None),
    kind("engagement date", "engagements", ENGAGEMENT, &["date_start", "date_end", "date_basis"], None),
    kind("engagement place", "engagements", ENGAGEMENT, &["place"], None),
    kind("engagement participants", "engagements", ENGAGEMENT, &["participants"], None),
    kind("engagement status", "engagements", ENGAGEMENT, &["status"], None),
    kind("engagement level", "engagements", ENGAGEMENT, &["level"], None),
    kind("statement modality", "statements", &["verb"], &["modality"], None),
    kind("statement speaker", "statements", STATEMENT, &["speaker"], None),
    kind("statement actor", "statements", STATEMENT, &["actor"], None),
    kind("statement counterparts", "statements", STATEMENT, &["counterparts"], None),
    kind("statement period", "statements", STATEMENT, &["period_start", "period_end"], None),
    kind("amount value", "amounts", &[], AMOUNT, None),
    kind("amount payer", "amounts", AMOUNT, &["payer"], None),
    kind("amount receiver", "amounts", AMOUNT, &["receiver"], None),
    kind("amount status", "amounts", AMOUNT, &["status"], None),
    kind("person role", "mentions", &["name"], &["role"], PERSON),
    kind("person affiliation", "mentions", &["name"], &["affiliation"], PERSON),
    kind("acronym expansion", "acronyms", &["acronym"], &["expansion"], None),
    kind("citation", "links", &["from_file"], &["to", "to_file", "why"], Some(("kind", "cites"))),
];

/// A fact as it is shown: its columns, its place, and the words that are its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Name of its kind.
    pub kind: &'static str,
    /// What is claimed: what it is about, an arrow, and the value.
    pub claim: String,
    /// `FILE:LINE` or `FILE:LINE-LINE`.
    pub place: String,
    /// The quote, white space folded.
    pub quote: String,
    /// The sentences of the passage that contain the quote.
    pub sentence: String,
}

/// All displayed facts of a corpus, by kind. `folder` stands before the names of files.
#[must_use]
pub fn facts(corpus: &Corpus, folder: &str) -> Vec<Fact> {
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for name in KINDS.iter().map(|kind| kind.table).chain(["passages"]) {
        tables.entry(name).or_insert_with(|| table(corpus, name).unwrap_or_default());
    }
    let passages: BTreeMap<String, String> = tables
        .get("passages")
        .into_iter()
        .flat_map(rows)
        .filter_map(|row| Some((row.text("id")?, row.text("text")?)))
        .collect();
    let mut out = Vec::new();
    for kind in KINDS {
        let rows = tables.get(kind.table).into_iter().flat_map(rows);
        out.extend(rows.filter_map(|row| fact(kind, row, folder, &passages)));
    }
    out
}

fn fact(kind: &Kind, row: Item, folder: &str, passages: &BTreeMap<String, String>) -> Option<Fact> {
    if kind.only.is_some_and(|(column, value)| row.text(column).as_deref() != Some(value)) {
        return None;
    }
    let words = |columns: &[&str]| columns.iter().filter_map(|column| row.text(column)).collect::<Vec<_>>().join(" ");
    let (subject, mut value) = (words(kind.subject), words(kind.claim));
    if value.is_empty() || value == UNKNOWN {
        return None;
    }
    if row.text(kind.claim.first()?).is_none() {
        value.insert_str(0, OPEN_START);
    }
    let claim = if subject.is_empty() { value } else { format!("{subject} → {value}") };
    let quote = fold_spaces(&row.text("quote").unwrap_or_default());
    // A link has no quote of its own: its first end may be a passage.
    let passage = row.text("passage").or_else(|| row.text("from")).and_then(|id| passages.get(&id));
    let sentence = passage.map_or_else(String::new, |text| sentence_of(text, &quote));
    Some(Fact { kind: kind.name, claim: fold_spaces(&claim), place: place(row, folder), quote, sentence })
}

fn place(row: Item, folder: &str) -> String {
    let file = row.text("file").or_else(|| row.text("from_file")).unwrap_or_default();
    let start = row.text("line_start").or_else(|| row.text("from_line"));
    let end = row.text("line_end").filter(|end| Some(end) != start.as_ref());
    let folder = folder.trim_end_matches('/');
    let mut out = if folder.is_empty() { file } else { format!("{folder}/{file}") };
    for (mark, line) in [(':', start), ('-', end)] {
        if let Some(line) = line {
            out.push(mark);
            out.push_str(&line);
        }
    }
    out
}

/// The sentences of a passage that share words with the quote. The whole passage if no sentence does.
fn sentence_of(passage: &str, quote: &str) -> String {
    let wanted = Wording::of(quote);
    let all: Vec<&str> = sentences(passage).into_iter().filter_map(|range| passage.get(range)).collect();
    let found: Vec<&str> = all.into_iter().filter(|sentence| Wording::of(sentence).agrees(&wanted)).collect();
    if found.is_empty() { fold_spaces(passage) } else { fold_spaces(&found.join(" ")) }
}

fn fold_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::sentence_of;

    #[test]
    fn a_quote_is_shown_in_its_sentence() {
        let passage = "We met in May. The two sides agreed to hold a **third** round. It rained.";
        for (quote, wanted) in [
            ("agreed to hold a third round", "The two sides agreed to hold a **third** round."),
            (
                "We met in May. The two sides agreed to hold a **third** round.",
                "We met in May. The two sides agreed to hold a **third** round.",
            ),
            ("words of another passage", passage),
        ] {
            assert_eq!(sentence_of(passage, quote), wanted);
        }
    }
}
