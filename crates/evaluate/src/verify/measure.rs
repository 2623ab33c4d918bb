//! Compares the checker's verdicts on made sentences with the known answers.

use std::collections::BTreeMap;

use entente_corpus::ReadingText;
use entente_explore::Explorer;
use entente_text::fold::fold;
use entente_text::words;
use entente_verify::Checker;
use entente_verify::report::{
    ChangeKind, CheckedQuotation, CheckedSentence, CheckedValue, Novelty, QuotationVerdict, Target, ValueVerdict,
};
use entente_verify::wording;

use super::make::{Change, Changed, Tests};
use super::pool::Sentence;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Verbatim sentences as quotations: word for word, at a place that has them.
    VerbatimQuotation,
    /// Verbatim sentences as sentences: identical.
    VerbatimSentence,
    /// Changed sentences as quotations: they differ, from the right place, by exactly the words that were changed.
    ChangedWords,
    /// Changed sentences as sentences: the first precedent is the right one.
    RightPrecedent,
    /// Values of verbatim sentences: all the same.
    ValueSame,
    /// A number that was changed: another one is given, or none is found.
    ValueChanged,
    /// Sentences of other documents as quotations: not in this file.
    ControlQuotation,
    /// Sentences of other documents as sentences: new in this file.
    ControlSentence,
    /// Quotations given to somebody else: found.
    Misattributed,
    /// Quotations given to their speaker: not called wrong.
    Attributed,
}

impl Measure {
    /// Every measure, with its name and its aim in per cent.
    pub const ALL: [(Self, &'static str, f64); 10] = [
        (Self::VerbatimQuotation, "verbatim quotation recognised", 100.0),
        (Self::VerbatimSentence, "verbatim sentence identical", 100.0),
        (Self::ChangedWords, "changed words named exactly", 98.0),
        (Self::RightPrecedent, "right precedent first", 95.0),
        (Self::ValueSame, "values of a true sentence the same", 97.0),
        (Self::ValueChanged, "changed number not called the same", 97.0),
        (Self::ControlQuotation, "control: no quotation claimed", 97.0),
        (Self::ControlSentence, "control: no precedent claimed", 97.0),
        (Self::Misattributed, "misattribution found", 95.0),
        (Self::Attributed, "right attribution not refused", 97.0),
    ];
}

/// One sentence and what was said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was measured.
    pub measure: Measure,
    /// What was changed, if anything.
    pub change: Option<Change>,
    /// True if the verdict is right.
    pub is_right: bool,
    /// The sentence, and what was said.
    pub said: String,
}

/// Pairs of marks, one after the other.
const MARKS: [(&str, &str); 5] = [("“", "”"), ("\"", "\""), ("« ", " »"), ("„", "“"), ("‘", "’")];

