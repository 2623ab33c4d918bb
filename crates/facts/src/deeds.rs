//! Occasions that a verb alone tells: visits, signings, inspections, deployments.

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, EntityKind, Fact, Party};
use entente_language::values::{DateMention as When, Printed};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::actors;
use super::engagements::{Draft, Speakers, party};
use super::resolve::resolve;
use super::view::{Named, Sentence, View};

/// Verbs, what they do, and whether it is still to come.
const DEEDS: &[(&str, EngagementKind)] = &[
    ("visited", EngagementKind::Visit),
    ("signed", EngagementKind::Signing),
    ("concluded", EngagementKind::Signing),
    ("done", EngagementKind::Signing),
    ("sign", EngagementKind::Signing),
    ("signing", EngagementKind::Signing),
    ("inspected", EngagementKind::Inspection),
    ("deployed", EngagementKind::Deployment),
    ("deploying", EngagementKind::Deployment),
    ("dispatched", EngagementKind::Deployment),
];
/// What is signed.
const PAPERS: &[&str] = &[
    "mou",
    "mous",
    "memorandum",
    "memoranda",
    "agreement",
    "agreements",
    "treaty",
    "convention",
    "protocol",
    "arrangement",
    "mra",
    "moa",
    "accord",
    "declaration",
    "letter",
    "statement",
];
/// What is deployed.
const FORCES: &[&str] = &[
    "warship",
    "warships",
    "troops",
    "forces",
    "unit",
    "units",
    "contingent",
    "personnel",
    "vessel",
    "vessels",
    "ship",
    "ships",
    "aircraft",
    "peacekeepers",
    "soldiers",
    "destroyer",
    "trainers",
];
/// Words of an object, at most.
const OBJECT: usize = 6;

/// The rule by which a deed is told.
fn rule(kind: EngagementKind) -> &'static str {
    match kind {
        EngagementKind::Visit => "verb-of-visiting",
        EngagementKind::Signing => "verb-of-signing",
        EngagementKind::Inspection => "verb-of-inspecting",
        _ => "verb-of-deploying",
    }
}

/// Adds the deeds of one sentence.
pub(crate) fn read(view: &View, sentence: &Sentence, before: &Speakers, out: &mut Vec<Draft>) {
    for at in 0..sentence.words.len() {
        let Some((_, kind)) = DEEDS.iter().find(|(verb, _)| *verb == sentence.word(at)) else { continue };
        if *kind == EngagementKind::Signing
            && let Some(signed) = signed(view, sentence, at)
        {
            out.push(signed);
            continue;
        }
        let Some(object) = object(sentence, at, *kind).filter(|_| sentence.word(at) != "done") else { continue };
        let Some((status, agents)) = agents(view, sentence, at, before) else { continue };
        if sentence.word(at) == "sign" && status != EngagementStatus::Planned {
            continue;
        }
        let end = (at + 1..sentence.words.len())
            .find(|n| {
                DEEDS.iter().any(|(verb, _)| *verb == sentence.word(*n))
                    || super::lexicon::verb(sentence.word(*n)).is_some()
                    || sentence.behind(n - 1).contains(';')
            })
            .unwrap_or(sentence.words.len());
        let reach = object.start..sentence.words[end - 1].end;
        let several = with_dates(sentence, &reach);
        let name = sentence.words[at].start..object.end;
        let mut add = |with: Vec<Party>, date: Option<&When>| {
            let date = date.and_then(|when| dated(view, sentence, when));
            let mut participants = agents.clone();
            for party in with {
                if participants.iter().all(|known| known.entity != party.entity) {
                    participants.push(party);
                }
            }
            out.extend(draft(view, sentence, *kind, name.clone(), status, participants, date));
        };
        if several.len() > 1 {
            for (named, date) in several {
                add(party(view, sentence, named).into_iter().collect(), Some(date));
            }
            continue;
        }
        let mut with = partners(sentence, &reach, *kind);
        let verb_from = sentence.words[at].start;
        let with_paper = with.is_empty() && *kind == EngagementKind::Signing && {
            with = parties_of_paper(sentence, at);
            !with.is_empty()
        };
        let with: Vec<Party> = with.into_iter().filter_map(|named| party(view, sentence, named)).collect();
        let inside = |date: &&When| reach.start <= date.range.start && date.range.end <= reach.end;
        let dates: Vec<&When> = sentence.dates.iter().filter(inside).collect();
        let date = match dates.as_slice() {
            [one] => Some(*one),
            [] if with_paper => sentence.dates.iter().find(|date| date.range.end <= verb_from),
            [] => date_before(sentence, verb_from),
            _ => None,
        };
        // Something signed with nobody at no time is no occasion yet, nor are agreements in the plural.
        let plural = sentence.text[object.clone()].ends_with('s');
        let sides = sentence.named.iter().filter(|name| name.is_state());
        let between = agents.iter().filter(|party| sides.clone().any(|name| Some(name.entity) == party.entity)).count();
        if *kind == EngagementKind::Signing && with.is_empty() && between < 2 && (date.is_none() || plural) {
            continue;
        }
        add(with, date);
    }
}

