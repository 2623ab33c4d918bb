//! Occasions that a verb alone reports: "met the President of Peru", "travelled to Lima", "signed a treaty".

mod objects;
mod status;

use self::status::says_how_often;
pub(crate) use self::status::{absolute_subject, status_of_clause};

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementLevel, EngagementStatus, EntityKind, Fact};
use entente_language::{ClauseKind, Slot, SlotRole, Time};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::document_date::complete_date;
use super::draft::{EventDraft, Speakers};
use super::frames::{Frame, Trigger, is_in_set};
use super::guards::refuse_clause;
use super::parties::{
    Parties, complement_parties, names_in, object_parties, partners_with_dates, party_of, subject_parties,
};
use super::setting::{Scope, find_dates, find_place};
use crate::resolve::{resolve, resolve_towards};
use crate::view::{Sentence, View};
use crate::{make, occasion};

/// Adds the occasions that the verbs of one sentence tell.
pub(crate) fn read_verb_events(view: &View, sentence: &Sentence, before: &Speakers, out: &mut Vec<EventDraft>) {
    for at in 0..sentence.parse().parsed.clauses.len() {
        let lemma = sentence.parse().parsed.clauses[at].verb.as_ref().map_or("", |verb| sentence.lemma(verb));
        let Some(frame) = sentence.frames.verb(Trigger::Event, lemma) else { continue };
        if refuse_clause(sentence, at).is_some() {
            continue;
        }
        VerbEvent { view, sentence, frame, at, scope: scope_of(sentence, at) }.read(before, out);
    }
}

/// A line for each verb that is an occasion by itself: what was found, or why nothing was.
pub(crate) fn explain_verbs(view: &View, sentence: &Sentence, before: &Speakers) -> Vec<String> {
    let mut out = Vec::new();
    for at in 0..sentence.parse().parsed.clauses.len() {
        let verb = sentence.parse().parsed.clauses[at].verb.as_ref();
        let frame = |verb| Some((verb, sentence.frames.verb(Trigger::Event, sentence.lemma(verb))?));
        let Some((verb, frame)) = verb.and_then(frame) else { continue };
        let words = sentence.text.get(sentence.bytes(&verb.tokens)).unwrap_or("");
        if let Some(guard) = refuse_clause(sentence, at) {
            out.push(format!("refused: \"{words}\" [{}] by the guard [{}] {}", frame.id, guard.id, guard.refuses));
            continue;
        }
        let mut found = Vec::new();
        VerbEvent { view, sentence, frame, at, scope: scope_of(sentence, at) }.read(before, &mut found);
        if found.is_empty() {
            out.push(format!("no fact: \"{words}\" [{}] lacks a party, an object or a day that it needs", frame.id));
        }
        out.extend(found.iter().map(|draft| super::describe_draft(view, sentence, draft, "")));
    }
    out
}

/// The verb of clause `at` and its direct object (of a passive verb its subject): "signed a treaty **in Oslo**" is said of both.
fn scope_of(sentence: &Sentence, at: usize) -> Scope {
    let clause = &sentence.parse().parsed.clauses[at];
    let passive = clause.verb.as_ref().is_some_and(|verb| verb.passive);
    let object = clause.slots.iter().find(|slot| slot.role == SlotRole::Object && !slot.leading);
    let noun = if passive { clause.subject.clone() } else { object.map_or(0..0, |slot| slot.phrase.clone()) };
    Scope { clause: Some(at), noun }
}

struct VerbEvent<'a, 't> {
    view: &'a View<'a>,
    sentence: &'a Sentence<'t>,
    frame: &'a Frame,
    at: usize,
    scope: Scope,
}

