//! Days without a month or a year, as the press of Korea, Japan and China prints them: "24일", "26日（月曜日）", "14日至15日",
//! "10.5(화)". Only the document's own date places them, so only sentences read them.

use entente_text::PartialDate;
use entente_text::date::Point;

use crate::values::{DateMention, Printed};

/// Words for the day of a month.
const DAY: &[char] = &['일', '日', '号', '號'];
/// What after a day's word makes a length of time of it, or an order: "10일간", "3日目".
const NO_DAY_AFTER: &[char] =
    &['간', '째', '차', '만', '분', '間', '目', '後', '后', '前', '以', '内', '余', '餘', '連', '天', '程'];
/// What joins the two ends of a range.
const JOINS: &[char] = &['至', '~', '～', '∼', '-', '–', '到'];
/// The days of the week, as written in brackets after a date.
const WEEKDAYS: &[char] = &['월', '화', '수', '목', '금', '토', '일'];

/// The days of `text` without a month, in order.
#[must_use]
pub fn find_bare_days(text: &str) -> Vec<DateMention> {
    let mut out: Vec<DateMention> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let before = text[..at].chars().next_back();
        let free = before.is_none_or(|c| !matches!(c, '.' | '-' | '/' | '第' | '제' | '월' | '月' | '約' | '약'));
        if free && let Some((value, length)) = day_at(text, at, end).or_else(|| month_and_day(text, at, end)) {
            out.push(DateMention { range: at..at + length, value: Printed::Date(value) });
            at += length;
        } else {
            at = end;
        }
    }
    out
}

/// "24일", "14日至15日" with its digits at `at..end`, and its length.
fn day_at(text: &str, at: usize, end: usize) -> Option<(PartialDate, usize)> {
    let (first, after) = day(text, at, end)?;
    let joined = text[after..].strip_prefix(JOINS);
    if let Some(rest) = joined {
        let from = text.len() - rest.len();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if let Some((last, after)) = day(text, from, from + digits).filter(|(last, _)| *last > first) {
            let between = PartialDate::Between(point(None, first)?, point(None, last)?);
            return Some((between, after - at));
        }
    }
    Some((PartialDate::At(point(None, first)?), after - at))
}

/// The day whose digits are at `at..end`, and the byte after its word.
fn day(text: &str, at: usize, end: usize) -> Option<(u8, usize)> {
    let value: u8 = text.get(at..end)?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let rest = text.get(end..)?;
    let word = rest.chars().next().filter(|c| DAY.contains(c))?;
    let next = rest[word.len_utf8()..].chars().next();
    (!next.is_some_and(|c| NO_DAY_AFTER.contains(&c))).then_some((value, end + word.len_utf8()))
}

/// "10.5(화)": a month and a day before the day of the week in brackets.
fn month_and_day(text: &str, at: usize, end: usize) -> Option<(PartialDate, usize)> {
    let month: u8 = text.get(at..end)?.parse().ok()?;
    let rest = text.get(end..)?.strip_prefix('.')?;
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let day: u8 = rest.get(..digits)?.parse().ok()?;
    let after = rest[digits..].strip_prefix('.').unwrap_or(&rest[digits..]);
    let weekday = after.strip_prefix('(')?.strip_prefix(WEEKDAYS)?;
    let closes = weekday.starts_with(')');
    let length = text.len() - after.len() - at;
    closes.then(|| Some((PartialDate::At(point(Some(month), day)?), length))).flatten()
}

fn point(month: Option<u8>, day: u8) -> Option<Point> {
    Point::new(None, month, Some(day))
}

#[cfg(test)]
mod tests {
    use super::find_bare_days;
    use crate::values::Printed;

    #[test]
    fn days_are_found_and_lengths_of_time_are_not() {
        for (text, expected) in [
            ("오는 24일 서울에서", &[("24일", "XXXX-XX-24")][..]),
            ("10.5(화) 오후 파리에서", &[("10.5", "XXXX-10-05")]),
            ("将于14日至15日在广岛举行", &[("14日至15日", "XXXX-XX-14/XXXX-XX-15")]),
            ("26日（月曜日）には", &[("26日", "XXXX-XX-26")]),
            ("10일간 3日間 第3日 32日 3.5% 2.5(배)", &[]),
        ] {
            let found: Vec<(&str, String)> = find_bare_days(text)
                .into_iter()
                .map(|day| {
                    let value = match day.value {
                        Printed::Date(date) => date.to_string(),
                        Printed::LastMonth(month) => month.to_string(),
                    };
                    (&text[day.range], value)
                })
                .collect();
            let found: Vec<(&str, &str)> = found.iter().map(|(text, value)| (*text, value.as_str())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
