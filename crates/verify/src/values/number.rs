//! What printed numbers are worth, so that "5 million" and "5,000,000" are the same.

/// A number: digits and a power of ten, without zeros at the end of the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    digits: u64,
    exponent: i32,
}

impl Number {
    /// `digits` times ten to the power of `exponent`.
    pub(super) fn new(mut digits: u64, mut exponent: i32) -> Self {
        while digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            exponent += 1;
        }
        Self { digits, exponent: if digits == 0 { 0 } else { exponent } }
    }

    /// Of `groups` of digits with the `marks` between them: "1,000.5". `None` where the marks make no one number of them
    /// ("1.2.2016"), or if it is too large.
    pub(super) fn read(groups: &[&str], marks: &[char]) -> Option<Self> {
        let (first, others) = groups.split_first()?;
        let is_group = |group: &&str| group.chars().count() == 3;
        let fraction = match marks {
            [] => 0,
            // "1,000" and "1.500" are grouped, "0.125" and "3.5" are not.
            [_] if others.iter().all(is_group) && !first.starts_with('0') => 0,
            [_] => 1,
            [mark, .., last] => {
                let same = marks[..marks.len() - 1].iter().all(|other| other == mark);
                let (ends, inner) = others[..others.len() - usize::from(last != mark)].split_last()?;
                let by_lakh = *mark == ',' && inner.iter().all(|group| group.chars().count() == 2);
                if !same || !is_group(ends) || !(by_lakh || inner.iter().all(is_group)) {
                    return None;
                }
                usize::from(last != mark)
            }
        };
        let mut digits = 0_u64;
        for digit in groups.iter().flat_map(|group| group.chars()).filter_map(digit) {
            digits = digits.checked_mul(10)?.checked_add(u64::from(digit))?;
        }
        let decimals = groups[groups.len() - fraction..].iter().map(|group| group.chars().count()).sum::<usize>();
        Some(Self::new(digits, -i32::try_from(decimals).ok()?))
    }

    /// Times ten to the power of `exponent`.
    pub(super) fn scaled(self, exponent: i32) -> Self {
        Self::new(self.digits, self.exponent + exponent)
    }

    /// Both together, if both are whole; `None` if the sum is too large.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self::new(self.whole()?.checked_add(other.whole()?)?, 0))
    }

    /// As a whole number; `None` if it has decimals or is too large.
    pub(super) fn whole(self) -> Option<u64> {
        self.digits.checked_mul(10_u64.checked_pow(u32::try_from(self.exponent).ok()?)?)
    }
}

/// The digit that a character is, in full width, too.
pub(super) fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) & 0xf),
        _ => c.to_digit(10),
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn digits_and_marks() {
        for (printed, expected) in [
            ("7", Some((7, 0))),
            ("1,000", Some((1, 3))),
            ("1.500", Some((15, 2))),
            ("3.5", Some((35, -1))),
            ("12,5", Some((125, -1))),
            ("0.125", Some((125, -3))),
            ("1,234,567.89", Some((123_456_789, -2))),
            ("2.300.000,00", Some((23, 5))),
            ("25,00,000", Some((25, 5))),
            ("1.2.2016", None),
            ("10,20,30", None),
            ("99999999999999999999", None),
            ("０", Some((0, 0))),
        ] {
            let groups: Vec<&str> = printed.split([',', '.']).collect();
            let marks: Vec<char> = printed.chars().filter(|c| matches!(c, ',' | '.')).collect();
            let expected = expected.map(|(digits, exponent)| Number { digits, exponent });
            assert_eq!(Number::read(&groups, &marks), expected, "{printed}");
        }
    }

    #[test]
    fn scales_and_sums() {
        let number = |digits| Number::new(digits, 0);
        assert_eq!(number(5).scaled(6), number(5_000_000));
        assert_eq!(Number::new(5, -1).scaled(6), number(500_000));
        assert_eq!(number(300_000_000).plus(number(50_000_000)), Some(number(350_000_000)));
        assert_eq!((Number::new(5, -1).whole(), number(u64::MAX).plus(number(1))), (None, None));
    }
}
