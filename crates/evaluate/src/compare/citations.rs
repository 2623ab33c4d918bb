//! Instruments and documents that are cited.

use std::collections::BTreeSet;

use entente_corpus::{End, LinkKind};

use crate::reading::Reading;
use crate::scores::Scores;
use crate::wording::{Doubtful, Wording};

const MEASURE: &str = "citations";

/// Compares the citations of one document. One is found if a printed name of what it leads to is annotated.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    let Some(wanted) = &reading.annotated.cites else { return };
    let found = cited_names(reading);
    let words: Vec<Wording> = wanted.iter().map(|name| Wording::of_name(name)).collect();
    let doubtful = Doubtful::of(reading.annotated);
    let is_same = |form: &Wording, words: &Wording| form == words || (words.is_cut() && form.begins_with(words));
    for (name, words) in wanted.iter().zip(&words) {
        if found.iter().any(|forms| forms.iter().any(|form| is_same(form, words))) {
            scores.hit(MEASURE);
        } else if !doubtful.is_name(words) {
            scores.missed(MEASURE, name);
        }
    }
    for forms in &found {
        let is_known = |form: &Wording| words.iter().any(|words| is_same(form, words)) || doubtful.is_name(form);
        if let Some(first) = forms.first().filter(|_| !forms.iter().any(is_known)) {
            scores.invented(MEASURE, first.as_str());
        }
    }
}

/// Of each thing that the document cites, the names by which it does.
fn cited_names(reading: &Reading) -> Vec<Vec<Wording>> {
    let catalogue = &reading.corpus.catalogue;
    let is_own = |end: End| end.document() == Some(reading.index());
    let links =
        catalogue.links.get().into_iter().flatten().filter(|link| link.kind == LinkKind::Cites && is_own(link.from));
    // What is cited in several passages is one citation of the document.
    let ends: BTreeSet<End> = links.map(|link| link.to).collect();
    let mut out = Vec::new();
    for end in ends {
        match end {
            End::Entity(at) => {
                let mentions = reading.body.mentions.iter().filter(|mention| mention.entity == at);
                out.push(mentions.map(|mention| Wording::of_name(mention.span.of(&reading.body.text))).collect());
            }
            End::Document(at) => {
                let title = catalogue.documents.get(at as usize).and_then(|record| record.title.as_ref());
                out.push(title.map(|title| Wording::of_name(&title.value)).into_iter().collect());
            }
            End::Passage(..) | End::Statement(..) | End::Engagement(..) | End::Amount(..) => {}
        }
    }
    out
}
