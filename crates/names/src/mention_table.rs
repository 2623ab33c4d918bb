//! What was found in one document, before it is known who is who.
//!
//! In: a body and its reading texts. Out: a [`MentionTable`] of names, definitions and short forms, each with its place in the source.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use entente_corpus::{Body, EntityKind, PassageKind, ReadingText};
use entente_text::fold::fold;
use entente_text::{Span, checkpoint, order};

use super::acronyms::{self, Definition};
use super::affiliation;
use super::candidate::{Candidate, Key};
use super::lexicon::Lexicon;
use super::persons::{self, Person};
use super::scan::{Gap, Scan};
use super::supplied::Supplied;
use crate::gazetteer::persons::PERSONS;

use super::{companies, countries, han_persons, known, korean, numbered, places, select, shapes, topics};

/// Mentions that can stand nested or overlapping at one place.
const REACH: usize = 12;

/// A name in its place.
#[derive(Clone, Debug)]
pub(crate) struct PlacedMention {
    /// What is meant.
    pub(crate) key: Key,
    /// Index of the passage.
    pub(crate) passage: u32,
    /// Bytes of the source.
    pub(crate) span: Span,
    /// Reading text.
    pub(crate) surface: String,
    /// A person's role here.
    pub(crate) role: Option<Span>,
    /// Its words, folded.
    pub(crate) role_words: String,
    /// Name of the rule.
    pub(crate) rule: &'static str,
    /// False for demonyms and the like.
    pub(crate) names: bool,
    /// The state or body that a person represents; to whom anything else belongs.
    pub(crate) within: Option<Key>,
}

/// A definition in its place.
#[derive(Clone, Debug)]
pub(crate) struct PlacedDefinition {
    /// The short form.
    pub(crate) short: String,
    /// The words it stands for.
    pub(crate) long: String,
    /// Index of the passage.
    pub(crate) passage: u32,
    /// Both, in the source.
    pub(crate) span: Span,
    /// The words it stands for, in the source.
    pub(crate) long_span: Span,
    /// Name of the rule.
    pub(crate) rule: &'static str,
}

/// A word in its place: a short form, or a capitalised word that may be a surname.
#[derive(Clone, Debug)]
pub(crate) struct PlacedWord {
    /// As printed.
    pub(crate) text: String,
    /// The country in whose brackets it stands: "Korea (MOLIT) and U.S. (TSA)".
    pub(crate) country: Option<Key>,
    /// Index of the passage.
    pub(crate) passage: u32,
    /// Bytes of the source.
    pub(crate) span: Span,
}

/// What was found in one document.
#[derive(Clone, Debug, Default)]
pub(crate) struct MentionTable {
    /// Names, in the order of their places.
    pub(crate) mentions: Vec<PlacedMention>,
    /// Definitions of short forms.
    pub(crate) definitions: Vec<PlacedDefinition>,
    /// Short forms, at each place where they occur.
    pub(crate) short_forms: Vec<PlacedWord>,
    /// Capitalised words that are alone and are not common words: perhaps surnames.
    pub(crate) lone_words: Vec<PlacedWord>,
    /// Capitalised runs that nothing classified, and how often.
    pub(crate) unclassified: BTreeMap<String, u32>,
    /// The country whose document it is, where that is plain.
    pub(crate) home: Option<Key>,
    /// The document's language, as a BCP 47 tag, where it is known.
    pub(crate) language: Option<String>,
    /// The first passage in which names are not looked for, because there are too many before it.
    pub(crate) end: Option<u32>,
}

impl MentionTable {
    /// Reads the passages of `body`, whose reading texts are `texts`, up to the one with the last of `most` mentions.
    pub(crate) fn of(body: &Body, texts: &[ReadingText], lexicon: &Lexicon, supplied: &Supplied, most: usize) -> Self {
        let mut table = Self::default();
        for ((passage, reading), index) in body.passages.iter().zip(texts).zip(0..) {
            checkpoint();
            if table.count() > most {
                table.end = Some(index);
                break;
            }
            let is_text = !passage.template && !matches!(passage.kind, PassageKind::Heading | PassageKind::Furniture);
            table.read(reading, index, lexicon, supplied, is_text);
        }
        table.drop_surnames();
        // Tables are kept until all documents are read: they take no more room than they need.
        table.mentions.shrink_to_fit();
        table.short_forms.shrink_to_fit();
        table.lone_words.shrink_to_fit();
        table
    }

