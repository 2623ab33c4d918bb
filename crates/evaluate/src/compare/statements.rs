//! Statements of forms and of prose, and of each that was found its modality, strength, speaker, actor, counterparts
//! and period.

use entente_corpus::Statement;

use super::engagements::is_party_called;
use crate::annotation::Statement as Annotated;
use crate::pairing::{pairs, unpaired};
use crate::reading::Reading;
use crate::rows::Item;
use crate::scores::Scores;
use crate::wording::{Doubtful, Wording};

/// Compares the statements of one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.statements else { return };
    let found = &reading.body.statements;
    // A form is what has measures and commitments.
    let is_form = reading.annotated.links.as_ref().is_some_and(|links| !links.is_empty());
    let (measure, sort) = if is_form { ("statements in forms", "form") } else { ("statements in prose", "prose") };
    let text = &reading.body.text;
    let quotes: Vec<Wording> = found.iter().map(|found| Wording::of(found.evidence.span.of(text))).collect();
    let verbs: Vec<Option<Wording>> =
        found.iter().map(|found| found.verb.map(|verb| Wording::of(verb.of(text)))).collect();
    let words: Vec<Wording> = wanted.iter().map(|wanted| Wording::of(&wanted.words)).collect();
    let wanted_verbs: Vec<Wording> =
        wanted.iter().map(|wanted| Wording::of(wanted.verb.as_deref().unwrap_or(&wanted.words))).collect();
    let score = |a: usize, f: usize| {
        // A sentence may contain several statements, which differ by their verbs. Answers of forms differ by their words only.
        let is_same_verb = verbs[f].as_ref().is_some_and(|verb| wanted_verbs[a].agrees(verb));
        let is_quoted = quotes[f].contains(&words[a]) || words[a].contains(&quotes[f]);
        if !is_quoted || !(is_same_verb || is_form || verbs[f].is_none()) {
            return None;
        }
        let is_same_modality = is_modality_right(&wanted[a], found[f].modality.as_str());
        let flags = f64::from(u8::from(is_same_verb)) * 2.0 + f64::from(u8::from(is_same_modality));
        Some(flags + quotes[f].likeness(&words[a]))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    let language = reading.record.language.as_ref().map_or("other", |language| language.value.as_str());
    for (a, wanted) in wanted.iter().enumerate() {
        let is_found = pairs.iter().any(|pair| pair.0 == a);
        scores.property(&format!("{sort} found in {language}"), is_found, || wanted.words.clone());
    }
    let rows = reading.statements();
    for (a, f) in &pairs {
        scores.hit("statements");
        scores.hit(measure);
        scores.property(&format!("{sort} found: {}", wanted[*a].modality), true, String::new);
        compare_slots(reading, &wanted[*a], &found[*f], sort, scores);
        if let Some(row) = rows.get(*f) {
            compare_cells(reading, &wanted[*a], *row, scores);
        }
    }
    let doubtful = Doubtful::of(reading.annotated);
    for a in unpaired(wanted.len(), pairs.iter().map(|pair| pair.0)) {
        if !doubtful.is_name(&words[a]) {
            let about = format!("{} ({})", wanted[a].words, wanted[a].modality);
            scores.missed("statements", &about);
            scores.missed(measure, &about);
            scores.property(&format!("{sort} found: {}", wanted[a].modality), false, || wanted[a].words.clone());
        }
    }
    for f in unpaired(found.len(), pairs.iter().map(|pair| pair.1)) {
        let own = verbs[f].as_ref().unwrap_or(&quotes[f]);
        if !doubtful.is_fact(&quotes[f], own) {
            let about = format!("{} {} in “{}”", found[f].modality, own.as_str(), quotes[f].as_str());
            scores.invented("statements", &about);
            scores.invented(measure, &about);
        }
    }
}

fn is_modality_right(wanted: &Annotated, shown: &str) -> bool {
    wanted.modality == shown || wanted.other_modalities.iter().any(|modality| modality == shown)
}

