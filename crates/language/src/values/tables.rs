//! The tables of the value grammars, read once.

use std::sync::{LazyLock, OnceLock};

use entente_text::{WordMap, order};

use crate::language::Language;

pub(crate) const MONTHS: &str = include_str!("../../data/months.tsv");
pub(crate) const NUMBERS: &str = include_str!("../../data/numbers.tsv");
pub(crate) const SCALES: &str = include_str!("../../data/scales.tsv");
pub(crate) const CURRENCIES: &str = include_str!("../../data/currencies.tsv");
pub(crate) const COMMA_CURRENCIES: &str = include_str!("../../data/comma-currencies.tsv");
pub(crate) const CALENDAR: &str = include_str!("../../data/calendar.tsv");
pub(crate) const ORDINALS: &str = include_str!("../../data/ordinals.tsv");

/// The first `N` columns of every line of `table` but its head.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).filter_map(cells)
}

/// The first `N` columns of a line.
fn cells<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut columns = line.split('\t');
    let mut row = [""; N];
    for cell in &mut row {
        *cell = columns.next()?;
    }
    Some(row)
}

/// A month's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MonthName {
    /// From 1.
    pub(crate) month: u8,
    /// True if the word is another one without a capital: "may".
    pub(crate) needs_capital: bool,
}

/// For each word of a sorted table the table from its first line on. Every word of a text is looked up, and hardly any is found.
type FirstLines = WordMap<&'static str, &'static str>;

/// Finds the words of `table`.
fn find_first_lines(table: &'static str) -> FirstLines {
    let mut first_lines = FirstLines::default();
    let (_, mut lines) = table.split_once('\n').unwrap_or_default();
    while !lines.is_empty() {
        first_lines.entry(first_cell(lines.lines().next().unwrap_or_default())).or_insert(lines);
        lines = lines.split_once('\n').map_or("", |(_, rest)| rest);
    }
    first_lines
}

/// The lines that have `word` in their first column.
fn lines_of(first_lines: &FirstLines, word: &str) -> impl Iterator<Item = &'static str> {
    let from = first_lines.get(word).copied().unwrap_or_default();
    from.lines().take_while(move |line| first_cell(line) == word)
}

static MONTH_LINES: LazyLock<FirstLines> = LazyLock::new(|| find_first_lines(MONTHS));
static NUMBER_LINES: LazyLock<FirstLines> = LazyLock::new(|| find_first_lines(NUMBERS));
static SCALE_LINES: LazyLock<FirstLines> = LazyLock::new(|| find_first_lines(SCALES));

fn first_cell(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

/// The month that `word`, folded, names.
pub(crate) fn month_name(word: &str) -> Option<MonthName> {
    let line = lines_of(&MONTH_LINES, word).next()?;
    let [_, month, written] = cells(line)?;
    Some(MonthName { month: month.parse().ok()?, needs_capital: written == "capital" })
}

/// What kind of number a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberKind {
    /// "three".
    Cardinal,
    /// "third".
    Ordinal,
    /// A sign for one digit, in scripts without spaces.
    Digit,
}

/// The number of the given kind that `word`, folded, is in `language`.
pub(crate) fn number_word(word: &str, language: Language, kind: NumberKind) -> Option<u32> {
    let mut lines = lines_of(&NUMBER_LINES, word);
    lines.find_map(|line| {
        let [_, tag, named, value] = cells(line)?;
        let own = match named {
            "cardinal" | "native" => NumberKind::Cardinal,
            "ordinal" => NumberKind::Ordinal,
            "digit" => NumberKind::Digit,
            _ => return None,
        };
        let is_own = own == kind && Language::from_tag(tag).is_none_or(|own| own == language);
        if is_own { value.parse().ok() } else { None }
    })
}

/// The digit that a sign of a script without spaces stands for: "三", "오".
pub(crate) fn sign_digit(sign: &str) -> Option<u32> {
    [Language::Japanese, Language::Chinese, Language::Korean]
        .into_iter()
        .find_map(|language| number_word(sign, language, NumberKind::Digit))
}

