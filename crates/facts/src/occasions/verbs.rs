//! Occasions that a verb alone reports: "met the President of Peru", "travelled to Lima", "signed a treaty".

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementLevel, EngagementStatus, EntityKind, Fact};
use entente_language::verbs::Form;
use entente_language::{Class, ClauseKind, Factuality, Slot, SlotRole, Tag, Time};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::document_date::complete_date;
use super::draft::{EventDraft, Speakers};
use super::frames::{Frame, Trigger, is_in_set};
use super::guards::refuse_clause;
use super::parties::{
    Parties, complement_parties, names_in, object_parties, partners_with_dates, party_of, subject_parties,
};
use super::setting::{Scope, find_dates, find_place, place_of};
use crate::make;
use crate::occasion;
use crate::resolve::resolve;
use crate::view::{Sentence, View};

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

/// The status that clause `at` gives what it reports; `None` if it tells no fact.
pub(crate) fn status_of_clause(sentence: &Sentence, at: usize) -> Option<EngagementStatus> {
    let clauses = &sentence.parse().parsed.clauses;
    let clause = clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    if super::guards::is_rescheduled(sentence, at) {
        return Some(EngagementStatus::Planned);
    }
    if super::guards::is_subjunctive(sentence, at) {
        return super::guards::is_agreed(sentence, at).then_some(EngagementStatus::Planned);
    }
    if let Some(ruling) = ruling_clause(sentence, at) {
        return status_of_clause(sentence, ruling);
    }
    match verb.factuality() {
        Factuality::Happened => Some(EngagementStatus::Held),
        Factuality::Planned => Some(EngagementStatus::Planned),
        // "Is planned for Monday".
        Factuality::Present if verb.passive && is_in_set("schedules", verb.lemma()) => Some(EngagementStatus::Planned),
        // A headline tells in the present what has happened.
        Factuality::Present if verb.progressive || sentence.headline => Some(EngagementStatus::Held),
        Factuality::Present => Some(EngagementStatus::Recurring),
        Factuality::Negated | Factuality::Hypothetical => None,
        Factuality::Open => {
            let around = clause.parent.filter(|parent| *parent < at);
            let around = around.and_then(|parent| status_of_clause(sentence, parent));
            match clause.kind {
                ClauseKind::Infinitive if verb.passive => Some(EngagementStatus::Planned),
                // "Will work **towards** A signing the treaty": what is aimed at was not done.
                ClauseKind::Participial if !verb.passive && is_aimed_at(sentence, at) => None,
                // "By signing a treaty": what was done to reach something was done. "Committed to opening a chapter": it was not.
                ClauseKind::Participial if clause.marker.is_some() => finite_status(sentence, at),
                // "Travelled to Oslo to meet X": whether it came to that, the sentence does not say.
                ClauseKind::Infinitive => around.filter(|status| *status == EngagementStatus::Planned),
                _ if verb.passive => Some(EngagementStatus::Held),
                _ => around,
            }
        }
    }
}

/// The clause whose auxiliary or "to" rules the bare verb of clause `at` as well: "plans **to convene** leaders and host a summit".
fn ruling_clause(sentence: &Sentence, at: usize) -> Option<usize> {
    let parse = sentence.parse();
    let clause = parse.parsed.clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    let bare = clause.kind == ClauseKind::Coordinate
        && clause.subject.is_empty()
        && verb.form == Form::Base
        && verb.tokens.len() == 1;
    let before = at.checked_sub(1).filter(|_| bare)?;
    let ruled = parse.parsed.clauses[before].verb.as_ref()?;
    let rules = ruled.tokens.clone().any(|at| matches!(parse.parsed.tag(at), Some(Tag::To | Tag::Modal)));
    rules.then_some(before)
}

