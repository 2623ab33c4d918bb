//! Who is who within a document, and across the file: short forms, surnames, agencies and their countries.
//!
//! In: the sheets of all documents. Out: the same, with one key for one thing. Two things with one name stay
//! two: whatever is not plain stays apart.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::order;

use super::candidate::Key;
use super::mention_table::{Defined, MentionTable, Placed, Short};
use super::persons;
use crate::gazetteer::organisations::ORGANISATIONS;

/// Links the names within one sheet.
pub(crate) fn link_document(sheet: &mut MentionTable) {
    owners(sheet);
    agencies(sheet);
    rounds(sheet);
    years(sheet);
    surnames(sheet);
    bare_surnames(sheet);
    own_short_forms(sheet);
    by_initials(sheet);
    beside_country(sheet);
}

/// Links names across the sheets, each of which is linked by itself.
pub(crate) fn link_documents(sheets: &mut [MentionTable]) {
    other_short_forms(sheets);
    misspellings(sheets);
}

/// In the order of places; of those at one place, the longest first.
fn sort(sheet: &mut MentionTable) {
    order::sort_by_key(&mut sheet.found, |placed| {
        (placed.passage, placed.span.start, std::cmp::Reverse(placed.span.end), placed.key.kind)
    });
}

/// An agency named without its country belongs to the one that the document names it with, else to the
/// document's own.
fn owners(sheet: &mut MentionTable) {
    // One document's "Ministry of Defense" and "Ministry of National Defense" are two countries', where it says so.
    let called = |placed: &Placed| (agency(&placed.key.name), placed.key.name.contains("national"));
    let mut named: BTreeMap<(String, bool), BTreeSet<Key>> = BTreeMap::new();
    for placed in sheet.found.iter().filter(|placed| is_open_agency(placed)) {
        if let Some(within) = &placed.within {
            named.entry(called(placed)).or_default().insert(within.clone());
        }
    }
    let home = sheet.home.clone();
    for placed in sheet.found.iter_mut().filter(|placed| is_open_agency(placed) && placed.within.is_none()) {
        match named.get(&called(placed)).map(|owners| (owners.len(), owners.first())) {
            Some((1, Some(owner))) => placed.within = Some(owner.clone()),
            Some(_) => {}
            None => {
                if let Some(home) = &home {
                    placed.within = Some(home.clone());
                    if placed.rule == "name-with-head" {
                        placed.rule = "agency-of-document";
                    }
                }
            }
        }
    }
}

fn is_open_agency(placed: &Placed) -> bool {
    placed.key.kind == EntityKind::Agency && !placed.key.known
}

/// One key for the ways to write an agency's name, one for each country.
fn agencies(sheet: &mut MentionTable) {
    let mut renamed: BTreeMap<Key, BTreeMap<Option<Key>, Key>> = BTreeMap::new();
    for placed in sheet.found.iter_mut().filter(|placed| is_open_agency(placed)) {
        let owner = placed.within.as_ref().filter(|owner| owner.kind == EntityKind::Country);
        let prefix = owner.map_or("", |owner| owner.name.as_str());
        let key = Key::printed(EntityKind::Agency, format!("{prefix}:{}", agency(&placed.key.name)));
        let old = std::mem::replace(&mut placed.key, key.clone());
        renamed.entry(old).or_default().insert(placed.within.clone(), key);
    }
    // What persons stand for is named by the old key.
    for placed in sheet.found.iter_mut().filter(|placed| placed.key.kind == EntityKind::Person) {
        if let Some(keys) = placed.within.as_ref().and_then(|within| renamed.get(within))
            && let Some(key) = keys.values().next()
        {
            placed.within = Some(key.clone());
        }
    }
}

