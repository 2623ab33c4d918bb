//! The statements of an English sentence: each clause whose verb matches a frame and passes the guards, with who says it.
//!
//! In: a sentence read by clause. Out: for each clause that matched a frame, the statement or the guard that refused it.

mod matcher;

use std::ops::Range;

use entente_corpus::Modality;
use entente_language::verbs::{Form, Government};
use entente_language::{Class, ClauseKind, Gap, Tag, VerbGroup};

use self::matcher::Matcher;
use super::frames::{StatementFrame, StatementTrigger};
use super::guards::{self, Standing, guard};
use super::senses;
use crate::actors::{self, Subject};
use crate::lexicon::Act;
use crate::occasions::frames::is_in_set;
use crate::occasions::guards::Guard;
use crate::speech::{By, Said};
use crate::view::Sentence;
use crate::voice::Lead;

/// How many clauses back the one may stand whose subject a clause shares.
pub(super) const MAX_CLAUSES_BACK: usize = 40;

/// A clause whose verb matches a frame.
#[derive(Clone, Debug)]
pub(crate) struct Match {
    pub(crate) frame: &'static StatementFrame,
    /// Which clause of the sentence.
    pub(crate) clause: usize,
    /// Tokens of the verb, with its auxiliaries and what completes it.
    pub(crate) verb: Range<usize>,
    /// Token of the word that the frame names.
    pub(crate) trigger: usize,
    /// What the verbs before it in its group do to it.
    pub(crate) outer: Vec<Government>,
    /// "Would like to thank": it is said by being wished.
    pub(crate) polite: bool,
}

/// A statement, and who reports it where that is somebody else.
#[derive(Clone)]
pub(crate) struct Told {
    pub(crate) said: Said,
    /// "**The minister** said that Kenya will build a port".
    pub(crate) reporter: Option<Subject>,
    pub(crate) frame: Option<&'static StatementFrame>,
}

/// What became of a clause that matches a frame.
pub(crate) struct Reading {
    pub(crate) found: Match,
    pub(crate) outcome: Result<Told, Refusal>,
}

/// Reads the clauses of a sentence; `lead` is a statement with which it begins.
pub(crate) fn read_clauses(sentence: &Sentence, lead: Option<&Lead>) -> Vec<Reading> {
    let refused = guards::refuse_sentence(sentence);
    let mut out: Vec<Reading> = Vec::new();
    let free = lead.map_or(0, |lead| lead.next);
    for at in 0..sentence.parse().parsed.clauses.len() {
        let matcher = Matcher { parse: sentence.parse(), clause: at };
        let Some(found) = matcher.read().filter(|found| found.verb.start >= free) else { continue };
        let outcome = match refused {
            Some(guard) => Err(Some(guard)),
            None => state(sentence, &found, lead, &out),
        };
        out.push(Reading { found, outcome });
    }
    out
}

/// Why a clause states nothing: the guard that refuses it; `None` if it has no verb.
pub(crate) type Refusal = Option<&'static Guard>;

