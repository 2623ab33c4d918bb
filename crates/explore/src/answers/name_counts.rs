//! Names with counts: in order, and no more of a kind than there is room for.

use std::collections::BTreeMap;

use entente_text::order::sort_by;

use crate::models::facts::NameRef;

/// The first `limit` names of each kind.
pub(crate) fn first_of_each_kind(names: Vec<(NameRef, usize)>, limit: usize) -> Vec<(NameRef, usize)> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for (name, count) in names {
        let known = counts.entry(name.kind).or_default();
        if *known < limit {
            *known += 1;
            out.push((name, count));
        }
    }
    out
}

/// Names with counts, most first.
pub(crate) fn most(counts: BTreeMap<u32, usize>, name: impl Fn(u32) -> Option<NameRef>) -> Vec<(NameRef, usize)> {
    let mut list: Vec<(NameRef, usize)> =
        counts.into_iter().filter_map(|(at, count)| Some((name(at)?, count))).collect();
    sort_by(&mut list, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    list
}
