//! Statements of forms and of prose, apart; and of each that was found its modality, strength and speaker.

use entente_corpus::Statement;

use crate::Reading;
use crate::annotation::Statement as Annotated;
use crate::engagements::is_party;
use crate::pairing::pairs;
use crate::tally::Tally;
use crate::wording::{Doubtful, Wording};

/// Compares one document.
pub(crate) fn compare(reading: &Reading, tally: &mut Tally) {
    let Some(wanted) = &reading.annotated.statements else { return };
    let found = &reading.body.statements;
    // A form is what has measures and commitments.
    let form = reading.annotated.links.as_ref().is_some_and(|links| !links.is_empty());
    let (measure, sort) = if form { ("statements in forms", "form") } else { ("statements in prose", "prose") };
    let text = &reading.body.text;
    let quotes: Vec<Wording> = found.iter().map(|found| Wording::of(found.evidence.span.of(text))).collect();
    let verbs: Vec<Option<Wording>> =
        found.iter().map(|found| found.verb.map(|verb| Wording::of(verb.of(text)))).collect();
    let words: Vec<Wording> = wanted.iter().map(|wanted| Wording::of(&wanted.words)).collect();
    let score = |a: usize, f: usize| {
        let verb = verbs[f].as_ref().is_some_and(|verb| words[a].agrees(verb));
        let same = found[f].modality.as_str() == wanted[a].modality;
        // A sentence may say several things: each by its verb. Answers of forms are told by their words alone.
        let holds = quotes[f].holds(&words[a]) || words[a].holds(&quotes[f]);
        (holds && (verb || form || verbs[f].is_none()))
            .then(|| f64::from(u8::from(verb)) * 2.0 + f64::from(u8::from(same)) + quotes[f].likeness(&words[a]))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    let language = reading.record.language.as_ref().map_or("other", |language| language.value.as_str());
    for (a, wanted) in wanted.iter().enumerate() {
        let is_found = pairs.iter().any(|pair| pair.0 == a);
        tally.property(&format!("{sort} found in {language}"), is_found, || wanted.words.clone());
    }
    for (a, f) in &pairs {
        tally.hit(measure);
        tally.property(&format!("{sort} found: {}", wanted[*a].modality), true, String::new);
        properties(reading, &wanted[*a], &found[*f], sort, tally);
    }
    let doubtful = Doubtful::of(reading.annotated);
    for (a, wanted) in wanted.iter().enumerate().filter(|(a, _)| pairs.iter().all(|pair| pair.0 != *a)) {
        if !doubtful.is_name(&words[a]) {
            tally.missed(measure, &format!("{} ({})", wanted.words, wanted.modality));
            tally.property(&format!("{sort} found: {}", wanted.modality), false, || wanted.words.clone());
        }
    }
    for (f, found) in found.iter().enumerate().filter(|(f, _)| pairs.iter().all(|pair| pair.1 != *f)) {
        let own = verbs[f].clone().unwrap_or_else(|| quotes[f].clone());
        if !doubtful.is_fact(&quotes[f], &own) {
            let verb = own.as_str();
            tally.invented(measure, &format!("{} {verb} in “{}”", found.modality, quotes[f].as_str()));
        }
    }
}

fn properties(reading: &Reading, wanted: &Annotated, found: &Statement, sort: &str, tally: &mut Tally) {
    let about = |is: &str, should: &str| format!("{}: {is} instead of {should}", wanted.words);
    let modality = found.modality.as_str();
    tally.property(&format!("modality ({sort})"), modality == wanted.modality, || about(modality, &wanted.modality));
    let strength = found.strength.map(|strength| strength.as_str());
    tally.property(&format!("strength ({sort})"), strength == wanted.strength.as_deref(), || {
        about(strength.unwrap_or("none"), wanted.strength.as_deref().unwrap_or("none"))
    });
    // Whoever read may have written down the words, or what is meant by them.
    let speakers: Vec<&String> = wanted.speaker.iter().chain(&wanted.role).collect();
    // An answer's speaker is who fills the form in, whether the answer names them or not.
    if sort == "form" && speakers.is_empty() {
        return;
    }
    let printed = |name: &&&String| matches!(name.to_lowercase().as_str(), "they" | "he" | "she" | "it" | "we");
    let pronoun = speakers.iter().any(|name| printed(&name));
    let is_right = match &found.speaker {
        // "They" is whom a sentence before names.
        Some(speaker) => {
            let before = speaker.span.end <= found.evidence.span.start;
            pronoun && before || speakers.iter().any(|name| is_party(reading, speaker, name))
        }
        None => speakers.is_empty(),
    };
    tally.property(&format!("speaker ({sort})"), is_right, || {
        let is = found.speaker.map_or("none", |speaker| speaker.span.of(&reading.body.text));
        about(is, speakers.first().map_or("none", |name| name.as_str()))
    });
}
