//! Words with a letter or two wrong.

/// How many wrong letters a word of this many letters may have: none below five, one below nine, else two.
#[must_use]
pub fn allowance(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

/// Edits between `a` and `b` (a letter more, less, other, or two neighbours changed over), or `None` beyond `most`.
/// Optimal string alignment (Damerau 1964, restricted).
#[must_use]
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        if row.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn edits_are_counted() {
        assert_eq!(distance("consultation", "cosultation", 2), Some(1));
        assert_eq!(distance("piracy", "pircay", 1), Some(1));
        assert_eq!(distance("cyber", "cyber", 0), Some(0));
        assert_eq!(distance("korea", "russia", 2), None);
    }
}