/// "Foreign Ministry" and "Ministry of Foreign Affairs", "Korean National Police Agency" and "National Police
/// Agency" are one name.
fn agency(name: &str) -> String {
    let name = name.split_once(':').map_or(name, |(_, name)| name);
    let mut words: Vec<&str> = name.split(' ').filter(|word| !matches!(*word, "of" | "for" | "and" | "the")).collect();
    if let Some(at) = words.iter().position(|word| matches!(*word, "ministry" | "department")) {
        let head = words.remove(at);
        words.retain(|word| *word != "affairs" && (*word != "national" || head != "ministry"));
        words.insert(0, head);
    } else if words.len() > 2
        && matches!(words.first(), Some(&("korean" | "korea")))
        && matches!(words.get(1), Some(&("national" | "international")))
    {
        words.remove(0);
    }
    words.join(" ")
}

/// "The 6th Cyber Policy Consultation" is that of the pair which the document names with it.
fn rounds(sheet: &mut MentionTable) {
    let mut of: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    for placed in sheet.found.iter().filter(|placed| placed.key.kind == EntityKind::Forum) {
        if let Some((_, rest)) = placed.key.name.split_once('|') {
            of.entry(rest.to_owned()).or_default().insert(placed.key.clone());
        }
    }
    for placed in sheet.found.iter_mut().filter(|placed| placed.key.kind == EntityKind::Forum && !placed.key.known) {
        if let Some(keys) = of.get(&placed.key.name).filter(|keys| keys.len() == 1)
            && let Some(key) = keys.first()
        {
            placed.key = key.clone();
        }
    }
}

/// "the Terrorism Act" is the one act of this name whose year the document gives.
fn years(sheet: &mut MentionTable) {
    let mut dated: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    for placed in sheet.found.iter().filter(|placed| placed.key.kind == EntityKind::Instrument && !placed.key.known) {
        if let Some((name, year)) = placed.key.name.rsplit_once(' ')
            && year.len() == 4
            && year.bytes().all(|b| b.is_ascii_digit())
        {
            dated.entry(name.to_owned()).or_default().insert(placed.key.clone());
        }
    }
    for placed in sheet.found.iter_mut().filter(|placed| placed.key.kind == EntityKind::Instrument && !placed.key.known)
    {
        if let Some(keys) = dated.get(&placed.key.name).filter(|keys| keys.len() == 1)
            && let Some(key) = keys.first()
        {
            placed.key = key.clone();
        }
    }
}

/// "Director Cho" is the one Cho whom the document names in full.
fn surnames(sheet: &mut MentionTable) {
    let mut by_part: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    let mut roles: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
    for placed in sheet.found.iter().filter(|placed| is_full_person(placed)) {
        let parts: Vec<&str> =
            placed.surface.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty()).collect();
        for (n, part) in parts.iter().enumerate() {
            by_part.entry(persons::key(part)).or_default().insert(placed.key.clone());
            // "De Croo" is Alexander De Croo.
            if n > 0 && n + 1 < parts.len() {
                by_part.entry(persons::key(&parts[n..].join(" "))).or_default().insert(placed.key.clone());
            }
        }
        roles.entry(placed.key.clone()).or_default().extend(placed.role_words.split(' ').map(str::to_owned));
    }
    for placed in sheet.found.iter_mut().filter(|placed| placed.key.kind == EntityKind::Person) {
        let Some(part) = placed.key.name.strip_prefix('~') else { continue };
        let Some(bearers) = by_part.get(part) else { continue };
        let has = |key: &Key, word: &str| roles.get(key).is_some_and(|words| words.contains(word));
        // "President Biden" is not "First Lady Jill Biden".
        let title = placed.role_words.rsplit(' ').next().unwrap_or("");
        let spouse =
            |key: &&Key| matches!(title, "president" | "premier" | "minister") && has(key, "lady") && !has(key, title);
        let others: Vec<&Key> = bearers.iter().filter(|key| !spouse(key)).collect();
        let titled: Vec<&Key> = others.iter().copied().filter(|key| !title.is_empty() && has(key, title)).collect();
        let [key] = (if titled.is_empty() { &others } else { &titled })[..] else { continue };
        placed.key = key.clone();
        placed.rule = "person-surname";
    }
    initials_of(sheet, &by_part);
    // A surname that several persons have does not show who is meant.
    sheet.found.retain(|placed| {
        let part = placed.key.name.strip_prefix('~').filter(|_| placed.key.kind == EntityKind::Person);
        part.is_none_or(|part| !by_part.contains_key(part))
    });
    for placed in sheet.found.iter_mut().filter(|placed| placed.key.kind == EntityKind::Person) {
        if let Some(part) = placed.key.name.strip_prefix('~') {
            placed.key.name = part.to_owned();
        }
    }
}