/// Checks all of `tests`.
#[must_use]
pub fn measure(explorer: &Explorer, tests: &Tests) -> Vec<Outcome> {
    let mut out = Vec::new();
    for (n, sentence) in tests.verbatim.iter().enumerate() {
        let found = quoted(explorer, &sentence.text, n);
        let is_right = found.as_ref().is_some_and(|found| {
            found.verdict == QuotationVerdict::WordForWord
                && found.targets.first().is_some_and(|target| has(explorer, target, sentence))
        });
        out.push(outcome(Measure::VerbatimQuotation, None, is_right, &sentence.text, &verdict_words(found.as_ref())));
        let found = plain(explorer, &sentence.text);
        let is_right = found.as_ref().is_some_and(|found| found.novelty == Novelty::Identical);
        let said = found.as_ref().map(wording::novelty).unwrap_or_default();
        out.push(outcome(Measure::VerbatimSentence, None, is_right, &sentence.text, &said));
        if let Some(found) = found.filter(|found| !found.values.is_empty()) {
            let is_right = found.values.iter().all(|value| value.verdict == ValueVerdict::Same);
            out.push(outcome(Measure::ValueSame, None, is_right, &sentence.text, &values(&sentence.text, &found)));
        }
    }
    for (n, changed) in tests.changed.iter().enumerate() {
        out.extend(self::changed(explorer, changed, n));
        let found = plain(explorer, &changed.text).filter(|_| changed.change == Change::Number);
        if let Some(found) = found {
            // The changed number stands where the sentences part; the same number may stand elsewhere, too.
            let at = common_bytes(&changed.text, &changed.original.text);
            let is_new = |value: &&CheckedValue| value.range.start <= at && at <= value.range.end;
            let is_right = found.values.iter().filter(is_new).all(|value| value.verdict != ValueVerdict::Same);
            let said = values(&changed.text, &found);
            out.push(outcome(Measure::ValueChanged, Some(changed.change), is_right, &changed.text, &said));
        }
    }
    for (n, control) in tests.controls.iter().enumerate() {
        let found = quoted(explorer, &control.text, n);
        let is_right = found
            .as_ref()
            .is_some_and(|found| matches!(found.verdict, QuotationVerdict::NotInFile | QuotationVerdict::ShortPhrase));
        out.push(outcome(Measure::ControlQuotation, None, is_right, &control.text, &verdict_words(found.as_ref())));
        let found = plain(explorer, &control.text);
        let is_right = found.as_ref().is_some_and(|found| found.precedents.is_empty());
        let said = found.as_ref().map(precedent).unwrap_or_default();
        out.push(outcome(Measure::ControlSentence, None, is_right, &control.text, &said));
    }
    for (n, said) in tests.said.iter().enumerate() {
        let (open, close) = MARKS[n % 2];
        let (speaker, words) = (&said.speaker, &said.original.text);
        let draft = match n % 4 {
            0 => format!("{speaker} said: {open}{words}{close}."),
            1 => format!("{open}{words},{close} said {speaker}."),
            2 => format!("According to {speaker}, {open}{words}{close}."),
            _ => format!("{open}{words},{close} {speaker} said in the afternoon."),
        };
        let mut sentences = Checker::new(explorer, &draft);
        let found =
            sentences.find_map(|sentence| sentence.quotations.into_iter().next()).and_then(|found| found.attribution);
        let remark = found.as_ref().map_or_else(|| "nothing said".to_owned(), wording::attribution);
        let refused = found.is_some_and(|found| !found.agrees);
        let (measure, is_right) =
            if said.is_right { (Measure::Attributed, !refused) } else { (Measure::Misattributed, refused) };
        out.push(outcome(measure, None, is_right, &draft, &remark));
    }
    out
}

fn outcome(measure: Measure, change: Option<Change>, is_right: bool, text: &str, said: &str) -> Outcome {
    Outcome { measure, change, is_right, said: format!("{text}\n      -> {said}") }
}

/// The sentence as a quotation in a sentence of its own.
fn quoted(explorer: &Explorer, text: &str, n: usize) -> Option<CheckedQuotation> {
    // An apostrophe would close a quotation in single marks.
    let marks = if text.contains('’') { &MARKS[..4] } else { &MARKS[..] };
    let (open, close) = marks[n % marks.len()];
    let draft = format!("The text reads as follows: {open}{text}{close}");
    let mut checker = Checker::new(explorer, &draft);
    checker.find_map(|sentence| sentence.quotations.into_iter().next())
}

fn plain(explorer: &Explorer, text: &str) -> Option<CheckedSentence> {
    Checker::new(explorer, text).next()
}

fn verdict_words(found: Option<&CheckedQuotation>) -> String {
    let Some(found) = found else { return "no quotation was found".to_owned() };
    let change = |change: &entente_verify::report::Change| {
        format!("[{}: {} | {}]", change.kind.as_str(), change.text, change.source)
    };
    let changes: Vec<String> = found.difference.changes.iter().map(change).collect();
    format!("{} {}", wording::quotation(found), changes.join(" "))
}

fn precedent(sentence: &CheckedSentence) -> String {
    let first = sentence.precedents.first();
    let shown =
        first.map(|first| format!("{} ({} %): {}", wording::place(&first.target), first.share, first.target.quote));
    format!("{} {}", wording::novelty(sentence), shown.unwrap_or_default())
}

