//! Dates in running text, as far as they are printed.
//!
//! In: a passage's reading text. Out: partial dates with their places. No year is ever made up here:
//! "On August 2" is `XXXX-08-02`, "on the 8th" `XXXX-XX-08`; what a document's own date may add is
//! for the facts to say.

use std::ops::Range;

use entente_text::date::Point;
use entente_text::words::Word;
use entente_text::{PartialDate, Precision};

/// A date expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Bytes of the reading text, prepositions of the date's meaning included ("since 2009").
    pub range: Range<usize>,
    /// What is printed.
    pub value: Printed,
}

/// What is printed of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// A date, perhaps without its year.
    Date(PartialDate),
    /// "last April": a month that only the document's own date can place.
    LastMonth(u8),
}

/// Months by their names in English, French, German, Spanish, Italian, Portuguese and Dutch; three letters and more abbreviate English ones.
const MONTHS: &[&[&str]] = &[
    &["january", "janvier", "januar", "enero", "gennaio", "janeiro", "januari"],
    &["february", "fevrier", "februar", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "mars", "marz", "marzo", "marco", "maart"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio"],
    &["june", "juin", "juni", "junio", "giugno", "junho"],
    &["july", "juillet", "juli", "julio", "luglio", "julho"],
    &["august", "aout", "agosto", "augustus"],
    &["september", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "octobre", "oktober", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "decembre", "dezember", "diciembre", "dicembre", "dezembro"],
];
/// Words before a bare year that make it a date ("in 2014"); without one it may be a number or part of a name.
const BEFORE_YEAR: &[&str] = &[
    "in", "since", "from", "until", "till", "by", "during", "to", "through", "year", "of", "en", "depuis", "seit",
    "im", "and",
];

/// The date expressions of `text`, in order, not overlapping.
pub fn find(text: &str, words: &[Word]) -> Vec<When> {
    let scan = Scan { text, words };
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match scan.expression(at) {
            Some((next, value)) => {
                let from = scan.from(at);
                out.push(scan.closed(from, at, next, value));
                at = next;
            }
            None => at += 1,
        }
    }
    out
}

struct Scan<'a> {
    text: &'a str,
    words: &'a [Word<'a>],
}

