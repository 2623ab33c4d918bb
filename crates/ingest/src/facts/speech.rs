//! Statements in prose: who says what, by the verb.
//!
//! A sentence is a statement where a verb of the [`lexicon`] stands behind somebody who can speak. Verbs that share
//! a subject ("committed to maintain … and approved a reform") are several statements on one sentence.

use entente_corpus::{Modality, Party, Statement};

use super::actors::{self, Subject};
use super::lexicon::{self, Act, COMMITTED, Form, PLANNED};
use super::make;
use super::reported;
use super::view::{Sentence, View};

/// Words before "will" and "shall" that no promise follows.
const PASSIVE: &[&str] = &["be", "is", "are", "was", "were", "been", "being"];

/// A statement found: the act, its verb's words (first and last), its subject.
struct Said {
    act: Act,
    verb: (usize, usize),
    subject: Option<Subject>,
    rule: &'static str,
}

/// The statements of one passage of prose.
pub(crate) fn read(view: &View, at: u32, out: &mut Vec<Statement>) {
    let mut before: Option<Subject> = None;
    for sentence in view.sentences(at) {
        if sentence.as_str().trim_end().ends_with('?') || reported::is_hearsay(&sentence) {
            continue;
        }
        let said = said(&sentence);
        for found in &said {
            let parties = match &found.subject {
                Some(subject) => match Parties::of(&sentence, found.act, subject, before.as_ref()) {
                    Some(parties) => parties,
                    None => continue,
                },
                None => Parties::default(),
            };
            out.extend(statement(view, &sentence, found, &parties));
        }
        if let Some(subject) = said.iter().rev().find_map(|found| found.subject.clone()) {
            before = Some(resolved(&sentence, &subject, before.as_ref()));
        }
    }
}

/// Who says something, and who does it.
#[derive(Default)]
struct Parties {
    speaker: Option<Subject>,
    actor: Option<Subject>,
}

impl Parties {
    /// `None` where one tells of another's promise: that the other made it, the document does not say.
    fn of(sentence: &Sentence, act: Act, subject: &Subject, before: Option<&Subject>) -> Option<Self> {
        let acting = |subject: &Subject| act.is_of_deeds().then(|| subject.clone());
        if let Some(quoted) = reported::quoted(sentence, subject) {
            return Some(Self { actor: acting(&quoted), speaker: Some(quoted) });
        }
        let own = resolved(sentence, subject, before);
        let Some(reporter) = reported::reporter(sentence, subject) else {
            return Some(Self { actor: acting(&own), speaker: Some(own) });
        };
        match act.modality {
            Modality::MeasurePlanned | Modality::MeasureUndertaken | Modality::Announcement => {
                Some(Self { actor: acting(&own), speaker: Some(resolved(sentence, &reporter, before)) })
            }
            Modality::Pledge | Modality::Commitment | Modality::Offer => None,
            _ => Some(Self { actor: acting(&own), speaker: Some(own) }),
        }
    }
}

/// "They" after a sentence of several people are these people.
fn resolved(sentence: &Sentence, subject: &Subject, before: Option<&Subject>) -> Subject {
    let words = &sentence.text[subject.range.clone()];
    match before.filter(|before| before.plural && words.eq_ignore_ascii_case("they")) {
        Some(before) => before.clone(),
        None => subject.clone(),
    }
}

fn said(sentence: &Sentence) -> Vec<Said> {
    if let Some(found) = korean(sentence) {
        return vec![found];
    }
    let mut out: Vec<Said> = Vec::new();
    let folded: Vec<&str> = sentence.words.iter().map(|word| word.folded.as_str()).collect();
    let mut free = 0;
    for at in 0..folded.len() {
        if at < free {
            continue;
        }
        if reported::is_unsaid(&folded, at) {
            break;
        }
        let found = promise(&folded, at)
            .or_else(|| {
                let (act, count) = lexicon::light(&folded[at..])?;
                Some((act, Some(lexicon::light_form(folded[at])), at + count - 1))
            })
            .or_else(|| lexicon::verb(folded[at]).map(|(act, form)| (act, Some(form), at)))
            .or_else(|| lexicon::deed(&folded[at..]).map(|(act, count)| (act, Some(Form::Past), at + count - 1)));
        let Some((act, form, last)) = found else { continue };
        let Some(approach) = actors::approach(sentence, at) else { continue };
        free = last + 1;
        if let Some(subject) = actors::subject(sentence, approach.end) {
            let singular = form == Some(Form::Base) && !subject.plural;
            if !singular {
                out.push(Said {
                    act,
                    verb: (approach.verb_from, last),
                    subject: Some(subject),
                    rule: "verb-of-saying",
                });
            }
            continue;
        }
        // "…, and approved a reform": the subject of the verb before.
        let joined = sentence.word(approach.end) == "and" || sentence.word(approach.end) == "but";
        let same = out.last().filter(|_| joined && (form != Some(Form::Base) || plural_base(&out, form)));
        if let Some(subject) = same.and_then(|said| said.subject.clone()) {
            out.push(Said {
                act,
                verb: (approach.verb_from, last),
                subject: Some(subject),
                rule: "verb-shares-subject",
            });
        } else if form == Some(Form::Past) && impersonal(&folded, at) {
            out.push(Said { act, verb: (at - 1, last), subject: None, rule: "impersonal-verb" });
        }
    }
    out
}