fn compare_slots(reading: &Reading, wanted: &Annotated, found: &Statement, sort: &str, scores: &mut Scores) {
    let about = |is: &str, should: &str| format!("{}: {is} instead of {should}", wanted.words);
    let modality = found.modality.as_str();
    let is_right = is_modality_right(wanted, modality);
    scores.property(&format!("modality ({sort})"), is_right, || about(modality, &wanted.modality));
    if let Some(wanted) = &wanted.strength {
        let strength = found.strength.map(|strength| strength.as_str());
        scores.property(&format!("strength ({sort})"), strength == wanted.as_deref(), || {
            about(strength.unwrap_or("none"), wanted.as_deref().unwrap_or("none"))
        });
    }
    // Whoever read may have written down the words, or what is meant by them.
    let speakers: Vec<&String> = wanted.speaker.iter().chain(&wanted.role).collect();
    // Speakers by name have a measure of their own. An answer's speaker is who fills the form in, whether the answer
    // names them or not.
    if wanted.speaker_names.is_some() || (sort == "form" && speakers.is_empty()) {
        return;
    }
    let is_pronoun = |name: &&&String| matches!(name.to_lowercase().as_str(), "they" | "he" | "she" | "it" | "we");
    let pronoun = speakers.iter().any(|name| is_pronoun(&name));
    let is_right = match &found.speaker {
        // "They" is whom a sentence before names.
        Some(speaker) => {
            let is_before = speaker.span.end <= found.evidence.span.start;
            (pronoun && is_before) || speakers.iter().any(|name| is_party_called(reading, speaker, name))
        }
        None => speakers.is_empty(),
    };
    scores.property(&format!("speaker ({sort})"), is_right, || {
        let is = found.speaker.map_or("none", |speaker| speaker.span.of(&reading.body.text));
        about(is, speakers.first().map_or("none", |name| name.as_str()))
    });
}

/// Compares slots that have words or names of their own, as the table shows them.
fn compare_cells(reading: &Reading, wanted: &Annotated, row: Item, scores: &mut Scores) {
    if let Some(names) = wanted.speaker_names.as_ref().filter(|names| !names.is_empty()) {
        // Words that name nobody ("both sides") have no id: they are not resolved.
        let ids = row.list("speaker_ids");
        let name = row.text("speaker").unwrap_or_default();
        // The name is that of the first of several who speak together.
        let others = ids.iter().skip(1).map(|id| (String::new(), Some(id.clone())));
        let shown: Vec<_> = std::iter::once((name, ids.first().cloned())).chain(others).collect();
        let is_wanted = |(name, id): &(String, Option<String>)| {
            id.is_some() && names.iter().any(|wanted| reading.is_called(name, id.as_deref(), wanted))
        };
        let is_right = !shown.is_empty() && shown.iter().all(is_wanted);
        scores.property("speaker names", is_right, || {
            let shown = row.text("speaker").unwrap_or_else(|| "none".to_owned());
            format!("{}: {shown} instead of {}", wanted.words, names.join(", "))
        });
    }
    if let Some(actor) = &wanted.actor {
        let shown = row.text("actor");
        let id = row.text("actor_id");
        let is_same = shown
            .as_deref()
            .zip(actor.as_deref())
            .is_some_and(|(shown, actor)| reading.is_called(shown, id.as_deref(), actor));
        scores.slot("actors", &wanted.words, shown.as_deref(), actor.as_deref(), is_same);
    }
    if let Some(names) = &wanted.counterparts {
        let shown = pairs_of_name_and_id(row, "counterparts");
        let is_called =
            |(shown, id): &(String, Option<String>), name: &String| reading.is_called(shown, id.as_deref(), name);
        for name in names {
            if shown.iter().any(|shown| is_called(shown, name)) {
                scores.hit("counterparts");
            } else {
                scores.missed("counterparts", &format!("{}: {name}", wanted.words));
            }
        }
        for shown in shown.iter().filter(|shown| !names.iter().any(|name| is_called(shown, name))) {
            scores.invented("counterparts", &format!("{}: {}", wanted.words, shown.0));
        }
    }
    if let Some(period) = &wanted.period {
        let shown = period_of(row);
        let is_other = shown.as_ref().is_some_and(|shown| wanted.other_periods.contains(shown));
        let should = if is_other { shown.as_deref() } else { period.as_deref() };
        scores.slot("statement periods", &wanted.words, shown.as_deref(), should, shown.as_deref() == should);
    }
}

/// The members of a column of names, each with its id if it names an entity. The ids stand in the column's own `_id`
/// or `_ids`.
fn pairs_of_name_and_id(row: Item, column: &str) -> Vec<(String, Option<String>)> {
    let names = row.list(column);
    let ids: Vec<String> = ["_id", "_ids"].into_iter().flat_map(|end| row.list(&format!("{column}{end}"))).collect();
    // Without an id for each, ids and names cannot be brought together.
    let is_aligned = ids.len() == names.len();
    names.into_iter().enumerate().map(|(n, name)| (name, ids.get(n).filter(|_| is_aligned).cloned())).collect()
}

/// A period in EDTF, from its two columns.
fn period_of(row: Item) -> Option<String> {
    match (row.text("period_start"), row.text("period_end")) {
        (None, None) => None,
        (Some(start), None) => Some(format!("{start}/..")),
        (None, Some(end)) => Some(format!("../{end}")),
        (Some(start), Some(end)) if start == end => Some(start),
        (Some(start), Some(end)) => Some(format!("{start}/{end}")),
    }
}
