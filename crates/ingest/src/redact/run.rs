//! Masks all documents: searches them, masks them, and reads them again.
//!
//! In: the names of the files, the documents, the settings. Out: a corpus that is made only of masked texts, names and
//! settings, and a report. Of the first reading only the words to mask are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use entente_corpus::id::sha256;
use entente_corpus::{Body, Corpus, EntityKind, Pattern};
use entente_structure::Structured;
use entente_structure::personal::BAR;
use entente_text::executor;
use entente_text::order;

use super::masker::{Masker, SETTINGS};
use super::names::{Nature, Sort};
use super::report::{Reason, Report, Rule, Secret, needles};
use super::{Redaction, places};
use crate::{AddedName, Check, Executors, Names, Settings, Source, Supplied, Unmasked, ingest_all, unmasked};

/// Most rounds in which a text is searched and masked. Masking may reveal more to mask.
pub(crate) const ROUNDS: usize = 4;
/// Longest extension that a new name of a file keeps, in bytes.
const MAX_EXTENSION_BYTES: usize = 8;

/// Reads documents of these `sizes` as [`crate::ingest_each`] does, masked as the settings ask. `files` are the names of all
/// files that the page may name, read or not.
pub fn ingest_redacted(
    files: &[String],
    sizes: &[u64],
    source: &(dyn Fn(usize) -> Option<Source> + Sync),
    settings: &Settings,
    check: Option<Check>,
    executors: &Executors,
) -> (Corpus, Report) {
    let count = sizes.len();
    let redaction = &settings.redact;
    let mut secrets = listed_names(redaction);
    let look = Masker::new(redaction, &[]);
    for found in executor::map(executors.reading, sizes, |at| {
        // A reader that panics here panics again when the document is read, which reports it.
        catch_unwind(AssertUnwindSafe(|| source(at).map(|source| secrets_of(&source, &look)).unwrap_or_default()))
    }) {
        secrets.extend(found.unwrap_or_default());
    }
    if !redaction.kinds.is_empty() {
        let plain = Settings { redact: Redaction::default(), ..settings.clone() };
        let corpus = ingest_all(sizes, source, &plain, None, None, executors);
        secrets.extend(names_of_kinds(&corpus, &redaction.kinds));
    }
    let mut round = 0;
    loop {
        order::sort(&mut secrets);
        secrets.dedup();
        let masker = Masker::new(redaction, &secrets);
        let supplied = settings.files.iter().map(|file| &file.file);
        let split = settings.names.split.iter().map(|(_, file)| file);
        let all: BTreeSet<&String> = order::set(files.iter().chain(supplied).chain(split));
        let renamed = renamed(&all, &masker);
        let masked = masked_settings(settings, &masker, &renamed);
        let named = |at: usize| {
            source(at).map(|source| {
                let file = renamed.get(&source.file).cloned().unwrap_or(source.file);
                Source { file, bytes: source.bytes }
            })
        };
        let order = order(count, files, &renamed);
        let in_order = |at: usize| named(*order.get(at)?);
        let mut corpus = ingest_all(sizes, &in_order, &masked, Some(&masker), check, executors);
        corpus.catalogue.redacted = masker.count_removed();
        let left = names_of_kinds(&corpus, &redaction.kinds);
        round += 1;

        if !left.is_empty() && round < ROUNDS {
            secrets.extend(left);
            continue;
        }
        let mut report =
            Report { removed: masker.count_removed(), needles: needles(&secrets), renamed, ..Report::default() };
        report.left = left.iter().map(|secret| secret.reason.kind).collect();
        report.left.dedup();
        report.personal_data = redaction.personal_data;
        report.places.extend(masker.file_names().iter().cloned());
        let back: BTreeMap<&String, &String> = order::map(report.renamed.iter().map(|(old, new)| (new, old)));
        for (file, places) in masker.places_by_file().iter() {
            let file = back.get(file).map_or(file, |old| *old);
            report.places.extend(places.iter().map(|place| super::Place { file: file.clone(), ..place.clone() }));
        }
        order::sort(&mut report.places);
        report.unused = unused(redaction, &report.places);
        return (corpus, report);
    }
}

