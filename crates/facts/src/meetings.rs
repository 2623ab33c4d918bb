//! Occasions that a verb alone tells, of people who come together: "met with the President of Peru", "spoke by phone with",
//! "travelled to Lima".

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, EntityKind, Party};
use entente_language::values::DateMention as When;

use super::deeds::{agents, date_before, dated, draft};
use super::engagements::{Draft, Speakers, party};
use super::view::{Named, Sentence, View};

/// Words between the verb and whom it is with, at most, those of a date among them.
const GAP: usize = 6;
/// What says that people spoke from afar.
const AFAR: &[&str] = &["phone", "telephone", "telephonically", "video", "videoconference", "call"];

/// How people come together by the verb at a word.
struct Verb {
    kind: EngagementKind,
    rule: &'static str,
    /// "meet", "speak", "travel": an occasion only where it is still to come.
    bare: bool,
}

fn verb(word: &str) -> Option<Verb> {
    let (kind, rule) = match word {
        "met" | "meet" => (EngagementKind::Meeting, "verb-of-meeting"),
        "spoke" | "speak" => (EngagementKind::Call, "verb-of-calling"),
        "traveled" | "travelled" | "travel" => (EngagementKind::Visit, "verb-of-visiting"),
        _ => return None,
    };
    Some(Verb { kind, rule, bare: matches!(word, "meet" | "speak" | "travel") })
}

/// Adds the meetings, calls and journeys of one sentence.
pub(crate) fn read(view: &View, sentence: &Sentence, before: &Speakers, out: &mut Vec<Draft>) {
    for at in 0..sentence.words.len() {
        let Some(verb) = verb(sentence.word(at)) else { continue };
        let Some((status, mut participants)) = agents(view, sentence, at, before) else { continue };
        if verb.bare && status != EngagementStatus::Planned {
            continue;
        }
        let Some(told) = told(sentence, at, &verb) else { continue };
        for named in &told.with {
            if let Some(party) = party(view, sentence, named).filter(|party| !holds(&participants, party)) {
                participants.push(party);
            }
        }
        let reach = sentence.words[at].start..told.reach;
        let inside = |date: &&When| reach.start <= date.range.start && date.range.end <= reach.end;
        let dates: Vec<&When> = sentence.dates.iter().filter(inside).collect();
        let date = match dates.as_slice() {
            [one] => Some(*one),
            [] => date_before(sentence, reach.start),
            _ => None,
        };
        // "The ministers met in Tallinn": among themselves, which only a day makes an occasion.
        if told.with.is_empty() && (verb.kind != EngagementKind::Visit && date.is_none() || participants.is_empty()) {
            continue;
        }
        let date = date.and_then(|when| dated(view, sentence, when));
        let found = draft(view, sentence, verb.kind, told.name, status, participants, date);
        out.extend(found.map(|found| Draft { place: told.place, rule: verb.rule, ..found }));
    }
}

fn holds(parties: &[Party], party: &Party) -> bool {
    parties.iter().any(|known| known.entity == party.entity)
}

/// What the words behind a verb tell.
struct Told<'a> {
    name: Range<usize>,
    with: Vec<&'a Named>,
    place: Option<Range<usize>>,
    /// Bytes at which the clause ends.
    reach: usize,
}

