//! Guards: what keeps a matched frame from becoming a fact. In order; the first that refuses is the one that is reported.

use entente_language::verbs::Form;
use entente_language::{ClauseKind, Factuality, ParsedSentence, SlotRole, Tag, VerbGroup};

use super::frames::is_in_set;
use crate::view::Sentence;

/// A reason for which a matched frame gives no fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guard {
    /// Its name, as `entente why` prints it.
    pub id: &'static str,
    /// What it refuses.
    pub refuses: &'static str,
    /// A sentence that it refuses.
    pub example: &'static str,
    /// A sentence like it that it lets through.
    pub counter_example: &'static str,
}

/// All guards, in the order in which they are asked.
pub const GUARDS: &[Guard] = &[
    Guard {
        id: "negated",
        refuses: "What is said not to have happened: negated, refused, failed or denied.",
        example: "Minister Okoye declined to meet Minister Lund in Riga on 3 May 2018.",
        counter_example: "Minister Okoye met Minister Lund in Riga on 3 May 2018.",
    },
    Guard {
        id: "hypothetical",
        refuses: "What should, could or may happen, or is only proposed, asked for or hoped for.",
        example: "The ministers should hold a meeting in Riga on 3 May 2018.",
        counter_example: "The ministers will hold a meeting in Riga on 3 May 2018.",
    },
    Guard {
        id: "cancelled",
        refuses: "What was cancelled, suspended or postponed.",
        example: "The Ocean Summit in Riga was cancelled on 3 May 2018.",
        counter_example: "The Ocean Summit in Riga was opened on 3 May 2018.",
    },
    Guard {
        id: "only-proposed",
        refuses: "An occasion that somebody proposes, requests, rejects or cancels.",
        example: "Norway proposed a meeting with Ghana in Riga on 3 May 2018.",
        counter_example: "Norway held a meeting with Ghana in Riga on 3 May 2018.",
    },
    Guard {
        id: "intended",
        refuses: "What somebody is committed to, ready for or thinking of doing.",
        example: "Norway reaffirmed its commitment to opening a new chapter by signing the treaty with Benin.",
        counter_example: "Norway opened a new chapter by signing the treaty with Benin.",
    },
    Guard {
        id: "condition",
        refuses: "What stands under a condition.",
        example: "If Norway holds a meeting with Ghana in Riga in May 2018, talks can resume.",
        counter_example: "While Norway holds a meeting with Ghana in Riga in May 2018, talks resume.",
    },
];

/// The guard called `id`.
pub(super) fn guard(id: &str) -> Option<&'static Guard> {
    GUARDS.iter().find(|guard| guard.id == id)
}

/// The guard that refuses what clause `at` reports, if one does.
pub(crate) fn refuse_clause(sentence: &Sentence, at: usize) -> Option<&'static Guard> {
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    match verb.factuality() {
        Factuality::Negated => return guard("negated"),
        Factuality::Hypothetical => return guard("hypothetical"),
        Factuality::Happened | Factuality::Present | Factuality::Planned | Factuality::Open => {}
    }
    if is_subjunctive(sentence, at) && !is_agreed(sentence, at) {
        return guard("hypothetical");
    }
    if verb.verb.is_some_and(|verb| verb.government.cancel) && !is_rescheduled(sentence, at) {
        return guard("cancelled");
    }
    let mut around = Some(at);
    for _ in 0..parse.parsed.clauses.len() {
        let Some(clause) = around.and_then(|at| parse.parsed.clauses.get(at)) else { break };
        let condition = clause.kind == ClauseKind::Adverbial
            && clause.marker.is_some_and(|marker| is_in_set("condition", parse.tokens.folded(marker)));
        if condition {
            return guard("condition");
        }
        let parent = clause.parent.filter(|parent| Some(*parent) < around);
        // What a refused or doubtful clause governs shares its fate; a relative clause reports something by itself.
        let shares = matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Complement)
            || clause.kind == ClauseKind::Participial && verb.time == entente_language::Time::Open && !verb.passive;
        let offered = clause.kind == ClauseKind::Infinitive
            && clause.verb.as_ref().is_some_and(|verb| is_offered(sentence, verb));
        if offered || shares && parent.is_some_and(|parent| is_intended(sentence, parent)) {
            return guard("intended");
        }
        let doubtful = parent
            .filter(|_| shares)
            .and_then(|at| parse.parsed.clauses[at].verb.as_ref())
            .map(|verb| verb.factuality());
        match doubtful {
            Some(Factuality::Negated) => return guard("negated"),
            Some(Factuality::Hypothetical) => return guard("hypothetical"),
            _ => {}
        }
        around = parent.filter(|_| shares);
    }
    None
}

