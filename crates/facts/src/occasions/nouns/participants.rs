//! Who takes part in the occasion of a noun: those in its name, its clause and its noun phrase.

use entente_corpus::{EngagementKind, EntityKind, Party};
use entente_language::{ClauseKind, Slot, SlotRole};

use super::{NounEvent, Telling, Told};
use crate::make;
use crate::occasions::frames::{Trigger, is_in_set};
use crate::occasions::parties::{Parties, complement_parties, names_in, party_of, subject_parties};
use crate::occasions::setting::is_guest_at;
use crate::view::Named;

impl NounEvent<'_, '_> {
    /// Who the name says it is between. In "U.S.-DPRK Singapore Summit" the pair are the sides; what else is named is where
    /// it was held.
    pub(super) fn names_of_name(&self) -> Vec<&Named> {
        let name = self.sentence.bytes(&self.phrase.words);
        let all: Vec<&Named> = self.sentence.actors_in(&name).filter(|named| named.kind != EntityKind::Forum).collect();
        // The words that name the occasion are not a party to it.
        let head = self.sentence.words.get(self.phrase.head).map_or(0..0, |word| word.start..word.end);
        let all: Vec<&Named> = all.into_iter().filter(|named| !make::overlaps(&named.range, &head)).collect();
        // "Conference **on Ukraine** mine action": what it is about is not a party to it.
        let topic = |named: &Named| {
            let tokens = self.sentence.parse().tokens;
            let at = self.sentence.words.partition_point(|word| word.start < named.range.start);
            let led = (self.phrase.head + 1..at).rev().find(|at| tokens.has(*at, entente_language::Class::Preposition));
            let against = at.checked_sub(1).is_some_and(|before| is_in_set("against", tokens.folded(before)));
            against || led.is_some_and(|at| is_in_set("before-topics", tokens.folded(at)))
        };
        let all: Vec<&Named> = all.into_iter().filter(|named| !topic(named)).collect();
        let joined = |a: &Named, b: &Named| {
            let gap = self.sentence.text.get(a.range.end..b.range.start).unwrap_or("");
            matches!(gap.trim_matches(['.', ' ']), "-" | "–" | "—" | "‑")
        };
        let paired = |n: usize| {
            n.checked_sub(1).is_some_and(|before| joined(all[before], all[n]))
                || all.get(n + 1).is_some_and(|next| joined(all[n], next))
        };
        let pairs = (0..all.len()).any(paired);
        let person = |n: usize| all[n].kind == EntityKind::Person;
        (0..all.len()).filter(|n| !pairs || paired(*n) || person(*n)).map(|n| all[n]).collect()
    }

    /// "The session of the **India-Australia** Joint Commission": its sides meet, and the body that they make up is the occasion.
    fn is_body_of_sides(&self, name: &Named) -> bool {
        let bytes = self.sentence.bytes(&self.phrase.words);
        let inside = bytes.start <= name.range.start && name.range.end <= bytes.end;
        let sides = self.names_of_name();
        inside && sides.len() > 1 && !sides.iter().any(|side| side.entity == name.entity)
    }

    /// Whose visit or meeting it is: "President Ama's visit".
    pub(super) fn owner(&self) -> Option<&Named> {
        let start = self.sentence.bytes(&self.phrase.words).start;
        let near = self.sentence.named.iter().rev().find(|name| name.range.end <= start)?;
        let gap = self.sentence.text.get(near.range.end..start).unwrap_or("");
        let owns = gap.starts_with("’s") || gap.starts_with("'s") || gap.starts_with('’') || gap.starts_with('\'');
        (owns && gap.len() < 24 && near.acts()).then_some(near)
    }

    /// True for a courtesy call, which is paid on somebody, and an audience, which is granted to somebody.
    pub(super) fn is_paid(&self) -> bool {
        let words = self.phrase.head.saturating_sub(1)..self.phrase.head + 1;
        let is_courtesy = |at: usize| is_in_set("courtesies-paid", self.sentence.word(at));
        self.phrase.kind == EngagementKind::Meeting && words.into_iter().any(is_courtesy)
    }

    /// The parties of the clause's subject, where it holds or attends.
    pub(super) fn subject(&self, told: Told) -> Vec<Party> {
        match told.telling {
            Telling::Holds | Telling::Attends => subject_parties(self.view, self.sentence, told.clause, self.before),
            Telling::Occurs | Telling::Aside => Vec::new(),
        }
    }

    /// "The two Presidents intend **to hold** the Norway-Ghana Officials' Dialogue": where the name says whose it is, the people who
    /// agree on it need not come.
    pub(super) fn only_arranges(&self, told: Told, party: &Party) -> bool {
        let is_person = party.entity.and_then(|entity| self.view.kind(entity)) == Some(EntityKind::Person);
        is_person && self.is_arranged(told)
    }

    /// True if the name says whose occasion it is, and the clause says that others intend to hold it.
    pub(super) fn is_arranged(&self, told: Told) -> bool {
        let clause = self.sentence.parse().parsed.clauses.get(told.clause);
        let intended = clause.is_some_and(|clause| clause.kind == ClauseKind::Infinitive);
        let sides = self.names_of_name().into_iter().filter(|name| name.is_state()).count();
        told.telling == Telling::Holds && intended && sides > 1
    }

