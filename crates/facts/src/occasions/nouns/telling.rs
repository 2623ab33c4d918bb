//! How a sentence reports the occasion of a noun: the clause by whose verb it is held, attended or takes place, or in which
//! it is named beside something else.

use entente_corpus::{EngagementKind, EngagementStatus};
use entente_language::{Clause, ClauseKind, Factuality, Governor, Slot, SlotRole};

use super::{NounEvent, Telling, Told};
use crate::occasions::frames::{Trigger, is_in_set};
use crate::occasions::verbs::status_of_clause;

impl NounEvent<'_, '_> {
    /// The clause that says whether it takes place: one by whose verb it is held, attended or occurs, else the one in which it
    /// is named after a preposition.
    pub(super) fn find_telling(&self) -> Option<Told> {
        let clauses = &self.sentence.parse().parsed.clauses;
        let direct = clauses.iter().enumerate().find_map(|(at, clause)| {
            let telling = self.telling_of(clause)?;
            // Who has arrived for a session says not yet that it took place; who arrives for a visit is on it.
            let arrives = clause.verb.as_ref().is_some_and(|verb| is_in_set("comes-for", verb.lemma()));
            let open = arrives && self.phrase.kind != EngagementKind::Visit;
            let status = status_of_clause(self.sentence, at).filter(|_| !open);
            // "A workshop hosted in Togo **will assess** needs": what it is to do says that it is to come.
            let part = clause.kind == ClauseKind::Participial;
            let to_come = part
                && clauses.iter().any(|other| {
                    let planned = other.verb.as_ref().is_some_and(|verb| verb.factuality() == Factuality::Planned);
                    planned && other.subject.contains(&self.phrase.head)
                });
            let status = if to_come { Some(EngagementStatus::Planned) } else { status };
            Some(Told { clause: at, telling, status })
        });
        direct.filter(|_| !self.is_still_ahead()).or_else(|| self.aside())
    }

    pub(super) fn telling_of(&self, clause: &Clause) -> Option<Telling> {
        let tokens = &self.sentence.parse().tokens;
        let verb = clause.verb.as_ref()?;
        let lemma = self.sentence.lemma(verb);
        let is_object = |prepositions: &[&str]| {
            clause.slots.iter().filter(|slot| !slot.leading).any(|slot| {
                let role = match slot.role {
                    SlotRole::Object => true,
                    SlotRole::Complement(at) => prepositions.contains(&tokens.folded(at)),
                    SlotRole::Subject | SlotRole::Time(_) => false,
                };
                role && self.is_head_of(&slot.phrase)
            })
        };
        // A participle or a relative clause speaks of the noun phrase that it follows: "the meeting of the group held in Oslo".
        let follows = matches!(clause.kind, ClauseKind::Participial | ClauseKind::Relative | ClauseKind::Infinitive)
            && self
                .own_slot()
                .is_some_and(|(_, slot)| slot.phrase.end == clause.before_verb.start && self.is_head_of(&slot.phrase));
        let is_subject = self.is_head_of(&clause.subject) || follows;
        let names_it = is_in_set("takes-place", lemma)
            && clause.slots.iter().any(|slot| slot.role == SlotRole::Object && tokens.is(slot.head, "place"));
        let has_object = clause.slots.iter().any(|slot| slot.role == SlotRole::Object && !slot.leading);
        if is_subject
            && (names_it || !verb.passive && !has_object && self.sentence.frames.verb(Trigger::Occurs, lemma).is_some())
        {
            return Some(Telling::Occurs);
        }
        let held = self.sentence.frames.verb(Trigger::Holds, lemma).is_some()
            || self.sentence.frames.verb(Trigger::Attends, lemma).is_some();
        let moved = is_in_set("reschedules", lemma);
        if is_subject && verb.passive && (held || moved || is_in_set("schedules", lemma)) {
            return Some(Telling::Occurs);
        }
        if !verb.passive && self.sentence.frames.verb(Trigger::Holds, lemma).is_some() && is_object(&[]) {
            return Some(Telling::Holds);
        }
        if !verb.passive && self.sentence.frames.verb(Trigger::Attends, lemma).is_some() {
            let visit = self.phrase.kind == EngagementKind::Visit || self.is_paid();
            let own = is_in_set("pays-visit", lemma);
            if (!own || visit) && is_object(&["in", "over", "at", "up"]) {
                return Some(if own { Telling::Holds } else { Telling::Attends });
            }
        }
        // "Gathered in Lima for the second summit", "met for the third round".
        let gathers = is_in_set("gathers-for", lemma) || is_in_set("comes-for", lemma);
        // "Met in Lima at the second summit" among themselves; who meets somebody at a summit holds a meeting beside it.
        let alone = !has_object
            && !clause.slots.iter().any(|slot| matches!(slot.role, SlotRole::Complement(at) if tokens.is(at, "with")));
        let for_it = clause.slots.iter().any(|slot| {
            let SlotRole::Complement(at) = slot.role else { return false };
            let leads_to_it = tokens.is(at, "for") || alone && is_in_set("gathers-for", lemma) && tokens.is(at, "at");
            leads_to_it && self.is_head_of(&slot.phrase)
        });
        (gathers && for_it).then_some(if is_in_set("comes-for", lemma) { Telling::Attends } else { Telling::Holds })
    }

