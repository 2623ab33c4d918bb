//! Names with counts: in order, and no more of a kind than there is room for.

use std::collections::BTreeMap;

use entente_text::order::sort_by;

use crate::models::facts::NameRef;

/// A name and how often.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedName {
    /// The name.
    pub name: NameRef,
    /// How many there are of what its list counts, mostly passages.
    pub count: usize,
}

/// The first `limit` names of each kind.
pub(crate) fn first_of_each_kind(names: Vec<CountedName>, limit: usize) -> Vec<CountedName> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for found in names {
        let known = counts.entry(found.name.kind).or_default();
        if *known < limit {
            *known += 1;
            out.push(found);
        }
    }
    out
}

/// Names with counts, most first.
pub(crate) fn most(counts: BTreeMap<u32, usize>, name: impl Fn(u32) -> Option<NameRef>) -> Vec<CountedName> {
    let mut list: Vec<CountedName> =
        counts.into_iter().filter_map(|(at, count)| Some(CountedName { name: name(at)?, count })).collect();
    sort_by(&mut list, |a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    list
}
