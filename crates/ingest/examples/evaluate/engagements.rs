//! Occasions, and what is known of each that was found: kind, date, status, place, number, who takes part.

use entente_corpus::{Body, Engagement, Party};

use crate::Reading;
use crate::annotation::Engagement as Annotated;
use crate::pairing::pairs;
use crate::tally::Tally;
use crate::wording::{Doubtful, Wording};

/// An occasion found, in words.
struct Found<'a> {
    engagement: &'a Engagement,
    name: Wording,
    quotes: Vec<Wording>,
}

/// Compares one document.
pub(crate) fn compare(reading: &Reading, tally: &mut Tally) {
    let Some(wanted) = &reading.annotated.engagements else { return };
    let found: Vec<Found> = reading.body.engagements.iter().map(|found| told(reading.body, found)).collect();
    let doubtful = Doubtful::of(reading.annotated);
    let words: Vec<Wording> = wanted.iter().map(|wanted| Wording::of(&wanted.words)).collect();
    let score = |a: usize, f: usize| {
        let quoted = found[f].quotes.iter().any(|quote| quote.agrees(&words[a]));
        let date = found[f].engagement.date.as_ref().map(|date| date.value.to_string());
        let same = f64::from(u8::from(date == wanted[a].date));
        let kind = f64::from(u8::from(found[f].engagement.kind.as_str() == wanted[a].kind));
        let with = wanted[a].participants.iter().filter(|name| takes_part(reading, found[f].engagement, name)).count();
        let likeness = found[f].name.likeness(&words[a]);
        let own = found[f].name.agrees(&words[a]);
        (quoted && (likeness > 0.0 || kind > 0.0))
            .then(|| 2.0 * likeness + f64::from(u8::from(own)) + same + kind + crate::tally::share(with, 4))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    for (a, f) in &pairs {
        tally.hit("engagements");
        properties(reading, &wanted[*a], found[*f].engagement, tally);
    }
    for (a, wanted) in wanted.iter().enumerate().filter(|(a, _)| pairs.iter().all(|pair| pair.0 != *a)) {
        if !doubtful.is_name(&words[a]) {
            tally.missed("engagements", &wanted.words);
        }
    }
    for (_, found) in found.iter().enumerate().filter(|(f, _)| pairs.iter().all(|pair| pair.1 != *f)) {
        if !found.quotes.iter().any(|quote| doubtful.is_fact(quote, &found.name)) {
            tally.invented("engagements", &format!("{} in “{}”", found.name.as_str(), found.quotes[0].as_str()));
        }
    }
}

fn told<'a>(body: &Body, engagement: &'a Engagement) -> Found<'a> {
    let quotes = engagement.evidence.iter().map(|place| Wording::of(place.span.of(&body.text))).collect();
    Found { engagement, name: Wording::of(engagement.name.of(&body.text)), quotes }
}

fn properties(reading: &Reading, wanted: &Annotated, found: &Engagement, tally: &mut Tally) {
    let about = |what: &str, is: &str, should: Option<&str>| {
        format!("{}: {what} {is} instead of {}", wanted.words, should.unwrap_or("none"))
    };
    let kind = found.kind.as_str();
    tally.property("engagement kind", kind == wanted.kind, || about("kind", kind, Some(&wanted.kind)));
    let date = found.date.as_ref().map(|date| date.value.to_string());
    let shown = date.as_deref().unwrap_or("none");
    tally.property("engagement date", date == wanted.date, || about("date", shown, wanted.date.as_deref()));
    if let Some(date) = &date {
        // A date where the text gives none.
        let known = wanted.date.is_some();
        tally.property("dates not invented", known, || about("date", date, None));
    }
    if let (Some(basis), Some(found)) = (&wanted.basis, &found.date) {
        let is = found.basis.as_str();
        tally.property("date basis", is == basis, || about("basis", is, Some(basis)));
    }
    let status = found.status.map(|status| status.as_str());
    let is = status.unwrap_or("none");
    tally.property("engagement status", status == wanted.status.as_deref(), || {
        about("status", is, wanted.status.as_deref())
    });
    let ordinal = found.ordinal;
    tally.property("engagement ordinal", ordinal == wanted.ordinal, || format!("{}: {ordinal:?}", wanted.words));
    let place = found.place.map(|span| Wording::of(span.of(&reading.body.text)));
    let same = match (&place, &wanted.place) {
        (Some(found), Some(wanted)) => found.agrees(&Wording::of(wanted)),
        (found, wanted) => found.is_none() && wanted.is_none(),
    };
    let is = place.as_ref().map_or("none", Wording::as_str);
    tally.property("engagement place", same, || about("place", is, wanted.place.as_deref()));
    for name in &wanted.participants {
        if takes_part(reading, found, name) {
            tally.hit("participants");
        } else {
            tally.missed("participants", &format!("{name} in {}", wanted.words));
        }
    }
    for party in &found.participants {
        if !wanted.participants.iter().any(|name| is_party(reading, party, name)) {
            tally.invented("participants", &format!("{} in {}", party.span.of(&reading.body.text), wanted.words));
        }
    }
}

fn takes_part(reading: &Reading, found: &Engagement, name: &str) -> bool {
    found.participants.iter().any(|party| is_party(reading, party, name))
}

/// True where a party is what `name` calls: by its own words, or by another form of its name.
pub(crate) fn is_party(reading: &Reading, party: &Party, name: &str) -> bool {
    let wanted = Wording::of_name(name);
    let entity = party.entity.and_then(|at| reading.corpus.catalogue.entities.get(at as usize));
    let form = |entity: &entente_corpus::Late<entente_corpus::Entity>| {
        entity.forms.iter().any(|form| Wording::of_name(&form.text) == wanted)
            || entity.known_as.iter().any(|form| Wording::of_name(form) == wanted)
    };
    entity.is_some_and(form) || Wording::of_name(party.span.of(&reading.body.text)).agrees(&wanted)
}
