//! Sentences with known answers.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Corpus, EntityKind, ReadingText};
use entente_text::{Span, words};

use super::pool::{Folder, Sentence, rank};

/// What was changed in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// One verb.
    Verb,
    /// One number.
    Number,
    /// One party.
    Party,
    /// The order of two words.
    Order,
}

impl Change {
    const ALL: [Self; 4] = [Self::Verb, Self::Number, Self::Party, Self::Order];

    /// Its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verb => "verb",
            Self::Number => "number",
            Self::Party => "party",
            Self::Order => "order",
        }
    }
}

/// A sentence with one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What was changed.
    pub change: Change,
    /// The sentence as it stands in the documents.
    pub original: Sentence,
    /// The sentence as it is checked.
    pub text: String,
    /// Words that only the checked sentence has, folded; for an order, the words that were exchanged as they stand now.
    pub gained: Vec<String>,
    /// Words that only the documents have, folded; for an order, the same as they stand there.
    pub lost: Vec<String>,
}

/// A sentence of a document that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The words.
    pub text: String,
}

/// A quotation with who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The sentence as it stands in the documents.
    pub original: Sentence,
    /// Who says it in the checked text.
    pub speaker: String,
    /// True if the documents say so, too.
    pub is_right: bool,
}

/// A test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tests {
    /// Sentences word for word.
    pub verbatim: Vec<Sentence>,
    /// Sentences with one change.
    pub changed: Vec<Changed>,
    /// Sentences of other documents.
    pub controls: Vec<Control>,
    /// Sentences of other documents that were not taken, because the kept ones have nearly the same words.
    pub restated: usize,
    /// Quotations with who says them.
    pub said: Vec<Said>,
}

const VERBS: &str = include_str!("../../data/verify/verbs.tsv");
/// Share of common words, in per cent, from which a sentence is a wording of another one.
const RESTATED: usize = 60;

/// Makes `count` sentences of each kind, as far as the folder has them.
#[must_use]
pub fn make(folder: &Folder, count: usize, seed: u64) -> Tests {
    let mut own = folder.own.iter();
    let verbatim: Vec<Sentence> = own.by_ref().take(count).cloned().collect();
    let known: BTreeSet<String> = folder.own.iter().map(|sentence| entente_text::fold::fold(&sentence.text)).collect();
    let mut changed: Vec<Changed> = Vec::new();
    let mut taken: BTreeMap<Change, usize> = BTreeMap::new();
    let rest: Vec<&Sentence> = own.collect();
    let rest = if rest.is_empty() { folder.own.iter().collect() } else { rest };
    for sentence in rest {
        // The rarest kind comes first.
        let mut kinds = Change::ALL;
        kinds.sort_by_key(|kind| taken.get(kind).copied().unwrap_or(0));
        let wanted = |kind: &&Change| taken.get(kind).copied().unwrap_or(0) < count / 4;
        let made = kinds.iter().filter(wanted).find_map(|kind| change(&folder.kept, sentence, *kind, seed));
        if let Some(made) = made.filter(|made| !known.contains(&entente_text::fold::fold(&made.text))) {
            *taken.entry(made.change).or_default() += 1;
            changed.push(made);
        }
    }
    let (controls, restated) = controls(folder, count);
    Tests { verbatim, changed, controls, restated, said: said(&folder.kept, count, seed) }
}

fn change(corpus: &Corpus, sentence: &Sentence, kind: Change, seed: u64) -> Option<Changed> {
    let text = &sentence.text;
    let (range, new) = match kind {
        Change::Verb => verb(text)?,
        Change::Number => number(text, seed)?,
        Change::Party => party(corpus, sentence, seed)?,
        Change::Order => order(text)?,
    };
    let changed = format!("{}{new}{}", &text[..range.start], &text[range.end..]);
    let list = |part: &str| words(part).into_iter().map(|word| word.folded.into_owned()).collect::<Vec<String>>();
    let (mut gained, mut lost) = (list(&changed), list(text));
    let head = gained.iter().zip(&lost).take_while(|(one, other)| one == other).count();
    gained.drain(..head);
    lost.drain(..head);
    while gained.last().is_some_and(|last| lost.last() == Some(last)) {
        gained.pop();
        lost.pop();
    }
    if kind != Change::Order {
        // What both names have is not changed.
        let common: Vec<String> = gained.iter().filter(|word| lost.contains(word)).cloned().collect();
        gained.retain(|word| !common.contains(word));
        lost.retain(|word| !common.contains(word));
    }
    (gained != lost).then_some(Changed { change: kind, original: sentence.clone(), text: changed, gained, lost })
}