/// True if the subject of clause `at` stands after a preposition of purpose: "**towards** Togo signing the treaty".
fn is_aimed_at(sentence: &Sentence, at: usize) -> bool {
    let parse = sentence.parse();
    let clauses = &parse.parsed.clauses;
    let Some(verb) = clauses.get(at).and_then(|clause| clause.verb.as_ref()) else { return false };
    let before = at.checked_sub(1).into_iter().flat_map(|before| &clauses[before].slots);
    before.into_iter().any(|slot| match slot.role {
        SlotRole::Complement(aim) => {
            slot.phrase.end == verb.tokens.start && is_in_set("towards", parse.tokens.folded(aim))
        }
        SlotRole::Subject | SlotRole::Object | SlotRole::Time(_) => false,
    })
}

/// The verb of clause `at` and its direct object (of a passive verb its subject): "signed a treaty **in Oslo**" is said of both.
fn scope_of(sentence: &Sentence, at: usize) -> Scope {
    let clause = &sentence.parse().parsed.clauses[at];
    let passive = clause.verb.as_ref().is_some_and(|verb| verb.passive);
    let object = clause.slots.iter().find(|slot| slot.role == SlotRole::Object && !slot.leading);
    let noun = if passive { clause.subject.clone() } else { object.map_or(0..0, |slot| slot.phrase.clone()) };
    Scope { clause: Some(at), noun }
}

