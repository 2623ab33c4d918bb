//! Statements in prose: who says what, by the verb.
//!
//! Which clauses state something is read by [`clauses`](super::statements::clauses); here it is said who speaks and acts, from
//! the sentence, the one before, and the document. A paragraph that begins with its verb is said by the text's own
//! [`voice`]; other languages are read by [`languages`].

mod parties;

use std::ops::Range;

use entente_corpus::{DocumentKind, EngagementKind, EntityKind, Modality, Party, PassageKind, Statement};
use entente_language::{Class, ClauseKind};

use self::parties::{StatementParties, holder, is_pronoun_of_us};
use super::actors::{self, Subject};
use super::governed::{self, Directed};
use super::lexicon::{Act, PLANNED};
use super::occasions::frames::is_in_set;
use super::speakers::Floor;
use super::statements::clauses::{Told, read_clauses};
use super::statements::frames::StatementTrigger;
use super::statements::guards::refuse_sentence;
use super::view::{Named, Sentence, View};
use super::voice::{self, Lead, Voice};
use super::{languages, make};

/// Kinds of documents in which "will" binds the speaker; in news it reports what is planned.
const BINDING: &[DocumentKind] = &[
    DocumentKind::Agreement,
    DocumentKind::Communique,
    DocumentKind::FactSheet,
    DocumentKind::JointStatement,
    DocumentKind::Law,
    DocumentKind::Letter,
    DocumentKind::Report,
    DocumentKind::Resolution,
    DocumentKind::Treaty,
    DocumentKind::WhitePaper,
];

/// A statement found.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) act: Act,
    /// Bytes of the verb in the passage's reading text.
    pub(super) verb: Range<usize>,
    pub(super) by: By,
    pub(super) rule: &'static str,
}

/// Who says it.
#[derive(Clone, Debug)]
pub(super) enum By {
    /// Somebody in the sentence.
    Subject(Subject),
    /// The text's own voice.
    Voice,
    /// Nobody is named.
    Nobody,
}

impl By {
    /// True for "I" outside of quotation marks. A mark before it may open a quotation that nothing closes.
    fn is_first_person(&self, sentence: &Sentence) -> bool {
        match self {
            Self::Subject(subject) => {
                let before = sentence.text.get(..subject.range.start).unwrap_or("");
                sentence.text.get(subject.range.clone()) == Some("I") && !before.contains(['"', '“', '‘', '«'])
            }
            Self::Voice | Self::Nobody => false,
        }
    }
}

/// What a passage takes over from those before it.
#[derive(Default)]
pub(crate) struct Discourse {
    /// Who has the floor at each place.
    floor: Floor,
    /// Who speaks in the text so far.
    voice: Option<Voice>,
    /// Who "they" are, and the section in which they were named.
    before: Option<(Antecedent, Option<u32>)>,
    /// Those whom the text last named together: who "the two sides" are.
    pair: Option<NamedTogether>,
    /// What the items of a list say that stand after "the ministers agreed to:".
    list: Option<Statement>,
}

/// The statements of one passage of prose.
pub(crate) fn read(view: &View, at: u32, sentences: &[Sentence], discourse: &mut Discourse, out: &mut Vec<Statement>) {
    let here = out.len();
    if let Some(opened) = sentences.first().and_then(|sentence| voice::opened(view, sentence)) {
        discourse.voice = Some(opened);
    }
    let section = view.passage(at).and_then(|passage| passage.section);
    let voice = discourse.voice.as_ref();
    let mut before = discourse.before.take().filter(|(_, of)| *of == section).map(|(before, _)| before);
    if let Some(before) = &mut before {
        before.same_passage = false;
    }
    for (n, sentence) in sentences.iter().enumerate() {
        if refuse_sentence(sentence).is_some() {
            continue;
        }
        before = before.filter(|before| !before.is_in_doubt(sentence));
        let lead = if n == 0 { voice::lead(sentence, voice.is_some()) } else { None };
        let told = match languages::said(sentence) {
            Some(said) => said.into_iter().map(|said| Told { said, reporter: None, frame: None }).collect(),
            None => english(sentence, lead),
        };
        for told in &told {
            let found = &told.said;
            let floor = discourse.floor.at(at, found.place());
            if let Some(mut parties) = StatementParties::of(view, sentence, told, before.as_ref(), voice, floor) {
                parties.name_group(sentence, &told.said, floor, discourse.pair.as_ref().map(|pair| pair.party));
                let mut said = statement(view, sentence, told, &parties);
                if let (Some(said), Some(rule)) = (said.as_mut(), parties.rule) {
                    rule.clone_into(&mut said.rule);
                }
                out.extend(said);
            }
        }
        let subject = told.iter().rev().find_map(|told| match &told.said.by {
            By::Subject(subject) => Some(subject.clone()),
            By::Voice | By::Nobody => None,
        });
        let subject = subject.or_else(|| carrier(sentence));
        let pair = subject.as_ref().and_then(|subject| named_together(view, sentence, subject));
        discourse.pair = pair.or(discourse.pair.take().filter(|pair| !pair.is_in_doubt(sentence)));
        if let Some(subject) = subject.filter(|subject| !is_pronoun(sentence, subject)) {
            // "It" means something of the sentence before, he or she somebody of the paragraph before, too.
            before = Antecedent::of(view, sentence, &subject);
        }
    }
    discourse.before = before.map(|before| (before, section));
    discourse.listed(view, at, sentences.last(), out, here);
}