/// The signs of scripts without spaces that are digits or scales, sorted.
fn numeral_signs() -> &'static [char] {
    static SIGNS: OnceLock<Vec<char>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let digits = rows(NUMBERS).filter(|[_, _, kind, _]| *kind == "digit").map(|[word, _, _, _]| word);
        let is_sign = |[_, _, _, written]: &[&str; 4]| matches!(*written, "small" | "myriad");
        let scales = rows(SCALES).filter(is_sign).map(|[word, _, _, _]| word);
        let mut signs: Vec<char> = digits.chain(scales).filter_map(|word| word.chars().next()).collect();
        order::sort_by(&mut signs, Ord::cmp);
        signs.dedup();
        signs
    })
}

/// True for a sign of a script without spaces that is a digit or a scale.
pub(crate) fn is_numeral_sign(c: char) -> bool {
    !c.is_ascii() && numeral_signs().binary_search(&c).is_ok()
}

/// How a scale is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// As a word of its own: "million".
    Word,
    /// As a word, or at once after the digits: "bn".
    Glued,
    /// Like glued, but something else where no currency is beside it: "m".
    Money,
    /// In scripts without spaces, up to a thousand: "천".
    Small,
    /// In scripts without spaces, from ten thousand on: "억".
    Myriad,
}

/// A scale: a power of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scale {
    pub(crate) exponent: i32,
    pub(crate) written: Written,
}

/// From which power of ten on a scale's word of another language is understood: smaller ones are also other words.
const FOREIGN_EXPONENT: i32 = 6;

/// The scale that `word`, folded, is in `language`, or else in any other.
pub(crate) fn scale_word(word: &str, language: Language) -> Option<Scale> {
    let all = scales_of(word)?;
    let own = || all.iter().find(|(own, _)| *own == Some(language));
    let any = || all.iter().find(|(own, _)| own.is_none());
    let english = || all.iter().find(|(own, _)| *own == Some(Language::English));
    let foreign = || all.iter().find(|(_, scale)| scale.exponent >= FOREIGN_EXPONENT);
    own().or_else(any).or_else(english).or_else(foreign).map(|(_, scale)| *scale)
}

/// The scale that a sign of a script without spaces is: "千", "억".
pub(crate) fn sign_scale(sign: &str) -> Option<Scale> {
    let all = scales_of(sign)?;
    all.iter().map(|(_, scale)| *scale).find(|scale| matches!(scale.written, Written::Small | Written::Myriad))
}

/// The scales that `word` is, with their languages; `None` if it is not a scale.
fn scales_of(word: &str) -> Option<Vec<(Option<Language>, Scale)>> {
    let scale = |line| {
        let [_, tag, exponent, written] = cells(line)?;
        let written = match written {
            "word" => Written::Word,
            "glued" => Written::Glued,
            "money" => Written::Money,
            "small" => Written::Small,
            "myriad" => Written::Myriad,
            _ => return None,
        };
        Some((Language::from_tag(tag), Scale { exponent: exponent.parse().ok()?, written }))
    };
    let all: Vec<_> = lines_of(&SCALE_LINES, word).filter_map(scale).collect();
    if all.is_empty() { None } else { Some(all) }
}

/// Where a form of a currency is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Position {
    Before,
    After,
    Both,
}

/// How a currency's form is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FormKind {
    /// A sign, perhaps with letters: "US$".
    Sign,
    /// Words in any case: "us dollars".
    Word,
    /// Exactly so: "EUR".
    Capitals,
    /// Exactly so, and only beside a number with a scale or groups: "ALL", "TOP".
    Scaled,
    /// In scripts without spaces, at once after the number.
    Glued,
}

/// A form of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CurrencyForm {
    pub(crate) form: &'static str,
    pub(crate) position: Position,
    pub(crate) kind: FormKind,
    /// The country in whose texts the form means this currency; `None` for any.
    pub(crate) country: Option<&'static str>,
    /// ISO 4217; `None` where the form does not say whose.
    pub(crate) code: Option<&'static str>,
}