pub(super) fn draft(
    view: &View,
    sentence: &Sentence,
    kind: EngagementKind,
    name: Range<usize>,
    status: EngagementStatus,
    participants: Vec<Party>,
    date: Option<Fact<PartialDate>>,
) -> Option<Draft> {
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), name.clone())?;
    let open = date.as_ref().is_some_and(|date| matches!(date.value, PartialDate::Since(_)));
    Some(Draft {
        passage: sentence.passage,
        key: fold(&sentence.text[name.clone()]).split_whitespace().map(str::to_owned).collect(),
        deed: true,
        states: Vec::new(),
        kind,
        ordinal: None,
        named: false,
        definite: false,
        weak: false,
        status: Some(if open && status == EngagementStatus::Held { EngagementStatus::Recurring } else { status }),
        date,
        place: where_to(sentence, kind, &name),
        participants,
        topics: super::make::entities(&sentence.named, EntityKind::Topic),
        evidence,
        also: Vec::new(),
        about: fold(sentence.text.get(sentence.range.start..name.start).unwrap_or("")),
        rule: rule(kind),
        name,
    })
}

/// "The protocol was signed by Fiji and Tonga on 3 May", "Signed in Nairobi on 9 October 2013.": a signature without who
/// signs in front.
fn signed(view: &View, sentence: &Sentence, at: usize) -> Option<Draft> {
    if !matches!(sentence.word(at), "signed" | "done") {
        return None;
    }
    let helped =
        at > 0 && sentence.word(at) == "signed" && matches!(sentence.word(at - 1), "be" | "been" | "was" | "were");
    let opens = at == 0 && sentence.is_capital(0) && matches!(sentence.word(1), "in" | "at" | "on");
    let paper = || (at.saturating_sub(2 * OBJECT)..at).any(|n| PAPERS.contains(&sentence.word(n)));
    if !(opens || helped && paper()) {
        return None;
    }
    let end = sentence.words.last()?.end;
    let reach = sentence.words[at].end..end;
    let by = |name: &&Named| {
        let before = sentence.text.get(reach.start..name.range.start).unwrap_or("");
        name.acts() && name.range.start >= reach.start && before.to_lowercase().contains("by ")
    };
    let participants: Vec<Party> =
        sentence.named.iter().filter(by).filter_map(|named| party(view, sentence, named)).collect();
    let inside = |date: &&When| reach.start <= date.range.start;
    let dates: Vec<&When> = sentence.dates.iter().filter(inside).collect();
    let date = if let [one] = dates.as_slice() { dated(view, sentence, one) } else { None };
    if participants.is_empty() && date.is_none() {
        return None;
    }
    let future = (at.saturating_sub(4)..at).any(|n| matches!(sentence.word(n), "to" | "will"));
    let status = if future { EngagementStatus::Planned } else { EngagementStatus::Held };
    let name = sentence.words[at - usize::from(helped)].start..sentence.words[at].end;
    let mut draft = draft(view, sentence, EngagementKind::Signing, name, status, participants, date)?;
    let city = sentence.named.iter().find(|named| named.kind == EntityKind::Place && named.range.start >= reach.start);
    draft.place = city.map(|named| named.range.clone());
    Some(draft)
}

