//! Amounts: money with who pays, who receives and what for; shares; counts of things.

use std::ops::Range;

use entente_corpus::{Amount, AmountStatus, EntityKind, Party};
use entente_language::values::{self, AmountContext, Measure, find_amounts};

use super::actors;
use super::resolve::resolve;
use super::view::{Named, Sentence, View};

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

/// The amounts of the sentences of one passage.
pub(crate) fn read(view: &View, sentences: &[Sentence], out: &mut Vec<Amount>) {
    for sentence in sentences {
        let start = sentence.range.start;
        let dates: Vec<Range<usize>> =
            sentence.dates.iter().map(|date| date.range.start - start..date.range.end - start).collect();
        let context = AmountContext { country: view.home.as_deref(), dates: &dates };
        for printed in find_amounts(&sentence.tokens, context) {
            out.extend(amount(view, sentence, &Measured::of(sentence, &printed)));
        }
    }
}

/// An amount in its sentence.
struct Measured {
    value: f64,
    value_max: Option<f64>,
    unit: Option<String>,
    sign: Option<String>,
    /// Indices of the words of number and unit.
    words: Range<usize>,
    /// Bytes of the passage.
    range: Range<usize>,
    kind: MeasureKind,
}

/// What sort of thing is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MeasureKind {
    Money,
    Share,
    Count,
}

impl Measured {
    fn of(sentence: &Sentence, printed: &values::Amount) -> Self {
        let text = sentence.as_str();
        let own = |range: &Range<usize>| text.get(range.clone()).map(str::to_owned);
        let (kind, unit, sign) = match &printed.measure {
            Measure::Money { code, sign } => (MeasureKind::Money, code.map(str::to_owned), own(sign)),
            Measure::Share => (MeasureKind::Share, Some("%".to_owned()), None),
            Measure::Count { noun } => (MeasureKind::Count, own(noun), None),
        };
        let range = sentence.range.start + printed.span.start..sentence.range.start + printed.span.end;
        let number = sentence.range.start + printed.number.start;
        let first = sentence.words.partition_point(|word| word.end <= number);
        let end = sentence.words.partition_point(|word| word.start < range.end);
        Self {
            value: printed.value.to_f64(),
            value_max: printed.value_max.map(values::Decimal::to_f64),
            unit,
            sign,
            words: first..end.max(first + 1),
            range,
            kind,
        }
    }
}

fn in_date(sentence: &Sentence, at: usize) -> bool {
    sentence.dates.iter().any(|date| date.range.contains(&at))
}

fn amount(view: &View, sentence: &Sentence, found: &Measured) -> Option<Amount> {
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), found.range.clone())?;
    let mut amount = Amount {
        id: String::new(),
        value: found.value,
        value_max: found.value_max,
        unit: found.unit.clone(),
        sign: found.sign.clone(),
        payer: None,
        receiver: None,
        purpose: None,
        date: None,
        status: (found.kind != MeasureKind::Money).then_some(AmountStatus::Count),
        evidence,
        rule: match found.kind {
            MeasureKind::Money => "money",
            MeasureKind::Share => "share",
            MeasureKind::Count => "count",
        }
        .to_owned(),
    };
    if found.kind != MeasureKind::Money {
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
