//! What a passage's number counts: "15", "iv", "b", "나", "③", "１２", "三".
//!
//! In: the number without its brackets and stops. Out: its series and place. It does not say whether a line
//! begins with a number at all.

/// What a number counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Series {
    /// 1, 2, 3, in any script's digits.
    Digits,
    /// ①, ②, ③.
    Circled,
    /// i, ii, iii.
    SmallRoman,
    /// I, II, III.
    LargeRoman,
    /// a, b, c.
    Letters,
    /// 가, 나, 다.
    Hangul,
}

const HANGUL: &str = "가나다라마바사아자차카타파하";
const IDEOGRAPHS: &str = "一二三四五六七八九";
const ROMAN: &[(&str, u32)] = &[("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)];

/// Every reading of `number`: "i" may be a letter and a Roman one.
pub(crate) fn readings(number: &str) -> Vec<(Series, u32)> {
    let mut out = Vec::new();
    let mut letters = number.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    if let Some(digits) = digits(number) {
        out.push((Series::Digits, digits));
    }
    if let Some(letter) = single {
        let from = |first: char| u32::from(letter) - u32::from(first) + 1;
        match letter {
            'a'..='z' => out.push((Series::Letters, from('a'))),
            '①'..='⑳' => out.push((Series::Circled, from('①'))),
            '㉠'..='㉭' => out.push((Series::Circled, from('㉠'))),
            '➀'..='➉' => out.push((Series::Circled, from('➀'))),
            _ => {}
        }
        let place = HANGUL.chars().position(|hangul| hangul == letter);
        out.extend(place.and_then(|place| u32::try_from(place + 1).ok()).map(|place| (Series::Hangul, place)));
    }
    out.extend(roman(number));
    out
}

/// True if `next` counts on from `number`.
pub(crate) fn follows(number: &str, next: &str) -> bool {
    let after = readings(next);
    readings(number).iter().any(|(series, place)| after.contains(&(*series, place + 1)))
}

/// True for the first of a series.
pub(crate) fn begins(number: &str) -> bool {
    readings(number).iter().any(|(_, place)| *place == 1)
}

/// Digits of ASCII or full width, or ideographs up to 99.
fn digits(number: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    };
    if number.chars().count() > 6 || number.is_empty() {
        return None;
    }
    if let Some(value) = number.chars().try_fold(0, |value, c| digit(c).map(|digit| value * 10 + digit)) {
        return Some(value);
    }
    let unit = |words: &str| {
        let mut letters = words.chars();
        let place = IDEOGRAPHS.chars().position(|known| Some(known) == letters.clone().next())?;
        letters.next();
        letters.next().is_none().then(|| u32::try_from(place + 1).unwrap_or(0))
    };
    match number.split_once('十') {
        None => unit(number),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { Some(1) } else { unit(tens) };
            let ones = if ones.is_empty() { Some(0) } else { unit(ones) };
            Some(tens? * 10 + ones?)
        }
    }
}

/// A Roman number up to 89, in letters of one case.
fn roman(number: &str) -> Option<(Series, u32)> {
    let small = number.to_ascii_lowercase();
    let series = if number == small { Series::SmallRoman } else { Series::LargeRoman };
    if number.is_empty() || number.len() > 8 || (series == Series::LargeRoman && number != number.to_ascii_uppercase())
    {
        return None;
    }
    let mut rest = small.strip_prefix('l').unwrap_or(&small);
    let mut value = if rest.len() < small.len() { 50 } else { 0 };
    for (mark, worth) in ROMAN {
        let most = if matches!(*mark, "x" | "i") { 3 } else { 1 };
        let mut count = 0;
        while let Some(after) = rest.strip_prefix(mark).filter(|_| count < most) {
            rest = after;
            value += worth;
            count += 1;
        }
    }
    (rest.is_empty() && value > 0).then_some((series, value))
}

#[cfg(test)]
mod tests {
    use super::{begins, follows, readings};

    #[test]
    fn numbers_of_many_kinds_count() {
        for (one, next) in [
            ("1", "2"),
            ("9", "10"),
            ("１９", "２０"),
            ("a", "b"),
            ("h", "i"),
            ("i", "ii"),
            ("iii", "iv"),
            ("viii", "ix"),
            ("XIX", "XX"),
            ("XXXIX", "XL"),
            ("가", "나"),
            ("①", "②"),
            ("九", "十"),
            ("十", "十一"),
            ("十九", "二十"),
        ] {
            assert!(follows(one, next), "{one} {next}");
            assert!(!follows(next, one), "{next} {one}");
        }
        for first in ["1", "a", "i", "I", "가", "①", "一"] {
            assert!(begins(first), "{first}");
        }
        for none in ["", "iiii", "vx", "Iv", "ab", "4.1", "十十", "2147483648", "é"] {
            assert_eq!(readings(none), [], "{none}");
        }
    }
}