/// Where somebody goes: the object of a visit or an inspection where it is somewhere, the "to" behind forces.
fn where_to(sentence: &Sentence, kind: EngagementKind, name: &Range<usize>) -> Option<Range<usize>> {
    let somewhere = |named: &&Named| {
        named.is_state() || matches!(named.kind, EntityKind::Place | EntityKind::Region | EntityKind::Agency)
    };
    let inside = |named: &&Named| name.start <= named.range.start && named.range.end <= name.end;
    match kind {
        EngagementKind::Visit => sentence.named.iter().filter(somewhere).find(inside).map(|named| named.range.clone()),
        EngagementKind::Inspection => {
            let object = sentence.words.iter().find(|word| word.start > name.start)?;
            Some(object.start..name.end)
        }
        EngagementKind::Deployment => {
            let to = sentence.words.iter().position(|word| word.start >= name.end && word.folded == "to")?;
            let from = sentence.words[to].end;
            let near = |named: &&Named| {
                let gap = sentence.text.get(from..named.range.start).unwrap_or("-").trim();
                named.range.start >= from && matches!(gap, "" | "the")
            };
            sentence.named.iter().filter(somewhere).find(near).map(|named| named.range.clone())
        }
        _ => None,
    }
}

/// The object's bytes, where it is one that the verb needs.
fn object(sentence: &Sentence, at: usize, kind: EngagementKind) -> Option<Range<usize>> {
    let behind = at + 1..(at + 1 + OBJECT).min(sentence.words.len());
    let close =
        |n: &usize| (at..*n).all(|n| !sentence.behind(n).contains([',', ';', '.']) || sentence.behind(n) == ".");
    let start = sentence.words.get(at + 1)?.start;
    match kind {
        EngagementKind::Signing => {
            let paper = behind.clone().find(|n| PAPERS.contains(&sentence.word(*n)) && close(n))?;
            Some(start..sentence.words[paper].end)
        }
        EngagementKind::Deployment => {
            let force = behind.clone().find(|n| FORCES.contains(&sentence.word(*n)) && close(n))?;
            Some(start..sentence.words[force].end)
        }
        _ => {
            // Somewhere or somebody with a name.
            let first = at + 1 + usize::from(sentence.word(at + 1) == "the");
            if !sentence.is_capital(first) {
                return None;
            }
            let mut end = first + 1;
            while end < behind.end
                && (sentence.is_capital(end) || matches!(sentence.word(end), "airport" | "port" | "base" | "of"))
                && matches!(sentence.behind(end - 1).trim(), "" | "." | "-")
            {
                end += 1;
            }
            Some(sentence.words[first].start..sentence.words[end - 1].end)
        }
    }
}

/// Who did it, and whether it is done; `None` where nobody who can act stands before the verb.
pub(super) fn agents(
    view: &View,
    sentence: &Sentence,
    at: usize,
    before: &Speakers,
) -> Option<(EngagementStatus, Vec<Party>)> {
    const HELPERS: &[&str] = &[
        "to",
        "will",
        "going",
        "are",
        "is",
        "has",
        "have",
        "had",
        "been",
        "be",
        "also",
        "plans",
        "plan",
        "successfully",
        "recently",
        "later",
        "scheduled",
        "expected",
        "due",
        "set",
    ];
    let mut end = at.checked_sub(1)?;
    let mut future = false;
    while end > 0 && HELPERS.contains(&sentence.word(end)) {
        future |= matches!(sentence.word(end), "will" | "going" | "to");
        end -= 1;
    }
    let status = if future { EngagementStatus::Planned } else { EngagementStatus::Held };
    // "Korea widened its network by signing an MOU": who begins the sentence signs.
    if sentence.word(at) == "signing" && matches!(sentence.word(end), "by" | "including" | "through") {
        let first = sentence.actors_in(&(sentence.range.start..sentence.words[end].start)).next()?;
        let opens = sentence.text.get(sentence.range.start..first.range.start)?.split_whitespace().count() <= 1;
        return opens.then(|| (status, party(view, sentence, first).into_iter().collect()));
    }
    if matches!(sentence.word(end), "it" | "they" | "we") {
        return (!before.parties.is_empty()).then(|| (status, before.parties.clone()));
    }
    let clause = sentence.range.start..sentence.words[end].end;
    // A short form in brackets may stand between: "Korea (MOLIT) and U.S (TSA) are going to sign".
    let named: Vec<&Named> = sentence.actors_in(&clause).filter(|name| name.kind != EntityKind::Forum).collect();
    let near = named.last().filter(|name| {
        let gap = sentence.text.get(name.range.end..sentence.words[end].end.max(name.range.end)).unwrap_or("");
        let bracketed = gap.trim_start().starts_with('(') && gap.split_whitespace().count() <= 3;
        gap.trim().is_empty() || bracketed
    });
    if near.is_some() {
        let subject = actors::subject(sentence, end).map_or(clause.clone(), |subject| subject.range);
        let inside: Vec<Party> = named
            .iter()
            .filter(|name| super::make::overlaps(&name.range, &subject))
            .filter_map(|name| party(view, sentence, name))
            .collect();
        let people: Vec<Party> = named
            .iter()
            .filter(|name| name.kind == EntityKind::Person)
            .filter_map(|name| party(view, sentence, name))
            .collect();
        return Some((status, if people.is_empty() { inside } else { people }));
    }
    let subject = actors::subject(sentence, end)?;
    // "…, Cabinet Secretary for Trade, and signed": who signs stands further in front, and is not told by these words.
    if sentence.text.get(subject.range.clone())?.trim_end().ends_with(" and") {
        return None;
    }
    let span = view.span(sentence.passage, subject.range)?;
    Some((status, vec![Party { span, entity: subject.entity }]))
}

