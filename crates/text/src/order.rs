//! Sorting with one copy of the sorting code.
//!
//! In: a list and how two of its items compare. Out: the sorted list; equal items keep their order.
//! The standard sort is compiled for each type of item again, and so is collecting into a `BTreeSet` or a `BTreeMap`, which
//! sorts first. Each copy takes some 4 KB in a page that is sent by mail.
//!
//! Numbers are sorted by the standard `sort_unstable`: equal numbers have no order to keep, and the few types of numbers give
//! few copies. Everything else in the crates that the page and the readers contain is sorted here.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The order of `0..len` under `by`; equals keep theirs.
#[must_use]
pub fn permutation(len: usize, by: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|a, b| by(*a, *b));
    order
}

/// Sorts `list`; equals keep their order.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts `list`; equals keep their order.
pub fn sort_by<T>(list: &mut [T], by: impl Fn(&T, &T) -> Ordering) {
    let order = permutation(list.len(), &|a, b| by(&list[a], &list[b]));
    rearrange(list, order);
}

/// Sorts `list` by a key, which is made once for each item; equals keep their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = list.iter().map(key).collect();
    let order = permutation(list.len(), &|a, b| keys[a].cmp(&keys[b]));
    rearrange(list, order);
}

/// Moves the item at `order[n]` to the place `n`, for each `n`. `order` contains each place of `list` once.
fn rearrange<T>(list: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        // Each place takes the item of the next one, until the circle is closed.
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

/// The set of `items`.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut out = BTreeSet::new();
    for item in items {
        out.insert(item);
    }
    out
}

/// The map of `items`; of equal keys the last has its value.
pub fn map<K: Ord, V>(items: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut out = BTreeMap::new();
    for (key, value) in items {
        out.insert(key, value);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{map, set, sort, sort_by, sort_by_key};

    #[test]
    fn equals_keep_their_order() {
        let mut list = vec![(2, "a"), (1, "b"), (2, "c"), (1, "d")];
        sort_by_key(&mut list, |(n, _)| *n);
        assert_eq!(list, [(1, "b"), (1, "d"), (2, "a"), (2, "c")]);
        sort_by(&mut list, |a, b| b.0.cmp(&a.0));
        assert_eq!(list, [(2, "a"), (2, "c"), (1, "b"), (1, "d")]);
    }

    #[test]
    fn the_order_is_that_of_the_standard_sort() {
        for count in [0_u32, 1, 2, 3, 50] {
            let list: Vec<u32> = (0..count).map(|n| n * n * 7 % 23).collect();
            let (mut ours, mut standard) = (list.clone(), list);
            sort(&mut ours);
            standard.sort();
            assert_eq!(ours, standard);
        }
    }

    #[test]
    fn the_last_value_of_a_key_stays() {
        let pairs = [("b", 1), ("a", 2), ("b", 3)];
        assert_eq!(map(pairs).into_iter().collect::<Vec<_>>(), [("a", 2), ("b", 3)]);
        assert_eq!(set(pairs.map(|(key, _)| key)).into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