impl VerbEvent<'_, '_> {
    fn read(&self, before: &Speakers, out: &mut Vec<EventDraft>) {
        let sentence = self.sentence;
        let Some(kind) = self.frame.gives else { return };
        let Some(status) = status_of_clause(sentence, self.at) else { return };
        let clause = &sentence.parse().parsed.clauses[self.at];
        let Some(verb) = clause.verb.as_ref() else { return };
        let slots = self.scope.slots(sentence);
        let dates = find_dates(sentence, &slots);
        let several_dates =
            dates.len() > 1 && !slots.iter().any(|slot| slot.leading && matches!(slot.role, SlotRole::Time(_)));
        let when = dates.first().copied().filter(|_| !several_dates);
        let planned = status == EngagementStatus::Planned;
        let date = when.and_then(|when| {
            let evidence = self.view.evidence(sentence.passage, when.range.clone())?;
            resolve_towards(when, self.view.date(), evidence, planned)
        });
        let date = date.or_else(|| complete_date(self.view, sentence, Some(self.at), &slots, Some(planned)));
        // A habit without a word of repetition is not an occasion: "the council meets in Oslo".
        if status == EngagementStatus::Recurring
            && (date.is_none() || verb.time == Time::Present && !self.is_headline())
        {
            return;
        }
        // "Shall meet at least once a year" is a rule for meetings to come, not one of them.
        if planned && date.is_none() && says_how_often(sentence) {
            return;
        }
        let since = date.as_ref().is_some_and(|date| matches!(date.value, PartialDate::Since(_)));
        let status = match status {
            EngagementStatus::Held if since => EngagementStatus::Recurring,
            EngagementStatus::Recurring => EngagementStatus::Held,
            status => status,
        };
        let Some((object, place)) = self.object(&slots, kind) else { return };
        if kind == EngagementKind::Visit && self.is_of_crowd() {
            return;
        }
        let mut parties = Parties::default();
        if verb.passive {
            parties.extend(complement_parties(self.view, sentence, &slots, &["by", "between", "with"]));
        } else {
            parties.extend(subject_parties(self.view, sentence, self.at, before));
        }
        let subjects = parties.len();
        match kind {
            EngagementKind::Meeting | EngagementKind::Call => {
                parties.extend(object_parties(self.view, sentence, &slots));
                parties.extend(complement_parties(self.view, sentence, &slots, self.partner_prepositions()));
            }
            EngagementKind::Signing => {
                parties.extend(complement_parties(self.view, sentence, &slots, &["with", "between"]));
                parties.extend(self.paper_parties());
            }
            EngagementKind::Visit => {
                let host = slots
                    .iter()
                    .filter(|slot| self.is_destination(slot))
                    .flat_map(|slot| names_in(sentence, &slot.phrase));
                let host = host.filter(|name| name.kind == EntityKind::Country);
                parties.extend(host.filter_map(|name| party_of(self.view, sentence, name)));
                if self.frame.needs("guest") {
                    parties.extend(object_parties(self.view, sentence, &slots));
                }
            }
            // "Hackathoned with Togo": a pattern of the file may ask for a partner whatever kind it gives.
            _ if self.frame.needs("partner") => {
                parties.extend(object_parties(self.view, sentence, &slots));
                parties.extend(complement_parties(self.view, sentence, &slots, &["with", "alongside"]));
            }
            EngagementKind::Consultation
            | EngagementKind::Dialogue
            | EngagementKind::Summit
            | EngagementKind::Conference
            | EngagementKind::Workshop
            | EngagementKind::Exercise
            | EngagementKind::Training
            | EngagementKind::Deployment
            | EngagementKind::Inspection
            | EngagementKind::Other => {}
        }
        // "The delegations, **led by** Minister Lund and Minister Mensah, met".
        if kind == EngagementKind::Meeting && subjects <= 1 {
            parties.extend(self.leaders());
        }
        parties.drop_groups(self.view, sentence);
        // Somebody has to do it: "the agreement was signed on 3 May" is reported by its day alone.
        let settled = date.is_some() || place.is_some();
        let partners = parties.len() > subjects;
        let enough = match kind {
            EngagementKind::Meeting => {
                // "A and B met": they meet each other.
                subjects > 1
                    || partners && subjects > 0
                    || settled && self.gathers() && (date.is_some() || subjects > 0)
            }
            EngagementKind::Call => partners || subjects > 1 && self.frame.needs("means"),
            EngagementKind::Signing => parties.len() > 1 || date.is_some() && (subjects > 0 || verb.passive),
            _ => subjects > 0,
        };
        if !enough {
            return;
        }
        let several = partners_with_dates(sentence, &(object.start..clause.after_verb.end));
        if several.len() > 1 {
            for (partner, when) in several {
                let Some(evidence) = self.view.evidence(sentence.passage, when.range.clone()) else { continue };
                let mut one = Parties::default();
                one.extend(subject_parties(self.view, sentence, self.at, before));
                one.extend(party_of(self.view, sentence, partner));
                let name = sentence.bytes(&(verb.head..object.end.max(verb.head + 1)));
                let date = resolve(when, self.view.date(), evidence);
                out.extend(self.draft(kind, status, date, None, name, one));
            }
            return;
        }
        let place = find_place(sentence, &slots).or(place);
        let name = closed(sentence, sentence.bytes(&(verb.head..object.end.max(verb.head + 1))));
        out.extend(self.draft(kind, status, date, place, name, parties));
    }

