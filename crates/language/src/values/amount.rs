//! Amounts: money, shares, and counts of things, with both ends where a range is printed.
//!
//! In: tokens, the document's country, and the spans of dates. Out: amounts in order, not overlapping. An expression that
//! is not wholly understood gives none, and no part of it either.

use std::ops::Range;

use super::currency::{Currency, after_currency, currency_after, currency_before, is_unknown_sign_before};
use super::decimal::Decimal;
use super::number::{Needs, Number, is_digit, is_unspaced, parse_number};
use super::quantity::{
    after_percent, continues_number, continues_words, counted_noun, is_cut, is_denominator, is_small, is_worded,
    is_year,
};
use super::range::{Joined, joined_number, opener_before, spread_scale};
use super::tables::is_numeral_sign;
use crate::class::{Class, Classes};
use crate::token::{Gap, Shape, Tokens, is_raised_digit};

/// An amount as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Bytes of the text: number, scale and unit.
    pub span: Range<usize>,
    /// Bytes of the numbers alone.
    pub number: Range<usize>,
    /// The value, or the lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub value_max: Option<Decimal>,
    /// What is measured.
    pub measure: Measure,
}

/// What an amount measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Money.
    Money {
        /// ISO 4217; `None` where the text does not say whose dollars they are.
        code: Option<&'static str>,
        /// Bytes of the sign, code or words of the currency.
        sign: Range<usize>,
    },
    /// Per cent.
    Share,
    /// Things, by their noun.
    Count {
        /// Bytes of the noun.
        noun: Range<usize>,
    },
}

/// What the text around an amount decides.
#[derive(Clone, Copy, Debug, Default)]
pub struct AmountContext<'a> {
    /// The country whose currency "$" means, as a code in lower case.
    pub country: Option<&'a str>,
    /// Bytes of dates, in order: no number in them is an amount, unless a currency comes before it.
    pub dates: &'a [Range<usize>],
}

/// The amounts of a text, in order.
#[must_use]
pub fn find_amounts(tokens: &Tokens, context: AmountContext) -> Vec<Amount> {
    let mut out = Vec::new();
    let mut next = 0;
    for token in 0..tokens.len() {
        for start in number_starts(tokens, token) {
            if start < next {
                continue;
            }
            let expression = Expression { tokens, context, start };
            match expression.parse() {
                Parsed::Amount(amount) => {
                    next = amount.span.end.max(start + 1);
                    out.push(amount);
                }
                // Nothing of what is not understood is read again.
                Parsed::Refused { end } => next = end.max(start + 1),
                Parsed::Nothing => {}
            }
        }
    }
    out
}

/// Words that may begin a number in words.
const IN_WORDS: Classes = Classes::all_of(&[Class::NumberWord, Class::Half, Class::Article]);
/// Most words from the first one of a number to its scale: "one hundred and twenty-five million".
const MAX_WORDS: usize = 7;

/// Bytes where a number may begin in token `at`.
fn number_starts(tokens: &Tokens, at: usize) -> Vec<usize> {
    let Some(token) = tokens.get(at) else { return Vec::new() };
    if token.classes.meets(IN_WORDS) {
        // "the" and "one" are everywhere: only with a scale near after them they are an amount.
        let has_scale = (at..at + MAX_WORDS).any(|at| tokens.has(at, Class::Scale));
        return if has_scale { vec![token.span.start] } else { Vec::new() };
    }
    let unspaced = matches!(token.shape, Shape::Hangul | Shape::Kana | Shape::Han);
    if !unspaced && !token.text.contains(is_digit) {
        return Vec::new();
    }
    let mut starts = Vec::new();
    let mut inside = false;
    for (offset, c) in token.text.char_indices() {
        let numeral = is_digit(c) || unspaced && is_numeral_sign(c);
        if numeral && !inside {
            starts.push(token.span.start + offset);
        }
        inside = numeral;
    }
    starts
}

/// True if `rest` begins with an exclamation mark that letters or a sign of money follow without a space.
fn is_damaged_at(rest: &str) -> bool {
    let after = rest.strip_prefix('!');
    after.is_some_and(|after| after.starts_with(|c: char| c.is_alphanumeric() || c == '$'))
}

/// What may be at the beginning of a number.
enum Parsed {
    Amount(Amount),
    /// An amount that is not wholly understood.
    Refused {
        end: usize,
    },
    Nothing,
}

