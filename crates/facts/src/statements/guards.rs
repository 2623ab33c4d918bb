//! Guards of statements: what keeps a clause that matches a frame from stating anything. In order; the first that refuses is
//! the one that is reported.

use entente_corpus::Modality;
use entente_language::verbs::Form;
use entente_language::{ClauseKind, Factuality, Gap, Tag, Time};

use super::clauses::{MAX_CLAUSES_BACK, Match, Refusal};
use super::frames::{StatementTrigger, verb_frame};
use super::senses::refuse_sense;
use crate::occasions::frames::is_in_set;
use crate::occasions::guards::Guard;
use crate::reported;
use crate::view::Sentence;

/// All guards, in the order in which they are asked.
pub const STATEMENT_GUARDS: &[Guard] = &[
    Guard {
        id: "asked",
        refuses: "What is asked.",
        example: "Has Norway pledged three ships?",
        counter_example: "Norway has pledged three ships.",
    },
    Guard {
        id: "hearsay",
        refuses: "What the document passes on from others without vouching for it.",
        example: "According to the opposition, Norway pledged three ships.",
        counter_example: "According to the joint statement, Norway pledged three ships.",
    },
    Guard {
        id: "claimed",
        refuses: "What is alleged, claimed or reportedly so.",
        example: "Norway reportedly pledged three ships.",
        counter_example: "Norway repeatedly pledged three ships.",
    },
    Guard {
        id: "denied",
        refuses: "What is negated, refused or denied.",
        example: "Norway did not pledge three ships.",
        counter_example: "Norway did pledge three ships.",
    },
    Guard {
        id: "only-possible",
        refuses: "What should, could or may be, or is only hoped for or proposed.",
        example: "Norway should pledge three ships.",
        counter_example: "Norway has pledged three ships.",
    },
    Guard {
        id: "under-condition",
        refuses: "What stands under a condition.",
        example: "If Norway pledges three ships, talks resume.",
        counter_example: "While Norway pledged three ships, talks resumed.",
    },
    Guard {
        id: "describes",
        refuses: "A clause that only describes something: relative clauses, participles, purposes, times and causes.",
        example: "The ships that Norway pledged are old.",
        counter_example: "Norway pledged that the ships are new.",
    },
    Guard {
        id: "another-sense",
        refuses: "A verb that means something else with its object, or is part of another expression.",
        example: "The assembly observed a minute of silence.",
        counter_example: "The assembly observed a rise in prices.",
    },
    Guard {
        id: "no-speaker",
        refuses: "A clause whose subject is nobody who can speak or act.",
        example: "The bridge will widen the road.",
        counter_example: "The ministry will widen the road.",
    },
    Guard {
        id: "career",
        refuses: "What a person has been or worked as, which is no measure.",
        example: "Ms Lund joined the bank in 2011.",
        counter_example: "Norway joined the fund in 2011.",
    },
    Guard {
        id: "occasion-as-subject",
        refuses: "What an occasion will be about or has had.",
        example: "The consultation will cover fishing.",
        counter_example: "The council will cover the cost.",
    },
    Guard {
        id: "told-before",
        refuses: "\"Would\", \"had\" and \"was committed\", unless somebody reports it.",
        example: "Norway had repaired the bridge.",
        counter_example: "The minister said that Norway had repaired the bridge.",
    },
    Guard {
        id: "reported-promise",
        refuses: "A promise that another reports: that it was made, the document does not say.",
        example: "The opposition said that the President promised a road.",
        counter_example: "The President promised a road.",
    },
    Guard {
        id: "agreed-content",
        refuses: "What is agreed or held to be so, which nobody has done.",
        example: "The leaders agreed that the council provided a way.",
        counter_example: "The council provided a way.",
    },
];

/// The guard called `id`.
pub(super) fn guard(id: &str) -> Option<&'static Guard> {
    STATEMENT_GUARDS.iter().find(|guard| guard.id == id)
}

/// How a clause stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It says something itself.
    Own,
    /// The clause with this number reports it: "said that …".
    Reported(usize),
    /// It is what the clause with this number agrees to, notes or demands: "agreed that …".
    Content(usize),
}

/// The guard that refuses a whole sentence.
pub(crate) fn refuse_sentence(sentence: &Sentence) -> Option<&'static Guard> {
    if sentence.as_str().trim_end().ends_with('?') {
        return guard("asked");
    }
    // "Thanks." Where words have no spaces between them, one may be a whole sentence.
    if sentence.words.len() == 1 && sentence.words[0].text.is_ascii() {
        return guard("no-speaker");
    }
    if reported::is_hearsay(sentence) {
        return guard("hearsay");
    }
    None
}

