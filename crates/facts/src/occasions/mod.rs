//! Occasions: which meetings, visits, exercises, signings a document tells of, when, where and between whom.
//!
//! Sentences are read by clause. A frame (`frames`) says which noun or verb tells of an occasion, and the clause fills its
//! slots (`setting`, `parties`); a guard (`guards`) refuses what did not happen. Occasions of nouns are read by `nouns`,
//! those of verbs by `verbs`.

pub(crate) mod draft;
pub mod frames;
pub mod guards;
mod korean;
mod nouns;
pub(crate) mod parties;
pub(crate) mod phrase;
mod readings;
mod setting;
pub(crate) mod verbs;

use entente_corpus::{Basis, EngagementKind, EntityKind, Fact, Party};
use entente_text::PartialDate;

use self::draft::{EventDraft, Speakers};
use self::frames::noun_frame;
use self::parties::party_of;
use crate::view::{Sentence, View};

/// The occasions of one passage, in its order.
pub(crate) fn read_occasions(view: &View, sentences: &[Sentence], speakers: &Speakers, out: &mut Vec<EventDraft>) {
    let mut before = speakers.clone();
    // The one occasion that the sentence before tells of.
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
        if !opening.is_empty() {
            before.parties = opening;
        }
    }
}

/// "Met for talks", "met at the second dialogue": a verb that only repeats what a noun of its sentence tells is no second
/// occasion.
fn merge_same_clause(found: &mut Vec<EventDraft>) {
    let nouns: Vec<EventDraft> = found.iter().filter(|draft| !draft.deed).cloned().collect();
    found.retain(|draft| {
        let gathers = matches!(draft.kind, EngagementKind::Meeting | EngagementKind::Call);
        let repeats = nouns.iter().any(|noun| {
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

/// The day of the document, where a sentence says "today".
fn today(view: &View, sentence: &Sentence) -> Option<Fact<PartialDate>> {
    let date = view.date().filter(|date| matches!(date, PartialDate::At(point) if point.day.is_some()))?;
    let evidence = view.evidence(sentence.passage, sentence.range.clone())?;
    Some(Fact::new(date, Basis::Inferred, "today", evidence))
}

/// The year of a month without one, from the document's own date: the last such month before it, or the next one after it for
/// what is planned.
fn month_of_document(
    view: &View,
    sentence: &Sentence,
    slots: &[&entente_language::Slot],
    planned: bool,
) -> Option<Fact<PartialDate>> {
    let (month, bytes) = setting::find_month(sentence, slots)?;
    let Some(PartialDate::At(own)) = view.date() else { return None };
    let (year, own_month) = own.year.zip(own.month)?;
    let year = match (planned, month.cmp(&own_month)) {
        (false, std::cmp::Ordering::Greater) => year.checked_sub(1)?,
        (true, std::cmp::Ordering::Less) => year + 1,
        _ => year,
    };
    let evidence = view.evidence(sentence.passage, bytes)?;
    Some(Fact::new(PartialDate::month(year, month)?, Basis::Inferred, "month-of-document", evidence))
}

/// "**It was attended by** officials of Samoa and Tonga", "Officials of Samoa and Tonga **attended the meeting**": who took
/// part in the occasion of the sentence before, and of what kind that is, where it says so.
fn attendance(view: &View, sentence: &Sentence) -> (Option<EngagementKind>, Vec<Party>) {
    let took_part = |at: &usize| {
        let next = |n: usize| sentence.word(at + n);
        match sentence.word(*at) {
            "attended" => next(1) == "the" && noun_frame(next(2)).is_some() && sentence.words.len() <= at + 4,
            "participated" => next(1) == "as" && matches!(next(2), "observers" | "guests"),
            _ => false,
        }
    };
    if let Some(at) = (1..sentence.words.len()).find(took_part) {
        let clause = sentence.range.start..sentence.words[at].start;
        let denied = (0..at).any(|at| matches!(sentence.word(at), "not" | "never" | "nobody"));
        let come = sentence.actors_in(&clause).filter(|named| !denied && named.kind != EntityKind::Forum);
        let kind = noun_frame(sentence.word(at + 2)).and_then(|(frame, _)| frame.gives);
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

/// "found: meeting \"…\", held, 2018-05-04, in Accra [rule]".
fn describe_draft(sentence: &Sentence, draft: &EventDraft) -> String {
    let words = |range: &std::ops::Range<usize>| sentence.text.get(range.clone()).unwrap_or("").to_owned();
    let mut parts = vec![format!("{} \"{}\"", draft.kind, words(&draft.name))];
    parts.extend(draft.status.map(|status| status.to_string()));
    parts.extend(draft.date.as_ref().map(|date| date.value.to_string()));
    parts.extend(draft.place.as_ref().map(|place| format!("place: {}", words(place))));
    parts.push(format!("{} parties", draft.participants.len()));
    let found = if draft.weak { "found only with another telling" } else { "found" };
    format!("{found}: {} [{}]", parts.join(", "), draft.rule)
}