/// The expression whose first number begins at a byte.
struct Expression<'a, 't> {
    tokens: &'a Tokens<'t>,
    context: AmountContext<'a>,
    start: usize,
}

impl Expression<'_, '_> {
    fn parse(&self) -> Parsed {
        let text = self.tokens.text;
        let before = currency_before(self.tokens, self.start, self.context.country);
        let inside = || {
            self.is_inside_word()
                || self.is_in_date()
                || is_unknown_sign_before(text, self.start)
                || continues_number(text, self.start)
        };
        if before.is_none() && inside() {
            return Parsed::Nothing;
        }
        let Some(first) = parse_number(self.tokens, self.start, before.as_ref().and_then(|currency| currency.code))
        else {
            let digits: usize = text[self.start..].chars().take_while(|c| is_number_part(*c)).map(char::len_utf8).sum();
            // "1.2.3 million": not even its end is a number.
            return if digits > 0 { Parsed::Refused { end: self.start + digits } } else { Parsed::Nothing };
        };
        let end = first.next;
        // "$8!$5 m": marks that no sentence has between words are damage.
        if is_damaged_at(&text[end..]) {
            return Parsed::Refused { end: end + text[end..].find(char::is_whitespace).unwrap_or(0) };
        }
        // "One thousand**, eight hundred million**": a part of a number in words is not a number by itself.
        if first.in_words && continues_words(self.tokens, self.start) {
            return Parsed::Refused { end };
        }
        match self.whole(first, before) {
            Some(Whole::Amount(amount)) => Parsed::Amount(amount),
            Some(Whole::None) => Parsed::Nothing,
            None => Parsed::Refused { end },
        }
    }

    /// True if letters or marks right before the number make it part of a word or of another number: "COVID-19", "A.1".
    fn is_inside_word(&self) -> bool {
        let before = self.tokens.text[..self.start].chars().next_back();
        before.is_some_and(|c| {
            matches!(c, '-' | '.' | '/' | ',' | '‑' | '‐' | '#' | '№' | ':' | '_')
                || c.is_alphanumeric() && !is_unspaced(c)
                || is_raised_digit(c)
        })
    }

    fn is_in_date(&self) -> bool {
        let dates = self.context.dates;
        let place = dates.partition_point(|date| date.end <= self.start);
        dates.get(place).is_some_and(|date| date.start <= self.start)
    }

    /// The amount whose first number is `first`, with all that belongs to it. `None` if it is not wholly understood.
    fn whole(&self, first: Number, before: Option<Currency>) -> Option<Whole> {
        let (tokens, country) = (self.tokens, self.context.country);
        // "ALL 27 states": the word is a currency's code only beside a number with a scale.
        let is_large = first.scale.is_some() || first.is_grouped;
        let before = before.filter(|currency| is_large || !currency.needs_scale);
        let from = before.as_ref().map_or(self.start, |currency| currency.span.start);
        let opener = opener_before(tokens, from);
        let mut currencies: Vec<Currency> = before.into_iter().collect();
        let has_before = !currencies.is_empty();
        let (mut next, mut is_share) = self.unit_after(first.next, &mut currencies);
        let first_has_unit = is_share || !currencies.is_empty();
        let mut number = self.start..first.span.end;
        let mut numbers = vec![first];
        match joined_number(tokens, &numbers[0], next, opener, country) {
            Joined::Number { number: second, currency, is_dash } => {
                let second_has_own = currency.is_some();
                // "$10 to $15": one sign for both ends.
                let twice = currency.as_ref().is_some_and(|own| {
                    currencies.first().is_some_and(|first| (first.code, first.form) == (own.code, own.form))
                });
                let mut more: Vec<Currency> = currency.into_iter().collect();
                let (after, share) = self.unit_after(second.next, &mut more);
                let first_after = first_has_unit && !has_before;
                let second_has_unit = share || !more.is_empty();
                let is_range = match opener {
                    // "between 5 and 6 million euros".
                    Some(opener) if opener.is_between => true,
                    // "from 5 million to 8 million": a change, where each end has its own unit.
                    _ if is_dash => true,
                    Some(_) => !(second_has_own || first_after),
                    None => {
                        let grows = second.value.compare(numbers[0].value).is_some_and(std::cmp::Ordering::is_gt);
                        let shares_scale = second.scale.is_some() && !second_has_own;
                        let counts = !first_has_unit && !second_has_unit && second.scale.is_none();
                        let one_unit = shares_scale || second_has_unit && !second_has_own || counts || twice;
                        grows && !first_after && one_unit
                    }
                };
                if is_range {
                    if first_after && !second_has_unit || (is_share && !share && first_after) {
                        return None;
                    }
                    is_share |= share;
                    currencies.extend(more);
                    next = after;
                    number.end = second.span.end;
                    numbers.push(second);
                } else if self.is_list(numbers.first()?, next)
                    || twice && second.scale.is_some() && numbers[0].scale.is_none() && !numbers[0].is_grouped
                {
                    // "From $10 to $15 billion": the first has the scale of the second, but is not its range.
                    return None;
                }
            }
            Joined::NotUnderstood => return None,
            Joined::Nothing => {
                if self.is_list(numbers.first()?, next) && !first_has_unit_after(&currencies, has_before, is_share) {
                    return None;
                }
            }
        }
        self.measure(&numbers, number, next, &currencies, is_share)
    }