/// The guard that refuses `found` by its own clause and those around it.
pub(super) fn refuse_clause(sentence: &Sentence, found: &Match) -> Option<&'static Guard> {
    let before = 0..found.verb.end;
    if before.clone().any(|at| is_in_set("hearsay", sentence.word(at)) || is_in_set("unsaid", sentence.word(at))) {
        return guard("claimed");
    }
    // "If the parties agree, the ministers will meet".
    if before.into_iter().any(|at| is_in_set("condition", sentence.word(at))) {
        return guard("under-condition");
    }
    refuse_factuality(sentence, found).or_else(|| refuse_sense(sentence, found))
}

fn refuse_factuality(sentence: &Sentence, found: &Match) -> Option<&'static Guard> {
    let clauses = &sentence.parse().parsed.clauses;
    let clause = clauses.get(found.clause)?;
    let verb = clause.verb.as_ref()?;
    // "Shall not": to leave something be is promised, too. A frame of the governing verb itself is asked by its own words.
    let governed = found.trigger < verb.head && found.frame.trigger != StatementTrigger::Modal;
    let promised = matches!(found.frame.trigger, StatementTrigger::Modal | StatementTrigger::ReportedModal);
    let first_person = clause.subject.len() == 1 && is_in_set("own-us", sentence.word(clause.subject.start));
    if verb.negated && !(promised && (found.frame.act().strength.is_some() || first_person)) {
        return guard("denied");
    }
    let outer = if governed || promised { found.outer.as_slice() } else { verb.governors.as_slice() };
    if outer.iter().any(|government| government.negative || government.deny) {
        return guard("denied");
    }
    let polite = found.polite;
    let conditional = verb.conditional && found.frame.trigger != StatementTrigger::ReportedModal;
    // "Has made no choice".
    let object = (found.verb.end..).find(|at| !matches!(sentence.parse().parsed.tag(*at), Some(Tag::Adverb)));
    if found.frame.act().is_of_deeds() && object.is_some_and(|at| is_in_set("nothing", sentence.word(at))) {
        return guard("denied");
    }
    if !polite && (conditional || outer.iter().any(|government| government.hypothetical)) {
        return guard("only-possible");
    }
    None
}

/// How clause `at` stands in its sentence, or the guard that refuses it.
pub(super) fn standing(sentence: &Sentence, at: usize) -> Result<Standing, Refusal> {
    standing_within(sentence, at, MAX_CLAUSES_BACK)
}

fn standing_within(sentence: &Sentence, at: usize, depth: usize) -> Result<Standing, Refusal> {
    let parse = sentence.parse();
    let clauses = &parse.parsed.clauses;
    let describes = Err(guard("describes"));
    let mut at = at;
    for _ in 0..depth {
        let Some(clause) = clauses.get(at) else { break };
        let parent = clause.parent.filter(|parent| *parent < at);
        match clause.kind {
            ClauseKind::Main => return Ok(Standing::Own),
            ClauseKind::Coordinate => match parent.filter(|_| clause.subject.is_empty()) {
                Some(parent) => at = parent,
                None => return Ok(Standing::Own),
            },
            ClauseKind::Complement => {
                let Some(parent) = parent else { return Ok(Standing::Own) };
                let Some(verb) = clauses[parent].verb.as_ref() else { return Ok(Standing::Own) };
                if verb.negated || verb.governors.iter().any(|government| government.deny || government.negative) {
                    return Err(guard("denied"));
                }
                let group = verb.tokens.clone();
                if group.clone().any(|at| reports(sentence, at)) {
                    return standing_within(sentence, parent, depth - 1).map(|_| Standing::Reported(parent));
                }
                if group.clone().any(|at| verb_frame(parse.tokens.folded(at)).is_some()) {
                    return standing_within(sentence, parent, depth - 1).map(|_| Standing::Content(parent));
                }
                // "…, the minister said": a comma sets a clause free.
                let pronoun = clause.subject.len() == 1
                    && matches!(parse.parsed.tag(clause.subject.start), Some(Tag::Pronoun))
                    && !verb.finite;
                let free = clause.marker.is_none() && pronoun
                    || clause.marker.is_none() && matches!(parse.tokens.gap(clause.before_verb.start), Gap::Comma);
                return if free { Ok(Standing::Own) } else { describes };
            }
            ClauseKind::Adverbial | ClauseKind::Temporal => {
                let marker = clause.marker.map_or("", |marker| parse.tokens.folded(marker));
                if is_in_set("condition", marker) {
                    return Err(guard("under-condition"));
                }
                return if is_in_set("telling-subordinator", marker) { Ok(Standing::Own) } else { describes };
            }
            ClauseKind::Relative | ClauseKind::Participial | ClauseKind::Infinitive | ClauseKind::Nominal => {
                return describes;
            }
        }
    }
    describes
}

