//! Numbers, amounts, dates and ordinals of a sentence, held against the passages that name the same.

use entente_text::order;
use std::collections::BTreeSet;
use std::ops::Range;

use entente_explore::{Explorer, PassageAt};
use entente_language::values::{
    Amount, AmountContext, DateMention, Decimal, Measure, Printed, find_amounts, find_dates, ordinal_at,
};
use entente_language::{Tokens, tokenize_for_values};
use entente_text::{PartialDate, sentences};

use crate::matching::{Found, Sought, read};
use crate::report::{CheckedValue, ValueKind, ValueVerdict};
use crate::target::target;
use crate::tokens::Token;

/// A value as printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: ValueKind,
    worth: Worth,
    /// What is counted or measured, folded; empty if nothing is.
    unit: String,
}

#[derive(Clone, Debug, PartialEq)]
enum Worth {
    Date(PartialDate),
    Number(Decimal, Option<Decimal>),
}

/// Share of a sentence's words, in per cent, from which the value of a passage can be the same one.
const MIN_SAME: u32 = 18;
/// Share from which another value of a passage is one that stands for this.
const MIN_ANOTHER: u32 = 50;
/// Share from which words stand so much alike that a value has its place in them.
const MIN_ALIGNED: u32 = 70;
/// Passages that are looked at for one value.
const MAX_PASSAGES: usize = 10;
/// Bytes around the words in common in which values are looked for.
const MAX_AROUND: usize = 4_000;
/// Names of a sentence that a value is looked for with.
const MAX_NAMES: usize = 4;
/// Values of one sentence that are checked.
const MAX_VALUES: usize = 24;

/// The values of `text`, in order.
pub(crate) fn find_values(text: &str) -> Vec<Value> {
    let tokens = tokenize_for_values(text);
    let dates = find_dates(&tokens);
    let spans: Vec<Range<usize>> = dates.iter().map(|date| date.range.clone()).collect();
    let mut out: Vec<Value> = dates.into_iter().filter_map(date_value).collect();
    let context = AmountContext { country: None, dates: &spans };
    out.extend(find_amounts(&tokens, context).into_iter().map(|amount| amount_value(text, amount)));
    order::sort_by_key(&mut out, |value| value.range.start);
    let mut others = other_values(&tokens, &out);
    out.append(&mut others);
    order::sort_by_key(&mut out, |value| value.range.start);
    out
}

fn date_value(date: DateMention) -> Option<Value> {
    let Printed::Date(value) = date.value else { return None };
    Some(Value { range: date.range, kind: ValueKind::Date, worth: Worth::Date(value), unit: String::new() })
}

fn amount_value(text: &str, amount: Amount) -> Value {
    let (kind, unit) = match &amount.measure {
        Measure::Money { code, .. } => (ValueKind::Money, code.unwrap_or_default().to_owned()),
        Measure::Share => (ValueKind::Share, String::new()),
        Measure::Count { noun } => (ValueKind::Count, singular(&text[noun.clone()])),
    };
    Value { range: amount.span, kind, worth: Worth::Number(amount.value, amount.value_max), unit }
}

fn singular(noun: &str) -> String {
    let folded = entente_text::fold::fold(noun);
    folded.strip_suffix('s').map_or(folded.clone(), str::to_owned)
}

/// Ordinals, and numbers that are neither dates nor amounts.
fn other_values(tokens: &Tokens, known: &[Value]) -> Vec<Value> {
    let is_taken = |range: &Range<usize>| {
        let at = known.partition_point(|value| value.range.end <= range.start);
        known.get(at).is_some_and(|value| value.range.start < range.end)
    };
    let mut out: Vec<Value> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let from = at;
        at += 1;
        let start = tokens.bytes(from..from + 1);
        if is_taken(&start) {
            continue;
        }
        if let Some((value, next)) = ordinal_at(tokens, from) {
            let in_words = !tokens.printed(from).contains(|c: char| c.is_numeric());
            let is_counter = !in_words || tokens.is_capital(next) || value > 2;
            let range = tokens.bytes(from..next);
            if is_counter && !is_taken(&range) {
                let unit = singular(tokens.folded(next));
                let worth = Worth::Number(Decimal::whole(u64::from(value)), None);
                out.push(Value { range, kind: ValueKind::Ordinal, worth, unit });
            }
            at = next.max(at);
            continue;
        }
        let printed = tokens.printed(from);
        let is_number = !printed.is_empty() && printed.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && let Some(worth) = Decimal::from_digits(printed, "") {
            let unit = from.checked_sub(1).map_or(String::new(), |before| singular(tokens.folded(before)));
            out.push(Value { range: start, kind: ValueKind::Number, worth: Worth::Number(worth, None), unit });
        }
    }
    out
}