    /// The currency or the per cent after a number; where the text goes on, and whether it is a share.
    fn unit_after(&self, at: usize, currencies: &mut Vec<Currency>) -> (usize, bool) {
        if let Some(after) = after_percent(self.tokens, at) {
            return (after, true);
        }
        match currency_after(self.tokens, at, self.context.country) {
            Some(currency) => {
                let next = after_currency(self.tokens.text, &currency);
                currencies.push(currency);
                (next, false)
            }
            None => (at, false),
        }
    }

    /// True if a plain number is the beginning of a list whose last member has a scale: "USD 5, 10 and 20 million".
    fn is_list(&self, first: &Number, next: usize) -> bool {
        const MAX_MEMBERS: usize = 6;
        if first.scale.is_some() || first.is_grouped {
            return false;
        }
        let mut at = next;
        for _ in 0..MAX_MEMBERS {
            let place = self.tokens.token_at(at);
            let links = self.tokens.has(place, Class::Coordinator);
            let place = place + usize::from(links);
            let Some(token) = self.tokens.get(place) else { return false };
            let gap = self.tokens.text.get(at..token.span.start).unwrap_or("\n");
            if gap.contains(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | ','))) || !(links || gap.contains(','))
            {
                return false;
            }
            match parse_number(self.tokens, token.span.start, None) {
                Some(number) if number.scale.is_some() => return !number.in_words,
                Some(number) => at = number.next,
                None => return false,
            }
        }
        false
    }

    fn measure(
        &self,
        numbers: &[Number],
        number: Range<usize>,
        next: usize,
        currencies: &[Currency],
        is_share: bool,
    ) -> Option<Whole> {
        let text = self.tokens.text;
        let (value, value_max) = spread_scale(numbers)?;
        let needs = numbers.iter().map(|number| number.needs).max()?;
        let is_large = numbers.iter().any(|number| number.scale.is_some() || number.is_grouped);
        if currencies.iter().any(|currency| currency.needs_scale && !is_large) {
            return Some(Whole::None);
        }
        if is_share && !currencies.is_empty() || is_cut(text, next, !currencies.is_empty()) {
            return None;
        }
        if self.tokens.has(self.tokens.token_at(next), Class::Scale) && self.is_close(next) {
            return None;
        }
        let amount =
            |span, measure| Some(Whole::Amount(Amount { span, number: number.clone(), value, value_max, measure }));
        if let Some(first) = currencies.first() {
            let mut codes: Vec<&str> = currencies.iter().filter_map(|currency| currency.code).collect();
            codes.dedup();
            // "$5 million CAD" is of one currency, "EUR 5 million dollars" of none.
            if codes.len() > 1 {
                return None;
            }
            let code = codes
                .first()
                .and_then(|code| currencies.iter().find_map(|currency| currency.code.filter(|own| own == code)));
            if code.is_some_and(|code| !currencies.iter().all(|currency| currency.can_mean(code))) {
                return None;
            }
            let sign = currencies.iter().find(|currency| currency.code.is_some()).unwrap_or(first).span.clone();
            let last = currencies.iter().map(|currency| currency.span.end).max()?;
            let from = currencies.iter().map(|currency| currency.span.start).min()?;
            return amount(from.min(number.start)..last.max(number.end), Measure::Money { code, sign });
        }
        if is_share {
            return amount(number.start..next, Measure::Share);
        }
        if needs != Needs::Nothing {
            return None;
        }
        let counts = !self.follows_name(numbers) && !is_denominator(self.tokens, self.start);
        let noun = if counts { counted_noun(self.tokens, next) } else { None };
        match noun {
            Some(noun) if !is_year(numbers) && !is_small(numbers) && !is_worded(self.tokens.text, numbers) => {
                amount(number.start..noun.end, Measure::Count { noun })
            }
            _ => Some(Whole::None),
        }
    }

    /// True if at most one space is between byte `at` and the next token.
    fn is_close(&self, at: usize) -> bool {
        let token = self.tokens.get(self.tokens.token_at(at));
        let between = token.and_then(|token| self.tokens.text.get(at..token.span.start));
        between.is_some_and(|between| between.trim().is_empty() && between.chars().count() <= 1)
    }

    /// True if the number belongs to the words before it: "Part 3", "Resolution 1540", "COP 26".
    fn follows_name(&self, numbers: &[Number]) -> bool {
        let Some(before) = self.tokens.token_at(self.start).checked_sub(1) else { return false };
        let at = before + 1;
        let large = numbers.iter().any(|number| number.scale.is_some() || number.is_grouped);
        if large || !matches!(self.tokens.gap(at), Gap::Space | Gap::Break) || !self.is_spaced(before) {
            return false;
        }
        if self.tokens.has(before, Class::TextPart) {
            return true;
        }
        const FUNCTION: Classes = Classes::all_of(&[
            Class::Determiner,
            Class::Preposition,
            Class::Coordinator,
            Class::Subordinator,
            Class::Auxiliary,
            Class::PersonalPronoun,
            Class::Adverb,
            Class::Approximator,
            Class::Month,
            Class::Weekday,
        ]);
        let begins = self.tokens.gap(before) == Gap::Break;
        self.tokens.is_capital(before) && !begins && !self.tokens.has_any(before, FUNCTION)
    }

    /// True if nothing but white space or an abbreviation's stop is between token `at` and the next.
    fn is_spaced(&self, at: usize) -> bool {
        matches!(self.tokens.between(at).trim(), "" | ".") && !self.tokens.between(at).contains('\n')
    }
}

