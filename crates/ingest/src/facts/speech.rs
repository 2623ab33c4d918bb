//! Statements in prose: who says what, by the verb.
//!
//! A sentence is a statement where a verb of the [`lexicon`] stands behind somebody who can speak. Verbs that share
//! a subject ("committed to maintain … and approved a reform") are several statements on one sentence.

use entente_corpus::{Modality, Party, Statement, Strength};

use super::actors::{self, Subject};
use super::lexicon::{self, Act, Form};
use super::make;
use super::view::{Sentence, View};

/// Behind these a verb does not say what it seems to: "If the parties agree", "denied that Kenya had pledged".
pub(super) const UNSAID: &[&str] = &[
    "if", "unless", "whether", "deny", "denies", "denied", "denying", "doubted", "refused", "failed", "never",
    "alleged",
];
/// Verbs that follow or lead a quote.
const SAID: &[&str] = &["said", "says", "stated", "added", "told"];
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
        if sentence.as_str().trim_end().ends_with('?') {
            continue;
        }
        let said = said(&sentence);
        for found in &said {
            let subject = found.subject.as_ref().map(|subject| {
                quoted(&sentence, subject).unwrap_or_else(|| resolved(&sentence, subject, before.as_ref()))
            });
            if let Some(statement) = statement(view, &sentence, found, subject.as_ref()) {
                out.push(statement);
            }
        }
        if let Some(subject) = said.iter().rev().find_map(|found| found.subject.clone()) {
            before = Some(resolved(&sentence, &subject, before.as_ref()));
        }
    }
}

/// "“We commit to peace,” said President Wanjala": who is quoted, where a quote says "we" or "I".
fn quoted(sentence: &Sentence, subject: &Subject) -> Option<Subject> {
    let words = &sentence.text[subject.range.clone()];
    let inside = sentence.text[sentence.range.start..subject.range.start].rfind(['“', '”', '"'])?;
    let opens = !sentence.text[sentence.range.start + inside..].starts_with('”');
    if !opens || !(words.eq_ignore_ascii_case("we") || words == "I") {
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
    Some(Subject { range: named.range.clone(), entity: Some(named.entity), plural: false, first: subject.first })
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
        if folded[..at].iter().any(|word| UNSAID.contains(word)) {
            break;
        }
        let found = promise(&folded, at)
            .or_else(|| lexicon::light(&folded[at..]).map(|(act, count)| (act, None, at + count - 1)))
            .or_else(|| lexicon::verb(folded[at]).map(|(act, form)| (act, Some(form), at)));
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
    let committed = Act { modality: Modality::Commitment, strength: Some(Strength::Committed) };
    let planned = Act { modality: Modality::MeasurePlanned, strength: None };
    // "will also remove": the verb stands behind its adverbs.
    let verb =
        (1..=3).find(|n| !(next(*n).ends_with("ly") || matches!(next(*n), "also" | "further" | "then" | "soon")));
    let promised = verb.filter(|n| !PASSIVE.contains(&next(*n)) && !matches!(next(*n), "not" | "have" | ""));
    match folded[at] {
        "shall" => promised.map(|n| (committed, None, at + n)),
        "will" => promised.map(|n| (planned, None, at + n)),
        "intend" | "intends" | "plan" | "plans" if next(1) == "to" => Some((planned, None, at + 1)),
        "are" | "is" | "remain" | "remains" => {
            let committed_at = (1..=3).find(|n| next(*n) == "committed")?;
            let adverbs = (1..committed_at).all(|n| next(n).ends_with("ly") || next(n) == "fully" || next(n) == "also");
            (adverbs && next(committed_at + 1) == "to").then_some((committed, None, at + committed_at))
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
            })
        });
    Some(Said { act, verb: (at, last), subject: Some(subject?), rule: "korean-verb" })
}

fn statement(view: &View, sentence: &Sentence, found: &Said, subject: Option<&Subject>) -> Option<Statement> {
    let verb = sentence.words[found.verb.0].start..sentence.words[found.verb.1].end;
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), verb.clone())?;
    let speaker = subject.and_then(|subject| {
        Some(Party { span: view.span(sentence.passage, subject.range.clone())?, entity: subject.entity })
    });
    let mut statement = make::statement(view, sentence, evidence, found.act.modality, found.rule);
    statement.verb = view.span(sentence.passage, verb);
    statement.strength = found.act.strength;
    statement.speaker = speaker;
    statement.actor =
        if matches!(found.act.modality, Modality::Commitment | Modality::Pledge | Modality::MeasurePlanned) {
            speaker
        } else {
            None
        };
    statement.counterparts = actors::counterparts(sentence, subject.map(|subject| &subject.range));
    Some(statement)
}
