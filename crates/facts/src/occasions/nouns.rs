//! Occasions that a noun tells: "the fourth Cyber Policy Consultation", "bilateral consultations", "the April 2023 State
//! Visit", with the verb by which they take place.
//!
//! Where the occasion stands in its clause decides what is said of it: the object of "hold", the subject of "take place",
//! what stands after "during". Its date, place and parties come from that clause and from its own noun phrase alone.

use std::ops::Range;

use entente_corpus::{Basis, EngagementKind, EngagementLevel, EngagementStatus, EntityKind, Fact, Party, rules};
use entente_language::values::DateMention as When;
use entente_language::{Clause, ClauseKind, Governor, Slot, SlotRole};
use entente_names::gazetteer::countries::COUNTRIES;
use entente_names::gazetteer::places::PLACES;
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::document_date::complete_date;
use super::draft::{EventDraft, Speakers};
use super::frames::{Frame, Trigger, is_in_set};
use super::guards::{refuse_clause, refuse_object};
use super::korean;
use super::parties::{Parties, complement_parties, names_in, partners_with_dates, party_of, subject_parties};
use super::phrase::{self, Phrase};
use super::setting::{Scope, find_dates, find_month, find_place, is_guest_at, is_today, place_of};
use super::verbs::status_of_clause;
use crate::make;
use crate::occasion;
use crate::resolve::resolve;
use crate::view::{Named, Sentence, View};

/// A bare year this many years after the document's own year is a target ("by 2030"), not the date of an occasion.
const FAR_YEARS: u32 = 5;

/// Adds the occasions that the nouns of one sentence tell.
pub(crate) fn read_noun_events(view: &View, sentence: &Sentence, before: &Speakers, out: &mut Vec<EventDraft>) {
    let phrases = phrase::find(sentence);
    for (n, phrase) in phrases.iter().enumerate() {
        let next = phrases.get(n + 1).map_or(sentence.words.len(), |next| next.words.start);
        let event = NounEvent { view, sentence, phrase, phrases: &phrases, next, before };
        out.extend(event.read());
    }
}

/// A line for each noun of an occasion: what was found, or why nothing was.
pub(crate) fn explain_nouns(view: &View, sentence: &Sentence, before: &Speakers) -> Vec<String> {
    let phrases = phrase::find(sentence);
    let mut out = Vec::new();
    for (n, phrase) in phrases.iter().enumerate() {
        let next = phrases.get(n + 1).map_or(sentence.words.len(), |next| next.words.start);
        let event = NounEvent { view, sentence, phrase, phrases: &phrases, next, before };
        let found = event.read();
        let words = sentence.text.get(sentence.bytes(&phrase.words)).unwrap_or("");
        let frames = event.frames();
        if found.is_empty() {
            let guard = refuse_object(sentence, phrase.head)
                .or_else(|| event.find_telling().and_then(|told| refuse_clause(sentence, told.clause)));
            out.push(match guard {
                Some(guard) => format!("refused: \"{words}\"{frames} by the guard [{}] {}", guard.id, guard.refuses),
                None => format!(
                    "no fact: \"{words}\"{frames} is no occasion here, or has neither number, date, verb nor party"
                ),
            });
        }
        out.extend(found.iter().map(|draft| super::describe_draft(view, sentence, draft, &frames)));
    }
    out
}

/// How a clause tells of an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Telling {
    /// Its subject holds it.
    Holds,
    /// Its subject takes part in it.
    Attends,
    /// The occasion is the subject and takes place.
    Occurs,
    /// The occasion is named after a preposition ("during"): the clause is about something else.
    Aside,
}

/// The clause that tells of an occasion.
#[derive(Clone, Copy, Debug)]
struct Told {
    clause: usize,
    telling: Telling,
    status: Option<EngagementStatus>,
}

struct NounEvent<'a, 't> {
    view: &'a View<'a>,
    sentence: &'a Sentence<'t>,
    phrase: &'a Phrase,
    phrases: &'a [Phrase],
    /// The word at which the next occasion begins.
    next: usize,
    before: &'a Speakers,
}

impl NounEvent<'_, '_> {
    /// The frames that its words call, as `entente why` prints them: " [noun-meeting] [holds]".
    fn frames(&self) -> String {
        self.called_frames().into_iter().map(|frame| format!(" [{}]", frame.id)).collect()
    }

