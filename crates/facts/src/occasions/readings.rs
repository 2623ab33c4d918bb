//! Occasions in sentences that the grammars of Korean, Japanese, Chinese and French have read.
//!
//! The clause gives the occasion its date, its place and those who take part, by what marks each phrase: "서울에서" is where,
//! "미국과" with whom. What its verb says of the truth decides as in English: what did not happen is no occasion.

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementStatus, EntityKind, Fact, Party};
use entente_language::grammars::{Reading, Relation};
use entente_language::values::DateMention as When;
use entente_language::values::ordinal::{find_counted, ordinal_at};
use entente_language::{Class, Clause, ClauseKind, Factuality, Language, Slot, SlotRole, Tag, VerbGroup};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::document_date::today;
use super::draft::EventDraft;
use super::frames::{Frame, Trigger, is_in_set, noun_frame_at_end, set_words, verb_frame_in};
use super::guards::{Guard, guard};
use super::parties::{Parties, party_of};
use crate::make;
use crate::resolve::resolve;
use crate::view::{Named, Sentence, View};

/// Words between a genitive and the noun that it belongs to, at most.
const MAX_NAME_BYTES: usize = 160;

/// Adds the occasions that a sentence tells whose grammar is not that of English. False if English is to read it.
pub(crate) fn read_events(view: &View, sentence: &Sentence, out: &mut Vec<EventDraft>) -> bool {
    let Some(reading) = sentence.reading() else { return false };
    for at in 0..reading.parsed.clauses.len() {
        let event = Event { view, sentence, reading, at };
        out.extend(event.read().ok().flatten());
    }
    true
}

