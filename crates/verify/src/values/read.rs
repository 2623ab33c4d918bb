//! The values of a text, as far as comparing needs them: what a number is worth and of what, and which day, month or year a
//! date is.
//!
//! The readers' grammars understand more of a value (ranges, whose dollars they are) and are five times as large. A page that
//! compares a text with documents reads both sides by this one, so that all it needs is that the same is read as the same.

use std::ops::Range;

use entente_explore::is_small;
use entente_text::{PartialDate, order};

use super::atoms::Atoms;
use super::dates::{bare_month, bare_year, date};
use super::number::Number;
use super::table;
use crate::report::ValueKind;

/// A value as printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: ValueKind,
    /// What it is worth.
    pub(super) worth: Worth,
    /// What is counted or measured, folded; empty if nothing is, or if it is not said ("dollars").
    pub(super) unit: String,
}

/// What a value is worth.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Worth {
    /// A point or a period of the calendar.
    Date(PartialDate),
    /// A month of which no year is printed: "in March".
    Month(u8),
    /// A number.
    Number(Number),
}

/// Numbers that a sentence counts with: "one of" counts nothing.
const MIN_COUNTED: u64 = 2;
/// Numbers in words that a sentence counts with.
const MIN_COUNTED_IN_WORDS: u64 = 10;
/// Ordinals in words from which on they count something, whatever follows them.
const MIN_ORDINAL: u64 = 3;
/// Bytes before a number that its currency is looked for in.
const MAX_SIGN: usize = 12;