/// The entries of the lists of names and patterns that no place of the documents fits.
fn unused(redaction: &Redaction, places: &[super::Place]) -> Vec<String> {
    let used: BTreeSet<&str> = order::set(places.iter().map(|place| place.rule.as_str()));
    let lists = [(Rule::Names, redaction.names.len()), (Rule::Patterns, redaction.patterns.len())];
    let entries = lists.into_iter().flat_map(|(rule, count)| (1..=count).map(move |entry| (rule, entry)));
    let named = entries.map(|(rule, entry)| format!("{}, entry {entry}", rule.as_str()));
    named.filter(|entry| !used.contains(entry.as_str())).collect()
}

/// The names that the settings list.
fn listed_names(redaction: &Redaction) -> Vec<Secret> {
    let names = (1..).zip(&redaction.names);
    names
        .map(|(entry, name)| {
            Secret::new(name.clone(), Sort::Name, Nature::Unknown, Reason { rule: Rule::Names, kind: "name", entry })
        })
        .collect()
}

/// The names of `kinds` that `corpus` prints.
fn names_of_kinds(corpus: &Corpus, kinds: &[EntityKind]) -> Vec<Secret> {
    let mut out = BTreeSet::new();
    for body in corpus.bodies.iter().flatten() {
        for mention in &body.mentions {
            let kind = corpus.catalogue.entities.get(mention.entity as usize).map(|entity| entity.kind);
            let Some(kind) = kind.filter(|kind| kinds.contains(kind)) else { continue };
            let words = mention.span.of(&body.text).replace(BAR, " ");
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let nature = if kind == EntityKind::Person { Nature::Person } else { Nature::Thing };
            let reason = Reason { rule: Rule::Kinds, kind: kind.as_str(), entry: 0 };
            let secret = Secret::new(words, Sort::Name, nature, reason);
            if !secret.forms().is_empty() {
                out.insert(secret);
            }
        }
    }
    out.into_iter().collect()
}

/// The words to mask in `source` and in every other document.
fn secrets_of(source: &Source, look: &Masker) -> Vec<Secret> {
    match unmasked(source) {
        Ok(Unmasked::Text(read)) => {
            let given = super::masker::Given {
                file: &source.file,
                text: &read.document.body.text,
                document: &read.document,
                form: None,
            };
            look.find_places(given).1
        }
        Ok(Unmasked::Form(form)) => {
            let document = &entente_structure::form(&form.text, form.drafts.clone(), Vec::new());
            let given = super::masker::Given { file: &source.file, text: &form.text, document, form: Some(&form) };
            look.find_places(given).1
        }
        Err(_) => Vec::new(),
    }
}

/// The numbers of the files in the order of the names that the page has for them.
fn order(count: usize, files: &[String], renamed: &BTreeMap<String, String>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let name = |at: &usize| files.get(*at).map(|file| renamed.get(file).unwrap_or(file).as_bytes());
    order::sort_by(&mut order, |a, b| name(a).cmp(&name(b)));
    order
}

/// New names for the files whose names have masked words: `document-N` with the old extension, from the first folder or
/// name that has one. Their order reveals nothing about the old names.
fn renamed(files: &BTreeSet<&String>, masker: &Masker) -> BTreeMap<String, String> {
    let mut new: Vec<(String, [u8; 32], &String, String)> = Vec::new();
    for file in files {
        let Some(first) = masker.find_in_string(file).into_iter().next() else { continue };
        masker.file_names().push(super::Place {
            file: (*file).clone(),
            line: 0,
            rule: super::masker::rule_of(first.reason),
            kind: "name of a file",
            words: file[first.range.clone()].to_owned(),
        });
        let folder = file[..first.range.start].rfind('/').map_or(0, |at| at + 1);
        let name = &file[file.rfind('/').map_or(0, |at| at + 1)..];
        let extension = name.rfind('.').filter(|at| *at > 0).map_or("", |at| &name[at..]);
        let is_plain = extension.len() <= MAX_EXTENSION_BYTES
            && extension.bytes().skip(1).all(|byte| byte.is_ascii_alphanumeric());
        let extension = if is_plain && masker.find_in_string(extension).is_empty() { extension } else { "" };
        // Ties are broken by a hash, which reveals nothing.
        new.push((
            masker.mask_string(file),
            sha256(file.as_bytes()),
            file,
            format!("{}\n{extension}", &file[..folder]),
        ));
    }
    order::sort(&mut new);
    let mut taken: BTreeSet<String> = order::set(files.iter().map(|file| (*file).clone()));
    let mut out = BTreeMap::new();
    let mut number = 0;
    for (_, _, file, place) in new {
        let (folder, extension) = place.split_once('\n').unwrap_or_default();
        loop {
            number += 1;
            let name = format!("{folder}document-{number}{extension}");
            if taken.insert(name.clone()) {
                out.insert(file.clone(), name);
                break;
            }
        }
    }
    out
}

