//! Dates as they are printed: "29 June 2016", "June 29", "28-30 May 2014", "2016-06-29", "2016년 6월 29일". No year is made up.

use entente_language::values::month;
use entente_text::PartialDate;
use entente_text::date::Point;

use super::atoms::Atoms;
use super::table;

/// Years that a number of four digits may be.
const YEARS: std::ops::Range<u16> = 1000..2200;
/// Years that are alone after most words: others are more often numbers of something.
const BARE_YEARS: std::ops::Range<u16> = 1900..2100;

/// The date that begins at the atom `at`, and the atom after it.
pub(super) fn date(atoms: &Atoms, at: usize) -> Option<(PartialDate, usize)> {
    let days = days(atoms, at);
    if days.is_some() {
        return days;
    }
    let years = years(atoms, at);
    if years.is_some() {
        return years;
    }
    let (first, next) = point(atoms, at)?;
    // "31 January – 1 February 2015".
    if let Some((last, end)) = joined(atoms, next).and_then(|after| point(atoms, after))
        && first.day.is_some() == last.day.is_some()
        && let Some(first) = Point::new(first.year.or(last.year), first.month, first.day)
        && first.year == last.year
        && (first.month, first.day) < (last.month, last.day)
    {
        return Some((PartialDate::Between(first, last), end));
    }
    Some((PartialDate::At(first), next))
}

/// One point of the calendar.
fn point(atoms: &Atoms, at: usize) -> Option<(Point, usize)> {
    eastern(atoms, at)
        .or_else(|| numeric(atoms, at))
        .or_else(|| day_month(atoms, at))
        .or_else(|| month_first(atoms, at))
}

fn year(atoms: &Atoms, at: usize) -> Option<u16> {
    let is_long = atoms.printed(at).chars().count() == 4;
    let year = u16::try_from(atoms.plain(at, 9999)?).ok()?;
    (is_long && YEARS.contains(&year)).then_some(year)
}

fn small(atoms: &Atoms, at: usize, max: u64) -> Option<u8> {
    u8::try_from(atoms.plain(at, max)?).ok()
}

/// "2016년 6월 29일", "6月29日".
fn eastern(atoms: &Atoms, at: usize) -> Option<(Point, usize)> {
    let is = |at: usize, signs: [char; 2]| atoms.gap(at).is_empty() && atoms.word(at).starts_with(signs);
    let year = year(atoms, at).filter(|_| is(at + 1, ['년', '年']));
    let next = if year.is_some() { at + 2 } else { at };
    let month = small(atoms, next, 12).filter(|_| is(next + 1, ['월', '月']));
    let Some(month) = month else { return Some((Point::new(Some(year?), None, None)?, at + 2)) };
    let day = small(atoms, next + 2, 31).filter(|_| is(next + 3, ['일', '日']));
    let point = Point::new(year, Some(month), day)?;
    Some((point, next + if day.is_some() { 4 } else { 2 }))
}

/// "2016-06-29", "2016. 6. 29.", "29.06.2016"; "14/09/2023" only where one of the two cannot be a month.
fn numeric(atoms: &Atoms, at: usize) -> Option<(Point, usize)> {
    let mark = atoms.gap(at + 1);
    let goes_on = |at: usize| !atoms.gap(at).is_empty() && matches!(atoms.gap(at), "." | "/" | "-") && at > 0;
    if atoms.gap(at + 2) != mark || !matches!(mark, "-" | "." | "/" | ". " | "‑" | "–") || goes_on(at) {
        return None;
    }
    if let Some(year) = year(atoms, at) {
        let (month, day) = (small(atoms, at + 1, 12)?, small(atoms, at + 2, 31)?);
        return Some((Point::new(Some(year), Some(month), Some(day))?, at + 3));
    }
    let (first, second, year) = (small(atoms, at, 31)?, small(atoms, at + 1, 31)?, year(atoms, at + 2)?);
    let (day, month) = match mark {
        "." | ". " => (first, second),
        "/" if first > 12 => (first, second),
        "/" if second > 12 => (second, first),
        _ => return None,
    };
    Some((Point::new(Some(year), Some(month), Some(day))?, at + 3))
}

/// The month that the word at `at` names.
fn month_at(atoms: &Atoms, at: usize) -> Option<u8> {
    if atoms.word(at).is_empty() { None } else { month(atoms.printed(at)) }
}

/// A day with or without the mark of an ordinal, and the atom after it.
fn day(atoms: &Atoms, at: usize) -> Option<(u8, usize)> {
    let day = small(atoms, at, 31)?;
    let has_mark = atoms.gap(at + 1).is_empty() && table::is("suffix", atoms.word(at + 1));
    Some((day, at + 1 + usize::from(has_mark)))
}

