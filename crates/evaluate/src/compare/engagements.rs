//! Occasions, and what is known of each that was found: kind, date, status, place, number, participants.

use entente_corpus::{Body, Engagement, Party};

use crate::annotation::Engagement as Annotated;
use crate::pairing::{pairs, unpaired};
use crate::reading::{Reading, is_entity_called};
use crate::scores::{Scores, share};
use crate::wording::{Doubtful, Wording};

/// An occasion that was found, with its words.
struct Candidate<'a> {
    engagement: &'a Engagement,
    name: Wording,
    quotes: Vec<Wording>,
}

impl<'a> Candidate<'a> {
    fn of(body: &Body, engagement: &'a Engagement) -> Self {
        let quotes = engagement.evidence.iter().map(|place| Wording::of(place.span.of(&body.text))).collect();
        Self { engagement, name: Wording::of(engagement.name.of(&body.text)), quotes }
    }
}

/// Compares the occasions of one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.engagements else { return };
    let found: Vec<Candidate> =
        reading.body.engagements.iter().map(|found| Candidate::of(reading.body, found)).collect();
    let doubtful = Doubtful::of(reading.annotated);
    let words: Vec<Wording> = wanted.iter().map(|wanted| Wording::of(&wanted.words)).collect();
    let score = |a: usize, f: usize| {
        let Candidate { engagement, name, quotes } = &found[f];
        let is_quoted = quotes.iter().any(|quote| quote.agrees(&words[a]));
        let is_same_kind = engagement.kind.as_str() == wanted[a].kind;
        let likeness = name.likeness(&words[a]);
        if !is_quoted || (likeness == 0.0 && !is_same_kind) {
            return None;
        }
        let is_same_date = is_date_right(&wanted[a], date(engagement).as_deref());
        let common = wanted[a].participants.iter().filter(|name| takes_part(reading, engagement, name)).count();
        let flags = [name.agrees(&words[a]), is_same_date, is_same_kind];
        Some(2.0 * likeness + flags.into_iter().map(|flag| f64::from(u8::from(flag))).sum::<f64>() + share(common, 4))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    for (a, f) in &pairs {
        scores.hit("engagements");
        compare_slots(reading, &wanted[*a], found[*f].engagement, scores);
    }
    for a in unpaired(wanted.len(), pairs.iter().map(|pair| pair.0)) {
        if !doubtful.is_name(&words[a]) {
            scores.missed("engagements", &wanted[a].words);
        }
    }
    for f in unpaired(found.len(), pairs.iter().map(|pair| pair.1)) {
        let Candidate { name, quotes, .. } = &found[f];
        if !quotes.iter().any(|quote| doubtful.is_fact(quote, name)) {
            let quote = quotes.first().map_or("", Wording::as_str);
            scores.invented("engagements", &format!("{} in “{quote}”", name.as_str()));
        }
    }
}

fn date(engagement: &Engagement) -> Option<String> {
    engagement.date.as_ref().map(|date| date.value.to_string())
}

fn is_date_right(wanted: &Annotated, shown: Option<&str>) -> bool {
    shown == wanted.date.as_deref() || shown.is_some_and(|shown| wanted.other_dates.iter().any(|date| date == shown))
}

fn compare_slots(reading: &Reading, wanted: &Annotated, found: &Engagement, scores: &mut Scores) {
    let about = |what: &str, is: &str, should: Option<&str>| {
        format!("{}: {what} {is} instead of {}", wanted.words, should.unwrap_or("none"))
    };
    let kind = found.kind.as_str();
    scores.property("engagement kind", kind == wanted.kind, || about("kind", kind, Some(&wanted.kind)));
    let date = date(found);
    let shown = date.as_deref().unwrap_or("none");
    let is_right = is_date_right(wanted, date.as_deref());
    scores.property("engagement date", is_right, || about("date", shown, wanted.date.as_deref()));
    if let Some(date) = &date {
        // A date where the text gives none.
        scores.property("dates not invented", wanted.date.is_some(), || about("date", date, None));
    }
    if let (Some(basis), Some(found)) = (&wanted.basis, &found.date) {
        let is = found.basis.as_str();
        scores.property("date basis", is == basis, || about("basis", is, Some(basis)));
    }
    if let Some(wanted) = &wanted.status {
        let status = found.status.map(|status| status.as_str());
        scores.property("engagement status", status == wanted.as_deref(), || {
            about("status", status.unwrap_or("none"), wanted.as_deref())
        });
    }
    let ordinal = found.ordinal;
    scores.property("engagement ordinal", ordinal == wanted.ordinal, || format!("{}: {ordinal:?}", wanted.words));
    let place = found.place.map(|span| Wording::of(span.of(&reading.body.text)));
    let is_right = match (&place, &wanted.place) {
        (Some(found), Some(wanted)) => found.agrees(&Wording::of(wanted)),
        (found, wanted) => found.is_none() && wanted.is_none(),
    };
    let is = place.as_ref().map_or("none", Wording::as_str);
    scores.property("engagement place", is_right, || about("place", is, wanted.place.as_deref()));
    compare_participants(reading, wanted, found, scores);
}

fn compare_participants(reading: &Reading, wanted: &Annotated, found: &Engagement, scores: &mut Scores) {
    for name in &wanted.participants {
        if takes_part(reading, found, name) {
            scores.hit("participants");
        } else {
            scores.missed("participants", &format!("{name} in {}", wanted.words));
        }
    }
    for party in &found.participants {
        if !wanted.participants.iter().any(|name| stands_for(reading, party, name)) {
            scores.invented("participants", &format!("{} in {}", party.span.of(&reading.body.text), wanted.words));
        }
    }
}

fn takes_part(reading: &Reading, found: &Engagement, name: &str) -> bool {
    found.participants.iter().any(|party| stands_for(reading, party, name))
}

/// True if `name` calls a party, or the country or body that it stands for: a head of delegation counts for a country.
fn stands_for(reading: &Reading, party: &Party, name: &str) -> bool {
    if is_party_called(reading, party, name) {
        return true;
    }
    let Some(at) = party.entity else { return false };
    let entities = &reading.corpus.catalogue.entities;
    let affiliations = reading.body.mentions.iter().filter(|mention| mention.entity == at);
    let mut bodies: Vec<u32> = affiliations.filter_map(|mention| mention.affiliation).chain([at]).collect();
    let parents: Vec<u32> =
        bodies.iter().filter_map(|at| entities.get(*at as usize).and_then(|entity| entity.parent)).collect();
    bodies.extend(parents);
    bodies.into_iter().any(|at| entities.get(at as usize).is_some_and(|entity| is_entity_called(entity, name)))
}

/// True if `name` calls a party, by its own words or by another form of its name.
pub(super) fn is_party_called(reading: &Reading, party: &Party, name: &str) -> bool {
    let entity = party.entity.and_then(|at| reading.corpus.catalogue.entities.get(at as usize));
    entity.is_some_and(|entity| is_entity_called(entity, name))
        || Wording::of_name(party.span.of(&reading.body.text)).agrees(&Wording::of_name(name))
}
