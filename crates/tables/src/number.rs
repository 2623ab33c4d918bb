//! Numbers as text.
//!
//! In: a number. Out: its shortest decimal form that reads back the same, without an exponent. The standard library's
//! way to write a float costs the page 11 KB, and it is wanted for amounts and shares alone.

/// Digits after the point that are tried.
const MAX_DECIMALS: u32 = 15;
/// Below this, whole numbers fit an integer.
const WHOLE_BOUND: f64 = 1e18;

/// `value` as it is written: "500000", "0.5", "-3".
#[must_use]
pub fn written(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let mut out = if value < 0.0 { "-".to_owned() } else { String::new() };
    let (mut whole, mut zeros) = (value.abs(), 0);
    while whole >= WHOLE_BOUND {
        whole /= 10.0;
        zeros += 1;
    }
    let integer = whole as u64;
    out.push_str(&integer.to_string());
    for _ in 0..zeros {
        out.push('0');
    }
    let rest = whole - whole.floor();
    if rest == 0.0 || zeros > 0 {
        return out;
    }
    let mut scale = 1.0;
    for digits in 1..=MAX_DECIMALS {
        scale *= 10.0;
        let scaled = (whole * scale).round();
        // The last one is used if there is no short form.
        if scaled / scale == whole || digits == MAX_DECIMALS || scaled >= WHOLE_BOUND {
            let text = ((scaled - integer as f64 * scale).max(0.0) as u64).to_string();
            out.push('.');
            for _ in text.len()..digits as usize {
                out.push('0');
            }
            out.push_str(&text);
            break;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_as_short_as_they_read_back() {
        for (value, text) in [
            (500_000.0, "500000"),
            (0.5, "0.5"),
            (-3.0, "-3"),
            (0.04, "0.04"),
            (1.25, "1.25"),
            (2_100_000_000.0, "2100000000"),
            (1_500_000.5, "1500000.5"),
            (0.333, "0.333"),
            (3.7, "3.7"),
            (0.0, "0"),
            (1e21, "1000000000000000000000"),
        ] {
            assert_eq!(written(value), text);
            assert_eq!(text.parse::<f64>(), Ok(value));
        }
    }
}
