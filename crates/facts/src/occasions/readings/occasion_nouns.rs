//! The noun that names an occasion: which one a clause holds, attends or lets take place, and how far its name goes.

use std::ops::Range;

use entente_language::grammars::Relation;
use entente_language::values::ordinal::{find_counted, ordinal_at};
use entente_language::{ClauseKind, Language, SlotRole, Tag, VerbGroup};
use entente_text::fold::fold;

use super::{Event, MAX_NAME_BYTES, Occasion};
use crate::occasions::frames::{Trigger, noun_frame_at_end, set_words};

impl Event<'_, '_> {
    /// The occasion that the verb holds, attends or lets take place.
    pub(super) fn find_occasion(&self, verb: &VerbGroup) -> Option<Occasion> {
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
    pub(super) fn governs_occasion(&self) -> bool {
        let slots = &self.clause().slots;
        let near = slots.iter().filter(|slot| matches!(slot.role, SlotRole::Object | SlotRole::Subject));
        near.into_iter().any(|slot| self.occasion_in(&slot.phrase).is_some())
    }

    /// The noun phrase after the verb of a relative clause: "열린 **회의**".
    pub(super) fn noun_after(&self, verb: &VerbGroup) -> Option<Range<usize>> {
        let start = verb.tokens.end;
        let clauses = &self.reading.parsed.clauses;
        let phrases = clauses.iter().flat_map(|clause| clause.slots.iter().map(|slot| &slot.phrase));
        phrases.chain(clauses.iter().map(|clause| &clause.subject)).find(|phrase| phrase.start == start).cloned()
    }

    /// The occasion that a phrase names: its last noun.
    pub(super) fn occasion_in(&self, phrase: &Range<usize>) -> Option<Occasion> {
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
        // "此次磋商": one that was reported before.
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
    pub(super) fn name_end(&self, name: &Range<usize>, head: usize) -> usize {
        if self.language() == Language::French { name.end } else { self.bytes(&(head..head + 1)).end }
    }

    /// True for a noun that looks like an occasion but is not one between parties, such as "기자회견" (press conference).
    pub(super) fn is_no_occasion(&self, phrase: &Range<usize>, head: usize) -> bool {
        let tokens = &self.reading.tokens;
        let around = phrase.start.max(head.saturating_sub(1))..phrase.end.min(head + 3);
        let text = self.text(&around);
        let folded = fold(text);
        words_against_occasion(tokens.language).iter().any(|word| folded.contains(word) || text.contains(word))
    }

    /// The words before the head that belong to its name: back to a genitive, a comma or a coordinator.
    pub(super) fn name_before(&self, phrase: &Range<usize>, head: usize) -> Range<usize> {
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
    pub(super) fn french_name(&self, phrase: &Range<usize>, head: usize) -> Range<usize> {
        let mut start = head;
        while start > phrase.start
            && matches!(self.reading.parsed.tag(start - 1), Some(Tag::Noun | Tag::Adjective | Tag::Number))
        {
            start -= 1;
        }
        start..phrase.end
    }

    pub(super) fn french_ordinal(&self, phrase: &Range<usize>, head: usize) -> Option<u32> {
        // "La" is not a number, although it looks like "L" with the ending of one.
        let words = (phrase.start..head).filter(|at| !matches!(self.reading.parsed.tag(*at), Some(Tag::Determiner)));
        words.into_iter().find_map(|at| ordinal_at(&self.reading.tokens, at).map(|(value, _)| value))
    }
}

/// Words of `language` beside the noun of an occasion which show that it is not an occasion.
fn words_against_occasion(language: Language) -> &'static [&'static str] {
    match language {
        Language::Korean => set_words("no-occasion-ko"),
        Language::Japanese => set_words("no-occasion-ja"),
        Language::Chinese => set_words("no-occasion-zh"),
        Language::French => set_words("no-occasion-fr"),
        Language::English | Language::German | Language::Spanish | Language::Italian | Language::Portuguese => &[],
    }
}
