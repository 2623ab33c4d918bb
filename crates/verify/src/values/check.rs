//! Compares numbers, amounts, dates and ordinals of a sentence with passages that name the same.

use entente_text::order;
use std::collections::BTreeSet;
use std::ops::Range;

use entente_explore::{Explorer, PassageAt};
use entente_text::sentences;

use crate::matching::{Match, MatchPart, Sought, SourcePassage, SourceToken, read};
use crate::report::{CheckedValue, ValueKind, ValueVerdict};
use crate::target::target;
use crate::tokens::Token;
use crate::word_sets::is_in;

use super::read::{Value, find_values};

/// Least share of the sentence's words, in per cent, of a passage whose value can be the same one.
const MIN_SAME_PERCENT: u32 = 18;
/// Fewest content words beside the value that a passage has in common with a sentence that names nobody.
const MIN_UNNAMED_WORDS: usize = 2;
/// Least share, in per cent, of a passage in which another value is in the place of this one.
const MIN_ANOTHER_PERCENT: u32 = 50;
/// Least share, in per cent, at which the words are so similar that a value has its place among them.
const MIN_ALIGNED_PERCENT: u32 = 70;
/// Most passages that are read for one value.
const MAX_PASSAGES: usize = 10;
/// Bytes around the words in common in which values are looked for.
const MAX_BYTES_AROUND: usize = 4_000;
/// Most names of a sentence with which a value is looked for.
const MAX_NAMES: usize = 4;
/// Most values of one sentence that are checked.
const MAX_VALUES: usize = 24;

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

/// A passage with its values.
#[derive(Debug)]
struct Candidate {
    found: Match,
    /// True if the sentence names somebody.
    has_names: bool,
    /// True if the passage names one of those, or if the sentence has no names.
    names_same: bool,
    values: Vec<(usize, Value)>,
}

/// The check of the values of one sentence. It goes on step by step, so that a page can stop between two.
#[derive(Debug)]
pub(crate) struct ValuesCheck {
    values: Vec<Value>,
    /// Passages that come closest to the sentence and are not looked at yet, the best last.
    open: Vec<Match>,
    near: Vec<Candidate>,
    /// Other passages for the value that is looked at.
    further: Option<Further>,
    out: Vec<CheckedValue>,
}

impl ValuesCheck {
    /// Finds the values of `sentence` outside of `quoted`; `closest` are the passages that come closest to it.
    pub(crate) fn new(sentence: &Sentence, quoted: &[Range<usize>], mut closest: Vec<Match>) -> Self {
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

    /// The verdicts.
    pub(crate) fn finish(self) -> Vec<CheckedValue> {
        self.out
    }
}

fn candidate(explorer: &Explorer, sentence: &Sentence, found: Match) -> Candidate {
    let mut values = Vec::new();
    let mut named = BTreeSet::new();
    let parts = found.parts();
    for (n, SourcePassage { at, reading }) in found.source.passages.iter().enumerate() {
        // Of a passage of megabytes, the text around the words in common.
        let own = parts.iter().find(|part| part.passage == n).map_or(0..0, |part| part.range.clone());
        let from = reading.text.floor_char_boundary(own.start.saturating_sub(MAX_BYTES_AROUND));
        let to = reading.text.ceil_char_boundary((own.end + MAX_BYTES_AROUND).min(reading.text.len()));
        values.extend(find_values(&reading.text[from..to]).into_iter().map(|mut value| {
            value.range = value.range.start + from..value.range.end + from;
            (n, value)
        }));
        named.extend(explorer.named_in(*at));
    }
    let has_names = !sentence.entities.is_empty();
    let names_same = !has_names || sentence.entities.iter().any(|entity| named.contains(entity));
    Candidate { found, has_names, names_same, values }
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
        // The same words beside another value: "the 7th Dialogue on Trade" for "the 6th Dialogue on Trade".
        .or_else(|| candidates.iter().find_map(|candidate| beside_same_words(sought, candidate, value)));
    if let Some((verdict, candidate, (n, source))) = found {
        let SourcePassage { at, reading } = &candidate.found.source.passages[*n];
        out.target = target(explorer, *at, reading, source.range.clone());
        out.verdict = verdict;
    }
    out
}

/// A verdict, with the passage and its value that support it.
type Judged<'c> = (ValueVerdict, &'c Candidate, &'c (usize, Value));

/// The verdict of the passage `candidate` on `value`.
fn judged<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value, others: &[Value]) -> Option<Judged<'c>> {
    let share = candidate.found.share;
    // If the same words have another value in its place, it does not count that the passage has this one elsewhere.
    let in_place = if share >= MIN_ALIGNED_PERCENT { in_place(sought, candidate, value) } else { None };
    if let Some(found) = in_place.filter(|(_, source)| !value.is_supported_by(source)) {
        return Some((ValueVerdict::Another, candidate, found));
    }
    if let Some(same) = candidate.values.iter().find(|(_, source)| value.is_supported_by(source)) {
        let is_near = share >= MIN_ANOTHER_PERCENT
            || candidate.names_same
                && share >= MIN_SAME_PERCENT
                && (candidate.has_names || has_context(sought, candidate, value));
        return is_near.then_some((ValueVerdict::Same, candidate, same));
    }
    if share < MIN_ANOTHER_PERCENT {
        return None;
    }
    Some((ValueVerdict::Another, candidate, counterpart(sought, candidate, value, others)?))
}