/// All forms of currencies.
pub(crate) struct Currencies {
    /// Signs, longest first.
    pub(crate) signs: Vec<CurrencyForm>,
    /// Forms of scripts without spaces, longest first.
    pub(crate) glued: Vec<CurrencyForm>,
    /// Words, in the order of the table.
    words: Vec<CurrencyForm>,
    /// Codes and the like, in the order of the table.
    codes: Vec<CurrencyForm>,
}

impl Currencies {
    /// The forms whose first word is `word`, longest first.
    pub(crate) fn words(&self, word: &str) -> Vec<CurrencyForm> {
        let from = self.words.partition_point(|form| form.form < word);
        let begin = self.words[from..].iter().take_while(|form| form.form.starts_with(word));
        let mut out: Vec<CurrencyForm> =
            begin.filter(|form| matches!(form.form.as_bytes().get(word.len()), None | Some(b' '))).copied().collect();
        longest_first(&mut out);
        out
    }

    /// The code, or what is written like one, that is printed as `word`.
    pub(crate) fn code(&self, word: &str) -> Option<&CurrencyForm> {
        let end = self.codes.partition_point(|form| form.form <= word);
        self.codes[..end].last().filter(|form| form.form == word)
    }
}

fn longest_first(forms: &mut [CurrencyForm]) {
    order::sort_by(forms, |one, other| other.form.len().cmp(&one.form.len()));
}

/// The currencies.
pub(crate) fn currencies() -> &'static Currencies {
    static ALL: OnceLock<Currencies> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Currencies { signs: Vec::new(), glued: Vec::new(), words: Vec::new(), codes: Vec::new() };
        for form in rows(CURRENCIES).filter_map(parse_currency) {
            match form.kind {
                FormKind::Sign => all.signs.push(form),
                FormKind::Glued => all.glued.push(form),
                FormKind::Word => all.words.push(form),
                FormKind::Capitals | FormKind::Scaled => all.codes.push(form),
            }
        }
        longest_first(&mut all.signs);
        longest_first(&mut all.glued);
        all
    })
}

/// True for a currency whose own texts write a comma before decimals.
pub(crate) fn writes_comma(code: &str) -> bool {
    COMMA_CURRENCIES.lines().skip(1).any(|known| known == code)
}

fn parse_currency([form, position, written, country, code]: [&'static str; 5]) -> Option<CurrencyForm> {
    let position = match position {
        "before" => Position::Before,
        "after" => Position::After,
        "both" => Position::Both,
        _ => return None,
    };
    let kind = match written {
        "sign" => FormKind::Sign,
        "word" => FormKind::Word,
        "capitals" => FormKind::Capitals,
        "scaled" => FormKind::Scaled,
        "glued" => FormKind::Glued,
        _ => return None,
    };
    let country = (country != "*").then_some(country);
    Some(CurrencyForm { form, position, kind, country, code: (code != "-").then_some(code) })
}

/// What a sign of a date in a script without spaces means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalendarSign {
    /// After a year's number.
    Year,
    /// After a month's number.
    Month,
    /// After a day's number.
    Day,
    /// An era whose first year comes after this one.
    Era(i16),
    /// Stands for the first year of an era.
    FirstYear,
    /// After a number of years that is a length of time.
    Duration,
    /// After the date from which on.
    From,
    /// After the date up to which.
    Until,
    /// After the date since when.
    Since,
    /// Between two ends.
    Joiner,
    /// Between two dates.
    And,
}

/// The signs, longest first.
pub(crate) fn calendar() -> &'static [(&'static str, CalendarSign)] {
    static SIGNS: OnceLock<Vec<(&'static str, CalendarSign)>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let mut signs: Vec<(&str, CalendarSign)> = rows(CALENDAR)
            .filter_map(|[word, _, meaning, value]| {
                let meaning = match meaning {
                    "year" => CalendarSign::Year,
                    "month" => CalendarSign::Month,
                    "day" => CalendarSign::Day,
                    "era" => CalendarSign::Era(value.parse().ok()?),
                    "first-year" => CalendarSign::FirstYear,
                    "duration" => CalendarSign::Duration,
                    "from" => CalendarSign::From,
                    "until" => CalendarSign::Until,
                    "since" => CalendarSign::Since,
                    "joiner" => CalendarSign::Joiner,
                    "and" => CalendarSign::And,
                    _ => return None,
                };
                Some((word, meaning))
            })
            .collect();
        order::sort_by_key(&mut signs, |(word, _)| std::cmp::Reverse(word.len()));
        signs
    })
}

