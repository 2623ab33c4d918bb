//! Clauses: the verbs of a sentence, each with the words that it governs.
//!
//! A finite-state cascade (Abney 1996; FASTUS, Hobbs et al. 1997): tags, verb groups, clause boundaries, slots. Every
//! token belongs to one clause at most, and every phrase to the nearest word that can govern it.

mod openings;
mod subjects;

use std::ops::Range;

use crate::slot::{Slot, SlotRole, read_slots};
use crate::tag::{Atom, Tag, tag_sentence};
use crate::token::{Gap, Tokens};
use crate::verb_group::{Time, VerbGroup, find_verb_groups};
use crate::verbs::Form;

/// What a clause is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// It is independent.
    Main,
    /// It is beside another, after "and" or a semicolon.
    Coordinate,
    /// What is said or thought: "said **that they met**".
    Complement,
    /// "**who met** the minister".
    Relative,
    /// "the meeting **held in Oslo**", "**by signing** a treaty".
    Participial,
    /// "**to discuss** trade": what something is done for.
    Infinitive,
    /// "**after they had met**", "**following** talks".
    Temporal,
    /// "because", "although", "if", "while" and the rest.
    Adverbial,
    /// No verb: a title, a label, a fragment.
    Nominal,
}

/// A clause. All ranges are of tokens.
#[derive(Clone, Debug)]
pub struct Clause {
    /// What it is in its sentence.
    pub kind: ClauseKind,
    /// The clause that it is part of or is beside; `None` for the first.
    pub parent: Option<usize>,
    /// Tokens before its verb, the subject among them.
    pub before_verb: Range<usize>,
    /// Its verb.
    pub verb: Option<VerbGroup>,
    /// Tokens after its verb.
    pub after_verb: Range<usize>,
    /// Its subject. Empty if it has none.
    pub subject: Range<usize>,
    /// The clause whose subject is its own, where it has none: "met A **and visited** B".
    pub subject_of: Option<usize>,
    /// The token of the word that opens it ("that", "after", "who", "if").
    pub marker: Option<usize>,
    /// What it governs: objects, complements by preposition, times, in the order of the text.
    pub slots: Vec<Slot>,
}

/// A sentence read.
#[derive(Clone, Debug, Default)]
pub struct ParsedSentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// A tag for each token.
    pub tags: Vec<Tag>,
    /// Its clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
}

impl ParsedSentence {
    /// The tag of token `at`; `None` outside.
    #[must_use]
    pub fn tag(&self, at: usize) -> Option<Tag> {
        at.checked_sub(self.tokens.start).and_then(|at| self.tags.get(at)).copied()
    }

    /// The clause that token `at` belongs to.
    #[must_use]
    pub fn clause_at(&self, at: usize) -> Option<usize> {
        let owns = |clause: &Clause| {
            clause.before_verb.contains(&at)
                || clause.after_verb.contains(&at)
                || clause.verb.as_ref().is_some_and(|verb| verb.tokens.contains(&at))
        };
        // Of nested ones the last is the innermost.
        self.clauses.iter().rposition(owns)
    }

    /// The tokens of the subject of clause `at`, its own or the one that it shares. Empty if nobody is named.
    #[must_use]
    pub fn subject_of(&self, at: usize) -> Range<usize> {
        let mut at = at;
        for _ in 0..=self.clauses.len() {
            let Some(clause) = self.clauses.get(at) else { break };
            match clause.subject_of {
                Some(other) if clause.subject.is_empty() && other < at => at = other,
                _ => return clause.subject.clone(),
            }
        }
        0..0
    }
}

/// Parses one sentence: the tokens `sentence`. `atoms` are names and dates, sorted; each is one noun to the grammar. `headline` is true
/// for a title, in which capital letters show nothing.
///
/// ```
/// use entente_language::{Factuality, parse_sentence, tokenize};
///
/// let tokens = tokenize("The two sides agreed to meet in May.");
/// let parsed = parse_sentence(&tokens, 0..tokens.len(), &[], false);
/// let verb = parsed.clauses[0].verb.as_ref().expect("it has a verb");
/// assert_eq!((verb.lemma(), verb.factuality()), ("meet", Factuality::Planned));
/// assert_eq!(parsed.subject_of(0), 0..3);
/// ```
#[must_use]
pub fn parse_sentence(tokens: &Tokens, sentence: Range<usize>, atoms: &[Atom], headline: bool) -> ParsedSentence {
    let tags = tag_sentence(tokens, sentence.clone(), atoms, headline);
    let groups = find_verb_groups(tokens, sentence.clone(), &tags);
    let mut parser = Parser { tokens, sentence: sentence.clone(), tags: &tags, clauses: Vec::new(), pending: None };
    for (n, group) in groups.iter().enumerate() {
        let from = n.checked_sub(1).map_or(sentence.start, |before| groups[before].tokens.end);
        parser.add(group.clone(), from);
    }
    let clauses = parser.finish(atoms);
    ParsedSentence { tokens: sentence, tags, clauses }
}