/// The status of the nearest clause around clause `at` that has a verb of its own, if every gerund up to it reports something
/// that was done to reach it.
fn finite_status(sentence: &Sentence, at: usize) -> Option<EngagementStatus> {
    let parse = sentence.parse();
    let clauses = &parse.parsed.clauses;
    let mut at = at;
    loop {
        let clause = clauses.get(at)?;
        let was_done = |marker: usize| is_in_set("opens-what-was-done", parse.tokens.folded(marker));
        if clause.kind == ClauseKind::Participial && clause.marker.is_some_and(|marker| !was_done(marker)) {
            return None;
        }
        at = clause.parent.filter(|parent| *parent < at)?;
        if clauses[at].verb.as_ref().is_some_and(|verb| verb.finite) {
            return status_of_clause(sentence, at);
        }
    }
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
        let date = when.and_then(|when| {
            resolve(when, self.view.date(), self.view.evidence(sentence.passage, when.range.clone())?)
        });
        let planned = status == EngagementStatus::Planned;
        let date = date.or_else(|| complete_date(self.view, sentence, Some(self.at), &slots, planned));
        // A habit without a word of repetition is no occasion: "the council meets in Oslo".
        if status == EngagementStatus::Recurring
            && (date.is_none() || verb.time == Time::Present && !self.is_headline())
        {
            return;
        }
        let since = date.as_ref().is_some_and(|date| matches!(date.value, PartialDate::Since(_)));
        let status = match status {
            EngagementStatus::Held if since => EngagementStatus::Recurring,
            EngagementStatus::Recurring => EngagementStatus::Held,
            status => status,
        };
        let Some((object, place)) = self.object(&slots, kind) else { return };
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
                parties.extend(complement_parties(self.view, sentence, &slots, &["with", "alongside"]));
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
        // Somebody has to do it: "the agreement was signed on 3 May" is told by its day alone.
        let settled = date.is_some() || place.is_some();
        let partners = parties.len() > subjects;
        let enough = match kind {
            EngagementKind::Meeting => {
                // "A and B met": they meet each other.
                subjects > 1
                    || partners && subjects > 0
                    || settled && self.gathers() && (date.is_some() || subjects > 0)
            }
            EngagementKind::Call => partners,
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

    fn is_headline(&self) -> bool {
        self.sentence.headline
    }

    /// The tokens of what the verb needs, and the place that they name; `None` if it is not there.
    fn object(&self, slots: &[&Slot], kind: EngagementKind) -> Option<(Range<usize>, Option<Range<usize>>)> {
        let sentence = self.sentence;
        let parse = sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        let verb = clause.verb.as_ref()?;
        let own = || slots.iter().filter(|slot| !slot.leading);
        let object = || own().find(|slot| slot.role == SlotRole::Object);
        let names = |slot: &Slot| !names_in(sentence, &slot.phrase).is_empty();
        if self.frame.needs("means") && !self.says_means() {
            return None;
        }
        if self.frame.needs("paper") {
            let phrase = if verb.passive { clause.subject.clone() } else { object()?.phrase.clone() };
            let paper = phrase
                .clone()
                .any(|at| parse.tokens.has(at, Class::Instrument) || is_in_set("papers", parse.tokens.folded(at)));
            return paper.then(|| (if verb.passive { verb.tokens.clone() } else { phrase }, None));
        }
        if self.frame.needs("forces") {
            let phrase = if verb.passive { clause.subject.clone() } else { object()?.phrase.clone() };
            let forces = phrase.clone().any(|at| is_in_set("forces", parse.tokens.folded(at)));
            let to = own().find(
                |slot| matches!(slot.role, SlotRole::Complement(at) if matches!(parse.tokens.folded(at), "to" | "in")),
            );
            return forces.then(|| (phrase, to.and_then(|slot| place_of(sentence, &slot.phrase))));
        }
        if self.frame.needs("somewhere") {
            let slot = object().filter(|_| !verb.passive)?;
            let place = self.somewhere(slot);
            let somebody = names_in(sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person);
            return (place.is_some() || somebody).then(|| (slot.phrase.clone(), place));
        }
        if self.frame.needs("guest") {
            // "Received **the Ambassador of Togo, Ms Mensah**": the office leads, the name follows.
            let guest = |slot: &&Slot| {
                let office = parse.tokens.has(slot.head, Class::Role);
                self.is_person(slot.head)
                    || office && names_in(sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person)
            };
            let slot = object().filter(|slot| !verb.passive && guest(slot))?;
            let place = own().filter(|slot| self.is_destination(slot)).find_map(|slot| self.somewhere(slot));
            let needed = self.frame.needs("destination");
            return (place.is_some() || !needed).then(|| (slot.phrase.clone(), place));
        }
        if self.frame.needs("destination") {
            let slot = own().find(|slot| self.is_destination(slot))?;
            let place = self.somewhere(slot)?;
            return Some((slot.phrase.clone(), Some(place)));
        }
        if self.frame.needs("object") {
            let slot = object()?;
            let place = place_of(sentence, &slot.phrase)?;
            return Some((slot.phrase.clone(), Some(place)));
        }
        if self.frame.needs("person") {
            let slot = object()?;
            let person = names_in(sentence, &slot.phrase).iter().any(|name| name.kind == EntityKind::Person);
            let more =
                own().filter(|slot| slot.role == SlotRole::Object).count() > 1 || is_predicated(slot, own().count());
            // "This so called Smith Plan": a name that others gave.
            let is_so_called = verb.tokens.start.checked_sub(1).is_some_and(|before| parse.tokens.is(before, "so"));
            return (person && !more && !is_so_called).then(|| (slot.phrase.clone(), None));
        }
        // A partner: the object, or who stands after "with"; those who meet among themselves need none.
        let with = own()
            .find(|slot| matches!(slot.role, SlotRole::Complement(at) if parse.tokens.is(at, "with")) && names(slot));
        let met = object().filter(|slot| names(slot));
        if let Some(slot) = with.or(met) {
            return Some((slot.phrase.clone(), None));
        }
        let something = object().is_some_and(|slot| !names(slot) && kind == EngagementKind::Meeting);
        // "To meet **21st**-century challenges": a number is met by nobody.
        let next = verb.tokens.end;
        let counted = matches!(parse.parsed.tag(next), Some(Tag::Number | Tag::Genitive | Tag::Verb(Form::Gerund, _)))
            && !names_at(sentence, next);
        (!something && !counted && kind == EngagementKind::Meeting).then(|| (verb.tokens.clone(), None))
    }

    /// True if the sentence says that people spoke from afar.
    fn says_means(&self) -> bool {
        let parse = self.sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        clause
            .after_verb
            .clone()
            .chain(clause.before_verb.clone())
            .any(|at| is_in_set("means", parse.tokens.folded(at)))
    }

    /// True if token `at` is part of a person's name.
    fn is_person(&self, at: usize) -> bool {
        let word = self.sentence.bytes(&(at..at + 1));
        self.sentence.named.iter().any(|name| name.kind == EntityKind::Person && make::overlaps(&name.range, &word))
    }

    fn is_destination(&self, slot: &Slot) -> bool {
        let tokens = &self.sentence.parse().tokens;
        match slot.role {
            SlotRole::Object => self.frame.needs("somewhere"),
            SlotRole::Complement(at) => {
                self.frame.needs("destination") && matches!(tokens.folded(at), "to" | "in") && !slot.leading
            }
            _ => false,
        }
    }

    /// The place that a slot names: a country, a region, a place, or a body with a seat.
    fn somewhere(&self, slot: &Slot) -> Option<Range<usize>> {
        let bytes = self.sentence.bytes(&slot.phrase);
        // "Welcomed the envoy to the United Nations": whom a body takes in has gone nowhere.
        let seats = !self.frame.needs("guest");
        let named = self.sentence.named.iter().any(|name| {
            let is_seat = matches!(name.kind, EntityKind::Bloc | EntityKind::Agency | EntityKind::Organisation);
            bytes.start <= name.range.start
                && name.range.end <= bytes.end
                && (matches!(name.kind, EntityKind::Country | EntityKind::Place | EntityKind::Region)
                    || seats && is_seat)
        });
        named.then(|| place_of(self.sentence, &slot.phrase)).flatten()
    }

    /// Who is said to lead those who are the subject, in a participle right after it.
    fn leaders(&self) -> Vec<entente_corpus::Party> {
        let clauses = &self.sentence.parse().parsed.clauses;
        let subject = clauses[self.at].subject.clone();
        let of_subject = clauses.iter().filter(|clause| {
            let leads = clause.verb.as_ref().is_some_and(|verb| verb.passive && is_in_set("leads", verb.lemma()));
            leads && clause.kind == ClauseKind::Participial && clause.subject == subject && !subject.is_empty()
        });
        let slots: Vec<&Slot> = of_subject.flat_map(|clause| &clause.slots).collect();
        complement_parties(self.view, self.sentence, &slots, &["by"])
    }

    /// True if the subject is several, or a body: those who can meet among themselves.
    fn gathers(&self) -> bool {
        let parse = self.sentence.parse();
        let subject = parse.parsed.subject_of(self.at);
        let several = names_in(self.sentence, &subject).len() > 1;
        let body = subject.clone().any(|at| {
            let tokens = &parse.tokens;
            tokens.has(at, Class::PartyNoun)
                || tokens.has(at, Class::Body)
                || tokens.has(at, Class::Forum)
                || tokens.has(at, Class::Role) && tokens.folded(at).ends_with('s')
        });
        several || body
    }

    /// "With the treaty between A and B": the parties of a paper that is the object or the subject.
    fn paper_parties(&self) -> Vec<entente_corpus::Party> {
        let parse = self.sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        let slots: Vec<&Slot> = clause.slots.iter().filter(|slot| slot.role != SlotRole::Subject).collect();
        complement_parties(self.view, self.sentence, &slots, &["between"])
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
    let closes = sentence.text.get(bytes.end..).is_some_and(|rest| rest.starts_with(')'));
    bytes.start..bytes.end + usize::from(open && closes)
}

/// True if a name begins within a few tokens of `at`: "met **3 ministers of Togo**".
fn names_at(sentence: &Sentence, at: usize) -> bool {
    sentence.actors_in(&sentence.bytes(&(at..(at + 6).min(sentence.words.len())))).next().is_some()
}

/// "Called the plan fair": more stands after the object than a call has.
fn is_predicated(slot: &Slot, slots: usize) -> bool {
    slots > 1 && slot.head + 1 < slot.phrase.end
}