impl Scan<'_> {
    /// An expression that begins at word `at`, and the word behind it.
    fn expression(&self, at: usize) -> Option<(usize, Printed)> {
        if let Some((next, month)) = self.last_month(at) {
            return Some((next, Printed::LastMonth(month)));
        }
        let (next, date) = self
            .interval(at)
            .or_else(|| self.glued(at))
            .or_else(|| self.point(at).map(|(next, point)| (next, PartialDate::At(point))))
            .or_else(|| self.bare_year(at))
            .or_else(|| self.bare_day(at))?;
        Some((next, Printed::Date(date)))
    }

    /// "since", "until" and "by" before the date belong to its meaning.
    fn from(&self, at: usize) -> Option<&str> {
        let before = self.words.get(at.checked_sub(1)?)?;
        self.close(at - 1, at).then_some(before.folded.as_str())
    }

    fn closed(&self, before: Option<&str>, at: usize, next: usize, value: Printed) -> When {
        let end = self.words[next - 1].end;
        let start = self.words[at].start;
        let point = match value {
            Printed::Date(PartialDate::At(point)) if point.year.is_some() => Some(point),
            _ => None,
        };
        let opened = match (before, point) {
            (Some("since" | "depuis" | "seit"), Some(point)) => Some(PartialDate::Since(point)),
            (Some("until" | "till" | "by"), Some(point)) => Some(PartialDate::Until(point)),
            _ => None,
        };
        match opened {
            Some(date) => When { range: self.words[at - 1].start..end, value: Printed::Date(date) },
            None => When { range: start..end, value },
        }
    }

    /// One point with at least month and day, or month and year.
    fn point(&self, at: usize) -> Option<(usize, Point)> {
        self.iso(at).or_else(|| self.day_month(at)).or_else(|| self.month_first(at))
    }

    /// "2016-06-29", "2016. 6. 29."
    fn iso(&self, at: usize) -> Option<(usize, Point)> {
        let year = self.year(at)?;
        let joins = |n: usize| matches!(self.between(n, n + 1).trim(), "-" | "." | "/");
        let number = |n: usize| self.words.get(n).and_then(|word| word.text.parse::<u8>().ok());
        if !joins(at) {
            return None;
        }
        let (month, day) = (number(at + 1)?, if joins(at + 1) { number(at + 2) } else { None });
        let point = Point::new(Some(year), Some(month), Some(day?))?;
        Some((at + 3, point))
    }

    /// "29 June 2016", "29 June", "29th of June 2016", "5 de mayo de 2014", "9. Januar 2012".
    fn day_month(&self, at: usize) -> Option<(usize, Point)> {
        let day = self.day(at)?;
        let of = usize::from(self.is(at + 1, &["of", "de"]));
        let month = self.month(at + 1 + of)?;
        // "14-July-2016".
        let joins = |at: usize| self.adjoins(at, at + 1) || self.between(at, at + 1) == "-";
        if !(at..=at + of).all(joins) {
            return None;
        }
        let behind = at + 2 + of;
        let year_at = behind + usize::from(self.is(behind, &["de"]));
        match self.year(year_at).filter(|_| (behind - 1..year_at).all(joins)) {
            Some(year) => Some((year_at + 1, Point::new(Some(year), Some(month), Some(day))?)),
            None => Some((behind, Point::new(None, Some(month), Some(day))?)),
        }
    }

    /// "June 29, 2016", "June 29", "June 2016", "June, 2013".
    fn month_first(&self, at: usize) -> Option<(usize, Point)> {
        let month = self.month(at)?;
        // Of "31 February 2015" not even the month is believed.
        let day_before = at.checked_sub(1).filter(|before| self.close(*before, at)).and_then(|before| self.day(before));
        if let Some(year) = self.year(at + 1).filter(|_| self.adjoins(at, at + 1)) {
            if day_before.is_some_and(|day| Point::new(Some(year), Some(month), Some(day)).is_none()) {
                return None;
            }
            return Some((at + 2, Point::new(Some(year), Some(month), None)?));
        }
        let day = self.day(at + 1).filter(|_| self.close(at, at + 1))?;
        // "May 10 people": a count, not a day, unless something ends behind it.
        match self.year(at + 2).filter(|_| self.adjoins(at + 1, at + 2)) {
            Some(year) => Some((at + 3, Point::new(Some(year), Some(month), Some(day))?)),
            None => Some((at + 2, Point::new(None, Some(month), Some(day))?)),
        }
    }

    /// Two points, or one and a half: "28 to 30 May 2014", "31 January – 1 February 2015", "Feb 11~13, 2013",
    /// "2013-2014", "from 2012 to 2013", "May to August 2014".
    fn interval(&self, at: usize) -> Option<(usize, PartialDate)> {
        // Days that share month and year.
        if let Some(first) = self.day(at)
            && let Some(to) = self.joint(at)
            && self.day(to).is_some()
            && let Some((next, last)) = self.day_month(to)
            && let Some(from) = Point::new(last.year, last.month, Some(first))
        {
            return between(next, from, last);
        }
        if let Some(month) = self.month(at)
            && let Some(first) = self.day(at + 1).filter(|_| self.close(at, at + 1))
            && let Some(to) = self.joint(at + 1)
            && let Some(last) = self.day(to)
        {
            let year = self.year(to + 1).filter(|_| self.adjoins(to, to + 1));
            let points = Point::new(year, Some(month), Some(first)).zip(Point::new(year, Some(month), Some(last)));
            let next = to + 1 + usize::from(year.is_some());
            if let Some((from, last)) = points {
                return between(next, from, last);
            }
        }
        // Two whole points; the year may be printed once. "in May 2013 and June 2014" are two dates.
        if let Some((mid, from)) = self.point(at)
            && let Some(to) = self.joint(mid - 1)
            && !self.is(mid, &["and"])
            && let Some((next, last)) = self.point(to)
        {
            let from = Point::new(from.year.or(last.year), from.month, from.day)?;
            return between(next, from, last);
        }
        if let Some(month) = self.month(at)
            && let Some(to) = self.joint(at)
            && !self.is(at + 1, &["and"])
            && let Some((next, last)) = self.month_first(to)
            && last.day.is_none()
        {
            return between(next, Point::new(last.year, Some(month), None)?, last);
        }
        // Two years: only where they are joined by a dash, or by "from … to".
        let first = self.plausible_year(at)?;
        let to = self.joint(at)?;
        let last = self.plausible_year(to).filter(|last| *last > first)?;
        let dash = to == at + 1;
        let led = at.checked_sub(1).is_some_and(|before| self.is(before, &["from", "between", "de", "von"]));
        if !(dash || led) {
            return None;
        }
        between(to + 1, Point::new(Some(first), None, None)?, Point::new(Some(last), None, None)?)
    }

    /// Word behind a joint that stands behind word `at`: a dash or "to"/"and" between two words.
    fn joint(&self, at: usize) -> Option<usize> {
        let between = self.between(at, at + 1).trim();
        if matches!(between, "-" | "–" | "—" | "~" | "∼" | "‑") {
            return Some(at + 1);
        }
        let spaced = between.is_empty() && self.is(at + 1, &["to", "until", "and", "au", "bis", "al", "through"]);
        (spaced && self.adjoins(at + 1, at + 2)).then_some(at + 2)
    }

    /// "2024년 3월 5일", "3월 5일", "2024년 3월", "2024년".
    fn glued(&self, at: usize) -> Option<(usize, PartialDate)> {
        let part = |n: usize, unit: &[char]| -> Option<u16> {
            let word = self.words.get(n)?.text;
            let digits = word.find(|c: char| !c.is_ascii_digit())?;
            let behind = word[digits..].chars().next()?;
            (digits > 0 && unit.contains(&behind)).then(|| word[..digits].parse().ok()).flatten()
        };
        let small = |n: usize, unit: &[char]| part(n, unit).and_then(|n| u8::try_from(n).ok());
        let year = part(at, &['년', '年']);
        let month_at = at + usize::from(year.is_some());
        let month = small(month_at, &['월', '月']);
        let day = month.and_then(|_| small(month_at + 1, &['일', '日']));
        if year.is_none() && day.is_none() {
            return None;
        }
        let next = month_at + usize::from(month.is_some()) + usize::from(day.is_some());
        Some((next, PartialDate::At(Point::new(year, month, day)?)))
    }

    /// "in 2014", "(2014)", "2014 Summit" is none: a year alone is a date only where the text treats it as one.
    fn bare_year(&self, at: usize) -> Option<(usize, PartialDate)> {
        let year = self.plausible_year(at)?;
        let led = at.checked_sub(1).is_some_and(|before| self.is(before, BEFORE_YEAR) && self.adjoins(before, at));
        let start = self.words[at].start;
        let bracketed = self.text[..start].ends_with('(') && self.text[self.words[at].end..].starts_with(')');
        // "in 2014 cases" would be a count; what is counted is not capitalised and follows at once.
        let counted = self.words.get(at + 1).is_some_and(|word| {
            self.adjoins(at, at + 1)
                && matches!(word.folded.as_str(), "ships" | "people" | "cases" | "persons" | "troops")
        });
        ((led || bracketed) && !counted).then(|| PartialDate::year(year).map(|date| (at + 1, date))).flatten()
    }

    /// "on the 8th".
    fn bare_day(&self, at: usize) -> Option<(usize, PartialDate)> {
        let word = self.words.get(at)?;
        let suffixed = word.text.ends_with(|c: char| c.is_ascii_alphabetic());
        let led = at >= 2 && self.is(at - 1, &["the"]) && self.is(at - 2, &["on"]) && self.adjoins(at - 2, at - 1);
        let ends = self.words.get(at + 1).is_none_or(|next| {
            !self.adjoins(at, at + 1)
                || !next.text.starts_with(char::is_uppercase) && !self.is(at + 1, &["of", "anniversary"])
        });
        if !(suffixed && led && ends) {
            return None;
        }
        Some((at + 1, PartialDate::At(Point::new(None, None, Some(self.day(at)?))?)))
    }

    /// "last April".
    fn last_month(&self, at: usize) -> Option<(usize, u8)> {
        (self.is(at, &["last"]) && self.close(at, at + 1)).then_some(())?;
        Some((at + 2, self.month(at + 1)?))
    }

    fn month(&self, at: usize) -> Option<u8> {
        month(self.words.get(at)?)
    }

    fn day(&self, at: usize) -> Option<u8> {
        let word = self.words.get(at)?.folded.as_str();
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let suffix = &word[digits.len()..];
        let fits = matches!(suffix, "" | "st" | "nd" | "rd" | "th" | "er") && digits.len() <= 2;
        digits.parse::<u8>().ok().filter(|day| fits && (1..=31).contains(day))
    }

    fn year(&self, at: usize) -> Option<u16> {
        let word = self.words.get(at)?.text;
        word.parse().ok().filter(|year| word.len() == 4 && (1500..2200).contains(year))
    }

    /// A year that stands without a month.
    fn plausible_year(&self, at: usize) -> Option<u16> {
        self.year(at).filter(|year| (1700..2100).contains(year))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| words.contains(&word.folded.as_str()))
    }

    /// What stands between two words; something that never fits where there is none.
    fn between(&self, a: usize, b: usize) -> &str {
        match (self.words.get(a), self.words.get(b)) {
            (Some(a), Some(b)) => self.text.get(a.end..b.start).unwrap_or("\n"),
            _ => "\n",
        }
    }

    /// Only white space between two words.
    fn close(&self, a: usize, b: usize) -> bool {
        matches!(self.between(a, b).trim(), "" | ".")
    }

    /// White space, a comma or a full stop: what stands inside one date.
    fn adjoins(&self, a: usize, b: usize) -> bool {
        matches!(self.between(a, b).trim(), "" | "," | ".")
    }
}

