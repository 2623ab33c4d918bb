//! Measures and the commitments that they belong to, and commitments that no measure belongs to.

use std::collections::BTreeSet;

use entente_corpus::{End, Link, LinkKind, Modality};

use crate::pairing::{pairs, unpaired};
use crate::reading::Reading;
use crate::scores::Scores;
use crate::wording::{Doubtful, Wording};

/// Compares the links of one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    compare_measures(reading, scores);
    compare_gaps(reading, scores);
}

fn ties_measure(link: &Link) -> bool {
    matches!(link.kind, LinkKind::Fulfils | LinkKind::Plans)
}

/// The words of a link's end, if it is a statement of the document.
fn statement_words(reading: &Reading, end: End) -> Option<Wording> {
    match end {
        End::Statement(document, at) if document == reading.index() => {
            let found = reading.body.statements.get(at as usize)?;
            Some(Wording::of(found.evidence.span.of(&reading.body.text)))
        }
        _ => None,
    }
}

fn compare_measures(reading: &Reading, scores: &mut Scores) {
    const MEASURE: &str = "links to commitments";
    let Some(wanted) = &reading.annotated.links else { return };
    let mut found: Vec<(&str, Wording, Wording)> = Vec::new();
    for link in reading.corpus.catalogue.links.get().into_iter().flatten().filter(|link| ties_measure(link)) {
        if let (Some(from), Some(to)) = (statement_words(reading, link.from), statement_words(reading, link.to)) {
            found.push((link.kind.as_str(), from, to));
        }
    }
    let words: Vec<(Wording, Wording)> =
        wanted.iter().map(|link| (Wording::of(&link.from), Wording::of(&link.to))).collect();
    let doubtful = Doubtful::of(reading.annotated);
    let score = |a: usize, f: usize| {
        let (kind, from, to) = &found[f];
        let is_same = *kind == wanted[a].kind && from.agrees(&words[a].0) && to.agrees(&words[a].1);
        is_same.then(|| from.likeness(&words[a].0) + to.likeness(&words[a].1))
    };
    let pairs = pairs(wanted.len(), found.len(), score);
    pairs.iter().for_each(|_| scores.hit(MEASURE));
    for a in unpaired(wanted.len(), pairs.iter().map(|pair| pair.0)) {
        if !doubtful.is_name(&words[a].0) {
            let link = &wanted[a];
            scores.missed(MEASURE, &format!("{} {} → {}", link.kind, link.from, link.to));
        }
    }
    for f in unpaired(found.len(), pairs.iter().map(|pair| pair.1)) {
        let (kind, from, to) = &found[f];
        if !doubtful.is_name(from) {
            scores.invented(MEASURE, &format!("{kind} {} → {}", from.as_str(), to.as_str()));
        }
    }
}

/// Compares the commitments of a form that no measure, done or planned, belongs to.
fn compare_gaps(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.gaps else { return };
    let links = reading.corpus.catalogue.links.get().into_iter().flatten().filter(|link| ties_measure(link));
    let answered: BTreeSet<End> = links.map(|link| link.to).collect();
    let text = &reading.body.text;
    let commitments = reading.body.statements.iter().zip(0_u32..).filter(|(found, at)| {
        found.rule == "form-commitment"
            && found.modality == Modality::Commitment
            && !answered.contains(&End::Statement(reading.index(), *at))
    });
    let found: Vec<Wording> = commitments.map(|(found, _)| Wording::of(found.evidence.span.of(text))).collect();
    let words: Vec<Wording> = wanted.iter().map(|gap| Wording::of(gap)).collect();
    let score = |a: usize, f: usize| found[f].agrees(&words[a]).then(|| found[f].likeness(&words[a]));
    let pairs = pairs(words.len(), found.len(), score);
    pairs.iter().for_each(|_| scores.hit("gaps"));
    for a in unpaired(wanted.len(), pairs.iter().map(|pair| pair.0)) {
        scores.missed("gaps", &wanted[a]);
    }
    for f in unpaired(found.len(), pairs.iter().map(|pair| pair.1)) {
        scores.invented("gaps", found[f].as_str());
    }
}