impl Said {
    /// The byte by which it is known whose words these are: that of the subject, which may stand in another's.
    fn place(&self) -> usize {
        match &self.by {
            By::Subject(subject) => subject.range.start,
            By::Voice | By::Nobody => self.verb.start,
        }
    }
}

impl Discourse {
    pub(crate) fn of(view: &View) -> Self {
        Self { floor: Floor::of(view), ..Self::default() }
    }

    /// Takes note of a heading that names who speaks below it: "The Committee:".
    pub(crate) fn headed(&mut self, view: &View, at: u32) {
        if view.passage(at).is_some_and(|passage| passage.kind == PassageKind::Heading) {
            let opened = view.sentences(at).first().and_then(|sentence| voice::opened(view, sentence));
            self.voice = opened.or(self.voice.take());
        }
    }

    /// Makes an item of a list a statement as the words in front of the list say, and remembers such words. `here` is where the
    /// passage's own statements begin.
    fn listed(&mut self, view: &View, at: u32, last: Option<&Sentence>, out: &mut Vec<Statement>, here: usize) {
        let Some(last) = last else { return };
        let is_item = view.passage(at).is_some_and(|passage| passage.kind == PassageKind::Item);
        if !is_item {
            self.list = None;
        }
        let verb_behind = |found: &Statement| {
            let end = view.span(at, last.range.clone()).map(|span| span.end)?;
            let verb = found.verb.filter(|verb| verb.end <= end)?;
            Some(verb.of(&view.body.text).len() + make::words(view, entente_text::Span { start: verb.end, end }).len())
        };
        // "Agreed to:", "decided the following:": few words stand between the verb and the list.
        let opens = last.as_str().trim_end().ends_with(':');
        if let Some(found) =
            out[here..].last().filter(|found| opens && verb_behind(found).is_some_and(|bytes| bytes < 60))
        {
            self.list = Some(found.clone());
            return;
        }
        let Some(lead) = self.list.as_ref().filter(|_| is_item && out.len() == here) else { return };
        // "I would like to thank: – the mayors": an item that only names somebody says nothing by itself.
        let bare = last.parse().parsed.clauses.iter().all(|clause| clause.verb.is_none());
        // "The following members will stay: – Mr Lund (Chair)": nor does one that is a person.
        let third = last.words.get(2).or(last.words.last()).map_or(0, |word| word.start);
        let is_person =
            last.named.first().is_some_and(|name| name.kind == EntityKind::Person && name.range.start <= third);
        if bare && (is_person || lead.modality == Modality::Assessment && lead.strength.is_none()) {
            return;
        }
        let whole = 0..view.text(at).len();
        let Some(first) = last.words.first() else { return };
        let Some(evidence) = view.evidence_around(at, whole, first.start..first.end) else { return };
        let mut statement = make::statement(last, evidence, lead.modality, "item-of-list");
        statement.strength = lead.strength;
        statement.speaker = lead.speaker;
        statement.on_behalf_of = lead.on_behalf_of;
        statement.actor = lead.actor;
        statement.counterparts = governed::find_counterparts(
            last,
            &(0..usize::MAX),
            Directed { modality: lead.modality, frame: None },
            None,
            &[],
        );
        out.push(statement);
    }
}

/// Who "they", "he" or "it" in the next sentence is.
#[derive(Clone, Copy)]
struct Antecedent {
    party: Party,
    plural: bool,
    /// A person, or an office that a person has: "he", never "it".
    is_person: bool,
    /// A state or a body: "it", never "he".
    is_body: bool,
    /// It was named in the passage of the pronoun.
    same_passage: bool,
}

