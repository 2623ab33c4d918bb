//! Names of each kind, as printed, each once a document; and the roles of persons.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;

use crate::Reading;
use crate::annotation::Role;
use crate::tally::Tally;
use crate::wording::{Doubtful, Wording};

/// Compares one document.
pub(crate) fn compare(reading: &Reading, tally: &mut Tally) {
    let doubtful = Doubtful::of(reading.annotated);
    let entities = &reading.corpus.catalogue.entities;
    let mut found: BTreeMap<&str, BTreeSet<Wording>> = BTreeMap::new();
    for mention in &reading.body.mentions {
        let Some(entity) = entities.get(mention.entity as usize) else { continue };
        if entity.kind != EntityKind::Topic {
            let name = Wording::of_name(mention.span.of(&reading.body.text));
            found.entry(entity.kind.as_str()).or_default().insert(name);
        }
    }
    for kind in EntityKind::ALL.iter().filter(|kind| **kind != EntityKind::Topic).map(|kind| kind.as_str()) {
        let wanted: BTreeSet<Wording> =
            reading.annotated.names.get(kind).into_iter().flatten().map(|name| Wording::of_name(name)).collect();
        let mut here = found.remove(kind).unwrap_or_default();
        // Surfaces end after ten words: a longer name counts by these.
        for long in wanted.iter().filter(|name| name.is_cut()) {
            let whole: Vec<Wording> = here.iter().filter(|name| name.begins_with(long)).cloned().collect();
            for name in whole {
                here.remove(&name);
                here.insert(long.clone());
            }
        }
        let measure = format!("names: {kind}");
        here.intersection(&wanted).for_each(|_| tally.hit(&measure));
        for name in here.difference(&wanted).filter(|name| !doubtful.is_name(name)) {
            tally.invented(&measure, name.as_str());
        }
        for name in wanted.difference(&here).filter(|name| !doubtful.is_name(name)) {
            tally.missed(&measure, name.as_str());
        }
    }
    for role in reading.annotated.roles.iter().flatten() {
        compare_role(reading, role, tally);
    }
}

/// One role as printed: a mention of the person has it, perhaps with more or fewer of its words.
fn compare_role(reading: &Reading, role: &Role, tally: &mut Tally) {
    let text = &reading.body.text;
    let person = Wording::of(&role.person);
    let entities = &reading.corpus.catalogue.entities;
    let mentions = reading.body.mentions.iter().filter(|mention| Wording::of(mention.span.of(text)) == person);
    let mentions: Vec<_> = mentions.collect();
    // A person who is not found at all counts among the names.
    if mentions.is_empty() {
        return;
    }
    let roles: Vec<Wording> =
        mentions.iter().filter_map(|mention| mention.role).map(|span| Wording::of(span.of(text))).collect();
    if let Some(wanted) = &role.role {
        let is_right = roles.iter().any(|found| found.agrees(&Wording::of(wanted)));
        let found = || roles.iter().map(Wording::as_str).collect::<Vec<_>>().join(", ");
        tally.property("roles right", is_right, || format!("{}: {} instead of {wanted}", role.person, found()));
    }
    if let Some(wanted) = &role.affiliation {
        let wanted_words = Wording::of_name(wanted);
        let called = |at: u32| {
            entities.get(at as usize).is_some_and(|entity| {
                let forms = entity.forms.iter().map(|form| form.text.as_str());
                forms.chain(entity.known_as.iter().map(String::as_str)).any(|form| Wording::of(form) == wanted_words)
                    || entity.forms.iter().any(|form| Wording::of(&form.text).agrees(&wanted_words))
            })
        };
        let affiliations: Vec<u32> = mentions.iter().filter_map(|mention| mention.affiliation).collect();
        let is_right = affiliations.iter().any(|at| called(*at));
        let found = || {
            let name = |at: &u32| entities.get(*at as usize).map_or("", |entity| entity.name.as_str());
            affiliations.iter().map(name).collect::<Vec<_>>().join(", ")
        };
        tally.property("affiliations right", is_right, || format!("{}: {} instead of {wanted}", role.person, found()));
    }
}
