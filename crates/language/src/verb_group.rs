//! Verb groups: a verb with its auxiliaries and the verbs that govern it ("has agreed to hold"), and their
//! factuality.

mod participles;

use std::ops::Range;
use std::sync::OnceLock;

use crate::tag::Tag;
use crate::token::{Gap, Tokens};
use crate::verbs::{Form, Government, Verb};

/// A verb with what comes before it.
#[derive(Clone, Debug)]
pub struct VerbGroup {
    /// Its tokens, from the first auxiliary to the verb itself.
    pub tokens: Range<usize>,
    /// The token of the main verb.
    pub head: usize,
    /// That verb; `None` where only its ending shows that it is one.
    pub verb: Option<&'static Verb>,
    /// True if it can be the verb of a clause of its own; false for participles, gerunds and infinitives.
    pub finite: bool,
    /// The form of its first word.
    pub form: Form,
    /// When it is.
    pub time: Time,
    /// "has been holding", "is working".
    pub progressive: bool,
    /// "was held".
    pub passive: bool,
    /// "should", "could", "may", "would".
    pub conditional: bool,
    /// "would": in what somebody said in the past it is a future.
    pub would: bool,
    /// "not", "never".
    pub negated: bool,
    /// What the verbs before the last one do to it, the outermost first.
    pub governors: Vec<Government>,
}

/// When something is, by the tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// "met", "has met", "had met".
    Past,
    /// "meets", "are meeting".
    Present,
    /// "will meet", "is to meet".
    Future,
    /// An infinitive, participle or gerund alone: the clause around it says.
    Open,
}

/// Whether what a clause reports happened, is planned, is denied or only possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factuality {
    /// It was so.
    Happened,
    /// It is so, or so again and again.
    Present,
    /// It is still to come.
    Planned,
    /// It was not so: negated, refused, failed.
    Negated,
    /// It may be so: "should", "could", "proposed to".
    Hypothetical,
    /// Nothing says.
    Open,
}

impl VerbGroup {
    /// The base form of the verb; "" where it is not in the table.
    #[must_use]
    pub fn lemma(&self) -> &'static str {
        self.verb.map_or("", |verb| verb.lemma)
    }

    /// What tense, modality and governing verbs say together.
    #[must_use]
    pub fn factuality(&self) -> Factuality {
        if self.negated || self.governors.iter().any(|government| government.negative || government.deny) {
            return Factuality::Negated;
        }
        if self.conditional || self.governors.iter().any(|government| government.hypothetical) {
            return Factuality::Hypothetical;
        }
        if self.governors.iter().any(|government| government.future) {
            return Factuality::Planned;
        }
        match self.time {
            Time::Past => Factuality::Happened,
            Time::Present => Factuality::Present,
            Time::Future => Factuality::Planned,
            Time::Open => Factuality::Open,
        }
    }
}

/// "Is **able** to", "are **unwilling** to": adjectives that govern an infinitive, with what they make of it.
fn predicate(word: &str) -> Option<Government> {
    static TABLE: OnceLock<Vec<(&'static str, Government)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        include_str!("../data/predicates.tsv")
            .lines()
            .skip(1)
            .filter_map(|line| {
                let (word, class) = line.split_once('\t')?;
                let government = match class {
                    "future" => Government { future: true, ..Government::default() },
                    "negative" => Government { negative: true, ..Government::default() },
                    "hypothetical" => Government { hypothetical: true, ..Government::default() },
                    _ => Government { actual: true, ..Government::default() },
                };
                Some((word, government))
            })
            .collect()
    });
    let at = table.binary_search_by(|(known, _)| known.cmp(&word)).ok()?;
    Some(table[at].1)
}

/// True for an adjective that governs an infinitive: "stand **ready** to".
pub(crate) fn is_predicate(word: &str) -> bool {
    predicate(word).is_some()
}

/// The verb groups of a sentence, in order. `tags` are those of the tokens of `sentence`.
#[must_use]
pub fn find_verb_groups(tokens: &Tokens, sentence: Range<usize>, tags: &[Tag]) -> Vec<VerbGroup> {
    let reader = Reader { tokens, sentence: &sentence, tags };
    let mut out: Vec<VerbGroup> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match reader.read(at) {
            Some(mut group) => {
                // "Plans to visit A **and to meet** B": the second infinitive is governed as the first.
                if let Some(before) = out.last()
                    && group.form == Form::Base
                    && !group.finite
                    && !before.governors.is_empty()
                    && reader.is_coordinated(before.tokens.end, group.tokens.start)
                {
                    group.governors = before.governors.iter().copied().chain(group.governors).collect();
                    group.time = before.time;
                    group.conditional |= before.conditional;
                    group.negated |= before.negated;
                    group.finite = before.finite;
                }
                at = group.tokens.end.max(at + 1);
                out.push(group);
            }
            None => at += 1,
        }
    }
    reader.find_participles(&mut out);
    out
}

