//! Amounts: money with who pays, who receives and what for; shares; counts of things.

use std::ops::Range;

use entente_corpus::{Amount, AmountStatus, EntityKind, Party};

use super::actors;
use super::resolve::resolve;
use super::view::{Named, Sentence, View};

/// Currency signs and codes before a number.
const SIGNS: &[(&str, &str)] = &[
    ("us$", "USD"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("hk$", "HKD"),
    ("nz$", "NZD"),
    ("s$", "SGD"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₩", "KRW"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("usd", "USD"),
    ("eur", "EUR"),
    ("gbp", "GBP"),
    ("krw", "KRW"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("chf", "CHF"),
];
/// Currency words behind a number. "Dollars" alone are those of the United States only with their name.
const UNITS: &[(&[&str], &str)] = &[
    (&["us", "dollars"], "USD"),
    (&["u.s", "dollars"], "USD"),
    (&["us", "dollar"], "USD"),
    (&["australian", "dollars"], "AUD"),
    (&["canadian", "dollars"], "CAD"),
    (&["euros"], "EUR"),
    (&["euro"], "EUR"),
    (&["won"], "KRW"),
    (&["yen"], "JPY"),
    (&["yuan"], "CNY"),
    (&["pounds", "sterling"], "GBP"),
    (&["usd"], "USD"),
    (&["eur"], "EUR"),
    (&["baht"], "THB"),
    (&["rupees"], "INR"),
];
const SCALES: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("bn", 1e9),
    ("m", 1e6),
];
/// Lengths of time are no counts of things.
const TIMES: &[&str] = &[
    "years", "months", "weeks", "days", "hours", "minutes", "seconds", "times", "percent", "years'", "o", "th",
    "points", "dollars", "pages",
];
const PAID: &[&str] = &[
    "contributed",
    "donated",
    "paid",
    "provided",
    "gave",
    "granted",
    "disbursed",
    "contribution",
    "allocated",
    "spent",
    "invested",
];
const PLEDGED: &[&str] =
    &["pledged", "pledges", "pledge", "committed", "commits", "will", "promised", "intends", "plans"];

/// The amounts of one passage.
pub(crate) fn read(view: &View, at: u32, out: &mut Vec<Amount>) {
    for sentence in view.sentences(at) {
        let mut free = 0;
        for word in 0..sentence.words.len() {
            if word < free {
                continue;
            }
            if let Some(found) = number(&sentence, word).and_then(|number| measured(&sentence, word, &number)) {
                free = found.words.end;
                out.extend(amount(view, &sentence, &found));
            }
        }
    }
}

/// A number with its unit.
struct Measured {
    value: f64,
    unit: Option<String>,
    words: Range<usize>,
    range: Range<usize>,
    money: bool,
}

/// A number: its value, and the word behind it.
struct Number {
    value: f64,
    next: usize,
    /// It has a scale or separators: no year, no number of a resolution.
    plain: bool,
}

fn number(sentence: &Sentence, at: usize) -> Option<Number> {
    let word = sentence.words.get(at)?;
    if in_date(sentence, word.start) {
        return None;
    }
    let mut value;
    let mut next = at + 1;
    let mut plain = true;
    if word.folded == "half" {
        value = 0.5;
        if sentence.word(next) == "a" {
            next += 1;
        }
        if !SCALES.iter().any(|(scale, _)| *scale == sentence.word(next)) {
            return None;
        }
    } else {
        if !word.text.chars().all(|c| c.is_ascii_digit()) || word.text.len() > 15 {
            return None;
        }
        let mut digits = word.text.to_owned();
        // "2,807", "1.5", "10,000,000": groups of three behind commas, any behind one full stop.
        while sentence.behind(next - 1) == ","
            && sentence.word(next).len() == 3
            && sentence.word(next).bytes().all(|b| b.is_ascii_digit())
        {
            digits.push_str(sentence.word(next));
            next += 1;
            plain = false;
        }
        if sentence.behind(next - 1) == "."
            && !sentence.word(next).is_empty()
            && sentence.word(next).bytes().all(|b| b.is_ascii_digit())
            && sentence.behind(next) != "."
        {
            digits.push('.');
            digits.push_str(sentence.word(next));
            next += 1;
        }
        value = digits.parse().ok()?;
    }
    if let Some((_, scale)) =
        SCALES.iter().find(|(scale, _)| *scale == sentence.word(next) && sentence.behind(next - 1).len() <= 1)
    {
        value *= scale;
        next += 1;
        plain = false;
    }
    Some(Number { value, next, plain })
}

fn measured(sentence: &Sentence, at: usize, number: &Number) -> Option<Measured> {
    let start = sentence.words[at].start;
    let end = sentence.words[number.next - 1].end;
    let before = sentence.text.get(sentence.range.start..start)?.to_lowercase();
    let make = |unit: Option<String>, from: usize, to: usize, next: usize, money: bool| {
        Some(Measured { value: number.value, unit, words: at..next, range: from..to, money })
    };
    let bare = before.trim_end();
    if let Some((sign, code)) = SIGNS.iter().find(|(sign, _)| bare.ends_with(sign) && begins_word(bare, sign)) {
        let from = sentence.range.start + (bare.len() - sign.len()).min(start - sentence.range.start);
        return make(Some((*code).to_owned()), from, end, number.next, true);
    }
    // A number that is part of a word or another number is none: "COVID-19", "A.1", "9.19".
    if before.ends_with(['-', '.', '/', ',']) || before.ends_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let folded = |n: usize| sentence.word(number.next + n);
    for (words, code) in UNITS {
        if words.iter().enumerate().all(|(n, word)| folded(n) == *word) {
            let next = number.next + words.len();
            return make(Some((*code).to_owned()), start, sentence.words[next - 1].end, next, true);
        }
    }
    if matches!(folded(0), "dollars" | "dollar") {
        // Whose dollars is not said.
        return make(None, start, sentence.words[number.next].end, number.next + 1, true);
    }
    let behind = sentence.text.get(end..)?;
    if behind.starts_with('%') {
        return make(Some("%".to_owned()), start, end + 1, number.next, false);
    }
    if matches!(folded(0), "percent") || folded(0) == "per" && folded(1) == "cent" {
        let next = number.next + if folded(0) == "per" { 2 } else { 1 };
        return make(Some("%".to_owned()), start, sentence.words[next - 1].end, next, false);
    }
    // A year is no count, and neither is a number in a name.
    if number.plain && (1900.0..2100.0).contains(&number.value) || number.value < 2.0 {
        return None;
    }
    let counted = |n: usize| {
        let word = sentence.words.get(number.next + n)?;
        let gap = sentence.behind(number.next + n - 1);
        let noun = word.text.chars().all(|c| c.is_lowercase())
            && word.text.len() > 3
            && (word.text.ends_with('s') && !word.text.ends_with("ss") || matches!(word.text, "people" | "personnel"));
        (gap == " " && noun && !TIMES.contains(&word.folded.as_str())).then_some(number.next + n)
    };
    let adjective = sentence.behind(number.next - 1) == " "
        && sentence.words.get(number.next).is_some_and(|word| {
            word.text.chars().all(char::is_lowercase)
                && !matches!(
                    word.text,
                    "of" | "and" | "in" | "to" | "or" | "with" | "for" | "on" | "is" | "at" | "from" | "by"
                )
        });
    let noun = counted(0).or_else(|| if adjective { counted(1) } else { None })?;
    let unit = sentence.words[noun].text.to_owned();
    make(Some(unit), start, sentence.words[noun].end, noun + 1, false)
}

fn begins_word(before: &str, sign: &str) -> bool {
    let rest = &before[..before.len() - sign.len()];
    !sign.starts_with(|c: char| c.is_alphabetic()) || !rest.ends_with(|c: char| c.is_alphanumeric())
}

fn in_date(sentence: &Sentence, at: usize) -> bool {
    sentence.dates.iter().any(|date| date.range.contains(&at))
}

fn amount(view: &View, sentence: &Sentence, found: &Measured) -> Option<Amount> {
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), found.range.clone())?;
    let mut amount = Amount {
        id: String::new(),
        value: found.value,
        value_max: None,
        unit: found.unit.clone(),
        sign: None,
        payer: None,
        receiver: None,
        purpose: None,
        date: None,
        status: (!found.money).then_some(AmountStatus::Count),
        evidence,
        rule: if found.money {
            "money"
        } else if found.unit.as_deref() == Some("%") {
            "share"
        } else {
            "count"
        }
        .to_owned(),
    };
    if !found.money {
        return Some(amount);
    }
    // The nearest verb before the number says what became of the money.
    let before: Vec<&str> = (0..found.words.start).rev().take(22).map(|at| sentence.word(at)).collect();
    let unsaid = super::reported::is_unsaid(&before, before.len()) || before.contains(&"not");
    let near = before.iter().filter(|_| !unsaid).find_map(|word| {
        if PLEDGED.contains(word) {
            Some(AmountStatus::Pledged)
        } else if PAID.contains(word) {
            Some(AmountStatus::Paid)
        } else {
            None
        }
    });
    let text = sentence.as_str().to_lowercase();
    let close: Vec<&str> = before.iter().take(3).copied().collect();
    let limit = close.contains(&"than")
        || close.contains(&"exceeding")
        || close.contains(&"least")
        || text.contains("threshold");
    amount.status =
        if text.contains(" fee") { Some(AmountStatus::Fee) } else { near.or(limit.then_some(AmountStatus::Threshold)) };
    if matches!(amount.status, Some(AmountStatus::Paid | AmountStatus::Pledged)) {
        amount.payer = payer(view, sentence, found.range.start);
        // "The membership will be valid … for US$100" is nobody's pledge.
        if amount.payer.is_none() && before.contains(&"will") {
            amount.status = None;
        }
        amount.receiver = receiver(view, sentence, found.range.end);
    }
    let date = sentence.dates.iter().find(|date| {
        date.range.start >= found.range.end
            && !sentence.text[found.range.end..date.range.start].contains([';', ','])
            && !sentence.text[found.range.end..date.range.start].contains(" and ")
    });
    amount.date =
        date.and_then(|date| resolve(date, view.date(), view.evidence(sentence.passage, date.range.clone())?));
    amount.purpose = purpose(view, sentence, found.words.end);
    Some(amount)
}

