//! The values of each axis with their counts, as a panel of filters shows them.

use std::collections::BTreeSet;

use entente_text::fold::fold;
use entente_text::order::{set, sort_by};

use super::labels::tell_apart;
use crate::desk::Desk;
use crate::desk::dates::days;
use crate::models::listing::{FacetGroup, FacetValue};
use crate::query::{Axis, Filter};

/// Values listed of an axis: those with the highest counts. Chosen values are listed as well, unless other words are looked for.
const MAX_VALUES: usize = 100;

/// The groups of all axes that are offered; `counts` has a count for each value.
pub(crate) fn facet_groups(desk: &Desk, counts: &[u32], filter: &Filter) -> Vec<FacetGroup> {
    facet_groups_up_to(desk, counts, filter, MAX_VALUES)
}

/// The same with at most `most` values a group.
pub(crate) fn facet_groups_up_to(desk: &Desk, counts: &[u32], filter: &Filter, most: usize) -> Vec<FacetGroup> {
    // Of the facts of passages, only statements are offered. Other axes and the dates are shown while the query filters by them.
    let offered = |axis: &Axis| {
        let quiet = axis.is_date() || (Axis::OF_FACTS.contains(axis) && *axis != Axis::Modality);
        !quiet || filter.wanted(*axis).len() + filter.unwanted(*axis).len() > 0
    };
    let axes = Axis::SHARED.iter().chain(Axis::OF_FACTS).copied().filter(offered);
    axes.map(|axis| facet_group(desk, axis, counts, filter, most)).collect()
}

fn facet_group(desk: &Desk, axis: Axis, counts: &[u32], filter: &Filter, most: usize) -> FacetGroup {
    let (values, wanted, unwanted) = (&desk.values, filter.wanted(axis), filter.unwanted(axis));
    let has = |list: &[String], id: &str| list.binary_search_by(|known| known.as_str().cmp(id)).is_ok();
    let value = |id: &str, label: &str, count: u32, known: bool| FacetValue {
        id: id.to_owned(),
        label: label.to_owned(),
        count: count as usize,
        chosen: has(wanted, id),
        excluded: has(unwanted, id),
        known,
    };
    let all = values.range(axis);
    let listed = looked_for(desk, axis, filter);
    let is_listed = |at: &usize| listed.as_ref().is_none_or(|listed| listed.contains(at));
    // Of thousands of values few have a count; those without follow, as far as there is room.
    let mut numbers: Vec<usize> = all.clone().filter(|at| counts[*at] > 0 && is_listed(at)).collect();
    if numbers.len() > most {
        numbers.select_nth_unstable_by_key(most, |at| (u32::MAX - counts[*at], *at));
        numbers.truncate(most);
    }
    let room = most - numbers.len();
    numbers.extend(all.clone().filter(|at| counts[*at] == 0 && is_listed(at)).take(room));
    sort_by(&mut numbers, |a, b| {
        let label = |at: &usize| values.all[*at].label.as_str();
        counts[*b].cmp(&counts[*a]).then_with(|| label(a).cmp(label(b)))
    });
    for at in wanted.iter().chain(unwanted).filter_map(|id| values.find(axis, id)).map(|at| at as usize) {
        if !numbers.contains(&at) && is_listed(&at) {
            numbers.push(at);
        }
    }
    let mut out: Vec<FacetValue> = numbers
        .iter()
        .map(|at| (&values.all[*at], counts[*at]))
        .map(|(known, count)| value(&known.id, &known.label, count, true))
        .collect();
    for id in wanted.iter().chain(unwanted).filter(|id| listed.is_none() && values.find(axis, id).is_none()) {
        if out.iter().all(|known| known.id != *id) {
            out.push(value(id, id, 0, axis.is_date() && days(id).is_some()));
        }
    }
    tell_apart(desk, axis, &mut out);
    FacetGroup { axis, of: all.len(), values: out }
}

/// The values that the words in an axis's own search field find, by label or by any form of a name; `None` without words, or
/// if the interface has words of its own for the values.
fn looked_for(desk: &Desk, axis: Axis, filter: &Filter) -> Option<BTreeSet<usize>> {
    let words = filter.looked_for.get(&axis).filter(|words| !words.is_empty() && !axis.has_fixed_words())?;
    let all = desk.values.range(axis);
    let labelled = all.clone().filter(|at| fold(&desk.values.all[*at].label).contains(words.as_str()));
    let named = desk.name_forms().with_words(&desk.analyser, words);
    let named = named.into_iter().filter_map(|entity| desk.values.of_entity.get(entity as usize));
    let named = named.map(|at| *at as usize).filter(|at| all.contains(at));
    Some(set(labelled.chain(named)))
}