    /// The parties that stand beside the occasion: "of", "with", "between", "by".
    pub(super) fn complements(&self, slots: &[&Slot]) -> Vec<Party> {
        let mut parties = Parties::default();
        if let Some((_, slot)) = self.own_slot() {
            // "The meeting of the Foreign Ministers of A and B".
            let rest = self.phrase.head + 1..slot.phrase.end;
            let of = self.sentence.word(rest.start) == "of";
            // "The visit of the Administration": persons and states travel.
            let travels = |name: &&Named| {
                self.phrase.kind != EngagementKind::Visit || name.kind == EntityKind::Person || name.is_state()
            };
            let names = names_in(self.sentence, &rest).into_iter().filter(|_| of).filter(travels);
            let names = names.filter(|name| !self.is_body_of_sides(name));
            parties.extend(names.filter_map(|name| party_of(self.view, self.sentence, name)));
        }
        let prepositions: &[&str] = if self.phrase.kind == EngagementKind::Visit {
            // "The visit to Kenya of the Minister of Benin".
            for slot in slots {
                let of = (slot.phrase.start + 1..slot.phrase.end).find(|at| is_guest_at(self.sentence, *at));
                let names = of.map(|of| names_in(self.sentence, &(of + 1..slot.phrase.end))).unwrap_or_default();
                parties.extend(names.into_iter().filter_map(|name| party_of(self.view, self.sentence, name)));
            }
            &["by", "with", "between"]
        } else {
            &["with", "between", "among", "by", "alongside", "on", "to"][..if self.is_paid() { 7 } else { 5 }]
        };
        // "The plan **was launched** at the Conference by Minister Lund": who did that need not have held the conference.
        let by_another = self.find_telling().is_some_and(|told| {
            let verb = self.sentence.parse().parsed.clauses[told.clause].verb.as_ref();
            told.telling == Telling::Aside && verb.is_some_and(|verb| verb.passive)
        });
        let prepositions: Vec<&str> = prepositions.iter().copied().filter(|it| !(by_another && *it == "by")).collect();
        parties.extend(complement_parties(self.view, self.sentence, slots, &prepositions));
        parties.into_vec()
    }

    /// "The meeting was held, **presided over by** Director Cho": who is said to have led or attended it, in a participle.
    pub(super) fn agents(&self, told: Option<Told>) -> Vec<Party> {
        let Some(told) = told.filter(|told| told.telling != Telling::Aside) else { return Vec::new() };
        let clauses = &self.sentence.parse().parsed.clauses;
        let mut out = Vec::new();
        for clause in clauses.iter().skip(told.clause + 1) {
            let Some(verb) = clause.verb.as_ref().filter(|verb| verb.passive && !verb.finite) else { continue };
            let leads = self.sentence.frames.verb(Trigger::Attends, self.sentence.lemma(verb)).is_some()
                || self.sentence.frames.verb(Trigger::Holds, self.sentence.lemma(verb)).is_some();
            if clause.kind == ClauseKind::Participial && clause.parent == Some(told.clause) && leads {
                let slots: Vec<&Slot> = clause.slots.iter().collect();
                out.extend(complement_parties(self.view, self.sentence, &slots, &["by"]));
            }
        }
        out
    }

    /// "Minister Lund said during **his** visit to Togo", "following **their** meeting in Oslo, the ministers of A and B said": the
    /// subject of the clause took part.
    pub(super) fn own_visitors(&self, told: Told) -> Vec<Party> {
        let own = self.phrase.words.clone().chain(self.phrase.words.start.checked_sub(1));
        let tokens = self.sentence.parse().tokens;
        let whose = own.into_iter().any(|at| at < self.phrase.head && is_in_set("of-own", tokens.folded(at)));
        // "Thanked Minister Lund **for** his visit": it is not the subject's.
        let during = self.own_slot().is_some_and(|(_, slot)| match slot.role {
            SlotRole::Complement(at) => is_in_set("aside-past", tokens.folded(at)),
            SlotRole::Subject | SlotRole::Object | SlotRole::Time(_) => false,
        });
        let whose = whose && during || self.is_under_way(told);
        if told.telling != Telling::Aside || !whose {
            return Vec::new();
        }
        let parties = subject_parties(self.view, self.sentence, told.clause, self.before);
        parties.into_iter().filter(|party| party.entity.is_some()).collect()
    }

    /// "Minister Lund **is on** a visit to Togo".
    fn is_under_way(&self, told: Told) -> bool {
        let tokens = self.sentence.parse().tokens;
        let verb = self.sentence.parse().parsed.clauses[told.clause].verb.as_ref();
        let on = self
            .own_slot()
            .is_some_and(|(_, slot)| matches!(slot.role, SlotRole::Complement(at) if tokens.is(at, "on")));
        let is = verb.is_some_and(|verb| !verb.passive && is_in_set("is-in-state", verb.lemma()));
        self.phrase.kind == EngagementKind::Visit && on && is
    }

    pub(super) fn is_state(&self, party: &Party) -> bool {
        self.sentence.named.iter().any(|name| Some(name.entity) == party.entity && name.is_state())
    }
}