type Edit = (std::ops::Range<usize>, String);

fn verb(text: &str) -> Option<Edit> {
    let verbs: BTreeMap<&str, &str> = VERBS.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
    // The first word has a capital.
    words(text).into_iter().skip(1).find_map(|word| {
        let other = verbs.get(word.text)?;
        Some((word.start..word.end, (*other).to_owned()))
    })
}

fn number(text: &str, seed: u64) -> Option<Edit> {
    words(text).into_iter().find_map(|word| {
        let is_number = word.text.bytes().all(|byte| byte.is_ascii_digit()) && word.text.len() <= 4;
        // Parts of "1,000" and "3.5" are not numbers of their own.
        let beside = |c: Option<char>| c.is_some_and(|c| matches!(c, ',' | '.' | '-' | '/'));
        let goes_on = text[word.end..].chars().nth(1).is_some_and(char::is_alphanumeric);
        let is_part =
            beside(text[..word.start].chars().next_back()) || beside(text[word.end..].chars().next()) && goes_on;
        let value: u64 = word.text.parse().ok()?;
        let other = value + 1 + rank(text, seed) % 7;
        (is_number && !is_part && word.start > 0).then(|| (word.start..word.end, other.to_string()))
    })
}

fn is_party(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Country | EntityKind::Organisation | EntityKind::Person | EntityKind::Bloc | EntityKind::Agency
    )
}

fn party(corpus: &Corpus, sentence: &Sentence, seed: u64) -> Option<Edit> {
    let body = corpus.bodies.get(sentence.document as usize)?;
    let passage = body.passages.get(sentence.passage as usize)?;
    let reading = ReadingText::of(body, passage);
    let entities = &corpus.catalogue.entities;
    body.mentions.iter().filter(|mention| mention.passage == sentence.passage).find_map(|mention| {
        let entity = entities.get(mention.entity as usize).filter(|entity| is_party(entity.kind))?;
        let range = reading.from_source(mention.span)?;
        if range.start < sentence.range.start || range.end > sentence.range.end {
            return None;
        }
        let range = range.start - sentence.range.start..range.end - sentence.range.start;
        let printed = sentence.text.get(range.clone())?;
        // A name and nothing else: "Korean" and "Korea's" would not be replaced by a name.
        if !entity.forms.iter().any(|form| form.text == printed) || printed.ends_with("an") || printed.ends_with("ese")
        {
            return None;
        }
        let others: Vec<&str> = entities
            .iter()
            .flatten()
            .filter(|other| other.kind == entity.kind && other.id != entity.id && !other.forms.is_empty())
            .map(|other| other.name.as_str())
            .filter(|name| {
                name.is_ascii() == printed.is_ascii()
                    && !sentence.text.contains(name)
                    && !name.contains(printed)
                    && !printed.contains(name)
            })
            .collect();
        let at = usize::try_from(rank(&sentence.text, seed)).unwrap_or(0) % others.len().max(1);
        Some((range, (*others.get(at)?).to_owned()))
    })
}

/// "A and B" as "B and A".
fn order(text: &str) -> Option<Edit> {
    let list = words(text);
    (1..list.len().saturating_sub(2)).find_map(|at| {
        let [one, and, other] = [&list[at], &list[at + 1], &list[at + 2]];
        let joins = matches!(&*and.folded, "and" | "et" | "und" | "y" | "or");
        let plain = text.get(one.end..and.start)? == " " && text.get(and.end..other.start)? == " ";
        let long = one.text.chars().count() > 3 && other.text.chars().count() > 3 && one.folded != other.folded;
        let new = format!("{} {} {}", other.text, and.text, one.text);
        (joins && plain && long).then_some((one.start..other.end, new))
    })
}