/// The values of `text`, in order, not overlapping. Takes time in line with its length.
pub(super) fn find_values(text: &str) -> Vec<Value> {
    let atoms = Atoms::new(text);
    let mut out: Vec<Value> = Vec::new();
    let mut at = 0;
    while at < atoms.all.len() {
        let found = dated(&atoms, at)
            .or_else(|| month(&atoms, at))
            .or_else(|| ordinal_in_words(&atoms, at))
            .or_else(|| counted(&atoms, at));
        match found {
            Some((value, next)) => {
                out.extend(value);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    // A currency may come before its number.
    order::sort_by_key(&mut out, |value| value.range.start);
    out
}

/// A value, if it is one, and the atom after what was read.
type Read = (Option<Value>, usize);

fn bytes(atoms: &Atoms, from: usize, to: usize) -> Range<usize> {
    atoms.all[from].range.start..atoms.all[to - 1].range.end
}

fn dated(atoms: &Atoms, at: usize) -> Option<Read> {
    let (date, next) = date(atoms, at)?;
    // Letters right before digits make a name of both: "G20". Nothing comes right before a date.
    if matches!(atoms.gap(at), "." | "/" | "-" | "_") {
        return None;
    }
    let (range, unit) = (bytes(atoms, at, next), String::new());
    Some((Some(Value { range, kind: ValueKind::Date, worth: Worth::Date(date), unit }), next))
}

fn month(atoms: &Atoms, at: usize) -> Option<Read> {
    let (range, worth) = (atoms.all.get(at)?.range.clone(), Worth::Month(bare_month(atoms, at)?));
    Some((Some(Value { range, kind: ValueKind::Date, worth, unit: String::new() }), at + 1))
}

/// True if the number at `at` is a part of a name, of a paragraph's number, or of what is not understood.
fn is_in_name(atoms: &Atoms, at: usize) -> bool {
    let (before, gap) = (at.checked_sub(1).map_or("", |before| atoms.printed(before)), atoms.gap(at));
    let is_latin = |word: &str| word.ends_with(|c: char| c.is_alphabetic() && c < '\u{3000}');
    let is_in_chain = |at: usize| {
        let both = [at.checked_sub(1), Some(at)].map(|at| atoms.all.get(at?)?.number);
        matches!(atoms.gap(at), "." | "," | "/") && both.iter().all(Option::is_some)
    };
    matches!(gap, "" | "-" | "‑" | "_" | "." | "/") && is_latin(before) || is_in_chain(at) || is_in_chain(at + 1)
}

/// A number of something, and what belongs to it.
fn counted(atoms: &Atoms, at: usize) -> Option<Read> {
    let (number, next) = match atoms.all.get(at)?.number {
        Some(number) => (number, at + 1),
        None => in_words(atoms, at)?,
    };
    let in_words = atoms.all[at].number.is_none();
    let before = currency_before(atoms, at);
    if before.is_none() && is_in_name(atoms, at) {
        return Some((None, next));
    }
    let make = |kind: ValueKind, range: Range<usize>, number: Number, unit: String| {
        Some(Value { range, kind, worth: Worth::Number(number), unit })
    };
    if before.is_none()
        && let Some((unit, end)) = ordinal(atoms, at, next)
    {
        return Some((make(ValueKind::Ordinal, ordinal_range(atoms, at, end), number, unit), next + 1));
    }
    let (number, end, next, has_money_scale) = scaled(atoms, number, next);
    let start = atoms.all[at].range.start;
    let after = currency_after(atoms, end, next);
    if let Some((start, unit)) = before {
        let (end, next) = after.map_or((end, next), |after| (after.end, after.next));
        return Some((make(ValueKind::Money, start..end, number, unit), next));
    }
    if let Some(CurrencyAfter { unit, end, next }) = after {
        return Some((make(ValueKind::Money, start..end, number, unit), next));
    }
    if let Some((end, next)) = percent(atoms, end, next) {
        return Some((make(ValueKind::Share, start..end, number, String::new()), next));
    }
    let goes_on = atoms.gap(next).is_empty() && atoms.printed(next).starts_with(|c: char| c < '\u{3000}');
    // Small numbers in words are rarely counts that matter: "the two sides", "one of three".
    let is_small_in_words = in_words && number.whole().is_some_and(|value| value < MIN_COUNTED_IN_WORDS);
    if has_money_scale || is_small_in_words || goes_on {
        return Some((None, next));
    }
    if let Some(noun) = noun(atoms, at, number, next) {
        let unit = singular(atoms.word(noun));
        return Some((make(ValueKind::Count, start..atoms.all[noun].range.end, number, unit), noun + 1));
    }
    if in_words {
        return Some((None, next));
    }
    if let Some(year) = bare_year(atoms, at) {
        let value = Value { range: start..end, kind: ValueKind::Date, worth: Worth::Date(year), unit: String::new() };
        return Some((Some(value), next));
    }
    let unit = at.checked_sub(1).map_or(String::new(), |before| singular(atoms.word(before)));
    Some((make(ValueKind::Number, start..end, number, unit), next))
}

/// "twenty-five", the half of "half a million": a number in words, and the atom after it.
fn in_words(atoms: &Atoms, at: usize) -> Option<(Number, usize)> {
    if atoms.word(at) == "half" {
        let next = at + 1 + usize::from(atoms.word(at + 1) == "a");
        return table::number("scale", atoms.word(next)).map(|_| (Number::new(5, -1), next));
    }
    let word = |at: usize| table::number("cardinal", atoms.word(at));
    let tens = u64::from(word(at)?);
    match word(at + 1).filter(|units| tens >= 20 && *units < 10 && matches!(atoms.gap(at + 1), "-" | " ")) {
        Some(units) => Some((Number::new(tens + u64::from(units), 0), at + 2)),
        None => Some((Number::new(tens, 0), at + 1)),
    }
}

/// The number with the scales after it, the byte and the atom after them, and whether one means money alone ("5m").
fn scaled(atoms: &Atoms, mut number: Number, mut next: usize) -> (Number, usize, usize, bool) {
    let mut end = atoms.all[next - 1].range.end;
    let mut has_money_scale = false;
    loop {
        let word = atoms.word(next);
        let is_beside = matches!(atoms.gap(next), "" | " " | "-" | "\u{a0}");
        if !is_beside || word.is_empty() {
            break;
        }
        let glued = atoms.gap(next).is_empty();
        let scale = table::number("scale", word).map(|scale| (word.len(), scale, false));
        let scale =
            scale.or_else(|| table::number("money-scale", word).filter(|_| glued).map(|n| (word.len(), n, true)));
        let solid =
            || table::beginning("scale", word).and_then(|(length, worth)| Some((length, worth.parse().ok()?, false)));
        let Some((length, exponent, is_money)) = scale.or_else(|| if glued { solid() } else { None }) else { break };
        number = number.scaled(i32::try_from(exponent).unwrap_or(0));
        has_money_scale |= is_money;
        if length < word.len() {
            // "5천만원": the rest of the word may be more of the scale, and a currency.
            let more = table::beginning("scale", &word[length..]);
            let (more, exponent) = more.and_then(|(more, worth)| Some((more, worth.parse().ok()?))).unwrap_or((0, 0));
            end = atoms.all[next].range.start + length + more;
            next += usize::from(length + more == word.len());
            return (number.scaled(exponent), end, next, has_money_scale);
        }
        end = atoms.all[next].range.end;
        next += 1;
        // "3억 5천만".
        if let Some(part) = atoms.all.get(next).and_then(|atom| atom.number).filter(|_| glued && word > "\u{3000}")
            && matches!(atoms.gap(next), "" | " ")
        {
            let (part, part_end, after, _) = scaled(atoms, part, next + 1);
            if let Some(sum) = number.plus(part) {
                return (sum, part_end, after, has_money_scale);
            }
        }
    }
    (number, end, next, has_money_scale)
}

/// Where a currency before the number at `at` begins, and which it is: "US$5", "USD 5".
fn currency_before(atoms: &Atoms, at: usize) -> Option<(usize, String)> {
    let start = atoms.all[at].range.start;
    let from = atoms.text.ceil_char_boundary(start.saturating_sub(MAX_SIGN));
    let before = atoms.text[from..start].trim_end_matches([' ', '\u{a0}']);
    if start - from - before.len() > 2 {
        return None;
    }
    let sign = before.chars().next_back()?;
    let rest = &before[..before.len() - sign.len_utf8()];
    let letters = rest.len() - rest.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.').len();
    let form = &before[before.len() - sign.len_utf8() - letters..];
    let begin = start - (start - from - before.len()) - form.len();
    if sign.is_alphanumeric() {
        let is_code = form.len() == 3 && form.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_code && table::is("code", &form.to_lowercase()) {
            return Some((begin, form.to_owned()));
        }
        // "pounds 500,000": a plural alone, because "won 500 seats" is not money.
        let code = table::worth("currency", form)
            .filter(|_| form.ends_with('s') && letters + sign.len_utf8() < before.len())?;
        return Some((begin, code.trim_matches('-').to_owned()));
    }
    let key = form.to_lowercase().replace('.', "");
    let known = table::worth("currency", &key).map(|code| (begin, code));
    let alone = || {
        Some((
            start - (start - from - before.len()) - sign.len_utf8(),
            table::worth("currency", sign.encode_utf8(&mut [0; 4]))?,
        ))
    };
    let (begin, code) = known.or_else(alone)?;
    Some((begin, code.trim_matches('-').to_owned()))
}

/// A currency printed after a number.
struct CurrencyAfter {
    /// Its code; empty if the sign is that of several.
    unit: String,
    /// The byte after it.
    end: usize,
    /// The atom after it.
    next: usize,
}

/// The currency after byte `end`, before the atom `next` or as that atom.
fn currency_after(atoms: &Atoms, end: usize, next: usize) -> Option<CurrencyAfter> {
    let own = |code: &str| code.trim_matches('-').to_owned();
    let rest = atoms.text.get(end..)?;
    let bare = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
    let begin = end + rest.len() - bare.len();
    if begin - end > 3 {
        return None;
    }
    let sign = bare.chars().next()?;
    if !sign.is_alphanumeric() {
        let code = table::worth("currency", sign.encode_utf8(&mut [0; 4]))?;
        return Some(CurrencyAfter { unit: own(code), end: begin + sign.len_utf8(), next });
    }
    let atom = atoms.all.get(next)?;
    // The rest of a word of a script without spaces: "억원".
    if atom.range.start < begin || atom.range.start == end {
        let printed = &atoms.text[begin..atom.range.end];
        let (length, code) = table::beginning("currency", printed).filter(|_| printed > "\u{3000}")?;
        return Some(CurrencyAfter { unit: own(code), end: begin + length, next: next + 1 });
    }
    if atom.range.start != begin {
        return None;
    }
    let printed = atoms.printed(next);
    if printed.len() == 3 && printed.bytes().all(|byte| byte.is_ascii_uppercase()) && table::is("code", &atom.word) {
        return Some(CurrencyAfter { unit: printed.to_owned(), end: atom.range.end, next: next + 1 });
    }
    if printed > "\u{3000}" {
        let (length, code) = table::beginning("currency", printed)?;
        return Some(CurrencyAfter { unit: own(code), end: begin + length, next: next + 1 });
    }
    let words = |count: usize| {
        let list: Vec<&str> = (next..next + count).map(|at| atoms.word(at)).collect();
        let code = table::worth("currency", &list.join(" "))?;
        Some(CurrencyAfter { unit: own(code), end: atoms.all.get(next + count - 1)?.range.end, next: next + count })
    };
    words(3).or_else(|| words(2)).or_else(|| words(1))
}

/// The byte and the atom after "%", "percent" or "per cent" that follows byte `end`.
fn percent(atoms: &Atoms, end: usize, next: usize) -> Option<(usize, usize)> {
    let rest = atoms.text.get(end..)?;
    let bare = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '-']);
    let begin = end + rest.len() - bare.len();
    if let Some(sign) = bare.chars().next().filter(|c| matches!(c, '%' | '％')) {
        return Some((begin + sign.len_utf8(), next));
    }
    let atom = atoms.all.get(next).filter(|atom| atom.range.start == begin)?;
    let printed = atoms.printed(next);
    if table::is("percent", &atom.word) || printed > "\u{3000}" && table::beginning("percent", printed).is_some() {
        return Some((atom.range.end, next + 1));
    }
    let both = [atoms.word(next), atoms.word(next + 1)].join(" ");
    table::is("percent", &both).then(|| (atoms.all[next + 1].range.end, next + 2))
}

/// "7th", "제5차", "第三回": what is counted so, and the byte after it, if the number at `at` is an ordinal.
fn ordinal(atoms: &Atoms, at: usize, next: usize) -> Option<(String, usize)> {
    if !atoms.all[at].is_plain || !atoms.gap(next).is_empty() {
        return None;
    }
    let mark = atoms.word(next);
    if table::is("suffix", mark) {
        return Some((singular(atoms.word(next + 1)), atoms.all[next].range.end));
    }
    let (length, _) = table::beginning("counter", mark)?;
    // "5조" may be trillions.
    let is_scale = table::is("scale", &mark[..length]);
    (has_prefix(atoms, at) || !is_scale).then(|| (singular(atoms.word(next + 1)), atoms.all[next].range.start + length))
}

fn has_prefix(atoms: &Atoms, at: usize) -> bool {
    atoms.gap(at).is_empty() && at > 0 && atoms.word(at - 1).ends_with(['제', '第'])
}

fn ordinal_range(atoms: &Atoms, at: usize, end: usize) -> Range<usize> {
    let start = atoms.all[at].range.start;
    let sign = atoms.text[..start].chars().next_back().map_or(0, char::len_utf8);
    start - if has_prefix(atoms, at) { sign } else { 0 }..end
}

/// "the Third Round", "the twenty-first session": small ones count only before a name.
fn ordinal_in_words(atoms: &Atoms, at: usize) -> Option<Read> {
    let word = |at: usize| table::number("ordinal", atoms.word(at));
    let tens = table::number("cardinal", atoms.word(at)).filter(|tens| *tens >= 20);
    let units = tens.and_then(|_| word(at + 1)).filter(|units| *units < 10 && matches!(atoms.gap(at + 1), "-" | " "));
    let (value, next) = match (tens, units, word(at)) {
        (Some(tens), Some(units), _) => (tens + units, at + 2),
        (_, _, Some(value)) => (value, at + 1),
        _ => return None,
    };
    let is_before_name = atoms.printed(next).starts_with(char::is_uppercase);
    let value = u64::from(value);
    if !is_before_name && value < MIN_ORDINAL {
        return Some((None, next));
    }
    let (range, unit) = (bytes(atoms, at, next), singular(atoms.word(next)));
    let worth = Worth::Number(Number::new(value, 0));
    Some((Some(Value { range, kind: ValueKind::Ordinal, worth, unit }), next))
}

/// The plural noun that the number from `at` on counts, perhaps with one adjective before it. A number after a name belongs to that:
/// "Resolution 1540".
fn noun(atoms: &Atoms, at: usize, number: Number, next: usize) -> Option<usize> {
    let is_large = next > at + 1 || !atoms.all[at].is_plain;
    let is_year = !is_large && number.whole().is_some_and(|value| (1900..2100).contains(&value));
    let before = at.checked_sub(1).map_or("", |before| atoms.printed(before));
    let begins = at < 2 || !atoms.is_close(at - 1);
    let is_named = !is_large
        && atoms.is_close(at)
        && before.starts_with(char::is_uppercase)
        && !begins
        && !is_small(before)
        && entente_language::values::month(before).is_none();
    if is_year || is_named || number.whole().is_some_and(|value| value < MIN_COUNTED) {
        return None;
    }
    let is_noun = |at: usize| {
        let (printed, word) = (atoms.printed(at), atoms.word(at));
        let is_plural = printed.ends_with('s') && !printed.ends_with("ss") && printed.len() > 3;
        atoms.gap(at) == " "
            && printed.chars().all(char::is_lowercase)
            && (is_plural || table::is("counted", word))
            && !table::is("uncounted", word)
    };
    if is_noun(next) {
        return Some(next);
    }
    let adjective = atoms.printed(next);
    let is_adjective = atoms.gap(next) == " "
        && !adjective.is_empty()
        && adjective.chars().all(char::is_lowercase)
        && !table::is("uncounted", adjective)
        && (!is_small(adjective) || matches!(adjective, "other" | "more" | "such"));
    (is_adjective && is_noun(next + 1)).then_some(next + 1)
}

fn singular(noun: &str) -> String {
    noun.strip_suffix('s').unwrap_or(noun).to_owned()
}

#[cfg(test)]
mod tests {
    use super::find_values;

    #[test]
    fn values_of_a_sentence_are_found_once_each() {
        for line in include_str!("../../data/cases/values.tsv").lines().skip(1) {
            let (text, expected) = line.split_once('\t').expect("two columns");
            let found: Vec<String> = find_values(text)
                .into_iter()
                .map(|value| format!("{} {}", value.kind.as_str(), &text[value.range]))
                .collect();
            assert_eq!(found.join(" | "), expected, "{text}");
        }
    }
}
