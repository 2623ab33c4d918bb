//! The words of a brief that are ours.

use entente_citations::{DateForm, date_words};
use entente_corpus::{Basis, Modality};
use entente_explore::Dated;
use entente_explore::tables::{NameRef, PartyRef};
use entente_text::words::capitalised;

/// A date in words; a year that is taken from elsewhere, and all that is supplied, in brackets.
pub(crate) fn date(dated: &Dated) -> String {
    let form = match dated.basis {
        _ if dated.supplied => DateForm::Supplied,
        Basis::Inferred => DateForm::YearTaken,
        Basis::Stated | Basis::Metadata => DateForm::Printed,
    };
    date_words(dated.date, form)
}

/// "Korea, Japan and US"
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// Names as this file prints them most.
pub(crate) fn names(names: &[NameRef]) -> String {
    listed(&names.iter().map(|name| name.name.clone()).collect::<Vec<_>>())
}

/// Parties, each once: by name if the words name an entity, else by the words.
pub(crate) fn parties(parties: &[PartyRef]) -> String {
    let mut out: Vec<String> = Vec::new();
    for one in parties {
        let called = party(one);
        if !out.contains(&called) {
            out.push(called);
        }
    }
    listed(&out)
}

/// Somebody by name; a role in the words of the document, in quotation marks.
pub(crate) fn party(party: &PartyRef) -> String {
    party.name.as_ref().map_or_else(|| format!("“{}”", party.words), |name| name.name.clone())
}

/// A word of a vocabulary as the first of a sentence.
pub(crate) fn first_word(word: &str) -> String {
    capitalised(&word.replace('-', " "))
}

/// A kind of statement as a reader calls it.
pub(crate) fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Commitment => "Commitment",
        Modality::MeasureUndertaken => "Done",
        Modality::MeasurePlanned => "Planned",
        Modality::Agreement => "Agreement",
        Modality::Pledge => "Pledge",
        Modality::Reaffirmation => "Reaffirmation",
        Modality::Assessment => "Assessment",
        Modality::Announcement => "Announcement",
        Modality::Need => "Need",
        Modality::Offer => "Offer",
    }
}

/// "3 meetings"
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// "numbers 1 to 3 and 5": runs of numbers, first and last.
pub(crate) fn numbers(runs: &[(u16, u16)]) -> String {
    let run = |(first, last): &(u16, u16)| match last - first {
        0 => first.to_string(),
        1 => format!("{first} and {last}"),
        _ => format!("{first} to {last}"),
    };
    let is_one = runs.iter().map(|(first, last)| u32::from(last - first) + 1).sum::<u32>() == 1;
    let runs: Vec<String> = runs.iter().map(run).collect();
    format!("{} {}", if is_one { "number" } else { "numbers" }, runs.join(", "))
}