/// Sentences of the documents that were left out, if no kept document has a similar sentence.
fn controls(folder: &Folder, count: usize) -> (Vec<Control>, usize) {
    let set = |text: &str| words(text).into_iter().map(|word| word.folded.into_owned()).collect::<BTreeSet<String>>();
    let own: Vec<BTreeSet<String>> = folder.own.iter().map(|sentence| set(&sentence.text)).collect();
    let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, words) in own.iter().enumerate() {
        for word in words {
            having.entry(word).or_default().push(at);
        }
    }
    let (mut out, mut restated) = (Vec::new(), 0);
    for text in &folder.foreign {
        if out.len() == count {
            break;
        }
        let words = set(text);
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for word in &words {
            for at in having.get(word.as_str()).into_iter().flatten() {
                *common.entry(*at).or_default() += 1;
            }
        }
        // A sentence that is part of a longer one counts as restated.
        let is_restated = common.values().any(|shared| shared * 100 >= words.len() * RESTATED);
        if is_restated {
            restated += 1;
        } else {
            out.push(Control { text: text.clone() });
        }
    }
    (out, restated)
}

/// Sentences whose speaker the documents name, half of them given to somebody else.
fn said(corpus: &Corpus, count: usize, seed: u64) -> Vec<Said> {
    let entities = &corpus.catalogue.entities;
    let speaks = |kind: EntityKind| {
        matches!(
            kind,
            EntityKind::Country | EntityKind::Person | EntityKind::Organisation | EntityKind::Agency | EntityKind::Bloc
        )
    };
    let mut out: Vec<(u64, Said)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (document, body) in corpus.bodies.numbered() {
        for statement in &body.statements {
            let Some(speaker) = statement.speaker.and_then(|speaker| speaker.entity) else { continue };
            let Some(entity) = entities.get(speaker as usize).filter(|entity| speaks(entity.kind)) else { continue };
            let Some(original) =
                statement.evidence.passage.and_then(|at| said_sentence(body, document, at, statement.evidence.span))
            else {
                continue;
            };
            if !seen.insert(entente_text::fold::fold(&original.text)) {
                continue;
            }
            // Whoever stands in the sentence or belongs to its speaker could be meant.
            let is_other = |other: &entente_corpus::Entity| {
                other.kind == entity.kind
                    && other.id != entity.id
                    && other.parent.is_none()
                    && !other.forms.is_empty()
                    && other.name.starts_with(char::is_uppercase)
                    && other.name.chars().count() > 4
                    && !original.text.contains(&other.name)
            };
            let others: Vec<&str> =
                entities.iter().flatten().filter(|other| is_other(other)).map(|other| other.name.as_str()).collect();
            let number = rank(&original.text, seed);
            let at = usize::try_from(number).unwrap_or(0) % others.len().max(1);
            let is_right = number & 1 == 0;
            let name = if is_right { Some(entity.name.as_str()) } else { others.get(at).copied() };
            out.extend(name.map(|name| (number >> 1, Said { original, speaker: name.to_owned(), is_right })));
        }
    }
    out.sort_by_key(|(number, _)| *number);
    out.into_iter().take(count).map(|(_, said)| said).collect()
}

/// The sentence in which a statement stands.
fn said_sentence(body: &entente_corpus::Body, document: u32, passage: u32, span: Span) -> Option<Sentence> {
    let reading = ReadingText::of(body, body.passages.get(passage as usize)?);
    let range = reading.from_source(span)?;
    let found = entente_text::sentences(&reading.text)
        .into_iter()
        .find(|sentence| sentence.start <= range.start && range.start < sentence.end)?;
    let text = reading.text[found.clone()].trim_end_matches(['.', ' ']).to_owned();
    let is_plain = !text.contains(['"', '“', '”', '«', '„', '「', '…', '[', '‘']);
    let range = found.start..found.start + text.len();
    (is_plain && (6..60).contains(&text.split_whitespace().count())).then_some(Sentence {
        document,
        passage,
        range,
        text,
    })
}
