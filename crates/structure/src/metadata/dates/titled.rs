//! The date of a document that prints no day of its issue: of its tabling, or in its title.
//!
//! In: what is known of the document. Out: its date.

use entente_corpus::{Basis, DocumentKind, MetadataField, Metadatum};
use entente_text::{PartialDate, Precision};

use super::super::opening::Opening;
use super::super::roles::Role;
use super::super::{add_date, kind};
use super::{dated, first};

/// What dates a document that prints no day of its issue: when it was tabled, or its title. A day in the title is the day
/// of what it names; a year that opens it is the plan's or the report's year.
pub(crate) fn from_title(opening: &Opening, all: &mut Vec<Metadatum>) {
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
    let day = |title: &entente_corpus::Fact<String>| {
        first(&title.value).filter(|(_, date)| date.precision() == Precision::Day).map(|(_, date)| date)
    };
    if let Some(date) = day(&title) {
        add_date(all, MetadataField::Date, Some(fact(date, Basis::Inferred, "day-in-title")));
        return;
    }
    // A page may print less than its own title says: "Questions - Records of the House 2024-12-05".
    let element = all.iter().map(|datum| &datum.fact).find(|fact| fact.rule == "title-element");
    if let Some((value, element)) = element.and_then(|element| Some((day(element)?, element))) {
        let (rule, evidence) = ("day-in-title".to_owned(), element.evidence.clone());
        let fact = entente_corpus::Fact { value, basis: Basis::Inferred, rule, evidence };
        return add_date(all, MetadataField::Date, Some(fact));
    }
    // "Speech by the Minister at the Ports Forum on 11 April 2022", below a title of the site.
    let below = opening.lines.iter().find_map(|head| {
        let text = head.line.reading.text.trim_end();
        let spoken = matches!(
            kind::of_title(text),
            Some(
                DocumentKind::Speech
                    | DocumentKind::QAndA
                    | DocumentKind::JointStatement
                    | DocumentKind::Communique
                    | DocumentKind::Minutes
            )
        );
        let day = |(range, date): &(std::ops::Range<usize>, PartialDate)| {
            range.end == text.len() && date.precision() == Precision::Day
        };
        let (range, date) = first(text).filter(|found| spoken && head.role == Role::Text && day(found))?;
        head.line.fact(date, Basis::Inferred, "day-in-title", range)
    });
    if below.is_some() {
        return add_date(all, MetadataField::Date, below);
    }
    let year = title
        .value
        .get(..4)
        .filter(|_| title.value.as_bytes().get(4) == Some(&b' '))
        .and_then(|year| year.parse().ok());
    let date = year.filter(|year| (1900..2100).contains(year)).and_then(PartialDate::year);
    add_date(all, MetadataField::Date, date.map(|date| fact(date, title.basis, "year-in-title")));
}
