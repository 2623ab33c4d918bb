//! How the values of filters read.

use entente_corpus::{AnomalyKind, Corpus, DifferenceKind, EngagementKind, EntityKind, Fact, LinkKind, Modality};

use crate::desk::dates::days;
use crate::query::Axis;

/// How a value reads; `None` if it reads as its id does or this file does not have it.
pub(crate) fn label(corpus: &Corpus, axis: Axis, id: &str) -> Option<String> {
    match axis {
        Axis::Series => corpus.catalogue.series.iter().find(|series| series.id == id).map(|series| series.name.clone()),
        axis if axis.is_of_rows() => None,
        axis => shared_label(corpus, axis, id),
    }
}

/// How a value of a shared filter reads.
fn shared_label(corpus: &Corpus, axis: Axis, id: &str) -> Option<String> {
    if axis.is_date() {
        return days(id).map(|_| id.to_owned());
    }
    let catalogue = &corpus.catalogue;
    if let Some(kind) = axis.names() {
        let entity = catalogue.entities.iter().find(|entity| entity.kind == kind && entity.id == id);
        return entity.map(|entity| entity.name.clone());
    }
    let document = || catalogue.documents.iter().position(|record| record.id.as_str() == id);
    let is = |fact: &Option<Fact<String>>| fact.as_ref().is_some_and(|fact| fact.value == id);
    let records = || catalogue.documents.iter();
    match axis {
        Axis::Document => document().map(|at| corpus.title_of(at).to_owned()),
        Axis::Kind => records().any(|record| record.kind.value.as_str() == id).then(|| id.replace('-', " ")),
        Axis::Publisher => records().any(|record| is(&record.publisher)).then(|| id.to_owned()),
        Axis::Language => records().any(|record| is(&record.language)).then(|| id.to_owned()),
        _ => None,
    }
}

/// Words of `status`: of engagements, commitments, amounts, short forms, series and pairs.
const STATUS: &[&str] = &[
    "held",
    "announced",
    "planned",
    "recurring",
    "undertaken",
    "nothing",
    "pledged",
    "paid",
    "fee",
    "threshold",
    "count",
    "opened",
    "opened-elsewhere",
    "never-opened",
    "undated",
    "no-month",
    "money",
    "numbered",
    "incomplete",
    "reworded",
    "verbatim",
    "template",
];

/// How a value of an axis of rows reads; `None` if it is neither one of the axis's words nor a series of this file.
pub(crate) fn own_label(corpus: &Corpus, axis: Axis, value: &str) -> Option<String> {
    let known = match axis {
        Axis::EntityKind => EntityKind::from_word(value).is_some(),
        Axis::EngagementKind => EngagementKind::from_word(value).is_some(),
        Axis::LinkKind => LinkKind::from_word(value).is_some(),
        Axis::DifferenceKind => value == "none" || DifferenceKind::from_word(value).is_some(),
        Axis::NoteKind => AnomalyKind::from_word(value).is_some(),
        Axis::Modality => Modality::from_word(value).is_some(),
        Axis::Status => STATUS.contains(&value),
        _ => return label(corpus, axis, value),
    };
    known.then(|| value.replace('-', " "))
}
