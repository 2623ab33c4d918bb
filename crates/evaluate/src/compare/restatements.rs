//! Passages that say the same.

use std::collections::BTreeSet;

use entente_corpus::{End, LinkKind, ReadingText};

use crate::reading::Reading;
use crate::scores::Scores;
use crate::wording::{Doubtful, Wording};

const MEASURE: &str = "restatements";

/// Index of a document and of a passage in it.
type Place = (usize, usize);

/// Compares the restatements of one document. Passages that say the same form chains, in which each is linked to the
/// one before, so two of them agree if they are in one chain.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.restates else { return };
    let links = restatements(reading);
    let groups = groups_of(&links);
    let documents = &reading.corpus.catalogue.documents;
    let mut explained: BTreeSet<usize> = BTreeSet::new();
    for (here, there, digest) in wanted {
        let other = match digest {
            None => Some(reading.at),
            Some(digest) => documents.iter().position(|record| record.is_some_and(|record| record.sha256 == *digest)),
        };
        let Some(other) = other else { continue };
        let (a, b) = (Wording::of(here), Wording::of(there));
        let is_joined = groups.iter().any(|group| {
            let places = |document: usize, wanted: &Wording| -> Vec<Place> {
                let is_there = |place: &&Place| place.0 == document && words(reading, **place).contains(wanted);
                group.iter().filter(is_there).copied().collect()
            };
            let (first, second) = (places(reading.at, &a), places(other, &b));
            first.iter().any(|x| second.iter().any(|y| x != y))
        });
        if is_joined {
            scores.hit(MEASURE);
        } else {
            scores.missed(MEASURE, &format!("{here} / {there}"));
        }
        let is_named = |place: Place| {
            let words = words(reading, place);
            words.contains(&a) || words.contains(&b)
        };
        explained.extend((0..links.len()).filter(|n| is_named(links[*n].0) && is_named(links[*n].1)));
    }
    let doubtful = Doubtful::of(reading.annotated);
    for (_, (from, to)) in links.iter().enumerate().filter(|(n, _)| !explained.contains(n)) {
        let (from_words, to_words) = (words(reading, *from), words(reading, *to));
        if from.0 == reading.at && !doubtful.is_name(&from_words) && !doubtful.is_name(&to_words) {
            scores.invented(MEASURE, &format!("{} / {}", from_words.as_str(), to_words.as_str()));
        }
    }
}

/// Pairs of passages that are linked. What a form prints anyway is left out.
fn restatements(reading: &Reading) -> Vec<(Place, Place)> {
    let place = |end: End| match end {
        End::Passage(document, at) => Some((document as usize, at as usize)),
        _ => None,
    };
    let links = reading.corpus.catalogue.links.get().into_iter().flatten();
    let links = links.filter(|link| link.kind == LinkKind::Restates && !link.template);
    links.filter_map(|link| Some((place(link.from)?, place(link.to)?))).collect()
}

/// Passages that hang together.
fn groups_of(links: &[(Place, Place)]) -> Vec<BTreeSet<Place>> {
    let mut groups: Vec<BTreeSet<Place>> = Vec::new();
    for (from, to) in links {
        let (joined, rest): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.contains(from) || group.contains(to));
        let mut all: BTreeSet<Place> = joined.into_iter().flatten().collect();
        all.extend([*from, *to]);
        groups = rest;
        groups.push(all);
    }
    groups
}

/// The words of a passage; empty if there is no such passage.
fn words(reading: &Reading, (document, at): Place) -> Wording {
    let body = reading.corpus.bodies.get(document);
    let passage = body.and_then(|body| Some((body, body.passages.get(at)?)));
    passage.map_or_else(|| Wording::of(""), |(body, passage)| Wording::of(&ReadingText::of(body, passage).text))
}

#[cfg(test)]
mod tests {
    use super::groups_of;

    #[test]
    fn chains_that_share_a_passage_are_one_group() {
        let links = [((0, 1), (0, 2)), ((1, 1), (1, 2)), ((0, 2), (1, 1)), ((2, 1), (2, 2))];
        let mut sizes: Vec<usize> = groups_of(&links).iter().map(std::collections::BTreeSet::len).collect();
        sizes.sort_unstable();
        assert_eq!(sizes, [2, 4]);
    }
}
