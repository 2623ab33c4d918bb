//! Words of amounts.

use entente_explore::tables::AmountRow;

use super::{counted, grouped};

/// "3 amounts"
#[must_use]
pub fn amounts(n: usize) -> String {
    counted(n, "amount", "amounts")
}

/// "5 sums of money" and how many other amounts.
#[must_use]
pub fn amounts_heading(money: usize, of: usize) -> String {
    match of - money {
        0 => counted(money, "sum of money", "sums of money"),
        rest if money == 0 => counted(rest, "count or share", "counts and shares"),
        rest => {
            format!(
                "{}, {}",
                counted(money, "sum of money", "sums of money"),
                counted(rest, "count or share", "counts and shares")
            )
        }
    }
}

/// "USD 500,000", "EUR 20,000,000–25,000,000", "$5", "30%", "1,600 participants"
#[must_use]
pub fn amount(row: &AmountRow) -> String {
    let mut value = quantity(row.value);
    if let Some(max) = row.value_max {
        value = [&value, "–", &quantity(max)].concat();
    }
    // A currency that the text does not decide is shown as printed.
    let unit = row.unit.as_deref().or(row.sign.as_deref()).unwrap_or("");
    match unit {
        "" | "%" => value + unit,
        _ if row.is_money => [unit, " ", &value].concat(),
        _ => [&value, " ", unit].concat(),
    }
}

/// A number as it is read: thousands with commas, no more decimals than it has.
#[must_use]
fn quantity(value: f64) -> String {
    let text = entente_tables::written(value.abs());
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let whole = grouped(whole);
    let sign = if value < 0.0 { "−" } else { "" };
    rest.map_or_else(|| [sign, &whole].concat(), |rest| [sign, &whole, ".", rest].concat())
}

#[cfg(test)]
mod tests {
    use super::{amounts_heading, quantity};

    #[test]
    fn amounts_are_counted_and_grouped() {
        for (text, expected) in [
            (amounts_heading(5, 5), "5 sums of money"),
            (amounts_heading(1, 3), "1 sum of money, 2 counts and shares"),
            (quantity(1_500_000.5), "1,500,000.5"),
            (quantity(-3.0), "−3"),
            (quantity(272e9), "272,000,000,000"),
            (quantity(3e20), "300,000,000,000,000,000,000"),
        ] {
            assert_eq!(text, expected);
        }
    }
}
