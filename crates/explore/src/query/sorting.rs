//! The order of a list: columns, each rising or falling.

use std::fmt;

use crate::models::results::Sort;

/// Columns that some list can be sorted by, as links write them. `relevance` is a list's own order.
const COLUMNS: &[&str] = &[
    "amount",
    "bytes",
    "date",
    "differ",
    "document",
    "documents",
    "first",
    "kind",
    "language",
    "last",
    "level",
    "mentions",
    "name",
    "number",
    "passages",
    "payer",
    "place",
    "publisher",
    "purpose",
    "receiver",
    "relevance",
    "score",
    "speaker",
    "stands-for",
    "status",
    "to",
    "topic",
    "unit",
    "verb",
    "with",
    "words",
];
/// Other words for a column: its names in the export tables, and words of links that earlier versions wrote.
const ALIASES: &[(&str, &str)] = &[
    ("acronym", "name"),
    ("best", "relevance"),
    ("counterparts", "with"),
    ("date_start", "date"),
    ("detail", "words"),
    ("difference_kind", "differ"),
    ("expansion", "stands-for"),
    ("members", "number"),
    ("modality", "kind"),
    ("newest", "-date"),
    ("oldest", "date"),
    ("ordinal", "number"),
    ("participants", "with"),
    ("title", "name"),
    ("topics", "topic"),
    ("value", "amount"),
];
/// Columns that count: a third decides between rows that two leave equal.
const MAX_COLUMNS: usize = 3;

/// The order asked for: by the first column, where rows are equal in it by the second, and so on. Empty for a list's own order.
///
/// ```
/// use entente_explore::Sorting;
///
/// let sorting = Sorting::from_words("-date,name").expect("two columns");
/// assert_eq!(sorting.columns(), [("date", true), ("name", false)]);
/// assert_eq!(sorting.to_string(), "-date,name");
/// assert!(Sorting::from_words("colour").is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    columns: Vec<(&'static str, bool)>,
}

impl Sorting {
    /// The order that a parameter asks for: columns with commas between them, `-` before one that falls. `None` if a word is no
    /// column.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let mut columns: Vec<(&'static str, bool)> = Vec::new();
        for word in words.split(',') {
            let turned = |word| str::strip_prefix(word, '-').map_or((false, word), |column| (true, column));
            let (falls, word) = turned(word);
            let alias = ALIASES.iter().find(|(alias, _)| *alias == word).map(|(_, column)| turned(column));
            let (is_falling, column) = alias.unwrap_or((false, word));
            let (falls, column) = (falls != is_falling, *COLUMNS.iter().find(|known| **known == column)?);
            if columns.iter().all(|(known, _)| *known != column) && columns.len() < MAX_COLUMNS && column != "relevance"
            {
                columns.push((column, falls));
            }
        }
        Some(Self { columns })
    }

    /// The columns in their order, each with true if it falls.
    #[must_use]
    pub fn columns(&self) -> &[(&'static str, bool)] {
        &self.columns
    }

    /// True for the list's own order.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The order after the head of a column was pressed: by this column, the other way round if it was the first before. With
    /// `is_further` the columns before it stay.
    #[must_use]
    pub fn pressed(&self, column: &str, falls_first: bool, is_further: bool) -> Self {
        let Some(column) = COLUMNS.iter().find(|known| **known == column).copied() else { return self.clone() };
        let known = self.columns.iter().position(|(known, _)| *known == column);
        let falls = known.map_or(falls_first, |at| !self.columns[at].1);
        let mut columns = if is_further { self.columns.clone() } else { Vec::new() };
        match columns.iter_mut().find(|(known, _)| *known == column) {
            Some(known) => known.1 = falls,
            None => columns.push((column, falls)),
        }
        columns.truncate(MAX_COLUMNS);
        Self { columns }
    }

    /// The order of a search's results.
    #[must_use]
    pub fn of_results(&self) -> Sort {
        match self.columns.first() {
            Some(("date", true)) => Sort::Newest,
            Some(("date", false)) => Sort::Oldest,
            // "place" is what earlier versions wrote.
            Some(("document" | "place", _)) => Sort::Place,
            _ => Sort::Best,
        }
    }

    /// The order of a search's results, as links write it.
    #[must_use]
    pub fn from_results(sort: Sort) -> Self {
        Self::from_words(sort.as_str()).unwrap_or_default()
    }
}

impl fmt::Display for Sorting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, (column, falls)) in self.columns.iter().enumerate() {
            write!(f, "{}{}{column}", if n > 0 { "," } else { "" }, if *falls { "-" } else { "" })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{ALIASES, COLUMNS, Sort, Sorting};

    #[test]
    fn orders_are_read_and_written_and_former_words_still_work() {
        assert!(COLUMNS.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
        assert!(ALIASES.windows(2).all(|pair| pair[0].0 < pair[1].0), "in order, each once");
        assert!(ALIASES.iter().all(|(alias, _)| !COLUMNS.contains(alias)));
        assert_eq!(Sorting::from_words("place").map(|sorting| sorting.of_results()), Some(Sort::Place));
        for (from, to) in [
            ("-date", "-date"),
            ("date,-name", "date,-name"),
            ("newest", "-date"),
            ("oldest", "date"),
            ("-newest", "date"),
            ("place", "place"),
            ("-title,bytes", "-name,bytes"),
            ("best", ""),
            ("relevance", ""),
            ("date,date,-date", "date"),
            ("date,name,kind,with", "date,name,kind"),
        ] {
            assert_eq!(Sorting::from_words(from).expect("columns").to_string(), to, "{from}");
        }
        for wrong in ["", "colour", "date,", "--date", "date,colour"] {
            assert_eq!(Sorting::from_words(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_head_sorts_turns_round_and_is_added() {
        let none = Sorting::default();
        let date = none.pressed("date", true, false);
        assert_eq!(date.to_string(), "-date");
        assert_eq!(date.pressed("date", true, false).to_string(), "date");
        assert_eq!(date.pressed("name", false, false).to_string(), "name");
        let both = date.pressed("name", false, true);
        assert_eq!(both.to_string(), "-date,name");
        assert_eq!(both.pressed("name", false, true).to_string(), "-date,-name");
        assert_eq!(both.pressed("colour", false, true), both);
    }
}
