//! Links: measures and their commitments, commitments with nothing, what is said twice, what is cited.

use std::collections::BTreeSet;

use entente_corpus::{End, Link, LinkKind, Modality, ReadingText};

use crate::pairing::pairs;
use crate::reading::Reading;
use crate::scores::Scores;
use crate::wording::{Doubtful, Wording};

/// Compares one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    measures(reading, scores);
    gaps(reading, scores);
    restatements(reading, scores);
    citations(reading, scores);
}

fn document(reading: &Reading) -> u32 {
    u32::try_from(reading.at).unwrap_or(u32::MAX)
}

/// The words of a statement's evidence.
fn statement(reading: &Reading, end: End) -> Option<Wording> {
    match end {
        End::Statement(of, at) if of == document(reading) => {
            let found = reading.body.statements.get(at as usize)?;
            Some(Wording::of(found.evidence.span.of(&reading.body.text)))
        }
        _ => None,
    }
}

fn measures(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.links else { return };
    let told = |link: &Link| {
        matches!(link.kind, LinkKind::Fulfils | LinkKind::Plans)
            .then(|| Some((link.kind.as_str(), statement(reading, link.from)?, statement(reading, link.to)?)))
            .flatten()
    };
    let found: Vec<(&str, Wording, Wording)> = reading.corpus.catalogue.links.iter().filter_map(told).collect();
    let words: Vec<(Wording, Wording)> =
        wanted.iter().map(|link| (Wording::of(&link.from), Wording::of(&link.to))).collect();
    let doubtful = Doubtful::of(reading.annotated);
    let score = |a: usize, f: usize| {
        let (kind, from, to) = &found[f];
        (*kind == wanted[a].kind && from.agrees(&words[a].0) && to.agrees(&words[a].1))
            .then(|| from.likeness(&words[a].0) + to.likeness(&words[a].1))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    pairs.iter().for_each(|_| scores.hit("links to commitments"));
    for (a, link) in wanted.iter().enumerate().filter(|(a, _)| pairs.iter().all(|pair| pair.0 != *a)) {
        if !doubtful.is_name(&words[a].0) {
            scores.missed("links to commitments", &format!("{} {} → {}", link.kind, link.from, link.to));
        }
    }
    for (_, (kind, from, to)) in found.iter().enumerate().filter(|(f, _)| pairs.iter().all(|pair| pair.1 != *f)) {
        if !doubtful.is_name(from) {
            scores.invented("links to commitments", &format!("{kind} {} → {}", from.as_str(), to.as_str()));
        }
    }
}

/// Commitments that no measure, done or planned, belongs to.
fn gaps(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.gaps else { return };
    let answered: BTreeSet<End> = reading
        .corpus
        .catalogue
        .links
        .iter()
        .filter(|link| matches!(link.kind, LinkKind::Fulfils | LinkKind::Plans))
        .map(|link| link.to)
        .collect();
    let text = &reading.body.text;
    let commitments = reading.body.statements.iter().zip(0_u32..).filter(|(found, at)| {
        found.rule == "form-commitment"
            && found.modality == Modality::Commitment
            && !answered.contains(&End::Statement(document(reading), *at))
    });
    let found: Vec<Wording> = commitments.map(|(found, _)| Wording::of(found.evidence.span.of(text))).collect();
    let words: Vec<Wording> = wanted.iter().map(|gap| Wording::of(gap)).collect();
    let score = |a: usize, f: usize| found[f].agrees(&words[a]).then(|| found[f].likeness(&words[a]));
    let pairs = pairs(words.len(), found.len(), score);
    pairs.iter().for_each(|_| scores.hit("gaps"));
    for (_, gap) in wanted.iter().enumerate().filter(|(a, _)| pairs.iter().all(|pair| pair.0 != *a)) {
        scores.missed("gaps", gap);
    }
    for (_, gap) in found.iter().enumerate().filter(|(f, _)| pairs.iter().all(|pair| pair.1 != *f)) {
        scores.invented("gaps", gap.as_str());
    }
}

/// Places that say the same are chains, in which each is linked to the one before: what counts is whether two places
/// hang together.
fn restatements(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.restates else { return };
    const MEASURE: &str = "restatements";
    let corpus = reading.corpus;
    let place = |end: End| match end {
        End::Passage(document, at) => Some((document as usize, at as usize)),
        _ => None,
    };
    let words = |(document, at): (usize, usize)| {
        let body = &corpus.bodies[document];
        body.passages
            .get(at)
            .map_or_else(|| Wording::of(""), |passage| Wording::of(&ReadingText::of(body, passage).text))
    };
    let links: Vec<((usize, usize), (usize, usize))> = corpus
        .catalogue
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Restates && !link.template)
        .filter_map(|link| Some((place(link.from)?, place(link.to)?)))
        .collect();
    let mut groups: Vec<BTreeSet<(usize, usize)>> = Vec::new();
    for (from, to) in &links {
        let (mut joined, rest): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.contains(from) || group.contains(to));
        let mut all: BTreeSet<(usize, usize)> = joined.drain(..).flatten().collect();
        all.extend([*from, *to]);
        groups = rest;
        groups.push(all);
    }
    let other = |digest: &Option<String>| {
        digest.as_ref().map_or(Some(reading.at), |digest| {
            corpus.catalogue.documents.iter().position(|record| record.sha256 == *digest)
        })
    };
    let mut explained: BTreeSet<usize> = BTreeSet::new();
    for (here, there, digest) in wanted {
        let Some(other) = other(digest) else { continue };
        let (a, b) = (Wording::of(here), Wording::of(there));
        let joins = groups.iter().any(|group| {
            let of = |document: usize, wanted: &Wording| {
                group
                    .iter()
                    .filter(|place| place.0 == document && words(**place).contains(wanted))
                    .copied()
                    .collect::<Vec<_>>()
            };
            let (first, second) = (of(reading.at, &a), of(other, &b));
            first.iter().any(|x| second.iter().any(|y| x != y))
        });
        if joins {
            scores.hit(MEASURE);
        } else {
            scores.missed(MEASURE, &format!("{here} / {there}"));
        }
        for (n, (from, to)) in links.iter().enumerate() {
            let holds = |place: (usize, usize)| words(place).contains(&a) || words(place).contains(&b);
            if holds(*from) && holds(*to) {
                explained.insert(n);
            }
        }
    }
    let doubtful = Doubtful::of(reading.annotated);
    for (_, (from, to)) in links.iter().enumerate().filter(|(n, _)| !explained.contains(n)) {
        let (from_words, to_words) = (words(*from), words(*to));
        if from.0 == reading.at && !doubtful.is_name(&from_words) && !doubtful.is_name(&to_words) {
            scores.invented(MEASURE, &format!("{} / {}", from_words.as_str(), to_words.as_str()));
        }
    }
}