    /// The frame of the noun, and that of the verb that tells of it.
    fn called_frames(&self) -> Vec<&Frame> {
        let noun = self.sentence.frames.noun(self.sentence.word(self.phrase.head)).map(|(frame, _)| frame);
        let verb = self.find_telling().and_then(|told| {
            let verb = self.sentence.parse().parsed.clauses[told.clause].verb.as_ref()?;
            let triggers = match told.telling {
                Telling::Holds => [Trigger::Holds, Trigger::Attends],
                Telling::Attends => [Trigger::Attends, Trigger::Holds],
                Telling::Occurs => [Trigger::Occurs, Trigger::Holds],
                Telling::Aside => return None,
            };
            // "Took place" is a frame of its own, although its verb is "take".
            let place = told.telling == Telling::Occurs && is_in_set("takes-place", verb.lemma());
            let lemma = self.sentence.lemma(verb);
            let lemma = if place { format!("{lemma}-place") } else { lemma.to_owned() };
            triggers.into_iter().find_map(|trigger| self.sentence.frames.verb(trigger, &lemma))
        });
        noun.into_iter().chain(verb).collect()
    }

    fn read(&self) -> Vec<EventDraft> {
        let (sentence, phrase) = (self.sentence, self.phrase);
        if phrase.korean {
            return self.read_korean().into_iter().collect();
        }
        if self.is_no_occasion() || refuse_object(sentence, phrase.head).is_some() || self.announces_list() {
            return Vec::new();
        }
        let announced = self.announcing_phrase().map(|phrase| NounEvent { phrase, ..*self });
        let told = announced.as_ref().unwrap_or(self).find_telling();
        if told.is_some_and(|told| told.telling != Telling::Aside && refuse_clause(sentence, told.clause).is_some()) {
            return Vec::new();
        }
        let noun = announced.as_ref().unwrap_or(self).noun_tokens();
        let scope = Scope { clause: told.map(|told| told.clause), noun };
        let slots = self.slots(&scope, told);
        let dates = self.dates(&slots);
        let several = self.several();
        let inside = self.names_of_name().into_iter().any(Named::is_state);
        let partners = self.complements(&slots);
        let with = !complement_parties(self.view, sentence, &slots, &["with"]).is_empty();
        let beside = with || partners.len() > 1 || partners.iter().any(|party| self.is_state(party));
        let subject = told.map(|told| self.subject(told)).unwrap_or_default();
        // A name tells by itself which occasion "at the Camp David Summit" is; a common noun does not.
        let shown = told.is_some_and(|told| told.status.is_some() && (told.telling != Telling::Aside || phrase.named))
            || self.is_nominal_holding();
        let dated = !dates.is_empty()
            || find_month(sentence, &slots).is_some()
            || phrase.year.is_some()
            || told.is_some_and(|told| is_today(sentence, Some(told.clause)));
        let placed = told.is_some_and(|told| told.telling != Telling::Aside) && find_place(sentence, &slots).is_some();
        let Some(weak) = self.weigh(told, shown, dated || placed, inside || beside, !subject.is_empty(), several.len())
        else {
            return Vec::new();
        };
        if several.len() > 1 {
            let one = |(name, date): (&Named, &When)| self.draft(told, &slots, Some(date), Some(name), weak);
            return several.into_iter().filter_map(one).collect();
        }
        self.draft(told, &slots, dates.first().copied(), None, weak).into_iter().collect()
    }

    /// "Held **two meetings** in Brussels: the fifth dialogue and the second consultation": the words whose verb, date and place
    /// hold for this member of a list after a colon.
    fn announcing_phrase(&self) -> Option<&Phrase> {
        self.phrases.iter().find(|other| announces(self.sentence, other, self.phrase))
    }

    /// True if what is meant stands after a colon, one by one.
    fn announces_list(&self) -> bool {
        self.phrases.iter().any(|other| announces(self.sentence, self.phrase, other))
    }

    /// True for what looks like an occasion and is none, whatever is said of it.
    fn is_no_occasion(&self) -> bool {
        let (sentence, phrase) = (self.sentence, self.phrase);
        let modifiers = self.modifiers();
        let head = sentence.word(phrase.head);
        let before = phrase.words.start.checked_sub(1).map_or("", |at| sentence.word(at));
        let further = phrase.words.start.checked_sub(2).map_or("", |at| sentence.word(at));
        // "This is a meeting held in accordance with …" says what something is; what it is was told before.
        let predicate = matches!(before, "a" | "an")
            && (matches!(further, "is" | "was" | "as") || further == "of" && !self.is_nominal_holding());
        let of_press = modifiers
            .iter()
            .any(|word| is_in_set("no-occasion", word) && !(*word == "video" && phrase.kind == EngagementKind::Call));
        // "The Memorandum of 5 May (Tribal Consultation)" says what a paper is about.
        let ahead = sentence.text.get(sentence.range.start..sentence.bytes(&phrase.words).start).unwrap_or("");
        let opened = ahead.rfind('(').is_some_and(|open| ahead.rfind(')').is_none_or(|close| close < open));
        let closed = sentence.behind(phrase.words.end.saturating_sub(1)).starts_with(')');
        let bracketed = opened && closed && phrase.ordinal.is_none() && phrase.year.is_none();
        let frame = sentence.frames.noun(head).map(|(frame, _)| frame);
        let needs = |need: &str| frame.is_some_and(|frame| frame.needs(need));
        let unnamed = !phrase.named && phrase.ordinal.is_none();
        let forces = needs("forces") && !phrase.named && !modifiers.iter().any(|word| is_in_set("joint", word));
        // "The U.S. Congress" makes laws; "the 12th World Congress" is held.
        let legislature = is_in_set("legislature", head)
            && phrase.ordinal.is_none()
            && phrase.year.is_none()
            && !modifiers.iter().any(|word| matches!(*word, "world" | "international"));
        let single = is_in_set("nothing-alone", head) && unnamed;
        predicate || of_press || bracketed || legislature || forces || single || needs("named") && unnamed
    }

