//! Labels of the values of filters.

use entente_corpus::{AnomalyKind, Corpus, DifferenceKind, EngagementKind, EntityKind, Fact, LinkKind, Modality};

use crate::desk::Desk;
use crate::desk::dates::days;
use crate::query::Axis;

/// The label of a value; `None` if this file has no such value. Words of a fixed list have a label in every file.
pub(crate) fn value_label(desk: &Desk, axis: Axis, value: &str) -> Option<String> {
    if axis.is_of_rows() { row_label(&desk.corpus, axis, value) } else { desk.values.label(axis, value) }
}

/// The label of a value, if it is another one than its id; `None` if this file does not have the value.
pub(crate) fn label(corpus: &Corpus, axis: Axis, id: &str) -> Option<String> {
    let catalogue = &corpus.catalogue;
    let is = |fact: &Option<Fact<String>>| fact.as_ref().is_some_and(|fact| fact.value == id);
    match axis {
        Axis::Country
        | Axis::Bloc
        | Axis::Region
        | Axis::Organisation
        | Axis::Agency
        | Axis::Company
        | Axis::Media
        | Axis::Person
        | Axis::Place
        | Axis::Forum
        | Axis::Instrument
        | Axis::System
        | Axis::Operation
        | Axis::Topic => {
            let is_asked = |kind: EntityKind| Axis::of_names(kind) == axis;
            let entity = catalogue.entities.iter().find(|entity| is_asked(entity.kind) && entity.id == id);
            entity.map(|entity| entity.name.clone())
        }
        Axis::Document => {
            let at = catalogue.documents.iter().position(|record| record.id.as_str() == id)?;
            Some(corpus.title_of(at).to_owned())
        }
        Axis::Kind => {
            let is_known = catalogue.documents.iter().any(|record| record.kind.value.as_str() == id);
            is_known.then(|| id.replace('-', " "))
        }
        Axis::Publisher => catalogue.documents.iter().any(|record| is(&record.publisher)).then(|| id.to_owned()),
        Axis::Language => catalogue.documents.iter().any(|record| is(&record.language)).then(|| id.to_owned()),
        Axis::From | Axis::To => days(id).map(|_| id.to_owned()),
        Axis::Series => catalogue.series.iter().find(|series| series.id == id).map(|series| series.name.clone()),
        Axis::EntityKind
        | Axis::EngagementKind
        | Axis::LinkKind
        | Axis::DifferenceKind
        | Axis::NoteKind
        | Axis::Modality
        | Axis::Status => None,
    }
}

/// Words of `status`: of engagements, commitments, amounts, short forms, series and pairs. An interface has words of its own
/// for some of them.
pub const STATUS_WORDS: &[&str] = &[
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

/// The label of a value of an axis of rows; `None` if it is neither one of the axis's words nor a series of this file.
fn row_label(corpus: &Corpus, axis: Axis, value: &str) -> Option<String> {
    let is_word = match axis {
        Axis::EntityKind => EntityKind::from_word(value).is_some(),
        Axis::EngagementKind => EngagementKind::from_word(value).is_some(),
        Axis::LinkKind => LinkKind::from_word(value).is_some(),
        Axis::DifferenceKind => value == "none" || DifferenceKind::from_word(value).is_some(),
        Axis::NoteKind => AnomalyKind::from_word(value).is_some(),
        Axis::Modality => Modality::from_word(value).is_some(),
        Axis::Status => STATUS_WORDS.contains(&value),
        Axis::Series => return label(corpus, axis, value),
        Axis::Country
        | Axis::Bloc
        | Axis::Region
        | Axis::Organisation
        | Axis::Agency
        | Axis::Company
        | Axis::Media
        | Axis::Person
        | Axis::Place
        | Axis::Forum
        | Axis::Instrument
        | Axis::System
        | Axis::Operation
        | Axis::Topic
        | Axis::Document
        | Axis::Publisher
        | Axis::Language
        | Axis::Kind
        | Axis::From
        | Axis::To => false,
    };
    is_word.then(|| value.replace('-', " "))
}
