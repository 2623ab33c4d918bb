//! The words of a list's text filter: plain words, and values of filters as the search box takes them, `country:kr`.
//!
//! A parameter that is given twice means either of its values. Words are all wanted, so `country:kr country:us` are the rows of both.

use entente_text::fold::fold;

use crate::desk::{Desk, resolve};
use crate::query::Axis;

/// What a row must have.
pub(crate) struct TypedWords {
    /// Folded words that its text has.
    words: Vec<String>,
    /// Values, each with the place of its axis, and whether the row must not have it.
    values: Vec<(usize, String, bool)>,
}

impl TypedWords {
    /// Reads `text` for a list with these axes. What only looks like a filter is a word.
    pub(crate) fn parse(desk: &Desk, axes: &[Axis], text: &str) -> Self {
        let mut out = Self { words: Vec::new(), values: Vec::new() };
        for word in text.split_whitespace() {
            let (bare, is_excluded) = word.strip_prefix('-').map_or((word, false), |bare| (bare, true));
            let value = bare.split_once(':').filter(|(_, value)| !value.is_empty());
            let at = value.and_then(|(name, _)| axes.iter().position(|axis| axis.as_str() == name && !axis.is_date()));
            match (value, at) {
                (Some((_, value)), Some(at)) => {
                    let value = resolve::canonical(desk, axes[at], value.trim_matches('"'));
                    out.values.push((at, value, is_excluded));
                }
                _ => out.words.push(fold(word)),
            }
        }
        out
    }

    /// True if a row with this text fits, where `has` reports whether it has a value of the axis at a place.
    pub(crate) fn fit(&self, text: &str, has: impl Fn(usize, &str) -> bool) -> bool {
        if !self.values.iter().all(|(axis, id, is_excluded)| has(*axis, id) != *is_excluded) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let text = fold(text);
        self.words.iter().all(|word| text.contains(word.as_str()))
    }
}
