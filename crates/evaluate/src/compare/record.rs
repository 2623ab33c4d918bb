//! The document's own title, date and kind.

use crate::reading::Reading;
use crate::scores::Scores;
use crate::wording::Wording;

/// Compares the record of one document.
pub(super) fn compare(reading: &Reading, scores: &mut Scores) {
    let (record, annotated) = (reading.record, reading.annotated);
    let about = |found: Option<&str>, wanted: Option<&str>| {
        format!("{} instead of {}", found.unwrap_or("none"), wanted.unwrap_or("none"))
    };
    if let Some(title) = &annotated.title {
        let found = record.title.as_ref().map(|fact| fact.value.as_str());
        let is_right = found.map(Wording::of) == title.as_deref().map(Wording::of);
        scores.property("document title", is_right, || about(found, title.as_deref()));
    }
    if let Some(date) = &annotated.date {
        let found = record.date.as_ref().map(|fact| fact.value.to_string());
        scores.property("document date", found == *date, || about(found.as_deref(), date.as_deref()));
    }
    if let Some(kind) = &annotated.kind {
        let found = record.kind.value.as_str();
        scores.property("document kind", found == kind, || about(Some(found), Some(kind)));
    }
}