/// A base form joined to another one: "We welcome … and reaffirm …".
fn plural_base(out: &[Said], form: Option<Form>) -> bool {
    form == Some(Form::Base)
        && out.last().is_some_and(|said| said.subject.as_ref().is_some_and(|subject| subject.plural))
}

/// "it was agreed that".
fn impersonal(folded: &[&str], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|at| folded.get(at)).copied().unwrap_or("");
    before(2) == "it" && matches!(before(1), "was" | "is")
}

/// "shall", "will", "are committed to", "intends to": a promise by its auxiliary. With the last word of it.
fn promise(folded: &[&str], at: usize) -> Option<(Act, Option<Form>, usize)> {
    let next = |n: usize| folded.get(at + n).copied().unwrap_or("");
    // "will also remove": the verb stands behind its adverbs.
    let verb =
        (1..=3).find(|n| !(next(*n).ends_with("ly") || matches!(next(*n), "also" | "further" | "then" | "soon")));
    let promised = verb.filter(|n| !PASSIVE.contains(&next(*n)) && !matches!(next(*n), "not" | "have" | ""));
    match folded[at] {
        "shall" => promised.map(|n| (COMMITTED, None, at + n)),
        "will" => promised.map(|n| (PLANNED, None, at + n)),
        "intend" | "intends" | "plan" | "plans" if next(1) == "to" => Some((PLANNED, None, at + 1)),
        "are" | "is" | "remain" | "remains" => {
            let committed_at = (1..=3).find(|n| next(*n) == "committed")?;
            let adverbs = (1..committed_at).all(|n| next(n).ends_with("ly") || next(n) == "fully" || next(n) == "also");
            (adverbs && next(committed_at + 1) == "to").then_some((COMMITTED, None, at + committed_at))
        }
        _ => None,
    }
}

/// A Korean sentence: its verb stands last, its subject before the first topic or subject particle.
fn korean(sentence: &Sentence) -> Option<Said> {
    let (act, range) = lexicon::korean(sentence.as_str())?;
    let start = sentence.range.start + range.start;
    let at = sentence.words.iter().position(|word| word.end > start)?;
    let last = sentence.words.len().checked_sub(1)?;
    let subject =
        sentence.words.iter().take(12).position(|word| word.text.ends_with(['은', '는', '이', '가'])).and_then(|end| {
            let word = &sentence.words[end];
            let stem = word.end - word.text.chars().last().map_or(0, char::len_utf8);
            let named: Vec<_> = sentence.actors_in(&(sentence.range.start..word.end)).collect();
            let role = ["양측", "양국", "장관", "대통령", "정부", "외교부", "국방부", "대사", "대표단", "정상"];
            let speaks = role.iter().any(|role| word.text.contains(role))
                || named.last().is_some_and(|name| name.range.end >= stem);
            let first = sentence.words[..end]
                .iter()
                .rposition(|word| word.text.ends_with([',', '은', '는']))
                .map_or(0, |at| at + 1);
            speaks.then(|| Subject {
                range: sentence.words[first].start..stem,
                entity: if let [one] = named.as_slice() { Some(one.entity) } else { None },
                plural: true,
                first,
                owner: None,
            })
        });
    Some(Said { act, verb: (at, last), subject: Some(subject?), rule: "korean-verb" })
}

fn statement(view: &View, sentence: &Sentence, found: &Said, parties: &Parties) -> Option<Statement> {
    let verb = sentence.words[found.verb.0].start..sentence.words[found.verb.1].end;
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), verb.clone())?;
    let party = |subject: &Subject| {
        Some(Party { span: view.span(sentence.passage, subject.range.clone())?, entity: subject.entity })
    };
    let mut statement = make::statement(sentence, evidence, found.act.modality, found.rule);
    statement.period = make::period(view, sentence, &verb, found.act.is_of_deeds());
    statement.verb = view.span(sentence.passage, verb);
    statement.strength = found.act.strength;
    statement.speaker = parties.speaker.as_ref().and_then(party);
    statement.actor = parties.actor.as_ref().and_then(party);
    let behalf = parties.speaker.as_ref().and_then(|speaker| reported::on_behalf_of(sentence, speaker));
    statement.on_behalf_of =
        behalf.and_then(|(range, entity)| Some(Party { span: view.span(sentence.passage, range)?, entity }));
    let speaker = parties.speaker.as_ref().map(|speaker| &speaker.range);
    statement.counterparts = actors::counterparts(sentence, speaker);
    Some(statement)
}
