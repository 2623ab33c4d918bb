//! Which of several readings of the same words stands: the longest.
//!
//! In: everything found in a passage. Out: names that do not overlap, in order; topics may overlap names,
//! and a pair's countries stay inside the name of what they do together ("Korea-Singapore Dialogue").

use std::cmp::Reverse;

use entente_corpus::EntityKind;
use entente_text::order;

use super::candidate::Candidate;

/// Keeps the longest of those that overlap; of equals the one that was found first.
pub(crate) fn longest(found: Vec<Candidate>) -> Vec<Candidate> {
    let (mut out, mut rivals): (Vec<Candidate>, Vec<Candidate>) =
        found.into_iter().partition(|found| found.key.kind == EntityKind::Topic);
    // From the left: what begins first and is longest goes first, and later ones must begin after it.
    order::sort_by_key(&mut rivals, |found| (found.range.start, Reverse(found.range.end)));
    let mut kept: Vec<Candidate> = Vec::new();
    for found in rivals {
        match kept.last() {
            Some(last) if found.range.start < last.range.end => {
                let longer = found.range.len() > last.range.len();
                if stands_inside(&found, last) {
                    out.push(found);
                } else if longer {
                    kept.pop();
                    kept.push(found);
                }
            }
            _ => kept.push(found),
        }
    }
    out.extend(kept);
    order::sort_by_key(&mut out, |found| (found.range.start, Reverse(found.range.end), found.key.kind));
    out
}

/// True for one party in the name of what several do together.
fn stands_inside(inner: &Candidate, outer: &Candidate) -> bool {
    let joint = matches!(
        outer.key.kind,
        EntityKind::Forum | EntityKind::Instrument | EntityKind::Operation | EntityKind::System
    );
    let between = outer.rule == "instrument-between"
        && matches!(
            inner.key.kind,
            EntityKind::Country
                | EntityKind::Bloc
                | EntityKind::Agency
                | EntityKind::Organisation
                | EntityKind::Company
        );
    let party = between
        || inner.rule == "country-in-pair"
        || outer
            .key
            .name
            .split_once('|')
            .is_some_and(|(parties, _)| parties.split('+').any(|party| party == inner.key.name));
    joint && party && inner.range.end <= outer.range.end
}