/// The settings with every string masked. Entries about a masked name are left out.
fn masked_settings(settings: &Settings, masker: &Masker, renamed: &BTreeMap<String, String>) -> Settings {
    let mut round = 0;
    let mut string = |text: &String| {
        let found = masker.find_in_string(text);
        if !found.is_empty() {
            masker.record(SETTINGS, text, &found, round);
            round += 1;
        }
        masker.mask_string(text)
    };
    let file = |file: &String| renamed.get(file).unwrap_or(file).clone();
    let hides = |text: &String| !masker.find_in_string(text).is_empty();
    let files = settings.files.iter().map(|supplied| Supplied {
        file: file(&supplied.file),
        title: supplied.title.as_ref().map(&mut string),
        publisher: supplied.publisher.as_ref().map(&mut string),
        url: supplied.url.as_ref().map(&mut string),
        licence: supplied.licence.as_ref().map(&mut string),
        marking: supplied.marking.as_ref().map(&mut string),
        ..supplied.clone()
    });
    let files = files.collect();
    let given = &settings.names;
    let added = given.added.iter().filter(|name| !hides(&name.name)).map(|name| AddedName {
        aliases: name.aliases.iter().filter(|alias| !hides(alias)).cloned().collect(),
        within: name.within.clone().filter(|within| !hides(within)),
        ..name.clone()
    });
    let merged = given.merged.iter().map(|names| names.iter().filter(|name| !hides(name)).cloned().collect::<Vec<_>>());
    let names = Names {
        added: added.collect(),
        merged: merged.filter(|names| names.len() > 1).collect(),
        split: given.split.iter().filter(|(name, _)| !hides(name)).map(|(name, of)| (name.clone(), file(of))).collect(),
        renamed: given.renamed.iter().filter(|(from, to)| !hides(from) && !hides(to)).cloned().collect(),
        excluded: given.excluded.iter().filter(|name| !hides(name)).cloned().collect(),
    };
    Settings {
        title: settings.title.as_ref().map(&mut string),
        description: settings.description.as_ref().map(&mut string),
        edition: settings.edition.as_ref().map(&mut string),
        marking: settings.marking.as_ref().map(&mut string),
        // The original file contains what is masked, and parts that its text does not show.
        originals: false,
        files,
        names,
        // A pattern with masked words would reveal them.
        patterns: settings.patterns.iter().filter(|pattern| !pattern_strings(pattern).any(&hides)).cloned().collect(),
        ..settings.clone()
    }
}

/// The strings of a pattern that the page carries.
fn pattern_strings(pattern: &Pattern) -> impl Iterator<Item = &String> {
    pattern.words.iter().chain([&pattern.id]).chain(&pattern.sentence)
}

impl Masker {
    /// Masks `form`, and records the places under `file`. True if anything was masked.
    pub(crate) fn form(&self, file: &str, form: &mut entente_formats::ExtractedText) -> bool {
        let before = form.text.clone();
        self.mask_notes(form);
        for round in 0..ROUNDS {
            let document = &entente_structure::form(&form.text, form.drafts.clone(), Vec::new());
            let given = super::masker::Given { file, text: &form.text, document, form: Some(form) };
            let (found, _) = self.find_places(given);
            self.record(file, &form.text, &found, round);
            if found.is_empty() {
                break;
            }
            super::masker::mask_form(form, &found);
        }
        form.text != before
    }

    /// The text of `document`, masked once; `None` if there is nothing to mask.
    pub(crate) fn text(&self, file: &str, document: &Structured, round: usize) -> Option<String> {
        let text = &document.body.text;
        let given = super::masker::Given { file, text, document, form: None };
        let (found, _) = self.find_places(given);
        self.record(file, text, &found, round);
        (!found.is_empty()).then(|| places::mask(text, &found))
    }

    /// Adds a note to `body` on what was masked in `file`.
    pub(crate) fn say(&self, file: &str, body: &mut Body) {
        super::masker::add_note(body, self.describe(file));
    }

    /// A masker of what `redaction` asks for and of the names in it, for a single document.
    pub(crate) fn of_one(redaction: &Redaction, source: &Source) -> Self {
        let mut secrets = listed_names(redaction);
        secrets.extend(secrets_of(source, &Self::new(redaction, &[])));
        Self::new(redaction, &secrets)
    }
}
