//! The verb that is an occasion by itself: who met whom, who signed what, who went where.

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, EntityKind, Fact};
use entente_language::grammars::Relation;
use entente_language::{ClauseKind, Language, Slot, VerbGroup};
use entente_text::PartialDate;

use super::Event;
use crate::occasions::draft::EventDraft;
use crate::occasions::frames::Frame;
use crate::occasions::parties::Parties;

/// What every verb has, before what its own frame needs is looked for.
struct VerbEvent<'a> {
    verb: &'a VerbGroup,
    frame: &'static Frame,
    kind: EngagementKind,
    status: EngagementStatus,
    date: Option<Fact<PartialDate>>,
    parties: Parties,
    /// How many of the parties are its subject.
    subjects: usize,
}

impl Event<'_, '_> {
    /// The occasion that `verb` is, if its clause has what `frame` needs.
    pub(super) fn read_verb(&self, verb: &VerbGroup, frame: &'static Frame) -> Option<EventDraft> {
        let kind = frame.gives?;
        let (date, _) = self.date(None);
        let status = self.dated_status(Some(self.status(verb)?), date.as_ref().map(|date| date.value))?;
        let mut parties = Parties::default();
        // "A été reçu **par** le roi": who meets stands on both sides, which no signature does.
        let received = verb.passive && kind == EngagementKind::Meeting && self.clause().kind != ClauseKind::Relative;
        if !verb.passive || received {
            self.add_subject(&mut parties);
        }
        let subjects = parties.len();
        for slot in self.with(verb, kind) {
            self.add_all(&mut parties, self.names_in(&self.bytes(&slot.phrase)));
            parties.extend(self.unnamed_party(&slot.phrase));
        }
        let event = VerbEvent { verb, frame, kind, status, date, parties, subjects };
        if frame.needs("paper") {
            self.with_paper(event)
        } else if frame.needs("somewhere") {
            self.with_goal(event)
        } else {
            self.with_partner(event)
        }
    }

    /// The phrases that say with whom.
    fn with<'s>(&'s self, verb: &VerbGroup, kind: EngagementKind) -> Vec<&'s Slot> {
        let by_whom = verb.passive && kind == EngagementKind::Meeting;
        let says = |slot: &&Slot| match self.reading.relation(slot) {
            Relation::With | Relation::Between => true,
            Relation::By => by_whom,
            _ => false,
        };
        self.clause().slots.iter().filter(says).collect()
    }

    /// The draft of what is read: `phrase` is named together with the verb.
    fn drafted(
        &self,
        event: VerbEvent,
        kind: EngagementKind,
        place: Option<Range<usize>>,
        phrase: &Range<usize>,
    ) -> Option<EventDraft> {
        let VerbEvent { verb, frame, status, date, parties, .. } = event;
        let name = self.span_of(verb, phrase);
        self.draft(kind, Some(status), date, place, name, parties.into_vec(), None, &frame.id, true)
    }

    /// "Signed an agreement": the paper is the object, or of a passive verb the subject.
    fn with_paper(&self, mut event: VerbEvent) -> Option<EventDraft> {
        let clause = self.clause();
        let papers: Vec<Range<usize>> = if event.verb.passive {
            let after = if clause.kind == ClauseKind::Relative { self.noun_after(event.verb) } else { None };
            std::iter::once(clause.subject.clone()).chain(after).collect()
        } else {
            let is_paper =
                |slot: &&Slot| matches!(self.reading.relation(slot), Relation::Object | Relation::In | Relation::To);
            clause.slots.iter().filter(is_paper).map(|slot| slot.phrase.clone()).collect()
        };
        let paper = papers.into_iter().find(|phrase| self.is_paper(phrase))?;
        self.add_all(&mut event.parties, self.names_in(&self.bytes(&paper)));
        let count = event.parties.len();
        let is_enough = count > 1 || event.date.is_some() && (count > 0 || event.verb.passive);
        let (kind, place) = (event.kind, self.place(None));
        is_enough.then(|| self.drafted(event, kind, place, &paper)).flatten()
    }

    /// "Travelled to Oslo": the goal is the place.
    fn with_goal(&self, mut event: VerbEvent) -> Option<EventDraft> {
        // "Au deuxième jour de sa visite en Togo, il se rendra à Lomé": in French one goes to what follows the verb.
        let french = self.language() == Language::French;
        let to = |slot: &&Slot| {
            matches!(self.reading.relation(slot), Relation::Object | Relation::To | Relation::In)
                && !(french && slot.leading)
        };
        let mut goals = self.clause().slots.iter().filter(to);
        let goal = goals.find(|slot| self.somewhere(&slot.phrase).is_some())?;
        let place = self.somewhere(&goal.phrase);
        let hosts = self.names_in(&self.bytes(&goal.phrase));
        if event.parties.len() > 0 {
            let states = hosts.into_iter().filter(|name| name.kind == EntityKind::Country).collect();
            self.add_all(&mut event.parties, states);
        }
        let is_enough = event.subjects > 0 || event.date.is_some() && self.has_people(&self.clause().subject);
        let kind = event.kind;
        is_enough.then(|| self.drafted(event, kind, place, &goal.phrase)).flatten()
    }

    /// "Met her counterpart": somebody, and a partner.
    fn with_partner(&self, mut event: VerbEvent) -> Option<EventDraft> {
        let clause = self.clause();
        let object = || clause.slots.iter().filter(|slot| self.reading.relation(slot) == Relation::Object);
        let mut anchor = event.verb.tokens.clone();
        for slot in object() {
            let found = self.names_in(&self.bytes(&slot.phrase));
            if !found.is_empty() {
                anchor = slot.phrase.clone();
            }
            self.add_all(&mut event.parties, found);
            event.parties.extend(self.unnamed_party(&slot.phrase));
        }
        let with = self.with(event.verb, event.kind).first().copied();
        if let Some(slot) = with {
            anchor = slot.phrase.clone();
        }
        let place = self.place(None);
        let (count, subjects, is_dated) = (event.parties.len(), event.subjects, event.date.is_some());
        let partner =
            count > subjects || with.is_some() || object().next().is_some_and(|slot| self.has_people(&slot.phrase));
        let somebody = subjects > 0 || self.has_people(&clause.subject);
        let by_wire = self.is_by_wire();
        let is_enough = partner && somebody && (count > 1 || is_dated && count > 0)
            || subjects > 1 && (is_dated || place.is_some() || by_wire);
        let kind = if event.kind == EngagementKind::Meeting && by_wire { EngagementKind::Call } else { event.kind };
        is_enough.then(|| self.drafted(event, kind, place, &anchor)).flatten()
    }
}
