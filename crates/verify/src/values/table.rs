//! Words that values are made of, as a table: a line a word and kind, sorted by the word.

/// The table as written: the word, folded; what it can be; what it is worth.
const WORDS: &str = include_str!("../../data/value-words.tsv");
/// Letters of the longest word of the table that is written without spaces.
const MAX_SOLID_CHARS: usize = 7;

/// What `word`, folded, is worth as a `kind` of word; `None` if it is not one.
pub(super) fn worth(kind: &str, word: &str) -> Option<&'static str> {
    let (mut from, mut to) = (0, WORDS.len());
    while from < to {
        let middle = WORDS.floor_char_boundary(from.midpoint(to));
        let start = WORDS[..middle].rfind('\n').map_or(0, |at| at + 1);
        let line = WORDS[start..].lines().next().unwrap_or_default();
        let mut cells = line.split('\t');
        // The head of the table comes first whatever its words are.
        let own = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        if start > 0 && own == (word, kind) {
            return cells.next();
        }
        if start == 0 || own < (word, kind) { from = WORDS.len().min(start + line.len() + 1) } else { to = start }
    }
    None
}

/// True if `word`, folded, is a `kind` of word.
pub(super) fn is(kind: &str, word: &str) -> bool {
    worth(kind, word).is_some()
}

/// The number that `word` is worth as a `kind` of word.
pub(super) fn number(kind: &str, word: &str) -> Option<u32> {
    worth(kind, word)?.parse().ok()
}

/// The longest beginning of `word`, of a script without spaces, that is a `kind` of word: its bytes and what it is worth.
pub(super) fn beginning(kind: &str, word: &str) -> Option<(usize, &'static str)> {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(MAX_SOLID_CHARS);
    ends.filter_map(|end| Some((end, worth(kind, &word[..end])?))).last()
}

#[cfg(test)]
mod tests {
    use super::{MAX_SOLID_CHARS, WORDS, beginning, number, worth};

    #[test]
    fn the_table_is_sorted_folded_and_found() {
        let rows: Vec<Vec<&str>> = WORDS.lines().skip(1).map(|line| line.split('\t').collect()).collect();
        assert!(rows.iter().all(|row| row.len() == 3));
        assert!(rows.is_sorted_by(|a, b| (a[0], a[1]) < (b[0], b[1])), "sorted by word and kind, each once");
        for row in &rows {
            assert_eq!(worth(row[1], row[0]), Some(row[2]), "{row:?}");
            let is_solid = !row[0].is_ascii() && !row[0].contains(' ');
            assert!(!is_solid || row[0].chars().count() <= MAX_SOLID_CHARS, "{row:?}");
            // Signs, marks of ordinals, and units of scripts without spaces are compared as printed.
            let as_printed = is_solid || row[1] == "suffix" || row[0] == "zł";
            let is_word = row[0].chars().all(char::is_alphabetic);
            assert!(!is_word || as_printed || entente_text::fold::fold(row[0]) == row[0], "{row:?}");
        }
    }

    #[test]
    fn what_is_not_in_the_table_is_not_found() {
        for word in ["", "word", "aaa", "zzz", "\u{ffff}"] {
            assert_eq!(worth("ordinal", word), None, "{word}");
        }
        assert_eq!(worth("kind", "word"), None, "the head is no row");
        assert_eq!(number("ordinal", "fifth"), Some(5));
        assert_eq!(beginning("scale", "억원으로"), Some((3, "8")));
        assert_eq!(beginning("scale", ""), None);
    }
}
