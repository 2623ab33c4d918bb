//! The order of the rows of a list by the columns that a link asks for.

use entente_corpus::Fact;
use entente_text::PartialDate;
use entente_text::fold::fold;
use entente_text::order::sort_by;

use crate::desk::Desk;
use crate::query::Sorting;

/// What a row is sorted by in a column.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub(crate) enum SortKey {
    /// A count, a sum, or a date as [`date_key`] makes it.
    Number(f64),
    /// Words, folded.
    Words(String),
}

impl SortKey {
    /// The sort key of words; `None` for an empty text.
    pub(crate) fn words(words: &str) -> Option<Self> {
        Some(fold(words)).filter(|words| !words.is_empty()).map(Self::Words)
    }

    /// The key of a count.
    pub(crate) fn count(count: usize) -> Option<Self> {
        Some(Self::Number(count as f64))
    }
}

/// A number larger than that of any day.
const DAYS: f64 = 100_000_000.0;

/// The key of a fact's own date, else of its document's; `None` if neither has a known year. A year comes before its months.
pub(crate) fn date_key(desk: &Desk, document: u32, own: Option<&Fact<PartialDate>>) -> Option<SortKey> {
    let (first, last) = desk.date_of_fact(document, own);
    (first < u32::MAX).then(|| SortKey::Number(f64::from(first) * DAYS + f64::from(last).rem_euclid(DAYS)))
}

/// Sorts `order`, a list of row numbers, by the columns asked for. Rows without a value in a column come last in both
/// directions; equal rows keep their order.
pub(crate) fn sort_rows(order: &mut Vec<usize>, sorting: &Sorting, key: impl Fn(usize, &str) -> Option<SortKey>) {
    for (column, falls) in sorting.columns().iter().rev() {
        let mut keyed: Vec<(Option<SortKey>, usize)> = order.iter().map(|at| (key(*at, column), *at)).collect();
        sort_by(&mut keyed, |(one, _), (other, _)| match (one, other) {
            (Some(one), Some(other)) => {
                let order = one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal);
                if *falls { order.reverse() } else { order }
            }
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        order.clear();
        order.extend(keyed.into_iter().map(|(_, at)| at));
    }
}

#[cfg(test)]
mod tests {
    use super::{SortKey, sort_rows};
    use crate::query::Sorting;

    #[test]
    fn rows_without_a_value_come_last_and_equal_rows_keep_their_order() {
        let names = ["Busan", "", "Ányang", "Busan"];
        let sorted = |words: &str| {
            let mut order = vec![0, 1, 2, 3];
            let sorting = Sorting::from_words(words).expect("columns");
            sort_rows(&mut order, &sorting, |at, column| match column {
                "name" => SortKey::words(names[at]),
                "number" => SortKey::count(at),
                _ => None,
            });
            order
        };
        assert_eq!(sorted("name"), [2, 0, 3, 1]);
        assert_eq!(sorted("-name"), [0, 3, 2, 1]);
        assert_eq!(sorted("-name,-number"), [3, 0, 2, 1]);
        assert_eq!(sorted("kind"), [0, 1, 2, 3], "a column that the list does not have");
    }
}
