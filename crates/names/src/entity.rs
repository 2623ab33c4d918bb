//! One entity: its public name, and the form of its name to show.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Entity, EntityKind, Form};
use entente_text::fold::fold;
use entente_text::order;

use super::candidate::Key;
use crate::gazetteer::countries::COUNTRIES;
use crate::gazetteer::is_country_code;
use crate::gazetteer::organisations::ORGANISATIONS;
use crate::gazetteer::topics::TOPICS;

/// How often and where a form is printed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Printed {
    /// Times in all.
    pub(crate) count: u32,
    /// Times it stands as a name of its own, not as a demonym.
    pub(crate) naming: u32,
    /// Where.
    pub(crate) documents: BTreeSet<usize>,
    /// Times in documents of the file's main language.
    pub(crate) in_main: u32,
    /// Times it stands there as a name of its own.
    pub(crate) naming_in_main: u32,
}

/// The public name of every key: a country's code, the gazetteer's key, else a slug of the name as first
/// printed; `.2` and so on for namesakes, in the order of `order`.
pub(crate) fn identifiers(order: &[(Key, String)]) -> BTreeMap<Key, String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut out = BTreeMap::new();
    // Known keys first: they do not depend on what else is in the file.
    for is_known in [true, false] {
        for (key, first) in order.iter().filter(|(key, _)| key.known == is_known) {
            let base = if key.known { key.name.to_lowercase() } else { slug(first) };
            let mut id = base.clone();
            let mut n = 2;
            while !taken.insert(id.clone()) {
                id = format!("{base}.{n}");
                n += 1;
            }
            out.insert(key.clone(), id);
        }
    }
    out
}

/// Letters and digits of any script, in lower case without accents, hyphens for all else.
pub(crate) fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in fold(name).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && c != '.' && !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    if out.is_empty() { "name".to_owned() } else { out }
}

