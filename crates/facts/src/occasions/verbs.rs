//! Occasions that a verb alone reports: "met the President of Peru", "travelled to Lima", "signed a treaty".

mod objects;
mod participants;
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
use super::parties::{Parties, partners_with_dates, party_of, subject_parties};
use super::setting::{Scope, find_dates, find_place};
use crate::resolve::{resolve, resolve_towards};
use crate::view::{Sentence, View};
use crate::{make, occasion};

/// Adds the occasions that the verbs of one sentence report.
pub(crate) fn read_verb_events(view: &View, sentence: &Sentence, before: &Speakers, out: &mut Vec<EventDraft>) {
    for at in 0..sentence.parse().parsed.clauses.len() {
        let lemma = sentence.parse().parsed.clauses[at].verb.as_ref().map_or("", |verb| sentence.lemma(verb));
        let Some(frame) = sentence.frames.verb(Trigger::Event, lemma) else { continue };
        if refuse_clause(sentence, at).is_some() {
            continue;
        }
        if let Some(event) = VerbEvent::new(view, sentence, frame, at) {
            event.read(before, out);
        }
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
        if let Some(event) = VerbEvent::new(view, sentence, frame, at) {
            event.read(before, &mut found);
        }
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

/// A clause whose verb matches a frame that reports an occasion.
struct VerbEvent<'a, 't> {
    view: &'a View<'a>,
    sentence: &'a Sentence<'t>,
    frame: &'a Frame,
    /// The kind that the frame gives.
    kind: EngagementKind,
    /// The clause.
    at: usize,
    scope: Scope,
}

impl<'a, 't> VerbEvent<'a, 't> {
    /// `None` if the frame gives no kind.
    fn new(view: &'a View<'a>, sentence: &'a Sentence<'t>, frame: &'a Frame, at: usize) -> Option<Self> {
        Some(Self { view, sentence, frame, kind: frame.gives?, at, scope: scope_of(sentence, at) })
    }

    /// Adds what the clause reports: one occasion, or several if it names partners with days of their own.
    fn read(&self, before: &Speakers, out: &mut Vec<EventDraft>) {
        let sentence = self.sentence;
        let Some(status) = status_of_clause(sentence, self.at) else { return };
        let clause = &sentence.parse().parsed.clauses[self.at];
        let Some(verb) = clause.verb.as_ref() else { return };
        let slots = self.scope.slots(sentence);
        let date = self.date(&slots, status == EngagementStatus::Planned);
        let Some(status) = self.status_with_date(status, verb.time, date.as_ref()) else { return };
        let Some(object) = self.object(&slots) else { return };
        if self.kind == EngagementKind::Visit && self.is_of_crowd() {
            return;
        }
        let participants = self.participants(&slots, before);
        if !self.has_enough(&participants, verb.passive, date.is_some(), object.place.is_some()) {
            return;
        }
        let name = sentence.bytes(&(verb.head..object.tokens.end.max(verb.head + 1)));
        let partners = partners_with_dates(sentence, &(object.tokens.start..clause.after_verb.end));
        if partners.len() > 1 {
            for (partner, when) in partners {
                let Some(evidence) = self.view.evidence(sentence.passage, when.range.clone()) else { continue };
                let mut parties = Parties::default();
                parties.extend(subject_parties(self.view, sentence, self.at, before));
                parties.extend(party_of(self.view, sentence, partner));
                let date = resolve(when, self.view.date(), evidence);
                out.extend(self.draft(status, date, None, name.clone(), parties));
            }
            return;
        }
        let place = find_place(sentence, &slots).or(object.place);
        out.extend(self.draft(status, date, place, closed(sentence, name), participants.parties));
    }

    /// The date that the clause states; of several dates without a leading one, none.
    fn date(&self, slots: &[&Slot], planned: bool) -> Option<Fact<PartialDate>> {
        let sentence = self.sentence;
        let dates = find_dates(sentence, slots);
        let leads = slots.iter().any(|slot| slot.leading && matches!(slot.role, SlotRole::Time(_)));
        let when = dates.first().copied().filter(|_| dates.len() == 1 || leads);
        let stated = when.and_then(|when| {
            let evidence = self.view.evidence(sentence.passage, when.range.clone())?;
            resolve_towards(when, self.view.date(), evidence, planned)
        });
        stated.or_else(|| complete_date(self.view, sentence, Some(self.at), slots, Some(planned)))
    }

    /// The status, now that the date is known; `None` if the clause reports a habit or a rule and not an occasion.
    fn status_with_date(
        &self,
        status: EngagementStatus,
        time: Time,
        date: Option<&Fact<PartialDate>>,
    ) -> Option<EngagementStatus> {
        // A habit without a word of repetition is not an occasion: "the council meets in Oslo".
        let habit = date.is_none() || time == Time::Present && !self.is_headline();
        if status == EngagementStatus::Recurring && habit {
            return None;
        }
        // "Shall meet at least once a year" is a rule for meetings to come, not one of them.
        if status == EngagementStatus::Planned && date.is_none() && says_how_often(self.sentence) {
            return None;
        }
        let since = date.is_some_and(|date| matches!(date.value, PartialDate::Since(_)));
        Some(match status {
            EngagementStatus::Held if since => EngagementStatus::Recurring,
            EngagementStatus::Recurring => EngagementStatus::Held,
            status => status,
        })
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
            kind: self.kind,
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
