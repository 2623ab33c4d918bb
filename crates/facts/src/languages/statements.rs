//! The verbs by which somebody says or does something, as a table: `data/statement-verbs.tsv`, one row a verb of a language,
//! with an example in which it makes a statement and a counter-example in which it makes none in `data/examples`; both are tests.

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
    Some(StatementVerb { language, verb, object, act: Act { modality, strength } })
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Body, Catalogue};
    use entente_ingest::{Settings, Source, read};

    use super::{VERBS, statement_verbs};

    /// A sentence with and one without a statement for each row: tests alone carry them.
    const EXAMPLES: &str = include_str!("../../data/examples/statement-verbs.tsv");

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
            let readings = entente_corpus::ReadingText::all(&body);
            let view = crate::view::View::of(0, &shared, &record, &body, &readings);
            let sentences = view.sentences(0);
            let found = sentences.iter().find_map(super::super::said).unwrap_or_default();
            found.into_iter().map(|said| said.act).collect::<Vec<_>>()
        };
        let mut wrong = Vec::new();
        let keys = |table: &'static str| table.lines().map(|line| line.split('\t').take(3).collect::<Vec<_>>());
        assert!(keys(VERBS).eq(keys(EXAMPLES)), "each row has its examples, in the same order");
        for (row, line) in statement_verbs().iter().zip(EXAMPLES.lines().skip(1)) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [_, _, _, example, counter_example] = columns[..] else { panic!("five columns: {line}") };
            let (found, counter) = (said(example), said(counter_example));
            if found != [row.act] || !counter.is_empty() {
                wrong.push(format!("{} {example}: {found:?}, counter {counter:?}", row.verb));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
