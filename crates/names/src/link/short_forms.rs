//! Short forms: which name each stands for, by a definition, by initials, or by another document.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::Span;
use entente_text::order;

use super::{Bearers, sort_by_place};
use crate::candidate::Key;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::mention_table::{MentionTable, PlacedDefinition, PlacedMention, PlacedWord};

/// Bytes of the longest name that is looked for around a definition.
const MAX_NAME_BYTES: u32 = 400;
/// Letters that an article or the like may add to a name in its definition.
const ARTICLE_CHARS: usize = 4;
/// Mentions before a place that could cover it, at most: names hardly overlap.
const MAX_OVERLAPPING: usize = 8;

/// Gives short forms that the document defines to the names that it defines them by.
pub(super) fn resolve_defined(table: &mut MentionTable) {
    let mut meanings: BTreeMap<String, Option<Key>> = BTreeMap::new();
    for definition in &table.definitions {
        let named = mentions_around(table, definition).find(|mention| is_long_form(mention, definition));
        let key = named.map(|mention| mention.key.clone());
        meanings.entry(singular(&definition.short).to_owned()).or_insert(key);
    }
    // The document's meaning goes before that of the gazetteer.
    for mention in table.mentions.iter_mut().filter(|mention| mention.rule == "known-acronym") {
        if let Some(Some(key)) = meanings.get(mention.surface.as_str()) {
            mention.key = key.clone();
        }
    }
    // "Chama Cha Mapinduzi (CCM)": the document defines the short form by a name that is not known, so the gazetteer's is wrong.
    table.mentions.retain(|mention| {
        mention.rule != "known-acronym" || !matches!(meanings.get(singular(&mention.surface)), Some(None))
    });
    place_short_forms(table, |short| meanings.get(short)?.as_ref(), "acronym-defined");
}

/// Gives a short form that nothing defines to the only name of the document with these initials.
pub(super) fn resolve_initials(table: &mut MentionTable) {
    let defined: BTreeSet<&str> = order::set(table.definitions.iter().map(|definition| singular(&definition.short)));
    let mut named = Bearers::default();
    for mention in &table.mentions {
        if matches!(mention.key.kind, EntityKind::Topic | EntityKind::Person) || !mention.surface.contains(' ') {
            continue;
        }
        let initials = initials(&mention.surface);
        if initials.chars().count() > 2 && !defined.contains(initials.as_str()) {
            named.add(initials, &mention.key);
        }
    }
    let is_listed = |short: &str| ORGANISATIONS.acronym(short).is_some();
    place_short_forms(table, |short| named.only(short).filter(|_| !is_listed(short)), "acronym-of-a-name");
}

/// Gives a short form that its own document does not define to the only thing that other documents define it by.
pub(super) fn resolve_from_other_documents(tables: &mut [MentionTable]) {
    let mut meanings = Bearers::default();
    for mention in tables.iter().flat_map(|table| &table.mentions) {
        if mention.rule == "acronym-defined" {
            meanings.add(singular(&mention.surface).to_owned(), &mention.key);
        }
    }
    for table in tables {
        let own: BTreeSet<String> =
            order::set(table.definitions.iter().map(|definition| singular(&definition.short).to_owned()));
        let meaning = |short: &str| meanings.only(short).filter(|_| !own.contains(short));
        place_short_forms(table, meaning, "acronym-of-another-document");
    }
}

/// Adds mentions at the short forms that have a meaning and that no other mention covers.
pub(super) fn place_short_forms<'a>(
    table: &mut MentionTable,
    meaning: impl Fn(&str) -> Option<&'a Key>,
    rule: &'static str,
) {
    let words = std::mem::take(&mut table.short_forms);
    place_mentions(table, &words, meaning, rule);
    table.short_forms = words;
}

/// Adds mentions at those of `words` that have a meaning and that no other mention covers.
pub(super) fn place_mentions<'a>(
    table: &mut MentionTable,
    words: &[PlacedWord],
    meaning: impl Fn(&str) -> Option<&'a Key>,
    rule: &'static str,
) {
    let mut covered: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
    for mention in table.mentions.iter().filter(|mention| mention.key.kind != EntityKind::Topic) {
        covered.entry(mention.passage).or_default().push(mention.span);
    }
    for spans in covered.values_mut() {
        spans.sort_unstable();
    }
    for word in words {
        let Some(key) = meaning(&word.text) else { continue };
        let spans = covered.get(&word.passage).map_or(&[] as &[_], Vec::as_slice);
        let near = spans.partition_point(|span| span.start < word.span.end);
        if !spans[..near].iter().rev().take(MAX_OVERLAPPING).any(|span| span.overlaps(word.span)) {
            table.mentions.push(PlacedMention {
                key: key.clone(),
                passage: word.passage,
                span: word.span,
                surface: word.text.clone(),
                role: None,
                role_words: String::new(),
                rule,
                names: true,
                within: None,
            });
        }
    }
    sort_by_place(table);
}

/// The mentions near a definition's long form, in the order of their places.
pub(crate) fn mentions_around<'a>(
    table: &'a MentionTable,
    definition: &PlacedDefinition,
) -> impl Iterator<Item = &'a PlacedMention> {
    let from = (definition.passage, definition.long_span.start.saturating_sub(MAX_NAME_BYTES));
    let to = (definition.passage, definition.long_span.end);
    let first = table.mentions.partition_point(|mention| (mention.passage, mention.span.start) < from);
    table.mentions[first..].iter().take_while(move |mention| (mention.passage, mention.span.start) < to)
}

/// True for a mention that is a definition's long form, with or without an article.
pub(crate) fn is_long_form(mention: &PlacedMention, definition: &PlacedDefinition) -> bool {
    mention.passage == definition.passage
        && mention.key.kind != EntityKind::Topic
        && mention.span.overlaps(definition.long_span)
        && mention.surface.chars().count() + ARTICLE_CHARS >= definition.long.chars().count()
}

/// The capitals with which the words of a name begin.
pub(crate) fn initials(name: &str) -> String {
    name.split([' ', '-', '–']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}

/// A short form without the "s" of its plural: "FIU" for "FIUs".
pub(crate) fn singular(short: &str) -> &str {
    short.strip_suffix('s').filter(|rest| rest.len() > 1 && !rest.chars().any(char::is_lowercase)).unwrap_or(short)
}
