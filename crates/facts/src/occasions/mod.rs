//! Occasions: which meetings, visits, exercises, signings a document reports, when, where and between whom.
//!
//! Sentences are read by clause. A frame (`frames`) says which noun or verb reports an occasion, and the clause fills its
//! slots (`setting`, `parties`); a guard (`guards`) refuses what did not happen. Occasions of nouns are read by `nouns`,
//! those of verbs by `verbs`.

mod document_date;
pub(crate) mod draft;
pub mod frames;
pub mod guards;
mod held_before;
mod korean;
mod nouns;
pub(crate) mod parties;
pub(crate) mod phrase;
mod printed_bound;
mod readings;
pub(crate) mod setting;
pub(crate) mod verbs;

use entente_corpus::{EngagementKind, EntityKind, Party};

use self::draft::{EventDraft, Speakers};
pub(crate) use self::held_before::keep_before_document;
use self::parties::party_of;
pub(crate) use self::printed_bound::printed_bound;
use crate::view::{Sentence, View};

/// The occasions of one passage, in its order.
pub(crate) fn read_occasions(view: &View, sentences: &[Sentence], speakers: &mut Speakers, out: &mut Vec<EventDraft>) {
    let mut before = speakers.clone();
    // The one occasion that the sentence before reports.
    let mut only: Option<usize> = None;
    for sentence in sentences {
        let (kind, came) = attendance(view, sentence);
        // What the next sentence says of those who took part, it says of the same occasion.
        let goes_on = only.filter(|only| {
            !came.is_empty()
                && out.get(*only).is_some_and(|told| !told.deed && kind.is_none_or(|kind| kind == told.kind))
        });
        if let Some(draft) = goes_on.and_then(|only| out.get_mut(only)) {
            for party in came {
                if draft.participants.iter().all(|known| known.entity != party.entity) {
                    draft.participants.push(party);
                }
            }
            draft.also.extend(view.evidence(sentence.passage, sentence.range.clone()));
        }
        let told = out.len();
        if !readings::read_events(view, sentence, out) {
            nouns::read_noun_events(view, sentence, &before, out);
            verbs::read_verb_events(view, sentence, &before, out);
        }
        let mut found = out.split_off(told);
        merge_same_clause(&mut found);
        out.extend(found);
        only = (out.len() == told + 1).then_some(told).or(goes_on);
        let opening = opening_actors(view, sentence);
        if opening.len() > 1 {
            before.together.clone_from(&opening);
        } else if names_others(view, sentence, &before.together) {
            before.together.clear();
        }
        if !opening.is_empty() {
            before.parties = opening;
        }
    }
    speakers.together = before.together;
}

/// True if a sentence names another state than those of `together`, or another person if they are persons. "The two sides" of
/// the next sentence may be others.
fn names_others(view: &View, sentence: &Sentence, together: &[Party]) -> bool {
    let entities: Vec<u32> = together.iter().filter_map(|party| party.entity).collect();
    let are_persons = entities.iter().any(|entity| view.kind(*entity) == Some(EntityKind::Person));
    sentence.named.iter().any(|name| {
        let is_alike = if are_persons { name.kind == EntityKind::Person } else { name.is_state() };
        is_alike && !entities.contains(&name.entity)
    })
}

/// "Met for talks", "met at the second dialogue": a verb that only repeats what a noun of its sentence reports is not a second
/// occasion.
fn merge_same_clause(found: &mut Vec<EventDraft>) {
    let nouns: Vec<EventDraft> = found.iter().filter(|draft| !draft.deed).cloned().collect();
    found.retain(|draft| {
        let gathers = matches!(draft.kind, EngagementKind::Meeting | EngagementKind::Call | EngagementKind::Visit);
        let repeats = nouns.iter().any(|noun| {
            // "Arrived in Norway for a visit" is one visit, "visited Togo and held talks" are two occasions.
            if draft.kind == EngagementKind::Visit && (noun.kind != draft.kind || noun.place != draft.place) {
                return false;
            }
            // "Met the President during a visit": who travels may meet many.
            if noun.kind == EngagementKind::Visit && noun.kind != draft.kind {
                return false;
            }
            let same_day = match (&noun.date, &draft.date) {
                (Some(noun), Some(verb)) => noun.value == verb.value,
                _ => true,
            };
            let shares = |party: &Party| noun.participants.iter().any(|other| other.entity == party.entity);
            same_day && (draft.participants.is_empty() || draft.participants.iter().any(shares)) && !noun.weak
        });
        !(draft.deed && gathers && repeats)
    });
}

