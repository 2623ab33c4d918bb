//! Numbers in words: "two hundred and five thousand", "une demi-douzaine".

use super::{Needs, Number, after_mark};
use crate::class::Class;
use crate::token::{Gap, Tokens};
use crate::values::decimal::Decimal;
use crate::values::tables::{NumberKind, Written, number_word, scale_word};

/// A number in words: "two hundred and twenty-five thousand", "half a million", "a billion".
pub(super) fn parse_words(tokens: &Tokens, at: usize) -> Option<Number> {
    let first = tokens.token_at(at);
    if tokens.get(first)?.span.start != at {
        return None;
    }
    let mut words = Words::default();
    let mut next = first;
    if tokens.has(first, Class::Half) {
        next += 1 + usize::from(tokens.has(first + 1, Class::Article));
        return words.half(tokens, first, next);
    }
    if tokens.has(first, Class::Article) {
        next += 1;
        if tokens.has(next, Class::Half) {
            return words.half(tokens, first, next + 1);
        }
        words.section = 1;
        scale_at(tokens, next)?;
    }
    let mut end = None;
    loop {
        // "two hundred and five", but not "five and six".
        let links = end.is_some() && tokens.has(next, Class::And) && words.total + words.section >= 20;
        let place = next + usize::from(links);
        let close = end.is_none() || (next..=place).all(|at| matches!(tokens.gap(at), Gap::Space | Gap::Join));
        let Some(token) = tokens.get(place).filter(|_| close) else { break };
        let cardinal = number_word(&token.folded, tokens.language, NumberKind::Cardinal);
        let taken = match (cardinal, scale_at(tokens, place)) {
            (Some(value), _) => words.add(u64::from(value)),
            (None, Some(exponent)) if !links && (end.is_some() || place > first) => words.scale(exponent),
            _ => None,
        };
        if taken.is_none() {
            break;
        }
        next = place + 1;
        end = Some(next);
    }
    words.number(tokens, first, end?)
}

/// The power of ten of the scale that token `at` is.
fn scale_at(tokens: &Tokens, at: usize) -> Option<i32> {
    let token = tokens.get(at).filter(|token| token.anywhere.has(Class::Scale))?;
    let scale = scale_word(&token.folded, tokens.language)?;
    (scale.written == Written::Word).then_some(scale.exponent)
}

/// A number in words as far as it is read.
#[derive(Default)]
struct Words {
    /// What larger scales have closed.
    total: u64,
    /// What no scale has closed yet.
    section: u64,
    /// The power of ten of the last scale.
    last_scale: Option<i32>,
    /// True if the last word was a scale.
    after_scale: bool,
    largest: Option<i32>,
}

impl Words {
    fn add(&mut self, value: u64) -> Option<()> {
        let rest = self.section % 100;
        // "soixante-dix", "quatre-vingts".
        let by_score = (rest == 60 || rest == 80) && (10..20).contains(&value);
        if rest == 4 && value == 20 {
            self.section = self.section - 4 + 80;
            return Some(());
        }
        let fits = match value {
            0 => self.section == 0 && self.total == 0,
            1..=9 => rest == 0 || rest >= 20 && rest.is_multiple_of(10),
            10..=99 => rest == 0 || by_score,
            _ => self.section == 0,
        };
        if !fits {
            return None;
        }
        self.section += value;
        self.after_scale = false;
        Some(())
    }

    fn scale(&mut self, exponent: i32) -> Option<()> {
        let power = 10_u64.checked_pow(u32::try_from(exponent).ok()?)?;
        if exponent == 2 {
            (self.section < 100).then_some(())?;
            self.section = self.section.max(1).checked_mul(power)?;
        } else if self.section == 0 && self.after_scale {
            // "thousand million", "mil millones".
            (self.last_scale? < exponent).then_some(())?;
            self.total = self.total.checked_mul(power)?;
        } else {
            let fits = self.total == 0 || self.last_scale.is_none_or(|last| last > exponent);
            fits.then_some(())?;
            self.total = self.total.checked_add(self.section.max(1).checked_mul(power)?)?;
            self.section = 0;
        }
        self.last_scale = Some(exponent);
        self.largest = Some(self.largest.unwrap_or(0).max(exponent));
        self.after_scale = true;
        Some(())
    }

    fn number(&self, tokens: &Tokens, first: usize, end: usize) -> Option<Number> {
        let span = tokens.bytes(first..end);
        let value = Decimal::whole(self.total.checked_add(self.section)?);
        let next = after_mark(tokens.text, span.end);
        Some(Number {
            span,
            next,
            value,
            scale: self.largest,
            is_grouped: false,
            in_words: true,
            needs: Needs::Nothing,
        })
    }

    /// "half a million", "a half million": the scale at token `at`.
    fn half(&mut self, tokens: &Tokens, first: usize, at: usize) -> Option<Number> {
        let exponent = scale_at(tokens, at)?;
        let span = tokens.bytes(first..at + 1);
        let value = Decimal::from_digits("0", "5")?.scaled(exponent)?;
        let next = after_mark(tokens.text, span.end);
        Some(Number {
            span,
            next,
            value,
            scale: Some(exponent),
            is_grouped: false,
            in_words: true,
            needs: Needs::Nothing,
        })
    }
}