impl Value {
    /// True if a passage that prints `source` bears this value out.
    fn is_borne_out_by(&self, source: &Self) -> bool {
        match (&self.worth, &source.worth) {
            (Worth::Date(one), Worth::Date(other)) => one == other || contains(*one, *other) || same_day(*one, *other),
            (Worth::Number(one, one_max), Worth::Number(other, other_max)) => {
                let like = self.kind == source.kind
                    || matches!(self.kind, ValueKind::Number | ValueKind::Count)
                        && matches!(source.kind, ValueKind::Number | ValueKind::Count);
                let unit = self.kind != ValueKind::Money
                    || self.unit == source.unit
                    || self.unit.is_empty()
                    || source.unit.is_empty();
                like && unit && one == other && one_max == other_max
            }
            (Worth::Date(_), Worth::Number(..)) | (Worth::Number(..), Worth::Date(_)) => false,
        }
    }

    /// True if a passage that prints `source` may mean the same thing by it.
    fn is_comparable(&self, source: &Self) -> bool {
        let same_kind = self.kind == source.kind;
        match self.kind {
            ValueKind::Date => match (&self.worth, &source.worth) {
                (Worth::Date(one), Worth::Date(other)) => one.precision() == other.precision(),
                _ => false,
            },
            ValueKind::Money | ValueKind::Share => same_kind,
            ValueKind::Count | ValueKind::Ordinal | ValueKind::Number => same_kind && self.unit == source.unit,
        }
    }
}

/// True if `one`, a year or a month, has `other` in it.
fn contains(one: PartialDate, other: PartialDate) -> bool {
    match (one.bounds(), other.bounds()) {
        (Some((first, last)), Some((from, to))) => first <= from && to <= last,
        _ => false,
    }
}

/// True if one of two dates leaves out the year and the rest is the same.
fn same_day(one: PartialDate, other: PartialDate) -> bool {
    match (one, other) {
        (PartialDate::At(one), PartialDate::At(other)) => {
            (one.year.is_none() || other.year.is_none())
                && (one.month, one.day) == (other.month, other.day)
                && one.month.is_some()
        }
        _ => false,
    }
}

/// The sentence whose values are checked.
pub(crate) struct Sentence<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    /// Its bytes.
    pub(crate) range: Range<usize>,
    /// Its words, bytes from its start.
    pub(crate) tokens: &'a [Token],
    /// Entities that it names.
    pub(crate) entities: BTreeSet<u32>,
    /// Words of the names, as printed.
    pub(crate) names: Vec<&'a str>,
}

/// A passage with what is asked of it.
#[derive(Debug)]
struct Candidate {
    found: Found,
    names_same: bool,
    values: Vec<(usize, Value)>,
}

/// The check of the values of one sentence. It goes on step by step, so that a page can stop between two.
#[derive(Debug)]
pub(crate) struct ValuesCheck {
    values: Vec<Value>,
    /// Passages that come closest to the sentence and are not looked at yet, the best last.
    open: Vec<Found>,
    near: Vec<Candidate>,
    /// Other passages for the value that is looked at.
    further: Option<Further>,
    out: Vec<CheckedValue>,
}

impl ValuesCheck {
    /// Finds the values of `sentence` outside of `quoted`; `closest` are the passages that come closest to it.
    pub(crate) fn new(sentence: &Sentence, quoted: &[Range<usize>], mut closest: Vec<Found>) -> Self {
        let own = &sentence.text[sentence.range.clone()];
        let is_free = |value: &Value| {
            let range = sentence.range.start + value.range.start..sentence.range.start + value.range.end;
            quoted.iter().all(|quote| quote.end <= range.start || range.end <= quote.start)
        };
        let values: Vec<Value> = find_values(own).into_iter().filter(is_free).take(MAX_VALUES).collect();
        let count = if values.is_empty() { 0 } else { MAX_PASSAGES };
        closest.truncate(count);
        closest.reverse();
        Self { values, open: closest, near: Vec::new(), further: None, out: Vec::new() }
    }

    /// Does a small part of the work; false if there was nothing left to do.
    pub(crate) fn step(&mut self, explorer: &Explorer, sentence: &Sentence) -> bool {
        if let Some(found) = self.open.pop() {
            self.near.push(candidate(explorer, sentence, found));
            return true;
        }
        let Some(value) = self.values.get(self.out.len()) else { return false };
        let sought = Sought::new(&sentence.text[sentence.range.clone()], sentence.tokens);
        let further = self.further.get_or_insert_with(|| Further::new(sentence));
        if further.step(explorer, sentence, &sought, value, &self.near) {
            return true;
        }
        let checked = checked(explorer, sentence, &sought, (&self.near, &further.candidates), value, &self.values);
        self.further = None;
        self.out.push(checked);
        true
    }

