//! Dates of a document that contradict one another or its own text: reported, never mended.

use entente_corpus::{Anomaly, AnomalyKind, Body, MetadataField, Metadatum, PassageKind, ReadingText};
use entente_text::PartialDate;

use super::parse_date;
use crate::word_lists::word_list;

/// What contradicts itself among `all` that is known of `body`.
pub(crate) fn conflicts(all: &[Metadatum], body: &Body, texts: &[ReadingText]) -> Vec<Anomaly> {
    let mut out = Vec::new();
    let dates = || all.iter().filter(|datum| datum.field == MetadataField::Date);
    if let Some(chosen) = dates().find_map(|datum| datum.date) {
        for (other, datum) in dates().filter_map(|datum| Some((datum.date?, datum))) {
            if apart(chosen, other) {
                let detail = format!("the document gives {other} here and {chosen} elsewhere as its date");
                out.extend(at(datum, detail, "dates-disagree"));
            }
        }
    }
    for datum in all.iter().filter(|datum| datum.field == MetadataField::Updated) {
        let label = datum.fact.evidence.first().and_then(|place| place.passage);
        let (Some(updated), Some((told, words))) = (datum.date, latest(body, texts, label)) else { continue };
        // A text often speaks of the months to come in the present tense; of another year it does not.
        if updated
            .bounds()
            .is_some_and(|(_, end)| told.bounds().is_some_and(|(start, _)| start / 10_000 > end / 10_000))
        {
            let detail = format!("the document is dated {updated} here, and speaks of {words}");
            out.extend(at(datum, detail, "events-after-update"));
        }
    }
    // Two rules may have read the same words; they contradict the rest once.
    out.dedup_by(|next, known| next.rule == known.rule && next.span == known.span);
    out
}

fn at(datum: &Metadatum, detail: String, rule: &str) -> Option<Anomaly> {
    let place = datum.fact.evidence.first()?;
    let kind = AnomalyKind::InconsistentDate;
    Some(Anomaly { kind, passage: place.passage, span: place.span, detail, rule: rule.to_owned() })
}

/// True if no day fits both.
fn apart(one: PartialDate, other: PartialDate) -> bool {
    match (one.bounds(), other.bounds()) {
        (Some((start, end)), Some((from, to))) => end < from || to < start,
        _ => false,
    }
}

/// The latest month that the text after the passage `label` reports as past, and its words.
fn latest(body: &Body, texts: &[ReadingText], label: Option<u32>) -> Option<(PartialDate, String)> {
    let after = label.map_or(0, |label| label as usize + 1);
    let running = body.passages.iter().zip(texts).skip(after).filter(|(passage, _)| {
        !passage.template && matches!(passage.kind, PassageKind::Paragraph | PassageKind::Item | PassageKind::Answer)
    });
    let mut best: Option<(PartialDate, String)> = None;
    for (_, reading) in running {
        for sentence in reading.text.split(". ") {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            if words.iter().any(|word| word_list("ahead").contains(&word.to_lowercase().as_str())) {
                continue;
            }
            for pair in words.windows(2) {
                let year = pair[1].trim_end_matches(|c: char| !c.is_ascii_digit());
                let words = format!("{} {year}", pair[0].trim_start_matches('('));
                let month = pair[0].contains(char::is_alphabetic) && year.len() == 4;
                let Some(date) = parse_date(&words).filter(|_| month) else { continue };
                let later = |known: &(PartialDate, String)| date.bounds() > known.0.bounds();
                if best.as_ref().is_none_or(later) {
                    best = Some((date, words));
                }
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use entente_corpus::AnomalyKind;

    use entente_ingest::{Settings, Source, read};

    fn notes(text: &str) -> Vec<String> {
        let source = Source { file: "x.txt".into(), bytes: text.into() };
        let (_, body) = read(&source, &Settings::default()).expect("a text");
        let dated = body.anomalies.iter().filter(|anomaly| anomaly.kind == AnomalyKind::InconsistentDate);
        dated.map(|anomaly| format!("{}: {}", anomaly.span.of(text), anomaly.rule)).collect()
    }

    #[test]
    fn dates_that_cannot_all_be_true_are_told() {
        let report = "PROGRESS REPORT\n\nLAST UPDATED: Jan 2013\n\nThe office held a workshop in August 2014.\n";
        assert_eq!(notes(report), ["Jan 2013: events-after-update"]);
        let plan = "PROGRESS REPORT\n\nLAST UPDATED: Jan 2013\n\nThe office will hold a workshop in August 2014.\n";
        assert_eq!(notes(plan), Vec::<String>::new(), "what is planned may lie ahead");
        let twice = "NOTICE\n\nDate: 2 May 2014\n\nThe office is closed.\n\nPublished: 3 May 2014\n";
        assert_eq!(notes(twice), ["3 May 2014: dates-disagree"]);
        assert_eq!(notes("NOTICE\n\nDate: 2 May 2014\n\nClosed.\n\nPublished: May 2014\n"), Vec::<String>::new());
    }
}
