//! Patterns of a file's own settings: which words tell what in its documents, beside our tables.
//!
//! A pattern that gives an occasion is a frame like those of `data/frames.tsv` and is matched by the same code. One that gives
//! a statement has a verb whose subject speaks; one that gives a status of amounts has a verb whose object the amount is, or a
//! noun beside it. The guards of occasions refuse what they refuse there.

use std::ops::Range;

use entente_corpus::{Amount, AmountStatus, EngagementKind, Modality, Party, Pattern, Statement, rules};
use entente_language::{Language, Slot, SlotRole};
use entente_text::order;

use crate::amounts::is_direct_object;
use crate::explain::named_rule;
use crate::governed::{self, Directed};
use crate::make;
use crate::occasions::draft::Speakers;
use crate::occasions::frames::{Frame, Frames, Trigger};
use crate::occasions::guards::{Guard, refuse_clause};
use crate::occasions::parties::{complement_parties, subject_parties};
use crate::view::{Sentence, View};

/// Most words of one pattern.
const MAX_WORDS: usize = 50;
/// Longest id and longest word, in characters.
const MAX_WORD_CHARS: usize = 40;
/// Longest sentence that says what a pattern does, in characters.
const MAX_SENTENCE_CHARS: usize = 200;
/// Words between an amount and the noun of a pattern, at most.
const MAX_WORDS_APART: usize = 6;

/// What may be asked for beside a noun that is an occasion.
const NOUN_SLOTS: &[&str] = &["forces", "held", "named"];
/// What may be asked for beside a verb that is an occasion.
const EVENT_SLOTS: &[&str] =
    &["destination", "forces", "guest", "means", "object", "paper", "partner", "person", "somewhere"];
/// What may be asked for beside a verb that says something.
const SPEECH_SLOTS: &[&str] = &["object"];

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternFault {
    /// The field that is wrong.
    pub key: &'static str,
    /// What is wrong with it.
    pub what: String,
}

/// What a pattern gives.
#[derive(Clone, Copy)]
enum Gives {
    Occasion(Trigger, Option<EngagementKind>),
    Statement(Modality),
    /// A status of amounts, by a verb (true) or a noun (false).
    Amount(AmountStatus, bool),
}

/// Checks a pattern as far as it can be without the documents.
///
/// # Errors
/// The first field that is wrong, and why.
pub fn check_pattern(pattern: &Pattern) -> Result<(), PatternFault> {
    let fault = |key, what: String| Err(PatternFault { key, what });
    let is_word = |word: &str, digits: bool| {
        let fits = |c: char| c == '-' || c.is_alphabetic() && !c.is_uppercase() || digits && c.is_ascii_digit();
        word.starts_with(char::is_alphabetic) && word.chars().count() <= MAX_WORD_CHARS && word.chars().all(fits)
    };
    if !is_word(&pattern.id, true) || !pattern.id.is_ascii() {
        return fault(
            "id",
            format!("{:?} is no id; write at most {MAX_WORD_CHARS} small letters, digits and hyphens", pattern.id),
        );
    }
    if pattern.words.is_empty() || pattern.words.len() > MAX_WORDS {
        return fault("words", format!("it has {} words; write 1 to {MAX_WORDS}", pattern.words.len()));
    }
    if let Some(word) = pattern.words.iter().find(|word| !is_word(word, false)) {
        return fault(
            "words",
            format!(
                "{word:?} is no word; write single words of at most {MAX_WORD_CHARS} small letters: nouns in the singular, \
                 verbs in their base form"
            ),
        );
    }
    if pattern
        .sentence
        .as_ref()
        .is_some_and(|text| text.chars().count() > MAX_SENTENCE_CHARS || text.contains(char::is_control))
    {
        return fault("sentence", format!("it is longer than {MAX_SENTENCE_CHARS} characters or has a line break"));
    }
    let gives = gives(pattern)?;
    let slots = match gives {
        Gives::Occasion(Trigger::Noun, _) => NOUN_SLOTS,
        Gives::Occasion(Trigger::Event, _) => EVENT_SLOTS,
        Gives::Statement(_) => SPEECH_SLOTS,
        Gives::Occasion(..) | Gives::Amount(..) => &[],
    };
    match pattern.slots.iter().find(|slot| !slots.contains(&slot.as_str())) {
        Some(slot) if slots.is_empty() => fault("slots", format!("{slot:?} is no slot here; this pattern takes none")),
        Some(slot) => fault("slots", format!("{slot:?} is no slot here; expected one of {}", slots.join(", "))),
        None => Ok(()),
    }
}

