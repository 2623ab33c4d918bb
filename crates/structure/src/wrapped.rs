//! Cells of tables that go on in the next line.
//!
//! In: the words of a cell on one line, and those below them. Out: whether both are one text. The readers of plain text and
//! of PDF ask the same; where their columns end each of them says.

use super::headings;

/// Fewest characters of a cell whose words break only because its column ends.
const MIN_FULL_CHARS: usize = 16;
/// Fewest words after which a small letter goes on with a sentence in small letters.
const MIN_SENTENCE_WORDS: usize = 3;

/// The words of a cell on one line, and those in the same column on the next line.
#[derive(Clone, Copy, Debug)]
pub struct Joint<'a> {
    /// The words above.
    pub above: &'a str,
    /// The words below.
    pub below: &'a str,
    /// Characters that the words above take up from the column's beginning on.
    pub used: usize,
    /// Characters of the column.
    pub width: usize,
}

impl Joint<'_> {
    /// True if the words above cannot end a cell, or those below cannot begin one: "Ministry of", "(annual)".
    #[must_use]
    pub fn is_open(&self) -> bool {
        let figures = starts_with_digit(self.below) && !self.above.contains(char::is_alphabetic);
        !figures
            && (self.above.ends_with(['-', ',', '/', '&', '('])
                || self.below.starts_with('(')
                || headings::is_open(self.above))
    }

    /// True if a small letter below goes on with a sentence above.
    #[must_use]
    pub fn is_in_sentence(&self) -> bool {
        let begun = !self.above.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            || self.above.split_whitespace().nth(MIN_SENTENCE_WORDS - 1).is_some();
        begun && self.below.starts_with(char::is_lowercase)
    }

    /// True if the first word below had no room above, in a cell of running text.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let word = self.below.split_whitespace().next().map_or(0, |word| word.chars().count());
        self.above.chars().count() >= MIN_FULL_CHARS
            && self.above.contains(' ')
            && self.above.contains(char::is_alphabetic)
            && self.used + 1 + word > self.width
    }
}

/// True if `words` begin with a figure.
pub(crate) fn starts_with_digit(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Joint;

    #[test]
    fn a_cell_goes_on_by_its_words_or_by_its_width() {
        for (above, below, width, expected) in [
            ("Ministry of", "Ports", 30, true),
            ("Jane Roe,", "Suva", 30, true),
            ("Talks on ports", "and on fish", 30, true),
            ("Harbour Office North", "Quay", 22, true),
            ("Harbour Office North", "Quay", 40, false),
            ("Suva", "Nadi", 6, false),
            ("red", "green", 30, false),
            ("1,200,", "40", 30, false),
        ] {
            let joint = Joint { above, below, used: above.chars().count(), width };
            assert_eq!(joint.is_open() || joint.is_in_sentence() || joint.is_full(), expected, "{above} / {below}");
        }
    }
}
