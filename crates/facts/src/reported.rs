//! Who vouches for what a sentence says: the document itself, somebody who is quoted, or hearsay.
//!
//! In: a sentence, and the subject of a verb in it. Out: whether the document states it at all, who reports it, and for
//! whom the speaker speaks. "According to the opposition, the President promised" is no promise of the President: the
//! document does not say that it was made. It judges nobody's truthfulness.

use std::ops::Range;

use super::actors::{self, Subject};
use super::view::{Named, Sentence};

/// Words that say that the document does not vouch for what follows.
const HEARSAY: &[&str] =
    &["allegedly", "purportedly", "reportedly", "supposedly", "claimed", "claims", "rumored", "rumoured", "speculated"];
/// Behind these a verb does not say what it seems to: "If the parties agree", "denied that Kenya had pledged".
const UNSAID: &[&str] = &[
    "if", "unless", "whether", "deny", "denies", "denied", "denying", "doubted", "refused", "failed", "never",
    "alleged", "should", "could", "might",
];
/// Papers that vouch for themselves: "according to the joint statement, the sides agreed".
const PAPERS: &[&str] = &[
    "accord",
    "act",
    "agenda",
    "agreement",
    "article",
    "calendar",
    "charter",
    "communique",
    "convention",
    "criteria",
    "declaration",
    "decision",
    "guidance",
    "guidelines",
    "law",
    "mandate",
    "memorandum",
    "minutes",
    "needs",
    "plan",
    "principle",
    "principles",
    "procedure",
    "procedures",
    "programme",
    "program",
    "protocol",
    "provisions",
    "release",
    "resolution",
    "roadmap",
    "rules",
    "schedule",
    "statement",
    "statute",
    "strategy",
    "terms",
    "text",
    "timetable",
    "treaty",
];
/// Verbs by which somebody reports what another says or does.
const REPORTING: &[&str] = &[
    "said",
    "says",
    "say",
    "stated",
    "states",
    "told",
    "added",
    "adds",
    "reported",
    "reports",
    "argued",
    "argues",
    "insisted",
    "insists",
    "explained",
    "explains",
    "remarked",
    "noted",
    "announced",
    "revealed",
];
/// Verbs that follow or lead a quote.
const SAID: &[&str] = &["said", "says", "stated", "added", "told", "explained", "noted", "remarked"];
/// Words of a source at most, behind "according to".
const SOURCE: usize = 8;

/// True where what stands at word `at` is denied, conditional or somebody's claim.
pub(super) fn is_unsaid(folded: &[&str], at: usize) -> bool {
    folded[..at.min(folded.len())].iter().any(|word| UNSAID.contains(word) || HEARSAY.contains(word))
}

/// True for a verb by which somebody reports what another says.
pub(super) fn is_reporting(word: &str) -> bool {
    REPORTING.contains(&word)
}

/// True where the sentence passes on what others say: "according to" somebody rather than to a paper.
pub(super) fn is_hearsay(sentence: &Sentence) -> bool {
    let according = (1..sentence.words.len())
        .filter(|at| sentence.word(*at) == "to" && matches!(sentence.word(at - 1), "according"));
    for at in according {
        let mut end = at + 1;
        while end < sentence.words.len() && end - at <= SOURCE && (end == at + 1 || sentence.behind(end - 1) == " ") {
            end += 1;
        }
        if !(at + 1..end).any(|at| PAPERS.contains(&sentence.word(at))) {
            return true;
        }
    }
    false
}

/// "“We commit to peace,” said President Wanjala": who is quoted, where the subject stands in a quote.
pub(super) fn quoted(sentence: &Sentence, subject: &Subject) -> Option<Subject> {
    let before = &sentence.text[sentence.range.start..subject.range.start];
    let inside = before.rfind(['“', '”', '"'])?;
    let straight = before.matches('"').count() % 2 == 1;
    if !(before[inside..].starts_with('“') || before[inside..].starts_with('"') && straight) {
        return None;
    }
    let said = (0..sentence.words.len()).find(|at| SAID.contains(&sentence.word(*at)))?;
    let verb = &sentence.words[said];
    let near = |gap: &str| gap.split_whitespace().count() <= 4 && !gap.contains(['“', '”', '"']);
    let named = sentence.named.iter().filter(|name| name.acts()).find(|name| {
        let (from, to) =
            if name.range.start > verb.end { (verb.end, name.range.start) } else { (name.range.end, verb.start) };
        near(sentence.text.get(from..to).unwrap_or("\""))
    })?;
    let (range, entity) = (named.range.clone(), Some(named.entity));
    Some(Subject { range, entity, plural: false, first: subject.first, owner: None })
}

/// "The Minister said that Kenya will build a port": who says it, where the clause of `subject` is reported.
pub(super) fn reporter(sentence: &Sentence, subject: &Subject) -> Option<Subject> {
    let before = subject.first.checked_sub(1)?;
    let before = if sentence.word(before) == "that" { before.checked_sub(1)? } else { before };
    let verb = Some(before).filter(|at| REPORTING.contains(&sentence.word(*at)))?;
    actors::subject_before(sentence, actors::approach(sentence, verb)?.end)
}

/// For whom a speaker speaks: "on behalf of the Nordic countries", the state or body beside a role, a person's own.
pub(super) fn on_behalf_of(sentence: &Sentence, speaker: &Subject) -> Option<(Range<usize>, Option<u32>)> {
    let named_in = |range: &Range<usize>| sentence.named.iter().find(|name| name.range == *range);
    if let Some(principal) = principal(sentence).filter(|(_, entity)| entity.is_none() || *entity != speaker.entity) {
        return Some(principal);
    }
    if let Some(owner) = &speaker.owner {
        return Some((owner.clone(), named_in(owner).map(|name| name.entity)));
    }
    let within = |name: &&Named| speaker.range.start <= name.range.start && name.range.end <= speaker.range.end;
    let person = sentence.named.iter().filter(within).find(|name| Some(name.entity) == speaker.entity)?;
    let body = sentence.named.iter().find(|name| Some(name.entity) == person.affiliation)?;
    Some((body.range.clone(), Some(body.entity)))
}

/// Whom "on behalf of" names: a name, else the words to the end of their part of the sentence.
fn principal(sentence: &Sentence) -> Option<(Range<usize>, Option<u32>)> {
    let of = (2..sentence.words.len())
        .find(|at| sentence.word(*at) == "of" && sentence.word(at - 1) == "behalf" && sentence.word(at - 2) == "on")?;
    let first = of + 1 + usize::from(sentence.word(of + 1) == "the");
    let from = sentence.words.get(first)?.start;
    if let Some(named) = sentence.named.iter().find(|name| name.acts() && name.range.start == from) {
        return Some((named.range.clone(), Some(named.entity)));
    }
    let end = (first..sentence.words.len()).take(SOURCE).find(|at| sentence.behind(*at) != " ")?;
    let range = from..sentence.words[end].end;
    let inside: Vec<u32> = sentence.actors_in(&range).map(|name| name.entity).collect();
    Some((range, if let [one] = inside.as_slice() { Some(*one) } else { None }))
}
