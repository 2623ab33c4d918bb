//! A word in its context: the text before and after it.

use std::ops::Range;

/// Characters of context on each side: a line's width.
const SIDE_CHARS: usize = 70;

/// The text before and after `range` of `text`, cut at words.
pub(crate) fn around(text: &str, range: &Range<usize>) -> (String, String) {
    let (before, after) = (text.get(..range.start).unwrap_or(""), text.get(range.end..).unwrap_or(""));
    let from = before.char_indices().rev().nth(SIDE_CHARS).map(|(at, _)| at);
    let before = match from {
        Some(at) => {
            let tail = &before[at..];
            format!("… {}", tail.split_once(' ').map_or(tail, |(_, rest)| rest))
        }
        None => before.to_owned(),
    };
    let to = after.char_indices().nth(SIDE_CHARS).map(|(at, _)| at);
    let after = match to {
        Some(at) => {
            let head = &after[..at];
            format!("{} …", head.rsplit_once(' ').map_or(head, |(rest, _)| rest))
        }
        None => after.to_owned(),
    };
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn context_is_cut_at_words_and_only_where_it_is_long() {
        assert_eq!(around("Korea hosted it", &(6..12)), ("Korea ".to_owned(), " it".to_owned()));
        let long = format!("{} KOREA {}", "word ".repeat(40).trim(), "말 ".repeat(90).trim());
        let at = long.find("KOREA").expect("there");
        let (before, after) = around(&long, &(at..at + 5));
        assert!(before.starts_with("… word ") && before.chars().count() < 75, "{before}");
        assert!(after.ends_with(" …") && after.chars().count() < 75, "{after}");
    }
}
