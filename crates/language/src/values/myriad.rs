//! Numbers of Korean, Japanese and Chinese: digits with scales of ten thousand among them.
//!
//! "3조 5천억", "12億", "2만5천", "三千万". A section closes with a scale; each is smaller than the one before.

use super::decimal::Decimal;
use super::number::{Needs, Number, after_mark, is_digit, leading_digits};
use super::tables::{Written, sign_digit, sign_scale};
use crate::token::Tokens;

/// Longest number, in characters.
const MAX_CHARS: usize = 40;

/// The number at byte `at` that has at least one scale of these scripts. `None` for plain digits.
pub(crate) fn parse_myriad(tokens: &Tokens, at: usize) -> Option<Number> {
    let text = tokens.text;
    let first = text.get(at..)?.chars().next()?;
    if !is_digit(first) && scale_of(first).is_none() && digit_of(first).is_none() {
        return None;
    }
    let mut reader = Reader { text, at, end: at };
    let mut total = Decimal::whole(0);
    let mut last = i32::MAX;
    let mut exponent_seen = None;
    for _ in 0..MAX_CHARS {
        let from = reader.at;
        let Some((value, scale)) = reader.section() else { break };
        // Without a scale, only the rest after one: "3만 5000".
        if scale.is_none() && exponent_seen.is_none() {
            return None;
        }
        let exponent = scale.unwrap_or(0);
        if exponent >= last {
            reader.at = from;
            break;
        }
        total = total.plus(value.scaled(exponent)?)?;
        last = exponent;
        exponent_seen = Some(exponent_seen.unwrap_or(exponent));
        reader.end = reader.at;
        if scale.is_none() {
            break;
        }
        reader.skip_space();
    }
    let scale = exponent_seen?;
    let next = after_mark(text, reader.end);
    let in_words = !text[at..reader.end].contains(is_digit);
    let span = at..reader.end;
    Some(Number { span, next, value: total, scale: Some(scale), is_grouped: false, in_words, needs: Needs::Nothing })
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// After what is understood.
    end: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// One space between two sections, where a number goes on after it.
    fn skip_space(&mut self) {
        let mut chars = self.text[self.at..].chars();
        if let (Some(space @ (' ' | '\u{a0}')), Some(next)) = (chars.next(), chars.next())
            && is_digit(next)
        {
            self.at += space.len_utf8();
        }
    }

    /// One space after a scale of up to a thousand, where the section goes on: "2천 3백억", "3천 억".
    fn skip_space_in_section(&mut self) {
        let Some(after) = self.text[self.at..].strip_prefix(' ') else { return };
        let next = after.trim_start_matches(is_digit).chars().next();
        if next.and_then(scale_of).is_some_and(|(_, written)| written == Written::Myriad || after.starts_with(is_digit))
        {
            self.at += 1;
        }
    }

    /// Value and closing scale of a section: "5천억" is 5000 with a scale of 8. A scale of up to a thousand without a
    /// larger one closes the section too.
    fn section(&mut self) -> Option<(Decimal, Option<i32>)> {
        let mut sum = Decimal::whole(0);
        let mut any = false;
        let mut small_last = i32::MAX;
        loop {
            let digits = self.digits();
            let scale = self.peek().and_then(scale_of);
            match (digits, scale) {
                (digits, Some((exponent, Written::Myriad))) => {
                    self.at += self.peek()?.len_utf8();
                    sum = match digits {
                        Some(value) => sum.plus(value)?,
                        None if any => sum,
                        None => Decimal::whole(1),
                    };
                    return Some((sum, Some(exponent)));
                }
                (digits, Some((exponent, _))) if exponent < small_last => {
                    self.at += self.peek()?.len_utf8();
                    sum = sum.plus(digits.unwrap_or(Decimal::whole(1)).scaled(exponent)?)?;
                    (any, small_last) = (true, exponent);
                    self.skip_space_in_section();
                }
                (Some(value), _) => {
                    sum = sum.plus(value)?;
                    return Some((sum, if any { Some(0) } else { None }));
                }
                (None, _) => return any.then_some((sum, Some(0))),
            }
        }
    }

    /// Digits, with groups after commas and a decimal part, or signs for digits.
    fn digits(&mut self) -> Option<Decimal> {
        let rest = &self.text[self.at..];
        let (mut whole, mut length) = leading_digits(rest);
        if whole.is_empty() {
            let sign = self.peek()?;
            let digit = digit_of(sign)?;
            self.at += sign.len_utf8();
            return Some(Decimal::whole(u64::from(digit)));
        }
        while let Some(after) = rest[length..].strip_prefix([',', '，']) {
            let mark = rest.len() - length - after.len();
            let (group, taken) = leading_digits(after);
            if group.len() != 3 {
                break;
            }
            whole.push_str(&group);
            length += mark + taken;
        }
        let mut fraction = String::new();
        if let Some(after) = rest[length..].strip_prefix('.') {
            let (digits, taken) = leading_digits(after);
            if !digits.is_empty() {
                fraction = digits;
                length += 1 + taken;
            }
        }
        // One space may come before the scale: "500 만".
        let after = &rest[length..];
        let spaced = after.strip_prefix(' ').and_then(|after| after.chars().next()).and_then(scale_of);
        let spaced = spaced.is_some_and(|(_, written)| written == Written::Myriad);
        let value = Decimal::from_digits(&whole, &fraction)?;
        self.at += length + usize::from(spaced);
        Some(value)
    }
}

/// Power of ten and kind of the scale that `c` is in these scripts.
fn scale_of(c: char) -> Option<(i32, Written)> {
    if c.is_ascii() {
        return None;
    }
    let mut buffer = [0; 4];
    let scale = sign_scale(c.encode_utf8(&mut buffer))?;
    Some((scale.exponent, scale.written))
}

/// The digit that `c` stands for.
fn digit_of(c: char) -> Option<u32> {
    if c.is_ascii() {
        return None;
    }
    let mut buffer = [0; 4];
    sign_digit(c.encode_utf8(&mut buffer))
}

#[cfg(test)]
mod tests {
    use super::parse_myriad;
    use crate::token::tokenize;

    #[test]
    fn numbers_with_scales_of_ten_thousand() {
        for (text, expected) in [
            ("3조 5천억원", Some((3.5e12, "원"))),
            ("5억 원", Some((5e8, " 원"))),
            ("1억2천만 달러", Some((1.2e8, " 달러"))),
            ("500만 달러", Some((5e6, " 달러"))),
            ("1,234만명", Some((12_340_000.0, "명"))),
            ("5.5억", Some((5.5e8, ""))),
            ("3만 5000원", Some((35_000.0, "원"))),
            ("3만5천원", Some((35_000.0, "원"))),
            ("2백만", Some((2e6, ""))),
            ("5천 명", Some((5e3, " 명"))),
            ("2천 3백억원", Some((2.3e11, "원"))),
            ("3천 억원", Some((3e11, "원"))),
            ("2천 300명", Some((2e3, " 300명"))),
            ("12億円", Some((1.2e9, "円"))),
            ("三千万円", Some((3e7, "円"))),
            ("2兆5000億円", Some((2.5e12, "円"))),
            ("500 만 달러", Some((5e6, " 달러"))),
            ("500万美元", Some((5e6, "美元"))),
            ("30명", None),
            ("2024년", None),
            ("가나다", None),
            ("", None),
        ] {
            let tokens = tokenize(text);
            let found = parse_myriad(&tokens, 0).map(|number| (number.value.to_f64(), &text[number.next..]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