/// True if sentence and passage have enough words in common besides those of `value`.
fn has_context(sought: &Sought, candidate: &Candidate, value: &Value) -> bool {
    let is_of_value = |token: &&Token| token.range.start < value.range.end && value.range.start < token.range.end;
    let own = || sought.tokens.iter().filter(is_of_value).filter(|token| token.is_content()).count();
    // In another order, the value is not among the words in common.
    let own = if differing_at(sought, candidate, value).is_some() { 0 } else { own() };
    candidate.found.common >= own + MIN_UNNAMED_WORDS
}

/// Words after or before a value that have to be the same if nothing else connects two values.
const SAME_WORDS: usize = 3;
/// Content words among them.
const SAME_CONTENT_WORDS: usize = 2;

/// A comparable value of `candidate` with the same words beside it: those after it, those before it, or the next content word on
/// both sides ("killed some **300 people**", "killed **200 people**").
fn beside_same_words<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value) -> Option<Judged<'c>> {
    if !candidate.names_same {
        return None;
    }
    let from = sought.tokens.partition_point(|token| token.range.start < value.range.start);
    let to = sought.tokens.partition_point(|token| token.range.start < value.range.end);
    let own = Beside::new(sought.tokens[..from].iter().rev(), sought.tokens[to..].iter(), value);
    let tokens = &candidate.found.source.tokens;
    let found = candidate.values.iter().find(|(n, source)| {
        if !value.is_comparable(source) || value.is_supported_by(source) {
            return false;
        }
        let place = |byte: usize| tokens.partition_point(|word| (word.passage, word.token.range.start) < (*n, byte));
        let (from, to) = (place(source.range.start), place(source.range.end));
        let in_passage = |word: &&SourceToken| word.passage == *n;
        let before = tokens[..from].iter().rev().take_while(in_passage).map(|word| &word.token);
        let after = tokens[to..].iter().take_while(in_passage).map(|word| &word.token);
        own.is_like(&Beside::new(before, after, source), candidate.found.share >= MIN_SAME_PERCENT)
    });
    Some((ValueVerdict::Another, candidate, found?))
}

/// The words beside a value.
struct Beside<'t> {
    /// The nearest ones before it, the nearest first.
    before: Vec<&'t Token>,
    /// The nearest ones after it.
    after: Vec<&'t Token>,
    /// What it counts, else the next content word after it.
    unit: Option<&'t str>,
    /// The last content word before it.
    verb: Option<&'t str>,
}

