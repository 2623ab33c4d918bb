//! Names of each kind, and the roles of persons.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::EntityKind;

use crate::annotation::{Entity as Annotated, Role};
use crate::reading::{Reading, is_entity_called};
use crate::scores::Scores;
use crate::wording::{Doubtful, Wording};

/// Compares the names and roles of one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    if let Some(wanted) = &reading.annotated.entities {
        compare_entities(reading, wanted, scores);
    } else if let Some(wanted) = &reading.annotated.names {
        compare_forms(reading, wanted, scores);
    }
    for role in reading.annotated.roles.iter().flatten() {
        compare_role(reading, role, scores);
    }
}

/// Kinds that are measured. Topics are words of our own list.
fn measured_kinds(reading: &Reading) -> Vec<&'static str> {
    let kinds = EntityKind::ALL.iter().filter(|kind| **kind != EntityKind::Topic).map(|kind| kind.as_str());
    let complete = &reading.annotated.complete_kinds;
    kinds.filter(|kind| complete.as_ref().is_none_or(|complete| complete.iter().any(|name| name == kind))).collect()
}

/// Compares printed forms, each once a document.
fn compare_forms(reading: &Reading, wanted: &BTreeMap<String, Vec<String>>, scores: &mut Scores) {
    let doubtful = Doubtful::of(reading.annotated);
    let entities = &reading.corpus.catalogue.entities;
    let mut found: BTreeMap<&str, BTreeSet<Wording>> = BTreeMap::new();
    for mention in &reading.body.mentions {
        let Some(entity) = entities.get(mention.entity as usize) else { continue };
        let name = Wording::of_name(mention.span.of(&reading.body.text));
        found.entry(entity.kind.as_str()).or_default().insert(name);
    }
    for kind in measured_kinds(reading) {
        let wanted: BTreeSet<Wording> =
            wanted.get(kind).into_iter().flatten().map(|name| Wording::of_name(name)).collect();
        let mut here = found.remove(kind).unwrap_or_default();
        // An annotated surface ends after ten words: a longer name counts by these.
        for long in wanted.iter().filter(|name| name.is_cut()) {
            let whole: Vec<Wording> = here.iter().filter(|name| name.begins_with(long)).cloned().collect();
            for name in whole {
                here.remove(&name);
                here.insert(long.clone());
            }
        }
        let measure = format!("names: {kind}");
        here.intersection(&wanted).for_each(|_| scores.hit(&measure));
        for name in here.difference(&wanted).filter(|name| !doubtful.is_name(name)) {
            scores.invented(&measure, name.as_str());
        }
        for name in wanted.difference(&here).filter(|name| !doubtful.is_name(name)) {
            scores.missed(&measure, name.as_str());
        }
    }
}

/// Kinds that a reader may take for one another. An entity that was found under another kind of its group counts as
/// found; whether the kind is right is a measure of its own.
const BODIES: &[&str] = &["agency", "bloc", "company", "forum", "media", "organisation"];

fn is_kin(kind: &str, other: &str) -> bool {
    kind == other || (BODIES.contains(&kind) && BODIES.contains(&other))
}

/// Compares persons, bodies and things.
fn compare_entities(reading: &Reading, wanted: &[Annotated], scores: &mut Scores) {
    let doubtful = Doubtful::of(reading.annotated);
    let entities = &reading.corpus.catalogue.entities;
    let kind_of = |at: u32| entities.get(at as usize).map_or("", |entity| entity.kind.as_str());
    let surfaces = |at: u32| {
        let mentions = reading.body.mentions.iter().filter(move |mention| mention.entity == at);
        mentions.map(|mention| Wording::of_name(mention.span.of(&reading.body.text)))
    };
    let is_wanted = |at: u32, wanted: &Annotated| {
        is_kin(kind_of(at), &wanted.kind)
            && wanted.forms.iter().any(|form| {
                let words = Wording::of_name(form);
                let is_same = |surface: Wording| surface == words || is_longer_name(&wanted.kind, &surface, &words);
                entities.get(at as usize).is_some_and(|entity| is_entity_called(entity, form))
                    || surfaces(at).any(is_same)
            })
    };
    let found: BTreeSet<u32> = reading.body.mentions.iter().map(|mention| mention.entity).collect();
    let kinds = measured_kinds(reading);
    for wanted in wanted.iter().filter(|wanted| kinds.contains(&wanted.kind.as_str())) {
        let measure = format!("names: {}", wanted.kind);
        let name = wanted.forms.first().map_or("", String::as_str);
        let matches: Vec<u32> = found.iter().copied().filter(|at| is_wanted(*at, wanted)).collect();
        if !matches.is_empty() {
            scores.hit(&measure);
            let is_right = matches.iter().any(|at| kind_of(*at) == wanted.kind);
            scores.property("kinds of names", is_right, || format!("{name}: not {}", wanted.kind));
        } else if !wanted.optional && !doubtful.is_name(&Wording::of_name(name)) {
            scores.missed(&measure, name);
        }
    }
    for at in found.into_iter().filter(|at| kinds.contains(&kind_of(*at))) {
        let is_doubtful = || surfaces(at).any(|surface| doubtful.is_name(&surface));
        if !wanted.iter().any(|wanted| is_wanted(at, wanted)) && !is_doubtful() {
            let name = entities.get(at as usize).map_or("", |entity| entity.name.as_str());
            scores.invented(&format!("names: {}", kind_of(at)), name);
        }
    }
}

