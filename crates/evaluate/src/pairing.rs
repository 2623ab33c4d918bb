//! Pairs what was found with what was annotated. Each is used once.

/// Pairs of indices, annotated and found, from the best score down. `score` is `None` if the two cannot be the same.
#[must_use]
pub fn pairs(annotated: usize, found: usize, score: impl Fn(usize, usize) -> Option<f64>) -> Vec<(usize, usize)> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for a in 0..annotated {
        all.extend((0..found).filter_map(|f| Some((score(a, f)?, a, f))));
    }
    all.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let (mut used_annotated, mut used_found) = (vec![false; annotated], vec![false; found]);
    let mut out = Vec::new();
    for (_, a, f) in all {
        if !used_annotated[a] && !used_found[f] {
            (used_annotated[a], used_found[f]) = (true, true);
            out.push((a, f));
        }
    }
    out
}

/// Indices below `len` that are not among `used`.
pub fn unpaired(len: usize, used: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut is_used = vec![false; len];
    for at in used {
        if let Some(flag) = is_used.get_mut(at) {
            *flag = true;
        }
    }
    (0..len).filter(|at| !is_used[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::{pairs, unpaired};

    #[test]
    fn the_best_pair_comes_first_and_nothing_is_used_twice() {
        let scores = [[Some(1.0), Some(3.0)], [Some(2.0), Some(2.5)], [None, None]];
        let pairs = pairs(3, 2, |a, f| scores[a][f]);
        assert_eq!(pairs, [(0, 1), (1, 0)]);
        assert_eq!(unpaired(3, pairs.iter().map(|pair| pair.0)), [2]);
    }
}