/// The date in front of a verb: the one that opens the sentence, else the only one. What stands behind another verb is that
/// verb's: "inspected the port under a scheme agreed in May 2012" says nothing of when the port was seen.
pub(super) fn date_before<'a>(sentence: &'a Sentence, verb: usize) -> Option<&'a When> {
    let dates = || sentence.dates.iter().filter(|date| date.range.end <= verb);
    let opening = dates().find(|date| date.range.start <= sentence.range.start + 4);
    let same_clause = |date: &When| !sentence.text[date.range.end..verb].contains([',', ';', ':']);
    opening.or_else(|| match sentence.dates.as_slice() {
        [one]
            if one.range.end <= verb
                && same_clause(one)
                && !matches!(one.value, Printed::Date(PartialDate::Since(_))) =>
        {
            Some(one)
        }
        _ => None,
    })
}

/// "With the treaty between Korea and China (June 2013), there are six that Korea concluded": the parties of the paper
/// named before the verb.
fn parties_of_paper<'a>(sentence: &'a Sentence, verb: usize) -> Vec<&'a Named> {
    let paper = (0..verb).rev().find(|at| PAPERS.contains(&sentence.word(*at)) && sentence.word(at + 1) == "between");
    let Some(paper) = paper else { return Vec::new() };
    partners(sentence, &(sentence.words[paper].end..sentence.words[verb].start), EngagementKind::Signing)
}

/// Those it is done with, or to.
fn partners<'a>(sentence: &'a Sentence, reach: &Range<usize>, kind: EngagementKind) -> Vec<&'a Named> {
    let mut open = matches!(kind, EngagementKind::Visit | EngagementKind::Inspection);
    let mut last = reach.start;
    let mut out = Vec::new();
    for name in sentence
        .named
        .iter()
        .filter(|name| name.acts() && reach.start <= name.range.start && name.range.end <= reach.end)
    {
        let gap = sentence.text.get(last..name.range.start).unwrap_or("").to_lowercase();
        let small: Vec<&str> = gap
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|word| !matches!(*word, "" | "the" | "and"))
            .collect();
        let led = small.last().is_some_and(|word| matches!(*word, "with" | "between" | "of"));
        open = led || open && small.is_empty();
        last = name.range.end;
        if open {
            out.push(name);
        }
    }
    out
}

/// "with Symantec in October 2013 and FireEye in August 2014": partners that have a date each.
fn with_dates<'a>(sentence: &'a Sentence, reach: &Range<usize>) -> Vec<(&'a Named, &'a When)> {
    let names: Vec<&Named> = sentence
        .named
        .iter()
        .filter(|name| name.acts() && reach.start <= name.range.start && name.range.end <= reach.end)
        .collect();
    let mut out = Vec::new();
    for (n, name) in names.iter().enumerate() {
        let end = names.get(n + 1).map_or(reach.end, |next| next.range.start);
        let date = sentence.dates.iter().find(|date| date.range.start >= name.range.end && date.range.end <= end);
        if let Some(date) =
            date.filter(|date| sentence.text[name.range.end..date.range.start].split_whitespace().count() <= 3)
        {
            out.push((*name, date));
        }
    }
    out
}

pub(super) fn dated(view: &View, sentence: &Sentence, when: &When) -> Option<Fact<PartialDate>> {
    resolve(when, view.date(), view.evidence(sentence.passage, when.range.clone())?)
}