/// "**It was attended by** officials of Samoa and Tonga", "Officials of Samoa and Tonga **attended the meeting**": who took
/// part in the occasion of the sentence before, and of what kind that is, where it says so.
fn attendance(view: &View, sentence: &Sentence) -> (Option<EngagementKind>, Vec<Party>) {
    let took_part = |at: &usize| {
        let next = |n: usize| sentence.word(at + n);
        match sentence.word(*at) {
            "attended" => next(1) == "the" && sentence.frames.noun(next(2)).is_some() && sentence.words.len() <= at + 4,
            "participated" => next(1) == "as" && matches!(next(2), "observers" | "guests"),
            _ => false,
        }
    };
    if let Some(at) = (1..sentence.words.len()).find(took_part) {
        let clause = sentence.range.start..sentence.words[at].start;
        let denied = (0..at).any(|at| matches!(sentence.word(at), "not" | "never" | "nobody"));
        let come = sentence.actors_in(&clause).filter(|named| !denied && named.kind != EntityKind::Forum);
        let kind = sentence.frames.noun(sentence.word(at + 2)).and_then(|(frame, _)| frame.gives);
        return (kind, come.filter_map(|named| party_of(view, sentence, named)).collect());
    }
    let words: Vec<&str> = (0..4).map(|at| sentence.word(at)).collect();
    if !matches!(words[..], ["it", "was" | "is", "attended" | "joined", "by"]) {
        return (None, Vec::new());
    }
    let parse = sentence.parse();
    let end = parse.parsed.clauses.first().map_or(sentence.words.len(), |clause| clause.after_verb.end);
    let reach = sentence.bytes(&(3..end.max(4)));
    (None, sentence.actors_in(&reach).filter_map(|named| party_of(view, sentence, named)).collect())
}

/// Who the sentence begins with: what "it" means in the next.
fn opening_actors(view: &View, sentence: &Sentence) -> Vec<Party> {
    // "A and B met": both are who "they" are in the next sentence.
    let subject = sentence.parse().parsed.clauses.first().map_or(0..0, |clause| clause.subject.clone());
    let opens = subject.start == 0 && !subject.is_empty();
    let of_subject: Vec<Party> = parties::names_in(sentence, &subject)
        .into_iter()
        .filter(|_| opens)
        .filter_map(|name| party_of(view, sentence, name))
        .collect();
    if of_subject.len() > 1 {
        return of_subject;
    }
    let first = sentence.named.iter().find(|name| name.acts());
    let opens = first.filter(|name| {
        let before = sentence.text.get(sentence.range.start..name.range.start).unwrap_or("");
        before.split_whitespace().count() <= 1
            || before.trim_end().ends_with(',') && before.split_whitespace().count() <= 7
    });
    opens.and_then(|name| party_of(view, sentence, name)).into_iter().collect()
}

/// What the frames make of a sentence: a line for each that matched.
pub(crate) fn explain(view: &View, sentence: &Sentence) -> Vec<String> {
    if let Some(lines) = readings::explain_events(view, sentence) {
        return lines;
    }
    let speakers = Speakers::default();
    let mut out = nouns::explain_nouns(view, sentence, &speakers);
    out.extend(verbs::explain_verbs(view, sentence, &speakers));
    out
}

/// "found: meeting \"…\", held, 2018-05-04, place: Accra, 2 parties [noun-meeting] [holds], by [rule] and what that says".
fn describe_draft(view: &View, sentence: &Sentence, draft: &EventDraft, frames: &str) -> String {
    let words = |range: &std::ops::Range<usize>| sentence.text.get(range.clone()).unwrap_or("").to_owned();
    let mut parts = vec![format!("{} \"{}\"", draft.kind, words(&draft.name))];
    parts.extend(draft.status.map(|status| status.to_string()));
    parts.extend(draft.date.as_ref().map(|date| date.value.to_string()));
    parts.extend(draft.place.as_ref().map(|place| format!("place: {}", words(place))));
    parts.push(match draft.participants.len() {
        1 => "1 party".to_owned(),
        count => format!("{count} parties"),
    });
    let found = if draft.weak { "found only with another telling" } else { "found" };
    format!("{found}: {}{frames}, by {}", parts.join(", "), crate::explain::named_rule(view, &draft.rule))
}