fn gives(pattern: &Pattern) -> Result<Gives, PatternFault> {
    let (trigger, given) = (pattern.trigger.as_str(), pattern.gives.as_str());
    let fault = |key, what: String| Err(PatternFault { key, what });
    let words = |all: &[&str]| all.join(", ");
    let kinds: Vec<&str> = EngagementKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let modalities: Vec<&str> = Modality::ALL.iter().map(|modality| modality.as_str()).collect();
    let statuses: Vec<&str> = AmountStatus::ALL.iter().map(|status| status.as_str()).collect();
    let occasion = Trigger::from_word(trigger);
    match (trigger, EngagementKind::from_word(given), Modality::from_word(given), AmountStatus::from_word(given)) {
        ("noun" | "event", Some(kind), _, _) => Ok(Gives::Occasion(occasion.unwrap_or(Trigger::Noun), Some(kind))),
        ("noun", None, _, Some(status)) => Ok(Gives::Amount(status, false)),
        ("verb", _, Some(modality), _) => Ok(Gives::Statement(modality)),
        ("verb", _, None, Some(status)) => Ok(Gives::Amount(status, true)),
        ("holds" | "attends" | "occurs", ..) if given.is_empty() => {
            Ok(Gives::Occasion(occasion.unwrap_or(Trigger::Holds), None))
        }
        ("holds" | "attends" | "occurs", ..) => fault(
            "gives",
            format!("{given:?} is given, but the occasion's own noun says what kind it is; leave it out"),
        ),
        ("noun", ..) => fault(
            "gives",
            format!("{given:?} is not given by a noun; expected one of {}, {}", words(&kinds), words(&statuses)),
        ),
        ("event", ..) => {
            fault("gives", format!("{given:?} is no kind of engagement; expected one of {}", words(&kinds)))
        }
        ("verb", ..) => fault(
            "gives",
            format!("{given:?} is not given by a verb; expected one of {}, {}", words(&modalities), words(&statuses)),
        ),
        _ => fault(
            "trigger",
            format!("{trigger:?} is no trigger; expected one of noun, event, holds, attends, occurs, verb"),
        ),
    }
}

/// The patterns of a file, ready to be matched.
#[derive(Default)]
pub(crate) struct Patterns {
    /// Frames: those of the patterns and those of the table.
    pub(crate) frames: Frames,
    speech: Vec<Row<Modality>>,
    amounts: Vec<Row<(AmountStatus, bool)>>,
    /// Regular forms of the patterns' verbs with their base forms, in order.
    forms: Vec<(String, String)>,
    /// What each pattern does, by the id of its rule.
    sentences: Vec<(String, String)>,
}

/// A pattern that gives a statement or the status of an amount.
struct Row<T> {
    rule: String,
    words: Vec<String>,
    gives: T,
    needs_object: bool,
}

impl Patterns {
    /// The patterns of a file. What [`check_pattern`] refuses is left out.
    pub(crate) fn of(patterns: &[Pattern]) -> Self {
        let mut out = Self::default();
        let mut frames = Vec::new();
        for pattern in patterns.iter().filter(|pattern| check_pattern(pattern).is_ok()) {
            let rule = [rules::PATTERN, &pattern.id].concat();
            let words = pattern.words.clone();
            let needs_object = pattern.slots.iter().any(|slot| slot == "object");
            let Ok(gives) = gives(pattern) else { continue };
            let is_verb = !matches!(gives, Gives::Occasion(Trigger::Noun, _) | Gives::Amount(_, false));
            if is_verb {
                out.forms.extend(words.iter().flat_map(|verb| forms_of(verb)));
            }
            out.sentences.extend(pattern.sentence.iter().map(|sentence| (rule.clone(), sentence.clone())));
            match gives {
                Gives::Statement(gives) => out.speech.push(Row { rule, words, gives, needs_object }),
                Gives::Amount(status, by_verb) => {
                    out.amounts.push(Row { rule, words, gives: (status, by_verb), needs_object });
                }
                Gives::Occasion(trigger, gives) => frames.push(Frame {
                    id: rule,
                    trigger,
                    words,
                    gives,
                    needs: pattern.slots.clone(),
                    language: Language::English,
                }),
            }
        }
        order::sort(&mut out.forms);
        out.frames = Frames::with(frames);
        out
    }