/// "Lund said": a surname alone is the one person of the document who bears it and is named in full.
fn bare_surnames(sheet: &mut MentionTable) {
    let mut bearers: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    for placed in sheet.found.iter().filter(|placed| is_full_person(placed)) {
        let mut parts = placed.surface.split_whitespace();
        let surname = parts.next_back().filter(|_| parts.next().is_some());
        if let Some(surname) = surname {
            bearers.entry(surname.to_owned()).or_default().insert(placed.key.clone());
        }
    }
    // What a document names otherwise, too, is not this person wherever it occurs.
    let others = sheet.found.iter().filter(|placed| placed.key.kind != EntityKind::Person);
    let named: BTreeSet<&str> = order::set(others.map(|placed| placed.surface.as_str()));
    let sole = bearers.into_iter().filter(|(surname, keys)| keys.len() == 1 && !named.contains(surname.as_str()));
    let known: BTreeMap<String, Key> =
        order::map(sole.filter_map(|(surname, keys)| Some((surname, keys.into_iter().next()?))));
    let alone = std::mem::take(&mut sheet.alone);
    place_words(sheet, &alone, |word| known.get(word), "person-surname");
}

/// "J. Smith" is the one Smith of the document whose given name begins so.
fn initials_of(sheet: &mut MentionTable, by_part: &BTreeMap<String, BTreeSet<Key>>) {
    for placed in sheet.found.iter_mut().filter(|placed| is_full_person(placed)) {
        let (initials, long): (Vec<&str>, Vec<&str>) =
            placed.key.name.split(' ').partition(|part| part.chars().count() == 1);
        let [surname] = long[..] else { continue };
        if initials.is_empty() {
            continue;
        }
        let fits = |key: &&Key| {
            let mut given = key.name.split(' ').filter(|part| part.chars().count() > 1 && *part != surname);
            given.any(|given| initials.iter().any(|initial| given.starts_with(initial)))
        };
        let bearers: Vec<&Key> = by_part.get(surname).into_iter().flatten().filter(fits).collect();
        if let [key] = bearers[..] {
            placed.key = key.clone();
        }
    }
}

fn is_full_person(placed: &Placed) -> bool {
    placed.key.kind == EntityKind::Person && !placed.key.name.starts_with('~')
}

/// Short forms that the document defines name what it defines them by.
fn own_short_forms(sheet: &mut MentionTable) {
    let mut meant: BTreeMap<String, Option<Key>> = BTreeMap::new();
    for definition in &sheet.definitions {
        let named = around(sheet, definition).find(|placed| named_by(placed, definition));
        meant.entry(singular(&definition.short).to_owned()).or_insert_with(|| named.map(|placed| placed.key.clone()));
    }
    // The gazetteer's meaning gives way to the document's.
    for placed in &mut sheet.found {
        if placed.rule == "known-acronym"
            && let Some(Some(key)) = meant.get(placed.surface.as_str())
        {
            placed.key = key.clone();
        }
    }
    // "Chama Cha Mapinduzi (CCM)": what the document calls so is not what the gazetteer calls so.
    let unknown =
        |placed: &Placed| placed.rule == "known-acronym" && matches!(meant.get(singular(&placed.surface)), Some(None));
    sheet.found.retain(|placed| !unknown(placed));
    let known: BTreeMap<String, Key> = order::map(meant.into_iter().filter_map(|(short, key)| Some((short, key?))));
    place(sheet, |short| known.get(short), "acronym-defined");
}