    /// How much was found: all that takes memory until the names of all documents are known.
    fn count(&self) -> usize {
        self.mentions.len()
            + self.definitions.len()
            + self.short_forms.len()
            + self.lone_words.len()
            + self.unclassified.len()
    }

    /// "Awa NDIAYE": a surname in capitals is not an acronym, wherever it occurs.
    fn drop_surnames(&mut self) {
        let people = self.mentions.iter().filter(|placed| placed.key.kind == EntityKind::Person);
        let parts = people.flat_map(|placed| placed.surface.split([' ', '-', ',', '.', '\'', '’']));
        let surnames: BTreeSet<String> = order::set(parts.filter(|part| part.len() > 1).map(str::to_owned));
        self.short_forms.retain(|short| !surnames.contains(&short.text));
    }

    fn read(&mut self, reading: &ReadingText, passage: u32, lexicon: &Lexicon, supplied: &Supplied, is_text: bool) {
        let scan = Scan::new(&reading.text);
        let people = persons::find(&scan, lexicon);
        let mut taken = vec![false; scan.words.len()];
        for person in &people {
            for (from, to) in [person.titles, person.name] {
                taken[from..to].fill(true);
            }
        }
        let shapes = shapes::find(&scan, &taken);
        let mut definitions = acronyms::definitions(&scan);
        let named = shapes.found.iter().filter_map(|found| acronyms::beside(&scan, found.range.clone()));
        let known: BTreeSet<usize> = order::set(definitions.iter().map(|definition| definition.short.start));
        let more: Vec<Definition> = named.filter(|new| !known.contains(&new.short.start)).collect();
        definitions.extend(more);
        order::sort_by_key(&mut definitions, |definition| definition.short.start.min(definition.long.start));
        // Of equals the first stands: the packer's word goes before any list.
        let mut all = supplied.find(&scan);
        all.extend(countries::find(&scan, lexicon));
        all.extend(known::find(&scan));
        all.extend(numbered::find(&scan));
        all.extend(places::find(&scan, lexicon));
        all.extend(topics::find(&scan));
        all.extend(companies::find(&scan, &taken));
        all.extend(shapes.found);
        all.extend(korean::find(&scan).into_iter().map(|found| keyed(&scan, found)));
        all.extend(han_persons::find(&scan));
        all.extend(definitions.iter().filter_map(|definition| defined_name(&scan, definition)));
        all.extend(people.iter().map(|person| person_found(&scan, person)));
        let mut selected = select::longest(all);
        affiliation::affiliate(&scan, &people, &mut selected);
        if is_text {
            self.count_runs(&scan, &shapes.runs, &selected, &people);
        }
        for at in 0..if is_text { scan.words.len() } else { 0 } {
            if stands_alone(&scan, lexicon, at)
                && let Some(span) = reading.to_source(scan.bytes(at, at + 1))
            {
                self.lone_words.push(PlacedWord { text: scan.words[at].text.to_owned(), country: None, passage, span });
            }
        }
        for short in acronyms::places(&scan, lexicon) {
            if let Some(span) = reading.to_source(short.clone()) {
                let country = country_of(&scan, &short, &selected);
                self.short_forms.push(PlacedWord { text: reading.text[short].to_owned(), country, passage, span });
            }
        }
        for definition in definitions {
            self.define(reading, passage, &definition);
        }
        for found in selected {
            let Some(span) = reading.to_source(found.range.clone()) else { continue };
            self.mentions.push(PlacedMention {
                surface: reading.text[found.range].to_owned(),
                key: found.key,
                passage,
                span,
                role_words: found.role.clone().map_or(String::new(), |role| fold(&reading.text[role])),
                role: found.role.and_then(|role| reading.to_source(role)),
                rule: found.rule,
                names: found.names,
                within: found.within,
            });
        }
    }

    fn define(&mut self, reading: &ReadingText, passage: u32, definition: &Definition) {
        let whole = definition.short.start.min(definition.long.start)..definition.short.end.max(definition.long.end);
        if let (Some(span), Some(long_span)) = (reading.to_source(whole), reading.to_source(definition.long.clone())) {
            self.definitions.push(PlacedDefinition {
                short: reading.text[definition.short.clone()].to_owned(),
                long: reading.text[definition.long.clone()].to_owned(),
                passage,
                span,
                long_span,
                rule: definition.rule,
            });
        }
    }

