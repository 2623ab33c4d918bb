//! Countries that bear the name of something else: Georgia is a state of the Caucasus and one of the United States.
//!
//! In: the mentions in a document, and its words. Out: the same without the countries that are something else there.

use entente_corpus::{Body, EntityKind};
use entente_text::fold::{fold, fold_word};
use entente_text::words::each_word;

use super::candidate::Key;
use super::mention_table::MentionTable;

/// A row of `homonyms.tsv`: words that show what a name means.
struct Row {
    code: &'static str,
    /// The bare name, folded. The country's other names are only its own.
    name: &'static str,
    /// True if the words show the country, false if they show something else.
    is_country: bool,
    words: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = include_str!("../data/homonyms.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        let (code, name, meaning, words) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        Some(Row { code, name, is_country: meaning == "country", words })
    })
}

/// Removes the mentions of countries whose name means something else in the document: words of the other meaning occur, and none of
/// the country's.
pub(crate) fn remove_other_meanings(table: &mut MentionTable, body: &Body) {
    for row in rows().filter(|row| !row.is_country) {
        let is_country = |key: &Key| key.kind == EntityKind::Country && key.known && key.name == row.code;
        if !table.mentions.iter().any(|mention| is_country(&mention.key)) {
            continue;
        }
        let country = rows().find(|other| other.is_country && other.code == row.code).map_or("", |row| row.words);
        if !means_other(country, row.words, &body.text) {
            continue;
        }
        table.mentions.retain(|mention| !is_country(&mention.key) || fold(&mention.surface) != row.name);
        for mention in &mut table.mentions {
            mention.within.take_if(|within| is_country(within));
        }
    }
}

/// True if `text` has one of the words in `other`, and none of those in `country`.
fn means_other(country: &str, other: &str, text: &str) -> bool {
    let is_one_of = |words: &str, word: &str| words.split(' ').any(|known| known == word);
    let (mut has_country, mut has_other) = (false, false);
    each_word(text, |start, end| {
        if !has_country {
            let word = fold_word(&text[start..end]);
            has_country = is_one_of(country, &word);
            has_other |= is_one_of(other, &word);
        }
    });
    has_other && !has_country
}