    /// The base form of a pattern's verb that `word` (folded) is a form of; "" if it is of none.
    pub(crate) fn lemma(&self, word: &str) -> &str {
        let at = self.forms.partition_point(|(form, _)| form.as_str() < word);
        self.forms.get(at).filter(|(form, _)| form == word).map_or("", |(_, lemma)| lemma)
    }

    /// The packer's sentence on the pattern whose rule is `id`.
    pub(crate) fn sentence(&self, id: &str) -> Option<&str> {
        self.sentences.iter().find(|(rule, _)| rule == id).map(|(_, sentence)| sentence.as_str())
    }
}

/// The regular forms of an English verb, each with the verb: "ferry" has "ferries", "ferried", "ferrying".
fn forms_of(verb: &str) -> Vec<(String, String)> {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let last: Vec<char> = verb.chars().rev().take(2).collect();
    let (third, past, present) = match last[..] {
        ['e', ..] => (format!("{verb}s"), format!("{verb}d"), format!("{}ing", &verb[..verb.len() - 1])),
        ['y', before] if !vowel(before) => {
            let stem = &verb[..verb.len() - 1];
            (format!("{stem}ies"), format!("{stem}ied"), format!("{verb}ing"))
        }
        ['s' | 'x' | 'z', ..] | ['h', 's' | 'c'] => (format!("{verb}es"), format!("{verb}ed"), format!("{verb}ing")),
        _ => (format!("{verb}s"), format!("{verb}ed"), format!("{verb}ing")),
    };
    let mut out = vec![verb.to_owned(), third, past, present];
    // "Plan", "planned"; whether the last letter is doubled, only the ear knows.
    if let [end, before] = last[..]
        && !vowel(end)
        && vowel(before)
    {
        out.extend([format!("{verb}{end}ed"), format!("{verb}{end}ing")]);
    }
    out.into_iter().map(|form| (form, verb.to_owned())).collect()
}

/// Why a verb of a pattern gives no statement.
enum Refusal {
    Guard(&'static Guard),
    Lacks(&'static str),
}

/// The statement that the verb of clause `at` makes by `row`.
fn statement(view: &View, sentence: &Sentence, at: usize, row: &Row<Modality>) -> Result<Statement, Refusal> {
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(at).ok_or(Refusal::Lacks("a clause"))?;
    let verb = clause.verb.as_ref().ok_or(Refusal::Lacks("a verb"))?;
    if let Some(guard) = refuse_clause(sentence, at) {
        return Err(Refusal::Guard(guard));
    }
    if row.needs_object && !clause.slots.iter().any(|slot| slot.role == SlotRole::Object) {
        return Err(Refusal::Lacks("an object"));
    }
    let speaker = speaker(view, sentence, at).ok_or(Refusal::Lacks("a subject that can speak"))?;
    let bytes = sentence.bytes(&verb.tokens);
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), bytes.clone());
    let mut found = make::statement(sentence, evidence.ok_or(Refusal::Lacks("a quote"))?, row.gives, &row.rule);
    found.verb = view.span(sentence.passage, bytes.clone());
    let speakers: Vec<u32> = speaker.entity.into_iter().collect();
    found.speaker = Some(speaker);
    found.counterparts =
        governed::find_counterparts(sentence, &bytes, Directed { modality: row.gives, frame: None }, None, &speakers);
    let of_deeds = matches!(
        row.gives,
        Modality::Commitment | Modality::Pledge | Modality::MeasurePlanned | Modality::MeasureUndertaken
    );
    found.period = governed::find_period(view, sentence, &bytes).filter(|_| of_deeds);
    Ok(found)
}

