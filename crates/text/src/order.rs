//! Sorting with one copy of the sorting code.
//!
//! In: a list and how two of its items compare. Out: the sorted list; equal items keep their order.
//! The standard sort is compiled for each type of item again. Each copy takes some 7 KB in a page that is sent by mail.

use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The order of `0..len` under `by`; equals keep theirs.
#[must_use]
pub fn permutation(len: usize, by: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| by(*a, *b));
    order
}

/// Sorts `list`; equals keep their order.
pub fn sort_by<T>(list: &mut Vec<T>, by: impl Fn(&T, &T) -> Ordering) {
    let order = permutation(list.len(), &|a, b| by(&list[a], &list[b]));
    let mut items: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| items[at].take()));
}

/// Sorts `list` by a key, which is made once for each item; equals keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let order = permutation(list.len(), &|a, b| keys[a].cmp(&keys[b]));
    let mut items: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| items[at].take()));
}

/// The set of `items`. Collecting into a set would sort them first, with another copy of that code.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut out = BTreeSet::new();
    for item in items {
        out.insert(item);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{sort_by, sort_by_key};

    #[test]
    fn equals_keep_their_order() {
        let mut list = vec![(2, "a"), (1, "b"), (2, "c"), (1, "d")];
        sort_by_key(&mut list, |(n, _)| *n);
        assert_eq!(list, [(1, "b"), (1, "d"), (2, "a"), (2, "c")]);
        sort_by(&mut list, |a, b| b.0.cmp(&a.0));
        assert_eq!(list, [(2, "a"), (2, "c"), (1, "b"), (1, "d")]);
    }
}