/// A noun phrase whose verb has not come yet: "The meeting, held in Oslo, **adopted** …".
struct Pending {
    /// Its tokens.
    tokens: Range<usize>,
    /// The first clause that is between it and its verb.
    inside: usize,
    /// What the clause is that it opens.
    kind: ClauseKind,
    /// The word that opens that clause, if one does.
    marker: Option<usize>,
}

struct Parser<'a> {
    tokens: &'a Tokens<'a>,
    sentence: Range<usize>,
    tags: &'a [Tag],
    clauses: Vec<Clause>,
    pending: Option<Pending>,
}

/// How a clause begins.
struct Opening {
    kind: ClauseKind,
    /// The first token of the clause.
    start: usize,
    marker: Option<usize>,
    /// It takes its subject from another clause.
    shares_subject: bool,
    /// It begins with a subject of its own, whatever stood before.
    fresh: bool,
}

impl Parser<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        at.checked_sub(self.sentence.start).and_then(|at| self.tags.get(at)).copied()
    }

    /// Adds the clause of `group`; `from` is the token after the verb group before.
    fn add(&mut self, group: VerbGroup, from: usize) {
        let mut opening = if group.finite { self.open_finite(&group, from) } else { self.open_nonfinite(&group, from) };
        self.end_clause_before(&opening, from);
        if opening.fresh {
            self.pending = None;
        }
        let resumes = group.finite && opening.kind == ClauseKind::Main;
        let (before_verb, parent) = match self.pending.take_if(|_| resumes) {
            Some(pending) => {
                opening.kind = pending.kind;
                opening.marker = pending.marker;
                let parent = self.resume(&pending, group.tokens.start);
                (pending.tokens, parent)
            }
            None => (opening.start..group.tokens.start, self.parent_of(opening.kind)),
        };
        let subject_of = opening.shares_subject.then_some(parent).flatten();
        let end = group.tokens.end;
        self.clauses.push(Clause {
            kind: opening.kind,
            parent,
            before_verb,
            verb: Some(group),
            after_verb: end..self.sentence.end,
            subject: 0..0,
            subject_of,
            marker: opening.marker,
            slots: Vec::new(),
        });
    }

    /// Ends the clause before one that begins with `opening`. Words between them that are the subject of a later clause wait
    /// for its verb.
    fn end_clause_before(&mut self, opening: &Opening, from: usize) {
        let first = self.clauses.is_empty();
        // Words before a clause that is not a main clause are the subject of a later clause.
        let embedded = !matches!(opening.kind, ClauseKind::Main | ClauseKind::Coordinate | ClauseKind::Complement);
        let may_wait = embedded && self.pending.is_none();
        let inside = self.clauses.len();
        let mut end = opening.start;
        if let Some(marker) = may_wait.then(|| self.marked_subject(from..opening.start)).flatten() {
            // "Agreed **that the measures**, announced in May, **are** under way".
            let kind = self.kind_of_marker(marker, first);
            self.pending = Some(Pending { tokens: marker..opening.start, inside, kind, marker: Some(marker) });
            end = marker;
        } else if may_wait && self.opens_subject(from..opening.start, first) {
            self.pending = Some(Pending { tokens: from..opening.start, inside, kind: ClauseKind::Main, marker: None });
        }
        if let Some(last) = self.clauses.last_mut() {
            last.after_verb.end = end.max(last.after_verb.start);
        }
    }

    /// Makes room for the clause whose subject has waited and whose verb begins at `verb`; returns the clause that it is part of.
    fn resume(&mut self, pending: &Pending, verb: usize) -> Option<usize> {
        let at = self.clauses.len();
        if let Some(last) = self.clauses.last_mut() {
            last.after_verb.end = verb.max(last.after_verb.start);
        }
        // The words turn out to be the subject of this clause, and belong to none before it.
        if let Some(before) = pending.inside.checked_sub(1).and_then(|at| self.clauses.get_mut(at)) {
            before.after_verb.end = before.after_verb.end.min(pending.tokens.start).max(before.after_verb.start);
        }
        // What comes between the subject and its verb is part of the clause that goes on.
        for clause in self.clauses.iter_mut().skip(pending.inside) {
            if clause.parent.is_none_or(|parent| parent < pending.inside) {
                clause.parent = Some(at);
            }
        }
        pending.inside.checked_sub(1).filter(|_| pending.kind != ClauseKind::Main)
    }

    /// The clause that one of `kind` is part of.
    fn parent_of(&self, kind: ClauseKind) -> Option<usize> {
        let last = self.clauses.len().checked_sub(1)?;
        match kind {
            ClauseKind::Main => None,
            ClauseKind::Coordinate => self
                .clauses
                .iter()
                .rposition(|clause| clause.verb.as_ref().is_some_and(|verb| verb.finite))
                .or(Some(last)),
            _ => Some(last),
        }
    }

    fn finish(mut self, atoms: &[Atom]) -> Vec<Clause> {
        if self.clauses.is_empty() {
            self.clauses.push(Clause {
                kind: ClauseKind::Nominal,
                parent: None,
                before_verb: self.sentence.clone(),
                verb: None,
                after_verb: self.sentence.end..self.sentence.end,
                subject: 0..0,
                subject_of: None,
                marker: None,
                slots: Vec::new(),
            });
        }
        let mut clauses = std::mem::take(&mut self.clauses);
        for clause in &mut clauses {
            let from = clause.marker.map_or(clause.before_verb.start, |marker| marker + 1);
            let own = from.max(clause.before_verb.start)..clause.before_verb.end;
            if clause.verb.is_some() {
                clause.subject = self.subject_in(own).unwrap_or(0..0);
            }
            // Who a relative clause or a participle after a noun speaks of is that noun.
            if clause.subject.is_empty() && matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participial) {
                let passive = clause.verb.as_ref().is_some_and(|verb| verb.form != Form::Gerund);
                if clause.kind == ClauseKind::Relative || passive && clause.marker.is_none() {
                    let end = clause.before_verb.start;
                    let end =
                        if end > 0 && self.tokens.gap(end) == Gap::Comma { end } else { clause.before_verb.start };
                    let start = self.noun_phrase_start(self.sentence.start, end);
                    if start < end {
                        clause.subject = start..end;
                        clause.subject_of = None;
                    }
                }
            }
            clause.slots = read_slots(self.tokens, &self.sentence, self.tags, atoms, clause);
        }
        for at in 0..clauses.len() {
            govern(&mut clauses, at);
        }
        clauses
    }
}