/// True for two forms of a person's name, one with more of its parts than the other ("Some R. Body, Jr."). A
/// surname alone is not enough, and a name whose end is cut off is another name.
fn is_longer_name(kind: &str, one: &Wording, other: &Wording) -> bool {
    let last = |name: &Wording| {
        let words = name.as_str().split(' ').rev();
        words.map(str::to_owned).find(|word| !matches!(word.as_str(), "jr" | "sr" | "ii" | "iii"))
    };
    let has_two_words = |name: &Wording| name.as_str().contains(' ');
    kind == "person" && has_two_words(one) && has_two_words(other) && one.agrees(other) && last(one) == last(other)
}

/// Compares one role as printed: a mention of the person has it, perhaps with more or fewer of its words.
fn compare_role(reading: &Reading, role: &Role, scores: &mut Scores) {
    let text = &reading.body.text;
    let person = Wording::of(&role.person);
    let entities = &reading.corpus.catalogue.entities;
    let mentions = reading.body.mentions.iter().filter(|mention| Wording::of(mention.span.of(text)) == person);
    let mentions: Vec<_> = mentions.collect();
    // A person who is not found at all counts among the names.
    if mentions.is_empty() {
        return;
    }
    if let Some(wanted) = &role.role {
        let roles: Vec<Wording> =
            mentions.iter().filter_map(|mention| mention.role).map(|span| Wording::of(span.of(text))).collect();
        let is_right = roles.iter().any(|found| found.agrees(&Wording::of(wanted)));
        let found = || roles.iter().map(Wording::as_str).collect::<Vec<_>>().join(", ");
        scores.property("roles right", is_right, || format!("{}: {} instead of {wanted}", role.person, found()));
    }
    if let Some(wanted) = &role.affiliation {
        let wanted_words = Wording::of_name(wanted);
        let is_called = |at: u32| {
            entities.get(at as usize).is_some_and(|entity| {
                is_entity_called(entity, wanted)
                    || entity.forms.iter().any(|form| Wording::of(&form.text).agrees(&wanted_words))
            })
        };
        let affiliations: Vec<u32> = mentions.iter().filter_map(|mention| mention.affiliation).collect();
        let is_right = affiliations.iter().any(|at| is_called(*at));
        let found = || {
            let name = |at: &u32| entities.get(*at as usize).map_or("", |entity| entity.name.as_str());
            affiliations.iter().map(name).collect::<Vec<_>>().join(", ")
        };
        scores.property("affiliations right", is_right, || format!("{}: {} instead of {wanted}", role.person, found()));
    }
}

#[cfg(test)]
mod tests {
    use super::is_longer_name;
    use crate::wording::Wording;

    #[test]
    fn a_cut_name_is_not_a_shorter_form() {
        for (one, other, wanted) in [
            ("Some R. Body", "Some R. Body, Jr.", true),
            ("HON. S.R. BODY", "S.R. Body", true),
            ("Any Bo", "Any Bo-Dy", false),
            ("Body", "S.R. Body", false),
        ] {
            assert_eq!(is_longer_name("person", &Wording::of(one), &Wording::of(other)), wanted, "{one} / {other}");
        }
    }
}
