//! Who says a quotation, by the words beside it: "X said: “…”", "“…,” said X", "According to X, “…”", "“…” — X". The same is read
//! in the checked text and in the documents.

use entente_text::order;
use std::collections::BTreeSet;
use std::ops::Range;

use entente_corpus::EntityKind;
use entente_explore::Explorer;
use entente_language::speech_words::{is_quotation_verb, is_speech_word};
use entente_text::{Word, words};

use crate::names::{Name, find_names};
use crate::quotations::Quote;
use crate::word_sets::is_in;

/// Words that name who speaks.
#[derive(Clone, Debug)]
pub(crate) struct Speaker {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// The entities that the words can mean.
    pub(crate) entities: BTreeSet<u32>,
}

/// A text with its sentences and its outermost quotations, both in order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuotingText<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentences: &'a [Range<usize>],
    pub(crate) quotations: &'a [Quote],
}

/// Bytes before and after a quotation in which its speaker is named.
const MAX_SPEAKER_DISTANCE_BYTES: usize = 300;
/// Bytes between a verb of saying and the name that is its subject.
const MAX_APART: usize = 90;
/// Bytes between names that are one subject: "Foreign Minister Park of the Republic of Korea".
const MAX_JOINED: usize = 40;
/// Words between a pronoun and the verb of saying that it belongs to: "he later also said".
const MAX_PRONOUN_WORDS: usize = 2;
/// Most quotations that are parts of one.
const MAX_CHAINED: usize = 4;
/// Characters of the longest particle after a quotation.
const MAX_PARTICLE_CHARS: usize = 4;
/// Bytes between two quotations of one speaker: "“…,” said X. “…”".
const MAX_BETWEEN_BYTES: usize = 160;

/// True if `word` (folded) is a verb that comes beside a quotation.
pub(crate) fn is_saying(word: &str) -> bool {
    is_in("verb", word) || is_quotation_verb(word)
}

/// Who says quotation `n` of `quoting`, by the words beside it; `None` if they name nobody.
pub(crate) fn speaker(explorer: &Explorer, quoting: &QuotingText, mut n: usize) -> Option<Speaker> {
    for _ in 0..MAX_CHAINED {
        match beside(explorer, quoting, n) {
            Beside::Speaker(found) => return found,
            Beside::AsBefore => n = n.checked_sub(1)?,
        }
    }
    None
}

/// What the words beside a quotation say of its speaker.
enum Beside {
    /// The speaker, if one is named.
    Speaker(Option<Speaker>),
    /// It is a part of what is said in the quotation before it.
    AsBefore,
}

fn beside(explorer: &Explorer, quoting: &QuotingText, n: usize) -> Beside {
    let QuotingText { text, sentences, quotations } = *quoting;
    let Some(outer) = quotations.get(n).map(|quote| quote.outer.clone()) else { return Beside::Speaker(None) };
    let first = sentences.partition_point(|sentence| sentence.end <= outer.start);
    let last = sentences.partition_point(|sentence| sentence.end < outer.end);
    let begin = sentences.get(first).map_or(0, |sentence| sentence.start).min(outer.start);
    let end = sentences.get(last).map_or(text.len(), |sentence| sentence.end);
    let before_end = n.checked_sub(1).map_or(0, |before| quotations[before].outer.end).min(outer.start);
    let next_start = quotations.get(n + 1).map_or(text.len(), |next| next.outer.start);
    let from = begin.max(before_end).max(outer.start.saturating_sub(MAX_SPEAKER_DISTANCE_BYTES));
    let from = text.ceil_char_boundary(from.min(outer.start));
    let to = end.max(outer.end).min(next_start).min(outer.end + MAX_SPEAKER_DISTANCE_BYTES);
    let (earlier, later) = (from..outer.start, outer.end..text.floor_char_boundary(to).max(outer.end));
    if let Some(pronoun) = pronoun(text, &later).or_else(|| pronoun(text, &earlier)) {
        let within = only_person(explorer, quoting, begin..pronoun.min(outer.start));
        let sentence_before = first.checked_sub(1).and_then(|before| sentences.get(before));
        return Beside::Speaker(match (within, sentence_before) {
            (Antecedent::One(person), _) => Some(person),
            (Antecedent::None, Some(before)) => only_person(explorer, quoting, before.clone()).into_speaker(),
            (Antecedent::None, None) | (Antecedent::Several, _) => None,
        });
    }
    let found = after(explorer, text, later.clone()).or_else(|| {
        let is_reported = is_quotative(&text[outer.end..]);
        if is_reported { subject(explorer, text, &earlier) } else { before(explorer, text, earlier.clone()) }
    });
    if found.is_some() || before_end == 0 {
        return Beside::Speaker(found);
    }
    // "…고 “…”며 “…”고": words of one sentence between two quotations that name nobody.
    let is_same_sentence = begin < before_end && outer.start - before_end <= MAX_SPEAKER_DISTANCE_BYTES;
    if is_same_sentence && cues(text, &earlier).is_empty() && speakers(explorer, text, &earlier).is_empty() {
        return Beside::AsBefore;
    }
    // "“…,” said X. “…”": a quotation without words of its own beside it goes on the one before it.
    let is_alone = |range: Range<usize>| !text[range].contains(char::is_alphanumeric);
    let between = before_end..outer.start;
    let is_next = between.len() <= MAX_BETWEEN_BYTES && !text[between.clone()].contains('\n');
    let goes_on = is_next && is_alone(earlier) && is_alone(later);
    Beside::Speaker(if goes_on { after(explorer, text, between) } else { None })
}

