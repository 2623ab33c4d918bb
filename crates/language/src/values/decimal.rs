//! Numbers with a decimal point, exact: "2.5 million" is 25 times ten to the fifth.

use std::cmp::Ordering;

/// A number of at most 30 digits times a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    mantissa: u128,
    exponent: i32,
}

/// Most digits of a number: longer ones are no amounts.
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

    /// The nearest floating point number, the same on every machine.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // Parsing rounds correctly; multiplying by a power of ten would not.
        format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or(0.0)
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

#[cfg(test)]
mod tests {
    use super::Decimal;

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