    /// "During the summit, the ministers signed": it is named beside something else.
    pub(super) fn aside(&self) -> Option<Told> {
        let parse = self.sentence.parse();
        let (clause, slot) = self.own_slot()?;
        let SlotRole::Complement(at) = slot.role else { return None };
        let preposition = parse.tokens.folded(at);
        let around = status_of_clause(self.sentence, clause);
        let status = match around {
            // "Follows just after the summit": it is over, whatever is said now.
            Some(EngagementStatus::Recurring) if is_in_set("aside-over", preposition) => Some(EngagementStatus::Held),
            Some(EngagementStatus::Recurring) => None,
            // A title has no verb: "Joint Statement after the Meeting".
            None if is_in_set("aside-over", preposition) => Some(EngagementStatus::Held),
            _ if is_in_set("aside-past", preposition) => around,
            _ => None,
        };
        let ahead = at.checked_sub(1).is_some_and(|before| is_in_set("leads-to-it", parse.tokens.folded(before)))
            || is_in_set("aside-ahead", preposition);
        // "Met ahead **of the summit** in May": it is still to come.
        let ahead_of = preposition == "of"
            && at.checked_sub(1).is_some_and(|before| is_in_set("aside-ahead", parse.tokens.folded(before)));
        let status = match status {
            _ if ahead_of => Some(EngagementStatus::Planned),
            _ if ahead => None,
            status => status,
        };
        let telling = if status == Some(EngagementStatus::Held) && self.takes_subject_in(clause, at) {
            Telling::Attends
        } else {
            Telling::Aside
        };
        Some(Told { clause, telling, status })
    }

    /// "A and B agreed **at a meeting in Oslo**", "**In the meeting with X**, A discussed": who acts there takes part. A name of its
    /// own is an occasion of many, at which something else may have happened.
    pub(super) fn takes_subject_in(&self, clause: usize, preposition: usize) -> bool {
        let parse = self.sentence.parse();
        let phrase = self.phrase;
        let clause = &parse.parsed.clauses[clause];
        let active = clause.verb.as_ref().is_some_and(|verb| !verb.passive && verb.finite);
        let common =
            !phrase.named && phrase.ordinal.is_none() && !phrase.plural && phrase.kind != EngagementKind::Visit;
        let own = |slot: &&Slot| matches!(slot.governor, Governor::Noun(noun) if phrase.words.contains(&noun));
        let said = clause.slots.iter().filter(own).any(|slot| match slot.role {
            SlotRole::Complement(at) => is_in_set("sets-occasion", parse.tokens.folded(at)),
            SlotRole::Time(_) => true,
            SlotRole::Subject | SlotRole::Object => false,
        });
        active && common && said && is_in_set("aside-within", parse.tokens.folded(preposition))
    }
}
