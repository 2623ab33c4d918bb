//! The verbs by which somebody says or does something, as a table: `data/statement-verbs.tsv`, one row a verb of a language,
//! with an example in which it makes a statement and a counter-example in which it makes none; both are tests.

use std::sync::OnceLock;

use entente_corpus::{Modality, Strength};
use entente_language::Language;

use crate::lexicon::Act;

/// The table as written.
const VERBS: &str = include_str!("../../data/statement-verbs.tsv");

/// A row of the table.
#[derive(Debug)]
pub(crate) struct StatementVerb {
    /// The language of the verb.
    pub(crate) language: Language,
    /// Its base form; after "+" a word that the verb group has beside its verb: "+예정".
    pub(crate) verb: &'static str,
    /// The noun that completes it: "우려" of "우려를 표명하다". Empty where it says enough alone.
    pub(crate) object: &'static str,
    /// What kind of statement it makes.
    pub(crate) act: Act,
    /// A sentence in which it makes one.
    #[cfg(test)]
    pub(crate) example: &'static str,
    /// A sentence in which it makes none.
    #[cfg(test)]
    pub(crate) counter_example: &'static str,
}

/// All rows, in the order of the table.
pub(crate) fn statement_verbs() -> &'static [StatementVerb] {
    static TABLE: OnceLock<Vec<StatementVerb>> = OnceLock::new();
    TABLE.get_or_init(|| VERBS.lines().skip(1).filter_map(parse_row).collect())
}

fn parse_row(line: &'static str) -> Option<StatementVerb> {
    let mut columns = line.split('\t');
    let (language, verb, object) = (Language::from_tag(columns.next()?)?, columns.next()?, columns.next()?);
    let modality = Modality::from_word(columns.next()?)?;
    let strength = columns.next().and_then(Strength::from_word);
    Some(StatementVerb {
        language,
        verb,
        object,
        act: Act { modality, strength },
        #[cfg(test)]
        example: columns.next()?,
        #[cfg(test)]
        counter_example: columns.next()?,
    })
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Body, Catalogue};
    use entente_ingest::{Settings, Source, read};

    use super::{VERBS, statement_verbs};

    #[test]
    fn the_table_is_sorted_and_every_row_is_understood() {
        let keys: Vec<Vec<&str>> = VERBS.lines().skip(1).map(|line| line.split('\t').take(3).collect()).collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "{:?}", keys.windows(2).find(|pair| pair[0] >= pair[1]));
        assert_eq!(statement_verbs().len(), keys.len());
    }

    #[test]
    fn every_row_has_a_sentence_with_it_and_one_without() {
        let said = |text: &str| {
            let source = Source { file: "a.md".to_owned(), bytes: text.as_bytes().to_vec() };
            let (record, body): (_, Body) = read(&source, &Settings::default()).expect("it is text");
            let shared = crate::view::Shared::of(&Catalogue::default());
            let view = crate::view::View::of(0, &shared, &record, &body);
            let sentences = view.sentences(0);
            let found = sentences.iter().find_map(super::super::said).unwrap_or_default();
            found.into_iter().map(|said| said.act).collect::<Vec<_>>()
        };
        let mut wrong = Vec::new();
        for row in statement_verbs() {
            let (found, counter) = (said(row.example), said(row.counter_example));
            if found != [row.act] || !counter.is_empty() {
                wrong.push(format!("{} {}: {found:?}, counter {counter:?}", row.verb, row.example));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
