//! How a passage was read, in words: its clauses, what was found by which rule, and why something was not.
//!
//! Occasions and patterns are matched again, so that what gave nothing is told with the guard that refused it; everything
//! else is read from what was found. What reads statements by frames adds its lines in [`explain_sentence`].

use std::ops::Range;

use entente_corpus::{Body, Catalogue, PassageKind, rules};
use entente_language::Language;
use entente_language::describe::describe;
use entente_text::Span;

use crate::view::{Sentence, View};
use crate::{occasions, patterns};

/// The lines that say how a passage was read: what it says of the document, then for each sentence its clauses, the frames
/// that its words matched with what they gave or the guard that refused them, statements, amounts and names. Empty for a
/// passage that is not there.
#[must_use]
pub fn explain_passage(catalogue: &Catalogue, body: &Body, document: usize, passage: u32) -> Vec<String> {
    let Some(record) = catalogue.documents.get(document) else { return Vec::new() };
    let view = View::of(document, catalogue, record, body);
    let Some(found) = view.passage(passage) else { return Vec::new() };
    let place = Place { view: &view, catalogue, passage };
    let mut out = place.metadata();
    if view.is_mute(passage) && found.kind != PassageKind::Heading {
        out.push("not read for facts: a form's own words, furniture, a contact block or an empty answer".to_owned());
        out.extend(place.names(None));
    } else {
        for sentence in view.sentences(passage) {
            out.push(format!("sentence: {}", sentence.as_str().split_whitespace().collect::<Vec<_>>().join(" ")));
            out.extend(explain_sentence(&place, &sentence).into_iter().map(|line| format!("  {line}")));
        }
    }
    out.extend(place.anomalies());
    out
}

fn explain_sentence(place: &Place, sentence: &Sentence) -> Vec<String> {
    let view = place.view;
    let mut out = clauses(view, sentence);
    let mut frames = occasions::explain(view, sentence);
    frames.extend(patterns::explain_statements(view, sentence));
    if frames.is_empty() {
        out.push("no frame: no noun or verb here tells of an occasion".to_owned());
    }
    out.extend(frames);
    out.extend(place.statements(sentence));
    out.extend(place.amounts(sentence));
    out.extend(patterns::explain_amounts(view, sentence));
    out.extend(place.names(Some(&sentence.range)));
    out.extend(place.acronyms(&sentence.range));
    out
}

/// A line for each clause. Only English has a grammar of clauses; in other languages the sentence is one.
fn clauses(view: &View, sentence: &Sentence) -> Vec<String> {
    if view.language == Language::English {
        let parse = sentence.parse();
        return describe(parse.parsed, parse.tokens).into_iter().map(|line| format!("clause: {line}")).collect();
    }
    let words = sentence.words.len();
    vec![format!(
        "clause: whole sentence | {words} words; this language is read by its verbs, without a parse into clauses"
    )]
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
    /// True if `span` of the source lies in `range` of the passage's reading text; in all of it if there is no range.
    fn is_in(&self, span: Span, range: Option<&Range<usize>>) -> bool {
        let here = self.view.reading_range(self.passage, span);
        here.is_some_and(|here| range.is_none_or(|range| range.start <= here.start && here.start < range.end))
    }

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
        let here = |fact: &&entente_corpus::Metadatum| {
            fact.fact.evidence.iter().any(|place| place.passage == Some(self.passage))
        };
        let told = self.view.body.metadata.iter().filter(here);
        let mut out: Vec<String> = told
            .map(|datum| self.line(&format!("metadata: {} \"{}\"", datum.field, datum.fact.value), &datum.fact.rule))
            .collect();
        if record.kind.evidence.iter().any(|place| place.passage == Some(self.passage)) {
            out.push(self.line(&format!("metadata: kind {}", record.kind.value), &record.kind.rule));
        }
        let language =
            record.language.iter().filter(|fact| fact.evidence.iter().any(|place| place.passage == Some(self.passage)));
        out.extend(language.map(|fact| self.line(&format!("metadata: language {}", fact.value), &fact.rule)));
        out
    }

    fn statements(&self, sentence: &Sentence) -> Vec<String> {
        let here = |found: &&entente_corpus::Statement| {
            let anchor = found.verb.unwrap_or(found.evidence.span);
            found.evidence.passage == Some(self.passage)
                && self.is_in(anchor, Some(&sentence.range))
                && !found.rule.starts_with(rules::PATTERN)
        };
        let line = |found: &entente_corpus::Statement| {
            let verb = found.verb.map_or_else(String::new, |verb| format!(" \"{}\"", self.words(verb)));
            let speaker = found.speaker.map(|party| match party.entity {
                Some(entity) => self.entity(entity).to_owned(),
                None => self.words(party.span).to_owned(),
            });
            let speaker = speaker.map_or_else(String::new, |speaker| format!(", speaker: {speaker}"));
            self.line(&format!("found: {}{verb}{speaker}", found.modality), &found.rule)
        };
        self.view.body.statements.iter().filter(here).map(line).collect()
    }

    fn amounts(&self, sentence: &Sentence) -> Vec<String> {
        let here = |found: &&entente_corpus::Amount| {
            found.evidence.passage == Some(self.passage) && self.is_in(found.evidence.span, Some(&sentence.range))
        };
        let line = |found: &entente_corpus::Amount| {
            let unit = found.unit.as_deref().unwrap_or("unit not known");
            let most = found.value_max.map_or_else(String::new, |most| format!(" to {most}"));
            let status = found.status.map_or_else(String::new, |status| format!(", {status}"));
            self.line(&format!("found: amount {}{most} {unit}{status}", found.value), &found.rule)
        };
        self.view.body.amounts.iter().filter(here).map(line).collect()
    }

    /// The names in a range of the passage, or in all of it.
    fn names(&self, range: Option<&Range<usize>>) -> Vec<String> {
        let here = |found: &&entente_corpus::Mention| found.passage == self.passage && self.is_in(found.span, range);
        let line = |found: &entente_corpus::Mention| {
            let entity = self.catalogue.entities.get(found.entity as usize);
            let kind = entity.map_or("name", |entity| entity.kind.as_str());
            let words = self.words(found.span);
            let name = self.entity(found.entity);
            let means = if name == words { String::new() } else { format!(" = {name}") };
            self.line(&format!("found: {kind} \"{words}\"{means}"), &found.rule)
        };
        self.view.body.mentions.iter().filter(here).map(line).collect()
    }

    fn acronyms(&self, range: &Range<usize>) -> Vec<String> {
        let here = |found: &&entente_corpus::Acronym| {
            found.document == self.view.document
                && found.evidence.passage == Some(self.passage)
                && self.is_in(found.evidence.span, Some(range))
        };
        let line = |found: &entente_corpus::Acronym| {
            let long = found.expansion.as_deref().unwrap_or("not known");
            self.line(&format!("found: short form {} = {long}", found.acronym), &found.rule)
        };
        self.catalogue.acronyms.iter().filter(here).map(line).collect()
    }

    fn anomalies(&self) -> Vec<String> {
        let here = self.view.body.anomalies.iter().filter(|found| found.passage == Some(self.passage));
        here.map(|found| self.line(&format!("note: {}: {}", found.kind, found.detail), &found.rule)).collect()
    }
}