/// "29 June 2016", "29th of June", "8th day of August, 2012", "5 de mayo de 2014", "9. Januar 2012".
fn day_month(atoms: &Atoms, at: usize) -> Option<(Point, usize)> {
    let (day, mut next) = day(atoms, at)?;
    while table::is("of", atoms.word(next)) && atoms.is_close(next) && next < at + 4 {
        next += 1;
    }
    let month = month_at(atoms, next).filter(|_| atoms.is_close(next))?;
    let (year, next) = year_after(atoms, next + 1);
    Some((Point::new(year, Some(month), Some(day))?, next))
}

/// "June 29, 2016", "June 29", "June 2016".
fn month_first(atoms: &Atoms, at: usize) -> Option<(Point, usize)> {
    let month = month_at(atoms, at)?;
    if let (Some(year), next) = year_after(atoms, at + 1) {
        return Some((Point::new(Some(year), Some(month), None)?, next));
    }
    let (day, next) = day(atoms, at + 1).filter(|_| atoms.is_close(at + 1))?;
    let (year, next) = year_after(atoms, next);
    Some((Point::new(year, Some(month), Some(day))?, next))
}

/// The year at `at`, and the atom after it; else `at` itself.
fn year_after(atoms: &Atoms, at: usize) -> (Option<u16>, usize) {
    let year_at = at + usize::from(table::is("of", atoms.word(at)));
    let is_beside = |at: usize| matches!(atoms.gap(at).trim(), "" | "," | "-" | ".") && !atoms.gap(at).contains('\n');
    match year(atoms, year_at).filter(|_| (at..=year_at).all(is_beside)) {
        Some(year) => (Some(year), year_at + 1),
        None => (None, at),
    }
}

/// Where a range goes on: after a dash or a word that joins.
fn joined(atoms: &Atoms, at: usize) -> Option<usize> {
    match atoms.gap(at).trim() {
        "-" | "–" | "—" | "~" | "∼" | "～" | "‑" | "/" => Some(at),
        "" if table::is("joiner", atoms.word(at)) && atoms.is_close(at + 1) => Some(at + 1),
        _ => None,
    }
}

/// Days of one month: "28 to 30 May 2014", "January 30-31, 2023".
fn days(atoms: &Atoms, at: usize) -> Option<(PartialDate, usize)> {
    let (first, last, end) = match day(atoms, at) {
        Some((first, next)) => {
            let (last, end) = day_month(atoms, joined(atoms, next)?)?;
            (first, last, end)
        }
        None => {
            let month = month_at(atoms, at)?;
            let (first, next) = day(atoms, at + 1).filter(|_| atoms.is_close(at + 1))?;
            let (last, next) = day(atoms, joined(atoms, next)?)?;
            let (year, end) = year_after(atoms, next);
            (first, Point::new(year, Some(month), Some(last))?, end)
        }
    };
    let first = Point::new(last.year, last.month, Some(first)).filter(|first| first.day < last.day)?;
    Some((PartialDate::Between(first, last), end))
}

/// "2027-2029", "2026/27".
fn years(atoms: &Atoms, at: usize) -> Option<(PartialDate, usize)> {
    let recent = |year: &u16| BARE_YEARS.contains(year);
    let first = year(atoms, at).filter(recent)?;
    if !matches!(atoms.gap(at + 1), "-" | "–" | "—" | "/" | " - " | " – ") {
        return None;
    }
    let short = || {
        let is_short = atoms.printed(at + 1).len() == 2;
        let last = first / 100 * 100 + u16::from(small(atoms, at + 1, 99)?);
        (is_short && last == first + 1).then_some(last)
    };
    let last = year(atoms, at + 1).filter(recent).or_else(short).filter(|last| *last > first)?;
    let goes_on = matches!(atoms.gap(at + 2), "-" | "–" | "/" | ".")
        && atoms.all.get(at + 2).is_some_and(|next| next.number.is_some());
    let point = |year: u16| Point::new(Some(year), None, None);
    if goes_on { None } else { Some((PartialDate::Between(point(first)?, point(last)?), at + 2)) }
}

/// The month that is alone at `at`, after a word that opens one: "in March", "last May".
pub(super) fn bare_month(atoms: &Atoms, at: usize) -> Option<u8> {
    let opener = at.checked_sub(1).map_or("", |before| atoms.word(before));
    let is_capital = atoms.printed(at).starts_with(char::is_uppercase);
    let opens = table::is("month-opener", opener) && atoms.gap(at) == " ";
    // Months have a capital where the word that opens them is not French.
    if opens && (is_capital || opener == "en") { month_at(atoms, at) } else { None }
}

/// The year that is alone at `at`: after a word that opens one, or in brackets.
pub(super) fn bare_year(atoms: &Atoms, at: usize) -> Option<PartialDate> {
    let year = year(atoms, at)?;
    let opener = if BARE_YEARS.contains(&year) { "opener" } else { "year-opener" };
    let opens = at > 0 && table::is(opener, atoms.word(at - 1)) && atoms.gap(at) == " ";
    let range = &atoms.all.get(at)?.range;
    let in_brackets = atoms.text[..range.start].ends_with('(') && atoms.text[range.end..].starts_with(')');
    if opens || in_brackets { PartialDate::year(year) } else { None }
}