/// Who states what `found` says, or the guard that refuses it.
fn state(sentence: &Sentence, found: &Match, lead: Option<&Lead>, before: &[Reading]) -> Result<Told, Refusal> {
    let parsed = sentence.parse().parsed;
    let clause = &parsed.clauses[found.clause];
    let Some(group) = clause.verb.as_ref() else { return Err(None) };
    if let Some(guard) = guards::refuse_clause(sentence, found) {
        return Err(Some(guard));
    }
    if lead.is_some_and(|lead| shares_voice(sentence, found, lead)) {
        return Ok(told(sentence, found, found.frame.act(), By::Voice, "verb-shares-subject", None));
    }
    let shared = clause.subject.is_empty() && clause.kind == ClauseKind::Coordinate;
    if describes(sentence, found, group, shared) {
        return Err(guard("describes"));
    }
    let Position { clause: around, standing, subject } =
        if shared { shared_subject(sentence, found)? } else { own_subject(sentence, found.clause)? };
    if let Some(guard) = guards::refuse_report(sentence, found, standing) {
        return Err(Some(guard));
    }
    if found.frame.trigger == StatementTrigger::Passive {
        return passive(sentence, found);
    }
    let Some(subject) = subject else { return Err(guard("no-speaker")) };
    // "The call on members": no singular has a verb in the plural.
    let auxiliary = matches!(parsed.tag(group.tokens.start), Some(Tag::Modal));
    let is_noun = group.form == Form::Base && found.trigger == group.tokens.start && !subject.plural && !auxiliary;
    if is_noun && !shared {
        return Err(guard("another-sense"));
    }
    if let Some(guard) = refuse_subject(sentence, found, &subject) {
        return Err(Some(guard));
    }
    let reporter = match standing {
        Standing::Reported(parent) => {
            let range = parsed.subject_of(parent);
            let Some(reporter) = actors::read_subject(sentence, &range) else { return Err(guard("hearsay")) };
            Some(reporter)
        }
        Standing::Own | Standing::Content(_) => None,
    };
    // "Shall decide … and announce": the auxiliary rules both verbs.
    let ruled = before.iter().rev().find(|reading| reading.found.clause == around);
    let bare = shared && group.form == Form::Base && group.tokens.len() == 1;
    // "Will adopt the plan**, and reiterate** our support": what is said is said now.
    let parted = matches!(sentence.parse().tokens.gap(clause.before_verb.start), Gap::Comma | Gap::Break);
    let says = matches!(found.frame.modality(), Modality::Assessment | Modality::Reaffirmation);
    let bare = bare && !(parted && says && subject.plural);
    let ruled = ruled.filter(|reading| bare && reading.found.frame.trigger == StatementTrigger::Modal);
    let act = ruled.map_or(found.frame.act(), |reading| reading.found.frame.act());
    let rule = if shared { "verb-shares-subject" } else { "verb-of-saying" };
    Ok(told(sentence, found, act, By::Subject(subject), rule, reporter))
}

/// True if the clause of `found`, whose verb is `group`, only describes something; `shared` if its subject is that of another.
fn describes(sentence: &Sentence, found: &Match, group: &VerbGroup, shared: bool) -> bool {
    let parse = sentence.parse();
    let clause = &parse.parsed.clauses[found.clause];
    let infinitive = matches!(parse.parsed.tag(group.tokens.start), Some(Tag::To));
    // "Airworthiness (proposed rule)": what stands in brackets has no subject before them.
    let before = group.tokens.start.checked_sub(1);
    let bracketed = before.is_some_and(|at| parse.tokens.between(at).contains('('));
    if !group.finite || infinitive || bracketed {
        return true;
    }
    let asks = |at: usize| parse.tokens.has(at, Class::Interrogative);
    if shared {
        // "I do not know what form it will take": a question inside another clause.
        return !is_verb(sentence, found) || clause.before_verb.clone().any(asks);
    }
    // "What the country has gained is clear": a question that is a part of another clause.
    clause.subject.len() > 1 && asks(clause.subject.start)
}

/// The guard that refuses what `subject` is said to do.
fn refuse_subject(sentence: &Sentence, found: &Match, subject: &Subject) -> Refusal {
    let tokens = sentence.parse().tokens;
    if is_occasion(sentence, subject) && (carries_occasion(sentence, found) || is_bare(sentence, subject)) {
        return guard("occasion-as-subject");
    }
    // "As I have mentioned".
    let after_as = subject.first.checked_sub(1).is_some_and(|at| tokens.is(at, "as"));
    if after_as && matches!(tokens.gap(subject.first), Gap::Space) {
        return guard("describes");
    }
    if senses::is_of_speech(sentence, found, subject) {
        return guard("another-sense");
    }
    if senses::is_career(sentence, found, subject) {
        return guard("career");
    }
    None
}

/// Where the subject of a clause is found.
struct Position {
    /// The clause that has it.
    clause: usize,
    /// How that clause stands in its sentence.
    standing: Standing,
    /// `None` if it is nobody who can speak or act.
    subject: Option<Subject>,
}

fn own_subject(sentence: &Sentence, at: usize) -> Result<Position, Refusal> {
    let standing = guards::standing(sentence, at)?;
    let subject = sentence.parse().parsed.subject_of(at);
    let names_nobody = is_modifier(sentence, at, &subject);
    let subject = actors::read_subject(sentence, &subject).filter(|_| !names_nobody);
    Ok(Position { clause: at, standing, subject })
}

/// "A **state driven** approach will help": with the participle after it, the subject of clause `at` only says which noun is meant.
fn is_modifier(sentence: &Sentence, at: usize, subject: &Range<usize>) -> bool {
    let parse = sentence.parse();
    let next = subject.end;
    let own = parse.parsed.clauses[at].verb.as_ref().is_none_or(|verb| verb.tokens.start == next);
    let tag = |at: usize| parse.parsed.tag(at).filter(|_| parse.tokens.gap(at) == Gap::Space);
    !own && matches!(tag(next), Some(Tag::Verb(..))) && matches!(tag(next + 1), Some(Tag::Noun))
}