    fn count_runs(&mut self, scan: &Scan, runs: &[Range<usize>], selected: &[Candidate], people: &[Person]) {
        for run in runs {
            // Names hardly overlap: those that could reach the run come right before its end.
            let near = selected.partition_point(|found| found.range.start < run.end);
            let mut before = selected[..near].iter().rev().take(REACH);
            let named = before.any(|found| found.key.kind != EntityKind::Topic && run.start < found.range.end);
            let near = people.partition_point(|person| scan.words[person.whole.0].start < run.end);
            let person = near.checked_sub(1).map(|at| scan.bytes(people[at].whole.0, people[at].whole.1));
            let in_role = person.is_some_and(|whole| run.start < whole.end);
            let last = scan.text[run.clone()].rsplit(' ').next().map(entente_text::fold::fold).unwrap_or_default();
            if !in_role && !PERSONS.is_title(&last) && !named {
                *self.unclassified.entry(scan.text[run.clone()].to_owned()).or_default() += 1;
            }
        }
    }
}

/// Letters of a surname that may be alone, at least.
const MIN_SURNAME_CHARS: usize = 4;

/// True for a capitalised word between small ones that is neither a common word nor a place: "talks with **Lund**".
fn stands_alone(scan: &Scan, lexicon: &Lexicon, at: usize) -> bool {
    let word = scan.words[at].text;
    let part_of_name = |at: usize| scan.is_capital(at) && matches!(scan.gap(at), Gap::Space | Gap::Join);
    let joined = scan.gap(at) == Gap::Join || matches!(scan.gap(at + 1), Gap::Join);
    let after_name = at > 0 && part_of_name(at) && scan.is_capital(at - 1) && scan.gap(at) == Gap::Space;
    let place = at.checked_sub(1).is_some_and(|before| matches!(scan.folded(before), "at" | "in" | "near" | "the"));
    scan.is_capital(at)
        && word.chars().count() >= MIN_SURNAME_CHARS
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).all(char::is_lowercase)
        && !joined
        && !after_name
        && !part_of_name(at + 1)
        && !place
        && !lexicon.is_small(scan.folded(at))
}

/// The country right before the brackets in which `short` is alone, unless it abbreviates that country.
fn country_of(scan: &Scan, short: &Range<usize>, selected: &[Candidate]) -> Option<Key> {
    let before = scan.text[..short.start].strip_suffix('(')?.trim_end();
    let letters = &scan.text[short.clone()];
    if !scan.text[short.end..].starts_with(')') || letters.len() < 3 {
        return None;
    }
    let near = selected.partition_point(|found| found.range.start < before.len());
    let mut names = selected[..near].iter().rev().take(REACH);
    let country = names.find(|found| found.key.kind == EntityKind::Country && found.range.end == before.len())?;
    let mut left = scan.text[country.range.clone()].chars().map(|c| c.to_ascii_uppercase());
    let abbreviates = letters.chars().all(|letter| left.any(|c| c == letter));
    (!abbreviates).then(|| country.key.clone())
}

/// A long form that is a name by its head, where its shape alone was cut too short.
fn defined_name(scan: &Scan, definition: &Definition) -> Option<Candidate> {
    let (from, to) = (scan.word_at(definition.long.start), scan.word_at(definition.long.end));
    // "Long Range Identification and Tracking of Ships (LRIT) system": the next word says what it is.
    let next = scan.word_at(definition.long.end.max(definition.short.end));
    let is_system = matches!(
        scan.folded(next),
        "system" | "systems" | "program" | "programme" | "platform" | "network" | "database"
    ) && scan.text[definition.long.end.max(definition.short.end)..scan.words[next].start].trim() == ")";
    let kind = shapes::named(scan, from, to).or_else(|| is_system.then_some(EntityKind::System));
    kind.map(|kind| {
        let key = Key::printed(kind, shapes::normal(&scan.text[definition.long.clone()]));
        Candidate::new(key, definition.long.clone(), "name-with-acronym")
    })
}

/// A person in Hangul, by the letters of the name.
fn keyed(scan: &Scan, mut found: Candidate) -> Candidate {
    if found.key.kind == EntityKind::Person && found.key.name.is_empty() {
        found.key.name = scan.text[found.range.clone()].to_owned();
    }
    found
}

fn person_found(scan: &Scan, person: &Person) -> Candidate {
    let range = scan.bytes(person.name.0, person.name.1);
    let words = persons::key(&scan.text[range.clone()]);
    let key = Key::printed(EntityKind::Person, if person.is_short { format!("~{words}") } else { words });
    Candidate { role: person.role.map(|(from, to)| scan.bytes(from, to)), ..Candidate::new(key, range, person.rule) }
}
