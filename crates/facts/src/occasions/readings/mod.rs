//! Occasions in sentences that the grammars of Korean, Japanese, Chinese and French have read.
//!
//! The clause gives the occasion its date, its place and those who take part, by what marks each phrase: "서울에서" is where,
//! "미국과" with whom. What its verb says of the truth decides as in English: what did not happen is not an occasion.

mod date_and_place;
mod occasion_nouns;
mod participants;
mod status;
mod verbs;

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, EntityKind, Fact, Party};
use entente_language::grammars::{Reading, Relation};
use entente_language::values::ordinal::find_counted;
use entente_language::{Clause, ClauseKind, Factuality, Language, Slot, SlotRole, VerbGroup};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::draft::EventDraft;
use super::frames::{Frame, Trigger, is_in_set, noun_frame_at_end, set_words, verb_frame_in};
use super::guards::{Guard, guard};
use super::parties::{Parties, party_of};
use crate::make;
use crate::view::{Named, Sentence, View};

/// Bytes of the name of an occasion, at most.
const MAX_NAME_BYTES: usize = 160;

/// Adds the occasions that a sentence reports whose grammar is not that of English. False if English is to read it.
pub(crate) fn read_events(view: &View, sentence: &Sentence, out: &mut Vec<EventDraft>) -> bool {
    let Some(reading) = sentence.reading() else { return false };
    for at in 0..reading.parsed.clauses.len() {
        let event = Event { view, sentence, reading, at };
        out.extend(event.read().ok().flatten());
    }
    true
}

/// A line for each verb that reports an occasion: what was found, or why nothing was. `None` if English is to read the
/// sentence.
pub(crate) fn explain_events(view: &View, sentence: &Sentence) -> Option<Vec<String>> {
    let reading = sentence.reading()?;
    let mut out = Vec::new();
    for at in 0..reading.parsed.clauses.len() {
        let event = Event { view, sentence, reading, at };
        let words = event.clause().verb.as_ref().map_or(0..0, |verb| sentence.reading_bytes(reading, &verb.tokens));
        let words = sentence.text.get(words).unwrap_or("");
        match event.read() {
            Ok(Some(draft)) => out.push(super::describe_draft(view, sentence, &draft, "")),
            Ok(None) => {}
            Err(Refusal::Guard(guard)) => out.push(format!("refused: \"{words}\" by {}: {}", guard.id, guard.refuses)),
            Err(Refusal::Lacks(frame)) => {
                out.push(format!(
                    "no fact: \"{words}\" ({}) lacks a party, an object or a day that it needs",
                    frame.id
                ));
            }
        }
    }
    Some(out)
}

/// Why a matched frame gives no fact.
enum Refusal {
    Guard(&'static Guard),
    Lacks(&'static Frame),
}

struct Event<'a, 't> {
    view: &'a View<'a>,
    sentence: &'a Sentence<'t>,
    reading: &'a Reading<'t>,
    /// The clause.
    at: usize,
}

/// The noun that names an occasion.
struct Occasion {
    frame: &'static Frame,
    kind: EngagementKind,
    /// Bytes of the passage's reading text: the whole name.
    name: Range<usize>,
    /// Tokens of the phrase that it stands in.
    phrase: Range<usize>,
    ordinal: Option<u16>,
}

impl Event<'_, '_> {
    fn clause(&self) -> &Clause {
        &self.reading.parsed.clauses[self.at]
    }

    fn language(&self) -> Language {
        self.reading.tokens.language
    }

    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        self.sentence.reading_bytes(self.reading, range)
    }

    fn text(&self, range: &Range<usize>) -> &str {
        self.sentence.text.get(self.bytes(range)).unwrap_or("")
    }

    /// The frame of a verb of the language; a space in the verb is a low line in the table.
    fn frame(&self, trigger: Trigger, lemma: &str) -> Option<&'static Frame> {
        if lemma.is_empty() {
            return None;
        }
        verb_frame_in(self.language(), trigger, &lemma.replace(' ', "_"))
    }

    fn read(&self) -> Result<Option<EventDraft>, Refusal> {
        let Some(verb) = self.clause().verb.as_ref() else { return Ok(self.read_title()) };
        let occasion = self.find_occasion(verb);
        if occasion.is_none()
            && let Some(draft) = self.read_aside(verb)
        {
            return Ok(Some(draft));
        }
        let event = self.frame(Trigger::Event, verb.lemma());
        let cancelled = verb.verb.is_some_and(|verb| verb.government.cancel || verb.government.negative);
        if occasion.is_none() && cancelled && self.governs_occasion() {
            return Err(guard("cancelled").map_or_else(|| Refusal::Guard(&super::guards::GUARDS[0]), Refusal::Guard));
        }
        if occasion.is_none() && event.is_none() {
            return Ok(None);
        }
        let refuse = |id: &str| guard(id).map(Refusal::Guard);
        match verb.factuality() {
            Factuality::Negated => return refuse("negated").map_or(Ok(None), Err),
            Factuality::Hypothetical => return refuse("hypothetical").map_or(Ok(None), Err),
            Factuality::Happened | Factuality::Present | Factuality::Planned | Factuality::Open => {}
        }
        if self.clause().kind == ClauseKind::Adverbial {
            return refuse("condition").map_or(Ok(None), Err);
        }
        if let Some(occasion) = occasion {
            let frame = occasion.frame;
            return self.read_noun(verb, occasion).map(Some).ok_or(Refusal::Lacks(frame));
        }
        match event {
            Some(frame) => self.read_verb(verb, frame).map(Some).ok_or(Refusal::Lacks(frame)),
            None => Ok(None),
        }
    }