/// "Reaffirmed its commitment **to** opening a new chapter": clause `at` speaks of what somebody means to do.
fn is_intended(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let Some(clause) = parse.parsed.clauses.get(at) else { return false };
    clause.slots.iter().any(|slot| match slot.role {
        SlotRole::Complement(to) => {
            let noun = to.checked_sub(1).map_or("", |noun| parse.tokens.folded(noun));
            parse.tokens.is(to, "to") && is_in_set("intents", noun)
        }
        SlotRole::Subject | SlotRole::Object | SlotRole::Time(_) => false,
    })
}

/// "Expressed its **readiness to** host the summit": the noun right before an infinitive offers or wishes it.
fn is_offered(sentence: &Sentence, verb: &VerbGroup) -> bool {
    let tokens = sentence.parse().tokens;
    let to =
        if tokens.is(verb.tokens.start, "to") { Some(verb.tokens.start) } else { verb.tokens.start.checked_sub(1) };
    let noun = to.filter(|to| tokens.is(*to, "to")).and_then(|to| to.checked_sub(1));
    noun.is_some_and(|noun| is_in_set("wishes", tokens.folded(noun)))
}

/// "Asked that the meeting **be held** in May": a bare "be" reports what is wanted, not what is.
pub(crate) fn is_subjunctive(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let verb = parse.parsed.clauses.get(at).and_then(|clause| clause.verb.as_ref());
    verb.is_some_and(|verb| {
        verb.finite && verb.passive && matches!(parse.parsed.tag(verb.tokens.start), Some(Tag::Be(Form::Base)))
    })
}

/// True if the clause around clause `at` agrees on what it reports: "**agreed** that the meeting be held in May".
pub(crate) fn is_agreed(sentence: &Sentence, at: usize) -> bool {
    let clauses = &sentence.parse().parsed.clauses;
    let around = clauses.get(at).and_then(|clause| clauses.get(clause.parent?)?.verb.as_ref());
    around.is_some_and(|verb| is_in_set("agrees-on", verb.lemma()) && verb.factuality() == Factuality::Happened)
}

/// "Postponed to October 2021": with a new date it is still to come.
pub(crate) fn is_rescheduled(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let Some(clause) = parse.parsed.clauses.get(at) else { return false };
    let moves = clause.verb.as_ref().is_some_and(|verb| is_in_set("reschedules", verb.lemma()));
    moves
        && clause.slots.iter().any(|slot| match slot.role {
            SlotRole::Time(Some(at)) => matches!(parse.tokens.folded(at), "to" | "until" | "till" | "for"),
            SlotRole::Time(None) | SlotRole::Subject | SlotRole::Object | SlotRole::Complement(_) => false,
        })
}

/// The guard that refuses the occasion whose noun is token `head`, because of the verb that it is the object of.
pub(crate) fn refuse_object(sentence: &Sentence, head: usize) -> Option<&'static Guard> {
    let parse = sentence.parse();
    let parsed: &ParsedSentence = parse.parsed;
    for (at, clause) in parsed.clauses.iter().enumerate() {
        let Some(verb) = clause.verb.as_ref().filter(|_| !is_rescheduled(sentence, at)) else { continue };
        let government = verb.verb.map(|verb| verb.government).unwrap_or_default();
        let doubtful = government.negative || government.deny || is_in_set("proposes", verb.lemma());
        let calls_for = is_in_set("proposes-for", verb.lemma());
        if !(doubtful || government.cancel || calls_for) {
            continue;
        }
        let id = if government.cancel { "cancelled" } else { "only-proposed" };
        let holds = |phrase: &std::ops::Range<usize>, first: usize| {
            phrase.contains(&head) && !(phrase.start..head).any(|at| parse.tokens.is(at, "of")) && first <= head
        };
        if verb.passive {
            if holds(&clause.subject, clause.subject.start) {
                return guard(id);
            }
            continue;
        }
        let governed = clause.slots.iter().any(|slot| {
            let object = match slot.role {
                SlotRole::Object => doubtful || government.cancel,
                SlotRole::Complement(at) => parse.tokens.is(at, "for") && (doubtful || calls_for),
                SlotRole::Subject | SlotRole::Time(_) => false,
            };
            object && !slot.leading && holds(&slot.phrase, slot.phrase.start)
        });
        if governed {
            return guard(id);
        }
    }
    None
}
