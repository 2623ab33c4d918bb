//! What a document says of itself: title, date, kind.

use crate::Reading;
use crate::tally::Tally;
use crate::wording::Wording;

/// Compares one document.
pub(crate) fn compare(reading: &Reading, tally: &mut Tally) {
    let (record, annotated) = (reading.record, reading.annotated);
    let told = |found: Option<&str>, wanted: Option<&str>| {
        format!("{} instead of {}", found.unwrap_or("none"), wanted.unwrap_or("none"))
    };
    if let Some(title) = &annotated.title {
        let found = record.title.as_ref().map(|fact| fact.value.as_str());
        let same = found.map(Wording::of) == title.as_deref().map(Wording::of);
        tally.property("document title", same, || told(found, title.as_deref()));
    }
    if let Some(date) = &annotated.date {
        let found = record.date.as_ref().map(|fact| fact.value.to_string());
        tally.property("document date", found == *date, || told(found.as_deref(), date.as_deref()));
    }
    if let Some(kind) = &annotated.kind {
        let found = record.kind.value.as_str();
        tally.property("document kind", found == kind, || told(Some(found), Some(kind)));
    }
}
