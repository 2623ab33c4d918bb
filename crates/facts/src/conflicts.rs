//! Where two places of the file give different values for one thing: the day, place or number of an occasion, an amount
//! from one to another, a count in sentences that otherwise say the same, the office of a person.
//!
//! In: engagements, amounts, restatements and mentions. Out: links that show both. It resolves nothing, and where it is
//! not sure that both mean the same thing it says nothing.

use std::collections::{BTreeMap, BTreeSet};

use entente_corpus::{Amount, Body, Catalogue, DifferenceKind, End, Engagement, EntityKind, Link, LinkKind};
use entente_names::gazetteer::countries::COUNTRIES;
use entente_names::gazetteer::persons::PERSONS;
use entente_names::gazetteer::places::PLACES;
use entente_text::fold::fold;
use entente_text::words::words;
use entente_text::{PartialDate, Precision, order};

use super::refer::link;
use crate::occasions::frames::is_in_set;

/// All conflicts; `restated` are passages that nearly say the same.
pub(crate) fn find(catalogue: &Catalogue, bodies: &[Body], restated: &[Link]) -> Vec<Link> {
    let mut out = occasions(catalogue, bodies);
    out.extend(amounts(bodies));
    out.extend(restated.iter().filter_map(|link| count(bodies, link)));
    out.extend(offices(catalogue, bodies));
    out
}

fn conflict(later: End, earlier: End, why: String) -> Link {
    link(LinkKind::Conflicts, later, earlier, 1.0, why)
}

/// Document and place of an engagement, and the engagement.
type Telling<'a> = ((u32, u32), &'a Engagement);

/// Tellings of one occasion of a series with different days, places or numbers.
fn occasions(catalogue: &Catalogue, bodies: &[Body]) -> Vec<Link> {
    let mut out = Vec::new();
    for series in catalogue.series.get().into_iter().flatten() {
        let mut numbered: BTreeMap<u16, Vec<Telling>> = BTreeMap::new();
        let mut dated: BTreeMap<u32, Vec<Telling>> = BTreeMap::new();
        for (document, at) in &series.members {
            let found = bodies.get(*document as usize).and_then(|body| body.engagements.get(*at as usize));
            let Some((found, ordinal)) = found.and_then(|found| Some((found, found.ordinal?))) else { continue };
            numbered.entry(ordinal).or_default().push(((*document, *at), found));
            if let Some((day, _)) = day(found) {
                dated.entry(day).or_default().push(((*document, *at), found));
            }
        }
        let end = |telling: &Telling| End::Engagement(telling.0.0, telling.0.1);
        for (ordinal, tellings) in &numbered {
            for pair in tellings.windows(2) {
                let both =
                    |what: &str, a: &str, b: &str| format!("number {ordinal} of {} is {what} {a} and {b}", series.name);
                if let Some((a, b)) = apart(pair[0].1, pair[1].1) {
                    out.push(conflict(end(&pair[1]), end(&pair[0]), both("dated", &a.to_string(), &b.to_string())));
                }
                if let (Some(a), Some(b)) = (city(bodies, &pair[0]), city(bodies, &pair[1]))
                    && a != b
                {
                    out.push(conflict(end(&pair[1]), end(&pair[0]), both("placed in", a, b)));
                }
            }
        }
        for tellings in dated.values() {
            for pair in tellings.windows(2).filter(|pair| pair[0].1.ordinal != pair[1].1.ordinal) {
                let number = |telling: &Telling| telling.1.ordinal.unwrap_or_default();
                let why = format!("on one day {} is number {} and {}", series.name, number(&pair[0]), number(&pair[1]));
                out.push(conflict(end(&pair[1]), end(&pair[0]), why));
            }
        }
    }
    out
}

/// The one day of an engagement.
fn day(found: &Engagement) -> Option<(u32, u32)> {
    let date = found.date.as_ref().filter(|date| date.value.precision() == Precision::Day)?;
    date.value.bounds()
}

/// Two dates that cannot both be right.
fn apart(a: &Engagement, b: &Engagement) -> Option<(PartialDate, PartialDate)> {
    let (a, b) = (a.date.as_ref()?.value, b.date.as_ref()?.value);
    let (first, second) = (a.bounds()?, b.bounds()?);
    (first.1 < second.0 || second.1 < first.0).then_some((a, b))
}

/// The city that a telling's place begins with, by its key.
fn city(bodies: &[Body], telling: &Telling) -> Option<&'static str> {
    let text = telling.1.place?.of(&bodies.get(telling.0.0 as usize)?.text);
    PLACES.at(text, &words(text), 0).map(|found| found.value)
}

/// What distinguishes one payment from another: who pays, to whom, in what, when; without a date only within one document.
type Payment = (u32, String, Option<String>, Result<String, usize>);