struct Reader<'a> {
    tokens: &'a Tokens<'a>,
    sentence: &'a Range<usize>,
    tags: &'a [Tag],
}

impl Reader<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        at.checked_sub(self.sentence.start).and_then(|at| self.tags.get(at)).copied()
    }

    /// The group that begins at `at`.
    fn read(&self, at: usize) -> Option<VerbGroup> {
        let mut group = VerbGroup {
            tokens: at..at + 1,
            head: at,
            verb: None,
            finite: true,
            form: Form::Base,
            time: Time::Present,
            progressive: false,
            passive: false,
            conditional: false,
            would: false,
            negated: false,
            governors: Vec::new(),
        };
        let end = match self.tag(at)? {
            Tag::To => {
                let verb = self.skip(at + 1);
                matches!(
                    self.tag(verb),
                    Some(Tag::Verb(Form::Base, _) | Tag::Be(Form::Base) | Tag::Have(_) | Tag::Do(_))
                )
                .then_some(())?;
                group.finite = false;
                group.time = Time::Open;
                self.read_chain(verb, &mut group)?
            }
            Tag::Modal => {
                group.set_modal(self.tokens.folded(at));
                let verb = self.skip_noting(at + 1, &mut group);
                self.read_chain(verb, &mut group)?
            }
            Tag::Be(form) | Tag::Have(form) | Tag::Do(form) => {
                group.set_form(form);
                self.read_chain(at, &mut group)?
            }
            Tag::Verb(form, _) => {
                group.set_form(form);
                self.read_chain(at, &mut group)?
            }
            Tag::Not => {
                // "Not to hold": the negation belongs to the infinitive.
                let next = self.skip(at + 1);
                matches!(self.tag(next), Some(Tag::To)).then_some(())?;
                let mut inner = self.read(next)?;
                inner.negated = true;
                inner.tokens.start = at;
                return Some(inner);
            }
            _ => return None,
        };
        group.negated |= self.follows_negation(at);
        group.tokens = at..end;
        if group.form == Form::Gerund && !group.passive || group.form == Form::Participle {
            group.finite = false;
            group.time = Time::Open;
        }
        Some(group)
    }

    /// "**Never** agreed"; "not only agreed" is not a negation.
    fn follows_negation(&self, at: usize) -> bool {
        let before = (self.sentence.start..at).rev().find(|at| !matches!(self.tag(*at), Some(Tag::Adverb)));
        before.is_some_and(|not| matches!(self.tag(not), Some(Tag::Not)) && !self.tokens.is(not + 1, "only"))
    }

    /// Reads auxiliaries and verbs from `at`; returns the token after the group.
    fn read_chain(&self, at: usize, group: &mut VerbGroup) -> Option<usize> {
        let mut at = at;
        let mut governed = false;
        loop {
            let step = match self.tag(at)? {
                Tag::Be(_) | Tag::Have(_) | Tag::Do(_) => self.read_auxiliary(at, group),
                Tag::Verb(_, verb) => {
                    let step = self.read_verb(at, verb, group);
                    governed |= matches!(step, Step::GoOn(_));
                    step
                }
                // A chain that breaks off keeps what it has read.
                _ => return (governed || group.verb.is_some()).then(|| self.group_end(group)),
            };
            match step {
                Step::GoOn(next) => at = next,
                Step::End(end) => return Some(end),
            }
        }
    }

    /// A form of "be", "have" or "do": the word after it says whether it is an auxiliary.
    fn read_auxiliary(&self, at: usize, group: &mut VerbGroup) -> Step {
        group.head = at;
        group.verb = crate::verbs::inflections(self.tokens.folded(at)).first().map(|found| found.verb);
        let next = self.skip_noting(at + 1, group);
        match (self.tag(at), self.tag(next)) {
            (Some(Tag::Be(_)), Some(Tag::Verb(Form::Gerund, _))) => group.progressive = true,
            (Some(Tag::Be(_)), Some(Tag::Verb(Form::Past | Form::Participle, _))) => group.passive = true,
            (Some(Tag::Have(_)), Some(Tag::Verb(Form::Past | Form::Participle, _) | Tag::Be(_) | Tag::Have(_))) => {
                if group.time == Time::Present {
                    group.time = Time::Past;
                }
            }
            (Some(Tag::Do(_)), Some(Tag::Verb(Form::Base, _))) => {}
            // "Being", "been" go on.
            (Some(Tag::Be(_)), Some(Tag::Be(form))) => group.progressive |= form == Form::Gerund,
            // "Is to meet".
            (Some(Tag::Be(_) | Tag::Have(_)), Some(Tag::To)) if self.is_infinitive(next) => {
                if matches!(group.time, Time::Present) {
                    group.time = Time::Future;
                } else {
                    group.conditional = true;
                }
                return Step::GoOn(self.skip(next + 1));
            }
            // "Is able to meet".
            (Some(Tag::Be(_)), Some(Tag::Adjective | Tag::Noun | Tag::Number)) => {
                let to = self.skip(next + 1);
                let leads_on = matches!(self.tag(to), Some(Tag::To)) && self.is_infinitive(to);
                if let Some(government) = predicate(self.tokens.folded(next)).filter(|_| leads_on) {
                    group.governors.push(government);
                    return Step::GoOn(self.skip(to + 1));
                }
                return Step::End(self.group_end(group));
            }
            _ => return Step::End(self.group_end(group)),
        }
        Step::GoOn(next)
    }

    /// A verb other than these; one that governs another goes on with that.
    fn read_verb(&self, at: usize, verb: Option<&'static Verb>, group: &mut VerbGroup) -> Step {
        group.head = at;
        group.verb = verb;
        // "Is **going** to meet" is a future; for other verbs the table gives the effect on an infinitive.
        let government = predicate(self.tokens.folded(at)).or(verb.map(|verb| verb.government)).unwrap_or_default();
        let next = self.skip(at + 1);
        let controls = government.future || government.negative || government.hypothetical || government.actual;
        match self.tag(next) {
            _ if !controls => Step::End(at + 1),
            Some(Tag::To) if self.is_infinitive(next) && self.is_adjacent(at, next) => {
                group.push_governor(government);
                Step::GoOn(self.skip(next + 1))
            }
            Some(Tag::Not) if matches!(self.tag(next + 1), Some(Tag::To)) && self.is_infinitive(next + 1) => {
                group.push_governor(Government { negative: true, ..government });
                Step::GoOn(self.skip(next + 2))
            }
            // "Began holding", "avoided meeting".
            Some(Tag::Verb(Form::Gerund, _)) if self.is_adjacent(at, next) => {
                group.push_governor(government);
                Step::GoOn(next)
            }
            _ => Step::End(at + 1),
        }
    }

    /// True if nothing but a space or adverbs is between the tokens.
    fn is_adjacent(&self, at: usize, next: usize) -> bool {
        (at + 1..=next).all(|token| matches!(self.tokens.gap(token), Gap::Space))
    }

    fn is_infinitive(&self, to: usize) -> bool {
        matches!(
            self.tag(self.skip(to + 1)),
            Some(Tag::Verb(Form::Base, _) | Tag::Be(Form::Base) | Tag::Have(Form::Base) | Tag::Do(Form::Base))
        )
    }

    /// The first token from `at` that is not an adverb.
    fn skip(&self, at: usize) -> usize {
        let mut at = at;
        while matches!(self.tag(at), Some(Tag::Adverb)) {
            at += 1;
        }
        at
    }

    /// As [`Self::skip`]; a negation on the way is noted.
    fn skip_noting(&self, at: usize, group: &mut VerbGroup) -> usize {
        let mut at = at;
        loop {
            match self.tag(at) {
                Some(Tag::Adverb) => at += 1,
                Some(Tag::Not) => {
                    group.negated = true;
                    at += 1;
                }
                _ => return at,
            }
        }
    }

    fn is_coordinated(&self, from: usize, to: usize) -> bool {
        to > from && matches!(self.tag(to - 1), Some(Tag::Coordinator)) && to - from < MAX_COORDINATED_TOKENS
    }
}

/// How a chain of verbs goes on after one of them.
enum Step {
    /// With the token of the next auxiliary or verb.
    GoOn(usize),
    /// It ends before this token.
    End(usize),
}

/// Tokens between two infinitives that one verb governs.
const MAX_COORDINATED_TOKENS: usize = 24;

impl VerbGroup {
    fn set_form(&mut self, form: Form) {
        self.form = form;
        self.time = match form {
            Form::Past => Time::Past,
            Form::Base | Form::Third => Time::Present,
            Form::Participle | Form::Gerund => Time::Open,
        };
    }

    fn set_modal(&mut self, modal: &str) {
        match modal {
            "will" | "shall" | "ll" => self.time = Time::Future,
            "would" => {
                self.would = true;
                self.conditional = true;
            }
            _ => self.conditional = true,
        }
    }

    fn push_governor(&mut self, government: Government) {
        self.governors.push(government);
        self.passive = false;
    }
}