    /// "제10차 한중 전략대화 개최": a title without a verb names what it is about.
    fn read_title(&self) -> Option<EventDraft> {
        let clause = self.clause();
        if self.reading.parsed.clauses.len() > 1 {
            return None;
        }
        let last = clause.slots.last()?;
        let mut phrase = last.phrase.clone();
        let held = is_in_set("nominal-holding", self.reading.tokens.printed(phrase.end.checked_sub(1)?));
        if held {
            phrase.end -= 1;
        }
        let occasion = self.occasion_in(&phrase)?;
        occasion.ordinal?;
        let parties = self.names_in(&self.bytes(&phrase));
        let parties: Vec<Party> =
            parties.into_iter().filter_map(|name| party_of(self.view, self.sentence, name)).collect();
        self.draft(
            occasion.kind,
            None,
            None,
            None,
            occasion.name,
            parties,
            occasion.ordinal,
            "numbered-occasion",
            false,
        )
    }

    /// "日米韓外相会合では、…で一致した": the occasion at which something else was done was held. Only one with a number or the states
    /// in its name is reported so.
    fn read_aside(&self, verb: &VerbGroup) -> Option<EventDraft> {
        if verb.factuality() != Factuality::Happened || self.clause().kind == ClauseKind::Relative {
            return None;
        }
        let event = self.frame(Trigger::Event, verb.lemma());
        let beside = |slot: &&Slot| self.reading.relation(slot) == Relation::In && event.is_none();
        let occasion = self.clause().slots.iter().filter(beside).find_map(|slot| self.occasion_in(&slot.phrase))?;
        let names = self.names_in(&occasion.name);
        let states = names.iter().filter(|name| name.is_state()).count();
        if occasion.ordinal.is_none() && states < 2 {
            return None;
        }
        let parties = names.into_iter().filter_map(|name| party_of(self.view, self.sentence, name)).collect();
        let rule = if occasion.ordinal.is_some() { "numbered-occasion" } else { "named-occasion" };
        self.draft(
            occasion.kind,
            Some(EngagementStatus::Held),
            None,
            None,
            occasion.name,
            parties,
            occasion.ordinal,
            rule,
            false,
        )
    }

    fn read_noun(&self, verb: &VerbGroup, occasion: Occasion) -> Option<EventDraft> {
        let clause = self.clause();
        let status = self.status(verb);
        let (date, several) = self.date(Some(&occasion));
        let status = self.dated_status(status, date.as_ref().map(|date| date.value));
        let place = self.place(Some(&occasion));
        let mut parties = Parties::default();
        let of_phrase = self.names_in(&self.bytes(&occasion.phrase));
        let holds = !verb.passive;
        let inside = clause.subject.start <= occasion.phrase.start && occasion.phrase.end <= clause.subject.end;
        if holds && !inside {
            self.add_subject(&mut parties);
        }
        for slot in &clause.slots {
            let with = matches!(self.reading.relation(slot), Relation::With | Relation::Between)
                || verb.passive && self.reading.relation(slot) == Relation::By;
            if with && slot.phrase != occasion.phrase && !self.is_of_other_occasion(slot, &occasion) {
                self.add_all(&mut parties, self.names_in(&self.bytes(&slot.phrase)));
                parties.extend(self.unnamed_party(&slot.phrase));
            }
        }
        let goal = clause.slots.iter().filter(|slot| {
            occasion.kind == EngagementKind::Visit
                && slot.phrase != occasion.phrase
                && matches!(self.reading.relation(slot), Relation::To | Relation::In)
                && !matches!(slot.role, SlotRole::Time(_))
        });
        let goal = goal.into_iter().find_map(|slot| self.somewhere(&slot.phrase).map(|place| (slot, place)));
        let place = match goal {
            Some((slot, goal)) => {
                let hosts = self.names_in(&self.bytes(&slot.phrase));
                // The host alone would look like who travelled.
                if parties.len() > 0 {
                    let hosts = hosts.into_iter().filter(|name| name.kind == EntityKind::Country).collect();
                    self.add_all(&mut parties, hosts);
                }
                Some(goal)
            }
            None => place,
        };
        let place_bytes = place.clone().unwrap_or(0..0);
        let of_phrase = of_phrase.into_iter().filter(|name| !make::overlaps(&name.range, &place_bytes)).collect();
        self.add_all(&mut parties, of_phrase);
        let parties = parties.into_vec();
        let settled =
            date.is_some() || occasion.ordinal.is_some() || parties.len() > 1 || place.is_some() && !parties.is_empty();
        if !settled && (parties.is_empty() || status != Some(EngagementStatus::Held)) || several && status.is_none() {
            return None;
        }
        status?;
        let rule = if occasion.ordinal.is_some() { "numbered-occasion" } else { "occasion-behind-verb" };
        self.draft(occasion.kind, status, date, place, occasion.name, parties, occasion.ordinal, rule, false)
    }

