//! French: the subject comes before its verb, the past is made of two words, and prepositions mark the rest.

mod openings;
mod phrases;
mod verb_groups;
mod words;

use std::ops::Range;
use std::sync::OnceLock;

use self::openings::open;
use self::phrases::{noun_before, slots_in, subject_in};
use self::verb_groups::{Group, find_groups};
use self::words::{Word, tag_of, words_of};
use super::tables::{Grammar, Mark};
use super::{ByteAtom, Reading, Relation};
use crate::clause::{Clause, ClauseKind, ParsedSentence};
use crate::language::Language;
use crate::slot::SlotRole;
use crate::tag::Tag;
use crate::token::{Gap, Tokens, tokenize_in};
use crate::verb_group::Time;
use crate::verbs::{self, Government};

const MARKS: &str = include_str!("../../data/grammars/french-marks.tsv");
const VERBS: &str = include_str!("../../data/grammars/french-verbs.tsv");
const ENDINGS: &str = include_str!("../../data/grammars/french-endings.tsv");
const NOUNS: &str = include_str!("../../data/grammars/french-nouns.tsv");

fn grammar() -> &'static Grammar {
    static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
    GRAMMAR.get_or_init(|| Grammar::read(MARKS, VERBS, ENDINGS, NOUNS))
}

/// Reads a French sentence.
pub(super) fn read<'a>(text: &'a str, atoms: &[ByteAtom]) -> Reading<'a> {
    let tokens = tokenize_in(text, Language::French);
    let words: Vec<Word> = words_of(&tokens, atoms);
    let relations = words
        .iter()
        .map(|word| match word {
            Word::Mark(Mark::Relation(relation)) => *relation,
            _ => Relation::Other,
        })
        .collect();
    let groups = find_groups(&tokens, &words);
    let parsed = build(&tokens, &words, groups);
    Reading { tokens, parsed, relations }
}

fn build(tokens: &Tokens, words: &[Word], groups: Vec<Group>) -> ParsedSentence {
    let end = words.len();
    let mut tags: Vec<Tag> = words.iter().map(tag_of).collect();
    for found in &groups {
        for at in found.group.tokens.clone() {
            if !matches!(tags[at], Tag::Adverb | Tag::Not) {
                tags[at] = Tag::Verb(verbs::Form::Base, found.group.verb);
            }
        }
    }
    let mut clauses: Vec<Clause> = Vec::new();
    let mut shared: Range<usize> = 0..0;
    for found in groups {
        let from = clauses.last().and_then(|clause| clause.verb.as_ref()).map_or(0, |verb| verb.tokens.end);
        let verb = found.group.tokens.clone();
        let opening = open(tokens, words, from, &found, clauses.is_empty());
        if let Some(last) = clauses.last_mut() {
            last.after_verb.end = opening.start.max(last.after_verb.start);
        }
        let before_verb = opening.start..verb.start;
        let mut subject = match opening.kind {
            ClauseKind::Participial | ClauseKind::Relative if opening.antecedent => {
                noun_before(tokens, words, opening.start)
            }
            _ => subject_in(tokens, words, &(opening.from..verb.start)),
        };
        if subject.is_empty()
            && matches!(opening.kind, ClauseKind::Coordinate | ClauseKind::Main | ClauseKind::Infinitive)
        {
            subject = shared.clone();
        }
        if matches!(opening.kind, ClauseKind::Coordinate | ClauseKind::Main) && !subject.is_empty() {
            shared = subject.clone();
        }
        clauses.push(Clause {
            kind: opening.kind,
            parent: clauses.len().checked_sub(1).filter(|_| opening.kind != ClauseKind::Main),
            before_verb,
            verb: Some(found.group),
            after_verb: verb.end..end,
            subject,
            subject_of: None,
            marker: opening.marker,
            slots: Vec::new(),
        });
    }
    if clauses.is_empty() {
        clauses.push(Clause {
            kind: ClauseKind::Nominal,
            parent: None,
            before_verb: 0..end,
            verb: None,
            after_verb: end..end,
            subject: 0..0,
            subject_of: None,
            marker: None,
            slots: Vec::new(),
        });
    }
    for clause in &mut clauses {
        let marker = clause.marker.map_or(clause.before_verb.start, |marker| marker + 1);
        let mut slots = slots_in(tokens, words, marker.max(clause.before_verb.start)..clause.before_verb.end, true);
        slots.extend(slots_in(tokens, words, clause.after_verb.clone(), false));
        clause.slots = slots;
        invert(tokens, clause);
    }
    for at in 1..clauses.len() {
        govern(&mut clauses, at);
    }
    ParsedSentence { tokens: 0..end, tags, clauses }
}

/// ", a annoncé lundi la présidence": the subject of a verb that reports comes after it.
fn invert(tokens: &Tokens, clause: &mut Clause) {
    let reports = clause.verb.as_ref().and_then(|verb| verb.verb).is_some_and(|verb| verb.government.report);
    let comma = clause.verb.as_ref().is_some_and(|verb| tokens.gap(verb.tokens.start) == Gap::Comma);
    if reports
        && comma
        && let Some(slot) = clause.slots.iter_mut().find(|slot| slot.role == SlotRole::Object)
    {
        slot.role = SlotRole::Subject;
        clause.subject = slot.phrase.clone();
    }
}

/// Applies the verb of the clause before to an infinitive: "décidé **de tenir** un sommet".
fn govern(clauses: &mut [Clause], at: usize) {
    let (before, after) = clauses.split_at_mut(at);
    let (Some(parent), Some(clause)) = (before.last(), after.first_mut()) else { return };
    let Some(around) = parent.verb.as_ref() else { return };
    let government = around.verb.map(|verb| verb.government).unwrap_or_default();
    let Some(verb) = clause.verb.as_mut() else { return };
    match clause.kind {
        ClauseKind::Infinitive if verb.time == Time::Open => {
            let near = parent.after_verb.len() <= 3;
            if government.future && near {
                verb.governors.push(Government { future: true, ..Government::default() });
            } else {
                verb.governors.push(Government { hypothetical: true, ..Government::default() });
            }
            if around.negated {
                verb.negated = true;
            }
        }
        ClauseKind::Complement if government.deny => {
            verb.governors.push(Government { deny: true, ..Government::default() });
        }
        ClauseKind::Complement if government.hypothetical => {
            verb.governors.push(Government { hypothetical: true, ..Government::default() });
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{ENDINGS, MARKS, NOUNS, VERBS};

    #[test]
    fn the_tables_are_sorted_and_understood() {
        super::super::tables::tests::check(MARKS, VERBS, ENDINGS, NOUNS);
    }
}
