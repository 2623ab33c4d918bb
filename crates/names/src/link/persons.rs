//! Persons named by a surname or by initials: the one person of the document who is named in full.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;
use entente_text::order;
use entente_text::script::is_han;

use super::Bearers;
use super::short_forms::place_mentions;
use crate::candidate::Key;
use crate::mention_table::{MentionTable, PlacedMention};
use crate::persons;

/// What a key begins with whose name is a surname alone, until it is known who is meant.
const SURNAME_MARK: char = '~';

/// Letters of most Japanese surnames.
const HAN_SURNAME_CHARS: usize = 2;

/// Titles of which a couple has one: "President Biden" is not "First Lady Jill Biden".
const TITLES_OF_ONE: &[&str] = &["president", "premier", "minister"];

/// Gives "Director Cho" to the one Cho whom the document names in full. A surname that several persons have does not
/// show who is meant, so its mentions are removed.
pub(super) fn resolve_surnames(table: &mut MentionTable) {
    let (bearers, titles) = named_in_full(table);
    for mention in table.mentions.iter_mut().filter(|mention| mention.key.kind == EntityKind::Person) {
        let Some(surname) = mention.key.name.strip_prefix(SURNAME_MARK) else { continue };
        if let Some(key) = bearer_with_title(&bearers, &titles, surname, &mention.role_words) {
            mention.key = key.clone();
            mention.rule = "person-surname";
        }
    }
    resolve_initials(table, &bearers);
    table.mentions.retain(|mention| surname_of(mention).is_none_or(|surname| !bearers.contains(surname)));
    for mention in &mut table.mentions {
        if let Some(surname) = surname_of(mention).map(str::to_owned) {
            mention.key.name = surname;
        }
    }
}

/// The words of a person's titles in a document.
type Titles = BTreeMap<Key, BTreeSet<String>>;

/// The persons that a document names in full, by each part of their names, and their titles.
fn named_in_full(table: &MentionTable) -> (Bearers, Titles) {
    let mut bearers = Bearers::default();
    let mut titles = Titles::new();
    for mention in table.mentions.iter().filter(|mention| is_full_name(mention)) {
        let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '・' | '·');
        // "高橋太郎": a surname in Japanese is mostly the first two letters.
        let letters = mention.surface.char_indices().nth(HAN_SURNAME_CHARS).map_or(0, |(at, _)| at);
        if letters > 0 && mention.surface.chars().all(is_han) {
            bearers.add(mention.surface[..letters].to_owned(), &mention.key);
        }
        let parts: Vec<&str> = mention.surface.split(is_between).filter(|part| !part.is_empty()).collect();
        for (n, part) in parts.iter().enumerate() {
            bearers.add(persons::key(part), &mention.key);
            // "De Croo" is Alexander De Croo.
            if n > 0 && n + 1 < parts.len() {
                bearers.add(persons::key(&parts[n..].join(" ")), &mention.key);
            }
        }
        titles.entry(mention.key.clone()).or_default().extend(mention.role_words.split(' ').map(str::to_owned));
    }
    (bearers, titles)
}

/// The one person with this surname; among several the one with the last title of `role`.
fn bearer_with_title<'a>(bearers: &'a Bearers, titles: &Titles, surname: &str, role: &str) -> Option<&'a Key> {
    let title = role.rsplit(' ').next().unwrap_or("");
    let has = |key: &Key, word: &str| titles.get(key).is_some_and(|words| words.contains(word));
    let is_spouse = |key: &Key| TITLES_OF_ONE.contains(&title) && has(key, "lady") && !has(key, title);
    let possible: Vec<&Key> = bearers.keys(surname).filter(|key| !is_spouse(key)).collect();
    let titled: Vec<&Key> = possible.iter().copied().filter(|key| !title.is_empty() && has(key, title)).collect();
    match (if titled.is_empty() { possible } else { titled })[..] {
        [key] => Some(key),
        _ => None,
    }
}

/// Gives "J. Smith" to the one Smith of the document whose given name begins so.
fn resolve_initials(table: &mut MentionTable, bearers: &Bearers) {
    for mention in table.mentions.iter_mut().filter(|mention| is_full_name(mention)) {
        let (initials, words): (Vec<&str>, Vec<&str>) =
            mention.key.name.split(' ').partition(|part| part.chars().count() == 1);
        let [surname] = words[..] else { continue };
        if initials.is_empty() {
            continue;
        }
        let begins_so = |key: &&Key| {
            let mut given = key.name.split(' ').filter(|part| part.chars().count() > 1 && *part != surname);
            given.any(|given| initials.iter().any(|initial| given.starts_with(initial)))
        };
        let possible: Vec<&Key> = bearers.keys(surname).filter(begins_so).collect();
        if let [key] = possible[..] {
            mention.key = key.clone();
        }
    }
}

/// Adds mentions of persons by a surname without a title, "Lund said": the one person with it whom the document names in full.
pub(super) fn resolve_lone_surnames(table: &mut MentionTable) {
    let mut bearers = Bearers::default();
    for mention in table.mentions.iter().filter(|mention| is_full_name(mention)) {
        if let Some((_, surname)) = mention.surface.trim().rsplit_once(char::is_whitespace) {
            bearers.add(surname.to_owned(), &mention.key);
        }
    }
    // A word that is also another name in the document does not show who is meant.
    let others = table.mentions.iter().filter(|mention| mention.key.kind != EntityKind::Person);
    let others: BTreeSet<String> = order::set(others.map(|mention| mention.surface.clone()));
    let words = std::mem::take(&mut table.lone_words);
    place_mentions(table, &words, |word| bearers.only(word).filter(|_| !others.contains(word)), "person-surname");
}

fn is_full_name(mention: &PlacedMention) -> bool {
    mention.key.kind == EntityKind::Person && !mention.key.name.starts_with(SURNAME_MARK)
}

/// The surname of a mention that has nothing else; `None` for any other mention.
fn surname_of(mention: &PlacedMention) -> Option<&str> {
    let is_person = mention.key.kind == EntityKind::Person;
    mention.key.name.strip_prefix(SURNAME_MARK).filter(|_| is_person)
}
