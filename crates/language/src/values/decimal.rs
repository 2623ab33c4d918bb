//! Numbers with a decimal point, exact: "2.5 million" is 25 times ten to the fifth.

use std::cmp::Ordering;

/// A number of at most 30 digits times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: u128,
    exponent: i32,
}

/// Most digits of a number: longer ones are not amounts.
const MAX_DIGITS: usize = 30;
/// Largest power of ten.
const MAX_EXPONENT: i32 = 60;

impl Decimal {
    /// A whole number.
    #[must_use]
    pub fn whole(value: u64) -> Self {
        Self { mantissa: u128::from(value), exponent: 0 }.normal()
    }

    /// The number with these digits before and after the decimal mark. `None` for other characters or too many digits.
    #[must_use]
    pub fn from_digits(whole: &str, fraction: &str) -> Option<Self> {
        if whole.len() + fraction.len() > MAX_DIGITS || whole.len() + fraction.len() == 0 {
            return None;
        }
        let mut mantissa: u128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            mantissa = mantissa * 10 + u128::from(char::from(byte).to_digit(10)?);
        }
        Some(Self { mantissa, exponent: -i32::try_from(fraction.len()).ok()? }.normal())
    }

    /// This number times ten to the power of `exponent`.
    #[must_use]
    pub fn scaled(self, exponent: i32) -> Option<Self> {
        let sum = self.exponent.checked_add(exponent)?;
        (sum.abs() <= MAX_EXPONENT).then(|| Self { exponent: sum, ..self }.normal())
    }

    /// The sum.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let mantissa = self.at(exponent)?.checked_add(other.at(exponent)?)?;
        Some(Self { mantissa, exponent }.normal())
    }

    /// Which is larger; `None` where they are too far apart to tell exactly.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let exponent = self.exponent.min(other.exponent);
        Some(self.at(exponent)?.cmp(&other.at(exponent)?))
    }

    /// True for zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The nearest floating point number, the same on every machine. Beyond 10^38 it may be off in the last digit.
    ///
    /// Parsing the digits would give the same, with 13 KB of tables in a page that is sent by mail.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        if self.exponent < 0 {
            return quotient(self.mantissa, self.exponent.unsigned_abs());
        }
        match self.at(0) {
            // The conversion of a whole number rounds to the nearest.
            Some(whole) => whole as f64,
            None => (0..self.exponent).fold(self.mantissa as f64, |value, _| value * 10.0),
        }
    }

    /// The mantissa with another exponent, at most its own.
    fn at(self, exponent: i32) -> Option<u128> {
        let power = u32::try_from(self.exponent - exponent).ok()?;
        self.mantissa.checked_mul(10_u128.checked_pow(power)?)
    }

    /// One form for each value: no zeros at the end.
    fn normal(mut self) -> Self {
        if self.mantissa == 0 {
            return Self { mantissa: 0, exponent: 0 };
        }
        while self.mantissa.is_multiple_of(10) {
            self.mantissa /= 10;
            self.exponent += 1;
        }
        self
    }
}

/// The floating point number nearest to `dividend` / 10^`power`.
fn quotient(dividend: u128, power: u32) -> f64 {
    // The divisor and twice a remainder fit into 128 bits. What is cut off lies far below the digits of a result.
    let kept = power.min(MAX_DIVISOR_POWER);
    let dividend = dividend / 10_u128.pow((power - kept).min(MAX_DIVISOR_POWER));
    let divisor = 10_u128.pow(kept);
    let (mut whole, mut rest) = (dividend / divisor, dividend % divisor);
    if dividend == 0 {
        return 0.0;
    }
    // Digits of the fraction in base 2, until there are more than a result has.
    let mut halvings = 0;
    while whole < 1 << ENOUGH_BITS {
        rest *= 2;
        whole = whole * 2 + u128::from(rest >= divisor);
        rest %= divisor;
        halvings += 1;
    }
    // What is left over decides where a result would lie in the middle between two numbers.
    let rounded = (whole | u128::from(rest > 0)) as f64;
    (0..halvings).fold(rounded, |value, _| value / 2.0)
}

/// Largest power of ten that [`quotient`] divides by.
const MAX_DIVISOR_POWER: u32 = 37;
/// Bits of a quotient before it is rounded: those of a floating point number, and two more.
const ENOUGH_BITS: u32 = 55;

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn a_floating_point_number_is_the_nearest_as_parsing_finds_it() {
        let wholes =
            ["0", "1", "3", "7", "99", "1234567", "9007199254740993", "12345678901234567890", "18446744073709551615"];
        for whole in wholes {
            for fraction in ["", "1", "5", "05", "333", "1415926535", "000000001", "999999999"] {
                for exponent in [-12, -2, -1, 0, 1, 3, 6, 9, 12] {
                    let number = Decimal::from_digits(whole, fraction).and_then(|number| number.scaled(exponent));
                    let parsed: f64 = format!("{whole}.{fraction}0e{exponent}").parse().expect("a number");
                    assert_eq!(number.map(Decimal::to_f64), Some(parsed), "{whole}.{fraction}e{exponent}");
                }
            }
        }
    }

    #[test]
    fn decimals_are_exact() {
        let two_and_a_half = Decimal::from_digits("2", "5").unwrap();
        assert_eq!(two_and_a_half.scaled(9).unwrap().to_f64(), 2_500_000_000.0);
        assert_eq!(Decimal::from_digits("0", "4").unwrap().scaled(9), Decimal::from_digits("400000000", ""));
        let sum = Decimal::whole(3).scaled(12).unwrap().plus(Decimal::whole(5000).scaled(8).unwrap()).unwrap();
        assert_eq!(sum.to_f64(), 3.5e12);
        assert_eq!(Decimal::from_digits("", ""), None);
        assert_eq!(Decimal::from_digits("1x", ""), None);
        assert_eq!(Decimal::from_digits(&"9".repeat(31), ""), None);
        assert_eq!(Decimal::whole(1).scaled(100), None);
        assert_eq!(Decimal::whole(0).to_f64(), 0.0);
    }
}