fn reports(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.parse().parsed.tag(at), Some(Tag::Verb(_, Some(verb))) if is_in_set("reports", verb.lemma))
}

/// The guard that refuses what somebody reports, or what only another's words make known.
pub(super) fn refuse_report(sentence: &Sentence, found: &Match, standing: Standing) -> Option<&'static Guard> {
    let clause = sentence.parse().parsed.clauses.get(found.clause)?;
    let verb = clause.verb.as_ref()?;
    let first = sentence.parse().tokens.folded(verb.tokens.start);
    let reported = matches!(standing, Standing::Reported(_));
    let earlier = found.frame.trigger == StatementTrigger::ReportedModal
        || matches!(sentence.parse().parsed.tag(verb.tokens.start), Some(Tag::Have(Form::Past | Form::Participle)))
        || found.frame.trigger == StatementTrigger::State && is_in_set("was", first);
    if earlier && !reported {
        return guard("told-before");
    }
    let promise = matches!(found.frame.modality(), Modality::Pledge | Modality::Commitment | Modality::Offer);
    // "Said that his country was committed to …": what somebody is, another may tell.
    if reported && promise && !matches!(found.frame.trigger, StatementTrigger::State) {
        return guard("reported-promise");
    }
    if let Standing::Content(parent) = standing
        && found.frame.modality() == Modality::MeasureUndertaken
    {
        let around = sentence.parse().parsed.clauses[parent].verb.as_ref()?;
        let judged = around.tokens.clone().any(|at| {
            verb_frame(sentence.word(at))
                .is_some_and(|(frame, _)| matches!(frame.modality(), Modality::Agreement | Modality::Assessment))
        });
        if judged || around.factuality() == Factuality::Hypothetical {
            return guard("agreed-content");
        }
    }
    None
}

/// True if clause `at`, which has no subject of its own, has the form of clause `around`, whose subject it may share.
pub(super) fn shares_form(sentence: &Sentence, at: usize, around: usize) -> bool {
    let parse = sentence.parse();
    let verb = |at: usize| parse.parsed.clauses.get(at).and_then(|clause| clause.verb.as_ref());
    let Some((own, around)) = verb(at).zip(verb(around)) else { return false };
    if !around.finite || matches!(parse.parsed.tag(around.tokens.start), Some(Tag::To)) {
        return false;
    }
    let modal = matches!(parse.parsed.tag(around.tokens.start), Some(Tag::Modal));
    if matches!(parse.parsed.tag(own.tokens.start), Some(Tag::Modal | Tag::Have(_) | Tag::Be(_))) {
        return true;
    }
    match own.form {
        Form::Base => {
            let plural = matches!(parse.parsed.tag(around.tokens.start), Some(Tag::Be(_) | Tag::Have(Form::Base)));
            modal || around.form == Form::Base || plural && around.time == Time::Present
        }
        Form::Past => around.time == Time::Past && !around.passive,
        Form::Third => around.time == Time::Present && around.form == Form::Third,
        Form::Participle | Form::Gerund => false,
    }
}

/// True if the verbs of the two clauses begin alike: both with an auxiliary of one sort, or both with a verb of one form.
pub(super) fn begins_alike(sentence: &Sentence, at: usize, around: usize) -> bool {
    let parse = sentence.parse();
    let first = |at: usize| {
        let verb = parse.parsed.clauses.get(at)?.verb.as_ref()?;
        Some((parse.parsed.tag(verb.tokens.start)?, verb.form))
    };
    match (first(at), first(around)) {
        (Some((Tag::Modal, _)), Some((Tag::Modal, _)))
        | (Some((Tag::Have(_), _)), Some((Tag::Have(_), _)))
        | (Some((Tag::Be(_), _)), Some((Tag::Be(_), _))) => true,
        (Some((Tag::Verb(..), Form::Past)), Some((Tag::Have(_), _))) => true,
        (Some((Tag::Verb(..), own)), Some((Tag::Verb(..), other))) => own == other,
        _ => false,
    }
}