    /// What was said of them.
    pub(crate) fn finish(self) -> Vec<CheckedValue> {
        self.out
    }
}

fn candidate(explorer: &Explorer, sentence: &Sentence, found: Found) -> Candidate {
    let mut values = Vec::new();
    let mut named = BTreeSet::new();
    let pieces = found.pieces();
    for (n, (at, reading)) in found.stretch.passages.iter().enumerate() {
        // Of a passage of megabytes, what stands around the words in common.
        let own = pieces.iter().find(|(passage, _)| *passage == n).map_or(0..0, |(_, range)| range.clone());
        let from = reading.text.floor_char_boundary(own.start.saturating_sub(MAX_AROUND));
        let to = reading.text.ceil_char_boundary((own.end + MAX_AROUND).min(reading.text.len()));
        values.extend(find_values(&reading.text[from..to]).into_iter().map(|mut value| {
            value.range = value.range.start + from..value.range.end + from;
            (n, value)
        }));
        named.extend(explorer.named_in(*at));
    }
    let names_same = sentence.entities.is_empty() || sentence.entities.iter().any(|entity| named.contains(entity));
    Candidate { found, names_same, values }
}

fn checked(
    explorer: &Explorer,
    sentence: &Sentence,
    sought: &Sought,
    (near, further): (&[Candidate], &[Candidate]),
    value: &Value,
    others: &[Value],
) -> CheckedValue {
    let mut candidates: Vec<&Candidate> = near.iter().chain(further).collect();
    order::sort_by_key(&mut candidates, |candidate| std::cmp::Reverse(candidate.found.share));
    let range = sentence.range.start + value.range.start..sentence.range.start + value.range.end;
    let mut out = CheckedValue { range, kind: value.kind, verdict: ValueVerdict::NotFound, target: None };
    let found = candidates
        .iter()
        .find_map(|candidate| judged(sought, candidate, value, others))
        // The same words after another value: "the 7th Dialogue on Trade" for "the 6th Dialogue on Trade".
        .or_else(|| candidates.iter().find_map(|candidate| before_same_words(sought, candidate, value)));
    if let Some((verdict, candidate, (n, source))) = found {
        let (at, reading) = &candidate.found.stretch.passages[*n];
        out.target = target(explorer, *at, reading, source.range.clone());
        out.verdict = verdict;
    }
    out
}

/// A verdict, with the passage and the value in it that bear it out.
type Judged<'c> = (ValueVerdict, &'c Candidate, &'c (usize, Value));

/// What is said of `value` by the passage `candidate`.
fn judged<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value, others: &[Value]) -> Option<Judged<'c>> {
    let share = candidate.found.share;
    // In the same words another value stands in its place: that the passage has this one, too, says nothing.
    let in_place = counterpart_at(sought, candidate, value);
    let in_place = in_place.filter(|(_, source)| share >= MIN_ALIGNED && !value.is_borne_out_by(source));
    if let Some(found) = in_place {
        return Some((ValueVerdict::Another, candidate, found));
    }
    if let Some(same) = candidate.values.iter().find(|(_, source)| value.is_borne_out_by(source)) {
        let is_near = candidate.names_same && share >= MIN_SAME || share >= MIN_ANOTHER;
        return is_near.then_some((ValueVerdict::Same, candidate, same));
    }
    if share < MIN_ANOTHER {
        return None;
    }
    Some((ValueVerdict::Another, candidate, counterpart(sought, candidate, value, others)?))
}

/// Words after a value that have to be the same, where nothing else ties two values together.
const SAME_WORDS: usize = 3;

/// A comparable value of `candidate` that the same words stand after.
fn before_same_words<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value) -> Option<Judged<'c>> {
    let own: Vec<&Token> =
        sought.tokens.iter().filter(|token| token.range.start >= value.range.end).take(SAME_WORDS).collect();
    if !candidate.names_same || own.len() < SAME_WORDS || own.iter().filter(|token| token.is_content()).count() < 2 {
        return None;
    }
    let tokens = &candidate.found.stretch.tokens;
    let found = candidate.values.iter().find(|(n, source)| {
        let from = tokens.partition_point(|(passage, token)| (*passage, token.range.start) < (*n, source.range.end));
        let after = tokens[from..].iter().take_while(|(passage, _)| passage == n).take(SAME_WORDS);
        value.is_comparable(source)
            && !value.is_borne_out_by(source)
            && after.map(|(_, token)| &token.folded).eq(own.iter().map(|token| &token.folded))
    });
    Some((ValueVerdict::Another, candidate, found?))
}