    /// "Un entretien avec A, suivi d'une rencontre **avec B**": who comes to another occasion in the sentence.
    fn is_of_other_occasion(&self, slot: &Slot, occasion: &Occasion) -> bool {
        let marker = match slot.role {
            SlotRole::Complement(at) => at,
            _ => return false,
        };
        let before = marker.checked_sub(1).filter(|at| !occasion.phrase.contains(at));
        self.language() == Language::French
            && before.is_some_and(|at| {
                let word = self.reading.tokens.folded(at);
                noun_frame_at_end(Language::French, word).is_some_and(|(_, length)| length == word.len())
            })
    }

    /// The bytes from a phrase to the verb, or from the verb to it.
    fn span_of(&self, verb: &VerbGroup, phrase: &Range<usize>) -> Range<usize> {
        let (verb, phrase) = (self.bytes(&verb.tokens), self.bytes(phrase));
        let both = verb.start.min(phrase.start)..verb.end.max(phrase.end);
        // Far from each other, the verb alone names it.
        if both.len() <= MAX_NAME_BYTES { both } else { verb }
    }

    /// True if the clause says that people spoke from afar: "par téléphone".
    fn is_by_wire(&self) -> bool {
        let clause = self.clause();
        let end = clause.after_verb.end.max(clause.verb.as_ref().map_or(0, |verb| verb.tokens.end));
        let text = fold(self.text(&(clause.before_verb.start..end)));
        set_words("by-wire").iter().any(|word| text.contains(word))
    }

    fn is_paper(&self, phrase: &Range<usize>) -> bool {
        let text = self.text(phrase);
        let folded = fold(text);
        let named = self
            .sentence
            .named
            .iter()
            .any(|name| name.kind == EntityKind::Instrument && make::overlaps(&name.range, &self.bytes(phrase)));
        let french = self.language() == Language::French;
        let words = set_words(if french { "papers-fr" } else { "papers-east" });
        named
            || words.iter().any(|word| match french {
                true => folded.split(|c: char| !c.is_alphanumeric()).any(|part| part == *word),
                false => text.contains(word),
            })
    }

    /// The words of an occasion's name by which its series is known: in scripts of East Asia without the states and the number
    /// that it begins with, so that "제9차 한·미 협의회" and "제10차 한미 협의회" are two of one series.
    fn key_of(&self, name: &Range<usize>, inside: &[Named]) -> Vec<String> {
        let printed = self.sentence.text.get(name.clone()).unwrap_or("");
        if self.language() == Language::French {
            return fold(printed).split_whitespace().map(str::to_owned).collect();
        }
        let counted = find_counted(printed).map(|(_, bytes)| bytes);
        let mut rest = String::with_capacity(printed.len());
        for (at, c) in printed.char_indices() {
            let of_state = inside.iter().any(|named| named.is_state() && named.range.contains(&(name.start + at)));
            let of_number = counted.as_ref().is_some_and(|counted| counted.contains(&at));
            rest.push(if of_state || of_number { ' ' } else { c });
        }
        let words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(fold).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "each is a slot of the occasion")]
    fn draft(
        &self,
        kind: EngagementKind,
        status: Option<EngagementStatus>,
        date: Option<Fact<PartialDate>>,
        place: Option<Range<usize>>,
        name: Range<usize>,
        participants: Vec<Party>,
        ordinal: Option<u16>,
        rule: &str,
        deed: bool,
    ) -> Option<EventDraft> {
        let sentence = self.sentence;
        let evidence = self.view.evidence_around(sentence.passage, sentence.range.clone(), name.clone())?;
        let printed = sentence.text.get(name.clone())?;
        let inside: Vec<Named> =
            sentence.named.iter().filter(|named| make::overlaps(&named.range, &name)).cloned().collect();
        let of_name = make::entities(&inside, EntityKind::Topic);
        let topics = if of_name.is_empty() { make::entities(&sentence.named, EntityKind::Topic) } else { of_name };
        let mut states: Vec<u32> =
            inside.iter().filter(|named| named.is_state() && !deed).map(|named| named.entity).collect();
        states.sort_unstable();
        states.dedup();
        let subject = self.bytes(&self.clause().subject);
        let about = format!("{} {}", fold(printed), fold(sentence.text.get(subject).unwrap_or("")));
        Some(EventDraft {
            passage: sentence.passage,
            key: self.key_of(&name, &inside),
            matter: Vec::new(),
            opens: false,
            kind,
            ordinal,
            named: ordinal.is_some(),
            definite: false,
            deed,
            states,
            weak: false,
            date,
            status,
            place,
            participants,
            topics,
            evidence,
            also: Vec::new(),
            about,
            rule: rule.to_owned(),
            name,
        })
    }
}
