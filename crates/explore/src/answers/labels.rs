//! Labels of the values of filters.

use std::collections::BTreeMap;

use entente_corpus::{AnomalyKind, Corpus, DifferenceKind, EngagementKind, EntityKind, Fact, LinkKind, Modality};

use crate::desk::Desk;
use crate::desk::dates::days;
use crate::models::listing::FacetValue;
use crate::query::Axis;

/// The label of a value; `None` if this file has no such value. Words of a fixed list have a label in every file.
pub(crate) fn value_label(desk: &Desk, axis: Axis, value: &str) -> Option<String> {
    if axis.is_of_rows() {
        return row_label(&desk.corpus, axis, value);
    }
    let label = desk.values.label(axis, value)?;
    let alike = desk.values.range(axis).filter(|at| desk.values.all[*at].label == label).count();
    Some(if alike > 1 { with_parent(desk, axis, value, label) } else { label })
}

/// Adds to names that read alike whom they belong to: "Department of Justice (Puerto Rico)".
pub(crate) fn tell_apart(desk: &Desk, axis: Axis, values: &mut [FacetValue]) {
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for value in values.iter() {
        *alike.entry(value.label.clone()).or_default() += 1;
    }
    for value in values.iter_mut().filter(|value| alike.get(&value.label).is_some_and(|count| *count > 1)) {
        value.label = with_parent(desk, axis, &value.id, std::mem::take(&mut value.label));
    }
}

/// `label` with the name of whom the name `id` belongs to, if that is known.
fn with_parent(desk: &Desk, axis: Axis, id: &str, label: String) -> String {
    let number = desk.values.find(axis, id).filter(|_| axis.names().is_some());
    let entity = number.and_then(|number| desk.values.of_entity.iter().position(|known| *known == number));
    let parent = entity.and_then(|at| desk.corpus.catalogue.entities.get(at)?.parent);
    match parent.and_then(|parent| desk.name(parent)) {
        Some(parent) => [&label, " (", &parent.name, ")"].concat(),
        None => label,
    }
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
            let entity = catalogue.entities.iter().flatten().find(|entity| is_asked(entity.kind) && entity.id == id);
            entity.map(|entity| entity.name.clone())
        }
        Axis::Document => {
            let at =
                catalogue.documents.iter().position(|record| record.is_some_and(|record| record.id.as_str() == id))?;
            Some(corpus.title_of(at).to_owned())
        }
        Axis::Kind => {
            let is_known = catalogue.documents.iter().flatten().any(|record| record.kind.value.as_str() == id);
            is_known.then(|| id.replace('-', " "))
        }
        Axis::Publisher => {
            catalogue.documents.iter().flatten().any(|record| is(&record.publisher)).then(|| id.to_owned())
        }
        Axis::Language => {
            catalogue.documents.iter().flatten().any(|record| is(&record.language)).then(|| id.to_owned())
        }
        Axis::From | Axis::To => days(id).map(|_| id.to_owned()),
        Axis::Series => catalogue
            .series
            .get()
            .into_iter()
            .flatten()
            .find(|series| series.id == id)
            .map(|series| series.name.clone()),
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