/// Passages that have the words of a value and of a name.
#[derive(Debug)]
struct Further {
    /// Names that are looked for, by their place in the sentence; the first last.
    names: Vec<usize>,
    /// Where value and name were found; none once they are put in order.
    places: Vec<PassageAt>,
    /// The passages that are read next, the first last.
    open: Vec<PassageAt>,
    candidates: Vec<Candidate>,
}

impl Further {
    fn new(sentence: &Sentence) -> Self {
        let names = (0..sentence.names.len().min(MAX_NAMES)).rev().collect();
        Self { names, places: Vec::new(), open: Vec::new(), candidates: Vec::new() }
    }

    /// Does a small part of the work; false if there was nothing left to do.
    fn step(
        &mut self,
        explorer: &Explorer,
        sentence: &Sentence,
        sought: &Sought,
        value: &Value,
        near: &[Candidate],
    ) -> bool {
        if let Some(name) = self.names.pop().and_then(|n| sentence.names.get(n)) {
            let range = sentence.range.start + value.range.start..sentence.range.start + value.range.end;
            let both = [sentence.text[range].to_owned(), (*name).to_owned()];
            self.places.extend(explorer.passages_with_all(&both, MAX_PASSAGES));
            return true;
        }
        if !self.places.is_empty() {
            let mut places = std::mem::take(&mut self.places);
            order::sort_by(&mut places, Ord::cmp);
            places.dedup();
            places.retain(|at| near.iter().all(|candidate| candidate.found.place() != *at));
            places.truncate(2 * MAX_PASSAGES);
            places.reverse();
            self.open = places;
        }
        let Some(at) = self.open.pop() else { return false };
        if let Some(stretch) = read(explorer, &[at]) {
            self.candidates.push(candidate(explorer, sentence, sought.fit(stretch)));
        }
        true
    }
}

/// The value of a passage that stands where `value` stands in the sentence.
fn counterpart<'c>(
    sought: &Sought,
    candidate: &'c Candidate,
    value: &Value,
    others: &[Value],
) -> Option<&'c (usize, Value)> {
    counterpart_at(sought, candidate, value).or_else(|| only_counterpart(candidate, value, others))
}

/// The only comparable value of the sentence that is closest, if no other value of the checked sentence is the same.
fn only_counterpart<'c>(candidate: &'c Candidate, value: &Value, others: &[Value]) -> Option<&'c (usize, Value)> {
    let found = &candidate.found;
    let (passage, range) = found.pieces().first()?.clone();
    let text = &found.stretch.passages[passage].1.text;
    let sentence =
        sentences(text).into_iter().find(|sentence| sentence.start <= range.start && range.start < sentence.end)?;
    let mut comparable = candidate.values.iter().filter(|(n, source)| {
        *n == passage
            && sentence.start <= source.range.start
            && source.range.end <= sentence.end
            && value.is_comparable(source)
            && others.iter().all(|other| !other.is_borne_out_by(source))
    });
    let only = comparable.next()?;
    comparable.next().is_none().then_some(only)
}

/// The value of a passage among the words that differ where `value` stands.
fn counterpart_at<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value) -> Option<&'c (usize, Value)> {
    let found = &candidate.found;
    let hunk = found.alignment.hunks.iter().find(|hunk| {
        sought.tokens[hunk.left.clone()]
            .iter()
            .any(|token| token.range.start < value.range.end && value.range.start < token.range.end)
    })?;
    let there = found
        .stretch
        .tokens
        .get(hunk.right.start.saturating_sub(1)..(hunk.right.end + 1).min(found.stretch.tokens.len()))?;
    let is_there = |(n, source): &&(usize, Value)| {
        there.iter().any(|(passage, token)| {
            passage == n && token.range.start < source.range.end && source.range.start < token.range.end
        })
    };
    candidate.values.iter().filter(|(_, source)| value.is_comparable(source)).find(is_there)
}

#[cfg(test)]
mod tests {
    use super::find_values;

    #[test]
    fn values_of_a_sentence_are_found_once_each() {
        for (text, expected) in [
            (
                "On 18 August 2023, 36 countries pledged USD 5 million at the 7th meeting under Resolution 1540.",
                "date 18 August 2023|count 36 countries|money USD 5 million|ordinal 7th|number 1540",
            ),
            ("It grew by 3.5 per cent in 2016.", "share 3.5 per cent|date 2016"),
            ("The First Lady met the second time at the Third Round.", "ordinal First|ordinal Third"),
            ("2016년 제5차 회의", "date 2016년|ordinal 제5차"),
            ("No value at all.", ""),
        ] {
            let found: Vec<String> = find_values(text)
                .into_iter()
                .map(|value| format!("{} {}", value.kind.as_str(), &text[value.range]))
                .collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