impl Antecedent {
    fn of(view: &View, sentence: &Sentence, subject: &Subject) -> Option<Self> {
        // "The consultation will be held. It will cover …": an occasion says nothing and does nothing.
        if is_occasion(sentence, subject) || is_pronoun_of_us(&sentence.text[subject.range.clone()]) {
            return None;
        }
        let span = view.span(sentence.passage, subject.range.clone())?;
        let named =
            |is: fn(&Named) -> bool| sentence.named.iter().any(|name| Some(name.entity) == subject.entity && is(name));
        let words = sentence.parse().tokens;
        let from = subject.range.start.saturating_sub(sentence.range.start);
        let to = subject.range.end.saturating_sub(sentence.range.start);
        let has = |class: Class| (words.token_at(from)..words.token_at(to)).any(|at| words.has(at, class));
        let office = has(Class::Role);
        let body = [Class::Body, Class::StateBody, Class::Organisation].into_iter().any(has);
        let is_person = named(|name| name.kind == EntityKind::Person) || office && subject.entity.is_none();
        let is_body = (subject.entity.is_some() || body) && !is_person;
        let party = Party { span, entity: subject.entity.or_else(|| holder(view, sentence, subject)) };
        Some(Self { party, plural: subject.plural, is_person, is_body, same_passage: true })
    }
}

impl Antecedent {
    /// True if a sentence names another person or office before "he" or "she", which may mean that one: "In a meeting with the
    /// Chancellor, **he** welcomed …".
    fn is_in_doubt(&self, sentence: &Sentence) -> bool {
        let tokens = sentence.parse().tokens;
        let Some(pronoun) = (0..sentence.words.len()).find(|at| is_in_set("one-person-pronoun", tokens.folded(*at)))
        else {
            return false;
        };
        let before = sentence.range.start..sentence.words[pronoun].start;
        let here = |name: &&Named| name.kind == EntityKind::Person && before.contains(&name.range.start);
        let mut persons = sentence.named.iter().filter(here).peekable();
        let office =
            persons.peek().is_none() && (0..pronoun).any(|at| tokens.has(at, Class::Role) && tokens.is_capital(at));
        office || persons.any(|name| Some(name.entity) != self.party.entity)
    }

    /// True if the words of `subject` are a pronoun for it.
    fn is_meant(&self, sentence: &Sentence, subject: &Subject) -> bool {
        match sentence.text[subject.range.clone()].to_lowercase().as_str() {
            "they" => self.plural,
            "he" | "she" => !self.plural && self.is_person,
            // "The ministry proposes a rule. It will help pupils", a paragraph later: the rule does.
            "it" => !self.plural && self.is_body && self.same_passage,
            _ => false,
        }
    }
}

fn is_pronoun(sentence: &Sentence, subject: &Subject) -> bool {
    matches!(sentence.text[subject.range.clone()].to_lowercase().as_str(), "they" | "it" | "he" | "she")
}

/// The statements of an English sentence; `lead` is one that its paragraph begins with.
fn english(sentence: &Sentence, lead: Option<Lead>) -> Vec<Told> {
    let read = read_clauses(sentence, lead.as_ref());
    let lead = lead.map(|lead| Told { said: lead.said, reporter: None, frame: Some(lead.frame) });
    lead.into_iter().chain(read.into_iter().filter_map(|reading| reading.outcome.ok())).collect()
}

/// Who a sentence begins with, if its first clause states nothing: "Ministers met in Apia. They noted …".
fn carrier(sentence: &Sentence) -> Option<Subject> {
    let parsed = sentence.parse().parsed;
    let main = parsed.clauses.iter().position(|clause| clause.kind == ClauseKind::Main && clause.verb.is_some())?;
    actors::read_subject(sentence, &parsed.subject_of(main))
}

/// States, or persons, that a sentence names together as its subject.
struct NamedTogether {
    party: Party,
    entities: Vec<u32>,
    are_persons: bool,
}

impl NamedTogether {
    /// True if a sentence names another of their kind: "the two sides" of the next sentence may be others, as in "The talks
    /// between A and C were held as well."
    fn is_in_doubt(&self, sentence: &Sentence) -> bool {
        sentence.named.iter().any(|name| {
            let is_alike = if self.are_persons { name.kind == EntityKind::Person } else { name.is_state() };
            is_alike && !self.entities.contains(&name.entity)
        })
    }
}

/// The subject if it names several states, or several persons: "Norway and Ghana", "Minister Lund and President Mensah".
fn named_together(view: &View, sentence: &Sentence, subject: &Subject) -> Option<NamedTogether> {
    let names: Vec<&Named> = sentence.actors_in(&subject.range).collect();
    let persons = names.iter().filter(|name| name.kind == EntityKind::Person).count();
    let states = names.iter().filter(|name| name.is_state()).count();
    let alike = names.len() == persons + states && (persons > 1 || persons == 0 && states > 1);
    // "The trilateral meeting between A and B", "the ROK-US Office": an occasion or a body is not two speakers.
    let words = sentence.text.get(subject.range.clone()).unwrap_or("").to_lowercase();
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    let joined = words.clone().any(|word| word == "and");
    let occasion = words.any(|word| sentence.frames.noun(word).is_some());
    let span = view.span(sentence.passage, subject.range.clone());
    let span = span.filter(|_| subject.plural && alike && joined && !occasion)?;
    let entities = names.iter().map(|name| name.entity).collect();
    Some(NamedTogether { party: Party { span, entity: None }, entities, are_persons: persons > 0 })
}