/// The clause whose subject clause `at` shares: the nearest before it that has the same form and somebody as its subject. Words
/// that a comma parts from the clause inside another go on with the one around it: "noted that talks went well, **and urged** …".
fn shared_subject(sentence: &Sentence, found: &Match) -> Result<Position, Refusal> {
    let at = found.clause;
    // What can only be said nobody else than a speaker does; anything else the nearest subject does.
    let says = found.frame.strength().is_some()
        || matches!(found.frame.modality(), Modality::Assessment | Modality::Need | Modality::Reaffirmation);
    let parse = sentence.parse();
    let clauses = &parse.parsed.clauses;
    let parted = matches!(parse.tokens.gap(clauses[at].before_verb.start), Gap::Comma | Gap::Break);
    // "When it is proposed **and passed**": a participle after a passive verb is passive, too.
    let is_past =
        |at: usize| clauses[at].verb.as_ref().is_some_and(|verb| verb.form == Form::Past && verb.tokens.len() == 1);
    let before = at.checked_sub(1).and_then(|before| clauses[before].verb.as_ref());
    if !parted && is_past(at) && before.is_some_and(|verb| verb.passive && verb.finite) {
        return Err(guard("no-speaker"));
    }
    let candidates = || {
        (0..at).rev().take(MAX_CLAUSES_BACK).filter(|around| {
            let clause = &clauses[*around];
            // "Condemned the tests that violate the treaty, **and are committed**": after a comma nothing goes on inside the relative.
            let inside = parted && clause.kind == ClauseKind::Relative;
            (!clause.subject.is_empty() || clause.kind == ClauseKind::Main)
                && !inside
                && guards::shares_form(sentence, at, *around)
        })
    };
    let position = |around: usize, standing: Standing| {
        let subject = actors::read_subject(sentence, &parse.parsed.subject_of(around))?;
        Some(Position { clause: around, standing, subject: Some(subject) })
    };
    // "We affirm that the parties must stop, **and call** …": of the clauses around the one that has the very form.
    if parted {
        let same = |around: &usize| guards::begins_alike(sentence, at, *around);
        let own = candidates().filter(same).find_map(|around| match guards::standing(sentence, around) {
            Ok(Standing::Own) => position(around, Standing::Own),
            Ok(_) | Err(_) => None,
        });
        if let Some(own) = own {
            return Ok(own);
        }
    }
    let mut refused = guard("no-speaker");
    for around in candidates() {
        match guards::standing(sentence, around) {
            Ok(standing) => {
                if let Some(found) = position(around, standing) {
                    return Ok(found);
                }
                // "We hope that the step is right and will contribute": it is the step that will.
                if !parted && !says && !clauses[around].subject.is_empty() {
                    return Err(refused);
                }
            }
            // "The treaty that Kenya signed **and ratified**".
            Err(guard) if !parted => return Err(guard),
            Err(guard) => refused = guard,
        }
    }
    Err(refused)
}

fn told(sentence: &Sentence, found: &Match, act: Act, by: By, rule: &'static str, reporter: Option<Subject>) -> Told {
    let said = Said { act, verb: sentence.bytes(&found.verb), by, rule };
    Told { said, reporter, frame: Some(found.frame) }
}

/// "It was agreed that", "the necessity was reaffirmed": somebody did, whom "by" names, or the sentence does not say who.
fn passive(sentence: &Sentence, found: &Match) -> Result<Told, Refusal> {
    let parse = sentence.parse();
    let subject = parse.parsed.subject_of(found.clause);
    // "Nothing was agreed on fees", "they were agreed".
    let nothing = subject.clone().any(|at| is_in_set("nothing", parse.tokens.folded(at)));
    let pronoun = subject.len() == 1 && is_in_set("passive-pronoun", parse.tokens.folded(subject.start));
    if subject.is_empty() || nothing || pronoun {
        return Err(guard("no-speaker"));
    }
    let by = found.verb.end;
    let agent = if parse.tokens.is(by, "by") { actors::agent(sentence, by + 1) } else { None };
    let act = found.frame.act();
    Ok(told(sentence, found, act, agent.map_or(By::Nobody, By::Subject), "passive-verb", None))
}

