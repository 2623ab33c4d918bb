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

/// The letters of a word as a set, many letters sharing a place: words whose sets differ much cannot be near.
#[must_use]
pub fn letters(word: &str) -> u32 {
    word.chars().fold(0, |set, c| set | 1 << (u32::from(c) % 32))
}

/// False where words with these letters are more than `most` edits apart: an edit changes two letters at most.
#[must_use]
pub fn may_be_near(a: u32, b: u32, most: usize) -> bool {
    (a ^ b).count_ones() as usize <= most * 2
}

/// Edits between `a` and `b` (a letter more, less, other, or two neighbours changed over), or `None` beyond `most`.
/// Optimal string alignment (Damerau 1964, restricted).
#[must_use]
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    if a.is_ascii() && b.is_ascii() {
        return aligned(a.as_bytes(), b.as_bytes(), most);
    }
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    aligned(&a, &b, most)
}

fn aligned<T: PartialEq>(a: &[T], b: &[T], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut row: Vec<usize> = vec![0; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        row[0] = i + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let mut best = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row[j + 1] = best;
            least = least.min(best);
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    above.last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::{distance, letters, may_be_near};

    #[test]
    fn edits_are_counted() {
        assert_eq!(distance("consultation", "cosultation", 2), Some(1));
        assert_eq!(distance("piracy", "pircay", 1), Some(1));
        assert_eq!(distance("cyber", "cyber", 0), Some(0));
        assert_eq!(distance("korea", "russia", 2), None);
        assert_eq!(distance("외교부", "외무부", 1), Some(1));
        assert!(may_be_near(letters("consultation"), letters("cosultation"), 2));
        assert!(!may_be_near(letters("piracy"), letters("golden"), 1));
    }
}