/// True if `text` begins with a particle after which a verb of saying follows in Korean and Japanese: "“…”고 말했다".
fn is_quotative(text: &str) -> bool {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(MAX_PARTICLE_CHARS);
    ends.into_iter().any(|end| is_in("quotative", &text[..end]))
}

/// The first person before a quotation, else the first name: the subject of a sentence whose verb comes last.
fn subject(explorer: &Explorer, text: &str, range: &Range<usize>) -> Option<Speaker> {
    let names = speakers(explorer, text, range);
    let entities = &explorer.corpus().catalogue.entities;
    let is_person = |at: &u32| entities.get(*at as usize).is_some_and(|entity| entity.kind == EntityKind::Person);
    let person = names.iter().find(|name| name.entities.iter().any(is_person));
    let name = person.or(names.first())?;
    Some(Speaker { range: name.range.clone(), entities: order::set(name.entities.iter().copied()) })
}

/// Where a pronoun for one person is the subject of a verb of saying: beside it, or as the first word.
fn pronoun(text: &str, range: &Range<usize>) -> Option<usize> {
    let words = words(&text[range.clone()]);
    let is_subject = |at: usize| {
        let near = at.saturating_sub(1)..words.len().min(at + 2 + MAX_PRONOUN_WORDS);
        let has_verb = words[near].iter().any(|word| is_saying(&word.folded));
        has_verb || at == 0 && words.iter().any(|word| is_saying(&word.folded))
    };
    let is_pronoun = |(at, word): &(usize, &Word)| is_in("pronoun", &word.folded) && is_subject(*at);
    words.iter().enumerate().rfind(is_pronoun).map(|(_, word)| range.start + word.start)
}

/// Whom a pronoun can mean.
enum Antecedent {
    None,
    One(Speaker),
    Several,
}

impl Antecedent {
    fn into_speaker(self) -> Option<Speaker> {
        match self {
            Self::One(speaker) => Some(speaker),
            Self::None | Self::Several => None,
        }
    }
}

/// The person that `range` names outside of its quotations, if it names only one.
fn only_person(explorer: &Explorer, quoting: &QuotingText, range: Range<usize>) -> Antecedent {
    let entities = &explorer.corpus().catalogue.entities;
    let is_person = |at: &u32| entities.get(*at as usize).is_some_and(|entity| entity.kind == EntityKind::Person);
    let from = quoting.quotations.partition_point(|quote| quote.outer.end <= range.start);
    let around = || quoting.quotations[from..].iter().take_while(|quote| quote.outer.start < range.end);
    let is_quoted =
        |name: &Name| around().any(|quote| quote.outer.start <= name.range.start && name.range.end <= quote.outer.end);
    let mut people = speakers(explorer, quoting.text, &range);
    people.retain(|name| name.entities.iter().all(is_person) && !is_quoted(name));
    let Some(first) = people.first() else { return Antecedent::None };
    if people.iter().any(|name| name.entities != first.entities) {
        return Antecedent::Several;
    }
    Antecedent::One(Speaker { range: first.range.clone(), entities: order::set(first.entities.iter().copied()) })
}

/// A word that says that somebody speaks, by its place: a verb, or "according to".
struct Cue {
    range: Range<usize>,
    is_verb: bool,
    /// A verb whose object is the listener: "told X".
    has_listener: bool,
}