/// Where the mark of an ordinal is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrdinalPlace {
    /// After digits: "7th".
    Suffix,
    /// Before digits: "제5".
    Prefix,
    /// After digits, perhaps with a prefix before them: "5차".
    Counter,
}

/// The marks of ordinals, longest first.
pub(crate) fn ordinal_marks() -> &'static [(&'static str, OrdinalPlace)] {
    static MARKS: OnceLock<Vec<(&'static str, OrdinalPlace)>> = OnceLock::new();
    MARKS.get_or_init(|| {
        let mut marks: Vec<(&str, OrdinalPlace)> = rows(ORDINALS)
            .filter_map(|[mark, _, place]| {
                let place = match place {
                    "suffix" => OrdinalPlace::Suffix,
                    "prefix" => OrdinalPlace::Prefix,
                    "counter" => OrdinalPlace::Counter,
                    _ => return None,
                };
                Some((mark, place))
            })
            .collect();
        order::sort_by_key(&mut marks, |(mark, _)| std::cmp::Reverse(mark.len()));
        marks.dedup();
        marks
    })
}

#[cfg(test)]
mod tests {
    use entente_text::fold::fold;

    use super::{
        CALENDAR, COMMA_CURRENCIES, CURRENCIES, FormKind, MONTHS, NUMBERS, ORDINALS, SCALES, calendar, month_name,
        ordinal_marks, parse_currency, rows,
    };
    use crate::language::Language;

    #[test]
    fn the_tables_are_sorted_and_unique() {
        for table in [MONTHS, NUMBERS, SCALES, CURRENCIES, COMMA_CURRENCIES, CALENDAR, ORDINALS] {
            let lines: Vec<&str> = table.lines().skip(1).collect();
            for pair in lines.windows(2) {
                let cells = |line: &'static str| line.split('\t').collect::<Vec<_>>();
                assert!(cells(pair[0]) < cells(pair[1]), "{:?} before {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn every_line_is_understood() {
        for [word, month, written] in rows(MONTHS) {
            assert_eq!(month_name(word).unwrap().month.to_string(), month);
            assert!(matches!(written, "any" | "capital") && fold(word) == word, "{word}");
        }
        for [word, tag, kind, value] in rows(NUMBERS) {
            assert!(value.parse::<u32>().is_ok() && Language::from_tag(tag).is_some(), "{word}");
            assert!(matches!(kind, "cardinal" | "ordinal" | "native" | "digit"), "{word} {kind}");
        }
        for [word, tag, exponent, written] in rows(SCALES) {
            assert!(exponent.parse::<i32>().is_ok() && (tag == "*" || Language::from_tag(tag).is_some()), "{word}");
            assert!(matches!(written, "word" | "glued" | "money" | "small" | "myriad"), "{word}");
        }
        for row in rows(CURRENCIES) {
            let form = parse_currency(row).unwrap();
            assert!(form.kind != FormKind::Word || fold(form.form) == form.form, "{row:?}");
            assert!(form.code.is_none_or(|code| code.len() == 3), "{row:?}");
        }
        assert_eq!(calendar().len(), CALENDAR.lines().count() - 1);
        assert!(ordinal_marks().len() > 20 && rows::<3>(ORDINALS).count() == ORDINALS.lines().count() - 1);
    }

    #[test]
    fn a_form_of_a_currency_means_one_thing_in_one_country() {
        let mut seen = std::collections::BTreeSet::new();
        for [form, position, written, country, _] in rows(CURRENCIES) {
            assert!(seen.insert((form, position, written, country)), "{form} {position} {country}");
        }
    }
}