/// True if the first number has its unit after it.
fn first_has_unit_after(currencies: &[Currency], has_before: bool, is_share: bool) -> bool {
    is_share || currencies.len() > usize::from(has_before)
}

/// What an expression is when all of it is understood.
enum Whole {
    Amount(Amount),
    /// No amount: a bare number.
    None,
}

fn is_number_part(c: char) -> bool {
    is_digit(c) || matches!(c, '.' | ',' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::{AmountContext, Measure, find_amounts};
    use crate::language::Language;
    use crate::token::tokenize_in;

    /// Amounts as "value[..max] unit @span".
    fn found(text: &str, language: Language, country: Option<&str>) -> Vec<String> {
        let tokens = tokenize_in(text, language);
        find_amounts(&tokens, AmountContext { country, dates: &[] })
            .into_iter()
            .map(|amount| {
                let unit = match amount.measure {
                    Measure::Money { code, sign } => code.unwrap_or(&text[sign]).to_owned(),
                    Measure::Share => "%".to_owned(),
                    Measure::Count { noun } => text[noun].to_owned(),
                };
                let max = amount.value_max.map_or(String::new(), |max| format!("..{}", max.to_f64()));
                format!("{}{max} {unit}", amount.value.to_f64())
            })
            .collect()
    }

    #[test]
    fn every_case_of_the_table() {
        let cases = include_str!("../../data/cases/amounts.tsv");
        let mut failures = Vec::new();
        for line in cases.lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [tag, country, text, expected] = columns.as_slice() else { panic!("four columns: {line}") };
            let country = (*country != "-").then_some(*country);
            let expected: Vec<&str> = expected.split(" | ").filter(|amount| *amount != "none").collect();
            let found = found(text, Language::from_tag(tag).unwrap(), country);
            if found != expected {
                failures.push(format!("{tag} {text:?}: {found:?}, expected {expected:?}"));
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    }
}