/// Who opens the sentence.
fn payer(view: &View, sentence: &Sentence, until: usize) -> Option<Party> {
    let opening: Vec<&Named> =
        sentence.actors_in(&(sentence.range.start..until)).filter(|name| name.kind != EntityKind::Forum).collect();
    let first = opening.first()?;
    let before = sentence.text.get(sentence.range.start..first.range.start)?;
    (before.split_whitespace().count() <= 6)
        .then(|| view.span(sentence.passage, first.range.clone()))
        .flatten()
        .map(|span| Party { span, entity: Some(first.entity) })
}

/// "to the Trust Fund of the CGPCS".
fn receiver(view: &View, sentence: &Sentence, from: usize) -> Option<Party> {
    let to = (0..sentence.words.len()).find(|at| {
        sentence.words[*at].start >= from
            && matches!(sentence.word(*at), "to" | "in" | "on" | "for" | "from" | "by" | "since")
    })?;
    if sentence.word(to) != "to" {
        return None;
    }
    let mut first = to + 1;
    if sentence.word(first) == "the" {
        first += 1;
    }
    let capital = |at: usize| sentence.is_capital(at) && !in_date(sentence, sentence.words[at].start);
    if first >= sentence.words.len() || !capital(first) {
        return None;
    }
    let mut end = first + 1;
    while end < sentence.words.len() && sentence.behind(end - 1).trim().is_empty() {
        let small = matches!(sentence.word(end), "of" | "the" | "and" | "for")
            && (end + 1..(end + 3).min(sentence.words.len())).any(capital);
        if !(capital(end) || small) {
            break;
        }
        end += 1;
    }
    let range = sentence.words[first].start..sentence.words[end - 1].end;
    let named: Vec<&Named> = sentence.named.iter().filter(|name| super::make::overlaps(&name.range, &range)).collect();
    let entity = named
        .iter()
        .find(|name| name.range == range || name.range.start == range.start && name.range.end == range.end)
        .map(|name| name.entity);
    Some(Party { span: view.span(sentence.passage, range)?, entity })
}

