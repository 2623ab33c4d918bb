//! The part of a passage that shows why it was found.

use std::collections::BTreeMap;
use std::ops::Range;

/// The window of `text` of about `width` characters with most of `marks` in it, cut at words. Ranges in bytes.
#[must_use]
pub fn snippet(text: &str, marks: &[Range<usize>], width: usize) -> Range<usize> {
    if text.chars().count() <= width {
        return 0..text.len();
    }
    let end_of = |start: usize| text[start..].char_indices().nth(width).map_or(text.len(), |(at, _)| start + at);
    // A quarter of the window comes before the first mark, so that the mark is read in its sentence.
    let lead = width / 4;
    let within = |start: usize| text[start..].char_indices().nth(width - lead).map_or(text.len(), |(at, _)| start + at);
    let best = best_start(text, marks, within);
    let start = text[..best].char_indices().rev().nth(lead).map_or(0, |(at, _)| at);
    let start = if start == 0 { 0 } else { text[start..best].find(' ').map_or(start, |at| start + at + 1) };
    let end = end_of(start);
    if end == text.len() {
        let start = text.char_indices().rev().nth(width).map_or(0, |(at, _)| at).min(start);
        let start = if start == 0 { 0 } else { text[start..].find(' ').map_or(start, |at| start + at + 1) };
        return start..end;
    }
    let last =
        marks.iter().filter(|mark| mark.start >= start && mark.end <= end).map(|mark| mark.end).max().unwrap_or(start);
    let end = text[start..end].rfind(' ').map_or(end, |at| start + at).max(last);
    start..end
}

/// The mark at which the window opens: the one with most different words in reach, then most marks, then the first.
fn best_start(text: &str, marks: &[Range<usize>], end_of: impl Fn(usize) -> usize) -> usize {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let words: Vec<usize> = marks
        .iter()
        .map(|mark| {
            let next = known.len();
            *known.entry(text[mark.clone()].to_lowercase()).or_insert(next)
        })
        .collect();
    // The window moves from mark to mark. Marks that it leaves are subtracted, marks that it reaches are added.
    let mut inside = vec![0_usize; known.len()];
    let (mut different, mut reached) = (0, 0);
    let mut best = (0, 0, 0);
    for (at, mark) in marks.iter().enumerate() {
        let end = end_of(mark.start);
        while reached < marks.len() && marks[reached].end <= end {
            inside[words[reached]] += 1;
            different += usize::from(inside[words[reached]] == 1);
            reached += 1;
        }
        let count = reached.saturating_sub(at);
        if (different, count) > (best.0, best.1) {
            best = (different, count, mark.start);
        }
        if at < reached {
            inside[words[at]] -= 1;
            different -= usize::from(inside[words[at]] == 0);
        } else {
            // A mark wider than the window fits into no window.
            reached = at + 1;
        }
    }
    if best.1 == 0 { marks.first().map_or(0, |mark| mark.start) } else { best.2 }
}

#[cfg(test)]
mod tests {
    use super::snippet;

    #[test]
    fn the_window_holds_the_words_and_ends_at_words() {
        let text = format!("{} cyber policy consultation {}", "lorem ipsum ".repeat(40), "dolor sit ".repeat(40));
        let at = text.find("cyber").expect("there");
        let window = snippet(&text, &[at..at + 5, at + 6..at + 12], 100);
        assert!(text[window.clone()].contains("cyber policy"));
        assert!(window.start == 0 || text[..window.start].ends_with(' '));
        assert!(text[window.clone()].chars().count() <= 101);
        assert_eq!(snippet("short", &[], 100), 0..5);
    }

    #[test]
    fn the_window_with_most_different_words_wins_and_many_marks_take_no_time() {
        let text = format!("{}cyber policy{}", "cyber cyber cyber xxxxxxxxxx ".repeat(40_000), " yyyyyyyyy".repeat(50));
        let marks: Vec<_> = ["cyber", "policy"]
            .iter()
            .flat_map(|word| text.match_indices(word).map(|(at, _)| at..at + word.len()))
            .collect();
        let mut marks = marks;
        marks.sort_by_key(|mark| mark.start);
        assert!(text[snippet(&text, &marks, 60)].contains("cyber policy"));
    }
}
