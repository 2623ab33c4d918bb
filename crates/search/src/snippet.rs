//! The part of a passage that shows why it was found.

use std::ops::Range;

/// The window of `text` of about `width` characters with most of `marks` in it, cut at words. Ranges in bytes.
#[must_use]
pub fn snippet(text: &str, marks: &[Range<usize>], width: usize) -> Range<usize> {
    if text.chars().count() <= width {
        return 0..text.len();
    }
    let end_of = |start: usize| text[start..].char_indices().nth(width).map_or(text.len(), |(at, _)| start + at);
    // Each mark may open the window; a different word counts more than the same again.
    let worth = |start: usize| {
        let inside = marks.iter().filter(|mark| mark.start >= start && mark.end <= end_of(start));
        let mut words: Vec<String> = inside.map(|mark| text[mark.clone()].to_lowercase()).collect();
        let all = words.len();
        words.sort();
        words.dedup();
        words.len() * 100 + all
    };
    let best =
        marks.iter().map(|mark| mark.start).max_by_key(|start| (worth(*start), std::cmp::Reverse(*start))).unwrap_or(0);
    // Some words before the first mark, so that it is read in its sentence.
    let lead = width / 4;
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
}