    /// Whether the occasion is told for certain (`Some(false)`), only if something else tells of it (`Some(true)`), or not at all.
    fn weigh(
        &self,
        told: Option<Told>,
        shown: bool,
        dated: bool,
        state: bool,
        subject: bool,
        several: usize,
    ) -> Option<bool> {
        let phrase = self.phrase;
        let modifiers = self.modifiers();
        let head = self.sentence.word(phrase.head);
        let needs_verb = self.sentence.frames.noun(head).is_some_and(|(frame, _)| frame.needs("held"));
        let holds = told.is_some_and(|told| told.telling == Telling::Holds || told.telling == Telling::Occurs);
        // "A forum" is a body as often as an occasion: only what is held is one. "The second round of the talks" is told by
        // the talks.
        let verb = told
            .and_then(|told| self.sentence.parse().parsed.clauses[told.clause].verb.as_ref())
            .map_or("", |verb| verb.lemma());
        let gathers = is_in_set("holds-gathering", verb) || told.is_some_and(|told| told.telling == Telling::Occurs);
        let part_of_next = self.sentence.word(phrase.words.end) == "of"
            && self
                .phrases
                .iter()
                .any(|other| (phrase.words.end + 1..=phrase.words.end + 2).contains(&other.words.start));
        if needs_verb && !(holds && shown && gathers) || part_of_next {
            return None;
        }
        let before = phrase.words.start.checked_sub(1).map_or("", |at| self.sentence.word(at));
        let determined = entente_language::lexicon::classes_of(before, entente_language::Language::English)
            .has(entente_language::Class::Determiner);
        let weak = if phrase.kind == EngagementKind::Visit && !phrase.named {
            // "His state visit to the United States": somewhere to go makes it one.
            let goes = self.destination().is_some();
            !(goes && (shown || dated || !modifiers.is_empty() || self.owner().is_some())
                || dated && !modifiers.is_empty())
        } else if phrase.named || phrase.ordinal.is_some() {
            !(phrase.ordinal.is_some() || dated || shown)
        } else if phrase.plural {
            let own = phrase.year.is_some() && modifiers.len() > 1;
            // "States will hold consultations" promises, and tells of no occasion.
            let shown = shown && (dated || told.is_none_or(|told| told.status != Some(EngagementStatus::Planned)));
            !(own || several > 1 || shown && (state || subject) && (holds || dated))
        } else {
            // "Officials attended the meeting": which one, another sentence says.
            let refers =
                phrase.definite && !dated && !state && told.is_some_and(|told| told.telling == Telling::Attends);
            let specific = !refers && (phrase.definite || determined || !modifiers.is_empty() || head == "talks");
            !(specific && (shown && (dated || state || subject) || dated && state))
        };
        // A word that could be anything is told only where something else tells of it.
        if weak && !phrase.named && !phrase.definite { None } else { Some(weak) }
    }

    /// "The **convening of** a Space Dialogue": a noun says that it is held, and nothing says when.
    fn is_nominal_holding(&self) -> bool {
        let words = self.phrase.words.start.saturating_sub(4)..self.phrase.words.start;
        let of = words.clone().rev().find(|at| self.sentence.word(*at) == "of");
        of.and_then(|of| of.checked_sub(1)).is_some_and(|noun| is_in_set("nominal-holding", self.sentence.word(noun)))
    }

    fn modifiers(&self) -> Vec<&str> {
        let before_head = self.phrase.words.clone().filter(|at| *at < self.phrase.head);
        before_head.map(|at| self.sentence.word(at)).collect()
    }

    /// The slot whose phrase the occasion stands in, with its clause.
    fn own_slot(&self) -> Option<(usize, &Slot)> {
        let clauses = &self.sentence.parse().parsed.clauses;
        let holds = |slot: &&Slot| slot.phrase.contains(&self.phrase.head);
        clauses.iter().enumerate().find_map(|(at, clause)| clause.slots.iter().find(holds).map(|slot| (at, slot)))
    }