/// A short form that nothing defines, and that is the initials of exactly one name of the document, means it.
fn by_initials(sheet: &mut MentionTable) {
    let defined: BTreeSet<&str> = order::set(sheet.definitions.iter().map(|definition| singular(&definition.short)));
    let mut named: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    for placed in
        sheet.found.iter().filter(|placed| placed.key.kind != EntityKind::Topic && placed.surface.contains(' '))
    {
        let initials = initials(&placed.surface);
        if initials.chars().count() > 2 && !defined.contains(initials.as_str()) && placed.key.kind != EntityKind::Person
        {
            named.entry(initials).or_default().insert(placed.key.clone());
        }
    }
    let plain = named.into_iter().filter(|(short, keys)| keys.len() == 1 && ORGANISATIONS.acronym(short).is_none());
    let known: BTreeMap<String, Key> =
        order::map(plain.filter_map(|(short, keys)| Some((short, keys.into_iter().next()?))));
    place(sheet, |short| known.get(short), "acronym-of-a-name");
}

/// "U.S. (TSA)": an unexplained short form in a country's brackets is one of its agencies.
fn beside_country(sheet: &mut MentionTable) {
    let defined: BTreeSet<String> =
        order::set(sheet.definitions.iter().map(|definition| singular(&definition.short).to_owned()));
    let mut known: BTreeMap<String, Key> = BTreeMap::new();
    let mut owners: BTreeMap<Key, Key> = BTreeMap::new();
    for short in sheet
        .shorts
        .iter()
        .filter(|short| !defined.contains(&short.text) && ORGANISATIONS.acronym(&short.text).is_none())
    {
        if let Some(country) = &short.of {
            let key =
                Key::printed(EntityKind::Agency, format!("{}:{}", country.name, entente_text::fold::fold(&short.text)));
            known.entry(short.text.clone()).or_insert_with(|| key.clone());
            owners.insert(key, country.clone());
        }
    }
    place(sheet, |short| known.get(short), "agency-beside-country");
    for placed in sheet.found.iter_mut().filter(|placed| placed.rule == "agency-beside-country") {
        placed.within = owners.get(&placed.key).cloned();
    }
}

/// The capitals with which the words of a name begin.
pub(crate) fn initials(name: &str) -> String {
    name.split([' ', '-', '–']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
}

/// The mentions near a definition's long form; they are in the order of their places.
pub(crate) fn around<'a>(sheet: &'a MentionTable, definition: &Defined) -> impl Iterator<Item = &'a Placed> {
    let from = (definition.passage, definition.long_span.start.saturating_sub(MAX_NAME_BYTES));
    let to = (definition.passage, definition.long_span.end);
    let first = sheet.found.partition_point(|placed| (placed.passage, placed.span.start) < from);
    sheet.found[first..].iter().take_while(move |placed| (placed.passage, placed.span.start) < to)
}

/// Bytes of the longest name that is looked for around a definition.
const MAX_NAME_BYTES: u32 = 400;

/// True for a mention that is a definition's long form, give or take an article.
pub(crate) fn named_by(placed: &Placed, definition: &Defined) -> bool {
    placed.passage == definition.passage
        && placed.key.kind != EntityKind::Topic
        && placed.span.overlaps(definition.long_span)
        && placed.surface.chars().count() + 4 >= definition.long.chars().count()
}

/// Short forms that exactly one thing of the file is called by, where the document says nothing else.
fn other_short_forms(sheets: &mut [MentionTable]) {
    let mut meant: BTreeMap<String, BTreeSet<Key>> = BTreeMap::new();
    for sheet in sheets.iter() {
        for placed in sheet.found.iter().filter(|placed| placed.rule == "acronym-defined") {
            meant.entry(singular(&placed.surface).to_owned()).or_default().insert(placed.key.clone());
        }
    }
    let plain = meant.into_iter().filter(|(_, keys)| keys.len() == 1);
    let known: BTreeMap<String, Key> =
        order::map(plain.filter_map(|(short, keys)| Some((short, keys.into_iter().next()?))));
    for sheet in sheets {
        let own: BTreeSet<String> =
            order::set(sheet.definitions.iter().map(|definition| singular(&definition.short).to_owned()));
        place(sheet, |short| known.get(short).filter(|_| !own.contains(short)), "acronym-of-another-document");
    }
}