/// A line for each verb that tells of an occasion: what was found, or why nothing was. `None` if English is to read the
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

    /// What the verb says of when it is, without the date.
    fn status(&self, verb: &VerbGroup) -> Option<EngagementStatus> {
        match verb.factuality() {
            Factuality::Happened => Some(EngagementStatus::Held),
            Factuality::Planned => Some(EngagementStatus::Planned),
            // "개최합니다", "訪問いたします": a present tells of what is to come; "is under way" of what is.
            Factuality::Present if verb.progressive => Some(EngagementStatus::Held),
            Factuality::Present => Some(EngagementStatus::Planned),
            Factuality::Negated | Factuality::Hypothetical | Factuality::Open => None,
        }
    }

    /// The status with what the date says: what a finished verb tells of a day to come is not over yet.
    fn dated_status(&self, status: Option<EngagementStatus>, date: Option<PartialDate>) -> Option<EngagementStatus> {
        let exact = |date: &PartialDate| matches!(date, PartialDate::At(point) if point.month.is_some());
        let own = self.view.date().filter(exact).and_then(PartialDate::bounds);
        let when = date.and_then(PartialDate::bounds);
        match (status, when, own) {
            (Some(EngagementStatus::Held), Some((from, _)), Some((_, to))) if from > to => {
                Some(EngagementStatus::Planned)
            }
            // Chinese verbs have no tense: without a date or a word for it nothing says that it is over.
            (Some(EngagementStatus::Held), None, _) if self.language() == Language::Chinese && !self.is_over() => None,
            (Some(EngagementStatus::Held), None, _) if self.says_next() => Some(EngagementStatus::Planned),
            (None, Some((from, _)), Some((_, to))) if from > to => Some(EngagementStatus::Announced),
            (None, Some((_, to)), Some((from, _))) if to < from => Some(EngagementStatus::Held),
            // "Le ministre rencontre" of a day that has passed.
            (Some(EngagementStatus::Planned), Some((_, to)), Some((from, _)))
                if to < from
                    && self.clause().verb.as_ref().is_some_and(|verb| verb.factuality() == Factuality::Present) =>
            {
                Some(EngagementStatus::Held)
            }
            (status, _, _) => status,
        }
    }

    /// True if the verb has a mark of the past.
    fn is_over(&self) -> bool {
        self.clause().verb.as_ref().is_some_and(|verb| verb.form == entente_language::verbs::Form::Past)
    }

    /// True if the clause speaks of the next of its kind: "차기 회의", "来年".
    fn says_next(&self) -> bool {
        let clause = self.clause();
        let end = clause.verb.as_ref().map_or(clause.after_verb.end, |verb| verb.tokens.start);
        let words = self.text(&(clause.before_verb.start..end));
        set_words("next").iter().any(|word| words.contains(word))
    }

    /// The occasion that the verb holds, attends or lets take place.
    fn find_occasion(&self, verb: &VerbGroup) -> Option<Occasion> {
        let lemma = verb.lemma();
        let frame = |trigger| self.frame(trigger, lemma);
        let clause = self.clause();
        let slots = |fits: &dyn Fn(Relation) -> bool| {
            let found = clause.slots.iter().filter(|slot| fits(self.reading.relation(slot)));
            found.map(|slot| slot.phrase.clone()).collect::<Vec<_>>()
        };
        let mut phrases: Vec<Range<usize>> = Vec::new();
        let passive = verb.passive;
        if frame(Trigger::Holds).is_some() && !passive {
            phrases.extend(slots(&|relation| relation == Relation::Object));
        }
        if frame(Trigger::Attends).is_some() && !passive {
            phrases.extend(slots(&|relation| matches!(relation, Relation::Object | Relation::In | Relation::To)));
        }
        if frame(Trigger::Occurs).is_some() || frame(Trigger::Holds).is_some() && passive {
            phrases.push(clause.subject.clone());
            if clause.kind == ClauseKind::Relative {
                phrases.extend(self.noun_after(verb));
            }
        }
        phrases.into_iter().find_map(|phrase| self.occasion_in(&phrase))
    }

    /// True if the verb's object or subject is an occasion.
    fn governs_occasion(&self) -> bool {
        let slots = &self.clause().slots;
        let near = slots.iter().filter(|slot| matches!(slot.role, SlotRole::Object | SlotRole::Subject));
        near.into_iter().any(|slot| self.occasion_in(&slot.phrase).is_some())
    }

    /// The noun phrase after the verb of a relative clause: "열린 **회의**".
    fn noun_after(&self, verb: &VerbGroup) -> Option<Range<usize>> {
        let start = verb.tokens.end;
        let clauses = &self.reading.parsed.clauses;
        let phrases = clauses.iter().flat_map(|clause| clause.slots.iter().map(|slot| &slot.phrase));
        phrases.chain(clauses.iter().map(|clause| &clause.subject)).find(|phrase| phrase.start == start).cloned()
    }

    /// The occasion that a phrase names: its last noun.
    fn occasion_in(&self, phrase: &Range<usize>) -> Option<Occasion> {
        let tokens = &self.reading.tokens;
        let tag = |at: usize| self.reading.parsed.tag(at);
        let after_noun = matches!(self.language(), Language::French);
        let nominal = |at: &usize| matches!(tag(*at), Some(Tag::Noun | Tag::Name(_)));
        let head = if after_noun {
            phrase.clone().find(|at| {
                nominal(at)
                    && noun_frame_at_end(self.language(), tokens.folded(*at))
                        .is_some_and(|(_, len)| len == tokens.folded(*at).len())
            })?
        } else {
            phrase.clone().rev().find(|at| nominal(at))?
        };
        let word = if after_noun { tokens.folded(head) } else { tokens.printed(head) };
        let (frame, _) = noun_frame_at_end(self.language(), word)?;
        let kind = frame.gives?;
        if self.is_no_occasion(phrase, head) {
            return None;
        }
        let words = if after_noun { self.french_name(phrase, head) } else { self.name_before(phrase, head) };
        let bytes = self.bytes(&words);
        let printed = self.sentence.text.get(bytes.clone()).unwrap_or("");
        let (ordinal, from) = if after_noun {
            (self.french_ordinal(phrase, head), 0)
        } else {
            // The number opens the name, and so do the states before it: "日韓第3回海洋対話".
            find_counted(printed).map_or((None, 0), |(value, _)| (Some(value), 0))
        };
        let ordinal = ordinal.and_then(|value| u16::try_from(value).ok());
        // "此次磋商": one that was told before.
        if ordinal.is_none() && set_words("refers-back").iter().any(|word| printed.starts_with(word)) {
            return None;
        }
        let name = bytes.start + from..bytes.end;
        let end = self.name_end(&name, head);
        (name.len() <= MAX_NAME_BYTES).then(|| Occasion {
            frame,
            kind,
            name: name.start..end,
            phrase: phrase.clone(),
            ordinal,
        })
    }

    /// The byte after the noun itself.
    fn name_end(&self, name: &Range<usize>, head: usize) -> usize {
        if self.language() == Language::French { name.end } else { self.bytes(&(head..head + 1)).end }
    }

    /// True for a noun that looks like an occasion but is not one between parties, such as "기자회견" (press conference).
    fn is_no_occasion(&self, phrase: &Range<usize>, head: usize) -> bool {
        let tokens = &self.reading.tokens;
        let around = phrase.start.max(head.saturating_sub(1))..phrase.end.min(head + 3);
        let text = self.text(&around);
        let folded = fold(text);
        entente_language_words(tokens.language).iter().any(|word| folded.contains(word) || text.contains(word))
    }

    /// The words before the head that belong to its name: back to a genitive, a comma or a coordinator.
    fn name_before(&self, phrase: &Range<usize>, head: usize) -> Range<usize> {
        let tokens = &self.reading.tokens;
        let mut start = head;
        while start > phrase.start {
            let before = start - 1;
            // "외교안보 및 국방 회의" is one; "오찬 및 회의" are two.
            let joins = matches!(self.reading.parsed.tag(before), Some(Tag::Coordinator))
                && before.checked_sub(1).is_some_and(|at| {
                    noun_frame_at_end(self.language(), tokens.printed(at)).is_none() && phrase.contains(&at)
                });
            let stops = matches!(self.reading.parsed.tag(before), Some(Tag::Preposition | Tag::Time))
                || matches!(self.reading.parsed.tag(before), Some(Tag::Coordinator)) && !joins
                || matches!(tokens.gap(start), entente_language::Gap::Comma);
            // "한·중": a dot joins; any other mark parts.
            let between = tokens.between(before).trim();
            if stops || !matches!(between, "" | "-" | "–" | "·" | "・" | "ㆍ" | "‧") {
                break;
            }
            start = before;
        }
        start..head + 1
    }

    /// A French name goes on after its noun: "deuxième session du Comité mixte".
    fn french_name(&self, phrase: &Range<usize>, head: usize) -> Range<usize> {
        let mut start = head;
        while start > phrase.start
            && matches!(self.reading.parsed.tag(start - 1), Some(Tag::Noun | Tag::Adjective | Tag::Number))
        {
            start -= 1;
        }
        start..phrase.end
    }

    fn french_ordinal(&self, phrase: &Range<usize>, head: usize) -> Option<u32> {
        // "La" is no number, though it looks like "L" with the ending of one.
        let words = (phrase.start..head).filter(|at| !matches!(self.reading.parsed.tag(*at), Some(Tag::Determiner)));
        words.into_iter().find_map(|at| ordinal_at(&self.reading.tokens, at).map(|(value, _)| value))
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
    /// in its name is told so.
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
            if with && slot.phrase != occasion.phrase {
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
                self.add_all(&mut parties, hosts.into_iter().filter(|name| name.kind == EntityKind::Country).collect());
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

    fn read_verb(&self, verb: &VerbGroup, frame: &'static Frame) -> Option<EventDraft> {
        let kind = frame.gives?;
        let clause = self.clause();
        let status = self.status(verb)?;
        let (date, _) = self.date(None);
        let status = self.dated_status(Some(status), date.as_ref().map(|date| date.value))?;
        let relation = |slot: &&Slot| self.reading.relation(slot);
        let object = || clause.slots.iter().filter(|slot| relation(slot) == Relation::Object);
        let with = || clause.slots.iter().filter(|slot| matches!(relation(slot), Relation::With | Relation::Between));
        let mut place = self.place(None);
        let mut parties = Parties::default();
        if !verb.passive {
            self.add_subject(&mut parties);
        }
        let subjects = parties.len();
        for slot in with() {
            self.add_all(&mut parties, self.names_in(&self.bytes(&slot.phrase)));
            parties.extend(self.unnamed_party(&slot.phrase));
        }
        if frame.needs("paper") {
            let papers: Vec<Range<usize>> = if verb.passive {
                let after = if clause.kind == ClauseKind::Relative { self.noun_after(verb) } else { None };
                std::iter::once(clause.subject.clone()).chain(after).collect()
            } else {
                clause
                    .slots
                    .iter()
                    .filter(|slot| matches!(relation(slot), Relation::Object | Relation::In | Relation::To))
                    .map(|slot| slot.phrase.clone())
                    .collect()
            };
            let paper = papers.into_iter().find(|phrase| self.is_paper(phrase))?;
            self.add_all(&mut parties, self.names_in(&self.bytes(&paper)));
            let enough = parties.len() > 1 || date.is_some() && (parties.len() > 0 || verb.passive);
            let name = self.span_of(verb, &paper);
            return enough
                .then(|| self.draft(kind, Some(status), date, place, name, parties.into_vec(), None, &frame.id, true))
                .flatten();
        }
        if frame.needs("somewhere") {
            // "Au deuxième jour de sa visite en Togo, il se rendra à Lomé": in French one goes to what follows the verb.
            let french = self.language() == Language::French;
            let to = |slot: &&Slot| {
                matches!(relation(slot), Relation::Object | Relation::To | Relation::In) && !(french && slot.leading)
            };
            let goal = clause.slots.iter().filter(to).find(|slot| self.somewhere(&slot.phrase).is_some())?;
            place = self.somewhere(&goal.phrase);
            let hosts = self.names_in(&self.bytes(&goal.phrase));
            self.add_all(&mut parties, hosts.into_iter().filter(|name| name.kind == EntityKind::Country).collect());
            let name = self.span_of(verb, &goal.phrase);
            let enough = subjects > 0 || date.is_some() && self.has_people(&clause.subject);
            return enough
                .then(|| self.draft(kind, Some(status), date, place, name, parties.into_vec(), None, &frame.id, true))
                .flatten();
        }
        let mut anchor = verb.tokens.clone();
        for slot in object() {
            let found = self.names_in(&self.bytes(&slot.phrase));
            if !found.is_empty() {
                anchor = slot.phrase.clone();
            }
            self.add_all(&mut parties, found);
            parties.extend(self.unnamed_party(&slot.phrase));
        }
        if let Some(slot) = with().next() {
            anchor = slot.phrase.clone();
        }
        let partner = parties.len() > subjects
            || with().next().is_some()
            || object().next().is_some_and(|slot| self.has_people(&slot.phrase));
        let somebody = subjects > 0 || self.has_people(&clause.subject);
        let enough = partner && somebody && (parties.len() > 1 || date.is_some() && parties.len() > 0)
            || subjects > 1 && (date.is_some() || place.is_some() || self.is_by_wire());
        let name = self.span_of(verb, &anchor);
        let kind = if kind == EngagementKind::Meeting && self.is_by_wire() { EngagementKind::Call } else { kind };
        enough
            .then(|| self.draft(kind, Some(status), date, place, name, parties.into_vec(), None, &frame.id, true))
            .flatten()
    }

    /// The bytes from a phrase to the verb, or from the verb to it.
    fn span_of(&self, verb: &VerbGroup, phrase: &Range<usize>) -> Range<usize> {
        let (verb, phrase) = (self.bytes(&verb.tokens), self.bytes(phrase));
        let both = verb.start.min(phrase.start)..verb.end.max(phrase.end);
        // Far from each other, the verb alone names it.
        if both.len() <= MAX_NAME_BYTES { both } else { verb }
    }

    /// Adds whom the subject names; of a pronoun, whom the nearest subject before it names: "Lund se rendra à Lomé, où **il**
    /// rencontrera".
    fn add_subject(&self, parties: &mut Parties) {
        let subject = self.own_phrase(&self.clause().subject);
        let pronoun = subject.len() == 1 && matches!(self.reading.parsed.tag(subject.start), Some(Tag::Pronoun));
        if pronoun {
            let before = self.reading.parsed.clauses[..self.at].iter().rev();
            let named =
                before.map(|clause| self.names_in(&self.bytes(&clause.subject))).find(|names| !names.is_empty());
            self.add_all(parties, named.unwrap_or_default());
            return;
        }
        self.add_all(parties, self.names_in(&self.bytes(&subject)));
        parties.extend(self.unnamed_party(&subject));
    }

    /// A phrase without the clause that describes its noun: "로메를 방문 중인 **룬드 장관**".
    fn own_phrase(&self, phrase: &Range<usize>) -> Range<usize> {
        let tokens = &self.reading.tokens;
        let ends_clause = |at: &usize| {
            let particle = matches!(self.reading.parsed.tag(*at), Some(Tag::Preposition));
            particle && is_in_set("particles-of-clauses", tokens.printed(*at))
                || is_in_set("adnominal-ko", tokens.printed(*at))
        };
        let last = phrase.end.saturating_sub(1);
        let cut = (phrase.start..last).rev().find(ends_clause).map_or(phrase.start, |at| at + 1);
        cut..phrase.end
    }

    fn add_all(&self, parties: &mut Parties, names: Vec<&Named>) {
        parties.extend(names.into_iter().filter_map(|name| party_of(self.view, self.sentence, name)));
    }

    /// The names in `bytes` of those who can act. Of somebody's office only the state is kept: "일본 외무성 사무차관" is Japan.
    fn names_in(&self, bytes: &Range<usize>) -> Vec<&Named> {
        let all: Vec<&Named> = self.sentence.actors_in(bytes).filter(|name| name.kind != EntityKind::Forum).collect();
        let body = |name: &Named| {
            matches!(name.kind, EntityKind::Agency | EntityKind::Organisation | EntityKind::Company | EntityKind::Media)
        };
        let beside = |a: &Named, b: &Named| {
            let (first, second) = if a.range.start < b.range.start { (a, b) } else { (b, a) };
            let gap = self.sentence.text.get(first.range.end..second.range.start).unwrap_or(",");
            !gap.contains([',', '、', '，']) && gap.chars().count() <= MAX_OFFICE_CHARS
        };
        let is_office = |name: &Named| {
            all.iter().any(|other| {
                matches!(other.kind, EntityKind::Person | EntityKind::Country)
                    && beside(name, other)
                    && self.is_one_member(name, other)
            })
        };
        // "외교부 **장관**", "外務省**局長**": the office of somebody whom no list knows.
        let of_office = |name: &Named| {
            let at = self.reading.tokens.token_at(name.range.end.saturating_sub(self.sentence.range.start));
            let near =
                self.sentence.text.get(name.range.end..).is_some_and(|rest| !rest.starts_with([',', '、', '，']));
            self.language() != Language::French && near && self.reading.tokens.has(at, Class::Role)
        };
        all.iter().copied().filter(|name| !(body(name) && (is_office(name) || of_office(name)))).collect()
    }

    /// True if no particle or coordinator parts the two names.
    fn is_one_member(&self, a: &Named, b: &Named) -> bool {
        let shift = self.sentence.range.start;
        let from = a.range.end.min(b.range.end).saturating_sub(shift);
        let to = a.range.start.max(b.range.start).saturating_sub(shift);
        let tokens = &self.reading.tokens;
        let inside = tokens.token_at(from)..tokens.token_at(to);
        !inside.into_iter().any(|at| {
            matches!(self.reading.parsed.tag(at), Some(Tag::Preposition | Tag::Coordinator))
                && tokens.printed(at) != "의"
                && tokens.printed(at) != "の"
                && tokens.printed(at) != "的"
        })
    }

    /// True if the clause says that people spoke from afar: "par téléphone".
    fn is_by_wire(&self) -> bool {
        let clause = self.clause();
        let end = clause.after_verb.end.max(clause.verb.as_ref().map_or(0, |verb| verb.tokens.end));
        let text = fold(self.text(&(clause.before_verb.start..end)));
        set_words("by-wire").iter().any(|word| text.contains(word))
    }

    /// The words of a phrase that name nobody who is known, as a party of their own: "石破総理". "양측" says too little.
    fn unnamed_party(&self, phrase: &Range<usize>) -> Option<Party> {
        let pronoun = phrase.len() == 1 && matches!(self.reading.parsed.tag(phrase.start), Some(Tag::Pronoun));
        if pronoun || phrase.is_empty() || !self.has_people(phrase) || !self.names_in(&self.bytes(phrase)).is_empty() {
            return None;
        }
        let last = self.reading.tokens.printed(phrase.end.checked_sub(1)?);
        if set_words("unnamed-parties").iter().any(|word| last.ends_with(word)) {
            return None;
        }
        let start = (phrase.start..phrase.end).rev().take_while(|at| {
            !matches!(self.reading.parsed.tag(*at), Some(Tag::Preposition | Tag::Coordinator | Tag::Time))
                && self.reading.tokens.gap(at + 1) != entente_language::Gap::Comma
        });
        let start = start.last()?;
        let span = self.view.span(self.sentence.passage, self.bytes(&(start..phrase.end)))?;
        Some(Party { span, entity: None })
    }

    /// True if the phrase ends with a word for people: "양 장관".
    fn has_people(&self, phrase: &Range<usize>) -> bool {
        crate::languages::is_people(self.reading, phrase)
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

    /// The place that a phrase names, if it names one.
    fn somewhere(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let bytes = self.bytes(phrase);
        if self.is_called_place(phrase) {
            return Some(self.place_bytes(phrase));
        }
        let inside = |name: &&Named| bytes.start <= name.range.start && name.range.end <= bytes.end;
        let mut names = self.sentence.named.iter().filter(inside);
        let place =
            names.find(|name| matches!(name.kind, EntityKind::Country | EntityKind::Place | EntityKind::Region))?;
        let last = self
            .sentence
            .named
            .iter()
            .filter(inside)
            .rfind(|name| matches!(name.kind, EntityKind::Country | EntityKind::Place | EntityKind::Region));
        Some(place.range.start..last.map_or(place.range.end, |last| last.range.end))
    }

    /// True if the last word of the phrase is what a place is called: "岡山県", "人民大会堂".
    fn is_called_place(&self, phrase: &Range<usize>) -> bool {
        let Some(last) = phrase.end.checked_sub(1).filter(|last| phrase.contains(last)) else { return false };
        let printed = self.reading.tokens.printed(last);
        set_words("place-endings").iter().any(|ending| printed.ends_with(ending) && printed != *ending)
    }

    /// The slots of the clause with those that lead the clause before it, where this one has none of their kind.
    fn settings(&self) -> Vec<&Slot> {
        let clauses = &self.reading.parsed.clauses;
        let about = |slot: &&Slot| {
            self.language() == Language::French && !slot.leading && self.reading.relation(slot) == Relation::About
        };
        // "À l'occasion de l'exposition sur la visite en France": what follows "sur" is said of that.
        let own: Vec<&Slot> = self.clause().slots.iter().take_while(|slot| !about(slot)).collect();
        if self.clause().kind != ClauseKind::Coordinate || own.iter().any(|slot| matches!(slot.role, SlotRole::Time(_)))
        {
            return own;
        }
        let first = clauses[..self.at]
            .iter()
            .rev()
            .find(|clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinate));
        let leading = first.into_iter().flat_map(|clause| clause.slots.iter().filter(|slot| slot.leading));
        own.into_iter().chain(leading).collect()
    }

    /// The date of the clause or of the occasion's own phrase, and whether there are several.
    fn date(&self, occasion: Option<&Occasion>) -> (Option<Fact<PartialDate>>, bool) {
        let fits = |slot: &&&Slot| {
            matches!(slot.role, SlotRole::Time(_))
                && matches!(
                    self.reading.relation(slot),
                    Relation::Time | Relation::In | Relation::To | Relation::Other | Relation::Topic | Relation::From
                )
        };
        let settings = self.settings();
        let mut ranges: Vec<Range<usize>> = settings.iter().filter(fits).map(|slot| self.bytes(&slot.phrase)).collect();
        if let Some(occasion) = occasion.filter(|_| ranges.is_empty()) {
            ranges.push(self.bytes(&occasion.phrase));
        }
        let mut found: Vec<&When> = Vec::new();
        for range in &ranges {
            let dates = self.sentence.dates.iter().chain(&self.sentence.bare_days);
            found.extend(dates.filter(|date| make::overlaps(&date.range, range)));
        }
        let several = found.len() > 1;
        let date = found.first().filter(|_| !several).and_then(|when| {
            resolve(when, self.view.date(), self.view.evidence(self.sentence.passage, when.range.clone())?)
        });
        let date = date.or_else(|| {
            let says_today = settings.is_empty() || !several;
            let clause = self.clause();
            let end = clause.verb.as_ref().map_or(clause.after_verb.end, |verb| verb.tokens.end);
            let words = clause.before_verb.start.min(clause.subject.start)..end;
            let today_said = words.into_iter().any(|at| is_in_set("today", self.reading.tokens.printed(at)));
            today(self.view, self.sentence).filter(|_| says_today && today_said && found.is_empty())
        });
        (date, several)
    }

    /// Where it is.
    fn place(&self, occasion: Option<&Occasion>) -> Option<Range<usize>> {
        let settings = self.settings();
        let fits = |slot: &&&Slot| {
            self.reading.relation(slot) == Relation::In
                && !matches!(slot.role, SlotRole::Time(_))
                && occasion.is_none_or(|occasion| occasion.phrase != slot.phrase)
        };
        // "Avant sa visite **en Arménie**, il a rencontré": the place of another occasion.
        let of_other = |slot: &&&Slot| {
            let before = settings
                .iter()
                .filter(|other| other.phrase.end <= slot.phrase.start)
                .max_by_key(|other| other.phrase.end);
            self.language() == Language::French
                && before.is_some_and(|other| {
                    other.phrase.end + 1 == slot.phrase.start
                        && occasion.is_none_or(|occasion| occasion.phrase != other.phrase)
                        && self.reading.relation(other) != Relation::Object
                        && self.occasion_in(&other.phrase).is_some()
                })
        };
        settings.iter().filter(fits).filter(|slot| !of_other(slot)).find_map(|slot| {
            if self.occasion_in(&slot.phrase).is_some() {
                return None;
            }
            let named = self.somewhere(&slot.phrase);
            let capital = self.language() == Language::French && self.reading.tokens.is_capital(slot.head);
            let somebody =
                !self.names_in(&self.bytes(&slot.phrase)).iter().all(|name| name.kind == EntityKind::Country);
            // "국제사회에서": only what is known as a place, or is called one, is a place.
            if capital && !somebody {
                return Some(self.place_bytes(&slot.phrase));
            }
            named
        })
    }

    /// The bytes of a place without the words of time before it.
    fn place_bytes(&self, phrase: &Range<usize>) -> Range<usize> {
        let start =
            phrase.clone().find(|at| !matches!(self.reading.parsed.tag(*at), Some(Tag::Determiner | Tag::Time)));
        self.bytes(&(start.unwrap_or(phrase.start)..phrase.end))
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
            key: fold(printed).split_whitespace().map(str::to_owned).collect(),
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

/// Characters between the name of an office and that of its holder, at most.
const MAX_OFFICE_CHARS: usize = 8;

/// Words beside the noun of an occasion that make it none, in the language.
fn entente_language_words(language: Language) -> &'static [&'static str] {
    match language {
        Language::Korean => set_words("no-occasion-ko"),
        Language::Japanese => set_words("no-occasion-ja"),
        Language::Chinese => set_words("no-occasion-zh"),
        Language::French => set_words("no-occasion-fr"),
        Language::English | Language::German | Language::Spanish | Language::Italian | Language::Portuguese => &[],
    }
}