fn told<'a>(sentence: &'a Sentence, at: usize, verb: &Verb) -> Option<Told<'a>> {
    let end = clause(sentence, at);
    let reach = sentence.words[end - 1].end;
    let start = sentence.words[at].end;
    let inside = |named: &&Named| start <= named.range.start && named.range.end <= reach;
    if verb.kind == EngagementKind::Visit {
        let place = sentence.named.iter().filter(inside).find(|named| {
            let somewhere = named.is_state() || matches!(named.kind, EntityKind::Place | EntityKind::Region);
            let gap = sentence.text.get(start..named.range.start).unwrap_or("-").trim();
            somewhere && matches!(gap, "to" | "to the")
        })?;
        let name = sentence.words[at].start..place.range.end;
        return Some(Told { name, with: Vec::new(), place: Some(place.range.clone()), reach });
    }
    let with = partners(sentence, at, end, verb);
    if verb.kind == EngagementKind::Call {
        let afar = (at..end).any(|word| AFAR.contains(&sentence.word(word)));
        if with.is_empty() || !afar {
            return None;
        }
    }
    // "Met the requirements" is no meeting, and a named occasion is told by its name.
    let among = matches!(sentence.word(at + 1), "in" | "at" | "on" | "again" | "virtually" | "today");
    if with.is_empty() && !among || !super::phrase::find(sentence).is_empty() {
        return None;
    }
    let last = with.last().map_or(start, |named| named.range.end);
    let place = sentence.named.iter().filter(inside).find(|named| {
        let gap = sentence.text.get(last..named.range.start).unwrap_or("");
        matches!(named.kind, EntityKind::Place | EntityKind::Country) && matches!(gap.trim(), "in" | "at" | "today in")
    });
    let place = place.map(|named| named.range.clone()).or_else(|| led_by_place(sentence));
    let name = sentence.words[at].start..last;
    Some(Told { name, with, place, reach })
}

/// "**In Nigeria**, he met with …": where a sentence says first where it happens.
fn led_by_place(sentence: &Sentence) -> Option<Range<usize>> {
    let first = sentence.named.iter().find(|named| matches!(named.kind, EntityKind::Place | EntityKind::Country))?;
    let before = sentence.text.get(sentence.range.start..first.range.start)?.trim();
    let led = ["In", "While in"].contains(&before) && sentence.text.get(first.range.end..)?.starts_with(',');
    led.then(|| first.range.clone())
}

/// The word behind the clause of the verb at `at`.
fn clause(sentence: &Sentence, at: usize) -> usize {
    // "Travel to Lima from 4 to 8 May": that "to" is the date's.
    let of_date = |n: usize| {
        let word = &sentence.words[n];
        sentence.dates.iter().any(|date| date.range.start <= word.start && word.end <= date.range.end)
    };
    let ends = |n: &usize| {
        super::lexicon::verb(sentence.word(*n)).is_some()
            || verb(sentence.word(*n)).is_some()
            || sentence.behind(n - 1).contains([';', ':'])
            || matches!(sentence.word(*n), "who" | "which" | "where" | "before" | "after" | "to")
                && *n > at + 1
                && !of_date(*n)
    };
    (at + 1..sentence.words.len()).find(ends).unwrap_or(sentence.words.len())
}

/// Those it is with: the names behind "with", or right behind "met", with the titles in front of them and the state that
/// a person is of.
fn partners<'a>(sentence: &'a Sentence, at: usize, end: usize, verb: &Verb) -> Vec<&'a Named> {
    let with = (at + 1..end).take(GAP).find(|word| sentence.word(*word) == "with");
    let first = match with {
        Some(with) => with + 1,
        None if verb.kind == EngagementKind::Meeting => at + 1,
        None => return Vec::new(),
    };
    let Some(start) = sentence.words.get(first).map(|word| word.start) else { return Vec::new() };
    let reach = sentence.words[end - 1].end;
    let mut out: Vec<&Named> = Vec::new();
    let mut last = start;
    for named in
        sentence.named.iter().filter(|named| named.acts() && start <= named.range.start && named.range.end <= reach)
    {
        let gap = sentence.text.get(last..named.range.start).unwrap_or("");
        let person = out.last().is_some_and(|named| named.kind == EntityKind::Person);
        let words = || gap.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
        let small = |word: &str| {
            matches!(word, "the" | "and" | "his" | "her" | "their" | "its" | "counterpart" | "counterparts")
                || word.starts_with(char::is_uppercase)
        };
        // "Minister of Defence Yoav Gallant": the small words of a role.
        let role = words().find(|word| !matches!(*word, "and" | "his" | "her" | "their" | "the"));
        let in_role = role.is_some_and(|word| word.starts_with(char::is_uppercase));
        let small = |word: &str| small(word) || in_role && matches!(word, "of" | "for");
        let of = person && matches!(gap.trim(), "of" | "of the") && named.is_state();
        if !of && !words().all(small) || gap.contains('(') {
            break;
        }
        last = named.range.end;
        out.push(named);
    }
    out
}
