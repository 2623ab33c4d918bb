//! Which facts are drawn.

use std::collections::BTreeMap;

use super::{Fact, KINDS};

/// A drawn fact, and how many facts of its kind there are in all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The fact.
    pub fact: Fact,
    /// Facts of its kind, drawn or not.
    pub of: usize,
}

/// Draws `count` facts, as many of each kind as of the others. A kind with fewer gives all it has. The same seed draws
/// the same facts from the same documents; a fact keeps its rank if other facts come or go, so that two versions of the
/// reader are judged by largely the same sheet.
#[must_use]
pub fn draw(facts: &[Fact], count: usize, seed: u64) -> Vec<Drawn> {
    let mut strata: BTreeMap<&str, Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        strata.entry(fact.kind).or_default().push(fact);
    }
    for stratum in strata.values_mut() {
        stratum.sort_by_cached_key(|fact| (rank(fact, seed), fact.place.clone(), fact.claim.clone()));
    }
    let sizes: Vec<usize> = KINDS.iter().map(|kind| strata.get(kind.name).map_or(0, Vec::len)).collect();
    let mut out = Vec::new();
    for (kind, quota) in KINDS.iter().zip(quotas(&sizes, count)) {
        let Some(stratum) = strata.get(kind.name) else { continue };
        let drawn = stratum.iter().take(quota).map(|fact| Drawn { fact: (*fact).clone(), of: stratum.len() });
        out.extend(drawn);
    }
    out
}

/// How many to take of each stratum: one after the other, until `count` are taken or none is left.
fn quotas(sizes: &[usize], count: usize) -> Vec<usize> {
    let mut quotas = vec![0; sizes.len()];
    let mut left = count.min(sizes.iter().sum());
    while left > 0 {
        for (quota, size) in quotas.iter_mut().zip(sizes) {
            if *quota < *size && left > 0 {
                *quota += 1;
                left -= 1;
            }
        }
    }
    quotas
}

/// A number that depends on the fact and the seed alone: FNV-1a over its words, then the finalizer of SplitMix64
/// (Steele, Lea and Flood 2014), so that close seeds give unlike orders.
fn rank(fact: &Fact, seed: u64) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for byte in [fact.kind, &fact.place, &fact.claim].into_iter().flat_map(|part| part.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::{draw, quotas};
    use crate::audit::Fact;

    fn made_up(count: usize) -> Vec<Fact> {
        let fact = |n: usize| Fact {
            kind: if n.is_multiple_of(10) { "amount value" } else { "engagement" },
            claim: format!("claim {n}"),
            place: format!("a.txt:{n}"),
            quote: String::new(),
            sentence: String::new(),
        };
        (0..count).map(fact).collect()
    }

    #[test]
    fn strata_are_filled_evenly_and_small_ones_give_all() {
        assert_eq!(quotas(&[10, 2, 0, 10], 12), [5, 2, 0, 5]);
        assert_eq!(quotas(&[1, 1], 200), [1, 1]);
        assert_eq!(quotas(&[], 5), Vec::<usize>::new());
    }

    #[test]
    fn a_seed_draws_the_same_and_another_seed_others() {
        let facts = made_up(100);
        let claims = |seed| draw(&facts, 20, seed).into_iter().map(|drawn| drawn.fact.claim).collect::<Vec<_>>();
        assert_eq!(claims(7), claims(7));
        assert_ne!(claims(7), claims(8));
        let amounts = draw(&facts, 20, 7).iter().filter(|drawn| drawn.fact.kind == "amount value").count();
        assert_eq!(amounts, 10);
    }

    #[test]
    fn facts_keep_their_rank_when_others_go() {
        let facts = made_up(100);
        let fewer: Vec<Fact> = facts.iter().filter(|fact| !fact.claim.ends_with('3')).cloned().collect();
        let claims = |facts: &[Fact]| draw(facts, 20, 7).into_iter().map(|drawn| drawn.fact.claim).collect::<Vec<_>>();
        let (all, some) = (claims(&facts), claims(&fewer));
        assert!(all.iter().filter(|claim| !claim.ends_with('3')).all(|claim| some.contains(claim)));
    }
}
