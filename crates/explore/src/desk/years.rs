//! The years that an axis has room for.

/// A span of at most this many years is shown whole.
const MAX_WHOLE_YEARS: u32 = 12;
/// A year is an outlier if it is this many interquartile ranges away from the quartiles (Tukey's fences).
const FENCE_RANGES: u32 = 3;
/// Years that the fences are away from the quartiles at least.
const MIN_FENCE_YEARS: u32 = 20;
/// At either end, years that together have at most one date of this many are left out: their bars would be too low to be seen.
const LOW_SHARE: usize = 200;

/// First and last year in which most dates begin, by the year of each date; a date without a year is 0. `None` if no date has a year.
///
/// A short span is returned whole. From a longer one, years far away from most dates are left out: one date of 1776 would otherwise
/// flatten the bars of 2010 to 2016.
pub(crate) fn years_of_most(mut years: Vec<u32>) -> Option<(u32, u32)> {
    years.retain(|year| *year > 0);
    years.sort_unstable();
    let (first, last) = (*years.first()?, *years.last()?);
    if last - first <= MAX_WHOLE_YEARS {
        return Some((first, last));
    }
    let (low, high) = (years[years.len() / 4], years[years.len() * 3 / 4]);
    let reach = ((high - low) * FENCE_RANGES).max(MIN_FENCE_YEARS);
    let is_near = |year: &u32| (low.saturating_sub(reach)..=high + reach).contains(year);
    years.retain(is_near);
    let few = years.len() / LOW_SHARE;
    Some((*years.get(few)?, *years.get(years.len() - 1 - few)?))
}

#[cfg(test)]
mod tests {
    use super::years_of_most;

    /// As many years as `counts` says.
    fn years(counts: &[(u32, usize)]) -> Vec<u32> {
        counts.iter().flat_map(|(year, count)| vec![*year; *count]).collect()
    }

    #[test]
    fn an_axis_has_the_years_of_most_dates() {
        for (counts, expected) in [
            (&[][..], None),
            (&[(0, 7)], None),
            (&[(2016, 1)], Some((2016, 2016))),
            (&[(2003, 1), (2014, 90), (2015, 1)], Some((2003, 2015))),
            (&[(1776, 1), (2010, 5), (2016, 5)], Some((2010, 2016))),
            (&[(1993, 4), (2015, 1), (2021, 500), (2024, 500), (2030, 2)], Some((2021, 2024))),
            (&[(2005, 40), (2021, 500), (2024, 500), (2030, 30)], Some((2005, 2030))),
            (&[(1990, 3), (2000, 3), (2010, 3), (2020, 3)], Some((1990, 2020))),
        ] {
            assert_eq!(years_of_most(years(counts)), expected, "{counts:?}");
        }
    }
}
