//! Counts and offsets: as the 32-bit numbers that the corpus keeps, and as they are written for readers.

/// `n` as a `u32`; `u32::MAX` if it is larger. No text or list of a corpus comes near that: a page could not carry it.
///
/// ```
/// use entente_text::saturating_u32;
///
/// assert_eq!(saturating_u32(7), 7);
/// assert_eq!(saturating_u32(usize::MAX), u32::MAX);
/// ```
#[must_use]
pub fn saturating_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// `digits` with commas between thousands, however many there are: a sum of money may have more than a number of the
/// machine.
///
/// ```
/// use entente_text::number::grouped;
///
/// assert_eq!(grouped("935"), "935");
/// assert_eq!(grouped("1009935"), "1,009,935");
/// assert_eq!(grouped(""), "");
/// ```
#[must_use]
pub fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "9,935 documents", "1 document": the title of a file that has no other.
#[must_use]
pub fn count_documents(n: usize) -> String {
    if n == 1 { "1 document".to_owned() } else { [&grouped(&n.to_string()), " documents"].concat() }
}
