//! Which of the things found is which of those annotated, each used once.

/// Pairs of annotated and found things, best first; `score` is `None` where they cannot be the same.
pub(crate) fn pairs(
    annotated: usize,
    found: usize,
    score: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<(usize, usize)> {
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