/// Different amounts of one payment.
fn amounts(bodies: &[Body]) -> Vec<Link> {
    let mut out = Vec::new();
    let mut first: BTreeMap<Payment, (End, f64)> = BTreeMap::new();
    for (body, document) in bodies.iter().zip(0_u32..) {
        for (amount, at) in body.amounts.iter().zip(0_u32..) {
            let Some(payment) = payment(body, document as usize, amount) else { continue };
            let end = End::Amount(document, at);
            match first.get(&payment) {
                Some((earlier, value)) if (value - amount.value).abs() > f64::EPSILON => {
                    let why = format!("one payment to {} is {value} and {}", payment.1, amount.value);
                    out.push(conflict(end, *earlier, why));
                }
                Some(_) => {}
                None => {
                    first.insert(payment, (end, amount.value));
                }
            }
        }
    }
    out
}

fn payment(body: &Body, document: usize, amount: &Amount) -> Option<Payment> {
    let sentence = fold(amount.evidence.span.of(&body.text));
    // "A further 100,000" is another payment.
    let another = ["additional", "another", "further", "more than", "extra", "each"];
    if another.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let receiver = fold(amount.receiver?.span.of(&body.text));
    let date = amount.date.as_ref().map(|date| date.value.to_string()).ok_or(document);
    Some((amount.payer?.entity?, receiver, amount.unit.clone(), date))
}

/// Passages that say the same but for one number, which counts something in both.
fn count(bodies: &[Body], restated: &Link) -> Option<Link> {
    if restated.difference_kind != Some(DifferenceKind::Numbers) {
        return None;
    }
    let segments: Vec<(&str, &str)> =
        restated.difference.as_deref()?.split("; ").filter_map(|segment| segment.split_once(" → ")).collect();
    let numeric =
        |(a, b): &&(&str, &str)| a.contains(|c: char| c.is_ascii_digit()) || b.contains(|c: char| c.is_ascii_digit());
    let [(a, b)] = segments.iter().filter(numeric).collect::<Vec<_>>()[..] else { return None };
    let (earlier, later) = (a.parse::<f64>().ok()?, b.parse::<f64>().ok()?);
    let of = |end: End, value: f64| match end {
        End::Passage(document, passage) => {
            let amounts = &bodies.get(document as usize)?.amounts;
            let at = amounts.iter().position(|amount| {
                amount.evidence.passage == Some(passage) && (amount.value - value).abs() < f64::EPSILON
            })?;
            Some(End::Amount(document, u32::try_from(at).ok()?))
        }
        _ => None,
    };
    let why = format!("two places say the same, one with {a}, one with {b}");
    Some(conflict(of(restated.from, later)?, of(restated.to, earlier)?, why))
}

/// A person, the date of the document or the document itself, and the title held.
type Holder = (u32, Result<String, u32>, String);
/// A passage of a document, and the words of an office in it.
type Office = ((u32, u32), String);

/// One person in two offices at one time: "Defence Minister" here, "Foreign Minister" there.
fn offices(catalogue: &Catalogue, bodies: &[Body]) -> Vec<Link> {
    let mut out = Vec::new();
    let mut held: BTreeMap<Holder, (BTreeSet<String>, Office)> = BTreeMap::new();
    for ((document, record), body) in catalogue.documents.numbered().zip(bodies) {
        // Offices change: only what is said at one time is compared.
        let time = record.date.as_ref().map(|date| date.value.to_string()).ok_or(document);
        for mention in &body.mentions {
            let person =
                catalogue.entities.get(mention.entity as usize).is_some_and(|entity| entity.kind == EntityKind::Person);
            let Some(role) = mention.role.filter(|_| person).map(|role| role.of(&body.text)) else { continue };
            let Some((title, matter)) = office(role) else { continue };
            let here = ((document, mention.passage), role.to_owned());
            let key = (mention.entity, time.clone(), title);
            match held.get(&key) {
                Some((before, (place, printed))) if before.is_disjoint(&matter) && *place != here.0 => {
                    let name =
                        catalogue.entities.get(mention.entity as usize).map_or("", |entity| entity.name.as_str());
                    let why = format!("{name} is {printed} here and {role} there");
                    out.push(conflict(End::Passage(document, mention.passage), End::Passage(place.0, place.1), why));
                }
                Some(_) => {}
                None => {
                    held.insert(key, (matter, here));
                }
            }
        }
    }
    out
}

/// The title of an office and the words of its matter; `None` for an office that changes hands, or has no matter.
fn office(role: &str) -> Option<(String, BTreeSet<String>)> {
    let folded = fold(role);
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if all.iter().any(|word| is_in_set("office-in-change", word)) {
        return None;
    }
    let title = all.iter().find(|word| PERSONS.is_title(word))?;
    let matter: BTreeSet<String> = order::set(
        all.iter()
            .filter(|word| {
                !is_in_set("office-without-matter", word) && !PERSONS.is_title(word) && !PERSONS.is_courtesy(word)
            })
            .filter(|word| COUNTRIES.phrase(word).is_none() && COUNTRIES.short(&word.to_uppercase()).is_none())
            .map(|word| word.replace("defence", "defense")),
    );
    (!matter.is_empty()).then(|| ((*title).to_owned(), matter))
}
