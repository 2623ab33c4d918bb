//! Signs that turn letters round by force, so that words read otherwise than they are written: "FDP.exe" as "exe.PDF".
//!
//! In: a structured body with its reading texts. Out: one note, at the first of them. Signs that only say in which direction a
//! run of words goes are what texts in Arabic and Hebrew need; nobody needs these.

use entente_corpus::{Anomaly, AnomalyKind, Body, ReadingText};

/// LEFT-TO-RIGHT OVERRIDE and RIGHT-TO-LEFT OVERRIDE.
const OVERRIDES: [char; 2] = ['\u{202d}', '\u{202e}'];

/// Adds a note where any of `texts` has such a sign.
pub(super) fn note(body: &Body, texts: &[ReadingText], anomalies: &mut Vec<Anomaly>) {
    let counts = texts.iter().map(|reading| reading.text.matches(OVERRIDES).count());
    let count: usize = counts.sum();
    let first = (0..).zip(&body.passages).zip(texts).find_map(|((index, passage), reading)| {
        let at = reading.text.find(OVERRIDES)?;
        let sign = reading.to_source(at..at + OVERRIDES[0].len_utf8());
        Some((index, sign.unwrap_or_else(|| passage.extent())))
    });
    let Some((index, span)) = first else { return };
    let detail = match count {
        1 => "a sign turns letters round by force; it is shown by its name".to_owned(),
        count => format!("{count} signs turn letters round by force; they are shown by their names"),
    };
    anomalies.push(Anomaly {
        kind: AnomalyKind::ConversionDebris,
        passage: Some(index),
        span,
        detail,
        rule: "direction-override".to_owned(),
    });
}