/// Instruments and documents that are cited: found where one of their printed names is annotated.
fn citations(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.cites else { return };
    let catalogue = &reading.corpus.catalogue;
    let mut forms: Vec<Vec<Wording>> = Vec::new();
    for link in &catalogue.links {
        if link.kind != LinkKind::Cites || link.from != End::Document(document(reading)) {
            continue;
        }
        match link.to {
            End::Entity(at) => {
                let printed = |mention: &&entente_corpus::Mention| mention.entity == at;
                let mentions = reading.body.mentions.iter().filter(printed);
                forms.push(mentions.map(|mention| Wording::of_name(mention.span.of(&reading.body.text))).collect());
            }
            End::Document(at) => {
                let title = catalogue.documents.get(at as usize).and_then(|record| record.title.as_ref());
                forms.push(title.map(|title| Wording::of_name(&title.value)).into_iter().collect());
            }
            _ => {}
        }
    }
    let words: Vec<Wording> = wanted.iter().map(|name| Wording::of_name(name)).collect();
    let doubtful = Doubtful::of(reading.annotated);
    for (name, words) in wanted.iter().zip(&words) {
        let same = |form: &Wording| form == words || words.is_cut() && form.begins_with(words);
        if forms.iter().any(|forms| forms.iter().any(same)) {
            scores.hit("citations");
        } else if !doubtful.is_name(words) {
            scores.missed("citations", name);
        }
    }
    for forms in &forms {
        let same =
            |form: &Wording| words.iter().any(|words| form == words || words.is_cut() && form.begins_with(words));
        let known = forms.iter().any(|form| same(form) || doubtful.is_name(form));
        if let Some(first) = forms.first().filter(|_| !known) {
            scores.invented("citations", first.as_str());
        }
    }
}
