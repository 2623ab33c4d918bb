//! One line on what an item is.

use entente_corpus::{AmountStatus, DocumentKind};
use entente_explore::tables::{AmountRow, EngagementRow, Numbers, StatementRow};

use crate::wording;

/// "Consultation, number 4, 29 Jun [2016], planned, Washington. Korea and US."
pub(crate) fn engagement(row: &EngagementRow) -> String {
    let mut parts = vec![wording::first_word(row.kind.as_str())];
    parts.extend(row.ordinal.map(|number| format!("number {number}")));
    parts.push(row.date.as_ref().map_or_else(|| "date not printed".to_owned(), wording::date));
    parts.extend(row.status.map(|status| status.as_str().to_owned()));
    parts.extend(row.place.clone());
    sentences([parts.join(", "), wording::parties(&row.participants)])
}

/// "Commitment of “The two sides”, towards Japan, by 2017; committed."
pub(crate) fn statement(row: &StatementRow) -> String {
    let mut line = wording::modality(row.modality).to_owned();
    if !row.speakers.is_empty() {
        line.push_str(&format!(" of {}", wording::names(&row.speakers)));
    } else if let Some(speaker) = &row.speaker {
        line.push_str(&format!(" of {}", wording::party(speaker)));
    }
    if let Some(whose) = &row.on_behalf_of {
        line.push_str(&format!(" on behalf of {}", wording::party(whose)));
    }
    let mut parts = vec![line];
    parts.extend((!row.counterparts.is_empty()).then(|| format!("towards {}", wording::names(&row.counterparts))));
    parts.extend(row.period.as_ref().map(wording::date));
    let instruments = (!row.instruments.is_empty()).then(|| format!("Names {}", wording::names(&row.instruments)));
    sentences([parts.join(", "), instruments.unwrap_or_default()])
}

/// "Amount pledged by Korea to UN, 2014."
pub(crate) fn amount(row: &AmountRow) -> String {
    let mut line = "Amount".to_owned();
    let status = row.status.map(|status| match status {
        AmountStatus::Pledged => " pledged",
        AmountStatus::Paid => " paid",
        AmountStatus::Fee => ": fee",
        AmountStatus::Threshold => ": threshold",
        AmountStatus::Count => ": count",
    });
    line.push_str(status.unwrap_or_default());
    for (word, party) in [("by", &row.payer), ("to", &row.receiver)] {
        if let Some(party) = party {
            line.push_str(&format!(" {word} {}", wording::party(party)));
        }
    }
    if let Some(purpose) = &row.purpose {
        line.push_str(&format!(" for “{purpose}”"));
    }
    let date = row.date.as_ref().map(|date| format!(", {}", wording::date(date)));
    sentences([line + &date.unwrap_or_default()])
}

/// The line of a passage without facts: "Press release, 28 Jun 2016".
pub(crate) fn document(kind: DocumentKind, date: Option<String>) -> String {
    let kind = match kind {
        DocumentKind::Other => "Document".to_owned(),
        DocumentKind::QAndA => "Questions and answers".to_owned(),
        known => wording::first_word(known.as_str()),
    };
    sentences([format!("{kind}, {}", date.unwrap_or_else(|| "date not printed".to_owned()))])
}

/// The missing numbers of a series as runs.
pub(crate) fn missing(numbers: &[Numbers]) -> Vec<(u16, u16)> {
    let run = |number: &Numbers| match number {
        Numbers::Missing(first, last) => Some((*first, *last)),
        Numbers::Told(..) => None,
    };
    let mut out: Vec<(u16, u16)> = Vec::new();
    for (first, last) in numbers.iter().filter_map(run) {
        match out.last_mut().filter(|before| before.1.checked_add(1) == Some(first)) {
            Some(before) => before.1 = last,
            None => out.push((first, last)),
        }
    }
    out
}

/// Sentences with their full stops; empty ones are left out.
fn sentences<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).map(|part| part + ".").collect();
    parts.join(" ")
}
