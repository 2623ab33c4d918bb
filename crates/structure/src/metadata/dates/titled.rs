//! The date of a document that prints no day of its issue: of its tabling, or in its title.
//!
//! In: what is known of the document. Out: its date.

use entente_corpus::{Basis, MetadataField, Metadatum};
use entente_text::{PartialDate, Precision};

use super::super::add_date;
use super::{dated, first};

/// What dates a document that prints no day of its issue: when it was tabled, or its title. A day in the title is the day
/// of what it names; a year that opens it is the plan's or the report's year.
pub(crate) fn from_title(all: &mut Vec<Metadatum>) {
    if dated(all) {
        return;
    }
    // A motion or a bill that prints no other day of its own is of the day on which it was tabled.
    let tabled = all.iter().find(|datum| datum.field == MetadataField::Tabled);
    if let Some((value, evidence)) = tabled.and_then(|tabled| Some((tabled.date?, tabled.fact.evidence.clone()))) {
        let rule = "day-of-tabling".to_owned();
        return add_date(
            all,
            MetadataField::Date,
            Some(entente_corpus::Fact { value, basis: Basis::Inferred, rule, evidence }),
        );
    }
    let Some(title) = all.iter().find(|datum| datum.field == MetadataField::Title).map(|datum| datum.fact.clone())
    else {
        return;
    };
    let fact = |value, basis, rule: &str| entente_corpus::Fact {
        value,
        basis,
        rule: rule.to_owned(),
        evidence: title.evidence.clone(),
    };
    if let Some((_, date)) = first(&title.value).filter(|(_, date)| date.precision() == Precision::Day) {
        add_date(all, MetadataField::Date, Some(fact(date, Basis::Inferred, "day-in-title")));
        return;
    }
    let year = title
        .value
        .get(..4)
        .filter(|_| title.value.as_bytes().get(4) == Some(&b' '))
        .and_then(|year| year.parse().ok());
    let date = year.filter(|year| (1900..2100).contains(year)).and_then(PartialDate::year);
    add_date(all, MetadataField::Date, date.map(|date| fact(date, title.basis, "year-in-title")));
}
