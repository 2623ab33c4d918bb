//! Counts and offsets as the 32-bit numbers that the corpus keeps.

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