fn cues(text: &str, range: &Range<usize>) -> Vec<Cue> {
    words(&text[range.clone()])
        .into_iter()
        .filter_map(|word| {
            let (is_verb, is_preposition) = (is_saying(&word.folded), is_in("according", &word.folded));
            let place = range.start + word.start..range.start + word.end;
            let has_listener = is_in("addressing", &word.folded);
            (is_verb || is_preposition).then_some(Cue { range: place, is_verb, has_listener })
        })
        .collect()
}

/// "…,” said X", "…,” X said", "…” — X".
fn after(explorer: &Explorer, text: &str, range: Range<usize>) -> Option<Speaker> {
    let part = &text[range.clone()];
    let names = speakers(explorer, text, &range);
    let first = names.first()?;
    if part.trim_start().starts_with(['—', '–', '―']) {
        return joined(text, &names);
    }
    let cue = cues(text, &range).into_iter().find(|cue| cue.range.start < range.start + MAX_APART * 2)?;
    // "said X", "according to X": the first name after it; "X said": the last before it.
    if first.range.end <= cue.range.start && cue.is_verb {
        let before: Vec<Name> = names.iter().filter(|name| name.range.end <= cue.range.start).cloned().collect();
        return joined(text, &before);
    }
    let follow: Vec<Name> = names.into_iter().filter(|name| name.range.start >= cue.range.end).collect();
    let is_near = follow.first().is_some_and(|name| name.range.start - cue.range.end <= MAX_APART);
    // The cue comes right after the quotation: else it is the verb of another clause.
    let is_inverted = text[range.start..cue.range.start].split_whitespace().count() <= 2 && !cue.has_listener;
    if is_near && is_inverted { joined(text, &follow) } else { None }
}

/// "X said: “…", "According to X, “…", "X: “…".
fn before(explorer: &Explorer, text: &str, range: Range<usize>) -> Option<Speaker> {
    let names = speakers(explorer, text, &range);
    let Some(cue) = cues(text, &range).into_iter().next_back() else {
        // A label.
        let is_label = text[range].trim_end().ends_with([':', '：']);
        return if is_label { joined_last(text, &names) } else { None };
    };
    let (earlier, later): (Vec<Name>, Vec<Name>) =
        names.into_iter().partition(|name| name.range.end <= cue.range.start);
    if cue.is_verb {
        let near = earlier.last().filter(|name| cue.range.start - name.range.end <= MAX_APART);
        return near.and_then(|_| joined_last(text, &earlier));
    }
    joined(text, &later)
}

/// Names of those who can speak.
fn speakers(explorer: &Explorer, text: &str, range: &Range<usize>) -> Vec<Name> {
    let entities = &explorer.corpus().catalogue.entities;
    let speaks = |at: &u32| {
        entities.get(*at as usize).is_some_and(|entity| {
            matches!(
                entity.kind,
                EntityKind::Country
                    | EntityKind::Bloc
                    | EntityKind::Organisation
                    | EntityKind::Agency
                    | EntityKind::Company
                    | EntityKind::Media
                    | EntityKind::Person
                    | EntityKind::Forum
            )
        })
    };
    // "Prime Minister" alone names an office.
    let is_office = |word: &Word| is_speech_word("office", &word.folded) || is_in("before-office", &word.folded);
    let mut names = find_names(explorer, text, range.clone());
    names.retain_mut(|name| {
        name.entities.retain(speaks);
        !name.entities.is_empty() && !words(&text[name.range.clone()]).iter().all(is_office)
    });
    names
}

/// The first names, as far as they follow each other closely.
fn joined(text: &str, names: &[Name]) -> Option<Speaker> {
    let first = names.first()?;
    let mut out = Speaker { range: first.range.clone(), entities: order::set(first.entities.iter().copied()) };
    for name in &names[1..] {
        let between = &text[out.range.end..name.range.start];
        if between.len() > MAX_JOINED || between.contains(['.', ';', ':']) {
            break;
        }
        out.range.end = name.range.end;
        out.entities.extend(&name.entities);
    }
    Some(out)
}

/// The last names, as far as they follow each other closely.
fn joined_last(text: &str, names: &[Name]) -> Option<Speaker> {
    let mut from = names.len().checked_sub(1)?;
    while from > 0 {
        let between = &text[names[from - 1].range.end..names[from].range.start];
        if between.len() > MAX_JOINED
            || between.contains(['.', ';', ':'])
            || words(between).iter().any(|word| is_saying(&word.folded))
        {
            break;
        }
        from -= 1;
    }
    joined(text, &names[from..])
}