impl<'t> Beside<'t> {
    fn new(
        before: impl Iterator<Item = &'t Token> + Clone,
        after: impl Iterator<Item = &'t Token> + Clone,
        value: &'t Value,
    ) -> Self {
        let content = |token: &&'t Token| token.is_content() && !is_in("about", &token.folded);
        let verb = before.clone().take(SAME_WORDS).find(content).map(|token| token.folded.as_str());
        let next = after.clone().take(SAME_WORDS).find(content).map(|token| token.folded.as_str());
        let unit =
            if value.unit.is_empty() || value.kind == ValueKind::Money { next } else { Some(value.unit.as_str()) };
        Self { before: before.take(SAME_WORDS).collect(), after: after.take(SAME_WORDS).collect(), unit, verb }
    }

    /// True if both have the same words on one side; if the passages are close enough, also if the next content words are the same.
    fn is_like(&self, other: &Self, is_near: bool) -> bool {
        let same = |one: &[&Token], other: &[&Token]| {
            let content = one.iter().filter(|token| token.is_content()).count();
            one.len() == SAME_WORDS
                && content >= SAME_CONTENT_WORDS
                && one.iter().map(|token| &token.folded).eq(other.iter().map(|token| &token.folded))
        };
        let is_framed =
            is_near && self.verb.is_some() && self.verb == other.verb && self.unit.is_some() && self.unit == other.unit;
        is_framed || same(&self.after, &other.after) || same(&self.before, &other.before)
    }
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
        if let Some(source) = read(explorer, &[at]) {
            self.candidates.push(candidate(explorer, sentence, sought.fit(source)));
        }
        true
    }
}

/// The value of a passage in the place that `value` has in the sentence.
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
    let MatchPart { passage, range } = found.parts().first()?.clone();
    let text = &found.source.passages[passage].reading.text;
    let sentence =
        sentences(text).into_iter().find(|sentence| sentence.start <= range.start && range.start < sentence.end)?;
    let mut comparable = candidate.values.iter().filter(|(n, source)| {
        *n == passage
            && sentence.start <= source.range.start
            && source.range.end <= sentence.end
            && value.is_comparable(source)
            && others.iter().all(|other| !other.is_supported_by(source))
    });
    let only = comparable.next()?;
    comparable.next().is_none().then_some(only)
}

/// The words that differ in the place of `value`, by their places on the side of the passage.
fn differing_at(sought: &Sought, candidate: &Candidate, value: &Value) -> Option<Range<usize>> {
    let is_there = |token: &Token| token.range.start < value.range.end && value.range.start < token.range.end;
    let hunks = &candidate.found.alignment.hunks;
    let hunk = hunks.iter().find(|hunk| sought.tokens[hunk.left.clone()].iter().any(is_there))?;
    Some(hunk.right.clone())
}

/// The first value of a passage among its words `range` for which `like` is true.
fn value_among(candidate: &Candidate, range: Range<usize>, like: impl Fn(&Value) -> bool) -> Option<&(usize, Value)> {
    let tokens = &candidate.found.source.tokens;
    let there = tokens.get(range.start..range.end.min(tokens.len()))?;
    let is_there = |(n, source): &&(usize, Value)| {
        like(source)
            && there.iter().any(|SourceToken { passage, token }| {
                passage == n && token.range.start < source.range.end && source.range.start < token.range.end
            })
    };
    candidate.values.iter().find(is_there)
}

/// The value of a passage among the words that differ in the place of `value`, and right beside them.
fn counterpart_at<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value) -> Option<&'c (usize, Value)> {
    let range = differing_at(sought, candidate, value)?;
    value_among(candidate, range.start.saturating_sub(1)..range.end + 1, |source| value.is_comparable(source))
}

/// The value in the place of `value` in the same words, whatever it counts.
fn in_place<'c>(sought: &Sought, candidate: &'c Candidate, value: &Value) -> Option<&'c (usize, Value)> {
    let found = counterpart_at(sought, candidate, value);
    found.or_else(|| value_among(candidate, differing_at(sought, candidate, value)?, |_| true))
}