/// The month that a word names, from 1.
pub fn month(word: &Word) -> Option<u8> {
    // "may" and "march" are verbs, "mars" a planet's name without its capital letter.
    if !word.text.starts_with(char::is_uppercase)
        && matches!(word.folded.as_str(), "may" | "march" | "mar" | "sept" | "dec")
    {
        return None;
    }
    let named = |names: &[&str]| names.contains(&word.folded.as_str());
    let short = |names: &[&str]| {
        let length = word.folded.len();
        (3..=4).contains(&length) && word.text.starts_with(char::is_uppercase) && names[0].starts_with(&word.folded)
    };
    let at = MONTHS.iter().position(|names| named(names) || short(names))?;
    u8::try_from(at + 1).ok()
}

fn between(next: usize, from: Point, to: Point) -> Option<(usize, PartialDate)> {
    let date = PartialDate::Between(from, to);
    // An interval that runs backwards is two dates, not one.
    let order = date.bounds().is_none_or(|(first, last)| first <= last);
    (order && date.precision() == Precision::Interval).then_some((next, date))
}

#[cfg(test)]
mod tests {
    use super::{Printed, find};
    use entente_text::words::words;

    #[test]
    fn dates_are_read_as_far_as_they_are_printed() {
        let cases: &[(&str, &[(&str, &str)])] = &[
            ("will take place at the Department on June 29, with", &[("June 29", "XXXX-06-29")]),
            ("On August 2, Kim held the 6th Dialogue", &[("August 2", "XXXX-08-02")]),
            ("in October 2015, which", &[("October 2015", "2015-10")]),
            ("held a meeting on the 8th to discuss", &[("8th", "XXXX-XX-08")]),
            ("on the 70th anniversary and the 3rd Meeting", &[]),
            ("Subic, 31 January – 1 February 2015", &[("31 January – 1 February 2015", "2015-01-31/2015-02-01")]),
            ("from 28 to 30 May 2014.", &[("28 to 30 May 2014", "2014-05-28/2014-05-30")]),
            ("the DMPT(Feb 11~13,2013)", &[("Feb 11~13,2013", "2013-02-11/2013-02-13")]),
            ("between Korea and China(June, 2013)", &[("June, 2013", "2013-06")]),
            ("since 2003. It", &[("since 2003", "2003/..")]),
            ("Since October 2012, Korea", &[("Since October 2012", "2012-10/..")]),
            ("by 20 December 2011.", &[("by 20 December 2011", "../2011-12-20")]),
            ("From 2012 to 2013, Korea", &[("2012 to 2013", "2012/2013")]),
            ("from 2013-2014, Korea", &[("2013-2014", "2013/2014")]),
            ("(2002, 2003) and (2004)", &[("2004", "2004")]),
            ("the 2019 Summit and resolution 1540", &[]),
            ("in 2807 ships, about 2,807 ships", &[]),
            ("On Oct. 2012 and Mar. 2014", &[("Oct. 2012", "2012-10"), ("Mar. 2014", "2014-03")]),
            ("they may 2 times march 3 miles", &[]),
            ("E.U in May 2014, Russia in May 2014", &[("May 2014", "2014-05"), ("May 2014", "2014-05")]),
            ("2024년 3월 5일 서울에서, 6월 29일", &[("2024년 3월 5일", "2024-03-05"), ("6월 29일", "XXXX-06-29")]),
            ("le 12 novembre 2021 à Paris", &[("12 novembre 2021", "2021-11-12")]),
            ("el 5 de mayo de 2014", &[("5 de mayo de 2014", "2014-05-05")]),
            ("am 9. Januar 2012", &[("9. Januar 2012", "2012-01-09")]),
            ("Seoul, 31 February 2015", &[]),
            ("2016-06-29 at noon", &[("2016-06-29", "2016-06-29")]),
            ("Monday, April 9th, 1981", &[("April 9th, 1981", "1981-04-09")]),
        ];
        for (text, expected) in cases {
            let found: Vec<(String, String)> = find(text, &words(text))
                .iter()
                .filter_map(|when| match when.value {
                    Printed::Date(date) => Some((text[when.range.clone()].to_owned(), date.to_string())),
                    Printed::LastMonth(_) => None,
                })
                .collect();
            let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn a_month_without_its_year_stays_one() {
        let text = "in accordance with the Agreement last August.";
        let found = find(text, &words(text));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].value, Printed::LastMonth(8));
    }
}
