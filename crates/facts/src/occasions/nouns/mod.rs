//! Occasions that a noun reports: "the fourth Cyber Policy Consultation", "bilateral consultations", "the April 2023 State
//! Visit", with the verb by which they take place.
//!
//! Where the occasion stands in its clause decides what is said of it: the object of "hold", the subject of "take place",
//! what stands after "during". Its date, place and parties come from that clause and from its own noun phrase alone.

mod date_and_place;
mod event;
mod participants;
mod telling;

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus};
use entente_language::values::DateMention as When;
use entente_language::{Class, Gap, Governor, Slot, SlotRole};

use super::draft::{EventDraft, Speakers};
use super::frames::{Frame, Trigger, is_in_set};
use super::guards::{refuse_clause, refuse_object};
use super::korean;
use super::parties::complement_parties;
use super::phrase::{self, Phrase};
use super::setting::{Scope, find_month, find_place, is_today};
use crate::resolve::resolve;
use crate::view::{Named, Sentence, View};

/// A bare year this many years after the document's own year is a target ("by 2030"), not the date of an occasion.
const MIN_TARGET_YEARS: u32 = 5;

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

/// How a clause reports an occasion.
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

/// The clause that reports an occasion.
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

    /// The frame of the noun, and that of the verb that reports it.
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
        let beside = beside || told.is_some_and(|told| !self.own_visitors(told).is_empty());
        // A name says by itself which occasion "at the Camp David Summit" is; a common noun does not.
        let shown = told.is_some_and(|told| told.status.is_some() && (told.telling != Telling::Aside || phrase.named))
            || self.is_nominal_holding();
        let dated = !dates.is_empty()
            || find_month(sentence, &slots).is_some()
            || phrase.year.is_some()
            || told.is_some_and(|told| is_today(sentence, Some(told.clause)));
        let placed = told.is_some_and(|told| told.telling != Telling::Aside) && find_place(sentence, &slots).is_some();
        let Some(weak) = self.weigh(told, shown, dated || placed, inside || beside, subject.len(), several.len())
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

    /// True for words that look like an occasion and never are one.
    fn is_no_occasion(&self) -> bool {
        let (sentence, phrase) = (self.sentence, self.phrase);
        let modifiers = self.modifiers();
        let head = sentence.word(phrase.head);
        let before = phrase.words.start.checked_sub(1).map_or("", |at| sentence.word(at));
        let further = phrase.words.start.checked_sub(2).map_or("", |at| sentence.word(at));
        // "Members attend every meeting": a rule is about all of them, and reports none.
        let any = modifiers.iter().chain([&before]).any(|word| is_in_set("any-occasion", word));
        // "This is a meeting held in accordance with …" says what something is; what it is was reported before.
        let predicate = matches!(before, "a" | "an")
            && (matches!(further, "is" | "was" | "as") || further == "of" && !self.is_nominal_holding());
        let of_press = modifiers
            .iter()
            .any(|word| is_in_set("no-occasion", word) && !(*word == "video" && phrase.kind == EngagementKind::Call));
        // "The Memorandum of 5 May (Tribal Consultation)" says what a paper is about.
        let ahead = sentence.text.get(sentence.range.start..sentence.bytes(&phrase.words).start).unwrap_or("");
        let opened = ahead.rfind('(').is_some_and(|open| ahead.rfind(')').is_none_or(|close| close < open));
        let closed = sentence.gap_after(phrase.words.end.saturating_sub(1)).starts_with(')');
        let bracketed = opened && closed && phrase.ordinal.is_none() && phrase.year.is_none();
        let frame = sentence.frames.noun(head).map(|(frame, _)| frame);
        let needs = |need: &str| frame.is_some_and(|frame| frame.needs(need));
        let unnamed = !phrase.named && phrase.ordinal.is_none();
        let forces = needs("forces") && !phrase.named && !modifiers.iter().any(|word| is_in_set("joint", word));
        // "The U.S. Congress" makes laws, "Public Law 830, 81st Congress" is one of it; "the 12th World Congress" is held.
        let sits = phrase.ordinal.is_none() || modifiers.len() < 2 && sentence.word(phrase.head + 1) != "of";
        let legislature = is_in_set("legislature", head)
            && sits
            && phrase.year.is_none()
            && !modifiers.iter().any(|word| matches!(*word, "world" | "international"));
        let single = is_in_set("nothing-alone", head) && unnamed;
        // "Director-General **for** Ports and Accession Negotiations" is somebody.
        let tokens = &sentence.parse().tokens;
        let is_role = |at: usize| {
            let own = tokens.has(at, Class::Role) && !tokens.folded(at).ends_with('s');
            own || tokens.gap(at) == Gap::Join && at > 0 && tokens.has(at - 1, Class::Role)
        };
        let is_office = phrase.words.clone().any(|at| at + 1 < phrase.head && is_role(at) && tokens.is(at + 1, "for"));
        any || is_office
            || predicate
            || of_press
            || bracketed
            || legislature
            || forces
            || single
            || needs("named") && unnamed
    }

    /// Whether the occasion is reported for certain (`Some(false)`), only if something else reports it (`Some(true)`), or not at all.
    fn weigh(
        &self,
        told: Option<Told>,
        shown: bool,
        dated: bool,
        state: bool,
        subjects: usize,
        several: usize,
    ) -> Option<bool> {
        let phrase = self.phrase;
        let subject = subjects > 0;
        let modifiers = self.modifiers();
        let head = self.sentence.word(phrase.head);
        let needs_verb = self.sentence.frames.noun(head).is_some_and(|(frame, _)| frame.needs("held"));
        let holds = told.is_some_and(|told| told.telling == Telling::Holds || told.telling == Telling::Occurs);
        // "A forum" is a body as often as an occasion: only what is held is one. "The second round of the talks" is reported by
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
        let determined =
            entente_language::lexicon::classes_of(before, entente_language::Language::English).has(Class::Determiner);
        let weak = if phrase.kind == EngagementKind::Visit && !phrase.named {
            // "His state visit to the United States": somewhere to go makes it one.
            let goes = self.destination().is_some();
            !(goes && (shown || dated || !modifiers.is_empty() || self.owner().is_some())
                || dated && !modifiers.is_empty())
        } else if phrase.named || phrase.ordinal.is_some() {
            !(phrase.ordinal.is_some() || dated || shown)
        } else if phrase.plural {
            let own = phrase.year.is_some() && modifiers.len() > 1;
            // "States will hold consultations" promises, and reports no occasion.
            let shown = shown && (dated || told.is_none_or(|told| told.status != Some(EngagementStatus::Planned)));
            // "Had discussions with Togo": nothing says who did, or when.
            let who = if needs_verb { state && subject || subjects > 1 || dated } else { state || subject };
            !(own || several > 1 || shown && who && (holds || dated))
        } else {
            // "Officials attended the meeting": which one, another sentence says.
            let refers =
                phrase.definite && !dated && !state && told.is_some_and(|told| told.telling == Telling::Attends);
            let owned = determined || self.owner().is_some();
            let specific =
                !refers && (phrase.definite || owned || !modifiers.is_empty() || head == "talks" || needs_verb);
            !(specific && (shown && (dated || state || subject) || dated && state))
        };
        // A word that could be anything is taken for an occasion only if something else reports it.
        if weak && !phrase.named && !phrase.definite { None } else { Some(weak) }
    }

    /// "The **convening of** a Space Dialogue", "**readout of** President Lund's call": a noun says that it is held, and nothing says
    /// when.
    fn is_nominal_holding(&self) -> bool {
        let words = self.phrase.words.start.saturating_sub(8)..self.phrase.words.start;
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

    /// "A day **prior to** the summit", "**ahead of** it": the sentence reports something that comes before it.
    fn is_still_ahead(&self) -> bool {
        let before = |n: usize| self.phrase.words.start.checked_sub(n).map_or("", |at| self.sentence.word(at));
        let article = usize::from(self.phrase.definite);
        let (last, first) = (before(article + 1), before(article + 2));
        is_in_set("aside-ahead", last) || matches!(last, "to" | "of") && is_in_set("aside-ahead", first)
    }

    /// The tokens of the occasion's noun and of those coordinated with it: "a workshop and an exercise in October".
    fn noun_tokens(&self) -> Range<usize> {
        let own = self.phrase.words.start.min(self.phrase.head)..self.phrase.words.end.max(self.phrase.head + 1);
        let Some((_, slot)) = self.own_slot() else { return own };
        // "The first session **of the working group** in Minsk": what is said of its body is said of it.
        let other = self.phrases.iter().any(|other| other.head >= own.end && slot.phrase.contains(&other.head));
        let of_body = own.end < slot.phrase.end && self.sentence.word(own.end) == "of" && !other;
        if of_body && self.phrase.kind != EngagementKind::Visit {
            return own.start..slot.phrase.end;
        }
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

    /// True if `phrase` has the occasion as its head or as a coordinated member, not after "of".
    fn is_head_of(&self, phrase: &Range<usize>) -> bool {
        let from = phrase.start;
        let of = (from..self.phrase.words.start.max(from)).find(|at| self.sentence.word(*at) == "of");
        // "The second round **of** the talks" is the talks.
        let part =
            |of: usize| of.checked_sub(1).is_some_and(|noun| is_in_set("parts-of-occasion", self.sentence.word(noun)));
        phrase.contains(&self.phrase.head) && of.is_none_or(part)
    }

    /// The slots from which its date, place and parties may come.
    fn slots(&self, scope: &Scope, told: Option<Told>) -> Vec<&Slot> {
        let sentence = self.sentence;
        let own = |slot: &&Slot| !slot.phrase.contains(&self.phrase.head);
        let slots: Vec<&Slot> = scope.slots(sentence).into_iter().filter(own).collect();
        match told.map(|told| told.telling) {
            // What else the clause says is said of something else; what leads it is said of both.
            Some(Telling::Aside) => {
                // "On 3 May, a day before the summit, they met": that is when they met.
                let apart = self.is_still_ahead();
                let beside = |slot: &&Slot| {
                    matches!(slot.governor, Governor::Noun(_))
                        || slot.leading && matches!(slot.role, SlotRole::Time(_)) && self.leads() && !apart
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