/// "for the prevention of piracy", "to support …", to the end of the clause.
fn purpose(view: &View, sentence: &Sentence, from: usize) -> Option<entente_text::Span> {
    const VERBS: &[&str] = &[
        "support",
        "help",
        "assist",
        "strengthen",
        "promote",
        "finance",
        "fund",
        "build",
        "improve",
        "enhance",
        "combat",
        "fight",
        "address",
        "implement",
    ];
    let at = (from..sentence.words.len().min(from + 16)).find(|at| {
        !in_date(sentence, sentence.words[*at].start)
            && (sentence.word(*at) == "for" || sentence.word(*at) == "to" && VERBS.contains(&sentence.word(at + 1)))
    })?;
    let mut end = at + 1;
    while end < sentence.words.len()
        && end - at < 16
        && !sentence.behind(end - 1).contains([',', ';', '(', '.'])
        && !in_date(sentence, sentence.words[end].start)
        && actors::approach(sentence, end).is_some()
    {
        end += 1;
    }
    while end > at + 1 && matches!(sentence.word(end - 1), "in" | "on" | "and" | "by" | "since" | "the") {
        end -= 1;
    }
    (end > at + 1).then(|| view.span(sentence.passage, sentence.words[at].start..sentence.words[end - 1].end)).flatten()
}
