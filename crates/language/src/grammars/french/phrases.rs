//! French noun phrases and what governs them.

use std::ops::Range;

use super::words::{Word, is_nominal};
use crate::grammars::Relation;
use crate::grammars::tables::Mark;
use crate::slot::{Governor, Slot, SlotRole};
use crate::tag::AtomKind;
use crate::token::{Gap, Tokens};

/// Tokens of a noun phrase, at most.
const MAX_PHRASE_TOKENS: usize = 120;

/// Tokens of a list that are looked over for its last "et".
const MAX_LIST_TOKENS: usize = 60;

/// The noun phrase that ends right before token `at`; empty if none does.
pub(super) fn noun_before(tokens: &Tokens, words: &[Word], at: usize) -> Range<usize> {
    let mut start = at;
    while start > at.saturating_sub(MAX_PHRASE_TOKENS) {
        let word = &words[start - 1];
        let inside = is_nominal(word) || matches!(word, Word::Mark(Mark::Relation(Relation::Of)));
        let joined = start == at || matches!(tokens.gap(start), Gap::Space | Gap::Join);
        if !inside || !joined && start < at {
            break;
        }
        start -= 1;
    }
    start..at
}

/// The noun phrases of `range` that no preposition governs, from the first to the last: a subject with its appositions.
pub(super) fn subject_in(tokens: &Tokens, words: &[Word], range: &Range<usize>) -> Range<usize> {
    let slots = slots_in(tokens, words, range.clone(), true);
    let subjects: Vec<&Slot> = slots.iter().filter(|slot| slot.role == SlotRole::Subject).collect();
    match (subjects.first(), subjects.last()) {
        (Some(first), Some(last)) => first.phrase.start..last.phrase.end,
        _ => 0..0,
    }
}

/// The phrases of `range`, each with its preposition.
pub(super) fn slots_in(tokens: &Tokens, words: &[Word], range: Range<usize>, leading: bool) -> Vec<Slot> {
    let mut out: Vec<Slot> = Vec::new();
    let mut preposition: Option<usize> = None;
    let mut at = range.start;
    while at < range.end.min(words.len()) {
        match words[at] {
            Word::Atom(AtomKind::Time) => {
                let end = (at..range.end)
                    .find(|next| !matches!(words[*next], Word::Atom(AtomKind::Time)))
                    .unwrap_or(range.end);
                let role = SlotRole::Time(preposition.take());
                out.push(Slot { role, governor: Governor::Verb, phrase: at..end, head: end - 1, leading });
                at = end;
            }
            // "Le 29 mai".
            Word::Determiner if matches!(words.get(at + 1), Some(Word::Atom(AtomKind::Time))) => at += 1,
            // "Ont tenu des consultations", "Des déclarations": an article.
            Word::Mark(Mark::Relation(Relation::Of)) if preposition.is_some() || at == range.start => at += 1,
            Word::Mark(Mark::Relation(_)) => {
                preposition = Some(at);
                at += 1;
            }
            Word::Pronoun if leading => {
                let slot =
                    Slot { role: SlotRole::Subject, governor: Governor::Verb, phrase: at..at + 1, head: at, leading };
                out.push(slot);
                at += 1;
            }
            word if is_nominal(&word) => {
                let end = phrase_end(tokens, words, at, range.end);
                let role = match preposition.take() {
                    Some(token) => SlotRole::Complement(token),
                    None if leading => SlotRole::Subject,
                    // "Rencontrera son homologue, Sergueï X": what follows the comma says who that is.
                    None if matches!(tokens.gap(at), Gap::Comma)
                        && out
                            .last()
                            .is_some_and(|last| !matches!(last.role, SlotRole::Time(_)) && last.phrase.end == at) =>
                    {
                        if let Some(last) = out.last_mut() {
                            last.phrase.end = end;
                        }
                        at = end;
                        continue;
                    }
                    None => SlotRole::Object,
                };
                let head = (at..end).find(|at| matches!(words[*at], Word::Noun | Word::Atom(_))).unwrap_or(at);
                out.push(Slot { role, governor: Governor::Verb, phrase: at..end, head, leading });
                at = end;
            }
            Word::Adverb => at += 1,
            _ => {
                if !matches!(words[at], Word::Mark(Mark::And)) {
                    preposition = None;
                }
                at += 1;
            }
        }
    }
    out
}

/// The token after the noun phrase that begins at `at`: its words, "de" with what follows, and what "et" and commas coordinate
/// with it.
fn phrase_end(tokens: &Tokens, words: &[Word], at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    let limit = limit.min(at + MAX_PHRASE_TOKENS);
    while end < limit {
        let joined = matches!(tokens.gap(end), Gap::Space | Gap::Join);
        let word = &words[end];
        let next = words.get(end + 1).filter(|_| end + 1 < limit);
        let goes_on = match word {
            Word::Mark(Mark::Relation(Relation::Of)) => joined && next.is_some_and(is_nominal),
            Word::Mark(Mark::And) => joined && next.is_some_and(is_nominal),
            word if is_nominal(word) && joined => {
                !matches!(words.get(end + 1), Some(Word::Atom(AtomKind::Time))) || !matches!(word, Word::Determiner)
            }
            // "La Suisse, la France et le Mali".
            word if is_nominal(word) => matches!(tokens.gap(end), Gap::Comma) && is_listed(tokens, words, end, limit),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    while end > at + 1 && matches!(words[end - 1], Word::Mark(_) | Word::Determiner) {
        end -= 1;
    }
    end
}

/// True if the phrases from `at` on, parted by commas, come to an "et".
fn is_listed(tokens: &Tokens, words: &[Word], at: usize, limit: usize) -> bool {
    let end = limit.min(at + MAX_LIST_TOKENS).min(words.len());
    let inside = |next: &usize| {
        let word = &words[*next];
        matches!(word, Word::Mark(Mark::Relation(Relation::Of))) || is_nominal(word) && !tokens.follows_stop(*next)
    };
    let last = (at..end).find(|next| !inside(next));
    last.is_some_and(|last| matches!(words[last], Word::Mark(Mark::And)))
}