/// True if a determiner comes before the date that ends `tags`.
fn governed_time(tags: &[Tag]) -> bool {
    let before = tags.iter().rev().find(|tag| !matches!(tag, Tag::Time));
    matches!(before, Some(Tag::Determiner))
}

/// Applies the verb of the clause around clause `at` to it: "said they **would meet**" is a future, "invited her **to
/// attend**" is hers and may never happen.
fn govern(clauses: &mut [Clause], at: usize) {
    let Some(parent) = clauses[at].parent.filter(|parent| *parent < at) else { return };
    let Some(around) = clauses[parent].verb.clone() else { return };
    let object =
        clauses[parent].slots.iter().find(|slot| slot.role == SlotRole::Object).map(|slot| slot.phrase.clone());
    let clause = &mut clauses[at];
    let Some(verb) = &mut clause.verb else { return };
    match clause.kind {
        ClauseKind::Complement => {
            if verb.would && around.time == Time::Past {
                verb.conditional = false;
                verb.time = Time::Future;
            }
            if let Some(governor) = around.verb.filter(|verb| verb.government.deny || verb.government.hypothetical) {
                verb.governors.insert(0, governor.government);
            }
        }
        ClauseKind::Infinitive => {
            let government = around.verb.map(|verb| verb.government).unwrap_or_default();
            if let Some(object) = object.filter(|_| government.hypothetical || government.negative || government.future)
            {
                verb.governors.insert(0, government);
                clause.subject = object;
                clause.subject_of = None;
            }
        }
        _ => {}
    }
}