/// Who the verb of clause `at` is said by: its subject, or who stands after "by".
fn speaker(view: &View, sentence: &Sentence, at: usize) -> Option<Party> {
    let parsed = sentence.parse().parsed;
    let clause = parsed.clauses.get(at)?;
    if clause.verb.as_ref()?.passive {
        let slots: Vec<&Slot> = clause.slots.iter().collect();
        return complement_parties(view, sentence, &slots, &["by"]).first().copied();
    }
    let named = subject_parties(view, sentence, at, &Speakers::default()).first().copied();
    let pronoun = || {
        let subject = parsed.subject_of(at);
        let first = sentence.word(subject.start);
        let speaks = subject.len() == 1 && matches!(first, "we" | "they" | "he" | "she" | "i");
        speaks.then(|| view.span(sentence.passage, sentence.bytes(&subject))).flatten()
    };
    named.or_else(|| pronoun().map(|span| Party { span, entity: None }))
}

/// The clauses of a sentence whose verb a pattern has, each with the pattern.
fn speech<'a>(view: &'a View, sentence: &Sentence) -> Vec<(usize, &'a Row<Modality>)> {
    let rows = &view.patterns.speech;
    if rows.is_empty() {
        return Vec::new();
    }
    let verbs = sentence.parse().parsed.clauses.iter().enumerate();
    let row = |lemma: &str| rows.iter().find(|row| row.words.iter().any(|word| word == lemma));
    verbs.filter_map(|(at, clause)| Some((at, row(sentence.lemma(clause.verb.as_ref()?))?))).collect()
}

/// Adds the statements that the file's patterns find; a verb that has given one already gives no second one.
pub(crate) fn read_statements(view: &View, sentences: &[Sentence], said: &mut Vec<Statement>) {
    for sentence in sentences {
        for (at, row) in speech(view, sentence) {
            let Ok(found) = statement(view, sentence, at, row) else { continue };
            let is_told = said.iter().any(|known| {
                known.verb.zip(found.verb).is_some_and(|(known, own)| known.start < own.end && own.start < known.end)
            });
            if !is_told {
                said.push(found);
            }
        }
    }
}

/// A line for each verb of a pattern that gives statements: what was found, or why nothing was.
pub(crate) fn explain_statements(view: &View, sentence: &Sentence) -> Vec<String> {
    let explain = |(at, row): (usize, &Row<Modality>)| {
        let verb = sentence.parse().parsed.clauses[at].verb.as_ref();
        let words = verb.and_then(|verb| sentence.text.get(sentence.bytes(&verb.tokens))).unwrap_or("");
        let rule = &row.rule;
        match statement(view, sentence, at, row) {
            Ok(found) => format!("found: {} \"{words}\", by {}", found.modality, named_rule(view, rule)),
            Err(Refusal::Guard(guard)) => {
                format!("refused: \"{words}\" [{rule}] by the guard [{}] {}", guard.id, guard.refuses)
            }
            Err(Refusal::Lacks(what)) => format!("no fact: \"{words}\" [{rule}] lacks {what}"),
        }
    };
    speech(view, sentence).into_iter().map(explain).collect()
}

/// A line for each verb of a pattern that would give an amount its status and that a guard refuses.
pub(crate) fn explain_amounts(view: &View, sentence: &Sentence) -> Vec<String> {
    let mut out = Vec::new();
    for row in view.patterns.amounts.iter().filter(|row| row.gives.1) {
        for (at, clause) in sentence.parse().parsed.clauses.iter().enumerate() {
            let verb = clause.verb.as_ref().filter(|verb| row.words.iter().any(|word| word == sentence.lemma(verb)));
            if let Some((verb, guard)) = verb.zip(refuse_clause(sentence, at)) {
                let words = sentence.text.get(sentence.bytes(&verb.tokens)).unwrap_or("");
                out.push(format!("refused: \"{words}\" [{}] by the guard [{}] {}", row.rule, guard.id, guard.refuses));
            }
        }
    }
    out
}

/// `amount`, whose number and unit are the tokens `words`, with the status that a pattern of the file gives it.
pub(crate) fn apply_to_amount(view: &View, sentence: &Sentence, words: &Range<usize>, mut amount: Amount) -> Amount {
    for row in &view.patterns.amounts {
        let (status, by_verb) = row.gives;
        let Some(clause) = sentence.parse().parsed.clause_at(words.start) else { return amount };
        let fits = if by_verb { is_governed(sentence, clause, words, row) } else { is_beside(sentence, words, row) };
        if fits && refuse_clause(sentence, clause).is_none() {
            amount.status = Some(status);
            amount.rule.clone_from(&row.rule);
            if by_verb {
                amount.payer = amount.payer.or_else(|| speaker(view, sentence, clause));
            }
            break;
        }
    }
    amount
}

