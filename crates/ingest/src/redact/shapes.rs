//! Shapes of numbers: `9` is a digit, `A` a letter, everything else itself.
//!
//! A shape is simpler than a regular expression: it has no repetition and no alternatives. So it is found in linear time, and
//! anybody can predict what it finds.

use std::ops::Range;

/// Most characters between two groups.
const MAX_GAP_CHARS: usize = 3;
/// Fewest letters and digits of a shape that a packer gives: with fewer it would be found everywhere.
pub(super) const MIN_UNITS: usize = 5;

/// Signs of a regular expression, which as a shape would mask nothing.
const EXPRESSIONS: &[&str] = &["\\d", "\\w", "\\s", "\\b", "[0-", "[a-", "[A-", ".*", ".+", "(?"];

/// A shape as a list of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    units: Vec<Unit>,
    /// Groups may touch.
    loose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Digit,
    Letter,
    /// Blanks, hyphens, full stops, solidi.
    Gap,
    /// One hyphen or full stop.
    Hyphen,
    Is(char),
}

impl Shape {
    /// The shape of a telephone number. Its groups have to be separate.
    pub(super) fn strict(shape: &str) -> Self {
        let unit = |c| match c {
            '9' => Unit::Digit,
            ' ' => Unit::Gap,
            '-' => Unit::Hyphen,
            c => Unit::Is(c),
        };
        Self { units: shape.chars().map(unit).collect(), loose: false }
    }

    /// A shape that the packer asks for. Another mark, or nothing, may separate its groups.
    ///
    /// # Errors
    /// A sentence why it would find too much.
    pub(super) fn loose(shape: &str) -> Result<Self, String> {
        if EXPRESSIONS.iter().any(|sign| shape.contains(sign)) {
            return Err("it is written as a regular expression; write the shape itself, 9 for a digit and A for a letter, such \
                 as 9999-99-99"
                .to_owned());
        }
        let mut units: Vec<Unit> = Vec::new();
        for c in super::view::View::of(shape.trim()).text.chars() {
            let unit = match c {
                '9' => Unit::Digit,
                'A' => Unit::Letter,
                c if is_gap(c) => Unit::Gap,
                c => Unit::Is(c.to_lowercase().next().unwrap_or(c)),
            };
            if unit != Unit::Gap || units.last() != Some(&Unit::Gap) {
                units.push(unit);
            }
        }
        let signs = units.iter().filter(|unit| {
            matches!(unit, Unit::Digit | Unit::Letter) || matches!(unit, Unit::Is(c) if c.is_alphanumeric())
        });
        if signs.count() < MIN_UNITS {
            return Err(format!(
                "it has fewer than {MIN_UNITS} letters and digits and would be found everywhere; write more of the shape"
            ));
        }
        if !units.contains(&Unit::Digit) {
            return Err("it has no 9, which stands for a digit; words belong into `names`".to_owned());
        }
        Ok(Self { units, loose: true })
    }

    /// The end of a match that begins at the byte `at`; `None` if there is no match.
    pub(super) fn end(&self, text: &str, at: usize) -> Option<usize> {
        let mut at = at;
        for unit in &self.units {
            let c = text[at..].chars().next();
            match unit {
                Unit::Gap => {
                    let gap = text[at..].chars().take(MAX_GAP_CHARS);
                    let gap = gap.take_while(|c| is_gap(*c) && (self.loose || !matches!(c, '_' | '\n' | '\t')));
                    let length: usize = gap.map(char::len_utf8).sum();
                    if length == 0 && !self.loose {
                        return None;
                    }
                    at += length;
                }
                Unit::Hyphen => {
                    c.filter(|c| matches!(c, '-' | '.'))?;
                    at += 1;
                }
                Unit::Digit => at += c.filter(char::is_ascii_digit)?.len_utf8(),
                Unit::Letter => at += c.filter(|c| c.is_alphabetic())?.len_utf8(),
                Unit::Is(wanted) => {
                    at += c.filter(|c| c == wanted || c.to_lowercase().next() == Some(*wanted))?.len_utf8();
                }
            }
        }
        let before_sign = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let goes_on = text[at..].chars().next().is_some_and(|c| c.is_ascii_alphanumeric());
        (!(before_sign && goes_on)).then_some(at)
    }

    /// All matches in `text`.
    pub(super) fn all(&self, text: &str) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let (mut from, mut before) = (0, ' ');
        for (at, c) in text.char_indices() {
            let begins = at >= from && !(before.is_ascii_alphanumeric() && c.is_ascii_alphanumeric());
            if begins && let Some(end) = self.end(text, at).filter(|end| *end > at) {
                out.push(at..end);
                from = end;
            }
            before = c;
        }
        out
    }
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '-' | '.' | '/' | '\t' | '_' | '\n')
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn shapes_are_found_whole_and_nothing_else() {
        for (shape, text, found) in [
            ("AA999999", "passport ab123456, AB-12", vec!["ab123456"]),
            ("AA 999999", "AB-123456 and AB123456", vec!["AB-123456", "AB123456"]),
            ("999-99-9999", "ssn 123-45-6789 or 123-45-67890", vec!["123-45-6789"]),
            ("K-99999", "k12345 K 12345", vec!["k12345", "K 12345"]),
            ("999999-9999999", "900101-1234567입니다", vec!["900101-1234567"]),
        ] {
            let shape = Shape::loose(shape).expect("a shape");
            let all: Vec<&str> = shape.all(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(all, found, "{text}");
        }
    }

    #[test]
    fn a_shape_that_finds_too_much_is_an_error() {
        for shape in ["", "99", "A", "AAAAAA", "9-9-9", "AB-1"] {
            assert!(Shape::loose(shape).is_err(), "{shape}");
        }
    }
}
