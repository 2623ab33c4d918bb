//! Who takes part in an occasion that a verb reports, and whether these are enough for one.

use entente_corpus::{EngagementKind, EntityKind, Party};
use entente_language::{Class, ClauseKind, Slot, SlotRole};

use super::VerbEvent;
use crate::occasions::draft::Speakers;
use crate::occasions::frames::is_in_set;
use crate::occasions::parties::{Parties, complement_parties, names_in, object_parties, party_of, subject_parties};

/// Those who take part, in the order in which they are named.
pub(super) struct Participants {
    pub(super) parties: Parties,
    /// How many of them the subject names, or of a passive verb what stands after "by".
    subjects: usize,
}

impl VerbEvent<'_, '_> {
    /// The subject's parties, then those that the kind of occasion asks for.
    pub(super) fn participants(&self, slots: &[&Slot], before: &Speakers) -> Participants {
        let (view, sentence) = (self.view, self.sentence);
        let verb = sentence.parse().parsed.clauses[self.at].verb.as_ref();
        let mut parties = Parties::default();
        if verb.is_some_and(|verb| verb.passive) {
            parties.extend(complement_parties(view, sentence, slots, &["by", "between", "with"]));
        } else {
            parties.extend(subject_parties(view, sentence, self.at, before));
        }
        let subjects = parties.len();
        self.add_partners(slots, &mut parties);
        // "The delegations, **led by** Minister Lund and Minister Mensah, met".
        if self.kind == EngagementKind::Meeting && subjects <= 1 {
            parties.extend(self.leaders());
        }
        parties.drop_groups(view, sentence);
        Participants { parties, subjects }
    }

    /// Adds those whom the subject meets, visits or signs with.
    fn add_partners(&self, slots: &[&Slot], parties: &mut Parties) {
        let (view, sentence) = (self.view, self.sentence);
        match self.kind {
            EngagementKind::Meeting | EngagementKind::Call => {
                parties.extend(object_parties(view, sentence, slots));
                parties.extend(complement_parties(view, sentence, slots, self.partner_prepositions()));
            }
            EngagementKind::Signing => {
                parties.extend(complement_parties(view, sentence, slots, &["with", "between"]));
                parties.extend(self.paper_parties());
            }
            EngagementKind::Visit => {
                let destinations = slots.iter().filter(|slot| self.is_destination(slot));
                let hosts = destinations
                    .flat_map(|slot| names_in(sentence, &slot.phrase))
                    .filter(|name| name.kind == EntityKind::Country);
                parties.extend(hosts.filter_map(|name| party_of(view, sentence, name)));
                if self.frame.needs("guest") {
                    parties.extend(object_parties(view, sentence, slots));
                }
            }
            // "Hackathoned with Togo": a pattern of the file may ask for a partner whatever kind it gives.
            _ if self.frame.needs("partner") => {
                parties.extend(object_parties(view, sentence, slots));
                parties.extend(complement_parties(view, sentence, slots, &["with", "alongside"]));
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
    }

    /// True if somebody is named who can do it: "the agreement was signed on 3 May" is reported by its day alone.
    pub(super) fn has_enough(&self, who: &Participants, passive: bool, has_date: bool, has_place: bool) -> bool {
        let partners = who.parties.len() > who.subjects;
        match self.kind {
            EngagementKind::Meeting => {
                // "A and B met": they meet each other.
                who.subjects > 1
                    || partners && who.subjects > 0
                    || (has_date || has_place) && self.gathers() && (has_date || who.subjects > 0)
            }
            EngagementKind::Call => partners || who.subjects > 1 && self.frame.needs("means"),
            EngagementKind::Signing => who.parties.len() > 1 || has_date && (who.subjects > 0 || passive),
            _ => who.subjects > 0,
        }
    }

    /// Who is said to lead those who are the subject, in a participle right after it.
    fn leaders(&self) -> Vec<Party> {
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
    fn paper_parties(&self) -> Vec<Party> {
        let parse = self.sentence.parse();
        let clause = &parse.parsed.clauses[self.at];
        let slots: Vec<&Slot> = clause.slots.iter().filter(|slot| slot.role != SlotRole::Subject).collect();
        complement_parties(self.view, self.sentence, &slots, &["between"])
    }
}