/// True if the amount is the object of a verb of `row`, or its subject in the passive.
fn is_governed<T>(sentence: &Sentence, clause: usize, words: &Range<usize>, row: &Row<T>) -> bool {
    let Some(clause) = sentence.parse().parsed.clauses.get(clause) else { return false };
    let Some(verb) = clause.verb.as_ref().filter(|verb| row.words.iter().any(|word| word == sentence.lemma(verb)))
    else {
        return false;
    };
    if verb.passive {
        return clause.before_verb.contains(&words.start);
    }
    words.start >= verb.tokens.end && is_direct_object(sentence, verb.tokens.end, words.start)
}

/// True if a noun of `row` stands near the amount, in the same clause.
fn is_beside<T>(sentence: &Sentence, words: &Range<usize>, row: &Row<T>) -> bool {
    let parsed = sentence.parse().parsed;
    let clause = parsed.clause_at(words.start);
    let near = words.start.saturating_sub(MAX_WORDS_APART)..(words.end + MAX_WORDS_APART).min(sentence.words.len());
    near.filter(|at| parsed.clause_at(*at) == clause).any(|at| {
        let word = sentence.word(at);
        row.words.iter().any(|noun| word == noun || word.strip_suffix('s') == Some(noun))
    })
}

#[cfg(test)]
mod tests {
    use entente_corpus::Pattern;

    use super::{Patterns, check_pattern};

    fn pattern(trigger: &str, words: &[&str], gives: &str, slots: &[&str]) -> Pattern {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let (trigger, gives) = (trigger.to_owned(), gives.to_owned());
        Pattern { id: "own".to_owned(), trigger, words: list(words), gives, slots: list(slots), sentence: None }
    }

    #[test]
    fn a_pattern_is_checked_field_by_field() {
        for (trigger, words, gives, slots, key) in [
            ("noun", &["breakfast"][..], "meeting", &["held"][..], ""),
            ("event", &["huddle"], "meeting", &["partner"], ""),
            ("holds", &["throw"], "", &[], ""),
            ("verb", &["beseech"], "need", &["object"], ""),
            ("verb", &["disburse"], "paid", &[], ""),
            ("noun", &["levy"], "fee", &[], ""),
            ("noun", &["breakfast"], "party", &[], "gives"),
            ("noun", &["breakfast"], "commitment", &[], "gives"),
            ("holds", &["throw"], "meeting", &[], "gives"),
            ("word", &["breakfast"], "meeting", &[], "trigger"),
            ("noun", &[], "meeting", &[], "words"),
            ("noun", &["working breakfast"], "meeting", &[], "words"),
            ("noun", &["Breakfast"], "meeting", &[], "words"),
            ("noun", &["break.*"], "meeting", &[], "words"),
            ("noun", &["breakfast"], "meeting", &["partner"], "slots"),
            ("noun", &["levy"], "fee", &["object"], "slots"),
        ] {
            let found = check_pattern(&pattern(trigger, words, gives, slots));
            assert_eq!(found.err().map_or("", |fault| fault.key), key, "{trigger} {words:?} {gives} {slots:?}");
        }
        let named = |id: &str| check_pattern(&Pattern { id: id.to_owned(), ..pattern("noun", &["levy"], "fee", &[]) });
        assert!(named("levy-2").is_ok());
        for id in ["", "Levy", "2-levy", "le vy", &"l".repeat(41)] {
            assert_eq!(named(id).err().map(|fault| fault.key), Some("id"), "{id}");
        }
    }

    #[test]
    fn regular_forms_lead_to_the_verb() {
        let patterns = Patterns::of(&[pattern("verb", &["ferry", "disburse", "earmark", "gift", "wed"], "paid", &[])]);
        for (form, lemma) in [
            ("ferried", "ferry"),
            ("disbursing", "disburse"),
            ("earmarks", "earmark"),
            ("gifted", "gift"),
            ("wedded", "wed"),
            ("ferrys", ""),
            ("", ""),
        ] {
            assert_eq!(patterns.lemma(form), lemma, "{form}");
        }
    }
}