    /// The tokens of the occasion's noun and of those coordinated with it: "a workshop and an exercise in October".
    fn noun_tokens(&self) -> Range<usize> {
        let own = self.phrase.words.start.min(self.phrase.head)..self.phrase.words.end.max(self.phrase.head + 1);
        let Some((_, slot)) = self.own_slot() else { return own };
        // What is said of the last of several is said of all, unless another occasion with a number or a name stands between.
        let last = self.phrases.iter().rev().find(|other| slot.phrase.contains(&other.head));
        let shares = last.is_some_and(|last| {
            let between = self.phrase.words.end..last.words.start;
            last.head > self.phrase.head
                && between.len() <= 2
                && between.into_iter().any(|at| self.sentence.word(at) == "and")
        });
        if shares { own.start..slot.phrase.end } else { own }
    }

    /// True if `phrase` has the occasion as its head or as a coordinated member, not behind "of".
    fn is_head_of(&self, phrase: &Range<usize>) -> bool {
        let from = phrase.start;
        let of = (from..self.phrase.words.start.max(from)).find(|at| self.sentence.word(*at) == "of");
        // "The second round **of** the talks" is the talks.
        let part =
            |of: usize| of.checked_sub(1).is_some_and(|noun| is_in_set("parts-of-occasion", self.sentence.word(noun)));
        phrase.contains(&self.phrase.head) && of.is_none_or(part)
    }

    /// The clause that says whether it takes place: one by whose verb it is held, attended or occurs, else the one in which it
    /// is named after a preposition.
    fn find_telling(&self) -> Option<Told> {
        let clauses = &self.sentence.parse().parsed.clauses;
        let direct = clauses.iter().enumerate().find_map(|(at, clause)| {
            let telling = self.telling_of(clause)?;
            // Who has arrived for a session says not yet that it took place; who arrives for a visit is on it.
            let arrives = clause.verb.as_ref().is_some_and(|verb| is_in_set("comes-for", verb.lemma()));
            let open = arrives && self.phrase.kind != EngagementKind::Visit;
            Some(Told { clause: at, telling, status: status_of_clause(self.sentence, at).filter(|_| !open) })
        });
        direct.or_else(|| self.aside())
    }