/// True for what only takes place, "the consultation"; a conference and a summit may speak.
fn is_occasion(sentence: &Sentence, subject: &Subject) -> bool {
    let words = sentence.text[subject.range.clone()].to_lowercase();
    let head = words.split_whitespace().last().and_then(|word| sentence.frames.noun(word));
    head.and_then(|(frame, _)| frame.gives)
        .is_some_and(|kind| !matches!(kind, EngagementKind::Conference | EngagementKind::Summit))
}

/// "We will", and "will" in a text that binds, are commitments.
fn bound(view: &View, sentence: &Sentence, told: &Told) -> Act {
    let found = &told.said;
    let will = found.act == PLANNED && told.frame.is_some_and(|frame| frame.trigger == StatementTrigger::Modal);
    let subject = match &found.by {
        By::Subject(subject) => Some(subject),
        By::Voice | By::Nobody => None,
    };
    let first_person = subject.is_some_and(|subject| sentence.text[subject.range.clone()].eq_ignore_ascii_case("we"));
    // "President Ama will visit a farm" binds nobody, whatever the document.
    let is_person = subject.is_some_and(|subject| {
        sentence.named.iter().any(|name| Some(name.entity) == subject.entity && name.kind == EntityKind::Person)
    });
    let last = sentence.parse().tokens.token_at(found.verb.end.saturating_sub(sentence.range.start)).saturating_sub(1);
    let attends = is_person && is_in_set("attends", sentence.word(last));
    // "The centres will open in May": what a fact sheet says about somebody else binds nobody.
    let tells =
        matches!(view.record.kind.value, DocumentKind::FactSheet | DocumentKind::Report | DocumentKind::WhitePaper);
    let unnamed = subject.is_some_and(|subject| {
        let tokens = sentence.parse().tokens;
        let at = |byte: usize| tokens.token_at(byte.saturating_sub(sentence.range.start));
        let binds = |token: usize| {
            [Class::StateBody, Class::PartyNoun, Class::Role].into_iter().any(|class| tokens.has(token, class))
                || is_in_set("stands-for-country", tokens.folded(token))
        };
        subject.entity.is_none()
            && sentence.actors_in(&subject.range).next().is_none()
            && !(at(subject.range.start)..at(subject.range.end)).any(binds)
    });
    let attends = attends || tells && unnamed && !first_person;
    if will && !attends && (first_person || BINDING.contains(&view.record.kind.value)) {
        return Act { modality: Modality::Commitment, strength: None };
    }
    found.act
}

fn statement(view: &View, sentence: &Sentence, told: &Told, parties: &StatementParties) -> Option<Statement> {
    let found = &told.said;
    let act = bound(view, sentence, told);
    let evidence = view.evidence_around(sentence.passage, sentence.range.clone(), found.verb.clone())?;
    let mut statement = make::statement(sentence, evidence, act.modality, found.rule);
    // A frame is English; what has none was read by the grammar of its language.
    let reading = if told.frame.is_none() { sentence.reading() } else { None };
    let period = match reading {
        Some(reading) => {
            governed::period_by_grammar(view, sentence, reading, &found.verb).filter(|_| act.is_of_deeds())
        }
        None if act.is_of_deeds() => governed::find_period(view, sentence, &found.verb),
        None if act.modality == Modality::Agreement => governed::find_agreed_period(view, sentence, &found.verb),
        None => None,
    };
    statement.period = period;
    statement.verb = Some(view.span(sentence.passage, found.verb.clone())?);
    statement.strength = act.strength;
    statement.speaker = parties.speaker;
    statement.on_behalf_of = parties.on_behalf_of;
    statement.actor = parties.actor;
    let speaker =
        [parties.speaker, parties.actor].into_iter().flatten().filter_map(|party| party.entity).collect::<Vec<_>>();
    let directed = Directed { modality: act.modality, frame: told.frame };
    statement.counterparts = match reading {
        Some(reading) => governed::counterparts_by_grammar(sentence, reading, &found.verb, act.modality, &speaker),
        None => governed::find_counterparts(sentence, &found.verb, directed, parties.words.as_ref(), &speaker),
    };
    Some(statement)
}