/// The entity of `key` in a file whose main language is `language`, which is empty where none is known.
pub(crate) fn entity(
    key: &Key,
    id: String,
    parent: Option<u32>,
    forms: &BTreeMap<String, Printed>,
    language: &str,
) -> Entity {
    let is_own = |form: &str| is_country(key) && COUNTRIES.is_name_in(language, form);
    let name = labelled(key, forms).unwrap_or_else(|| shown(&whole_names(key, in_main_language(forms)), is_own));
    let mut printed: Vec<Form> =
        forms.iter().map(|(text, printed)| Form { text: text.clone(), count: printed.count }).collect();
    order::sort_by(&mut printed, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    Entity {
        id,
        kind: key.kind,
        name,
        code: (is_country(key) && is_country_code(&key.name)).then(|| key.name.clone()),
        parent,
        forms: printed,
        known_as: known_as(key),
    }
}

/// True for a country of the gazetteer.
fn is_country(key: &Key) -> bool {
    key.known && key.kind == EntityKind::Country
}

/// The label of a topic: topics are ours, so they are called by the word of our own list, whatever words speak of them.
fn labelled(key: &Key, forms: &BTreeMap<String, Printed>) -> Option<String> {
    // "His Iraqi and **Egyptian** colleagues": where no document prints its name, a country is called as the gazetteer does.
    let unnamed = is_country(key) && forms.values().all(|form| form.naming == 0);
    if let Some(label) = COUNTRIES.label(&key.name).filter(|_| unnamed) {
        return Some(label.to_owned());
    }
    let topic = TOPICS.get(&key.name).filter(|_| key.known && key.kind == EntityKind::Topic)?;
    Some(topic.label.to_owned())
}

/// The forms that documents of the file's main language print as a name, as often as these print them; all forms if there
/// are none. "Österreich" once in an English text is rarer there than "Austria", however often German texts print it.
fn in_main_language(forms: &BTreeMap<String, Printed>) -> BTreeMap<String, Printed> {
    let mut own = BTreeMap::new();
    for (text, form) in forms.iter().filter(|(_, form)| form.naming_in_main > 0) {
        let (count, naming) = (form.in_main, form.naming_in_main);
        own.insert(text.clone(), Printed { count, naming, ..form.clone() });
    }
    if own.is_empty() { forms.clone() } else { own }
}

/// Of a person the forms of more than one word, where some are printed: "Sullivan" is shown as "Jake Sullivan".
fn whole_names(key: &Key, forms: BTreeMap<String, Printed>) -> BTreeMap<String, Printed> {
    let is_whole = |text: &String| text.trim().contains(char::is_whitespace);
    if key.kind != EntityKind::Person || !forms.keys().any(is_whole) {
        return forms;
    }
    order::map(forms.into_iter().filter(|(text, _)| is_whole(text)))
}

/// The form to show: a name before a demonym, then what is printed most, of equals one that `is_own` to the file's language, then
/// what is in most documents, and longest, capitals or not. Of its spellings the most printed one that is not all in capitals.
fn shown(forms: &BTreeMap<String, Printed>, is_own: impl Fn(&str) -> bool) -> String {
    let mut spellings: BTreeMap<String, Printed> = BTreeMap::new();
    for (text, printed) in forms {
        let all = spellings.entry(fold(text)).or_default();
        all.count += printed.count;
        all.naming += printed.naming;
        all.documents.extend(&printed.documents);
    }
    let rank = |text: &String, printed: &Printed| {
        let spread = (printed.documents.len(), printed.count);
        (printed.naming, is_own(text), spread, text.chars().count(), Reverse(text.clone()))
    };
    // "REPUBLIC OF KOREA" is how a heading prints it: another form goes before it, if there is one.
    let calm: BTreeSet<String> = order::set(forms.keys().filter(|form| !is_heading(form)).map(|form| fold(form)));
    if !calm.is_empty() {
        spellings.retain(|text, _| calm.contains(text));
    }
    let best = spellings.iter().max_by_key(|(text, printed)| rank(text, printed)).map(|(text, _)| text.clone());
    let mixed = |text: &str| text.chars().any(char::is_lowercase);
    let of_best = forms.iter().filter(|(text, _)| Some(fold(text)) == best);
    of_best
        .max_by_key(|(text, printed)| (mixed(text), rank(text, printed)))
        .map_or_else(String::new, |(text, _)| text.clone())
}

/// True for several words all in capitals; one word may be a short form.
fn is_heading(form: &str) -> bool {
    let has = |of: fn(char) -> bool| form.chars().any(of);
    form.trim().contains(char::is_whitespace) && has(char::is_uppercase) && !has(char::is_lowercase)
}

fn known_as(key: &Key) -> Vec<String> {
    match key.kind {
        _ if !key.known => Vec::new(),
        EntityKind::Country => COUNTRIES.known_as(&key.name),
        EntityKind::Topic => TOPICS.get(&key.name).map_or_else(Vec::new, |topic| topic.known_as()),
        _ => ORGANISATIONS.get(&key.name).map_or_else(Vec::new, |entry| entry.known_as()),
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, Printed, in_main_language, shown};
    use std::collections::BTreeMap;

    #[test]
    fn a_name_is_shown_as_the_main_language_prints_it() {
        let none = |_: &str| false;
        let form = |count, documents: &[usize]| Printed {
            count,
            naming: count,
            documents: documents.iter().copied().collect(),
            ..Printed::default()
        };
        let in_main = |times, form: Printed| Printed { in_main: times, naming_in_main: times, ..form };
        let forms: BTreeMap<String, Printed> = [
            // Eight times in a German document, once in an English one.
            ("Österreich".to_owned(), in_main(1, form(9, &[1, 2]))),
            ("AUSTRIA".to_owned(), in_main(3, form(3, &[0]))),
            ("Austria".to_owned(), in_main(2, form(2, &[1]))),
        ]
        .into();
        assert_eq!(shown(&in_main_language(&forms), none), "Austria");
        // A list of titles in the main language prints each once.
        let listed = [
            ("Österreich".to_owned(), in_main(1, form(9, &[1, 2]))),
            ("Austria".to_owned(), in_main(1, form(1, &[1]))),
        ];
        let is_english = |form: &str| COUNTRIES.is_name_in("en", form);
        assert_eq!(shown(&in_main_language(&listed.into()), is_english), "Austria", "of equals, the own language's");
        let elsewhere = forms.iter().map(|(text, found)| (text.clone(), form(found.count, &[2]))).collect();
        assert_eq!(
            shown(&in_main_language(&elsewhere), none),
            "Österreich",
            "no document of the main language prints it"
        );
        let forms: BTreeMap<String, Printed> =
            [("REPUBLIC OF KOREA".to_owned(), form(9, &[0])), ("Korea".to_owned(), form(1, &[1]))].into();
        assert_eq!(shown(&forms, none), "Korea", "not in capitals where another form is printed");
        assert_eq!(shown(&[("REPUBLIC OF KOREA".to_owned(), form(9, &[0]))].into(), none), "REPUBLIC OF KOREA");
        assert_eq!(
            shown(&[("NATO".to_owned(), form(9, &[0])), ("Nordic Alliance".to_owned(), form(1, &[0]))].into(), none),
            "NATO"
        );
    }
}