    fn telling_of(&self, clause: &Clause) -> Option<Telling> {
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
            let visit = self.phrase.kind == EngagementKind::Visit;
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
    fn aside(&self) -> Option<Told> {
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
    fn takes_subject_in(&self, clause: usize, preposition: usize) -> bool {
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

    /// The slots from which its date, place and parties may come.
    fn slots(&self, scope: &Scope, told: Option<Told>) -> Vec<&Slot> {
        let sentence = self.sentence;
        let own = |slot: &&Slot| !slot.phrase.contains(&self.phrase.head);
        let slots: Vec<&Slot> = scope.slots(sentence).into_iter().filter(own).collect();
        match told.map(|told| told.telling) {
            // What else the clause says is said of something else; what leads it is said of both.
            Some(Telling::Aside) => {
                let beside = |slot: &&Slot| {
                    matches!(slot.governor, Governor::Noun(_))
                        || slot.leading && matches!(slot.role, SlotRole::Time(_)) && self.leads()
                };
                slots.into_iter().filter(beside).collect()
            }
            Some(Telling::Holds | Telling::Attends | Telling::Occurs) => slots,
            None => {
                let slots = slots
                    .into_iter()
                    .filter(|slot| matches!(slot.governor, Governor::Noun(_)) || scope.clause.is_none());
                slots.collect()
            }
        }
    }

    /// True if the occasion itself stands before the verb: "On 5 May, at the summit, the ministers …".
    fn leads(&self) -> bool {
        self.own_slot().is_some_and(|(_, slot)| slot.leading)
    }

    /// True for what something else is part of: "as **part of** the summit, the ministers met on 3 May".
    fn is_whole_of_another(&self) -> bool {
        let own = self.phrase.words.start;
        let tokens = &self.sentence.parse().tokens;
        let before = own.checked_sub(1).filter(|at| tokens.has(*at, entente_language::Class::Article)).unwrap_or(own);
        before >= 2 && tokens.is(before - 1, "of") && tokens.is(before - 2, "part")
    }

    /// Dates that its own clause and noun give, then those in its name.
    fn dates(&self, slots: &[&Slot]) -> Vec<&When> {
        let whole = self.is_whole_of_another();
        let slots: Vec<&Slot> =
            slots.iter().copied().filter(|slot| !whole || matches!(slot.governor, Governor::Noun(_))).collect();
        let slots = slots.as_slice();
        let fits = |when: &&When| !self.is_anothers(when);
        let mut out: Vec<&When> = find_dates(self.sentence, slots).into_iter().filter(fits).collect();
        if out.is_empty() {
            let name = self.sentence.bytes(&self.phrase.words);
            // "The April 2023 State Visit", "the October 27th meeting": right before the name or in it.
            let first = self.phrase.words.start;
            let beside = |when: &&When| {
                make::overlaps(&when.range, &name) || {
                    let gap = self.sentence.text.get(when.range.end..name.start).unwrap_or("-");
                    first > 0 && when.range.end <= name.start && gap.trim().is_empty() && self.is_premodifier(when)
                }
            };
            out.extend(self.sentence.dates.iter().filter(beside).filter(fits));
        }
        out
    }

    /// True if a determiner stands before the date: "**the** October 27th meeting" is one phrase, "in May talks" is not.
    fn is_premodifier(&self, when: &When) -> bool {
        let at = self.sentence.words.partition_point(|word| word.start < when.range.start);
        let tokens = &self.sentence.parse().tokens;
        at.checked_sub(1).is_some_and(|before| {
            tokens.has(before, entente_language::Class::Determiner)
                || tokens.gap(before) == entente_language::Gap::Possessive
        })
    }

    /// True for a date that cannot be the occasion's: a year other than the one in its name, a bare year far ahead.
    fn is_anothers(&self, when: &When) -> bool {
        let text = self.sentence.text.get(when.range.clone()).unwrap_or("");
        let Some(year) = text.parse::<u16>().ok().filter(|_| text.len() == 4) else { return false };
        let held = self.find_telling().is_some_and(|told| told.telling != Telling::Aside);
        self.phrase.year.is_some_and(|own| own != year) || self.is_far(year) && !held
    }

    /// True for a year so far after the text's own that it is one to aim at.
    fn is_far(&self, year: u16) -> bool {
        let of_text = self.view.date().and_then(PartialDate::bounds).map(|(_, last)| last / 10_000);
        of_text.is_some_and(|known| u32::from(year) >= known.saturating_add(FAR_YEARS))
    }

    fn fact(&self, when: Option<&When>, told: Option<Told>, slots: &[&Slot]) -> Option<Fact<PartialDate>> {
        if let Some(when) = when {
            return resolve(when, self.view.date(), self.view.evidence(self.sentence.passage, when.range.clone())?);
        }
        // "The 2030 Games" are named after their year, "PACC 2030 Summit" after a plan.
        let leads = |year: &u16| self.sentence.word(self.phrase.words.start) == year.to_string();
        let year = self.phrase.year.filter(|year| leads(year) || !self.is_far(*year)).and_then(PartialDate::year);
        if let Some(year) = year {
            let evidence = self.view.evidence(self.sentence.passage, self.sentence.bytes(&self.phrase.words))?;
            return Some(Fact::new(year, Basis::Stated, "year-in-name", evidence));
        }
        let planned = told.is_some_and(|told| told.status == Some(EngagementStatus::Planned));
        let clause = told.filter(|told| told.telling != Telling::Aside).map(|told| told.clause);
        complete_date(self.view, self.sentence, clause, slots, planned)
    }

    /// Partners that have a date each.
    fn several(&self) -> Vec<(&Named, &When)> {
        partners_with_dates(self.sentence, &(self.phrase.words.end..self.next))
    }

    /// Who the name says it is between. In "U.S.-DPRK Singapore Summit" the pair are the sides; what else is named is where
    /// it was held.
    fn names_of_name(&self) -> Vec<&Named> {
        let name = self.sentence.bytes(&self.phrase.words);
        let all: Vec<&Named> = self.sentence.actors_in(&name).filter(|named| named.kind != EntityKind::Forum).collect();
        // The words that name the occasion are no party to it.
        let head = self.sentence.words.get(self.phrase.head).map_or(0..0, |word| word.start..word.end);
        let all: Vec<&Named> = all.into_iter().filter(|named| !make::overlaps(&named.range, &head)).collect();
        // "Conference **on Ukraine** mine action": what it is about is no party to it.
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
        (0..all.len()).filter(|n| !pairs || paired(*n) || !all[*n].is_state()).map(|n| all[n]).collect()
    }

    /// Whose visit or meeting it is: "President Ama's visit".
    fn owner(&self) -> Option<&Named> {
        let start = self.sentence.bytes(&self.phrase.words).start;
        let near = self.sentence.named.iter().rev().find(|name| name.range.end <= start)?;
        let gap = self.sentence.text.get(near.range.end..start).unwrap_or("");
        let owns = gap.starts_with("’s") || gap.starts_with("'s") || gap.starts_with('’') || gap.starts_with('\'');
        (owns && gap.len() < 24 && near.acts()).then_some(near)
    }

    /// The parties of the clause's subject, where it holds or attends.
    fn subject(&self, told: Told) -> Vec<Party> {
        match told.telling {
            Telling::Holds | Telling::Attends => subject_parties(self.view, self.sentence, told.clause, self.before),
            Telling::Occurs | Telling::Aside => Vec::new(),
        }
    }

    /// The parties that stand beside the occasion: "of", "with", "between", "by".
    fn complements(&self, slots: &[&Slot]) -> Vec<Party> {
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
            &["with", "between", "among", "by", "alongside"]
        };
        parties.extend(complement_parties(self.view, self.sentence, slots, prepositions));
        parties.into_vec()
    }

    /// "The meeting was held, **presided over by** Director Cho": who is said to have led or attended it, in a participle.
    fn agents(&self, told: Option<Told>) -> Vec<Party> {
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

    /// "Minister Lund said during **his** visit to Togo": whose visit it is, the subject of the clause tells.
    fn own_visitors(&self, told: Told) -> Vec<Party> {
        let own = self.phrase.words.clone().chain(self.phrase.words.start.checked_sub(1));
        let tokens = self.sentence.parse().tokens;
        let whose = own.into_iter().any(|at| at < self.phrase.head && is_in_set("of-own", tokens.folded(at)));
        if self.phrase.kind != EngagementKind::Visit || told.telling != Telling::Aside || !whose {
            return Vec::new();
        }
        let parties = subject_parties(self.view, self.sentence, told.clause, self.before);
        parties.into_iter().filter(|party| party.entity.is_some()).collect()
    }

    fn is_state(&self, party: &Party) -> bool {
        self.sentence.named.iter().any(|name| Some(name.entity) == party.entity && name.is_state())
    }

    fn draft(
        &self,
        told: Option<Told>,
        slots: &[&Slot],
        when: Option<&When>,
        with: Option<&Named>,
        weak: bool,
    ) -> Option<EventDraft> {
        let (sentence, phrase) = (self.sentence, self.phrase);
        let name = self.name_bytes();
        let date = self.fact(when, told, slots);
        let status = self.status(told, date.as_ref());
        let mut participants = Parties::default();
        participants.extend(self.names_of_name().into_iter().filter_map(|named| party_of(self.view, sentence, named)));
        participants.extend(self.owner().and_then(|named| party_of(self.view, sentence, named)));
        if let Some(told) = told {
            participants.extend(self.subject(told));
        }
        match with {
            Some(named) => participants.extend(party_of(self.view, sentence, named)),
            None => {
                participants.extend(self.complements(slots));
                participants.extend(self.agents(told));
            }
        }
        participants.extend(told.map(|told| self.own_visitors(told)).unwrap_or_default());
        participants.drop_groups(self.view, sentence);
        let visitors = participants.len();
        let destination = self.destination();
        if let Some(place) = &destination {
            let host = sentence
                .named
                .iter()
                .find(|name| name.kind == EntityKind::Country && make::overlaps(&name.range, place));
            // The host alone would look like who travelled.
            let host = host.filter(|_| visitors > 0);
            participants.extend(host.and_then(|named| party_of(self.view, sentence, named)));
        }
        let mut states: Vec<u32> =
            self.names_of_name().into_iter().filter(|named| named.is_state()).map(|named| named.entity).collect();
        states.sort_unstable();
        states.dedup();
        let evidence = self.view.evidence_around(sentence.passage, sentence.range.clone(), name.clone())?;
        let inside: Vec<Named> =
            sentence.named.iter().filter(|named| make::overlaps(&named.range, &name)).cloned().collect();
        let of_name = make::entities(&inside, EntityKind::Topic);
        let topics = if of_name.is_empty() { make::entities(&sentence.named, EntityKind::Topic) } else { of_name };
        let rule = match (phrase.ordinal, phrase.named, with) {
            (_, _, Some(_)) => "one-of-several",
            (Some(_), _, _) => "numbered-occasion",
            (None, true, _) => "named-occasion",
            (None, false, _) => "occasion-behind-verb",
        };
        // What only a pattern of the file finds is said to be found by it.
        let frames = self.called_frames();
        let pattern = frames.iter().find(|frame| frame.id.starts_with(rules::PATTERN));
        Some(EventDraft {
            passage: sentence.passage,
            key: key_words(sentence, phrase),
            matter: self.matter(),
            opens: self.opens_sentence(),
            kind: phrase.kind,
            ordinal: phrase.ordinal,
            named: phrase.named,
            definite: phrase.definite,
            weak,
            deed: false,
            states,
            date,
            status,
            place: destination.or_else(|| find_place(sentence, slots)).or_else(|| self.place_in_name()),
            participants: participants.into_vec(),
            topics,
            evidence,
            also: Vec::new(),
            about: self.rank_words(told),
            rule: pattern.map_or_else(|| rule.to_owned(), |frame| frame.id.clone()),
            name,
        })
    }

    /// The words of the key that say what the occasion is about: "cyber policy consultation".
    fn matter(&self) -> Vec<String> {
        let states: Vec<Range<usize>> = self
            .names_of_name()
            .into_iter()
            .filter(|named| named.is_state())
            .map(|named| named.range.clone())
            .collect();
        let keeps = |at: usize| {
            let word = &self.sentence.words[at];
            let of_state = states.iter().any(|state| make::overlaps(state, &(word.start..word.end)));
            !of_state && !is_in_set("how-many-sides", self.sentence.word(at))
        };
        keyed_words(self.sentence, self.phrase).filter(|(at, _)| keeps(*at)).map(|(_, word)| word).collect()
    }

    /// True if no word but its determiner stands before it in its sentence.
    fn opens_sentence(&self) -> bool {
        let start = self.phrase.words.start;
        start == 0 || start == 1 && self.phrase.definite
    }

    /// The bytes of the name, with the bracket that closes a short form in it.
    fn name_bytes(&self) -> Range<usize> {
        let bytes = self.sentence.bytes(&self.phrase.words);
        if let Some(end) = self.phrase.korean.then(|| korean::name_end(self.sentence, self.phrase.head)).flatten() {
            return bytes.start..end;
        }
        let inside = self.sentence.text.get(bytes.clone()).unwrap_or("");
        let open = inside.rfind('(').is_some_and(|at| at > 0 && !inside[at..].contains(')'));
        let closes = self.sentence.text.get(bytes.end..).is_some_and(|rest| rest.starts_with(')'));
        bytes.start..bytes.end + usize::from(open && closes)
    }

    /// The words that show the level: the name first, else those of the people before the verb.
    fn rank_words(&self, told: Option<Told>) -> String {
        let name = fold(&self.sentence.text[self.sentence.bytes(&self.phrase.words)]);
        if occasion::level(&name) != EngagementLevel::Unknown {
            return name;
        }
        let people = told.filter(|told| matches!(told.telling, Telling::Holds | Telling::Attends));
        let subject = people.map(|told| self.sentence.parse().parsed.subject_of(told.clause)).unwrap_or(0..0);
        let subject = fold(self.sentence.text.get(self.sentence.bytes(&subject)).unwrap_or(""));
        let of = self.own_slot().map(|(_, slot)| self.sentence.bytes(&slot.phrase)).unwrap_or(0..0);
        format!("{subject} {}", fold(self.sentence.text.get(of).unwrap_or("")))
    }

    /// What the clause says, else what the date says beside the document's own.
    fn status(&self, told: Option<Told>, date: Option<&Fact<PartialDate>>) -> Option<EngagementStatus> {
        let sentence = self.sentence;
        let before = |n: usize| self.phrase.words.start.checked_sub(n).map_or("", |at| sentence.word(at));
        if is_in_set("ahead", before(1))
            || (1..=4).any(|n| before(n) == "eve" || before(n) == "to" && before(n + 1) == "forward")
        {
            return Some(EngagementStatus::Planned);
        }
        let said = told.and_then(|told| told.status);
        let open = date.is_some_and(|date| matches!(date.value, PartialDate::Since(_)));
        let again = sentence.words.iter().any(|word| is_in_set("recurring", &word.folded));
        if said != Some(EngagementStatus::Planned) && (again && self.phrase.ordinal.is_none() && date.is_none() || open)
        {
            return Some(EngagementStatus::Recurring);
        }
        // An edition's year is no day to compare with.
        let exact = |date: &PartialDate| matches!(date, PartialDate::At(point) if point.month.is_some());
        let own = self.view.date().filter(exact).and_then(PartialDate::bounds);
        let when = date.and_then(|date| date.value.bounds());
        let by_date = match (when, own) {
            // A date after the document's own is still to come; one before it has passed.
            (Some((from, _)), Some((_, to))) if from > to => Some(EngagementStatus::Announced),
            (Some((_, to)), Some((from, _))) if to < from => Some(EngagementStatus::Held),
            _ => None,
        };
        match said {
            // "Hosts" with a date or a number tells of one occasion.
            Some(EngagementStatus::Recurring) if date.is_some() || self.phrase.ordinal.is_some() => {
                by_date.or(Some(EngagementStatus::Held))
            }
            Some(said) => Some(said),
            None => by_date,
        }
    }

    /// Where a visit goes: "his state visit to the United States".
    fn destination(&self) -> Option<Range<usize>> {
        if self.phrase.kind != EngagementKind::Visit {
            return None;
        }
        let parse = self.sentence.parse();
        let tokens = self.noun_tokens();
        let slots = parse.parsed.clauses.iter().flat_map(|clause| clause.slots.iter());
        let to = slots.into_iter().find(|slot| {
            let led =
                matches!(slot.role, SlotRole::Complement(at) if parse.tokens.is(at, "to") && at + 1 >= tokens.end);
            led && matches!(slot.governor, Governor::Noun(noun) if tokens.contains(&noun))
        })?;
        let bytes = self.sentence.bytes(&to.phrase);
        let somewhere = self.sentence.named.iter().any(|name| {
            bytes.start <= name.range.start
                && name.range.end <= bytes.end
                && (name.is_state() || matches!(name.kind, EntityKind::Place | EntityKind::Region))
        });
        somewhere.then(|| place_of(self.sentence, &to.phrase)).flatten()
    }

    /// A city in the name; a state that is none of the pair whose name it is.
    fn place_in_name(&self) -> Option<Range<usize>> {
        let name = self.sentence.bytes(&self.phrase.words);
        let inside = |named: &&Named| name.start <= named.range.start && named.range.end <= name.end;
        let inside: Vec<&Named> = self.sentence.named.iter().filter(inside).collect();
        let sides = self.names_of_name();
        let beside =
            |named: &&Named| named.is_state() && sides.len() > 1 && sides.iter().all(|side| side.range != named.range);
        let city = inside.iter().find(|named| named.kind == EntityKind::Place);
        let named = city.copied().or_else(|| inside.into_iter().find(beside)).map(|named| named.range.clone());
        named.or_else(|| self.city_in_name(!sides.is_empty()))
    }

    /// "Seoul Nuclear Security Summit", "U.S.-DPRK Singapore Summit": a city at the start of the name or right before the
    /// noun; there a country, too, where the name says otherwise who meets.
    fn city_in_name(&self, has_sides: bool) -> Option<Range<usize>> {
        let words = &self.sentence.words;
        let before = self.phrase.head.checked_sub(1).filter(|at| self.phrase.words.contains(at));
        let is_year = |at: &usize| words[*at].text.bytes().all(|b| b.is_ascii_digit());
        let first = self.phrase.words.clone().find(|at| !is_year(at)).filter(|at| *at < self.phrase.head);
        let city = |at: usize| {
            let found = PLACES.at(self.sentence.text, words, at).filter(|_| self.sentence.is_capital(at))?;
            Some(words[at].start..words.get(at + found.count - 1)?.end)
        };
        let country = || {
            let at = before.filter(|at| has_sides && self.sentence.is_capital(*at))?;
            let spaced = at > 0 && self.sentence.behind(at - 1) == " ";
            COUNTRIES.phrase(self.sentence.word(at)).filter(|_| spaced)?;
            Some(words[at].start..words[at].end)
        };
        first.and_then(city).or_else(|| before.and_then(city)).or_else(country)
    }

    /// Korean puts its verb last; what stands in the sentence around the name is said of it.
    fn read_korean(&self) -> Option<EventDraft> {
        let status = korean::status_after(self.sentence, self.phrase.words.end..self.next);
        let dates = korean::dates_around(self.sentence, &self.phrase.words, self.next);
        let date = dates.first().and_then(|when| {
            resolve(when, self.view.date(), self.view.evidence(self.sentence.passage, when.range.clone())?)
        });
        let weak = !(self.phrase.ordinal.is_some() || date.is_some() || status.is_some());
        if weak && !self.phrase.named {
            return None;
        }
        let told = status.map(|status| Told { clause: 0, telling: Telling::Aside, status: Some(status) });
        let mut draft = self.draft(told, &[], dates.first().copied(), None, weak)?;
        draft.place = draft.place.or_else(|| korean::place(self.sentence, self.phrase.words.end..self.next));
        Some(draft)
    }
}

/// True if `plural` ("two meetings") opens a list after a colon that `member` stands in.
fn announces(sentence: &Sentence, plural: &Phrase, member: &Phrase) -> bool {
    let tells_apart = member.ordinal.is_some() || member.named;
    let opens =
        plural.plural && !plural.named && !plural.korean && tells_apart && plural.words.end < member.words.start;
    opens && sentence.text[sentence.bytes(&(plural.words.end - 1..member.words.start))].contains(": ")
}

/// The words by which two tellings of one occasion are known to be the same.
fn key_words(sentence: &Sentence, phrase: &Phrase) -> Vec<String> {
    keyed_words(sentence, phrase).map(|(_, word)| word).collect()
}

/// The words of the key with the places of their tokens.
fn keyed_words<'a>(sentence: &'a Sentence, phrase: &Phrase) -> impl Iterator<Item = (usize, String)> + 'a {
    let keeps = move |at: &usize| {
        let word = sentence.word(*at);
        !matches!(word, "the" | "of" | "and" | "on" | "for" | "s" | "in")
            && occasion::ordinal(word).is_none()
            && !(word.len() == 4 && word.parse::<u16>().is_ok())
    };
    phrase.words.clone().filter(keeps).map(move |at| {
        let word = sentence.word(at);
        let word = word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word);
        // "U.S" and "US" are one.
        (at, word.replace('.', ""))
    })
}
