//! How a passage was read, in words: its clauses, what was found by which rule, and why something was not.
//!
//! Occasions and patterns are matched again, so that what gave nothing is listed with the guard that refused it; everything
//! else is read from what was found. What reads statements by frames adds its lines in [`explain_sentence`].

use entente_corpus::{Acronym, Amount, Body, Catalogue, Evidence, Mention, PassageKind, ReadingText, Statement, rules};
use entente_language::describe::describe;
use entente_text::Span;
use entente_text::order;

use crate::statements::clauses as statement_clauses;
use crate::view::{Sentence, Shared, View};
use crate::voice;
use crate::{occasions, patterns};

/// The lines that say how a passage was read: what it says of the document, then for each sentence its clauses, the frames
/// that its words matched with what they gave or the guard that refused them, statements, amounts and names. Empty for a
/// passage that is not there.
#[must_use]
pub fn explain_passage(catalogue: &Catalogue, body: &Body, document: usize, passage: u32) -> Vec<String> {
    let Some(record) = catalogue.documents.get(document) else { return Vec::new() };
    let shared = Shared::of(catalogue);
    let readings = ReadingText::all(body);
    let view = View::of(document, &shared, record, body, &readings);
    let Some(found) = view.passage(passage) else { return Vec::new() };
    let place = Place { view: &view, catalogue, passage };
    let mut out = place.metadata();
    let facts = place.facts();
    if view.is_mute(passage) && found.kind != PassageKind::Heading {
        out.push("not read for facts: a form's own words, furniture, a contact block or an empty answer".to_owned());
        out.extend(facts.into_iter().map(|fact| fact.line));
    } else {
        for (n, sentence) in view.sentences(passage).into_iter().enumerate() {
            out.push(format!("sentence: {}", sentence.as_str().split_whitespace().collect::<Vec<_>>().join(" ")));
            out.extend(explain_sentence(&view, &sentence, n == 0, &facts).into_iter().map(|line| format!("  {line}")));
        }
    }
    out.extend(place.anomalies());
    out
}

fn explain_sentence(view: &View, sentence: &Sentence, first: bool, facts: &[Told]) -> Vec<String> {
    let mut out = clauses(sentence);
    let mut frames = occasions::explain(view, sentence);
    frames.extend(explain_statements(sentence, first));
    frames.extend(patterns::explain_statements(view, sentence));
    frames.extend(patterns::explain_amounts(view, sentence));
    if frames.is_empty() {
        out.push("no frame: no noun or verb here reports an occasion or states anything".to_owned());
    }
    out.extend(frames);
    let first = facts.partition_point(|fact| fact.at < sentence.range.start);
    let end = facts.partition_point(|fact| fact.at < sentence.range.end);
    let mut here: Vec<&Told> = facts.get(first..end).unwrap_or_default().iter().collect();
    order::sort_by_key(&mut here, |fact| fact.kind);
    out.extend(here.into_iter().map(|fact| fact.line.clone()));
    out
}

/// A fact that was found in the passage, as a line.
struct Told {
    /// Byte of the reading text at which its words begin.
    at: usize,
    kind: FactKind,
    line: String,
}

/// Kinds of facts. Those of one sentence are printed in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FactKind {
    Statement,
    Amount,
    Name,
    Acronym,
}

/// A line for each clause.
fn clauses(sentence: &Sentence) -> Vec<String> {
    let parse = sentence.parse();
    let (parsed, tokens) = match sentence.reading() {
        Some(reading) => (&reading.parsed, &reading.tokens),
        None => (parse.parsed, parse.tokens),
    };
    describe(parsed, tokens).into_iter().map(|line| format!("clause: {line}")).collect()
}

/// "[rule] What the rule does.".
pub(crate) fn named_rule(view: &View, id: &str) -> String {
    match rules::sentence(id).or_else(|| view.patterns.sentence(id)) {
        Some(sentence) => format!("[{id}] {sentence}"),
        None => format!("[{id}]"),
    }
}

/// A passage and what was found in it.
struct Place<'a> {
    view: &'a View<'a>,
    catalogue: &'a Catalogue,
    passage: u32,
}