    /// The words that show the level: those of the subject, and of who stands after "by".
    fn rank_words(&self, before: usize) -> String {
        let sentence = self.sentence;
        let parse = sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        let passive = clause.verb.as_ref().is_some_and(|verb| verb.passive);
        let subject = if passive { 0..0 } else { parse.parsed.subject_of(self.at) };
        let by = clause
            .slots
            .iter()
            .filter(|slot| matches!(slot.role, SlotRole::Complement(at) if passive && parse.tokens.is(at, "by")));
        let phrases = std::iter::once(subject).chain(by.map(|slot| slot.phrase.clone()));
        let words = phrases.map(|phrase| fold(sentence.text.get(sentence.bytes(&phrase)).unwrap_or("")));
        let words = words.collect::<Vec<String>>().join(" ");
        // "Director Lund, visiting Togo": of a participle the words before it say who that is.
        let apart = !passive && matches!(clause.kind, ClauseKind::Participial | ClauseKind::Relative);
        if apart && occasion::level(&words) == EngagementLevel::Unknown {
            return fold(sentence.text.get(sentence.range.start..before).unwrap_or(""));
        }
        words
    }

    /// "**15,000 students** have arrived": how many people came is counted, and nobody pays a visit.
    fn is_of_crowd(&self) -> bool {
        let parse = self.sentence.parse();
        let is_crowd = |at: usize| is_in_set("people", parse.tokens.folded(at)) && !parse.tokens.is_capital(at);
        parse.parsed.subject_of(self.at).any(is_crowd)
    }

    fn is_headline(&self) -> bool {
        self.sentence.headline
    }

    fn draft(
        &self,
        kind: EngagementKind,
        status: EngagementStatus,
        date: Option<Fact<PartialDate>>,
        place: Option<Range<usize>>,
        name: Range<usize>,
        parties: Parties,
    ) -> Option<EventDraft> {
        let sentence = self.sentence;
        let evidence = self.view.evidence_around(sentence.passage, sentence.range.clone(), name.clone())?;
        Some(EventDraft {
            passage: sentence.passage,
            key: fold(&sentence.text[name.clone()]).split_whitespace().map(str::to_owned).collect(),
            matter: Vec::new(),
            opens: false,
            kind,
            ordinal: None,
            named: false,
            definite: false,
            deed: true,
            states: Vec::new(),
            weak: false,
            date,
            status: Some(status),
            place,
            participants: parties.into_vec(),
            topics: make::entities(&sentence.named, EntityKind::Topic),
            evidence,
            also: Vec::new(),
            about: self.rank_words(name.start),
            rule: self.frame.id.clone(),
            name,
        })
    }
}

/// The bytes with the bracket that closes what they open: "travelled to the Republic of Korea (ROK)".
fn closed(sentence: &Sentence, bytes: Range<usize>) -> Range<usize> {
    let inside = sentence.text.get(bytes.clone()).unwrap_or("");
    let open = inside.rfind('(').is_some_and(|at| !inside[at..].contains(')'));
    let rest = sentence.text.get(bytes.end..).unwrap_or("");
    // "A new Executive Order (E.O.)": the stop belongs to the short form.
    let closing = [")", ".)"].into_iter().find(|closing| rest.starts_with(closing)).filter(|_| open);
    bytes.start..bytes.end + closing.map_or(0, str::len)
}

/// True if a name begins within a few tokens of `at`: "met **3 ministers of Togo**".
fn names_at(sentence: &Sentence, at: usize) -> bool {
    sentence.actors_in(&sentence.bytes(&(at..(at + 6).min(sentence.words.len())))).next().is_some()
}

/// "Called the plan fair": more stands after the object than a call has.
fn is_predicated(slot: &Slot, slots: usize) -> bool {
    slots > 1 && slot.head + 1 < slot.phrase.end
}