/// "Noting … and stressing …", "Takes note of … and urges …": a verb of the form of the one that the paragraph begins with.
fn shares_voice(sentence: &Sentence, found: &Match, lead: &Lead) -> bool {
    let parse = sentence.parse();
    let clause = &parse.parsed.clauses[found.clause];
    let Some(group) = clause.verb.as_ref() else { return false };
    let joined = (lead.next..group.tokens.start)
        .rev()
        .take_while(|at| matches!(parse.parsed.tag(*at), Some(Tag::Adverb | Tag::Coordinator)))
        .any(|at| matches!(parse.parsed.tag(at), Some(Tag::Coordinator)));
    joined && group.form == lead.form && found.trigger == group.tokens.start
}

/// "Automation and **directed** energy": after "and" a past form is a verb if what follows is what a verb can govern.
fn is_verb(sentence: &Sentence, found: &Match) -> bool {
    let parse = sentence.parse();
    let Some(group) = parse.parsed.clauses[found.clause].verb.as_ref() else { return false };
    if group.form != Form::Past || group.tokens.len() > 1 || found.frame.trigger == StatementTrigger::WithNoun {
        return true;
    }
    // "And urged restraint": what can only be a verb of speech is not an adjective, whatever follows.
    let says =
        matches!(found.frame.modality(), Modality::Assessment | Modality::Need) && found.frame.strength().is_none();
    if says && !is_in_set("also-adjective", parse.tokens.folded(found.trigger)) {
        return true;
    }
    let next = found.verb.end;
    let governed = match parse.parsed.tag(next) {
        None | Some(Tag::Noun | Tag::Coordinator) => {
            parse.tokens.is_capital(next) || parse.tokens.has(next, Class::Quantifier)
        }
        Some(_) => true,
    };
    let quoted = parse.tokens.between(next.saturating_sub(1)).contains(['“', '"', '‘']);
    governed || quoted || parse.tokens.follows_stop(next)
}

/// True for what only takes place, "the consultation", or may be a body as well, "the meeting".
fn is_occasion(sentence: &Sentence, subject: &Subject) -> bool {
    let words = sentence.text[subject.range.clone()].to_lowercase();
    words.split_whitespace().last().is_some_and(|word| sentence.frames.noun(word).is_some())
}

/// "**Publish meeting** notes": what has neither an article nor a capital noun is done something to.
fn is_bare(sentence: &Sentence, subject: &Subject) -> bool {
    let parse = sentence.parse();
    let last = parse.tokens.token_at(subject.range.end.saturating_sub(sentence.range.start)).saturating_sub(1);
    !subject.plural
        && !parse.tokens.is_capital(last)
        && !matches!(parse.parsed.tag(subject.first), Some(Tag::Determiner))
}

/// True for what is said of an occasion and not by those who hold it: "the meeting will discuss", "has attracted".
fn carries_occasion(sentence: &Sentence, found: &Match) -> bool {
    let first = found.verb.start;
    matches!(sentence.parse().parsed.tag(first), Some(Tag::Modal | Tag::Have(_) | Tag::Be(_)))
        && !sentence.parse().tokens.is(first, "shall")
}

/// What the frames find in a sentence: a line for each clause that matched one.
pub(crate) fn explain(sentence: &Sentence, lead: Option<&Lead>) -> Vec<String> {
    let parse = sentence.parse();
    let words = |range: &Range<usize>| sentence.text.get(range.clone()).unwrap_or("").to_owned();
    read_clauses(sentence, lead)
        .into_iter()
        .map(|reading| {
            let frame = reading.found.frame;
            let verb = words(&sentence.bytes(&reading.found.verb));
            let kind = parse.parsed.clauses.get(reading.found.clause).map_or(ClauseKind::Nominal, |clause| clause.kind);
            let head = format!("statement frame {} in the {} clause, \"{verb}\"", frame.id, kind.name());
            match reading.outcome {
                Err(Some(guard)) => format!("{head}: refused by {}: {}", guard.id, guard.refuses),
                Err(None) => format!("{head}: refused, the clause has no verb"),
                Ok(told) => {
                    let by = match &told.said.by {
                        By::Subject(subject) => words(&subject.range),
                        By::Voice => "the text's voice".to_owned(),
                        By::Nobody => "nobody who is named".to_owned(),
                    };
                    let reporter = told.reporter.map(|by| format!(", as {} reports", words(&by.range)));
                    format!(
                        "{head}: {} by {by}{} [{}]",
                        told.said.act.modality,
                        reporter.unwrap_or_default(),
                        told.said.rule
                    )
                }
            }
        })
        .collect()
}