impl Place<'_> {
    fn words(&self, span: Span) -> &str {
        span.of(&self.view.body.text)
    }

    /// The name of an entity of the catalogue.
    fn entity(&self, at: u32) -> &str {
        self.catalogue.entities.get(at as usize).map_or("", |entity| entity.name.as_str())
    }

    fn line(&self, what: &str, rule: &str) -> String {
        format!("{what}, by {}", named_rule(self.view, rule))
    }

    fn metadata(&self) -> Vec<String> {
        let record = self.view.record;
        let here = |evidence: &[Evidence]| evidence.iter().any(|place| place.passage == Some(self.passage));
        let told = self.view.body.metadata.iter().filter(|datum| here(&datum.fact.evidence));
        let mut out: Vec<String> = told
            .map(|datum| self.line(&format!("metadata: {} \"{}\"", datum.field, datum.fact.value), &datum.fact.rule))
            .collect();
        if here(&record.kind.evidence) {
            out.push(self.line(&format!("metadata: kind {}", record.kind.value), &record.kind.rule));
        }
        let language = record.language.iter().filter(|fact| here(&fact.evidence));
        out.extend(language.map(|fact| self.line(&format!("metadata: language {}", fact.value), &fact.rule)));
        out
    }

    /// What was found in the passage, in the order of its words. Patterns tell of their statements themselves.
    fn facts(&self) -> Vec<Told> {
        let body = self.view.body;
        let here = Some(self.passage);
        let mut out = Vec::new();
        let mut add = |kind, span, line| {
            let at = self.view.reading_range(self.passage, span).map(|range| range.start);
            out.extend(at.map(|at| Told { at, kind, line }));
        };
        let own = |found: &&Statement| found.evidence.passage == here && !found.rule.starts_with(rules::PATTERN);
        for found in body.statements.iter().filter(own) {
            add(FactKind::Statement, found.verb.unwrap_or(found.evidence.span), self.statement(found));
        }
        for found in body.amounts.iter().filter(|found| found.evidence.passage == here) {
            add(FactKind::Amount, found.evidence.span, self.amount(found));
        }
        for found in body.mentions.iter().filter(|found| found.passage == self.passage) {
            add(FactKind::Name, found.span, self.name(found));
        }
        let of_document = |found: &&Acronym| found.document == self.view.document && found.evidence.passage == here;
        for found in self.catalogue.acronyms.get().into_iter().flatten().filter(of_document) {
            add(FactKind::Acronym, found.evidence.span, self.acronym(found));
        }
        order::sort_by_key(&mut out, |fact| fact.at);
        out
    }

    fn statement(&self, found: &Statement) -> String {
        let verb = found.verb.map_or_else(String::new, |verb| format!(" \"{}\"", self.words(verb)));
        let speaker = found.speaker.map(|party| match party.entity {
            Some(entity) => self.entity(entity),
            None => self.words(party.span),
        });
        let speaker = speaker.map_or_else(String::new, |speaker| format!(", speaker: {speaker}"));
        self.line(&format!("found: {}{verb}{speaker}", found.modality), &found.rule)
    }

    fn amount(&self, found: &Amount) -> String {
        let unit = found.unit.as_deref().unwrap_or("of a unit that is not known");
        let most = found.value_max.map_or_else(String::new, |most| format!(" to {most}"));
        let status = found.status.map_or_else(String::new, |status| format!(", {status}"));
        self.line(&format!("found: amount {}{most} {unit}{status}", found.value), &found.rule)
    }

    fn name(&self, found: &Mention) -> String {
        let entity = self.catalogue.entities.get(found.entity as usize);
        let kind = entity.map_or("name", |entity| entity.kind.as_str());
        let (words, name) = (self.words(found.span), self.entity(found.entity));
        let means = if name == words { String::new() } else { format!(" = {name}") };
        self.line(&format!("found: {kind} \"{words}\"{means}"), &found.rule)
    }

    fn acronym(&self, found: &Acronym) -> String {
        let long = found.expansion.as_deref().unwrap_or("not known");
        self.line(&format!("found: short form {} = {long}", found.acronym), &found.rule)
    }

    fn anomalies(&self) -> Vec<String> {
        let here = self.view.body.anomalies.iter().filter(|found| found.passage == Some(self.passage));
        here.map(|found| self.line(&format!("note: {}: {}", found.kind, found.detail), &found.rule)).collect()
    }
}

/// A line for each statement frame that the sentence matched; the first sentence of a paragraph may begin with its verb.
fn explain_statements(sentence: &Sentence, first: bool) -> Vec<String> {
    let lead = if first { voice::lead(sentence, true) } else { None };
    let mut out: Vec<String> = Vec::new();
    if let Some(lead) = &lead {
        let verb = sentence.text.get(lead.said.verb.clone()).unwrap_or("");
        out.push(format!(
            "statement frame {} at the head of the paragraph, \"{verb}\": {} by the text's voice, if the text has named one [{}]",
            lead.frame.id, lead.said.act.modality, lead.said.rule
        ));
    }
    out.extend(statement_clauses::explain(sentence, lead.as_ref()));
    out
}