fn values(text: &str, sentence: &CheckedSentence) -> String {
    let one = |value: &CheckedValue| {
        format!(
            "{} {}: {}",
            value.kind.as_str(),
            text.get(value.range.clone()).unwrap_or_default(),
            wording::value(value)
        )
    };
    sentence.values.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// True if the passage of `target` has the words of `sentence`.
fn has(explorer: &Explorer, target: &Target, sentence: &Sentence) -> bool {
    let corpus = explorer.corpus();
    let Some(body) = corpus.bodies.get(target.document as usize) else { return false };
    let Some(passage) = body.passages.get(target.passage as usize) else { return false };
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(&ReadingText::of(body, passage).text).contains(&letters(&sentence.text))
}

fn changed(explorer: &Explorer, changed: &Changed, n: usize) -> [Outcome; 2] {
    let found = quoted(explorer, &changed.text, n);
    let is_exact = found.as_ref().is_some_and(|found| {
        let at_place = found.targets.first().is_some_and(|target| has(explorer, target, &changed.original));
        found.verdict == QuotationVerdict::Differs && at_place && names(found, changed)
    });
    let said = format!(
        "({} {:?} for {:?}) {}",
        changed.change.as_str(),
        changed.gained,
        changed.lost,
        verdict_words(found.as_ref())
    );
    let exact = outcome(Measure::ChangedWords, Some(changed.change), is_exact, &changed.text, &said);
    let found = plain(explorer, &changed.text);
    let first = found.as_ref().and_then(|found| found.precedents.first());
    let is_first = first.is_some_and(|first| {
        std::iter::once(&first.target).chain(&first.also).any(|target| has(explorer, target, &changed.original))
    });
    let said = found.as_ref().map(precedent).unwrap_or_default();
    [exact, outcome(Measure::RightPrecedent, Some(changed.change), is_first, &changed.text, &said)]
}

/// True if the differences are the words that were changed, and no others.
fn names(found: &CheckedQuotation, changed: &Changed) -> bool {
    let list = |text: &str| words(text).into_iter().map(|word| word.folded.into_owned()).collect::<Vec<String>>();
    let changes = &found.difference.changes;
    if changed.change == Change::Order {
        let is_order = |change: &entente_verify::report::Change| {
            change.kind == ChangeKind::Reordered
                && list(&change.text) == changed.gained
                && list(&change.source) == changed.lost
        };
        return changes.len() == 1 && changes.iter().all(is_order);
    }
    let sorted = |mut words: Vec<String>| {
        words.sort();
        words
    };
    let mut gained: Vec<String> = changes.iter().flat_map(|change| list(&change.text)).collect();
    let mut lost: Vec<String> = changes.iter().flat_map(|change| list(&change.source)).collect();
    // Two names may have a word in common at different places.
    let common: Vec<String> = gained.iter().filter(|word| lost.contains(word)).cloned().collect();
    gained.retain(|word| !common.contains(word));
    lost.retain(|word| !common.contains(word));
    sorted(gained) == sorted(changed.gained.clone()) && sorted(lost) == sorted(changed.lost.clone())
}

/// Bytes that two texts begin with alike.
fn common_bytes(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// The measures as lines, then what went wrong, at most `worst` of each.
#[must_use]
pub fn summary(outcomes: &[Outcome], worst: usize) -> String {
    let mut out = String::new();
    let mut counts: BTreeMap<Measure, (usize, usize)> = BTreeMap::new();
    for outcome in outcomes {
        let (right, all) = counts.entry(outcome.measure).or_default();
        *right += usize::from(outcome.is_right);
        *all += 1;
    }
    for (measure, name, aim) in Measure::ALL {
        let Some((right, all)) = counts.get(&measure) else {
            out.push_str(&format!("{name:36} none in this folder\n"));
            continue;
        };
        let share = *right as f64 * 100.0 / *all as f64;
        let below = if share < aim { "  below" } else { "" };
        out.push_str(&format!("{name:36} {:.3}  ({right} of {all}, aim {:.2}){below}\n", share / 100.0, aim / 100.0));
    }
    for (measure, name, _) in Measure::ALL {
        let wrong: Vec<&Outcome> =
            outcomes.iter().filter(|outcome| outcome.measure == measure && !outcome.is_right).collect();
        if !wrong.is_empty() {
            out.push_str(&format!("\nNot {name}:\n"));
        }
        for outcome in wrong.iter().take(worst) {
            let change = outcome.change.map(|change| format!("{}: ", change.as_str())).unwrap_or_default();
            out.push_str(&format!("  - {change}{}\n", outcome.said));
        }
    }
    out
}