/// Adds mentions at the short forms that nothing else names.
fn place<'a>(sheet: &mut MentionTable, known: impl Fn(&str) -> Option<&'a Key>, rule: &'static str) {
    let shorts = std::mem::take(&mut sheet.shorts);
    place_words(sheet, &shorts, known, rule);
    sheet.shorts = shorts;
}

/// Names wherever one of `words` has one of the known forms and nothing else is named.
fn place_words<'a>(
    sheet: &mut MentionTable,
    words: &[Short],
    known: impl Fn(&str) -> Option<&'a Key>,
    rule: &'static str,
) {
    let mut covered: BTreeMap<u32, Vec<entente_text::Span>> = BTreeMap::new();
    for placed in sheet.found.iter().filter(|placed| placed.key.kind != EntityKind::Topic) {
        covered.entry(placed.passage).or_default().push(placed.span);
    }
    // Names hardly overlap: the last that begins before a short form's end, and a few before it, could cover it.
    for spans in covered.values_mut() {
        order::sort(spans);
    }
    for short in words {
        let Some(key) = known(short.text.as_str()) else { continue };
        let spans = covered.get(&short.passage).map_or(&[] as &[_], Vec::as_slice);
        let near = spans.partition_point(|span| span.start < short.span.end);
        if !spans[..near].iter().rev().take(8).any(|span| span.overlaps(short.span)) {
            sheet.found.push(Placed {
                key: key.clone(),
                passage: short.passage,
                span: short.span,
                surface: short.text.clone(),
                role: None,
                role_words: String::new(),
                rule,
                names: true,
                within: None,
            });
        }
    }
    sort(sheet);
}

/// "FIUs" is "FIU".
pub(crate) fn singular(short: &str) -> &str {
    short.strip_suffix('s').filter(|rest| rest.len() > 1 && !rest.chars().any(char::is_lowercase)).unwrap_or(short)
}

/// Bytes of the shortest name in which one wrong letter is taken for a slip.
const MIN_NAME_BYTES: usize = 14;

/// A long name that is printed once and differs by one letter from one that is printed more often is that one.
fn misspellings(sheets: &mut [MentionTable]) {
    let mut counts: BTreeMap<Key, u32> = BTreeMap::new();
    for placed in sheets
        .iter()
        .flat_map(|sheet| &sheet.found)
        .filter(|placed| !placed.key.known && placed.key.name.len() >= MIN_NAME_BYTES)
    {
        *counts.entry(placed.key.clone()).or_default() += 1;
    }
    // Names that differ by one letter share one of their halves: only those are compared.
    let mut halves: BTreeMap<(EntityKind, bool, &str), Vec<&Key>> = BTreeMap::new();
    let half = |name: &str| (name.len() / 2..name.len()).find(|at| name.is_char_boundary(*at)).unwrap_or(0);
    for key in counts.keys().filter(|key| key.name.is_ascii()) {
        let (left, right) = key.name.split_at(half(&key.name));
        halves.entry((key.kind, false, left)).or_default().push(key);
        halves.entry((key.kind, true, right)).or_default().push(key);
    }
    let mut means: BTreeMap<Key, Key> = BTreeMap::new();
    for keys in halves.values().filter(|keys| keys.len() > 1 && keys.len() < 9) {
        for slip in keys.iter().filter(|key| counts[**key] == 1) {
            let meant = keys.iter().filter(|key| counts[**key] > 1 && one_letter_off(&slip.name, &key.name));
            if let Some(key) = meant.max_by_key(|key| counts[**key]) {
                means.insert((*slip).clone(), (*key).clone());
            }
        }
    }
    for placed in sheets.iter_mut().flat_map(|sheet| &mut sheet.found) {
        if let Some(key) = means.get(&placed.key) {
            placed.key = key.clone();
            placed.rule = "misspelling";
        }
        if let Some(key) = placed.within.as_ref().and_then(|within| means.get(within)) {
            placed.within = Some(key.clone());
        }
    }
}

/// True if one letter of the same length of name is another. Digits tell names apart.
fn one_letter_off(a: &str, b: &str) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut off = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b);
    let first = off.next();
    off.next().is_none() && first.is_some_and(|(a, b)| a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
}
