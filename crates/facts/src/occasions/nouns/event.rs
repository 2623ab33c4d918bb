//! The occasion that a noun names, with its name, status and level.

use std::ops::Range;

use entente_corpus::{EngagementKind, EngagementLevel, EngagementStatus, EntityKind, Fact, rules};
use entente_language::values::DateMention as When;
use entente_language::{Factuality, Gap, Slot};
use entente_text::PartialDate;
use entente_text::fold::fold;

use super::{NounEvent, Telling, Told};
use crate::occasions::draft::EventDraft;
use crate::occasions::frames::is_in_set;
use crate::occasions::korean;
use crate::occasions::parties::{Parties, party_of};
use crate::occasions::phrase::Phrase;
use crate::occasions::setting::find_place;
use crate::view::{Named, Sentence};
use crate::{make, occasion};

impl NounEvent<'_, '_> {
    pub(super) fn draft(
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
            let subject = self.subject(told).into_iter();
            participants.extend(subject.filter(|party| !self.only_arranges(told, party)));
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
            ordinal: phrase.ordinal.filter(|number| *number > 1 || !self.is_first_since()),
            named: phrase.named,
            // "The next meeting" is not the one that was reported last.
            definite: phrase.definite && !is_in_set("marks-occasion", self.word_before(1)),
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

    /// "The **first** visit of a President to Togo **since** 2017": there were others before.
    fn is_first_since(&self) -> bool {
        let tokens = &self.sentence.parse().tokens;
        let goes_on = |at: &usize| !matches!(tokens.gap(*at), Gap::Comma | Gap::Break);
        let mut rest = (self.phrase.head + 1..tokens.len()).take_while(goes_on);
        rest.any(|at| tokens.is(at, "since"))
    }

    /// The `n`th word before the phrase; "" outside.
    fn word_before(&self, n: usize) -> &str {
        self.phrase.words.start.checked_sub(n).map_or("", |at| self.sentence.word(at))
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
        if occasion::level(&name) == EngagementLevel::Unknown {
            return self.words_of_people(told);
        }
        let people = if occasion::is_summit_by_name_alone(&name) { self.words_of_people(told) } else { String::new() };
        if occasion::level(&people) == EngagementLevel::Leaders { format!("{name} {people}") } else { name }
    }

    /// The words of those who hold the occasion or attend it, and of those after "of".
    fn words_of_people(&self, told: Option<Told>) -> String {
        let people = told.filter(|told| matches!(told.telling, Telling::Holds | Telling::Attends));
        // Who attends a conference is one of many, whose rank is not its own.
        let one_of_many = matches!(
            self.phrase.kind,
            EngagementKind::Conference | EngagementKind::Workshop | EngagementKind::Training
        );
        let people = people.filter(|told| !(one_of_many && told.telling == Telling::Attends));
        let people = people.filter(|told| !self.is_arranged(*told));
        let subject = people.map(|told| self.sentence.parse().parsed.subject_of(told.clause)).unwrap_or(0..0);
        let subject = fold(self.sentence.text.get(self.sentence.bytes(&subject)).unwrap_or(""));
        let of = self.own_slot().map(|(_, slot)| self.own_member(&slot.phrase)).unwrap_or(0..0);
        // "As President **of the Seventh Meeting**": an office of the occasion itself is not a rank.
        let article = usize::from(self.phrase.definite);
        let first = self.phrase.words.start;
        let is_office = first > article && self.sentence.word(first - article - 1) == "of" && of.contains(&first);
        let of = self.sentence.bytes(&if is_office { first..of.end } else { of });
        format!("{subject} {}", fold(self.sentence.text.get(of).unwrap_or("")))
    }

    /// The tokens of `phrase` without other occasions that are listed beside this one: "the Dialogue of officials, **the Talks**".
    fn own_member(&self, phrase: &Range<usize>) -> Range<usize> {
        let others = || self.phrases.iter().filter(|other| phrase.contains(&other.head));
        let before = others().filter(|other| other.head < self.phrase.head).map(|other| other.words.end);
        let after = others().filter(|other| other.head > self.phrase.head).map(|other| other.words.start);
        before.max().unwrap_or(phrase.start).max(phrase.start)..after.min().unwrap_or(phrase.end).min(phrase.end)
    }

    /// "**Looked forward** to closer ties at the summit in July": it is still to come.
    pub(super) fn is_looked_forward_to(&self) -> bool {
        let words = 1..self.phrase.words.start;
        let looks = |at: usize| self.sentence.word(at) == "forward" && self.sentence.word(at - 1).starts_with("look");
        words.into_iter().any(looks) && self.phrase.ordinal.is_none_or(|_| !self.phrase.definite)
    }

    /// What the clause says, else what the date says beside the document's own.
    pub(super) fn status(&self, told: Option<Told>, date: Option<&Fact<PartialDate>>) -> Option<EngagementStatus> {
        let sentence = self.sentence;
        let before = |n: usize| self.word_before(n);
        // "Took part in a **scheduled** summit": it has taken place.
        let over = told.is_some_and(|told| {
            told.status == Some(EngagementStatus::Held)
                && told.telling != Telling::Aside
                && self.word_before(1) != "next"
        });
        if self.is_looked_forward_to()
            || is_in_set("ahead", before(1)) && !over
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
        // An edition's year is not a day to compare with.
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
            // "Hosts" with a date or a number reports one occasion.
            Some(EngagementStatus::Recurring) if date.is_some() || self.phrase.ordinal.is_some() => {
                by_date.or(Some(EngagementStatus::Held))
            }
            // "The summit held from 3 to 5 May", "is hosting its symposium on 3 May": if that day is to come, so is the occasion.
            Some(EngagementStatus::Held) if by_date == Some(EngagementStatus::Announced) && !self.is_past(told) => {
                by_date
            }
            Some(said) => Some(said),
            None => by_date,
        }
    }
}

impl NounEvent<'_, '_> {
    /// True if a finite verb says that it has happened: "was held", not "held from 3 to 5 May" or "is hosting".
    fn is_past(&self, told: Option<Told>) -> bool {
        let clauses = &self.sentence.parse().parsed.clauses;
        let verb = told.and_then(|told| clauses.get(told.clause)?.verb.as_ref());
        verb.is_some_and(|verb| verb.finite && verb.factuality() == Factuality::Happened)
    }
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
